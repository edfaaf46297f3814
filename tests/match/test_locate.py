"""The one call: fit, score, confidence, runner-up, spans; and its laws on random texts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from holdwater.document import Span
from holdwater.match import Words, locate
from holdwater.match.model import Alignment, Change, EditKind, Fit

TOWN = "The harbour board met late in March, and the engineer spoke of the old quay wall for an hour."
FAITHFUL = (Fit.VERBATIM, Fit.EDITED)


def test_words_that_stand_as_they_are_are_verbatim_with_their_place() -> None:
    alignment = locate("the engineer spoke of the old quay", TOWN)
    assert alignment.fit is Fit.VERBATIM
    assert alignment.span is not None
    assert alignment.span.of(TOWN) == "the engineer spoke of the old quay"
    assert (alignment.score, alignment.confidence, alignment.runner_up) == (1.0, 1.0, None)


def test_a_text_may_be_given_as_its_words() -> None:
    assert locate("old quay wall", Words.of(TOWN)) == locate("old quay wall", TOWN)


@pytest.mark.parametrize("quotation", ["", "  ", "...", ".,;", "[", "[]", "“”", "(emphasis added)"])
def test_a_quotation_without_words_is_too_short_to_tell(quotation: str) -> None:
    assert locate(quotation, TOWN).fit in (Fit.TOO_SHORT, Fit.NOT_FOUND)
    assert locate(quotation, TOWN).spans == ()


@pytest.mark.parametrize(
    "quotation",
    [
        "a wholly different sentence about cattle and grain",
        "the harbour wall",
        "cattle",
        "The parish council sat early in April, but no architect wrote of a new mill roof for a year",
    ],
)
def test_words_that_do_not_come_near_are_not_found(quotation: str) -> None:
    alignment = locate(quotation, TOWN)
    assert (alignment.fit, alignment.spans, alignment.edits) == (Fit.NOT_FOUND, (), ())


@pytest.mark.parametrize("source", ["", " ", "\n", "...", "[[["])
def test_nothing_is_found_in_a_source_without_words(source: str) -> None:
    assert locate("the old quay wall", source).fit is Fit.NOT_FOUND


def test_a_quotation_longer_than_its_source_is_not_found_in_it() -> None:
    assert locate(f"{TOWN} " * 3, "The harbour board met late").fit is Fit.NOT_FOUND


def test_a_short_quotation_is_found_over_a_note_mark_between_its_words() -> None:
    assert locate("harbour quay", "the harbour.3 quay wall").fit is Fit.VERBATIM


def test_one_word_is_found_with_half_the_confidence() -> None:
    assert locate("engineer", TOWN).confidence == 0.5


def test_the_same_words_twice_leave_no_confidence_and_show_both_places() -> None:
    text = "The old quay wall fell. Nobody saw it. The old quay wall fell."
    alignment = locate("The old quay wall fell", text)
    assert alignment.fit is Fit.VERBATIM
    assert alignment.confidence == 0.0
    assert alignment.span == Span(0, 22)
    assert alignment.runner_up is not None
    assert alignment.runner_up.span == Span(39, 61)


def test_of_equally_good_passages_the_preferred_one_is_taken() -> None:
    text = "The old quay wall fell. Nobody saw it. The old quay wall fell."
    alignment = locate("The old quay wall fell", text, prefer=lambda span: span.start > 30)
    assert alignment.span == Span(39, 61)
    assert alignment.runner_up is not None
    assert alignment.runner_up.span == Span(0, 22)


def test_a_worse_passage_is_never_preferred() -> None:
    text = "The old quay wall fell. Nobody saw it. The old quay roof fell."
    assert locate("The old quay wall fell", text, prefer=lambda span: span.start > 30).span == Span(0, 22)


def test_a_near_twin_is_the_runner_up_and_takes_confidence_away() -> None:
    text = (
        "The old quay wall of the harbour fell in the night of the storm. Nobody saw it go. "
        "The old quay wall of the harbour fell in the night of the flood."
    )
    alignment = locate("The old quay wall of the harbour fell in [one] night of the storm", text)
    assert alignment.fit is Fit.EDITED
    assert 0 < alignment.confidence < 1
    assert alignment.runner_up is not None
    assert alignment.runner_up.fit is Fit.ALTERED


def test_two_passages_that_are_each_some_way_off_elsewhere_are_ambiguous() -> None:
    text = (
        "The grey mill wheel stood by day and by night for seven years. Nobody saw it stop. "
        "The old mill stone turned by day and by night for eleven years."
    )
    alignment = locate("The old mill wheel turned by day and by night for seven years", text)
    assert alignment.fit is Fit.AMBIGUOUS
    assert alignment.runner_up is not None


def test_what_an_ellipsis_leaves_out_parts_the_passage() -> None:
    alignment = locate("The harbour board met … and the engineer spoke of the old quay wall", TOWN)
    assert alignment.fit is Fit.EDITED
    assert [span.of(TOWN) for span in alignment.spans] == [
        "The harbour board met",
        "and the engineer spoke of the old quay wall",
    ]
    (gap,) = [edit for edit in alignment.edits if edit.change is Change.MARKED]
    assert gap.kind is EditKind.OMIT
    assert gap.passage.of(TOWN) == "late in March"


def test_pieces_in_another_order_are_altered_and_say_so() -> None:
    alignment = locate("the engineer spoke of the old quay wall … The harbour board met late", TOWN)
    assert alignment.order
    assert Change.ORDER in alignment.changes()


def test_a_piece_that_stands_nowhere_is_an_addition() -> None:
    quotation = "The harbour board met late in March … and cattle grazed on every hill"
    alignment = locate(quotation, TOWN)
    assert alignment.fit is Fit.ALTERED
    assert [edit.quotation.of(quotation) for edit in alignment.edits if edit.change is Change.ADDITION] == [
        "and cattle grazed on every hill"
    ]


WORD = st.sampled_from(
    "harbour board quay wall lamp crane tide storm ship rope clerk engineer captain stone river market bridge".split()
)
TEXT = st.lists(WORD, min_size=30, max_size=80, unique=False)


@st.composite
def stretch(draw: st.DrawFn) -> tuple[list[str], int, int]:
    """A text's words, and the first and last of a stretch of six to twenty."""
    text = draw(TEXT)
    first = draw(st.integers(0, len(text) - 6))
    return text, first, draw(st.integers(first + 6, min(len(text), first + 20)))


