"""Captures through a real browser; skipped where none is installed."""

from __future__ import annotations

import http.server
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from standing_factory import answer

from holdwater.errors import FetchError
from holdwater.sources.archive.model import Place
from holdwater.sources.standing.browser import BrowserSettings, Rendered, capture_page, installed, keep
from holdwater.sources.standing.classify import classify
from holdwater.sources.standing.head import head_of
from holdwater.sources.standing.model import Standing

with_browser = pytest.mark.skipif(not installed(), reason="there is no Chromium here")

APP = """<!doctype html><title>App</title><body><div id="root"></div><script>
alert("a dialog"); window.open("/other");
const words = () => fetch("/words").then((answer) => answer.text()).then((words) => {
  document.title = "The Ferry"; document.getElementById("root").textContent = words;
});
setTimeout(words, 800);
fetch("file:///etc/hosts").then((answer) => answer.text()).then((text) => { document.body.dataset.leaked = text; });
fetch("http://127.0.0.1:8091/", {mode: "no-cors"});
</script><img src="http://10.1.2.3/a.png"><script src="http://inner.example/b.js"></script>"""
WORDS = "The ferry was sold in 1931, and nobody was told why. Zürich, 東京."
PAGES = {
    "/app": (200, "text/html", APP),
    "/words": (200, "text/plain; charset=utf-8", WORDS),
    "/gone": (404, "text/html", "<title>Page not found</title><h1>Page not found</h1>"),
    "/endless": (200, "text/html", "<p>Words.</p><script>for (;;) {}</script>"),
    "/growing": (200, "text/html", "<script>setInterval(() => document.body.append('more '), 5)</script><body>Begun."),
    "/huge": (200, "text/html", "x" * 3_000_000),
    "/file": (200, "application/octet-stream", "bytes"),
    "/tall": (200, "text/html", "<title>Tall</title><div style='height: 90000px; width: 9000px'>Tall.</div>"),
}


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves the pages above, and redirects."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/app")
            self.end_headers()
            return
        status, kind, body = PAGES.get(self.path, (404, "text/plain", ""))
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *given: object) -> None:
        """Says nothing."""


@dataclass
class Site:
    """A site on loopback under the name ferry.example, and which hosts the browser wanted."""

    port: int
    wanted: set[str] = field(default_factory=set)

    def url(self, path: str) -> str:
        return f"http://ferry.example:{self.port}{path}"

    def checked(self, host: str, port: int) -> Sequence[str]:
        self.wanted.add(host)
        if host == "ferry.example":
            return ["127.0.0.1"]
        raise FetchError(f"{host} is not asked for: a private address")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(server.server_port)
        server.shutdown()


def processes(folder: str) -> list[str]:
    """The command lines that name a folder."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if folder in line]


@pytest.fixture(scope="module")
def shown(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The page made by scripts, as the browser showed it."""
    return capture_page(site.url("/moved"), tmp_path_factory.mktemp("shown"), site.checked)


@with_browser
def test_the_words_that_scripts_bring_are_in_the_capture(shown: Rendered, site: Site) -> None:
    html = shown.dom.read_text("utf-8")
    assert WORDS in html
    assert html.startswith("<!DOCTYPE html>")
    head = head_of(html)
    assert head.title == "The Ferry"
    assert (shown.url, shown.final_url, shown.status) == (site.url("/moved"), site.url("/app"), 200)
    assert re.match(r"Chrome/\d+", shown.browser)


@with_browser
def test_the_picture_is_a_picture_of_the_page(shown: Rendered) -> None:
    assert shown.screenshot is not None
    assert shown.screenshot.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert shown.screenshot.stat().st_size > 1_000


@with_browser
def test_addresses_that_are_not_allowed_are_asked_about_and_not_connected_to(shown: Rendered, site: Site) -> None:
    assert shown.refused["10.1.2.3"] == "10.1.2.3 is not asked for: a private address"
    assert "inner.example" in shown.refused
    assert {host for host in site.wanted if "google" in host} == set()  # what the browser wants for itself


@with_browser
def test_a_page_reads_no_file_of_this_computer_and_reaches_no_server_on_it(shown: Rendered) -> None:
    assert "data-leaked" not in shown.dom.read_text("utf-8")
    assert "127.0.0.1" in shown.refused


