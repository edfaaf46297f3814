"""What likeness compares: a source's and a reference's title, people, years and the rest, folded once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from holdwater.patterns import waiting
from holdwater.sources.filenames import FILE_MADE, FILE_NAME, bare, described_by
from holdwater.sources.heads import Head
from holdwater.sources.identify import comparable
from holdwater.sources.law_heads import titled
from holdwater.sources.model import Source
from holdwater.sources.words import MAX_TEXT, Words, is_year

if TYPE_CHECKING:
    from holdwater.extract.model import Reference

GENERIC = frozenset(
    "introduction preface foreword conclusion editorial report reports annual review letter letters history news "
    "abstract note notes interview statement press release home page index about chapter part section untitled "
    "document volume vol issue number no data statistics yearbook proceedings minutes budget survey census "
    "bulletin handbook manual guide overview summary results appendix speech remarks address comment reply "
    "response erratum corrigendum obituary paper working discussion article book essay essays study studies case "
    "new first second edition year quarterly monthly january february march april may june july august september "
    "october november december website online archive rfc draft version file copy final scan text html pdf".split()
)
"""Words that the titles of many works share; a title of these alone says next to nothing."""

MONTHS = dict(
    zip(
        "january february march april may june july august september october november december".split(),
        range(1, 13),
        strict=True,
    )
)
_UNPUBLISHED = waiting(
    r"\b(?:work(?:ing)? (?:in progress|note|draft)|internet[- ]draft|forthcoming|unpublished|in preparation)\b",
    re.IGNORECASE,
)
_SUBTITLE = waiting(r":\s|[–—]|\s-\s|\?\s")
_SPAN = waiting(r"[,:]?\s\(?(\d{4}\s?(?:[-–—/]|to)\s?(?:\d{4}|\d\d))\)?\s*\Z")
_SITE = waiting(r"\s[|·»–—-]\s")
_IS_EDITION = r"\s{1,3}(?:rev(?:ised|\.)?,?\s{1,3})?(?:ed\b|edn|edition)"
_EDITION = waiting(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.)?,?{_IS_EDITION}", re.IGNORECASE)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
_NAMED_EDITION = waiting(rf"\b({'|'.join(_ORDINALS)}){_IS_EDITION}", re.IGNORECASE)


@dataclass(frozen=True)
class Title:
    """A title's words, those of its main part (before a colon or dash), and how much it tells.

    `span` are the years at its end, as words, that `words` are without: "Letters of Jane Doe, 1809–1818".
    """

    words: Words
    span: tuple[str, ...] = ()

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The words before the subtitle; all of them where there is none."""
        for index, (word, following) in enumerate(pairwise(self.words.all)):
            if _SUBTITLE.search(word.after) and not (word.text.isdigit() and following.text.isdigit()):
                return self.words.texts[: index + 1]
        return self.words.texts

    @cached_property
    def telling(self) -> int:
        """How many of its words are neither figures nor words that many titles share."""
        return telling(self.words.texts)


def telling(words: tuple[str, ...]) -> int:
    """How many of these words are neither figures nor words that many titles share."""
    return len({word for word in words if word not in GENERIC and not word.isdigit() and not is_year(word)})


@dataclass(frozen=True)
class Person:
    """A name's folded words, and whether it is an institution's."""

    words: tuple[str, ...]
    institution: bool = False


def people_of(csl: Mapping[str, object], *roles: str) -> tuple[Person, ...]:
    """The people of a CSL-JSON item in these roles ("author", "editor"): family names, or whole literal names."""
    return tuple(person for role in roles for person in _people(csl.get(role)))


def _people(value: object) -> list[Person]:
    found = []
    for name in value[:40] if isinstance(value, list) else []:
        if not isinstance(name, dict):
            continue
        family, literal = name.get("family"), name.get("literal")
        if isinstance(family, str) and Words.of(family).texts:
            found.append(Person(Words.of(family).texts))
        elif isinstance(literal, str) and Words.of(literal).texts:
            found.append(_literal(literal))
    return found


