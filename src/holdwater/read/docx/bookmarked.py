"""Citations that Zotero keeps in bookmarks: their instructions stand in pieces among the file's own properties."""

from __future__ import annotations

from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.read.docx.fields import MAX_INSTRUCTION
from holdwater.read.xml import Element

_PIECE = waiting(r"(ZOTERO_BREF_[A-Za-z0-9]{1,40})_([0-9]{1,5})")


def bookmarked(properties: Element | None) -> Mapping[str, str]:
    """The instructions by the bookmarks' names, as a field would have them; `properties` are the custom ones."""
    pieces: dict[str, list[tuple[int, str]]] = {}
    for one in properties.elements("property") if properties is not None else ():
        named = _PIECE.fullmatch(one.get("name"))
        if named is not None:
            words = "".join(text.value for text in one.texts())
            pieces.setdefault(named[1], []).append((int(named[2]), words))
    return {
        name: "ADDIN " + "".join(words for _, words in sorted(listed))[:MAX_INSTRUCTION]
        for name, listed in pieces.items()
    }
