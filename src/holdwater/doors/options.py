"""The options of `holdwater check`, and the settings that they and a settings file make together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from holdwater.config import Config, config_for, load_config
from holdwater.errors import ConfigError
from holdwater.rules.selection import selected

_SETTINGS = ("sources", "catalogue", "output_format", "config", "format")
_FLAGS = ("strict", "exit_zero", "isolated", "ocr", "no_cache", "quiet", "no_progress")
_LISTS = ("select", "ignore", "extend_select", "output")

STDIN = "-"
"""The document's name that means standard input."""


@dataclass(frozen=True)
class Options:
    """What the command line says; the names are the options'."""

    documents: tuple[str, ...]
    sources: str | None
    catalogue: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    strict: bool
    exit_zero: bool
    output_format: str | None
    output: tuple[str, ...]
    config: str | None
    isolated: bool
    format: str | None
    ocr: bool
    no_cache: bool
    quiet: bool
    no_progress: bool
    color: str
    fetch: bool = False
    offline: bool = False
    contact: str = ""
    allow_private: bool = False

    @classmethod
    def usual(cls, documents: tuple[str, ...], **others: object) -> Self:
        """The options of a command line that says nothing but these."""
        given: dict[str, object] = dict.fromkeys(_SETTINGS) | dict.fromkeys(_FLAGS, False) | dict.fromkeys(_LISTS, ())
        return cls(documents, **{**given, "color": "auto", **others})  # type: ignore[arg-type]

    def settings(self, document: str) -> Config:
        """The settings for one document: those of its file, and the command line's over them.

        `--select` takes the place of the file's, `--ignore` and `--extend-select` are added to it. Raises ConfigError.
        """
        if self.isolated and self.config:
            raise ConfigError("--isolated and --config exclude each other", mend="give one of them")
        config = self._overridden(self._from_file(document))
        if config.catalogue and not config.sources:
            raise ConfigError("a catalogue without a folder of sources", mend="give the folder with --sources")
        selected(config, document)  # refuse an unknown rule before anything is read
        return config

    def _from_file(self, document: str) -> Config:
        if self.isolated:
            return Config()
        if self.config:
            return load_config(Path(self.config))
        return config_for(None if document == STDIN else Path(document))

    def _overridden(self, config: Config) -> Config:
        return replace(
            config,
            select=self.select or config.select,
            ignore=(*config.ignore, *self.ignore),
            extend_select=(*config.extend_select, *self.extend_select),
            strict=self.strict or config.strict,
            exit_zero=self.exit_zero or config.exit_zero,
            ocr=self.ocr or config.ocr,
            cache=config.cache and not self.no_cache,
            output_format=self.output_format or config.output_format,
            sources=Path(self.sources) if self.sources else config.sources,
            catalogue=Path(self.catalogue) if self.catalogue else config.catalogue,
        )

    def read_paths(self, configs: Sequence[Config]) -> Iterator[Path]:
        """The files and folders that this run reads, which no report may be written over."""
        yield from (Path(document) for document in self.documents if document != STDIN)
        for config in configs:
            yield from (path for path in (config.sources, config.catalogue, config.file) if path is not None)
