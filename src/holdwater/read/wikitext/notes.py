"""The notes of a page: who names which, their labels in the order of first use, and what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase

from holdwater.read.assembly import free_id
from holdwater.read.roman import roman

Content = Callable[[], None]
"""Writes what a note holds into the block that is open."""

_LETTERED = {"lower-alpha": ascii_lowercase, "upper-alpha": ascii_uppercase, "lower-greek": "αβγδεζηθικλμνξοπρστυφχψω"}


@dataclass(slots=True, eq=False)
class Entry:
    """A note in the making; `label` is "" until a mark leads to it."""

    id: str
    group: str
    name: str = ""
    label: str = ""
    contents: list[Content] = field(default_factory=list)
    parent: Entry | None = None
    children: int = 0


class Notes:
    """All notes of a page, by group and name."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by_name: dict[tuple[str, str], Entry] = {}
        self._counts: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()

    def use(self, group: str, name: str, content: Content | None, *, extends: str = "") -> Entry:
        """The note that a mark leads to, with its label; `content` is kept if it is the first of this name."""
        entry = self.define(group, name, content, extends=extends)
        if not entry.label:
            entry.label = self._label(entry)
        return entry

    def define(self, group: str, name: str, content: Content | None, *, extends: str = "") -> Entry:
        """The note of this name, made if there is none yet."""
        entry = self._by_name.get((group, name)) if name else None
        if entry is None:
            wanted = f"cite_note-{name[:80]}" if name else f"cite_note-{len(self.entries) + 1}"
            entry = Entry(free_id(wanted, self._taken), group, name)
            if extends:
                entry.parent = self.define(group, extends, None)
            self.entries.append(entry)
            if name:
                self._by_name[group, name] = entry
        if content is not None and not entry.contents:
            entry.contents.append(content)
        return entry

    def follow(self, group: str, name: str, content: Content) -> None:
        """Have the note of this name go on with `content`."""
        self.define(group, name, None).contents.append(content)

    def in_order(self) -> Iterator[Entry]:
        """The notes a group at a time, those that come up while others are written included."""
        done = 0
        while done < len(self.entries):
            waiting = self.entries[done:]
            done = len(self.entries)
            groups = list(dict.fromkeys(entry.group for entry in waiting))
            for group in groups:
                yield from (entry for entry in waiting if entry.group == group)

    def _label(self, entry: Entry) -> str:
        if entry.parent is not None:
            parent = self.use(entry.group, entry.parent.name, None)
            parent.children += 1
            return f"{parent.label}.{parent.children}"
        self._counts[entry.group] += 1
        return label(entry.group, self._counts[entry.group])


def label(group: str, number: int) -> str:
    """What MediaWiki prints for the note `number` of a group, without the brackets around it."""
    if group in ("", "decimal"):
        return str(number)
    if group in _LETTERED:
        return _letters(number, _LETTERED[group])
    if group in ("lower-roman", "upper-roman"):
        return roman(number) if group == "lower-roman" else roman(number).upper()
    return f"{group} {number}"


def _letters(number: int, letters: str) -> str:
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, len(letters))
        found = letters[rest] + found
    return found
