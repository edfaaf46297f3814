"""Years, volumes, issues, pages and identifiers: figures that may be written in several ways, and must be the same."""

import pytest
from record_factory import passes, record, reference, stands

from holdwater.sources.records.comparing.numbers import figures_of
from holdwater.sources.records.comparing.pages import Page, Pages, pages_in
from holdwater.sources.records.model import Agreement

AGREED = (Agreement.SAME, Agreement.VARIANT)


def year(value: int, month: int | None = None) -> dict[str, list[list[int]]]:
    return {"date-parts": [[value, month]] if month else [[value]]}


@pytest.mark.parametrize(
    ("written", "years"), [(2014, ()), (2013, (2013, 2014)), (2015, (2014, 2015)), (2014, (2013, 2015))]
)
def test_a_work_may_bear_any_of_its_years(written: int, years: tuple[int, ...]) -> None:
    assert (
        stands("year", reference(issued=year(written)), record(years=years, issued=year(years[0] if years else 2014)))
        in AGREED
    )


@pytest.mark.parametrize(("written", "years"), [(2013, ()), (2015, ()), (2016, (2014, 2015)), (1914, ()), (2041, ())])
def test_a_year_that_is_none_of_them_is_a_difference(written: int, years: tuple[int, ...]) -> None:
    assert stands("year", reference(issued=year(written)), record(years=years)) is Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("written", "month", "agreed"), [(2015, 12, True), (2013, 1, True), (2013, 12, False), (2015, 1, False)]
)
def test_what_goes_online_at_the_turn_of_the_year_may_bear_the_next_one(written: int, month: int, agreed: bool) -> None:
    found = stands("year", reference(issued=year(written)), record(issued=year(2014, month)))

    assert (found in AGREED) is agreed


def test_what_has_no_volume_yet_may_come_out_a_year_later() -> None:
    ahead = record(volume=None, issue=None, page=None)

    assert stands("year", reference(issued=year(2015)), ahead) is Agreement.VARIANT


def test_the_year_of_the_first_printing_counts() -> None:
    ours = reference(issued=year(2014), **{"original-date": year(1962)})

    assert stands("year", ours, record(issued=year(1962))) is Agreement.VARIANT


def test_a_preprint_may_be_some_years_ahead_of_its_publication() -> None:
    ours = reference(container_title="bioRxiv", issued=year(2012), volume=None, issue=None, page=None, DOI=None)

    assert passes(ours, record())
    assert not passes({**ours, "issued": year(2004)}, record())


def test_a_working_paper_that_the_record_names_may_be_many_years_ahead() -> None:
    ours = reference(type="report", DOI="10.5555/wp.7", issued=year(2006), container_title=None, volume=None, page=None)

    assert passes(ours, record(versions=("doi:10.5555/wp.7",)))
    assert not passes(ours, record())


def test_what_is_in_press_has_no_volume_yet() -> None:
    assert stands("volume", reference(volume="in press")) is Agreement.LACKING
    assert stands("page", reference(page="Epub ahead of print")) is Agreement.LACKING
    assert stands("page", reference(page="ch. 5")) is Agreement.LACKING


def test_a_date_may_be_text_or_lie_between_two_years() -> None:
    assert stands("year", reference(issued={"raw": "Summer 2014"})) is Agreement.SAME
    assert stands("year", reference(issued={"literal": "2013-14"})) is Agreement.VARIANT
    assert stands("year", reference(issued={"literal": "in press"})) is Agreement.LACKING


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("12", "12"),
        ("Vol. 12", "12"),
        ("XII", "12"),
        ("012", "12"),
        ("12(3)", "12"),
        ("12A", "12"),
        ("12 Suppl 1", "12"),
        ("45-46", "45–46"),
    ],
)
def test_a_volume_may_be_written_another_way(written: str, recorded: str) -> None:
    assert stands("volume", reference(volume=written), record(volume=recorded)) in AGREED


@pytest.mark.parametrize(("written", "recorded"), [("21", "12"), ("XIII", "12"), ("45-46", "47-48"), ("112", "12")])
def test_another_volume_is_a_difference(written: str, recorded: str) -> None:
    assert stands("volume", reference(volume=written), record(volume=recorded)) is Agreement.DIFFERENT


def test_a_volume_may_be_counted_by_years() -> None:
    ours = reference(volume="07", issue=None, issued=year(2012))
    theirs = record(volume="2012", issue="7", issued=year(2012))

    assert stands("volume", ours, theirs) is Agreement.VARIANT


def test_a_volume_may_be_the_number_in_a_series() -> None:
    theirs = record(volume=None, issue=None, **{"collection-number": "1234"})

    assert stands("volume", reference(volume="1234", issue=None), theirs) is Agreement.VARIANT


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("3", "03"),
        ("no. 3", "3"),
        ("3-4", "3/4"),
        ("3–4", "3-4"),
        ("Suppl 1", "suppl_1"),
        ("S1", "Supplement 1"),
        ("March", "3"),
        ("3, Pt 1", "3"),
        ("4", "3-4"),
    ],
)
def test_an_issue_may_be_written_another_way(written: str, recorded: str) -> None:
    assert stands("issue", reference(issue=written), record(issue=recorded)) in AGREED


