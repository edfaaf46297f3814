"""An installed Chromium without a window, told what to do over a pipe (the Chrome DevTools Protocol, no library)."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

EVERYTHING_SHOWN = """
(() => {
  const texts = [];
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) look(one.shadowRoot);
      if (one.tagName !== "IFRAME") continue;
      try {
        const inner = one.contentDocument;
        texts.push(`${one.contentWindow.location.href}\\n${inner.body ? inner.body.innerText : ""}`);
        look(inner);
      } catch (error) { texts.push(`${one.src} cannot be looked into`); }
    }
  };
  look(document);
  return texts;
})()
"""
"""The addresses and the texts of all frames of a page, in whatever shadow they stand."""


def chromium() -> str:
    """The installed browser's command, "" if there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


class Browser:
    """A running browser with one page."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._rest, self._count, self._session = b"", 0, ""
        page = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask for one thing of the protocol and wait for its answer."""
        self._count += 1
        asked: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._to, json.dumps(asked).encode() + b"\0")
        end = time.monotonic() + 60
        while time.monotonic() < end:
            said = self._next(end)
            if said.get("id") == self._count:
                assert "error" not in said, said
                answer: dict[str, Any] = said["result"]
                return answer
        raise TimeoutError(method)

    def open(self, url: str) -> None:
        """Go to an address."""
        self.ask("Page.navigate", url=url)

    def evaluate(self, script: str) -> Any:
        """The value of a script in the page."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def frame_with(self, part: str, seconds: float = 60) -> str:
        """The address and text of the first frame in which `part` stands; what there was instead, after so long."""
        end = time.monotonic() + seconds
        texts: list[str] = []
        while time.monotonic() < end:
            texts = self.evaluate(EVERYTHING_SHOWN) or []
            if found := [text for text in texts if part in text]:
                return found[-1]
            time.sleep(0.25)
        return f"not in any of {texts}"

    def screenshot(self, path: Path) -> None:
        """Write what the page looks like, as PNG."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def _next(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], max(end - time.monotonic(), 0))
            piece = os.read(self._from, 2**16) if ready else b""
            if not piece:
                raise TimeoutError("the browser does not answer")
            self._rest += piece
        said, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(said)
        return message


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser that knows no host but localhost, with its profile in `folder`."""
    (theirs, ours), (ours_in, theirs_out) = os.pipe(), os.pipe()

    def lay_pipes() -> None:  # where the protocol has them: 3 to read from, 4 to write to
        high = [os.dup(theirs), os.dup(theirs_out)]
        os.dup2(high[0], 3)
        os.dup2(high[1], 4)

    command = [
        chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
        f"--user-data-dir={folder}", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
        "--window-size=1200,900", "--remote-debugging-pipe", "about:blank",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, close_fds=False, preexec_fn=lay_pipes, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield Browser(ours, ours_in)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for descriptor in (theirs, ours, ours_in, theirs_out):
            os.close(descriptor)
