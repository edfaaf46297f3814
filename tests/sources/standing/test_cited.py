"""The addresses that references give, as they are written, and what is known of each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from standing_factory import NOON, tries

from holdwater.extract import extract
from holdwater.read import read_bytes
from holdwater.sources.known import Known
from holdwater.sources.standing.cited import Addresses, standings
from holdwater.sources.standing.model import AddressStanding, Memento, Standing


def cited(text: str, name: str = "draft.md") -> list[str]:
    document = read_bytes(text.encode(), name)
    addresses = Addresses(document)
    return [url for reference in extract(document).references for url in addresses.of(reference)]


def noted(note: str) -> str:
    return f"The ferry was sold.[^1]\n\n[^1]: {note}\n"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (
            noted("Doe, Ferries, http://www.ferry.example/a/?utm_source=x#top."),
            ["http://www.ferry.example/a/?utm_source=x#top"],
        ),
        ("See [Doe](http://www.ferry.example/a/).", ["http://www.ferry.example/a/"]),
        (noted("Doe, [Ferries](http://www.ferry.example/A/), 2019."), ["http://www.ferry.example/A/"]),
        (noted("Doe, Ferries (2019), doi:10.1000/182(a)."), ["https://doi.org/10.1000/182(a)"]),
        (noted("Doe, Ferries (2019), https://dx.doi.org/10.1000/182."), ["https://dx.doi.org/10.1000/182"]),
        (noted("Doe, Ferries, arXiv:1706.03762."), ["https://arxiv.org/abs/1706.03762"]),
        (
            noted("Doe, Ferries (2019), doi:10.1000/182, https://ferry.example/a."),
            ["https://doi.org/10.1000/182", "https://ferry.example/a"],
        ),
        (noted("Doe, Ferries, ISBN 978-0-306-40615-7."), []),
        ("See [below](#note), [a file](a.pdf) and [a letter](mailto:doe@ferry.example).", []),
        (noted("Doe, Ferries, javascript:alert(1)"), []),
    ],
)
def test_a_reference_gives_its_addresses_as_they_are_written(text: str, urls: list[str]) -> None:
    assert cited(text) == urls


def test_an_address_that_is_written_twice_is_given_once_a_reference() -> None:
    assert cited(noted("Doe, [http://www.ferry.example/a](http://www.ferry.example/a), 2019.")) == [
        "http://www.ferry.example/a"
    ]


def known(known: Known, text: str) -> tuple[AddressStanding, ...]:
    document = read_bytes(text.encode(), "draft.md")
    return standings(document, extract(document).references, known)


URL = "https://www.ferry.example/a"


def test_what_is_known_of_an_address_is_put_together() -> None:
    seen = tries((2, Standing.NOT_THERE), (0, Standing.CAPTURED), url=URL)
    nearer, other = (
        Memento("https://archive.example/2", NOON),
        Memento("https://archive.example/1", NOON - timedelta(days=900)),
    )
    made = Known(tries=lambda url: seen, held=lambda url: NOON, mementos=lambda url: [other, nearer])
    [one] = known(made, noted(f"Mary Doe, Ferries, {URL} (accessed 4 May 2025)."))
    assert (one.url, one.standing, one.held) == (URL, Standing.NOT_THERE, NOON)
    assert [seen.standing for seen in one.tries] == [Standing.CAPTURED, Standing.NOT_THERE]
    assert one.last == seen[0]
    assert (one.memento, one.archives_asked) == (nearer, True)
    [early] = known(made, noted(f"Mary Doe, Ferries, {URL} (accessed 4 May 2023)."))
    assert early.memento == other
    [after] = known(made, noted(f"Mary Doe, Ferries, {URL}; https://doi.org/10.1000/1 (accessed 4 May 2023)."))[:1]
    assert after.memento == nearer  # the day behind another address is that one's


def test_an_address_of_which_nothing_is_known_was_never_asked() -> None:
    [one] = known(Known(), noted(f"Mary Doe, Ferries, {URL}"))
    assert (one.standing, one.tries, one.last, one.memento, one.archives_asked) == (
        Standing.UNASKED,
        (),
        None,
        None,
        False,
    )


def test_an_archive_that_has_none_was_still_asked() -> None:
    [one] = known(Known(mementos=lambda url: []), noted(f"Mary Doe, Ferries, {URL}"))
    assert (one.memento, one.archives_asked) == (None, True)


def test_without_a_project_there_is_nothing_to_say() -> None:
    document = read_bytes(noted(URL).encode(), "draft.md")
    assert standings(document, extract(document).references, None) == ()
