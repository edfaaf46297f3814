"""`holdwater check`: documents against the sources in hand."""

from __future__ import annotations

import click

from holdwater.doors.console import with_debug
from holdwater.doors.fetching import CONTACT, PRIVATE


def _listed(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of options that may be repeated and may hold several entries with commas between them."""
    return tuple(entry.strip() for value in values for entry in value.split(",") if entry.strip())


@click.command("check")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--sources", metavar="DIR", help="Folder of the sources in hand.")
@click.option(
    "--catalogue", metavar="FILE", help="What the sources are: CSL-JSON, BibTeX, RIS, Zotero RDF [DIR/sources.json]."
)
@click.option("--select", multiple=True, callback=_listed, metavar="RULES", help="Run these rules only.")
@click.option("--ignore", multiple=True, callback=_listed, metavar="RULES", help="Leave these rules out as well.")
@click.option("--extend-select", multiple=True, callback=_listed, metavar="RULES", help="Run these rules as well.")
@click.option("--strict", is_flag=True, help="Exit with 1 also where something could not be checked.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings.")
@click.option(
    "--output-format", metavar="FORMAT", help="full, concise, github, html, json, jsonl, markdown, sarif [full]."
)
@click.option("-o", "--output", multiple=True, metavar="FILE", help="Also write a report; its ending is its format.")
@click.option("--config", metavar="FILE", help="Read the settings from here [the closest holdwater.toml].")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@click.option("--format", metavar="FORMAT", help="The documents' format, such as markdown [by the file].")
@click.option("--ocr", is_flag=True, help="Read scanned pages with an installed tesseract.")
@click.option(
    "--no-cache", is_flag=True, help="Keep no words of sources (in HOLDWATER_CACHE) for the next run, use none kept."
)
@click.option("--fetch", is_flag=True, help="First fetch what the documents cite into the project's archive.")
@click.option("--offline", is_flag=True, help="Open no socket. Without --fetch none is opened anyway.")
@CONTACT
@PRIVATE
@click.option("-q", "--quiet", is_flag=True, help="Write no report to standard output.")
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour [auto].")
@with_debug
def command(**options: object) -> int:
    """Check documents against the sources in hand.

    Each citation of a DOCUMENT is tied to a source in DIR, each quotation is laid against the words of its own source,
    and what differs is shown beside the source's passage. DOCUMENT may be "-", standard input.

    What `holdwater sources fetch` has put into the project's archive is among the sources in hand. --fetch does that
    first, for every document; a later run without it gives the same findings from the archive.

    RULES are codes, names or families, with commas between them: QUO101, altered-words, CIT, ALL. With several
    documents, {stem} and {name} in FILE stand for the document's.
    """
    from holdwater.doors.checking import Run
    from holdwater.doors.options import Options

    return Run(Options(**options)).all()  # type: ignore[arg-type]
