"""What a person calls the references of a document. All works are invented."""

from __future__ import annotations

import pytest

from holdwater.errors import CatalogueError
from holdwater.extract import extract
from holdwater.read import read_bytes
from holdwater.sources.cited import Labels, csl_of, shown

TEXT = """\
# The bridge

Mary Doe writes: "The town was glad."[^1] See (Doe 2019, p. 4), Doe (2019), RFC 2119, [3, 5] and [the page](https://example.org/a).
As said before [@roe, p. 3].[^2] And again.[^3] A note on two works.[^14]

[^1]: Mary Loe, *Rivers of the South* (London: Acme, 2011), 12.
[^2]: Ibid., 15.
[^3]: Nobody was told why.
[^14]: Richard Roe, *Pipes and their Makers* (London: Acme, 2004), 4; Vera Voe, *Sluices of the Coast* (Paris, 1999), 7.

# References

[3] Doe, Mary (2019). Bridges of the North. Northern Press.

[5] Coe, Carl (2004). Rivers and Floods. Delta Books.
"""


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Labels(extract(read_bytes(TEXT.encode(), "essay.md")))


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("1", "Rivers of the South"),
        (" 1 ", "Rivers of the South"),
        ("2", "Rivers of the South"),  # ibid.
        ("14.1", "Pipes and their Makers"),
        ("14.2", "Sluices of the Coast"),
        ("[3]", "Bridges of the North"),
        ("[5]", "Rivers and Floods"),
        ("5", "Rivers and Floods"),  # there is no such note
        ("entry:5", "Rivers and Floods"),
        ("roe", "@roe"),
        ("@Roe", "@roe"),
        ("Doe 2019", "Bridges of the North"),
        ("(Doe 2019)", "Bridges of the North"),
        ("RFC 2119", "RFC 2119"),
        ("https://www.example.org/a#top", "the page"),
    ],
)
def test_a_reference_is_called_in_many_ways(labels: Labels, label: str, wanted: str) -> None:
    assert wanted in labels.reference(label).raw


@pytest.mark.parametrize(
    ("label", "what"),
    [
        ("99", "no note, entry or citation called '99'; there are .*1.*14.1, 14.2"),
        ("", "called ''"),
        ("3", "no work could be read out of note 3; describe the work in the note"),
        ("14", "14 names 2 works: 14.1 is “Richard Roe.*; 14.2 is “Vera Voe.*; say which"),
        ("14.3", "called '14.3'"),
        ("14.0", "called '14.0'"),
        ("1.2", "called '1.2'"),
        ("Doe 2020", "called 'Doe 2020'"),
    ],
)
def test_what_means_none_or_several_is_told_with_the_mend(labels: Labels, label: str, what: str) -> None:
    with pytest.raises(CatalogueError, match=what):
        labels.reference(label)


def test_every_label_leads_back_to_its_reference(labels: Labels) -> None:
    for reference in labels._references.values():
        assert labels.reference(labels.of(reference)) == reference


def test_a_document_that_cites_nothing_has_no_labels() -> None:
    empty = Labels(extract(read_bytes(b"Nothing is cited here.\n", "a.md")))
    with pytest.raises(CatalogueError, match="it names no works"):
        empty.reference("1")


def test_a_work_is_described_without_the_page_that_was_cited(labels: Labels) -> None:
    csl = csl_of(labels.reference("14.1"))
    assert csl["title"] == "Pipes and their Makers"
    assert not {"locator", "id"} & set(csl)
    assert csl_of(labels.reference("roe")) == {"id": "roe", "citation-key": "roe"}


def test_long_words_are_cut_to_be_shown(labels: Labels) -> None:
    assert shown(labels.reference("14.2")) == "“Vera Voe, Sluices of the Coast (Paris, 1999), 7.”"
    words = shown(labels.reference("1"))
    assert len(words) <= 62
