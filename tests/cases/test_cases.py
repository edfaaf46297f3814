"""Every case of the pages beside this file comes out as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from literate import Case, cases_in, outcome_of, rewritten, run

PAGES = sorted(Path(__file__).parent.glob("*.md"))
CASES = [
    pytest.param(case, id=f"{page.stem}: {case.title}") for page in PAGES for case in cases_in(page.read_text("utf-8"))
]


@pytest.fixture(scope="session", autouse=True)
def _update(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not request.config.getoption("--update-cases"):
        return
    for page in PAGES:
        text = page.read_text("utf-8")
        reports = {case.line: run(case, tmp_path_factory.mktemp("case")) for case in cases_in(text)}
        page.write_text(rewritten(text, reports), "utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_as_its_page_says(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-cases"):
        pytest.skip("the pages have been rewritten")
    report = run(case, tmp_path)
    assert {kind: outcome_of(report, kind) for kind in case.outcomes} == {
        kind: outcome.lines for kind, outcome in case.outcomes.items()
    }


def test_every_case_says_what_comes_out_and_has_a_name_of_its_own() -> None:
    titles = [param.id for param in CASES]
    assert len(set(titles)) == len(titles)
    assert all(param.values[0].outcomes for param in CASES)


def test_there_are_cases_enough_to_hold_the_families() -> None:
    assert len(CASES) >= 40
