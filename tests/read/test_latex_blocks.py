"""The blocks of LaTeX: headings, lists, tables, floats, code, what is not printed; and the brackets beneath it all."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, marks

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read.latex import read
from holdwater.read.latex.signatures import passed_over
from holdwater.read.latex.tex import Tex


def document(raw: str) -> Document:
    found = read(raw, "paper.tex")
    assert_sound(found)
    return found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\n  \n\tTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        (r"One.\par Two.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\n%\nTwo.", [("paragraph", "One. Two.")]),
        (r"\section{A}B", [("heading", "A"), ("paragraph", "B")]),
        (r"\section*{A}B", [("heading", "A"), ("paragraph", "B")]),
        (r"\section[short]{A \emph{b}}C", [("heading", "A b"), ("paragraph", "C")]),
        (r"\paragraph{A.} B", [("heading", "A."), ("paragraph", "B")]),
        (r"\begin{itemize}\item A\item B\end{itemize}C", [("list-item", "A"), ("list-item", "B"), ("paragraph", "C")]),
        (r"\begin{enumerate}[(a)]\item A\end{enumerate}", [("list-item", "A")]),
        (r"\begin{itemize}\item[--] A\item[1.] B\end{itemize}", [("list-item", "A"), ("list-item", "B")]),
        (r"\begin{description}\item[Mill] A wheel.\end{description}", [("list-item", "Mill A wheel.")]),
        ("\\begin{itemize}\\item A\n\nB\\end{itemize}", [("list-item", "A"), ("list-item", "B")]),
        (
            r"\begin{tabular}{ll}a&b\\c&d\\\end{tabular}",
            [("table", "a"), ("table", "b"), ("table", "c"), ("table", "d")],
        ),
        (r"\begin{tabular*}{3cm}[t]{ll}a&\multicolumn{2}{c}{b}\end{tabular*}", [("table", "a"), ("table", "b")]),
        (r"\begin{tabularx}{\textwidth}{X}\toprule a\\[2pt]\midrule b\end{tabularx}", [("table", "a"), ("table", "b")]),
        (r"\begin{tabular}{l}a\\\hline\cline{1-2}\end{tabular}B & C", [("table", "a"), ("paragraph", "B C")]),
        (r"\begin{figure}[h]\includegraphics[a]{b}\caption{C}\label{d}\end{figure}", [("caption", "C")]),
        (r"\begin{table}\caption[s]{C}\begin{tabular}{l}a\end{tabular}\end{table}", [("caption", "C"), ("table", "a")]),
        (r"\captionof{figure}{C}", [("caption", "C")]),
        (r"\begin{center}A\end{center}B", [("paragraph", "A"), ("paragraph", "B")]),
        (r"\begin{minipage}[t]{3cm}A\end{minipage}", [("paragraph", "A")]),
        (r"\begin{abstract}A\end{abstract}", [("paragraph", "A")]),
        (r"\begin{odd}[option]A\end{odd}", [("paragraph", "A")]),
        (r"\begin{tikzpicture}\node{A};\end{tikzpicture}B", [("paragraph", "B")]),
        ("\\begin{verbatim}\n  a %b\n\n  \\c\n\\end{verbatim}", [("code", "  a %b\n\n  \\c")]),
        ("\\begin{lstlisting}[language=C]\nint a;\n\\end{lstlisting}", [("code", "int a;")]),
        ("\\begin{minted}[x]{python}\na = 1\n\\end{minted}", [("code", "a = 1")]),
        (r"\begin{verbatim}\end{verbatim}", []),
        (r"\begin{comment}A\end{comment}", []),
        (r"\begin{quote}A", [("quote", "A")]),
        (r"A\end{quote}B", [("paragraph", "AB")]),
        (r"\newtheorem{lem}{Lemma}\begin{lem}A.\end{lem}", [("paragraph", "Lemma. A.")]),
        (r"\newtheorem*{thm}{Theorem}[section]\begin{thm}[Roe]A.\end{thm}", [("paragraph", "Theorem (Roe). A.")]),
        (r"\begin{proof}A.\end{proof}", [("paragraph", "Proof. A.")]),
        (r"\begin{proof}[Proof of it]A.\end{proof}", [("paragraph", "Proof of it. A.")]),
        (r"\tableofcontents\newpage A\clearpage", [("paragraph", "A")]),
        ("", []),
    ],
)
def test_environments_and_commands_make_blocks(raw: str, expected: list[tuple[str, str]]) -> None:
    found = document(raw)
    assert list(zip(kinds(found), blocks(found), strict=True)) == expected


def test_a_theorem_of_the_preamble_has_its_head() -> None:
    found = document(r"\newtheorem{lem}[thm]{Lemma}\begin{document}\begin{lem}A.\end{lem}\end{document}")
    assert found.text == "Lemma. A."


def test_lists_within_lists_are_deeper_and_of_one_group() -> None:
    item = r"\begin{itemize}\item "
    found = document(f"{item}A{item}B{item}C" + r"\end{itemize}" * 2 + r"\item D\end{itemize}")
    assert [block.level for block in found.blocks] == [1, 2, 3, 1]
    assert len({block.group for block in found.blocks}) == 1


def test_the_cells_of_two_tables_are_two_groups() -> None:
    table = r"\begin{tabular}{l}a&b\end{tabular}"
    groups = [block.group for block in document(table + table).blocks]
    assert groups[0] == groups[1] != groups[2] == groups[3]


@pytest.mark.parametrize(
    ("command", "level", "in_a_book"),
    [("part", 1, 1), ("chapter", 1, 1), ("section", 1, 2), ("subsection", 2, 3), ("subsubsection", 3, 4)],
)
def test_headings_have_levels(command: str, level: int, in_a_book: int) -> None:
    assert document(rf"\{command}{{A}}").blocks[0].level == level
    book = document(rf"\documentclass{{book}}\begin{{document}}\{command}{{A}}\end{{document}}")
    assert book.blocks[0].level == in_a_book


def test_a_heading_of_notes_or_references_opens_that_part() -> None:
    found = document(r"\section{A}a\section{Bibliography}b\subsection{Primary}c\section{B}d")
    assert [block.part for block in found.blocks[2:6]] == [Part.REFERENCES] * 4
    assert found.blocks[6].part is Part.BODY


@pytest.mark.parametrize(
    ("raw", "kind", "expected"),
    [
        (r"\emph{a b} c", MarkKind.EMPHASIS, ["a b"]),
        (r"\textit{a\emph{b}}", MarkKind.EMPHASIS, ["ab", "b"]),
        (r"{\em a} {\itshape b} c", MarkKind.EMPHASIS, ["a", "b"]),
        (r"\begin{quote}\it a\end{quote}b", MarkKind.EMPHASIS, ["a"]),
        (r"\emph{} \emph{ }", MarkKind.EMPHASIS, []),
        ("\\emph{a\n\nb}", MarkKind.EMPHASIS, ["a", "b"]),
        (r"\underline{a}", MarkKind.EMPHASIS, ["a"]),
        (r"\textbf{a} {\bfseries b}", MarkKind.STRONG, ["a", "b"]),
        (r"\texttt{a} \verb|b c| \verb+d|e+ \lstinline{f}", MarkKind.CODE, ["a", "b c", "d|e", "f"]),
        (r"\mintinline{c}{int a}", MarkKind.CODE, ["int a"]),
        (r"\href{http://a.test}{\emph{b}}", MarkKind.LINK, ["b"]),
        (r"\url{http://a.test/%20_#x}", MarkKind.LINK, ["http://a.test/%20_#x"]),
        (r"\textsc{a} \textrm{b}", MarkKind.EMPHASIS, []),
    ],
)
def test_words_are_marked(raw: str, kind: MarkKind, expected: list[str]) -> None:
    assert [words for words, _, _ in marks(document(raw), kind)] == expected


@pytest.mark.parametrize(
    "accent",
    ["`à", "'á", "^â", "~ã", '"ä', "=ā", ".ȧ", "r å", "uă", "vǎ", "k ą", "dạ", "cç", "HŐ"],
)
def test_every_accent_makes_its_letter(accent: str) -> None:
    command, letter = accent[0], accent[-1]
    base = {"ç": "c", "Ő": "O"}.get(letter, "a")
    expected = letter
    assert document(rf"x\{command}{{{base}}}y").text == f"x{expected}y"
    assert document(rf"x\{command} {base} y").text == f"x{expected} y"


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        (r"see~\ref{a} and \cref{b}.", "see\u00a0and."), (r"Figure~\ref{a} shows", "Figure\u00a0shows"),
        (r"a\label{x} b\index{y}", "a b"), (r"\textcolor{red}{a}\color{blue} b", "a b"),
        (r"\foreignlanguage{german}{Wort}", "Wort"), (r"\hyperref[a]{words}", "words"),
        (r"a\hspace{1cm}b \vspace*{2pt}c", "ab c"), (r"\mbox{a b}", "a b"), (r"\raisebox{2pt}{a}", "a"),
        (r"\todo[inline]{no}a", "a"), (r"a\unskip b", "ab"), (r"\footnotesize a \large b", "a b"),
        (r"\today a", "a"), (r"{\sc a} b", "a b"), (r"\textsuperscript{th}", "th"), (r"a\-b\/c", "abc"),
        (r"a\@. B", "a. B"), (r"a\,b\;c\ d\quad e", "a\u2009b\u2009c d e"), (r"\lettrine{T}{he} end", "The end"),
    ],
)  # fmt: skip
def test_what_is_set_and_not_said_leaves_no_trace(raw: str, printed: str) -> None:
    assert document(raw).text == printed


# The brackets


@pytest.mark.parametrize(
    ("text", "content", "after"),
    [
        ("{a{b}c}d", "a{b}c", 7), ("  {a}", "a", 5), ("%x\n{a}", "a", 6), ("abc", "a", 1), (r"\x y", r"\x", 2),
        (r"{a\}b}", r"a\}b", 6), ("{a%}\nb}", "a%}\nb", 7), (r"{\verb|}|}", r"\verb|}|", 10), ("{a\n\nb", "a", 2),
    ],
)  # fmt: skip
def test_an_argument_is_a_group_or_one_token(text: str, content: str, after: int) -> None:
    found = Tex(text).argument(0)
    assert found is not None
    assert (text[found.start : found.end], found.after) == (content, after)


@pytest.mark.parametrize(
    ("text", "content"),
    [("[a]b", "a"), ("[{]}]b", "{]}"), (" [a]", "a"), ("[a", None), ("a[b]", None), ("[a\n\nb]", None), ("[]", "")],
)
def test_an_optional_argument_is_in_square_brackets(text: str, content: str | None) -> None:
    found = Tex(text).optional(0)
    assert (text[found.start : found.end] if found else None) == content


def test_nothing_more_is_no_argument() -> None:
    assert Tex("").argument(0) is None
    assert Tex("  \n\n a").argument(0) is None
    assert Tex("a").braced(0) is None


def test_comments_are_no_part_of_an_argument() -> None:
    tex = Tex("{a% remark\n  b\\% c}")
    assert tex.of(tex.braced(0)) == "ab\\% c"
    assert tex.of(None) == ""


@pytest.mark.parametrize(
    ("signature", "text", "rest"),
    [("", "a", "a"), ("m", "{a}b", "b"), ("som", "*[x]{a}b", "b"), ("om", "{a}b", "b"), ("pm", "(1,2){a}b", "b")],
)
def test_signatures_say_which_arguments_are_passed_over(signature: str, text: str, rest: str) -> None:
    assert text[passed_over(Tex(text), signature, 0) :] == rest


def test_kinds_of_blocks_are_all_ours() -> None:
    assert set(kinds(document(r"\section{a}b\begin{quote}c\end{quote}"))) <= {kind.value for kind in BlockKind}
