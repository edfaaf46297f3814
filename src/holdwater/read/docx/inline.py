"""Writes the words of paragraphs: white space collapsed, marks over them, each paragraph's stretch of the text kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from holdwater.document import BlockKind, Mark, MarkKind, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Assembly, Setting
from holdwater.read.docx.lines import Lines
from holdwater.read.xml import Text

SPACE = " \t\n\r\f"
_WORDS = waiting(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_MAX_OPEN = 40
"""How many links and citations within each other still make marks."""


@dataclass(slots=True, eq=False)
class Open:
    """A mark that is still open: what to make of its words; `start` is -1 until the first of them is written."""

    make: Callable[[Span], Iterable[Mark]]
    once: bool = False
    start: int = -1
    done: bool = False


@dataclass(slots=True)
class Inline:
    """The paragraph that is being written.

    `setting` is asked for the block's setting when its first word comes, and gives what is printed before it ("3.").
    """

    setting: Callable[[], tuple[Setting, str]]
    assembly: Assembly = field(default_factory=Assembly)
    lines: Lines = field(default_factory=Lines)
    verbatim: bool = False
    _fresh: bool = True
    _between: bool = False
    _gap: tuple[str, int] | None = None
    _after_mark: bool = False
    _waiting: list[Mark] = field(default_factory=list)
    _open: list[Open] = field(default_factory=list)
    _look: list[int] = field(default_factory=lambda: [-1, -1, -1])
    _last: int = 0
    _written: list[str] = field(default_factory=list)

    @property
    def fresh(self) -> bool:
        """Whether the paragraph has no word yet."""
        return self._fresh

    @property
    def words(self) -> str:
        """The words of the block that was begun last."""
        return "".join(self._written)

    def begin(self, *, joined: bool) -> None:
        """Begin a paragraph; one that is `joined` goes on in the block of the one before it."""
        self.lines.begin()
        self._between = False
        if not joined:
            self._fresh, self._gap = True, None

    def end(self, *, stays: bool) -> None:
        """End the paragraph; the block `stays` open for one that is joined to it."""
        if stays:
            self.lines.end(self.assembly.length)
            return
        self._stop_looks()
        for one in self._open:
            self._stop(one)
            one.start = -1
        self.lines.end(self.assembly.length)
        self._gap, self._after_mark = None, False
        if not self.verbatim:
            self.assembly.close_block()
        self._let_go()
        self._between = True

    def open(self, make: Callable[[Span], Iterable[Mark]], *, once: bool = False) -> Open:
        """Begin a mark, or several, over the words to come; `once` if a second block of them makes no other."""
        one = Open(make, once)
        if len(self._open) < _MAX_OPEN:
            self._open.append(one)
        return one

    def close(self, one: Open, *, needed: bool = False) -> None:
        """End a mark; one that is `needed` is made without words where there were none."""
        if one in self._open:
            self._open.remove(one)
        self._stop(one)
        if needed and not one.done:
            at = self.assembly.length
            self._waiting.extend(one.make(Span(at, at))) if self._fresh else self._add(one.make(Span(at, at)))

    def mark(self, mark: Mark) -> None:
        """A mark without width, put where the text stands: at the first word to come in a paragraph that has none."""
        if self._fresh:
            self._waiting.append(mark)
        elif self._between and mark.kind is MarkKind.COMMENT:
            self.assembly.comment(mark.label)
        else:
            self._place(mark)
            self._after_mark = self._gap is not None

    def text(self, text: Text, look: tuple[bool, bool, bool], skip: int = 0) -> None:
        """Write a stretch of the file's text, its first `skip` characters left out; `look` is for emphasis."""
        value, place = text.value, text.place
        if self.verbatim:
            self._write(value[skip:], place + skip, look, exact=text.exact)
            return
        at = skip
        for words in _WORDS.finditer(value, skip):
            start, at = words.start(), words.end()
            if start > skip and self._gap is None and value[start - 1] in SPACE:
                self._gap = (" ", place + start - 1 if text.exact else -1)
            self._write(words[0], place + start if text.exact else place, look, exact=text.exact)
        if at < len(value) and self._gap is None:
            self._gap = (" ", place + len(value) - 1 if text.exact else -1)

    def sign(self, sign: str, place: int, look: tuple[bool, bool, bool] = (False, False, False)) -> None:
        """Write characters for which the file has an element, such as a symbol or a hyphen that does not break."""
        if sign in ("\t", " ") and not self.verbatim:
            self.blank()
        elif sign:
            self._write(sign, place, look, exact=False)

    def blank(self) -> None:
        """White space that stands nowhere in the file."""
        if self._gap is None:
            self._gap = (" ", -1)

    def line_break(self) -> bool:
        """A line break; True where it is the second in a row, which ends a paragraph for the eye."""
        if self.verbatim and not self._fresh:
            self.assembly.builder.add("\n")
            return False
        again = self._gap is not None and self._gap[0] == "\n"
        self._gap = ("\n", -1)
        return again and not self._fresh

    def anew(self) -> None:
        """Go on in a block of its own."""
        self.end(stays=False)
        self._fresh = True

    def _write(self, words: str, place: int, look: tuple[bool, bool, bool], *, exact: bool) -> None:
        assembly = self.assembly
        if self._fresh:
            self._begin_block()
        elif self._gap is not None and not (self._after_mark and words[0] in ".,;:!?)]"):
            self._stop_looks(look)
            gap, gap_place = self._gap
            self._written.append(gap)
            assembly.builder.take(gap, gap_place) if gap_place >= 0 else assembly.builder.add(gap)
        else:
            self._stop_looks(look)
        self._gap, self._after_mark = None, False
        at = assembly.builder.length
        self.lines.first(at)
        for number, on in enumerate(look):
            if on and self._look[number] < 0:
                self._look[number] = at
        for one in reversed(self._open):
            if one.start >= 0:
                break
            one.start = at
        assembly.builder.take(words, place) if exact else assembly.builder.decoded(words, place)
        self._written.append(words)
        self._last = assembly.builder.length

    def _begin_block(self) -> None:
        setting, printed = self.setting()
        goes_on = setting.kind is BlockKind.CODE and self.verbatim and not self.assembly.fresh
        if goes_on:
            self.assembly.builder.add("\n")
        else:
            self.verbatim = setting.kind is BlockKind.CODE
            self.assembly.open_block(setting)
            self.assembly.begin()
        if printed:
            self.lines.first(self.assembly.length)
            self.assembly.builder.add(f"{printed} ")
        self._fresh, self._written = False, []
        for mark in self._waiting:
            self._place(mark)
        self._waiting.clear()

    def _let_go(self) -> None:
        """Put the marks of a paragraph that has no word; a comment there is on the next one that has."""
        for mark in self._waiting:
            if mark.kind is MarkKind.COMMENT:
                self.assembly.comment(mark.label)
            else:
                self._place(mark)
        self._waiting.clear()

    def _stop_looks(self, look: tuple[bool, bool, bool] = (False, False, False)) -> None:
        """End the emphasis that the next words no longer have."""
        for number, (start, kind) in enumerate(zip(self._look, _LOOKS, strict=True)):
            if start >= 0 and not look[number]:
                self.assembly.marks.append(Mark(Span(start, self._last), kind))
                self._look[number] = -1

    def _stop(self, one: Open) -> None:
        if one.start >= 0 and not (one.once and one.done):
            self._add(one.make(Span(one.start, max(one.start, self._last))))
            one.done = True

    def _add(self, marks: Iterable[Mark]) -> None:
        self.assembly.marks.extend(marks)

    def _place(self, mark: Mark) -> None:
        at = self.assembly.length
        self.assembly.marks.append(Mark(Span(at, at), mark.kind, mark.label, mark.target, mark.ambiguous))


_LOOKS = (MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.CODE)