def _literal(name: str) -> Person:
    """A name in one piece: "Doe, Jane" and "Jane Doe" are people, three words and more an institution."""
    words = Words.of(name).texts
    if "," in name:
        return Person(Words.of(name.partition(",")[0]).texts)
    return Person(words[-1:]) if len(words) == 2 else Person(words, institution=True)


def year_of(csl: Mapping[str, object]) -> int | None:
    """The year in a CSL-JSON item's `issued`, as date parts, text or number."""
    issued = csl.get("issued")
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
            issued = parts[0][0]
        else:
            issued = issued.get("raw") or issued.get("literal")
    found = re.search(r"(?<!\d)\d{4}(?!\d)", str(issued)[:100]) if isinstance(issued, str | int) else None
    return int(found[0]) if found else None


def _month_of(csl: Mapping[str, object]) -> int | None:
    issued = csl.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    month = first[1] if isinstance(first, list) and len(first) > 1 else None
    return month if isinstance(month, int) and 1 <= month <= 12 else None


def edition_of(text: str) -> int | None:
    """The number of the edition that `text` speaks of ("2nd ed.", "third edition")."""
    if found := _EDITION.search(text):
        return int(found[1])
    named = _NAMED_EDITION.search(text)
    return _ORDINALS[named[1].lower()] if named else None


class SourceWork:
    """A source, ready to be compared."""

    def __init__(self, source: Source) -> None:
        csl = source.csl
        self.id = source.id
        self.source = source
        self.in_hand = bool(source.file)
        self.identifiers = comparable((*source.identifiers, *_as_law(source)))
        self.titles = tuple(title for title in titles_of(csl) if len(title.words))
        self.people = people_of(csl, "author") or people_of(csl, "editor", "director", "interviewer")
        self.others = people_of(csl, "editor", "translator", "container-author")
        self.year = year_of(csl)
        self.month = _month_of(csl)
        self.suffix = str(csl.get("year-suffix") or "")
        self.container = Words.of(str(csl.get("container-title") or ""))
        self.publisher = Words.of(f"{csl.get('publisher') or ''} {csl.get('publisher-place') or ''}")
        edition = str(csl.get("edition") or "")
        self.edition = int(edition) if edition.isdecimal() and len(edition) < 3 else edition_of(f"{edition} ed")
        self.volume = str(csl.get("volume") or "") if csl.get("type") in ("book", "report") else ""
        custom = csl.get("custom")
        custom = custom if isinstance(custom, dict) else {}
        self.titled_by_name = custom.get("title-from") == FILE_NAME
        byline = custom.get("byline")
        self.byline = _byline(byline if isinstance(byline, dict) else {})
        self.byline_year = year_of({"issued": byline.get("year")}) if isinstance(byline, dict) else None
        self.site = _site_of(csl)
        self.opening = Words.of(str(custom.get("opening") or ""))
        self.head = _head_of(custom.get("head"))
        self.title_page = _head_of(custom.get("title-page"))
        self.titled_first = custom.get("titled-first") is True
        self.made = custom.get("issued-from") == FILE_MADE
        self.copied = self.made and source.file.lower().endswith(".docx")
        self.name = _name_words(source, self.titles) if "title-from" in custom else Words(())
        self.dated_name = _dated_name(source) if "title-from" in custom and not len(self.name) else Words(())


def _as_law(source: Source) -> tuple[str, ...]:
    """The identifiers of a committee report or of a section that its title, or its file's name, consists of."""
    called = (str(source.csl.get("title") or "")[:MAX_TEXT], re.sub(r"_", " ", bare(source.file).rpartition("/")[2]))
    return tuple(identifier for name in called for identifier in titled(name))


def _head_of(lines: object) -> Head:
    return Head(tuple(line for line in lines if isinstance(line, str)) if isinstance(lines, list) else ())


