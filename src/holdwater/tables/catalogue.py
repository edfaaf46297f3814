"""The catalogue of series: which of them a few words, or a whole sentence, speak of.

A title counts by how much of it the words cover, in inverse document frequency (IDF), times how well the words match
it by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.5). Concepts ("child mortality", however it is said) count as
words of their own. Unit, sex and age then filter: what does not fit falls behind, or out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from holdwater.tables.concepts import concepts_in
from holdwater.tables.kinship import RELATED, RIVALS
from holdwater.tables.model import Dimension, Measure, Series
from holdwater.tables.places import without_places
from holdwater.tables.terms import content, stems
from holdwater.tables.traits import ADULT, Ages, ages_in, measure_in, measure_of, ratio_of_units, sex_in

K1, B = 1.2, 0.5

CONCEPT_WEIGHT = 1.6
"""How much more a concept says than a rare word: it stands for two or three of them."""

CONCEPT_MASS = 0.5
"""What a concept of a title counts in how much of it is covered, against a word: what nobody asks for is a gap."""

ASIDE = 0.4
"""What a word in brackets counts, against one of the title proper: "(% of population over age 15)"."""

OTHER_SEX, SEX_NOT_SAID, SEX_NOT_ASKED = 0.05, 0.75, 0.35
OTHER_AGES, AGES_NOT_SAID, AGES_NOT_ASKED = 0.6, 0.97, 0.6
OTHER_UNIT, MAYBE_OTHER_UNIT = 0.3, 0.6
"""For a series that cannot have the figure's unit: where the unit is known, and where it is only read from words."""

RIVAL = 0.25
NEAR_CONCEPT = 0.3
"""What a concept counts that only comes near the one asked for."""
MODIFIERS = frozenset({"adult", "youth", "constant prices", "gdp share", "gni share", "per person", "atlas"})
"""Concepts that say how something is measured, and never what: alone they find nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """A series that words may speak of. `coverage` is how much of its title they cover, from 0 to 1.

    `concepts` are what both speak of; `fits` says that nothing in unit, sex or age speaks against it, `plain` that the
    words name what the title is about and do not only hint at it. `literal` is the coverage by the words themselves.
    """

    series: Series
    score: float
    coverage: float
    concepts: frozenset[str]
    fits: bool
    ages: Ages = ()
    plain: bool = False
    literal: float = 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    series: Series
    measure: Measure
    sex: str
    ages: Ages
    words: Mapping[str, float]  # stem or "=concept" -> weight
    main: frozenset[str]  # the concepts of the title proper
    explained: Mapping[str, frozenset[str]]  # stem -> the concepts that it is part of
    length: float


@dataclass(frozen=True, slots=True)
class _Asked:
    words: frozenset[str]
    near: frozenset[str]
    plain: frozenset[str]
    sex: str
    ages: Ages
    measure: Measure
    told: bool

    @property
    def concepts(self) -> frozenset[str]:
        return frozenset(word[1:] for word in self.words if word.startswith("="))


class Catalogue:
    """The titles of all series, ready to be searched."""

    def __init__(self, series: Iterable[Series]) -> None:
        self._entries = tuple(map(_entry, series))
        counts = Counter(word for entry in self._entries for word in entry.words)
        total = len(self._entries)
        self._idf = {word: log(1 + (total - n + 0.5) / (n + 0.5)) for word, n in counts.items()}
        self._mean = sum(entry.length for entry in self._entries) / total if total else 1.0
        self._postings: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for word in entry.words:
                self._postings.setdefault(word, []).append(number)

    def find(
        self, words: str, *, measure: Measure | None = None, sex: str = "", ages: Ages = (), most: int = 10
    ) -> tuple[Match, ...]:
        """The series that these words speak of, the best first.

        Args:
            words: what is measured, or the whole sentence; names of places and numbers in it do not count.
            measure: the unit of the figure; read from the words if it is None, as far as they tell it.
            sex: "female" or "male"; read from the words if it is "".
            ages: the age group; read from the words if it is ().
            most: how many to return at most.
        """
        text = without_places(words)
        asked = _asked(text, sex, ages, measure)
        numbers = {number for word in asked.words | asked.near for number in self._postings.get(word, ())}
        found = [match for number in numbers if (match := self._match(self._entries[number], asked))]
        return tuple(sorted(found, key=_rank)[:most])

    def _match(self, entry: _Entry, asked: _Asked) -> Match | None:
        shared = asked.words & entry.words.keys()
        near = (asked.near & entry.words.keys()) - shared
        concepts = frozenset(word[1:] for word in shared if word.startswith("="))
        if not near and not (concepts - MODIFIERS or any(not word.startswith("=") for word in shared)):
            return None
        bm25 = sum(self._weight(word, entry) for word in shared)
        bm25 += NEAR_CONCEPT * sum(self._weight(word, entry) for word in near)
        coverage = self._coverage(entry, shared)
        factor, fits = _fit(entry, asked)
        return Match(
            series=entry.series,
            score=bm25 * (0.25 + 0.75 * coverage) * factor,
            coverage=coverage,
            concepts=concepts,
            fits=fits,
            ages=entry.ages,
            plain=self._named(entry, concepts & asked.plain),
            literal=self._literal(entry, shared),
        )

    def _weight(self, word: str, entry: _Entry) -> float:
        tf = entry.words[word] * (CONCEPT_WEIGHT if word.startswith("=") else 1.0)
        norm = K1 * (1 - B + B * entry.length / self._mean)
        return self._idf[word] * tf * (K1 + 1) / (entry.words[word] + norm)

    def _coverage(self, entry: _Entry, shared: frozenset[str]) -> float:
        """How much of the title is covered: a word by itself or by the concept that it is part of."""
        named = {word[1:] for word in shared if word.startswith("=")}
        whole = covered = 0.0
        for word, weight in entry.words.items():
            mass = weight * self._idf[word]
            if word.startswith("="):
                mass *= 0.0 if word[1:] in MODIFIERS else CONCEPT_MASS
            whole += mass
            covered += mass if word in shared or entry.explained.get(word, frozenset()) & named else 0.0
        return covered / whole if whole else 0.0

    def _named(self, entry: _Entry, named: frozenset[str]) -> bool:
        """Whether these concepts are the greater part of what a title proper is about."""
        masses = {name: self._idf[f"={name}"] for name in entry.main - MODIFIERS}
        asked = sum(mass for name, mass in masses.items() if name in named)
        return asked > 0 and 2 * asked >= sum(masses.values())

    def _literal(self, entry: _Entry, shared: frozenset[str]) -> float:
        """How much of the title's words stand among the shared ones themselves."""
        masses = {word: w * self._idf[word] for word, w in entry.words.items() if not word.startswith("=")}
        whole = sum(masses.values())
        return sum(mass for word, mass in masses.items() if word in shared) / whole if whole else 0.0


