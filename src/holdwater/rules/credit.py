"""QUO108 and QUO109: whose words, and whose emphasis, stand between the quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.document import Document, Mark, MarkKind
from holdwater.extract.model import Extraction, Quotation
from holdwater.findings.model import Evidence, Level, Status, Verdict
from holdwater.patterns import waiting
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import quoted

NEARBY = 200
"""Characters on either side of a quotation in which its author may own up to what was done with it."""

MOSTLY = 0.8
"""The share of a quotation from which on its emphasis is the way it is set, and stresses nothing in it."""

_SECOND_HAND = waiting(r"\b(?:quot(?:ing|ed in|ed by)|qtd\.? in|cit(?:ing|ed in|ed by)|as quoted)\b", re.IGNORECASE)
_EMPHASIS_NOTED = waiting(r"emphas|italic|bold|underlin|stress", re.IGNORECASE)
_NESTED_OPENING = "“‘\"'«„‹"
_LETS_OPEN = " \n\t\u00a0([—–"


def _around(document: Document, extraction: Extraction, quotation: Quotation) -> str:
    """The author's own words near a quotation, and the notes that it cites: where something may be owned up to."""
    text, span = document.text, quotation.span
    notes = {note.id: note for note in document.notes}
    cited = [extraction.citation(citation).note for citation in quotation.citations]
    return "\n".join(
        [
            text[max(0, span.start - NEARBY) : span.start],
            text[span.end : span.end + NEARBY],
            *(notes[note].span.of(text) for note in cited if note in notes),
        ]
    )


@rule("QUO108", "another-speaker", level=Level.WARNING, preview=True)
def another_speaker(document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """In the source, the words are somebody else's.

    ## What it checks
    The words do not stand between quotation marks in the source. If they do, the document owns up to it: by nested
    quotation marks, by “quoted in”, or by naming somebody whom the source names beside them.

    ## Why it matters
    A source often quotes what it goes on to reject. Its author is then made to say it.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was never worth the money that the town had spent on it.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The mayor stood up. “I say it again. The bridge was never worth the money that the town had spent on it. Let it
    fall,” he said. Hardly anybody agreed.
    ```
    ```findings
    draft.md:1:14: QUO108 in “Bridges of the North” these words stand between quotation marks, as somebody else's
    ```

    ## How to settle it
    Name the speaker, or add “quoted in”.
    """
    for verdict in verdicts:
        if verdict.status not in (Status.VERBATIM, Status.EDITED) or not _in_quotation_marks(verdict.evidence[0]):
            continue
        quotation = extraction.quotations[verdict.quotation]
        words = quotation.span.of(document.text).lstrip()
        if words[:1] in _NESTED_OPENING or _SECOND_HAND.search(_around(document, extraction, quotation)):
            continue
        if _named_beside(quotation.speaker, verdict.evidence[0]):
            continue
        yield Remark(
            quotation.span,
            f"in {quoted(verdict.evidence[0].title)} these words stand between quotation marks, as somebody else's",
            verdict.status,
            "Name the speaker, or add “quoted in”.",
            verdict.evidence,
            quotation.id,
        )


def _in_quotation_marks(evidence: Evidence) -> bool:
    """Whether a pair of marks stands around the passage in its own paragraph, the nearest one on either side."""
    before = evidence.before.rsplit("\n\n", 1)[-1]
    after = evidence.after.split("\n\n", 1)[0]
    if any(mark in evidence.text for mark in '“”"'):
        return False
    opened = before.rfind("“") > before.rfind("”")
    return (opened and _first_of(after, "“”") == "”") or _between_straight(before, after)


def _first_of(text: str, characters: str) -> str:
    return next((character for character in text if character in characters), "")


def _between_straight(before: str, after: str) -> bool:
    """Whether the last straight mark before opens (nothing stands against its left) and the first one after closes."""
    last, first = before.rfind('"'), after.find('"')
    if last < 0 or first < 0:
        return False
    opens = not before[:last] or before[last - 1] in _LETS_OPEN
    still_open = before[last + 1 : last + 2] != " "
    return opens and still_open and not after[:first].endswith(" ")


def _named_beside(speaker: str, evidence: Evidence) -> bool:
    names = speaker.split()
    return bool(names) and names[-1].casefold() in (evidence.before + evidence.after).casefold()


@rule("QUO109", "unclaimed-emphasis", level=Level.WARNING, preview=True)
def unclaimed_emphasis(document: Document, extraction: Extraction) -> Iterator[Remark]:
    """A quotation stresses some of its words and does not say whose emphasis it is.

    ## What it checks
    Where some words of a quotation are set in italics or bold, a note near it says whose they are: “emphasis added”,
    “my italics”, “emphasis in the original”. Titles of works are let be, and so is a quotation that is set in
    italics as a whole. The sources' own emphasis is not looked at, so this rule runs only when it is selected.

    ## Why it matters
    Emphasis says what matters in a sentence. The reader cannot tell whether its author thought so.

    ## Example
    ```markdown draft.md
    Doe writes: “The town had *never* been asked whether the bridge should be closed.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```findings
    draft.md:1:28: QUO109 stresses “never” and does not say whose emphasis it is
    ```

    ## How to settle it
    Add “(emphasis added)” or “(emphasis in the original)”.
    """
    stressed = document.marks_of(MarkKind.EMPHASIS, MarkKind.STRONG)
    for quotation in extraction.quotations:
        inside = [mark for mark in stressed if quotation.span.covers(mark.span) and _stresses(mark, document)]
        length = sum(len(mark.span) for mark in inside)
        if not inside or length > MOSTLY * len(quotation.span):
            continue
        if _EMPHASIS_NOTED.search(_around(document, extraction, quotation)):
            continue
        yield Remark(
            inside[0].span,
            f"stresses {quoted(inside[0].span.of(document.text))} and does not say whose emphasis it is",
            advice="Add “(emphasis added)” or “(emphasis in the original)”.",
            quotation=quotation.id,
        )


def _stresses(mark: Mark, document: Document) -> bool:
    """Whether a mark stresses words; a run of capitalised words is the title of a work or the name of a case."""
    words = [word for word in mark.span.of(document.text).split() if word[:1].isalpha()]
    return bool(words) and not (words[0][0].isupper() and words[-1][0].isupper())
