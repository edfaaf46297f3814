"""What is put into the archive stands in it whole, as any reader of WARC files reads it."""

from __future__ import annotations

import gzip
import hashlib
import multiprocessing
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive_factory import AT, PAGE, URL, body_file, exchange, redirect, warcio_check, zipped
from warcio.archiveiterator import ArchiveIterator

from holdwater.errors import ArchiveError
from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.locks import lock
from holdwater.sources.archive.model import Place
from holdwater.sources.archive.writer import ArchiveWriter


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def writer(archive: Path) -> Iterator[ArchiveWriter]:
    with ArchiveWriter(archive, now=lambda: AT) as made:
        yield made


def only_file(archive: Path) -> Path:
    (found,) = archive.iterdir()
    return found


def kinds(file: Path) -> list[str]:
    with file.open("rb") as stream:
        return [record.rec_type for record in ArchiveIterator(stream)]


def record_at(archive: Path, place: Place) -> tuple[dict[str, str], bytes]:
    """The headers and the raw block of the record at a place, as warcio reads them from its own gzip member alone."""
    data = (archive / place.file).read_bytes()[place.offset : place.offset + place.length]
    head, _, block = gzip.decompress(data).partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "WARC/1.1"
    return dict(line.split(": ", 1) for line in lines[1:]), block.removesuffix(b"\r\n\r\n")


def test_nothing_is_made_until_something_is_written(archive: Path, writer: ArchiveWriter) -> None:
    assert not archive.exists()


