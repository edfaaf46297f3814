"""Citations whose parentheses hold the page alone, the work being cited in the sentence: Doe (2019) saw "…" (p. 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.document import Span
from holdwater.extract.drafts import Draft
from holdwater.extract.locators import locator_in
from holdwater.extract.model import CitationKind
from holdwater.extract.sentences import Sentences
from holdwater.patterns import waiting

_ALONE = waiting(r"(?<=[\s\"”’'».])\((?P<page>(?:pp?\.|pages?)\s?[ivxlc\d][^()]{0,60})\)")
_QUOTED = waiting(r"“[^“”]{1,900}”|\"[^\"]{1,900}\"")


def find_pages_alone(text: str, span: Span, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The citations in `span` that give a page and nothing else: of the one work that their sentence cites before them.

    `drafts` are the citations by author and year in `span`. One that has a page of its own has no other behind it.
    """
    if not drafts:
        return
    sentences: Sentences | None = None
    for match in _ALONE.finditer(text, span.start, span.end):
        sentences = sentences or Sentences(text, span, _quoted(text, span))
        start = sentences.around(match.start()).start
        before = [draft for draft in drafts if start <= draft.span.start and draft.span.end <= match.start()]
        if (
            len({draft.references for draft in before}) == 1
            and len(before[0].references) == 1
            and not before[0].locator
        ):
            yield Draft(
                Span(*match.span()),
                CitationKind.AUTHOR_DATE,
                match[0],
                before[0].references,
                locator=locator_in(match[1]),
            )


def _quoted(text: str, span: Span) -> list[Span]:
    """What stands between double marks: a full stop in it ends no sentence of the author's."""
    return [Span(*each.span()) for each in _QUOTED.finditer(text, span.start, span.end)]