def _byline(byline: Mapping[str, object]) -> tuple[Person, ...]:
    names = byline.get("names")
    words = [Words.of(name).texts for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return tuple(Person(name[-1:]) for name in words if name)


def _name_words(source: Source, titles: tuple[Title, ...]) -> Words:
    """The words of the file's name, unless the text itself gave a title that tells more."""
    named = described_by(source.file)
    if "author" in named or (any(title.telling > 2 for title in titles) and not _same(titles, named)):
        return Words(())
    return Words.of(str(named["title"]))


def _dated_name(source: Source) -> Words:
    """The words of a file's name that begins with somebody and holds one year: "smith_2019", "Roe 2019a on mills"."""
    words = Words.of(str(described_by(source.file)["title"]))
    if len(words.years) != 1 or len(words) < 2 or is_year(words.texts[0]) or words.texts[0] in GENERIC:
        return Words(())
    return words


def _same(titles: tuple[Title, ...], named: Mapping[str, object]) -> bool:
    return titles[0].words.texts == Words.of(str(named["title"])).texts


def titles_of(csl: Mapping[str, object]) -> list[Title]:
    """A CSL-JSON item's title as it stands, and without the name of a site or the years behind it."""
    said = csl.get("title")
    if not isinstance(said, str):
        return []
    said = said[:MAX_TEXT]
    parts = _SITE.split(said)
    # A web page's title often ends in the name of the site: "Water works of Marden | Marden Gazette".
    without_site = " – ".join(parts[:-1]) if len(parts) > 1 and csl.get("type") in (None, "webpage") else ""
    titles = [Title(Words.of(said))] + ([Title(Words.of(without_site))] if without_site else [])
    if span := _SPAN.search(said):
        titles.append(Title(Words.of(said[: span.start()]), Words.of(span[1]).texts))
    return titles


def _site_of(csl: Mapping[str, object]) -> Words:
    """The words at the end of a web page's title that may be the name of its site."""
    title = csl.get("title")
    parts = _SITE.split(title[:MAX_TEXT]) if isinstance(title, str) and csl.get("type") in (None, "webpage") else []
    return Words.of(parts[-1]) if len(parts) > 1 else Words(())


class ReferenceWork:
    """A reference, ready to be compared: its raw words, with what the CSL-JSON adds to them."""

    def __init__(self, reference: Reference) -> None:
        csl = reference.csl
        self.reference = reference
        self.identifiers = comparable(reference.identifiers)
        title = csl.get("title")
        self.title = Title(Words.of(title)) if isinstance(title, str) and title.strip() else None
        self.people = people_of(csl, "author")
        raw = " ".join((reference.raw or _written(csl))[:MAX_TEXT].split())
        self.raw = Words.of(raw)
        self.readings = (self.raw, self.title.words) if self.title else (self.raw,)
        self.years = dict.fromkeys(year for year, _ in self.raw.years)
        self.year = year_of(csl)
        if self.year is not None:
            self.years[self.year] = None
        suffixes = {suffix for _, suffix in self.raw.years if suffix} | {str(csl.get("year-suffix") or "")}
        self.suffix = next((suffix for suffix in sorted(suffixes) if suffix), "")
        self.edition = edition_of(raw)
        self.volume = _volume_of(self.raw.texts)
        self.months = {MONTHS[word] for word in self.raw.texts if word in MONTHS}
        self.unpublished = _UNPUBLISHED.search(raw) is not None
        self.bag = self.raw.bag | (self.title.words.bag if self.title else frozenset())
        self.names = frozenset(word for person in self.people for word in person.words)


def _volume_of(words: tuple[str, ...]) -> str:
    named = (number for word, number in pairwise(words) if word in ("vol", "volume", "band", "tome"))
    return next((number for number in named if number.isdigit()), "")


def _written(csl: Mapping[str, object]) -> str:
    """A reference that came as CSL-JSON alone, written out."""
    people = ", ".join(" ".join(person.words) for person in people_of(csl, "author", "editor"))
    rest = (csl.get("title"), csl.get("container-title"), year_of(csl))
    return ". ".join([people, *(str(part) for part in rest if part)])
