"""Several processes share the texts: each searches its own, and what they found is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from typing import overload

from holdwater.match.chance import is_found
from holdwater.match.library import MOST_KEPT, Library, check
from holdwater.match.model import Alignment
from holdwater.match.question import Question
from holdwater.match.search import PASSES, Pass, search
from holdwater.match.words import Words

Passages = Iterable[str | Words]

MOST_PROCESSES = 61
"""So many a `ProcessPoolExecutor` may have everywhere (`concurrent.futures`, on Windows)."""


def search_by(processes: int, questions: Sequence[Question], passages: Passages) -> None:
    """Look for all quotations in all texts, `processes` at a time, but no more than there are texts.

    What is found is left with the questions. Every process has each so-manieth text, and iterates over the others
    without folding them where they cannot be asked for by number. What one process has found, the others look no
    further for.
    """
    check(passages)
    processes = min(processes, MOST_PROCESSES, len(passages) if isinstance(passages, Sequence) else MOST_PROCESSES)
    if processes <= 1:
        search(questions, Library(passages))
        return
    # A forked process has the quotations and texts already; elsewhere they are sent to it.
    context = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    with ExitStack() as stack:
        shares = [
            stack.enter_context(ProcessPoolExecutor(1, context, _begin, (questions, passages, which, processes)))
            for which in range(processes)
        ]
        for passes in _ROUNDS:
            still = [number for number, question in enumerate(questions) if not question.found]
            answers = [share.submit(_search_share, still, passes) for share in shares]
            _put_together([questions[number] for number in still], [answer.result() for answer in answers])


_ROUNDS = (PASSES[:1], PASSES[1:2], PASSES[2:])


@dataclass(frozen=True)
class _Found:
    """What was found of one quotation, and what is known of it besides."""

    found: list[Alignment]
    doubtful: bool
    common: bool


_Answer = tuple[int, list[_Found]]
"""How many words a share has, and what was found in it."""


def _put_together(questions: Sequence[Question], answers: Sequence[_Answer]) -> None:
    searched = sum(count for count, _ in answers)
    for which, (count, answer) in enumerate(answers):
        for question, one in zip(questions, answer, strict=True):
            question.doubtful |= one.doubtful
            question.common |= one.common
            for alignment in one.found:
                chance = alignment.chance * searched / max(1, count)
                if is_found(chance, cited=False):
                    passage = alignment.passage * len(answers) + which
                    question.take(replace(alignment, passage=passage, chance=chance))
                else:
                    question.doubtful = True


@dataclass
class _Task:
    """What one process works on; its texts stay folded from one round to the next."""

    questions: Sequence[Question]
    library: Library


_task: list[_Task] = []


def _begin(questions: Sequence[Question], passages: Passages, which: int, processes: int) -> None:
    share = _Row(passages, which, processes) if isinstance(passages, Sequence) else _Share(passages, which, processes)
    _task[:] = [_Task(questions, Library(share, MOST_KEPT // processes, share=True))]


def _search_share(numbers: Sequence[int], passes: Sequence[Pass]) -> _Answer:
    """Look for some of the quotations in this process's texts."""
    task = _task[0]
    asked = [task.questions[number] for number in numbers]
    search(asked, task.library, passes)
    found = [_Found(question.found, question.doubtful, question.common) for question in asked]
    for question in asked:
        question.found = []
    return task.library.searched, found


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
