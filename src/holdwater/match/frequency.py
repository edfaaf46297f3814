"""How much a word says about where it stands: the rarer, the more. In bits, from a small closed table.

A word that is one in 2^b of a text's words has b bits. The table holds the commonest English words, rounded to half
bits. Its figures are counts (no text) over three collections, each with the same weight: opinions of the US Supreme
Court (13.4 million words, public domain, GitHub rosthalken/Supreme-Court), whole RFCs (18.6 million, IETF Trust,
Debian's doc-rfc), and the web pages that Wikipedia cites in WiCE (0.5 million, GitHub ryokamoi/wice, ODC-BY). Words
of one trade alone are left out; they get the figure of their length, as all other words do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TABLE = (
    (4.0, "the"),
    (5.0, "of"),
    (5.5, "a and to"),
    (6.0, "in"),
    (6.5, "for is that"),
    (7.5, "as at be by it not on this with"),
    (8.0, "an are from or was"),
    (8.5, "have i if which"),
    (9.0, "all any but court has he his its may more must no one see state we when will"),
    (9.5, "also been can data ed first had id new only other section such their there they time use were would"),
    (
        10.0,
        "about address after because case do document does information law message our out page protocol set "
        "should so some standards states than these two type under used value what who you",
    ),
    (
        10.5,
        "act against before between both client could each even example federal field her how however "
        "internet into key like most name network number object order over part public request said same "
        "security service she them then those track united up where whether",
    ),
    (
        11.0,
        "access action al application based being cases code com congress content control current decision "
        "defined description did different district end et following government group here home it's just "
        "justice length local made make many march meta might my news note now people policy process read "
        "required response right rights rule second since status support system three through title us using "
        "war way well while within without work world year years your",
    ),
    (
        11.5,
        "air amendment american another appeals april august available back best bit cannot change claim "
        "class clause co day described domain during either error every evidence fact format found full "
        "further general get given held him history http include including interest issue january july june "
        "last life link list location long me media messages much national need next november october off old "
        "opinion own particular path point post power present private provide provided provides question "
        "received record result review school sent september sequence session shall single source specific "
        "standard subject take thus trial upon user values version very view york",
    ),
    (
        12.0,
        "above added additional addresses although authority city claims common community connection december "
        "due editor element event february file film find good health high host itself know known language "
        "later least level line live management means members multiple never non operation option party per "
        "place possible property protection purpose rather related report requirements rules says send "
        "services show size special still team text therefore think times today too top traffic transport "
        "types university",
    ),
)

_BITS = {word: bits for bits, words in _TABLE for word in words.split()}

WORD_BITS = 13.0
"""A word of four to eleven letters beyond the table. Two such words drawn from a text are the same
one time in 2^12.5 to 2^13, whatever their length."""
LONG_BITS = 14.0
LONG = 12
"""Letters of a long word."""
SHORT_BITS = 10.0
SHORT = 3
"""Letters: an unknown word as short as this may be the "the" of another language; in English it would have 13 bits."""
IDEOGRAPH_BITS = 10.0
"""A Han character: the entropy of single ones in running Chinese is 9.56 bits (J. D. Cook, from Jun Da's counts)."""
SYLLABLE_BITS = 6.0
"""A character of kana, Thai, Lao, Khmer or Myanmar: of some 80 in use."""
SYMBOL_BITS = 6.0
_NUMBER_BITS = (9.0, 10.5, 13.0, 12.5)
LONG_NUMBER_BITS = 16.0
"""Numbers by their digits: one to four, more. Of four digits many are years."""


@lru_cache(maxsize=1 << 16)
def is_common(key: str) -> bool:
    """Whether a folded word is one of the table's: English, and common in texts of any kind."""
    return key in _BITS


@lru_cache(maxsize=1 << 16)
def information(key: str) -> float:
    """The bits of one folded word, above 0."""
    known = _BITS.get(key)
    if known is not None:
        return known
    if key[:1].isdigit():
        return _NUMBER_BITS[len(key) - 1] if len(key) <= len(_NUMBER_BITS) else LONG_NUMBER_BITS
    if len(key) <= 1:
        return _of_character(key)
    if len(key) <= SHORT:
        return SHORT_BITS
    return WORD_BITS if len(key) < LONG else LONG_BITS


def _of_character(key: str) -> float:
    """A word of one character: an ideograph or a syllable of a script without spaces, a letter, a sign."""
    kind = unicodedata.category(key)[0] if key else ""
    if kind != "L":
        return SYMBOL_BITS
    if key < "\u0e00":
        return SHORT_BITS
    return IDEOGRAPH_BITS if unicodedata.name(key, "").startswith("CJK") else SYLLABLE_BITS
