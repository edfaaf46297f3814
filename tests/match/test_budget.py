"""Hostile input ends: the work for one quotation is bounded, whatever the texts."""

from __future__ import annotations

import random

import pytest

from clock import within_seconds
from holdwater.match import Words, align, locate
from holdwater.match import lay as laying
from holdwater.match.model import Fit

SECONDS = 12.0
"""Of processor time; on an idle machine each takes two or three at most."""
LONG = 25_000


@pytest.fixture(scope="module")
def book() -> Words:
    """Fifty thousand words of a made-up language of five thousand."""
    dice = random.Random(3)
    language = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(5_000)]
    return Words.of(" ".join(dice.choices(language, k=50_000)))


def taken(book: Words, seed: int = 0) -> list[str]:
    return book.text.split(" ")[20_000 + seed : 20_000 + seed + LONG]


def test_a_quotation_of_half_a_book_is_verbatim(book: Words) -> None:
    quotation = " ".join(taken(book))
    assert within_seconds(SECONDS, lambda: locate(quotation, book)).fit is Fit.VERBATIM


def test_one_altered_every_tenth_word_is_altered(book: Words) -> None:
    quotation = " ".join(word if n % 10 else f"{word}xx" for n, word in enumerate(taken(book)))
    alignment = within_seconds(SECONDS, lambda: locate(quotation, book))
    assert alignment.fit is Fit.ALTERED
    assert alignment.score > 0.85


def test_one_of_the_same_words_in_another_order_is_not_found(book: Words) -> None:
    words = taken(book)
    random.Random(5).shuffle(words)
    assert within_seconds(SECONDS, lambda: locate(" ".join(words), book)).fit is Fit.NOT_FOUND


def test_five_thousand_pieces_between_ellipses_that_stand_nowhere_are_not_found(book: Words) -> None:
    words = taken(book)
    random.Random(7).shuffle(words)
    quotation = " . . . ".join(" ".join(words[n : n + 5]) for n in range(0, LONG, 5))
    assert within_seconds(SECONDS, lambda: locate(quotation, book)).fit is Fit.NOT_FOUND


def test_no_quotation_fills_more_cells_than_its_allowance(book: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = 0

    def counted(elements, words, start, end, ends=align.Ends()):  # type: ignore[no-untyped-def]  # noqa: B008
        nonlocal cells
        cells += len(elements) * (end - start)
        return align.align(elements, words, start, end, ends)

    monkeypatch.setattr(laying, "align", counted)
    locate(" ".join(word for n, word in enumerate(taken(book)) if n % 7), book)
    assert 0 < cells <= laying.MOST_WORK


@pytest.mark.parametrize(
    "quotation",
    ["word", "word " * 9, "word " * LONG, "word other " * 99, "word … " * 999, "wor", "word not word " * 2_000],
)
def test_a_source_of_one_word_repeated_holds_nothing_up(quotation: str) -> None:
    source = Words.of("word " * 100_000)
    within_seconds(SECONDS, lambda: locate(quotation, source))


@pytest.mark.parametrize(
    "piece",
    ["[", "(", "'", ". ", "]", "…", "*", "* ", "[a]", "[a] ", "a[", "a[b]", "[sic] ", "(the ", "(emphas ", "a-\n", "9,",
     "citation ", " ", "a'", "[1,", "[1] ", "= {[ ", "<", "\u0301", "a\u200b", "漢", "n't ", "[[a] ", "¹"],
)  # fmt: skip
def test_a_quotation_of_one_piece_repeated_holds_nothing_up(piece: str) -> None:
    source = Words.of("The old quay wall [which was new] fell . . . at night. " * 20)
    endless = piece * (30_000 // len(piece))
    within_seconds(SECONDS, lambda: locate(endless, source))
    within_seconds(SECONDS, lambda: locate("The old quay wall [was] new", Words.of(endless)))


def test_a_quotation_longer_than_its_source_ends(book: Words) -> None:
    source = Words.of(" ".join(taken(book)[:5_000]))
    assert within_seconds(SECONDS, lambda: locate(book.text, source)).fit is Fit.NOT_FOUND
