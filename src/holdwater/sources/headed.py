"""Ties by the head of a source's text, on which the title stands among other lines.

The cited title must stand there whole, on lines of its own, with the author or body and the year beside it; or all
that the reference says must stand there, line by line. What tells two works of one series apart (a date, a number, a
part) forbids a tie, and so does a head that says its text is about another work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from holdwater.patterns import waiting
from holdwater.sources.abbreviations import written_out
from holdwater.sources.bodies import by_body
from holdwater.sources.correspondence import by_letter
from holdwater.sources.dated import dates_differ, dates_in, numbers_differ, reporters_in, volumes_in
from holdwater.sources.explained import BESIDE, by_every_word, cited_words, other_numbers
from holdwater.sources.filenames import bare
from holdwater.sources.fits import PARTS
from holdwater.sources.heads import Head, without_visits
from holdwater.sources.reported import is_at
from holdwater.sources.titles import (
    REFUSED,
    UNTITLED,
    Likeness,
    is_in_front_of_a_year,
    is_shortened,
    named_in,
    year_known,
)
from holdwater.sources.words import ARTICLES, ROMAN, Place, Words, is_year, places_of
from holdwater.sources.works import MONTHS, ReferenceWork, SourceWork, telling

_NO = Likeness(0.0, "nothing in common")
_SHELFMARK = waiting(
    r"\b(?!(?:DOI|ISBN|ISSN)\b)[A-Z]{1,6}[ /]?(?!(?:1[4-9]|20)\d\d/)\d+(?:/\d+)+\b"
)  # no session's years
_NAME_LINE = waiting(r"(?:[Bb]y\s)?[A-ZÀ-Þ][\w.'’-]*(?:\s(?:[a-z]{2,3}\s)?[A-ZÀ-Þ][\w.'’-]*){1,3}")


def by_head(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """How much of a reference stands at the head of a source's text, and why that is not enough where it is not."""
    return _by_lines_of(reference, source.head)


