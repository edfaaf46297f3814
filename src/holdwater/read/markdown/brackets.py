"""Brackets in Markdown's running text: links, pictures, notes, pandoc's citations and spans, wiki links."""

from __future__ import annotations

import re

from holdwater.document import MarkKind
from holdwater.patterns import waiting
from holdwater.read.markdown.citations import CitedPart, bracketed, cited_at, locator
from holdwater.read.markdown.links import ATTRIBUTES, NOTE_LABEL, address_of, inline_tail, label_after
from holdwater.read.markdown.scanner import Bracket, InnerNote, Piece, Scanner

_WIKI = waiting(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,300}))?\]\](?![(\[])")
_MODELS_MARK = waiting(r"【(\d{1,3})(?::\d{1,3})?(?:†[^【】\n]{0,200})?】")
_CROSS_REFERENCE = waiting(r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|def|exm)-")  # Quarto's, to its own figures
_LONGEST_LABEL = 999


def citation(scan: Scanner, at: int) -> int | None:
    """`@doe`."""
    one = cited_at(scan.text, at)
    if one is None or _CROSS_REFERENCE.match(one.key):
        return None
    scan.keep(one.start, one.end)
    scan.cited.append(one)
    return one.end


def models_mark(scan: Scanner, at: int) -> int | None:
    """`【1†source】`, as language models mark their sources."""
    found = _MODELS_MARK.match(scan.text, at)
    if not found:
        return None
    _close_up(scan, at, found.end())
    scan.note(at, found[1])
    return found.end()


def _close_up(scan: Scanner, start: int, end: int) -> None:
    """Take the blank before a mark with it where punctuation follows: "so [1]." becomes "so."."""
    last = scan.pieces[-1] if scan.pieces else None
    follows = scan.text[end : end + 1]
    if last is not None and last.text is None and last.run is None and last.end == start and follows in ".,;:!?[)】【":
        last.end = last.start + len(scan.text[last.start : last.end].rstrip(" "))


def open_bracket(scan: Scanner, at: int) -> int:
    """A bracket begins: a note mark, a wiki link, or what its end will tell."""
    if at > scan.last_close:
        return scan.literal(at)
    note = NOTE_LABEL.match(scan.text, at)
    if note:
        scan.note(at, note[1].removesuffix("^"))
        return note.end()
    last = scan.pieces[-1] if scan.pieces else None
    after_bang = last is not None and last.end == at and scan.text[at - 1] == "!" and scan.escaped != at - 1
    shown = last is not None and last.text is None and after_bang
    wiki = _WIKI.match(scan.text, at) if scan.text.startswith("[", at + 1) else None
    if wiki:
        return _wiki_link(scan, wiki, embedded=shown)
    if last is not None and shown:
        last.end -= 1
        return _open(scan, "image", at - 1, at + 1)
    return _open(scan, "link", at, at + 1)


def _wiki_link(scan: Scanner, found: re.Match[str], *, embedded: bool) -> int:
    if embedded:
        scan.pieces[-1].end -= 1
        return found.end()
    start, end = found.span(2) if found[2] else found.span(1)
    scan.keep(start, end)
    scan.mark(MarkKind.LINK, start, end, target=found[1])
    return found.end()


def caret(scan: Scanner, at: int) -> int | None:
    """`^[` begins a note that is written where its mark stands."""
    if scan.context.notes_within and scan.text.startswith("[", at + 1):
        return _open(scan, "note", at, at + 2)
    return None


def _open(scan: Scanner, kind: str, start: int, after: int) -> int:
    if scan.brackets:
        scan.brackets[-1].plain = False
    counts = (len(scan.pieces), len(scan.runs), len(scan.marks), len(scan.cited))
    scan.brackets.append(Bracket(kind, start, after, *counts))
    scan.pieces.append(Piece(start, after, alone=True))
    return after


def close_bracket(scan: Scanner, at: int) -> int | None:
    """A bracket ends, and what follows it tells what it was."""
    if not scan.brackets:
        return None
    bracket = scan.brackets.pop()
    barred = len(scan.brackets) < scan.link_floor
    scan.link_floor = min(scan.link_floor, len(scan.brackets))
    if bracket.kind == "note":
        return _inner_note(scan, bracket, at)
    tail = None if barred and bracket.kind == "link" else _tail(scan, bracket, at)
    if tail is not None:
        return _past_attributes(scan, _link(scan, bracket, at, *tail))
    after = _past_attributes(scan, at + 1)
    if after > at + 1 and bracket.kind == "link":  # a span of pandoc's
        scan.pieces[bracket.pieces].end = bracket.start
        return after
    _cite(scan, bracket, at)
    return None


def _past_attributes(scan: Scanner, at: int) -> int:
    if not scan.text.startswith("{", at):
        return at
    found = ATTRIBUTES.match(scan.text, at)
    return found.end() if found else at


def _tail(scan: Scanner, bracket: Bracket, at: int) -> tuple[str, int] | None:
    """Where a bracket leads if it is a link's or a picture's, and where that ends."""
    if scan.text.startswith("(", at + 1):
        tail = inline_tail(scan.text, at + 1)
        if tail is not None:
            return tail
    references = scan.context.references
    named = label_after(scan.text, at + 1)
    if named is not None and named[0]:
        address = address_of(named[0], references)
        return None if address is None else (address, named[1])
    if not bracket.plain or not references or at - bracket.after > _LONGEST_LABEL:
        return None
    address = address_of(scan.text[bracket.after : at], references)
    return None if address is None else (address, named[1] if named else at + 1)


def _link(scan: Scanner, bracket: Bracket, at: int, address: str, end: int) -> int:
    scan.emphasise(bracket.runs)
    if bracket.kind == "image":
        scan.pictures.append(scan.pieces[bracket.pieces + 1 :])
        _forget(scan, bracket)
        return end
    label = scan.text[bracket.after : at]
    if label.isdecimal() and scan.text[at + 1 : end] in ("", "[]", f"[{label}]"):  # "[1]", and below "[1]: https://…"
        _forget(scan, bracket)
        _close_up(scan, bracket.start, end)
        scan.note(bracket.start, label)
        return end
    scan.pieces[bracket.pieces].end = bracket.start
    kept = [mark for mark in scan.marks[bracket.marks :] if mark.kind is not MarkKind.LINK]
    scan.marks[bracket.marks :] = kept
    scan.mark(MarkKind.LINK, bracket.after, at, target=address)
    scan.link_floor = len(scan.brackets)
    return end


def _forget(scan: Scanner, bracket: Bracket) -> None:
    del scan.pieces[bracket.pieces :]
    del scan.runs[bracket.runs :]
    del scan.marks[bracket.marks :]
    del scan.cited[bracket.cited :]


def _inner_note(scan: Scanner, bracket: Bracket, at: int) -> int:
    _forget(scan, bracket)
    inner_note(scan, bracket.start, bracket.after, at)
    return at + 1


def inner_note(scan: Scanner, mark: int, start: int, end: int) -> None:
    """A note whose words stand in the content itself."""
    scan.mark(MarkKind.NOTE, mark, mark, target=f"^{start}")
    scan.found.inner_notes.append(InnerNote(mark, start, end))


def _cite(scan: Scanner, bracket: Bracket, at: int) -> None:
    inside = scan.cited[bracket.cited :]
    if inside:
        del scan.cited[bracket.cited :]
        scan.found.citations += bracketed(scan.text, bracket.after, at, inside)
    elif scan.cited and scan.cited[-1].end in (bracket.start, bracket.start - 1) and bracket.plain:
        one = scan.cited.pop()
        words = locator(scan.text[bracket.after : at])
        scan.found.citations.append(CitedPart(one.key, words, one.start, at + 1, bare=True))
