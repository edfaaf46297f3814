"""BibTeX as CSL-JSON."""

from __future__ import annotations

import pytest

from holdwater.errors import CatalogueError
from holdwater.read.bibtex import items, read_entries
from holdwater.read.bibtex_fields import file_paths
from holdwater.read.bibtex_text import marked, plain
from holdwater.read.personal_names import bibtex_people


def one(text: str) -> dict[str, object]:
    (item,) = items(text, "refs.bib")
    return item


def test_an_article_becomes_a_csl_item() -> None:
    item = one(
        r"""@article{doe2019,
          author = {Doe, Jane and van der Roe, Richard and {Ministry of {W}ater} and others},
          title = {The {Water} Works of {\"U}ber-M{\o}rden},
          subtitle = "From weir to tap",
          journal = {Marden Review}, year = 2019, month = may, volume = {12}, number = 3, pages = {4--9},
          doi = {10.1000/A\_b}, url = {https://example.org/a\_b}, eprint = {2101.00001}, archiveprefix = {arXiv},
          file = {Full Text:files/12/doe.pdf:application/pdf;Snapshot:files/13/doe.html:text/html}
        }"""
    )
    assert item == {
        "id": "doe2019",
        "type": "article-journal",
        "author": [
            {"family": "Doe", "given": "Jane"},
            {"family": "van der Roe", "given": "Richard"},
            {"literal": "Ministry of Water"},
        ],
        "title": "The Water Works of Über-Mørden: From weir to tap",
        "container-title": "Marden Review",
        "issued": {"date-parts": [[2019, 5]]},
        "volume": "12",
        "issue": "3",
        "page": "4-9",
        "DOI": "10.1000/A_b",
        "URL": "https://example.org/a_b",
        "arXiv": "2101.00001",
        "files": ["files/12/doe.pdf", "files/13/doe.html"],
    }


@pytest.mark.parametrize(
    ("kind", "csl_type"),
    [
        ("book", "book"),
        ("InProceedings", "paper-conference"),
        ("online", "webpage"),
        ("phdthesis", "thesis"),
        ("odd", "document"),
    ],
)
def test_the_entry_type_becomes_the_csl_type(kind: str, csl_type: str) -> None:
    assert one(f"@{kind}{{a, title={{x}}}}")["type"] == csl_type


def test_strings_and_joins_are_resolved() -> None:
    text = '@string{acme = "Acme"}\n@book{a, title = {x}, publisher = acme # " Press", year = "1999"}'
    assert one(text)["publisher"] == "Acme Press"
    assert one(text)["issued"] == {"date-parts": [[1999]]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{C# in depth}", "C# in depth"),
        ("{{Water = Life}}", "Water = Life"),
        ("{{MIT} a = b}", "MIT a = b"),
        ('"Acme" # " Press"', "Acme Press"),
        ("{Acme} # { Press}", "Acme Press"),
        ("both # { again}", "Acme Press again"),
        ("2019 # {a}", "2019a"),
        ('{a "quoted" word}', 'a "quoted" word'),
        ('"a {"}quoted{"} word"', 'a "quoted" word'),
    ],
)
def test_braces_quotes_and_joins_are_told_apart(value: str, text: str) -> None:
    strings = '@string{acme = "Acme"}\n@string{both = acme # { Press}}\n'
    assert one(f"{strings}@misc{{a, title = {value}}}")["title"] == text


def test_abbreviations_that_come_to_too_much_are_refused() -> None:
    strings = "@string{a = {" + "x" * 50_000 + "}}\n"
    with pytest.raises(CatalogueError, match="abbreviations come to too much; write them out"):
        items(f"{strings}@misc{{b, title = {' # '.join('a' * 100)}}}", "refs.bib")


def test_too_many_entries_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(CatalogueError, match="more than 100,000 entries; split the list"):
        items("@a{" * 100_001, "refs.bib")


def test_an_entry_without_measure_is_passed_over_and_the_others_are_read() -> None:
    text = "@book{a, title={A}}\n@book{b, note={" + "weir " * 900_000 + "}}\n@book{c, title={C}}"
    found, (fault,) = read_entries(text, "refs.bib")
    assert [item["id"] for item in found] == ["a", "c"]
    assert str(fault) == "refs.bib: line 2, entry 'b': larger than 4 MB; shorten it, or see to its braces"


