"""QUO101, QUO102, QUO105, QUO106, QUO107 and QUO111: what a quotation makes of its source's words."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.findings.model import Level, Verdict
from holdwater.match.model import HARMLESS, MEANING, Alignment, Change, Edit, EditKind
from holdwater.rules.changes import differences, edits_of, is_at_ellipsis, place, source_words
from holdwater.rules.faults import IN_PLACE, Fault, is_distant, meaning_edits, with_fault
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import quoted, several

WHAT_CHANGED = {
    Change.NEGATION: "a negation changed",
    Change.NUMBER: "a number changed",
    Change.QUANTIFIER: "a quantifier changed",
    Change.NAME: "a name changed",
    Change.CONJUNCTION: "a conjunction changed",
    Change.MODAL: "a duty or a possibility changed",
    Change.OPPOSITE: "a word stands for its opposite",
}
WHAT_IS_HIDDEN = {
    Change.NEGATION: "a denial is hidden",
    Change.CONJUNCTION: "a condition is hidden",
    Change.NAME: "a change of speaker is hidden",
    Change.MODAL: "a doubt is hidden",
    Change.QUANTIFIER: "a limit is hidden",
}
"""What an ellipsis hides that it may not leave out."""
WHAT_IS_CUT_OFF = {
    Change.NEGATION: "a denial is cut off",
    Change.CONJUNCTION: "a condition or a question is cut off",
    Change.NAME: "who claims it is cut off",
    Change.MODAL: "a doubt is cut off",
    Change.QUANTIFIER: "a limit is cut off",
}
"""What stands right before the quotation, or behind it, and goes with it."""
CUT_OFF = "Quote what goes with it, too, or say whose claim it is."
APART = "Quote the passages one by one."
MARK = "Quote the passages one by one, or set an ellipsis between them."
NEXT = 200
"""Characters: how near to what was cut, and to its quotation, the next one must begin to go on with it."""


def _remark(verdict: Verdict, span: Span, message: str, advice: str) -> Remark:
    return Remark(span, message, verdict.status, advice, verdict.evidence, verdict.quotation)


@rule("QUO101", "altered-words")
def altered_words(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation has other words than its source.

    ## What it checks
    Each word between the quotation marks stands in the source. Brackets, ellipses, [sic], letter case at the edges
    and the turn of nested quotation marks are what an honest quotation may change, and are let be. So are the source's
    own note marks and page numbers. A changed meaning, words left out and slips of spelling have rules of their own.

    ## Why it matters
    Quotation marks promise the reader the other's own words. Whoever searches for the altered ones will not find them.

    ## Example
    ```markdown draft.md
    Doe writes: “The town was glad to close the bridge that everybody had loved for ninety years.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    Nobody was told why. The town was sad to close the bridge that everybody had loved for ninety years. It was opened
    again in June.
    ```
    ```findings
    draft.md:1:27: QUO101 quotes “glad” where the source has “sad”
    ```

    ## How to settle it
    Put the source's words back, or set yours in [brackets].
    """
    for verdict in with_fault(verdicts, Fault.WORDS):
        edits = edits_of(verdict, set(Change) - HARMLESS)
        if edits:
            said = differences(edits, document, verdict.evidence[0])
            yield _remark(verdict, place(edits[0], document), said, "Put the source's words back, or bracket yours.")


