"""Writes the pages that are made from the code: a page a rule from its docstring, and the command line's help.

`python docs/generate.py` writes them; with `--check` it says what is out of date and exits with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from holdwater.doors.cli import cli
from holdwater.doors.explain import page
from holdwater.rules.registry import load

DOCS = Path(__file__).parent
WIDTH = 100


def pages() -> dict[str, str]:
    """Every generated page: its path under docs/ and its content."""
    rules = {f"rules/{code}.md": f"{page(code)}\n" for code in load()}
    return {"cli.md": _cli(), "rules/README.md": _index(), **rules}


def _index() -> str:
    lines = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.summary} | {'preview' if rule.preview else 'on'} |"
        for rule in load().values()
    ]
    head = "# Rules\n\nThe pages are made from the rules' docstrings by `scripts/docs`.\n\n"
    return head + "\n".join(["| code | name | what it checks | default |", "|---|---|---|---|", *lines, ""])


def _cli() -> str:
    context = click.Context(cli, info_name="holdwater", terminal_width=WIDTH, help_option_names=["-h", "--help"])
    head = "# The command line\n\nMade from the commands' help by `scripts/docs`.\n"
    parts = [head, _help(cli, context, "holdwater")]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts.extend(_command(command, context, name, f"holdwater {name}"))
    return "\n".join(parts)


def _command(command: click.Command, context: click.Context, name: str, title: str) -> Iterator[str]:
    """A command's help, and that of the commands below it."""
    inner = click.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
    yield _help(command, inner, title)
    for below in command.list_commands(inner) if isinstance(command, click.Group) else ():
        one = command.get_command(inner, below)
        if one is not None:
            yield from _command(one, inner, below, f"{title} {below}")


def _help(command: click.Command, context: click.Context, title: str) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def _stale() -> list[str]:
    wanted = pages()
    changed = [path for path, content in wanted.items() if _content(DOCS / path) != content]
    return changed + [path for path in _present() if path not in wanted]


def _present() -> list[str]:
    return [file.relative_to(DOCS).as_posix() for file in sorted((DOCS / "rules").glob("*.md"))]


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _write() -> None:
    for path in _stale():
        (DOCS / path).unlink(missing_ok=True)
    for path, content in pages().items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(content, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only compare them; returns the exit code."""
    if "--check" not in arguments:
        _write()
        return 0
    stale = _stale()
    sys.stdout.writelines(f"docs/{path} is not what the code says: run scripts/docs\n" for path in stale)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