def test_a_parent_of_many_cannot_make_the_list_grow() -> None:
    children = "".join(f"@inbook{{c{number}, crossref={{p}}}}\n" for number in range(100))
    with pytest.raises(CatalogueError, match="come to too much"):
        items(f"{children}@book{{p, title={{{'x' * 50_000}}}}}", "refs.bib")


@pytest.mark.parametrize(
    ("kind", "variable"),
    [("article", "issue"), ("book", "collection-number"), ("inproceedings", "collection-number"), ("report", "number")],
)
def test_a_number_is_that_of_an_issue_a_volume_in_a_series_or_the_work(kind: str, variable: str) -> None:
    assert one(f"@{kind}{{a, title={{x}}, number={{7}}}}")[variable] == "7"


def test_a_subtype_and_fields_that_bear_a_variables_name_are_taken() -> None:
    item = one("@article{a, entrysubtype={newspaper}, pmid={12}, archive_location={box 3}, journal={Daily}, eid={e7}}")
    assert item == {
        "id": "a", "type": "article-newspaper", "PMID": "12", "archive_location": "box 3", "container-title": "Daily",
        "number": "e7",
    }  # fmt: skip
    assert one("@misc{a, entrysubtype={interview}}")["type"] == "interview"


def test_a_broken_entry_leaves_the_others_standing() -> None:
    found, faults = read_entries('@misc{a, title = "x" year=3}\n@misc{b, title={y}}\n@misc{c, title={z}', "refs.bib")
    assert [item["id"] for item in found] == ["b"]
    assert {fault.what.partition(",")[0] for fault in faults} == {"line 1", "line 3"}


@pytest.mark.parametrize(
    ("latex", "html"),
    [
        (r"\textit{Homo {S}apiens} in \emph{Caf\'e}", "<i>Homo Sapiens</i> in <i>Café</i>"),
        (r"H\textsubscript{2}O and E=mc\textsuperscript{2}", "H<sub>2</sub>O and E=mc<sup>2</sup>"),
        (r"\textbf{a \textit{b} c}", "<b>a <i>b</i> c</b>"),
        (r"\textit{never closed", "<i>never closed</i>"),
        ("closed} too often", "closed too often"),
        ("\ufdd0own\ufdd1", "own"),
    ],
)
def test_marked_up_words_keep_their_markup_as_tags(latex: str, html: str) -> None:
    assert marked(latex) == html


def test_an_entry_inherits_from_the_one_it_refers_to() -> None:
    chapter, _ = items(
        "@incollection{c, title={Taps}, crossref={b}}\n@book{b, title={Waters}, year=2019, editor={Coe, C.}}",
        "refs.bib",
    )
    assert (chapter["title"], chapter["container-title"]) == ("Taps", "Waters")
    assert chapter["editor"] == [{"family": "Coe", "given": "C."}]
    assert chapter["issued"] == {"date-parts": [[2019]]}


def test_an_entry_that_refers_to_itself_inherits_nothing() -> None:
    assert one("@incollection{a, title={Taps}, crossref={a}}") == {"id": "a", "type": "chapter", "title": "Taps"}


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2019-05-03}", {"date-parts": [[2019, 5, 3]]}),
        ("date={2019/2020}", {"date-parts": [[2019], [2020]]}),
        ("date={2019-05-30/2019-06-02}", {"date-parts": [[2019, 5, 30], [2019, 6, 2]]}),
        ("date={2019-23}", {"date-parts": [[2019]], "season": 3}),
        ("date={1890~}", {"date-parts": [[1890]], "circa": True}),
        ("date={2019-99}", {"date-parts": [[2019]]}),
        ("date={2019/}", {"date-parts": [[2019]]}),
        ("year={c. 1890}", {"date-parts": [[1890]], "circa": True}),
        ("year={Summer 2019}", {"date-parts": [[2019]], "season": 2}),
        ("year={forthcoming}", {"literal": "forthcoming"}),
        ("year={2019}, month={12}", {"date-parts": [[2019, 12]]}),
        ("year={2019}, month=may, day={3}", {"date-parts": [[2019, 5, 3]]}),
        ("year={2019}, month={13}", {"date-parts": [[2019]]}),
    ],
)
def test_dates_are_read_in_both_dialects(fields: str, date: dict[str, object]) -> None:
    assert one(f"@misc{{a, title={{x}}, {fields}}}")["issued"] == date


