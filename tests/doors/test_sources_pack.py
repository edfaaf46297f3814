"""`holdwater sources pack`, and `add` of what was packed."""

from __future__ import annotations

import gzip
import shutil
import zipfile
from pathlib import Path

import pytest
from archive_factory import wacz_validate
from desk import Holdwater
from stamp_authority import Authority, pem

from holdwater.errors import FetchError
from holdwater.sources.catalogue.model import Held
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.fetch.conversing import Conversation, Reply
from replica import Replica


@pytest.fixture
def desk(captured_desk: Path) -> Path:
    """The desk of this file's tests: three captured pages of two documents."""
    return captured_desk


def held(project: Path) -> list[Held]:
    with open_catalogue(project, read_only=True) as catalogue:
        return list(catalogue.snapshots())


def archived(project: Path) -> int:
    """How many bytes the project's archive has."""
    return sum(path.stat().st_size for path in (project / ".holdwater" / "archive").iterdir())


def told(one: Held) -> tuple[object, ...]:
    return (one.work, one.url, one.final_url, one.at, one.sha256, one.title, one.media_type)


def test_every_capture_is_packed_into_a_file_that_others_accept(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "pack", "-o", "case.wacz")
    size = round(Path("case.wacz").stat().st_size / 1000)
    assert (done.code, done.out, done.err) == (0, f"case.wacz: 3 captures of 3 works, {size} KB\n", "")
    assert wacz_validate(Path("case.wacz")) == ""


def test_what_was_packed_is_added_to_another_project_once(
    desk: Path, holdwater: Holdwater, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    holdwater("sources", "pack", "-o", "case.wacz")
    other = tmp_path_factory.mktemp("other")
    shutil.copy("case.wacz", other)
    monkeypatch.chdir(other)
    done = holdwater("sources", "add", "case.wacz")
    assert done.code == 0
    assert done.out.splitlines()[0] == "case.wacz: 3 captures added"
    assert sorted(map(told, held(other))) == sorted(map(told, held(desk)))
    size = archived(other)
    assert holdwater("sources", "add", "case.wacz").out == "case.wacz: 0 captures added, 3 were there before\n"
    assert archived(other) == size
    assert sorted(map(told, held(other))) == sorted(map(told, held(desk)))
    assert holdwater("sources", "verify").code == 0


def test_only_what_a_document_leads_to_is_packed(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "pack", "-o", "case.wacz", "--document", "essay.md")
    assert done.out.startswith("case.wacz: 2 captures of 2 works")
    with zipfile.ZipFile("case.wacz") as packed:
        assert b"/page/3" not in packed.read("pages/pages.jsonl")
        assert b'"title": "essay.md"' in packed.read("datapackage.json")


def test_somebodys_warc_file_is_added_page_by_page(
    server: Replica, desk: Path, holdwater: Holdwater, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    warc = max((desk / ".holdwater" / "archive").glob("*"), key=lambda path: path.stat().st_size)
    other = tmp_path_factory.mktemp("other")
    (other / "crawl.warc").write_bytes(gzip.decompress(warc.read_bytes()))
    monkeypatch.chdir(other)
    done = holdwater("sources", "add", "crawl.warc")
    assert (done.code, done.err) == (0, "")
    assert "crawl.warc: 2 captures added\n  article (“Article 1”), 20" in done.out
    assert server.url("/page/1") in {one.url for one in held(other)}


def test_an_archive_that_is_none_is_told_in_one_line_and_nothing_is_kept(desk: Path, holdwater: Holdwater) -> None:
    (desk / "case.wacz").write_bytes(b"PK\x03\x04 and nothing more")
    (desk / "case.warc.gz").write_bytes(b"no archive")
    before = held(desk)
    for name in ("case.wacz", "case.warc.gz", "absent.wacz"):
        done = holdwater("sources", "add", name)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(f"holdwater: {name}")
    assert held(desk) == before
    single = holdwater("sources", "add", "case.wacz", "--work", held(desk)[0].work)
    assert single.err == "holdwater: case.wacz: an archive has pages of several works; add it without --work\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("-o", "case.zip"), "-o case.zip: the file's ending must be .wacz; call it case.zip.wacz"),
        (
            ("-o", "nowhere/case.wacz"),
            "nowhere/case.wacz: cannot be written: No such file or directory; make room there",
        ),
        (("-o", "case.wacz", "--document", "absent.md"), "absent.md: there is no such document; check its path"),
        (
            ("-o", "case.wacz", "--stamp", "http://stamps.example.org", "--offline"),
            "--stamp asks an authority, and --offline asks nobody; give one of them",
        ),
    ],
)
def test_what_cannot_be_packed_is_told(desk: Path, holdwater: Holdwater, arguments: tuple[str, ...], line: str) -> None:
    done = holdwater("sources", "pack", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"holdwater: {line}\n")
    assert not list(desk.glob("*.wacz*"))


def test_an_empty_archive_is_not_packed(empty_desk: Path, holdwater: Holdwater) -> None:
    open_catalogue(empty_desk, create=True).close()
    done = holdwater("sources", "pack", "-o", "case.wacz")
    assert done.err.startswith("holdwater: there is nothing to pack: nothing of it was captured; `holdwater sources")


# Stamps


def test_a_packed_file_is_stamped_by_an_authority(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority()
    monkeypatch.setattr(Conversation, "post", lambda _self, _url, sent, _kind: Reply(200, body=authority.reply(sent)))
    (desk / "root.pem").write_bytes(pem(authority.root))
    stamp = ("--stamp", "https://stamps.example.org/tsa")
    done = holdwater("sources", "pack", "-o", "case.wacz", *stamp, "--authority", "root.pem")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1] == "case.wacz.tsr: stamped at 2026-03-04 05:06:07 UTC by CN=Stamps"
    unknown = holdwater("sources", "pack", "-o", "case.wacz", *stamp)
    assert "CN=Stamps; whose name that is was not checked: give its certificate with --authority" in unknown.out
    absent = holdwater("sources", "pack", "-o", "case.wacz", *stamp, "--authority", "absent.pem")
    assert absent.err == "holdwater: --authority absent.pem: cannot be read: No such file or directory\n"


def test_an_authority_that_does_not_stamp_is_told_and_the_file_stays(
    server: Replica, desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = holdwater("sources", "pack", "-o", "case.wacz", "--stamp", server.url("/tsa"))
    assert refused.code == 2
    assert "not stamped: 127.0.0.1 is not asked for: it is this computer's own address" in refused.err
    assert refused.err.endswith("; case.wacz was written all the same\n")
    absent = holdwater("sources", "pack", "-o", "case.wacz", "--stamp", server.url("/status/503"), "--allow-private")
    assert "not stamped: the authority answered 50" in absent.err or "answered 405" in absent.err

    def silent(*_: object) -> Reply:
        raise FetchError("no answer")

    monkeypatch.setattr(Conversation, "post", silent)
    assert "not stamped: no answer" in holdwater("sources", "pack", "-o", "case.wacz", "--stamp", "http://a.bc").err
    assert [path.name for path in desk.glob("case*")] == ["case.wacz"]
