"""What web archives say of an address, and which of their captures is nearest to a day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.errors import FetchError
from holdwater.sources.standing import mementos
from holdwater.sources.standing.mementos import (
    WebArchive,
    availability_in,
    by_nearness,
    cited_on,
    find_mementos,
    negotiate,
    raw_address,
    timemap_in,
)
from holdwater.sources.standing.model import Memento
from holdwater.sources.standing.route import archived_address

moment = partial(datetime, tzinfo=UTC)
CITED = "https://gazette.example/ferry"
BASE = "https://archive.example/timemap/link/" + CITED
TIMEMAP = f"""<{CITED}>; rel="original",
<https://archive.example/timegate/{CITED}>; rel="timegate",
<{BASE}>; rel="self"; type="application/link-format"; from="Tue, 05 Mar 2013 08:00:00 GMT",
<https://archive.example/web/20130305080000/{CITED}>; rel="first memento"; datetime="Tue, 05 Mar 2013 08:00:00 GMT",
<https://archive.example/web/20190510120000/{CITED}>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT",
<https://archive.example/web/20240101000000/{CITED}>; rel="last memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT"
"""


@dataclass(frozen=True)
class Said:
    """A service's answer."""

    status: int = 200
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        return self.text.encode()


@dataclass
class Services:
    """Services that answer from a table, and remember what they were asked."""

    answers: Mapping[str, Said]
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def __call__(self, url: str, headers: Mapping[str, str]) -> Said:
        self.asked.append((url, headers))
        if url not in self.answers:
            raise FetchError("no answer in time", where=url)
        return self.answers[url]


def capture(stamp: str) -> Memento:
    return Memento(f"https://archive.example/web/{stamp}/{CITED}", moment(*map(int, _parts(stamp))), CITED)


def _parts(stamp: str) -> list[str]:
    return [stamp[:4], *(stamp[at : at + 2] for at in range(4, 14, 2))]


def test_a_timemap_lists_every_capture_with_its_time() -> None:
    found = timemap_in(TIMEMAP, BASE)
    assert found.mementos == tuple(capture(stamp) for stamp in ("20130305080000", "20190510120000", "20240101000000"))
    assert (found.original, found.timegate) == (CITED, f"https://archive.example/timegate/{CITED}")
    assert found.pages == ()


@pytest.mark.parametrize(
    "link",
    [
        '<https://a.example/1>;rel=memento;datetime="Fri, 10 May 2019 12:00:00 GMT"',
        '<https://a.example/1>; datetime="Fri, 10 May 2019 12:00:00 GMT"; REL="next memento"',
        '<https://a.example/1>; rel="prev first memento"; licence="a; <c>"; datetime="Fri, 10 May 2019 14:00:00 +0200"',
        '<https://a.example/,;1>; rel="memento"; datetime="Friday, 10-May-19 12:00:00 GMT"',
        '</1>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT"',
    ],
)
def test_the_forms_that_the_format_allows_are_read(link: str) -> None:
    [found] = timemap_in(link, "https://a.example/map").mementos
    assert found.at == moment(2019, 5, 10, 12)


@pytest.mark.parametrize(
    "link",
    [
        '<https://a.example/1>; rel="memento"',
        '<https://a.example/1>; rel="memento"; datetime="yesterday"',
        '<https://a.example/1>; rel="memento"; datetime="Fri, 99 May 99999 12:00:00 GMT"',
        '<https://a.example/1>; rel="remembrance"; datetime="Fri, 10 May 2019 12:00:00 GMT"',
        '<javascript:alert(1)>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT"',
        '<http://[::1>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT"',
        "<html>503</html>",
        "",
    ],
)
def test_what_is_no_memento_is_passed_over(link: str) -> None:
    assert timemap_in(link, "https://a.example/map").mementos == ()


def test_a_timemap_names_its_other_pages() -> None:
    second = f"https://archive.example/timemap/2/{CITED}"
    text = f'<{BASE}>; rel="self", <{second}>; rel="timemap"; type="application/link-format"'
    assert timemap_in(text, BASE).pages == (second,)


@pytest.mark.parametrize(
    "text", [" " * 300_000, "<a" * 150_000, "<a>;" * 90_000, '<a>; rel="' * 40_000, "<a>" + " " * 300_000]
)
def test_a_hostile_timemap_takes_no_time(text: str) -> None:
    within_seconds(3, lambda: timemap_in(text, BASE))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='<>;="rel memnto,datim0129:/hp\n', max_size=300))
def test_whatever_the_text_it_is_read(text: str) -> None:
    for one in timemap_in(text, BASE).mementos:
        assert one.url.startswith("http")
        assert one.at.tzinfo is UTC


def closest(**changed: object) -> str:
    snapshot = {
        "available": True,
        "url": f"http://web.archive.example/web/20190510120000/{CITED}",
        "timestamp": "20190510120000",
        "status": "200",
    }
    return json.dumps({"url": CITED, "archived_snapshots": {"closest": {**snapshot, **changed}}})


