"""The rows of a table of statistics beside the text: which series, what it has, its plot, and the query."""

from __future__ import annotations

from holdwater.findings.model import TableEvidence, TableRow
from holdwater.findings.statistics import shown
from holdwater.report.html_text import element, joined, text
from holdwater.report.plot import plot
from holdwater.report.wording import reading_of, series_source


def table_figure(evidence: TableEvidence) -> str:
    """One reading of one series as HTML."""
    head = element("p", text(reading_of(evidence)), class_="reading")
    rows = element("table", _head(evidence) + "".join(map(_row, evidence.rows)))
    query = element("details", element("summary", "The query") + element("code", text(evidence.query)))
    caption = joined(
        [
            element("cite", text(evidence.title)),
            element("span", text(series_source(evidence)), class_="where"),
        ],
        " ",
    )
    return element(
        "figure", head + plot(evidence) + rows + element("figcaption", caption) + query, class_="passage table"
    )


def _head(evidence: TableEvidence) -> str:
    ranked = any(row.rank for row in evidence.rows)
    names = ("rank", "place", "change or level") if ranked else ("place", "year", evidence.unit or "value")
    return element("tr", "".join(element("th", text(name), scope="col") for name in names))


def _row(row: TableRow) -> str:
    cells = (str(row.rank), row.place, shown(row.value)) if row.rank else (row.place, str(row.year), shown(row.value))
    return element("tr", "".join(element("td", text(cell)) for cell in cells))
