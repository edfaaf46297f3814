"""`holdwater sources`: adding, listing, showing, and a person's word on what leads where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from desk import Holdwater

ARCH = "https://example.org/arch"


@pytest.fixture
def linked(desk: Path, holdwater: Holdwater) -> Path:
    """A desk on which note 1 was linked to Doe's book, and the folder of sources was taken away."""
    (desk / "doe.txt").write_bytes((desk / "sources" / "doe.txt").read_bytes())
    assert holdwater("sources", "link", "1", "doe.txt", "--document", "essay.md").code == 0
    (desk / "doe.txt").unlink()
    return desk


def captures(desk: Path) -> list[str]:
    return sorted(path.name for path in (desk / ".holdwater" / "archive").glob("*"))


# Link


def test_a_note_is_linked_to_a_file_and_checked_against_it_from_the_archive(linked: Path, holdwater: Holdwater) -> None:
    found = holdwater("check", "essay.md", "--output-format", "concise")
    assert found.code == 1
    assert "essay.md:3:32: QUO101 quotes “glad” where the source has “sad”" in found.out
    assert found.err == ""
    assert len(captures(linked)) == 1


def test_what_was_linked_is_said(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "link", "1", "sources/doe.txt", "--document", "essay.md")
    assert (done.code, done.err) == (0, "")
    assert done.out == "1 leads to doe2019bridges (“Bridges of the North”)\nsources/doe.txt is now in the archive\n"


def test_the_one_known_document_need_not_be_named(linked: Path, holdwater: Holdwater) -> None:
    assert holdwater("sources", "link", "2", "sources/council.txt").out.startswith("2 leads to council2018arch")
    unknown = holdwater("sources", "link", "9", "sources/council.txt")
    assert unknown.err == ("holdwater: the document has no note, entry or citation called '9'; there are 1, 2\n")


def test_a_document_that_is_gone_is_not_known_any_more(linked: Path, holdwater: Holdwater) -> None:
    holdwater("sources", "link", "1", "sources/doe.txt", "--document", "clean.md")
    several = holdwater("sources", "link", "2", "sources/council.txt")
    assert several.code == 2
    assert several.err == (
        "holdwater: the project knows several documents: clean.md, essay.md; say which: --document clean.md\n"
    )
    (linked / "clean.md").unlink()
    assert holdwater("sources", "link", "2", "sources/council.txt").code == 0


