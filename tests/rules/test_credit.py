"""QUO108, QUO109 and QUO201: whose words, whose emphasis, and quotations that cite nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fact_factory import QUOTED, document_of, facts, messages, quoting, span_of

from holdwater.document import Mark, MarkKind, Span
from holdwater.extract.model import Citation, CitationKind, Extraction, Quotation, QuotationKind
from holdwater.findings.model import Evidence, Status, Verdict
from holdwater.rules.registry import Facts

WORDS = "The bridge was never worth its money."
DRAFT = f"Doe writes: “{WORDS}” [1]"


def _spoken(source: str, draft: str = DRAFT, speaker: str = "") -> list[str]:
    return messages("QUO108", quoting(draft, source, status=Status.VERBATIM, passage=WORDS, speaker=speaker))


@pytest.mark.parametrize(
    "source",
    [
        f"The mayor stood up. “I say it again. {WORDS} Let it fall,” he said.",
        f"The mayor stood up. “{WORDS}”",
        f'The mayor stood up. "{WORDS} Let it fall," he said.',
        f'"{WORDS}" So spoke the mayor.',
    ],
)
def test_words_that_stand_between_marks_in_the_source_are_somebody_else_s(source: str) -> None:
    said = "in “Bridges” these words stand between quotation marks, as somebody else's"
    assert _spoken(source) == [said]


@pytest.mark.parametrize(
    "source",
    [
        f"“Let it fall,” said the mayor. {WORDS} “So be it.”",
        f"They called it “new”. {WORDS}",
        f'A 6" pipe ran under it. {WORDS} Its 4" neighbour leaked.',
        f"“An opening without its end.\n\n{WORDS} A closing one.”",
        WORDS,
    ],
)
def test_words_between_two_other_quotations_are_the_source_s_own(source: str) -> None:
    assert not _spoken(source)


SPOKEN = f"The mayor, Ann Poe, stood up. “{WORDS}”"


def test_a_document_that_says_quoted_in_owns_up_to_it() -> None:
    assert not _spoken(SPOKEN, f"As quoted in Doe: “{WORDS}” [1]")
    assert not _spoken(SPOKEN, f"He said: “{WORDS}” (qtd. in Doe) [1]")


def test_a_speaker_whom_the_source_names_beside_the_words_is_the_right_one() -> None:
    assert not _spoken(SPOKEN, speaker="Ann Poe")
    assert _spoken(SPOKEN, speaker="Mary Doe")


def _stressed(draft: str, words: str, kind: MarkKind = MarkKind.EMPHASIS) -> list[str]:
    given = quoting(draft, status=Status.SOURCE_MISSING)
    marks = (Mark(span_of(draft, words), kind),)
    return messages("QUO109", replace(given, document=replace(given.document, marks=marks)))


def test_stress_inside_a_quotation_wants_an_owner() -> None:
    assert _stressed(DRAFT, "never") == ["stresses “never” and does not say whose emphasis it is"]
    assert _stressed(DRAFT, "never", MarkKind.STRONG)


@pytest.mark.parametrize("note", ["(emphasis added)", "(my italics)", "(Emphasis in the original)", "[bold mine]"])
def test_stress_that_is_owned_up_to_is_let_be(note: str) -> None:
    assert not _stressed(f"{DRAFT} {note}", "never")


def test_a_title_a_whole_quotation_and_the_author_s_own_words_may_be_in_italics() -> None:
    assert not _stressed("Doe writes: “I read Rivers and Floods in a night of rain.”", "Rivers and Floods")
    assert not _stressed(DRAFT, WORDS)
    assert not _stressed(DRAFT, "Doe writes")


CITED = "Poe writes: “The town had never been asked about any of it.”"


def _uncited(*paragraphs: str, cited: tuple[int, ...], speaker: str = "Poe") -> list[str]:
    """Each paragraph's quotation; those whose index is in `cited` have a citation, which stands nowhere near."""
    text = "\n\n".join(paragraphs)
    end = Span(len(text), len(text))
    quotations = tuple(
        Quotation(index, Span(*match.span(1)), QuotationKind.MARKED, (), (0,) if index in cited else (), speaker)
        for index, match in enumerate(QUOTED.finditer(text))
    )
    citation = Citation(0, end, CitationKind.NOTE, "1")
    return messages("QUO201", _facts(text + "\n\nThe end.", quotations, citation))


