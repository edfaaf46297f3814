"""What holds of every text that is read as LaTeX, whatever is in it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound

from holdwater.document import FileOrigins, MarkKind, Span
from holdwater.errors import ReadError
from holdwater.read import read_bytes
from holdwater.read.latex import read
from holdwater.read.latex.tex import Tex, unified

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8), min_size=1, max_size=12)
MARKUP = st.sampled_from(
    [
        *"{}[]$%&~`'\"^_#\\-", "\n", "\n\n", " ", "\r\n", "é", "``", "''", "---", r"\emph{",
        r"\footnote{", r"\enquote{", r"\ss ",
        r"\cite[4]{a}", r"\parencite[see][]{a}", r"\begin{quote}", r"\end{quote}", r"\item ", r"\section{", r"\'e",
        r"\newcommand{\x}[1]{", "#1", r"\x", r"\x{", r"\iffalse ", r"\fi ", r"\else ", r"$\frac{", r"\verb|", "|",
        r"\begin{tabular}{l}", r"\end{tabular}", r"\\", r"\input{a}", r"\SI{3}{\km}", "% holdwater: x\n", r"\title{",
        r"\maketitle", r"\begin{document}", r"\end{document}", r"\begin{verbatim}", r"\end{verbatim}", "word",
        "two words",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_any_markup_gives_a_sound_document(raw: str) -> None:
    assert_sound(read(raw, "any.tex", {"a.tex": raw[:30]}.get))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_sound_document(raw: str) -> None:
    assert_sound(read(raw, "any.tex"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_bytes(data, "any.tex")
    except ReadError:
        return
    assert_sound(document)


@settings(max_examples=100, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join))
def test_words_of_the_text_stand_in_the_file_where_their_place_is(raw: str) -> None:
    document = read(raw, "any.tex")
    assert isinstance(document.origins, FileOrigins)
    for found in re.finditer("words?|two", document.text):
        there = document.origins.raw_span(Span(*found.span())).of(document.origins.raw)
        assert there == found[0] or "\\x" in raw


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_plain_words_are_themselves_wherever_they_stand(words: list[str]) -> None:
    line = " ".join(words)
    document = read(rf"\section{{{line}}}\emph{{{line}}}\footnote{{{line}}}\begin{{quote}}{line}\end{{quote}}", "p.tex")
    assert document.text == "\n\n".join([line] * 4)
    assert [mark.span.of(document.text) for mark in document.marks_of(MarkKind.EMPHASIS)] == [line]


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_an_own_command_reads_as_if_its_body_stood_there(words: list[str]) -> None:
    line = " ".join(words)
    short = read(rf"\newcommand{{\own}}[1]{{``#1'' \emph{{(#1)}}}}\own{{{line}}}", "p.tex")
    long = read(rf"``{line}'' \emph{{({line})}}", "p.tex")
    assert (short.text, short.marks) == (long.text, long.marks)


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKUP, max_size=40).map("".join))
def test_line_ends_change_nothing_but_themselves(raw: str) -> None:
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    assert len(unified(raw.replace("\n", "\r\n"))) == len(raw.replace("\n", "\r\n"))
    assert unified(raw) == raw


@settings(max_examples=100, deadline=None)
@given(st.text("{}[]\\%a \n", max_size=60))
def test_partners_are_braces_that_close_each_other(raw: str) -> None:
    partners = Tex(raw).partners
    for at, other in partners.items():
        assert partners[other] == at
        assert {raw[at], raw[other]} == {"{", "}"}
        assert (raw[at] == "{") == (at < other)
