"""The difference between a quotation and its source's passage, as the pieces that every renderer draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.findings.model import Evidence
from holdwater.match.model import HARMLESS, MEANING, Alignment, Change, Edit, EditKind
from holdwater.patterns import waiting

ELLIPSIS = "…"
_ENDS = (".", "!", "?", "…", "”", '"')
_SPACE = waiting(r"\s+")
_PARAGRAPH = waiting(r"(?<=\S)[^\S\n]*\n[^\S\n]*\n\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text: `kind` says whether it stands in both, in the quotation or in the passage only."""

    text: str
    kind: EditKind = EditKind.EQUAL
    change: Change = Change.NONE

    @property
    def loud(self) -> bool:
        """Whether this is a change that the quotation does not own up to."""
        return self.kind is not EditKind.EQUAL and self.change not in HARMLESS


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One step through both texts; either side may be empty."""

    passage: str
    quoted: str
    kind: EditKind
    change: Change

    @property
    def loud(self) -> bool:
        return self.kind is not EditKind.EQUAL and self.change not in HARMLESS


def passage_pieces(evidence: Evidence, document_text: str) -> Pieces:
    """The source's passage with the difference marked.

    OMIT pieces stand in the passage only, INSERT pieces in the quotation only; words put for others are an OMIT piece
    followed by an INSERT piece. Line breaks and runs of blanks become one blank.
    """
    if evidence.alignment is None and not evidence.edits:
        return (Piece(_flat(evidence.text)),)
    return tuple(_spaced(_pieces(_joined(_steps(evidence, document_text)))))


def after_pieces(evidence: Evidence) -> Pieces:
    """What follows the passage; the limiting words that the quotation stops before are marked as left out."""
    cut = evidence.alignment.cut if evidence.alignment else None
    text, start = evidence.after, evidence.span.end
    if cut is None or cut.span.end <= start or cut.span.start >= start + len(text):
        return (Piece(_flat(f"|{text}")[1:]),) if text else ()
    first, last = max(cut.span.start - start, 0), cut.span.end - start
    pieces = (
        Piece(_flat(f"|{text[:first]}")[1:]),
        Piece(_flat(text[first:last]), EditKind.OMIT, Change.OMISSION),
        Piece(_flat(text[last:])),
    )
    return tuple(piece for piece in pieces if piece.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is shown: its difference, and its neighbours on both sides."""

    before: str
    pieces: Pieces
    after: Pieces


def in_context(evidence: Evidence, document_text: str, *, context: int, keep: int) -> Passage:
    """The passage with up to `context` characters on each side, long equal stretches shortened to `keep`."""
    after = list(after_pieces(evidence))
    if after and after[-1].kind is EditKind.EQUAL:
        rest = after[-1].text.rstrip()
        more = "" if rest.endswith(_ENDS) or len(rest) > context else f" {ELLIPSIS}"
        after[-1] = Piece(_head(rest, context) + more)
    before = _tail(_flat(f"{evidence.before}|")[:-1], context)
    earlier = evidence.span.start > len(evidence.before) and not before.startswith(ELLIPSIS)
    return Passage(
        f"{ELLIPSIS} {before.lstrip()}" if earlier else before,
        abridged(passage_pieces(evidence, document_text), keep),
        tuple(piece for piece in after if piece.text),
    )


def quotation_changes(alignment: Alignment) -> tuple[tuple[Span, Change], ...]:
    """Where in the document the quotation departs from its source without saying so; zero width for an omission."""
    return tuple(
        (edit.quotation, edit.change)
        for edit in alignment.edits
        if edit.kind is not EditKind.EQUAL and edit.change not in HARMLESS
    )


def abridged(pieces: Sequence[Piece], keep: int, *, most: int = 80) -> Pieces:
    """At most `most` pieces, each of about `keep` characters: what is equal is shortened in its middle."""
    shown = list(pieces[:most])
    for index, piece in enumerate(shown):
        if piece.kind is EditKind.OMIT and not piece.loud and len(piece.text) > keep // 3:
            shown[index] = Piece(f"[{ELLIPSIS}]", piece.kind, piece.change)
        elif len(piece.text) > keep:
            shown[index] = Piece(_middle(piece.text, keep), piece.kind, piece.change)
    if len(pieces) > most:
        shown.append(Piece(f" {ELLIPSIS}"))
    return tuple(shown)


def _steps(evidence: Evidence, document_text: str) -> Iterator[_Step]:
    """The edits in the passage's order, with the text between them."""
    base, here = evidence.span.start, 0
    for edit in sorted(evidence.edits, key=lambda edit: (edit.passage.start, edit.passage.end)):
        start = min(max(edit.passage.start - base, here), len(evidence.text))
        end = min(max(edit.passage.end - base, start), len(evidence.text))
        yield from _between(evidence, here, start)
        yield _step(edit, evidence.text[start:end], edit.quotation.of(document_text))
        here = end
    yield from _between(evidence, here, len(evidence.text))


