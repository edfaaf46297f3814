"""Short names of works that have no author to be called by: "Estimates, table 2", "Board of Works, press release".

The name is the beginning of a body's name or of a title in the description of one earlier work, and of no other.
Whatever else a short form says, but for its place in the work, has to stand in that description too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from holdwater.extract.model import Reference
from holdwater.extract.shapes import YEAR
from holdwater.extract.titles import strictly_title_case
from holdwater.patterns import waiting

_LONGEST = 120  # characters of a short form
_DESCRIBED = 500  # characters of a description in which names are looked for
_KEPT = 20_000  # characters of what is passed over
_MOST = 32  # works under one word, of more than which none is told apart
_LETTERS = 4  # of a name of one word, or it may stand for anything

_WORD = waiting(r"[^\W_]+(?:['’][^\W_]+)*")
_BEGINS = waiting(
    r"(?:^|[,;:()\[\]“”\"‘«]\s{0,2}|(?<![\s.(][A-ZÀ-Þ])(?<!^[A-ZÀ-Þ])\.\s{1,2})(?:(?:The|A|An)\s)?(?=[A-ZÀ-Þ])"
)
_DATED = waiting(rf"\b{YEAR}\b")
_ISSUE = waiting(r"\b(vol|no|issue|volume|number)s?\.?\s(\d{1,4}|[IVXLC]{1,8})\b", re.IGNORECASE)
_ARTICLE = waiting(r"(?:The|A|An|the)\s")
_SENTENCE = waiting(
    r"(?<![\s.][A-Za-z])(?<!\b(?:vol|col|par|sec|art|fol|nos|fig))(?<!\bp[pt])(?<!\bno)\.\s+(?=[A-ZÀ-Þ“\"‘])"
)
_PART = waiting(r",\s*")
_PLACE = waiting(
    r"(?:at\s|p{1,2}\.|pages?\s|cols?\.|columns?\s|paras?\b|paragraphs?\s|¶|§|secs?\.|sections?\s|s{1,2}\.\s|chs?\.|"
    r"chap\.|chapters?\s|arts?\.|articles?\s|fols?\.|f{1,2}\.|nn?\.|notes?\s|Q{1,2}\.?\s?\d|questions?\s|tables?\s|"
    r"figs?\.|figures?\s|parts?\s|lines?\s|ll?\.|apps?\.|appendix\s|annex\s|schedule\s|cl{1,2}\.|clauses?\s|under\s|"
    r"s\.v{1,2}\.|passim\b|slides?\s|items?\s|rows?\s|ev\.)",
)
_BARE_PLACE = waiting(rf"(?!{YEAR}\b)\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?$")
_LABELLED = waiting(
    r"(?i:tables?|figures?|chapters?|appendix|annex|parts?|sections?|notes?|volumes?|vol|page|pages|column|question|"
    r"line|paragraph|schedule|clause|article|slide|ibid|idem|id)\b"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A place in a work's description where a name begins: the words from there on, and whether they lead it."""

    reference: str  # "" of a work that was not made out
    words: tuple[str, ...]
    leads: bool


@dataclass
class ShortTitles:
    """The names in the descriptions of a document's works, by their first words."""

    _names: dict[str, list[_Name]] = field(default_factory=dict)
    _described: dict[str, str] = field(default_factory=dict)

    def add(self, reference: Reference) -> None:
        """Take up the names in a work's description."""
        self._take(reference.id, reference.raw[:_DESCRIBED], reference.csl)

    def _take(self, reference: str, raw: str, csl: Mapping[str, object]) -> None:
        raw = " ".join(raw.split())
        self._described[reference] = f"{self._described.get(reference, '')[-_KEPT:]} {' '.join(_folded(raw))} "
        for begin, leads in _begins(raw, csl):
            words = _folded(begin)
            if words:
                self._names.setdefault(words[0], []).append(_Name(reference, words, leads))

    def pass_over(self, text: str) -> None:
        """Take up the names in words that may describe a work not made out, so that none of them stands for another."""
        if len(text) <= _DESCRIBED and _DATED.search(text):
            self._take("", text, {})

    def meant(self, text: str) -> str | None:
        """The one work that a short form means; None where it is none, and where it may mean several.

        Args:
            text: a piece of a note, with whatever the note says in a sentence of its own behind it.
        """
        stop = _SENTENCE.search(text, 0, 3 * _LONGEST)
        short = (text[: stop.start()] if stop else text).strip(" .,")
        if len(short) > _LONGEST:
            return None
        parts = [part for part in _PART.split(short) if part]
        name = _ARTICLE.sub("", parts[0].strip('“”"‘’«» ,.'), count=1) if parts else ""
        others = [part for part in parts[1:] if not _is_place(part)]
        words = _folded(name)
        if not _may_name(name, words, len(parts)):
            return None
        found = [one for one in self._names.get(words[0], [])[: _MOST + 1] if one.words[: len(words)] == words]
        return self._only([one for one in found if all(self._says(one.reference, part) for part in others)])

    def _says(self, reference: str, part: str) -> bool:
        """Whether a work's description has the words of a part of the short form."""
        words = _folded(part)
        return bool(words) and f" {' '.join(words)} " in self._described[reference]

    def _only(self, found: list[_Name]) -> str | None:
        leading = {one.reference for one in found if one.leads}
        works = leading or {one.reference for one in found}
        return (works.pop() or None) if len(works) == 1 and len(found) <= _MOST else None


def only_a_place(text: str) -> bool:
    """Whether what a note says behind a name is only where in the work: ", p. 4." """
    stop = _SENTENCE.search(text, 0, 3 * _LONGEST)
    parts = [part for part in _PART.split((text[: stop.start()] if stop else text).strip(" .,")) if part]
    return bool(parts) and all(_is_place(part) for part in parts)


def _is_place(part: str) -> bool:
    return bool(_PLACE.match(part) or _BARE_PLACE.match(part))


def of_another_issue(text: str, described: str) -> bool:
    """Whether a short form gives a volume, number or year that a description gives otherwise."""
    said, known = _issue_of(text), _issue_of(described)
    return any(known.get(label, numbers).isdisjoint(numbers) for label, numbers in said.items())


def _issue_of(words: str) -> dict[str, set[str]]:
    """The volumes, numbers and years that words give, by the first two letters of the label."""
    found: dict[str, set[str]] = {}
    for label, number in _ISSUE.findall(words):
        found.setdefault(label[:2].lower(), set()).add(number)
    for year in _DATED.findall(words):
        found.setdefault("year", set()).add(year)
    return found


def _may_name(name: str, words: tuple[str, ...], parts: int) -> bool:
    """Whether the first words of a note may name a work; one word does so only before a place or the like."""
    if not words or _LABELLED.match(name) or not strictly_title_case(name):
        return False
    return len(words) > 1 or (parts > 1 and len(words[0]) >= _LETTERS and words[0].isalpha())


def _begins(raw: str, csl: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """Where names begin in a description, and whether each is its first one or its title.

    They are its first two, up to a title in quotation marks, and its title: what follows names a paper or a publisher.
    """
    title, container = (_ARTICLE.sub("", str(csl.get(name, "")), count=1) for name in ("title", "container-title"))
    for index, match in enumerate(_BEGINS.finditer(raw)):
        words = raw[match.end() :]
        titled = bool(title) and words.startswith(title)
        if titled or (index < 2 and not (container and words.startswith(container))):
            yield words, index == 0 or titled
        if (titled and index) or raw[match.start()] in '“"‘«':
            return


def _folded(words: str) -> tuple[str, ...]:
    return tuple(word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(words))
