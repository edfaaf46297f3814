"""Titles: what is another way to write one, and what is the title of another work.

A title may lose its subtitle, its markup, its small words, its edition, and may gain "RETRACTED:" or a translation in
brackets. It may not gain or lose a word that tells something, and "Reply to X" is not X.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from rapidfuzz import fuzz

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.languages import language_of
from holdwater.sources.records.comparing.outcome import LACKING, SAME, Outcome, better, different, variant
from holdwater.sources.records.comparing.spelling import slips_between, spelt
from holdwater.sources.records.comparing.written import (
    GREEK_NAMES,
    has_formula,
    in_other_script,
    plain,
    squeezed,
    telling_of,
    text_of,
    with_countries,
    without_umlauts,
    words_of,
)
from holdwater.sources.words import SMALL
from holdwater.sources.works import GENERIC

NEAR = 0.8
"""The likeness from which two titles that differ are of one work, one of them with a fault."""
_LETTERS_A_SLIP = 8  # words of a title for each further letter that may be off
_LEAST_TAIL = 3  # telling words of a title's end that stand for all of it
_LEAST_CUT = 4  # words before "…" that stand for all of it

_STATUS = waiting(
    r"^\W*(?:retracted(?: article| paper| chapter)?|withdrawn(?: article)?|article retracted|removed)\W*[:.\])–—-]\s*",
    re.IGNORECASE,
)
"""What publishers put before the title of a work that they have retracted; it is no part of the title."""
_ABOUT = waiting(
    r"^\W*(?:(?P<notice>errat(?:um|a)|corrigend(?:um|a)|correction|author correction|publisher correction|addendum|"
    r"retraction(?: note| notice)?|expression of concern|editorial expression of concern|withdrawal)\b|"
    r"(?P<reply>(?:(?:the )?authors?['’]s? |in |a )?(?:reply|response|rejoinder|comments?|commentary|remarks?|"
    r"discussion|critique|note)"
    r"(?:,? (?:to|on|of)\b|:))|"
    r"(?P<review>(?:book )?reviews?(?: essay)?(?: of\b|:)|rezension\b))",
    re.IGNORECASE,
)
"""How the title of a work that is about another work begins."""
_REVIEW = waiting(
    r"^\W*(?:book )?reviews?(?: essay)?(?: of|:)\s+(?:the book\b)?\W*|,? (?:by|edited by|ed\.) [^:]{3,80}$",
    re.IGNORECASE,
)
"""What the title of a review has beside that of the book."""
_ABOUT_BEHIND = waiting(
    r"[:.–—(\[-]\s*(?:an? |the )?(?:(?P<notice>erratum|corrigendum|correction|retraction|expression of concern)|"
    r"(?P<reply>(?:authors?['’]s? )?(?:reply|response|rejoinder|comment)(?: (?:to|on|by|"
    r"from)\b[^:]{0,80})?))[\])]?\W*$",
    re.IGNORECASE,
)
"""How such a title ends, where the name of the other work stands first."""
_NOTE_MARK = waiting(r"(?<=[a-z]{3})\d$")
_NUMBERED = waiting(
    r"^\W*(?:ISO|IEC|IEEE|ANSI|DIN|EN|BS|ASTM|NIST|SAE|NF|JIS|GOST|RFC)\b[\w/ -]{0,20}\d[\w:./-]{0,20}\s+(?=\w)|"
    r"^\W*(?:abstract|poster|paper|talk|session)\s+(?:no\.?\s*)?[A-Z]{0,4}[-\s]?\d[\w.-]{0,8}[\s.:–—-]+|"
    r"^\W*(?:chapter|chap\.|kapitel|article|paper|section|appendix|lecture)\s+(?:\d{1,3}|[IVXL]{1,6})\b[\s.:–—-]*|"
    r"^\d{1,2}\.\s+",
    re.IGNORECASE,
)
_EDITION = waiting(
    r"[\s,.:;([–—-]*\b(?:(?:\d{1,2}(?:st|nd|rd|th|e|\.)?|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"first|"
    r"revised|new|international|expanded|enlarged|updated)[\s,]+(?:and\s+\w+\s+)?){1,2}(?:edition|edn|ed|"
    r"auflage)\b\.?[)\]]*\s*$",
    re.IGNORECASE,
)
_VERSION = waiting(r"[\s,:]+v(?:ersion)?[. ]{0,2}\d{1,4}(?:\.\d{1,4}){1,3}$", re.IGNORECASE)
_MEDIUM = waiting(
    r"\s*[\[(](?:[a-z -]{0,20}(?:paperback|hardcover|pdf|online|ebook|dataset|data set|software)|internet|"
    r"(?:article )?in \w{4,12}|v(?:ersion)?[. ]?\d[\d.]{0,8}|abstract|preprint|editorial|letter|review|poster|thesis|"
    r"computer program)[\])]\W*$",
    re.IGNORECASE,
)
_BRACKETED = waiting(r"^(?P<main>[^\[\]]{3,}?)\s*\[(?P<other>[^\[\]]{3,})\]\W*$")
_ALL_BRACKETED = waiting(r"^\[(?P<all>.{3,}?)\]\W*$")
_GLOSS = waiting(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
_BREAK = waiting(r"\s*[:;]\s+|:(?=[A-Z])|\s*[–—]\s*|\s-+\s|[.?!]\s+|\s[/|=]\s|,\s+or,?\s+|\s*[(\[]")
_CUT = waiting(r"\s*(?:…|\.\.\.|\[\.\.\.\]|\[…\])\s*$")


_STATUS_BEHIND = waiting(r"\s*[-–—(\[]\s*(?:retracted|withdrawn)(?: article)?\W*$", re.IGNORECASE)
_LABEL = waiting(
    r"^(?:editorial|research (?:note|article|letter)|original (?:article|paper|research)|short communication|"
    r"brief report|case report|perspective|viewpoint|invited (?:review|paper)|special issue|feature|opinion|essay|"
    r"obituary|letter(?: to the editor)?|correspondence):\s+(?=\S)|^(?:note|comment|essay|book note),\s+(?=[A-Z])",
    re.IGNORECASE,
)
"""What sort of contribution it is, which some journals put before the title and some lists with them."""
_YEARS = waiting(r"(?<!\d)(1[4-9]|20)(\d\d)\s?[-–/]\s?(\d\d)(?!\d)")
_WAR = waiting(r"\bWW ?(I{1,2}|1|2)\b")
_MOST_BREAKS = 12


def _years_in_full(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}-{found[1]}{found[3]}" if found[3] > found[2] else found[0]


@dataclass(frozen=True)
class Written:
    """One way in which one side gives the title."""

    raw: str

    @cached_property
    def text(self) -> str:
        """Without markup, edition, medium, and what publishers put before it."""
        text = _LABEL.sub("", _STATUS_BEHIND.sub("", _STATUS.sub("", plain(self.raw))))
        text = _YEARS.sub(_years_in_full, with_countries(_WAR.sub(r"World War \1", _MEDIUM.sub("", text))))
        return _VERSION.sub("", _EDITION.sub("", text)).strip() or text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All its folded words."""
        return words_of(self.text)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Its words but the small ones, in one spelling."""
        return tuple(spelt(word) for word in telling_of(self.words))

    @cached_property
    def _breaks(self) -> list[re.Match[str]]:
        return list(islice(_BREAK.finditer(self.text), _MOST_BREAKS))

    @cached_property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The words before each break that may begin a subtitle."""
        return tuple(words_of(self.text[: found.start()]) for found in self._breaks if found.start())

    @cached_property
    def tails(self) -> tuple[tuple[str, ...], ...]:
        """The words behind each such break."""
        return tuple(words_of(self.text[found.end() :]) for found in self._breaks)


