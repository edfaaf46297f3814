"""Discrepancies found by `order.py`, each beside a twin in which all numbers fit."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in
from holdwater.findings.accounts.model import DiscrepancyKind

ORDER = (
    (
        "He ruled from 1620 to ….",
        "1640",
        "1604",
    ),
    (
        "The mill was founded in 1885 and closed in ….",
        "1958",
        "1858",
    ),
    (
        "She was born in 1940 and died in ….",
        "2010",
        "1910",
    ),
    (
        "Richard Roe (…) wrote three books.",
        "1850–1910",
        "1910–1850",
    ),
    (
        "The old church burned down in 1710; four years later, in …, it was rebuilt.",
        "1714",
        "1704",
    ),
    (
        "After the war ended in 1945, in … the factory opened again.",
        "1950",
        "1940",
    ),
    (
        "The railway opened in 1860 and was closed in ….",
        "1960",
        "1850",
    ),
    (
        "Between … the town grew.",
        "1990 and 1995",
        "1995 and 1990",
    ),
    (
        "He married in 1890 and divorced in ….",
        "1899",
        "1889",
    ),
    (
        "Construction started in May 2010 and ended in ….",
        "June 2012",
        "June 2008",
    ),
    (
        "She joined the party in 1931 and left it in ….",
        "1938",
        "1928",
    ),
    (
        "The hospital was opened in 1912 and demolished in ….",
        "1998",
        "1898",
    ),
    (
        "His term began in 2004 and ended in ….",
        "2008",
        "2000",
    ),
    (
        "From … she taught in Leeds.",
        "1990 to 1999",
        "1999 to 1990",
    ),
    (
        "He was elected in 1996 and resigned in ….",
        "1998",
        "1989",
    ),
    (
        "Anna Roe was born on 3 May 1888 and died on 9 June ….",
        "1950",
        "1850",
    ),
    (
        "The war broke out in 1740 and ended in ….",
        "1748",
        "1738",
    ),
    (
        "The bridge was begun in 1930; it was completed in ….",
        "1935",
        "1925",
    ),
    (
        "Two years after the fire of 1850, in …, the town had a new hall.",
        "1852",
        "1842",
    ),
    (
        "The treaty, signed in 1990, was replaced in 1995. Five years later, in …, it was signed again.",
        "2000",
        "1985",
    ),
    (
        "The newspaper appeared from 1921 until ….",
        "1939",
        "1912",
    ),
    (
        "She graduated in 1980, having entered the university in ….",
        "1976",
        "1986",
    ),
    (
        "The airline was set up in 1958 and went bankrupt in ….",
        "1977",
        "1957",
    ),
    (
        "Having retired in 1999, he died in ….",
        "2005",
        "1995",
    ),
    (
        "The monument was unveiled in 1905 and removed in ….",
        "1945",
        "1895",
    ),
    (
        "She lived in Oslo from 1970 until ….",
        "1980",
        "1960",
    ),
    (
        "He enlisted in 1914 and was discharged in ….",
        "1919",
        "1909",
    ),
    ("He settled in Lyon in 1950, having left Rome in ….", "1945", "1955"),
    ("The first volume came out in 1960, the second in ….", "1965", "1955"),
)


@pytest.mark.parametrize(("frame", "right", "wrong"), ORDER)
def test_a_date_before_the_one_it_should_follow_is_found(frame: str, right: str, wrong: str) -> None:
    allowed = {DiscrepancyKind.CHANGE, DiscrepancyKind.DURATION, DiscrepancyKind.ORDER, DiscrepancyKind.REPEATED}
    assert right != wrong
    assert set(kinds_in(frame.replace("…", wrong))) & allowed


@pytest.mark.parametrize(("frame", "right", "wrong"), ORDER)
def test_its_twin_without_a_date_before_the_one_it_should_follow_passes(frame: str, right: str, wrong: str) -> None:
    assert right != wrong
    assert kinds_in(frame.replace("…", right)) == []
