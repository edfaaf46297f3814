"""Pandoc's `.native` files, which show a document as the tree of Haskell values that pandoc holds: read, and asked.

A value is a string, a number, a list, or a constructor with its arguments; a record's fields are arguments by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.|\\\s+\\)*"|[\[\](){},=]|-?\d[\w.+-]*|[A-Za-z_][\w.\']*)')
_ESCAPE = re.compile(r"\\(?:(\d+)|x([0-9A-Fa-f]+)|(&)|\s+\\|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "'": "'"}


@dataclass(frozen=True)
class Made:
    """A constructor's value: its name, its arguments in order, and those of a record by name."""

    name: str
    arguments: tuple[Value, ...] = ()
    fields: dict[str, Value] = field(default_factory=dict)


Value = str | float | list["Value"] | Made


def parse(text: str) -> Value:
    """The value that a `.native` file shows; a list of blocks where it shows only those."""
    return _Parser(text).value()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = [match[1] for match in _TOKEN.finditer(text)]
        self._at = 0

    def value(self) -> Value:
        """A constructor with its arguments, or a single atom."""
        head = self._atom()
        if not isinstance(head, Made) or head.arguments or head.fields:
            return head
        arguments: list[Value] = []
        fields: dict[str, Value] = {}
        while self._at < len(self._tokens) and self._tokens[self._at] not in ("]", ")", ",", "}", "="):
            if self._tokens[self._at] == "{":
                fields = self._record()
            else:
                arguments.append(self._atom())
        return Made(head.name, tuple(arguments), fields)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _atom(self) -> Value:
        token = self._next()
        if token.startswith('"'):
            return _unescaped(token[1:-1])
        if token in "[(":
            return self._sequence("]" if token == "[" else ")")
        if token[0].isdigit() or token[0] == "-":
            return float(re.match(r"-?[\d.]+", token)[0])  # type: ignore[index]
        return Made(token)

    def _sequence(self, end: str) -> Value:
        """A list, a tuple (a list as well), or a value in brackets."""
        items: list[Value] = []
        while self._tokens[self._at] != end:
            items.append(self.value())
            if self._tokens[self._at] == ",":
                self._at += 1
        self._at += 1
        return items[0] if end == ")" and len(items) == 1 else items

    def _record(self) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        self._at += 1
        while self._tokens[self._at] != "}":
            name = self._next()
            self._at += 1  # "="
            fields[name] = self.value()
            if self._tokens[self._at] == ",":
                self._at += 1
        self._at += 1
        return fields


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1]))
        if match[2]:
            return chr(int(match[2], 16))
        return _LETTERS.get(match[4] or "", "")

    return _ESCAPE.sub(one, text)


def blocks_of(tree: Value) -> Value:
    """The blocks of a document, whether or not the file shows its metadata."""
    return tree.arguments[-1] if isinstance(tree, Made) and tree.name == "Pandoc" else tree


@dataclass(frozen=True)
class Told:
    """What a tree tells in the order of reading: words, and the notes and citations between them."""

    words: list[str]
    notes: list[tuple[int, list[str]]]  # after how many words of the body, and the note's own words
    cites: list[str]  # the keys, in order


def told(tree: Value) -> Told:
    """The words of a document without those of its notes, its notes with their places, its citations."""
    found = Told([], [], [])
    _tell(blocks_of(tree), found)
    return found


def _tell(value: Value, found: Told) -> None:
    if isinstance(value, list):
        for one in value:
            _tell(one, found)
        return
    if not isinstance(value, Made):
        return
    match value.name:
        case "Str" | "Code" | "CodeBlock" | "Math":
            found.words.extend(words_of(str(value.arguments[-1])))
        case "RawInline" | "RawBlock" | "Image":
            return
        case "Note":
            inner = told(list(value.arguments))
            found.notes.append((len(found.words), inner.words))
            found.cites.extend(inner.cites)
        case "Citation":
            found.cites.append(str(value.fields["citationId"]))
        case _:
            for one in _content(value):
                _tell(one, found)


def _content(value: Made) -> Iterator[Value]:
    """The arguments that hold a document's words; attributes and targets do not."""
    skipped = {"Header": 2, "Div": 1, "Span": 1, "Link": 1, "OrderedList": 1, "Quoted": 1, "Figure": 1}
    arguments = value.arguments[skipped.get(value.name, 0) :]
    yield from arguments[:1] if value.name == "Link" else arguments


def words_of(text: str) -> list[str]:
    """The words of a text for comparison: letters and digits, in lower case."""
    return re.findall(r"[^\W_]+", text.casefold())
