"""What two translations of one passage have in common: numbers, names and words of one stem, not the small words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from holdwater.match.confusions import CLOSED
from holdwater.match.counted import counted

STEM = 5
"""Letters in which words of one stem agree, in one language (govern, government) or two (president, presidente)."""
COGNATE = 0.2
DIFFERENT = 1.0

EMPTY = CLOSED | frozenset(
    "there said says say made make makes come came go went gone get got give gave take took see saw know "
    "knew like well "
    "man men thing things time way day upon unto shall will now still always never again back day much many great good "
    "sind war waren hat haben hatte wird werden wurde worden auch noch nur schon aber oder wenn als dass daß denn doch "
    "mir mich dir dich uns euch ihnen ihre ihrer ihrem seine seiner seinem seinen mein meine kein keine "
    "nicht über unter "
    "être est sont était ont avait pas plus tout tous toute comme avec mais ou où ne se leur leurs mon "
    "ma mes notre votre "
    "son ser está están fue era eran ha han había muy más como pero sin sobre entre este esta estos "
    "estas ese esa lo le les".split()
)
"""Words that every text has: a translator puts them where his language wants them."""


@lru_cache(maxsize=1 << 15)
def stem(key: str) -> str:
    """What a folded word has in common with its renderings; "" for one that says nothing."""
    number = counted([key], 0)
    if number:
        return number[0]
    if key[1:3].count("'") and len(key) > STEM:
        key = key.partition("'")[2]  # l'empereur, qu'elle
    plain = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    if key in EMPTY or (len(plain) < 3 and plain.isascii()) or not plain[:1].isalpha():
        return ""
    return plain.removesuffix("'s")[:STEM]


def exchange(own: str, source: str) -> float:
    """The price of a word against its rendering: 0 for the same, little for a cognate, 1 for all others."""
    if own == source:
        return 0.0
    mine = stem(own)
    return COGNATE if mine and mine == stem(source) and not mine[0].isdigit() else DIFFERENT
