"""CIT301 to CIT304 beyond their pages' examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.config import Config
from holdwater.findings.model import Finding, Level
from literate import cases_in, run

NOTE = "Jane Doe, “Stone bridges of the north”, Journal of Masonry 12 (2014), 123-130."
RECORD = "author: Doe, Jane; title: Stone bridges of the north; year: 2014; volume: 12; DOI: 10.5555/a"


def found(
    code: str, known: str, folder: Path, *, note: str = NOTE, text: str = "The bridge was closed."
) -> list[Finding]:
    """The findings of one rule in a document with one note."""
    page = f"# case\n```markdown draft.md\n{text}[^1]\n\n[^1]: {note}\n```\n```known records\n{known}\n```\n"
    [case] = cases_in(page)
    return [one for one in run(case, folder, Config(select=(code,))).findings if one.code == code]


def test_a_reference_that_a_catalogue_knows_is_found(tmp_path: Path) -> None:
    assert not found("CIT301", f"Stone | Crossref | nothing\nStone | OpenAlex | {RECORD}", tmp_path)


def test_a_record_of_another_work_is_no_record_of_this_one(tmp_path: Path) -> None:
    other = RECORD.replace("Stone bridges", "Iron fences").replace("Doe, Jane", "Roe, Richard")

    assert found("CIT301", f"Stone | Crossref | {other}", tmp_path)


def test_a_catalogue_that_failed_leaves_the_reference_unchecked(tmp_path: Path) -> None:
    [finding] = found(
        "CIT301", "Stone | Crossref | failed: Crossref answered 503\nStone | OpenAlex | nothing", tmp_path
    )

    assert finding.level is Level.UNCHECKED
    assert "could not be looked up (Crossref answered 503)" in finding.message


def test_what_no_catalogue_need_know_is_let_be(tmp_path: Path) -> None:
    note = "Jane Doe, Stone bridges of the north (Oxford: Northern Press, 2014)."

    assert not found("CIT301", "Stone | Crossref | nothing", tmp_path, note=note)


def test_a_reference_that_was_never_looked_up_is_no_finding(tmp_path: Path) -> None:
    assert not found("CIT301", "Another work | Crossref | nothing", tmp_path)


def test_no_difference_is_told_where_one_catalogue_bears_the_reference_out(tmp_path: Path) -> None:
    wrong = RECORD.replace("volume: 12", "volume: 99")

    assert found("CIT302", f"Stone | Crossref | {wrong}", tmp_path)
    assert not found("CIT302", f"Stone | Crossref | {wrong}\nStone | OpenAlex | {RECORD}", tmp_path)


def test_every_difference_is_told_with_both_sides(tmp_path: Path) -> None:
    wrong = RECORD.replace("volume: 12", "volume: 99").replace("2014", "2011")
    [finding] = found("CIT302", f"Stone | Crossref | {wrong}", tmp_path)

    assert finding.message == "year “2014” here, “2011”; volume “12” here, “99” in Crossref's record"


def test_a_number_that_leads_to_another_work_is_a_difference(tmp_path: Path) -> None:
    note = f"{NOTE[:-1]}, doi:10.5555/a."
    other = RECORD.replace("Stone bridges of the north", "The price of bread").replace("Doe, Jane", "Baker, Bob")
    [finding] = found("CIT302", f"Stone | Crossref | {other}", tmp_path, note=note)

    assert finding.message == "10.5555/a leads to another work in Crossref: “The price of bread”"


@pytest.mark.parametrize(
    ("notice", "said", "level"),
    [
        ("withdrawn", "is withdrawn", Level.ERROR),
        ("expression of concern", "bears an expression of concern", Level.WARNING),
        ("corrected", "is corrected", Level.WARNING),
    ],
)
def test_a_notice_is_told_by_its_kind(notice: str, said: str, level: Level, tmp_path: Path) -> None:
    known = f"Stone | Crossref | {RECORD}; notice: {notice} 2020-05-01 10.5555/n"
    [finding] = found("CIT303", known, tmp_path)

    assert finding.message == f"the work {said} (2020-05-01, 10.5555/n), as Crossref has it"
    assert finding.level is level


@pytest.mark.parametrize(
    ("note", "text"),
    [(f"{NOTE} Retracted 2020.", "The bridge was closed."), (NOTE, "A paper that was later retracted says so.")],
    ids=["in the note", "in the text"],
)
def test_a_document_that_owns_up_to_the_notice_is_let_be(note: str, text: str, tmp_path: Path) -> None:
    known = f"Stone | Crossref | {RECORD}; notice: retracted 2020-05-01 10.5555/n"

    assert not found("CIT303", known, tmp_path, note=note, text=text)


def listed_twice(second: str, known: str, folder: Path) -> list[Finding]:
    """The findings of CIT304 in a document with a reference list of two."""
    page = (
        "# case\n```markdown draft.md\nThe bridge was closed (Doe 2014) and opened (Roe 2015).\n\n# References\n\n"
        f"Doe, J. (2014). Stone bridges of the north. Journal of Masonry, 12(3), 123-130.\n\n{second}\n```\n"
        f"```known records\n{known}\n```\n"
    )
    [case] = cases_in(page)
    return [one for one in run(case, folder, Config(select=("CIT304",))).findings if one.code == "CIT304"]


def test_two_entries_that_lead_to_one_record_are_one_work(tmp_path: Path) -> None:
    second = "Doe, Jane. Stone bridges of the north. J. Mason. 12 (2014): 123."

    assert listed_twice(second, f"Stone | Crossref | {RECORD}", tmp_path)


def test_entries_of_two_works_are_two(tmp_path: Path) -> None:
    second = "Roe, R. (2015). The price of bread. Journal of Bread, 3(1), 1-9."

    assert not listed_twice(second, f"Stone | Crossref | {RECORD}", tmp_path)
