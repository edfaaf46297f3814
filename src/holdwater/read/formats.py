"""Which format a file is in, and which reader reads it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from holdwater.document import Document
from holdwater.errors import ReadError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FORMATS = ("markdown", "html", "plain")
"""The formats that Holdwater reads by itself; plug-ins add others (entry point `holdwater.readers`)."""

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xht": "html",
    ".txt": "plain",
    ".text": "plain",
}

_HEAD = 4096
"""How many characters of a text are looked at to tell its format."""

_MARKUP = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->)*<(!doctype\s+html|html|head|body)\b", re.I
)
_MARKDOWN = re.compile(r"^(?:\[\^[^\s\]]{1,40}\]:[ \t]|#{1,6} \S)|\]\(https?://", re.M)

Reader = Callable[..., Document]


def sniff(raw: str, name: str) -> str:
    """The format of a decoded text: by what it holds, then by its name's suffix, then by Markdown's plainest signs."""
    head = raw[:_HEAD]
    if _MARKUP.match(head):
        return "html"
    suffix = PurePath(name).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if suffix[1:] in _plug_ins():
        return suffix[1:]
    if head.lstrip().startswith("<?xml"):
        return "html"
    return "markdown" if _MARKDOWN.search(head) else "plain"


def format_by_name(name: str) -> str | None:
    """The format that a plug-in reads and that the file's suffix names; None where there is no such plug-in."""
    suffix = PurePath(name).suffix.lower()[1:]
    return suffix if suffix in _plug_ins() else None


def reader(format: str) -> Reader:  # noqa: A002 - the word the command line uses
    """The reader of a format. Raises ReadError with the formats there are if none has this name."""
    if format in FORMATS:
        function: Reader = import_module(f"holdwater.read.{format}").read
        return function
    if format in _plug_ins():
        loaded: Reader = _plug_ins()[format].load()
        return loaded
    known = ", ".join((*FORMATS, *sorted(_plug_ins())))
    raise ReadError(f"no reader is called {format!r}", mend=f"there are {known}")


@cache
def needs(function: Reader) -> frozenset[str]:
    """The names of a reader's parameters: it is given `raw` (text), `data` (bytes), `name` or `beside` as it asks."""
    return frozenset(inspect.signature(function).parameters)


@cache
def _plug_ins() -> Mapping[str, EntryPoint]:
    from importlib.metadata import entry_points  # slow to import, and only unknown suffixes need it

    return {entry.name: entry for entry in entry_points(group="holdwater.readers") if entry.name not in FORMATS}
