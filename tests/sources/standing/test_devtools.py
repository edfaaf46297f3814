"""A conversation with a browser over pipes, with a browser made by hand."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from holdwater.errors import FetchError
from holdwater.sources.standing import devtools
from holdwater.sources.standing.devtools import DevTools, Message

Script = Callable[[dict[str, object]], list[bytes]]


class Browser:
    """Answers each command as a script says."""

    def __init__(self, script: Script, seconds: float = 5) -> None:
        self.commands: list[dict[str, object]] = []
        self._script = script
        inside, writing = os.pipe()
        reading, outside = os.pipe()
        self.tools = DevTools(reading, writing, time.monotonic() + seconds)
        threading.Thread(target=self._run, args=(inside, outside), daemon=True).start()

    def _run(self, inside: int, outside: int) -> None:
        data = b""
        with suppress(OSError):
            while more := os.read(inside, 65_536):
                data += more
                while b"\0" in data:
                    one, _, data = data.partition(b"\0")
                    self.commands.append(json.loads(one))
                    for message in self._script(self.commands[-1]):
                        os.write(outside, message)
        with suppress(OSError):
            os.close(outside)


@pytest.fixture
def made() -> Iterator[list[Browser]]:
    browsers: list[Browser] = []
    yield browsers
    for one in browsers:
        with suppress(OSError):
            one.tools.close()


def talking(made: list[Browser], script: Script, seconds: float = 5) -> Browser:
    made.append(Browser(script, seconds))
    return made[-1]


def packed(**message: object) -> bytes:
    return json.dumps(message).encode() + b"\0"


def echo(command: dict[str, object]) -> list[bytes]:
    return [packed(id=command["id"], result={"said": command["method"]})]


def test_a_command_has_its_answer(made: list[Browser]) -> None:
    browser = talking(made, echo)
    assert browser.tools.ask("Page.enable", deep=True) == {"said": "Page.enable"}
    browser.tools.session = "s1"
    browser.tools.ask("Page.close")
    assert [one.get("sessionId") for one in browser.commands] == [None, "s1"]
    assert browser.commands[0]["params"] == {"deep": True}


def test_events_before_an_answer_are_kept_and_waited_for(made: list[Browser]) -> None:
    def script(command: dict[str, object]) -> list[bytes]:
        event = packed(method="Page.lifecycleEvent", params={"name": "load"})
        return [event[:9], event[9:] + echo(command)[0]]

    tools = talking(made, script).tools
    tools.ask("Page.navigate")

    def load(event: Message) -> bool:
        return bool(event["params"]["name"] == "load")

    assert tools.wait(load, 1)
    assert not tools.wait(lambda event: False, 0.2)


def test_a_page_has_settled_where_no_request_is_under_way_and_none_begins(made: list[Browser]) -> None:
    def script(command: dict[str, object]) -> list[bytes]:
        begun = packed(method="Network.requestWillBeSent", params={"requestId": "1"})
        ended = packed(method="Network.loadingFinished", params={"requestId": "1"})
        return [*echo(command), begun, *([ended] if command["method"] == "ended" else [])]

    tools = talking(made, script).tools
    tools.ask("ended")
    assert tools.settle(0.1, 2)
    tools.ask("begun")
    start = time.monotonic()
    assert not tools.settle(0.1, 0.5)
    assert time.monotonic() - start >= 0.5


def test_a_page_that_asks_on_and_on_does_not_settle(made: list[Browser]) -> None:
    def script(command: dict[str, object]) -> list[bytes]:
        return [*echo(command), *[packed(method="Network.dataReceived", params={})] * 3]

    tools = talking(made, script).tools
    tools.ask("Page.navigate")
    assert tools.settle(0.2, 2)
    assert not tools.settle(1, 0.3)


def test_a_dialog_is_answered_so_that_the_page_goes_on(made: list[Browser]) -> None:
    def script(command: dict[str, object]) -> list[bytes]:
        if command["method"] == "Page.navigate":
            return [packed(method="Page.javascriptDialogOpening", params={}), packed(id=command["id"], result={})]
        return echo(command)

    browser = talking(made, script)
    browser.tools.ask("Page.navigate")
    browser.tools.ask("Page.close")
    assert [one["method"] for one in browser.commands] == ["Page.navigate", "Page.handleJavaScriptDialog", "Page.close"]


def test_a_command_that_fails_is_told_of(made: list[Browser]) -> None:
    tools = talking(made, lambda command: [packed(id=command["id"], error={"message": "No  such\nnode"})]).tools
    with pytest.raises(FetchError, match=r"the browser could not do DOM\.getDocument: No such node"):
        tools.ask("DOM.getDocument")


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (b"", "did not finish in time"),
        (b"{\0", "what is no message"),
        (b"[" * 50_000 + b"\0", "what is no message"),
        (b"3\0", "did not finish in time"),
        (packed(id=99, result={}), "did not finish in time"),
        (b"x" * 3_000, "more than can be taken"),
    ],
)
def test_a_browser_that_says_nothing_of_use_is_given_up(
    made: list[Browser], said: bytes, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "more than" in fault:
        monkeypatch.setattr(devtools, "MAX_MESSAGE", 1_000)
    tools = talking(made, lambda command: [said] if said else [], seconds=0.7).tools
    with pytest.raises(FetchError, match=fault):
        tools.ask("Page.enable")


def test_a_browser_that_has_ended_is_told_of() -> None:
    inside, writing = os.pipe()
    reading, outside = os.pipe()
    tools = DevTools(reading, writing, time.monotonic() + 5)
    os.close(outside)
    with pytest.raises(FetchError, match="ended before it was done"):
        tools.ask("Page.enable")
    os.close(inside)
    with pytest.raises(FetchError, match="ended before it was done"):
        tools.ask("Page.enable")
    tools.close()
