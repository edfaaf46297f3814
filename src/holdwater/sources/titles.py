"""A source's title, people and year laid against a reference, and what forbids a tie.

A title counts only where all of it stands in the reference, in its order, between punctuation; one that says little
needs author and year beside it; and another year, author or edition forbids the tie outright.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from holdwater.sources.abbreviations import written_out
from holdwater.sources.fits import TITLE_SCORES, Fit, Kind, best_fit
from holdwater.sources.heads import Head
from holdwater.sources.words import Place, Word, Words, is_year, places_of
from holdwater.sources.works import GENERIC, Person, ReferenceWork, SourceWork, telling

THRESHOLD = 0.8
"""The least likeness of a tie. The gates below decide most cases; this only bars several doubts at once."""

_WEIGHTS = (0.6, 0.25, 0.15)  # title, people, year
_UNKNOWN = 0.6  # what an unknown author or year counts
REFUSED = THRESHOLD - 0.05
"""The most that a candidate scores that is not to be tied."""

UNTITLED = 0.55
"""The most that a candidate scores of whose title only some words stand in the reference."""

ABOUT = GENERIC | frozenset(
    "accessed retrieved available visited checked pp p vol ed eds edited editor editors trans translated translator "
    "https http www com net edu gov doi isbn press see cf also ibid quoted cited emphasis added ff para col fig table "
    "ch chs chap chaps sec secs sect fn fol "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Words of a reference that say nothing of who or what it names: places in a work, what was done to it, months."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two works are: 0 to 1, in words, and whether that is enough for a tie.

    `thin` marks a tie by author and year alone, to a source whose title is not known.
    """

    score: float
    reason: str
    enough: bool = False
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """How well one thing agrees: a value from 0 to 1, None where one side does not say; `clash` says what differs."""

    value: float | None = None
    clash: str = ""

    @property
    def counted(self) -> float:
        """What it adds to the likeness."""
        return _UNKNOWN if self.value is None else self.value

    @property
    def agrees(self) -> bool:
        """Whether both sides say it, and alike."""
        return self.value is not None and self.value >= 0.8


def by_title(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """How alike the two are by title, people and year, and why that is not enough where it is not."""
    fit = best_fit(reference, source)
    if fit is None or not fit.score:
        return Likeness(0.0, "no title in common")
    if TITLE_SCORES[fit.kind] < 0.9:
        return Likeness(round(fit.score * REFUSED, 2), f"the title stands in the reference {fit.kind.value}")
    people = people_known(reference, source, fit)
    year = _year_in_title(reference, source, fit) or year_known(reference, source)
    parts = (fit.score, people.counted, year.counted)
    score = round(sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True)), 2)
    refusal = _refusal(reference, source, fit, people, year)
    if refusal:
        return Likeness(min(score, REFUSED), refusal)
    return Likeness(score, _in_words(people, year, score), enough=score >= THRESHOLD)


def _in_words(people: Known, year: Known, score: float) -> str:
    parts = ["title"] + ["author"] * people.agrees + ["year"] * year.agrees
    alike = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{alike} alike ({score:.2f})"


def _refusal(reference: ReferenceWork, source: SourceWork, fit: Fit, people: Known, year: Known) -> str:
    """Why the two are not to be tied; "" where nothing speaks against it."""
    clash = year.clash or _edition_clash(reference, source, year) or people.clash
    clash = clash or _volume_clash(reference, source, year)
    if clash:
        return clash
    if _is_no_title(reference, source, fit):
        return "the first line of the text is no title in the reference"
    told = telling(fit.words)
    if fit.kind in (Kind.CONTAINER, Kind.CUT):
        return "" if people.agrees and year.value == 1 else f"the title stands in the reference {fit.kind.value}"
    if told < 2 and (not (people.agrees and year.value == 1) or _other_container(reference, source)):
        return too_little(people, year)
    if people.agrees:
        return ""
    if fit.kind is not Kind.WHOLE:
        return f"the title stands in the reference {fit.kind.value}, and the author is not known"
    if year.value != 1 and (year.value is not None or told < 3 or len(fit.words) < 4 or reference.unpublished):
        return too_little(people, year)
    return _month_clash(reference, source)


