"""What a project's catalogue knows is told as a check asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.ledger import Ledger, Row
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.knowledge import keep_mementos, knowledge_of
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf
from holdwater.sources.standing.model import Memento, Standing, Try

URL = "https://ferry.example/a"
DAY = datetime(2026, 5, 4, 12, tzinfo=UTC)


def held(how: HowHad, at: datetime, **more: object) -> Held:
    place = Place(f"{at:%Y%m%d}.warc.gz", 0, 10, 20, "0" * 64)
    return Held("", URL, at, how, place, "1" * 64, 5, **more)  # type: ignore[arg-type]


def test_the_tries_of_an_address_are_known_whatever_its_fragment(tmp_path: Path) -> None:
    tried = Try(URL, DAY, Standing.NOT_THERE, 404, "", "404 Not Found")
    with open_catalogue(tmp_path, create=True) as catalogue:
        catalogue.add_try(tried)
    with knowledge_of(tmp_path, None, Shelf.empty()) as known:
        assert list(known.tries(f"{URL}#piers")) == [tried]
        assert list(known.tries("https://ferry.example/b")) == []


def test_an_address_is_held_since_its_latest_capture_and_a_file_that_was_added_is_none(tmp_path: Path) -> None:
    later = DAY.replace(day=9)
    with open_catalogue(tmp_path, create=True) as catalogue:
        catalogue.add(held(HowHad.FETCHED, DAY))
        catalogue.add(held(HowHad.FETCHED, later))
        catalogue.add(held(HowHad.ADDED, DAY.replace(day=12)))
    with knowledge_of(tmp_path, None, Shelf.empty()) as known:
        assert known.held(f"{URL}#piers") == later
        assert known.held("https://ferry.example/b") is None


def test_archives_that_were_not_asked_are_told_from_such_as_have_nothing(tmp_path: Path) -> None:
    memento = Memento("https://archive.example/20190510/a", DAY, URL)
    other = "https://ferry.example/b"
    with open_catalogue(tmp_path, create=True) as catalogue:
        for url in (URL, other, "https://ferry.example/c"):
            catalogue.add_try(Try(url, DAY, Standing.NOT_THERE))
        keep_mementos(catalogue, URL, [memento], DAY)
        keep_mementos(catalogue, other, [], DAY)
    with knowledge_of(tmp_path, None, Shelf.empty()) as known:
        assert known.mementos(URL) == (memento,)
        assert known.mementos(other) == ()
        assert known.mementos("https://ferry.example/c") is None


def test_what_nobody_asks_for_is_not_read_and_what_is_asked_twice_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_catalogue(tmp_path, create=True) as catalogue:
        for number in range(100):
            catalogue.add_try(Try(f"{URL}/{number}", DAY, Standing.NOT_THERE))
    asked: list[str] = []
    rows = Ledger.rows

    def noted(self: Ledger, query: str, *values: object) -> list[Row]:
        asked.append(query)
        return rows(self, query, *values)

    with knowledge_of(tmp_path, None, Shelf.empty()) as known:
        monkeypatch.setattr(Ledger, "rows", noted)
        assert asked == []
        for _ in range(2):
            assert len(known.tries(f"{URL}/7")) == 1
            assert known.mementos(f"{URL}/7") is None
        assert len(asked) == 2


def test_the_captures_of_a_source_are_told_from_those_of_others(tmp_path: Path) -> None:
    open_catalogue(tmp_path, create=True).close()
    sources = {
        name: Source(name, name, {"title": name}, of=of, captured=DAY)
        for name, of in (("a", ""), ("a@1", "a"), ("b@1", "b"), ("a@2", "a"))
    }
    with knowledge_of(tmp_path, None, Shelf(sources, {})) as known:
        assert [len(known.captures(name)) for name in ("a", "b", "c", "")] == [2, 1, 0, 0]
