"""LaTeX that is broken or hostile: read, in time that grows no faster than its length; nothing run, nothing fetched."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from reading_checks import assert_sound

from clock import within_seconds
from holdwater.document import Document
from holdwater.read import read_bytes
from holdwater.read.latex import read

SIZE = 20_000
HALF_A_MEGABYTE = 500_000
LIMIT = 4.0
"""Seconds of CPU: far more than a linear reader takes for half a megabyte on a slow machine."""

REPEATED = [
    "{", "}", "[", "$", "$$x ", "%", "%\n", "% a\n", "\\", "&", "~", "-", "`", "'", '"', "^", "\n", " \n", "\t ", "\0",
    r"\begin{a}", r"\begin{quote}x", r"\begin{itemize}\item x ", r"\begin{tabular}{l}a&", r"\begin{verbatim}",
    r"\begin{equation}", r"\begin{tikzpicture}", r"\begin{document}", r"\begin{", r"\end{a}", r"\footnote{",
    r"\footnote{x}", r"\footnotemark ", r"\emph{a ", r"{\it x", r"\(", r"\[", r"\cite[", r"\cite[{", r"\cite{",
    r"\autocites(", r"\autocites{a}", r"\verb|", r"\verb", r"\iffalse ", r"\ifx\a\b ", r"\else ", r"\fi ",
    r"\newif\ifa\ifa ", r"\newcommand{", r"\newcommand\x", r"\def\a", r"\def\a#1", r"\let\a\b ", r"\item[",
    r"$\frac{", r"$\sqrt", "$^{", r"\'", r"\'{", r"\c{", r"\enquote{", r"\textquote[", r"\blockquote{a ", r"\\[",
    r"\bibitem[", r"\bibitem{a}", r"\section{", "\\section{a}\n", r"\title{a}\maketitle ", r"\caption{", r"\SI{",
    r"\url{", r"\href{", r"\csname ", r"\input{a}", r"\input ", r"\texorpdfstring{", "\\label%\n", "\\cite%\n[%\n",
]  # fmt: skip

NESTED = [
    r"\emph{",
    r"\footnote{",
    r"\footcite[see \cite[{",
    r"\newtheorem{",
    r"\enquote{",
    r"\title{",
    r"\texorpdfstring{",
    r"$\frac{1}{",
    r"\section{",
    "{",
]

BOMBS = {
    "doubling": "".join(rf"\def\zz{chr(97 + i)}{{x\zz{chr(98 + i)}\zz{chr(98 + i)}}}" for i in range(24)) + r"\zza ",
    "empty doubling": "".join(rf"\def\zz{chr(97 + i)}{{" + rf"\zz{chr(98 + i)}" * 2 + "}" for i in range(24))
    + r"\zza ",
    "itself": r"\def\a{x\a}" + r"\a " * 5000,
    "itself twice": r"\def\a{\a\a}\a",
    "each other": r"\let\a\b\let\b\a\a",
    "arguments": r"\newcommand{\a}[1]{#1#1}" + r"\a{" * 30 + "x" + "}" * 30,
    "long body": r"\newcommand{\a}[1]{" + "#1" * 50_000 + "}" + r"\a{x}" * 100,
    "environment": r"\newenvironment{e}{\begin{e}}{\end{e}}\begin{e}x\end{e}",
}


def timed(text: str, beside: Callable[[str], str | None] | None = None) -> Document:
    document = within_seconds(LIMIT, lambda: read(text, "hostile.tex", beside))
    assert_sound(document)
    return document


@pytest.mark.parametrize("piece", REPEATED)
def test_one_piece_again_and_again_is_read_in_linear_time(piece: str) -> None:
    timed(piece * (SIZE // len(piece)))


@pytest.mark.parametrize("piece", [r"\footnote{x}", "$$x ", r"\'{", r"\begin{quote}x"])
def test_half_a_megabyte_of_one_piece_is_read_in_seconds(piece: str) -> None:
    timed(piece * (HALF_A_MEGABYTE // len(piece)))


def test_thousands_of_calls_of_an_own_command_are_read_in_seconds() -> None:
    call = r"\a{x} and "
    document = timed(r"\newcommand{\a}[1]{\emph{#1}}" + call * (HALF_A_MEGABYTE // 5 // len(call)))
    assert document.text.startswith("x and x and")


@pytest.mark.parametrize("opening", NESTED)
def test_what_is_nested_deep_is_read_without_running_out_of_stack(opening: str) -> None:
    timed(opening * 3000 + "x" + "}" * 3000)


@pytest.mark.parametrize("name", BOMBS)
def test_commands_that_grow_without_end_are_given_up_and_said_to_be(name: str) -> None:
    document = timed("Before. " + BOMBS[name] + " After.")
    assert document.text.startswith("Before.")
    if name in ("doubling", "empty doubling", "itself", "itself twice", "environment"):
        assert any("grow too long" in line for line in document.unread)


def test_a_file_that_puts_itself_in_is_read_once() -> None:
    document = timed(r"A \input{b} Z", {"b.tex": r"B \input{b} \input{hostile}"}.get)
    assert document.text.split() == ["A", "B", "Z"]
    assert any("puts itself in" in line for line in document.unread)


def test_files_that_put_each_other_in_too_often_are_given_up() -> None:
    files = {f"f{i}.tex": rf"\input{{f{i + 1}}}" * 10 + "word " * 100 for i in range(12)}
    document = timed(r"\input{f0}", files.get)
    assert document.unread


@pytest.mark.parametrize(
    "path", ["../../../etc/passwd", "/etc/passwd", "a/../../b", "~/x", "|ls", "C:\\x", "http://a.test/x"]
)
def test_paths_that_lead_out_of_the_folder_are_refused_unasked(path: str) -> None:
    asked: list[str] = []
    document = timed(rf"Words \input{{{path}}} here.", lambda name: asked.append(name))
    assert document.text == "Words here."
    assert document.unread
    assert not any(".." in name or name.startswith(("/", "|", "~")) or ":" in name for name in asked)


def test_commands_for_the_shell_are_neither_run_nor_printed() -> None:
    document = timed(r'Safe. \immediate\write18{touch /tmp/x} \input|"touch /tmp/x" \directlua{os.exit()} Sound.')
    assert document.text == "Safe. Sound."


@pytest.mark.parametrize(
    "bibliography",
    [
        "{" * 20_000,
        "@article{" * 5000,
        "@article{a, title={" * 3000,
        "@book{a, title = {x} year = 2",
        "@book{a,crossref={a}}",
    ],
)
def test_a_damaged_bibliography_leaves_the_text_readable(bibliography: str) -> None:
    files = {"refs.bib": bibliography}
    document = timed(r"Words \cite{a}. \bibliography{refs}", files.get)
    assert document.text == "Words."


def test_one_damaged_entry_is_said_and_the_others_are_read() -> None:
    files = {"refs.bib": "@book{bad, title = {x} year = 2\n\n@book{good, title = {A good one}, year = 1999}\n"}
    document = timed(r"\citetitle{good}, \cite{bad} \addbibresource{refs.bib}", files.get)
    assert [record.id for record in document.records] == ["good"]
    assert any("'bad'" in line for line in document.unread)


def test_truncated_anywhere_a_document_is_read() -> None:
    whole = (
        r"\documentclass[a]{book}\title{T}\newcommand{\q}[1]{\enquote{#1}}\begin{document}\maketitle \chapter{C}"
        r"Words \q{in \emph{marks}}\footnote{A \textbf{note}.} $\frac{1}{2}$ \textcquote[1]{k}[.]{x} \verb|a|"
        r"\begin{quote}Q\end{quote}\begin{tabular}{l}a&b\\\end{tabular}\SI{1}{\metre}\'{e}\href{u}{w}\end{document}"
    )
    for end in range(len(whole)):
        assert_sound(read(whole[:end], "cut.tex", None))
        assert_sound(read(whole[end:], "cut.tex", None))


def test_bytes_that_are_no_text_are_read_or_refused() -> None:
    document = read_bytes(b"\\documentclass{article}\\begin{document}caf\xe9 \xff\xfe\\end{document}", "x.tex")
    assert_sound(document)


PIECES = (
    *"{ } [ ] $ % & ~ -- `` '' ^ _ ( ) {a} [b] # | * é word".split(), "\n", "\n\n", " ", '"', "\\\\",
    r"\emph", r"\footnote", r"\enquote",
    r"\textquote", r"\cite", r"\footcite", r"\begin{quote}", r"\end{quote}", r"\begin{tabular}", r"\item",
    r"\begin{document}", r"\newcommand", r"\def", r"\x", r"\iftrue", r"\else", r"\fi", r"\frac", r"\SI", r"\verb",
    r"\url", r"\section", r"\title", r"\maketitle", r"\bibitem", r"\caption", r"\'", r"\input", r"\enspace", r"\it",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_pieces_in_any_order_are_read(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        raw = "".join(chance.choices(PIECES, k=chance.randint(1, 60)))
        assert_sound(read(raw, "any.tex", {"a.tex": raw[:20]}.get))


@pytest.mark.parametrize("raw", [r"\newcommand{\a}{\begin{document}", r"\verb| |", r"\enspace", "~", r"\url{ }", "\\"])
def test_what_prints_nothing_but_white_space_is_no_block(raw: str) -> None:
    assert not timed(raw).blocks
