"""References of which every word stands at the head of a text, though not line by line.

The name of a newspaper and its day are a whole citation; a series stands in one line with its number, or its body;
a speech is given "in the Assembly by" somebody. What a writer adds in a sentence behind the reference is none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.sources.correspondence import TITLES_OF_PEOPLE
from holdwater.sources.dated import OF_A_PLACE, dates_in, reporters_in
from holdwater.sources.heads import Head
from holdwater.sources.titles import ABOUT, Likeness
from holdwater.sources.words import ARTICLES, ROMAN, Words, is_break, is_year, places_of
from holdwater.sources.works import GENERIC, MONTHS, ReferenceWork, telling

_SAID_OF_A_KIND = frozenset(
    "press release news statement online web pdf html website transcript text see cf hereinafter hereafter".split()
)
BESIDE = (ABOUT - GENERIC) | OF_A_PLACE | _SAID_OF_A_KIND
"""Words that a reference may have of which the head says nothing; a "report" or "review" is not among them."""

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_COMPLETE = (
    rf"(?:,\s(?:\d{{1,2}}\s)?{_MONTH}\s(?:\d{{1,2}},\s)?\d{{4}}"  # not behind a full stop, as before a title
    r"|\b(?:pp?|paras?|fols?|n|note|ch)\.?\s?\d[\d,–-]{0,12}|\((?!"
    + _MONTH
    + r")[A-ZÀ-Þ][^()]{1,60}[:,]\s[^()]{0,60}\d{4}\))"
)
_SENTENCE = waiting(rf"(?i:{_COMPLETE})\.\s+(?=(?P<said>[A-ZÀ-Þ“\"‘'][^.!?]{{8,300}}[.!?]))")
_IS_SAID = waiting(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should|I|[Mm]y|[Ww]e|[Oo]ur|me|us)\b"
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NUMBERED = frozenset("no nr nos number vol volume issue".split())
_PRICED = frozenset("price penny pence cents".split())
_OF_AN_ISSUE = (
    _WEEKDAYS
    | _NUMBERED
    | _PRICED
    | frozenset("edition morning evening late early established registered series new one two three four six".split())
)
"""Words of the line below a newspaper's name, besides its date."""
_IMPRINT = frozenset("isbn issn doi http https www copyright c price printed".split())
"""Words with which a line of an imprint begins, that is no title."""
_MARKS = frozenset('”"’»“')
_NO = Likeness(0.0, "nothing in common")


def without_comment(raw: str) -> str:
    """A reference without what its writer says in a sentence behind it: "Roe, Mills, 2019. The count is my own."

    A sentence is one that says something, by a verb or of the writer; a title behind a year is none.
    """
    for found in _SENTENCE.finditer(raw):
        if _IS_SAID.search(found["said"]):
            return raw[: found.start("said")].rstrip()
    return raw


def cited_words(reference: ReferenceWork) -> Words:
    """The words of a reference, without those of a comment behind it."""
    return _uncommented(reference.reference.raw) if reference.reference.raw else reference.raw


@lru_cache(maxsize=32)
def _uncommented(raw: str) -> Words:
    return Words.of(without_comment(" ".join(raw.split())))


def by_every_word(reference: ReferenceWork, head: Head) -> Likeness:
    """Whether every word of a reference stands at the head, one or two lines whole, and its day or year too."""
    raw = _without_page(cited_words(reference))
    if not telling(raw.texts) or _unexplained(raw, head) or other_numbers(raw, reference, head):
        return _NO
    named = [raw.texts[start:end] for start, end in raw.segments() if _names_something(raw.texts[start:end])]
    whole = [index for index, row in enumerate(_rows(head)) if any(_undated(one) == _undated(row) for one in named)]
    dates = dates_in(raw.texts)
    days = {date for date in dates if date[2]} & dates_in(head.words.texts)
    if days and len(named) == 1 and whole[:1] == [0] and _is_issue(head):
        return Likeness(0.88, "the paper's name and day at the head of the text (0.88)", enough=True)
    fewest = 1 if days else 2
    dated = days or (not dates and set(reference.years) & head.years)
    if not dated or len(named) < 2 or len(whole) < fewest or any(_is_part_of_a_line(one, head) for one in named):
        return _NO
    if any(_ends_a_longer_line(one, head) for one in _quoted(raw)):
        return _NO
    if _leaves_out_a_title(raw, head, whole[-1], entirely=bool(days)):
        return _NO
    return Likeness(0.87, "every word of the reference at the head of the text (0.87)", enough=True)


def _without_page(raw: Words) -> Words:
    """A reference without the bare numbers behind its last year, which are pages."""
    years = [index for index, word in enumerate(raw.texts) if is_year(word)]
    end = len(raw)
    while years and end > years[-1] + 1 and raw.texts[end - 1].isdigit():
        end -= 1
    return Words(raw.all[:end])


