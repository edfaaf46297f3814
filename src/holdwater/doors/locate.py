"""`holdwater locate`: one quotation straight against every source in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, has_colour, say, with_debug

if TYPE_CHECKING:
    from holdwater.findings.model import Evidence

SHOWN = 5
"""How many passages are shown at most, the best first."""


@click.command("locate")
@click.argument("words")
@click.option("--sources", metavar="DIR", required=True, help="Folder of the sources in hand.")
@click.option("--catalogue", metavar="FILE", help="What the sources are: CSL-JSON or BibTeX [DIR/sources.json].")
@click.option("--output-format", type=click.Choice(["full", "json"]), default="full", help="full or json [full].")
@click.option("--ocr", is_flag=True, help="Read scanned pages with an installed tesseract.")
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour [auto].")
@with_debug
def command(
    words: str, sources: str, catalogue: str | None, output_format: str, ocr: bool, no_progress: bool, color: str
) -> int:
    """Find WORDS in the sources in hand, the nearest passages first.

    Exit codes: 0 found, 1 not found, 2 could not run.
    """
    passages = _search(words, sources, catalogue, Progress(wanted=not no_progress), ocr=ocr)
    if output_format == "json":
        say(_as_json(words, passages))
    else:
        say(
            "\n\n".join(_shown(one, colour=has_colour(color)) for one in passages) or "not found in the sources in hand"
        )
    return 0 if passages else 1


def _search(words: str, sources: str, catalogue: str | None, progress: Progress, *, ocr: bool) -> list[Evidence]:
    from pathlib import Path

    from holdwater.findings.elsewhere import search
    from holdwater.sources.shelf import open_shelf

    with progress.doing(f"searching {sources}"):
        shelf = open_shelf(Path(sources), Path(catalogue) if catalogue else None, progress=progress.step, ocr=ocr)
        return search(words, shelf)[:SHOWN]


def _shown(passage: Evidence, *, colour: bool) -> str:
    fit = passage.alignment.fit.value if passage.alignment else "found"
    place = f", {passage.place}" if passage.place else ""
    words = click.style(_one_line(passage.text), bold=True) if colour else _one_line(passage.text)
    around = f"{_one_line(passage.before)} {words} {_one_line(passage.after)}".strip()
    return f"{passage.file}:{passage.line}: {fit}: {_one_line(passage.title)}{place}\n    {around}"


def _one_line(text: str) -> str:
    """`text` on one line, without the control characters that could drive a terminal."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def _as_json(words: str, passages: list[Evidence]) -> str:
    import json

    entries = [
        {
            "source": one.source,
            "title": one.title,
            "file": one.file,
            "line": one.line,
            "place": one.place,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.text,
            "fit": one.alignment.fit.value if one.alignment else "",
            "score": one.alignment.score if one.alignment else 0.0,
            "confidence": one.alignment.confidence if one.alignment else 0.0,
        }
        for one in passages
    ]
    return json.dumps({"words": words, "passages": entries}, ensure_ascii=False, indent=2)