def titles_of(csl: Mapping[str, object]) -> tuple[str, ...]:
    """The titles that one side gives: its own, with its subtitle or short, and in other languages."""
    title, subtitle = text_of(csl, "title"), text_of(csl, "subtitle")
    found = [f"{title}: {subtitle}"] if title and subtitle else []
    found += [title, *(text_of(csl, field) for field in ("original-title", "translated-title", "title-short"))]
    return tuple(dict.fromkeys(variety for one in found if one for variety in _varieties(one)))


def _varieties(title: str) -> Iterator[str]:
    """A title, and its parts where one is a translation: "Über die Brücke [On the bridge]", "[On the bridge]."."""
    if whole := _ALL_BRACKETED.match(title):
        title = whole["all"]
    yield title
    if both := _BRACKETED.match(title):
        yield both["main"]
        yield both["other"]
    for part in re.split(r"\s=\s", title)[:3]:
        if part != title and len(part) > 3:
            yield part


def compare_titles(ours: Mapping[str, object], theirs: Mapping[str, object], *, same_place: bool = False) -> Outcome:
    """How the title of a reference stands to that of a record; the best of all ways in which both give theirs.

    `same_place` says that both stand on the same pages of the same journal: then "Review of X" may be called X there.
    """
    mine, other = titles_of(ours), titles_of(theirs)
    if not mine or not other:
        return LACKING
    kinds = _about(mine[0]), _about(other[0])
    if same_place and set(kinds) == {"review", ""}:
        mine, other = (tuple(_REVIEW.sub("", plain(title)) for title in side) for side in (mine, other))
    elif kinds[0] != kinds[1]:
        return different(f"one is a {kinds[0] or kinds[1]}, and not the work itself", 0.3)
    best: Outcome | None = None
    for one in mine:
        for another in other:
            outcome = _laid(Written(one), Written(another))
            best = outcome if best is None else better(best, outcome)
    return best or LACKING


def _laid(ours: Written, theirs: Written) -> Outcome:
    if plain(ours.raw).casefold() == plain(theirs.raw).casefold():
        return SAME
    if in_other_script(ours.text, theirs.text):
        return Outcome(LACKING.agreement, "in another script", 0.0)
    if not ours.words or not theirs.words:
        return LACKING
    found = _written_alike(ours, theirs) or _shortened(ours, theirs) or _with_formula(ours, theirs)
    return found or different(_difference(ours, theirs), _likeness(ours, theirs))