def test_without_a_known_document_one_must_be_named(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "link", "1", "sources/doe.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err == ("holdwater: no document of this project is known yet; say which: --document essay.md\n")
    assert not (desk / ".holdwater").exists()


def test_a_note_is_linked_to_an_address_that_is_yet_to_be_fetched(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "link", "2", ARCH, "--document", "essay.md")
    assert done.out == (
        "2 leads to council2018arch (“Report on the Arch”)\n"
        "nothing of it is in the archive yet; `holdwater sources fetch` gets it\n"
    )
    assert captures(desk) == []
    told = json.loads(holdwater("sources", "show", "council2018arch", "--output-format", "json").out)
    assert told["csl"]["URL"] == ARCH
    assert told["ties"][0]["why"] == f"linked to {ARCH}"
    checked = holdwater("check", "essay.md", "--sources", "sources", "--output-format", "concise")
    assert "CIT201 no source in hand" in checked.out


def test_a_note_is_linked_to_a_doi_and_to_a_work_of_the_catalogue(desk: Path, holdwater: Holdwater) -> None:
    assert holdwater("sources", "link", "1", "https://doi.org/10.1000/b1", "--document", "essay.md").code == 0
    assert holdwater("sources", "link", "2", "doi:10.1000/b2").code == 0
    works = [json.loads(holdwater("sources", "show", name, "--output-format", "json").out) for name in
             ("doe2019bridges", "council2018arch")]  # fmt: skip
    assert [work["identifiers"] for work in works] == [["doi:10.1000/b1"], ["doi:10.1000/b2"]]
    assert holdwater("sources", "link", "2", "doe2019bridges").out.startswith("2 leads to doe2019bridges")


def test_linking_again_takes_the_place_of_the_first_word(linked: Path, holdwater: Holdwater) -> None:
    (linked / "other.txt").write_text("Another edition. The town was glad to close the bridge that everybody had "
                                      "loved for ninety years.")  # fmt: skip
    done = holdwater("sources", "link", "1", "other.txt", "--why", "the second edition", "--who", "Ann")
    assert done.code == 0
    assert "QUO101" not in holdwater("check", "essay.md", "--output-format", "concise").out
    listed = json.loads(holdwater("sources", "list", "--document", "essay.md", "--output-format", "json").out)
    assert (listed[0]["label"], listed[0]["state"], listed[0]["reason"]) == (
        "1", "confirmed", "Ann tied it: the second edition",
    )  # fmt: skip


def test_a_file_that_is_in_the_archive_is_not_put_there_twice(linked: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "link", "1", "sources/doe.txt")
    assert "sources/doe.txt was in the archive" in done.out
    assert len(captures(linked)) == 1
    again = holdwater("sources", "add", "sources/doe.txt")
    assert again.out == "sources/doe.txt: in the archive already, as doe2019bridges (“Bridges of the North”)\n"
    assert len(captures(linked)) == 1


def test_the_folders_own_file_is_the_work_and_no_rival_of_it(desk: Path, holdwater: Holdwater) -> None:
    before = holdwater("check", "essay.md", "--sources", "sources", "--output-format", "concise")
    holdwater("sources", "link", "1", "sources/doe.txt", "--document", "essay.md")
    after = holdwater("check", "essay.md", "--sources", "sources", "--output-format", "concise")
    assert (after.code, after.out, after.err) == (before.code, before.out, before.err)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("absent.pdf", "there is no file and no work called 'absent.pdf'; give a file's path, an http(s) address"),
        ("sources", "sources is a folder; name the one file of it"),
        ("file:///etc/passwd", "file: addresses are not taken; give a file's path, or an http(s) address"),
        ("javascript:alert(1)", "javascript: addresses are not taken"),
        ("https://", "not an address: 'https://'; write it as https://host/path"),
        ("https://example.org/a b", "not an address"),
        ("http://[::1", "not an address"),
        ("empty.txt", "empty.txt: is empty"),
        ("photo.png", "photo.png: this is a picture, which holds no text to read"),
    ],
)
def test_what_a_note_cannot_be_linked_to_is_told_and_nothing_is_kept(
    desk: Path, holdwater: Holdwater, target: str, told: str
) -> None:
    (desk / "empty.txt").write_bytes(b"")
    (desk / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = holdwater("sources", "link", "1", target, "--document", "essay.md")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert holdwater("sources", "list").out == "the catalogue is empty\n"
    assert captures(desk) == []


def test_a_document_that_is_not_there_is_told(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "link", "1", "sources/doe.txt", "--document", "absent.md")
    assert done.err == "holdwater: absent.md: there is no such document; check its path\n"


# Unlink and confirm


def test_what_was_unlinked_is_not_tied_again(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "unlink", "1", "--document", "essay.md", "--sources", "sources")
    assert done.out.startswith("1 does not lead to doe\nit leads to no source in hand: ")
    checked = holdwater("check", "essay.md", "--sources", "sources", "--output-format", "concise")
    assert "QUO101" not in checked.out
    assert "CIT201 no source in hand for “Mary Doe" in checked.out
    assert holdwater("sources", "unlink", "1", "--sources", "sources").err.startswith(
        "holdwater: 1 leads to no source in hand as it is"
    )


def test_a_persons_own_link_can_be_taken_back(linked: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "unlink", "1")
    assert done.out.startswith("1 does not lead to doe2019bridges\n")
    assert "CIT201" in holdwater("check", "essay.md", "--output-format", "concise").out
    (linked / "doe.txt").write_text("Anything at all.")
    assert holdwater("sources", "link", "1", "doe.txt").code == 0


def test_ties_are_confirmed_together_or_not_at_all(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "confirm", "1", "2", "--document", "essay.md", "--sources", "sources", "--who", "Ann")
    assert done.out == (
        "1 leads to doe (“Bridges of the North”): confirmed\n2 leads to council (“Report on the Arch”): confirmed\n"
    )
    lines = holdwater("sources", "list", "--document", "essay.md", "--sources", "sources").out.splitlines()
    assert lines[0].startswith("1: confirmed, doe (“Bridges of the North”); Ann tied it: ")
    listed = json.loads((desk / "sources" / "sources.json").read_text())
    (desk / "sources" / "sources.json").write_text(json.dumps(listed[:1]))
    (desk / "sources" / "council.txt").unlink()
    some = holdwater("sources", "confirm", "1", "2", "--document", "clean.md", "--sources", "sources")
    assert (some.code, some.out) == (2, "")
    states = json.loads(
        holdwater("sources", "list", "--document", "clean.md", "--sources", "sources", "--output-format", "json").out
    )
    assert [row["state"] for row in states] == ["tied", "source missing"]


def test_what_leads_nowhere_cannot_be_confirmed(desk: Path, holdwater: Holdwater) -> None:
    (desk / "empty").mkdir()
    done = holdwater("sources", "confirm", "1", "--document", "essay.md", "--sources", "empty")
    assert done.code == 2
    assert "1 leads to no source in hand" in done.err
    assert "`holdwater sources link 1 FILE-OR-ADDRESS`" in done.err


# Add, list, show


def test_files_are_added_with_what_they_say_of_themselves(desk: Path, holdwater: Holdwater) -> None:
    page = '<title>The arch reopened</title><meta name="author" content="Ann Loe"><p>It was opened in June.'
    (desk / "arch.html").write_text(page)
    done = holdwater("sources", "add", "arch.html", "sources/council.txt")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "arch.html: added, as loearch (“The arch reopened”)"
    listed = holdwater("sources", "list").out.splitlines()
    assert listed[0].startswith("loearch: The arch reopened; 1 capture, the last on 20")
    assert listed[-1] == "2 works, 2 captured"


def test_a_file_is_added_to_a_work_of_the_catalogue(linked: Path, holdwater: Holdwater) -> None:
    (linked / "doe.html").write_text("<p>The town was sad to close the bridge.")
    assert holdwater("sources", "add", "doe.html", "--work", "doe2019bridges").code == 0
    assert "2 captures" in holdwater("sources", "list").out
    unknown = holdwater("sources", "add", "doe.html", "--work", "nobody")
    assert "there is no work called 'nobody' in the catalogue; `holdwater sources list`" in unknown.err


def test_all_that_is_known_of_a_work_is_shown(linked: Path, holdwater: Holdwater) -> None:
    shown = holdwater("sources", "show", "doe2019bridges").out
    assert '"title": "Bridges of the North"' in shown
    assert "how added by a person; from doe.txt; media_type text/plain; bytes 182; sha256 " in shown
    assert "tries: none" in shown
    assert "document essay.md; label 1; state confirmed; why linked to doe.txt" in shown
    assert "no work called 'doe'" in holdwater("sources", "show", "doe").err


def test_a_folder_without_a_catalogue_is_told(desk: Path, holdwater: Holdwater) -> None:
    done = holdwater("sources", "list")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "holdwater: .holdwater: there is no catalogue of sources; "
        "`holdwater sources add` and `holdwater sources fetch` make one\n"
    )


