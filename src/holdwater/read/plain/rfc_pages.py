"""The pages of RFCs: running feet and heads cut out, so that a sentence goes on across a page break."""

from __future__ import annotations

from collections.abc import Sequence, Set

from holdwater.match.furniture import furniture
from holdwater.patterns import waiting
from holdwater.read.plain.lines import Line
from holdwater.read.plain.pages import join_pages

_FOOT = waiting(r"(?:^|\s)\[Page:?\s+([\w.-]{1,12})\s?\]\Z|\A-\s?(\d{1,4})\s?-\Z|\APage\s+(\d{1,4})\Z")
_HEAD = waiting(r"(?:RFC|IEN|Internet[- ]Draft)\b.*\S(?: {2,}|\t)\S|.*\S {2,}RFC[ -:#]*\d{1,4}\b|RFC\s*\d{1,4}\s*\Z")
_COLUMNS = waiting(r"\S {3,}\S")
_FURTHEST_HEAD = 8  # lines from a foot to the next page's head


def cut_rfc_pages(raw: str, lines: Sequence[Line]) -> tuple[list[Line], list[tuple[int, str]]]:
    """Take the running heads and feet out of an RFC; it may have no form feeds.

    Returns:
        The lines that are left, a blank one standing for a page break unless a sentence runs across it; and the place
        in the file from which each printed page runs, with its label.
    """
    kept: list[Line] = []
    pages: list[tuple[int, str]] = []
    heads = {span.start for span in furniture(raw)}
    index = 0
    while index < len(lines):
        line = lines[index]
        label = _foot(line.text) or _bare_foot(raw, lines, index)
        if label is None and not _fed(raw, line):
            kept.append(line)
            index += 1
            continue
        following = _after_break(raw, lines, index + (label is not None), heads)
        if label is not None:
            pages = pages or [(0, label)]
            place = lines[following].left if following < len(lines) else len(raw)
            pages.append((place, str(int(label) + 1) if label.isdigit() else label))
        join_pages(kept, lines[following] if following < len(lines) else None, line.left)
        if following == index:  # the words themselves stand behind the form feed
            kept.append(line)
        index = max(following, index + 1)
    return kept, pages


def _foot(text: str) -> str | None:
    if not text or text[-1] not in "]-0123456789" or len(text) > 100:
        return None
    match = _FOOT.search(text)
    return match[match.lastindex or 0] if match else None


def _bare_foot(raw: str, lines: Sequence[Line], index: int) -> str | None:
    """A number alone on the last line before a form feed."""
    text = lines[index].text
    if not text.isdecimal() or len(text) > 4:
        return None
    following = next((line for line in lines[index + 1 : index + 3] if line.text or _fed(raw, line)), None)
    return text if following is not None and _fed(raw, following) else None


def _fed(raw: str, line: Line) -> bool:
    """Whether a form feed stands before a line's words."""
    return line.start > line.left and "\f" in raw[line.left : line.start]


def _after_break(raw: str, lines: Sequence[Line], index: int, heads: Set[int]) -> int:
    """The first line of the next page's words, after the blank lines and the running head."""
    limit = min(len(lines), index + _FURTHEST_HEAD)
    fed = False
    while index < limit:
        line = lines[index]
        fed = fed or _fed(raw, line)
        if line.text:
            break
        index += 1
    text = lines[index].text if index < len(lines) else ""
    if text and (_is_head(text, fed) or lines[index].start in heads):
        index += 1
    while index < len(lines) and not lines[index].text:
        index += 1
    return index


def _is_head(text: str, fed: bool) -> bool:
    return len(text) < 100 and bool(_HEAD.match(text) or (fed and _COLUMNS.search(text)))
