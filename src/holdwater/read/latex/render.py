"""Reads a flat text from its beginning to its end and writes the document: the loop, the groups, the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from holdwater.document import BlockKind, MarkKind, Note, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting, free_id
from holdwater.read.latex.counting import Counting
from holdwater.read.latex.flat import Flat
from holdwater.read.latex.library import Library
from holdwater.read.latex.preamble import Options
from holdwater.read.latex.tex import Argument
from holdwater.read.latex.writer import Writer

MAX_NESTING = 30
"""How deep arguments that are read out of their order may stand in each other."""

_PLAIN = waiting(r"(?:[^\\{}$%&~#^_`'\"\-\s<>?!]+|[ \n](?=[^\s%])|'(?!')|-(?!-)|[?!](?!`)|<(?!<)|>(?!>))+")
_WORD = waiting(r"\\([A-Za-z@]+)")
_WHITE = waiting(r"\s+")
_DASHES = waiting(r"-{2,3}")
_NESTED = waiting(r"\\footnote(?:mark)?(?=\s{0,9}\{|(?<=mark)(?![\[A-Za-z]))")
_COMMENT = waiting(r"%+([^\n]*)(?:\n[ \t]*)?")

Handler = Callable[["Renderer", str, int, int], int]
"""Reads a command: its name, where it begins, and where its name ends; gives where the text goes on."""


@dataclass(eq=False, slots=True)
class Entry:
    """A group or an environment that is open; `closers` run at its end, the last one first."""

    name: str
    at: int
    setting: Setting
    closers: list[Callable[[], None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PendingNote:
    """A note whose words are written after the body: a stretch of the flat text, or what `write` writes."""

    id: str
    label: str
    words: Argument | None
    write: Callable[[], None] | None = None


class Renderer:
    """The document in the making."""

    def __init__(self, flat: Flat, library: Library, options: Options, handlers: dict[str, Handler]) -> None:
        self.flat = flat
        self.text = flat.text
        self.library = library
        self.options = options
        self.out = Writer(flat)
        self.counting = Counting(options)
        self.metadata: dict[str, str] = {}
        self.titles: dict[str, Argument] = {}
        self.cited: dict[str, None] = {}
        self.quotes = 0
        self.outer_quote = ""
        self.entry: tuple[str, int] | None = None
        self.toggled: Callable[[], None] | None = None
        self.in_note = False
        self.counted: dict[int, str] = {}
        """The numbers of the footnotes that stand in notes, by their places: LaTeX counts them with the outer one."""
        self.theorems: dict[str, str] = {}
        """What is printed at the head of environments such as `theorem`."""
        self.in_table = 0
        self.groups = count(1)
        self.part, self.part_level = Part.BODY, 0
        self._handlers = handlers
        self._stack: list[Entry] = []
        self._open_groups: set[int] = set()
        self._open_environments: Counter[str] = Counter()
        self._nesting = 0
        self._pending: list[PendingNote] = []
        self._taken: Counter[str] = Counter()
        self._unpaired: dict[str, str] = {}

    # The loop

    def run(self, start: int, end: int) -> None:
        """Read a stretch; what it opens is closed at its end. Beyond a depth it is left out."""
        if self._nesting > MAX_NESTING:
            return
        self._nesting += 1
        base = len(self._stack)
        text, plain, characters = self.text, self.out.plain, _CHARACTERS
        at = start
        while at < end:
            found = _PLAIN.match(text, at, end)
            if found:
                plain(at, found.end())
                at = found.end()
                if at >= end:
                    break
            after = characters.get(text[at], Renderer._other)(self, at)
            at = after if after > at else at + 1
        self._pop_to(base)
        self._nesting -= 1

    def _other(self, at: int) -> int:
        if self.text[at].isspace():
            return self._white(at)
        self.out.verbatim(at, at + 1)
        return at + 1

    def _white(self, at: int) -> int:
        found = _WHITE.match(self.text, at)
        after = found.end() if found else at + 1
        if self.text.count("\n", at, after) > 1:
            self.paragraph()
        else:
            self.out.space(at)
        return after

    def paragraph(self) -> None:
        """The end of a paragraph."""
        if self.toggled is not None:
            self.toggled()
        self.out.end_block()

    def _command(self, at: int) -> int:
        word = _WORD.match(self.text, at)
        if word is None:
            return self._handlers["\\"](self, self.text[at + 1 : at + 2], at, at + 2)
        name = word[1]
        handler = self._handlers.get(name)
        if handler is None:
            return self.unknown(name, word.end())
        return handler(self, name, at, word.end())

    def unknown(self, name: str, at: int) -> int:
        """A command that we do not know prints its arguments in braces."""
        if self.text.startswith("*", at):
            at += 1
        while self.text.startswith("[", at):
            optional = self.flat.optional(at)
            if optional is None:
                return at
            at = optional.after
        return at if self.text.startswith("{", at) else self.flat.after_word(at)

    def _brace(self, at: int) -> int:
        if at in self.flat.partners:
            self.push("{", at)
        return at + 1

    def _closing(self, at: int) -> int:
        partner = self.flat.partners.get(at, -1)
        if partner in self._open_groups:
            while self._stack:
                if self._pop().at == partner:
                    break
        return at + 1

    def _comment(self, at: int) -> int:
        found = _COMMENT.match(self.text, at)
        if not found:
            return at + 1
        ends_paragraph = self.text.startswith("\n", found.end())
        if words := found[1].strip():
            line = self.text.rfind("\n", 0, at) + 1 if not ends_paragraph else at
            self.out.comment(words, alone=not ends_paragraph and not self.text[line:at].strip())
        if ends_paragraph:
            self.paragraph()
        return found.end()

    def _dollar(self, at: int) -> int:
        return self._handlers["$"](self, "$", at, at + 1)

    def _quote(self, at: int) -> int:
        if self.text.startswith("''", at):
            self.out.say("”", at, at + 2)
            return at + 2
        self.out.say("’", at)
        return at + 1

    def _backquote(self, at: int) -> int:
        double = self.text.startswith("``", at)
        self.out.say("“" if double else "‘", at, at + 1 + double)
        return at + 1 + double

    def _dash(self, at: int) -> int:
        found = _DASHES.match(self.text, at)
        length = len(found[0]) if found else 1
        self.out.say({1: "-", 2: "–", 3: "—"}[length], at, at + length)
        return at + length

    def _tie(self, at: int) -> int:
        self.out.space(at, "\u00a0")
        return at + 1

    def _ampersand(self, at: int) -> int:
        if self.in_table:
            self.out.end_block()
        else:
            self.out.space(at)
        return at + 1

    def _inverted(self, at: int) -> int:
        self.out.say("¿" if self.text[at] == "?" else "¡", at, at + 2)
        return at + 2

    def _angles(self, at: int) -> int:
        self.out.say("«" if self.text[at] == "<" else "»", at, at + 2)
        return at + 2

    def _straight(self, at: int) -> int:
        return self._handlers['"'](self, '"', at, at + 1)

    # Groups and environments

    def push(self, name: str, at: int) -> Entry:
        entry = Entry(name, at, self.out.setting)
        self._stack.append(entry)
        if name == "{":
            self._open_groups.add(at)
        else:
            self._open_environments[name] += 1
        return entry

    def _pop(self) -> Entry:
        entry = self._stack.pop()
        if entry.name == "{":
            self._open_groups.discard(entry.at)
        else:
            self._open_environments[entry.name] -= 1
        for closer in reversed(entry.closers):
            closer()
        return entry

    def _pop_to(self, base: int) -> None:
        while len(self._stack) > base:
            self._pop()

    def end_environment(self, name: str) -> None:
        """Close an environment and all that stands open in it; nothing if none of that name is open."""
        if self._open_environments[name] > 0:
            while self._stack:
                if self._pop().name == name:
                    break

    def at_end(self, closer: Callable[[], None]) -> None:
        """Run `closer` at the end of the group or environment that is open."""
        if self._stack:
            self._stack[-1].closers.append(closer)

    def within(self, argument: Argument, closer: Callable[[], None]) -> int:
        """Read on in an argument, and run `closer` at its end."""
        if argument.braced:
            self.push("{", argument.start - 1).closers.append(closer)
            return argument.start
        if self.text[argument.start - 1] == "{" or self.text.startswith("\\", argument.start):
            closer()
            return argument.start
        self.out.take(argument.start, argument.end)
        closer()
        return argument.after

    # Notes

    def note(
        self, label: str, words: Argument | None, write: Callable[[], None] | None = None, kind: str = "fn"
    ) -> None:
        """A note whose mark stands here and whose words come later."""
        if words is not None and not self.in_note:
            for found in _NESTED.finditer(self.text, words.start, words.end):
                self.counted[found.start()] = self.counting.step("footnote")
        note_id = self._new_id(label, kind)
        self.out.point(MarkKind.NOTE, label, note_id)
        self._pending.append(PendingNote(note_id, label, words, write))

    def note_mark(self, label: str) -> None:
        """A mark whose note's text comes, or came, by itself."""
        note_id = self._unpaired.setdefault(label, "") or self._new_id(label, "fn")
        self._unpaired[label] = note_id
        self.out.point(MarkKind.NOTE, label, note_id)

    def note_text(self, label: str, words: Argument) -> None:
        """The text of a note whose mark stands elsewhere."""
        note_id = self._unpaired.pop(label, "") or self._new_id(label, "fn")
        self._pending.append(PendingNote(note_id, label, words))

    def _new_id(self, label: str, kind: str) -> str:
        return free_id(f"{kind}-{label}" if label else kind, self._taken)

    def write_notes(self) -> None:
        """Write the texts of the notes, those that stand in notes last."""
        self.out.finish()
        self.part, self.in_note = Part.NOTES, True
        done = 0
        while done < len(self._pending):
            self._write_note(self._pending[done])
            done += 1
        lost = set(self._unpaired.values()) - {note.id for note in self.out.assembly.notes}
        if lost:
            self.out.assembly.marks = [
                replace(mark, target="") if mark.kind is MarkKind.NOTE and mark.target in lost else mark
                for mark in self.out.assembly.marks
            ]

    def _write_note(self, pending: PendingNote) -> None:
        assembly = self.out.assembly
        first = len(assembly.blocks)
        self.quotes = 0
        self.out.setting = Setting(BlockKind.NOTE, Part.NOTES, group=next(self.groups))
        if pending.write is not None:
            pending.write()
        elif pending.words is not None:
            self.run(pending.words.start, pending.words.end)
        self.out.finish()
        blocks, at = assembly.blocks[first:], self.out.length
        span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(at, at)
        assembly.notes.append(Note(pending.id, pending.label, span))

    # Words apart

    def words(self, start: int, end: int) -> str:
        """The words of a stretch, as they would be printed, apart from the document."""
        out, pending, cited = self.out, len(self._pending), dict(self.cited)
        self.out = Writer(self.flat, Assembly())
        self.run(start, end)
        self.out.finish()
        found = " ".join(self.out.assembly.builder.text().split())
        self.out, self.cited = out, cited
        del self._pending[pending:]
        return found


_CHARACTERS: dict[str, Callable[[Renderer, int], int]] = {
    "\\": Renderer._command,
    "{": Renderer._brace,
    "}": Renderer._closing,
    "$": Renderer._dollar,
    "%": Renderer._comment,
    "&": Renderer._ampersand,
    "~": Renderer._tie,
    "`": Renderer._backquote,
    "'": Renderer._quote,
    '"': Renderer._straight,
    "-": Renderer._dash,
    "<": Renderer._angles,
    ">": Renderer._angles,
    "?": Renderer._inverted,
    "!": Renderer._inverted,
    " ": Renderer._white,
    "\n": Renderer._white,
    "\t": Renderer._white,
}
