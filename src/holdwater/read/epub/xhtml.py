"""XHTML for a parser of HTML: `<a id="p12"/>` is a whole element there, and an opened one here."""

from __future__ import annotations

import re

from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, grow

_CLOSED = re.compile(r"<([A-Za-z][^\s<>/\"']*)([^<>]*)/>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def grow_xhtml(raw: str, name: str) -> tuple[Element, Stream]:
    """The tree of an XHTML file, whether well-formed or not, and the stream its text nodes are placed in.

    Raises ReadError where tags are nested too deep.
    """
    stream = Stream(_CLOSED.sub(_blanked, raw), name)
    return grow(_CLOSED.sub(_opened_and_closed, raw), stream), stream


def _opened_and_closed(tag: re.Match[str]) -> str:
    if tag[1].lower() in _VOID:
        return tag[0]
    return f"<{tag[1]}{tag[2]}></{tag[1]}>"


def _blanked(tag: re.Match[str]) -> str:
    """As long as the tag and without a meaning: an empty element adds nothing to the words of the file."""
    if tag[1].lower() in _VOID:
        return tag[0]
    return f"<?{' ' * (len(tag[0]) - 3)}>"
