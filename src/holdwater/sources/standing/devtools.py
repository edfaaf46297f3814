"""A browser's own protocol (Chrome DevTools Protocol) over a pair of pipes: commands out, answers and events in.

Each message is JSON, ended by a NUL byte (`--remote-debugging-pipe`; the browser reads from descriptor 3 and writes to
4). Whatever a page does, waiting ends at the deadline and a message has a largest size.
"""

from __future__ import annotations

import json
import os
import select
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from holdwater.errors import FetchError

MAX_MESSAGE = 256 * 1024 * 1024
"""Bytes of one message: a screenshot or a page's elements, each far below."""

MAX_EVENTS = 20_000
"""Events that are kept; a page that makes more loses the earliest."""

Message = Mapping[str, Any]
"""What the browser sends: JSON, of a shape that its protocol documents."""


class DevTools:
    """One conversation with a browser. `reading` and `writing` are descriptors, closed by `close`."""

    def __init__(self, reading: int, writing: int, deadline: float) -> None:
        self._reading, self._writing, self._deadline = reading, writing, deadline
        self._number = 0
        self._data = bytearray()
        self._scanned = 0
        self.events: deque[Message] = deque(maxlen=MAX_EVENTS)
        self._under_way: set[str] = set()
        self.session = ""

    def ask(self, method: str, **parameters: object) -> Message:
        """Send a command and wait for its answer. Raises FetchError where it fails, or no answer comes in time."""
        number = self._send(method, parameters)
        while True:
            message = self._receive(self._deadline)
            if message.get("id") == number:
                break
            self._note(message)
        if "error" in message:
            raise FetchError(f"the browser could not do {method}: {_why(message['error'])}")
        result: Message = message.get("result", {})
        return result

    def wait(self, wanted: Callable[[Message], bool], seconds: float) -> bool:
        """Whether an event that is `wanted` came, or comes within so many seconds."""
        until = min(time.monotonic() + seconds, self._deadline)
        if any(wanted(event) for event in self.events):
            return True
        while time.monotonic() < until:
            try:
                message = self._receive(until)
            except TimeoutError:
                return False
            self._note(message)
            if wanted(message):
                return True
        return False

    def settle(self, silence: float, most: float) -> bool:
        """Wait until no request of the page is under way and none began or ended for `silence` seconds.

        Returns whether it came to that within `most` seconds. (The browser's own event for a quiet network comes once,
        and comes while a dialog holds the page up.)
        """
        until = min(time.monotonic() + most, self._deadline)
        since = time.monotonic()
        while (now := time.monotonic()) < until:
            if not self._under_way and now - since >= silence:
                return True
            try:
                message = self._receive(min(until, now + silence))
            except TimeoutError:
                continue
            self._note(message)
            if str(message.get("method", "")).startswith(("Network.", "Page.")):
                since = time.monotonic()
        return False

    def close(self) -> None:
        """Let go of the pipes."""
        os.close(self._reading)
        os.close(self._writing)

    def _note(self, message: Message) -> None:
        if "method" not in message:
            return
        if message["method"] == "Page.javascriptDialogOpening":  # the page stands still until it is answered
            self._send("Page.handleJavaScriptDialog", {"accept": True})
        self._follow(message)
        self.events.append(message)

    def _follow(self, event: Message) -> None:
        """Keep account of the requests that are under way."""
        request = str(event.get("params", {}).get("requestId", ""))
        if event["method"] == "Network.requestWillBeSent":
            self._under_way.add(request)
        elif event["method"] in ("Network.loadingFinished", "Network.loadingFailed"):
            self._under_way.discard(request)

    def _send(self, method: str, parameters: Mapping[str, object]) -> int:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        try:
            while data:
                data = data[os.write(self._writing, data) :]
        except OSError as fault:
            raise FetchError("the browser ended before it was done") from fault
        return self._number

    def _receive(self, until: float) -> Message:
        """The next message. Raises TimeoutError if none comes in time, FetchError if none will."""
        while (end := self._data.find(b"\0", self._scanned)) < 0:
            self._scanned = len(self._data)
            if self._scanned > MAX_MESSAGE:
                raise FetchError("the browser sent more than can be taken")
            self._read(until)
        found = bytes(self._data[:end])
        del self._data[: end + 1]
        self._scanned = 0
        try:
            message = json.loads(found)
        except (ValueError, RecursionError) as fault:
            raise FetchError("the browser sent what is no message") from fault
        return message if isinstance(message, dict) else {}

    def _read(self, until: float) -> None:
        left = until - time.monotonic()
        ready = left > 0 and select.select([self._reading], [], [], left)[0]
        if not ready:
            if until < self._deadline:
                raise TimeoutError
            raise FetchError("the browser did not finish in time")
        more = os.read(self._reading, 1 << 20)
        if not more:
            raise FetchError("the browser ended before it was done")
        self._data += more


def _why(error: object) -> str:
    said = error.get("message") if isinstance(error, dict) else ""
    return " ".join(str(said).split())[:200]
