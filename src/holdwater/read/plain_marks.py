"""Where a plain text may have a note mark: digits glued to a word, to a year or to punctuation, raised digits, [3].

Nothing here decides. Each candidate has a weight, higher for glue that means little else ("uprisings.”3 He"), lower
for glue that names are made of ("MP3", which may be counted as a doubt but is never cut). `plain_order` weighs them
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(RAISED, "0123456789")
# One class of characters at the head lets the search skip at the speed of the string library.
_DIGITS = re.compile(
    rf"[0-9{RAISED}](?:"
    r"(?<=[^\s\d(\[{/@_=\\#&~^<>|+*$£€§×-][1-9])\d{0,2}(?![\d\w%°/@_=\\#&~^<>|+*$£€-])"
    r"|(?<=\d)(?<![\d.]\d)\d{4,6}(?![\d\w%°/@_=-])|(?<=\d,\d)\d{3}(?![\d\w%°/@_=-])"
    rf"|(?<=[{RAISED}])(?<![{RAISED}][{RAISED}])[{RAISED}]{{0,2}}(?![{RAISED}]))"
)
_BRACKETED = re.compile(r"\[(\d{1,3}(?: ?[,;] ?\d{1,3}){0,9})\]")
_NUMBER = re.compile(r"\d+")
_CLOSERS = "\"”’'»)]"
_ENDERS = ".!?…"
_AFTER = frozenset(" \t\r\n\f\v\u00a0\u2009\u202f.,;:!?…)]”’\"'»—–" + RAISED + "↩")
_LOOK_BACK = 48
_NAMED = re.compile(r"[/@_=\\#&~^<>|{}$£€§+*]|www\.|\d[A-Za-z]+\d*\Z(?<!s)(?<!st)(?<!nd)(?<!rd)(?<!th)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\Z")
_PUNCTUATED = re.compile(r"([^\W_]+%?)([\"”’'»)\]]*)([.,;:!?…]+)([\"”’'»)\]]*)\Z")
_CLOSED = re.compile(r"(\S)([\"”’'»)\]]+)\Z")
_CALL = re.compile(r"[\w.§]\([^()]{0,40}\)\Z|\w\[\d{0,6}\]\Z|^\[?\d+\]\Z|^\(?(?:[a-z]|\d{1,3}|[ivx]+)\)\Z")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_ABBREVIATED = frozenset(
    "n nn no nos p pp vol vols v vs ch chs c sec secs s art arts fig figs ed eds cf tab par para paras pt pts ver rev "
    "cl app appx ex op supp ser bk bks col cols l ll st div rep rept ref refs eq eqs nr num ca jan feb mar apr jun jul "
    "aug sep sept oct nov dec stat tit".split()
)
_NUMBERED_THINGS = frozenset(
    "page figure fig table section sec chapter vol volume art article part line step type level version no nos number "
    "item layer phase tier class group case option mark psalm note footnote".split()
)

SURE, STRONG, GOOD, FAIR, POOR = 4.0, 3.0, 2.5, 1.5, 0.75
DOUBTFUL = 0.25  # weighs in an order, and is never cut


class Candidate(NamedTuple):
    """Characters `start` to `end` of the file that may be the note mark `value`, and how like one they look.

    `plain` says that the mark needs no order to be seen as one: raised digits, or a number in brackets.
    """

    start: int
    end: int
    value: int
    weight: float
    plain: bool = False


def candidates(raw: str, ranges: Iterable[tuple[int, int]], *, brackets: bool, limit: int) -> list[Candidate]:
    """All candidates within these ranges of the file, in order of their ends; none at all if more than `limit`."""
    found: list[Candidate] = []
    for start, end in ranges:
        found.extend(islice(_glued(raw, start, end), limit + 1))
        if brackets and "[" in raw[start:end]:
            found.extend(islice(_bracketed(raw, start, end), limit + 1))
        if len(found) > limit:
            return []
    return _once(raw, sorted(found, key=lambda each: (each.end, each.start)))


def _once(raw: str, found: list[Candidate]) -> list[Candidate]:
    """Leave out a word with its digits that comes more than once: it is a name ("utf8"), a note has one mark."""
    names: dict[str, int] = {}
    keys: list[str] = []
    for each in found:
        word = "" if each.plain else _token(raw, max(0, each.end - _LOOK_BACK), each.end)
        key = word.strip("\"“”‘’'()[].,;:").lower() if word else ""
        keys.append(key)
        if key:
            names[key] = names.get(key, 0) + 1
    return [each for each, key in zip(found, keys, strict=True) if not key or names[key] == 1]


def _glued(raw: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _DIGITS.finditer(raw, start, end):
        first, last = match.span()
        after = raw[last : last + 1] if last < end else ""
        if after and after not in _AFTER:
            continue
        if match[0][0] in RAISED:
            yield from _raised(raw, start, first, last)
        elif after and after in ".,:;'’–" and raw[last + 1 : last + 2].isdigit():
            continue
        elif last - first > 3:
            yield from _after_year(raw, start, first, last)
        else:
            weight = _weight(raw, start, first, last, end)
            if weight:
                yield Candidate(first, last, int(match[0]), weight)


def _bracketed(raw: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _BRACKETED.finditer(raw, start, end):
        if match.start() == start:
            continue
        yield Candidate(*match.span(), int(_NUMBER.findall(match[0])[0]), STRONG, True)


def numbers(mark: str) -> list[str]:
    """The numbers that a mark shows: one, or several in one pair of brackets ("[3, 4]")."""
    return _NUMBER.findall(mark.translate(_LOWERED))


def _token(raw: str, start: int, end: int) -> str:
    """The characters before `end` back to the last white space."""
    words = raw[start:end].rsplit(None, 1)
    return words[-1] if words and not raw[end - 1].isspace() else ""


def _weight(raw: str, start: int, first: int, last: int, end: int) -> float:
    """How like a note mark the digits from `first` to `last` look; 0 if they are something else."""
    token = _token(raw, max(start, first - _LOOK_BACK), first)
    if not token or _NAMED.search(token):
        return 0.0
    before = token[-1]
    if before.isalpha():
        return _after_letter(token)
    if before in "%‰°":
        return GOOD if len(token) > 1 and token[-2].isdigit() else 0.0
    punctuated = _PUNCTUATED.search(token)
    if punctuated:
        return _after_punctuation(raw, first, last, end, token, punctuated)
    closed = _CLOSED.search(token)
    return _after_closer(token, closed) if closed else 0.0


def _after_letter(token: str) -> float:
    word = _WORD.search(token)
    if word is None:
        return 0.0
    stem = re.split(r"[’'-]", word[0])[-1] if "-" in word[0] else word[0]
    head = token[: word.start()]
    if head[-1:].isdigit():
        decade = word[0] in ("s", "st", "nd", "rd", "th")
        return FAIR if decade else 0.0
    if len(stem) < 2:
        return 0.0
    odd = stem.isupper() or not (stem.islower() or stem.istitle())
    if odd or len(stem) < 3 or stem.lower() in _NUMBERED_THINGS or stem.lower() in _ABBREVIATED:
        return DOUBTFUL
    return FAIR


def _after_punctuation(raw: str, first: int, last: int, end: int, token: str, punctuated: re.Match[str]) -> float:
    word, inner, signs, outer = punctuated.groups()
    rest = raw[last : min(end, last + 6)]
    ends_here = not rest.strip() or _opens_sentence(rest)
    if word.rstrip("%").isdigit() and not inner:
        return _after_number(word, signs, outer, ends_here, raw[first:last], token)
    if any(map(str.isdigit, word)) and not inner and not outer:
        return DOUBTFUL
    if signs[-1] in _ENDERS:
        bare = signs == "." and not outer and not inner
        if bare and any(map(str.isupper, word[1:])):  # "ASN.1", "ifIndex.5"; but "in the USA.3 He"
            return FAIR if ends_here and word.isupper() else DOUBTFUL
        if bare and (word.lower() in _ABBREVIATED or len(word) == 1):
            return 0.0 if word.lower() in _ABBREVIATED else DOUBTFUL
        if bare and "." in token[:-1]:  # "U.S.5", "e.g.3"
            return POOR if ends_here else 0.0
        return STRONG if ends_here else POOR
    if signs[-1] == ":":
        return POOR if not rest[:1].strip() and len(word) > 2 else 0.0
    return GOOD if len(word) > 1 or inner else POOR


def _after_number(word: str, signs: str, outer: str, ends_here: bool, digits: str, token: str) -> float:
    """Digits after a number and punctuation: "in 1971.3 The", not "3.5", "1,200", "10:30"."""
    if outer or word[-1] == "%":
        return GOOD
    year = len(word) == 4 and _YEAR.fullmatch(word) is not None
    if signs == ".":
        pages = token[: -len(word) - 1].rstrip("-–")
        plain = not pages or pages.isdigit()
        return (1.0 if year or pages else 0.5) if ends_here and plain else 0.0
    if signs == ",":
        grouped = len(digits) == 3 and len(word) <= 3
        return 0.0 if grouped or len(digits) == 3 else (FAIR if year else POOR)
    return FAIR if signs[-1] in ";!?…" else 0.0


def _after_closer(token: str, closed: re.Match[str]) -> float:
    if _CALL.search(token):
        return 0.0
    if closed[2][-1] in ")]":
        return GOOD
    if closed[2] == "'" or closed[2] == "’":
        return FAIR if closed[1].isalpha() else POOR
    return STRONG if closed[1].isalnum() or closed[1] in ".,!?…;:%" else POOR


def _opens_sentence(rest: str) -> bool:
    if not rest[0].isspace():
        return rest[0] in "”’\"'»)]—–"
    words = rest.lstrip()
    return words[0].isupper() or words[0] in "“‘\"'«([—–-¶§•*" or words[0].isdigit()


def _after_year(raw: str, start: int, first: int, last: int) -> Iterator[Candidate]:
    """The digits after a year ("201867"), or after the last three of "1,20012"."""
    token = _token(raw, max(start, first - _LOOK_BACK), first).lstrip("$€£¥(")
    if token and _NAMED.search(token):
        return
    digits = raw[first:last]
    grouped = re.search(r"(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,\Z", token) is not None
    if grouped:
        cut = first + 3
    elif _YEAR.match(digits) and (not token or (not token[-1].isalnum() and token[-1] not in ".,:")):
        cut = first + 4
    else:
        return
    if 0 < last - cut <= 3 and raw[cut] != "0":
        yield Candidate(cut, last, int(raw[cut:last]), FAIR if grouped or digits >= "16" else POOR)


def _raised(raw: str, start: int, first: int, last: int) -> Iterator[Candidate]:
    """Raised digits are marks, but for exponents: "m²", "10³", "x²"."""
    value = int(raw[first:last].translate(_LOWERED))
    token = _token(raw, max(start, first - _LOOK_BACK), first) if first > start else ""
    if not 0 < value < 1000 or first == start:
        return
    if not token:
        yield Candidate(first, last, value, STRONG, True)
    elif token[-1].isdigit():
        year = re.search(r"(?<!\d)(\d{4})\Z", token)
        if year and _YEAR.fullmatch(year[1]):
            yield Candidate(first, last, value, STRONG, True)
    elif token[-1].isalpha():
        word = _WORD.search(token)
        if word and len(word[0]) > 2 and not token[: word.start()][-1:].isdigit():
            yield Candidate(first, last, value, SURE, True)
    elif token[-1] not in "(-+=*/^" or token[-2:-1] in RAISED:
        yield Candidate(first, last, value, SURE, True)
