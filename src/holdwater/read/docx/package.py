"""The parts of a Word file: which there are, how they hang together, and each as a tree with places.

A part is found by the relationships of the part that uses it, never by its usual path. Only the main part must be
sound: the text is read without any other that is damaged, and `unread` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from holdwater.document import FilePart
from holdwater.errors import ReadError
from holdwater.read.archive import Archive
from holdwater.read.xml import Element, grow

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"

PREFIXES: Mapping[str, str] = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}officeDocument/2006/bibliography": "b",
    f"{_STRICT}officeDocument/bibliography": "b",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
"""The prefixes of the names that the reader knows; those of the strict form of the format are the same."""

_USUAL_MAIN = "word/document.xml"
_LONGEST_PATH = 100


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: the last word of the relationship's type, and a path in the archive or an address."""

    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was read: its path in the archive, its tree, and its relationships by their ids."""

    path: str
    root: Element
    relations: Mapping[str, Relation]

    def related(self, kind: str) -> Iterator[str]:
        """The paths of the parts that this one names as its `kind` ("footnotes", "styles")."""
        return (one.target for one in self.relations.values() if one.kind == kind and not one.external)


class Package:
    """A Word file that is open: parts are parsed when asked for, and their contents kept one after the other."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ReadError where the bytes are no sound zip file."""
        self._archive = Archive(data, name)
        self._name = name
        self._raw: list[str] = []
        self._length = 0
        self.parts: list[FilePart] = []
        self.unread: list[str] = []

    @property
    def raw(self) -> str:
        """The decoded contents of the parts that were read, one after the other."""
        return "".join(self._raw)

    def main(self) -> Part:
        """The part that holds the body. Raises ReadError where there is none or it is damaged."""
        named = (one.target for one in self._relations("").values() if one.kind == "officeDocument")
        path = next((one for one in named if one in self._archive), _USUAL_MAIN)
        if path not in self._archive:
            raise ReadError("a Word file without a document in it", where=self._name, mend="save it again")
        return self.part(path)

    def other(self, path: str) -> Part | None:
        """A part that the text can be read without; None, and a line in `unread`, where it is missing or damaged."""
        try:
            return self.part(path)
        except ReadError as fault:
            self.unread.append(f"{path[:_LONGEST_PATH]}: {fault.what}")
            return None

    def part(self, path: str) -> Part:
        """The part at a path. Raises ReadError where it is missing or damaged."""
        text = self._archive.text(path)
        root = grow(text, f"{self._name}/{path}", PREFIXES, start=self._length)
        self.parts.append(FilePart(path, self._length))
        self._raw.append(text)
        self._length += len(text)
        return Part(path, root, self._relations(path))

    def related(self, part: Part, kind: str) -> Part | None:
        """The part that `part` names as its `kind`; None where it names none or it cannot be read."""
        paths = list(part.related(kind))
        path = next((one for one in paths if one in self._archive), paths[0] if paths else None)
        return self.other(path) if path is not None else None

    def trees(self, part: Part, kind: str) -> Iterator[Element]:
        """The trees of the parts that `part` names as its `kind`, of those that can be read."""
        for path in dict.fromkeys(part.related(kind)):
            tree = self.tree(path)
            if tree is not None:
                yield tree

    def tree(self, path: str) -> Element | None:
        """The tree of a part whose text is not part of the document's; None where it cannot be read."""
        try:
            return grow(self._archive.text(path), f"{self._name}/{path}", PREFIXES)
        except ReadError as fault:
            self.unread.append(f"{path[:_LONGEST_PATH]}: {fault.what}")
            return None

    def properties(self, kind: str) -> Element | None:
        """The tree of the file's properties of a kind: "core-properties" (title, author, date), "custom-properties"."""
        for one in self._relations("").values():
            if one.kind == kind:
                return self.tree(one.target)
        return None

    def _relations(self, path: str) -> Mapping[str, Relation]:
        """The relationships of a part by their ids; those of the whole package for the path ""."""
        folder, _, file = path.rpartition("/")
        named = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        tree = self.tree(named) if named in self._archive else None
        found: dict[str, Relation] = {}
        for one in tree.elements() if tree is not None else ():
            target, kind = one.get("Target"), one.get("Type").rpartition("/")[2]
            external = one.get("TargetMode") == "External" or kind == "hyperlink"
            found[one.get("Id")] = Relation(kind, target if external else within(folder, target), external)
        return found


def within(folder: str, target: str) -> str:
    """The path in the archive that `target` means in a part of `folder`; what climbs out of it ends at its root."""
    steps = [] if target.startswith("/") else folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
