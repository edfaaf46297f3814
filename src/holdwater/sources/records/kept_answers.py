"""Look-ups out of the answers that a project has kept: no network, no clock, the same every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from holdwater.extract.model import Reference
from holdwater.sources.catalogue.model import KeptAnswer
from holdwater.sources.records.answers import Answer, Answered, Get, NeverAskedError
from holdwater.sources.records.looking_up import look_up
from holdwater.sources.records.model import LookUp
from holdwater.sources.records.services import Service


class Answers(Protocol):
    """Where answers are kept: the project's catalogue."""

    def answer(self, service: str, key: str) -> KeptAnswer | None: ...

    def keep_answer(self, one: KeptAnswer) -> None: ...


def kept_look_up(answers: Answers) -> Callable[[Reference], LookUp | None]:
    """What `Known.look_up` asks: a reference's look-up, made anew of the answers that are kept, however old.

    The look-up's day is that of its oldest answer. Raises ArchiveError where the catalogue is damaged.
    """

    def look_up_kept(reference: Reference) -> LookUp | None:
        days: list[datetime] = []

        def get_of(service: Service) -> Get:
            def get(url: str, _headers: Mapping[str, str]) -> Answer:
                kept = answers.answer(service.name, url)
                if kept is None:
                    raise NeverAskedError(f"{service.name} was never asked")
                days.append(kept.fetched_at)
                return Answered(kept.status, kept.body)

            return get

        found = look_up(reference, get_of)
        return replace(found, at=min(days)) if found is not None and days else found

    return look_up_kept
