"""Formats that an installed pandoc reads: blocks, notes, citations, and words found again in the file."""

from __future__ import annotations

import re
import shutil

import pytest
from reading_checks import assert_sound, blocks, kinds, marks, notes

from holdwater.document import Document, MarkKind, Part, Span
from holdwater.read import read_bytes

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")

RST = """Mill
====

.. a comment

The *mill* burned [#]_ and `a link <http://d.test>`_ was lost\\ [#]_.

* one
* two

  - deeper

::

    code  here
    and here

.. list-table::

   * - 1987
     - 412 people

References
----------

Roe, Anna. The Quiet Valley.

.. [#] Roe, p. 4.
.. [#] Valley Record,

   second paragraph.
"""


def read(raw: str, format: str) -> Document:  # noqa: A002
    document = read_bytes(raw.encode(), f"essay.{format}", format=format)
    assert_sound(document)
    return document


def found_back(document: Document) -> float:
    """The share of the words that stand in the file where their origins say."""
    spans = [Span(*word.span()) for word in re.finditer(r"\w+", document.text)]
    right = 0
    for span in spans:
        origin = document.origin(span)
        right += document.line_text(origin.line)[origin.column - 1 : origin.end_column - 1] == span.of(document.text)
    return right / len(spans)


def test_blocks_are_told_apart() -> None:
    document = read(RST, "rst")
    assert blocks(document) == [
        "Mill", "The mill burned and a link was lost.", "one", "two", "deeper", "code  here\nand here", "1987",
        "412 people", "References", "Roe, Anna. The Quiet Valley.", "Roe, p. 4.", "Valley Record,",
        "second paragraph.",
    ]  # fmt: skip
    assert kinds(document) == [
        "heading", "paragraph", "list-item", "list-item", "list-item", "code", "table", "table", "heading",
        "reference", "note", "note", "note",
    ]  # fmt: skip
    assert [block.level for block in document.blocks[2:5]] == [1, 1, 2]
    assert document.format == "rst"


def test_notes_stand_at_the_end_and_their_marks_have_no_width() -> None:
    document = read(RST, "rst")
    assert notes(document) == {"fn1": "Roe, p. 4.", "fn2": "Valley Record,\n\nsecond paragraph."}
    assert [document.text[: mark.span.start][-6:] for mark in document.marks_of(MarkKind.NOTE)] == ["burned", "s lost"]
    assert all(block.part is Part.NOTES for block in document.blocks[-3:])


def test_marks_stand_over_their_words() -> None:
    document = read(RST, "rst")
    assert marks(document, MarkKind.EMPHASIS) == [("mill", "", "")]
    assert marks(document, MarkKind.LINK) == [("a link", "", "http://d.test")]


def test_words_have_their_own_line_and_column() -> None:
    document = read(RST, "rst")
    assert found_back(document) > 0.98
    at = document.text.index("Valley Record")
    origin = document.origin(Span(at, at + 6))
    assert document.line_text(origin.line) == ".. [#] Valley Record,"


def test_citations_of_org_name_their_work_and_locator() -> None:
    document = read("#+TITLE: Mill\n#+AUTHOR: Jane Doe\n\nSee [cite:@roe p. 4; @doe].\n", "org")
    assert [mark[1:] for mark in marks(document, MarkKind.CITATION)] == [("p. 4", "roe"), ("", "doe")]
    assert document.metadata["title"] == "Mill"
    assert document.metadata["author"] == "Jane Doe"


def test_quotations_keep_their_marks() -> None:
    document = read("<article xmlns='http://docbook.org/ns/docbook'><para>She <quote>ran</quote> off.</para></article>",
                    "docbook")  # fmt: skip
    assert document.text == "She “ran” off."
    assert marks(document, MarkKind.QUOTE) == [("ran", "", "")]


@pytest.mark.parametrize(
    ("format", "raw"),
    [
        ("rtf", r"{\rtf1\ansi The caf\'e9 burned \u8220?twice\u8221? in 1987.{\footnote \pard Roe, p. 4.}\par}"),
        ("textile", "h1. Mill\n\nThe café burned \"twice\":http://d.test in 1987[1].\n\nfn1. Roe, p. 4.\n"),
        ("docbook", "<article><para>The caf&#233; burned &quot;twice&quot; in 1987.<footnote><para>Roe, p. 4.</para>"
                    "</footnote></para></article>"),
        ("org", "The café burned twice in 1987[fn:1].\n\n[fn:1] Roe, p. 4.\n"),
    ],
)  # fmt: skip
def test_a_note_is_found_in_every_format(format: str, raw: str) -> None:  # noqa: A002
    document = read(raw, format)
    assert "café burned" in document.text
    assert [note.span.of(document.text) for note in document.notes] == ["Roe, p. 4."]
    line = document.origin(document.notes[0].span).line
    assert "Roe, p. 4." in document.line_text(line)


