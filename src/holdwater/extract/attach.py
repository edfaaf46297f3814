"""Which citations belong to a quotation, best first.

The order of belief: the link that the quotation itself is, the citation right after the closing mark (or the one before
the parenthesis that holds the quotation), the one on the author's words that interrupt it, the one that the words
leading up to the quotation name, the next one in its sentence or standing as a sentence of its own right after it, the
one before it in its sentence, the only one of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from holdwater.document import Span
from holdwater.extract.clauses import of_another_clause
from holdwater.extract.drafts import Draft
from holdwater.extract.lexicon import REPORTING
from holdwater.extract.model import CitationKind
from holdwater.extract.pairing import Pair
from holdwater.extract.sentences import Sentences
from holdwater.patterns import waiting

MOST = 3
"""Citations kept for one quotation."""
LINKED = 0.6
"""The share of a quotation from which on a link over its words is its citation, and not that of a word in it."""

_RIGHT_AFTER = waiting(
    r"[\s.,;:!?)\]”’\"'»*_—–-]{0,8}(?:\(?(?:see(?: also)?|cf\.?|as per|per|quoted (?:from|in)|quoting|citing|from|"
    r"in|of|source:?|cited in|according to|taken from|as (?:stated|defined|described|specified) in)?"
    r"\s{0,3}(?:the\s)?[(\[]?\s?)$",
    re.IGNORECASE,
)
_BESIDE = waiting(r"[\s,;]{0,2}(?:\((?:quoting|citing|quoted in|cited in)\s(?:the\s)?)?$")
_BEFORE_PAREN = waiting(r"[\s,.;]{0,4}(?:\([^()]{0,80}\)[\s,]{0,3}){0,3}\([^()]{0,60}$")
_LEADING_UP = waiting(
    r"\b(?:that|as|per|according to|quoting|where|which|in|from|says|of)\b[\s,:;]{0,4}$|[:,]\s{0,4}$", re.IGNORECASE
)
_CREDIT = waiting(
    r"(?:\b(?:according to|as|per|in|from|see|by|quoting|following|under)\b"
    r"|\b(?:stated|said|defined|described|mandated|specified|required|noted)\s(?:in|by))"
    r"\s(?:the\s)?(?:[Ss]ection\s[\w.]+\s(?:of|in)\s)?[(\[]?$",
    re.IGNORECASE,
)
_SUBJECT_NEXT = waiting(
    r"[,\s]{0,3}(?!(?:and nn?\.|n\.|nn\.|quoting|citing|cert|aff|rev|per)\b)(?:\([^()]{0,40}\)\s)?[a-z]"
)
_SPACES = waiting(r"\s+")
_ANAPHORIC = waiting(r"(?:It|He|She|They|The same)\b")
_STOP = ".!?…"


@dataclass(frozen=True, slots=True)
class Belonging:
    """The citations of one quotation, best first.

    `own`: the best one stands right at its mark; `near`: it stands in the same sentence, or is that sentence's.
    """

    citations: tuple[int, ...] = ()
    own: bool = False
    near: bool = False


class Attacher:
    """Ties the quotations of one paragraph to the citations in it."""

    def __init__(
        self, text: str, sentences: Sentences, drafts: Sequence[Draft], first: int, quoted: Sequence[Span]
    ) -> None:
        self._text, self._sentences = text, sentences
        self._drafts, self._first, self._quoted = drafts, first, quoted
        self._starts = [draft.span.start for draft in drafts]
        self._quote_starts = [quote.start for quote in quoted]

    def belonging(self, pair: Pair) -> Belonging:
        """The citations that belong to a quotation."""
        if not self._drafts:
            return Belonging()
        outer = pair.outer
        sentence = self._sentences.around(outer.start)
        interrupting = self._interrupting(pair)
        ways = (self._linked(outer), self._inside_parenthesis(outer), self._right_after(outer), interrupting)
        first = [index for index in ways if index is not None]
        own = [*first, *self._beside(first[-1])] if first else []
        own.sort(key=lambda index: not self._drafts[index].references)
        ranked = [*own, *self._named_before(outer, sentence), *self._next_in_sentence(outer)]
        ranked.extend(self._before_in_sentence(outer, sentence))
        near = bool(ranked)
        if not near:
            ranked.extend(self._of_paragraph(outer, sentence))
        kept = list(dict.fromkeys(ranked))[:MOST]
        return Belonging(tuple(self._first + index for index in kept), bool(own), near)

    def _after(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _between(self, start: int, end: int) -> str:
        """The words between two places, every run of white space as one blank."""
        return _SPACES.sub(" ", self._text[start:end])

    def _linked(self, outer: Span) -> int | None:
        """The link that most of the quotation's own words are: ["the words"](https://…)."""
        for index in range(max(0, self._after(outer.start) - 1), self._after(outer.end)):
            draft = self._drafts[index]
            shared = min(outer.end, draft.span.end) - max(outer.start, draft.span.start)
            if draft.kind is CitationKind.LINK and shared > LINKED * len(outer):
                return index
        return None

    def _interrupting(self, pair: Pair) -> int | None:
        """The citation on the author's own words between the pieces: "It was," [she said](https://…), "the worst"."""
        for before, after in pairwise(pair.spans):
            index = self._after(before.end)
            if index < len(self._drafts) and self._drafts[index].span.end <= after.start:
                return index
        return None

    def _inside_parenthesis(self, outer: Span) -> int | None:
        """ "Doe v. Roe, 12 U.S. 3 ("the words")": the citation before the parenthesis that holds the quotation."""
        index = self._after(outer.start) - 1
        if index < 0 or outer.start - self._drafts[index].span.end > 200:
            return None
        before = self._between(self._drafts[index].span.end, outer.start)
        if not _BEFORE_PAREN.match(before):
            return None
        after = self._right_after(outer)
        if after is not None and ")" not in self._between(outer.end, self._drafts[after].start):
            return None
        return index

    def _right_after(self, outer: Span) -> int | None:
        index = self._after(outer.end)
        if index == len(self._drafts):
            return None
        draft = self._drafts[index]
        start = max(draft.start, outer.end)
        if start - outer.end > 60 or not _RIGHT_AFTER.match(self._between(outer.end, start)):
            return None
        return None if self._begins_sentence(outer, draft) else index

    def _beside(self, index: int) -> Iterator[int]:
        """The citations that stand right by this one: "[1] [2]", "12 U.S. 3 (quoting Doe v. Roe, 4 U.S. 5)"."""
        for beside in range(index + 1, min(index + MOST, len(self._drafts))):
            last, draft = self._drafts[beside - 1], self._drafts[beside]
            if draft.start - last.span.end > 60 or not _BESIDE.match(
                self._between(last.span.end, max(draft.start, last.span.end))
            ):
                return
            yield beside

    def _begins_sentence(self, outer: Span, draft: Draft) -> bool:
        """Whether the citation is the subject of the next sentence: ("... less."  RFC 3562 suggests)."""
        if draft.kind is CitationKind.NOTE:
            return False
        ended = self._text[outer.end - 2 : outer.end - 1] in _STOP or self._text[outer.end : outer.end + 1] in tuple(
            _STOP
        )
        after = draft.span.end
        return ended and bool(_SUBJECT_NEXT.match(self._text, after)) and self._bare(outer.end, draft)

    def _bare(self, end: int, draft: Draft) -> bool:
        return "(" not in self._between(end, max(end, draft.span.start))

    def _named_before(self, outer: Span, sentence: Span) -> Iterator[int]:
        """The citation that the words leading up to the quotation name: RFC 2385 calls for keys "composed of…"."""
        index = self._after(outer.start) - 1
        if index < 0 or self._drafts[index].start < sentence.start or outer.start - self._drafts[index].span.end > 220:
            return
        draft = self._drafts[index]
        if self._quoted_between(draft.span.end, outer.start) and self._claimed(draft):
            return
        between = self._between(draft.span.end, outer.start)
        credit = _CREDIT.search(self._between(max(sentence.start, draft.start - 40), draft.start))
        if REPORTING.search(between) or (credit and _LEADING_UP.search(between)):
            yield index

    def _quoted_between(self, start: int, end: int) -> bool:
        return bisect_left(self._quote_starts, end) > bisect_left(self._quote_starts, start)

    def _claimed(self, draft: Draft) -> bool:
        """Whether the citation stands right after another quotation and so belongs to that one."""
        index = bisect_right(self._quote_starts, draft.start) - 1
        if index < 0 or draft.start - self._quoted[index].end > 60:
            return False
        return bool(
            _RIGHT_AFTER.match(self._between(self._quoted[index].end, max(draft.start, self._quoted[index].end)))
        )

    def _next_in_sentence(self, outer: Span) -> Iterator[int]:
        sentence = self._sentences.around(max(outer.start, outer.end - 1))
        index = self._after(outer.end)
        if index == len(self._drafts):
            return
        draft = self._drafts[index]
        stands_alone = draft.start <= sentence.end + 1 and not self._is_subject(draft)
        if of_another_clause(self._text, outer.end, draft):
            return
        if (draft.start < sentence.end or stands_alone) and not self._introduces_another(draft, outer):
            yield index

    def _is_subject(self, draft: Draft) -> bool:
        return draft.kind is not CitationKind.NOTE and bool(_SUBJECT_NEXT.match(self._text, draft.span.end))

    def _introduces_another(self, draft: Draft, outer: Span) -> bool:
        """Whether the citation leads up to the next quotation: "a", while Roe [3] writes "b"."""
        index = bisect_left(self._quote_starts, draft.span.end)
        if index == len(self._quoted):
            return False
        start = self._quote_starts[index]
        if start - draft.span.end > 120 or self._claimed(draft) or self._sentences.between(draft.span.end, start):
            return False
        return bool(REPORTING.search(self._between(draft.span.end, start)))

    def _before_in_sentence(self, outer: Span, sentence: Span) -> Iterator[int]:
        index = self._after(outer.start) - 1
        if index < 0:
            return
        draft = self._drafts[index]
        if draft.span.start >= sentence.start and not (
            self._quoted_between(sentence.start, outer.start) and self._claimed(draft)
        ):
            yield index

    def _of_paragraph(self, outer: Span, sentence: Span) -> Iterator[int]:
        """The paragraph's only work; in "It opens with …", the work cited last before.

        A citation that stands right after an earlier quotation belongs to that one.
        """
        index = self._after(outer.start) - 1
        if index >= 0 and _ANAPHORIC.match(self._text, sentence.start) and not self._claimed(self._drafts[index]):
            yield index
            return
        if len({draft.references or (draft.label,) for draft in self._drafts}) > 1:
            return
        following = self._after(outer.end)
        if following < len(self._drafts):
            draft = self._drafts[following]
            elsewhere = of_another_clause(self._text, outer.end, draft) and draft.start < sentence.end
            if not elsewhere and not self._introduces_another(draft, outer) and not self._is_subject(draft):
                yield following
                return
        if index >= 0 and not self._claimed(self._drafts[index]):
            yield index
