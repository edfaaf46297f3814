"""LaTeX's own brackets: which brace closes which, and where a command's arguments are. Every look is linear."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from holdwater.patterns import waiting

VERBATIM = frozenset(
    "verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim lstlisting minted alltt comment filecontents"
    " filecontents*".split()
)
"""Environments whose content is not LaTeX."""

_BRACKET = waiting(
    r"\\begin[ \t]{0,9}\{([A-Za-z]{1,20}\*?)\}|\\(?:verb|lstinline)\*?([^A-Za-z\s*{\[\\])"
    r"|\\(?:url|nolinkurl|path|href)[ \t]{0,9}(\{)[^{}\n]*(\})|\\.|%[^\n]*|[{}\[\]]|\n[ \t]*\n",
    re.S,
)
_BLANKS = waiting(r"(?:[ \t]+|\n(?![ \t]*\n)|%[^\n]*\n)*")
_AFTER_WORD = waiting(r"[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?")
_TOKEN = waiting(r"\\(?:[A-Za-z@]+|.)|[^\s{}%\\]", re.S)
_ROUND = waiting(r"\([^()\n]{0,300}\)")
_PARAGRAPH_END = waiting(r"\n[ \t]*\n")
_MAX_OPTIONAL = 10_000
_MAX_UNCLOSED = 4000
"""How far an argument reaches whose brace is never closed, if its paragraph does not end before."""


class Argument(NamedTuple):
    """An argument's content, from `start` to `end`, and where the text goes on `after` it."""

    start: int
    end: int
    after: int

    @property
    def braced(self) -> bool:
        """Whether it stood in braces; otherwise it is one character or one command."""
        return self.after > self.end


class Tex:
    """A text in LaTeX."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._absent: dict[str, int] = {}

    @property
    def partners(self) -> dict[int, int]:
        """Where the brace at each offset has its partner; braces without one are not in it."""
        return self._matched[0]

    @cached_property
    def _matched(self) -> tuple[dict[int, int], dict[int, int]]:
        """The partner of each brace, and for each `[` the `]` that closes it as an optional argument."""
        pairs: dict[int, int] = {}
        squares: dict[int, int] = {}
        opened: list[int] = []
        waiting: list[list[int]] = [[]]
        at = 0
        while found := _BRACKET.search(self.text, at):
            start, at = found.start(), found.end()
            match found[0]:
                case "{":
                    opened.append(start)
                    waiting.append([])
                case "}" if opened:
                    partner = opened.pop()
                    waiting.pop()
                    pairs[partner], pairs[start] = start, partner
                case "[":
                    waiting[-1].append(start)
                case "]":
                    squares |= dict.fromkeys(waiting[-1], start)
                    waiting[-1].clear()
                case _:
                    at = self._beyond(found, pairs, waiting[-1])
        return pairs, squares

    def _beyond(self, found: re.Match[str], pairs: dict[int, int], waiting: list[int]) -> int:
        """Where the text goes on after what is no bracket: an address, code, the end of a paragraph."""
        at = found.end()
        if found[3]:
            pairs[found.start(3)], pairs[found.start(4)] = found.start(4), found.start(3)
        elif found[1] in VERBATIM:
            return max(found.start() + len("\\begin"), self.find(f"\\end{{{found[1]}}}", at))
        elif found[1]:
            return found.start() + len("\\begin")
        elif found[2]:
            return max(at, self.verb_end(at, found[2]))
        elif found[0][0] == "\n":
            waiting.clear()
        return at

    def verb_end(self, at: int, mark: str) -> int:
        r"""Where the content of a `\verb` that begins at `at` ends, on the same line; -1 if it does not."""
        end = self.text.find(mark, at, at + 1000)
        return end if "\n" not in self.text[at:end] else -1

    def find(self, words: str, at: int) -> int:
        """Where `words` stand next; -1 if nowhere, which is not looked up twice."""
        if at >= self._absent.get(words, len(self.text) + 1):
            return -1
        found = self.text.find(words, at)
        if found < 0:
            self._absent[words] = at
        return found

    def blanks(self, at: int) -> int:
        """The offset after white space and comments, up to the end of the paragraph."""
        found = _BLANKS.match(self.text, at)
        return found.end() if found else at

    def after_word(self, at: int) -> int:
        """The offset after the white space that a command's name swallows."""
        found = _AFTER_WORD.match(self.text, at)
        return found.end() if found else at

    def argument(self, at: int) -> Argument | None:
        """The argument that follows: a group in braces, or one character or command; None at the text's end.

        A brace that is never closed reaches to the end of its paragraph.
        """
        start = self.blanks(at)
        if self.text.startswith("{", start):
            end = self.partners.get(start)
            if end is not None:
                return Argument(start + 1, end, end + 1)
            stop = _PARAGRAPH_END.search(self.text, start, start + _MAX_UNCLOSED)
            end = stop.start() if stop else min(len(self.text), start + _MAX_UNCLOSED)
            return Argument(start + 1, end, end)
        token = _TOKEN.match(self.text, start)
        return Argument(start, token.end(), token.end()) if token else None

    def braced(self, at: int) -> Argument | None:
        """The group in braces that follows; None if there is none or if it is not closed."""
        start = self.blanks(at)
        end = self.partners.get(start) if self.text.startswith("{", start) else None
        return Argument(start + 1, end, end + 1) if end is not None else None

    def optional(self, at: int) -> Argument | None:
        """The optional argument in square brackets that follows; None if there is none."""
        at = self.blanks(at)
        end = self._matched[1].get(at, -1) if self.text.startswith("[", at) else -1
        return Argument(at + 1, end, end + 1) if at < end <= at + _MAX_OPTIONAL else None

    def rounded(self, at: int) -> Argument | None:
        """An argument in round brackets, on one line."""
        found = _ROUND.match(self.text, at)
        return Argument(at + 1, found.end() - 1, found.end()) if found else None

    def of(self, argument: Argument | None) -> str:
        """The words of an argument, comments left out; "" if there is none."""
        if argument is None:
            return ""
        written = self.text[argument.start : argument.end]
        return re.sub(r"(?<!\\)%[^\n]*(?:\n[ \t]*)?", "", written) if "%" in written else written


def unified(raw: str) -> str:
    """The text with every line end as LF; not one character shorter or longer."""
    return raw.replace("\r\n", " \n").replace("\r", "\n") if "\r" in raw else raw
