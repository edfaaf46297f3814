"""One name in two romanisations: of Slavic languages, Japanese, and Chinese.

Each is brought to a rough form of its sounds, in which systems that are in use agree: the Library of Congress's, the
scholars' and the newspapers' for Slavic names, Hepburn and Kunrei for Japanese, Pinyin and Wade-Giles for Chinese. A
form counts only for names that look like ones of that language, or "Wine" and "Vine" would be one name.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from holdwater.patterns import waiting

_SLAVIC = waiting(
    r"(?:[oe][vw]|[oe]ff|[ie]{1,2}v|[sz]k[iyj]{0,2}|ck[iyj]{1,2}|ska|sk[ao]ya|[oia][yij]|itch|ic|ich|enk[oa]|[iy]n|"
    r"[oe]v[ay]|a[iy]a|uk|chuk)$"
)
_SLAVIC_SOUNDS = tuple(
    pair.split(">")
    for pair in "shch>s tsch>c tch>c sch>s sh>s ch>c zh>z kh>h tz>c ts>c dj>d ff>v w>v x>ks ph>f ck>k ou>u "
    "yu>iu ya>ia yo>e ye>e y>i j>i iie>ie ii>i ie>e".split()
)
_JAPANESE = waiting(r"(?:(?:[kgsztdnhbpmyrwj]|sh|ch|ts|f|ky|gy|sy|zy|ty|ny|hy|by|py|my|ry)?[aeiou]{1,2}n?)+h?")
_KUNREI = tuple(
    pair.split(">") for pair in "shi>si sh>sy chi>ti ch>ty tsu>tu fu>hu ji>zi j>zy yyu>yu oh>o ou>o oo>o uu>u".split()
)
_CHINESE = waiting(r"(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|n|h|r)?")
_INITIALS = tuple(
    (waiting(f"^(?:{initials})"), sound)
    for initials, sound in (
        pair.split(">") for pair in "zh|ch|j|q>C ts|tz|z|c|ss|s(?!h)>S hs|x>X k|g>K p|b>P t|d>T".split()
    )
)
_FINALS = tuple(pair.split(">") for pair in "ung>ong ien>ian ieh>ie eh>e ih>i uo>o uei>ui uen>un".split())


@lru_cache(maxsize=8192)
def slavic_sounds(word: str) -> str:
    """A folded word in the sounds that romanisations of Slavic languages share."""
    for written, sound in _SLAVIC_SOUNDS:
        word = word.replace(written, sound)
    return word


def same_sound(one: str, other: str) -> bool:
    """Whether two folded family names can be one in two romanisations."""
    if min(len(one), len(other)) > 3 and _SLAVIC.search(one) and _SLAVIC.search(other):
        mine, theirs = slavic_sounds(one), slavic_sounds(other)
        if Levenshtein.distance(mine, theirs) <= (len(mine) > 5):
            return True
    return same_japanese(one, other) or same_chinese(one, other)


def same_japanese(one: str, other: str) -> bool:
    """Whether two folded words are one Japanese word by Hepburn and by Kunrei: Tsuchiya and Tutiya."""
    if not (_JAPANESE.fullmatch(one) and _JAPANESE.fullmatch(other)):
        return False
    return _kunrei(one) == _kunrei(other)


def _kunrei(word: str) -> str:
    for hepburn, kunrei in _KUNREI:
        word = word.replace(hepburn, kunrei)
    return word


def same_chinese(one: str, other: str) -> bool:
    """Whether two folded syllables are one by Pinyin and by Wade-Giles: Xu and Hsu, Deng and Teng."""
    if one == other or not (_CHINESE.fullmatch(one) and _CHINESE.fullmatch(other)):
        return one == other
    return _syllable(one) == _syllable(other)


def _syllable(word: str) -> str:
    for pattern, initial in _INITIALS:
        if pattern.match(word):
            word = pattern.sub(initial, word)
            break
    for written, final in _FINALS:
        if word.endswith(written):
            return word[: -len(written)] + final
    return word
