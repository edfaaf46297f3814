"""The words that present somebody else's words: reporting verbs, nouns for excerpts, names of speakers.

The verbs are those of Quirk et al., A Comprehensive Grammar of the English Language (1985), 16.31 and 14.28-14.30
(public factual and suasive verbs, reporting verbs), with the ones that court opinions and standards use.
"""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_VERBS = """
    acknowledge add admit advise affirm allege announce answer argue ask assert assure boast caution claim comment
    complain concede conclude confess confirm contend continue counter cry declare define demand denounce describe
    emphasise emphasize exclaim explain express find hold insist instruct joke lament maintain mandate mention
    mutter note object observe order pledge point predict proclaim promise pronounce propose protest provide quip
    quote read reason recall recommend record reiterate remark remind repeat reply report require respond retort
    reveal rule say scoff shout sing specify state stipulate stress suggest summarise summarize swear teach tell
    testify think urge vow warn whisper wonder write
"""
_IRREGULAR = """
    said says wrote written held holds found told tells thought thinks read reads sung sang sings swore sworn taught
    teaches spoke speaks spoken
"""


def _inflected(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    tails = ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s", "ed", "ing")
    doubled = [verb + "ped", verb + "ping"] if verb == "quip" else []
    return [*(verb + tail for tail in tails), *doubled]


_PLURAL = "say write argue explain insist maintain conclude suggest believe"
_NOUNS = """
    answers finding finds holding reading orders rules records points objects demands pledges promises protests counters
"""

VERBS = frozenset(form for verb in _VERBS.split() for form in _inflected(verb))
VERBS |= frozenset([*_IRREGULAR.split(), *_PLURAL.split()])
VERBS -= frozenset(_NOUNS.split())
"""Forms of verbs that present a quotation; those that are mostly nouns ("state", "rules", "finding") left out."""

FINITE = r"(?:" + "|".join(sorted((v for v in VERBS if not v.endswith("ing")), key=len, reverse=True)) + r")"
VERB = r"(?:" + "|".join(sorted(VERBS, key=len, reverse=True)) + r")"

_CAPITAL = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Gov|Gen|Rep|Hon|[A-ZÀ-ÖØ-Þ])\.|[A-ZÀ-ÖØ-Þ][\w'’-]{0,30})"
_PARTICLE = r"(?:of|the|de|du|des|der|den|van|von|ter|la|le|di|da|del|della|dos|al|bin|ibn|and|for|on)"
NAME = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{0,6}}"
"""A run of capitalised words, particles allowed between them; matched with care for case."""

EXCERPT = (
    r"(?:excerpts?|extracts?|quotations?|quotes?|passages?|words|statements?|testimony|transcripts?|minutes|"
    r"letters?|diary|diaries|memoirs?|speech(?:es)?|interviews?|editorials?|tweets?|posts?|comments?|remarks?|abstract|"
    r"text|wording|caption|headline|verdict|judgment|press release|paragraphs?)"
)
"""Nouns that announce words of another."""

NOT_NAMES = frozenset(
    """a an the this that these those in on at by for from as if when while where since because although though but and
    or so yet then thus hence however moreover furthermore also even only just not no yes all some many most few each
    every other another such same both either neither here there now later earlier first second third finally next last
    one two three what who whom whose which why how his her its their our my your he she it they we i you see note
    section chapter figure table page part appendix after before during under over between among with without within
    according still again once indeed instead meanwhile perhaps maybe january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday to of is was were are
    has have had do does did let consider suppose given despite unlike like""".split()
)
"""Words that begin a sentence with a capital and name nobody."""


def is_name(words: str) -> bool:
    """Whether `words`, a run of capitalised words, can name a speaker."""
    first = words.split()[0].strip(".,'’").lower() if words.split() else ""
    return bool(first) and first not in NOT_NAMES and len(words) > 1


REPORTING = waiting(rf"\b{VERB}\b", re.IGNORECASE)