@with_browser
def test_the_status_of_the_document_is_told(site: Site, tmp_path: Path) -> None:
    gone = capture_page(site.url("/gone"), tmp_path, site.checked)
    assert gone.status == 404
    seen = classify(gone.url, [answer(gone.final_url, gone.status)], gone.dom.read_text("utf-8"))
    assert seen.standing is Standing.NOT_THERE


@with_browser
@pytest.mark.parametrize(("path", "why"), [("/endless", "did not finish in time"), ("/huge", "more than 1 MB")])
def test_a_page_that_never_ends_is_given_up_and_leaves_no_process(
    site: Site, tmp_path: Path, path: str, why: str
) -> None:
    start = time.monotonic()
    settings = BrowserSettings(whole=8, quiet=1, max_bytes=1_000_000)
    with pytest.raises(FetchError, match=why):
        capture_page(site.url(path), tmp_path, site.checked, settings)
    assert time.monotonic() - start < 20
    assert not [line for line in processes("holdwater-") if "--remote-debugging-pipe" in line]


@with_browser
def test_a_page_that_is_never_quiet_is_taken_as_it_is_by_then(site: Site, tmp_path: Path) -> None:
    taken = capture_page(site.url("/growing"), tmp_path, site.checked, BrowserSettings(quiet=1))
    assert "Begun." in taken.dom.read_text("utf-8")


@with_browser
def test_a_picture_has_a_largest_size(site: Site, tmp_path: Path) -> None:
    tall = capture_page(
        site.url("/tall"), tmp_path, site.checked, BrowserSettings(quiet=2, width=800, max_height=2_000)
    )
    assert tall.screenshot is not None
    size = tall.screenshot.read_bytes()[16:24]  # of a PNG's first chunk
    assert (int.from_bytes(size[:4]), int.from_bytes(size[4:])) == (800, 2_000)


@with_browser
@pytest.mark.parametrize("path", ["http://10.1.2.3/", "http://inner.example/"])
def test_a_page_that_may_not_be_asked_for_is_refused_with_the_reason(site: Site, tmp_path: Path, path: str) -> None:
    with pytest.raises(FetchError, match="is not asked for: a private address"):
        capture_page(path, tmp_path, site.checked)


@with_browser
def test_a_download_is_no_page(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="could not open it"):
        capture_page(site.url("/file"), tmp_path, site.checked)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["file:///etc/hosts", "javascript:alert(1)", "chrome://settings", "about:blank", "", "http://[::1"]
)
@with_browser
def test_only_addresses_of_the_web_are_shown(site: Site, tmp_path: Path, url: str) -> None:
    with pytest.raises(FetchError):
        capture_page(url, tmp_path, site.checked)


def test_without_a_browser_there_is_a_plain_word(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no Chromium is installed; install one"):
        capture_page(site.url("/app"), tmp_path, site.checked, BrowserSettings(executable="no-such-browser"))


def test_a_program_that_is_no_browser_is_told_of(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="ended before it was done"):
        capture_page(site.url("/app"), tmp_path, site.checked, BrowserSettings(executable="/bin/true"))


@pytest.mark.parametrize("pictured", [True, False])
def test_the_elements_and_the_picture_are_put_into_the_archive(tmp_path: Path, pictured: bool) -> None:
    written: list[tuple[str, str, str]] = []

    def write(path: Path, name: str, media_type: str, url: str, at: datetime) -> Place:
        written.append((name, media_type, url))
        return Place("a.warc.gz", len(written), 1, 1, "")

    made = Rendered(
        "https://a.example/", "https://b.example/", datetime(2026, 1, 2), 200, (), tmp_path / "rendered.html"
    )
    if pictured:
        made = Rendered(**{**made.__dict__, "screenshot": tmp_path / "screenshot.png"})
    places = keep(made, write)
    expected = [
        ("rendered.html", "text/html; charset=utf-8", "https://b.example/"),
        ("screenshot.png", "image/png", "https://b.example/"),
    ]
    assert written == expected[: len(places)]
    assert len(places) == (2 if pictured else 1)