def test_a_group_is_a_response_its_request_and_the_metadata_that_close_it(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    writer.write(exchange(tmp_path))
    assert kinds(only_file(archive)) == ["warcinfo", "response", "request", "metadata"]


def test_the_judge_of_warc_files_has_nothing_against_them(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    writer.write(exchange(tmp_path))
    writer.write(zipped(tmp_path), fields={"work": "doe2019"})
    writer.write(exchange(tmp_path, None, status=304, reason="Not Modified"))
    writer.write_file(body_file(tmp_path, b"%PDF-1.7"), "mill.pdf", "application/pdf")
    assert warcio_check(only_file(archive)) == ""


def test_the_judge_would_tell_of_a_changed_byte(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    place = writer.write(exchange(tmp_path))
    data = (archive / place.file).read_bytes()
    record = gzip.decompress(data[place.offset : place.offset + place.length]).replace(b"1843", b"1834")
    (tmp_path / "changed.warc.gz").write_bytes(gzip.compress(record))
    assert "digest failed" in warcio_check(tmp_path / "changed.warc.gz")


def test_a_place_is_the_records_own_member_and_its_groups_end(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    first = writer.write(exchange(tmp_path))
    second = writer.write(exchange(tmp_path))
    headers, block = record_at(archive, second)
    assert (first.end, second.end) == (second.offset, only_file(archive).stat().st_size)
    assert headers["WARC-Record-ID"] == second.record_id
    assert block.endswith(PAGE.encode())


def test_a_response_says_when_where_from_and_with_which_digests(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    place = writer.write(exchange(tmp_path))
    headers, block = record_at(archive, place)
    body = hashlib.sha256(PAGE.encode()).hexdigest()
    assert headers["WARC-Date"] == "2026-03-04T05:06:07.890123Z"
    assert headers["WARC-Target-URI"] == URL
    assert headers["WARC-IP-Address"] == "203.0.113.7"
    assert headers["WARC-Payload-Digest"] == f"sha256:{body}"
    assert headers["WARC-Block-Digest"] == f"sha256:{hashlib.sha256(block).hexdigest()}"
    assert place.payload_sha256 == body
    assert "WARC-Truncated" not in headers


def test_the_body_is_kept_as_it_came_compressed_and_all(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    had = zipped(tmp_path)
    _, block = record_at(archive, writer.write(had))
    assert had.body is not None
    assert block.endswith(b"\r\n\r\n" + had.body.read_bytes())


def test_headers_keep_their_order_letter_case_and_bytes(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    headers = (("x-Mill", "b\xe9"), ("Set-Cookie", "a=1"), ("set-cookie", "b=2"), ("X-Empty", ""))
    _, block = record_at(archive, writer.write(exchange(tmp_path, headers=headers)))
    assert block.startswith(
        b"HTTP/1.1 200 OK\r\nx-Mill: b\xe9\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Empty: \r\n\r\n"
    )


def test_the_coding_of_the_transfer_is_kept_under_another_name_for_the_body_has_it_no_longer(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    place = writer.write(exchange(tmp_path, headers=(("Transfer-Encoding", "chunked"), ("Content-Type", "text/html"))))
    _, block = record_at(archive, place)
    assert b"X-Archive-Orig-Transfer-Encoding: chunked\r\n" in block
    assert read_group(archive, place).answers[-1].header("transfer-encoding") == "chunked"


def test_an_answer_over_http_2_is_written_as_readers_expect_it_and_says_so(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    had = exchange(tmp_path, http_version="HTTP/2", reason="", request_headers=((":path", "/weir"), ("accept", "*/*")))
    headers, block = record_at(archive, writer.write(had))
    assert headers["WARC-Protocol"] == "h2"
    assert block.startswith(b"HTTP/1.1 200\r\n")
    assert b":path" not in gzip.decompress(only_file(archive).read_bytes())


@pytest.mark.parametrize("truncated", ["length", "time", "disconnect"])
def test_a_body_that_was_cut_short_is_marked(
    tmp_path: Path, archive: Path, writer: ArchiveWriter, truncated: str
) -> None:
    headers, _ = record_at(archive, writer.write(exchange(tmp_path, truncated=truncated)))
    assert headers["WARC-Truncated"] == truncated


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "https://mills.example/a b\r\nWARC-Type: warcinfo\r\n\r\n"},
        {"headers": (("X-Mill", "a\r\n\r\nHTTP/1.1 500 No"), ("Bad\r\nName", "x\x00y"))},
        {"reason": "OK\r\nX-Set: 1"},
        {"headers": (("X-Mill", "水車"), ("", "nameless"))},
        {"url": "https://mills.example/水車?q=ü", "ip": "not an address"},
        {"request_headers": (("Cookie", "a\nb"),)},
    ],
)
def test_what_a_hostile_server_says_stays_in_its_own_line(
    tmp_path: Path, archive: Path, writer: ArchiveWriter, changes: dict[str, object]
) -> None:
    place = writer.write(exchange(tmp_path, **changes))
    assert kinds(only_file(archive)) == ["warcinfo", "response", "request", "metadata"]
    assert warcio_check(only_file(archive)) == ""
    answer = read_group(archive, place).answers[-1]
    assert answer.status == 200
    assert "X-Set" not in dict(answer.headers)


def test_headers_without_measure_are_refused(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    with pytest.raises(ArchiveError, match="headers that are too long"):
        writer.write(exchange(tmp_path, headers=(("X-Mill", "w" * 2**21),)))
    assert not archive.exists()


def test_redirects_stand_in_the_group_of_the_page_they_led_to(
    tmp_path: Path, archive: Path, writer: ArchiveWriter
) -> None:
    hops = [redirect(tmp_path, "http://a.example/", "http://b.example/"), redirect(tmp_path, "http://b.example/", URL)]
    place = writer.write(exchange(tmp_path), hops=hops, fields={"asked": "http://a.example/"})
    group = read_group(archive, place)
    assert [(answer.url, answer.status) for answer in group.answers] == [
        ("http://a.example/", 301),
        ("http://b.example/", 301),
        (URL, 200),
    ]
    assert group.answers[0].header("location") == "http://b.example/"
    assert (group.url, group.at, dict(group.fields)) == (URL, AT, {"asked": "http://a.example/"})
    assert warcio_check(only_file(archive)) == ""


def test_a_file_that_a_person_puts_in_keeps_its_name(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    path = body_file(tmp_path, b"%PDF-1.7")
    group = read_group(archive, writer.write_file(path, "Mühlen\n& Wehre.pdf", "application/pdf"))
    assert (group.name, group.media_type, group.answers) == ("Mühlen & Wehre.pdf", "application/pdf", ())
    assert group.url.startswith("https://added.invalid/")
    assert group.url.endswith("/M%C3%BChlen%20%26%20Wehre.pdf")
    assert kinds(only_file(archive)) == ["warcinfo", "resource", "metadata"]


@pytest.mark.parametrize("media_type", ["", "text", "text/html\r\nX: y", "../../x"])
def test_a_media_type_that_is_none_is_that_of_bytes(
    tmp_path: Path, archive: Path, writer: ArchiveWriter, media_type: str
) -> None:
    place = writer.write_file(body_file(tmp_path, b"x"), "x", media_type)
    assert read_group(archive, place).media_type == "application/octet-stream"


def test_a_field_whose_name_could_not_be_read_back_is_refused(tmp_path: Path, writer: ArchiveWriter) -> None:
    with pytest.raises(ArchiveError, match="a field that cannot be noted: a b"):
        writer.write(exchange(tmp_path), fields={"a b": "c"})


def test_a_body_that_is_gone_changes_nothing(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    before = writer.write(exchange(tmp_path))
    with pytest.raises(ArchiveError, match="cannot be read: No such file"):
        writer.write(replace(exchange(tmp_path), body=tmp_path / "gone"))
    assert only_file(archive).stat().st_size == before.end


def test_a_run_holds_its_file_until_it_lets_go_of_it(tmp_path: Path, archive: Path) -> None:
    with ArchiveWriter(archive) as one:
        one.write(exchange(tmp_path))
        with only_file(archive).open("rb") as file:
            assert not lock(file.fileno(), wait=False)
    with only_file(archive).open("rb") as file:
        assert lock(file.fileno(), wait=False)


def test_two_runs_write_two_files(tmp_path: Path, archive: Path) -> None:
    with ArchiveWriter(archive) as one, ArchiveWriter(archive) as other:
        assert one.write(exchange(tmp_path)).file != other.write(exchange(tmp_path)).file
    assert warcio_check(*archive.iterdir()) == ""


def test_threads_take_turns(tmp_path: Path, archive: Path, writer: ArchiveWriter) -> None:
    places: list[Place] = []
    had = [exchange(tmp_path, f"<p>{number}</p>".encode() * 3000) for number in range(24)]
    threads = [threading.Thread(target=lambda one=one: places.append(writer.write(one))) for one in had]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert warcio_check(only_file(archive)) == ""
    assert {read_group(archive, place).place for place in places} == set(places)


def test_a_file_that_another_run_took_for_a_dead_ones_is_made_again(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from holdwater.sources.archive import writer as module

    taken = []

    def take_away_first(descriptor: int, *, wait: bool) -> bool:
        if not taken:
            taken.append(only_file(archive))
            taken[0].unlink()
        return lock(descriptor, wait=wait)

    monkeypatch.setattr(module, "lock", take_away_first)
    with ArchiveWriter(archive) as one:
        place = one.write(exchange(tmp_path))
    assert read_group(archive, place).url == URL
    assert only_file(archive).name != taken[0].name


FULL = """
import resource, sys
from dataclasses import replace
from pathlib import Path
sys.path[:0] = {paths!r}
from archive_factory import exchange
from holdwater.errors import ArchiveError
from holdwater.sources.archive.writer import ArchiveWriter
folder = Path({folder!r})
with ArchiveWriter(folder / "archive") as writer:
    for _ in range({before}):
        print(writer.write(exchange(folder)).end)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, hard))
    try:
        writer.write(replace(exchange(folder), body=folder / "long"))
    except ArchiveError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    print(writer.write(exchange(folder)).end)
"""


def run_with_little_room(tmp_path: Path, before: int, room: int) -> list[str]:
    """A run that may write no file larger than `room` bytes while it puts in a megabyte that cannot be packed."""
    (tmp_path / "long").write_bytes(os.urandom(2**20))
    code = FULL.format(paths=sys.path, folder=str(tmp_path), before=before, room=room)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split("\n")


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the platform has no limit on the size of files")
def test_where_there_is_no_room_the_archive_stays_as_it_was_and_goes_on_when_there_is(tmp_path: Path) -> None:
    first, refusal, second, _ = run_with_little_room(tmp_path, 1, 300_000)
    file = only_file(tmp_path / "archive")
    assert "cannot be written: File too large; make room there and run it again" in refusal
    assert kinds(file) == ["warcinfo", *["response", "request", "metadata"] * 2]
    assert 0 < int(second) - int(first) < 3000
    assert warcio_check(file) == ""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the platform has no limit on the size of files")
def test_where_there_was_never_room_no_file_is_left(tmp_path: Path) -> None:
    refusal, end, _ = run_with_little_room(tmp_path, 0, 300_000)
    assert "File too large" in refusal
    assert only_file(tmp_path / "archive").stat().st_size == int(end)


def fill(folder: Path) -> None:
    """In a mount namespace of its own: a disk of 256 KB, and an archive that grows until it is full."""
    disk = folder / "disk"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], check=True)
    places: list[Place] = []
    with ArchiveWriter(disk / "archive") as writer:
        try:
            while True:
                places.append(writer.write(exchange(folder, os.urandom(40_000))))
        except ArchiveError as error:
            told = str(error)
        file = only_file(disk / "archive")
        assert file.stat().st_size == places[-1].end
        assert [read_group(disk / "archive", place).place for place in places] == places
        assert warcio_check(file) == ""
    (folder / "told").write_text(told)


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    code = f"import sys; sys.path[:0] = {[*sys.path, str(Path(__file__).parent)]!r}; from pathlib import Path\n"
    code += f"import test_writer; test_writer.fill(Path({str(tmp_path)!r}))"
    run = subprocess.run(
        ["unshare", "--mount", "--map-root-user", sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in run.stderr or "mount:" in run.stderr:
        pytest.skip("this user may not mount a small disk")
    assert run.returncode == 0, run.stderr
    assert "No space left on device; make room there" in (tmp_path / "told").read_text()


def write_until_killed(folder: Path, started: object) -> None:
    with ArchiveWriter(folder / "archive") as writer:
        writer.write(exchange(folder))
        started.set()  # type: ignore[attr-defined]
        while True:
            writer.write(exchange(folder, os.urandom(100_000)))


def test_a_killed_run_lets_go_of_its_file(tmp_path: Path, archive: Path) -> None:
    context = multiprocessing.get_context("fork")
    started = context.Event()
    run = context.Process(target=write_until_killed, args=(tmp_path, started))
    run.start()
    assert started.wait(20)
    with only_file(archive).open("rb") as file:
        assert not lock(file.fileno(), wait=False)
        run.kill()
        run.join()
        assert lock(file.fileno(), wait=False)
