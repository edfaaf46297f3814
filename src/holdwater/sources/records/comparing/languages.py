"""Which language a title is in, by its small words, its letters and the ends of its words."""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.patterns import waiting

_SMALL = {
    "en": "the of and in on for with to from by an at as is are towards toward its their between among how what why",
    "de": "der die das den dem des und von für fur zur zum im ein eine einer auf über uber aus bei mit nach als wie am",
    "fr": "le les la l des du et une dans sur aux au par pour un chez en de d",
    "es": "el los las y del una la en por para con un como de",
    "it": "il gli della delle dei del nel nella e di lo una sulla per le la dal",
    "pt": "o os as da das do dos em na no uma para e um de",
    "nl": "het een van voor op bij naar de en uit over",
    "sv": "och i av på pa för den det ett en som till om",
    "ru": "i v na o k s po iz dlia ot ob",
}
"""Words that are frequent in one language and rarer in the others; one word may stand in several."""
_WORDS = {code: frozenset(words.split()) for code, words in _SMALL.items()}
_SIGNS = {
    "de": waiting(r"[äöüß]|(?:ung|keit|heit|schaft|lich|isch)(?:en|e|er|es)?\b"),
    "fr": waiting(r"[çœêèàâ]|(?:eaux|euse|ique|iques|ées|ité)\b"),
    "es": waiting(r"[ñ¿¡]|(?:ción|ciones|dad|miento)\b"),
    "pt": waiting(r"[ãõ]|(?:ção|ções|dade)\b"),
    "it": waiting(r"(?:zione|zioni|mento|ità|ismo)\b"),
    "sv": waiting(r"[åø]"),
    "pl": waiting(r"[łąęśćżź]"),
    "cs": waiting(r"[řěů]"),
    "hu": waiting(r"[őű]"),
    "en": waiting(r"(?:ing|ness|tion|tions|ship|ings)\b"),
}
"""Letters and endings that are at home in one language; each found counts as a small word does."""


def language_of(text: str, words: Sequence[str]) -> str:
    """The language, as two letters, that most small words and signs of a title speak for; "" where none leads.

    `words` are the folded words of `text`.
    """
    text = text.lower()
    counts = {code: sum(word in small for word in words) for code, small in _WORDS.items()}
    for code, sign in _SIGNS.items():
        counts[code] = counts.get(code, 0) + len(sign.findall(text))
    (most, language), (next_most, _) = sorted(((count, code) for code, count in counts.items()), reverse=True)[:2]
    return language if most > next_most else ""
