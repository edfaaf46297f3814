"""How a paragraph is set: heading, quotation, list item, by its style, its list, its indentation, its surroundings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from holdwater.document import BlockKind, Part
from holdwater.read.assembly import Setting
from holdwater.read.docx.numbering import Level, Numbering
from holdwater.read.docx.properties import Indent, Numbered, indent_of, numbered_of, value
from holdwater.read.docx.styles import Role, Style, Styles
from holdwater.read.xml import Element

_SET_IN = 340
"""From how far in, in twentieths of a point, a paragraph may be a quotation: Word's own step is twice that."""

_FAR_IN = 4000
"""A signature or an address stands further in than a quotation."""

_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Held:
    """What the containers around a paragraph say of it; `fixed` if its own looks make no difference."""

    setting: Setting = field(default_factory=Setting)
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """What a paragraph's own properties and its style come to."""

    style: Style
    own: Indent
    indent: Indent
    numbered: Numbered
    level: Level | None
    heading: int
    centred: bool


class Settings:
    """Gives the paragraphs their settings, in the file's order."""

    def __init__(self, styles: Styles, numbering: Numbering, usual_left: int) -> None:
        """`usual_left` is how far in the document's plain paragraphs stand (see `usual_left`)."""
        self._styles = styles
        self._numbering = numbering
        self._usual = usual_left
        self._groups = 0
        self._last = Setting()
        self._last_level: Level | None = None
        self._named: tuple[Part, int] | None = None

    def new_group(self) -> int:
        """A number that no container of this document has yet."""
        self._groups += 1
        return self._groups

    def name_part(self, part: Part | None, level: int) -> Part | None:
        """A heading of a level opens a part, or closes the one that a heading no deeper had opened.

        Returns the part that is open now.
        """
        if part is not None:
            self._named = (part, level)
        elif self._named is not None and level <= self._named[1]:
            self._named = None
        return self._named[0] if self._named is not None else None

    def skip(self, looks: Looks) -> None:
        """Count an item of a list that has no words."""
        if looks.level is not None and looks.numbered.number:
            self._numbering.step(looks.numbered.number, looks.numbered.level or 0)

    def looks(self, properties: Element | None) -> Looks:
        """What a paragraph's `w:pPr` and its style come to."""
        style = self._styles.paragraph(value(properties, "w:pStyle"))
        own, numbered = indent_of(properties), numbered_of(properties)
        number = style.numbered.number if numbered.number is None else numbered.number
        depth = style.numbered.level if numbered.level is None else numbered.level
        level = self._numbering.level(number, depth or 0) if number else None
        jc = value(properties, "w:jc")
        outline = value(properties, "w:outlineLvl")
        heading = int(outline) + 1 if outline in tuple("012345678") else 0 if outline == "9" else style.level
        return Looks(
            style=style,
            own=own,
            indent=own.over(level.indent.over(style.indent) if level is not None else style.indent),
            numbered=Numbered(number, depth or 0),
            level=level,
            heading=heading,
            centred=jc in ("center", "right", "end") if jc else style.centred,
        )

    def setting(self, looks: Looks, held: Held, field_part: Part | None, *, counted: bool) -> tuple[Setting, str]:
        """The setting of a paragraph, and the number that is printed before it where the text must show it.

        `field_part` is what a field that the paragraph stands in prints: references, or a table of contents; `counted`
        says that the paragraph has had its number.
        """
        printed = ""
        if looks.level is not None and looks.numbered.number and not counted:
            printed = self._numbering.step(looks.numbered.number, looks.numbered.level or 0)
        setting = self._in_field(held, field_part) or self._of_style(looks, held) or self._of_place(looks, held)
        named = self._named[0] if self._named is not None and setting.part is Part.BODY else setting.part
        setting = replace(setting, part=named)
        if named is Part.REFERENCES and setting.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            setting = replace(setting, kind=BlockKind.REFERENCE, level=0)
        self._last, self._last_level = setting, looks.level or self._last_level
        shown = setting.part in (Part.REFERENCES, Part.NOTES) and setting.kind is not BlockKind.HEADING
        return setting, printed if shown and not held.fixed else ""

    def _in_field(self, held: Held, part: Part | None) -> Setting | None:
        if held.fixed:
            return held.setting
        if part is Part.NAVIGATION:
            return replace(held.setting, kind=BlockKind.FURNITURE, part=part)
        if part is Part.REFERENCES:
            return replace(held.setting, kind=BlockKind.REFERENCE, part=part)
        return None

    def _of_style(self, looks: Looks, held: Held) -> Setting | None:
        """What the style alone makes of a paragraph."""
        setting, role = held.setting, looks.style.role
        if role is Role.CONTENTS:
            return replace(setting, kind=BlockKind.FURNITURE, part=Part.NAVIGATION)
        if role is Role.REFERENCE:
            return replace(setting, kind=BlockKind.REFERENCE, part=Part.REFERENCES)
        if role is Role.QUOTE and not looks.heading:
            return self._quoted(setting)
        if setting.kind is BlockKind.TABLE:
            return setting
        if role is Role.TITLE or looks.heading:
            return replace(setting, kind=BlockKind.HEADING, level=looks.heading or 1)
        if role is Role.CAPTION:
            return replace(setting, kind=BlockKind.CAPTION)
        if role is Role.CODE:
            return replace(setting, kind=BlockKind.CODE)
        return replace(setting, part=Part.FRONT) if role is Role.FRONT and setting.part is Part.BODY else None

    def _of_place(self, looks: Looks, held: Held) -> Setting:
        """What its list or its indentation makes of a paragraph."""
        setting = held.setting
        if setting.kind is not BlockKind.PARAGRAPH:
            return setting
        if looks.level is not None and looks.numbered.number and looks.level.form != "none":
            depth = (looks.numbered.level or 0) + 1
            return replace(setting, kind=BlockKind.LIST_ITEM, level=depth, group=self._group(BlockKind.LIST_ITEM))
        if self._continues_item(looks):
            return self._last
        return self._quoted(setting) if self._is_set_in(looks) else setting

    def _quoted(self, setting: Setting) -> Setting:
        return replace(setting, kind=BlockKind.QUOTE, quoted=1, group=self._group(BlockKind.QUOTE))

    def _group(self, kind: BlockKind) -> int:
        return self._last.group if self._last.kind is kind and self._last.group else self.new_group()

    def _continues_item(self, looks: Looks) -> bool:
        """A paragraph without a bullet that stands as far in as the item before it."""
        if self._last.kind is not BlockKind.LIST_ITEM or self._last_level is None:
            return False
        left, item = looks.indent.left or 0, self._last_level.indent.left or 0
        return item > 0 and left - self._usual > 0 and abs(left - item) <= _BESIDE

    def _is_set_in(self, looks: Looks) -> bool:
        """Whether a paragraph is set in like a quotation: all its lines, not centred, not as far as a signature.

        What only its style sets in must be set in on both sides: styles for lists and for addresses are on the left.
        """
        indent, style = looks.indent, looks.style.indent
        if looks.centred or (looks.own.left is None and (indent.right or 0) < _SET_IN):
            return False
        usual = self._usual if looks.own.left is None else max(self._usual, style.left or 0)
        left = (indent.left or 0) - usual
        return _SET_IN <= left <= _FAR_IN and left + min(0, indent.first or 0) >= _SET_IN


def usual_left(body: Element, styles: Styles) -> int:
    """How far in most plain paragraphs of a body stand."""
    found: Counter[int] = Counter()
    for paragraph in body.elements("w:p"):
        properties = paragraph.first("w:pPr")
        style = styles.paragraph(value(properties, "w:pStyle"))
        if (
            paragraph.first("w:r") is not None
            and not style.level
            and style.role is None
            and style.numbered.number is None
        ):
            found[indent_of(properties).over(style.indent).left or 0] += 1
    return found.most_common(1)[0][0] if found else 0
