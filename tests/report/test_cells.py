"""Widths, wrapping, and text that must not act on the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.report.cells import shown, width, wrap, wrap_text
from holdwater.report.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "cells"),
    [("harbour", 7), ("港の冬", 6), ("e\u0301te\u0301", 3), ("ｆｕｌｌ", 8), ("😀", 2), ("", 0), ("каша", 4)],
)
def test_width_counts_cells_not_characters(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("hostile", "inert"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("so\u00adft\u200b", "soft"),
        ("\U000e0041hidden", "<U+E0041>hidden"),
        ("half\ud800", "half\ufffd"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("a\u2028b", "a<U+2028>b"),
    ],
)
def test_characters_that_act_are_made_visible(hostile: str, inert: str) -> None:
    assert visible(hostile) == inert


def test_joiners_of_scripts_that_need_them_stay() -> None:
    assert visible("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\r\n\tb\n\nc ") == "a b c"


def test_a_tab_takes_four_cells() -> None:
    assert shown("\t") == "    "


def test_text_is_wrapped_at_blanks() -> None:
    assert wrap_text("the fleet was laid up", 10) == ["the fleet", "was laid", "up"]


def test_a_word_too_long_for_a_line_is_broken() -> None:
    assert wrap_text("ab 港港港港港 c", 4) == ["ab", "港港", "港港", "港 c"]


def test_styles_stay_with_their_words() -> None:
    lines = wrap([("the ", ""), ("whole", "out"), (", fleet", "")], 10)
    assert lines == [[("the", ""), (" ", ""), ("whole", "out"), (",", "")], [("fleet", "")]]


def test_no_words_make_no_line() -> None:
    assert wrap([("  \n ", "")], 10) == []


@given(st.text(max_size=80), st.integers(min_value=4, max_value=30))
def test_no_line_is_wider_than_the_room(text: str, room: int) -> None:
    safe = one_line(text)
    lines = wrap_text(safe, room)
    assert all(width(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe.split())


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    assert all(c.isprintable() or c.isspace() or c in "\u200c\u200d" or ord(c) > 0xFF for c in visible(text))
    assert not set(visible(text)) & set("\x1b\x9b\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x00\x07\x08")
