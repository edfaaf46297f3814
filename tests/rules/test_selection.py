"""Which rules run, for every way in which people name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdwater.config import Config
from holdwater.errors import ConfigError
from holdwater.findings.model import Level
from holdwater.rules import selection
from holdwater.rules.registry import Remark, Rule
from holdwater.rules.selection import selected


def no_remarks() -> Iterator[Remark]:
    return iter(())


def made(code: str, name: str, *, preview: bool = False) -> Rule:
    return Rule(code, name, Level.ERROR, preview, "A page.", (), no_remarks)


RULES = {
    rule.code: rule
    for rule in (
        made("CIT101", "mark-without-note"),
        made("CIT107", "never-cited", preview=True),
        made("QUO101", "altered-words"),
        made("QUO102", "changed-meaning"),
        made("QUO201", "uncited"),
    )
}


@pytest.fixture(autouse=True)
def _five_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "load", lambda: RULES)


def codes(path: str = "essay.md", **settings: object) -> list[str]:
    return [rule.code for rule in selected(Config(**settings), path)]  # type: ignore[arg-type]


DEFAULT = ["CIT101", "QUO101", "QUO102", "QUO201"]


def test_by_default_all_rules_run_that_are_not_in_preview() -> None:
    assert codes() == DEFAULT


@pytest.mark.parametrize(
    ("selector", "chosen"),
    [
        ("QUO101", ["QUO101"]),
        ("quo101", ["QUO101"]),
        ("altered-words", ["QUO101"]),
        (" Altered-Words ", ["QUO101"]),
        ("QUO", ["QUO101", "QUO102", "QUO201"]),
        ("quo1", ["QUO101", "QUO102"]),
        ("QUO10", ["QUO101", "QUO102"]),
        ("ALL", DEFAULT),
        ("all", DEFAULT),
    ],
)
def test_rules_are_named_by_code_name_start_of_code_or_all(selector: str, chosen: list[str]) -> None:
    assert codes(select=(selector,)) == chosen


@pytest.mark.parametrize("selector", ["CIT107", "never-cited"])
@pytest.mark.parametrize("key", ["select", "extend_select"])
def test_a_rule_in_preview_runs_where_its_own_code_or_name_is_given(selector: str, key: str) -> None:
    assert "CIT107" in codes(**{key: (selector,)})


@pytest.mark.parametrize("selector", ["CIT", "CIT1", "CIT10", "ALL"])
def test_a_family_does_not_turn_on_a_rule_in_preview(selector: str) -> None:
    assert "CIT107" not in codes(select=(selector,))
    assert "CIT107" not in codes(extend_select=(selector,))


def test_ignore_takes_rules_out() -> None:
    assert codes(ignore=("QUO1", "mark-without-note")) == ["QUO201"]


def test_ignore_decides_between_selectors_that_are_equally_exact() -> None:
    assert codes(select=("QUO101",), ignore=("altered-words",)) == []


def test_the_more_exact_selector_decides() -> None:
    assert codes(select=("QUO",), ignore=("QUO1",), extend_select=("QUO102",)) == ["QUO102", "QUO201"]


def test_a_named_rule_survives_that_its_family_is_ignored() -> None:
    assert codes(select=("ALL", "QUO101"), ignore=("QUO",)) == ["CIT101", "QUO101"]


def test_extend_select_adds_to_the_default() -> None:
    assert codes(extend_select=("CIT107",)) == ["CIT101", "CIT107", "QUO101", "QUO102", "QUO201"]


def test_what_a_file_ignores_never_runs_on_it_however_exactly_it_is_selected() -> None:
    settings = {"select": ("QUO101",), "per_file_ignores": {"drafts/*": ("QUO",)}}
    assert codes("drafts/essay.md", **settings) == []
    assert codes("final/essay.md", **settings) == ["QUO101"]


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"select": ("QUO11",)}, "select: no rule is called 'QUO11'; did you mean QUO101 or QUO1 or QUO?"),
        ({"ignore": ("alterd-words",)}, "ignore: no rule is called 'alterd-words'; did you mean altered-words?"),
        ({"extend_select": ("xyz",)}, "extend-select: no rule is called 'xyz'; `holdwater rules` lists them"),
        (
            {"per_file_ignores": {"*.md": ("QUOO",)}},
            "per-file-ignores.*.md: no rule is called 'QUOO'; did you mean QUO or QUO2 or QUO1?",
        ),
        ({"select": ("QU",)}, "select: no rule is called 'QU'; did you mean QUO or QUO2 or QUO1?"),
        ({"select": ("",)}, "select: no rule is called ''; `holdwater rules` lists them"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest_ones(settings: dict[str, object], line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        codes(**settings)
    assert str(caught.value) == line


def test_the_refusal_names_the_settings_file() -> None:
    with pytest.raises(ConfigError) as caught:
        codes(select=("NOPE",), file=Path("holdwater.toml"))
    assert str(caught.value).startswith("holdwater.toml: select: ")
