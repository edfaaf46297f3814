"""Who is said to have said it: the name at the reporting verb before or after a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.extract.lexicon import NAME, VERB, is_name
from holdwater.patterns import waiting

_WINDOW = 260
_ADVERBS = r"(?:\s(?:also|then|further|later|once|still|now|famously|himself|herself|has|had|have|\w{2,12}ly)){0,3}"
_ASIDE = r"(?:,[^,.;:!?“\"]{2,90},|\s\([^()]{1,60}\)|\s\[[^\[\]]{1,60}\])?"
_NAMED_VERB = waiting(
    rf"(?<![\w’'])(?P<name>{NAME}){_ASIDE}{_ADVERBS}\s"
    rf"(?:{VERB}|put (?:it|this)|puts (?:it|this)|goes on|went on)\b"
)
_PRONOUN_VERB = waiting(rf"\b(?:[Hh]e|[Ss]he){_ADVERBS}\s(?:{VERB}|put (?:it|this)|puts (?:it|this)|goes on|went on)\b")
_CREDIT = waiting(
    rf"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s quoted by|[Tt]o quote|[Qq]uoting|[Ww]ords of|[Bb]y)"
    rf"\s(?:the\s)?(?P<name>{NAME})"
)
_POSSESSIVE = waiting(
    rf"\b(?:[Ii]n\s)?(?P<name>{NAME})[’']s\s(?:own\s)?(?:words|view|phrase|account|formulation|statement|remark|comment)\b"
)
_LABEL = waiting(rf"(?:^|[.!?]\s|\n)\s*(?P<name>{NAME})\s?:\s?$")
_AFTER = waiting(
    rf"[,.!?”\"’»\s]{{0,4}}(?:—\s?)?(?:(?P<inverted>{VERB})\s(?:the\s)?(?P<second>{NAME})|(?P<first>{NAME}){_ADVERBS}\s(?:{VERB})\b)"
)
_PRONOUN_AFTER = waiting(rf"[,.!?”\"’»\s]{{0,4}}(?:(?:[Hh]e|[Ss]he){_ADVERBS}\s{VERB}|{VERB}\s(?:he|she))\b")
_AGENCY = waiting(r"(?:RFCs?|Section|Chapter|Id|Ibid|Figure|Table)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """What the words around a quotation say of its speaker: a name, or a pronoun that stands for the last one."""

    name: str = ""
    pronoun: bool = False
    reported: bool = False


def said_before(text: str, start: int, end: int) -> Said:
    """Read the words of the sentence that leads up to a quotation, `text[start:end]`."""
    before = text[max(start, end - _WINDOW) : end]
    best: tuple[int, str] = (-1, "")
    for pattern in (_NAMED_VERB, _CREDIT, _POSSESSIVE, _LABEL):
        for match in pattern.finditer(before):
            name = _clean(match["name"])
            if name and match.end() > best[0]:
                best = (match.end(), name)
    pronouns = [match.end() for match in _PRONOUN_VERB.finditer(before)]
    if pronouns and pronouns[-1] > best[0]:
        return Said(pronoun=True, reported=True)
    return Said(best[1], reported=bool(best[1]) or bool(re.search(rf"\b{VERB}\b[^.;]{{0,60}}$", before)))


def said_after(text: str, end: int, limit: int) -> Said:
    """Read the words that follow a quotation: ", wrote Jane Doe", " he said"."""
    after = text[end : min(limit, end + 120)]
    match = _AFTER.match(after)
    if match:
        name = _clean(match["second"] or match["first"])
        if name:
            return Said(name, reported=True)
    if _PRONOUN_AFTER.match(after):
        return Said(pronoun=True, reported=True)
    return Said(
        reported=bool(re.match(rf"[,\s]{{0,3}}(?:[\w’']{{1,20}}\s){{0,2}}{VERB}\b", after)) and after[:1] != "."
    )


def attributed(text: str, line: Span) -> str:
    """The name in an attribution line: "— Jane Doe, The Water Works, p. 3"."""
    match = re.search(NAME, text[line.start : line.end])
    return _clean(match[0]) if match else ""


def _clean(name: str) -> str:
    name = re.sub(r"[’']s?$", "", " ".join(name.split())).rstrip(".,")
    words = name.split()
    while words and not is_name(words[0]):
        words = words[1:]
    name = " ".join(words)
    return "" if not name or _AGENCY.match(name) else name