def test_escaped_words_are_placed_at_their_escapes() -> None:
    raw = r"{\rtf1\ansi The mill \'93ran\'94 off.\par}"
    document = read(raw, "rtf")
    assert document.text == "The mill “ran” off."
    at = document.text.index("ran")
    assert document.origin(Span(at, at + 3)).column == raw.index("ran") + 1


def test_a_word_that_stands_twice_is_placed_in_the_files_order() -> None:
    raw = "The mill ran.\n\nAnd then the wheel ran.\n\nIn the end the water ran.\n"
    document = read(raw, "rst")
    places = [document.origin(Span(one.start(), one.end())).line for one in re.finditer("ran", document.text)]
    assert places == [1, 3, 5]


def test_a_cell_notebooks_words_are_read_with_their_lines() -> None:
    raw = (
        '{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [{"cell_type": "markdown", "metadata": {},'
        '\n "source": ["# Mill\\n",\n "The \\"wheel\\" ran."]}]}'
    )
    document = read(raw, "ipynb")
    assert blocks(document)[0] == "Mill"
    at = document.text.index("wheel")
    assert document.origin(Span(at, at + 5)).line == 3


@pytest.mark.parametrize("quote", [r"\u8220?ran\u8221? off", r"\u8220\'93ran\u8221\'94 off"])
def test_no_letter_is_lost_after_a_character_given_by_its_number(quote: str) -> None:
    assert read(r"{\rtf1\ansi The mill " + quote + r".\par}", "rtf").text == "The mill “ran” off."


def test_notes_that_an_rtf_marks_as_optional_are_read() -> None:
    document = read(r"{\rtf1\ansi It ran.{\super\chftn}{\*\footnote\chftn\pard Roe, p. 4.}\par}", "rtf")
    assert list(notes(document).values()) == ["Roe, p. 4."]


@pytest.mark.parametrize(
    ("format", "raw"),
    [
        ("opml", '<opml version="2.0"><body><outline text="Mill" _note="It *ran* &amp; stopped."/></body></opml>'),
        ("creole", "= Mill\n\nIt **ran** & stopped.\n"),
        ("jira", "h1. Mill\n\nIt *ran* & stopped.\n"),
        ("twiki", "---+ Mill\n\nIt *ran* & stopped.\n"),
        ("tikiwiki", "! Mill\n\nIt __ran__ & stopped.\n"),
        ("vimwiki", "= Mill =\n\nIt *ran* & stopped.\n"),
        ("haddock", "= Mill\n\nIt /ran/ & stopped.\n"),
        ("dokuwiki", "====== Mill ======\n\nIt **ran** & stopped.\n"),
        ("muse", "* Mill\n\nIt *ran* & stopped.\n"),
        ("man", ".SH Mill\n.PP\nIt \\fIran\\fR & stopped.\n"),
        ("rtf", r"{\rtf1\ansi {\pard \b Mill\par}{\pard It {\i ran} & stopped.\par}}"),
    ],
)
def test_every_format_gives_the_same_words_and_places(format: str, raw: str) -> None:  # noqa: A002
    document = read(raw, format)
    assert blocks(document) == ["Mill", "It ran & stopped."]
    assert found_back(document) == 1.0 or format == "man"


def test_an_outline_is_told_by_its_root_and_its_words_stand_in_attributes() -> None:
    raw = '<?xml version="1.0"?>\n<opml version="2.0"><body>\n<outline text="The caf&#233; &amp; mill"/></body></opml>'
    document = read_bytes(raw.encode(), "essay.opml")
    assert (document.format, document.text) == ("opml", "The café & mill")
    at = document.text.index("mill")
    origin = document.origin(Span(at, at + 4))
    assert (origin.line, raw.splitlines()[2][origin.column - 1 : origin.end_column - 1]) == (3, "mill")


def test_a_character_given_by_its_number_is_covered_whole() -> None:
    raw = r"{\rtf1\ansi The \u206?le ran.\par}"
    document = read(raw, "rtf")
    assert document.text == "The Île ran."
    origin = document.origin(Span(4, 7))
    assert raw[origin.column - 1 : origin.end_column - 1] == r"\u206?le"
