"""`holdwater explain`: a rule's page."""

from __future__ import annotations

import click

from holdwater.doors.console import say, with_debug
from holdwater.doors.rules import listing


@click.command("explain")
@click.argument("rule", required=False, metavar="[RULE]")
@click.option("--all", "every", is_flag=True, help="The pages of all rules.")
@with_debug
def command(rule: str | None, every: bool) -> int:
    """Show a rule's page.

    It says what the rule checks and why, with an example, and how to settle it. RULE is a code or a name: QUO101,
    altered-words. Without one, all rules are listed.
    """
    from holdwater.rules.registry import find, load

    if every:
        say("\n\n".join(page(one.code) for one in load().values()))
    elif rule:
        say(page(find(rule).code))
    else:
        say(listing())
    return 0


def page(code: str) -> str:
    """A rule's page as Markdown, under a heading with its code, name and level."""
    from holdwater.rules.registry import load

    rule = load()[code]
    preview = ", in preview: runs only where it is selected by its code or name" if rule.preview else ""
    return f"# {rule.code} {rule.name}\n\nLevel: {rule.level.value}{preview}.\n\n{rule.page}"
