"""What is read of a page's beginning, whatever it is packed in and however it is written."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clock import within_seconds
from holdwater.sources.archive.model import Exchange
from holdwater.sources.fetch.pages import beginning_of, refresh_of, type_of
from replica.faults import bomb

PAGE = "<!doctype html><title>Müller über Öl</title><p>Die Mühle am Wehr</p>"
HTML = "text/html; charset=utf-8"


@pytest.fixture
def answer(tmp_path: Path):
    def make(body: bytes, content_type: str = HTML, status: int = 200, **headers: str) -> Exchange:
        file = tmp_path / "body"
        file.write_bytes(body)
        given = [("Content-Type", content_type)] if content_type else []
        given += [(name.replace("_", "-"), value) for name, value in headers.items()]
        at = datetime.now(UTC)
        return Exchange("http://a.example/x/y", "GET", (), status, "OK", tuple(given), file if body else None, at)

    return make


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (PAGE.encode(), HTML),
        (PAGE.encode(), "text/html"),
        (PAGE.encode(), ""),
        (PAGE.encode(), "application/xhtml+xml;charset=nonsense"),
        (PAGE.encode("cp1252"), "text/html; charset=windows-1252"),
        (PAGE.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (PAGE.encode("cp1252"), HTML),  # the header is wrong
        (PAGE.encode("cp1252"), "text/html"),
        (PAGE.encode("utf-8-sig"), "text/html; charset=windows-1252"),
        (PAGE.encode("utf-16"), "text/html"),
        (PAGE.replace("<title>", '<meta charset="windows-1252"><title>').encode("cp1252"), "text/html"),
        (PAGE.encode(), "text/html; charset=zlib"),
        (PAGE.encode(), "text/html; charset='utf-8'"),
    ],
)
def test_the_words_are_those_that_a_browser_would_show(answer, body: bytes, content_type: str) -> None:
    assert "Die Mühle am Wehr" in beginning_of(answer(body, content_type))


def test_a_character_that_is_cut_at_the_end_spoils_nothing(answer) -> None:
    body = PAGE.encode()
    assert beginning_of(answer(body), body.index("ü".encode()) + 1) == "<!doctype html><title>M"


def test_what_is_no_html_has_no_beginning(answer) -> None:
    assert beginning_of(answer(b"%PDF-1.4", "application/pdf")) == ""
    assert beginning_of(answer(b"%PDF-1.4 <html>", "")) == ""
    assert beginning_of(answer(b"")) == ""


def test_packed_pages_are_unpacked_as_far_as_they_are_sound(answer) -> None:
    packed = gzip.compress((PAGE + "x" * 100_000).encode())
    assert beginning_of(answer(packed, Content_Encoding="gzip")).startswith(PAGE)
    assert beginning_of(answer(packed[: len(packed) // 2], Content_Encoding="gzip")).startswith(PAGE)
    assert beginning_of(answer(PAGE.encode(), Content_Encoding="gzip")) == PAGE
    assert beginning_of(answer(packed, Content_Encoding="nonsense")) == ""


def test_a_bomb_is_not_unpacked_farther_than_it_is_read(answer) -> None:
    packed = answer(bomb("twice", 100_000_000), Content_Encoding="gzip, gzip")
    assert len(within_seconds(0.1, lambda: beginning_of(packed))) == 400_000


def test_the_type_and_the_charset_are_read_out_of_the_header(answer) -> None:
    assert type_of(answer(b"x", 'Text/HTML; Charset="UTF-8"')) == ("text/html", "utf-8")
    assert type_of(answer(b"x", "text;;; charset")) == ("text", "")
    assert type_of(answer(b"x", "")) == ("", "")


def sends_on(content: str, rest: str = "") -> bytes:
    return f'<!doctype html><title>On</title><meta http-equiv="Refresh" content="{content}">{rest}'.encode()


@pytest.mark.parametrize(
    ("page", "leads"),
    [
        (sends_on("0; url=/there"), "http://a.example/there"),
        (sends_on("1;URL='there'"), "http://a.example/x/there"),
        (sends_on("0; url=https://b.example/"), "https://b.example/"),
        (sends_on("0; url=http://127.0.0.1/"), "http://127.0.0.1/"),  # which is refused where it is to be asked for
        (sends_on("30; url=/there"), ""),
        (sends_on("0"), ""),
        (sends_on("0; url=/x/y"), ""),
        (sends_on("0; url=javascript:alert(1)"), ""),
        (sends_on("0; url=file:///etc/passwd"), ""),
        (sends_on("0; url=http://[::1"), ""),
        (sends_on("0; url=/there", "<p>" + "words of its own " * 100), ""),
        (sends_on("0; url=/there") + b"<!--" + b" " * 70_000, ""),
        (b"<title>refresh</title><p>How to refresh a page", ""),
    ],
)
def test_a_page_that_only_sends_on_leads_there(answer, page: bytes, leads: str) -> None:
    assert refresh_of(answer(page)) == leads


def test_only_a_page_that_was_had_leads_anywhere(answer) -> None:
    assert refresh_of(answer(sends_on("0; url=/there"), status=404)) == ""
    assert refresh_of(answer(b"")) == ""
    assert refresh_of(answer(sends_on("0; url=/there"), "text/plain")) == ""
