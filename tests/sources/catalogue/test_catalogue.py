"""What the catalogue keeps, on invented works."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from desk_of_sources import NOON, held, kept, place, tried

from holdwater.errors import ArchiveError, CatalogueError
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import KeptAnswer, TiedBy, TieState
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.standing.model import Standing

PAGE = "https://example.org/arch"
DOE = {
    "id": "doe",
    "type": "book",
    "title": "Bridges of the North",
    "author": [{"family": "Doe", "given": "Mary"}],
    "issued": {"date-parts": [[2019]]},
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with open_catalogue(tmp_path, create=True) as one:
        yield one


def again(catalogue: Catalogue) -> Catalogue:
    """The same catalogue, opened by itself for reading."""
    return open_catalogue(catalogue.path.parent.parent, read_only=True)


# Works


def test_a_work_is_put_in_and_read_back_as_it_was(catalogue: Catalogue) -> None:
    csl = {**DOE, "DOI": "10.1000/ABC", "note": "naïve “quotes” 水", "custom": {"deep": [1, 2.5, None, True]}}
    work = catalogue.put_work(csl)
    assert (work.id, dict(work.csl)) == ("doe", csl)
    assert work.identifiers == ("doi:10.1000/abc",)
    with again(catalogue) as other:
        assert other.works() == (work,)
        assert other.work("doe") == work
        assert other.work("roe") is None


def test_works_come_in_the_order_in_which_they_were_put_in(catalogue: Catalogue) -> None:
    for name in ("zoe", "abe", "moe"):
        catalogue.put_work({"id": name, "title": name})
    assert [work.id for work in catalogue.works()] == ["zoe", "abe", "moe"]


@pytest.mark.parametrize(
    ("csl", "wanted"),
    [
        (
            {"author": [{"family": "Müller"}], "issued": {"date-parts": [[1987]]}, "title": "Die Brücke"},
            "muller1987brucke",
        ),
        ({"author": [{"family": "van der Berg"}], "title": "A Report on Weirs"}, "bergweirs"),
        ({"author": [{"literal": "Town Council"}], "issued": {"raw": "2018"}, "title": "Report"}, "council2018report"),
        ({"editor": [{"family": "Roe"}], "title": "Weirs"}, "roeweirs"),
        ({"URL": "https://www.example.org/a/b?c=d"}, "exampleorg"),
        ({"title": "水の道"}, "work"),
        ({}, "work"),
        ({"id": "line\nbreak", "title": "Weirs of Marden"}, "weirs"),
        ({"id": 14, "title": "Weirs"}, "14"),
    ],
)
def test_a_work_without_an_id_is_called_by_author_year_and_word(
    catalogue: Catalogue, csl: dict[str, object], wanted: str
) -> None:
    assert catalogue.put_work(csl).id == wanted


def test_a_second_work_of_the_same_name_gets_a_number(catalogue: Catalogue) -> None:
    names = [catalogue.put_work({"title": "Weirs"}).id for _ in range(12)]
    assert names == ["weirs", *(f"weirs-{number}" for number in range(2, 13))]
    catalogue.drop_work("weirs-7")
    assert catalogue.put_work({"title": "Weirs"}).id == "weirs-13"
    assert len({work.id for work in catalogue.works()}) == 12


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "a", "DOI": "10.1000/X1"}, {"id": "b", "DOI": "https://doi.org/10.1000/x1"}),
        ({"id": "a", "URL": "https://www.example.org/p/"}, {"id": "b", "URL": "http://example.org/p?utm_source=x#top"}),
        ({"id": "a", "ISBN": "0-306-40615-2"}, {"id": "b", "ISBN": "9780306406157"}),
        ({"id": "a", "number": "RFC 2119", "title": "Words"}, {"DOI": "10.17487/RFC2119", "title": "Key words"}),
        ({"id": "a", "title": "The Water Works"}, {"id": "a", "title": "The Water Works: A History"}),
        ({"id": "a", "title": "The Water Works of Marden"}, {"id": "a", "title": "The Waterworks of Marden"}),
        ({"id": "a", "title": "Weirs"}, {"id": "a", "URL": PAGE}),
        ({"id": "a", "DOI": "10.1000/1", "arXiv": "1706.03762"}, {"id": "b", "DOI": "10.48550/arXiv.1706.03762"}),
    ],
)
def test_one_work_described_twice_is_one_work(
    catalogue: Catalogue, first: dict[str, object], second: dict[str, object]
) -> None:
    work = catalogue.put_work(first)
    assert catalogue.put_work(second).id == work.id
    assert len(catalogue.works()) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "a", "DOI": "10.1000/1"}, {"id": "a", "DOI": "10.1000/2"}),
        (
            {"id": "a", "title": "Weirs", "URL": PAGE, "DOI": "10.1000/1"},
            {"title": "Weirs", "URL": PAGE, "DOI": "10.1000/2"},
        ),
        ({"id": "smith", "title": "Weirs of Marden"}, {"id": "smith", "title": "On lead pipes"}),
        (
            {"id": "smith", "title": "Weirs", "issued": {"raw": "2001"}},
            {"id": "smith", "title": "Weirs", "issued": {"raw": "2011"}},
        ),
        (
            {"id": "a", "type": "chapter", "ISBN": "9780306406157", "title": "Weirs"},
            {"id": "b", "type": "book", "ISBN": "9780306406157", "title": "Weirs and Pipes"},
        ),
        (
            {"id": "a", "type": "chapter", "ISBN": "9780306406157", "title": "Weirs"},
            {"id": "b", "type": "chapter", "ISBN": "9780306406157", "title": "Pipes"},
        ),
        ({"id": "a", "title": "Weirs"}, {"id": "b", "title": "Weirs"}),
    ],
)
def test_two_works_with_something_in_common_stay_two(
    catalogue: Catalogue, first: dict[str, object], second: dict[str, object]
) -> None:
    one, other = catalogue.put_work(first), catalogue.put_work(second)
    assert one.id != other.id
    assert len(catalogue.works()) == 2


def test_what_is_known_of_a_work_stays_and_gaps_are_filled(catalogue: Catalogue) -> None:
    catalogue.put_work({"id": "a", "DOI": "10.1000/1", "title": "Weirs", "publisher": ""})
    work = catalogue.put_work(
        {"id": "note:14", "DOI": "10.1000/1", "title": "Wiers, 12", "publisher": "Acme", "URL": PAGE}
    )
    assert dict(work.csl) == {"id": "a", "DOI": "10.1000/1", "title": "Weirs", "publisher": "Acme", "URL": PAGE}
    assert work.identifiers == ("doi:10.1000/1", "url:example.org/arch")


def test_a_persons_list_may_put_right_what_is_known(catalogue: Catalogue) -> None:
    catalogue.put_work({"id": "a", "DOI": "10.1000/1", "title": "Wiers, 12", "page": "3"})
    work = catalogue.put_work({"id": "b", "DOI": "10.1000/1", "title": "Weirs", "page": ""}, given_wins=True)
    assert dict(work.csl) == {"id": "a", "DOI": "10.1000/1", "title": "Weirs", "page": "3"}


def test_the_files_of_a_list_are_not_the_works_own(catalogue: Catalogue) -> None:
    assert "file" not in catalogue.put_work({**DOE, "file": "doe.pdf", "files": ["doe.html"]}).csl


def test_works_are_found_by_identifiers_in_any_form(catalogue: Catalogue) -> None:
    first = catalogue.put_work({"id": "a", "DOI": "10.1000/1"})
    second = catalogue.put_work({"id": "b", "URL": PAGE}, ["isbn:9780306406157"])
    assert catalogue.find(["doi:10.1000/1"]) == (first,)
    assert catalogue.find(["url:http://www.example.org/arch/#note", "doi:10.1000/1"]) == (first, second)
    assert catalogue.find(["isbn:0306406152"]) == (second,)
    assert catalogue.find([]) == catalogue.find(["nonsense", "doi:10.1000/2"]) == ()
    assert catalogue.find([f"doi:10.1000/{number}" for number in range(2_000)]) == (first,)


@pytest.mark.parametrize(
    ("csl", "what"),
    [
        ({"title": object()}, "no CSL-JSON"),
        ({"title": "\ud800"}, "no CSL-JSON"),
        ({"abstract": "x" * 2**20}, "larger than 1 MB"),
    ],
)
def test_what_is_no_description_is_refused(catalogue: Catalogue, csl: dict[str, object], what: str) -> None:
    with pytest.raises(CatalogueError, match=what):
        catalogue.put_work(csl)
    assert catalogue.works() == ()


def test_a_dropped_work_takes_its_ties_along_and_leaves_its_snapshots(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    catalogue.put_work({"id": "roe", "title": "Pipes"})
    catalogue.add(held("doe", PAGE))
    catalogue.tie(kept("doe"))
    catalogue.tie(kept("roe", reference="r2"))
    assert catalogue.drop_work("doe")
    assert not catalogue.drop_work("doe")
    assert [one.work for one in catalogue.ties()] == ["roe"]
    assert catalogue.snapshots("doe") == ()
    assert [one.work for one in catalogue.snapshots(url=PAGE)] == [""]


# Ties


def test_a_tie_is_kept_with_its_reason(catalogue: Catalogue) -> None:
    assert catalogue.tie(kept("doe"))
    with again(catalogue) as other:
        assert other.ties("essay.md") == (kept("doe"),)
        assert other.ties("other.md") == ()
        assert other.documents() == ("essay.md",)


def test_a_later_proposal_takes_the_place_of_an_earlier_one(catalogue: Catalogue) -> None:
    catalogue.tie(kept("doe"))
    assert catalogue.tie(kept("roe"))
    assert [one.work for one in catalogue.ties()] == ["roe"]


def test_what_a_person_confirmed_is_not_proposed_away(catalogue: Catalogue) -> None:
    catalogue.tie(kept("doe"))
    catalogue.settle_tie(TieState.CONFIRMED, "essay.md", "r1", "doe", who="Ann", at=NOON)
    assert not catalogue.tie(kept("roe"))
    (one,) = catalogue.ties()
    assert (one.work, one.state, one.by, one.who) == ("doe", TieState.CONFIRMED, TiedBy.PERSON, "Ann")
    assert (one.why, one.label, one.score) == ("title alike", "14", 0.9)


def test_what_a_person_untied_is_not_proposed_again_but_may_be_tied_by_hand(catalogue: Catalogue) -> None:
    catalogue.tie(kept("doe"))
    catalogue.settle_tie(TieState.UNTIED, "essay.md", "r1", "doe")
    assert not catalogue.tie(kept("doe"))
    assert catalogue.tie(kept("roe"))
    assert {one.work: one.state for one in catalogue.ties()} == {"doe": TieState.UNTIED, "roe": TieState.PROPOSED}
    catalogue.settle_tie(TieState.CONFIRMED, "essay.md", "r1", "doe")
    assert {one.work: one.state for one in catalogue.ties()} == {"doe": TieState.CONFIRMED}


def test_a_person_changes_their_mind(catalogue: Catalogue) -> None:
    catalogue.settle_tie(TieState.CONFIRMED, "essay.md", "r1", "doe")
    catalogue.settle_tie(TieState.CONFIRMED, "essay.md", "r1", "roe", why="the second edition")
    assert [(one.work, one.why) for one in catalogue.ties()] == [("roe", "the second edition")]
    catalogue.settle_tie(TieState.UNTIED, "essay.md", "r1", "roe")
    assert [(one.work, one.state) for one in catalogue.ties()] == [("roe", TieState.UNTIED)]


def test_ties_of_other_references_and_documents_are_left_alone(catalogue: Catalogue) -> None:
    for document, reference in (("essay.md", "r1"), ("essay.md", "r2"), ("other.md", "r1")):
        catalogue.tie(kept("doe", document=document, reference=reference))
    catalogue.settle_tie(TieState.CONFIRMED, "essay.md", "r1", "roe")
    assert {(one.document, one.reference): one.work for one in catalogue.ties()} == {
        ("essay.md", "r1"): "roe",
        ("essay.md", "r2"): "doe",
        ("other.md", "r1"): "doe",
    }


def test_a_document_is_known_without_ties_too(catalogue: Catalogue) -> None:
    catalogue.note_document("b.md")
    catalogue.note_document("b.md")
    catalogue.tie(kept("doe", document="a.md"))
    assert catalogue.documents() == ("a.md", "b.md")


# Snapshots and tries


def test_a_snapshot_is_read_back_as_it_was(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    given = held("doe", PAGE, memento=NOON - timedelta(days=700), title="The arch", name="arch.html", status=203)
    one = catalogue.add(given, tried(PAGE))
    assert one.id == 1
    with again(catalogue) as other:
        assert other.snapshots("doe") == other.snapshots(url=PAGE) == other.snapshots() == (one,)
        assert other.tries(PAGE) == (tried(PAGE),)
        assert other.ends() == {"run-1.warc.gz": 100}


def test_the_latest_snapshot_comes_first(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    for number, days in enumerate((2, 9, 5)):
        catalogue.add(held("doe", PAGE, days=days, at_byte=number * 100))
    assert [(one.at - NOON).days for one in catalogue.snapshots("doe")] == [9, 5, 2]


def test_moments_of_every_time_zone_are_compared_as_moments(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    east = datetime(2026, 5, 3, 20, tzinfo=timezone(timedelta(hours=9)))  # 11:00 UTC
    naive = datetime(2026, 5, 3, 11, 30)
    for number, at in enumerate((NOON, east, naive)):
        catalogue.add(replace(held("doe", PAGE, at_byte=number * 100), at=at))
    assert [one.place.offset for one in catalogue.snapshots("doe")] == [0, 200, 100]


def test_an_address_is_known_without_its_fragment_and_its_hosts_letter_case(catalogue: Catalogue) -> None:
    catalogue.add(held("", "https://Example.org/Arch#part-2"), tried("HTTPS://example.org/Arch#x"))
    assert len(catalogue.snapshots(url="https://example.org/Arch")) == 1
    assert len(catalogue.tries("https://example.org/Arch#y")) == 1
    assert catalogue.snapshots(url="https://example.org/arch") == ()
    assert catalogue.snapshots(url="http://example.org/Arch") == ()


def test_an_address_that_is_none_is_kept_as_it_is(catalogue: Catalogue) -> None:
    catalogue.add_try(tried("http://[::1", Standing.REFUSED, status=0))
    assert catalogue.tries("http://[::1")[0].standing is Standing.REFUSED


def test_a_snapshot_that_is_known_is_not_taken_twice(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    first = catalogue.add(held("doe", PAGE), tried(PAGE))
    assert catalogue.add(held("doe", PAGE), tried(PAGE)) == first
    assert len(catalogue.snapshots()) == len(catalogue.tries()) == 1


def test_one_capture_may_serve_two_works(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    catalogue.put_work({"id": "roe", "title": "Pipes"})
    assert catalogue.add(held("doe", PAGE)).id != catalogue.add(held("roe", PAGE)).id
    assert [one.work for one in catalogue.snapshots(url=PAGE)] == ["roe", "doe"]


def test_snapshots_are_found_by_what_they_hold(catalogue: Catalogue) -> None:
    catalogue.add(held("", PAGE, digest="bb" * 32))
    assert len(catalogue.snapshots(sha256="bb" * 32)) == 1
    assert catalogue.snapshots(sha256="cc" * 32) == ()


def test_a_snapshot_of_no_known_work_is_refused_whole(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="no work called 'doe'"):
        catalogue.add(held("doe", PAGE), tried(PAGE))
    assert catalogue.snapshots() == catalogue.tries() == ()
    assert catalogue.ends() == {}


def test_tries_come_in_order_and_say_where_their_answer_is(catalogue: Catalogue) -> None:
    catalogue.add_try(tried(PAGE, Standing.NOT_THERE, days=3, status=404), place(400))
    catalogue.add_try(tried(PAGE, Standing.BLOCKED, days=1, status=403), place(100))
    catalogue.add_try(tried(PAGE, Standing.NO_ANSWER, days=2, status=0))
    assert [one.status for one in catalogue.tries(PAGE)] == [403, 0, 404]
    assert catalogue.ends() == {"run-1.warc.gz": 500}


def test_the_known_end_of_a_file_never_goes_back(catalogue: Catalogue) -> None:
    for end in (300, 100, 200):
        catalogue.note_end("run-2.warc.gz", end)
    assert catalogue.ends() == {"run-2.warc.gz": 300}


# Answers


def test_an_answer_is_kept_and_replaced_by_a_later_one(catalogue: Catalogue) -> None:
    first = KeptAnswer(
        "crossref", "doi:10.1000/1", b'{"a": 1}\xff', NOON, etag='W/"1"', last_modified="Sun, 03 May 2026"
    )
    catalogue.keep_answer(first)
    assert catalogue.answer("crossref", "doi:10.1000/1") == first
    assert catalogue.answer("openalex", "doi:10.1000/1") is None
    nothing = KeptAnswer("crossref", "doi:10.1000/1", b"", NOON + timedelta(days=1), 404)
    catalogue.keep_answer(nothing)
    assert catalogue.answer("crossref", "doi:10.1000/1") == nothing


# Transactions


def test_what_is_written_together_is_kept_whole_or_not_at_all(catalogue: Catalogue) -> None:
    def half() -> None:
        with catalogue.together():
            catalogue.put_work(DOE)
            catalogue.add(held("doe", PAGE))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        half()
    assert catalogue.works() == catalogue.snapshots() == ()
    with catalogue.together():
        catalogue.put_work(DOE)
        catalogue.add(held("doe", PAGE))
    assert len(catalogue.snapshots("doe")) == 1


def test_threads_share_a_catalogue(catalogue: Catalogue) -> None:
    def put(number: int) -> None:
        for count in range(20):
            work = catalogue.put_work({"title": f"Thread {number} {count}"})
            catalogue.add(held(work.id, f"{PAGE}/{number}/{count}", at_byte=(number * 20 + count) * 100))

    threads = [threading.Thread(target=put, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(catalogue.works()) == len(catalogue.snapshots()) == 80


def test_nothing_is_written_through_one_that_is_open_for_reading(catalogue: Catalogue) -> None:
    catalogue.put_work(DOE)
    with again(catalogue) as other, pytest.raises(ArchiveError, match="open for reading only"):
        other.put_work({"id": "roe"})