def test_a_damaged_catalogue_stops_a_check_with_one_line(linked: Path, holdwater: Holdwater) -> None:
    (linked / ".holdwater" / "catalogue.sqlite").write_text("no catalogue " * 100)
    done = holdwater("check", "essay.md")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("holdwater: .holdwater/catalogue.sqlite: the catalogue is damaged")
    assert done.err.count("\n") == 1


# From the archive alone

OFFLINE = """
import socket, sys
def closed(*arguments, **named):
    raise AssertionError("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = closed
from holdwater.doors.cli import run
code = run(["check", "essay.md", "--output-format", "concise", "--no-cache"])
heavy = [name for name in ("httpx", "asyncio", "warcio", "ssl") if name in sys.modules]
print(code, heavy)
"""


def test_a_check_from_the_archive_opens_no_socket_and_loads_nothing_that_could(linked: Path) -> None:
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE], cwd=linked, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "1 []"


def test_a_check_without_a_project_loads_no_database(desk: Path) -> None:
    program = OFFLINE.replace('("httpx", "asyncio", "warcio", "ssl")', '("sqlite3", "httpx", "asyncio", "warcio")')
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=desk, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1].endswith(" []")


def test_payloads_may_be_deleted_at_any_time(linked: Path, holdwater: Holdwater) -> None:
    import shutil

    first = holdwater("check", "essay.md", "--output-format", "json").out
    shutil.rmtree(linked / ".holdwater" / "payloads")
    assert holdwater("check", "essay.md", "--output-format", "json").out == first


def test_the_project_is_found_from_a_folder_below(
    linked: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = linked / "drafts"
    below.mkdir()
    monkeypatch.chdir(below)
    assert "doe2019bridges" in holdwater("sources", "list").out
    assert "QUO101" in holdwater("check", "../essay.md", "--output-format", "concise").out
    assert holdwater("sources", "list", "--document", "../essay.md").out.startswith("1: confirmed")
