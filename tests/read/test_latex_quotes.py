"""Quotations in LaTeX: the package csquotes, environments, and quotation marks as they are typed."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, kinds, marks

from holdwater.document import Document, MarkKind
from holdwater.read.latex import read

FILES = {
    "refs.bib": "@book{roe, author = {Roe, Anna}, title = {The Quiet Valley}, year = 1994}\n"
    "@book{doe, author = {Doe, Jane}, title = {Wheels}, year = 2019}"
}


def document(body: str, preamble: str = "") -> Document:
    raw = rf"\documentclass{{article}}{preamble}\addbibresource{{refs.bib}}\begin{{document}}{body}\end{{document}}"
    found = read(raw, "paper.tex", FILES.get)
    assert_sound(found)
    return found


def citations(found: Document) -> list[tuple[str, str, str]]:
    return marks(found, MarkKind.CITATION)


@pytest.mark.parametrize(
    ("written", "printed", "quoted"),
    [
        (r"\enquote{a \enquote{b} c}", "“a ‘b’ c”", ["a ‘b’ c", "b"]),
        (r"\enquote*{a}", "‘a’", ["a"]),
        (r"\foreignquote{french}{a}", "“a”", ["a"]),
        (r"\textquote[Doe, p. 3][.]{a}", "“a” (Doe, p. 3).", ["a"]),
        (r"\blockquote{short}", "“short”", ["short"]),
        (r'\MakeOuterQuote{"} Say "a" and "b".', "Say “a” and “b”.", ["a", "b"]),
    ],
)
def test_quotations_of_csquotes_have_marks_and_are_printed_in_quotation_marks(
    written: str, printed: str, quoted: list[str]
) -> None:
    found = document(written)
    assert found.text == printed
    assert [words for words, _, _ in marks(found, MarkKind.QUOTE)] == quoted


def test_quotation_marks_are_those_of_the_language() -> None:
    german = r"\usepackage[ngerman]{babel}"
    assert document(r'\enquote{a}, "`b"', german).text.startswith("„a“, „b")
    assert document(r'M"uller, Stra"se', german).text == "Müller, Straße"


def test_a_quotation_carries_its_citation_right_after_it() -> None:
    found = document(r"\textcquote[9]{roe}[.]{Words} \textquote[{\cite[7]{doe}}]{More}")
    assert found.text == "“Words”. “More”"
    assert citations(found) == [("", "p. 9", "roe"), ("", "p. 7", "doe")]
    assert found.marks_of(MarkKind.CITATION)[0].span.start == len("“Words”")


def test_long_and_displayed_quotations_are_set_apart() -> None:
    found = document(
        rf"Before \blockcquote[5]{{doe}}{{{'It goes on. ' * 30}}} After."
        r"\begin{displaycquote}[8]{roe}Displayed.\end{displaycquote}"
    )
    assert [block.kind.value for block in found.blocks] == ["paragraph", "quote", "paragraph", "quote"]
    assert [(label, key) for _, label, key in citations(found)] == [("p. 5", "doe"), ("p. 8", "roe")]
    assert not marks(found, MarkKind.QUOTE)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\textquote{a}", "“a”"), (r"\textquote[{\cite{roe}}]{a}", "“a”"), (r"\textquote[][!]{a}", "“a”!"),
        (r"\textcquote{roe}{a}", "“a”"), (r"\textcquote[4]{roe}[.]{a}", "“a”."),
        (r"\textcquote[quoted in][4]{roe}{a}", "“a” (quoted in Roe 1994, p. 4)"),
        (r"\foreigntextquote{german}{a}", "“a”"), (r"\hyphenquote{french}{a}", "“a”"),
        (r"\blockquote[Doe 3]{a}", "“a” (Doe 3)"), (r"\blockcquote{roe}{a}", "“a”"), (r"\enquote a", "“a”"),
        (r"\enquote{a \textquote{b \enquote{c}}}", "“a ‘b “c”’”"), (r"\enquote", ""),
        (r"\enquote{a\footnote{\enquote{b}}}", "“a”\n\n“b”"),
    ],
)  # fmt: skip
def test_csquotes_prints_marks_and_sources(written: str, printed: str) -> None:
    assert document(written).text == printed


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    found = document("\\enquote{One.\n\nTwo.}")
    assert [words for words, _, _ in marks(found, MarkKind.QUOTE)] == ["One.", "Two."]


@pytest.mark.parametrize("environment", ["quote", "quotation", "verse", "displayquote", "foreigndisplayquote"])
def test_environments_of_quotation_are_blocks_of_quotation(environment: str) -> None:
    language = "{german}" if environment.startswith("foreign") else ""
    found = document(rf"A:\begin{{{environment}}}{language}One.\par Two.\end{{{environment}}}B.")
    assert kinds(found) == ["paragraph", "quote", "quote", "paragraph"]
    assert [block.quoted for block in found.blocks] == [0, 1, 1, 0]


def test_a_quotation_within_a_quotation_is_quoted_twice() -> None:
    found = document(r"\begin{quote}A\begin{quote}B\end{quote}C\end{quote}")
    assert [block.quoted for block in found.blocks] == [1, 2, 1]
    assert len({block.group for block in found.blocks}) == 1


def test_a_displayed_quotation_ends_with_its_source() -> None:
    found = document(r"\begin{displayquote}[{\cite[7]{doe}}]Words.\end{displayquote}After.")
    assert citations(found) == [("", "p. 7", "doe")]
    assert found.blocks[0].span.covers(found.marks_of(MarkKind.CITATION)[0].span)
    printed = document(r"\begin{displayquote}[Doe, p. 7]Words.\end{displayquote}After.")
    assert printed.text == "Words. (Doe, p. 7)\n\nAfter."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("``a'' and `b'", "“a” and ‘b’"), ("``a `b' c''", "“a ‘b’ c”"), ("it's the 1980s'", "it’s the 1980s’"),
        ('"a"', '"a"'), ("<<a>>", "«a»"), (",,a``", ",,a“"), (r"\glqq{}a\grqq", "„a“"),
        (r"\og a \fg", "«\u00a0a\u00a0»"),
        (r"\quotedblbase a\textquotedblleft", "„a“"), ("“a”", "“a”"), ("``\\,`a'\\,''", "“\u2009‘a’\u2009”"),
    ],
)  # fmt: skip
def test_quotation_marks_as_they_are_typed(typed: str, printed: str) -> None:
    assert document(typed).text == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"the dam, \textelp{} and the tap", "the dam, […] and the tap"),
        (r"the dam \textelp{and all} the tap", "the dam […] [and all] the tap"),
        (r"the dam \textelp*{and all} the tap", "the dam [and all] […] the tap"),
        (r"the \textins{old} dam", "the [old] dam"),
        (r"\textins*{T}he dam", "[T]he dam"),
        (r"the \textins{\emph{old}} dam", "the [old] dam"),
    ],
)
def test_an_omission_and_words_put_in_are_printed_as_such(written: str, printed: str) -> None:
    found = document(rf"\enquote{{{written}}} and ``{written}''")
    assert found.text == f"“{printed}” and “{printed}”"
