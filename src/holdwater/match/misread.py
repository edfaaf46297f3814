"""A source's word that a scanner misread and that no English word can be: "tbe", "sumrner", "retum".

Who quotes a scanned text reads what was printed. That is passed over under every preset, but only where the source's
form cannot be a word, so that it says nothing else: it has letters in an order that no word has, or is one of a few
common words with a shape of the letters mistaken. Two forms that are both words (modem, modern; bum, burn) stay two.

    comrnon    common        mrn stands in no word
    wliich     which         wli begins none
    govemment  government    one of the words with rn whose form with m is none
    1aw        law           a digit among letters

Never a number, a denial, a quantity or a name.
"""

from __future__ import annotations

from holdwater.match import lexicon
from holdwater.match.frequency import is_common
from holdwater.match.words import Words
from holdwater.patterns import waiting

LEAST = 3
"""Letters: a shorter word is too easily another one."""

_CONSONANT = "bcdfghjklmnpqrstvwxyz"
_RN = waiting(rf"^rn(?=[aeiouy])|(?<=[{_CONSONANT}])rn(?=[aeiouy])|rn(?=ents?$)")
"""Where rn stands in no word: at the beginning, behind a consonant, before a last -ent. It is an m."""
_H = waiting(r"(?<=^[cgstw])b(?=[aeiouryl])|(?<=^[tw])li(?=[aeior])")
"""Where b and li stand in no word: cburch, wben; tliat, wliile. They are an h."""
_LAST_V = waiting(r"(?<=[^\W\d_]{4})v$")
"""A last v: necessarv. It is a y."""
_FIRST_VV = waiting(r"^vv(?=[aehiory])")
"""A double v before the rest of a word: vvith. It is a w."""
_DIGIT = waiting(r"(?:^|(?<=[a-z]))[10](?=[a-z])")
"""A digit before a letter: 1aw, c1ear, b0ok. At the end it may be a note's mark."""
_READ_AS = {"1": "li", "0": "o"}

_WITH_M = frozenset(
    "some same name names named time times come comes coming became become becomes home women woman human from them "
    "him company companies common commonly command committee commission commerce community complete completed compare "
    "compared complaint family families number numbers member members remember summer famous similar simple important "
    "importance moment moments almost among amongst claim claims claimed system problem example examine small "
    "himself themselves form forms formed former ashamed blame flame frame game lame shame fame dream stream steam "
    "team climb limb timber chamber lamp stamp temper tempest temple comfort "
    "commander ambition animal animals camp empire employ employed".split()
)
"""Common words with an m after a vowel, none of which is a word with rn in its place."""
_WITH_RN = frozenset(
    "return returns returned returning overturn overturned govern governs governed governing government governments "
    "governor governors concern concerns concerned concerning morning mornings furnish furnished furnishes furnishing "
    "journal journals journey journeys eternal eternally eternity external internal pattern patterns northern southern "
    "eastern western attorney attorneys alternate alternately alternative furnace furnaces furniture tavern taverns "
    "lantern lanterns cavern caverns ornament ornaments harness warning warnings warned mourn mourning mourned "
    "mourners scorn scorned adorn adorned learn learned learning burned burning burnt turned turning turnip turnips "
    "tournament discern discerned adjourn adjourned adjournment sojourn international nocturnal fraternal paternal "
    "maternal infernal earnest earnestly earned earnings earning yearn yearning sworn thorn thorns modernity "
    "supernatural subaltern intern interned unconcerned stubbornly stubborn".split()
)
"""Common words with rn, none of which is a word with m in its place."""
_FUNCTION_WORDS = frozenset(
    "the that this these those then there their they them than though through which whose whom what when where while "
    "with have had his him how other another has who why".split()
)
_NO_MISREADING = frozenset("bad ban bas bat ben bis bow bow liim lie lien liow wily wby".split())
_TAKEN_FOR_H = ("b", "li")
_RUN_TOGETHER = frozenset(f"{word}the" for word in "of in to on at by for from with and that upon under".split())
"""Two words between which a scanner saw no blank, and which are none together."""
_NEVER = (
    lexicon.NEGATIONS
    | lexicon.NUMBERS
    | lexicon.QUANTIFIERS - {"some"}
    | lexicon.CONJUNCTIONS
    | lexicon.MODALS
    | lexicon.EXCEPTING
)
"""Words that turn a sentence: none of them is read out of another."""


def _misreadings() -> dict[str, str]:
    """Forms of common words with an h misread, and what they are."""
    found = {word.replace("h", taken, 1): word for word in _FUNCTION_WORDS for taken in _TAKEN_FOR_H}
    found |= {"thev": "they", "verv": "very", "tlmt": "that"}
    return {form: word for form, word in found.items() if form not in _NO_MISREADING}


_MISREAD = _misreadings()


def is_misread(own: list[str], source: list[str], words: Words, start: int) -> bool:
    """Whether the source's words from word `start` on are the quotation's, one by one, as a scanner misreads them.

    Args:
        own: the quotation's folded words.
        source: the source's, as many; or one for two that were run together.
        words: the source.
        start: its first word.
    """
    if len(source) == 1 and len(own) == 2:
        return "".join(own) == source[0] and source[0] in _RUN_TOGETHER
    if len(own) != len(source) or own == source:
        return False
    pairs = enumerate(zip(own, source, strict=True), start)
    return all(mine == theirs or _stands_for(mine, words, index) for index, (mine, theirs) in pairs)


def _stands_for(own: str, words: Words, index: int) -> bool:
    """Whether source word `index` is no word, and reads `own` where a scanner's shapes are undone."""
    if len(own) < LEAST or not own.isalpha() or own in _NEVER:
        return False
    written = words.text[words.starts[index] : words.ends[index]]
    if written[1:].islower() and _MISREAD.get(written.lower()) == own:
        return True
    if not (written.islower() and written.isalnum()):
        return False
    if written.replace("rn", "m") == own.replace("rn", "m"):
        return _RN.search(written) is not None or own in _WITH_M or (own in _WITH_RN and "rn" not in written)
    if own == _FIRST_VV.sub("w", written):
        return True
    if len(own) > LEAST + 1 and own in (_H.sub("h", written), _LAST_V.sub("y", written)):
        return True
    return _DIGIT.search(written) is not None and _reads_digits(own, written, words)


def _reads_digits(own: str, written: str, words: Words) -> bool:
    """Whether `own` is a word that is known, and `written` the same but for digits that look like its letters."""
    alike = len(own) == len(written) and all(
        mine == theirs or mine in _READ_AS.get(theirs, "") for mine, theirs in zip(own, written, strict=True)
    )
    return alike and (is_common(own) or words.knows(own))
