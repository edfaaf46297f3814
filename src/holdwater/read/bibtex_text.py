"""What a value of a `.bib` file says: LaTeX's accents, signs and commands as plain words."""

from __future__ import annotations

import re
import unicodedata

from holdwater.patterns import waiting

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""The combining sign of each accent command."""
LETTERS = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
"""Letters that have a command of their own."""
_PRINTED = LETTERS | {
    "i": "i", "j": "j", "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textless": "<", "textgreater": ">", "textbar": "|", "textbraceleft": "{", "textbraceright": "}",
    "textunderscore": "_", "textdollar": "$", "textquotedbl": '"', "textquotesingle": "'", "textasciigrave": "`",
    "guillemotleft": "«", "guillemotright": "»", "textexclamdown": "¡", "textquestiondown": "¿", "S": "§",
    "textsection": "§", "copyright": "©", "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€",
    "textdegree": "°", "texttimes": "×",
}  # fmt: skip
_TOKEN = waiting(
    r"""\\(?P<sign>[`'^~=".])\s{0,9}\{?\s{0,9}(?P<under>\\[ij](?![A-Za-z])|[^\W\d_])"""
    r"""|\\(?P<letter>[uvHtcdbkr])(?:\s{1,9}|\s{0,9}\{\s{0,9})(?P<below>\\[ij](?![A-Za-z])|[^\W\d_])"""
    r"|\\(?P<command>[A-Za-z]{1,20})\*?(?:\s+|(?=[^A-Za-z])|$)"
    r"|\\(?P<escaped>[&%$#_{}\s-])"
    r"|(?P<other>---?|``|''|[{}$~\\])"
)
_OTHERS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}

MARKUP = {
    "textit": ("<i>", "</i>"),
    "emph": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
}
"""The tags that CSL-JSON writes (CSL 1.0.2's input data, "HTML-like formatting") for a command's argument."""
_PLACES = {place: chr(0xFDD0 + number) for number, place in enumerate(dict.fromkeys(sum(MARKUP.values(), ())))}
_PLACE = waiting("[\ufdd0-\ufdef]")
"""Noncharacters (Unicode 23.7): they stand for tags while commands are taken away, and are text of nobody's."""
_BRACE = waiting(rf"\\(?P<command>{'|'.join(MARKUP)})\s{{0,9}}\{{|\\.|[{{}}]", re.DOTALL)


def plain(latex: str) -> str:
    """A field's value without braces, with its accents as letters and its commands' words kept."""
    return unicodedata.normalize("NFC", " ".join(_TOKEN.sub(_printed, latex).split()))


def marked(latex: str) -> str:
    """Like `plain`, with italics, bold, small capitals and raised and lowered words in the tags of CSL-JSON."""
    text = plain(_with_places(_PLACE.sub("", latex)))
    tags = {place: tag for tag, place in _PLACES.items()}
    return _PLACE.sub(lambda found: tags.get(found[0], ""), text)


def _with_places(latex: str) -> str:
    r"""The same with a noncharacter where the braces of `\textit{…}` and its kin open and close."""
    pieces: list[str] = []
    waiting: list[str] = []
    end = 0
    for found in _BRACE.finditer(latex):
        pieces.append(latex[end : found.start()])
        end = found.end()
        if found["command"]:
            opening, closing = MARKUP[found["command"]]
            waiting.append(_PLACES[closing])
            pieces.append(_PLACES[opening])
        else:
            if found[0] == "{":
                waiting.append("")
            mark = waiting.pop() if found[0] == "}" and waiting else ""
            pieces.append(mark or found[0])
    return "".join([*pieces, latex[end:], *reversed(waiting)])


def _printed(found: re.Match[str]) -> str:
    sign = found["sign"] or found["letter"]
    if sign:
        return (found["under"] or found["below"]).removeprefix("\\") + ACCENTS.get(sign, "")
    if found["command"]:
        return _PRINTED.get(found["command"], "")
    return found["escaped"] or _OTHERS.get(found["other"] or "", "")


def verbatim(value: str) -> str:
    r"""DOIs and addresses are not typeset: only `\url{…}` and escapes are taken away."""
    inner = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value).strip().strip("{}")
    return re.sub(r"\\([&%$#_~{}-])", r"\1", inner)
