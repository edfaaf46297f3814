"""LaTeX's own brackets: which brace closes which, and where a command's arguments are. Every look is linear."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

VERBATIM = frozenset(
    "verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim lstlisting minted alltt comment filecontents"
    " filecontents*".split()
)
"""Environments whose content is not LaTeX."""

_SKIPPED = re.compile(
    r"\\begin[ \t]{0,9}\{([A-Za-z]{1,20}\*?)\}|\\(?:verb|lstinline)\*?([^A-Za-z\s*{\[\\])"
    r"|\\(?:url|nolinkurl|path|href)[ \t]{0,9}(\{)[^{}\n]*(\})|\\.|%[^\n]*|[{}]",
    re.S,
)
_BLANKS = re.compile(r"(?:[ \t]+|\n(?![ \t]*\n)|%[^\n]*\n)*")
_AFTER_WORD = re.compile(r"[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?")
_TOKEN = re.compile(r"\\(?:[A-Za-z@]+|.)|[^\s{}%\\]", re.S)
_IN_BRACKETS = re.compile(r"\\.|[{}\[\]()%]|\n[ \t]*\n", re.S)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MAX_OPTIONAL = 4000
"""How far the end of an optional argument is looked for, in characters that stand in no braces."""


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

    @cached_property
    def partners(self) -> dict[int, int]:
        """Where the brace at each offset has its partner; braces without one are not in it."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        at, text = 0, self.text
        while found := _SKIPPED.search(text, at):
            at = found.end()
            if found[0] == "{":
                opened.append(found.start())
            elif found[0] == "}":
                if opened:
                    start = opened.pop()
                    pairs[start], pairs[found.start()] = found.start(), start
            elif found[3]:
                pairs[found.start(3)], pairs[found.start(4)] = found.start(4), found.start(3)
            elif found[1]:
                at = found.start() + len("\\begin")
                if found[1] in VERBATIM:
                    at = max(at, self.find(f"\\end{{{found[1]}}}", found.end()))
            elif found[2]:
                at = max(at, self.verb_end(at, found[2]))
        return pairs

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
            stop = _PARAGRAPH_END.search(self.text, start, start + _MAX_OPTIONAL)
            end = stop.start() if stop else min(len(self.text), start + _MAX_OPTIONAL)
            return Argument(start + 1, end, end)
        token = _TOKEN.match(self.text, start)
        return Argument(start, token.end(), token.end()) if token else None

    def braced(self, at: int) -> Argument | None:
        """The group in braces that follows; None if there is none or if it is not closed."""
        start = self.blanks(at)
        end = self.partners.get(start) if self.text.startswith("{", start) else None
        return Argument(start + 1, end, end + 1) if end is not None else None

    def optional(self, at: int, brackets: str = "[]") -> Argument | None:
        """The optional argument that follows; None if there is none."""
        at = self.blanks(at)
        if not self.text.startswith(brackets[0], at):
            return None
        inner = at + 1
        limit = inner + _MAX_OPTIONAL
        while found := _IN_BRACKETS.search(self.text, inner, limit):
            inner = found.end()
            if found[0] == brackets[1]:
                return Argument(at + 1, found.start(), found.end())
            if found[0] == "{":
                closed = self.partners.get(found.start())
                if closed is None:
                    return None
                inner, limit = closed + 1, limit + closed - found.start()
            elif found[0] == "%":
                inner = self.line_end(inner)
            elif found[0] in ("}",) or found[0].startswith("\n"):
                return None
        return None

    def line_end(self, at: int) -> int:
        """Where the line of `at` ends."""
        end = self.find("\n", at)
        return len(self.text) if end < 0 else end

    def of(self, argument: Argument | None) -> str:
        """The words of an argument, comments left out; "" if there is none."""
        if argument is None:
            return ""
        written = self.text[argument.start : argument.end]
        return re.sub(r"(?<!\\)%[^\n]*(?:\n[ \t]*)?", "", written) if "%" in written else written


def unified(raw: str) -> str:
    """The text with every line end as LF; not one character shorter or longer."""
    return raw.replace("\r\n", " \n").replace("\r", "\n") if "\r" in raw else raw