def _step(edit: Edit, passage: str, quoted: str) -> _Step:
    """One edit; marks of the same word that only look otherwise (quotation marks, case) are no difference."""
    if edit.kind is EditKind.EQUAL or (edit.kind is EditKind.REPLACE and edit.change is Change.NONE):
        return _Step(passage, "", EditKind.EQUAL, Change.NONE)
    return _Step(passage, quoted if edit.kind is not EditKind.OMIT else "", edit.kind, edit.change)


def _between(evidence: Evidence, start: int, end: int) -> Iterator[_Step]:
    """Text of the passage that no edit speaks of: left out by an ellipsis if it lies in none of the aligned spans."""
    text = evidence.text[start:end]
    if not text:
        return
    place = Span(evidence.span.start + start, evidence.span.start + end)
    aligned = evidence.alignment.spans if evidence.alignment else ()
    outside = text.strip() and aligned and not any(span.overlaps(place) for span in aligned)
    if outside:
        yield _Step(text, "", EditKind.OMIT, Change.MARKED)
    else:
        yield _Step(text, "", EditKind.EQUAL, Change.NONE)


def _joined(steps: Iterable[_Step]) -> list[_Step]:
    """Neighbouring loud steps as one, so that four words put for four others read as one change."""
    joined: list[_Step] = []
    for step in steps:
        gap = joined[-1].passage if joined and joined[-1].kind is EditKind.EQUAL and not joined[-1].loud else None
        if step.loud and joined and joined[-1].loud:
            joined[-1] = _merge(joined[-1], "", step)
        elif step.loud and gap is not None and not gap.strip() and len(joined) > 1 and joined[-2].loud:
            joined.pop()
            joined[-1] = _merge(joined[-1], gap, step)
        else:
            joined.append(step)
    return joined


def _merge(first: _Step, gap: str, second: _Step) -> _Step:
    change = second.change if second.change in MEANING else first.change
    passage = f"{first.passage}{gap}{second.passage}"
    between = " " if first.quoted and second.quoted and _words_meet(first.quoted, second.quoted) else ""
    return _Step(passage, f"{first.quoted}{between}{second.quoted}", EditKind.REPLACE, change)


def _pieces(steps: Iterable[_Step]) -> Iterator[Piece]:
    for step in steps:
        if step.kind is EditKind.EQUAL:
            yield Piece(_flat(step.passage))
            continue
        yield from _trimmed(_flat(step.passage), EditKind.OMIT, step.change)
        yield from _trimmed(_flat(step.quoted).strip(), EditKind.INSERT, step.change)


def _trimmed(text: str, kind: EditKind, change: Change) -> Iterator[Piece]:
    """A changed stretch with the blanks at its ends left outside of the marks."""
    words = text.strip()
    if not words:
        return
    if text[0].isspace():
        yield Piece(" ")
    yield Piece(words, kind, change)
    if text[-1].isspace():
        yield Piece(" ")


def _spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put a blank between the passage's words and those put in, and join equal neighbours."""
    last: Piece | None = None
    for piece in pieces:
        if last is None or not piece.text:
            last = last or (piece if piece.text else None)
            continue
        put_in = EditKind.INSERT in (last.kind, piece.kind) and last.kind is not EditKind.OMIT
        if last.kind is piece.kind is EditKind.EQUAL:
            last = Piece(_SPACE.sub(" ", last.text + piece.text))
            continue
        yield last
        if put_in and _words_meet(last.text, piece.text):
            yield Piece(" ")
        last = piece
    if last is not None:
        yield last


def _words_meet(left: str, right: str) -> bool:
    return left[-1:].isalnum() and right[:1].isalnum()


def _flat(text: str) -> str:
    """`text` on one line; a pilcrow stands where a paragraph ends."""
    return _SPACE.sub(" ", _PARAGRAPH.sub(" ¶ ", text)) if "\n" in text else _SPACE.sub(" ", text)


def _head(text: str, size: int) -> str:
    """The beginning of `text`, to a word's end, with an ellipsis where there was more."""
    if len(text) <= size:
        return text
    cut = text.rfind(" ", 0, size + 1)
    return f"{text[: cut if cut > 0 else size].rstrip()} {ELLIPSIS}"


def _tail(text: str, size: int) -> str:
    if len(text) <= size:
        return text
    cut = text.find(" ", len(text) - size - 1)
    return f"{ELLIPSIS} {text[cut if 0 <= cut < len(text) - 1 else len(text) - size :].lstrip()}"


def _middle(text: str, keep: int) -> str:
    half = keep // 2
    return f"{_head(text, half)} {_tail(text, half)}".replace(f"{ELLIPSIS} {ELLIPSIS}", ELLIPSIS)
