"""The words that all renderers share: counts, names of works, places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from holdwater.document import Document, Origin, Span
from holdwater.extract.model import Reference
from holdwater.findings.model import Evidence, Status, TableEvidence, TableRow
from holdwater.findings.statistics import shown
from holdwater.report.visible import one_line

LABEL = 100
"""Characters of a reference that name it well enough in a list."""

UNSURE = 0.5
"""Below this confidence the runner-up is shown beside the best passage."""


def count(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: "1 work", "2,041 works"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Words as a list in running text: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def shortened(text: str, size: int = LABEL) -> str:
    """`text` on one line, cut at a word's end to about `size` characters."""
    flat = one_line(text[: size * 4])
    if len(flat) <= size:
        return flat
    cut = flat.rfind(" ", size // 2, size)
    return f"{flat[: cut if cut > 0 else size - 1].rstrip(' ,;:.')} …"


def reference_label(reference: Reference) -> str:
    """A reference as a list names it: as the document writes it, or from its parts where it has no words.

    Of a page that the text only links to, the address: the words of the link are words of the text.
    """
    if reference.only_address:
        return f"{shortened(reference.only_address, LABEL // 2)}, the link on “{shortened(reference.raw, LABEL // 2)}”"
    return shortened(reference.raw) or shortened(_from_parts(reference.csl)) or reference.id


def _from_parts(csl: Mapping[str, object]) -> str:
    authors = csl.get("author")
    first = authors[0] if isinstance(authors, list) and authors else {}
    family = first.get("family") or first.get("literal") if isinstance(first, dict) else ""
    parts = (family, csl.get("title"), csl.get("container-title"), issued(csl))
    return ", ".join(str(part) for part in parts if part)


def issued(csl: Mapping[str, object]) -> str:
    """The date of a CSL item as it gives it (year, or year-month-day); "" if it gives none."""
    given = csl.get("issued")
    if isinstance(given, date):
        return given.isoformat()
    if not isinstance(given, Mapping):
        return str(given) if isinstance(given, str | int) else ""
    parts = given.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(f"{part:02}" if isinstance(part, int) else str(part) for part in parts[0])
    return str(given.get("raw") or given.get("literal") or "")


def at(document: Document, origin: Origin) -> str:
    """A place in the document as a diagnostic has it: `path:line:column`."""
    return f"{one_line(origin.part or document.name)}:{origin.line}:{origin.column}"


def line_of(document: Document, span: Span) -> str:
    """A place in the document for a reader: "line 12", "page 3, line 12", "chapter-2.xhtml, line 12"."""
    origin = document.origin(span)
    page = document.page_number_at(span.start)
    file = PurePosixPath(origin.part).name
    return ", ".join(
        part for part in (one_line(file), f"page {page}" if page else "", f"{document.counted} {origin.line}") if part
    )


def place(evidence: Evidence) -> str:
    """Where a passage stands: "sources/annals.txt:88, page 12", "https://annals.example/a, line 88"."""
    at = evidence.file
    if evidence.line and at:
        at += f", line {evidence.line}" if "://" in at else f":{evidence.line}"
    return one_line(", ".join(part for part in (at, evidence.place) if part))


def runner_up_is_near(evidence: tuple[Evidence, ...]) -> bool:
    """Whether another passage fits nearly as well as the best one, so that both must be shown."""
    best = next((one.alignment for one in evidence if not one.runner_up), None)
    return best is not None and best.confidence < UNSURE


def to_show(evidence: tuple[Evidence, ...], *, most: int = 3) -> list[Evidence]:
    """The passages to show: the best of each source, and the runner-up where it is nearly as good."""
    near = runner_up_is_near(evidence) or all(one.runner_up for one in evidence)
    return [one for one in evidence if near or not one.runner_up][:most]


NEEDED: Mapping[Status, str] = {
    Status.SOURCE_MISSING: "a note or an entry that names the work",
    Status.SOURCE_UNREADABLE: "a copy that opens and has a text layer",
    Status.SOURCE_UNAVAILABLE: "a copy of the source, which could not be fetched",
    Status.NO_CITATION: "a citation",
    Status.AMBIGUOUS: "a page, a longer quotation or a fuller reference",
}
"""What would let a quotation of this status be checked, where no list of works says it."""


def series_source(evidence: TableEvidence) -> str:
    """Who made a series, which edition of it this is, and the terms it is used under."""
    edition = f"edition {evidence.edition}" if evidence.edition else ""
    return ", ".join(filter(None, (evidence.source, edition, evidence.licence)))


def reading_of(evidence: TableEvidence) -> str:
    """A reading in words: what was worked out, and what the table has."""
    return f"{evidence.definition}: {'bears it out, ' if evidence.holds else ''}{evidence.says}"


def row_line(row: TableRow, unit: str) -> str:
    """A row of a table on one line: the place with its year, or with its rank."""
    value = shown(row.value)
    if row.rank:
        return f"{row.rank}. {row.place} {value}"
    return f"{row.place} {row.year}: {value}{unit if unit == '%' else f' {unit}' if unit else ''}"
