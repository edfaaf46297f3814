"""The packaged tables are what `scripts/tables` makes of the open data."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from eval.data import root

from eval import packaged

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not (root() / packaged.FIGURES).is_file(), reason="there is no evaluation data"),
]


def test_the_packaged_figures_and_lists_are_those_of_the_open_data(tmp_path: Path) -> None:
    packaged.main(tmp_path)
    for name in ("series.csv", "ATTRIBUTION.md"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (packaged.HOME / name).read_text(encoding="utf-8")
    made, kept = (f"SELECT * FROM '{folder / 'indicators.parquet'}'" for folder in (tmp_path, packaged.HOME))
    assert duckdb.sql(f"({made} EXCEPT {kept}) UNION ALL ({kept} EXCEPT {made})").fetchall() == []


def test_every_figure_is_the_source_s_own() -> None:
    given = root() / packaged.FIGURES
    changed = duckdb.sql(
        f"SELECT count(*) FROM '{packaged.HOME / 'indicators.parquet'}' p LEFT JOIN '{given}' g "
        "ON g.indicator = p.series AND g.iso3 = p.iso3 AND g.year = p.year WHERE g.value IS DISTINCT FROM p.value"
    )
    assert changed.fetchall() == [(0,)]


def test_the_figures_are_small_enough_to_carry() -> None:
    assert (packaged.HOME / "indicators.parquet").stat().st_size <= packaged.MOST_BYTES


def test_the_attribution_names_every_series_with_its_licence_and_origin() -> None:
    text = (packaged.HOME / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for series, origin, licence in duckdb.sql(
        f"SELECT id, origin, licence FROM '{packaged.HOME / 'series.csv'}'"
    ).fetchall():
        assert f"| {series} |" in text
        assert origin in text
        assert licence in text
