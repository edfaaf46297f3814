"""Dates that are one end of a period, against the source."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("The ferry ran until May 1923.", "The ferry ran until May 1923."),
        ("The ferry ran until 1923.", "The last crossing of the ferry was on 4 May 1923."),
        ("The council means to mend the quay by 2040.", "The quay is to be mended by 2040."),
        ("The toll has been taken since 2019.", "The toll has been taken since 1 March 2019."),
        ("The toll has been taken since 2019.", "The toll was brought in on 1 March 2019."),
        ("The lease of the quay ends after June 2026.", "The lease of the quay ends after June 2026."),
        ("The quay was closed before June 2026.", "The quay was closed before June 2026."),
    ],
)
def test_an_end_that_the_source_names_too_is_borne_out(sentence: str, passage: str) -> None:
    assert relation(sentence, passage) == "entailed"


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("The ferry ran until May 1923.", "The ferry ran until March 1923."),
        ("The council means to mend the quay by 2040.", "The quay is to be mended by 2035."),
        ("The toll has been taken since 2019.", "The toll was brought in on 1 March 2021."),
        ("The lease of the quay ends after June 2026.", "The lease of the quay ends after July 2026."),
    ],
)
def test_an_end_that_the_source_does_not_name_is_not_checked_and_is_counted(sentence: str, passage: str) -> None:
    assert relation(sentence, passage) == "unsure"
