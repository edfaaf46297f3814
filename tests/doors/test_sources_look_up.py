"""`holdwater sources look-up`: references against the replica's records of one invented article."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Holdwater

from replica import Recorded, Replica
from replica.services import DOI, TITLE

SOUND = f"Jane Q. Doe and Øystein van der Berg, “{TITLE}”, Journal of Invented Hydrology 12, no. 3 (2019): 123-130."
PAGE = "Ann Loe, “The mill”, https://mill.example.org/page (2018)."
LOOK_UP = ("sources", "look-up", "essay.md", "--allow-private", "--no-progress")


def write(*notes: str) -> None:
    marks = "\n\n".join(f"The mill stood by the weir.[^{number}]" for number in range(1, len(notes) + 1))
    listed = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    Path("essay.md").write_text(f"{marks}\n\n{listed}\n", encoding="utf-8")


@pytest.fixture
def desk(server: Replica, empty_desk: Path) -> Path:
    return empty_desk


def test_a_reference_that_is_as_its_record_is_found_and_alike(desk: Path, holdwater: Holdwater) -> None:
    write(f"{SOUND[:-1]}, https://doi.org/{DOI}.", PAGE)
    done = holdwater(*LOOK_UP)
    assert (done.code, done.err) == (0, "")
    assert done.out == (f"1: found and alike; Crossref, https://doi.org/{DOI}\n2: not expected in these catalogues\n")


def test_what_differs_is_told_with_what_both_say(desk: Path, holdwater: Holdwater) -> None:
    write(f"{SOUND.replace('2019', '2003').replace('123-130', '7-9')[:-1]}, https://doi.org/{DOI}.")
    done = holdwater(*LOOK_UP)
    assert done.code == 1
    assert "1: differs in year (“2003”, recorded as “2018" in done.out
    assert "pages (“7-9”, recorded as “123-130”)" in done.out


def test_what_was_answered_is_kept_and_told_again_without_a_socket(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    write(f"{SOUND[:-1]}, https://doi.org/{DOI}.", PAGE)
    before = holdwater("sources", "look-up", "essay.md", "--offline")
    assert (before.code, "there is no catalogue of sources" in before.err) == (2, True)
    first = holdwater(*LOOK_UP, "--contact", "me@example.org")
    asked = len(server.seen)
    assert asked > 0
    assert any("me@example.org" in one.header("user-agent") for one in server.seen)
    assert holdwater(*LOOK_UP).out == first.out
    assert holdwater("sources", "look-up", "essay.md", "--offline").out == first.out
    assert len(server.seen) == asked


def test_what_was_never_asked_is_told_so_offline(desk: Path, holdwater: Holdwater) -> None:
    write(PAGE)
    holdwater(*LOOK_UP)
    write(f"{SOUND[:-1]}, https://doi.org/{DOI}.")
    done = holdwater("sources", "look-up", "essay.md", "--offline")
    assert (done.code, done.out) == (1, "1: never asked for\n")


def test_what_no_catalogue_knows_is_not_found_in_those_that_were_asked(
    server: Replica, desk: Path, holdwater: Holdwater
) -> None:
    doi = "10.5555/nothing.here"
    nothing = b'{"status":"ok","message":{"items":[]},"data":[],"results":[],"esearchresult":{"idlist":[]}}'
    for host, path in (
        ("api.crossref.org", "/works"),
        ("api.datacite.org", "/dois"),
        ("api.openalex.org", "/works"),
        ("eutils.ncbi.nlm.nih.gov", "/entrez/eutils/esearch.fcgi"),
    ):
        server.record(Recorded(host, path, nothing))
    write(f"Jo Nobody, “Weirs that nobody has seen”, Journal of Weirs 4 (2011): 1-9, https://doi.org/{doi}.")
    done = holdwater(*LOOK_UP)
    assert done.code == 1
    assert done.out.startswith("1: not found in Crossref, DataCite")


def test_services_that_fail_are_named_and_nothing_is_denied(server: Replica, desk: Path, holdwater: Holdwater) -> None:
    for host, path in (
        ("api.crossref.org", f"/works/{DOI}"), ("api.crossref.org", "/works"), ("api.openalex.org", "/works"),
        ("api.datacite.org", "/dois"), ("eutils.ncbi.nlm.nih.gov", "/entrez/eutils/esearch.fcgi"),
        ("api.openalex.org", f"/works/doi:{DOI}"), ("api.datacite.org", f"/dois/{DOI}"),
        ("eutils.ncbi.nlm.nih.gov", "/entrez/eutils/esummary.fcgi"),
    ):  # fmt: skip
        server.record(Recorded(host, path, b"", status=403))
    write(f"{SOUND[:-1]}, https://doi.org/{DOI}.")
    done = holdwater(*LOOK_UP)
    assert done.code == 1
    assert "could not be asked: " in done.out
    assert "not found" not in done.out


def test_a_document_without_references_is_told(desk: Path, holdwater: Holdwater) -> None:
    Path("essay.md").write_text("Nothing is cited here.\n")
    done = holdwater(*LOOK_UP)
    assert (done.code, done.out) == (0, "essay.md: no references\n")