def test_the_availability_answer_names_the_closest_capture() -> None:
    found = availability_in(closest())
    assert found == Memento(f"http://web.archive.example/web/20190510120000/{CITED}", moment(2019, 5, 10, 12), CITED)


@pytest.mark.parametrize(
    "text",
    [
        '{"url": "x", "archived_snapshots": {}}',
        '{"archived_snapshots": []}',
        '{"archived_snapshots": {"closest": null}}',
        closest(available=False),
        closest(status="404"),
        closest(timestamp="2019"),
        closest(timestamp="20199910120000"),
        closest(url=None),
        closest(url="file:///etc/hosts"),
    ],
)
def test_an_availability_answer_without_a_capture_names_none(text: str) -> None:
    assert availability_in(text) is None


@pytest.mark.parametrize("text", ["", "<html>", "[]", "3", "[" * 100_000])
def test_what_is_no_availability_answer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        availability_in(text)


def days(*given: str) -> list[Memento]:
    return [capture(f"{day.replace('-', '')}120000") for day in given]


@pytest.mark.parametrize(
    ("when", "order"),
    [
        (date(2019, 5, 11), ["2019-05-10", "2019-05-14", "2013-03-05"]),
        (date(2019, 5, 12), ["2019-05-10", "2019-05-14", "2013-03-05"]),
        (date(2019, 5, 13), ["2019-05-14", "2019-05-10", "2013-03-05"]),
        (date(2000, 1, 1), ["2013-03-05", "2019-05-10", "2019-05-14"]),
        (None, ["2019-05-14", "2019-05-10", "2013-03-05"]),
        (datetime(2019, 5, 12, 13), ["2019-05-14", "2019-05-10", "2013-03-05"]),  # without a zone: UTC
    ],
)
def test_the_nearest_to_the_day_comes_first_and_of_two_as_near_the_earlier(when: date | None, order: list[str]) -> None:
    found = by_nearness(days("2013-03-05", "2019-05-14", "2019-05-10"), when)
    assert [one.at.date().isoformat() for one in found] == order


@pytest.mark.parametrize(
    ("csl", "day"),
    [
        ({"accessed": {"date-parts": [[2019, 5, 4]]}, "issued": {"date-parts": [[2018]]}}, date(2019, 5, 4)),
        ({"issued": {"date-parts": [[2018, 2]]}}, date(2018, 2, 28)),
        ({"issued": {"date-parts": [[2018, 12]]}}, date(2018, 12, 31)),
        ({"issued": {"date-parts": [["2018"]]}}, date(2018, 12, 31)),
        ({"accessed": {"raw": "May"}, "issued": {"date-parts": [[2018, 3, 1]]}}, date(2018, 3, 1)),
        ({"issued": {"date-parts": [[2018, 13, 1]]}}, None),
        ({"issued": {"date-parts": [[None]]}}, None),
        ({"issued": "2018"}, None),
        ({}, None),
    ],
)
def test_a_citation_s_day_is_that_of_access_or_else_of_publication(csl: dict[str, object], day: date | None) -> None:
    assert cited_on(csl) == day


def test_the_bytes_as_captured_have_an_address_of_their_own() -> None:
    assert raw_address(capture("20190510120000")) == f"https://archive.example/web/20190510120000id_/{CITED}"
    flagged = Memento(f"https://archive.example/web/20190510120000if_/{CITED}", moment(2019, 5, 10))
    assert raw_address(flagged) == f"https://archive.example/web/20190510120000id_/{CITED}"
    other = Memento("https://other.example/x7", moment(2019, 5, 10))
    assert raw_address(other) == other.url


def test_an_address_may_be_a_memento_by_its_form() -> None:
    assert archived_address(f"https://archive.example/web/20190510120000/{CITED}")
    assert not archived_address("https://gazette.example/web/2019/ferry")


WAYBACK = WebArchive(
    "Wayback",
    timemap="https://archive.example/timemap/link/{url}",
    availability="https://archive.example/available?url={quoted}&timestamp={stamp}",
)
OTHER = WebArchive("Other", timemap="https://other.example/map/{url}")
AVAILABLE = "https://archive.example/available?url=https%3A%2F%2Fgazette.example%2Fferry&timestamp=20190504000000"
NONE = '{"archived_snapshots": {}}'


def test_the_quick_answer_is_enough_where_it_names_a_capture() -> None:
    services = Services({AVAILABLE: Said(text=closest())})
    found = find_mementos(CITED + "#top", date(2019, 5, 4), services, (WAYBACK, OTHER))
    assert found.nearest is not None
    assert found.nearest.at == moment(2019, 5, 10, 12)
    assert (found.asked, found.failed) == (("Wayback",), {})
    assert [url for url, _ in services.asked] == [AVAILABLE]


