"""Where LaTeX's words stand in its files, whatever they are written as; and comments that answer a finding."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, written

from holdwater.check import check
from holdwater.config import Config
from holdwater.document import Document, MarkKind, Span
from holdwater.read.latex import read
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf


def document(raw: str) -> Document:
    found = read(raw, "paper.tex")
    assert_sound(found)
    return found


def place(raw: str, words: str) -> str:
    """What the file has where these words of the text come from."""
    found = document(raw)
    at = found.text.index(words)
    return written(found, raw, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("raw", "words", "there"),
    [
        (r"a caf\'e b", "café", r"caf\'e"),
        (r"a caf\'{e} b", "café", r"caf\'{e}"),
        (r"a na\"{\i}ve b", "naïve", r"na\"{\i}ve"),
        (r"a \v{C}apek b", "Čapek", r"\v{C}apek"),
        (r"a \AE b", "Æ", r"\AE"),
        (r"R\&D b", "R&", r"R\&"),
        ("so --- it", "—", "---"),
        ("a ``word'' b", "“word”", "``word''"),
        ("a `word' b", "‘word’", "`word'"),
        ("one\n  two", "one two", "one\n  two"),
        ("one % remark\n two", "one two", "one % remark\n two"),
        (r"so\ldots{} b", "so…", r"so\ldots"),
        (r"$3 \times 4$", "3 × 4", r"3 \times 4"),
        (r"\num{1.5e3} b", "1.5 × 10^3", r"\num{1.5e3}"),
        (r"\emph{word} b", "word", "word"),
        (r"\enquote{a b} c", "“a b”", r"\enquote{a b}"),
        (r"?`Qu\'e?", "¿Qué?", r"?`Qu\'e?"),
        (r"\newcommand{\ms}{Ministry of Water}\ms{} says", "Ministry of Water", r"\ms"),
        (r"\newcommand{\q}[1]{``#1''} \q{a b} c", "a b", "a b"),
        (r"\newcommand{\q}[1]{``#1''} \q{a b} c", "“a b”", r"\q{a b}"),
        (r"\newcommand{\q}[1]{(\r{#1})}\newcommand{\r}[1]{<<#1>>} \q{a} c", "(«a»)", r"\q{a}"),
        (r"\newenvironment{e}[1]{#1: }{. End} \begin{e}{A} words\end{e}", ". End", r"\end{e}"),
    ],
)
def test_the_place_of_words_is_all_that_the_file_writes_for_them(raw: str, words: str, there: str) -> None:
    assert place(raw, words) == there


def test_windows_line_ends_shift_no_place() -> None:
    raw = "First line.\r\nSecond \\emph{line}.\r\n\r\nThird."
    found = document(raw)
    assert found.text == "First line. Second line.\n\nThird."
    assert place(raw, "Third.") == "Third."
    at = found.text.index("Third")
    assert (found.origin(Span(at, at + 1)).line, found.origin(Span(at, at + 1)).column) == (4, 1)


# Comments


@pytest.mark.parametrize(
    ("raw", "stands_at"),
    [
        ("One. % holdwater: x\n\nTwo.", "\n\nTwo."),
        ("One.\n\n% holdwater: x\nTwo.", "Two."),
        ("One.\n\n% holdwater: x\n\nTwo.", "Two."),
        ("One\n% holdwater: x\nmore.", "more."),
        ("One:\n% holdwater: x\n\\begin{quote}Two.\\end{quote}", "Two."),
        ("\\begin{quote}\n  % holdwater: x\n  Two.\\end{quote}", "Two."),
        ("One.\\footnote{% holdwater: x\nTwo.}", "Two."),
        ("\\section{One}\n%% holdwater: x\nTwo.", "Two."),
        ("\\begin{itemize}\n% holdwater: x\n\\item Two.\\end{itemize}", "Two."),
        ("% holdwater: x\n\\documentclass{article}\n\\begin{document}Two.\\end{document}", "Two."),
        ("\\documentclass{article} % holdwater: x\n\\begin{document}\nTwo.\\end{document}", "Two."),
    ],
)
def test_a_comment_stands_where_it_is_written_and_on_a_line_of_its_own_before_what_follows(
    raw: str, stands_at: str
) -> None:
    found = document(raw)
    (mark,) = found.marks_of(MarkKind.COMMENT)
    assert mark.label == "holdwater: x"
    assert found.text[mark.span.start :].startswith(stands_at)


def test_signs_of_percent_and_empty_comments_are_no_comments() -> None:
    assert not document("10\\% of it %\n%%\n  and \\verb|%| so").marks_of(MarkKind.COMMENT)


ROE = Source(
    "roe",
    "roe.txt",
    {"title": "The Quiet Valley", "author": [{"family": "Roe", "given": "Anna"}], "issued": {"date-parts": [[1994]]}},
)
SHELF = Shelf.from_documents(
    [(ROE, Document("The wheel turned for two hundred years, and nobody counted what it cost the people."))]
)
WRONG = (
    r"Roe writes: ``The wheel turned for three hundred years, and nobody counted what it cost the people.''"
    r"\footnote{Anna Roe, \emph{The Quiet Valley} (Oberau: Mill Press, 1994).}"
)


def outcome(body: str, preamble: str = "") -> tuple[bool, list[str]]:
    """Whether a finding on the quotation stands, and the reasons that comments gave for those that do not."""
    raw = f"\\documentclass{{article}}{preamble}\\begin{{document}}{body}\\end{{document}}"
    report = check(document(raw), SHELF)
    stands = any(finding.code.startswith("QUO1") for finding in report.findings)
    return stands, [one.reason for one in report.suppressed]


def test_a_comment_with_a_reason_answers_a_finding_of_its_paragraph() -> None:
    comment = "\n\n% holdwater: ignore[QUO1] -- as the first edition has it\n"
    assert outcome(WRONG) == (True, [])
    assert outcome(comment + WRONG) == (False, ["as the first edition has it"])
    assert outcome(f"{WRONG}{comment}Another paragraph.") == (True, [])
    assert outcome(f"One. % holdwater: ignore[QUO1]\n{WRONG}") == (True, [])


def test_a_comment_in_the_preamble_may_answer_for_the_whole_file() -> None:
    preamble = "\n% holdwater: ignore-file[QUO1] -- a translation\n"
    assert outcome(f"One.\n\n{WRONG}", preamble) == (False, ["a translation"])


@pytest.mark.parametrize(("postnote", "stands"), [("4", True), ("4, emphasis added", False)])
def test_a_postnote_may_own_up_to_an_emphasis(postnote: str, *, stands: bool) -> None:
    found = document(
        r"Roe writes: \enquote{The town had \emph{never} been asked whether the bridge should be closed.}"
        rf"\parencite[{postnote}]{{roe}} More."
    )
    assert bool(check(found, None, Config(select=("QUO109",))).findings) is stands
