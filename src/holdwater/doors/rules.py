"""`holdwater rules`: the list of all rules."""

from __future__ import annotations

import click

from holdwater.doors.console import say, with_debug


@click.command("rules")
@with_debug
def command() -> int:
    """List all rules: code, name, what each checks."""
    say(listing())
    return 0


def listing() -> str:
    """All rules, one a line: code, name, the first line of its page."""
    from holdwater.rules.registry import load

    rules = load().values()
    longest = max((len(rule.name) for rule in rules), default=0)
    preview = " (preview)"
    return "\n".join(
        f"{rule.code}  {rule.name:<{longest}}  {rule.summary}{preview if rule.preview else ''}" for rule in rules
    )
