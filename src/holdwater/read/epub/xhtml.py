"""XHTML for a parser of HTML: `<a id="p12"/>` is a whole element there, and an opened one here."""

from __future__ import annotations

from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, grow


def grow_xhtml(raw: str, name: str) -> tuple[Element, Stream]:
    """The tree of an XHTML file, whether well-formed or not, and the stream its text nodes are placed in.

    Raises ReadError where tags are nested too deep.
    """
    stream = Stream(raw, name, xml=True)
    return grow(stream), stream
