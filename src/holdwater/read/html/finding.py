"""All the notes of an HTML file: those that links tie, those beside the text, loose ones, and those of another file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.read.html.attribute_notes import attribute_notes
from holdwater.read.html.index import Index
from holdwater.read.html.loose_notes import loose_notes, raise_digits
from holdwater.read.html.marks import File, Findings, NoteBody, NoteMark
from holdwater.read.html.note_bodies import Bodies
from holdwater.read.html.notes import linked_notes
from holdwater.read.html.sidenotes import side_notes
from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, grow
from holdwater.read.html.trimming import trim

_FILE_NAME = waiting(r"(?:\./)?([^/\\?#%:]{1,200}\.x?html?)", re.I)
_MAX_FILES = 4  # a chapter's notes stand in one file, now and then in two


def index_of(root: Element, stream: Stream) -> Index:
    """The index of a tree whose text nodes are placed in `stream`; raised digits get elements of their own first."""
    if stream.has_raised_digits:
        raise_digits(root)
    return Index.of(root)


def find_notes(index: Index, name: str, stream: Stream) -> Findings:
    """The notes of a tree and the marks that lead to them; `name` is the file's own, as links in it may use it."""
    findings = Findings()
    side_notes(index, findings)
    linked_notes(index, name, findings)
    loose_notes(index, findings)
    attribute_notes(index, stream, findings)
    trim(index, findings)
    return findings


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A note that stands in another file, and that file."""

    body: NoteBody
    file: File


def notes_elsewhere(findings: Findings, beside: Callable[[str], str | None]) -> list[Elsewhere]:
    """The notes in other files of the same folder that marks lead to; the marks are aimed at them."""
    files: dict[str, _File | None] = {}
    found: list[Elsewhere] = []
    for mark in list(findings.marks.values()):
        path = _FILE_NAME.fullmatch(mark.path) if mark.path else None
        if path is None:
            continue
        if path[1] not in files and len(files) < _MAX_FILES:
            files[path[1]] = _File.open(path[1], beside, findings)
        file = files.get(path[1])
        if file is not None:
            found += file.adopt(mark, mark.fragment)
    return found


class _File:
    """Another file, its notes, and which of them have become notes of the document."""

    def __init__(self, file: File, index: Index, own: Findings, document: Findings) -> None:
        self._file = file
        self._index = index
        self._own = own
        self._document = document
        self._bodies = Bodies(index, [])
        self._adopted: dict[str, NoteBody] = {}
        self._by_id = {body.id: body for body in own.bodies}
        self._marks = sorted(own.marks.items(), key=lambda item: item[0].order)

    @classmethod
    def open(cls, path: str, beside: Callable[[str], str | None], document: Findings) -> _File | None:
        """The file at `path`; None where it cannot be had or read."""
        raw = beside(path)
        if raw is None:
            return None
        try:
            stream = Stream(raw, path)
        except ReadError:
            return None
        index = index_of(grow(stream), stream)
        own = find_notes(index, path, stream)
        document.skipped |= own.skipped
        document.dropped |= own.dropped
        document.marks.update(own.marks)
        return cls(File(path, raw, stream.source), index, own, document)

    def adopt(self, mark: NoteMark, name: str) -> list[Elsewhere]:
        """Aim a mark at the note called `name`; what is new of it and of the notes that its own text leads to."""
        waiting = [(mark, name)]
        found: list[Elsewhere] = []
        while waiting:
            one, wanted = waiting.pop()
            known = self._adopted.get(wanted)
            body = known or self._note(wanted)
            if body is None:
                continue
            if known is None:
                inner = [(mark, mark.target) for mark in self._marks_in(body) if mark.target]
                body = self._adopted[wanted] = self._as_own(body, one)
                found.append(Elsewhere(body, self._file))
                waiting += inner
            one.target = body.id
        return found

    def _note(self, name: str) -> NoteBody | None:
        target = self._index.ids.get(name)
        return self._by_id.get(name) or (self._bodies.of(target, self._own) if target is not None else None)

    def _marks_in(self, body: NoteBody) -> list[NoteMark]:
        found: list[NoteMark] = []
        for node in body.nodes:
            if isinstance(node, Element):
                first = bisect_left(self._marks, node.order, key=lambda item: item[0].order)
                last = bisect_right(self._marks, node.last, key=lambda item: item[0].order)
                found += [mark for _, mark in self._marks[first:last]]
        return found

    def _as_own(self, body: NoteBody, mark: NoteMark) -> NoteBody:
        """A note of the other file as one of the document, its id one that is not yet taken there."""
        adopted = self._document.add(body.id, body.label or mark.label, body.nodes, body.order)
        self._document.bodies.pop()
        return adopted
