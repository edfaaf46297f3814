"""The files that a LaTeX document is made of: those beside it, and no others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from reading_checks import assert_sound, blocks

from holdwater.document import Document, Span
from holdwater.read.latex import read


def document(main: str, files: Mapping[str, str]) -> Document:
    found = read(main, "folder/paper.tex", files.get)
    assert_sound(found)
    return found


def place(found: Document, words: str) -> tuple[str, int, int]:
    at = found.text.index(words)
    origin = found.origin(Span(at, at + len(words)))
    return origin.part, origin.line, origin.column


@pytest.mark.parametrize(
    ("main", "files", "text"),
    [
        (r"A \input{b} C", {"b.tex": "B"}, "A B C"),
        (r"A \input{b.tex} C", {"b.tex": "B"}, "A B C"),
        (r"A \input b C", {"b.tex": "B"}, "A B C"),
        (r"A \input{sub/b} C", {"sub/b.tex": "B"}, "A B C"),
        (r"A \input{./sub/../b} C", {"b.tex": "B"}, "A B C"),
        (r"A \include{b} C", {"b.tex": "B"}, "A\n\nB\n\nC"),
        (r"A \input{sub/b} C", {"sub/b.tex": r"\input{sub/c}", "sub/c.tex": "deep"}, "A deep C"),
        (r"A \import{sub/}{b} C", {"sub/b.tex": r"\input{c}", "sub/c.tex": "deep"}, "A deep C"),
        (r"A \subimport{sub}{b} C", {"sub/b.tex": "B"}, "A B C"),
        (r"A \subfile{sub/b} C", {"sub/b.tex": r"\documentclass{x}\begin{document}B\end{document} no"}, "A B C"),
        (r"A \input{b} C", {"b.tex": "B\n\\endinput\nno"}, "A B C"),
        (r"A \input{b} C", {"b.tex": "B % remark"}, "A B C"),
        (r"\input{b}\x", {"b.tex": r"\newcommand{\x}{word}"}, "word"),
        (r"\input{b}", {"b.txt": "no"}, ""),
        (r"A % \input{b}" + "\nC", {"b.tex": "B"}, "A C"),
        (r"A \iffalse\input{b}\fi C", {"b.tex": "B"}, "A C"),
        (r"A \input{b} \input{b} C", {"b.tex": "B"}, "A B B C"),
        (r"\newcommand{\f}{b}A \input{\f} C", {"b.tex": "B"}, "A C"),
    ],
)
def test_files_are_put_in_where_they_are_called(main: str, files: Mapping[str, str], text: str) -> None:
    assert document(main, files).text == text


def test_words_of_another_file_stand_in_it() -> None:
    found = document("First.\n\n\\input{sub/b}\n\nLast.", {"sub/b.tex": "One.\n\n  Two, \\emph{three}."})
    assert place(found, "First") == ("", 1, 1)
    assert place(found, "Two") == ("folder/sub/b.tex", 3, 3)
    assert place(found, "three") == ("folder/sub/b.tex", 3, 14)
    assert place(found, "Last") == ("", 5, 1)
    assert found.line_text(3, "folder/sub/b.tex") == r"  Two, \emph{three}."


def test_a_missing_file_is_named_and_the_rest_is_read() -> None:
    found = document(r"A \input{gone} C \include{gone}", {})
    assert found.text == "A C"
    assert found.unread == ("gone: not read: no such file beside the document",)


def test_without_a_folder_the_files_are_named() -> None:
    assert read(r"A \input{b}", "paper.tex").unread == ("b: not read: no folder to look for it in",)


@pytest.mark.parametrize("path", ["../b", "sub/../../b", "/etc/b", "~/b", "http://a.test/b", "C:b", r"a\b"])
def test_a_path_that_leads_out_of_the_folder_is_never_asked_for(path: str) -> None:
    asked: list[str] = []
    found = read(rf"A \input{{{path}}} \import{{..}}{{b}} C", "paper.tex", lambda name: asked.append(name))
    assert found.text == "A C"
    assert found.unread
    assert all(not name.startswith(("/", "..", "~")) and ":" not in name for name in asked)


def test_files_that_put_each_other_in_are_read_once() -> None:
    found = document(r"A \input{b}", {"b.tex": r"B \input{c}", "c.tex": r"C \input{b} D"})
    assert found.text == "A B C D"
    assert found.unread == ("b.tex: not read again: it puts itself in",)


def test_a_package_of_the_authors_own_counts() -> None:
    found = document(
        "\\documentclass{article}\\usepackage{own}\n\\begin{document}\\org{} says.\\end{document}",
        {"own.sty": "\\newcommand{\\org}{The Ministry} Not these words."},
    )
    assert blocks(found) == ["The Ministry says."]


def test_what_stands_before_and_after_the_body_is_not_read() -> None:
    found = document("Before.\\documentclass{article}\n\\begin{document}Words.\\end{document} After.", {})
    assert found.text == "Words."