def _facts(text: str, quotations: tuple[Quotation, ...], citation: Citation) -> Facts:
    end = Span(len(text), len(text))
    return facts(document_of(text), Extraction((replace(citation, span=end),), (), quotations))


def _sentences(count: int) -> list[str]:
    return [f"Doe writes: “In the year {year} the bridge was closed again.”" for year in range(1900, 1900 + count)]


def test_a_quotation_without_a_citation_stands_out_among_cited_ones() -> None:
    said = "“The town had never been asked about any …” cites nothing"
    assert _uncited(*_sentences(2), CITED, cited=(0, 1)) == [said]


def test_where_the_words_of_an_uncited_quotation_stand_is_said() -> None:
    text = "\n\n".join([*_sentences(2), CITED, "The end."])
    quotations = tuple(
        Quotation(index, Span(*match.span(1)), QuotationKind.MARKED, (), (0,) if index < 2 else (), "Poe")
        for index, match in enumerate(QUOTED.finditer(text))
    )
    given = _facts(text, quotations, Citation(0, Span(0, 0), CitationKind.NOTE, "1"))
    evidence = Evidence("poe", "A Town", "poe.txt", Span(0, 9), "The town.")
    [said] = messages("QUO201", replace(given, verdicts=(Verdict(2, Status.NO_CITATION, (evidence,)),)))
    assert said.endswith("cites nothing; the words stand in “A Town”")


def test_a_document_that_seldom_cites_its_quotations_is_let_be() -> None:
    assert not _uncited(*_sentences(5), CITED, cited=(0, 1))
    assert not _uncited(CITED, cited=())
    assert not _uncited(*_sentences(1), CITED, cited=(0,))


def test_a_phrase_of_few_words_needs_no_citation() -> None:
    assert not _uncited(*_sentences(3), "Poe calls it “the bridge of sighs” there.", cited=(0, 1, 2))


def test_a_piece_of_a_sentence_needs_no_citation_until_it_is_long() -> None:
    piece = "Poe says that “the town had never been asked for it” then."
    longer = "Poe says that “the town had never been asked for it and would not have said yes” then."
    assert not _uncited(*_sentences(3), piece, cited=(0, 1, 2))
    assert _uncited(*_sentences(3), longer, cited=(0, 1, 2))


@pytest.mark.parametrize(
    "place", ["Tr. 468 (Oct. 21).", "Va. Code Ann. § 23-92.", "(Bridges, p. 12)", "Report, at 34."]
)
def test_words_with_the_place_of_a_work_behind_them_cite_it(place: str) -> None:
    assert not _uncited(*_sentences(3), f"{CITED} {place}", cited=(0, 1, 2))


def test_words_that_nobody_is_said_to_have_spoken_need_no_citation() -> None:
    assert not _uncited(*_sentences(3), CITED, cited=(0, 1, 2), speaker="")


def test_words_that_were_cited_before_need_no_second_citation() -> None:
    again = "Again: “in the year 1901 the bridge was closed again”."
    assert not _uncited(*_sentences(3), again, cited=(0, 1, 2))


def test_a_citation_in_the_same_paragraph_is_enough() -> None:
    text = "\n\n".join([*_sentences(2), CITED])
    quotations = tuple(
        Quotation(index, Span(*match.span(1)), QuotationKind.MARKED, (), (0,) if index < 2 else (), "Poe")
        for index, match in enumerate(QUOTED.finditer(text))
    )
    assert not messages("QUO201", _facts(text, quotations, Citation(0, Span(0, 0), CitationKind.NOTE, "1")))
