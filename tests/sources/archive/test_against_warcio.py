"""What the archive writes and reads, against warcio's reader and its checker, over exchanges of any kind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from archive_factory import exchange, redirect
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from holdwater.sources.archive.groups import read_group
from holdwater.sources.archive.model import Group
from holdwater.sources.archive.warc import ORIGINAL
from holdwater.sources.archive.writer import ArchiveWriter

names = st.text("abcXYZ-", min_size=1, max_size=12).filter(lambda name: name.lower() != "transfer-encoding")
values = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=["Cc"]), max_size=40)
headers = st.lists(st.tuples(names, values.map(str.strip)), max_size=6).map(tuple)
addresses = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
times = st.datetimes(datetime(1991, 8, 6), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))


@contextmanager
def written(body: bytes, hops: int, **said: object) -> Iterator[tuple[Path, Group]]:
    """The WARC file with one exchange in it, and the group that was read back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ArchiveWriter(folder / "archive") as writer:
            before = [redirect(folder, f"http://a.example/{hop}", "/b") for hop in range(hops)]
            place = writer.write(exchange(folder, body, **said), hops=before)
        yield folder / "archive" / place.file, read_group(folder / "archive", place)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3), headers, st.integers(100, 599), values, times, addresses)
def test_warcio_reads_what_we_read(
    body: bytes, hops: int, given: tuple[tuple[str, str], ...], status: int, reason: str, at: datetime, path: str
) -> None:
    url = f"https://mills.example/{path}"
    said = {"headers": given, "status": status, "reason": reason, "started": at, "url": url}
    with written(body, hops, **said) as (file, group), file.open("rb") as stream:
        records = [
            (record.rec_type, record.rec_headers, record.http_headers, record.raw_stream.read())
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", *["response", "request"] * (hops + 1), "metadata"]
    _, theirs, http, payload = records[1]
    assert payload == body
    assert (theirs.get_header("WARC-Target-URI"), theirs.get_header("WARC-Record-ID")) == (
        group.url,
        group.place.record_id,
    )
    answer = group.answers[-1]
    assert [answer.status, answer.at, len(group.answers)] == [status, at, hops + 1]
    assert http.get_statuscode() == str(status)
    assert [(name, value.strip()) for name, value in http.headers] == [
        (name if name.lower() != "transfer-encoding" else ORIGINAL + name, value) for name, value in answer.headers
    ]
    assert group.url.isascii()
    assert group.url.isprintable()


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,10}", fullmatch=True), addresses, max_size=5))
def test_what_was_noted_is_read_back_in_one_line_each(fields: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ArchiveWriter(folder / "archive") as writer:
            group = read_group(folder / "archive", writer.write(exchange(folder), fields=fields))
    assert group.fields.keys() == fields.keys()
    for field, value in fields.items():
        assert group.fields[field].split() == [part for part in flat(value).split() if part]


def flat(value: str) -> str:
    """A value without what breaks lines or cannot be printed at all."""
    return "".join(" " if ord(one) < 32 or 127 <= ord(one) < 160 or one in "\u2028\u2029" else one for one in value)
