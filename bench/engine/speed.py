"""500 mixed quotations against 25 MB: the engine, the peers that locate as it does, and the limits of an exact scan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.engine import child, clock, peers, sample, subject
from bench.engine.answer import Answer, is_right
from bench.engine.corpus import Corpus
from bench.engine.sample import KINDS, Quotation
from bench.engine.table import MB, Bound, Report, columns, say

FASTER = 50.0
"""Times as fast as each peer, folding included."""
OF_EXACT, OF_EXACT_FOLDING = 1.0, 3.0
"""Of `ahocorasick_rs`'s time: texts folded already, and folding included."""
ENGINE, FOLDED, EXACT, DENSE = (
    "engine, folding included",
    "engine, folded already",
    "ahocorasick_rs",
    "ahocorasick_rs (DFA)",
)
_FEW = 10
"""Quotations for a peer's peak of memory: one of each kind."""


@dataclass
class Tally:
    """What one tool took and answered, over all rounds."""

    times: list[float] = field(default_factory=list)
    ready: float = 0.0
    answers: list[Answer | None] = field(default_factory=list)
    scale: float = 1.0

    @property
    def median(self) -> float:
        """CPU seconds of a round, for tools that do all quotations in each."""
        return clock.median(self.times)

    @property
    def scaled(self) -> float:
        """CPU seconds for all quotations, for tools that did a part of them in each round."""
        return self.ready + sum(self.times) * self.scale


@dataclass(frozen=True)
class Field:
    """The quotations and the texts of a run; `asked` is how many of the quotations the slow peers are asked."""

    corpus: Corpus
    folder: Path
    quotations: list[Quotation]
    asked: int
    processes: int = 1


