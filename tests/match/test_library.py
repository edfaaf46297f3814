"""The texts that are searched: in stretches, and again one by one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from holdwater.match import library
from holdwater.match.library import Library
from holdwater.match.words import Words


class Folder:
    """Texts that can be iterated over but not asked for by number; counts how often each was loaded."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.loaded = texts, [0] * len(texts)

    def __iter__(self) -> Iterator[str]:
        for number, text in enumerate(self.texts):
            self.loaded[number] += 1
            yield text


def test_small_texts_are_passed_through_together() -> None:
    (stretch,) = Library(["one two", "three"]).stretches()
    assert [(number, words.text) for number, words in stretch] == [(0, "one two"), (1, "three")]


def test_a_stretch_ends_when_it_is_long_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "STRETCH", 3)
    stretches = Library(["a b", "c d", "e", "f"]).stretches()
    assert [[number for number, _ in stretch] for stretch in stretches] == [[0, 1], [2, 3]]


def test_the_words_searched_are_counted_once_all_have_passed() -> None:
    texts = Library(["one two", "three"])
    list(texts.stretches())
    list(texts.stretches())
    assert texts.searched == 3


def test_some_texts_are_had_again_by_number_in_order() -> None:
    texts = Library(["a", "b", "c", "d"])
    assert [(number, words.text) for number, words in texts.wanted({3, 1})] == [(1, "b"), (3, "d")]


def test_a_text_that_is_kept_is_folded_once() -> None:
    texts = Library(["a b c"])
    ((_, first),) = next(texts.stretches())
    ((_, again),) = texts.wanted([0])
    assert again is first


def test_what_exceeds_the_room_is_loaded_again_for_each_pass() -> None:
    folder = Folder("long text", "b", "another long text")
    texts = Library(folder, most_kept=12)
    list(texts.stretches())
    assert [number for number, _ in texts.wanted({2})] == [2]
    assert folder.loaded == [2, 2, 2]


def test_texts_that_are_all_kept_are_not_loaded_again() -> None:
    folder = Folder("a", "b")
    texts = Library(folder)
    list(texts.stretches())
    assert [words.text for _, words in texts.wanted({0, 1})] == ["a", "b"]
    assert folder.loaded == [1, 1]


def test_words_made_before_are_taken_as_they_are() -> None:
    words = Words.of("a b")
    assert Library([words]).only is words


def test_an_only_text_is_known_where_it_can_be_asked_for() -> None:
    only = Library(["a b"]).only
    assert only is not None
    assert only.text == "a b"
    assert Library(["a", "b"]).only is None
    assert Library(Folder("a")).only is None


def test_no_texts_make_no_stretch() -> None:
    assert list(Library([]).stretches()) == []
