r"""Commands that a document defines itself, and its conditions: what TeX would read, as far as that is simple."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, notes

from holdwater.read.latex import read
from holdwater.read.latex.macros import Macro, new_command, new_document_command, plain_def, template
from holdwater.read.latex.tex import Tex


def words(raw: str) -> str:
    found = read(raw, "paper.tex")
    assert_sound(found)
    return found.text


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\newcommand{\x}{word}\x{} \x\ \x, \x", "word word word, word"),
        (r"\newcommand\x{word}\x", "word"),
        (r"\newcommand*{\x}[1]{<#1>}\x{a} \x b", "<a> <b>"),
        (r"\newcommand{\x}[2][d]{#1-#2}\x{a} \x[c]{a}", "d-a c-a"),
        (r"\newcommand{\x}{}a\x b\x{} c", "ab c"),
        (r"\renewcommand{\x}{one}\x", "one"),
        (r"\providecommand{\x}[1]{#1#1}\x{a}", "aa"),
        (r"\DeclareRobustCommand{\x}{word}\x", "word"),
        (r"\newcommand{\x}{inner}\newcommand{\y}{the \x{} one}\y", "the inner one"),
        (r"\newcommand{\x}{one}\x \renewcommand{\x}{two}\x", "onetwo"),
        (r"\def\x{word}\x. \def\y#1{(#1)}\y{a}\y b", "word. (a)(b)"),
        (r"\let\x\emph \x{a}", "a"),
        (r"\let\x=\y \newcommand{\y}{word}\x", "word"),
        (r"\newcommand{\x}{\emph}\x{a}b", "ab"),
        (r"\newcommand{\x}[1]{\textbf{#1}}\x{a \x{b}}", "a b"),
        (r"\newcommand{\x}[1]{\footnote{#1}}a\x{b}", "a\n\nb"),
        (r"\newcommand{\x}{5 \%}\x", "5 %"),
        (r"\newcommand{\x}{a % remark" + "\n  b}\\x", "a b"),
        (r"\NewDocumentCommand{\x}{s m}{#2}\x*{a} \x{b}", "a b"),
        (r"\NewDocumentCommand{\x}{O{d} m}{#1#2}\x{a} \x[c]{a}", "da ca"),
        (r"\NewDocumentCommand{\x}{m o}{#1\IfValueT{#2}{: #2}}\x{a} \x{a}[b]", "a a: b"),
        (r"\NewDocumentCommand{\x}{o}{\IfNoValueTF{#1}{none}{#1}}\x. \x[b].", "none. b."),
        (r"\newenvironment{e}[1]{[#1: }{]}\begin{e}{a}b\end{e}", "[a: b]"),
        (r"\newenvironment{e}[2][d]{#1#2}{}\begin{e}{a}\end{e} \begin{e}[c]{a}\end{e}", "da ca"),
        (r"\newenvironment{e}{\begin{quote}}{\end{quote}}\begin{e}b\end{e}", "b"),
        (r"\DeclareMathOperator{\x}{GDP}$\x{} = 1$", "GDP = 1"),
        (r"\newcommand{\x}[1]{##1#1}\x{a}", "#1a"),
        (r"\newcommand{\x}{word}\verb|\x| \begin{verbatim}\x\end{verbatim}", "\\x\n\n\\x"),
        (r"\newcommand{\x", ""),
    ],
)
def test_own_commands_are_spelled_out(written: str, printed: str) -> None:
    assert words(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"a\iffalse b\fi c", "ac"),
        (r"a\iftrue b\else c\fi d", "abd"),
        (r"a\iffalse b\else c\fi d", "acd"),
        (r"a\iffalse b\iftrue c\fi d\fi e", "ae"),
        (r"\newif\ifd a\ifd b\fi c", "ac"),
        (r"\newif\ifd\dtrue a\ifd b\else c\fi d", "abd"),
        (r"\newif\ifd\dtrue\dfalse a\ifd b\else c\fi d", "acd"),
        (r"\ifnum1=1 yes\else no\fi", "yes"),
        (r"\ifdefined\x yes\else no\fi", "yes"),
        (r"\ifcsname x\endcsname yes\fi", "yes"),
        (r"\ifcase0 a\or b\or c\fi d", "ad"),
        (r"a\fi b\else c", "abc"),
        (r"a\iffalse b", "ab"),
        (r"\ifstrange a", "a"),
        (r"\begin{comment}a\end{comment}b", "b"),
        (r"\newcommand{\x}{\iffalse hidden\fi shown}\x", "shown"),
    ],
)
def test_conditions_are_decided(written: str, printed: str) -> None:
    assert words(written) == printed


@pytest.mark.parametrize(
    ("written", "macro"),
    [
        (r"{\x}{a}", Macro("", ("a",))),
        (r"\x[2]{#1 and #2}", Macro("mm", (1, " and ", 2))),
        (r"{\x}[2][d]{#2}", Macro("om", (2,), ("d",))),
        (r"{\x}[nine]{a}", Macro("", ("a",))),
    ],
)
def test_a_definition_has_parameters_and_a_body(written: str, macro: Macro) -> None:
    found = new_command(Tex(written), 0)
    assert (found.name, found.macro, found.after) == ("x", macro, len(written))


def test_definitions_that_are_too_clever_are_passed_over() -> None:
    assert plain_def(Tex(r"\x#1.{a}"), 0).macro is None
    assert plain_def(Tex(r"\x#1.{a}"), 0).after == len(r"\x#1.{a}")
    assert new_document_command(Tex(r"{\x}{D(){a} m}{#1}"), 0).macro is None
    assert words(r"\def\x#1.#2!{#1}After") == "After"


def test_parameters_in_a_body_are_numbers() -> None:
    assert template("a#1b##c") == ("a", 1, "b", "#", "c")
    assert template("") == ()


def test_commands_that_we_know_keep_their_meaning() -> None:
    found = read(r"\renewcommand{\footnote}[1]{gone}\renewcommand{\enquote}[1]{x}a\footnote{b} \enquote{c}", "p.tex")
    assert blocks(found) == ["a “c”", "b"]
    assert notes(found) == {"fn-1": "b"}


def test_a_known_name_that_the_document_makes_its_own_is_its_own() -> None:
    assert words(r"\newcommand{\degree}{ degrees}20\degree") == "20 degrees"
