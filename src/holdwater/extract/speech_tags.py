"""Speech that a tag parts in two sentences: "It was late," [she said](…). "Nobody came." Both are from one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from holdwater.extract.attach import Belonging
from holdwater.extract.drafts import Draft
from holdwater.extract.lexicon import REPORTING
from holdwater.extract.model import CitationKind
from holdwater.extract.pairing import Pair
from holdwater.extract.sentences import Sentences
from holdwater.extract.speakers import said_after
from holdwater.patterns import waiting

_TAG = waiting(r"[\s,]{0,3}(?=\w)(?P<words>[^.!?;:()\"“”‘«»]{3,110})[.:]?\s{1,3}$")
_CLAUSE = waiting(r",\s(?:and|but|while|whereas|though|although|yet|as|before|after|when)\s")
_TO_AUTHOR = waiting(  # "Doe tells us" is said of books
    r"\b(?:(?:told|assured|reminded|warned|informed|e-?mailed|texted)\sme\b|[Ii]n\s(?:our|my)\sinterviews?\b"
    r"|(?:said|explained|admitted|confided|wrote|put it|confirmed|insisted|replied)\sto\sme\b"
    r"|[Ii]n\san\sinterview\swith\s(?:me|the author)\b|[Ww]hen\s(?:we|I)\s(?:met|spoke|talked|visited|called)\b)"
)
_NEAR = 120  # characters around a quotation in which its tag stands
_REMAINDER = waiting(r"[\s.,;!?…()\[\]]{0,8}(?:(?:[Hh]e|[Ss]he|[Tt]hey)\b[^.;:\"“”]{0,60}[.]?\s{0,2})?$")


def with_shared(
    text: str,
    sentences: Sentences,
    pairs: Sequence[Pair],
    found: Sequence[Belonging],
    drafts: Sequence[Draft],
    first: int,
) -> list[Belonging]:
    """The citations of the quotations of one paragraph, those shared over a tag that parts one speech.

    The link on the tag is the second half's as well, and what stands at the end of the second half is the first's
    too, each where a half has no citation of its own in its sentence. `found` and the result go with `pairs`; `drafts`
    are the paragraph's citations, numbered from `first`.
    """
    shared = list(found)
    joined = [_one_speech(text, sentences, one, other, drafts) for one, other in pairwise(pairs)]
    for index, link in enumerate(joined):
        before, after = shared[index], shared[index + 1]
        if link and not (after.own or after.near) and before.citations:
            tagged = _in_tag(before, pairs[index].outer.end, pairs[index + 1].outer.start, drafts, first)
            shared[index + 1] = replace(after, citations=tagged, near=True) if tagged else after
    for index in reversed(range(len(joined))):
        before, after = shared[index], shared[index + 1]
        if joined[index] and not (before.own or before.near) and after.own:
            shared[index] = Belonging(after.citations, own=True, near=True)
    for index, pair in enumerate(pairs):
        told = _told_to_author(text, sentences, pair) or (
            index > 0 and joined[index - 1] and _told_to_author(text, sentences, pairs[index - 1])
        )
        if told and not (shared[index].own or shared[index].near):
            shared[index] = Belonging()
    return shared


def _told_to_author(text: str, sentences: Sentences, pair: Pair) -> bool:
    """Whether the words were said to the author: then no work cited elsewhere in the paragraph has them."""
    start = sentences.around(pair.outer.start).start
    end = sentences.around(max(pair.outer.start, pair.outer.end - 1)).end
    pieces = [text[one.end : other.start] for one, other in pairwise(pair.spans)]
    before, after = text[max(start, pair.outer.start - _NEAR) : pair.outer.start], text[pair.outer.end : end][:_NEAR]
    return any(_TO_AUTHOR.search(words) for words in (before, *pieces, after))


def _in_tag(before: Belonging, start: int, end: int, drafts: Sequence[Draft], first: int) -> tuple[int, ...]:
    """Those citations of the first half that are links on the words of its tag."""
    return tuple(
        each
        for each in before.citations
        if drafts[each - first].kind is CitationKind.LINK
        and start <= drafts[each - first].span.start
        and drafts[each - first].span.end <= end
    )


def _one_speech(text: str, sentences: Sentences, before: Pair, after: Pair, drafts: Sequence[Draft]) -> bool:
    """Whether nothing but a tag stands between two quotations, and the second is a sentence by itself."""
    between = text[before.outer.end : after.outer.start]
    tag = _TAG.match(between)
    if tag is None or "\n\n" in between or not REPORTING.search(tag["words"]) or _CLAUSE.search(tag["words"]):
        return False
    left_open = text[before.inner.end - 1] in ",?!—–" or between.startswith(",")
    if not left_open or sentences.around(after.outer.start).start != after.outer.start:
        return False
    end = sentences.around(max(after.outer.start, after.outer.end - 1)).end
    return not said_after(text, after.outer.end, end).name and bool(_REMAINDER.match(_rest(text, after, end, drafts)))


def _rest(text: str, after: Pair, end: int, drafts: Sequence[Draft]) -> str:
    """What follows a quotation in its sentence, without the citations there."""
    cited = [draft.span for draft in drafts if after.outer.end <= draft.span.start and draft.span.end <= end + 1]
    rest, at = [], after.outer.end
    for span in sorted(cited):
        rest.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return "".join([*rest, text[at : max(at, end)]])
