"""Numbers in the words of a link, and numbers whose source a line below them gives."""

from __future__ import annotations

import pytest

from holdwater.document import Document
from holdwater.extract import extract
from holdwater.findings.figures.consult import consult_figures
from holdwater.read import read_bytes
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf
from holdwater.sources.tie import tie

PAGE = "https://ormdal.example/orchards"
ORCHARDS = (
    "Orchards of Ormdal. The valley has 412,000 apple trees. Of the 44 old presses 29 still work. "
    "The mill has 18 hands."
)


def verdicts(draft: str, name: str = "draft.md") -> list[tuple[str, str]]:
    """The figures of a draft that cite the page, each with what is said of it."""
    document = read_bytes(draft.encode(), name)
    extraction = extract(document)
    source = Source("orchards", "o.txt", {"title": "Orchards"}, (f"url:{PAGE}",))
    shelf = Shelf.from_documents([(source, Document(ORCHARDS))])
    found = consult_figures(document, extraction, tie(extraction.references, shelf.sources), shelf)
    lists = extraction.measured.periods, extraction.measured.quantities
    return [(lists[not one.is_period][one.index].span.of(document.text), one.relation.value) for one in found]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (f"The valley has [412,000 apple trees]({PAGE}).", [("412,000 apple trees", "entailed")]),
        (f"The valley has [619,000 apple trees]({PAGE}).", [("619,000 apple trees", "contradicted")]),
        (f"The valley has [619,000]({PAGE}) apple trees.", [("619,000 apple trees", "contradicted")]),
        (
            f"[Of the 44 old presses, 29 still work]({PAGE}), or 66 percent.",
            [("44", "entailed"), ("29", "entailed"), ("66 percent", "derived")],
        ),
    ],
)
def test_the_number_in_the_words_of_a_link_is_the_sentences(draft: str, expected: list[tuple[str, str]]) -> None:
    assert verdicts(draft) == expected


@pytest.mark.parametrize(
    "draft",
    [
        f"There are many trees ([Survey of 200 Farms]({PAGE})).",
        f"There are many trees ([the 200 best farms]({PAGE})).",
        f"There are many trees.[12]({PAGE})",
        f"There are many trees, a [2019 report]({PAGE}) says.",
        f"There are many trees, as [Route 66 Magazine]({PAGE}) says.",
        f"There are many trees. Source: [the 200 best farms]({PAGE})",
    ],
)
def test_a_number_in_the_name_of_a_source_is_not_read(draft: str) -> None:
    assert not verdicts(draft)


@pytest.mark.parametrize(
    "line", [f"*Source: [Orchards]({PAGE})*", f"Source: [Orchards]({PAGE})", f"(Source: [Orchards]({PAGE}))"]
)
@pytest.mark.parametrize("form", ["- {told}\n  {line}\n", "{told}\n\n{line}\n", "{told}\n{line}\n"])
def test_a_source_line_is_the_citation_of_what_stands_above_it(form: str, line: str) -> None:
    told = "The valley has 619,000 apple trees."
    assert verdicts(form.format(told=told, line=line)) == [("619,000 apple trees", "contradicted")]


def test_a_source_line_below_a_list_is_that_of_its_items() -> None:
    draft = f"- The valley has 619,000 apple trees.\n- The mill has 18 hands.\n\nSource: [Orchards]({PAGE})\n"
    assert [said for _, said in verdicts(draft)] == ["contradicted", "entailed"]


@pytest.mark.parametrize(
    "draft",
    [
        f"The valley has 619,000 apple trees.\n\nThe presses are old.\n\nSource: [Orchards]({PAGE})\n",
        f"The valley has 619,000 apple trees.\n\nSource: own calculation from [Orchards]({PAGE})\n",
        f"The valley has 619,000 apple trees.\n\nThe source: it springs in [Ormdal]({PAGE}). It is cold.\n",
    ],
)
def test_what_is_no_source_line_of_a_number_is_not_its_citation(draft: str) -> None:
    assert not verdicts(draft)


def test_a_sentence_that_cites_a_work_keeps_its_own() -> None:
    draft = f"The valley has 619,000 apple trees.[^1]\n\nSource: [Orchards]({PAGE})\n\n[^1]: Roe, Hills (2001)."
    assert [said for _, said in verdicts(draft)] == ["unsure"]
