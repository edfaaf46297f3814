"""`holdwater sources list` and `show`: what the catalogue knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from holdwater.doors.console import PROJECT, say, with_debug

if TYPE_CHECKING:
    from holdwater.doors.sources_desk import Desk
    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.catalogue.model import Held, KeptTie, Work

_FORMAT = click.option(
    "--output-format", type=click.Choice(["full", "json"]), default="full", help="Lines, or JSON [full]."
)


@click.command("list")
@click.option("--document", metavar="FILE", help="What this document cites, and what each of it leads to.")
@click.option("--sources", metavar="DIR", help="Folder of the sources in hand [the settings'].")
@PROJECT
@_FORMAT
@with_debug
def list_all(document: str | None, sources: str | None, project: str | None, output_format: str) -> int:
    """List the works, or with --document what leads where in it.

    Of each work of the catalogue: its title, and how many captures are in the archive. Of a document: its notes and
    citations, what each leads to, and who or what says so.
    """
    from holdwater.doors.sources_desk import catalogue_of, desk_of, layout_of
    from holdwater.report.wording import count

    if document:
        rows = list(_cited(desk_of(document, sources)))
        shown = [f"{row['label']}: {row['state']}{_where(row)}" for row in rows]
        say(_json(rows) if output_format == "json" else "\n".join(shown) or "the document cites nothing")
        return 0
    with catalogue_of(layout_of(project)) as catalogue:
        rows = list(_works(catalogue))
    if output_format == "json":
        say(_json(rows))
        return 0
    for row in rows:
        say(f"{row['id']}: {row['title'] or 'without a title'}; {_captures(row)}")
    held = sum(bool(row["captures"]) for row in rows)
    say(f"{count(len(rows), 'work')}, {held} captured" if rows else "the catalogue is empty")
    return 0


def _works(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    captures: dict[str, list[Held]] = {}
    for one in catalogue.snapshots():
        captures.setdefault(one.work, []).append(one)
    for work in catalogue.works():
        held = captures.get(work.id, [])
        last = f"{held[0].at:%Y-%m-%d}" if held else None
        title = work.csl.get("title") or next((one.title for one in held if one.title), None)
        yield {"id": work.id, "title": title, "captures": len(held), "last": last}


def _captures(row: dict[str, object]) -> str:
    from holdwater.report.wording import count

    captures = row["captures"]
    assert isinstance(captures, int)
    return f"{count(captures, 'capture')}, the last on {row['last']}" if captures else "nothing captured"


def _cited(desk: Desk) -> Iterator[dict[str, object]]:
    """A row for each reference of a document."""
    from holdwater.sources.kept_ties import ties_of

    kept = ties_of(desk.document)
    ties, held = desk.ties(), desk.held
    for reference in desk.extraction.references:
        tie, said = ties[reference.id], kept.of(reference)
        state = "confirmed" if said.confirmed else tie.status.value
        source = held.get(tie.source)
        yield {
            "label": desk.labels.of(reference),
            "words": " ".join(reference.raw.split()),
            "state": state,
            "source": tie.source or (said.confirmed.work if said.confirmed else None),
            "title": source.title if source else None,
            "reason": tie.reason,
            "untied": sorted(said.untied),
        }


def _where(row: dict[str, object]) -> str:
    named = f", {row['source']}" if row["source"] else ""
    title = f" (“{row['title']}”)" if row["title"] and row["title"] != row["source"] else ""
    return f"{named}{title}; {row['reason']}"


@click.command("show")
@click.argument("work")
@PROJECT
@_FORMAT
@with_debug
def show(work: str, project: str | None, output_format: str) -> int:
    """Show all that the catalogue knows of a WORK.

    That is its description, its captures, every try to have it, and what leads to it. `list` shows what WORK may be.
    """
    from holdwater.doors.sources_desk import catalogue_of, layout_of
    from holdwater.errors import CatalogueError

    with catalogue_of(layout_of(project)) as catalogue:
        found = catalogue.work(work)
        if found is None:
            mend = "`holdwater sources list` shows which there are, and with --document what a note leads to"
            raise CatalogueError(f"there is no work called {work!r} in the catalogue", mend=mend)
        told = _all_of(catalogue, found)
    say(_json(told) if output_format == "json" else "\n".join(_lines(told)))
    return 0


def _all_of(catalogue: Catalogue, work: Work) -> dict[str, object]:
    held = catalogue.snapshots(work.id)
    addresses = dict.fromkeys([*(one.url for one in held if one.url), str(work.csl.get("URL") or "")])
    return {
        "csl": dict(work.csl),
        "identifiers": list(work.identifiers),
        "captures": [_capture(one) for one in held],
        "tries": [
            {"url": one.url, "at": one.at.isoformat(), "standing": one.standing.value, "detail": one.detail}
            for address in addresses
            if address
            for one in catalogue.tries(address)
        ],
        "ties": [_kept(one) for one in catalogue.ties() if one.work == work.id],
    }


def _capture(held: Held) -> dict[str, object]:
    return {
        "at": held.at.isoformat(),
        "how": held.how.value,
        "from": held.final_url or held.url or held.name,
        "media_type": held.media_type,
        "bytes": held.size,
        "sha256": held.sha256,
        "archive": f"{held.place.file}:{held.place.offset}",
    }


def _kept(tie: KeptTie) -> dict[str, object]:
    return {
        "document": tie.document,
        "label": tie.label,
        "state": tie.state.value,
        "why": tie.why,
        "who": tie.who,
        "at": tie.at.isoformat(),
    }


def _lines(told: dict[str, object]) -> Iterator[str]:
    """What is told of a work, as text: its CSL-JSON, then a line for each thing."""
    yield _json(told["csl"])
    for name in ("identifiers", "captures", "tries", "ties"):
        rows = told[name]
        assert isinstance(rows, list)
        yield f"{name}: {'none' if not rows else ''}".rstrip()
        for row in rows:
            parts = [row] if isinstance(row, str) else [f"{key} {value}" for key, value in row.items() if value]
            yield f"  {'; '.join(parts)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
