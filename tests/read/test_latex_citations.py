"""What LaTeX cites and quotes: marks with keys and locators, records of the bibliography, the package csquotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reading_checks import assert_sound, blocks, marks, notes

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.read.latex import read
from holdwater.read.latex.cites import locator, mere_locator

BIBLIOGRAPHY = r"""
@string{press = "Mill Press"}
@book{roe, author = {Roe, Anna}, title = {The Quiet {Valley}}, publisher = press, address = {Oberau}, year = 1994}
@article{doe, author = {Jane Doe and Max M{\"u}ller}, title = {Wheels}, journal = {J. of Mills}, year = 2019}
@incollection{poe, author = {A One and B Two and C Three}, crossref = {vol}, title = {Part}}
@collection{vol, title = {The whole}, year = 2001}
"""
FILES = {"refs.bib": BIBLIOGRAPHY}


def document(body: str, preamble: str = "", files: Callable[[str], str | None] = FILES.get) -> Document:
    raw = rf"\documentclass{{article}}{preamble}\addbibresource{{refs.bib}}\begin{{document}}{body}\end{{document}}"
    found = read(raw, "paper.tex", files)
    assert_sound(found)
    return found


def citations(found: Document) -> list[tuple[str, str, str]]:
    return marks(found, MarkKind.CITATION)


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("4", "p. 4"), ("12--15", "pp. 12–15"), ("12, 17", "pp. 12, 17"), ("xii", "p. xii"), (r"12\psq", "pp. 12 f."),
        ("p.~4", "p.\u00a04"), (r"\S~3", "§ 3"), ("ch. 2", "ch. 2"), (r"\nopp 4", "4"),
        ("emphasis added", "emphasis added"),
    ],
)  # fmt: skip
def test_a_postnote_is_a_locator_and_bare_numbers_are_pages(written: str, label: str) -> None:
    assert locator(written).replace("\u00a0", " ") == label.replace("\u00a0", " ")


@pytest.mark.parametrize("command", ["cite", "parencite", "autocite", "citep", "supercite", "Autocite", "parencite*"])
def test_commands_that_print_a_number_or_a_bracket_are_points(command: str) -> None:
    found = document(rf"Words \{command}[4]{{roe}}. More.")
    assert found.text == "Words. More."
    assert citations(found) == [("", "p. 4", "roe")]
    assert found.marks[0].span.start == len("Words")


@pytest.mark.parametrize(
    ("written", "printed", "marked"),
    [
        (r"\parencite[quoted in][4]{roe}", "(quoted in Roe 1994, p. 4)", [("Roe 1994, p. 4", "p. 4", "roe")]),
        (r"\autocite[4, my translation]{roe}", "(Roe 1994, 4, my translation)",
         [("Roe 1994, 4, my translation", "p. 4", "roe")]),
        (r"\citep[emphasis added]{doe,roe}", "(Doe and Müller 2019; Roe 1994, emphasis added)",
         [("Doe and Müller 2019", "", "doe"), ("Roe 1994, emphasis added", "emphasis added", "roe")]),
        (r"\cites[1]{roe}[cf.][2]{doe}", "(Roe 1994, p. 1; cf. Doe and Müller 2019, p. 2)",
         [("Roe 1994, p. 1", "p. 1", "roe"), ("Doe and Müller 2019, p. 2", "p. 2", "doe")]),
        (r"\textcite[my emphasis]{roe}", "Roe (1994) (my emphasis)", [("Roe (1994)", "my emphasis", "roe")]),
        (r"\cite[see][]{gone}", "(see gone)", [("gone", "", "gone")]),
        (r"\citetext{see \citealp[3]{doe}}", "(see Doe and Müller 2019, p. 3)",
         [("Doe and Müller 2019, p. 3", "p. 3", "doe")]),
    ],
)  # fmt: skip
def test_words_that_the_author_adds_to_a_citation_are_printed_with_it(
    written: str, printed: str, marked: list[tuple[str, str, str]]
) -> None:
    found = document(rf"``Words'' {written}.")
    assert found.text == f"“Words” {printed}."
    assert citations(found) == marked


@pytest.mark.parametrize(
    "label", ["", "p. 4", "pp. 3–5, 9", "ch. 2", "§ 3", "§§ 3 ff.", "xii", "Theorem 3.1", "12 passim"]
)
def test_a_postnote_that_is_only_a_place_adds_no_words(label: str) -> None:
    assert mere_locator(label)


@pytest.mark.parametrize("label", ["emphasis added", "p. 4, my translation", "quoting Roe", "our italics"])
def test_a_postnote_of_other_words_adds_them(label: str) -> None:
    assert not mere_locator(label)


def test_words_added_to_a_citation_stand_at_their_own_place() -> None:
    raw = r"\cite[as \emph{quoted} in][4, emphasis added]{roe}"
    found = document(raw)
    assert found.origins is not None
    for words in ("quoted", "emphasis added"):
        at = found.text.index(words)
        assert found.origins.raw_span(Span(at, at + len(words))).of(found.origins.raw) == words  # type: ignore[attr-defined]


def test_a_note_prints_what_the_author_adds() -> None:
    found = document(r"W.\footcite[see][9, ellipsis mine]{roe}\footnote{\cite[cf.][3]{doe}; \cites{roe}{doe}}")
    assert list(notes(found).values()) == [
        "see Anna Roe, The Quiet Valley, Oberau: Mill Press, 1994, 9, ellipsis mine.",
        "cf. Jane Doe and Max Müller, Wheels, J. of Mills, 2019, p. 3; Anna Roe, The Quiet Valley, Oberau: Mill Press,"
        " 1994; Jane Doe and Max Müller, Wheels, J. of Mills, 2019",
    ]


def test_each_key_has_a_mark_and_the_last_one_the_locator() -> None:
    found = document(r"A \cite[4]{roe, doe}, \autocites()(all)[1]{roe}[2]{doe}.")
    assert [(label, key) for _, label, key in citations(found)] == [
        ("", "roe"), ("p. 4", "doe"), ("p. 1", "roe"), ("p. 2", "doe"),
    ]  # fmt: skip


def test_commands_that_read_on_in_the_sentence_print_names_and_years() -> None:
    found = document(r"\textcite[12]{roe} writes; \citet{doe}, \citeauthor{poe} (\citeyear{poe}), \citetitle{roe}.")
    assert found.text == "Roe (1994) writes; Doe and Müller (2019), One et al. (2001), The Quiet Valley."
    assert citations(found)[0] == ("Roe (1994)", "p. 12", "roe")


def test_a_key_that_no_bibliography_knows_stands_for_itself() -> None:
    found = document(r"\citet{gone} says.")
    assert found.text == "gone says."
    assert citations(found) == [("gone", "", "gone")]


def test_footcite_makes_a_note_that_names_the_work() -> None:
    found = document(r"Words.\footcite[12--15]{roe} More.\footnote{\cite[3]{doe}.}")
    assert list(notes(found).values()) == [
        "Anna Roe, The Quiet Valley, Oberau: Mill Press, 1994, pp. 12–15.",
        "Jane Doe and Max Müller, Wheels, J. of Mills, 2019, p. 3.",
    ]
    assert [key for _, _, key in citations(found)] == ["roe", "doe"]


def test_autocite_makes_a_note_where_the_style_does() -> None:
    assert len(document(r"W.\autocite{roe}", r"\usepackage[style=verbose]{biblatex}").notes) == 1
    assert not document(r"W.\autocite{roe}", r"\usepackage[style=apa]{biblatex}").notes


def test_cited_works_are_records_and_others_are_not() -> None:
    found = document(r"\cite{roe}\nocite{poe}\cite{gone}")
    records = {record.id: record.csl for record in found.records}
    assert set(records) == {"roe", "poe"}
    assert records["roe"]["publisher"] == "Mill Press"
    assert records["poe"]["container-title"] == "The whole"


def test_a_list_of_references_in_the_text_is_one_block_an_entry() -> None:
    found = document(
        "As \\citet{poe1} says.\\begin{thebibliography}{9}\\bibitem[Poe(1899)]{poe1} E. Poe, \\emph{Tales}. 1899."
        "\n\n\\bibitem{q} Q.\\end{thebibliography}"
    )
    references = [block for block in found.blocks if block.kind is BlockKind.REFERENCE]
    assert [block.span.of(found.text) for block in references] == ["E. Poe, Tales. 1899.", "Q."]
    assert {block.part for block in references} == {Part.REFERENCES}
    assert {record.id: record.span for record in found.records} == {
        "poe1": references[0].span,
        "q": references[1].span,
    }
    assert found.text.startswith("As Poe (1899) says.")


def test_a_prepared_bibliography_stands_in_for_a_missing_one() -> None:
    bibtex = {"paper.bbl": "\\begin{thebibliography}{1}\\bibitem{roe} Anna Roe.\\end{thebibliography}"}
    found = read(r"Words \cite{roe}. \bibliography{refs}", "paper.tex", bibtex.get)
    assert blocks(found) == ["Words.", "Anna Roe."]
    biber = {
        "paper.bbl": "\\entry{roe}{book}{}\n\\name{author}{1}{}{{{hash=1}{family={Roe},familyi={R},given={Anna}}}}\n"
        "\\list{publisher}{1}{{Mill Press}}\n\\field{title}{The Quiet Valley}\n\\field{year}{1994}\n\\endentry"
    }
    found = document(r"\textcite{roe}", files=biber.get)
    assert found.text == "Roe (1994)"
    assert found.records[0].csl["publisher"] == "Mill Press"
    assert not found.unread


def test_a_bibliography_that_is_not_there_is_said() -> None:
    assert document(r"\cite{roe}", files={}.get).unread == ("refs.bib: not read: no such file beside the document",)


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
