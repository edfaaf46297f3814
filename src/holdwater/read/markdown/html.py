"""HTML within Markdown's running text: tags are stripped, a few of them become marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from holdwater.document import MarkKind
from holdwater.patterns import waiting
from holdwater.read.plain.glue import raised_weight

_KINDS: Mapping[str, MarkKind] = {
    "q": MarkKind.QUOTE,
    "cite": MarkKind.TITLE,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
}

_NUMBER = waiting(r"\[?\[?(\d{1,3}|[*†‡§])\]?(?:\(#[^()\s]{1,200}\))?\]?")
BEFORE_NOTE = frozenset(".,;:!?\"'”’»)]")
_SPANS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))


@dataclass(frozen=True, slots=True)
class Opened:
    """A start tag that waits for its end tag; `pieces` is how many pieces stood before it."""

    name: str
    kind: MarkKind | None
    start: int
    end: int
    pieces: int


class InlineTags:
    """The tags and comments of one block's content."""

    def __init__(self, text: str, before: InlineTags | None = None) -> None:
        """`before` are the tags of the same content further up, which are no longer open."""
        self._text = text
        self._opened: dict[str, list[Opened]] = {}
        # what has no end further on, so that it is looked for once only
        self._unclosed: set[str] = before._unclosed if before else set()

    def comment(self, at: int) -> tuple[str, int] | None:
        """The words of the comment that begins at `at` ("" for a declaration, an instruction or CDATA), and its end."""
        for start, close in _SPANS:
            if not self._text.startswith(start, at) or start in self._unclosed:
                continue
            if start == "<!" and not self._text[at + 2 : at + 3].isalpha():
                continue
            end = self._text.find(close, at + len(start))
            if end < 0:
                self._unclosed.add(start)
                return None
            words = self._text[at + len(start) : end].strip() if start == "<!--" else ""
            return words, end + len(close)
        return None

    def tag(self, at: int, end: int, name: str, pieces: int) -> Opened | None:
        """Take note of the tag from `at` to `end`; for an end tag, the start tag that it closes."""
        if name not in _KINDS and name not in ("sup", "ref"):
            return None
        if not self._text.startswith("</", at):
            self._opened.setdefault(name, []).append(Opened(name, _KINDS.get(name), at, end, pieces))
            return None
        waiting = self._opened.get(name)
        return waiting.pop() if waiting else None

    def note_mark(self, opened: Opened, end: int, *, numbered: bool = False) -> str | None:
        """The label, if what a `<sup>` holds up to `end` is a note mark and no exponent or ordinal.

        It is one where it is a link to a place in the file, or a number (or asterisk) after a sentence's punctuation;
        in a file whose notes are `numbered`, a number after a word as well.
        """
        if end - opened.end > 240:
            return None
        found = _NUMBER.fullmatch(self._text[opened.end : end].strip())
        if not found:
            return None
        before = self._text[opened.start - 1 : opened.start]
        linked = "(#" in found[0]
        return found[1] if linked or before in BEFORE_NOTE or (numbered and self._behind_word(opened.start)) else None

    def _behind_word(self, at: int) -> bool:
        """Whether a word stands before `at` that raised digits are no exponent of."""
        words = self._text[max(0, at - 40) : at].rsplit(None, 1)
        return bool(words) and not self._text[at - 1].isspace() and raised_weight(words[-1].rstrip("*_~")) > 0
