"""What stands in a run: words, breaks, note marks, field characters, symbols, drawings with text boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from holdwater.document import Mark, MarkKind, Span
from holdwater.read.docx.equations import equation
from holdwater.read.docx.field_stack import FieldStack, bookmark_of, wants_note_look
from holdwater.read.docx.inline import Inline
from holdwater.read.docx.package import Part as FilePart
from holdwater.read.docx.run_looks import RunLook, run_look
from holdwater.read.docx.styles import PLAIN
from holdwater.read.docx.symbols import symbol
from holdwater.read.docx.typed_notes import Candidate, typed_id
from holdwater.read.xml import Element, Text

if TYPE_CHECKING:
    from holdwater.read.docx.text import Furnishing

_NOWHERE = Span(0, 0)
_APART = {"relIds": "a diagram whose words are kept apart from the text", "chart": "a chart"}
_LONGEST_LABEL = 12
_MAX_CANDIDATES = 5_000


class Runs:
    """Writes runs into the paragraph at hand. `boxes` are the text boxes that are anchored in it, for after it."""

    def __init__(self, inline: Inline, fields: FieldStack, furnishing: Furnishing) -> None:
        self._inline, self._fields = inline, fields
        self._styles, self._notes = furnishing.styles, furnishing.notes
        self._comments = dict(furnishing.comments)
        self.style = PLAIN
        self.part: FilePart | None = None
        self.boxes: list[Element | Text] = []
        self.lead = ""
        self.note_link = False
        self.candidates: list[Candidate] = []
        self._marked = furnishing.plan.marks
        self._look = RunLook()
        self._typed: list[str] | None = None
        self._bookmarks: dict[str, str] = {}
        self._cited = dict(furnishing.bookmarked)
        self._citing: dict[str, str] = {}
        self.noted: dict[str, str] = {}
        self._speaking: dict[str, set[Element]] = {}
        self._in_run: Mapping[str, Callable[[Element], None]] = {
            "w:t": self._words,
            "w:instrText": self._instruction,
            "w:fldChar": self._fields.character,
            "w:tab": lambda one: self._sign("\t", one),
            "w:ptab": lambda one: self._sign("\t", one),
            "w:noBreakHyphen": lambda one: self._sign("\u2011", one),
            "w:softHyphen": lambda one: self._sign("\u00ad", one),
            "w:sym": lambda one: self._sign(symbol(one.get("w:font"), one.get("w:char")), one),
            "w:br": self._break,
            "w:cr": self._break,
            "w:lastRenderedPageBreak": lambda one: self._notes.next_page(),
            "w:commentReference": self._comment_reference,
            "w:ruby": self._ruby,
            "w:drawing": self._drawn,
            "w:pict": self._drawn,
            "w:object": self._drawn,
            "mc:AlternateContent": self._alternatives,
        }

    def run(self, run: Element) -> bool:
        """Write a run; False, for there is nothing left in it to walk through."""
        self._look = run_look(run, self.style, self._styles)
        reference: Element | None = None
        for child in run.children:
            if isinstance(child, Text):
                continue
            handle = self._in_run.get(child.tag)
            if handle is not None:
                handle(child)
            elif child.tag in ("w:footnoteReference", "w:endnoteReference") and not self._fields.dark:
                self._finish(reference)
                reference = child
                custom = child.get("w:customMarkFollows") not in ("", "0", "false", "off")
                self._typed = [] if custom else None
        self._finish(reference)
        return False

    def _finish(self, reference: Element | None) -> None:
        """Put the mark of a note; one that the author typed follows in the run."""
        if reference is None:
            return
        kind = "footnote" if reference.tag == "w:footnoteReference" else "endnote"
        custom = "".join(self._typed).strip()[:_LONGEST_LABEL] if self._typed is not None else None
        self._typed = None
        label, target = self._notes.mark(kind, reference.get("w:id"), custom)
        self._inline.mark(Mark(_NOWHERE, MarkKind.NOTE, label, target))
        for name in self._bookmarks.values():
            self.noted.setdefault(name, target)

    def _words(self, element: Element) -> None:
        fields, inline = self._fields, self._inline
        if fields.dark or self._typed is not None or self._look.hidden:
            words = "".join(child.value for child in element.children if isinstance(child, Text))
            if self._typed is not None and not fields.dark:
                self._typed.append(words)
            elif fields.dark:
                fields.instruct(words)
            return
        if fields.noting is not None and self._repeats_mark(element):
            return
        if (self._look.raised or self.note_link) and self._typed_mark(element):
            return
        for child in element.children:
            if isinstance(child, Text):
                skip = self._past_lead(child.value) if self.lead else 0
                inline.text(child, self._look.marks, skip)

    def _typed_mark(self, element: Element) -> bool:
        """Raised digits: kept as what may be a note mark, or made one if a first reading found that they are."""
        run = element.parent
        label = self._marked.get(run) if run is not None else None
        if label is not None:
            self._inline.mark(Mark(_NOWHERE, MarkKind.NOTE, label, typed_id(label)))
            return True
        words = element.words()
        if run is not None and 0 < len(words) < 6 and not self._inline.fresh and len(self.candidates) < _MAX_CANDIDATES:
            self.candidates.append(Candidate(run, words, self._inline.assembly.length, self.note_link))
        return False

    def _repeats_mark(self, element: Element) -> bool:
        """The number of a note that is marked elsewhere, set like a mark: a mark that leads to the same note."""
        one = self._fields.noting
        if one is None or not (self._look.raised or wants_note_look(one)):
            return False
        label = element.words()[:_LONGEST_LABEL]
        if label:
            self._inline.mark(Mark(_NOWHERE, MarkKind.NOTE, label, f"#{bookmark_of(one)}"))
        return True

    def _past_lead(self, value: str) -> int:
        """How much of a note's first words is its own label, typed again."""
        blanks = len(value) - len(value.lstrip())
        if blanks == len(value):
            return 0
        lead, self.lead = self.lead, ""
        after = value[blanks + len(lead) :]
        typed = self._look.raised or not lead[0].isalnum()
        if value.startswith(lead, blanks) and typed and not after[:1].isalnum():
            return blanks + len(lead)
        return 0

    def _instruction(self, element: Element) -> None:
        self._fields.instruct("".join(child.value for child in element.children if isinstance(child, Text)))

    def _sign(self, sign: str, element: Element) -> None:
        if self._typed is not None:
            self._typed.append(sign)
        elif not self._fields.dark and not self._look.hidden:
            self._inline.sign(sign, element.place, self._look.marks)

    def _break(self, element: Element) -> None:
        if element.get("w:type") == "page":
            self._notes.next_page()
        if self._fields.dark or self._look.hidden:
            return
        if element.get("w:type") in ("page", "column"):
            self._inline.blank()
        elif self._inline.line_break():
            self._inline.anew()

    def comment(self, element: Element) -> bool:
        """The beginning of the words that a comment is on."""
        words = self._comments.pop(element.get("w:id"), "")
        if words:
            self._inline.mark(Mark(_NOWHERE, MarkKind.COMMENT, words))
        return False

    def _comment_reference(self, element: Element) -> None:
        self.comment(element)

    def bookmark(self, element: Element) -> bool:
        """The beginning of a bookmark; notes that are marked in it are known by its name."""
        name = element.get("w:name")
        if len(self._bookmarks) < 100:
            self._bookmarks[element.get("w:id")] = name
        if name in self._cited and element.get("w:id") not in self._citing:
            self._citing[element.get("w:id")] = name
            self._fields.bookmark(name, self._cited.pop(name))
        return False

    def bookmark_end(self, element: Element) -> bool:
        """The end of a bookmark."""
        self._bookmarks.pop(element.get("w:id"), None)
        name = self._citing.pop(element.get("w:id"), None)
        if name is not None:
            self._fields.bookmark_end(name)
        return False

    def equation(self, element: Element) -> bool:
        """Write an equation in one line."""
        if not self._fields.dark:
            for piece in equation(element):
                if isinstance(piece, Text):
                    self._inline.text(piece, (False, False, False))
                else:
                    self._inline.sign(piece, element.place)
        return False

    def _ruby(self, ruby: Element) -> None:
        """The characters themselves, without the reading printed over them."""
        base = ruby.first("w:rubyBase")
        for run in base.elements("w:r") if base is not None else ():
            look = self._look
            self.run(run)
            self._look = look

    def _drawn(self, element: Element) -> None:
        self.boxes.extend(self._boxes_in(element))

    def _boxes_in(self, root: Element) -> Iterator[Element]:
        """The text boxes in a drawing, outermost; of alternatives, one."""
        waiting = [root]
        while waiting:
            one = waiting.pop()
            if one.tag == "w:txbxContent":
                yield one
                continue
            if one.tag in _APART and one.parent is not None and one.parent.tag == "graphicData":
                self._fields.unread.append(_APART[one.tag])
            branch = self.branch(one) if one.tag == "mc:AlternateContent" else one
            waiting.extend(reversed(list(branch.elements())) if branch is not None else ())

    def _alternatives(self, element: Element) -> None:
        branch = self.branch(element)
        for child in branch.elements() if branch is not None else ():
            handle = self._in_run.get(child.tag)
            if handle is not None:
                handle(child)

    def branch(self, alternatives: Element) -> Element | None:
        """The one branch of several that is read: the first with words in it, or else the first."""
        branches = list(alternatives.elements("mc:Choice", "mc:Fallback"))
        speaking = self._with_words()
        return next((one for one in branches if one in speaking), branches[0] if branches else None)

    def _with_words(self) -> set[Element]:
        """The elements of the part that have words somewhere inside."""
        if self.part is None:
            return set()
        known = self._speaking.get(self.part.path)
        if known is None:
            known = self._speaking[self.part.path] = set()
            for one in self.part.root.walk("w:t", "m:t"):
                above = one.parent
                while above is not None and above not in known:
                    known.add(above)
                    above = above.parent
        return known
