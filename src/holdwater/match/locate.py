"""One call for the whole engine: quotations and texts in, alignments out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import overload

from holdwater.match.library import Library
from holdwater.match.model import Alignment, Fit
from holdwater.match.quoted import Quoted
from holdwater.match.search import Prefer, Question, Sought, search
from holdwater.match.shared import search_by
from holdwater.match.words import Words

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


# A string is a sequence of strings too; given alone, it is one quotation.
@overload
def locate(  # type: ignore[overload-overlap]
    quotations: str,
    passages: str | Words,
    *,
    preset: str = "verbatim",
    after: str = "",
    prefer: Prefer | None = None,
) -> Alignment: ...
@overload
def locate(
    quotations: Sequence[str | Sought],
    passages: str | Words | Iterable[str | Words],
    *,
    preset: str = "verbatim",
    processes: int = 1,
) -> list[Alignment]: ...
def locate(
    quotations: str | Sequence[str | Sought],
    passages: str | Words | Iterable[str | Words],
    *,
    preset: str = "verbatim",
    after: str = "",
    prefer: Prefer | None = None,
    processes: int = 1,
) -> Alignment | list[Alignment]:
    """Find quotations in texts and say how each stands to the passage found for it.

    Args:
        quotations: the words quoted, without the outer quotation marks; one quotation, or any number of them.
        passages: the text to search, or any number of them: strings, or `Words` where they are searched again. What is
            iterated over is iterated over more than once; it may load its texts as it goes.
        preset: how strictly words are compared: verbatim, spoken, ocr or translation (`presets`).
        after: what follows a single quotation in the document: where it ends a sentence, and notes such as
            "(emphasis added)" or "(citations omitted)". Of several, each `Sought` has its own.
        prefer: which of equally good passages to take (the cited page's, say).
        processes: how many processes share the texts.

    Returns:
        An alignment for each quotation; its spans are offsets in the quotation and in the text whose number `passage`
        gives. `fit` is NOT_FOUND where nothing comes near enough to be called the passage, TOO_SHORT where the words
        are too few to tell.
    """
    if isinstance(quotations, str):
        return _located([Sought(quotations, after, prefer)], _several(passages))[0]
    soughts = [one if isinstance(one, Sought) else Sought(one) for one in quotations]
    return _located(soughts, _several(passages), processes)


def _several(passages: str | Words | Iterable[str | Words]) -> Iterable[str | Words]:
    return [passages] if isinstance(passages, str | Words) else passages


def _located(soughts: Sequence[Sought], passages: Iterable[str | Words], processes: int = 1) -> list[Alignment]:
    questions = [_question(sought) for sought in soughts]
    if processes > 1:
        search_by(processes, questions, passages)
    else:
        search(questions, Library(passages))
    return [_settled(question) for question in questions]


def _question(sought: Sought) -> Question:
    quoted = Quoted.of(sought.text, after=sought.after)
    return Question(sought, quoted, least_score(quoted.words, bracketed=quoted.bracketed))


def least_score(count: int, *, bracketed: bool = False) -> float:
    """The score from which a passage counts as found, for a quotation of `count` words, some beside brackets.

    Short quotations meet by chance; a long one of which half stands in the source was made from it. Measured on court
    opinions: of quotations laid against an opinion that does not have them, one in a hundred passes.
    """
    if count <= 3:
        return 1.0 - BRACKET / max(1, count) if bracketed else ALL
    if count <= 6:
        return 0.72
    return 0.64 if count <= 10 else 0.55


def _settled(question: Question) -> Alignment:
    """The best alignment of a quotation, with how sure it is, and the runner-up where there is one."""
    count = question.quoted.words
    if count == 0:
        return Alignment(Fit.TOO_SHORT)
    if not question.found:
        return Alignment(Fit.TOO_SHORT if question.doubtful and count <= SHORT else Fit.NOT_FOUND)
    best = question.found[0]
    if len(question.found) == 1:
        return replace(best, confidence=1.0 if count > 1 else 0.5)
    second = question.found[1]
    lead = max(0.0, best.score - second.score)
    return replace(
        best,
        fit=Fit.AMBIGUOUS if lead < NEARLY / 4 and _torn(best, second) else best.fit,
        confidence=min(1.0, lead / 0.25),
        runner_up=second if lead < 5 * NEARLY else None,
    )


def _torn(best: Alignment, second: Alignment) -> bool:
    """Whether nobody can say which of two altered passages was meant: both are some way off, each in its own way."""
    differ = [(edit.quotation, edit.change) for edit in best.edits] != [
        (edit.quotation, edit.change) for edit in second.edits
    ]
    return best.fit is Fit.ALTERED and differ and best.score < CLEARLY and not best.elsewhere
