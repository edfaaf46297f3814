"""Proceedings are called by everybody in another way: the words that tell must agree, or their acronym, and no more."""

from __future__ import annotations

import re

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.abbreviations import same_word
from holdwater.sources.records.comparing.container_titles import MEETING_WORDS, Title
from holdwater.sources.records.comparing.outcome import LACKING, Outcome, different, variant
from holdwater.sources.records.comparing.written import plain

_REGIONS = frozenset("european asian pacific african american nordic latin mediterranean australasian british".split())
"""Words that tell two meetings of one field apart."""
_YEAR = waiting(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ORDINAL = waiting(r"\b(\d{1,3})(?:st|nd|rd|th)\b", re.IGNORECASE)
_SHARED = 0.7
"""Of the telling words of the shorter of two proceedings' titles, how many must stand in the longer."""


def as_meetings(ours: Title, theirs: Title) -> Outcome:
    """How two containers stand of which one at least is a meeting's proceedings."""
    for pattern, why in ((_ORDINAL, "another meeting"), (_YEAR, "the meeting of another year")):
        numbers = [set(pattern.findall(plain(title.raw))) for title in (ours, theirs)]
        if all(numbers) and not numbers[0] & numbers[1]:
            return different(why)
    mine, other = set(ours.contracted(theirs.acronyms)), set(theirs.contracted(ours.acronyms))
    if (ours.acronyms | mine) & theirs.acronyms or ours.acronyms & other:
        return variant("the same meeting")
    if (ours.acronyms and theirs.acronyms) or (mine ^ other) & _REGIONS:
        return different("another meeting")
    short, long = sorted((_telling(ours), _telling(theirs)), key=len)
    if not short:
        return LACKING
    found = sum(any(same_word(word, another) for another in long) for word in short)
    if found / len(short) >= _SHARED:
        return variant("the same meeting")
    return different("another meeting" if ours.is_meeting and theirs.is_meeting else "another container")


def _telling(title: Title) -> list[str]:
    return [word for word in title.words if word not in MEETING_WORDS and not word[0].isdigit()]
