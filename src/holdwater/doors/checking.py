"""The run of `holdwater check`: read, open the sources, check, write."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from holdwater.check import check
from holdwater.config import Config
from holdwater.document import Document
from holdwater.doors.console import Progress, complain, has_colour, say, width
from holdwater.doors.options import STDIN, Options
from holdwater.doors.outputs import ONE_DOCUMENT, Target, renderer, targets, write_all
from holdwater.doors.shelves import project_near, sources_in_hand
from holdwater.errors import ConfigError, HoldwaterError
from holdwater.findings.decisions import FILE_NAME, Decision, parse_decisions
from holdwater.findings.report import Report
from holdwater.read import read_bytes, read_file
from holdwater.read.decoding import MAX_FILE
from holdwater.sources.known import Known
from holdwater.sources.project import Layout
from holdwater.sources.shelf import Shelf
from holdwater.sources.statistics import open_store, tables_folder
from holdwater.tables.store import Store

COULD_NOT_RUN = 2


class Run:
    """One run over all documents; the sources of one folder are opened once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.progress = Progress(wanted=not (options.quiet or options.no_progress))
        self.shelves: dict[tuple[Path | None, Path | None, Path | None, bool, bool], Shelf] = {}
        self.said: set[str] = set()

    def all(self) -> int:
        """Check every document and return the worst exit code. Raises HoldwaterError where nothing can be run."""
        documents = self.options.documents
        configs = [self.options.settings(document) for document in documents]
        files = self._planned(configs)
        if self.options.fetch:
            from holdwater.doors.fetched_first import fetch_first

            fetch_first(self.options, self.progress)
        return max(self._one_or_complaint(*pair, files) for pair in zip(documents, configs, strict=True))

    def _planned(self, configs: Sequence[Config]) -> tuple[Target, ...]:
        """The files to write; what cannot be written is refused before any work is done."""
        formats = {config.output_format for config in configs}
        for name in sorted(formats):
            renderer(name)
        single = sorted(formats & ONE_DOCUMENT)
        if single and len(configs) > 1 and not self.options.quiet:
            mend = f"write a file each: --quiet -o '{{stem}}.{single[0]}'"
            raise ConfigError(f"--output-format {single[0]} holds one document", mend=mend)
        return targets(self.options.output, self.options.documents, self.options.read_paths(configs))

    def _one_or_complaint(self, document: str, config: Config, files: Sequence[Target]) -> int:
        """One document's exit code; where it cannot be checked, say why, once, and let the others go on."""
        try:
            return self._one(document, config, files)
        except HoldwaterError as error:
            if len(self.options.documents) == 1:
                raise
            if str(error) not in self.said:
                complain(str(error))
            self.said.add(str(error))
            return COULD_NOT_RUN

    def _one(self, document: str, config: Config, files: Sequence[Target]) -> int:
        with self.progress.doing(f"reading {document}"):
            text = _read(document, self.options.format, ocr=config.ocr)
        project = project_near(document)
        shelf = self._shelf(config, project)
        with _known(document, project, shelf) as known, self.progress.doing(f"checking {document}"):
            tables = partial(_tables, document)
            report = check(text, shelf, config, _decisions(document), self.progress.step, tables, known)
            write_all(files, report, document)
        self._show(report, config)
        return int(report.failed(strict=config.strict) and not config.exit_zero)

    def _shelf(self, config: Config, project: Path | None) -> Shelf:
        key = (config.sources, config.catalogue, project, config.ocr, config.cache)
        if key not in self.shelves:
            where = " and ".join(str(place) for place in (config.sources, project and Layout(project).folder) if place)
            with self.progress.doing(f"opening the sources in {where}"):
                self.shelves[key] = sources_in_hand(config, project, self.progress.step)
        return self.shelves[key]

    def _show(self, report: Report, config: Config) -> None:
        if not self.options.quiet:
            render = renderer(config.output_format)
            say(render(report, width=width(), colour=has_colour(self.options.color)))


def _read(document: str, form: str | None, *, ocr: bool) -> Document:
    if document == STDIN:
        return read_bytes(sys.stdin.buffer.read(MAX_FILE + 1), STDIN, format=form, ocr=ocr)
    return read_file(document, format=form, ocr=ocr)


def _known(document: str, project: Path | None, shelf: Shelf) -> AbstractContextManager[Known | None]:
    """What the project knows beside the sources; None where there is none."""
    if project is None:
        return nullcontext()
    from holdwater.sources.knowledge import knowledge_of

    return knowledge_of(project, None if document == STDIN else Path(document), shelf)


def _tables(document: str) -> Store:
    """The packaged tables and the project's own, from the document's folder upward."""
    return open_store(tables_folder(Path.cwd() if document == STDIN else Path(document).parent))


def _decisions(document: str) -> tuple[Decision, ...]:
    """What people have decided, from the file beside the document; nothing where there is none."""
    file = Path(FILE_NAME) if document == STDIN else Path(document).with_name(FILE_NAME)
    try:
        return parse_decisions(file.read_text(encoding="utf-8-sig"), str(file))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("cannot be read as UTF-8 text", where=str(file), mend="mend or move the file") from error
