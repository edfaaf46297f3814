"""What a project's catalogue knows is told as a check asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.catalogue.opening import open_catalogue
from holdwater.sources.knowledge import keep_mementos, knowledge_of
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
    known = knowledge_of(tmp_path, None, Shelf.empty())
    assert list(known.tries(f"{URL}#piers")) == [tried]
    assert list(known.tries("https://ferry.example/b")) == []


def test_an_address_is_held_since_its_latest_capture_and_a_file_that_was_added_is_none(tmp_path: Path) -> None:
    later = DAY.replace(day=9)
    with open_catalogue(tmp_path, create=True) as catalogue:
        catalogue.add(held(HowHad.FETCHED, DAY))
        catalogue.add(held(HowHad.FETCHED, later))
        catalogue.add(held(HowHad.ADDED, DAY.replace(day=12)))
    assert knowledge_of(tmp_path, None, Shelf.empty()).held(URL) == later


def test_archives_that_were_not_asked_are_told_from_such_as_have_nothing(tmp_path: Path) -> None:
    memento = Memento("https://archive.example/20190510/a", DAY, URL)
    other = "https://ferry.example/b"
    with open_catalogue(tmp_path, create=True) as catalogue:
        for url in (URL, other, "https://ferry.example/c"):
            catalogue.add_try(Try(url, DAY, Standing.NOT_THERE))
        keep_mementos(catalogue, URL, [memento], DAY)
        keep_mementos(catalogue, other, [], DAY)
    known = knowledge_of(tmp_path, None, Shelf.empty())
    assert known.mementos(URL) == (memento,)
    assert known.mementos(other) == ()
    assert known.mementos("https://ferry.example/c") is None
