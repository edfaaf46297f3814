"""What a text of the law says of itself at its head: the number of a committee report, the sections of a code.

A committee report bears the Congress, the chamber and the number on its masthead. A code is printed with its title's
number at the head, and with each section's number where the section begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdwater.extract.law_documents import law_document_in, report_identifier
from holdwater.patterns import waiting

_CONGRESS = waiting(r"(?i)\b(\d{1,3})\s?(?:st|n?d|rd|th)\sCongress\b")
_CHAMBER = waiting(r"(?i)\b(house of representatives|senate)\b")
_NUMBERED = waiting(r"(?i)(?<![\d-])(\d{1,3})[-–](\d{1,4})(?![\d-])")
_KIND = waiting(r"(?i)\b(report|rept\.|document)(?!\w)")
_PART = waiting(r"(?i)\bpart\s(\d{1,2})\b")
_MASTHEAD = 8  # lines, and halves of lines, from the one with the Congress on
_BEHIND = waiting(r"\.?\s*(?:$|\(\d{4}\)|[-–—]\s*\S|\s[A-ZÀ-Þ])")
_TITLE = waiting(r"(?i)^title\s(\d{1,3})\b")
_NAMES = (
    (waiting(r"(?i)\bunited states code\b|\bU\.\s?S\.\s?C\b"), "U.S.C."),
    (waiting(r"(?i)\bcode of federal regulations\b|\bC\.\s?F\.\s?R\b"), "C.F.R."),
)
_SECTION = waiting(
    r"(?m)^[ \t]{0,12}(?:§{1,2}|Sec\.|SEC\.|Section)[ \t]?(\d{1,5}(?:[a-z]{1,2}(?:-\d{1,3}[a-z]?)?)?(?:\.\d{1,5})?)"
    r"(?:\.[ \t]{0,4}|[ \t]{1,4})(?=[A-Z\[“\"])"
)
_MOST = 400  # sections of one text


def law_identifiers(lines: Sequence[str], text: str) -> Iterator[str]:
    """The identifiers of the report or the sections that a text is; `lines` are its head's."""
    yield from _masthead(lines)
    for line in lines:
        yield from titled(line)
    yield from _sections(lines, text)


def titled(line: str) -> Iterator[str]:
    """The identifier of the report or section that a title or a line of a head gives as its own."""
    found = law_document_in(line)
    if found and _BEHIND.match(line, found.end):
        yield found.identifier


def _masthead(lines: Sequence[str]) -> Iterator[str]:
    at = next((index for index, line in enumerate(lines) if _CONGRESS.search(line)), None)
    if at is None:
        return
    rows = " ".join(lines[at : at + _MASTHEAD])
    congress, chamber, kind = _CONGRESS.search(rows), _CHAMBER.search(rows), _KIND.search(rows)
    numbers = {found[0] for found in _NUMBERED.finditer(rows) if congress and found[1] == congress[1]}
    if chamber and kind and len(numbers) == 1:
        number = numbers.pop().replace("–", "-")
        yield report_identifier(chamber[1], kind[1], number)
        if part := _PART.search(rows):
            yield report_identifier(chamber[1], kind[1], number, part[1])


def _sections(lines: Sequence[str], text: str) -> Iterator[str]:
    head = "\n".join(lines)
    names = [name for shape, name in _NAMES if shape.search(head)]
    titles = {found[1] for line in lines if (found := _TITLE.search(line))}
    if len(names) == len(titles) == 1:
        for count, found in enumerate(_SECTION.finditer(text)):
            if count >= _MOST:
                return
            yield f"code:{int(min(titles))} {names[0]} {found[1]}"
