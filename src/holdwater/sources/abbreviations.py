"""Names of bodies and cases as law reviews shorten them: "Water Dist.", "W. Dak. Pub. Serv. Comm'n"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from holdwater.sources.dated import OF_A_PLACE
from holdwater.sources.words import Word, Words

_CONTRACTIONS = {
    "acctg": "accounting",
    "admr": "administrator",
    "assn": "association",
    "atty": "attorney",
    "commn": "commission",
    "commr": "commissioner",
    "contl": "continental",
    "dept": "department",
    "engr": "engineer",
    "envtl": "environmental",
    "fedn": "federation",
    "govt": "government",
    "intl": "international",
    "mfg": "manufacturing",
    "natl": "national",
    "profl": "professional",
    "rd": "road",
    "regl": "regional",
    "ry": "railway",
    "secy": "secretary",
    "socy": "society",
    "sys": "systems",
}
"""Shortened words that are not the beginnings of what they stand for (The Bluebook, table T6), folded."""


def written_out(words: Words, wanted: Sequence[str], *, fewest: int = 2) -> Words:
    """`words` with each abbreviation that can only stand for one word of `wanted` written out as that word.

    Args:
        words: of a reference.
        wanted: the folded words of a title or of a body's name.
        fewest: how many letters a word must have to be the beginning of another; a full stop must follow it.
    """
    return Words(tuple(_written_out(word, wanted, words.bag, fewest) for word in words.all))


def _written_out(word: Word, wanted: Sequence[str], said: frozenset[str], fewest: int) -> Word:
    if word.text in wanted or word.text in OF_A_PLACE:
        return word
    cut_short = len(word.text) >= fewest and word.text.isalpha() and word.after.startswith(".")
    full = {_CONTRACTIONS.get(word.text, "")}.intersection(wanted)
    full |= {one for one in wanted if cut_short and one.startswith(word.text) and len(one) > len(word.text) + 1}
    full = full - said if len(full) > 1 else full  # of several, one that is not written out anyhow
    return replace(word, text=full.pop()) if len(full) == 1 else word
