"""Lists of works that no heading names: told by their entries' looks and by the numbers that the text cites."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from holdwater.extract.shapes import looks_like_work
from holdwater.patterns import waiting

_ADDRESS = waiting(r"https?://[^\s.]|\bwww\.\w|\bdoi:\s?10\.|\b10\.\d{4,9}/\S")
_DATED = waiting(r"\b(?:1[5-9]|20)\d\d\b")
_PARTED = waiting(r"\S[,.:;(–—-]\s?\S")
_PROSE = waiting(
    r"(?:[^\s.!?]+\s+){30}|[a-zß-ÿ]{2}[.!?]\s+(?:He|She|It|They|We|I|You|This|That|These|There|The)\s+[a-z]"
)
_CITED = waiting(r"(?<!\\)\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9})\](?![(:])")
_NUMBER = waiting(r"\d+")
_LEAST_CITED = 0.5  # of the entries
_SHORTEST = 8
_LONGEST = 1000  # characters of an entry that are looked at
_LOOK_BACK = 80


def is_list_of_works(numbers: Sequence[int], entries: Sequence[str], cited: Collection[int]) -> bool:
    """Whether numbered lines are the list of what a text cites in brackets.

    Args:
        numbers: the numbers of the entries, in their order.
        entries: their words, without the numbers.
        cited: the numbers that stand in brackets in the text above.

    Returns:
        True if the numbers count up from 1, most of the entries look like works or give addresses, and the text cites
        half of them and nothing that the list has not.
    """
    if list(numbers) != list(range(1, len(numbers) + 1)) or not cited:
        return False
    if not set(cited) <= set(numbers) or len(set(cited)) < _LEAST_CITED * len(numbers):
        return False
    return 2 * sum(map(is_work, entries)) > len(entries)


def is_work(entry: str) -> bool:
    """Whether the words of an entry look like a work's description, or give an address."""
    words = " ".join(entry[:_LONGEST].split())
    if len(words) < _SHORTEST:
        return False
    if _ADDRESS.search(words) or looks_like_work(words):
        return True
    return words[:1].isupper() and bool(_DATED.search(words) and _PARTED.search(words)) and not _PROSE.search(words)


def cited_in(text: str) -> set[int]:
    """The numbers that stand in brackets in running text; a line's own number is none."""
    found: set[int] = set()
    for match in _CITED.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition("\n")[2]
        if before.strip(" \t>"):
            found.update(map(int, _NUMBER.findall(match[1])))
    return found
