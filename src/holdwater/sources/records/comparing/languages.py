"""Which language a title is in, by its small words alone."""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = {
    "en": "the of and in on for with to from by an at as is are towards toward its their between among".split(),
    "de": "der die das den dem des und von für fur zur zum im ein eine einer auf über uber aus bei mit nach".split(),
    "fr": "le les la l des du et une dans sur aux au par pour un chez".split(),
    "es": "el los las y del una la en por para con un".split(),
    "it": "il gli della delle dei nel nella e di lo una sulla per".split(),
    "pt": "o os as da das do dos em na no uma para e um".split(),
    "nl": "het een van voor op bij naar de en uit".split(),
    "sv": "och i av på pa för den det ett en som till".split(),
}
"""Words that are frequent in one language and rarer in the others; one word may stand in several."""


def language_of(words: Sequence[str]) -> str:
    """The language, as two letters, of which most small words stand among `words`; "" where none leads."""
    counts = sorted(((sum(word in small for word in words), code) for code, small in _SMALL.items()), reverse=True)
    (most, language), (next_most, _) = counts[0], counts[1]
    return language if most > next_most else ""
