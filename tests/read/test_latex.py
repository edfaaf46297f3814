"""LaTeX as its reader sees it: words, blocks, marks, and places that are true."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reading_checks import DATA, assert_sound, blocks, kinds, marks, note_marks, notes

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.read import read_file
from holdwater.read.latex import read

MARKUP = frozenset("\\`'-~<>?!\"{}%[]$^_&,")


def document(raw: str, beside: Callable[[str], str | None] | None = None) -> Document:
    found = read(raw, "paper.tex", beside)
    assert_sound(found)
    return found


def words(raw: str) -> str:
    return document(raw).text


def misplaced(found: Document) -> list[tuple[int, str, str]]:
    """Characters whose origin is neither themselves, nor white space for white space, nor markup."""
    wrong = []
    origins = found.origins
    assert origins is not None
    raw = origins.raw  # type: ignore[attr-defined]
    for block in found.blocks:
        for at in range(block.span.start, block.span.end):
            char, there = found.text[at], origins.raw_span(Span(at, at + 1)).of(raw)[:1]
            if char != there and there not in MARKUP and not (char.isspace() and there.isspace()):
                wrong.append((at, char, there))
    return wrong


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"caf\'e na\"{\i}ve \c{c}a \v{S} \~n \H{o} \k{a}", "café naïve ça Š ñ ő ą"),
        (r"\ss{}t \ae \oe\ \o re \L\'od\'z \aa", "ßt æœ øre Łódź å"),
        ("``Words,'' `one' --- two -- it's", "“Words,” ‘one’ — two – it’s"),
        (r"p.~4 a\-b 10\,000 so\ldots{} \& \% \$ \# \_ \{ \}", "p.\u00a04 ab 10\u2009000 so… & % $ # _ { }"),
        (r"\S 4, \P 2, \copyright{} \pounds 5 \euro 5 20\textdegree C", "§4, ¶2, © £5 €5 20°C"),
        (r"\LaTeX\ and \TeX{} alike", "LaTeX and TeX alike"),
        ("one % not this\n   two", "one two"),
        ("end%\nless", "endless"),
        (r"a\vspace{1cm}\label{x}\index{y}\hspace*{2pt} b", "a b"),
        (r"\unknown[option]{kept} \textcolor{red}{words} \colorbox{blue}{too}", "kept words too"),
        (r"\iffalse hidden\fi shown \ifx\a\b yes\else no\fi", "shown yes"),
        (r"line\\[2pt]broken \newline again", "line broken again"),
        (r"\texorpdfstring{printed}{plain}", "printed"),
        (r"?`Qu\'e? !`Ya! <<Oui>>", "¿Qué? ¡Ya! «Oui»"),
        (r"see \ref{x}, \verb|a_{b}%|, \texttt{c}", "see, a_{b}%, c"),
    ],
)
def test_commands_print_what_a_reader_sees(written: str, printed: str) -> None:
    assert words(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"$10\,\%$", "10 %"),
        (r"$3 \times 10^{5}$", "3 × 10^5"),
        (r"$\alpha$, \(\beta\)", "α, β"),
        (r"$\frac{1}{2}$ and $\frac{a+b}{c}$", "1/2 and (a+b)/c"),
        (r"$\pm 5$ $x\leq 3$", "±5 x ≤ 3"),
        (r"CO$_2$, 30~m$^2$, $19^{th}$, $20^\circ$C", "CO2, 30\u00a0m2, 19th, 20°C"),
        (r"$\mathrm{GDP} \approx 10{,}000$", "GDP ≈ 10,000"),
        (r"$5 and no more", "5 and no more"),
        (r"\SI{10}{\kilo\metre} \SI{3}{\metre\per\second} \qty{20}{\percent}", "10 km 3 m/s 20 %"),
        (r"\num{10000} \num{1.5e3} \ang{45} \numrange{1}{5} \SI{20}{\celsius}", "10000 1.5 × 10^3 45° 1 to 5 20 °C"),
    ],
)
def test_mathematics_and_quantities_are_readable(written: str, printed: str) -> None:
    assert words(written) == printed


def test_blocks_are_what_the_environments_say() -> None:
    found = document(
        "\\section{Head}Para.\n\nNext.\\begin{quote}A.\n\nB.\\end{quote}\\begin{itemize}\\item one\\item two"
        "\\begin{enumerate}\\item deep\\end{enumerate}\\end{itemize}\\begin{figure}\\caption[s]{Cap.}\\end{figure}"
        "\\begin{tabular}{ll}a & b\\\\ \\hline c & \\multicolumn{2}{l}{d}\\end{tabular}"
        "\\begin{verbatim}\nif x:\n  y\n\\end{verbatim}\\[ E = mc^2 \\]"
    )
    assert kinds(found) == [
        "heading", "paragraph", "paragraph", "quote", "quote", "list-item", "list-item", "list-item", "caption",
        "table", "table", "table", "table", "code", "code",
    ]  # fmt: skip
    assert blocks(found)[-2:] == ["if x:\n  y", "E = mc^2"]
    quoted = [block for block in found.blocks if block.quoted]
    assert len({block.group for block in quoted}) == 1
    assert [block.level for block in found.blocks if block.kind is BlockKind.LIST_ITEM] == [1, 1, 2]


def test_levels_of_headings_follow_the_class() -> None:
    article = document(r"\section{A}\subsection*{B}\paragraph{C}")
    book = document(r"\documentclass{book}\begin{document}\chapter{A}\section[s]{B}\subsection{C}\end{document}")
    assert [block.level for block in article.blocks] == [1, 2, 4]
    assert [block.level for block in book.blocks] == [1, 2, 3]


def test_the_title_is_front_matter_and_metadata() -> None:
    found = document(
        r"\documentclass{article}\title{On \emph{mills}\thanks{Thanks.}}\author{Jane Doe\\Oberau \and R. Roe}"
        r"\date{1999}"
        r"\begin{document}\maketitle Words.\end{document} Not these."
    )
    assert found.metadata == {"title": "On mills", "author": "Jane Doe; R. Roe", "date": "1999"}
    assert [block.part for block in found.blocks[:2]] == [Part.FRONT, Part.FRONT]
    assert notes(found) == {"thanks-*": "Thanks."}
    assert blocks(found)[4] == "Words."


def test_words_under_marks() -> None:
    found = document(r"\emph{a} {\it b} \textbf{c} {\bf d} \href{http://e.test/\%20}{e} \url{http://f.test/a_b%20#c}")
    assert [one[0] for one in marks(found, MarkKind.EMPHASIS)] == ["a", "b"]
    assert [one[0] for one in marks(found, MarkKind.STRONG)] == ["c", "d"]
    assert marks(found, MarkKind.LINK) == [
        ("e", "", "http://e.test/%20"),
        ("http://f.test/a_b%20#c", "", "http://f.test/a_b%20#c"),
    ]


def test_a_comment_of_the_files_own_is_a_mark() -> None:
    found = document("One.\n% holdwater: ignore[QUO101] -- said so\nTwo.")
    assert [mark.label for mark in found.marks_of(MarkKind.COMMENT)] == ["holdwater: ignore[QUO101] -- said so"]


def test_notes_are_counted_as_latex_counts_them() -> None:
    found = document(
        r"\documentclass{book}\begin{document}\chapter{A}a\footnote{One \emph{n}.} b\footnote{Two.\footnote{In it.}}"
        r"\chapter{B}c\footnote{Three.}\setcounter{footnote}{6} d\footnotemark{} e\footnotetext{Seven.}"
        r" f\footnote[40]{Forty.} g\endnote{End.} h\marginpar{Side.}\end{document}"
    )
    labels = {note.id: note.label for note in found.notes}
    assert [labels[mark.target] for mark in note_marks(found)] == ["1", "2", "1", "7", "40", "1", "", "3"]
    assert notes(found)["fn-7"] == "Seven."
    assert notes(found)["fn-3"] == "In it."
    assert all(block.part is Part.NOTES for block in found.blocks if block.kind is BlockKind.NOTE)


def test_a_note_in_a_heading_or_caption_is_a_note() -> None:
    found = document(r"\section{Head\footnote{A.}} \begin{figure}\caption{Cap\footnote{B.}}\end{figure}")
    assert notes(found) == {"fn-1": "A.", "fn-2": "B."}
    assert blocks(found)[:2] == ["Head", "Cap"]


def test_numbers_of_notes_may_be_letters() -> None:
    found = document(r"\renewcommand{\thefootnote}{\alph{footnote}} a\footnote{A.} b\footnote{B.}")
    assert [mark.label for mark in note_marks(found)] == ["a", "b"]


def test_own_commands_are_spelled_out_at_the_place_of_their_call() -> None:
    raw = (
        "\\newcommand{\\ie}{i.e.\\ }\\newcommand{\\says}[2][Roe]{#1 says: \\enquote{#2}}\\def\\pair#1#2{(#1, #2)}"
        "\\newcommand{\\fn}{\\footnote}\\newenvironment{bq}[1]{\\begin{quote}#1: }{\\end{quote}}"
        "\\DeclareMathOperator{\\GDP}{GDP}\\NewDocumentCommand{\\opt}{o m}{#2\\IfNoValueTF{#1}{!}{ (#1)}}\n\n"
        "\\says{the \\pair{a}{b} end}\\fn{A \\ie note.} \\says[Doe]{x}, \\ie good $\\GDP$ \\opt{p} \\opt[q]{r}"
        "\\begin{bq}{Doe}Quoted.\\end{bq}"
    )
    found = document(raw)
    assert blocks(found) == [
        "Roe says: “the (a, b) end” Doe says: “x”, i.e. good GDP p! r (q)",
        "Doe: Quoted.",
        "A i.e. note.",
    ]
    assert not misplaced(found)
    at = found.text.index("says")
    assert found.origin(Span(at, at + 1)).line == 3
    at = found.text.index("end”")
    assert found.line_text(3)[found.origin(Span(at, at + 3)).column - 1 :].startswith("end}")


def test_meanings_that_we_know_are_not_redefined() -> None:
    assert notes(document(r"\renewcommand{\footnote}[1]{(#1)} a\footnote{b}")) == {"fn-1": "b"}


def test_switches_of_the_document_are_followed() -> None:
    assert words(r"\newif\ifdraft \ifdraft DRAFT\else final\fi{} \drafttrue\ifdraft yes\fi") == "final yes"


def test_other_files_are_put_in_and_keep_their_own_lines() -> None:
    files = {
        "sec/intro.tex": "First line.\n\nHere it is \\input{sec/deep}",
        "sec/deep.tex": "deep.",
        "sub/part.tex": "\\documentclass[main]{subfiles}\\begin{document}Sub.\\end{document}",
        "lib/imp.tex": "Imported.",
        "own.sty": "\\newcommand{\\own}{Own}",
    }
    found = document(
        "\\documentclass{a}\\usepackage{own}\n\\begin{document}\\own.\\include{sec/intro}\n\n\\subfile{sub/part}\n"
        "\\import{lib}{imp}\\input{gone}\\end{document}",
        files.get,
    )
    assert blocks(found) == ["Own.", "First line.", "Here it is deep.", "Sub. Imported."]
    at = found.text.index("deep")
    origin = found.origin(Span(at, at + 4))
    assert (origin.part, origin.line, origin.column) == ("sec/deep.tex", 1, 1)
    at = found.text.index("Here")
    origin = found.origin(Span(at, at + 4))
    assert found.line_text(origin.line, origin.part) == "Here it is \\input{sec/deep}"
    assert found.unread == ("gone: not read: no such file beside the document",)
    assert not misplaced(found)


@pytest.mark.data
@pytest.mark.parametrize("name", ["latex-reader.latex", "writer.latex"])
def test_every_character_of_real_files_has_a_true_place(name: str) -> None:
    path = DATA / "formats" / "pandoc-tests" / name
    if not path.exists():
        pytest.skip("needs the evaluation data")
    found = read_file(path)
    assert_sound(found)
    assert not misplaced(found)
    assert len(found.notes) == 5
