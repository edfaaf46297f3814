"""Captures a page through an installed Chromium: for pages whose words come by scripts alone.

Optional: without a browser there is a plain word and nothing else. The browser runs without a window, with a profile
of its own that is thrown away, in bounded time, and has no way out but the gateway, which asks of every host whether it
may be connected to.
"""

from __future__ import annotations

import base64
import binascii
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from holdwater.errors import FetchError
from holdwater.sources.archive.model import Place
from holdwater.sources.standing.devtools import DevTools, Message
from holdwater.sources.standing.gateway import Checked, Gateway
from holdwater.sources.standing.route import taken_apart

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What the browser is called on the systems that pack it."""

SILENCE = 1.0
"""Seconds without a request after which a page is taken to have all its words."""

OWN_HOSTS = frozenset(
    {"accounts.google.com", "android.clients.google.com", "clients2.google.com", "clientservices.googleapis.com"}
    | {"content-autofill.googleapis.com", "edgedl.me.gvt1.com", "mtalk.google.com", "redirector.gvt1.com"}
    | {"optimizationguide-pa.googleapis.com", "safebrowsing.googleapis.com", "update.googleapis.com"}
)
"""Hosts that a Chromium calls of itself (updates, sign-in, lists of its own), as seen at a gateway and documented for
administrators. A capture has no use for them."""

_OPTIONS = (
    "--headless --remote-debugging-pipe --no-first-run --no-default-browser-check --disable-gpu --disable-extensions "
    "--disable-background-networking --disable-component-update --disable-domain-reliability --disable-sync "
    "--disable-breakpad --disable-quic --deny-permission-prompts --mute-audio --hide-scrollbars "
    "--block-new-web-contents --disable-dev-shm-usage --force-webrtc-ip-handling-policy=disable_non_proxied_udp"
).split()

# The browser wants descriptors 3 and 4, which may be taken in this process; so a process of its own puts them there.
_LAUNCH = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in zip((3, 4), ends):
    os.dup2(end, number)
    os.close(end)
os.execv(sys.argv[3], sys.argv[3:])
"""


@dataclass(frozen=True)
class BrowserSettings:
    """What bounds one capture. Times are in seconds; `quiet` is how long to wait for the page to fall silent."""

    whole: float = 60.0
    quiet: float = 8.0
    max_bytes: int = 100_000_000
    width: int = 1280
    max_height: int = 12_000
    executable: str = ""


@dataclass(frozen=True)
class Rendered:
    """A page as a browser showed it.

    `dom` is a file with its elements after the scripts have run, as HTML in UTF-8; `screenshot` a PNG of it, cut off at
    `BrowserSettings.max_height`, None where none could be had. `status` and `headers` are those of the document's own
    answer. `refused` are the hosts that the page wanted and that were not connected to, and why.
    """

    url: str
    final_url: str
    at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    dom: Path
    screenshot: Path | None = None
    browser: str = ""
    refused: dict[str, str] = field(default_factory=dict)


def installed(executable: str = "") -> str:
    """The browser's path, "" where none is installed; `executable` is a name or path instead of the usual names."""
    names = (executable,) if executable else NAMES
    return next((path for name in names if (path := shutil.which(name))), "")


def capture_page(url: str, folder: Path, checked: Checked, settings: BrowserSettings | None = None) -> Rendered:
    """Let a browser show a page, and keep what it showed.

    Args:
        url: an http(s) address.
        folder: where the files are put.
        checked: says of every host that the page leads to whether it may be connected to, and under which addresses.
        settings: time, size, and which browser.

    Raises:
        FetchError: there is no browser, the address is none of the web or may not be asked for, or the browser failed
            or did not finish in time.
    """
    settings = settings or BrowserSettings()
    program = installed(settings.executable)
    if not program:
        raise FetchError("no Chromium is installed", mend="install one, or save the page by hand and add the file")
    if taken_apart(url).scheme.lower() not in ("http", "https"):
        raise FetchError("only http and https addresses are shown by a browser", where=url)
    deadline = time.monotonic() + settings.whole
    with (
        Gateway(_of_the_page(checked), max_bytes=settings.max_bytes, deadline=deadline) as gateway,
        _running(program, gateway.address, settings, deadline) as tools,
    ):
        return _Visit(url, folder, tools, gateway, settings).made()


def _of_the_page(checked: Checked) -> Checked:
    """The same, but that what the browser wants for itself is not asked at all."""

    def check(host: str, port: int) -> Sequence[str]:
        if host in OWN_HOSTS:
            raise FetchError(f"{host} is the browser's own service")
        return checked(host, port)

    return check


