"""Small makers for the tests of the catalogue. All works here are invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.model import Held, HowHad, KeptTie, TiedBy, TieState
from holdwater.sources.standing.model import Standing, Try

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def place(offset: int = 0, *, file: str = "run-1.warc.gz", length: int = 100) -> Place:
    return Place(file, offset, length, offset + length, "00" * 32, "urn:uuid:1")


def held(
    work: str, url: str = "", *, days: int = 0, at_byte: int = 0, digest: str = "aa" * 32, **fields: object
) -> Held:
    values: dict[str, object] = {"media_type": "text/html", "charset": "utf-8", "final_url": url, **fields}
    moment = NOON + timedelta(days=days)
    return Held(work, url, moment, HowHad.FETCHED, place(at_byte), digest, 1_000, **values)  # type: ignore[arg-type]


def tried(url: str, standing: Standing = Standing.CAPTURED, *, days: int = 0, status: int = 200) -> Try:
    return Try(url, NOON + timedelta(days=days), standing, status, url, f"{status}")


def kept(
    work: str, state: TieState = TieState.PROPOSED, *, reference: str = "r1", document: str = "essay.md"
) -> KeptTie:
    return KeptTie(document, reference, work, TiedBy.LIKENESS, "title alike", state, NOON, "14", "", 0.9)
