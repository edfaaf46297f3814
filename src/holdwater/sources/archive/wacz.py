"""What a WACZ is made of: the names of its parts, and what Holdwater notes in it beside.

After WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): a zip file of WARC files, an index of their records, the
pages a person would begin with, and a description of all these with their digests.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from holdwater.errors import ArchiveError
from holdwater.sources.archive.model import Place
from holdwater.sources.catalogue.model import Held, HowHad

VERSION = "1.1.1"
DESCRIPTION = "datapackage.json"
DIGEST = "datapackage-digest.json"
WARC = "archive/data.warc.gz"
INDEX = "indexes/index.cdx.gz"
INDEX_OF_BLOCKS = "indexes/index.idx"
PAGES = "pages/pages.jsonl"
SNAPSHOTS = "holdwater/snapshots.json"
"""Our own part: the works, and which snapshots are of which. Other readers pass it over."""

FORM = 1
"""The version of our own part; a newer one is not read."""

_WORDS = ("work", "url", "sha256", "media_type", "charset", "final_url", "name", "title")

Works = Mapping[str, Mapping[str, object]]


def snapshots_text(held: list[Held], works: Works) -> str:
    """Our own part of a WACZ, as JSON: the CSL-JSON of the works by id, and each snapshot with its record's name."""
    listed = []
    for one in held:
        said = asdict(replace(one, id=0))
        record = said.pop("place")["record_id"]
        said |= {"at": one.at.isoformat(), "memento": one.memento.isoformat() if one.memento else None}
        listed.append({"record": record, **said})
    used = {one.work: dict(works[one.work]) for one in held if one.work in works}
    return json.dumps({"holdwater": FORM, "works": used, "snapshots": listed}, indent=1)


def read_snapshots(text: bytes, where: str) -> tuple[Works, dict[str, Held]]:
    """The works by id, and the snapshots by their records' names; their places are not in the archive yet.

    Raises:
        ArchiveError: it was written by a newer version, or is not what `snapshots_text` writes.
    """
    try:
        said = json.loads(text)
        form = said["holdwater"]
        if isinstance(form, int) and form > FORM:
            raise ArchiveError("was written by a newer version of Holdwater", where=where, mend="update Holdwater")
        works = {str(key): dict(csl) for key, csl in said["works"].items()}
        return works, {str(one["record"]): _held(one) for one in said["snapshots"]}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ArchiveError("its list of snapshots is damaged", where=where) from fault


def _held(said: dict[str, Any]) -> Held:
    words = {word: str(said.get(word) or "") for word in _WORDS}
    memento = said.get("memento")
    return Held(
        **words,  # type: ignore[arg-type]
        at=_aware(said["at"]),
        how=HowHad(said["how"]),
        place=Place("", 0, 0, 0, "", str(said["record"])),
        size=int(said["size"]),
        status=int(said.get("status", 200)),
        memento=_aware(memento) if memento else None,
    )


def _aware(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at
