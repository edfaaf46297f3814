"""The command line: which commands there are, and how every run ends.

Exit codes: 0 clean, 1 findings (or nothing found by `locate`), 2 could not run, 130 interrupted, 141 reader gone.
Each command's module is imported when the command is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from holdwater.doors.console import complain, hush, prepare
from holdwater.doors.lazy import LazyGroup
from holdwater.errors import HoldwaterError

COMMANDS = {
    "check": "holdwater.doors.check",
    "locate": "holdwater.doors.locate",
    "explain": "holdwater.doors.explain",
    "rules": "holdwater.doors.rules",
    "sources": "holdwater.doors.sources",
    "tables": "holdwater.doors.tables",
}
"""The module of each command; each has the click command in `command`."""

COULD_NOT_RUN = 2
INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
READER_GONE = 141  # 128 + SIGPIPE


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import holdwater

        click.echo(f"holdwater {holdwater.__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 clean, 1 findings, 2 could not run.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
def cli() -> None:
    """Check cited writing: every quotation against the words of its own source."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name) and return its exit code; nothing is raised."""
    prepare()
    meta: dict[str, object] = {}
    try:
        return _invoke(arguments, meta)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        hush()
        return READER_GONE
    except click.ClickException as error:
        complain(_usage(error))
    except HoldwaterError as error:
        complain(str(error))
        _trace(meta)
    except Exception as error:
        complain(
            f"a fault in Holdwater itself: {type(error).__name__}: {error}; please report it with --debug's output"
        )
        _trace(meta)
    return COULD_NOT_RUN


def _invoke(arguments: Sequence[str], meta: dict[str, object]) -> int:
    try:
        with cli.make_context("holdwater", list(arguments)) as context:
            context.obj = meta
            code = cli.invoke(context)
            sys.stdout.flush()
            return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return COULD_NOT_RUN
    except click.exceptions.Exit as leave:
        sys.stdout.flush()
        return leave.exit_code


def _usage(error: click.ClickException) -> str:
    """A usage error on one line, with the command whose help has the mend."""
    line = error.format_message().rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{line}; see `{context.command_path} --help`" if context else line


def _trace(meta: dict[str, object]) -> None:
    if meta.get("debug"):
        import traceback

        traceback.print_exc()


def main() -> None:
    """The `holdwater` command."""
    sys.exit(run(sys.argv[1:]))
