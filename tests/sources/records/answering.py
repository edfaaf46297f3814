"""Services that answer as a test says, and remember what they were asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from holdwater.errors import FetchError
from holdwater.sources.catalogue.model import KeptAnswer
from holdwater.sources.records.answers import Answered


def as_json(value: object, status: int = 200, **headers: str) -> Answered:
    """An answer in JSON; a header's name has "_" for "-"."""
    return Answered(status, json.dumps(value).encode(), {name.replace("_", "-"): one for name, one in headers.items()})


@dataclass
class Web:
    """Answers by what stands in the address asked, the first that fits; 404 to anything else."""

    answers: Mapping[str, Answered | Callable[[], Answered]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def __call__(self, url: str, headers: Mapping[str, str]) -> Answered:
        self.asked.append(unquote(url))
        self.headers.append(dict(headers))
        for part, answer in self.answers.items():
            if part in unquote(url):
                return answer() if callable(answer) else answer
        return Answered(404, b"Resource not found.")


def broken() -> Answered:
    """Nobody answers."""
    raise FetchError("no answer within 30 seconds")


class Memory:
    """A catalogue's answers without a catalogue."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], KeptAnswer] = {}

    def answer(self, service: str, key: str) -> KeptAnswer | None:
        return self.kept.get((service, key))

    def keep_answer(self, one: KeptAnswer) -> None:
        self.kept[one.service, one.key] = one


@dataclass
class Clock:
    """A clock that goes on only where somebody waits."""

    time: float = 0.0
    waits: list[float] = field(default_factory=list)

    def pause(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds

    def clock(self) -> float:
        return self.time
