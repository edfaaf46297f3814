"""Colours of a terminal; without them the same text."""

from __future__ import annotations

from collections.abc import Iterable

from holdwater.findings.model import Evidence, Level
from holdwater.match.model import EditKind
from holdwater.report.cells import Styled
from holdwater.report.difference import Passage, Piece, in_context
from holdwater.report.visible import one_line, visible

_CODES = {"strong": "1", "error": "1;31", "warning": "1;33", "unchecked": "1;34", "out": "31", "in": "32", "soft": "2"}

LEVEL_STYLE = {Level.ERROR: "error", Level.WARNING: "warning", Level.UNCHECKED: "unchecked"}


def paint(text: str, style: str, colour: bool) -> str:
    """`text` in the named style, or as it is where there is no colour."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and style in _CODES and text.strip() else text


def painted(pieces: Iterable[Styled], colour: bool) -> str:
    """Styled text as one string."""
    return "".join(paint(text, style, colour) for text, style in pieces)


def marked(passage: Passage) -> list[Styled]:
    """A passage as styled text: `[-left out-]`, `{+put in+}`; its neighbours and what is owned up to softly."""
    return [
        (visible(passage.before), "soft"),
        *(_marked(piece, "") for piece in passage.pieces),
        *(_marked(piece, "soft") for piece in passage.after),
    ]


def _marked(piece: Piece, style: str) -> Styled:
    """One piece; `style` is that of the words that stand in both."""
    text = visible(piece.text)
    if piece.kind is EditKind.EQUAL:
        return text, style
    if not piece.loud:
        return ("", "") if piece.kind is EditKind.INSERT else (text, "soft")
    return (f"[-{text}-]", "out") if piece.kind is EditKind.OMIT else (f"{{+{text}+}}", "in")


def plain_passage(evidence: Evidence, document_text: str, *, context: int = 40, keep: int = 160) -> str:
    """A passage on one line, the difference marked as in a terminal without colour."""
    passage = in_context(evidence, document_text, context=context, keep=keep)
    return one_line(painted(marked(passage), colour=False))
