"""Identifiers in one written form, out of CSL-JSON and out of file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.extract.identifiers import identifiers_in
from holdwater.sources.filenames import bare, described_by, identifiers_of, printable
from holdwater.sources.identify import canonical, comparable, of_csl


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("doi:10.1000/ABC.", "doi:10.1000/abc"),
        ("doi:https://doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("doi:10.1000%2Fabc", "doi:10.1000/abc"),
        ("arxiv:arXiv:2101.00001v2", "arxiv:2101.00001"),
        ("arxiv:hep-th/9901001", "arxiv:hep-th/9901001"),
        ("rfc:0791", "rfc:791"),
        ("isbn:0-306-40615-2", "isbn:9780306406157"),
        ("isbn:978-0-306-40615-7", "isbn:9780306406157"),
        ("reporter:478  U. S. 030", "reporter:478 U.S. 30"),
        ("file:./a%20b\\c.pdf", "file:a b/c.pdf"),
        ("url:HTTPS://WWW.Example.ORG:443/A/b/?utm_source=x&q=1#frag", "url:example.org/A/b?q=1"),
        ("url:https://datatracker.ietf.org/doc/html/rfc2119", "url:datatracker.ietf.org/doc/html/rfc2119"),
        ("url:https://tools.ietf.org/html/rfc2119", "rfc:2119"),
        ("url:http://user:pass@example.org/a", "url:example.org/a"),
    ],
)
def test_ways_of_writing_an_identifier_become_one(written: str, form: str) -> None:
    assert canonical(written) == form


@pytest.mark.parametrize(
    "written",
    ["", ":", "doi:", "doi:11.1000/a", "isbn:123", "isbn:X234567890", "rfc:x", "rfc:0", "arxiv:abc", "url:", "url:http://[",
     "reporter:U.S. 30", "url:" + "a" * 3_000],
)  # fmt: skip
def test_what_is_malformed_compares_with_nothing(written: str) -> None:
    assert canonical(written) == ""


def test_a_doi_implies_the_rfc_or_arxiv_number_in_it() -> None:
    assert comparable(["doi:10.17487/RFC2119"]) == ("doi:10.17487/rfc2119", "rfc:2119")
    assert comparable(["doi:10.48550/arXiv.2101.00001"]) == ("doi:10.48550/arxiv.2101.00001", "arxiv:2101.00001")


@given(st.sampled_from(["doi", "url", "isbn", "rfc", "arxiv", "reporter", "file", "other"]), st.text(max_size=60))
def test_a_canonical_form_is_its_own_canonical_form(scheme: str, value: str) -> None:
    once = canonical(f"{scheme}:{value}")
    assert canonical(once) == once


@pytest.mark.parametrize("written", ["file:0\r\\", "file:a /", "file:%200", "file:%2525252530", "url:@\x850", "url:0 "])
def test_white_space_and_percent_signs_within_one_another_leave_one_form(written: str) -> None:
    once = canonical(written)
    assert once
    assert canonical(once) == once


@pytest.mark.parametrize(
    "text",
    ["https://www.example.org/a/b/?utm_source=x&q=1#z", "doi:10.1000/Abc", "RFC 2119", "ISBN 0-306-40615-2",
     "arXiv:2101.00001", "478 U. S. 30", "notes.pdf", "https://www.rfc-editor.org/rfc/rfc2119"],
)  # fmt: skip
def test_what_a_document_says_and_what_a_catalogue_says_compare_equal(text: str) -> None:
    (found, *_) = comparable(identifiers_in(text))
    written = {
        "https://www.example.org/a/b/?utm_source=x&q=1#z": {"URL": "http://example.org/a/b?q=1"},
        "doi:10.1000/Abc": {"DOI": "https://doi.org/10.1000/aBC"},
        "RFC 2119": {"number": "RFC 2119"},
        "ISBN 0-306-40615-2": {"ISBN": "9780306406157"},
        "arXiv:2101.00001": {"arXiv": "2101.00001v2"},
        "478 U. S. 30": {"type": "legal_case", "volume": "478", "container-title": "U.S.", "page": "30-44"},
        "https://www.rfc-editor.org/rfc/rfc2119": {"DOI": "10.17487/RFC2119"},
    }
    theirs = comparable(of_csl(written[text])) if text in written else comparable(["file:notes.pdf"])
    assert found in theirs


def test_an_item_gives_all_its_identifiers() -> None:
    item = {
        "DOI": "10.1000/A",
        "ISBN": "9780306406157, 0-306-40615-2; 978-3-16-148410-0",
        "URL": "https://Example.org/a",
        "number": "RFC 2119",
        "archive": "arXiv",
        "archive_location": "2101.00001",
    }
    assert of_csl(item) == (
        "doi:10.1000/a",
        "isbn:9780306406157",
        "isbn:9783161484100",
        "url:https://Example.org/a",
        "rfc:2119",
        "arxiv:2101.00001",
    )


@pytest.mark.parametrize("value", [None, True, [], {}, "", 0, "none"])
def test_fields_of_a_wrong_shape_give_no_identifier(value: object) -> None:
    assert of_csl({"DOI": value, "ISBN": value, "number": value, "archive": value, "volume": value}) == ()


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("rfc2119.txt", "rfc:2119"),
        ("rfc2119.txt.gz", "rfc:2119"),
        ("RFC 0791.html", "rfc:791"),
        ("10.1000_xyz.pdf", "doi:10.1000/xyz"),
        ("10.1000/xyz.12.pdf", "doi:10.1000/xyz.12"),
        ("10.1000%2Fxyz.pdf", "doi:10.1000/xyz"),
        ("2101.00001v2.pdf", "arxiv:2101.00001"),
        ("arXiv-2101.00001.html", "arxiv:2101.00001"),
        ("hep-th_9901001.txt", "arxiv:hep-th/9901001"),
        ("9780306406157.txt", "isbn:9780306406157"),
        ("978-0-306-40615-7.md", "isbn:9780306406157"),
        ("0306406152.md", "isbn:9780306406157"),
        ("478_US_30.txt", "reporter:478 U.S. 30"),
        ("cases/478 U.S. 30.txt", "reporter:478 U.S. 30"),
        ("478_U.S._30.txt", "reporter:478 U.S. 30"),
        ("106-S.Ct.-2333.html", "reporter:106 S. Ct. 2333"),
        ("12_F_Supp_2d_30.txt", "reporter:12 F. Supp. 2d 30"),
    ],
)
def test_a_file_name_that_is_an_identifier_gives_it(name: str, identifier: str) -> None:
    assert identifiers_of(name) == (identifier,)


@pytest.mark.parametrize(
    "name",
    ["notes on rfc2119.txt", "rfc2119-review.md", "rfc.txt", "10.1000.pdf", "2113.00001.pdf", "9780306406158.txt",
     "1234567890.txt", "478_pages_30.txt", "us_30.txt", "doe-2019.txt", ".gz", ""],
)  # fmt: skip
def test_a_file_name_that_only_holds_or_resembles_one_gives_none(name: str) -> None:
    assert identifiers_of(name) == ()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("doe-2019-water-works.html", "doe 2019 water works"),
        ("DoeWaterWorks2019.pdf", "Doe Water Works 2019"),
        ("papers/the_marden%20leak.txt.gz", "the marden leak"),
        ("rfc0791.txt", "RFC 791"),
        ("…", "…"),
    ],
)
def test_the_words_of_a_file_name_stand_in_for_a_title(name: str, title: str) -> None:
    assert described_by(name)["title"] == title


def test_a_name_that_zotero_made_gives_author_year_and_title() -> None:
    item = described_by("Doe and Roe - 2019 - The water works of Lower.pdf")
    assert item["author"] == [{"family": "Doe"}, {"family": "Roe"}]
    assert item["issued"] == {"date-parts": [[2019]]}
    assert item["title"] == "The water works of Lower"
    assert described_by("Doe et al. - 2019 - X.pdf")["author"] == [{"family": "Doe"}]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.txt.gz", "a"),
        ("a.TXT", "a"),
        ("v1.2.html", "v1.2"),
        ("478 U.S. 30", "478 U.S. 30"),
        ("d/.txt", "d/.txt"),
        ("x.gz", "x"),
    ],
)
def test_only_a_known_suffix_is_taken_off(name: str, stem: str) -> None:
    assert bare(name) == stem


def test_a_name_that_cannot_be_printed_is_made_printable() -> None:
    assert printable("a\udcff\x1b[31mb\n") == "a\ufffd\ufffd[31mb\ufffd"
