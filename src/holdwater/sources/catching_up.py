"""Tells the catalogue of what a run that was killed had put into the archive already."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from holdwater.errors import ArchiveError
from holdwater.sources.archive.model import Group
from holdwater.sources.archive.reading import take_out
from holdwater.sources.archive.recovery import Recovered, recover
from holdwater.sources.catalogue.catalogue import Catalogue
from holdwater.sources.catalogue.model import Held, HowHad
from holdwater.sources.project import Layout
from holdwater.sources.standing.model import Memento, Standing, Try

HOW, WORKS, ASKED, TITLE = "how", "works", "asked", "title"
STANDING, DETAIL, PERMANENT, FINAL = "standing", "detail", "permanent", "final"
ORIGINAL, MEMENTO = "original", "memento"
"""What the archive notes beside a capture, by these names. What is not noted is told by the records themselves."""


def notes_of(
    tried: Try, works: tuple[str, ...], how: HowHad, title: str, copied: Memento | None = None
) -> Mapping[str, str]:
    """The notes of a capture, such that `catch_up` makes the same rows of them as the run itself would have.

    `copied` is the copy that was had, where that is one out of a web archive.
    """
    copy = {ORIGINAL: copied.original, MEMENTO: copied.at.isoformat()} if copied else {}
    return {
        **copy,
        HOW: how.value,
        WORKS: json.dumps(works),
        ASKED: tried.url,
        TITLE: title,
        STANDING: tried.standing.value,
        DETAIL: tried.detail,
        PERMANENT: "yes" if tried.permanent else "",
        FINAL: tried.final_url,
    }


def catch_up(layout: Layout, catalogue: Catalogue) -> tuple[str, ...]:
    """Take into the catalogue what stands in the archive behind what it knows; cut off what is torn.

    What a living run writes to is left alone.

    Returns:
        What is damaged, one line each. It is left as it is, and not told again.

    Raises:
        ArchiveError: the archive or the catalogue cannot be opened or written.
    """
    damage: list[str] = []

    def take(found: Recovered) -> None:
        with catalogue.together():
            for group in found.groups:
                _take_in(group, layout, catalogue)
            catalogue.note_end(found.file, found.end)
        if found.damage:
            damage.append(f"{found.file}: {found.damage}")

    recover(layout.archive, lambda file: catalogue.ends().get(file, 0), take)
    return tuple(damage)


def _take_in(group: Group, layout: Layout, catalogue: Catalogue) -> None:
    tried = _try_of(group)
    if tried is not None and not tried.standing.has_page:
        catalogue.add_try(tried, group.place)
        return
    if group.same_as:
        _take_look(group, tried, catalogue)
        return
    try:
        held = held_of(group, layout)
    except ArchiveError:  # it cannot be unpacked: then it was had, and is no snapshot
        if tried is not None:
            catalogue.add_try(tried, group.place)
        return
    for work in _works_of(group, catalogue):
        catalogue.add(replace(held, work=work), tried)


def _take_look(group: Group, tried: Try | None, catalogue: Catalogue) -> None:
    """A look at a page that was the same as before: what was captured then is of these works as well."""
    if tried is None:
        return
    catalogue.add_try(tried, group.place)
    before = next((one for one in catalogue.snapshots() if one.place.record_id == group.same_as), None)
    if before is not None:
        for work in filter(None, _works_of(group, catalogue)):
            catalogue.add(replace(before, work=work, id=0))


def _try_of(group: Group) -> Try | None:
    """The try that brought a group; None where nobody was asked, or nothing is noted of how it stood."""
    noted = group.fields.get(STANDING, "")
    if not group.answers or noted not in {one.value for one in Standing}:
        return None
    return Try(
        url=group.fields.get(ASKED) or group.answers[0].url,
        at=group.answers[0].at,
        standing=Standing(noted),
        status=group.answers[-1].status,
        final_url=group.fields.get(FINAL) or group.url,
        detail=group.fields.get(DETAIL, ""),
        permanent=bool(group.fields.get(PERMANENT)),
    )


def held_of(group: Group, layout: Layout) -> Held:
    """The snapshot that a group is, of no work yet. Raises ArchiveError where its payload cannot be had."""
    had = group.fields.get(HOW, "")
    how = HowHad(had) if had in {one.value for one in HowHad} else HowHad.FETCHED if group.answers else HowHad.ADDED
    payload = take_out(layout.archive, group.place, layout.payloads, name=group.name or group.url)
    asked = group.fields.get(ORIGINAL) or group.fields.get(ASKED) or (group.answers[0].url if group.answers else "")
    return Held(
        work="",
        url=asked,
        at=group.at,
        how=how,
        place=group.place,
        sha256=payload.sha256,
        size=payload.size,
        media_type=payload.media_type,
        charset=payload.charset,
        final_url=group.fields.get(FINAL) or (group.url if group.answers else ""),
        status=group.answers[-1].status if group.answers else 200,
        name=group.name,
        title=group.fields.get(TITLE, ""),
        memento=_moment(group.fields.get(MEMENTO, "")),
    )


def _moment(written: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _works_of(group: Group, catalogue: Catalogue) -> Iterator[str]:
    """The works that a group was noted to be of, as far as they are still there; "" where there is none."""
    try:
        noted = json.loads(group.fields.get(WORKS, "[]"))
    except ValueError:
        noted = []
    named = [one for one in noted if isinstance(one, str)] if isinstance(noted, list) else []
    there = [one for one in named if one and catalogue.work(one)]
    yield from there or [""]
