"""What the search for notes in an HTML tree finds: marks, the notes' texts, and what stands only for show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from holdwater.read.assembly import free_id
from holdwater.read.html.tree import Element, Node
from holdwater.read.source import Source


@dataclass(slots=True)
class NoteMark:
    """A note mark: what it shows, the id of its note ("" where there is none), and where its link leads.

    `path` and `fragment` are of a note that stands in another file.
    """

    label: str
    target: str = ""
    path: str = ""
    fragment: str = ""


@dataclass(slots=True)
class File:
    """A file beside the document that notes are read from: its text, and where it begins in all that is read."""

    path: str
    raw: str
    source: Source
    start: int = 0


@dataclass(slots=True)
class NoteBody:
    """A note: its id, its number or label, and the nodes that hold its text. `asked` says that a mark leads to it."""

    id: str
    label: str
    nodes: list[Node]
    order: int
    asked: bool = False

    @property
    def first(self) -> Element | None:
        """The first element among its nodes."""
        return next((node for node in self.nodes if isinstance(node, Element)), None)


@dataclass
class Findings:
    """Marks by the element that is cut out for them, and notes.

    `skipped` are nodes that are not written where they stand, `dropped` those that are not written at all: back links,
    a note's own number, what only repeats a note.
    """

    marks: dict[Element, NoteMark] = field(default_factory=dict)
    bodies: list[NoteBody] = field(default_factory=list)
    skipped: set[Node] = field(default_factory=set)
    dropped: set[Node] = field(default_factory=set)
    taken: Counter[str] = field(default_factory=Counter)

    def add(self, wanted: str, label: str, nodes: list[Node], order: int) -> NoteBody:
        """Add a note, its nodes moved out of the running text, and return it."""
        body = NoteBody(free_id(wanted or f"note-{len(self.bodies) + 1}", self.taken), label, nodes, order)
        self.bodies.append(body)
        self.skipped.update(nodes)
        return body