@contextmanager
def _running(program: str, proxy: str, settings: BrowserSettings, deadline: float) -> Iterator[DevTools]:
    """The browser, until the block ends; its whole group of processes is ended then, and its profile taken away."""
    to_browser, from_us = os.pipe()
    from_browser, to_us = os.pipe()
    with tempfile.TemporaryDirectory(prefix="holdwater-", ignore_cleanup_errors=True) as profile:
        options = [
            *_OPTIONS,
            f"--user-data-dir={profile}",
            f"--proxy-server=http://{proxy}",
            "--proxy-bypass-list=<-loopback>",  # loopback as well goes through the gateway
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # and no name is resolved beside it
            f"--window-size={settings.width},900",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")  # Chromium's sandbox does not work for root
        handing = [sys.executable, "-I", "-S", "-c", _LAUNCH, str(to_browser), str(to_us)]
        command = [*handing, program, *options, "about:blank"]
        silent = subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdin=silent, stdout=silent, stderr=silent, pass_fds=(to_browser, to_us), start_new_session=True
        )
        os.close(to_browser)
        os.close(to_us)
        tools = DevTools(from_browser, from_us, deadline)
        try:
            yield tools
        finally:
            _end(process)
            tools.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class _Visit:
    """One page in one browser."""

    def __init__(self, url: str, folder: Path, tools: DevTools, gateway: Gateway, settings: BrowserSettings) -> None:
        self._url, self._folder, self._tools, self._gateway, self._settings = url, folder, tools, gateway, settings

    def made(self) -> Rendered:
        tools = self._tools
        version = str(tools.ask("Browser.getVersion").get("product", ""))
        tools.ask("Browser.setDownloadBehavior", behavior="deny")
        target = tools.ask("Target.createTarget", url="about:blank")["targetId"]
        tools.session = str(tools.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        for command in ("Page.enable", "Network.enable"):
            tools.ask(command)
        tools.ask("Page.setLifecycleEventsEnabled", enabled=True)
        at = datetime.now(UTC)
        frame = self._go()
        if self._gateway.spent:
            raise FetchError(f"more than {self._settings.max_bytes // 1_000_000} MB came for it", where=self._url)
        answer = self._answer(frame)
        return Rendered(
            url=self._url,
            final_url=self._final_url(),
            at=at,
            status=int(answer.get("status", 0)),
            headers=tuple((str(name), str(value)) for name, value in dict(answer.get("headers", {})).items()),
            dom=self._dom(),
            screenshot=self._screenshot(),
            browser=version,
            refused={host: why for host, why in self._gateway.refused.items() if host not in OWN_HOSTS},
        )

    def _go(self) -> str:
        """Ask for the page and wait until it is quiet, or long enough."""
        went = self._tools.ask("Page.navigate", url=self._url)
        frame = str(went.get("frameId", ""))
        self._refuse_failure(str(went.get("errorText", "")))
        document = str(went.get("loaderId", ""))
        begun = time.monotonic()
        self._tools.wait(lambda event: _is_loaded(event, document), self._settings.quiet)
        self._tools.settle(SILENCE, self._settings.quiet - (time.monotonic() - begun))
        return frame

    def _refuse_failure(self, error: str) -> None:
        host = taken_apart(self._url).hostname or ""
        if why := self._gateway.refused.get(host):
            raise FetchError(why, where=self._url)
        if error:
            raise FetchError(f"the browser could not open it: {error}", where=self._url)

    def _answer(self, frame: str) -> Message:
        """The latest answer for the document itself."""
        answers = [
            event["params"]["response"]
            for event in self._tools.events
            if event["method"] == "Network.responseReceived"
            and event["params"].get("type") == "Document"
            and event["params"].get("frameId") == frame
        ]
        latest: Message = answers[-1] if answers else {}
        return latest

    def _final_url(self) -> str:
        history = self._tools.ask("Page.getNavigationHistory")
        entries = history.get("entries") or [{}]
        url = str(entries[int(history.get("currentIndex", -1))].get("url", ""))
        if taken_apart(url).scheme not in ("http", "https"):
            raise FetchError(f"the page led to {url[:80]}, which is no page of the web", where=self._url)
        return url

    def _dom(self) -> Path:
        root = self._tools.ask("DOM.getDocument", depth=0)["root"]["nodeId"]
        html = str(self._tools.ask("DOM.getOuterHTML", nodeId=root).get("outerHTML", ""))
        path = self._folder / "rendered.html"
        path.write_bytes(html.encode("utf-8", "replace"))
        return path

    def _screenshot(self) -> Path | None:
        """A picture of the page; none where the page is too much for one, which is no reason to lose its words."""
        size = self._tools.ask("Page.getLayoutMetrics").get("cssContentSize", {})
        width = min(float(size.get("width", 0)) or 1, self._settings.width)
        height = min(float(size.get("height", 0)) or 1, self._settings.max_height)
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        try:
            shot = self._tools.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
            data = base64.b64decode(str(shot.get("data", "")), validate=True)
        except (FetchError, binascii.Error):
            return None
        path = self._folder / "screenshot.png"
        path.write_bytes(data)
        return path


def _is_loaded(event: Message, document: str) -> bool:
    """Whether this document has loaded (not the blank one before it)."""
    params = event.get("params", {})
    named = event.get("method") == "Page.lifecycleEvent" and params.get("name") == "load"
    return named and params.get("loaderId") == document


WriteFile = Callable[[Path, str, str, str, datetime], Place]
"""Puts a file into the archive as a resource record: its path, name, media type, the address it is of, and when."""


def keep(rendered: Rendered, write: WriteFile) -> Sequence[Place]:
    """Put a page that a browser showed into the archive: its elements, and then its picture if there is one.

    Returns the places, in that order. Raises what `write` raises.
    """
    at, of = rendered.at, rendered.final_url
    places = [write(rendered.dom, "rendered.html", "text/html; charset=utf-8", of, at)]
    if rendered.screenshot is not None:
        places.append(write(rendered.screenshot, "screenshot.png", "image/png", of, at))
    return places
