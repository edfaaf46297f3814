"""Markdown held against CommonMark, and origins against the file, on texts that Hypothesis makes up."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reading_checks import assert_sound, blocks, misplaced, written

from clock import in_proportion
from holdwater.document import MarkKind
from holdwater.errors import ReadError
from holdwater.read.markdown import read
from holdwater.read.markdown.emphasis import delimiter_run, match_runs

_COMMONMARK = MarkdownIt("commonmark").enable("table")

_APART = re.compile(r"!\[|\[\[|\[ \]|^[ >\t]*\| |\[r\]: [^\n]*\n(?!\n)|^>.*\n.*\||>.*\n {4,}>", re.M)
"""What we read otherwise on purpose: pictures, wiki links, task lists, line blocks; and see `test_markdown_twin`.

The last is a sign set in by four blanks and more: CommonMark's page says that it begins no quotation, markdown-it goes
on with one.
"""

_PLAIN = [
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "a",
    "b",
    "foo",
    " ",
    "\n",
    "&amp;",
    "&",
    "<b>",
    "<!--x-->",
]
_MORE = [
    ".",
    ",",
    "!",
    '"',
    "[x](y)",
    "<",
    ">",
    "é",
    "“",
    "1",
    "***",
    "> ",
    "- ",
    "\n\n",
    "    ",
    "\t",
    "# ",
    "1. ",
    "|",
]
_LINKS = ["-", "[r]", "\n[r]: /u\n\n", "<http://a.b>", "  \n", "\r\n", "http:"]
commonmark = st.lists(st.sampled_from([*_PLAIN, *_MORE, *_LINKS, "\\"]), max_size=25).map("".join)
_OURS = [
    "[^1]",
    "\n\n[^1]: n\n",
    "^[in]",
    "[@k, p. 1]",
    "@k",
    "~~",
    "![i](j)",
    "<sup>",
    "</sup>",
    "<q>",
    "</q>",
    "<br>",
]
everything = st.lists(st.sampled_from([*_PLAIN, *_MORE, *_LINKS, *_OURS]), max_size=25).map("".join)


def _shown(children: list[Token]) -> str:
    words = {"softbreak": " ", "hardbreak": "\n"}
    shown = ("text", "text_special", "code_inline")
    return "".join(child.content if child.type in shown else words.get(child.type, "") for child in children)


def _expected(tokens: list[Token]) -> list[str]:
    found = []
    for token in tokens:
        if token.type == "inline":
            found.append(_shown(token.children or []))
        elif token.type in ("fence", "code_block"):
            found.append(token.content)
    return [" ".join(words.split()) for words in found if words.strip()]


@settings(max_examples=400, deadline=None)
@given(commonmark)
def test_the_words_of_every_block_are_those_that_commonmark_shows(raw: str) -> None:
    tokens = _COMMONMARK.parse(raw)
    if _APART.search(raw) or any(token.type == "html_block" for token in tokens):
        return
    words = [" ".join(block.split()) for block in blocks(read(raw, "x.md"))]
    assert [one for one in words if one] == _expected(tokens)


@settings(max_examples=400, deadline=None)
@given(everything)
def test_every_character_stands_in_the_file_where_its_origin_says(raw: str) -> None:
    document = read(raw, "x.md")
    assert_sound(document)
    assert misplaced(document, raw) == []


@settings(max_examples=200, deadline=None)
@given(everything)
def test_every_mark_begins_and_ends_in_the_file_with_its_own_words(raw: str) -> None:
    document = read(raw, "x.md")
    for mark in document.marks:
        words = mark.span.of(document.text).strip()
        there = written(document, raw, mark.span).strip()
        if words and there[0] not in "&<":
            assert there[0] == words[0]
        there = unescape(there)  # an entity stands whole in the place of its character
        if words and there[-1] not in "&<":
            assert there[-1] == words[-1]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(raw: str) -> None:
    assert_sound(read(raw.encode("utf-8", "replace").decode(), "x.md"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="*_~ab. ", max_size=40))
def test_emphasis_never_takes_more_delimiters_than_there_are(text: str) -> None:
    runs = []
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and text[end] == text[at]:
            end += 1
        if text[at] in "*_":
            runs.append(delimiter_run(text, at, end))
        at = end
    found = match_runs(runs)
    used = sum(run.size - run.left for run in runs)
    assert used == sum(4 if one.kind is MarkKind.STRONG else 2 for one in found)
    assert all(run.left >= 0 for run in runs)


_HOSTILE = [
    "[",
    "*",
    "`",
    "<",
    '"',
    " ",
    "1",
    "_",
    "![",
    "[a](",
    "[a](<b ",
    '[a](b "',
    "^[",
    '<a b="',
    "<!--",
    "&",
    ">",
    "`` ` ",
]
_MORE_HOSTILE = ["[^a]", "*a _b ", "[a]: ", "~~", "<!a", "http://", "]", "[[]", "<sup>1", "a\n", "| a ", "\\"]


@pytest.mark.parametrize("piece", [*_HOSTILE, *_MORE_HOSTILE])
def test_reading_takes_time_in_proportion_to_the_length(piece: str) -> None:
    def reading(length: int) -> None:
        with suppress(ReadError):
            read((piece * (length // len(piece) + 1))[:length], "x.md")

    in_proportion(reading, 10_000, 40_000)


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "> - "])
def test_blocks_nested_too_deep_are_refused_and_not_dropped(opening: str) -> None:
    assert "core" in read(opening * 20 + "core", "x.md").text
    with pytest.raises(ReadError, match="nested"):
        read(opening * 10_000 + "core", "x.md")


@pytest.mark.parametrize("opening", ["[", "*a ", "^[", "<q>"])
def test_ten_thousand_levels_are_read(opening: str) -> None:
    assert "core" in read(opening * 10_000 + "core", "x.md").text
