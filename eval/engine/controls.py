"""Words that do not stand in the texts searched: of texts held out, shuffled, and invented.

Words of held-out texts that do stand there (a statute that both quote, a notice that every RFC has) are told apart by
`standing` before the engine is asked. They are put to it all the same, listed and not counted.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from eval.engine.faithful import LEAST, MOST, few_words
from eval.engine.invented import sentence
from eval.engine.items import Made
from eval.engine.standing import within_a_few_words, word_for_word
from eval.engine.stretches import drawn, folded, sentence_at
from eval.engine.texts import Texts
from eval.measure import Measure, Miss
from holdwater.match.model import Alignment, Fit

NOWHERE = (Fit.NOT_FOUND, Fit.TOO_SHORT)
SENTENCES = 4
"""So many times `each` sentences are drawn from held-out texts, to see a share of three in a thousand."""
TRIES = 20
SAYS = {
    "absent": "sentences of texts not there: located",
    "absent_cuts": "stretches of texts not there, cut anywhere: located",
    "shuffled": "shuffled words: located",
    "invented": "invented prose: located",
    "short_absent": "two to five words not there: located",
}


@dataclass(frozen=True)
class Control:
    """Quotations that should not be located, but for those (by number) that do stand in the texts."""

    name: str
    says: str
    quotations: tuple[str, ...]
    there: frozenset[int] = frozenset()


def drawn_for(seed: str, texts: Texts, held_out: Texts, each: int) -> list[Control]:
    """The controls of one run: sentences and stretches of held-out texts, shuffled and invented ones, a few words.

    Stretches cut anywhere are the harder ones: many are of citations, addresses and lists, which have all one form.
    """
    rng = random.Random(f"{seed} controls")
    sources = list(held_out)
    groups = {
        "absent": sentences_of(rng, sources, SENTENCES * each),
        "absent_cuts": stretches_of(rng, sources, each),
        "shuffled": [_shuffled(rng, words) for words in stretches_of(rng, sources, each)],
        "invented": [sentence(rng) for _ in range(each)],
    }
    few = _few(rng, sources, each)
    there = within_a_few_words([folded(words) for group in groups.values() for words in group], texts)
    few_there = word_for_word([folded(words) for words in few], texts)
    found = []
    for name, group in groups.items():
        found.append(Control(name, SAYS[name], tuple(group), frozenset(at for at in range(len(group)) if at in there)))
        there = {at - len(group) for at in there}
    return [*found, Control("short_absent", SAYS["short_absent"], tuple(few), frozenset(few_there))]


def sentences_of(rng: random.Random, sources: Sequence[str], count: int) -> list[str]:
    """So many different whole sentences of 8 to 60 words, each from one of the texts at random."""
    found: dict[str, None] = {}
    for _ in range(TRIES * count):
        text = rng.choice(sources)
        one = sentence_at(text, rng.randrange(len(text)), LEAST, MOST)
        if one and one.plain and len(found) < count:
            found[" ".join(one.words)] = None
    return list(found)


def stretches_of(rng: random.Random, sources: Sequence[str], count: int) -> list[str]:
    """So many stretches of 8 to 60 words, cut anywhere, each from one of the texts at random."""
    found = (drawn(rng, rng.choice(sources), LEAST, MOST, plain=True) for _ in range(TRIES * count))
    return [" ".join(one.words) for one, _ in zip(filter(None, found), range(count), strict=False)]


def _shuffled(rng: random.Random, words: str) -> str:
    mixed = words.split()
    rng.shuffle(mixed)
    return " ".join(mixed)


def _few(rng: random.Random, sources: Sequence[str], count: int) -> list[str]:
    made = (few_words(rng, rng.choice(sources)) for _ in range(TRIES * count))
    kept: list[Made] = [one for one, _ in zip(filter(None, made), range(count), strict=False)]
    return [one.quotation for one in kept]


def measures(controls: Sequence[Control], answers: Sequence[Alignment]) -> list[Measure]:
    """How many of each control were located; `answers` are those to all their quotations, one control after another."""
    found = []
    at = 0
    for control in controls:
        measure = Measure(control.name, control.says, ceiling=True)
        for index, (quotation, answer) in enumerate(zip(control.quotations, answers[at:], strict=False)):
            absent = answer.fit in NOWHERE
            if index in control.there:
                measure.excluded["stands there, and " + ("is not located" if absent else "is located")] += 1
            else:
                measure.count(absent, Miss(f"{control.name}-{index}", told(answer), quotation))
        at += len(control.quotations)
        found.append(measure)
    return found


def told(answer: Alignment) -> str:
    """What the engine said, in a line."""
    changes = " ".join(sorted(change.value for change in answer.changes()))
    return (
        f"{answer.fit.value}, score {answer.score:.2f}, confidence {answer.confidence:.2f}, "
        f"chance {answer.chance:.1e}, "
        f"text {answer.passage}, {[(span.start, span.end) for span in answer.spans]} {changes}"
    )