def _about(title: str) -> str:
    """What a work is whose title says that it is about another: a notice, a reply, a review; "" for any other title."""
    text = _STATUS.sub("", plain(title))
    found = _ABOUT.match(text) or _ABOUT_BEHIND.search(text)
    return found.lastgroup or "" if found else ""


def _written_alike(ours: Written, theirs: Written) -> Outcome | None:
    if ours.words == theirs.words:
        return SAME if ours.raw.strip(". ") == theirs.raw.strip(". ") else variant("in other punctuation or case")
    if ours.telling == theirs.telling or squeezed(ours.words) == squeezed(theirs.words):
        return variant("spelt another way")
    if without_umlauts(squeezed(ours.telling)) == without_umlauts(squeezed(theirs.telling)):
        return variant("spelt another way")
    for one, other in ((ours, theirs), (theirs, ours)):
        for changed in (_NUMBERED.sub("", one.text), _GLOSS.sub("", one.text), _NOTE_MARK.sub("", one.text)):
            if changed != one.text and _same(words_of(changed), other.words) is not None:
                return variant("with its number or a gloss on one side only")
    slips = _same(ours.words, theirs.words)
    return variant("a letter off") if slips is not None else None


def _same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int | None:
    """How many letters two titles are apart, where that is few enough for slips; None where it is not."""
    if not ours or not theirs:
        return None
    slips = slips_between(telling_of(ours), telling_of(theirs))
    return slips if slips is not None and slips <= 1 + len(ours) // _LETTERS_A_SLIP else None


def _shortened(ours: Written, theirs: Written) -> Outcome | None:
    """One side has only the main title, only the subtitle, both the other way round, or the first words of it."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if any(_stands_for(head) and _same(head, other.words) is not None for head in one.heads):
            return variant("without its subtitle")
        if any(len(_telling(tail)) >= _LEAST_TAIL and _same(tail, other.words) is not None for tail in one.tails):
            return variant("without what stands before it")
        if _CUT.search(one.raw) and len(one.words) >= _LEAST_CUT:
            start = other.words[: len(one.words)]
            if _same(one.words, start) is not None or _same(one.words[:-1], start[:-1]) is not None:
                return variant("cut short")
    turned = [tail + head for head, tail in zip(theirs.heads, theirs.tails, strict=False)]
    turned += [
        words_of(f"{tail} {head}")
        for head, comma, tail in (one.text.partition(", ") for one in (ours, theirs))
        if comma
    ]
    if any(_same(side.words, words) is not None for words in turned for side in (ours, theirs)):
        return variant("with its parts the other way round")
    return None


def _stands_for(head: tuple[str, ...]) -> bool:
    """Whether a main title says enough by itself: "Report" and "Studies in chemistry, part" do not."""
    return bool(_telling(head))


def _telling(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word not in SMALL and word not in GENERIC and not word.isdigit()}


def _with_formula(ours: Written, theirs: Written) -> Outcome | None:
    """Formulas are typed by everybody in another way, so the words about them must be enough."""
    if not (has_formula(ours.raw) or has_formula(theirs.raw)):
        return None
    mine, other = _prose(ours), _prose(theirs)
    same_signs = sorted(squeezed(ours.telling)) == sorted(squeezed(theirs.telling))
    if mine == other and (len(mine) >= _LEAST_TAIL or (mine and same_signs)):
        return variant("with its formula written another way")
    return None


def _prose(title: Written) -> list[str]:
    return [word for word in title.telling if len(word) > 2 and word.isalpha() and word not in GREEK_NAMES]


def _likeness(ours: Written, theirs: Written) -> float:
    """0 to 1; the words of a longer title that another has all of count for less than the same words."""
    mine, other = " ".join(ours.telling), " ".join(theirs.telling)
    return round(fuzz.token_sort_ratio(mine, other) / 100, 3)


def _difference(ours: Written, theirs: Written) -> str:
    mine, other = set(ours.telling), set(theirs.telling)
    here = [word for word in ours.telling if word not in other][:3]
    there = [word for word in theirs.telling if word not in mine][:3]
    if len(here) + len(there) > 4 or not here + there:
        return "another title"
    parts = [f"“{' '.join(here)}” here"] * bool(here) + [f"“{' '.join(there)}” there"] * bool(there)
    return ", ".join(parts)


def in_other_language(ours: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """Whether the titles of both sides are in two languages or scripts, as far as their small words show it."""
    mine, other = text_of(ours, "title"), text_of(theirs, "title")
    if in_other_script(mine, other):
        return True
    one, another = (text_of(csl, "language")[:2].lower() for csl in (ours, theirs))
    if not (one and another):
        one, another = (language_of(title, words_of(title)) for title in (mine, other))
    return bool(one and another and one != another)
