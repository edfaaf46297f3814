"""The walk through a part: its paragraphs, tables and text boxes in the file's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from holdwater.document import BlockKind, Mark, MarkKind, Part, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.docx.citations import Works, is_citation_tag, items_of_tag
from holdwater.read.docx.field_stack import FieldStack
from holdwater.read.docx.inline import Inline, Open
from holdwater.read.docx.lines import Story
from holdwater.read.docx.notes import Notes
from holdwater.read.docx.package import Part as FilePart
from holdwater.read.docx.properties import is_struck, value
from holdwater.read.docx.runs import Runs
from holdwater.read.docx.setting import Held, Looks, Settings
from holdwater.read.docx.styles import Role, Styles
from holdwater.read.docx.typed_notes import Candidate
from holdwater.read.headings import part_named
from holdwater.read.xml import Element, Text

_LONGEST_HEADING = 60
_WIDE = 50

_Step = tuple[Element | None, Iterator[Element | Text]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a first reading found out for the second: field beginnings without an end, runs that are note marks."""

    ignored: frozenset[Element] = frozenset()
    marks: Mapping[Element, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What the walk needs of the rest of the file."""

    styles: Styles
    settings: Settings
    notes: Notes
    works: Works
    comments: Mapping[str, str]
    bookmarked: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)


class Writer:
    """Writes parts, one after the other, into one text."""

    def __init__(self, furnishing: Furnishing) -> None:
        self._settings, self._notes = furnishing.settings, furnishing.notes
        self.inline = Inline(self._setting)
        self.fields = FieldStack(self.inline, furnishing.works, furnishing.plan.ignored)
        self._runs = Runs(self.inline, self.fields, furnishing)
        self.title = ""
        self._part: FilePart | None = None
        self._held = [Held()]
        self._looks: Looks = furnishing.settings.looks(None)
        self._joined = self._counted = False
        self._stories: list[Story] = []
        self._open: dict[Element, Open] = {}
        self._enter: Mapping[str, Callable[[Element], bool]] = {
            "w:p": self._enter_paragraph,
            "w:r": self._runs.run,
            "w:hyperlink": self._enter_link,
            "w:fldSimple": self._enter_simple,
            "w:sdt": self._enter_control,
            "w:tbl": self._enter_table,
            "w:tr": lambda row: not is_struck(row.first("w:trPr"), "w:del"),
            "w:tc": self._enter_cell,
            "w:txbxContent": self._enter_box,
            "m:oMath": self._runs.equation,
            "w:commentRangeStart": self._runs.comment,
            "w:bookmarkStart": self._runs.bookmark,
            "w:bookmarkEnd": self._runs.bookmark_end,
            "w:altChunk": self._unread_chunk,
            "w:subDoc": self._unread_chunk,
        }
        self._leave: Mapping[str, Callable[[Element], None]] = {
            "w:p": self._leave_paragraph,
            "w:hyperlink": self._leave_link,
            "w:fldSimple": self.fields.simple_end,
            "w:sdt": self._leave_control,
            "w:tbl": self._leave_held,
            "w:tc": self._leave_held,
            "w:txbxContent": self._leave_box,
        }

    @property
    def works(self) -> Works:
        """The works that citations named."""
        return self.fields.works

    @property
    def candidates(self) -> list[Candidate]:
        """Runs of raised digits, which may be note marks that the author typed."""
        return self._runs.candidates

    @property
    def noted(self) -> Mapping[str, str]:
        """The notes that are marked in bookmarks, by the bookmarks' names."""
        return self._runs.noted

    def lead(self, label: str) -> None:
        """The label of the note to be written next, left out where its text begins with it."""
        self._runs.lead = label

    def write(self, root: Element, part: FilePart, held: Held, story: Story) -> None:
        """Write all that an element of a part holds, set as `held` says, counted with the paragraphs of `story`."""
        self._part = self._runs.part = part
        self._held, self.inline.lines.story = [held], story
        self.fields.enter_story()
        self._walk(root)
        if self._joined:
            self._joined = False
            self.inline.end(stays=False)
        self.inline.assembly.close_block()
        self.inline.verbatim = False
        self.fields.leave_story()

    def _walk(self, root: Element) -> None:
        """The walk has a stack of its own, so that nesting is no matter."""
        waiting: list[_Step] = [(root, iter(root.children))]
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                self._left(element, waiting)
            elif isinstance(child, Element):
                self._met(child, waiting)

    def _met(self, child: Element, waiting: list[_Step]) -> None:
        enter = self._enter.get(child.tag)
        if enter is not None:
            if enter(child):
                waiting.append((child, iter(child.children)))
        elif child.tag in _THROUGH:
            waiting.append((child, iter(child.children)))
        elif child.tag == "mc:AlternateContent":
            branch = self._runs.branch(child)
            if branch is not None:
                waiting.append((branch, iter(branch.children)))

    def _left(self, element: Element | None, waiting: list[_Step]) -> None:
        leave = self._leave.get(element.tag) if element is not None else None
        if leave is not None and element is not None:
            leave(element)
            if element.tag == "w:p" and self._runs.boxes and not self._joined:
                boxes, self._runs.boxes = self._runs.boxes, []
                waiting.append((None, iter(boxes)))

    def _setting(self) -> tuple[Setting, str]:
        counted, self._counted = self._counted, True
        return self._settings.setting(self._looks, self._held[-1], self.fields.part, counted=counted)

    def _enter_paragraph(self, paragraph: Element) -> bool:
        properties = _properties(paragraph)
        looks = self._settings.looks(properties)
        if not self._joined or self.inline.fresh:
            self._looks, self._counted = looks, False
        self._runs.style = looks.style
        if looks.style.role is not Role.CODE and not self._joined:
            self.inline.verbatim = False
        self.inline.begin(joined=self._joined)
        return True

    def _leave_paragraph(self, paragraph: Element) -> None:
        properties = _properties(paragraph)
        self._joined = properties is not None and _goes_on(properties)
        if not self._counted and not self._joined:
            self._settings.skip(self._looks)
        before = len(self.inline.assembly.blocks)
        self.inline.end(stays=self._joined)
        if len(self.inline.assembly.blocks) > before:
            self._name_part()
        if properties is not None and properties.first("w:sectPr") is not None:
            self._notes.next_section()

    def _name_part(self) -> None:
        """Look whether the block just written is a heading that opens or closes a part."""
        blocks = self.inline.assembly.blocks
        block = blocks[-1]
        if self._held[-1].fixed or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.REFERENCE):
            return
        if block.kind is not BlockKind.HEADING:
            if len(block.span) > _LONGEST_HEADING or not self._is_strong(block.span):
                return
            named = part_named(self.inline.words)
            if named is not None:
                self._settings.name_part(named, 6)
                blocks[-1] = replace(block, kind=BlockKind.HEADING, level=6, part=named)
            return
        words = self.inline.words
        if self._looks.style.role is Role.TITLE:
            self.title = self.title or words
        now = self._settings.name_part(part_named(words), block.level)
        blocks[-1] = replace(block, part=now or self._held[-1].setting.part)

    def _is_strong(self, span: Span) -> bool:
        marks = self.inline.assembly.marks
        return any(mark.kind is MarkKind.STRONG and mark.span.covers(span) for mark in marks[-4:])

    def _enter_link(self, link: Element) -> bool:
        relation = self._part.relations.get(link.get("r:id")) if self._part is not None else None
        address, place = relation.target if relation is not None else "", link.get("w:anchor")
        target = f"{address}#{place}" if place else address
        self._runs.note_link = _NOTE_PLACE.fullmatch(place) is not None
        if target and not self._runs.note_link:
            self._open[link] = self.inline.open(lambda span: [Mark(span, MarkKind.LINK, "", target)])
        return True

    def _leave_link(self, link: Element) -> None:
        self._runs.note_link = False
        one = self._open.pop(link, None)
        if one is not None:
            self.inline.close(one)

    def _enter_simple(self, element: Element) -> bool:
        self.fields.simple(element)
        return True

    def _enter_control(self, control: Element) -> bool:
        properties = control.first("w:sdtPr")
        if properties is None:
            return True
        tag = value(properties, "w:tag")
        gallery = value(properties.first("w:docPartObj"), "w:docPartGallery")
        if is_citation_tag(tag):
            items = items_of_tag(tag)
            self._open[control] = self.inline.open(lambda span: self.fields.cite(items, span), once=True)
        elif gallery == "Table of Contents":
            self.fields.region(control, Part.NAVIGATION)
        elif tag.startswith("MENDELEY_BIBLIOGRAPHY"):
            self.fields.region(control, Part.REFERENCES)
        return True

    def _leave_control(self, control: Element) -> None:
        self.fields.region_end(control)
        one = self._open.pop(control, None)
        if one is not None:
            self.inline.close(one, needed=True)

    def _enter_table(self, table: Element) -> bool:
        held = self._held[-1]
        rows = [row for _, row in zip(range(_WIDE), table.elements("w:tr"), strict=False)]
        wide = any(sum(1 for _ in row.elements("w:tc", "w:sdt")) > 1 for row in rows)
        if wide and not held.fixed:
            held = Held(replace(held.setting, kind=BlockKind.TABLE, group=self._settings.new_group()))
        self._held.append(held)
        return True

    def _enter_cell(self, cell: Element) -> bool:
        if is_struck(cell.first("w:tcPr"), "w:cellDel"):
            return False
        held = self._held[-1]
        if held.setting.kind is BlockKind.TABLE and not held.fixed:
            inner = sum(any(one.elements("w:r", "w:hyperlink", "w:ins", "w:tr")) for one in cell.elements())
            kind = BlockKind.PARAGRAPH if inner > 1 else BlockKind.TABLE
            held = Held(replace(held.setting, kind=kind))
        self._held.append(held)
        return True

    def _leave_held(self, element: Element) -> None:
        self._held.pop()

    def _enter_box(self, box: Element) -> bool:
        held = self._held[-1]
        self._held.append(held if held.fixed else Held(Setting(part=held.setting.part)))
        self.fields.enter_story()
        self._stories.append(self.inline.lines.story)
        if self.inline.lines.story is Story.BODY:
            self.inline.lines.story = Story.BOXES
        return True

    def _leave_box(self, box: Element) -> None:
        self._held.pop()
        self.fields.leave_story()
        self.inline.lines.story = self._stories.pop()

    def _unread_chunk(self, element: Element) -> bool:
        self.fields.unread.append("a file inserted whole into the document (altChunk, subDoc)")
        return False


_NOTE_PLACE = waiting(r"_(?:ftn|edn)[1-9][0-9]{0,2}")
"""What notes are called that Word wrote into a web page from which they were copied again."""

_THROUGH = frozenset(
    "w:body w:document w:ins w:moveTo w:smartTag w:customXml w:sdtContent w:bdo w:dir m:oMathPara".split()
)


def _properties(paragraph: Element) -> Element | None:
    first = paragraph.children[0] if paragraph.children else None
    if isinstance(first, Element) and first.tag == "w:pPr":
        return first
    return paragraph.first("w:pPr")


def _goes_on(properties: Element) -> bool:
    """Whether a paragraph runs on in the next: its mark was deleted or moved away, or it is a letter set large."""
    frame = properties.first("w:framePr")
    if frame is not None and frame.get("w:dropCap") in ("drop", "margin"):
        return True
    return is_struck(properties.first("w:rPr"), "w:del", "w:moveFrom")