def too_little(people: Known, year: Known) -> str:
    """What is missing beside a title that says little."""
    lacking = ["the author"] * (not people.agrees) + ["the year"] * (year.value != 1)
    return f"the title says too little without {' and '.join(lacking) or 'more beside it'}"


def _is_no_title(reference: ReferenceWork, source: SourceWork, fit: Fit) -> bool:
    """Whether a plain text's first line, taken for its title, names who wrote the cited work, or what holds it."""
    if not source.head.lines:
        return False
    title = reference.title
    if is_in_front_of_a_year(fit.words, reference, source.head):
        return True
    if title is None:
        return any(place.start == 0 for person in reference.people for place in _within(fit.words, person.words))
    rest = {word for word in title.words.bag - set(fit.words) - source.head.words.bag if len(word) > 1}
    return not _within(fit.words, title.words.texts) or (fit.kind is Kind.WHOLE and telling(tuple(rest)) > 0)


def is_in_front_of_a_year(words: tuple[str, ...], reference: ReferenceWork, head: Head) -> bool:
    """Whether these words open the reference as a body does, and a title behind the year is not at the head of the
    text: "Marden Mills Board (2015). Weirs."."""
    raw = reference.raw.texts
    behind = raw[len(words) :] if raw[: len(words)] == words else ()
    named = (word for word in behind[1:] if len(word) > 1 and word.isalpha() and word not in ABOUT)
    return bool(behind) and is_year(behind[0]) and not head.words.bag.issuperset(named)


def _within(words: tuple[str, ...], said: tuple[str, ...]) -> list[Place]:
    return list(places_of(words, Words(tuple(Word(word, " ", " ") for word in said))))


def _month_clash(reference: ReferenceWork, source: SourceWork) -> str:
    """Reports that come out every few months under one title differ by nothing else."""
    months = _months_apart(reference, source)
    return f"another month ({source.year}-{source.month:02})" if months is not None and months > 1 else ""


def _months_apart(reference: ReferenceWork, source: SourceWork) -> int | None:
    if source.year is None or source.month is None or not reference.months:
        return None
    ours = (12 * year + month for year in reference.years for month in reference.months)
    return min((abs(12 * source.year + source.month - moment) for moment in ours), default=None)


def _edition_clash(reference: ReferenceWork, source: SourceWork, year: Known) -> str:
    ours, theirs = reference.edition, source.edition
    if (ours or 1) != (theirs or 1) and ((ours and theirs) or year.value != 1):
        return f"another edition ({theirs or 1}, not {ours or 1})"
    if reference.volume and source.volume.isdigit() and reference.volume != source.volume:
        return f"another volume ({source.volume}, not {reference.volume})"
    return ""


def _volume_clash(reference: ReferenceWork, source: SourceWork, year: Known) -> str:
    """A year's difference is let pass only where the volume, if the source has one, stands in the reference."""
    volume = Words.of(str(source.source.csl.get("volume") or "")).texts[:1]
    if year.value not in (None, 1) and volume and volume[0] not in reference.bag:
        return f"another year and volume ({source.year}, {volume[0]})"
    return ""


def _other_container(reference: ReferenceWork, source: SourceWork) -> bool:
    tells = [word for word in source.container.texts if word not in GENERIC]
    return bool(tells) and not any(word in reference.bag for word in tells)


