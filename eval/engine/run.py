"""One evaluation: draw quotations and controls, put them all to the engine in one call, and measure its answers."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.engine import controls, short
from eval.engine.items import Item
from eval.engine.kinds import KINDS, Expected, Kind, draw
from eval.engine.places import located
from eval.engine.scoring import Answer, of_kind
from eval.engine.standing import word_for_word
from eval.engine.stretches import folded
from eval.engine.texts import MEGABYTE, searched_and_held_out
from eval.measure import Measure
from holdwater.match import Sought, locate
from holdwater.match.model import Alignment


@dataclass(frozen=True)
class Run:
    """What is measured: the kinds, megabytes searched, quotations of each kind, seed; with controls or without."""

    size: int
    each: int
    seed: str
    kinds: tuple[Kind, ...] = KINDS
    controls: bool = True


def measured(run: Run) -> tuple[list[Measure], str]:
    """Every measure, and a line on what was searched at what cost (of this processor's time, reading included)."""
    texts, held_out = searched_and_held_out(run.size)
    items = draw(run.kinds, texts, run.each, run.seed)
    absent = controls.drawn_for(run.seed, texts, held_out, run.each) if run.controls else []
    sought = [Sought(item.made.quotation, after=item.made.after) for item in items]
    sought += [Sought(quotation) for control in absent for quotation in control.quotations]
    began = time.process_time()
    alignments = locate(sought, texts)
    spent = time.process_time() - began
    answers = _answers(run.kinds, items, alignments[: len(items)], texts)
    found = [measure for kind in run.kinds for measure in _of(kind, answers, texts)]
    found += controls.measures(absent, alignments[len(items) :])
    where = f"{texts.size / MEGABYTE:.1f} MB in {len(texts)} texts"
    return found, f"{where}; {len(sought)} quotations put to the engine: {spent:.1f} s of CPU"


def _answers(
    kinds: Sequence[Kind], items: Sequence[Item], alignments: Sequence[Alignment], texts: Iterable[str]
) -> list[Answer]:
    parts = located(items, alignments, texts)
    unchanged = _unchanged(kinds, items, texts)
    return [
        Answer(item, alignment, tuple(found), index in unchanged)
        for index, (item, alignment, found) in enumerate(zip(items, alignments, parts, strict=True))
    ]


def _unchanged(kinds: Sequence[Kind], items: Sequence[Item], texts: Iterable[str]) -> set[int]:
    """Which items of the changed kinds stand, changed as they are, word for word in some text."""
    changed = {kind.name for kind in kinds if kind.expected is Expected.CHANGED}
    indices = [index for index, item in enumerate(items) if item.kind in changed]
    standing = word_for_word([folded(items[index].made.quotation) for index in indices], texts)
    return {indices[at] for at in standing}


def _of(kind: Kind, answers: Sequence[Answer], texts: Iterable[str]) -> list[Measure]:
    own = [answer for answer in answers if answer.item.kind == kind.name]
    if kind.expected is not Expected.SHORT:
        return of_kind(kind, own)
    return [short.anywhere(own), short.in_source(_of_source(own, texts))]


def _of_source(answers: Sequence[Answer], texts: Iterable[str]) -> list[tuple[Answer, int]]:
    """Short quotations put to the engine with their own text alone, and how often their words stand in it."""
    of_text: dict[int, list[Item]] = defaultdict(list)
    for answer in answers:
        of_text[answer.item.text].append(answer.item)
    found = []
    for number, text in enumerate(texts):
        items = [item.alone() for item in of_text.get(number, ())]
        if items:
            alignments = locate([Sought(item.made.quotation) for item in items], [text])
            parts = located(items, alignments, [text])
            for item, alignment, one in zip(items, alignments, parts, strict=True):
                found.append((Answer(item, alignment, tuple(one)), short.occurrences(item, text)))
    return found
