"""ReplayWeb.page, the usual reader of web archives, shows the pages of a WACZ that was packed here.

It is fetched with npm once, into a folder of the user's cache; without npm, a browser, or the registry the tests are
passed over. Everything else is on this machine: the browser knows no host but localhost.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from archive_factory import AT, body_file, exchange, held_of, redirect

from chromium import Browser, browser, chromium
from holdwater.sources.archive.wacz_packing import pack
from holdwater.sources.archive.writer import ArchiveWriter

VERSION = "2.4.6"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "holdwater-tests"
URL = "https://mills.example/weir?page=2"
OLD = "http://mills.example/old"
BANDS = "".join(f"<p style='background:hsl({hue} 60% 80%);padding:1em'>Band {hue}</p>" for hue in range(0, 360, 60))
PAGE = f"<!doctype html><meta charset=utf-8><title>The mill</title><h1>The mill by the weir – 1843</h1>{BANDS}"
NOTE = b"The mill stood by the weir."
SHOWN = "<!doctype html><title>A reader</title><body style='margin:0'><script src=/ui.js></script>\
<replay-web-page source='/case.wacz' url='{url}' ts='20260304050607' replaybase='/replay/' embed='replay-with-info'\
 style='height:100vh'></replay-web-page>"


@pytest.fixture(scope="module")
def reader() -> Path:
    """The folder of ReplayWeb.page's scripts."""
    npm = shutil.which("npm")
    if not npm or not chromium():
        pytest.skip("npm or a Chromium is not installed, so no reader can be shown a WACZ")
    packed = CACHE / f"replaywebpage-{VERSION}.tgz"
    if not packed.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", f"replaywebpage@{VERSION}", "--pack-destination", str(CACHE), "--silent"]
        got = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        if got.returncode:
            pytest.skip("ReplayWeb.page cannot be fetched with npm")
    folder = CACHE / f"replaywebpage-{VERSION}"
    if not (folder / "package" / "sw.js").exists():
        with tarfile.open(packed) as opened:
            opened.extractall(folder, filter="data")
    return folder / "package"


@pytest.fixture
def served(reader: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server on this machine with the reader and a packed WACZ."""
    files = {
        "/ui.js": reader / "ui.js",
        "/replay/ui.js": reader / "ui.js",
        "/replay/sw.js": reader / "sw.js",
        "/case.wacz": packed(tmp_path),
    }

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            if path.startswith("/show/"):
                return self._give(SHOWN.format(url=query).encode(), "text/html")
            if path in files:
                return self._give(
                    files[path].read_bytes(), "text/javascript" if path.endswith(".js") else "application/zip"
                )
            return self.send_error(404)

        do_HEAD = do_GET  # noqa: N815 - the server's own word

        def _give(self, data: bytes, kind: str) -> None:
            stretch = re.fullmatch(r"bytes=(\d+)-(\d*)|bytes=-(\d+)", self.headers.get("Range", ""))
            total = len(data)
            if stretch:
                start = int(stretch[1]) if stretch[1] else total - int(stretch[3])
                data = data[start : int(stretch[2]) + 1 if stretch[2] else None]
            self.send_response(206 if stretch else 200)
            if stretch:
                self.send_header("Content-Range", f"bytes {start}-{start + len(data) - 1}/{total}")
            for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), ("Accept-Ranges", "bytes")):
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def packed(folder: Path) -> Path:
    """A WACZ of a page, one that a redirect led to, and a file."""
    with ArchiveWriter(folder / "archive") as writer:
        page = writer.write(exchange(folder, PAGE.encode(), url=URL))
        found = exchange(folder, b"<!doctype html><p>The dam broke in 1901.</p>", url="https://mills.example/dam")
        moved = writer.write(found, hops=[redirect(folder, OLD, found.url)])
        added = writer.write_file(body_file(folder, NOTE), "Wehre.txt", "text/plain", at=AT)
    held = [held_of(page, URL), held_of(moved, OLD, title="The dam"), held_of(added, "", name="Wehre.txt", title="")]
    pack(folder / "archive", held, {}, folder / "case.wacz", title="The case of the mill")
    return folder / "case.wacz"


def frame_of(shown: Browser, address: str, part: str) -> str:
    """The frame that shows a page of the archive.

    The reader may ask for the page before its service worker is at work, and is told by the server that there is none;
    a person would load it again, and so does this.
    """
    frame = ""
    for _ in range(4):
        shown.open(address)
        frame = shown.frame_with(part, 20)
        if part in frame.partition("\n")[2]:
            break
    return frame


def test_a_packed_page_is_shown(served: str, tmp_path: Path) -> None:
    with browser(tmp_path / "profile") as shown:
        frame = frame_of(shown, f"{served}/show/?{URL}", "Band 300")
        if os.environ.get("HOLDWATER_SCREENSHOTS"):
            shown.screenshot(Path(os.environ["HOLDWATER_SCREENSHOTS"]) / "replay.png")
    assert frame.split("\n")[0].endswith(f"mp_/{URL}")
    assert "The mill by the weir – 1843" in frame


def test_a_page_is_shown_under_the_address_that_only_redirected_to_it(served: str, tmp_path: Path) -> None:
    with browser(tmp_path / "profile") as shown:
        frame = frame_of(shown, f"{served}/show/?{OLD}", "The dam broke")
    assert "The dam broke in 1901." in frame


def test_a_file_that_was_put_in_is_shown(served: str, tmp_path: Path) -> None:
    digest = hashlib.sha256(NOTE).hexdigest()[:16]
    with browser(tmp_path / "profile") as shown:
        page = quote(f"https://added.invalid/{digest}/Wehre.txt", safe=":/")
        assert "The mill stood by the weir." in frame_of(shown, f"{served}/show/?{page}", "The mill stood")
