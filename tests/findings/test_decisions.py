"""The file of people's decisions."""

from __future__ import annotations

import json

import pytest

from holdwater.errors import ConfigError
from holdwater.findings.decisions import Decision, parse_decisions

MARK = "0123456789abcdef"
ENTRY = {"fingerprint": MARK, "verdict": "dismissed", "who": "A. Editor", "when": "2024-05-02", "why": "other edition"}


def lines(*entries: dict[str, object]) -> str:
    return "\n".join(json.dumps(entry) for entry in entries)


def refusal(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_decisions(text, "d.jsonl")
    return str(caught.value)


def test_each_line_is_a_decision_and_empty_lines_are_passed_over() -> None:
    other = ENTRY | {"fingerprint": "f" * 16, "verdict": "confirmed"}
    first, second = parse_decisions(f"\n{lines(ENTRY)}\n\n{lines(other)}\n", "d.jsonl")
    assert first == Decision(MARK, "dismissed", "A. Editor", "2024-05-02", "other edition")
    assert (first.dismisses, second.dismisses) == (True, False)


def test_the_last_line_on_a_fingerprint_counts() -> None:
    (decision,) = parse_decisions(lines(ENTRY, ENTRY | {"verdict": "confirmed"}), "d.jsonl")
    assert not decision.dismisses


@pytest.mark.parametrize("key", ["fingerprint", "verdict", "who", "when", "why"])
@pytest.mark.parametrize("value", [None, "", "  ", 7])
def test_every_field_must_say_something(key: str, value: object) -> None:
    line = f"d.jsonl:2: the decision has no {key!r}; every decision says who, when and why"
    assert refusal(lines(ENTRY, ENTRY | {key: value})) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "d.jsonl:1: not a line of JSON; each line holds one decision"),
        ("[" * 100_000, "d.jsonl:1: not a line of JSON; each line holds one decision"),
        ("7", 'd.jsonl:1: not a decision; write {"fingerprint": …, "verdict": …, …}'),
        (lines(ENTRY | {"verdict": "ok"}), "d.jsonl:1: no such verdict: 'ok'; it is dismissed or confirmed"),
        (lines(ENTRY | {"fingerprint": "12"}), "d.jsonl:1: not a fingerprint: '12'; copy it from the report"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_line(text: str, line: str) -> None:
    assert refusal(text) == line
