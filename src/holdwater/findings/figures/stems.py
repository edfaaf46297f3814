"""Words folded to the beginnings that their forms share, and the places where those stand in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from holdwater.patterns import waiting

_SUFFIX = waiting(
    r"(?:ational|ations?|ments?|ities|ities|ity|iest|ies|ied|ing|ings|ers?|ors?|ed|es|ly|al|ic|(?<!s)s|e|y|ns?|ans?|ians?)$"
)
_SHORT_SUFFIX = waiting(r"(?<=[^\W\d_]{3})(?:ies|y)$")
_WORD = waiting(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 7
"""Letters of a stem: "litera" is enough to know literacy by."""
_SHORT, _REST_OF_SHORT, _REST = 4, 3, 6
"""Behind a stem of up to four letters may stand three more, behind a longer one six."""

SILENT = frozenset(
    """the a an and or but nor of in on at by for to from with without within into onto over under above below between
    among against during since until before after about around through than then as so if when while where whereas
    because although though which who whom whose what that this these those is are was were be been being has have had
    do does did will would can could may might must shall should not only also just even still already per via out off
    up down it its he she they them their his her we our you your i there here most more less least fewer very too such
    same other another each every all both any some no none one two three four five six seven eight nine ten first
    nearly almost roughly approximately percent per cent percentage points point times million billion thousand half
    third thirds quarter quarters year years month months week weeks day days century decade said says say found finds
    reports reported report according writes wrote notes noted shows showed shown study source figures figure data
    number numbers total estimated estimates estimate author authors puts put gives gave records recorded came come
    stood stand make made took take went ago later earlier early late end reached reach rose rise risen fell fall
    grew grown increased increase decreased decrease dropped drop declined decline january february march april june
    july august september october november december""".split()
)
"""Words that do not tell what a number is of."""

_KIN = (
    ("people", "person", "inhabitant", "resident", "citizen", "individual"),
    ("woman", "women", "female"),
    ("man", "men", "male"),
    ("child", "children"),
    ("girl", "girls"),
    ("died", "death", "dead", "killed", "fatalit", "deceas"),
    ("built", "build", "construct", "erect"),
    ("began", "begun", "begin", "start", "launch"),
    ("cost", "price"),
    ("foot", "feet"),
    ("bought", "buy", "purchas", "acquir"),
    ("sold", "sell", "sale"),
    ("paid", "pay"),
    ("spent", "spend", "spending"),
    ("found", "establish", "founded"),
    ("born", "birth"),
    ("employ", "worker", "staff"),
    ("student", "pupil"),
    ("ship", "vessel"),
    ("house", "home", "dwelling", "household"),
)
"""Words that writers put for one another when they restate a figure."""

_ACCENTED = waiting("[\u00c0-\u024f]")


def folded(text: str) -> str:
    """The text in lower case and without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one.lower()[:1] for one in text)
    # Few accented letters differ in one text; replacing each is much faster than translating every character.
    for letter in set(_ACCENTED.findall(lower)):
        base = unicodedata.normalize("NFKD", letter)[0]
        if base.isascii() and base.isalpha():
            lower = lower.replace(letter, base)
    return lower


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The beginning that the forms of a folded word share: "openings" and "opened" give "open"."""
    word = word.partition("'")[0].partition("’")[0]
    bare = word
    for _ in range(2):
        match = _SUFFIX.search(bare)
        if match is None or match.start() < 4:
            break
        bare = bare[: match.start()]
    if bare == word and _SHORT_SUFFIX.search(word, 3):
        bare = _SHORT_SUFFIX.sub("", word)
    if bare == word and len(word) in (4, 5) and word.endswith("s") and not word.endswith("ss"):
        bare = word[:-1]
    return bare[:_LONGEST]


_FAMILY = {stem(form): tuple(dict.fromkeys(stem(one) for one in kin)) for kin in _KIN for form in kin}


def family(one: str) -> tuple[str, ...]:
    """A stem and those of the words that are put for it."""
    return _FAMILY.get(one, (one,))


def stems_in(text: str) -> Iterator[str]:
    """The stems of a text's telling words, in order."""
    for match in _WORD.finditer(folded(text)):
        word = match.group()
        if len(word) > 2 and word not in SILENT:
            yield stem(word)


def stems_of(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the telling words among these, each once."""
    return tuple(dict.fromkeys(one for word in words for one in stems_in(word)))


def akin(left: str, right: str) -> bool:
    """Whether two stems are forms of one word, or of words that are put for one another."""
    return left == right or left in family(right) or (min(len(left), len(right)) >= 4 and _begins(left, right))


def _begins(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)


def places_of(lower: str, one: str, start: int = 0, end: int | None = None, most: int = 400) -> list[int]:
    """Where words of this stem begin in a folded text, the first `most` of them."""
    found: list[int] = []
    for form in family(one):
        found.extend(_places(lower, form, start, len(lower) if end is None else end, most))
    return sorted(found)


def _places(lower: str, form: str, start: int, end: int, most: int) -> Iterator[int]:
    rest = _REST_OF_SHORT if len(form) <= _SHORT else _REST
    at, seen = lower.find(form, start, end), 0
    while at >= 0 and seen < most:
        behind = at + len(form)
        limit = behind + rest
        while behind < limit and lower[behind : behind + 1].isalpha():
            behind += 1
        if not lower[behind : behind + 1].isalnum() and not (at and lower[at - 1].isalnum()):
            yield at
        seen += 1
        at = lower.find(form, at + 1, end)
