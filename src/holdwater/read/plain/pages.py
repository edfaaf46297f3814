"""Pages of plain text, parted by form feeds or running heads: these and feet cut out, so that a sentence runs on."""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.read.plain.kinds import begins_sentence, ends_sentence, is_drawn, is_item
from holdwater.read.plain.lines import Line
from holdwater.read.plain.page_numbers import number_pages, pages_of


def cut_pages(raw: str, lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Take the running heads and feet out of a text with pages.

    Returns:
        The lines that are left, a blank one standing for a page break unless a sentence runs across it; and the place
        in the file from which each printed page runs, with its label ("" where the page has none), if the pages are
        numbered.
    """
    page_of = pages_of(raw, lines)
    if not any(page_of):
        return list(lines), []
    numbering = number_pages(lines, page_of)
    kept: list[Line] = []
    starts: list[tuple[int, str]] = []
    page = -1
    for at, line in enumerate(lines):
        if at in numbering.cut:
            continue
        if line.text and page_of[at] > page:
            if page >= 0:
                join_pages(kept, line, line.left)
            page = page_of[at]
            if starts or page in numbering.labels:
                starts.append((line.left, numbering.labels.get(page, "")))
        kept.append(line)
    return kept, starts


def join_pages(kept: list[Line], following: Line | None, at: int) -> None:
    """Drop the blank lines before a page break, and leave one at `at` where no sentence runs across it."""
    while kept and not kept[-1].text:
        kept.pop()
    if following is None or not kept or not _runs_on(kept[-1], following):
        kept.append(Line("", at, at, at, 0, 0))


def _runs_on(last: Line, following: Line) -> bool:
    if is_item(following.text) or is_drawn(last.text) or is_drawn(following.text) or following.text[0] == "[":
        return False
    if abs(following.indent - last.indent) > 1:
        return False
    if following.text[0].islower():
        return True
    return (
        not (ends_sentence(last.text) and begins_sentence(following.text)) and len(last.text) > len(following.text) / 2
    )
