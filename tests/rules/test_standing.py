"""The rules on addresses: what they advise, and what they let be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fact_factory import document_of, facts, messages
from fact_factory import findings as findings_of

from holdwater.document import Span
from holdwater.extract.model import Extraction, Reference
from holdwater.findings.model import Level, Status
from holdwater.rules.registry import Facts, find
from holdwater.sources.standing.model import AddressStanding, Memento, Standing, Try

URL = "https://ferry.example/a"
DAYS = [datetime(2026, 1, day, tzinfo=UTC) for day in (2, 5, 9)]
MEMENTO = Memento("https://archive.example/1", datetime(2019, 5, 10, tzinfo=UTC), URL)


def standing(how: Standing, *, reference: str = "doe", url: str = URL, **more: object) -> AddressStanding:
    seen = Standing.NOT_THERE if how is Standing.DEAD else how
    tries = tuple(Try(url, day, seen, detail=f"seen as {seen}") for day in DAYS)
    return replace(AddressStanding(reference, url, how, tries), **more)  # type: ignore[arg-type]


def given(*standings: AddressStanding) -> Facts:
    text = "Doe, Ferries, 2019."
    extraction = Extraction(references=tuple(Reference(name, Span(0, 19), text) for name in ("doe", "roe")))
    return replace(facts(document_of(text), extraction), standings=standings)


RULES = {
    "SRC101": {Standing.DEAD},
    "SRC103": {Standing.BLOCKED},
    "SRC105": {Standing.SOFT_404},
    "SRC106": {Standing.PAYWALLED},
    "SRC107": {Standing.MOVED},
    "SRC108": {Standing.NOT_THERE, Standing.NO_ANSWER, Standing.REFUSED},
}


@pytest.mark.parametrize("how", Standing)
def test_each_standing_is_told_by_one_rule_at_most(how: Standing) -> None:
    telling = {code for code in RULES if messages(code, given(standing(how)))}
    assert telling == {code for code, stands in RULES.items() if how in stands}


@pytest.mark.parametrize("code", ["SRC103", "SRC105", "SRC106", "SRC108"])
def test_what_could_not_be_had_is_unchecked_and_no_fault(code: str) -> None:
    assert find(code).level is Level.UNCHECKED
    [how, *_] = RULES[code]
    [finding] = findings_of(code, given(standing(how)))
    assert finding.status is Status.SOURCE_UNAVAILABLE


@pytest.mark.parametrize("code", ["SRC104", "SRC106", "SRC107", "SRC109"])
def test_what_may_be_noise_runs_only_where_it_is_selected(code: str) -> None:
    assert find(code).preview


def test_the_advice_names_the_copies() -> None:
    dead = standing(Standing.DEAD, held=DAYS[0], memento=MEMENTO)
    [finding] = findings_of("SRC101", given(dead))
    assert finding.advice == (
        "This project's archive has it of 2026-01-02. A web archive has it of 2019-05-10: https://archive.example/1 . "
        "Cite an archived copy beside the address, or the page's new address."
    )


@pytest.mark.parametrize("code", ["SRC103", "SRC105", "SRC108"])
def test_an_address_of_which_a_copy_is_held_was_had(code: str) -> None:
    [how, *_] = RULES[code]
    assert messages(code, given(standing(how))) != []
    assert messages(code, given(standing(how, held=DAYS[0]))) == []


def test_another_address_of_the_same_reference_will_do() -> None:
    doi = standing(Standing.CAPTURED, url="https://doi.org/10.1000/182")
    assert messages("SRC101", given(standing(Standing.DEAD), doi)) == []
    assert messages("SRC103", given(standing(Standing.BLOCKED), doi)) == []
    other = replace(doi, reference="roe")
    assert len(messages("SRC101", given(standing(Standing.DEAD), other))) == 1


def test_a_copy_that_is_cited_anywhere_in_the_document_answers_for_the_dead_address() -> None:
    copy = standing(
        Standing.UNASKED,
        reference="roe",
        url="https://web.archive.example/web/20190510120000/http://www.ferry.example/a/",
    )
    assert messages("SRC101", given(standing(Standing.DEAD), copy)) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"archives_asked": True}, 1),
        ({"archives_asked": False}, 0),
        ({"archives_asked": True, "held": DAYS[0]}, 0),
        ({"archives_asked": True, "memento": MEMENTO}, 0),
        ({"archives_asked": True, "url": "https://archive.example/web/20190510120000/https://ferry.example/a"}, 0),
    ],
)
def test_never_archived_is_said_only_where_the_archives_were_asked(more: dict[str, object], told: int) -> None:
    assert len(messages("SRC104", given(standing(Standing.CAPTURED, **more)))) == told


def test_a_reference_that_is_not_in_the_document_is_pointed_at_from_its_start() -> None:
    [finding] = findings_of("SRC103", given(standing(Standing.BLOCKED, reference="nobody")))
    assert finding.span == Span(0, 0)
