"""JATS, its forerunner NLM and its sister BITS: articles and books as publishers and archives keep them.

`index.py` learns what leads where in an article, `text.py` writes it, `fields.py` makes records of its references.
"""

from __future__ import annotations

from collections import Counter

from holdwater.document import BlockKind, Document, Part
from holdwater.errors import ReadError
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.jats.index import Index
from holdwater.read.jats.metadata import metadata_of
from holdwater.read.jats.settings import Held
from holdwater.read.jats.text import Writer
from holdwater.read.xml import Comment, Element, grow

_PREFIXES = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "mml",
    "http://www.w3.org/2001/XInclude": "xi",
}
_WHOLES = ("article", "book", "book-part-wrapper")


def read(raw: str, name: str) -> Document:
    """Read an article, a book, or a set of articles.

    Args:
        raw: the file's decoded content.
        name: what reports call it.

    Returns:
        The document: each article's title, front matter, abstracts, body and back matter in the file's order, its
        responses and reviews as comments, then the notes' texts. Each reference that its fields describe is a record.

    Raises:
        ReadError: the file is not well-formed XML, declares entities that are no plain words, nests too deep, or
            is no article.
    """
    root = grow(raw, name, _PREFIXES)
    wholes = [root] if root.tag in _WHOLES else _wholes(root)
    if not wholes and root.tag not in ("sub-article", "response", "book-part"):
        raise ReadError(f"XML without an article (its root is <{root.tag[:40]}>)", where=name, mend="check the format")
    assembly = Assembly()
    taken = Taken()
    between = [] if root in wholes else [child for child in root.children if isinstance(child, Comment)]
    for whole in wholes or [root]:
        while wholes and between and between[0].place < whole.place:
            assembly.comment(between.pop(0).words)
        _write(whole, assembly, taken)
    return assembly.document(raw, name, "jats", metadata_of((wholes or [root])[0]))


class Taken:
    """Ids and groups that a document has used up; several articles may share a file, and their ids."""

    def __init__(self) -> None:
        self.notes: Counter[str] = Counter()
        self.records: Counter[str] = Counter()
        self.groups = 0


def _write(whole: Element, assembly: Assembly, taken: Taken) -> None:
    index = Index(whole, taken.notes, taken.records)
    writer = Writer(assembly, index, taken.groups)
    writer.write(whole, Held())
    for note in index.notes.values():
        held = Held(Setting(BlockKind.NOTE, Part.NOTES, group=writer.new_group()))
        writer.write_note(note, held)
    taken.groups = writer.new_group()


def _wholes(root: Element) -> list[Element]:
    """The articles and books of a set of them, one in another left out."""
    found: list[Element] = []
    inside: set[Element] = set()
    for element in root.walk():
        held = element.parent in inside
        if element.tag in _WHOLES and not held:
            found.append(element)
        if held or element.tag in _WHOLES:
            inside.add(element)
    return found
