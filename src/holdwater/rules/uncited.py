"""QUO201: quotations that cite nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Document, Part, Span
from holdwater.extract.model import Extraction, Quotation, QuotationKind
from holdwater.findings.model import Level, Status, Verdict
from holdwater.patterns import waiting
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import quoted

SENTENCE = 6
"""Words from which on marked words with a capital at their head read as somebody's sentence, not as a title or term."""

FRAGMENT = 12
"""Words from which on a piece of a sentence, without that capital, is more than a turn of phrase."""

HABIT = 2
"""How many quotations of the same kind a document must cite before it counts as one that cites its quotations."""

SHARE = 0.6
"""The share of those quotations that it must cite."""

FOLLOWING = 120
"""Characters after a quotation, in its own paragraph, in which a place of a work is looked for."""

LEADING = 160
"""Characters before a quotation, in its own paragraph, in which who was told it is looked for."""

PARAGRAPH = 1000
"""Characters before a quotation in which the name is looked for that a pronoun stands for."""

_NAME = waiting(r"\b[A-ZÀ-Þ][\w’'-]{2,40}")
_TOLD_HERE = waiting(
    r"\bin an? (?:\w+ ){0,2}(?:e-?mail|text message|phone call|telephone call)\b|\bby (?:e-?mail|phone|telephone)\b|"
    r"\bin an? (?:\w+ )?interview\b(?! (?:with|in|of|for) (?!me\b|us\b|this\b))|"
    r"\b(?:told|tells) (?:me|us|[Tt]he [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|this (?:newspaper|magazine|paper))\b"
)
"""What says that somebody told it to the writer or the writer's paper."""
_PLACE = waiting(r"(?:[§¶]|\b[A-Z][A-Za-z’']{0,15}\.|\b(?:p|pp|at|no|vol|ch)\.?)[ \u00a0]{0,2}\d", re.ASCII)


@rule("QUO201", "uncited-quotation", level=Level.WARNING)
def uncited_quotation(document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation cites nothing, in a document that cites its other quotations.

    ## What it checks
    Words of at least a sentence's length that are set as a block, or given to a speaker, have a citation. The rule
    speaks only where the document cites most of its quotations of that kind: in a novel, a speech or a memoir the
    words between the marks are not expected to cite anything. A citation in the same paragraph is enough, and so is
    one at an earlier quotation of the same words, or what looks like a place in a work after it (“Tr. 468”, “§ 12”).
    Words said to the writer or the paper (“told the Gazette on Friday”, “said in an email”) need no citation, and
    neither do others of somebody who has said some of them so.
    Where the words stand in a source in hand, the finding says which.

    ## Why it matters
    The words cannot be looked up, and nothing about them can be checked.

    ## Example
    ```markdown draft.md
    Mary Doe writes: “The bridge was closed in the spring of that year.”[^1]

    Richard Roe writes: “The river took the northern pier in a single night.”[^2]

    Ann Poe writes: “The town had never been asked whether it wanted a bridge.”

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.

    [^2]: Richard Roe, Rivers and Floods (2004), p. 88.
    ```
    ```findings
    draft.md:5:18: QUO201 “The town had never been asked whether it …” cites nothing
    ```

    ## How to settle it
    Add the citation.
    """
    candidates = [quotation for quotation in extraction.quotations if _expects_citation(quotation, document)]
    cited = [quotation for quotation in candidates if quotation.citations]
    if len(cited) < HABIT or len(cited) < SHARE * len(candidates):
        return
    places = _Places(document, extraction)
    told = _told_by(document, extraction)
    evidence = {verdict.quotation: verdict.evidence for verdict in verdicts}
    for quotation in candidates:
        if quotation.citations or places.has_citation_by(quotation) or places.said_before(quotation):
            continue
        if _PLACE.search(_following(quotation, document)) or _TOLD_HERE.search(_around(quotation, document)):
            continue
        if _family(quotation.speaker) in told:
            continue
        found = evidence.get(quotation.id, ())
        where = f"; the words stand in {quoted(found[0].title)}" if found else ""
        yield Remark(
            quotation.span,
            f"{quoted(quotation.span.of(document.text))} cites nothing{where}",
            status=Status.NO_CITATION,
            advice="Add the citation.",
            evidence=found,
            quotation=quotation.id,
        )


def _told_by(document: Document, extraction: Extraction) -> frozenset[str]:
    """The family names of those who have told the writer some of what the document quotes.

    Where "she told me" names nobody, it may be anybody named in the paragraph.
    """
    told: set[str] = set()
    for each in extraction.quotations:
        if not each.citations and _TOLD_HERE.search(_around(each, document)):
            before = document.text[max(0, each.span.start - PARAGRAPH) : each.span.start].rsplit("\n\n", 1)[-1]
            named = {name.casefold() for name in _NAME.findall(f"{before} {_following(each, document)}")}
            speaker = _family(each.speaker)
            told |= {speaker} if speaker in named else named
    return frozenset(told)


def _family(speaker: str) -> str:
    return speaker.split()[-1].casefold() if speaker else ""


def _expects_citation(quotation: Quotation, document: Document) -> bool:
    block = document.block_at(quotation.span.start)
    if block is not None and block.part is not Part.BODY:
        return False
    words = quotation.span.of(document.text).split(None, FRAGMENT)
    begins = words[0].lstrip("[(“‘\"'")[:1] if words else ""
    if len(words) < (FRAGMENT if begins.islower() else SENTENCE):
        return False
    return quotation.kind is not QuotationKind.MARKED or bool(quotation.speaker)


def _following(quotation: Quotation, document: Document) -> str:
    end = quotation.span.end
    return document.text[end : end + FOLLOWING].split("\n\n", 1)[0]


def _around(quotation: Quotation, document: Document) -> str:
    """What stands before and behind a quotation in its sentences."""
    start = quotation.span.start
    before = document.text[max(0, start - LEADING) : start].rsplit("\n\n", 1)[-1]
    return f"{before.rsplit('. ', 1)[-1]} | {_following(quotation, document).split('. ', 1)[0]}"


class _Places:
    """Which blocks have a citation, and which words were cited before."""

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self._document = document
        self._cited_blocks = {document.block_index(citation.span.start) for citation in extraction.citations}
        cited = (quotation for quotation in extraction.quotations if quotation.citations)
        self._cited_words = "\n".join(self._words(quotation.span) for quotation in cited)

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self._document.text).casefold().split()).rstrip(".,;:!?")

    def has_citation_by(self, quotation: Quotation) -> bool:
        """Whether a citation stands in the quotation's own block, or in the one that introduces it."""
        spans = [quotation.span, *([quotation.introduction] if quotation.introduction else [])]
        return any(self._document.block_index(span.start) in self._cited_blocks for span in spans)

    def said_before(self, quotation: Quotation) -> bool:
        """Whether a quotation that cites something has the same words."""
        return self._words(quotation.span) in self._cited_words
