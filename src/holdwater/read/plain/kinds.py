"""What a few lines of plain text are by their looks: a heading, a list's item, a drawing, a table or code."""

from __future__ import annotations

import re

from holdwater.patterns import waiting
from holdwater.read.plain.lines import Line

_BULLET = waiting(r"(?:[-*•◦▪‣·+–]|o(?=  ?[A-Z\"(]|  ))[ \t]+\S")
_NUMBERED = waiting(r"(?:\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,4})\)|[a-z]\))[ \t]+\S")
_NUMBERED_HEADING = waiting(
    r"(?:(?:chapter|part|section|appendix|book|annex|canto|act|scene)\s+[\w.]{1,12}\b|(\d{1,2}(?:\.\d{1,2}){1,5})\.?\s+\S"
    r"|\d{1,2}\.\s+\S|[IVXLC]{1,7}\.?(?:\s+[A-Z“\"]|$)|[A-Z]\.(?:\d{1,2}\.?){0,4}\s+\S)",
    re.IGNORECASE,
)
_ROMAN_OR_WORD = waiting(r"(?:[IVXLC]{1,7}|[A-Z])\.?$")
_CAPTION = waiting(r"(?:Table|Figure|Fig\.|Plate)\s+[\w.-]{1,8}\s*[.:–-]\s*\S")
_GAP = waiting(r"\S(?: {4,}|\t+)\S")
_SMALL_GAP = waiting(r"\S {3}\S")
_RULE = waiting(r"([-=_*~+|/\\#^])\1{3,}|\+-[-+]|\|\s[^|]{0,80}\||^\||-->|<--|^\d(?: +\d){3,}$")
_CODE = waiting(
    r"::=|:=|[{}]$|^[{}]|[)}\]\"];$|=[^;]{0,100};$|^[\w-]+\s+=/?\s|^\"[\w.-]{1,60}\"\s*:\s|^[\w.-]{1,60}\s*:\s*[{\[]$"
    r"|^</?(?!https?:|mailto:)\w[^>]{0,200}>|/>$|^(?:#include|#define|/\*|\*/|//|[$%] [a-z./])|^[-\w.]+\(\)"
    r"|\w\(\w{0,40}\);$"
)
_RULE_LINE = waiting(r"[-=_*~•·—–#][-=_*~•·—–# ]+\Z")
_TURN = waiting(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,38}(?:\([^()]{1,40}\))?:\s+\S")
_STOPS = frozenset('.,;:!?”"»)]’')  # before glued digits: the words end a sentence, with its note mark
# What no drawing, table or code is without: most lines of prose are let go at this.
_SIGN = waiting(r"[{}|=;<>#$%\t\\^~/]| {3}|\(\)|--|__|\*\*|\+[-+]|\":|\d \d|:\s*\[$")
_CLOSERS = "\"'”’)]»*_"
_LONGEST_HEADING = 90
_LONGEST_DRAWN = 160


def is_item(text: str) -> bool:
    """Whether a line begins a list's item: a bullet, "1.", "2)", "(a)"."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def is_numbered_item(text: str) -> bool:
    """Whether a line begins with a number or a letter as a list's item does."""
    return bool(_NUMBERED.match(text))


def is_rule(text: str) -> bool:
    """Whether a line is nothing but signs drawn to part the text ("* * *", "-----")."""
    return len(text) > 2 and not text[0].isalnum() and _RULE_LINE.match(text) is not None


def is_turn(text: str) -> bool:
    """Whether a line begins what a speaker of a transcript says: "THE CHAIR: …"."""
    return _TURN.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line names a table or a figure."""
    return bool(_CAPTION.match(text)) and len(text) < _LONGEST_DRAWN


def heading_level(text: str) -> int:
    """The depth of a heading that stands alone on its line or lines; 0 where the words are no heading."""
    if len(text) > _LONGEST_HEADING or not text or _BULLET.match(text):
        return 0
    numbered = _NUMBERED_HEADING.match(text)
    shouted = text.isupper() and len(text) > 1
    if text[-1] in ".,;:" and not (shouted or _ROMAN_OR_WORD.match(text)):
        return 0
    if text[-1].isdigit() and text.rstrip("0123456789")[-1:] in _STOPS:
        return 0
    if text[0] in '"“‘«(<[' or (text[-1] in '"”»>)' and not numbered):
        return 0
    if not (text[0].isupper() or text[0].isdigit()) or len(text.split()) > 14 or is_drawn(text):
        return 0
    if (text[0].isdigit() and not numbered) or not any(map(str.isalpha, text)):
        return 0
    return numbered[1].count(".") + 1 if numbered and numbered[1] else 1


def is_sure_heading(text: str) -> bool:
    """Whether a heading shows it by more than its shortness: a number, "Chapter", or capitals throughout."""
    return heading_level(text) > 0 and (bool(_NUMBERED_HEADING.match(text)) or text.isupper())


def is_drawn(text: str) -> bool:
    """Whether one line looks like part of a drawing, a table or code."""
    if len(text) > _LONGEST_DRAWN or not _SIGN.search(text):
        return False
    if _RULE.search(text) or _CODE.search(text) or _GAP.search(text):
        return True
    gaps = _SMALL_GAP.findall(text)
    return len(gaps) > 1


def all_drawn(lines: list[Line]) -> bool:
    """Whether more than half of these lines look drawn."""
    may_not = (len(lines) + 1) // 2  # so many lines that are not drawn say no
    for line in lines:
        may_not -= not is_drawn(line.text)
        if not may_not:
            return False
    return True


def is_table(lines: list[Line]) -> bool:
    """Whether drawn lines are rows of a table: cells between bars or tabs."""
    rows = sum(line.text.count("|") > 1 or "\t" in line.text for line in lines)
    return 2 * rows > len(lines)


def ends_sentence(text: str) -> bool:
    """Whether the words end as a sentence does, note marks and closing marks apart."""
    bare = text[-16:].rstrip("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰").rstrip(_CLOSERS)
    return bare.endswith((".", "!", "?", "…", ":"))


def begins_sentence(text: str) -> bool:
    """Whether the words begin as a sentence or a paragraph does."""
    bare = text[:4].lstrip("\"'“‘«([_*")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit())
