"""Numbers of sentences that cite nothing are counted apart from those that cite a work."""

from __future__ import annotations

from holdwater.findings.model import Status
from holdwater.report.summary import Summary


def _summary(figures: int, uncited: int, supported: int) -> Summary:
    gaps = (("its sentence cites nothing, and a mark behind it may be for it", uncited),) if uncited else ()
    statuses = ((Status.SUPPORTED, supported),) if supported else ()
    return Summary(
        0, 0, (), (), (), (), 0, 1, 1, 1,
        figures=figures, figure_statuses=statuses, figure_gaps=gaps, figures_uncited=uncited,
    )  # fmt: skip


def test_the_tally_names_what_cites_a_work_and_what_stands_before_a_mark() -> None:
    assert _summary(3, 0, 3).figure_tally == "3 numbers and dates that cite a work: 3 supported"
    assert _summary(5, 2, 3).figure_tally == (
        "3 numbers and dates that cite a work: 3 supported; 2 more in sentences that cite nothing"
    )
    assert _summary(2, 2, 0).figure_tally == "2 numbers and dates, all in sentences that cite nothing"
    assert _summary(2, 2, 0).sentence.endswith("; 2 numbers and dates, all in sentences that cite nothing")