def test_where_it_names_none_the_list_of_captures_is_asked_for() -> None:
    services = Services({AVAILABLE: Said(text=NONE), BASE: Said(text=TIMEMAP)})
    found = find_mementos(CITED, date(2019, 5, 4), services, (WAYBACK,))
    assert [one.at.year for one in found.mementos] == [2019, 2024, 2013]
    assert services.asked[1][1] == {"Accept": "application/link-format"}


def test_the_next_archive_is_asked_where_one_has_nothing_or_fails() -> None:
    mapped = Said(text=TIMEMAP)
    nothing = {AVAILABLE: Said(text=NONE), BASE: Said(404), "https://other.example/map/" + CITED: mapped}
    found = find_mementos(CITED, date(2019, 5, 4), Services(nothing), (WAYBACK, OTHER))
    assert (len(found.mementos), found.asked, dict(found.failed)) == (3, ("Wayback", "Other"), {})
    failing = {AVAILABLE: Said(503), "https://other.example/map/" + CITED: mapped}
    found = find_mementos(CITED, date(2019, 5, 4), Services(failing), (WAYBACK, OTHER))
    assert len(found.mementos) == 3
    assert dict(found.failed) == {"Wayback": "Wayback: answered with status 503"}


@pytest.mark.parametrize("said", [Said(text="<html>busy</html>"), Said(429), None])
def test_an_archive_that_fails_does_not_count_as_having_none(said: Said | None) -> None:
    services = Services({AVAILABLE: said} if said else {})
    found = find_mementos(CITED, date(2019, 5, 4), services, (WAYBACK,))
    assert found.nearest is None
    assert list(found.failed) == ["Wayback"]


def test_an_answer_too_large_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mementos, "MAX_ANSWER", 100)
    found = find_mementos(CITED, None, Services({"https://other.example/map/" + CITED: Said(text=TIMEMAP)}), (OTHER,))
    assert "larger than" in found.failed["Other"]


def test_further_pages_of_a_list_are_asked_for_once_each_and_only_of_the_same_archive() -> None:
    second = "https://archive.example/timemap/2"
    pages = f'<{second}>; rel="timemap", <https://elsewhere.example/3>; rel="timemap", <{BASE}>; rel="timemap"'
    listed = f'<https://archive.example/x>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT", {pages}'
    services = Services({BASE: Said(text=pages), second: Said(text=listed)})
    archive = WebArchive("Archive", timemap="https://archive.example/timemap/link/{url}")
    assert len(find_mementos(CITED, None, services, (archive,)).mementos) == 1
    assert [url for url, _ in services.asked] == [BASE, second]


def test_an_endless_list_of_pages_ends() -> None:
    def endless(url: str, headers: Mapping[str, str]) -> Said:
        asked.append(url)
        return Said(text=f'<https://other.example/p{len(asked)}>; rel="timemap"')

    asked: list[str] = []
    assert find_mementos(CITED, None, endless, (OTHER,)).mementos == ()
    assert len(asked) == mementos.MAX_PAGES + 1


GATE = "https://archive.example/gate/" + CITED
THERE = f"https://archive.example/web/20190510120000/{CITED}"


@pytest.mark.parametrize(
    "said",
    [
        Said(302, headers={"location": THERE, "vary": "accept-datetime"}),
        Said(302, headers={"location": THERE, "memento-datetime": "Fri, 10 May 2019 12:00:00 GMT"}),
        Said(302, headers={"location": "/web/20190510120000/" + CITED}),
        Said(
            302,
            headers={
                "location": THERE,
                "link": f'<{THERE}>; rel="memento"; datetime="Fri, 10 May 2019 12:00:00 GMT"',
            },
        ),
    ],
)
def test_a_gate_leads_to_the_capture_nearest_the_day(said: Said) -> None:
    services = Services({GATE: said})
    assert negotiate(GATE, date(2019, 5, 4), services) == Memento(THERE, moment(2019, 5, 10, 12), CITED)
    assert services.asked == [(GATE, {"Accept-Datetime": "Sat, 04 May 2019 00:00:00 GMT"})]


def test_a_gate_may_be_the_capture_itself() -> None:
    said = Said(200, headers={"memento-datetime": "Fri, 10 May 2019 12:00:00 GMT"})
    found = negotiate(GATE, date(2019, 5, 4), Services({GATE: said}))
    assert found is not None
    assert found.url == GATE


def test_a_gate_that_knows_none_says_so_and_one_that_fails_is_told_of() -> None:
    assert negotiate(GATE, date(2019, 5, 4), Services({GATE: Said(404)})) is None
    assert negotiate(GATE, date(2019, 5, 4), Services({GATE: Said(200)})) is None
    with pytest.raises(FetchError, match="503"):
        negotiate(GATE, date(2019, 5, 4), Services({GATE: Said(503)}))
