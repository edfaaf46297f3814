"""`explain`, `rules`, `--version`, and the generated documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from desk import Holdwater

from holdwater.doors.cli import cli
from holdwater.rules.registry import load


@pytest.mark.parametrize("named", ["QUO101", "quo101", "altered-words"])
def test_a_rule_is_explained_by_code_or_name(holdwater: Holdwater, named: str) -> None:
    outcome = holdwater("explain", named)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("# QUO101 altered-words\n\nLevel: error.\n\n")
    assert "\n## How to settle it\n" in outcome.out


def test_a_rule_in_preview_says_so(holdwater: Holdwater) -> None:
    preview = next(rule for rule in load().values() if rule.preview)
    line = f"Level: {preview.level.value}, in preview: runs only where it is selected by its code or name."
    assert line in holdwater("explain", preview.code).out


def test_all_pages_can_be_had_at_once(holdwater: Holdwater) -> None:
    out = holdwater("explain", "--all").out
    assert all(f"# {rule.code} {rule.name}\n" in out for rule in load().values())


@pytest.mark.parametrize("arguments", [["rules"], ["explain"]])
def test_the_rules_are_listed_with_code_name_and_summary(holdwater: Holdwater, arguments: list[str]) -> None:
    lines = holdwater(*arguments).out.splitlines()
    assert [line.split()[0] for line in lines] == list(load())
    assert all(rule.name in line and rule.summary in line for rule, line in zip(load().values(), lines, strict=True))


def test_the_version_is_that_of_the_package(holdwater: Holdwater) -> None:
    assert holdwater("--version").out == "holdwater 0.1.0\n"


@pytest.mark.parametrize("command", ["check", "locate", "explain", "rules"])
def test_every_command_has_help(holdwater: Holdwater, command: str) -> None:
    outcome = holdwater(command, "-h")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Usage: holdwater {command} ")


def groups(group: click.Group, name: str = "holdwater") -> Iterator[tuple[str, click.Group]]:
    """Every group of commands, by what is typed for it."""
    yield name, group
    context = click.Context(group)
    for below in group.list_commands(context):
        one = group.get_command(context, below)
        if isinstance(one, click.Group):
            yield from groups(one, f"{name} {below}")


@pytest.mark.parametrize(("name", "group"), list(groups(cli)), ids=lambda one: one if isinstance(one, str) else "")
def test_every_command_is_told_in_one_whole_line_of_eighty_columns(name: str, group: click.Group) -> None:
    shown = group.get_help(click.Context(group, info_name=name, terminal_width=80))
    listed = shown.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == group.list_commands(click.Context(group))
    assert [line for line in listed if line.endswith("...")] == []
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_the_generated_documentation_says_what_the_code_says() -> None:
    generator = Path(__file__).parents[2] / "docs" / "generate.py"
    done = subprocess.run([sys.executable, generator, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
