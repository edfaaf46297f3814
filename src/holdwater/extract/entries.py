"""The entries of a bibliography: their labels, what they describe, and the identifiers behind their links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from holdwater.document import BlockKind, Document, Mark, MarkKind, Span
from holdwater.extract.csl import parse_reference
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.model import Reference
from holdwater.extract.register import Register

_LABEL = re.compile(r"\s*(?:\[([^\[\]\n]{1,60})\]|(\d{1,4})[.)](?=\s)|\((\d{1,4})\)(?=\s))[:.]?\s*")
_SAME_AUTHOR = re.compile(r"^\s*(?:—{1,3}|–{2,3}|-{3,}|_{3,})[.,]?\s*")


def add_entries(document: Document, flows: Flows, register: Register) -> None:
    """Put the document's bibliography into `register`."""
    author: object = None
    for flow in flows.all:
        if flow.kind is BlockKind.REFERENCE:
            author = _add(document, flow, register, author)


def _add(document: Document, flow: Flow, register: Register, last_author: object) -> object:
    text = " ".join(piece.of(document.text) for piece in flow.pieces)
    match = _LABEL.match(text)
    label = next((group for group in match.groups() if group), "") if match else ""
    body = text[match.end() :] if match else text
    if not body.strip():
        return last_author
    again = _SAME_AUTHOR.match(body)
    csl = parse_reference(body[again.end() :] if again else body, emphasised(document, flow.span))
    if again and last_author is not None:
        csl["author"] = last_author
    if not label and ("author" in csl and "issued" in csl):
        register.dated = True
    found = (*identifiers_in(body), *linked_identifiers(document, flow.span), *_by_label(label))
    identity = f"entry:{label or flow.first}"
    register.add(Reference(identity, flow.span, body.strip(), csl, tuple(dict.fromkeys(found))), label)
    return csl.get("author")


def _by_label(label: str) -> tuple[str, ...]:
    return tuple(each for each in identifiers_in(label) if each.startswith("rfc:"))


def emphasised(document: Document, span: Span) -> str:
    """The words of the first emphasised or titled stretch inside `span`; "" without one."""
    for mark in marks_inside(document, span):
        if mark.kind in (MarkKind.EMPHASIS, MarkKind.TITLE) and len(mark.span) > 3:
            return mark.span.of(document.text)
    return ""


def linked_identifiers(document: Document, span: Span) -> tuple[str, ...]:
    """The identifiers of the addresses that the links inside `span` lead to."""
    links = (mark.target for mark in marks_inside(document, span) if mark.kind is MarkKind.LINK)
    return tuple(each for target in links if "://" in target for each in identifiers_in(target))


def marks_inside(document: Document, span: Span) -> Sequence[Mark]:
    """The document's marks that begin in `span`."""
    marks = document.marks
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    last = bisect_left(marks, span.end, key=lambda mark: mark.span.start)
    return marks[first:last]