def _rank(match: Match) -> tuple[float, int, int, str]:
    """Best first; of equals the one that goes on longest, then the one with the most figures."""
    return (-round(match.score, 6), -match.series.last, -match.series.figures, match.series.id)


def _terms(text: str) -> list[str]:
    words = stems(text)
    return [*content(words), *(f"={name}" for name in concepts_in(words))]


def _asked(text: str, sex: str, ages: Ages, measure: Measure | None) -> _Asked:
    words = frozenset(_terms(text))
    near = frozenset(f"={name}" for word in words for name in RELATED.get(word.removeprefix("="), ()))
    unit = measure_in(text) if measure is None else measure
    plain = frozenset(concepts_in(stems(text), hints=False)) - MODIFIERS
    return _Asked(
        words, near - words, plain, sex or sex_in(text), ages or ages_in(text), unit, told=measure is not None
    )


def _entry(series: Series) -> _Entry:
    words: dict[str, float] = {}
    explained: dict[str, frozenset[str]] = {}
    main: set[str] = set()
    proper, aside = _parted(series.title)
    for text, weight in ((proper, 1.0), (aside, ASIDE), (series.keywords, 1.0)):
        run = stems(text)
        concepts = concepts_in(run, hints=False)
        for word in (*content(run), *(f"={name}" for name in concepts)):
            words[word] = max(weight, words.get(word, 0.0))
        main.update(concepts if weight == 1.0 else ())
        for name, places in concepts.items():
            for place in places:
                explained[run[place]] = explained.get(run[place], frozenset()) | {name}
    ages = ages_in(series.title) or ages_in(series.unit)
    length = sum(weight for word, weight in words.items() if not word.startswith("="))
    return _Entry(
        series,
        measure_of(series.unit),
        sex_in(proper) or sex_in(aside),
        ages,
        words,
        frozenset(main),
        explained,
        length,
    )


@lru_cache(maxsize=1000)
def what_is_measured(title: str) -> tuple[frozenset[str], str, Ages]:
    """The concepts of a title (its words where it has none), sex and ages: the same for all editions of one thing."""
    proper, aside = _parted(title)
    run = stems(proper)
    concepts = frozenset(concepts_in(run, hints=False)) - MODIFIERS
    concepts = concepts - {"population"} or concepts  # whose rate it is, where something else is measured
    return concepts or frozenset(content(run)), sex_in(proper) or sex_in(aside), ages_in(title)


def _parted(title: str) -> tuple[str, str]:
    """A title without what stands in brackets, and what stands there."""
    proper: list[str] = []
    aside: list[str] = []
    depth = 0
    for character in title:
        depth += (character == "(") - (character == ")")
        (aside if depth else proper).append(character)
    return "".join(proper), "".join(aside).replace("(", " ")


def _fit(entry: _Entry, asked: _Asked) -> tuple[float, bool]:
    """By how much sex, age and unit hold a series back, and whether nothing speaks against it."""
    factor, fits = 1.0, True
    if asked.sex != entry.sex:
        both = bool(asked.sex and entry.sex)
        factor *= OTHER_SEX if both else SEX_NOT_SAID if asked.sex else SEX_NOT_ASKED
        fits = not both and not (entry.sex and not asked.sex)
    if asked.ages != entry.ages and entry.ages:
        factor *= OTHER_AGES if asked.ages else AGES_NOT_SAID if entry.ages == ADULT else AGES_NOT_ASKED
        fits = fits and not asked.ages
    if _rivals(entry, asked):
        factor *= RIVAL
        fits = False
    if asked.measure.dimension is not Dimension.ANY and not ratio_of_units(asked.measure, entry.measure):
        factor *= OTHER_UNIT if asked.told else MAYBE_OTHER_UNIT
        fits = False
    return factor, fits


def _rivals(entry: _Entry, asked: _Asked) -> bool:
    """Whether a title has another concept where the words have one of the same set, and the title not that one."""
    wanted, own = asked.concepts, {word[1:] for word in entry.words if word.startswith("=")}
    return any(wanted & group and own & group and not wanted & own & group for group in RIVALS)