@settings(max_examples=150, deadline=None)
@given(stretch())
def test_a_stretch_of_a_text_is_verbatim_there(case: tuple[list[str], int, int]) -> None:
    text, first, last = case
    quotation, source = " ".join(text[first:last]), " ".join(text)
    alignment = locate(quotation, source)
    assert alignment.fit is Fit.VERBATIM
    assert alignment.span is not None
    assert alignment.span.of(source) == quotation


NOISE = st.sampled_from([" ", "  ", "\n", ", ", " \r\n\t", "’ ", "; ", " — ", ".\u00a0", '" '])


@settings(max_examples=150, deadline=None)
@given(stretch(), st.data())
def test_marks_line_ends_case_and_hyphens_change_nothing(case: tuple[list[str], int, int], data: st.DataObject) -> None:
    text, first, last = case
    noisy = ""
    for word in text[first:last]:
        at = data.draw(st.integers(1, len(word) - 1))
        parted = data.draw(
            st.sampled_from([word, word.upper(), f"{word[:at]}-\n{word[at:]}", f"{word[:at]}\u00ad{word[at:]}"])
        )
        noisy += parted + data.draw(NOISE)
    assert locate(noisy, " ".join(text)).fit is Fit.VERBATIM


@settings(max_examples=150, deadline=None)
@given(stretch(), st.data())
def test_a_gained_or_lost_not_never_passes(case: tuple[list[str], int, int], data: st.DataObject) -> None:
    text, first, last = case
    at = data.draw(st.integers(first + 1, last - 1))
    plain, denied = " ".join(text), " ".join([*text[:at], "not", *text[at:]])
    quotation = " ".join(text[first:last])
    assume(f" {quotation} " not in f" {denied} ")
    assert locate(quotation, denied).fit not in FAITHFUL
    assert locate(" ".join([*text[first:at], "not", *text[at:last]]), plain).fit not in FAITHFUL


MARKED = st.sampled_from(["[and]", "…", "[sic]", "not", "12", "(emphasis added)", "[T]he", "ship[ped]", "", "wall."])


@settings(max_examples=250, deadline=None)
@given(stretch(), st.lists(st.tuples(st.integers(0, 40), MARKED), max_size=5), st.booleans())
def test_edits_cover_the_quotation_in_order_and_lie_inside_both_texts(
    case: tuple[list[str], int, int], put_in: list[tuple[int, str]], dropped: bool
) -> None:
    text, first, last = case
    quoted = text[first:last]
    for at, piece in put_in:
        quoted.insert(at % (len(quoted) + 1), piece)
    if dropped:
        del quoted[len(quoted) // 2]
    quotation, source = " ".join(quoted), " ".join(text)
    alignment = locate(quotation, source)
    check(alignment, quotation, source)
    if alignment.runner_up:
        check(alignment.runner_up, quotation, source)


def check(alignment: Alignment, quotation: str, source: str) -> None:
    at, covered = 0, 0
    for edit in alignment.edits:
        assert at <= edit.quotation.start <= edit.quotation.end <= len(quotation)
        assert edit.passage.end <= len(source)
        if len(edit.quotation):
            assert not any(one.isalnum() for one in uncovered(quotation[at : edit.quotation.start]))
        at = edit.quotation.end
        covered += len(edit.quotation)
    if alignment.edits:
        assert covered
        assert not any(one.isalnum() for one in uncovered(quotation[at:]))
    if not alignment.order:
        starts = [edit.passage.start for edit in alignment.edits if len(edit.passage)]
        assert starts == sorted(starts)
    assert all(span.end <= len(source) for span in alignment.spans)
    assert 0 <= alignment.score <= 1
    assert 0 <= alignment.confidence <= 1


def uncovered(between: str) -> str:
    """What stands between two edits, without the notes on the quotation, which belong to none."""
    return between.replace("[sic]", "").replace("(emphasis added)", "").replace("[and]", "")
