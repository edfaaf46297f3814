"""What LaTeX cites: marks with keys and locators, the words that are printed, records of the bibliography."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reading_checks import assert_sound, blocks, marks, notes

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.read.latex import read
from holdwater.read.latex.bbl import bbl_items
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
    ("command", "printed"),
    [
        (r"\citet{roe}", "Roe (1994)"), (r"\Citet{roe}", "Roe (1994)"), (r"\textcites{roe}{doe}", "Roe (1994); Doe"),
        (r"\citealt{roe}", "Roe 1994"), (r"\citealp[4]{roe}", "Roe 1994, p. 4"),
        (r"\citeauthor{doe}", "Doe and Müller"),
        (r"\citeyear{roe}", "1994"), (r"\citeyearpar{roe}", "(1994)"), (r"\citedate{gone}", "gone"),
        (r"\citetitle{roe}", "The Quiet Valley"), (r"\citet{press}", "A Press (2001)"),
        (r"\fullcite[9]{roe}", "Anna Roe, The Quiet Valley, Oberau: Mill Press, 1994, p. 9"),
        (r"\citet{vol}", "The whole (2001)"), (r"\citet{none}", "none"), (r"\nocite{roe}", ""), (r"\citet", ""),
    ],
)  # fmt: skip
def test_what_citations_print(command: str, printed: str) -> None:
    bibliography = BIBLIOGRAPHY + "@book{press, author = {{A Press}}, title = {X}, year = 2001}"
    assert document(command, files={"refs.bib": bibliography}.get).text.startswith(printed)
    if not printed:
        assert not document(command).text


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        (r"\cite{a,b, c}", ["a", "b", "c"]), (r"\cite{a}\cite{b}", ["a", "b"]),
        (r"\cites{a}{b}[1]{c}", ["a", "b", "c"]),
        (r"\cite[see][]{a}", ["a"]), (r"\cite[{[1]}]{a}", ["a"]), ("\\cite%\n{a}", ["a"]), (r"\cite {a}", ["a"]),
        (r"\volcite{2}[3]{a}", ["a"]), (r"\cite{}", []), (r"\cite[a]", []), (r"\cite", []),
        (r"\parencite*[1]{a}", ["a"]),
        (r"\footcites[1]{a}[2]{b}", ["a", "b"]), (r"\newcommand{\c}[1]{\cite{#1}}\c{a}", ["a"]),
    ],
)  # fmt: skip
def test_every_key_is_marked_once(written: str, keys: list[str]) -> None:
    assert [key for _, _, key in citations(document(written))] == keys


def test_a_volume_is_part_of_the_locator() -> None:
    assert citations(document(r"x\volcite{2}[12]{roe}")) == [("", "vol. 2, p. 12", "roe")]


def test_fields_of_the_bibliography_are_the_records() -> None:
    (record,) = document(r"\cite{doe}").records
    assert record.csl == {
        "id": "doe",
        "type": "article-journal",
        "author": [{"family": "Doe", "given": "Jane"}, {"family": "Müller", "given": "Max"}],
        "title": "Wheels",
        "container-title": "J. of Mills",
        "issued": {"date-parts": [[2019]]},
    }
    assert len(record.span) == 0


@pytest.mark.parametrize(
    "named",
    [
        r"\bibliography{refs}", r"\bibliography{other,refs}", r"\addbibresource{refs.bib}",
        r"\addbibresource[location=local]{refs.bib}", r"\addglobalbib{refs.bib}",
    ],
)  # fmt: skip
def test_bibliographies_are_named_in_several_ways(named: str) -> None:
    found = read(rf"Words \citet{{roe}}. {named}", "paper.tex", FILES.get)
    assert found.text == "Words Roe (1994)."


def test_a_bibliography_in_a_comment_is_none() -> None:
    assert read("\\citet{roe} % \\bibliography{refs}", "paper.tex", FILES.get).text == "roe"


def test_a_list_of_references_is_read_to_its_end_and_no_further() -> None:
    found = document(
        r"Body.\begin{thebibliography}{99}\bibitem{a} One, \url{http://a.test}.\newblock Two. \bibitem{b}"
        r"\end{thebibliography}After."
    )
    assert [(block.kind.value, block.span.of(found.text)) for block in found.blocks] == [
        ("paragraph", "Body."), ("reference", "One, http://a.test. Two."), ("paragraph", "After."),
    ]  # fmt: skip
    assert [record.id for record in found.records] == ["a"]


def test_entries_of_a_section_called_references_are_references() -> None:
    found = document(r"Body.\section*{References}Doe, Jane. \emph{Wheels}. 2019.\section{After}Words.")
    assert [(block.kind.value, block.part.value) for block in found.blocks] == [
        ("paragraph", "body"), ("heading", "references"), ("reference", "references"), ("heading", "body"),
        ("paragraph", "body"),
    ]  # fmt: skip


BIBER = r"""
\entry{roe}{book}{}
  \name{author}{2}{}{
    {{hash=1}{family={Roe},familyi={R},given={Anna},giveni={A}}}
    {{hash=2}{family={Beek},given={Bo},prefix={van}}}
  }
  \name{editor}{1}{}{{{hash=3}{family={The Society}}}}
  \list{publisher}{1}{{Mill Press}}\list{location}{1}{{Oberau}}
  \field{title}{The Quiet Valley}\field{subtitle}{A history}\field{year}{1994}\field{month}{5}
  \field{pages}{12\bibrangedash 15}
  \verb{url}
  \verb http://a.test/a_b
  \endverb
\endentry
\entry{doe}{article}{}\field{title}{Wheels}\field{journaltitle}{J. of Mills}\endentry
"""


def test_what_biber_prepared_is_read_field_by_field() -> None:
    first, second = bbl_items(BIBER)
    assert first == {
        "id": "roe",
        "type": "book",
        "title": "The Quiet Valley: A history",
        "page": "12–15",
        "URL": "http://a.test/a_b",
        "publisher": "Mill Press",
        "publisher-place": "Oberau",
        "author": [{"family": "Roe", "given": "Anna"}, {"family": "van Beek", "given": "Bo"}],
        "editor": [{"literal": "The Society"}],
        "issued": {"date-parts": [[1994, 5]]},
    }
    assert second == {"id": "doe", "type": "article-journal", "title": "Wheels", "container-title": "J. of Mills"}


def test_nothing_prepared_is_no_entry() -> None:
    assert list(bbl_items("")) == []
    assert list(bbl_items(r"\entry{a}{book}{}\name{author}{1}{}{")) == [{"id": "a", "type": "book"}]
