"""The notes of e-books whose endnotes stand in a file of their own (Standard Ebooks), each tied to its mark.

How it is counted. Every XHTML file of a book's `text` folder is parsed by `xml.etree`, which knows nothing of our
reader, for its `epub:type="noteref"` links: their labels, their order, and the `<li>` of the endnotes file that each
leads to. The same file is read by us with its folder beside it.

- `ebooks_tied`: of all those links, those where our mark at the same place in the order has the same
  label and leads to a note whose words are the endnote's, white space and back links aside. If we have more marks or
  fewer than the file has links, every link from the first difference on counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from xml.etree import ElementTree

from eval import data
from eval.measure import Measure, Miss
from holdwater.document import MarkKind
from holdwater.read import read_file

FOLDER = "formats/standardebooks"

_TYPE = "{http://www.idpf.org/2007/ops}type"
_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")


def measures() -> Iterator[Measure]:
    """The measure of this module, over every text file of every book."""
    tied = Measure("ebooks_tied", "marks of e-books tied to the endnote that they lead to")
    for path in sorted((data.root() / FOLDER).glob("*/src/epub/text/*.xhtml")):
        nowhere = ("", "")
        for number, (wanted, found) in enumerate(zip_longest(links(path), marks(path), fillvalue=nowhere), 1):
            detail = f"wanted {wanted[0]} {wanted[1][:60]!r}, found {found[0]} {found[1][:60]!r}"
            tied.count(wanted == found, Miss(f"{path.parts[-5]}/{path.name}", f"mark {number} leads elsewhere", detail))
    yield tied


def links(path: Path) -> list[tuple[str, str]]:
    """The label of each note link of a file and the words of the endnote that it leads to."""
    found = []
    for link in ElementTree.parse(path).iter():
        if "noteref" in link.get(_TYPE, "").split():
            name, _, fragment = link.get("href", "").partition("#")
            found.append(("".join(link.itertext()), endnotes(path.parent / name).get(fragment, "no such endnote")))
    return found


@cache
def endnotes(path: Path) -> dict[str, str]:
    """The words of each endnote of a file by its id, without links to it and from it."""
    return {
        item.get("id", ""): _BLANK.sub("", "".join(_shown(item)))
        for item in ElementTree.parse(path).iter()
        if item.tag.endswith("}li") and item.get("id")
    }


def _shown(element: ElementTree.Element) -> Iterator[str]:
    if not {"backlink", "noteref"}.intersection(element.get(_TYPE, "").split()):
        yield element.text or ""
        for child in element:
            yield from _shown(child)
    yield element.tail or ""


def marks(path: Path) -> list[tuple[str, str]]:
    """The label of each mark that our reading has in a file itself and the words of the note that it leads to."""
    document = read_file(path)
    own = path.name == "endnotes.xhtml"
    words = {note.id: _BLANK.sub("", note.span.of(document.text)) for note in document.notes}
    return [
        (mark.label, words.get(mark.target, "leads nowhere"))
        for mark in document.marks_of(MarkKind.NOTE)
        if own or document.note_at(mark.span.start) is None
    ]
