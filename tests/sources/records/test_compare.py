"""Whether a record is of the work that a reference names, and how alike they are."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from record_factory import BRIDGES, agreement, passes, people, record, reference, stands

from holdwater.sources.records.comparing import compare
from holdwater.sources.records.model import Agreement, Record

BOOK: dict[str, Any] = {
    "type": "book",
    "title": "Bridges of the North: A History",
    "author": people("Doe, Jane"),
    "publisher": "Oxford University Press",
    "issued": {"date-parts": [[2010]]},
}


def test_a_reference_as_the_record_has_it_passes_in_every_field() -> None:
    found = compare(reference(), record())

    assert {one.agreement for one in found.fields} == {Agreement.SAME}
    assert found.same_work
    assert found.likeness == 1.0


def test_a_reference_in_another_style_passes() -> None:
    ours = reference(
        title="Stone bridges of the northern valleys",
        author=people("Doe, J. A.", "et al."),
        container_title="J. Appl. Mason.",
        page="123–30",
        DOI=None,
    )

    assert passes(ours)


def test_both_sides_of_a_difference_are_told() -> None:
    (found,) = compare(reference(volume="21"), record()).different

    assert (found.field, found.written, found.recorded) == ("volume", "21", "12")
    assert found.why


def test_what_neither_side_gives_is_no_field() -> None:
    found = compare({"title": "Bridges"}, Record("Crossref", "", "", {"title": "Bridges"}))

    assert [one.field for one in found.fields] == ["title"]


def test_a_doi_of_another_work_is_another_work() -> None:
    theirs = record(title="The price of bread", author=people("Baker, Bob"), container_title="Bread", page="1-2")

    assert not compare(reference(), theirs).same_work


def test_a_doi_with_a_faulty_title_is_still_that_work() -> None:
    theirs = record(title="Wooden bridges of the northern valleys: load, flood and repair")

    found = compare(reference(), theirs)
    assert found.same_work
    assert [one.field for one in found.different] == ["title"]


def test_a_title_in_common_is_not_enough_where_all_people_are_others() -> None:
    ours = reference(title="Introduction", author=people("Baker, Bob"), DOI=None, page="1-9", container_title="Bread")

    assert not compare(ours, record(title="Introduction")).same_work


def test_a_review_that_has_the_title_of_its_book_is_not_the_book() -> None:
    review = record(title=BOOK["title"], author=None, issued={"date-parts": [[2010]]}, DOI=None)

    assert not compare(BOOK, review).same_work


def test_a_thesis_is_not_the_article_of_its_title() -> None:
    thesis = record(type="thesis", container_title=None, volume=None, issue=None, page=None, DOI=None)

    assert not compare(reference(), thesis).same_work


def test_the_book_of_a_chapter_may_be_named_without_its_subtitle_and_edition() -> None:
    ours = {**BOOK, "type": "chapter", "title": "On piers", "container-title": "Bridges of the North, 2nd ed."}
    theirs = Record("Crossref", "", "", {**ours, "container-title": "Bridges of the North: A History"})

    assert passes(ours, theirs)


def test_the_book_that_holds_a_chapter_bears_its_reference_out_as_far_as_it_goes() -> None:
    chapter = {
        **BOOK,
        "type": "chapter",
        "title": "On piers",
        "author": people("Roe, R."),
        "editor": people("Doe, J."),
        "container-title": BOOK["title"],
        "page": "12-30",
    }
    book = Record("Open Library", "", "", {**BOOK, "author": None, "editor": people("Doe, Jane")})

    found = compare(chapter, book)
    assert found.same_work
    assert not found.different
    assert agreement("title", found) is Agreement.LACKING
    assert agreement("container", found) is Agreement.SAME


def test_presses_of_two_universities_are_two_and_imprints_are_not() -> None:
    book = Record("Open Library", "", "", BOOK)

    assert stands("publisher", {**BOOK, "publisher": "Cambridge University Press"}, book) is Agreement.DIFFERENT
    assert stands("publisher", {**BOOK, "publisher": "OUP"}, book) is Agreement.VARIANT
    assert stands("publisher", {**BOOK, "publisher": "Clarendon Press"}, book) is Agreement.VARIANT


def test_another_edition_is_a_difference() -> None:
    book = Record("Open Library", "", "", {**BOOK, "edition": "2nd ed."})

    assert stands("edition", {**BOOK, "edition": "2"}, book) is Agreement.SAME
    assert stands("edition", {**BOOK, "edition": "third edition"}, book) is Agreement.DIFFERENT
    assert stands("edition", BOOK, book) is Agreement.LACKING


def test_a_preprint_and_its_publication_are_one_work() -> None:
    preprint = record(
        type="article", genre="preprint", container_title="arXiv", volume=None, issue=None, page=None,
        DOI="10.48550/arXiv.1305.01234", issued={"date-parts": [[2013]]},
    )  # fmt: skip

    assert passes(reference(), preprint)


def test_the_likeness_falls_with_what_differs() -> None:
    whole = compare(reference(DOI=None), record()).likeness
    without_year = compare(reference(DOI=None, issued=None), record()).likeness
    other_year = compare(reference(DOI=None, issued={"date-parts": [[1999]]}), record()).likeness
    other_title = compare(reference(DOI=None, title="The price of bread"), record()).likeness

    assert whole > without_year > other_year > other_title


_VALUES = st.none() | st.text(max_size=40) | st.integers() | st.lists(st.text(max_size=8) | st.none(), max_size=3)
_NAMES = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "x"]), _VALUES, max_size=3) | _VALUES, max_size=4
)
_CSL = st.dictionaries(
    st.sampled_from([*BRIDGES, "publisher", "edition", "ISBN", "PMID", "number", "URL", "issued", "editor"]),
    _VALUES | _NAMES | st.fixed_dictionaries({"date-parts": st.lists(_VALUES, max_size=2)}),
)


@settings(max_examples=150, deadline=None)
@given(_CSL, _CSL)
def test_whatever_a_service_answers_the_comparison_returns(ours: dict[str, object], theirs: dict[str, object]) -> None:
    found = compare(ours, Record("Crossref", "", "", theirs))

    assert 0 <= found.likeness <= 1


@settings(max_examples=100, deadline=None)
@given(_CSL)
@example({"author": [{"literal": ":"}]})
def test_a_reference_never_differs_from_itself(csl: dict[str, object]) -> None:
    assert not compare(csl, Record("Crossref", "", "", csl)).different


def test_very_long_fields_take_no_time() -> None:
    long = "<i>a</i> " * 5_000 + "$" * 5_000 + "(" * 5_000

    compare(
        reference(title=long, container_title=long, page=long, volume=long),
        record(title=long, container_title="x " * 5_000),
    )
