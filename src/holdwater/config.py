"""Settings: what `holdwater.toml`, or `[tool.holdwater]` in pyproject.toml, may say.

The closest file wins, upward from the document: one file is read, and files further up are not merged into it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeVar

from holdwater.errors import ConfigError

_T = TypeVar("_T")

CONFIG_NAME = "holdwater.toml"
PROJECT_NAME = "pyproject.toml"

MAX_BYTES = 1_000_000
"""A settings file larger than this is not one."""


@dataclass(frozen=True)
class Config:
    """Which rules run, what fails a run, and where the sources are.

    `select`, `ignore`, `extend_select` and the values of `per_file_ignores` hold rule selectors: a code, a name, the
    start of a code ("QUO", "QUO1") or "ALL", in any letter case (see `holdwater.rules.selection`). An empty `select`
    means every rule that is not in preview. `per_file_ignores` is keyed by glob patterns, laid against a document's
    path from the settings file's folder and against its bare name. `cache` keeps the words of sources for the next run.
    `file` is the settings file, None without one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strict: bool = False
    exit_zero: bool = False
    ocr: bool = False
    cache: bool = True
    sources: Path | None = None
    catalogue: Path | None = None
    output_format: str = "full"
    file: Path | None = None

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The selectors that `per_file_ignores` gives for the document at `path`."""
        names = _names(path, self.file)
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores.items()
            if any(fnmatchcase(name, pattern) for name in names)
            for selector in selectors
        )


def _names(path: str, file: Path | None) -> tuple[str, ...]:
    """What a pattern may match: the document's path from the settings file's folder, as given, and its bare name."""
    given = Path(path)
    names = [given.as_posix(), given.name]
    if file is not None and given.absolute().is_relative_to(file.parent.absolute()):
        names.append(given.absolute().relative_to(file.parent.absolute()).as_posix())
    return tuple(names)


def config_for(document: Path | None) -> Config:
    """The settings for a document: those of the closest file upward from it; the defaults where there is none.

    `document` None is standard input, whose settings are looked for from the working folder. Raises ConfigError.
    """
    start = Path.cwd() if document is None else document.absolute().parent
    for folder in (start, *start.parents):
        for file in _settings_in(folder):
            return load_config(file)
    return Config()


def _settings_in(folder: Path) -> Iterator[Path]:
    own = folder / CONFIG_NAME
    if own.is_file():
        yield own
    project = folder / PROJECT_NAME
    if project.is_file() and "holdwater" in _tools(_toml(project), project):
        yield project


def load_config(file: Path) -> Config:
    """The settings in one file; relative paths in it start from its folder.

    Raises ConfigError naming the file, the key and the mend: a file that cannot be read or is not TOML, a key that is
    none, a value of the wrong type.
    """
    content = _toml(file)
    table = content
    if file.name == PROJECT_NAME:
        table = _table(_tools(content, file).get("holdwater", {}), "tool.holdwater", file)
    settings = {_field(key, file): (key, value) for key, value in table.items()}
    values = {name: _value(name, key, value, file) for name, (key, value) in settings.items()}
    return Config(**values, file=file)  # type: ignore[arg-type]


def _toml(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as handle:
            raw = handle.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise ConfigError(f"larger than {MAX_BYTES:,} bytes", where=str(file), mend="is this a settings file?")
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise ConfigError(reason, where=str(file), mend="check the path and its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"not TOML: {error}", where=str(file), mend="mend it there") from error


def _tools(content: Mapping[str, object], file: Path) -> dict[str, object]:
    return _table(content.get("tool", {}), "tool", file)


def _table(value: object, key: str, file: Path) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ConfigError(f"{key} is {_kind(value)}, not a table", where=str(file), mend=f"write it as [{key}]")
    return value


_FIELDS = tuple(one.name for one in fields(Config) if one.name != "file")


def _field(key: str, file: Path) -> str:
    """The field that a key of the file sets; keys may be written with hyphens or underscores."""
    name = key.replace("-", "_")
    if name in _FIELDS:
        return name
    from difflib import get_close_matches

    keys = [one.replace("_", "-") for one in _FIELDS]
    near = get_close_matches(key.lower(), keys, n=1, cutoff=0.5)
    mend = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(keys)}"
    raise ConfigError(f"there is no setting called {key!r}", where=str(file), mend=mend)


def _value(name: str, key: str, value: object, file: Path) -> object:
    match name:
        case "strict" | "exit_zero" | "ocr" | "cache":
            return _expect(value, bool, "true or false", key, file)
        case "sources" | "catalogue":
            return file.parent / _expect(value, str, "a path between quotation marks", key, file)
        case "output_format":
            return _expect(value, str, "a word between quotation marks", key, file)
        case "per_file_ignores":
            patterns = _expect(value, dict, "a table of patterns, each with a list of rules", key, file)
            return {pattern: _selectors(rules, f"{key}.{pattern}", file) for pattern, rules in patterns.items()}
        case _:
            return _selectors(value, key, file)


def _selectors(value: object, key: str, file: Path) -> tuple[str, ...]:
    entries = _expect(value, list, 'a list of rules, such as ["QUO101"]', key, file)
    return tuple(_expect(entry, str, "a list of rules, each between quotation marks", key, file) for entry in entries)


def _expect(value: object, kind: type[_T], wanted: str, key: str, file: Path) -> _T:
    if isinstance(value, kind):
        return value
    raise ConfigError(f"{key} is {_kind(value)}", where=str(file), mend=f"it must be {wanted}")


def _kind(value: object) -> str:
    """What a TOML value is, in words."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or time")
