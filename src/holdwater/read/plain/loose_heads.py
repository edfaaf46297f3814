"""Running heads in a text that lost its form feeds: pasted, or put together from scanned pages.

    92      WATER OVER STONE            THE EMBANKMENT      93            94      WATER OVER STONE

They are lines by themselves whose numbers go on counting, and whose words come again; a table of contents has nothing
between its lines, and a list of figures no second line of the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdwater.patterns import waiting
from holdwater.read.plain.lines import Line

_LEAST = 3
_STEP = 2
"""How much the number may rise from one head to the next: a page may have lost its own."""
_BETWEEN = 80
"""Characters of text from one head to the next, on the average; a printed page has far more, an excerpt may not."""
_LONGEST = 100
_WORDS = 7
_APART = r"(?:\s*\|\s*|\t|\s{2,})"
_HEAD = waiting(
    rf"(?P<first>\d{{1,4}}){_APART}(?P<behind>\D\S*(?:\s\S+)*)|(?P<before>\S+(?:\s\S+)*){_APART}(?P<last>\d{{1,4}})"
)
_STOPS = (".", ",", ";", ":", "?", "!")


class _Head(NamedTuple):
    at: int
    number: int
    words: str


def loose_heads(lines: Sequence[Line]) -> list[int]:
    """Which lines are running heads that begin a page; none where it is not sure that they are."""
    run: list[_Head] = []
    for head in _candidates(lines):
        if run and not 0 < head.number - run[-1].number <= _STEP:
            if _are_heads(run, lines):
                break
            run = []
        run.append(head)
    return [head.at for head in run] if _are_heads(run, lines) else []


def _candidates(lines: Sequence[Line]) -> Iterator[_Head]:
    """The lines by themselves that end in a number, or begin with one, set apart from a few words; or are a number."""
    for at, line in enumerate(lines):
        alone = len(line.text) <= _LONGEST and not (at and lines[at - 1].text) and not _text_at(lines, at + 1)
        if not alone:
            continue
        if line.text.isdecimal() and len(line.text) <= 4:
            yield _Head(at, int(line.text), "")
        found = _HEAD.fullmatch(line.text) if line.text else None
        words = (found["behind"] or found["before"]) if found else ""
        if found and words.count(" ") < _WORDS and not words.endswith(_STOPS):
            yield _Head(at, int(found["first"] or found["last"]), " ".join(words.split()).lower())


def _text_at(lines: Sequence[Line], at: int) -> str:
    return lines[at].text if at < len(lines) else ""


def _are_heads(run: Sequence[_Head], lines: Sequence[Line]) -> bool:
    """Whether lines that go on counting are heads: some words come again, and there is text between them."""
    often = Counter(head.words for head in run if head.words)
    worded = sum(often.values())
    if worded < _LEAST or max(often.values()) < 2 or 2 * len(often) > worded + 2:
        return False
    between = lines[run[-1].at].start - lines[run[0].at].end
    return between >= _BETWEEN * (len(run) - 1)
