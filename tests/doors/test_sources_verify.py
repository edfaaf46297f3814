"""`holdwater sources verify`: of the archive, and of packed files with their time stamps."""

from __future__ import annotations

import gzip
import shutil
import sys
from pathlib import Path

import pytest
from desk import Holdwater
from stamp_authority import Authority, pem

from holdwater.sources.archive.stamping import stamp_file

AT = "2026-03-04 05:06:07 UTC"


@pytest.fixture
def desk(captured_desk: Path) -> Path:
    """The desk of this file's tests: three captured pages of two documents."""
    return captured_desk


@pytest.fixture
def case(
    desk: Path, holdwater: Holdwater, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A packed file of the desk's, alone in a folder that is no project's."""
    holdwater("sources", "pack", "-o", "case.wacz")
    alone = tmp_path_factory.mktemp("alone")
    shutil.copy("case.wacz", alone)
    monkeypatch.chdir(alone)
    return Path("case.wacz")


def test_a_sound_archive_is_verified(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "verify")
    assert done.code == 0
    assert done.out == "2 files, 3 answers kept, 3 captures that the catalogue knows: all as it was written\n"


def test_what_is_not_as_it_was_written_is_told_with_its_place(desk: Path, holdwater: Holdwater) -> None:
    [first, second] = sorted((desk / ".holdwater" / "archive").glob("*"))
    data = bytearray(first.read_bytes())
    data[len(data) // 2] ^= 0xFF
    first.write_bytes(data)
    second.unlink()
    done = holdwater("sources", "verify")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(f".holdwater/archive/{first.name} at byte ")
    assert any("the record that the catalogue knows is not there, or is another" in line for line in lines)
    assert lines[-1].endswith("of it not as written")


def test_without_a_project_there_is_nothing_to_verify(empty_desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "verify")
    assert (done.code, done.err.startswith("holdwater: .holdwater: there is no catalogue of sources")) == (2, True)


# Packed files and their stamps


def test_a_packed_file_is_verified_where_there_is_no_project(case: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "verify", "case.wacz")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "case.wacz: 3 pages, 4 records: all as it was written\n"
        "case.wacz: no time stamp: there is no case.wacz.tsr beside it\n"
    )
    assert not Path(".holdwater").exists()


def test_a_warc_file_is_verified_record_by_record(desk: Path, holdwater: Holdwater) -> None:
    warc = max((desk / ".holdwater" / "archive").glob("*"), key=lambda path: path.stat().st_size)
    plain = gzip.decompress(warc.read_bytes())
    (desk / "crawl.warc").write_bytes(plain)
    assert holdwater("sources", "verify", "crawl.warc").out.startswith("crawl.warc: 2 pages, 3 records: all as it was")
    (desk / "crawl.warc").write_bytes(plain.replace(b"<title>", b"<titel>", 1))
    done = holdwater("sources", "verify", "crawl.warc")
    assert done.code == 1
    assert done.out.startswith("crawl.warc: not as it was written: a record whose block is not that of its digest (")


def test_a_stamp_tells_its_time_and_who_stands_behind_it(case: Path, holdwater: Holdwater) -> None:
    authority = Authority()
    _, kept = stamp_file(case, authority.reply)
    Path("root.pem").write_bytes(pem(authority.root))
    done = holdwater("sources", "verify", "case.wacz", "--authority", "root.pem")
    assert done.code == 0
    known = "a certificate that you trust stands behind it"
    assert done.out.splitlines()[1].startswith(f"{kept}: ")
    assert done.out.splitlines()[1].endswith(f" was there at {AT}, says CN=Stamps; {known}")
    unchecked = holdwater("sources", "verify", "case.wacz")
    assert unchecked.code == 0
    assert f"{AT}, says CN=Stamps; whose name that is was not checked: give its certificate with" in unchecked.out
    Path("other.pem").write_bytes(pem(Authority().root))
    other = holdwater("sources", "verify", "case.wacz", "--authority", "other.pem")
    assert other.code == 1
    assert "case.wacz.tsr: no time stamp: none of the trusted certificates stands behind it\n" in other.out


def test_a_stamp_on_other_bytes_is_told_though_the_file_is_sound(case: Path, holdwater: Holdwater) -> None:
    Path("other").write_bytes(b"other bytes")
    _, kept = stamp_file(Path("other"), Authority().reply)
    kept.rename("case.wacz.tsr")
    done = holdwater("sources", "verify", "case.wacz")
    assert done.code == 1
    assert done.out.splitlines()[1] == "case.wacz.tsr: no time stamp: it is on other bytes"
    assert done.out.splitlines()[0].endswith("all as it was written")


def test_a_packed_file_of_which_a_byte_has_changed_is_told_of(case: Path, holdwater: Holdwater) -> None:
    data = bytearray(case.read_bytes())
    data[data.index(b"\x1f\x8b") + 500] ^= 1
    case.write_bytes(data)
    done = holdwater("sources", "verify", "case.wacz")
    assert (done.code, done.out.count("\n")) == (1, 2)
    assert done.out.startswith("case.wacz: not as it was written: ")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("essay.md",),
            "essay.md: is no packed file; name a .wacz, .warc or .warc.gz file, or none for the project's archive",
        ),
        (("absent.wacz",), "absent.wacz: there is no such file; check its path"),
        (("case.wacz", "--authority", "no.pem"), "--authority no.pem: cannot be read: No such file or directory"),
        (
            ("--authority", "case.wacz"),
            "--authority is for the time stamps of packed files; name one, such as case.wacz",
        ),
    ],
)
def test_what_cannot_be_verified_is_told(
    case: Path, holdwater: Holdwater, arguments: tuple[str, ...], line: str
) -> None:
    Path("essay.md").write_text("The mill.")
    done = holdwater("sources", "verify", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"holdwater: {line}\n")


def test_a_stamp_that_is_asked_for_and_is_not_there_is_a_fault(case: Path, holdwater: Holdwater) -> None:
    Path("root.pem").write_bytes(pem(Authority().root))
    assert holdwater("sources", "verify", "case.wacz", "--authority", "root.pem").code == 1


def test_a_stamp_that_cannot_be_checked_here_is_not_called_wrong(
    case: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp_file(case, Authority().reply)
    monkeypatch.setitem(sys.modules, "asn1crypto", None)
    done = holdwater("sources", "verify", "case.wacz")
    assert done.code == 2
    assert "install it with `pip install holdwater[stamp]`" in done.err
