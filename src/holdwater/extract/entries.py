"""The entries of a bibliography: their labels, what they describe, and the identifiers behind their links."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from holdwater.document import BlockKind, Document, Mark, MarkKind, Span
from holdwater.extract.csl import parse_reference
from holdwater.extract.flows import Flow, Flows
from holdwater.extract.identifiers import identifiers_in
from holdwater.extract.model import Reference
from holdwater.extract.records import Records, identifiers_of, sound
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_LABEL = waiting(r"\s*(?:\[([^\[\]\n]{1,60})\]|(\d{1,4})[.)](?=\s)|\((\d{1,4})\)(?=\s))[:.]?\s*")
_FURTHER = waiting(r"(?:^|(?<=\s))\[(\d{1,4}|[A-Za-z][\w+:-]{0,30}\d[a-z]?)\](?=\s)")
_SAME_AUTHOR = waiting(r"^\s*(?:—{1,3}|–{2,3}|-{3,}|_{3,})[.,]?\s*")


def add_entries(document: Document, flows: Flows, register: Register, records: Records) -> None:
    """Put the document's bibliography into `register`: what `records` know of an entry, and what its words say."""
    author: object = None
    for flow in flows.all:
        if flow.kind is BlockKind.REFERENCE:
            for number, pieces in enumerate(_entries(document, flow)):
                author = _add(document, pieces, flow.first + number, register, records, author)


def _entries(document: Document, flow: Flow) -> Iterator[tuple[Span, ...]]:
    """The entries of one block: several where labelled entries follow each other without a blank line.

    A number begins an entry only if it is the next one; any other label only if the block begins with one like it.
    """
    text = flow.span.of(document.text)
    if len(flow.pieces) > 1 or not text.lstrip().startswith("["):
        yield flow.pieces
        return
    starts: list[int] = []
    last: str | None = None
    for match in _FURTHER.finditer(text):
        label = match[1]
        follows = last is None or (
            label.isdigit() == last.isdigit() and (not label.isdigit() or int(label) == int(last) + 1)
        )
        if follows:
            starts.append(match.start(1) - 1)
            last = label
    if len(starts) < 2:
        yield flow.pieces
        return
    for start, end in itertools.pairwise([*starts, len(text)]):
        yield (Span(flow.span.start + start, flow.span.start + len(text[:end].rstrip())),)


def _add(
    document: Document,
    pieces: Sequence[Span],
    number: int,
    register: Register,
    records: Records,
    last_author: object,
) -> object:
    text = " ".join(piece.of(document.text) for piece in pieces)
    span = Span(pieces[0].start, pieces[-1].end)
    match = _LABEL.match(text)
    label = next((group for group in match.groups() if group), "") if match else ""
    body = text[match.end() :] if match else text
    if not body.strip():
        return last_author
    again = _SAME_AUTHOR.match(body)
    csl = parse_reference(body[again.end() :] if again else body, emphasised(document, span))
    if again and last_author is not None:
        csl["author"] = last_author
    if not label and ("author" in csl or "editor" in csl) and "issued" in csl:
        register.dated = True
    found = (*identifiers_in(body), *linked_identifiers(document, span), *_by_label(label))
    identity = f"entry:{label or number}"
    known = list(records.printed_in(span))
    for record in known:
        csl.update(sound(record.csl))
    found = (*found, *(identifiers_of(csl) if known else ()))
    added = register.add(Reference(identity, span, body.strip(), csl, tuple(dict.fromkeys(found))), label)
    for record in known:
        register.describe(added, {}, record.id)
    return csl.get("author") or csl.get("editor")


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
