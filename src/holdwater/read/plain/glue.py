"""How like a note mark digits look, by what they are glued to.

High for glue that means little else ("uprisings.”3 He"), low or nothing for glue that names, numbers and labels are
made of ("MP3", "§ 303.1", "[Doe93]").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from holdwater.patterns import waiting

SURE, STRONG, GOOD, FAIR, POOR = 4.0, 3.0, 2.5, 1.5, 0.75
AFTER_NUMBER = 0.5  # "out of 36,400.3 The"
DOUBTFUL = 0.25  # weighs in an order, and is never cut

_ENDERS = ".!?…"
_NAMED = waiting(r"[/@_=\\#&~^<>|{}$£€§+*]|www\.|\d[A-Za-z]+\d*\Z(?<!s)(?<!st)(?<!nd)(?<!rd)(?<!th)")
_WORD = waiting(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\Z")
_PUNCTUATED = waiting(r"([^\W_]+%?)([\"”’'»)\]]*)([.,;:!?…]+)([\"”’'»)\]]*)\Z")
_CLOSED = waiting(r"(\S)([\"”’'»)\]]+)\Z")
_CALL = waiting(r"[\w.§]\([^()]{0,40}\)\Z|\w\[\d{0,6}\]\Z|^\[?\d+\]\Z|^\(?(?:[a-z]|\d{1,3}|[ivx]+)\)\Z")
_OPEN_CALL = waiting(r"\w[(\[][^)\]]*\Z|^[(\[][\d,;.–-]*\Z")
_MEASURED = waiting(  # what raised digits are the exponent of
    r"(?:(?:kilo|centi|milli|deci)?met(?:re|er)s?|miles?|yards?|f(?:ee|oo)t|inch(?:es)?|sin|cos|tan|log|exp|chi|eta)\Z",
    re.IGNORECASE,
)
_BLANK_LINE = waiting(r"\s*[\r\n]\s*[\r\n]")
_GROUPED = waiting(r"[(“\"‘'$£€¥]{0,3}\d{1,3}(?:,\d{3})+\.\Z")
_YEAR = waiting(r"1[0-9]\d\d|20\d\d")
_ABBREVIATED = frozenset(
    "n nn no nos p pp vol vols v vs ch chs c sec secs s art arts fig figs ed eds cf tab par para paras pt pts ver rev "
    "cl app appx ex op supp ser bk bks col cols l ll st div rep rept ref refs eq eqs nr num ca jan feb mar apr jun jul "
    "aug sep sept oct nov dec stat tit".split()
)
_NUMBERED_THINGS = frozenset(
    "page pages figure figures table tables section sections chapter chapters vol volume volumes art article articles "
    "part parts line lines step type level version versions release value rule no nos number numbers item items layer "
    "phase tier class group case option mark psalm note footnote appendix clause annex box grade".split()
)
_MOST_DOTS = 3  # more of them lead to a page number


class Glue(NamedTuple):
    """The surroundings of some digits.

    `token` are the characters before them back to white space, `word` the word before that, `rest` the few characters
    after them, and `heads` whether the token begins the line.
    """

    token: str
    word: str
    digits: str
    rest: str
    heads: bool

    @property
    def ends(self) -> bool:
        """Whether a sentence, or the paragraph, ends here."""
        if not self.rest.strip() or _BLANK_LINE.match(self.rest):
            return True
        if not self.rest[0].isspace():
            return self.rest[0] in "”’\"'»)]—–"
        first = self.rest.lstrip()[0]
        return first.isupper() or first.isdigit() or first in "“‘\"'«([—–-¶§•*"


def weigh(glue: Glue) -> float:
    """How like a note mark the digits look; 0 if they are something else."""
    token = glue.token
    if _GROUPED.match(token):
        return AFTER_NUMBER if glue.ends and not glue.heads and glue.rest[:1] not in (")", "]", '"') else 0.0
    if not token or _NAMED.search(token) or _OPEN_CALL.search(token):
        return 0.0
    if token[0] == "[" and glue.rest[:1] == "]":
        return 0.0  # a label: "[Doe93]"
    if token[-1].isalpha():
        return _after_letter(token)
    if token[-1] in "%‰°":
        return GOOD if token[-2:-1].isdigit() else 0.0
    punctuated = _PUNCTUATED.search(token)
    if punctuated:
        return _after_punctuation(glue, punctuated)
    closed = _CLOSED.search(token)
    return _after_closer(token, closed) if closed else 0.0


def _after_letter(token: str) -> float:
    found = _WORD.search(token)
    if found is None:
        return 0.0
    word, head = found[0], token[: found.start()]
    if head[-1:].isdigit():
        return FAIR if word in ("s", "st", "nd", "rd", "th") else 0.0
    if head[-1:] == ".":
        return 0.0  # "bar.loc1"
    stem = re.split(r"[’'-]", word)[-1] if "-" in word else word
    if len(stem) < 2:
        return 0.0
    odd = stem.isupper() or not (stem.islower() or stem.istitle()) or any(map(str.isdigit, head))
    if odd or len(stem) < 3 or stem.lower() in _NUMBERED_THINGS | _ABBREVIATED:
        return DOUBTFUL
    return FAIR


def _after_punctuation(glue: Glue, punctuated: re.Match[str]) -> float:
    word, inner, signs, outer = punctuated.groups()
    if len(signs) > _MOST_DOTS:
        return 0.0
    if word.rstrip("%").isdigit() and not inner:
        return _after_number(glue, word, signs, outer)
    if any(map(str.isdigit, word)) and not inner and not outer:
        return DOUBTFUL
    if signs == "." and not outer and not inner:
        return _after_full_stop(glue, word)
    if signs[-1] in _ENDERS:
        return STRONG if glue.ends else POOR
    if signs[-1] == ":":
        return POOR if not glue.rest[:1].strip() and len(word) > 2 else 0.0
    return GOOD if len(word) > 1 or inner else POOR


def _after_full_stop(glue: Glue, word: str) -> float:
    """Digits after a word and a full stop: the end of a sentence, an abbreviation, or a name."""
    if word.lower() in _ABBREVIATED:
        return 0.0
    if any(map(str.isupper, word[1:])):  # "ASN.1", "ifIndex.5"; but "in the USA.3 He"
        return FAIR if glue.ends and word.isupper() else DOUBTFUL
    if len(word) == 1:
        return DOUBTFUL
    if "." in glue.token[:-1]:  # "U.S.5", "e.g.3"
        return POOR if glue.ends else 0.0
    return STRONG if glue.ends else POOR


def _after_number(glue: Glue, word: str, signs: str, outer: str) -> float:
    """Digits after a number and punctuation: "in 1971.3 The", not "3.5", "1,200", "10:30", "Section 5.3"."""
    if glue.heads and glue.token.strip(".,:0123456789") == "":
        return 0.0
    if outer or word[-1] == "%":
        return GOOD
    year = len(word) == 4 and _YEAR.fullmatch(word) is not None
    if signs == ".":
        pages = glue.token[: -len(word) - 1].rstrip("-–")
        thing = glue.word.strip('("“,').lower() in _NUMBERED_THINGS
        if not glue.ends or (pages and not pages.isdigit()) or thing or glue.rest[:1] in (")", "]", '"'):
            return 0.0
        if glue.word[-1:] in ("§", "¶"):
            return DOUBTFUL  # "§ 303.1 The" may be section 303 with note 1, or section 303.1
        return 1.0 if year or pages else AFTER_NUMBER
    if signs == ",":
        return 0.0 if len(glue.digits) == 3 else (FAIR if year else POOR)
    return FAIR if signs[-1] in ";!?…" else 0.0


def _after_closer(token: str, closed: re.Match[str]) -> float:
    if _CALL.search(token):
        return 0.0
    if closed[2][-1] in ")]":
        return GOOD
    if closed[2] == "'" or closed[2] == "’":
        return FAIR if closed[1].isalpha() else POOR
    return STRONG if closed[1].isalnum() or closed[1] in ".,!?…;:%" else POOR


def after_year(digits: str, token: str, word: str) -> tuple[int, float]:
    """How many of the digits are a year ("2018|67"), or the last three of a grouped number ("1,200|12"), and how like
    a note mark the rest looks; 0 and 0 where they are neither."""
    token = token.lstrip("$€£¥(")
    if token and _NAMED.search(token):
        return 0, 0.0
    if re.search(r"(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,\Z", token):
        return 3, FAIR
    coded = len(word) > 1 and word.isupper() and not token  # "DC 20041", "NIC 18974"
    if coded or not _YEAR.match(digits) or (token and (token[-1].isalnum() or token[-1] in ".,:")):
        return 0, 0.0
    return 4, FAIR if digits >= "16" else POOR


def raised_weight(token: str) -> float:
    """How like a note mark raised digits look after these characters; 0 for exponents: "m²", "10³", "x²"."""
    if not token:
        return STRONG
    if token[-1].isdigit():
        year = re.search(r"(?<!\d)(\d{4})\Z", token)
        return STRONG if year and _YEAR.fullmatch(year[1]) else 0.0
    if token[-1].isalpha():
        word = _WORD.search(token)
        if not word or len(word[0]) < 3 or _MEASURED.match(word[0]):
            return 0.0
        return 0.0 if token[: word.start()][-1:].isdigit() else SURE
    return SURE if token[-1] not in "(-+=*/^" else 0.0