def test_an_address_in_howpublished_is_the_works_address() -> None:
    assert (
        one(r"@misc{a, title={x}, howpublished={Online: \url{https://example.org/a}}}")["URL"]
        == "https://example.org/a"
    )


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'E}t{\'e} \`a la \c{c}arte", "Été à la çarte"),
        (r"\v{C}apek, Dvo\v r\'ak, {\L}{\'o}d{\'z}", "Čapek, Dvořák, Łódź"),
        (r"na{\"\i}ve {\ss} \ae \aa", "naïve ß æå"),
        (r"\"o \v{c}", "ö č"),
        (r"\textit{Emphatic} \emph{words} \LaTeX{} stay", "Emphatic words stay"),
        (r"10\% of R\&D~cost \$5 -- or --- ``more''", "10% of R&D cost $5 – or — “more”"),
        ("{{Nested {Braces}}}", "Nested Braces"),
        (r"\unknown\\", ""),
    ],
)
def test_latex_becomes_plain_text(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    ("names", "families"),
    [
        ("Jane Doe and Ludwig van Beethoven", ["Doe", "van Beethoven"]),
        ("de la Cruz, Maria and Plato", ["de la Cruz", "Plato"]),
        ("King, Jr., Martin", ["King"]),
        ("{Band and Sons} and Anders, An", ["Band and Sons", "Anders"]),
        ("", []),
    ],
)
def test_names_are_told_apart(names: str, families: list[str]) -> None:
    assert [name.get("family", name.get("literal")) for name in bibtex_people(names)] == families


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ludwig van Beethoven", {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}),
        ("van Gogh", {"family": "Gogh", "non-dropping-particle": "van"}),
        ("de la Cruz, Maria", {"family": "Cruz", "given": "Maria", "non-dropping-particle": "de la"}),
        ("Beethoven, Ludwig van", {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}),
        ("{van der Roe}, Richard", {"family": "van der Roe", "given": "Richard"}),
        ("d'Artagnan, Charles", {"family": "Artagnan", "given": "Charles", "non-dropping-particle": "d'"}),
        ("King, Jr., Martin", {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ("{Roe, Doe and Co}, Jane", {"family": "Roe, Doe and Co", "given": "Jane"}),
        (r"{\'e}lan, Ann", {"family": "élan", "given": "Ann"}),
        ("family=Roe, given=Richard, prefix=van der", {"family": "Roe", "given": "Richard",
         "non-dropping-particle": "van der"}),
    ],
)  # fmt: skip
def test_particles_and_suffixes_stand_apart_where_they_are_asked_for(name: str, parts: dict[str, str]) -> None:
    assert bibtex_people(name, apart=True) == [parts]


@pytest.mark.parametrize(
    ("field", "paths"),
    [
        ("a.html", ["a.html"]),
        (":papers/a.pdf:PDF", ["papers/a.pdf"]),
        ("A:a.pdf:application/pdf;B:b.html:text/html", ["a.pdf", "b.html"]),
        (r"Title\: sub:files/a\;b.pdf:application/pdf", ["files/a;b.pdf"]),
        (r"C\:\\Users\\jane\\a.pdf", ["C:\\Users\\jane\\a.pdf"]),
        ("a.pdf;b.pdf", ["a.pdf", "b.pdf"]),
        ("", []),
        (";;", []),
    ],
)
def test_the_file_fields_of_reference_managers_are_understood(field: str, paths: list[str]) -> None:
    assert file_paths(field) == paths


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("@book{b, title={X}\n@misc{ok,}", "refs.bib: line 1, entry 'b': "),
        ("\n\n@misc{a, title={x}", "refs.bib: line 3, entry 'a': Unexpectedly reached end of file"),
        ("@misc{a, title={x}}\n@misc{a, title={y}}", "refs.bib: line 2, entry 'a': Duplicate entry key 'a'; give each"),
        (
            "@misc{a, title={x}, title={y}}",
            "refs.bib: line 1, entry 'a': Duplicate field keys on entry: 'title'; keep one",
        ),
        ('@misc{a,\n title = "z"\n year=3}', "refs.bib: line 2, entry 'a', field 'title': expected a comma"),
        ("@misc{a title={x}}", "refs.bib: line 1, entry 'a': Expected comma after entry key"),
    ],
)
def test_a_broken_entry_is_named_with_its_line_and_the_mend(text: str, line: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        items(text, "refs.bib")
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)
    assert caught.value.mend


@pytest.mark.parametrize("text", ["", "no entries at all", "@", "@misc", "@comment{a}"])
def test_text_without_entries_has_none(text: str) -> None:
    assert items(text, "refs.bib") == []