def measure(run: Field, *, slow: bool) -> Report:
    """Run everything in turn, round by round; `slow` asks the peers that locate too."""
    texts = run.corpus.texts()
    tallies: dict[str, Tally] = defaultdict(Tally)
    made = {name: make(run.corpus) for name, make in peers.SLOW.items()} if slow else {}
    part = -(-run.asked // clock.ROUNDS)
    subject.find_all(run.quotations[:_FEW], texts[:20])
    for turn in range(clock.ROUNDS):
        say(f"round {turn + 1} of {clock.ROUNDS}")
        _short(run, texts, tallies)
        for name, peer in made.items():
            if not turn:
                tallies[name].ready, _ = clock.timed(peer.ready)
            _ask(peer, run.quotations[turn * part : min(run.asked, (turn + 1) * part)], tallies[name])
            tallies[name].scale = len(run.quotations) / run.asked
    joined = b"\0".join(path.read_bytes() for path in run.corpus.paths)
    unchanged = [one.unchanged for one in run.quotations]
    tallies["bytes.find"].times.append(clock.timed(lambda: peers.find_in_turn(joined, unchanged))[0])
    return _report(run, texts, dict(tallies), _not_there(run, texts))


def _not_there(run: Field, texts: list[str]) -> str:
    """What quotations cost that are in none of the texts searched: those of the last half, in the texts of the first.

    Without a floor; a document may have many of them, and their way through the stages is the longest.
    """
    half = len(texts) // 2
    absent = [one for one in run.quotations if one.source >= half]
    present = [one for one in run.quotations if one.source < half]
    each = [_cost(run, some, subject.fold(texts[:half])) for some in (absent, present)]
    return (
        f"in half the texts, folded: {each[0]:.2f} ms for each of {len(absent)} quotations that are not there, "
        f"{each[1]:.2f} ms for each of {len(present)} that are"
    )


def _cost(run: Field, quotations: list[Quotation], folded: Sequence[subject.Text]) -> float:
    """Milliseconds of CPU for each quotation."""
    spent, _ = clock.timed(lambda: subject.find_all(quotations, folded, run.processes))
    return 1000 * spent / max(1, len(quotations))


def _short(run: Field, texts: list[str], tallies: dict[str, Tally]) -> None:
    """One round of what is quick enough for all quotations."""
    spent, answers = clock.timed(lambda: subject.find_all(run.quotations, texts, run.processes))
    tallies[ENGINE].times.append(spent)
    tallies[ENGINE].answers = answers
    _folded(run, texts, tallies[FOLDED])
    unchanged = [one.unchanged for one in run.quotations]
    for name, implementation in ((EXACT, None), (DENSE, "DFA")):
        exact = peers.Exact(run.corpus, implementation)
        tallies[name].times.append(clock.timed(lambda exact=exact: exact.find_all(unchanged))[0])  # type: ignore[misc]


def _folded(run: Field, texts: list[str], tally: Tally) -> None:
    """The engine on texts that were folded before the clock began; anew each round, so that none is looked up yet."""
    folded = subject.fold(texts)
    spent, tally.answers = clock.timed(lambda: subject.find_all(run.quotations, folded, run.processes))
    tally.times.append(spent)


def _ask(peer: peers.Peer, quotations: Sequence[Quotation], tally: Tally) -> None:
    spent, answers = clock.timed(lambda: [peer.find(one.text) for one in quotations])
    tally.times.append(spent)
    tally.answers += answers


def _report(run: Field, texts: list[str], tallies: dict[str, Tally], not_there: str) -> Report:
    right = {name: _right(run, texts, tally) for name, tally in tallies.items() if tally.answers}
    lines = [*columns(_rows(run, tallies, right)), "", *columns(_kinds(right)), "", not_there]
    title = f"{len(run.quotations)} quotations × {run.corpus.size / MB:.1f} MB ({len(run.corpus.paths)} texts)"
    return Report(title, tuple(lines), tuple(_bounds(tallies)))


Right = dict[str, list[bool]]


def _right(run: Field, texts: list[str], tally: Tally) -> Right:
    """By kind: whether each answer is right."""
    found: Right = defaultdict(list)
    for answer, one in zip(tally.answers, run.quotations, strict=False):
        found[one.kind].append(is_right(answer, one, texts))
    return found


def _rows(run: Field, tallies: dict[str, Tally], right: dict[str, Right]) -> list[list[str]]:
    engine = tallies[ENGINE].median
    rows = [["", "CPU s", "× the engine", "quotations", "right place", "memory, MB"]]
    memory = _memory(run, [name for name in peers.SLOW if name in tallies])
    for name, tally in tallies.items():
        slow = name in peers.SLOW
        spent = tally.scaled if slow else tally.median
        asked = f"{run.asked} of {len(run.quotations)}, scaled" if slow else str(len(run.quotations))
        answers = [one for kind in right.get(name, {}).values() for one in kind]
        share = f"{sum(answers) / len(answers):.3f}" if answers else "exact only"
        held = f"{memory[name] / MB:.0f}" if name in memory else ""
        rows.append([name, f"{spent:.2f}", f"{spent / engine:.2f}", asked, share, held])
    return rows


def _memory(run: Field, slow: list[str]) -> dict[str, int]:
    """Growth of a fresh process up to its peak, texts included."""
    few, every = run.folder / "few.json", run.folder / "all.json"
    sample.save(run.quotations[:_FEW], few)
    sample.save(run.quotations, every)
    jobs = [(name, name, few) for name in slow]
    jobs += [(ENGINE, "held", every), (FOLDED, "folded", every), (EXACT, EXACT, every)]
    return {
        name: child.run(child.Job(tool, str(run.folder), run.corpus.size, str(asked))).growth
        for name, tool, asked in jobs
    }


def _kinds(right: dict[str, Right]) -> list[list[str]]:
    """A line a kind: the share of right places of each tool, and of how many."""
    rows = [["right place", *right]]
    rows += [
        [kind, *(f"{sum(found[kind])}/{len(found[kind])}" if found[kind] else "" for found in right.values())]
        for kind in KINDS
    ]
    return rows


def _bounds(tallies: dict[str, Tally]) -> list[Bound]:
    engine, folded, exact = (tallies[name].median for name in (ENGINE, FOLDED, EXACT))
    found = [
        Bound(f"folding included, faster than {name}", tallies[name].scaled / engine, FASTER, "times", at_least=True)
        for name in peers.SLOW
        if name in tallies
    ]
    found.append(Bound("folded already, of ahocorasick_rs's time", folded / exact, OF_EXACT, "×"))
    found.append(Bound("folding included, of ahocorasick_rs's time", engine / exact, OF_EXACT_FOLDING, "×"))
    return found
