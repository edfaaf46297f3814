"""The tables of statistics that the wheel carries, made from the open data: figures, series, attribution.

    python -m eval.packaged [FOLDER]      (scripts/tables)

Three files come out: `indicators.parquet` (series, iso3, year, value; sorted, zstd), `series.csv` (what each series is,
where it is from, under which licence) and `ATTRIBUTION.md`. A series is left out if its licence or its source is one
that asks for sharing alike: the licence names "SA", or the source is UNESCO, whose Institute for Statistics publishes
under CC BY-SA 3.0 IGO. Series that the World Bank itself publishes under CC BY 4.0 stay in.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

from eval.data import root

FIGURES = "indicators/indicators_ccby_1960.parquet"
HOME = Path(__file__).parent.parent / "src" / "holdwater" / "tables" / "data"

ROW_GROUP = 32_768
"""Rows read together: one or two groups hold a series, so that a look at it leaves the rest of the file alone."""

MOST_BYTES = 3_500_000
SHARE_ALIKE = "(licence ILIKE '%-SA%' OR source ILIKE '%UNESCO%' OR origin ILIKE '%UNESCO%')"

MENDED = {"gm_co2_terr": "t CO2"}
"""Units that the figures are in, where the source's own label says another: these are tonnes, not millions of them."""

HEADER = """\
# The statistics in this package

Every figure in `indicators.parquet` is from one of the series below and is given as published: nothing was rounded,
filled in or changed, and no year before {first} is carried over. The unit of `gm_co2_terr` is mended: its figures are
tonnes, where its title says millions of them. `series.csv` has the same list for programs. Series
whose terms ask for sharing alike (UNESCO Institute for Statistics, CC BY-SA 3.0 IGO) are not here.

{count} series, {figures:,} figures. CC-BY-4.0 is <https://creativecommons.org/licenses/by/4.0/>.

| series | title | source | edition | licence | origin |
|---|---|---|---|---|---|
"""


def main(target: Path) -> None:
    """Write the three files into `target` and say what was left out."""
    store = duckdb.connect()
    store.execute(f"CREATE VIEW given AS SELECT * FROM '{root() / FIGURES}'")
    [(left_out, total)] = _rows(
        store, f"SELECT count(DISTINCT indicator) FILTER ({SHARE_ALIKE}), count(DISTINCT indicator) FROM given"
    )
    units = " ".join(f"WHEN '{series}' THEN '{unit}'" for series, unit in MENDED.items())
    store.execute(
        f"CREATE VIEW kept AS SELECT * REPLACE (CASE indicator {units} ELSE unit END AS unit) FROM given "
        f"WHERE NOT {SHARE_ALIKE}"
    )
    figures = target / "indicators.parquet"
    store.execute(
        "COPY (SELECT indicator AS series, iso3, year, value FROM kept ORDER BY indicator, iso3, year) "
        f"TO '{figures}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE {ROW_GROUP})"
    )
    store.execute(
        "COPY (SELECT indicator AS id, name AS title, unit, source, vintage AS edition, licence, origin, nature, "
        "min(year) AS first, max(year) AS last, count(DISTINCT iso3) AS places, count(*) AS figures "
        f"FROM kept GROUP BY ALL ORDER BY id) TO '{target / 'series.csv'}' (FORMAT csv, HEADER)"
    )
    (target / "ATTRIBUTION.md").write_text(_attribution(store), encoding="utf-8")
    size = figures.stat().st_size
    print(f"{total} series, {left_out} left out (share-alike); {size:,} bytes")
    if size > MOST_BYTES:
        sys.exit(f"indicators.parquet has {size:,} bytes, more than {MOST_BYTES:,}")


def _attribution(store: duckdb.DuckDBPyConnection) -> str:
    listed = _rows(
        store, "SELECT DISTINCT indicator, name, source, vintage, licence, origin FROM kept ORDER BY indicator"
    )
    [(figures, first)] = _rows(store, "SELECT count(*), min(year) FROM kept")
    lines = ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in listed]
    return HEADER.format(count=len(listed), figures=figures, first=first) + "\n".join(lines) + "\n"


def _rows(store: duckdb.DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return store.execute(query).fetchall()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
