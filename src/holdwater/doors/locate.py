"""`holdwater locate`: words straight against every source in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, has_colour, say, width, with_debug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holdwater.findings.elsewhere import Found

PRESETS = ("verbatim", "spoken", "ocr", "translation")
MOST_PROCESSES = 64


@click.command("locate")
@click.argument("words", required=False)
@click.option("--sources", metavar="DIR", required=True, help="Folder of the sources in hand.")
@click.option("--batch", metavar="FILE", help='Find each line of FILE instead of WORDS; "-" is standard input.')
@click.option("--preset", type=click.Choice(PRESETS), default="verbatim", help="What is forgiven [verbatim].")
@click.option(
    "--catalogue", metavar="FILE", help="What the sources are: CSL-JSON, BibTeX, RIS, Zotero RDF [DIR/sources.json]."
)
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json", "jsonl"]),
    default="full",
    help="full, or a line each, or JSON [full].",
)
@click.option(
    "--processes",
    metavar="N",
    type=click.IntRange(1, MOST_PROCESSES),
    default=1,
    help="How many processes share the sources [1].",
)
@click.option("--ocr", is_flag=True, help="Read scanned pages with an installed tesseract.")
@click.option(
    "--no-cache", is_flag=True, help="Keep no words of sources (in HOLDWATER_CACHE) for the next run, use none kept."
)
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour [auto].")
@with_debug
def command(words: str | None, batch: str | None, output_format: str, color: str, **options: object) -> int:
    """Find WORDS in the sources in hand.

    The passage, and the runner-up where one comes near, is shown with the difference marked: [-left out-] {+put in+}.
    The score says how much of the words stands there; the confidence, how sure it is that this is the place. A few
    words may be too short to tell.

    Exit codes: 0 all found, 1 not all found, 2 could not run.
    """
    from holdwater.doors.passages import as_concise, as_full, as_json, as_jsonl
    from holdwater.doors.wanted import wanted

    listed = wanted(words, batch)
    found, unread = _search([one.words for one in listed], **options)  # type: ignore[arg-type]
    numbers = [one.line for one in listed] if batch else None
    match output_format:
        case "json":
            say(as_json(found, numbers, unread))
        case "jsonl":
            say(as_jsonl(found, numbers))
        case "concise":
            say(as_concise(found, numbers))
        case _:
            say(as_full(found, numbers, unread, width=width(), colour=has_colour(color)))
    return 0 if all(one.places for one in found) else 1


def _search(
    words: list[str],
    *,
    sources: str,
    catalogue: str | None,
    preset: str,
    processes: int,
    ocr: bool,
    no_cache: bool,
    no_progress: bool,
) -> tuple[list[Found], Mapping[str, str]]:
    """What was found of each, and which sources could not be read."""
    from pathlib import Path

    from holdwater.findings.elsewhere import search
    from holdwater.sources.kept import Kept
    from holdwater.sources.shelf import open_shelf

    progress = Progress(wanted=not no_progress)
    kept = None if no_cache else Kept.usual()
    with progress.doing(f"searching {sources}"):
        shelf = open_shelf(Path(sources), Path(catalogue) if catalogue else None, progress.step, ocr=ocr, kept=kept)
        found = search(words, shelf, preset=preset, processes=processes, progress=progress.step)
    return found, shelf.unreadable
