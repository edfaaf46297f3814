"""A field as somebody wrote it, made into folded words: without markup, entities, LaTeX and diacritics.

Services deposit titles with HTML and MathML (Crossref's "face markup"), BibTeX brings LaTeX, and references are typed
from memory. What is left here is letters and digits, so that only words are compared.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from holdwater.patterns import waiting
from holdwater.sources.words import SMALL, fold

MAX_FIELD = 2_000
"""Characters of one field that are looked at; no title is longer, and a service's answer is not to be believed."""

_WHOLE = waiting(r"<((?:\w+:)?(?:annotation|tex-math))\b[^<>]{0,300}>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INLINE = (
    "i|b|em|strong|italic|bold|sub|sup|sc|scp|u|tt|small|inf|span|font|a|monospace|roman|underline|mi|mo|mn|ms|mtext|"
    "mrow|msub|msup|msubsup|mfrac|msqrt|mroot|mover|munder|munderover|mstyle|mspace|mpadded|mphantom|mfenced|semantics|"
    "mml:\\w+|xref|named-content|styled-content|ext-link"
)
_PARTING = "p|br|title|div|math|inline-formula|alternatives|jats:\\w+|sec|break|h\\d|li|ul"
_TAG = waiting(rf"</?(?:(?P<inline>{_INLINE})|{_PARTING})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_FORMULA = waiting(r"<(?:mml:)?math\b|\$[^$]{1,200}\$|<su[bp]>|\\\(", re.IGNORECASE)

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
    "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega",
}  # fmt: skip
GREEK_NAMES = frozenset(_GREEK.values())
"""How Greek letters are called in Latin ones."""
_MARKS = waiting("[\u0300-\u036f\ufe20-\ufe2f]")  # that go with no one letter: the ties of "i͡u"
_SIGNS = waiting("[™®©℠\u200b-\u200f\u00ad\u2060\ufeff\u02b9-\u02bb\u02bd-\u02bf]")
_LONE_GREEK = waiting(r"(?<![\u0370-\u03ff])[\u0391-\u03c9\u03d1\u03d5\u03f5](?![\u0370-\u03ff])")

_LETTER_COMMANDS = {
    "ss": "ss", "ae": "ae", "AE": "ae", "oe": "oe", "OE": "oe", "o": "o", "O": "o", "l": "l", "L": "l", "aa": "a",
    "AA": "A", "i": "i", "j": "j", "dh": "d", "th": "th",
}  # fmt: skip
_ACCENT = waiting(r"\\(?:[\"'`^~=.]|[uvHcdbkrt](?=[{ ]))\s?\{?\\?([A-Za-z])\}?")
_COMMAND = waiting(r"\\([A-Za-z]{1,30})\*?\s?")

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia i i ie g u".split(" "),
        strict=True,
    )
)
"""The Library of Congress's romanisation, without its ligatures and diacritics; the signs of hardness are dropped."""
_OTHER_SCRIPT = waiting(
    r"[\u0370-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)

_SPELT_OUT = waiting(r"(?<![aeiou])([aou])e")
_US = waiting(r"\bU\.\s?S\.(?:\s?A\b\.?)?|\bUSA?\b")
_UK = waiting(r"\bU\.\s?K\.|\bUK\b")
_WORD = waiting(r"[^\W_]+(?:['’ʼ][^\W_]+)*")


def text_of(csl: Mapping[str, object], field: str) -> str:
    """A field of CSL-JSON as text in one line; the first of a list, "" for anything that is no text or number."""
    value = csl.get(field)
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value)[:MAX_FIELD].split())


def has_formula(text: str) -> bool:
    """Whether `text` holds a formula in a markup of its own: it is then written anew by everybody who types it."""
    return bool(_FORMULA.search(text)) or bool(_LONE_GREEK.search(text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` without entities, tags and LaTeX, compatibility characters resolved; punctuation and case are kept."""
    text = _SIGNS.sub("", html.unescape(html.unescape(text[:MAX_FIELD])))
    text = _WHOLE.sub(" ", text)
    text = _TAG.sub(lambda found: "" if found["inline"] else " ", text)
    if "\\" in text or "$" in text or "{" in text:
        text = _without_latex(text)
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    text = _LONE_GREEK.sub(lambda found: f" {_GREEK.get(found[0].lower(), found[0])} ", text)
    return " ".join(text.split())


def _without_latex(text: str) -> str:
    text = _ACCENT.sub(r"\1", text)
    text = _COMMAND.sub(_command, text)
    return re.sub(r"\\([&%#_$])", r"\1", text).replace("~", " ").translate({ord(mark): None for mark in "{}$\\"})


def _command(found: re.Match[str]) -> str:
    name = found[1]
    if name in _LETTER_COMMANDS:
        return _LETTER_COMMANDS[name]
    return f" {name} " if name.lower() in GREEK_NAMES else " "


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`, markup already taken out or not; "&" and "+" count as "and"."""
    cleaned = re.sub(r"\s[&+]\s", " and ", plain(text)).replace("%", " percent ").replace("°", " degree ")
    return tuple(
        word for found in _WORD.finditer(cleaned) if (word := fold(found[0].replace("’", "'").replace("ʼ", "'")))
    )


def telling_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` without articles, prepositions and "and"; all of them if there are no others. A lone I is a numeral."""
    return tuple(word for word in words if word not in SMALL or word == "i") or words


def squeezed(words: tuple[str, ...]) -> str:
    """`words` run together: "data base" and "database", "of CO2" and "ofCO2" are the same letters."""
    return "".join(words)


def without_umlauts(word: str) -> str:
    """A folded word as it is without umlauts spelt out: "mueller" gives muller, "bauer" itself."""
    return _SPELT_OUT.sub(r"\1", word).replace("aa", "a")


def with_countries(text: str) -> str:
    """`text` with "U.S." and "UK" written out."""
    text = _US.sub("United States ", text)
    return _UK.sub("United Kingdom ", text)


def romanised(text: str) -> str:
    """`text` with Cyrillic letters in Latin ones."""
    if not any("\u0400" <= char <= "\u04ff" for char in text):
        return text
    return "".join(_roman(char) for char in text)


def _roman(char: str) -> str:
    latin = _CYRILLIC.get(char.lower(), char)
    return latin.capitalize() if char.isupper() else latin


def in_other_script(one: str, other: str) -> bool:
    """Whether one of two texts is written mostly in a script other than Latin, and the other is not."""
    return _is_foreign(one) is not _is_foreign(other)


def _is_foreign(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 2 * len(_OTHER_SCRIPT.findall(text)) > len(letters)
