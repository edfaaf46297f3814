"""The notes of LaTeX: their numbers, their marks, their texts after the body."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, note_marks, notes

from holdwater.document import BlockKind, Document, Part
from holdwater.read.latex import read
from holdwater.read.latex.counting import numeral


def document(body: str, head: str = "") -> Document:
    raw = rf"\documentclass{{article}}{head}\begin{{document}}{body}\end{{document}}" if head else body
    found = read(raw, "paper.tex")
    assert_sound(found)
    return found


def led_to(found: Document) -> list[tuple[str, str]]:
    """For each mark, what stands before it and the words of the note that it leads to."""
    texts = notes(found)
    return [
        (found.text[: mark.span.start].split()[-1] if mark.span.start else "", texts.get(mark.target, ""))
        for mark in note_marks(found)
    ]


def numbers(found: Document) -> list[str]:
    return [mark.label for mark in note_marks(found)]


def test_a_footnotes_mark_leads_to_its_text_after_the_body() -> None:
    found = document("One\\footnote{First \\emph{note}.} two.\\footnote{Second.}\n\nThree.")
    assert blocks(found) == ["One two.", "Three.", "First note.", "Second."]
    assert led_to(found) == [("One", "First note."), ("two.", "Second.")]
    assert numbers(found) == ["1", "2"]
    assert [note.label for note in found.notes] == ["1", "2"]
    assert {block.part for block in found.blocks if block.kind is BlockKind.NOTE} == {Part.NOTES}


def test_a_note_of_two_paragraphs_is_two_blocks_of_one_group() -> None:
    found = document("One\\footnote{First.\n\nSecond.} two.\\footnote{Other.}")
    assert kinds(found) == ["paragraph", "note", "note", "note"]
    assert found.blocks[1].group == found.blocks[2].group != found.blocks[3].group
    assert notes(found)["fn-1"] == "First.\n\nSecond."


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        (r"a\footnote{x}b\footnote{y}", ["1", "2"]),
        (r"a\footnote[7]{x}b\footnote{y}", ["7", "1"]),
        (r"a\footnotemark b\footnote{y}\footnotetext[1]{x}", ["1", "2"]),
        (r"a\footnotemark[5] b\footnotetext[5]{x}", ["5"]),
        (r"\setcounter{footnote}{9}a\footnote{x}", ["10"]),
        (r"\addtocounter{footnote}{2}a\footnote{x}\addtocounter{footnote}{-1}b\footnote{y}", ["3", "3"]),
        (r"a\footnote{x\footnote{inner}} b\footnote{y}", ["1", "3", "2"]),
        (r"a\footnote{x\footnotemark}\footnotetext{inner} b\footnote{y}", ["1", "3", "2"]),
        (r"a\footnote{x}b\endnote{y}c\footnote{z}", ["1", "1", "2"]),
        (r"a\footnote x", ["1"]),
        (r"a\footnote", []),
    ],
)
def test_notes_are_numbered_as_latex_does(body: str, labels: list[str]) -> None:
    assert numbers(document(body)) == labels


@pytest.mark.parametrize(
    ("head", "labels"),
    [
        (r"\renewcommand{\thefootnote}{\roman{footnote}}", ["i", "ii"]),
        (r"\renewcommand{\thefootnote}{\Roman{footnote}}", ["I", "II"]),
        (r"\renewcommand{\thefootnote}{\alph{footnote}}", ["a", "b"]),
        (r"\renewcommand\thefootnote{\fnsymbol{footnote}}", ["*", "†"]),
        (r"\renewcommand{\thefootnote}{[\arabic{footnote}]}", ["1", "2"]),
        (r"\setcounter{footnote}{3}", ["4", "5"]),
    ],
)
def test_the_preamble_says_how_notes_are_numbered(head: str, labels: list[str]) -> None:
    assert numbers(document(r"a\footnote{x}b\footnote{y}", head)) == labels


@pytest.mark.parametrize(
    ("document_class", "labels"), [("article", ["1", "2", "3"]), ("book", ["1", "1", "2"]), ("report", ["1", "1", "2"])]
)
def test_chapters_count_their_notes_from_one(document_class: str, labels: list[str]) -> None:
    body = r"\chapter{A}a\footnote{x}\chapter{B}b\footnote{y}\chapter*{C}c\footnote{z}"
    found = read(rf"\documentclass{{{document_class}}}\begin{{document}}{body}\end{{document}}", "paper.tex")
    assert numbers(found) == labels
    assert len({note.id for note in found.notes}) == 3


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (1, "arabic", "1"), (4, "roman", "iv"), (1999, "Roman", "MCMXCIX"), (26, "alph", "z"), (27, "alph", "27"),
        (3, "Alph", "C"), (2, "fnsymbol", "†"), (10, "fnsymbol", "10"), (0, "roman", "0"), (-3, "alph", "-3"),
    ],
)  # fmt: skip
def test_numbers_are_printed_in_their_style(number: int, style: str, printed: str) -> None:
    assert numeral(number, style) == printed


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_kept() -> None:
    found = document(r"a\footnotemark[3] b\footnotetext[4]{Four.}")
    assert [(mark.label, mark.target) for mark in note_marks(found)] == [("3", "")]
    assert notes(found) == {"fn-4": "Four."}


def test_the_number_of_a_note_is_not_in_the_text() -> None:
    assert document(r"In 2018\footnote{x} it").text.startswith("In 2018 it")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"\section{Head\footnote{x}}", "Head"),
        (r"\begin{tabular}{l}cell\footnote{x}&b\end{tabular}", "cell"),
        (r"\begin{quote}Words.\footnote{x}\end{quote}", "Words."),
        (r"\begin{itemize}\item thing\footnote{x}\end{itemize}", "thing"),
        (r"\enquote{words\footnote{x}}", "“words"),
        (r"\emph{words\footnote{x}}", "words"),
        (r"word%" "\n  \\footnote{x}", "word"),
        (r"word\,\footnote{x}", "word"),
    ],
)
def test_notes_stand_wherever_words_do(body: str, words: str) -> None:
    found = document(body)
    assert led_to(found) == [(words, "x")]


def test_notes_of_the_margin_and_thanks_are_notes_without_a_number_of_their_own() -> None:
    found = document(r"a\marginpar{Side.} b\thanks{To all.}\sidenote{Beside.}")
    assert notes(found) == {"margin": "Side.", "thanks-*": "To all.", "sidenote-1": "Beside."}


def test_quotations_in_a_note_begin_anew() -> None:
    found = document(r"\enquote{a\footnote{\enquote{b}}}")
    assert blocks(found) == ["“a”", "“b”"]
