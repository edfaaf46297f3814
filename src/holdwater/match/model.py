"""A quotation laid against a passage: what comes out of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from holdwater.document import Span


class EditKind(StrEnum):
    """What happened between the passage and the quotation."""

    EQUAL = "equal"
    REPLACE = "replace"
    INSERT = "insert"  # words in the quotation that the passage does not have
    OMIT = "omit"  # words of the passage that the quotation leaves out


class Change(StrEnum):
    """What an edit does."""

    __hash__ = str.__hash__  # an enumeration's own is a call

    NONE = "none"
    MARKED = "marked"  # owned up to: brackets, an ellipsis, [sic]
    NOISE = "noise"  # the source's own note marks, page numbers, citations in brackets
    SPELLING = "spelling"
    WORD = "word"
    NEGATION = "negation"
    NUMBER = "number"
    QUANTIFIER = "quantifier"
    NAME = "name"
    CONJUNCTION = "conjunction"
    MODAL = "modal"  # may, must, should …
    OMISSION = "omission"
    ADDITION = "addition"
    ORDER = "order"
    OPPOSITE = "opposite"  # increase for decrease, illegal for legal
    MANNER = "manner"  # what the preset forgives: a filler of speech, a letter that a scanner took for another


MEANING = frozenset(
    {
        Change.NEGATION,
        Change.NUMBER,
        Change.QUANTIFIER,
        Change.NAME,
        Change.CONJUNCTION,
        Change.MODAL,
        Change.OPPOSITE,
    }
)
"""Changes that turn what a sentence says, however small they are."""

HARMLESS = frozenset({Change.NONE, Change.MARKED, Change.NOISE, Change.MANNER})
"""Changes that a faithful quotation may have."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of an alignment: a span of the quotation's text and one of the source's (zero-width for nothing)."""

    kind: EditKind
    quotation: Span
    passage: Span
    change: Change = Change.NONE


class Fit(StrEnum):
    """How a quotation stands to the best passage for it."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not found"
    TOO_SHORT = "too short to tell"


@dataclass(frozen=True, slots=True)
class Cut:
    """The source goes on where the quotation stops, with words that limit what it says ("unless …")."""

    span: Span
    word: str


@dataclass(frozen=True)
class Alignment:
    """A quotation laid against a passage of one text.

    `spans` are the passages, in the quotation's order (several where an ellipsis leaves words out). `score` is the
    share of the quotation's words that stand there, 0 to 1; `confidence` is how sure it is that this is the place,
    whatever the score: 1 where nothing else comes near, 0 where the runner-up is as good. `order` is true where
    the pieces stand in another order than the quotation gives them. `elsewhere` pairs stretches of the quotation that
    the passage lacks with the other passage of the same text where they stand: the quotation is a splice. `passage`
    says in which of the texts searched it stands, by its number; `chance` is how many places as near as this one would
    be expected by chance in that much text.
    """

    fit: Fit
    score: float = 0.0
    confidence: float = 0.0
    spans: tuple[Span, ...] = ()
    edits: tuple[Edit, ...] = ()
    cut: Cut | None = None
    order: bool = False
    elsewhere: tuple[tuple[Span, Span], ...] = ()
    runner_up: Alignment | None = None
    passage: int = 0
    chance: float = 0.0

    @property
    def span(self) -> Span | None:
        """From the first to the last character of the passages; None where there are none."""
        if not self.spans:
            return None
        return Span(min(s.start for s in self.spans), max(s.end for s in self.spans))

    def changes(self) -> frozenset[Change]:
        """The kinds of change that the text does not own up to."""
        return frozenset(edit.change for edit in self.edits) - HARMLESS
