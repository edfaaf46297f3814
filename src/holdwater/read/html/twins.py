"""What only repeats a note: the list at the end of a page whose notes also stand beside the text or open on a click."""

from __future__ import annotations

from itertools import islice

from holdwater.patterns import waiting
from holdwater.read.html.index import Index
from holdwater.read.html.tree import BLOCKS, Element, words_of

_LEAD = waiting(r"[\s\[\](){}.:↑^*]*(?:\d{1,3}(?!\w)[\s\[\](){}.:↑]*)?")
_TAIL = waiting(r"[\s\[\](){}↩↑⤴↵\ufe0e\ufe0f^]*$")
_MIN_WORDS = 12
_LEVELS = 6  # how many elements up the entry is looked for that a repeated note stands in
_LENGTH = 300  # how many characters have to be the same


class Twins:
    """The blocks of a page by their words, for finding those that repeat a note."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._blocks: dict[str, list[Element]] | None = None

    def of(self, note: Element) -> list[Element]:
        """The list items, paragraphs or rows elsewhere in the page that say nothing but what `note` says.

        They are given once: to the first note that asks for these words.
        """
        words = _bare(note)
        if len(words) < _MIN_WORDS:
            return []
        if self._blocks is None:
            self._blocks = {}
            for block in self._index.items:
                bare = _bare(block)
                if len(bare) >= _MIN_WORDS:
                    self._blocks.setdefault(bare, []).append(block)
        around = [one for one in self._blocks.pop(words, []) if not one.holds(note) and not note.holds(one)]
        return [_whole_entry(one, words) for one in around if self._index.among_notes(one)]


def _bare(element: Element) -> str:
    words = words_of(element, _LENGTH)
    lead = _LEAD.match(words)
    return _TAIL.sub("", words[lead.end() if lead else 0 :])[:_LENGTH]


def _whole_entry(block: Element, words: str) -> Element:
    """The outermost block that shows nothing but these words: the row or item that a repeated note stands in."""
    one = block
    for holder in islice(block.ancestors(), _LEVELS):
        if holder.tag not in BLOCKS or holder.tag == "body" or _bare(holder) != words:
            break
        one = holder
    return one
