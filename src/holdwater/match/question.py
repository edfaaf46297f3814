"""One quotation that is looked for, and the best that was found for it so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from holdwater.document import Span
from holdwater.match.chance import confidence
from holdwater.match.model import Alignment, Fit
from holdwater.match.presets import VERBATIM, Preset
from holdwater.match.quoted import Quoted
from holdwater.match.votes import Place
from holdwater.patterns import waiting

CLEARLY = 0.9
"""From this score on the quotation was surely made from this passage or its twin, and is altered against both."""
BRACKET = 0.5
"""What a bracket in a quotation of one to three words may cost; a changed word would cost more (`align.SIMILAR`)."""
ALL = 0.95
"""All of a quotation of one to three words, though a note mark stands between them."""
SHORT = 5
"""Words: of a quotation this short, a place that chance might give as well does not tell whether it is the one."""
NEARLY = 0.04
"""Two passages whose scores differ by less than this are as good as one another."""
MARKED = waiting(r"[\[(…*]|\.\s?\.")
"""What may be the quotation's mark for its own edits, or else the source's."""
MOST_FOUND = 2
"""Alignments that are kept of each quotation: the best, and the runner-up."""

Prefer = Callable[[Span], bool]
Places = dict[int, list[Place]]
"""Where the segments of a quotation may stand in one text, by their number."""


@dataclass(frozen=True)
class Sought:
    """A quotation to look for.

    `text` are the words quoted, without the outer quotation marks; `after` is what follows them in the document: where
    they end a sentence, and notes such as "(emphasis added)". `prefer` says which of equally good passages of one text
    to take (the cited page's, say). `before` is what stands before the quotation in the document, where it is run into
    a sentence.
    """

    text: str
    after: str = ""
    prefer: Prefer | None = None
    before: str = ""


@dataclass
class Question:
    """One quotation and what was found for it so far, best first.

    `cited` says that only one text was given, as the source of the quotation. `doubtful` says that a place was found
    which chance might give as well, `common` that many of its words stand nearly everywhere. `tried` are the places
    that were laid in: a text, a segment and its first diagonal.
    """

    sought: Sought
    quoted: Quoted
    preset: Preset = VERBATIM
    cited: bool = False
    found: list[Alignment] = field(default_factory=list)
    doubtful: bool = False
    common: bool = False
    tried: set[tuple[int, int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, sought: Sought, preset: Preset = VERBATIM) -> Question:
        """The question after a quotation."""
        return cls(sought, Quoted.of(sought.text, after=sought.after), preset)

    @property
    def is_short(self) -> bool:
        """Whether its words are so few that they meet by chance."""
        return self.quoted.words <= SHORT

    @cached_property
    def marked(self) -> bool:
        """Whether it has marks that may be the source's own, so that it stands there as it is written."""
        return bool(MARKED.search(self.sought.text))

    def fresh(self, number: int, places: Places) -> Places:
        """The places in a text that were not tried before, which from now on they are."""
        fresh: Places = {}
        for segment, some in places.items():
            for place in some:
                key = (number, segment, place.low)
                if key not in self.tried:
                    self.tried.add(key)
                    fresh.setdefault(segment, []).append(place)
        return fresh

    def take(self, alignment: Alignment) -> None:
        """Keep an alignment if it is one of the best, and not of a place that there is one of already."""
        if all(one.passage != alignment.passage or one.spans != alignment.spans for one in self.found):
            ranked = sorted([*self.found, alignment], key=self._order)
            self.found = ranked[:MOST_FOUND]

    def _order(self, alignment: Alignment) -> tuple[float, float, int]:
        """A sort key: what covers most of the quotation first, of equals what stands so and the first text."""
        return -round(self.coverage(alignment), 1), -alignment.score, alignment.passage

    def coverage(self, alignment: Alignment) -> float:
        """The share of the quotation that stands in the alignment's text, what stands there elsewhere included."""
        elsewhere = sum(len(stretch) for stretch, _ in alignment.elsewhere)
        return min(1.0, alignment.score + elsewhere / max(1, len(self.sought.text)))

    def wants(self, score: float) -> bool:
        """Whether an alignment of this score may be kept; while half is lacking, also one that may have both halves."""
        if len(self.found) < MOST_FOUND or self.coverage(self.found[0]) < CLEARLY:
            return True
        least = self.found[-1].score
        return score > least or score == least < 1.0

    def settled(self) -> Alignment:
        """The best alignment, with how sure it is, and the runner-up where there is one."""
        count = self.quoted.words
        if not self.found:
            telling = count > 1 or (count == 1 and self.cited)
            nothing = not telling or (self.is_short and (self.doubtful or self.common))
            return Alignment(Fit.TOO_SHORT if nothing else Fit.NOT_FOUND)
        best = self.found[0]
        sure = 1.0 if count > 1 else 0.5
        if len(self.found) == 1:
            return replace(best, confidence=round(sure * confidence(best.chance), 3))
        second = self.found[1]
        lead = max(0.0, best.score - second.score)
        if self.is_short and not self.cited and lead == 0.0:
            return Alignment(Fit.TOO_SHORT)
        return replace(
            best,
            fit=Fit.AMBIGUOUS if lead < NEARLY / 4 and _torn(best, second) else best.fit,
            confidence=round(sure * confidence(best.chance, second.chance, lead), 3),
            runner_up=second if lead < 5 * NEARLY else None,
        )


def least_score(count: int, *, bracketed: bool = False) -> float:
    """The score from which a passage of the cited text counts as found, for a quotation of so many words.

    Short quotations meet by chance; a long one of which half stands in the source was made from it. Measured on court
    opinions: of quotations laid against an opinion that does not have them, one in a hundred passes.

    Args:
        count: words outside brackets.
        bracketed: whether a bracket stands among them.
    """
    if count <= 3:
        return 1.0 - BRACKET / max(1, count) if bracketed else ALL
    if count <= 6:
        return 0.72
    return 0.64 if count <= 10 else 0.55


def _torn(best: Alignment, second: Alignment) -> bool:
    """Whether nobody can say which of two altered passages was meant: both are some way off, each in its own way."""
    differ = [(edit.quotation, edit.change) for edit in best.edits] != [
        (edit.quotation, edit.change) for edit in second.edits
    ]
    return best.fit is Fit.ALTERED and differ and best.score < CLEARLY and not best.elsewhere
