"""`holdwater sources fetch`: what a document cites, or the whole catalogue, from the network into the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from holdwater.doors.console import Progress, say, with_debug
from holdwater.doors.fetching import network_options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from holdwater.doors.sources_desk import Desk
    from holdwater.sources.catalogue.catalogue import Catalogue
    from holdwater.sources.citing import Cited
    from holdwater.sources.fetch.seeking import Sought
    from holdwater.sources.project import Layout


@click.command("fetch")
@click.argument("document", required=False)
@click.option("--all", "everything", is_flag=True, help="Every work of the catalogue, in place of a document's.")
@click.option("--again", is_flag=True, help="Also what was captured before, or asked for lately in vain.")
@click.option("--no-archives", is_flag=True, help="Ask no web archive for copies of what was not had.")
@click.option("--browser", is_flag=True, help="Also keep each page as an installed Chromium shows it.")
@click.option("--offline", is_flag=True, help="Open no socket: only say what would be fetched.")
@click.option("--project", metavar="DIR", help="With --all: the project's folder [that of the working folder].")
@network_options
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@with_debug
def command(document: str | None, *, everything: bool, project: str | None, offline: bool, **options: object) -> int:
    """Fetch what a DOCUMENT cites into the project's archive.

    That is every address, DOI, arXiv and RFC number. Each address is asked for once and kept as it came; the next run
    asks only for what was not had. Of what is not there any more, gives no answer or is blocked to programs, web
    archives are asked for the copy nearest to the citation's date. DOCUMENT need not be named where the project knows
    exactly one.

    Exit codes: 0 every address captured, 1 some were not, 2 could not run.
    """
    from holdwater.errors import ConfigError

    if everything and document:
        raise ConfigError("--all is in place of a document", mend="give one of them")
    job = _of_catalogue(project) if everything else _of_document(document)
    return _told(job, again=bool(options["again"])) if offline else _fetched(job, **options)  # type: ignore[arg-type]


class _Job:
    """What is to be fetched: `put` puts the works into the catalogue, `said` says it without."""

    def __init__(self, layout: Layout, put: Callable[[Catalogue], Sequence[Sought]], said: Sequence[Sought]) -> None:
        self.layout, self.put, self.said = layout, put, said
        self.cited: Sequence[Cited] = ()
        self.document = ""

    @property
    def labels(self) -> dict[str, list[str]]:
        """What a person calls the references that give an address."""
        from holdwater.doors.fetching import labels_of

        return labels_of(self.cited)

    def opening(self) -> str:
        """What the document cites, in a line; "" where there is none."""
        from holdwater.report.wording import count

        if not self.document:
            return ""
        without = sum(not one.addresses for one in self.cited)
        urls = len(self.labels)
        more = f"; {without:,} give{'s' if without == 1 else ''} none" if without else ""
        return f"{self.document}: {count(len(self.cited), 'reference')}, {count(urls, 'address', 'addresses')}{more}"


def _of_document(document: str | None) -> _Job:
    from holdwater.doors.sources_desk import desk_of
    from holdwater.sources.citing import put_cited
    from holdwater.sources.fetch.seeking import Sought

    desk: Desk = desk_of(document)
    cited = desk.cited
    said = [Sought(url) for one in cited for url in one.addresses]
    job = _Job(desk.layout, lambda catalogue: put_cited(catalogue, desk.name, cited), said)
    job.cited, job.document = cited, str(desk.document)
    return job


def _of_catalogue(project: str | None) -> _Job:
    from holdwater.doors.sources_desk import catalogue_of, layout_of
    from holdwater.sources.fetch.seeking import sought_of

    layout = layout_of(project)
    with catalogue_of(layout) as catalogue:
        said = sought_of(catalogue.works())
    return _Job(layout, lambda catalogue: sought_of(catalogue.works()), said)


def _fetched(job: _Job, *, again: bool, no_archives: bool, browser: bool, no_progress: bool, **network: object) -> int:
    from holdwater.doors.fetching import put_and_obtain, settings_of
    from holdwater.doors.had import summary
    from holdwater.sources.fetch.obtaining import Wishes

    settings = settings_of(**network)  # type: ignore[arg-type]
    wishes = Wishes(again=again, archives=not no_archives, browser=browser)
    progress = Progress(wanted=not no_progress)
    obtained = put_and_obtain(job.layout, job.put, job.cited, settings, wishes, progress)
    lines = [line for line in (job.opening(),) if line]
    lines += summary(obtained, job.labels, job.document)
    say("\n".join(lines) if lines else "the catalogue's works give no addresses")
    return 0 if all(one.held for one in obtained.addresses) else 1


def _told(job: _Job, *, again: bool) -> int:
    """Say what would be fetched."""
    from datetime import UTC, datetime

    from holdwater.doors.sources_desk import catalogue_of
    from holdwater.report.visible import one_line
    from holdwater.sources.fetch.run import planned

    now = datetime.now(UTC)
    if job.layout.catalogue.is_file():
        with catalogue_of(job.layout) as catalogue:
            plan = planned(job.said, catalogue, again=again, now=now)
    else:
        plan = planned(job.said, None, again=again, now=now)
    lines = [line for line in (job.opening(),) if line]
    for one in plan:
        named = ", ".join(job.labels.get(one.url, ()))
        would = f"{one_line(one.url)}: {one.passed_over or 'would be asked for'}"
        lines.append(f"{one_line(named)}: {would}" if named else would)
    say("\n".join([*lines, "nothing was asked for (--offline)"]))
    return 0 if all(one.held for one in plan) else 1
