"""NUM301 and NUM302 on verdicts made by hand."""

from __future__ import annotations

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.findings.model import Level, Status, TableEvidence
from holdwater.findings.statistics import StatisticVerdict
from holdwater.rules.registry import Facts, find


def table(says: str, definition: str = "level 2015") -> TableEvidence:
    return TableEvidence("lex", "Life expectancy", "years", "A bureau", "CC0", "2020", definition, says, holds=False)


def facts(status: Status, *tables: TableEvidence, ranked: bool = False, tried: int = 2) -> Facts:
    verdict = StatisticVerdict(0, Span(3, 11), status, tables, 0, tried, ranked, "81 years", "Kenya")
    return Facts(Document("In 81 years.", "draft.md"), Extraction(), (), {}, {}, {}, statistics=(verdict,))


def messages(code: str, given: Facts) -> list[str]:
    return [finding.message for finding in find(code).run(given)]


def test_a_contradicted_figure_is_told_with_what_the_tables_have() -> None:
    given = facts(Status.CONTRADICTED, table("67 years in 2015"), table("66 years in 2015"))
    assert messages("NUM301", given) == [
        "“81 years” for Kenya is outside all 2 readings in hand: 67 years in 2015 and 66 years in 2015"
    ]
    assert messages("NUM302", given) == []


def test_a_figure_not_far_off_differs() -> None:
    given = facts(Status.NOT_SUPPORTED, table("67 years in 2015"), tried=1)
    assert messages("NUM301", given) == ["“81 years” for Kenya differs from the one reading in hand: 67 years in 2015"]


def test_equal_figures_of_two_editions_are_told_once() -> None:
    given = facts(Status.CONTRADICTED, table("67 years in 2015"), table("67 years in 2015"))
    assert messages("NUM301", given)[0].endswith("in hand: 67 years in 2015")


def test_a_figure_that_some_reading_bears_out_is_let_be() -> None:
    for status in (Status.SUPPORTED, Status.PARTLY_SUPPORTED, Status.AMBIGUOUS):
        assert messages("NUM301", facts(status, table("67 years in 2015"))) == []
        assert messages("NUM302", facts(status, table("rank 3 of 9"), ranked=True)) == []


def test_a_superlative_is_told_with_the_nearest_rank() -> None:
    given = facts(Status.CONTRADICTED, table("rank 27 of 158"), table("rank 30 of 196"), ranked=True, tried=6)
    assert messages("NUM302", given) == ["“81 years” for Kenya: the nearest of 6 readings is rank 27 of 158"]
    assert messages("NUM301", given) == []


def test_findings_carry_their_tables_and_are_warnings() -> None:
    [finding] = find("NUM301").run(facts(Status.CONTRADICTED, table("67 years in 2015")))
    assert finding.level is Level.WARNING
    assert [one.series for one in finding.tables] == ["lex"]
    assert find("NUM301").preview
    assert find("NUM302").preview