@pytest.mark.parametrize(("written", "recorded"), [("2", "3"), ("13", "3"), ("5-6", "3-4")])
def test_another_issue_is_a_difference(written: str, recorded: str) -> None:
    assert stands("issue", reference(issue=written), record(issue=recorded)) is Agreement.DIFFERENT


def test_bibtex_calls_the_issue_a_number() -> None:
    assert stands("issue", reference(issue=None, number="3")) is Agreement.SAME
    assert stands("issue", reference(issue=None, number="4")) is Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        row.split(" is ")
        for row in (
            "123-130 is 123-130; 123–130 is 123-130; 123--130 is 123-130; pp. 123-130 is 123-130; 123-30 is 123-130; "
            "1123–8 is 1123-1128; 123–4 is 123-124; 123 is 123-130; 125 is 123-130; 125-127 is 123-130; 123-130 is "
            "123; "
            "123ff. is 123-130; 123-130, 145 is 123-130; xi-xx is xi–xx; S12-8 is S12-S18; 12-18 is S12-S18; "
            "L45–L50 is L45; e0123456 is 0123456; Article 45 is 45; Art. no. e45 is e45; 1-12 is e1000123; "
            "12:1-12:34 is 12; 1123-1130.e5 is 1123-1130"
        ).split("; ")
    ],
)
def test_pages_may_be_written_another_way(written: str, recorded: str) -> None:
    assert stands("page", reference(page=written), record(page=recorded)) in AGREED


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("132-139", "123-130"),
        ("213-220", "123-130"),
        ("123-139", "123-130"),
        ("223", "123-130"),
        ("e12", "e13"),
        ("S12-S18", "L12-L18"),
        ("xi", "11"),
    ],
)
def test_other_pages_are_a_difference(written: str, recorded: str) -> None:
    assert stands("page", reference(page=written), record(page=recorded)) is Agreement.DIFFERENT


def test_an_article_number_is_the_page_of_what_has_none() -> None:
    theirs = record(page=None, **{"article-number": "e1004"})

    assert stands("page", reference(page="1004"), theirs) is Agreement.VARIANT
    assert stands("page", reference(page="1005"), theirs) is Agreement.DIFFERENT


def test_how_many_pages_a_book_has_is_not_a_page() -> None:
    assert pages_in("350 p.") is None
    assert pages_in("123-30") == Pages(Page("", 123), Page("", 130))


def test_roman_and_other_figures_are_read() -> None:
    assert figures_of("Vol. XIV") == ("14",)
    assert figures_of("Bd. 3, H. 2") == ("3", "2")
    assert figures_of("45/6") == ("45", "46")
    assert figures_of("civil") == ()


@pytest.mark.parametrize(
    "written",
    [
        {"DOI": "10.5555/JAM.2014.12"},
        {"DOI": "https://doi.org/10.5555/jam.2014.12"},
        {"DOI": "doi:10.5555/jam.2014.12."},
        {"DOI": None, "URL": "https://www.example.org/doi/full/10.5555/jam.2014.12"},
        {"DOI": "10.5555/jam.2014.12/abstract"},
    ],
    ids=["letter case", "as an address", "with its scheme", "in the publisher's address", "with a page's name"],
)
def test_a_doi_may_be_written_another_way(written: dict[str, object]) -> None:
    assert stands("identifier", reference(**written)) in AGREED


def test_another_doi_is_a_difference() -> None:
    assert stands("identifier", reference(DOI="10.5555/jam.2014.13")) is Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("written", "theirs"),
    [
        ({"DOI": "10.5555/pre.7"}, record(versions=("doi:10.5555/pre.7",))),
        ({"DOI": "10.48550/arXiv.1305.01234"}, record()),
        ({"DOI": "10.2307/1234567"}, record()),
        ({"DOI": "10.5555/jam.2014.12v2"}, record()),
        ({"DOI": None, "ISBN": "978-0-306-40615-7"}, record(ISBN="978-0-19-853453-2")),
        ({"DOI": None, "PMID": "1234"}, record(identifiers=("pmid:1234",))),
        ({"DOI": None, "URL": "https://pubmed.ncbi.nlm.nih.gov/1234/"}, record(identifiers=("pmid:1234",))),
    ],
    ids=[
        "of a version",
        "the preprint's",
        "JSTOR's",
        "with a version",
        "another printing's ISBN",
        "PubMed's",
        "PubMed's page",
    ],
)
def test_a_work_may_have_several_identifiers(written: dict[str, object], theirs: object) -> None:
    assert stands("identifier", reference(**written), theirs) is not Agreement.DIFFERENT  # type: ignore[arg-type]


def test_another_number_of_pubmed_is_a_difference() -> None:
    assert (
        stands("identifier", reference(DOI=None, PMID="77"), record(identifiers=("pmid:1234",))) is Agreement.DIFFERENT
    )


def test_an_isbn_whose_check_digit_does_not_fit_is_a_difference() -> None:
    ours = reference(DOI=None, ISBN="978-0-306-40615-8")

    assert stands("identifier", ours, record(ISBN="978-0-19-853453-2")) is Agreement.DIFFERENT


def test_an_address_is_only_an_address() -> None:
    assert (
        stands("identifier", reference(DOI=None, URL="https://example.com/a"), record(URL="https://example.org/b"))
        is Agreement.LACKING
    )
