"""Several processes share the texts: each searches its own, and what they found is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from typing import overload

from holdwater.match.chance import is_found
from holdwater.match.library import MOST_KEPT, Library, check
from holdwater.match.model import Alignment
from holdwater.match.question import Question
from holdwater.match.search import search
from holdwater.match.words import Words

Passages = Iterable[str | Words]

MOST_PROCESSES = 61
"""So many a `ProcessPoolExecutor` may have everywhere (`concurrent.futures`, on Windows)."""


def search_by(processes: int, questions: Sequence[Question], passages: Passages) -> None:
    """Look for all quotations in all texts, `processes` at a time, but no more than there are texts.

    What is found is left with the questions. Every process has each so-manieth text, and iterates over the others
    without folding them where they cannot be asked for by number.
    """
    check(passages)
    processes = min(processes, MOST_PROCESSES, len(passages) if isinstance(passages, Sequence) else MOST_PROCESSES)
    if processes <= 1:
        search(questions, Library(passages))
        return
    # A forked process has the quotations and texts already; elsewhere they are sent to it.
    context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (questions, passages, processes)) as pool:
        shares = list(pool.map(_search_share, range(processes)))
    searched = sum(count for count, _ in shares)
    for which, (count, found) in enumerate(shares):
        for question, answer in zip(questions, found, strict=True):
            question.doubtful |= answer.doubtful
            question.common |= answer.common
            for one in answer.found:
                chance = one.chance * searched / count
                if is_found(chance, cited=False):
                    question.take(replace(one, passage=one.passage * processes + which, chance=chance))
                else:
                    question.doubtful = True


_Task = tuple[Sequence[Question], Passages, int]
_task: list[_Task] = []


def _begin(questions: Sequence[Question], passages: Passages, processes: int) -> None:
    _task[:] = [(questions, passages, processes)]


@dataclass(frozen=True)
class _Answer:
    found: list[Alignment]
    doubtful: bool
    common: bool


def _search_share(which: int) -> tuple[int, list[_Answer]]:
    """How many words a share has, and what was found in it."""
    questions, passages, processes = _task[0]
    share = _Row(passages, which, processes) if isinstance(passages, Sequence) else _Share(passages, which, processes)
    library = Library(share, MOST_KEPT // processes, share=True)
    fresh = [replace(question, found=[]) for question in questions]
    search(fresh, library)
    return library.searched, [_Answer(question.found, question.doubtful, question.common) for question in fresh]


class _Share:
    """Each so-manieth text of those that are iterated over."""

    def __init__(self, passages: Passages, which: int, processes: int) -> None:
        self._passages, self._which, self._step = passages, which, processes

    def __iter__(self) -> Iterator[str | Words]:
        return islice(self._passages, self._which, None, self._step)


class _Row(Sequence[str | Words]):
    """Each so-manieth text of a sequence, loaded when it is asked for."""

    def __init__(self, passages: Sequence[str | Words], which: int, processes: int) -> None:
        self._passages, self._numbers = passages, range(which, len(passages), processes)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> str | Words: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str | Words]: ...
    def __getitem__(self, index: int | slice) -> str | Words | Sequence[str | Words]:
        if isinstance(index, slice):
            return [self._passages[number] for number in self._numbers[index]]
        return self._passages[self._numbers[index]]
