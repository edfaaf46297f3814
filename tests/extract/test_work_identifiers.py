"""Identifiers of works: found in any writing, normalised to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.extract.identifiers import find_identifiers, identifiers_in, reporter_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see RFC 2119", ("rfc:2119",)),
        ("RFC-2635 and rfc0793.txt", ("rfc:2635", "rfc:793")),
        ("RFC\n   1750", ("rfc:1750",)),
        ("doi:10.1000/ABC.def.", ("doi:10.1000/abc.def",)),
        ("https://doi.org/10.1000/XYZ", ("doi:10.1000/xyz",)),
        ("http://dx.doi.org/10.1000/xyz#part", ("doi:10.1000/xyz",)),
        ("arXiv:1706.03762", ("arxiv:1706.03762",)),
        ("https://arxiv.org/abs/1706.03762v5", ("arxiv:1706.03762",)),
        ("https://arxiv.org/pdf/1706.03762.pdf", ("arxiv:1706.03762",)),
        ("ISBN 0-306-40615-2", ("isbn:9780306406157",)),
        ("ISBN-13: 978-0-306-40615-7", ("isbn:9780306406157",)),
        ("478 U.S. 30", ("reporter:478 U.S. 30",)),
        ("478  U. S. 30, 50-51", ("reporter:478 U.S. 30",)),
        ("92 L.Ed.2d 25", ("reporter:92 L. Ed. 2d 25",)),
        ("106 S.Ct. 2752", ("reporter:106 S. Ct. 2752",)),
        ("kept as notes-2.pdf there", ("file:notes-2.pdf",)),
        ("nothing to see here", ()),
        ("20 U.S.C. 4071", ()),
    ],
)
def test_an_identifier_has_one_normal_form(text: str, expected: tuple[str, ...]) -> None:
    assert identifiers_in(text) == expected


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/a/b",
        "http://example.org/a/b/",
        "https://www.example.org/a/b",
        "HTTPS://Example.ORG/a/b#part",
        "https://example.org/a/b?utm_source=x&fbclid=1",
        "(https://example.org/a/b).",
        "<https://example.org/a/b>",
    ],
)
def test_ways_of_writing_one_address_are_one_identifier(written: str) -> None:
    assert identifiers_in(written) == ("url:https://example.org/a/b",)


def test_a_query_that_names_the_page_stays() -> None:
    assert identifiers_in("https://example.org/item?id=7&utm_medium=mail") == ("url:https://example.org/item?id=7",)


def test_parentheses_of_an_address_stay_and_those_of_the_sentence_go() -> None:
    assert identifiers_in("(see https://example.org/Water_(works))") == ("url:https://example.org/Water_(works)",)


def test_the_page_of_an_rfc_is_known_by_its_number_and_by_its_address() -> None:
    assert identifiers_in("https://www.rfc-editor.org/rfc/rfc2119") == (
        "rfc:2119",
        "url:https://rfc-editor.org/rfc/rfc2119",
    )


def test_an_identifier_that_comes_twice_is_given_once() -> None:
    assert identifiers_in("RFC 2119, and again RFC2119") == ("rfc:2119",)


def test_in_prose_neither_file_names_nor_isbns_cite() -> None:
    text = "The file readme.txt, ISBN 0-306-40615-2, and RFC 1"
    assert [each.identifier for each in find_identifiers(text, prose=True)] == ["rfc:1"]


def test_a_found_identifier_knows_its_place() -> None:
    text = "as RFC 2385, or https://example.org/x."
    assert [each.span.of(text) for each in find_identifiers(text)] == ["RFC 2385", "https://example.org/x"]


def test_a_reporters_name_has_the_spacing_of_the_bluebook() -> None:
    assert [reporter_name(name) for name in ("U. S.", "F.Supp.2d", "L. Ed.2d", "F.3d")] == [
        "U.S.",
        "F. Supp. 2d",
        "L. Ed. 2d",
        "F.3d",
    ]


@given(st.text(max_size=300))
def test_identifiers_are_each_given_once_with_their_scheme(text: str) -> None:
    found = identifiers_in(text)
    assert len(found) == len(set(found))
    assert all(each.split(":", 1)[0] in {"url", "doi", "rfc", "arxiv", "isbn", "reporter", "file"} for each in found)
