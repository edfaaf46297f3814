"""Citations whose parentheses hold the year alone, their author being named before: Doe counted 40 pipes (2019a, p. 3).

Only a work that the bibliography has is cited so, and only where one author of that year is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.authors_named import named_in
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import locator_behind_year
from holdwater.extract.model import CitationKind
from holdwater.extract.register import Register
from holdwater.extract.sentences import Sentences
from holdwater.patterns import waiting

_ALONE = waiting(
    r"(?<=[\s\"”’'»])\((?P<year>(?:1[4-9]\d\d|20\d\d)(?P<letter>[a-z])?)"
    r"(?P<rest>[,:]\s?[^()]{1,60})?\)"
)
_OWN_AUTHOR = waiting(r"(?:\b[A-ZÀ-ÖØ-Þ][\w’'.-]*|\bal\.?|\bcolleagues)\s$")
""" "Moe (2019)", "Moe et al. (2019)": the year is the one's who stands right before it."""
_ABOVE = 320  # characters before a block quotation in which its author may be named


def find_years_alone(
    text: str, span: Span, register: Register, drafts: Sequence[Draft], quoted: bool = False
) -> Iterator[Draft]:
    """The citations in `span` that give a year and no author, `drafts` (those with one) left alone.

    The author is named in the same sentence, or, where a page or the year's letter shows that a work is cited, before
    it in the paragraph; where the block is `quoted`, in the words above it.
    """
    sentences: Sentences | None = None
    for match in _ALONE.finditer(text, span.start, span.end):
        place = Span(*match.span())
        own = _OWN_AUTHOR.search(text, max(span.start, match.start() - 40), match.start())
        if own or any(draft.span.overlaps(place) for draft in drafts):
            continue
        locator = locator_behind_year(match["rest"])
        sentences = sentences or Sentences(text, span)
        start = sentences.around(match.start()).start
        known = _author(text[start : match.start()], match["year"], register)
        if not known and (locator or match["letter"]):
            above = max(0, span.start - _ABOVE) if quoted else span.start
            known = _author(text[above : match.start()], match["year"], register)
        if known:
            yield Draft(place, CitationKind.AUTHOR_DATE, place.of(text), known, locator=locator)


def _author(words: str, year: str, register: Register) -> tuple[str, ...]:
    """The works of the year by the one author whom the words name; none where they name several, or nobody."""
    named = {tuple(works) for works in named_in(register, words, year) if works}
    return named.pop() if len(named) == 1 else ()
