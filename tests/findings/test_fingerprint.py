"""Fingerprints: what moves them and what must not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Block, BlockKind, Document, Span
from holdwater.findings.fingerprint import stamp
from holdwater.findings.model import Finding, Level, Status

LONG = "the ferry that left the harbour at dawn came back without its captain"
SHORT = "three boats"


def paragraphs(*texts: str) -> Document:
    """A document of one paragraph each."""
    blocks = []
    offset = 0
    for text in texts:
        blocks.append(Block(Span(offset, offset + len(text)), BlockKind.PARAGRAPH))
        offset += len(text) + 2
    return Document("\n\n".join(texts), blocks=tuple(blocks))


def finding(document: Document, words: str, *, nth: int = 0, code: str = "QUO101") -> Finding:
    """A finding on the nth place where the document has these words."""
    start = [match.start() for match in re.finditer(re.escape(words), document.text)][nth]
    return Finding(code, "a-name", Level.ERROR, Status.ALTERED, Span(start, start + len(words)), "a message")


def fingerprint(document: Document, words: str, *, nth: int = 0, code: str = "QUO101") -> str:
    return stamp([finding(document, words, nth=nth, code=code)], document)[0].fingerprint


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint(paragraphs(LONG), LONG))


def test_findings_come_out_in_the_order_of_the_text_and_then_of_the_codes() -> None:
    document = paragraphs(f"{SHORT} and {LONG}")
    first, second = finding(document, SHORT), finding(document, LONG)
    other = finding(document, LONG, code="CIT101")
    assert [(one.code, one.span) for one in stamp([second, other, first], document)] == [
        ("QUO101", first.span),
        ("CIT101", second.span),
        ("QUO101", second.span),
    ]


def test_text_put_in_before_and_after_does_not_move_a_fingerprint() -> None:
    before = paragraphs(f"He saw {SHORT} at sea.")
    after = paragraphs("A new opening.", "And another.", f"He saw {SHORT} at sea.", "A new end.")
    assert fingerprint(before, SHORT) == fingerprint(after, SHORT)


def test_a_long_quotation_is_known_by_its_own_words_whatever_stands_around_it() -> None:
    assert fingerprint(paragraphs(f"He wrote: {LONG}."), LONG) == fingerprint(paragraphs(f"As we read, {LONG}!"), LONG)


def test_a_short_one_is_told_from_another_by_the_words_around_it() -> None:
    document = paragraphs(f"He saw {SHORT} at sea.", f"She counted {SHORT} in port.")
    assert fingerprint(document, SHORT) != fingerprint(document, SHORT, nth=1)


def test_the_next_paragraph_is_not_a_neighbour() -> None:
    assert fingerprint(paragraphs(SHORT, "One."), SHORT) == fingerprint(paragraphs(SHORT, "Two."), SHORT)


def test_case_punctuation_and_white_space_do_not_move_a_fingerprint() -> None:
    assert fingerprint(paragraphs(LONG), LONG) == fingerprint(
        paragraphs(LONG.title().replace(" ", "\n  ") + "…"), LONG.title().replace(" ", "\n  ")
    )


def test_another_word_moves_it() -> None:
    other = LONG.replace("dawn", "dusk")
    assert fingerprint(paragraphs(LONG), LONG) != fingerprint(paragraphs(other), other)


def test_another_rule_on_the_same_words_has_another_fingerprint() -> None:
    document = paragraphs(LONG)
    assert fingerprint(document, LONG) != fingerprint(document, LONG, code="QUO102")


def test_equal_findings_are_numbered_in_the_order_of_the_text() -> None:
    document = paragraphs(LONG, LONG, LONG)
    stamped = stamp([finding(document, LONG, nth=nth) for nth in (2, 0, 1)], document)
    assert len({one.fingerprint for one in stamped}) == 3
    assert stamped[0].fingerprint == fingerprint(paragraphs(LONG), LONG)


def test_two_marks_without_width_are_told_apart_by_their_places() -> None:
    document = paragraphs("One claim here. Another claim there.")
    places = [Finding("CIT101", "n", Level.ERROR, Status.STRUCTURE, Span(at, at), "m") for at in (15, 36)]
    assert len({one.fingerprint for one in stamp(places, document)}) == 2


def test_a_place_outside_of_all_blocks_has_a_fingerprint_too() -> None:
    document = Document("no blocks here at all")
    assert fingerprint(document, "blocks")


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6), st.data())
def test_fingerprints_are_all_different_and_never_fail(texts: list[str], data: st.DataObject) -> None:
    document = paragraphs(*texts)
    offsets = st.integers(0, len(document.text))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(offsets, offsets), max_size=8))]
    findings = [Finding("QUO101", "n", Level.ERROR, Status.ALTERED, span, "m") for span in spans]
    assert len({one.fingerprint for one in stamp(findings, document)}) == len(findings)
