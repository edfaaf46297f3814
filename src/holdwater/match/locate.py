"""One call for the whole engine: quotations and texts in, alignments out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from holdwater.match.library import Library
from holdwater.match.model import Alignment
from holdwater.match.presets import PRESETS
from holdwater.match.question import Prefer, Question, Sought
from holdwater.match.search import search
from holdwater.match.shared import search_by
from holdwater.match.words import Words


# A string is a sequence of strings too; given alone, it is one quotation.
@overload
def locate(  # type: ignore[overload-overlap]
    quotations: str,
    passages: str | Words | Iterable[str | Words],
    *,
    preset: str = "verbatim",
    after: str = "",
    prefer: Prefer | None = None,
    before: str = "",
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
    before: str = "",
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
        before: what stands before a single quotation in the document: a "not" of the author's own may be there.
        processes: how many processes share the texts.

    Raises:
        ValueError: there is no such preset, or the passages can be iterated over only once.
        TypeError: a quotation or a passage is no text.

    Returns:
        An alignment for each quotation; its spans are offsets in the quotation and in the text whose number `passage`
        gives. `fit` is NOT_FOUND where nothing comes near enough to be called the passage, TOO_SHORT where the words
        are too few to tell.
    """
    if preset not in PRESETS:
        raise ValueError(f"there is no preset {preset!r}; there are {', '.join(PRESETS)}")
    if isinstance(quotations, str):
        return _located([Sought(quotations, after, prefer, before)], _several(passages), preset)[0]
    soughts = [_sought(number, one) for number, one in enumerate(quotations)]
    return _located(soughts, _several(passages), preset, processes)


def _sought(number: int, quotation: object) -> Sought:
    if isinstance(quotation, Sought):
        return quotation
    if not isinstance(quotation, str):
        raise TypeError(f"quotation {number} is no text but {type(quotation).__name__}; give a string or a Sought")
    return Sought(quotation)


def _several(passages: str | Words | Iterable[str | Words]) -> Iterable[str | Words]:
    return [passages] if isinstance(passages, str | Words) else passages


def _located(
    soughts: Sequence[Sought], passages: Iterable[str | Words], preset: str, processes: int = 1
) -> list[Alignment]:
    questions = [Question.of(sought, PRESETS[preset]) for sought in soughts]
    if processes > 1:
        search_by(processes, questions, passages)
    else:
        search(questions, Library(passages))
    return [question.settled() for question in questions]
