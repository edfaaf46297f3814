"""Words found again in the file that pandoc read: against a slow and obvious way, and where markup stands between."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.document import FileOrigins, Run, Span
from holdwater.read.chaining import chained
from holdwater.read.pandoc.places import Places

WORDS = st.lists(st.sampled_from("mill wheel river stone church ledger smith larch".split()), max_size=30)
NOISE = st.lists(st.sampled_from(["*", "<b>", "[x](y)", "``", "=sign=", "_", "\n\n"]), max_size=30)


def placed(text: str, view: str, *breaks: int) -> list[str | None]:
    """What stands in the file for each word of the text; None for a word without a place."""
    places = Places(text, view, breaks)
    places.follow(Span(0, len(text)), 0)
    runs = places.runs([Span(0, len(text))])
    return [there(text, view, runs, word.span()) for word in re.finditer(r"[^\W_]+", text)]


def there(text: str, view: str, runs: object, span: tuple[int, int]) -> str | None:
    assert isinstance(runs, list)
    if not any(run.length and run.text_start <= span[0] < run.text_start + run.length for run in runs):
        return None
    return FileOrigins(view, tuple(runs)).raw_span(Span(*span)).of(view)


def slow_and_obvious(words: list[str], written: list[str]) -> int:
    """How many words of the text stand in the file in the same order, at the most: by a table."""
    row = [0] * (len(written) + 1)
    for word in words:
        last = row
        row = [0]
        for index, other in enumerate(written):
            row.append(last[index] + 1 if word == other else max(row[index], last[index + 1]))
    return row[-1]


@settings(max_examples=150, deadline=None)
@given(WORDS, NOISE)
def test_words_with_markup_between_them_are_all_found(words: list[str], noise: list[str]) -> None:
    text = " ".join(words)
    between = [*noise, *[" "] * len(words)]
    view = "".join(f"{word}{sign} " for word, sign in zip(words, between, strict=False))
    assert placed(text, view) == words


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_no_word_stands_where_another_is_and_none_before_the_last(words: list[str], written: list[str]) -> None:
    text, view = " ".join(words), " ".join(written)
    places = Places(text, view)
    places.follow(Span(0, len(text)), 0)
    runs = [run for run in places.runs([Span(0, len(text))]) if run.length]
    for run in runs:
        assert text[run.text_start : run.text_start + run.length] == view[run.raw_start : run.raw_start + run.length]
    starts = [run.raw_start for run in runs]
    assert starts == sorted(starts)
    found = sum(one is not None for one in placed(text, view))
    assert found <= slow_and_obvious(words, written)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_that_the_text_leaves_out_is_passed_over(words: list[str], at: int, size: int) -> None:
    unlike = [f"{word}{index}" for index, word in enumerate(words)]
    extra = [f"extra{index}" for index in range(size)]
    at = min(at, len(unlike))
    view = " ".join([*unlike[:at], *extra, *unlike[at:]])
    assert placed(" ".join(unlike), view) == unlike


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_laid_against_each_other(text: str, view: str) -> None:
    places = Places(text, view, (len(text) // 2,))
    places.follow(Span(0, len(text)), 0)
    end = 0
    for run in places.runs([Span(0, len(text))]):
        assert run.text_start >= end or run.length == 0
        assert run.text_start + run.length <= len(text)
        assert text[run.text_start : run.text_start + run.length] == view[run.raw_start : run.raw_start + run.length]
        end = run.text_start + run.length


@pytest.mark.parametrize(
    ("text", "view", "written"),
    [
        ("H2O ran", "H~2~O ran", ["H~2~O", "ran"]),
        ("abcd ran", "a\\ :sup:`bc`\\ d ran", ["a\\ :sup:`bc`\\ d", "ran"]),
        ("abcd ran", "a<sup>bc</sup>d ran", ["a<sup>bc</sup>d", "ran"]),
        ("it ran off", "_it_ *ran* ~off~", ["it", "ran", "off"]),
        ("with_underscore here", "with\\_underscore here", ["with", "underscore", "here"]),
        ("a wheel", "a  wheel", ["a", "wheel"]),
        ("gone wheel ran off", "wheel ran off", [None, "wheel", "ran", "off"]),
        ("the mill", "the<i>mi</i>ll", ["the", "mi</i>ll"]),
        ("Wheel", "nothing of it", [None]),
        ("", "words", []),
    ],
)
def test_a_word_is_placed_over_the_markup_within_it(text: str, view: str, written: list[str | None]) -> None:
    assert placed(text, view) == written


def test_a_word_alone_in_its_block_is_found_far_off_if_it_stands_once_in_both() -> None:
    view = "The mill ran. " + "left out " * 30 + "Multiline " + "more left out " * 30 + "It ran off."
    text = "The mill ran.\n\nMultiline\n\nIt ran off."
    assert placed(text, view, 13, 24)[3:] == ["Multiline", "It", "ran", "off"]


def test_two_words_between_the_marks_of_two_notes_are_found_behind_the_first_note() -> None:
    view = "Here is one [a long note about another mill, and of the wheel of it too, and the larch] and another [b] so."
    text = "Here is one and another so."
    assert placed(text, view, 11, 23)[3:5] == ["and", "another"]


@pytest.mark.parametrize(
    ("view", "mark", "cursor", "begins"),
    [
        ("It ran (Roe p. 4) off", 2, 0, "Roe"),
        ("It ran off. Roe p. 4", 2, 0, "Roe"),
        ("It ran Roe off Roe p. 4", 4, 3, "Roe p. 4"),
    ],
)
def test_a_note_is_looked_for_at_its_mark_and_then_after_the_last(
    view: str, mark: int, cursor: int, begins: str
) -> None:
    text = "It ran off.\n\nRoe, p. 4"
    places = Places(text, view)
    word = places.first(Span(13, len(text)), mark, cursor)
    starts = [found.start() for found in re.finditer(r"[^\W_]+", view)]
    assert view[starts[word] :].startswith(begins)


def test_notes_of_the_same_words_are_placed_one_after_the_other() -> None:
    text, view = "Ibid. Ibid.", "x x x Ibid. y Ibid."
    places = Places(text, view)
    first = places.first(Span(0, 5), 0, 0)
    second = places.first(Span(6, 11), 0, places.follow(Span(0, 5), first))
    assert (first, second) == (3, 5)


def test_a_block_whose_first_word_was_not_found_begins_where_its_next_is() -> None:
    text, view = "Gone wheel ran off", "x wheel ran off"
    places = Places(text, view)
    places.follow(Span(0, len(text)), 0)
    assert FileOrigins(view, tuple(places.runs([Span(0, len(text))]))).raw_span(Span(0, 4)).start == 1


@settings(max_examples=150, deadline=None)
@given(st.text("ab&;<", max_size=60), st.data())
def test_places_of_places_are_those_of_both_steps(raw: str, data: st.DataObject) -> None:
    """The file holds a text with pieces between; of that text, another leaves pieces out."""
    inner, middle = _torn(raw, data)
    outer, text = _torn(middle, data)
    runs = chained(outer, inner)
    for run in runs:
        assert text[run.text_start : run.text_start + run.length] == raw[run.raw_start : run.raw_start + run.length]
    assert sum(run.length for run in runs) == len(text)


def _torn(raw: str, data: st.DataObject) -> tuple[tuple[Run, ...], str]:
    """Some pieces of a text, and where they stood in it."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6)))
    pieces = list(zip([0, *cuts], [*cuts, len(raw)], strict=True))[::2]
    runs, text = [], ""
    for start, end in pieces:
        if end > start:
            runs.append(Run(len(text), start, end - start))
            text += raw[start:end]
    return tuple(runs), text


def test_a_place_of_no_width_keeps_its_place() -> None:
    assert chained([Run(0, 3, 0)], [Run(0, 10, 6)]) == (Run(0, 13, 0),)


def test_an_entity_in_an_entity_covers_both() -> None:
    raw = "a&amp;nbsp;b"
    inner = [Run(0, 0, 1), Run(1, 1, 1, 5), Run(2, 6, 6)]  # "a&nbsp;b"
    assert chained([Run(1, 1, 1, 6)], inner) == (Run(1, 1, 1, 10),)
    assert raw[1:11] == "&amp;nbsp;"


def test_a_text_of_one_word_without_end_is_placed_in_time() -> None:
    def place(text: str, view: str) -> None:
        places = Places(text, view, range(0, len(text), 7))
        places.follow(Span(0, len(text)), 0)
        places.runs([Span(0, len(text))])

    for text, view in (
        ("a " * 15_000, "a " * 15_000),
        ("a b " * 10_000, "a c " * 10_000),
        ("ab " * 15_000, "a b " * 15_000),
        ("aaaa " * 10_000, "a aa " * 10_000),
        ("x " * 15_000, "a " * 15_000),
    ):
        within_seconds(2, partial(place, text, view))
