"""One job in a process of its own, so that its peak of memory is its own: python -m bench.engine.child JOB (JSON)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.engine import clock, peers, sample, subject
from bench.engine.answer import Answer, is_right
from bench.engine.corpus import Corpus, Streamed
from bench.engine.sample import Quotation


@dataclass(frozen=True)
class Job:
    """Which tool searches how many bytes of the folder's texts for the quotations in a file, and how many times."""

    tool: str
    folder: str
    size: float
    quotations: str
    copies: int = 1
    rounds: int = 1


@dataclass(frozen=True)
class Done:
    """What a job took: medians of CPU seconds, bytes of memory.

    `growth` is from before the first text was read to the peak of the first round, texts included; `peak` is the whole
    process, interpreter and libraries included. `before` is what was spent before the first quotation could be looked
    for: folding, indexing, or reading where texts are streamed.
    """

    source: int
    before: float
    find: float
    growth: int
    peak: int
    right: int
    asked: int
    passes: int = 0


def run(job: Job) -> Done:
    """Run a job in a fresh process; raises subprocess.CalledProcessError where it fails."""
    command = [sys.executable, "-m", "bench.engine.child", json.dumps(asdict(job))]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Done(**json.loads(done.stdout.splitlines()[-1]))


def main() -> int:
    """Do the job that the argument describes; print what it took."""
    job = Job(**json.loads(sys.argv[1]))
    quotations = sample.load(Path(job.quotations))
    corpus = Corpus.of(Path(job.folder), job.size)
    print(json.dumps(asdict(_JOBS[job.tool](job, corpus, quotations))))
    return 0


def _held(job: Job, corpus: Corpus, quotations: Sequence[Quotation]) -> Done:
    """The engine, texts in memory as they are: folding included."""
    _warm()
    start = _start()
    texts = corpus.texts()
    return _rounds(job, corpus, quotations, start, texts, lambda: texts)


def _folded(job: Job, corpus: Corpus, quotations: Sequence[Quotation]) -> Done:
    """The engine, all texts held folded; folded anew for each round, as a round leaves some words looked up."""
    _warm()
    start = _start()
    texts = corpus.texts()
    return _rounds(job, corpus, quotations, start, texts, lambda: subject.fold(texts))


def _rounds(
    job: Job,
    corpus: Corpus,
    quotations: Sequence[Quotation],
    start: int,
    texts: list[str],
    make: Callable[[], Iterable[subject.Text]],
) -> Done:
    before, find, peak = [], [], 0
    answers: list[Answer | None] = []
    for _ in range(job.rounds):
        spent, ready = clock.timed(make)
        before.append(spent)
        spent, answers = clock.timed(lambda ready=ready: subject.find_all(quotations, ready))  # type: ignore[misc]
        find.append(spent)
        del ready
        peak = peak or clock.memory_peak()
    return _done(corpus.size, (before, find), (start, peak), _right(answers, quotations, texts))


def _streamed(job: Job, corpus: Corpus, quotations: Sequence[Quotation]) -> Done:
    """The engine, texts read from their files as it goes; the peak counts, and reading alone is measured beside it."""
    _warm()
    start = _start()
    texts = Streamed(corpus.paths, job.copies)
    reading, _ = clock.timed(lambda: sum(len(text) for text in texts))
    read = texts.passes
    find, answers = clock.timed(lambda: subject.find_all(quotations, texts))
    passes, peak = texts.passes - read, clock.memory_peak()
    right = _right(answers, quotations, _Copied(corpus.texts()))
    return _done(corpus.size * job.copies, ([reading], [find]), (start, peak), right, passes)


class _Copied(list[str]):
    """The first copy's texts; a place in another copy is no right answer, so what stands there does not matter."""

    def __getitem__(self, at: int) -> str:  # type: ignore[override]
        return super().__getitem__(at) if at < len(self) else ""


def _peer(job: Job, corpus: Corpus, quotations: Sequence[Quotation]) -> Done:
    start = _start()
    made = peers.SLOW[job.tool](corpus)
    before, _ = clock.timed(made.ready)
    find, answers = clock.timed(lambda: [made.find(one.text) for one in quotations])
    peak = clock.memory_peak()
    return _done(corpus.size, ([before], [find]), (start, peak), _right(answers, quotations, corpus.texts()))


def _exact(job: Job, corpus: Corpus, quotations: Sequence[Quotation]) -> Done:
    start = _start()
    made = peers.Exact(corpus)
    find, found = clock.timed(lambda: made.find_all([one.unchanged for one in quotations]))
    return _done(corpus.size, ([0.0], [find]), (start, clock.memory_peak()), (found, len(quotations)))


def _done(
    size: int, times: tuple[list[float], list[float]], memory: tuple[int, int], right: tuple[int, int], passes: int = 0
) -> Done:
    before, find = map(clock.median, times)
    start, peak = memory
    return Done(size, before, find, peak - start, peak, *right, passes)


def _start() -> int:
    clock.forget_peak()
    return clock.memory_now()


def _warm() -> None:
    """Have the engine import and build all it builds once."""
    text = "The keeper of the weir wrote that the lantern was lit each night, whether a boat was due or not. " * 4
    said = "the lantern was lit each night, whether a boat was due"
    subject.find_all([Quotation(said, "exact", 0, (((0, 1),),), said)], [text])


def _right(answers: Sequence[Answer | None], quotations: Sequence[Quotation], texts: Sequence[str]) -> tuple[int, int]:
    """How many answers are right, of how many."""
    right = sum(is_right(answer, one, texts) for answer, one in zip(answers, quotations, strict=True))
    return right, len(quotations)


_JOBS: dict[str, Callable[[Job, Corpus, Sequence[Quotation]], Done]] = {
    "held": _held,
    "folded": _folded,
    "streamed": _streamed,
    "ahocorasick_rs": _exact,
    **dict.fromkeys(peers.SLOW, _peer),
}

if __name__ == "__main__":
    sys.exit(main())
