"""Footnotes and endnotes: which label each mark has by its order, and which notes are still to be written."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from holdwater.read.docx.labels import label, whole
from holdwater.read.docx.package import Part
from holdwater.read.docx.properties import value
from holdwater.read.xml import Element

KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class Form:
    """How notes of a kind are counted: the form of their numbers, the first, and where they begin again."""

    form: str
    start: int = 1
    restart: str = "continuous"


@dataclass(frozen=True, slots=True)
class Body:
    """A note that a mark leads to: its id and label, its element in `part`, and whether the author typed the label."""

    id: str
    label: str
    element: Element
    part: Part
    custom: bool


@dataclass(slots=True)
class Shelf:
    """The notes of one kind."""

    kind: str
    forms: list[Form]
    part: Part | None = None
    elements: dict[str, Element] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    waiting: deque[Body] = field(default_factory=deque)
    count: int = 0


class Notes:
    """The notes of a document, in the order in which their marks come."""

    def __init__(self, parts: dict[str, Part | None], settings: Element | None, sections: list[Element]) -> None:
        """`parts` are those of the notes by kind; `sections` are the body's section properties, in order."""
        self._section = 0
        self._shelves = {kind: _shelf(kind, parts.get(kind), settings, sections) for kind in KINDS}

    def mark(self, kind: str, id: str, custom: str | None) -> tuple[str, str]:  # noqa: A002 - Word's own word
        """The label and the target of the next mark; the target is "" where the file has no such note.

        `custom` is a label that the author typed, which is not counted; None if Word counts.
        """
        shelf = self._shelves[kind]
        known = shelf.labels.get(id)
        if known is not None and custom is None:
            return known, f"{kind}-{id}"
        form = shelf.forms[min(self._section, len(shelf.forms) - 1)]
        if custom is None:
            shelf.count += 1
        printed = custom if custom is not None else label(form.start - 1 + shelf.count, form.form)
        element = shelf.elements.get(id)
        if element is None or shelf.part is None:
            return printed, ""
        if known is None:
            shelf.labels[id] = printed
            shelf.waiting.append(Body(f"{kind}-{id}", printed, element, shelf.part, custom is not None))
        return printed, f"{kind}-{id}"

    def next_section(self) -> None:
        """The next section of the body begins."""
        self._section += 1
        self._begin_again("eachSect")

    def next_page(self) -> None:
        """A new page begins, as Word last laid the document out: all that tells where numbers begin again."""
        self._begin_again("eachPage")

    def _begin_again(self, where: str) -> None:
        for shelf in self._shelves.values():
            if shelf.forms[min(self._section, len(shelf.forms) - 1)].restart == where:
                shelf.count = 0

    def to_write(self) -> Iterator[Body]:
        """The notes whose marks were met, footnotes before endnotes; notes may bring marks of others."""
        for _ in KINDS:
            for shelf in self._shelves.values():
                while shelf.waiting:
                    yield shelf.waiting.popleft()


def _shelf(kind: str, part: Part | None, settings: Element | None, sections: list[Element]) -> Shelf:
    usual = Form("decimal" if kind == "footnote" else "lowerRoman")
    overall = _form(settings.first(f"w:{kind}Pr") if settings is not None else None, usual)
    shelf = Shelf(kind, [_form(one.first(f"w:{kind}Pr"), overall) for one in sections] or [overall], part)
    for one in part.root.elements(f"w:{kind}") if part is not None else ():
        if one.get("w:type") in ("", "normal"):
            shelf.elements.setdefault(one.get("w:id"), one)
    return shelf


def _form(properties: Element | None, under: Form) -> Form:
    return Form(
        value(properties, "w:numFmt") or under.form,
        whole(value(properties, "w:numStart"), under.start),
        value(properties, "w:numRestart") or under.restart,
    )
