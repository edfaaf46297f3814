"""Decisions: what people have said of findings, one JSON object a line, kept beside the document.

    {"fingerprint": "3f0c…", "verdict": "dismissed", "who": "A. Editor", "when": "2024-05-02", "why": "other edition"}

`verdict` is "dismissed" (the finding is answered and leaves the report) or "confirmed" (it stands). The last line on a
fingerprint counts, so that the file is a trail of who decided what, and is only ever added to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.errors import ConfigError
from holdwater.patterns import waiting

FILE_NAME = "holdwater.decisions.jsonl"

VERDICTS = ("dismissed", "confirmed")

_FINGERPRINT = waiting(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided about one finding, known by its fingerprint; `when` is a date as it was written."""

    fingerprint: str
    verdict: str
    who: str
    when: str
    why: str

    @property
    def dismisses(self) -> bool:
        """Whether the finding is answered and leaves the report."""
        return self.verdict == "dismissed"

    @property
    def reason(self) -> str:
        """The reason, with who gave it and when."""
        return f"{self.why} ({self.who}, {self.when})"


def parse_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """The decisions in force, in the order of their fingerprints' first lines; `name` is what errors call the file.

    Raises ConfigError naming the line: not JSON, a missing or empty field, an unknown verdict, no fingerprint.
    """
    decisions: dict[str, Decision] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            decision = _parse(line, f"{name}:{number}")
            decisions[decision.fingerprint] = decision
    return tuple(decisions.values())


def _parse(line: str, where: str) -> Decision:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigError("not a line of JSON", where=where, mend="each line holds one decision") from error
    if not isinstance(entry, dict):
        raise ConfigError("not a decision", where=where, mend='write {"fingerprint": …, "verdict": …, …}')
    decision = Decision(*(_text(entry, key, where) for key in ("fingerprint", "verdict", "who", "when", "why")))
    if decision.verdict not in VERDICTS:
        raise ConfigError(f"no such verdict: {decision.verdict!r}", where=where, mend=f"it is {' or '.join(VERDICTS)}")
    if not _FINGERPRINT.fullmatch(decision.fingerprint):
        raise ConfigError(f"not a fingerprint: {decision.fingerprint!r}", where=where, mend="copy it from the report")
    return decision


def _text(entry: Mapping[str, object], key: str, where: str) -> str:
    value = entry.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise ConfigError(f"the decision has no {key!r}", where=where, mend="every decision says who, when and why")
