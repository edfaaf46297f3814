"""WACZ and WARC files that others have made: their pages are taken in with all that led to them, byte for byte."""

from __future__ import annotations

import gzip
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from archive_factory import brief, judge, warcio_check
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from holdwater.errors import ArchiveError
from holdwater.sources.archive.checking import check_archive
from holdwater.sources.archive.reading import take_out
from holdwater.sources.archive.taking import TakenIn, take_in
from holdwater.sources.archive.writer import ArchiveWriter

PAGE = "<!doctype html><title>The weir</title><p>Nobody remembered who had built it.</p>"
CHUNKED = "".join(f"{len(part):x};x=y\r\n{part}\r\n" for part in (PAGE[:30], PAGE[30:])) + "0\r\n\r\n"
AT = "2025-07-08T09:10:11Z"


class Crawl:
    """A WARC file as warcio's own writer makes it: response, then request, SHA-1 digests in base 32."""

    def __init__(self, path: Path, *, packed: bool = True) -> None:
        self.path = path
        self._out = BytesIO()
        self._writer = WARCWriter(self._out, gzip=packed)
        self._writer.write_record(self._writer.create_warcinfo_record(path.name, {"software": "a crawler"}))

    def page(self, url: str, body: str | bytes = PAGE, status: str = "200 OK", at: str = AT, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        given = [("Content-Type", "text/html"), *((name.replace("_", "-"), value) for name, value in headers.items())]
        dated = {"WARC-Date": at}
        response = self._writer.create_warc_record(
            url,
            "response",
            payload=BytesIO(data),
            http_headers=StatusAndHeaders(status, given, "HTTP/1.1"),
            warc_headers_dict=dated,
        )
        asked = StatusAndHeaders("/ HTTP/1.1", [("Host", "x.example")], "GET")
        request = self._writer.create_warc_record(url, "request", http_headers=asked, warc_headers_dict=dated)
        self._writer.write_request_response_pair(request, response)

    def revisit(self, url: str, digest: str, of: str, at: str) -> None:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
        record = self._writer.create_revisit_record(
            url, digest, of, AT, http_headers=head, warc_headers_dict={"WARC-Date": at}
        )
        self._writer.write_record(record)

    def resource(self, url: str, body: bytes, kind: str) -> None:
        record = self._writer.create_warc_record(url, "resource", payload=BytesIO(body), warc_content_type=kind)
        self._writer.write_record(record)

    def done(self) -> Path:
        self.path.write_bytes(self._out.getvalue())
        return self.path


def wacz_of(warc: Path, *pages: str) -> Path:
    """A WACZ as the command `wacz create` makes it."""
    listed = warc.with_name("pages.jsonl")
    listed.write_text("".join(f'{{"url": "{page}", "title": "Of {page}"}}\n' for page in pages))
    out = warc.with_name("made.wacz")
    command = [judge("wacz"), "create", "-o", str(out), "-p", str(listed), str(warc)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert out.exists(), made.stderr
    return out


def taken(folder: Path, file: Path) -> TakenIn:
    with ArchiveWriter(folder / "archive") as writer:
        return take_in(file, writer, folder / "tmp")


def words(folder: Path, found: TakenIn) -> list[str]:
    """The text of every payload that was taken in, out of the archive again; which is checked on the way."""
    places = [one.group.place for one in found.taken]
    assert check_archive(folder / "archive", places).faults == ()
    if places:
        assert warcio_check(*(folder / "archive").iterdir()) == ""
    payloads = [take_out(folder / "archive", place, folder / "payloads") for place in places]
    return [one.path.read_text(encoding="utf-8") for one in payloads]


def test_the_pages_of_anothers_wacz_are_taken_in(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("https://x.example/weir")
    crawl.page("https://x.example/style.css", "p {}")
    found = taken(tmp_path, wacz_of(crawl.done(), "https://x.example/weir"))
    assert words(tmp_path, found) == [PAGE]
    (one,) = found.taken
    assert (one.asked, one.title, one.held) == ("https://x.example/weir", "Of https://x.example/weir", None)
    assert (one.group.answers[-1].status, f"{one.group.at:%Y-%m-%d}") == (200, "2025-07-08")
    assert dict(one.group.fields) == {"asked": one.asked, "title": one.title}
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_records_stay_as_they_were(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("https://x.example/weir")
    data = crawl.done().read_bytes()
    (one,) = taken(tmp_path, crawl.path).taken
    place = one.group.place
    kept = (tmp_path / "archive" / place.file).read_bytes()
    response = kept[place.offset : place.offset + place.length]
    assert response in data
    assert b"WARC-Type: request" in gzip.decompress(kept[place.offset + place.length : place.end])


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_is_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    crawl = Crawl(tmp_path / ("crawl.warc.gz" if packed else "crawl.warc"), packed=packed)
    crawl.page("https://x.example/weir")
    crawl.page("https://x.example/gone", "No such page", "404 Not Found")
    crawl.page("https://x.example/packed", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    found = taken(tmp_path, crawl.done())
    assert words(tmp_path, found) == [PAGE, PAGE]


def test_chunks_of_the_transfer_are_put_together(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("https://x.example/a", CHUNKED, Transfer_Encoding="chunked")
    crawl.page("https://x.example/b", PAGE, Transfer_Encoding="chunked")
    assert words(tmp_path, taken(tmp_path, crawl.done())) == [PAGE, PAGE]


@pytest.mark.parametrize("cut", [5, 20, 50])
def test_chunks_that_break_off_are_no_page(tmp_path: Path, cut: int) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("https://x.example/a", CHUNKED[:-cut], Transfer_Encoding="chunked")
    (one,) = taken(tmp_path, crawl.done()).taken
    with pytest.raises(ArchiveError, match="breaks off"):
        take_out(tmp_path / "archive", one.group.place, tmp_path / "payloads")


def test_redirects_are_followed_to_the_page_and_kept(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("http://x.example/old", "", "301 Moved", Location="/older")
    crawl.page("http://x.example/older", "", "302 Found", Location="https://x.example/weir#p")
    crawl.page("https://x.example/weir")
    found = taken(tmp_path, wacz_of(crawl.done(), "http://x.example/old#note"))
    assert words(tmp_path, found) == [PAGE]
    assert [answer.status for answer in found.taken[0].group.answers] == [301, 302, 200]
    assert found.taken[0].group.url == "https://x.example/weir"


def test_of_several_captures_the_nearest_in_time_is_taken(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("http://x.example/old", "", "301 Moved", at="2025-07-08T09:10:11Z", Location="/weir")
    for year in (2019, 2024, 2030):
        crawl.page("http://x.example/weir", f"<p>{year}</p>", at=f"{year}-01-01T00:00:00Z")
    found = taken(tmp_path, wacz_of(crawl.done(), "http://x.example/old"))
    assert words(tmp_path, found) == ["<p>2024</p>"]


def test_a_page_that_was_as_before_is_taken_from_where_it_was_whole(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("https://x.example/weir")
    whole = taken(tmp_path / "first", crawl.done()).taken[0]
    digest = next(
        line for line in gzip.decompress(crawl.path.read_bytes()).decode().split("\r\n") if "Payload-Digest" in line
    ).split(" ")[1]
    crawl.revisit("https://x.example/again", digest, "https://x.example/weir", "2025-09-09T00:00:00Z")
    found = taken(tmp_path, wacz_of(crawl.done(), "https://x.example/again"))
    assert words(tmp_path, found) == [PAGE]
    assert found.taken[0].group.place.record_id == whole.group.place.record_id


def test_what_is_not_there_is_passed_over_with_the_reason(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.page("http://x.example/round", "", "302 Found", Location="/round")
    crawl.page("http://x.example/away", "", "302 Found", Location="http://y.example/")
    crawl.revisit("http://x.example/again", "sha1:AAAA", "http://x.example/", AT)
    crawl.page("http://x.example/weir")
    pages = ["http://x.example/round", "http://x.example/away", "http://x.example/again", "http://x.example/weir"]
    found = taken(tmp_path, wacz_of(crawl.done(), *pages))
    assert [one.asked for one in found.taken] == ["http://x.example/weir"]
    assert dict(found.passed_over) == {
        "http://x.example/round": "redirects in a circle",
        "http://x.example/away": "there is no record of http://y.example/",
        "http://x.example/again": "only said to be as it was in a capture that is not here",
    }


def test_files_in_a_crawl_are_taken_as_files(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc.gz")
    crawl.resource("urn:mill:report", b"The mill stood by the weir.", "text/plain")
    found = taken(tmp_path, crawl.done())
    assert words(tmp_path, found) == ["The mill stood by the weir."]
    assert (found.taken[0].group.media_type, found.taken[0].group.answers) == ("text/plain", ())


def test_a_record_of_which_a_byte_has_changed_stops_everything(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path / "crawl.warc", packed=False)
    crawl.page("https://x.example/weir")
    crawl.page("https://x.example/dam")
    data = crawl.done().read_bytes().replace(b"Nobody", b"Nobodi", 1)
    crawl.path.write_bytes(data)
    with pytest.raises(ArchiveError, match="whose block is not that of its digest"):
        taken(tmp_path, crawl.path)
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no WARC record|not there|no pages"),
        (b"The mill stood by the weir.", "breaks off|no WARC record"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "a record without a length"),
        (b"WARC/1.1\r\nContent-Length: -5\r\n\r\n", "a record without a length"),
        (b"WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", "a record without a length"),
        (b"WARC/1.1\r\nContent-Length: 500\r\nWARC-Type: resource\r\n\r\nshort", "breaks off"),
        (b"WARC/2.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", r"a version that is not known \(WARC/2.0\)"),
        (b"WARC/1.1\r\n" + b"X: y\r\n" * 60_000, "headers that are too long"),
        (b"WARC/1.1\r\nX: " + b"y" * 2**19, "headers that are too long"),
        (gzip.compress(b"WARC/1.1\r\nX: " + b"y" * 2**26), "headers that are too long"),
        (gzip.compress(b"\0" * 2**26), "breaks off|no WARC record|too long"),
        (
            gzip.compress(b"WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 2),
            "more than one record in one gzip member",
        ),
        (b"WARC/1.1\r\nContent-Length: 3\r\nWARC-Type: resource\r\n\r\nabcdefgh", "a record without an end"),
        (
            b"WARC/1.1\r\nContent-Length: 9\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
            b"WARC-Target-URI: x:\r\n\r\nno HTTP\r\n\r\n\r\n",
            "a response that is no HTTP",
        ),
        (
            b"WARC/1.1\r\nContent-Length: 0\r\nWARC-Type: resource\r\nWARC-Date: 2025-13-45T99:00:00Z\r\n\r\n\r\n\r\n",
            "a record without a time",
        ),
    ],
    ids=brief,
)
def test_what_is_no_warc_file_is_refused_in_one_line(tmp_path: Path, data: bytes, what: str) -> None:
    (tmp_path / "crawl.warc").write_bytes(data)
    if not data:
        assert taken(tmp_path, tmp_path / "crawl.warc") == TakenIn((), {})
        return
    with pytest.raises(ArchiveError, match=what) as refusal:
        taken(tmp_path, tmp_path / "crawl.warc")
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be read: No such file"):
        taken(tmp_path, tmp_path / "gone.wacz")
