"""Decisions known by their place in the law reports: what a reference gives of it, and what stands at a text's head."""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.extract.case_short_forms import LONGEST_CASE, ShortForm, short_form_in
from holdwater.patterns import waiting
from holdwater.sources.dated import reporters_in
from holdwater.sources.words import Words

_REPORTED_AT = waiting(
    r"(?:\[?(?i:cite(?:d)? as|reported (?:at|in)|citation)\s?:?\s|.{3,100}?,\s)?"
    r"\d{1,4}\s[A-Z][A-Za-z0-9. ]{0,24}?\s\d{1,5}(?:\s?\(.{0,40}\d{4}\))?[.\]]{0,2}"
)
_LONGEST_UNNAMED = 60  # pages from where a decision begins that a short form without a name may still mean


def own_places(lines: Sequence[str]) -> set[tuple[str, str, str]]:
    """The places in law reports that lines of a head give as the text's own: "412 F.3d 881 (2005)", "Cite as: …"."""
    return reporters_in("\n".join(line for line in lines if _REPORTED_AT.fullmatch(line)))


def is_at(raw: str, words: Words, lines: Sequence[str], head: Words) -> bool:
    """Whether a reference gives the place in the law reports that the head of a text gives as its own.

    A full citation gives it with the names it begins with; of one that begins with the volume the place is enough. A
    short form gives the volume, and a page that may be of the decision, with the party.
    """
    own = own_places(lines)
    if not own:
        return False
    short = short_form_in(raw)
    if short:
        return any(_may_lie_in(short, place) for place in own) and head.bag >= Words.of(short.party).bag
    names = [word for word in words.texts[:2] if len(word) > 1]
    return bool(names) and head.bag >= set(names) and bool(reporters_in(raw) & own)


def _may_lie_in(short: ShortForm, place: tuple[str, str, str]) -> bool:
    volume, reporter = short.volume
    series = "".join(filter(str.isalnum, reporter.lower()))
    longest = LONGEST_CASE if short.party else _LONGEST_UNNAMED
    return place[:2] == (volume, series) and 0 <= short.first_page - int(place[2]) <= longest
