"""What people said of references, and what was captured, against identifiers and likeness. All works are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from works_factory import reference, source

from holdwater.document import Span
from holdwater.extract.model import Reference
from holdwater.sources.catalogue.model import KeptTie, TiedBy, TieState
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.kept_ties import KeptTies, digest_of, ties_of
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.tie import tie

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
DOE = source("doe", "Bridges of the North", "Doe, Mary", 2019)
ROE = source("roe", "Pipes and their makers", "Roe, Richard", 2004)
SECOND = source("doe-2", "Bridges of the North, second edition", "Doe, Mary", 2021)
NOTE = reference("Mary Doe, Bridges of the North (London: Acme, 2019), 12.")


def said(
    work: str, state: TieState, one: Reference = NOTE, *, why: str = "", who: str = "", score: float = 1.0
) -> KeptTie:
    by = TiedBy.LIKENESS if state is TieState.PROPOSED else TiedBy.PERSON
    return KeptTie("essay.md", digest_of(one), work, by, why, state, NOON, "14", who, score)


def tied(*kept: KeptTie, one: Reference = NOTE, sources: tuple[Source, ...] = (DOE, ROE)) -> Tie:
    return tie([one], {each.id: each for each in sources}, KeptTies(kept))[one.id]


def captured(one: Source, *, of: str = "", source_id: str = "") -> Source:
    return replace(one, id=source_id or one.id, of=of, captured=NOON, file=f"{source_id or one.id}.captured.html")


# A reference is known again


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mary Doe, Bridges of the North (2019), 12.", "mary doe,  Bridges\nof the North (2019) 12"),
        ("Doe, “Bridges of the North,” 2019.", 'Doe, "Bridges of the North", 2019.'),
        ("Müller, Die Brücken des Nordens", "Mu\u0308ller, Die Bru\u0308cken des Nordens"),
    ],
)
def test_a_reference_is_known_by_its_own_words(first: str, second: str) -> None:
    assert digest_of(reference(first)) == digest_of(reference(second, reference_id="note:99~2"))


def test_another_word_makes_another_reference() -> None:
    assert digest_of(reference("Doe, Bridges of the North")) != digest_of(reference("Doe, Bridges of the South"))


def test_a_link_is_known_by_where_it_leads_not_by_its_words() -> None:
    def link(words: str, address: str) -> Reference:
        return Reference(f"url:{address}", Span(0, 4), words, {}, (f"url:{address}",))

    council = link("the report of the town council", "https://example.org/report")
    assert digest_of(council) == digest_of(link("here", "https://www.example.org/report#page=3"))
    assert digest_of(council) != digest_of(link("the report of the town council", "https://example.org/other"))


def test_a_citation_key_is_known_whatever_page_stands_beside_it() -> None:
    key = {"citation-key": "doe"}
    first, second = reference("[@doe, p. 4]", **key), reference("[@doe, p. 19]", **key)
    assert digest_of(first) == digest_of(second)
    assert digest_of(first) != digest_of(reference("[@roe, p. 4]", **{"citation-key": "roe"}))


def test_few_words_with_an_identifier_are_known_by_that() -> None:
    assert digest_of(reference("RFC 2119", ids="rfc:2119")) == digest_of(reference("see RFC 2119", ids="rfc:2119"))
    assert digest_of(reference("RFC 2119", ids="rfc:2119")) != digest_of(reference("RFC 2119", ids="rfc:2118"))


# What a person says


def test_what_a_person_confirmed_wins_over_likeness() -> None:
    found = tied(said("roe", TieState.CONFIRMED, who="Ann", why="the reprint"))
    assert (found.status, found.source, found.score) == (TieStatus.TIED, "roe", 1.0)
    assert found.reason == "Ann tied it: the reprint"


def test_what_a_person_confirmed_wins_over_an_identifier() -> None:
    one = reference("Doe, Bridges of the North. doi:10.1000/1", ids="doi:10.1000/1")
    sources = (source("doe", "Bridges of the North", ids="doi:10.1000/1"), ROE)
    assert tied(one=one, sources=sources).source == "doe"
    found = tied(said("roe", TieState.CONFIRMED, one), one=one, sources=sources)
    assert (found.source, found.reason) == ("roe", "a person tied it")


def test_a_confirmed_work_that_is_not_in_hand_is_missing_and_nothing_else_is_taken() -> None:
    found = tied(said("elsewhere", TieState.CONFIRMED))
    assert (found.status, found.source, found.leads_to) == (TieStatus.MISSING, "", ())
    assert found.reason == "a person tied it, and nothing is in hand of “elsewhere”"


def test_what_a_person_untied_is_never_tied_again_by_likeness() -> None:
    assert tied().source == "doe"
    assert tied(said("doe", TieState.UNTIED)).status is TieStatus.MISSING


def test_what_a_person_untied_is_never_tied_again_by_identifier() -> None:
    one = reference("Doe, Bridges of the North", ids="isbn:9780306406157")
    sources = (source("doe", "Bridges of the North", "Doe, Mary", 2019, ids="isbn:9780306406157"), SECOND)
    assert tied(one=one, sources=sources).source == "doe"
    found = tied(said("doe", TieState.UNTIED, one), one=one, sources=sources)
    assert "doe" not in found.leads_to


def test_of_two_with_one_identifier_the_untied_one_is_left_out() -> None:
    one = reference("Doe v. Marden, 12 U.S. 3", ids="reporter:12 U.S. 3")
    sources = tuple(source(name, ids="reporter:12 U.S. 3") for name in ("opinion", "dissent"))
    assert set(tied(one=one, sources=sources).leads_to) == {"opinion", "dissent"}
    assert tied(said("opinion", TieState.UNTIED, one), one=one, sources=sources).leads_to == ("dissent",)


def test_what_was_proposed_comes_after_identifiers_and_before_likeness() -> None:
    proposed = said("roe", TieState.PROPOSED, why="found by its title in Crossref", score=0.9)
    found = tied(proposed)
    assert (found.source, found.score, found.reason) == ("roe", 0.9, "found by its title in Crossref")
    one = reference("Doe, Bridges of the North", ids="doi:10.1000/1")
    sources = (source("doe", "Bridges of the North", ids="doi:10.1000/1"), ROE)
    assert tied(said("roe", TieState.PROPOSED, one), one=one, sources=sources).source == "doe"


def test_what_was_proposed_and_is_not_in_hand_leaves_the_rest_to_likeness() -> None:
    assert tied(said("elsewhere", TieState.PROPOSED)).source == "doe"


def test_what_was_said_of_another_reference_does_not_count() -> None:
    other = reference("Richard Roe, Pipes and their makers (2004).")
    assert tied(said("doe", TieState.CONFIRMED, other), said("doe", TieState.UNTIED, other)).source == "doe"


# Captures


def test_a_work_leads_to_its_captures_too() -> None:
    earlier = captured(DOE, of="doe", source_id="doe@2024")
    found = tied(sources=(captured(DOE), earlier, ROE))
    assert found.leads_to == ("doe", "doe@2024")


def test_a_capture_by_itself_is_no_candidate() -> None:
    stray = captured(DOE, of="gone", source_id="doe@2024")
    assert tied(sources=(stray, ROE)).status is TieStatus.MISSING


def test_a_confirmed_work_is_known_by_the_name_the_catalogue_has_for_it() -> None:
    file = replace(DOE, id="sources/doe", also_called=("doe2019bridges",))
    capture = captured(DOE, of="sources/doe", source_id="doe@2024")
    found = tied(said("doe2019bridges", TieState.CONFIRMED), sources=(ROE, file, capture))
    assert found.leads_to == ("sources/doe", "doe@2024")
    assert tied(said("doe2019bridges", TieState.UNTIED), sources=(ROE, file, capture)).status is TieStatus.MISSING


def test_a_captured_page_is_searched_with_the_file_that_the_reference_is_like() -> None:
    one = reference("Mary Doe, Bridges of the North (2019). https://example.org/b", ids="url:https://example.org/b")
    page = captured(source("page", "Bridges of the North – order now", ids="url:https://example.org/b", type="webpage"))
    assert tied(one=one, sources=(page, DOE, ROE)).leads_to == ("page", "doe")
    assert tied(said("doe", TieState.UNTIED, one), one=one, sources=(page, DOE, ROE)).leads_to == ("page",)


def test_a_file_with_the_identifier_needs_nothing_beside_it() -> None:
    one = reference("Mary Doe, Bridges of the North (2019).", ids="doi:10.1000/1")
    file = source("own", "Another wording", ids="doi:10.1000/1")
    assert tied(one=one, sources=(file, DOE)).leads_to == ("own",)


def test_a_file_and_a_capture_that_are_equally_like_are_one_work() -> None:
    page = captured(DOE, source_id="doe2019bridges")
    assert set(tied(sources=(page, DOE)).leads_to) == {"doe", "doe2019bridges"}


def test_two_files_that_are_equally_like_stay_ambiguous() -> None:
    assert tied(sources=(DOE, replace(DOE, id="copy", file="copy.html"))).status is TieStatus.AMBIGUOUS


def test_a_file_and_a_capture_of_another_number_stay_ambiguous() -> None:
    page = replace(captured(DOE, source_id="page"), identifiers=("doi:10.1000/1",))
    file = replace(DOE, identifiers=("doi:10.1000/2",))
    assert tied(sources=(page, file)).status is TieStatus.AMBIGUOUS


# From the catalogue


def test_a_documents_ties_are_read_from_its_projects_catalogue(tmp_path: Path) -> None:
    essay = tmp_path / "drafts" / "essay.md"
    essay.parent.mkdir()
    assert ties_of(essay).of(NOTE).confirmed is None
    with open_catalogue(tmp_path, create=True) as catalogue:
        catalogue.settle_tie(TieState.CONFIRMED, "drafts/essay.md", digest_of(NOTE), "roe")
        catalogue.settle_tie(TieState.CONFIRMED, "drafts/other.md", digest_of(NOTE), "doe")
        catalogue.settle_tie(TieState.UNTIED, "drafts/essay.md", digest_of(NOTE), "doe")
    found = ties_of(essay).of(NOTE)
    assert found.confirmed is not None
    assert (found.confirmed.work, found.untied) == ("roe", {"doe"})