def year_known(reference: ReferenceWork, source: SourceWork) -> Known:
    """Whether the years agree; a year's difference is let pass at a price (online first, printed later).

    What was printed long before its Word file was made may be in it all the same: texts are copied into such files.
    """
    if source.year is None or not reference.years:
        return Known()
    if (months := _months_apart(reference, source)) is not None and months <= 1:
        return Known(1.0)
    distance = min(abs(year - source.year) for year in reference.years)
    if distance and source.copied and min(reference.years) < source.year:
        return Known()
    if distance > 1:
        shown = reference.year or next(iter(reference.years))
        return Known(0.0, f"the year differs ({source.year}, not {shown})")
    return Known(1.0 if distance == 0 else 0.6)


def _year_in_title(reference: ReferenceWork, source: SourceWork, fit: Fit) -> Known | None:
    """A year's report comes out in the next year, and is cited by its own: "Annual Review 2022", issued in 2023."""
    years = [int(word) for word in fit.words if is_year(word) and word.isdigit()]
    if len(years) != 1 or source.year is None or source.year - years[0] not in (0, 1):
        return None
    at = fit.words.index(str(years[0]))
    places = (place for place in places_of(fit.words, reference.raw) if place.end - place.start == len(fit.words))
    plain = (not set("([.") & set(reference.raw.all[place.start + at].before) for place in places)
    return Known(1.0) if any(plain) else None


def people_known(reference: ReferenceWork, source: SourceWork, fit: Fit) -> Known:
    """Whether the reference names the source's people outside the title."""
    if not source.people:
        return _by_line(reference, source)
    beside = fit.beside | reference.names
    if named_in(source.people[0], beside):
        return Known(1.0)
    if any(named_in(person, beside) for person in (*source.people[1:], *source.others)):
        return Known(0.8)
    if any(person.institution and is_shortened(person.words, reference.raw) for person in source.people):
        return Known(0.9)
    if any(person.institution for person in source.people) and not reference.names:
        return Known()
    rest = strangers(fit.beside, source)
    if not rest and not reference.names - frozenset(fit.words):
        return Known()
    long_title = fit.kind is Kind.WHOLE and len(fit.words) >= 6 and telling(fit.words) >= 5
    if long_title and not reference.names and source.year in reference.years:
        return Known(0.4)  # the people were not found out; two works with one such title in one year there are not
    return Known(0.0, "another author")


def _by_line(reference: ReferenceWork, source: SourceWork) -> Known:
    """The people of a text that names them only at its head: "by Jane Doe"."""
    if not reference.people or not any("by" in word.lead for word in source.opening.all[:25]):
        return Known()
    if any(named_in(person, source.opening.bag) for person in reference.people):
        return Known(1.0)
    return Known(0.0, "another author")


def named_in(person: Person, words: frozenset[str]) -> bool:
    """Whether `words` hold a person's family name, or an institution's name or initials."""
    if all(word in words for word in person.words):
        return True
    if person.institution:
        return len(person.words) > 2 and "".join(word[0] for word in person.words) in words
    return any(len(word) > 3 and word in words for word in person.words)


def is_shortened(name: tuple[str, ...], raw: Words) -> bool:
    """Whether a body's name of three words or more stands in `raw` with its words cut short."""
    if len(name) < 3 or not any(word.after.startswith(".") for word in raw.all):
        return False
    whole = written_out(raw, name, fewest=1)
    if any(not place.slips for place in places_of(name, whole)):
        return True
    # "E. Marden": "e" is a small word in Italian, and is handed on to the word behind it
    rest = (place for place in places_of(name[1:], whole) if not place.slips)
    return any(name[0][0] in whole.all[place.start].link[-1:] for place in rest)


def strangers(words: Iterable[str], source: SourceWork) -> set[str]:
    """The words that tell something and that the source's people, container and publisher do not account for."""
    known = ABOUT | source.container.bag | source.publisher.bag
    people = {word for person in (*source.people, *source.others) for word in person.words}
    return {
        word
        for word in words
        if word not in known and word not in people and len(word) > 1 and not word[0].isdigit() and not is_year(word)
    }
