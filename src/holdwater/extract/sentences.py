"""Where the sentences of a paragraph end, abbreviations and quoted sentences apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from holdwater.document import Span
from holdwater.patterns import waiting

# A number in brackets behind the stop is still the sentence's: "… 900 pounds.[1] The mayor", "… 900 pounds. [1] The".
_MARKS = r"(?:\s?\[(?=[^\[\]]{0,39}\d)[^\[\]\n]{1,40}\](?=[\s\[])){0,6}"
_SUBJECT = (
    r"(?<=\])\s+(?:Sec|Chap|Ch\.|Appendix|Annex|Part|Art|Table|Fig|§|[A-Z]{2,}\s)"  # "… less. [2] Section 4 requires"
)
_END = waiting(rf"[.!?…][\"'”’»)\]]{{0,4}}{_MARKS}(?!{_SUBJECT})\s+(?=[A-Z“\"‘'«(\[\d§À-ÖØ-Þ])")
_ABBREVIATED = waiting(
    r"(?:^|[\s(\[\"“‘])(?:[A-Z]|[A-Z]\.[A-Z]|v|vs|cf|Cf|e\.g|i\.e|etc|al|ed|eds|trans|vol|no|No|Nos|nos|p|pp|n|nn|fn|ch|"
    r"chap|sec|Sec|art|Art|para|fig|Fig|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Rev|Hon|Gen|Col|Capt|Lt|Gov|Sen|Rep|Messrs|Mme|Mlle|"
    r"Inc|Co|Corp|Ltd|Bros|Assn|Ct|Cir|Cl|Const|Amdt|Stat|Ann|Supp|Rev|Ed|F|U\.\s?S|S\.\s?Ct|L\.\s?Ed|D\.\s?C|id|Id|"
    r"ibid|Ibid|op|cit|loc|approx|ca|c|Univ|Dept|Dist|Bd|Comm|Comm’n|Educ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r")\.$"
)


class Sentences:
    """The sentence ends of one paragraph. Full stops inside `quoted` spans (sorted, disjoint) end no sentence but at
    the very end of the span."""

    def __init__(self, text: str, span: Span, quoted: Sequence[Span] = ()) -> None:
        self._span = span
        starts = [each.start for each in quoted]
        self._ends = [
            end.end()
            for end in _END.finditer(text, span.start, span.end)
            if not _inside(end.start(), end.end(), quoted, starts) and not _abbreviates(text, end.start())
        ]

    def around(self, offset: int) -> Span:
        """The sentence that holds `offset`."""
        index = bisect_right(self._ends, offset)
        start = self._ends[index - 1] if index else self._span.start
        end = self._ends[index] if index < len(self._ends) else self._span.end
        return Span(min(start, end), end)

    def between(self, start: int, end: int) -> int:
        """How many sentences end from `start` to `end`."""
        return bisect_right(self._ends, end) - bisect_left(self._ends, start)


def _abbreviates(text: str, stop: int) -> bool:
    return text[stop] == "." and _ABBREVIATED.search(text[max(0, stop - 12) : stop + 1]) is not None


def _inside(stop: int, end: int, quoted: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, stop) - 1
    return index >= 0 and quoted[index].end > end
