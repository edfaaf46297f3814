"""The title of a journal, of proceedings or of a book as one side gives it, taken apart for comparing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.venues import spelt_out
from holdwater.sources.records.comparing.written import plain, words_of

SMALL = frozenset(
    "the of and in on for to a an der die das des den dem und fur von zur zum im le la les de et aux au en dans e "
    "della delle del dei di il gli los las el i och og voor van het".split()
)
"""Words that journals' titles gain and lose."""
MARKERS = frozenset("section sect series ser part reihe abteilung abt".split())
"""Words before the letter of a section."""
TAILS = frozenset(
    "united states america usa us london lond online print electronic international edition english paris berlin "
    "england "
    "uk new york ny edinburgh dublin oxford cambridge washington dc philadelphia chicago boston engl ed basel "
    "amsterdam "
    "tokyo society journal magazine official organ".split()
)
"""Words that a title may have at its end and lose: places, countries, forms."""
MEETING_WORDS = frozenset(
    "proceedings proc conference conf symposium symp annual international intl int workshop meeting congress acm ieee "
    "usenix ifip cvf aps joint st nd rd th eth first second third fourth fifth sixth seventh eighth ninth tenth "
    "edition "
    "volume vol part papers long short oral extended abstracts companion main track advances lecture notes revised "
    "selected held january february march april may june july august september october november december twenty thirty "
    "forty fifty sixty seventy eighty ninety eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth thirtieth fortieth fiftieth".split()
)
"""Words of proceedings' titles that tell nothing of which proceedings they are."""

_PARENTHESES = waiting(r"\s*[(\[][^()\[\]]{0,100}[)\]]")
_ELISION = waiting(r"\b[dl]['’](?=\w)", re.IGNORECASE)
_SUBTITLE = waiting(
    r"\s*[:;=]\s+|\s+[–—-]\s+|\s*/\s+|:(?=[A-Z])|,\s+(?=(?:the|a|an|transactions|journal|bulletin|proceedings|"
    r"revue)\b)",
    re.IGNORECASE,
)
_INITIALISM = waiting(r"\bU\.\s?(?:S\.(?:\s?A\b\.?)?|K\.)|^(?:[A-Z]\.\s?){2,}$")
_OWN_ACRONYM = waiting(r"^([A-Z]{3,6})[.:]\s+(?=\S)")
_MEETING = waiting(
    r"\b(?:conf(?:erence)?|symp(?:osium)?|workshop|congress|meeting|colloqu\w+|advances in|lecture notes|"
    r"trans\w* of the \d|annual convention|kongress|tagung|actes du|atti del|sessions?)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = waiting(r"\bproc(?:eedings?)?\b", re.IGNORECASE)
_OF_A_YEAR = waiting(r"\b[A-Z]{2,8}[ -]?(?:['’]\d\d|(?:19|20)\d\d)\b")
_ACRONYM = waiting(r"\b[A-Z][A-Za-z]{0,6}[A-Z]{1,8}[a-z]?\b")
_NO_ACRONYMS = frozenset("usa us uk ii iii iv vi ny dc".split())
_LEAST = 3  # letters of an acronym that stands for words inside a longer title


@dataclass(frozen=True)
class Title:
    """The title of a container as one side gives it."""

    raw: str

    @cached_property
    def text(self) -> str:
        """Without markup and what stands in parentheses, initials of countries put together."""
        text = plain(self.raw)
        without = _ELISION.sub("", _PARENTHESES.sub("", text))
        text = without if len(without) > 2 else text
        own = _OWN_ACRONYM.match(text)
        if own and spells(own[1].lower(), words_of(text[own.end() :]), may_skip=False):
            text = text[own.end() :]  # MMWR. Morbidity and Mortality Weekly Report
        return _INITIALISM.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words, small ones and "section" left out, but not the letter of a section at its end."""
        return _telling(self.text)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The words before its subtitle; () if it has none."""
        found = _SUBTITLE.search(self.text)
        return _telling(self.text[: found.start()]) if found and found.start() else ()

    @cached_property
    def is_meeting(self) -> bool:
        """Whether it reads like the title of a meeting's proceedings."""
        text = plain(self.raw)
        if _MEETING.search(text) or _OF_A_YEAR.search(text):
            return True
        return bool(_PROCEEDINGS.search(text) and self.acronyms)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The acronyms in it, folded, except those of the bodies that hold many meetings."""
        text = plain(self.raw)
        if text.isupper() and re.search(r"[A-Z]{6}", text) and " " in text:
            return frozenset()  # all of it is shouted
        found = (re.sub(r"^sig(?=.{3})", "", word.lower()) for word in _ACRONYM.findall(text))
        return frozenset(word for word in found if word not in MEETING_WORDS and word not in _NO_ACRONYMS)

    def contracted(self, acronyms: Iterable[str]) -> tuple[str, ...]:
        """Its words, with those that begin with the letters of one of `acronyms` put together to it."""
        words = self.words
        for acronym in acronyms:
            for run in (words, words_of(self.text)):  # TOG counts the "on" of "Transactions on Graphics"
                at = "".join(word[0] for word in run).find(acronym) if len(acronym) >= _LEAST else -1
                if at >= 0:
                    rest = (*run[:at], acronym, *run[at + len(acronym) :])
                    words = tuple(word for word in rest if word not in SMALL)
                    break
        return words


def _telling(text: str) -> tuple[str, ...]:
    words = spelt_out(words_of(text))
    words = tuple(one for word in words for one in (("united", "states", "america") if word == "usa" else (word,)))
    kept = tuple(
        word
        for index, word in enumerate(words)
        if word not in MARKERS and (word not in SMALL or (len(word) == 1 and _is_section(words, index)))
    )
    return kept or words


def _is_section(words: tuple[str, ...], index: int) -> bool:
    """Whether a lone letter is that of a section: the last word, or behind "section" or "series"."""
    return index > 0 and (index == len(words) - 1 or words[index - 1] in MARKERS)


def spells(letters: str, words: tuple[str, ...], *, may_skip: bool) -> bool:
    """Whether `letters` are the first letters of `words`, or whole words of them, in order; all but places at the end.

    Small words may always be left out, those that tell nothing of a meeting only where `may_skip`.
    """
    reached = {0}  # how many letters may be spelt so far
    for word in words:
        done = reached & {len(letters)} if may_skip or word in TAILS or word in SMALL else set()
        reached = done | _after(letters, reached, word, may_skip)
    return len(letters) in reached


def _after(letters: str, reached: set[int], word: str, may_skip: bool) -> set[int]:
    found = {at + 1 for at in reached if at < len(letters) and letters[at] == word[0]}
    found |= {at + len(word) for at in reached if letters.startswith(word, at)}
    if word in SMALL or word in MARKERS or (may_skip and (word in MEETING_WORDS or word[0].isdigit())):
        found |= reached
    return found
