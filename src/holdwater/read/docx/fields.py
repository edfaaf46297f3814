"""Fields: what an instruction such as `HYPERLINK "https://..."` makes of the words that it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from holdwater.patterns import waiting
from holdwater.read.xml import Element

MAX_INSTRUCTION = 4_000_000
"""How many characters of an instruction are read: reference managers put whole records of works there."""

_ARGUMENT = waiting(r'\\(\S)|"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*)|["\\]')
_BACKSLASH = waiting(r"\\(.)")
_MANAGED = waiting(
    r"\s*ADDIN\s+(?:ZOTERO_ITEM|CSL_CITATION|EN\.CITE(?!\.DATA)|CitaviPlaceholder|Mendeley Citation"
    r"|PAPERS2_CITATIONS|RW\.CITE|REFMGR\.CITE)", re.I
)  # fmt: skip
_BIBLIOGRAPHY = waiting(
    r"\s*(?:ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography|CitaviBibliography|\S*CSL_BIBLIOGRAPHY"
    r"|PAPERS2_BIBLIOGRAPHY|RW\.BIB|REFMGR\.REFLIST)"
    r"|BIBLIOGRAPHY\b)", re.I
)  # fmt: skip


class FieldKind(Enum):
    """What a field prints."""

    LINK = "link"
    CITATION = "citation"
    REFERENCES = "references"
    CONTENTS = "contents"
    NOTE = "note mark"
    OTHER = "other"


@dataclass(slots=True, eq=False)
class Field:
    """A field that is open: its instruction so far, and whether what comes now is what it prints."""

    begin: Element
    pieces: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    showing: bool = False
    kind: FieldKind = FieldKind.OTHER
    size: int = 0

    def add(self, piece: str) -> None:
        """More of the instruction."""
        self.size += len(piece)
        if self.size <= MAX_INSTRUCTION:
            self.pieces.append(piece)

    @property
    def instruction(self) -> str:
        """The instruction as far as it is known."""
        return "".join(self.pieces)


def kind_of(instruction: str) -> FieldKind:
    """What a field of this instruction prints."""
    if _MANAGED.match(instruction):
        return FieldKind.CITATION
    if _BIBLIOGRAPHY.match(instruction):
        return FieldKind.REFERENCES
    name = instruction[:200].split(None, 1)[:1]
    return _BY_NAME.get(name[0].upper() if name else "", FieldKind.OTHER)


_BY_NAME = {
    "HYPERLINK": FieldKind.LINK,
    "CITATION": FieldKind.CITATION,
    "TOC": FieldKind.CONTENTS,
    "TOA": FieldKind.CONTENTS,
    "INDEX": FieldKind.CONTENTS,
    "NOTEREF": FieldKind.NOTE,
    "FTNREF": FieldKind.NOTE,
}


@dataclass(frozen=True, slots=True)
class Arguments:
    """An instruction taken apart: the words after its name, and what follows each switch ("" where nothing does)."""

    words: tuple[str, ...] = ()
    switches: tuple[tuple[str, str], ...] = ()

    def switch(self, letter: str) -> str | None:
        """What follows a switch; None where it is not there."""
        return next((value for one, value in self.switches if one == letter), None)


def arguments_of(instruction: str) -> Arguments:
    """The arguments of an instruction; quotation marks keep words together."""
    words: list[str] = []
    switches: list[tuple[str, str]] = []
    waiting = ""
    for found in _ARGUMENT.finditer(instruction[:10_000]):
        value = _BACKSLASH.sub(r"\1", found[2]) if found[2] is not None else found[3]
        if found[1] is not None or value is None:
            if waiting:
                switches.append((waiting, ""))
            waiting = found[1] or ""
        elif waiting:
            switches.append((waiting, value))
            waiting = ""
        else:
            words.append(value)
    if waiting:
        switches.append((waiting, ""))
    return Arguments(tuple(words[1:]), tuple(switches))


def link_target(instruction: str) -> str:
    """Where a HYPERLINK leads: an address, "#name" for a place in the document itself, "" if neither is given."""
    arguments = arguments_of(instruction)
    address = arguments.words[0] if arguments.words else ""
    place = arguments.switch("l")
    return f"{address}#{place}" if place else address