@rule("QUO102", "changed-meaning")
def changed_meaning(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation differs from its source in a word that turns what it says.

    ## What it checks
    The small words that carry the meaning are the source's own: “not” and its kin, numbers, “all” and “some”, names,
    “and” and “or”, “may” and “must”. No word stands for its opposite; and no “not”, no condition, no doubt and no
    “critics claim that” which goes with the quoted words is cut off before the first or behind the last of them, or
    hidden behind an ellipsis. The finding says which kind of word changed, and what stands in the source.

    ## Why it matters
    One such word makes the source say something else, and it is easily read over.

    ## Example
    ```markdown draft.md
    Doe writes: “The council did vote to close the bridge before the flood had reached the northern pier.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    Nobody was told why. The council did not vote to close the bridge before the flood had reached the northern pier.
    It was opened again in June.
    ```
    ```findings
    draft.md:1:26: QUO102 a negation changed: leaves out “not”, which the source has
    ```

    ## How to settle it
    Put the source's word back. Where the change is meant, set it in [brackets] and say so.
    """
    for verdict in with_fault(verdicts, Fault.MEANING):
        edits = meaning_edits(verdict)
        said = f"{_kind(edits[0], verdict)}: {differences(edits, document, verdict.evidence[0])}"
        advice = CUT_OFF if _is_cut_off(edits[0], verdict) else "Put the source's word back."
        yield _remark(verdict, place(edits[0], document), said, advice)


def _kind(edit: Edit, verdict: Verdict) -> str:
    """What kind of change it is, in words."""
    kinds = WHAT_CHANGED
    if is_at_ellipsis(edit):
        kinds = WHAT_IS_HIDDEN
    elif _is_cut_off(edit, verdict):
        kinds = WHAT_IS_CUT_OFF
    return kinds.get(edit.change, "the meaning changed")


def _is_cut_off(edit: Edit, verdict: Verdict) -> bool:
    """Whether an edit leaves words out before the quotation's first word, or behind its last."""
    written = [one.quotation for one in verdict.alignment.edits if len(one.quotation)] if verdict.alignment else []
    if edit.kind is not EditKind.OMIT or len(edit.quotation) or not written:
        return False
    at = edit.quotation.start
    return at <= min(span.start for span in written) or at >= max(span.end for span in written)


@rule("QUO105", "unmarked-omission")
def unmarked_omission(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation leaves words out without a mark.

    ## What it checks
    Where words of the source are left out between the first and the last word of a quotation, an ellipsis says so.
    What the source has before and after is no omission.

    ## Why it matters
    The reader takes the words for one unbroken sentence, and cannot see that somebody chose among them.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed by order of the town and nobody was told when it would be opened.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The bridge was closed in the spring of that year by order of the town and nobody was told when it would be opened.
    It was opened again in June.
    ```
    ```findings
    draft.md:1:29: QUO105 leaves out “in the spring of that year” without a mark
    ```

    ## How to settle it
    Set an ellipsis where the words are missing, or put them back.
    """
    for verdict in with_fault(verdicts, Fault.OMISSION):
        omissions = edits_of(verdict, {Change.OMISSION})
        said = f"leaves out {_left_out(omissions[0], verdict)} without a mark"
        others = len(edits_of(verdict, set(Change) - HARMLESS)) - 1
        if others:
            said += f", and {several(others, 'other change')}"
        advice = "Set an ellipsis where the words are missing, or put them back."
        yield _remark(verdict, place(omissions[0], document), said, advice)


def _left_out(edit: Edit, verdict: Verdict) -> str:
    words = source_words(verdict.evidence[0], edit.passage).strip()
    return quoted(words) if words else "words of the source"


@rule("QUO106", "splice")
def splice(document: Document, extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation joins distant passages, or turns their order.

    ## What it checks
    The pieces of a quotation follow one another in the source as they do here. A jump over two sentences or more
    needs an ellipsis. A jump over two pages and pieces in another order than the source's are reported with one too.

    ## Why it matters
    Two sentences that stand side by side explain one another. Taken from different pages they may say what their
    author never said.

    ## Example
    ```markdown draft.md
    Doe writes: “The bridge was closed in the spring of that year because the mayor had sold the northern pier.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The bridge was closed in the spring of that year. Inspectors had found two cracks in its southern end, and the
    engineer of the county would not sign for another winter of carts. The carters went round by the mill and paid a
    toll there. In the following year the county bought the toll house and let it fall down. Forty years later the
    river was empty because the mayor had sold the northern pier. It went for scrap.
    ```
    ```findings
    draft.md:1:63: QUO106 joins “because the mayor had sold the …” from elsewhere in the source, without a mark
    ```

    ## How to settle it
    Quote the passages one by one. Passages that stand near one another may have an ellipsis between them.
    """
    for verdict in with_fault(verdicts, Fault.SPLICE):
        span, said, advice = _seam(verdict, document)
        whole = extraction.quotations[verdict.quotation].span
        yield _remark(verdict, span or whole, said, advice)


def _seam(verdict: Verdict, document: Document) -> tuple[Span | None, str, str]:
    """Where two passages of the source are joined, how, and what to do."""
    jumps = [edit for edit in edits_of(verdict, {Change.OMISSION}) if is_distant(edit)]
    if jumps:
        left_out = source_words(verdict.evidence[0], jumps[0].passage)
        far = several(len(left_out.split()), "word") if left_out else several(len(jumps[0].passage), "character")
        if is_at_ellipsis(jumps[0]):
            return jumps[0].quotation, f"joins words that stand far apart in the source, {far} between them", APART
        return (
            place(jumps[0], document),
            f"joins two passages that stand {far} apart in the source, without a mark",
            MARK,
        )
    alignment = verdict.alignment
    if alignment and alignment.elsewhere:
        stretch, _ = alignment.elsewhere[0]
        words = quoted(stretch.of(document.text), most=6)
        return stretch, f"joins {words} from elsewhere in the source, without a mark", MARK
    return None, "gives passages of the source in another order than they stand in", APART


@rule("QUO107", "cut-condition", level=Level.WARNING)
def cut_condition(extraction: Extraction, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation stops just before its source limits what it says.

    ## What it checks
    Where a quotation ends in the middle of its source's sentence, the source does not go on with “unless”, “but”,
    “except”, “only if” or the like; where a whole sentence was begun, neither with “if”, “only” or “until”. Words that
    stand with an ellipsis at the end are cut all the same, and so is a whole sentence that breaks off without a full
    stop, unless the document goes on with it, in its own words or in the next quotation. A condition behind a sentence
    that denies something turns it: QUO102.

    ## Why it matters
    Every word is the source's own, and yet it says less than the source did to hold it back.

    ## Example
    ```markdown draft.md
    Doe writes: “The council was free to close the bridge at any time of the year.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The council was free to close the bridge at any time of the year, unless the mill was working. It was opened again
    in June.
    ```
    ```findings
    draft.md:1:14: QUO107 stops where the source goes on with “unless”
    ```

    ## How to settle it
    Quote on to the end of the sentence, or say in your own words what limits it.
    """
    for verdict in verdicts:
        alignment = verdict.alignment
        if alignment is None or alignment.cut is None or verdict.status not in IN_PLACE:
            continue
        quotation = extraction.quotations[verdict.quotation]
        if _is_told_as_left_out(alignment.cut.span, alignment) or _is_quoted_next(verdict, verdicts, extraction):
            continue
        words = _limit_said(verdict, alignment.cut.span) or alignment.cut.word
        yield _remark(
            verdict,
            quotation.span,
            f"stops where the source goes on with {quoted(words)}",
            "Quote on to the end of the sentence, or say what limits it.",
        )


def _is_told_as_left_out(span: Span, alignment: Alignment) -> bool:
    """Whether the condition at `span` is an edit already: where it stands behind a denial, it turns the sense."""
    return any(edit.passage.start == span.start and edit.change in MEANING for edit in alignment.edits)


def _is_quoted_next(verdict: Verdict, verdicts: tuple[Verdict, ...], extraction: Extraction) -> bool:
    """Whether the document's next words in quotation marks are those with which the source goes on."""
    behind = (one for one in verdicts if one.quotation == verdict.quotation + 1)
    following = next(behind, None)
    if following is None or following.alignment is None or following.status not in IN_PLACE:
        return False
    if verdict.alignment is None or verdict.alignment.cut is None or verdict.evidence[0].source != _source(following):
        return False
    own, other = (extraction.quotations[one.quotation].span for one in (verdict, following))
    limit, span = verdict.alignment.cut.span, following.alignment.span
    return span is not None and limit.start <= span.start <= limit.end + NEXT and other.start - own.end <= NEXT


def _source(verdict: Verdict) -> str:
    return verdict.evidence[0].source if verdict.evidence else ""


def _limit_said(verdict: Verdict, span: Span) -> str:
    evidence = verdict.evidence[0]
    start = span.start - evidence.span.end
    end = span.end - evidence.span.end
    return evidence.after[start:end].strip() if 0 <= start <= end <= len(evidence.after) else ""


@rule("QUO111", "spelling-slip", level=Level.WARNING)
def spelling_slip(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[Remark]:
    """A quotation spells a word otherwise than its source.

    ## What it checks
    A word that differs from the source's by a letter or two and is not another word is reported as a slip. Where the
    quotation differs in anything else, that is reported in its place.

    ## Why it matters
    It is no other meaning, but it is not the source's spelling. A source's own misspelling that has been put right is
    a change too; what a scanner made of a word, and is none (“sumrner”, “tbe”), is not.

    ## Example
    ```markdown draft.md
    Doe writes: “The town had recieved no word of the engineers who were to look at the northern pier.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The town had received no word of the engineers who were to look at the northern pier. It was opened again in June.
    ```
    ```findings
    draft.md:1:27: QUO111 quotes “recieved” where the source has “received”
    ```

    ## How to settle it
    Spell the word as the source does; where the source is wrong, keep its spelling and add [sic].
    """
    for verdict in with_fault(verdicts, Fault.SPELLING):
        edits = edits_of(verdict, {Change.SPELLING})
        said = differences(edits, document, verdict.evidence[0])
        yield _remark(verdict, place(edits[0], document), said, "Spell it as the source does, or add [sic].")