def by_title_page(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """The same of a text whose file names its title: of what is printed where it begins.

    People whom the file names count where the page names them too, and then forbid the tie if the reference does not.
    On a page for the screen, what stands below its own title may be what else there is to read.
    """
    page = source.title_page
    if not page.lines or _is_of_another_year(reference, source) or _is_by_others(reference, source):
        return _NO
    if source.titled_first and not _is_first(reference, page):
        return _NO
    found = _by_lines_of(reference, page)
    clash = clash_with_head(reference, page) if found.enough else ""
    return Likeness(min(REFUSED, found.score), clash) if clash else found


def _is_first(reference: ReferenceWork, page: Head) -> bool:
    """Whether the first line begins with the cited title, or stands itself in the reference."""
    first = page.words.texts[slice(*page.rows[0])] if page.rows else ()
    wanted = reference.title.main if reference.title else first
    return any(place.start == 0 for place in places_of(wanted, page.words)) or bool(_places(first, reference.raw))


def _is_of_another_year(reference: ReferenceWork, source: SourceWork) -> bool:
    """Whether the file gives another year; the year of its making is none if it is not printed and the right one is."""
    if not year_known(reference, source).clash:
        return False
    years = source.title_page.years
    return not source.made or source.year in years or not _years(reference) & years


def _is_by_others(reference: ReferenceWork, source: SourceWork) -> bool:
    words = source.title_page.words.bag
    people = [person for person in source.people if named_in(person, words)] or source.byline
    said = reference.bag | reference.names
    shortened = any(is_shortened(person.words, reference.raw) for person in people)
    return bool(people) and not shortened and not any(named_in(person, said) for person in people)


def _by_lines_of(reference: ReferenceWork, head: Head) -> Likeness:
    if not head.lines:
        return _NO
    ways = (
        _by_title(reference, head),
        _by_lines(reference, head),
        _by_mark(reference, head),
        by_every_word(reference, head),
        by_body(reference, head),
        by_letter(reference.reference.raw, head),
    )
    return max(ways, key=lambda way: (way.enough, way.score))


def may_name(reference: ReferenceWork, source: SourceWork) -> bool:
    """Whether a line of the head stands in the reference that says something; cheap, to leave out most sources."""
    pieces = (piece for head in (source.head, source.title_page) for piece in head.pieces)
    named = any(reference.bag.issuperset(piece) for piece in pieces if len(piece) > 1 and telling(piece))
    return named or by_letter(reference.reference.raw, source.head).enough


def clash_with_head(reference: ReferenceWork, head: Head) -> str:
    """What says that the reference and the text are of two works, or of two issues of one series; "" if nothing."""
    raw = without_visits(" ".join(reference.reference.raw.split()))
    words = Words.of(raw) if raw else reference.raw
    dated = Words.of("\n".join(map(without_visits, head.lines)))
    if dates_differ(dates_in(words.texts), dates_in(dated.texts)):
        return "its head gives another date"
    if year := _other_year_beside(words, head):
        return f"another year stands beside the title ({year})"
    label = numbers_differ(words.texts, head.words.texts)
    if label and not is_at(raw, words, head.lines, head.words):
        return f"its head gives another number ({label})"
    ours, theirs = reporters_in(raw), reporters_in("\n".join(head.lines))
    if ours and theirs and not ours & theirs:
        return "its head gives another place in the law reports"
    volumes, given = volumes_in(raw), volumes_in("\n".join(head.lines))
    if volumes and given and not volumes & given:
        return "its head gives another volume"
    if head.of_another(reference.bag):
        return "its head says that it is about another work"
    return "its head says that it is a part of a work" if head.of_a_part(reference.bag) else ""


def _other_year_beside(raw: Words, head: Head) -> str:
    """The year with which a line of the head closes whose other words the reference gives with another; "" if none.

    "Annual Report 2019" on the head, "Annual Report 2018 (2019)" in the reference.
    """
    for row in _rows(head):
        if len(row) < 3 or not is_year(row[-1]) or is_year(row[-2]):
            continue
        behind = [place.end for place in places_of(row[:-1], raw) if not place.slips and place.end < len(raw)]
        years = [raw.texts[at] for at in behind if is_year(raw.texts[at]) and not _is_span(raw, at)]
        if years and row[-1] not in years:
            return row[-1]
    return ""


def _by_title(reference: ReferenceWork, head: Head) -> Likeness:
    """The cited title on lines of its own, whole or up to its subtitle."""
    title = reference.title
    if title is None:
        return _NO
    ways = (
        _judged(reference, head, place, wanted)
        for wanted in dict.fromkeys((title.words.texts, title.main, _without_page(title.words, reference.raw)))
        for place in places_of(wanted, head.words)
        if _stands_alone(head, place, title.words)
    )
    return max(ways, key=lambda way: (way.enough, way.score), default=_NO)


def _without_page(title: Words, raw: Words) -> tuple[str, ...]:
    """A title without the page behind it that was taken for its last word: "Essays on Notice 45 (1978)"."""
    texts = title.texts
    paged = len(texts) > 2 and texts[-1].isdigit() and not is_year(texts[-1]) and texts[-2] not in PARTS
    ends = [place.end for place in places_of(texts, raw)] if paged else []
    return texts[:-1] if any(end < len(raw) and is_year(raw.texts[end]) for end in ends) else texts


def _stands_alone(head: Head, place: Place, title: Words) -> bool:
    led_to = set(head.words.all[place.start].lead) - ARTICLES - set(title.all[0].link)
    return head.opens(place.start) and head.closes(place.end - 1) and not led_to


def _judged(reference: ReferenceWork, head: Head, place: Place, wanted: tuple[str, ...]) -> Likeness:
    """Whether what stands beside a title on the head is enough for a tie."""
    texts = head.words.texts
    title = reference.title
    whole = title is not None and wanted in (title.words.texts, _without_page(title.words, reference.raw))
    if is_in_front_of_a_year(wanted, reference, head):
        return Likeness(UNTITLED, "only the body that wrote it stands at the head of the text")
    if another := _another_beside(reference, head, place, whole=whole):
        return Likeness(REFUSED, another)
    told, years = telling(wanted), _years(reference)
    exact = bool(years & head.years)
    if years and head.years and not any(abs(one - other) <= 1 for one in years for other in head.years):
        return Likeness(REFUSED, "its head gives another year")
    beside = _without_marks(texts[: place.start] + texts[place.end :])
    if any(named_in(person, beside) for person in reference.people) or any(
        is_shortened(row, reference.raw) for row in _rows(head) if beside.issuperset(row)
    ):
        sure = exact and (told or _line_beside(reference, head, place, wanted))
        if sure or (whole and told > 1):
            score, said = (0.95, "title, author and year") if exact else (0.89, "title and author")
            return Likeness(score, f"{said} at the head of the text ({score})", enough=True)
        return Likeness(REFUSED, "the title says too little without the year")
    told_enough = told > 2 and len(wanted) > 3
    if reference.people:
        told_enough = told > 3 and len(wanted) > 4 and not _names_others(head, place)
    elif _is_of_one_day(reference, head) or _line_beside(reference, head, place, wanted):
        told_enough = told > 1
    if exact and whole and told_enough:
        return Likeness(0.83, "title and year at the head of the text (0.83)", enough=True)
    lacking = "the author" if exact else "the author and the year"
    return Likeness(REFUSED, f"the title stands at the head of the text without {lacking}")


def _without_marks(words: tuple[str, ...]) -> frozenset[str]:
    """These words, and those among them to which the mark of a note is glued without it: "Marsh1", "Vane2"."""
    return frozenset((*words, *(word.rstrip("0123456789") for word in words if word[0].isalpha())))


def _years(reference: ReferenceWork) -> frozenset[int]:
    return frozenset(reference.years if reference.year is None else (reference.year,))


def _another_beside(reference: ReferenceWork, head: Head, place: Place, *, whole: bool) -> str:
    """What behind the title says that it is another work's: a year, the number of a part, another subtitle."""
    if head.ends_line(place.end - 1):
        return ""
    follower, texts = head.words.texts[place.end], reference.raw.texts
    if is_year(follower) and follower.isdigit():
        wanted = head.words.texts[place.start : place.end]
        if _is_span(head.words, place.end) and not any(
            _is_span(reference.raw, one.end) for one in places_of(wanted, reference.raw)
        ):
            return ""
        behind = {texts[other.end] for other in places_of(wanted, reference.raw) if other.end < len(texts)}
        said = {one for one in behind if is_year(one)} or set(map(str, reference.years))
        return "" if follower in said else f"another year stands beside the title ({follower})"
    if (follower in ROMAN or follower in PARTS or follower.isdigit()) and follower not in reference.bag:
        return "the title is that of a part"
    goes_on = head.words.all[place.end - 1].after.strip()[:1] in (":", "–", "—")
    return "another subtitle" if goes_on and not whole else ""


def _is_span(words: Words, index: int) -> bool:
    """Whether two years with a dash between them stand at an index: "1810–1822"."""
    behind = words.texts[index : index + 2]
    return len(behind) == 2 and all(map(is_year, behind)) and words.all[index].after.strip() in ("-", "–", "—")


def _is_of_one_day(reference: ReferenceWork, head: Head) -> bool:
    """Whether the head gives the very day that the reference gives, and whatever else it says of what held the work."""
    texts = reference.raw.texts
    said = (word for word in texts if len(word) > 1 and word not in MONTHS and word not in BESIDE and word.isalpha())
    one_day = any(day for _, _, day in dates_in(texts) & dates_in(head.words.texts))
    return one_day and head.words.bag.issuperset(said)


def _line_beside(reference: ReferenceWork, head: Head, place: Place, wanted: tuple[str, ...]) -> bool:
    """Whether another line of the head, of two words at least, stands whole in the reference, outside its title."""
    rows = (head.words.texts[start:end] for start, end in head.rows if end <= place.start or start >= place.end)
    taken = set(wanted)
    named = (row for row in rows if len(row) > 1 and not taken.issuperset(row) and not all(map(str.isdigit, row)))
    return any(_places(row, reference.raw) for row in named if not dates_in(row))


def _places(piece: tuple[str, ...], raw: Words) -> list[Place]:
    """Where a line of the head stands in a reference, whole, between marks."""
    found = (place for place in places_of(piece, raw) if not place.slips)
    return [place for place in found if raw.opens(place.start) and raw.closes(place.end - 1)]


def _names_others(head: Head, place: Place) -> bool:
    """Whether a line of the head, other than the title's, has the shape of a person's name."""
    title = set(head.words.texts[place.start : place.end])
    return any(_NAME_LINE.fullmatch(line) and not title.issuperset(Words.of(line).texts) for line in head.lines)


def _by_lines(reference: ReferenceWork, head: Head) -> Likeness:
    """All that the reference says stands at the head of the text, line by line."""
    raw = cited_words(reference)
    for row in _rows(head):
        raw = written_out(raw, row, fewest=1) if is_shortened(row, raw) else raw
    taken = list(_taken(raw, head))
    words = {word for place in taken for word in raw.texts[place.start : place.end]}
    if len(taken) < 2 or telling(tuple(words)) < 2:
        return _NO
    rest = [word for word in raw.texts if word not in words and word not in BESIDE and word not in MONTHS]
    unexplained = [word for word in rest if len(word) > 1 and not word[0].isdigit()]
    years = _years(reference) | {int(word) for word in words if word.isdigit() and is_year(word)}
    if unexplained or not years & head.years or other_numbers(raw, reference, head):
        return Likeness(0.5, "only part of the reference stands at the head of the text")
    return Likeness(0.9, "all of the reference at the head of the text (0.9)", enough=True)


def _by_mark(reference: ReferenceWork, head: Head) -> Likeness:
    """The shelfmark or the place in the law reports on the head, and the names that the reference begins with."""
    raw, lines = reference.reference.raw, "\n".join(head.lines)
    if is_at(raw, reference.raw, head.lines, head.words):
        return Likeness(0.95, "names and the place in the law reports at the head of the text (0.95)", enough=True)
    names = [word for word in reference.raw.texts[:2] if len(word) > 1]
    if not names or not head.words.bag.issuperset(names):
        return _NO
    if set(_SHELFMARK.findall(raw)) & set(_SHELFMARK.findall(lines)):
        return Likeness(0.86, "shelfmark and names at the head of the text (0.86)", enough=True)
    return _NO


def _rows(head: Head) -> Iterator[tuple[str, ...]]:
    return (head.words.texts[start:end] for start, end in head.rows)


def _taken(raw: Words, head: Head) -> Iterator[Place]:
    """Where lines of the head stand in the reference, each word once, the longest lines first; no lone years."""
    free = set(range(len(raw)))
    for piece in head.pieces:
        for place in _places(piece, raw) if raw.bag.issuperset(piece) else ():
            if free.issuperset(range(place.start, place.end)):
                free.difference_update(range(place.start, place.end))
                yield place
                break


def by_name_of_address(reference: ReferenceWork, source: SourceWork) -> Likeness:
    """The page of the reference's address has the name of the file, or a line of the head; and the head says what the
    reference says, or what the name says."""
    head = source.head
    if any(one.startswith(("url:", "doi:")) for one in source.identifiers) or not head.lines:
        return _NO
    said = {word for word in reference.raw.texts if word not in BESIDE and not word.isdigit()}
    agrees = len(said) > 1 and head.words.bag >= said
    for slug in slugs_of(reference):
        filed = slug.texts == Words.of(_spaced(bare(source.source.file))).texts
        lined = agrees and any(head.words.texts[start:end] == slug.texts for start, end in head.rows)
        if telling(slug.texts) > 1 and (lined or (filed and (agrees or head.words.bag >= slug.bag))):
            years = _years(reference)
            if years and head.years and not years & head.years:
                return Likeness(REFUSED, "its head gives another year")
            return Likeness(0.85, "named as the page of the address is (0.85)", enough=True)
    return _NO


def slugs_of(reference: ReferenceWork) -> list[Words]:
    """The words of the last part of each address that a reference gives."""
    addresses = (one.partition(":")[2].partition("?")[0] for one in reference.identifiers if one.startswith("url:"))
    paths = (address.partition("/")[2].strip("/") for address in addresses)
    return [Words.of(_spaced(bare(unquote(path)))) for path in paths if path]


def _spaced(path: str) -> str:
    return re.sub(r"[\W_]+", " ", path.rstrip("/").rpartition("/")[2])