def other_numbers(raw: Words, reference: ReferenceWork, head: Head) -> bool:
    """Whether the reference has a number that the head has not, other than a page's or one behind a law report's."""
    if reporters_in(reference.reference.raw) & reporters_in("\n".join(head.lines)):
        return False
    numbers = (number for before, number in pairwise(("", *raw.texts)) if number.isdigit() and before not in OF_A_PLACE)
    return any(not is_year(number) and number not in head.words.bag for number in numbers)


def _unexplained(raw: Words, head: Head) -> bool:
    """Whether a word of a reference stands nowhere at the head, and is neither a place's nor a month's."""
    words = (word for word in raw.texts if len(word) > 1 and not word[0].isdigit())
    return any(word not in head.words.bag and word not in BESIDE and word not in MONTHS for word in words)


def _rows(head: Head) -> list[tuple[str, ...]]:
    return [head.words.texts[start:end] for start, end in head.rows]


def _names_something(texts: tuple[str, ...]) -> bool:
    """Whether a stretch of a reference is more than a date, a place in the work or words that say nothing of it."""
    said = [word for word in texts if len(word) > 1 and not word[0].isdigit()]
    return any(word not in BESIDE and word not in MONTHS for word in said)


def _quoted(raw: Words) -> Iterator[tuple[str, ...]]:
    """The stretches of a reference behind which a quotation mark closes: titles of articles."""
    return (raw.texts[start:end] for start, end in raw.segments() if not _MARKS.isdisjoint(raw.all[end - 1].after))


def _ends_a_longer_line(title: tuple[str, ...], head: Head) -> bool:
    """Whether a title stands at the head as the end of other ones alone: "Ferry sails" of "Last ferry sails"."""
    places = [one for one in places_of(title, head.words) if not one.slips]
    firsts = {start for start, _ in head.rows}
    return bool(places) and all(
        one.start not in firsts and not is_break(head.words.all[one.start].before) for one in places
    )


def _is_part_of_a_line(texts: tuple[str, ...], head: Head) -> bool:
    """Whether words stand at the head only as the front of a line that goes on, or led to at its end: of "The Weir and
    the Mill", or "Reply to The Weir", "The Weir" is no title; "in the Chamber by the Reeve" names the Chamber."""
    for place in (one for one in places_of(texts, head.words) if not one.slips):
        start, end = next((start, end) for start, end in head.rows if start <= place.start < end)
        if place.end > end or (place.start == start and _undated(head.words.texts[start:end]) == _undated(texts)):
            return False
        goes_on = place.end < end and not is_break(head.words.all[place.end - 1].after)
        by = place.end < end and "by" in head.words.all[place.end].lead
        is_front = place.start == start and goes_on and not by
        led_to = len(texts) > 1 and not set(head.words.all[place.start].lead) <= ARTICLES | {"by"}
        if not is_front and not (led_to and not goes_on):
            return False
    return bool(list(places_of(texts, head.words)))


def _undated(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts[:-1] if len(texts) > 1 and is_year(texts[-1]) else texts


def _is_issue(head: Head) -> bool:
    """Whether a head is that of an issue of a newspaper: beside its day stand a number or price, or nothing."""
    of_issues = list(_issue_lines(head))
    numbered = (row for row in of_issues if _NUMBERED.intersection(row) or _PRICED.intersection(row))
    is_paper = any(_WEEKDAYS.intersection(row) or _PRICED.intersection(row) for row in numbered)
    return is_paper or (len(head.lines) == 2 and Words.of(head.lines[1]).texts in of_issues)


def _issue_lines(head: Head) -> Iterator[tuple[str, ...]]:
    """The words of lines that follow one another, give a day, and else only say which issue it is."""
    known = _OF_AN_ISSUE | MONTHS.keys()
    row: tuple[str, ...] = ()
    for line in (*head.lines, "end"):
        words = Words.of(line).texts
        if all(word in known or word[0].isdigit() for word in words):
            row += words
            continue
        if any(date[2] for date in dates_in(row)):
            yield row
        row = ()


def _leaves_out_a_title(raw: Words, head: Head, last: int, *, entirely: bool) -> bool:
    """Whether the head has, above the last line that the reference names or right below it, what the reference lacks.

    That may be the title of another work of the body: a line of which it has nothing (`entirely`) or not all, and the
    number of a part.
    """
    for row in _rows(head)[: last + 2]:
        said = [word for word in row if not is_year(word) and word not in _NUMBERED and word not in TITLES_OF_PEOPLE]
        missing = [word for word in said if word not in raw.bag]
        if dates_in(row) or not missing or row[0] in _IMPRINT:
            continue
        numbered = any(word.isdigit() or word in ROMAN for word in missing)
        if numbered or not entirely or len(missing) == len(said):
            return True
    return False
