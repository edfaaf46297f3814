"""Services are asked politely, no oftener than needed, and what fails is told."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from answering import Clock, Memory, Web, as_json, broken

from holdwater.document import Span
from holdwater.errors import FetchError
from holdwater.extract.model import Reference
from holdwater.sources.records.answers import MAX_ANSWER, Answered
from holdwater.sources.records.asking import Asker, AskingSettings
from holdwater.sources.records.kept_answers import kept_look_up
from holdwater.sources.records.looking_up import look_up, with_others
from holdwater.sources.records.model import Agreement
from holdwater.sources.records.services import ARXIV, CROSSREF, OPEN_LIBRARY, PUBMED

DAY = datetime(2026, 3, 1, tzinfo=UTC)
URL = "https://api.crossref.org/works/10.5555%2Fa"
WORK = {
    "DOI": "10.5555/a",
    "type": "journal-article",
    "title": ["Stone bridges of the north"],
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "R."}],
    "container-title": ["Journal of Masonry"],
    "volume": "12",
    "issued": {"date-parts": [[2014]]},
}
CSL: dict[str, Any] = {
    "type": "article-journal",
    "title": "Stone bridges of the north",
    "author": [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "R."}],
    "container-title": "J. Mason.",
    "volume": "12",
    "issued": {"date-parts": [[2014]]},
}


def asker(web: Web, memory: Memory | None = None, **changes: Any) -> tuple[Asker, Clock]:
    clock = Clock()
    settings = AskingSettings(**changes)
    now = changes.pop("now", DAY)
    return Asker(memory or Memory(), web, settings, clock.pause, lambda: now, clock.clock), clock


def later(memory: Memory, web: Web, days: int) -> Asker:
    """An asker of the same project, some days on."""
    return Asker(memory, web, AskingSettings(), Clock().pause, lambda: DAY + timedelta(days=days))


def reference(
    raw: str = "J. Doe, Stone bridges of the north", identifiers: tuple[str, ...] = (), **csl: Any
) -> Reference:
    return Reference("note:1", Span(0, 10), raw, {**CSL, **csl}, identifiers)


def test_an_answer_is_kept_and_not_asked_for_again() -> None:
    web, memory = Web({"/works": as_json({"message": WORK})}), Memory()
    get = asker(web, memory)[0].of(CROSSREF)

    assert get(URL, {}).body == get(URL, {}).body
    assert len(web.asked) == 1


def test_an_old_answer_is_asked_for_only_if_it_has_changed() -> None:
    memory = Memory()
    asker(Web({"/works": as_json({"message": WORK}, etag='"v1"')}), memory)[0].of(CROSSREF)(URL, {})
    web = Web({"/works": Answered(304)})

    answer = later(memory, web, 31).of(CROSSREF)(URL, {})
    assert (answer.status, b"Stone bridges" in answer.body) == (200, True)
    assert web.headers[0]["if-none-match"] == '"v1"'
    assert later(memory, web, 40).of(CROSSREF)(URL, {}).status == 200
    assert len(web.asked) == 1


def test_without_an_etag_the_day_of_the_last_change_is_told() -> None:
    memory = Memory()
    day = "Sat, 28 Feb 2026 10:00:00 GMT"
    asker(Web({"/works": as_json({}, last_modified=day)}), memory)[0].of(CROSSREF)(URL, {})
    web = Web({"/works": as_json({})})
    later(memory, web, 31).of(CROSSREF)(URL, {})

    assert web.headers[0]["if-modified-since"] == day


def test_that_there_is_no_such_work_counts_for_a_week() -> None:
    web, memory = Web(), Memory()
    for days in (0, 6, 8):
        assert later(memory, web, days).of(CROSSREF)(URL, {}).status == 404
    assert len(web.asked) == 2


def test_an_old_answer_is_better_than_none() -> None:
    memory = Memory()
    asker(Web({"/works": as_json({"message": WORK})}), memory)[0].of(CROSSREF)(URL, {})

    assert later(memory, Web({"/works": broken}), 31).of(CROSSREF)(URL, {}).status == 200


def test_a_busy_service_is_asked_again_when_it_says() -> None:
    answers = iter([Answered(429, b"", {"retry-after": "7"}), Answered(503), as_json({})])
    web = Web({"/works": lambda: next(answers)})
    one, clock = asker(web)

    assert one.of(CROSSREF)(URL, {}).status == 200
    assert clock.waits[0] == 7.0
    assert len(web.asked) == 3


def test_a_service_that_asks_for_an_hour_is_not_waited_for() -> None:
    web = Web({"/works": Answered(429, b"", {"retry-after": "3600"})})
    one, clock = asker(web)

    with pytest.raises(FetchError, match="Crossref answered 429"):
        one.of(CROSSREF)(URL, {})
    assert clock.waits == []


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refusal_is_not_asked_for_again_and_not_kept(status: int) -> None:
    web, memory = Web({"/works": Answered(status)}), Memory()

    with pytest.raises(FetchError, match=f"answered {status}"):
        asker(web, memory)[0].of(CROSSREF)(URL, {})
    assert len(web.asked) == 1
    assert not memory.kept


def test_a_service_that_fails_time_and_again_is_let_be() -> None:
    web = Web({"/works": broken})
    get = asker(web, retries=0, most_failures=2)[0].of(CROSSREF)

    for number in range(4):
        with pytest.raises(FetchError):
            get(f"{URL}{number}", {})
    assert len(web.asked) == 2


def test_an_answer_without_end_is_refused() -> None:
    with pytest.raises(FetchError, match="which no record has"):
        asker(Web({"/works": Answered(200, b"x" * (MAX_ANSWER + 1))}))[0].of(CROSSREF)(URL, {})


def test_requests_to_one_service_begin_as_far_apart_as_it_wants() -> None:
    one, clock = asker(Web({"": as_json({})}))
    for number in range(3):
        one.of(ARXIV)(f"https://export.arxiv.org/{number}", {})
        one.of(CROSSREF)(f"{URL}{number}", {})

    assert [wait for wait in clock.waits if wait > 1] == [3.0, 3.0]


def test_the_contact_is_told_where_each_service_wants_it_and_not_kept() -> None:
    web, memory = Web({"": as_json({})}), Memory()
    one = asker(web, memory, contact="jane@example.org")[0]
    for service in (CROSSREF, PUBMED, OPEN_LIBRARY):
        one.of(service)("https://example.org/?q=1", {})

    assert web.asked == [
        "https://example.org/?q=1&mailto=jane@example.org",
        "https://example.org/?q=1&email=jane@example.org&tool=holdwater",
        "https://example.org/?q=1",
    ]
    assert all("mailto:jane@example.org" in headers["user-agent"] for headers in web.headers)
    assert {key for _, key in memory.kept} == {"https://example.org/?q=1"}


def test_a_contact_cannot_break_a_header() -> None:
    web = Web({"": as_json({})})
    asker(web, contact="jane@example.org\r\nX-Evil: 1")[0].of(OPEN_LIBRARY)("https://example.org/", {})

    assert "\n" not in web.headers[0]["user-agent"]


def test_a_look_up_stops_at_the_first_service_that_has_the_work() -> None:
    web = Web({"api.crossref.org": as_json({"message": WORK})})
    found = look_up(reference(DOI="10.5555/a"), asker(web)[0].of, DAY)

    assert found is not None
    assert (found.asked, found.expected, found.at) == (("Crossref",), True, DAY)
    assert [one.different for one in found.comparisons] == [()]


def test_a_work_that_nobody_knows_is_not_found_in_those_that_were_asked() -> None:
    web = Web(
        {"openalex": as_json({"results": []}), "esearch": as_json({}), "/works?": as_json({"message": {"items": []}})}
    )
    found = look_up(reference(), asker(web)[0].of)

    assert found is not None
    assert (found.asked, found.comparisons, dict(found.failed)) == (("Crossref", "OpenAlex", "PubMed"), (), {})


def test_a_service_that_fails_is_told_and_the_next_is_asked() -> None:
    web = Web({"crossref": broken, "openalex": as_json({"results": []}), "esearch": as_json({})})
    found = look_up(reference(), asker(web, retries=0)[0].of)

    assert found is not None
    assert dict(found.failed) == {"Crossref": "no answer within 30 seconds"}
    assert found.asked == ("OpenAlex", "PubMed")


def test_a_number_that_leads_to_another_work_is_told_and_the_title_looked_for() -> None:
    other = {**WORK, "title": ["The price of bread"], "author": [{"family": "Baker", "given": "B."}], "volume": "3"}
    right = {**WORK, "DOI": "10.5555/b"}
    web = Web({"/works/10.5555/a": as_json({"message": other}), "/works?": as_json({"message": {"items": [right]}})})
    found = look_up(reference(DOI="10.5555/a"), asker(web)[0].of)

    assert found is not None
    assert [(one.record.key, one.same_work) for one in found.comparisons] == [("10.5555/b", True), ("10.5555/a", False)]
    assert [one.field for one in found.comparisons[0].different] == ["identifier"]


def test_a_search_s_other_finds_are_dropped() -> None:
    other = {**WORK, "title": ["The price of bread"], "DOI": "10.5555/z"}
    web = Web({"/works?": as_json({"message": {"items": [other, WORK]}})})
    found = look_up(reference(), asker(web)[0].of)

    assert found is not None
    assert [one.record.key for one in found.comparisons] == ["10.5555/a"]


def test_nothing_is_asked_for_a_web_page() -> None:
    web = Web()

    assert look_up(Reference("n", Span(0, 1), "x", {"type": "webpage", "title": "x"}), asker(web)[0].of) is None
    assert web.asked == []


@pytest.mark.parametrize(
    "raw", ["J. Doe et al., Stone bridges", "J. Doe and others, Stone bridges", "Doe J, . . . Roe R. Stone"]
)
def test_others_that_the_reference_speaks_of_are_not_lost(raw: str) -> None:
    assert with_others(reference(raw))["author"][-1] == {"literal": "et al."}  # type: ignore[index]


def test_identifiers_beside_the_csl_count() -> None:
    assert with_others(reference(identifiers=("doi:10.5555/a",)))["DOI"] == "10.5555/a"


def test_a_look_up_of_kept_answers_is_the_one_that_was_made() -> None:
    memory = Memory()
    web = Web({"/works/10.5555/a": as_json({"message": {**WORK, "volume": "21"}})})
    ours = reference(DOI="10.5555/a")
    made = look_up(ours, asker(web, memory)[0].of, DAY)

    assert kept_look_up(memory)(ours) == made
    assert made is not None
    (volume,) = made.comparisons[0].different
    assert (volume.written, volume.recorded, volume.agreement) == ("12", "21", Agreement.DIFFERENT)


def test_of_what_was_never_asked_nothing_is_kept() -> None:
    assert kept_look_up(Memory())(reference()) is None


def test_kept_answers_are_read_without_anything_that_fetches() -> None:
    code = "import sys, holdwater.sources.records.kept_answers; print({'httpx', 'asyncio'} & {*sys.modules})"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
