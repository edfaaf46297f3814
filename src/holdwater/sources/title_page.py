"""What is printed where a text begins whose file names its title: the lines there, and the date among them.

A file's fields say when somebody saved it and what he called it; the page says who wrote the work, and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from holdwater.document import Block, BlockKind, Document, Part
from holdwater.patterns import waiting
from holdwater.sources.heads import head_of, without_visits
from holdwater.sources.words import Words
from holdwater.sources.works import titles_of

MADE = frozenset({"pdf", "docx"})
"""Formats whose files are dated by their making, which may be years after the work came out."""

SCREEN = frozenset({"html", "xhtml"})
"""Formats whose pages have banners and menus around the text."""

_LINES = 8  # below a page's title on the screen; what is on offer there besides stands further down
_CHARACTERS = 4_000
_BLOCKS = 200  # among which the heading with the title is looked for
_NO_TITLE_PAGE = frozenset({BlockKind.FURNITURE, BlockKind.TABLE, BlockKind.CODE, BlockKind.NOTE, BlockKind.REFERENCE})
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?P<{}>1[4-9]\d\d|20\d\d)"
_DATE = waiting(
    r"(?i:(?:first |release |publication )?(?:published|issued|released|posted|dated|date)(?: on(?:line)?)?:?\s)?"
    r"(?:[A-ZÀ-Þ][\w.'’-]{1,30}(?:\s[A-ZÀ-Þ][\w.'’-]{1,30})?,\s)?"
    rf"(?i:(?:\w{{3,9}}day,?\s)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?)?{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s"
    rf"{_YEAR.format('named')}|{_YEAR.format('first')}-(?:0\d|1[0-2])(?:-[0-3]\d)?"
    rf"|(?:©|\(c\)|copyright)\s?(?:©\s?)?{_YEAR.format('owned')}(?:\s.{{1,80}})?|{_YEAR.format('alone')})\.?"
)
_ANY_YEAR = waiting(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_PARTED = waiting(r"\s[|·•–—-]\s|[;()]|\s{2,}")


def title_page(document: Document) -> list[str]:
    """The lines that a document begins with before its prose, without the banners and menus that a screen has first.

    Of a page for the screen they begin with the heading that bears its title; where there is none, there are no lines.
    """
    blocks: Iterator[Block] = iter(
        one
        for one in document.blocks[:_BLOCKS]
        if one.part in (Part.BODY, Part.FRONT) and one.kind not in _NO_TITLE_PAGE
    )
    if document.format in SCREEN:
        said = (value for name, value in document.metadata.items() if name.lower() == "title")
        titles = [title.words.texts for title in titles_of({"title": next(said, "")})]
        blocks = dropwhile(lambda one: not _bears(one, document.text, titles), blocks)
    words, length = [], 0
    for block in blocks:
        words.append(block.span.of(document.text))
        length += len(words[-1])
        if length > _CHARACTERS:
            break
    lines = [line for line in map(without_visits, head_of("\n\n".join(words))) if line]
    return lines[:_LINES] if document.format in SCREEN else lines


def _bears(block: Block, text: str, titles: Sequence[tuple[str, ...]]) -> bool:
    """Whether a block is a heading with one of these titles, cut short or with a subtitle."""
    words = Words.of(block.span.of(text)).texts if block.kind is BlockKind.HEADING else ()
    return bool(words) and any(
        title[: len(words)] == words or words[: len(title)] == title for title in titles if title
    )


def printed_year(lines: Sequence[str]) -> int | None:
    """The year of the one date that stands alone on a line, or between marks on one; None where several differ.

    When a text was received, changed or looked at is no such date, and neither is a year in a title.
    """
    pieces = (piece.strip(" ,") for line in lines for piece in _PARTED.split(without_visits(line)))
    found = {int(next(filter(None, match.groups()))) for piece in pieces if (match := _DATE.fullmatch(piece))}
    return found.pop() if len(found) == 1 else None


def sole_year(lines: Sequence[str], title: str) -> int | None:
    """The one year among lines, wherever on them it stands, the title's left out; None where there are several."""
    found = {int(year) for line in lines if line.casefold() != title.casefold() for year in _ANY_YEAR.findall(line)}
    return found.pop() if len(found) == 1 else None
