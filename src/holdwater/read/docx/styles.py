"""Styles: what a paragraph or a run is, by the chain of styles that its own is based on.

Built-in styles have English names in every language's Word, whatever their ids are; people's own are recognised by
their names in a few languages, or by the built-in one that they are based on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from holdwater.patterns import waiting
from holdwater.read.docx.labels import whole
from holdwater.read.docx.properties import Indent, Numbered, indent_of, is_on, numbered_of, value
from holdwater.read.xml import Element

_MAX_CHAIN = 30
"""How many styles may be based on each other; Word itself stops at eleven."""


class Role(Enum):
    """What a paragraph of a style is."""

    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    CONTENTS = "contents"
    REFERENCE = "reference"
    TITLE = "title"
    FRONT = "front"


_NAMES = (
    (Role.QUOTE, r"(?:(?:intense|long|block|display(?:ed)?) ?)?quot(?:e|es|ation|ations)(?: \(?block\)?)?"
                 r"|block ?(?:text|quotation|quote)|quoted text|extract|excerpt"
                 r"|(?:block)?zitat(?: intensiv|block)?|intensives zitat|citation(?: longue| intense)?|bloc de citation"
                 r"|cita(?: textual| larga| destacada| intensa)?|citação(?: longa)?|citaat|citazione(?: intensa)?"
                 r"|blokcitat|citat|sitat|lainaus|cytat|цитата"),
    (Role.CODE, r"source code|code(?: block)?|html preformatted|preformatted(?: text)?|verbatim|listing"),
    (Role.CAPTION, r"(?:image |table |figure )?caption|beschriftung|légende|figure|table"),
    (Role.CONTENTS, r"toc \d|toc heading|contents(?: heading| \d)?|table of figures|table of authorities|index \d"),
    (Role.REFERENCE, r"bibliography(?: \d)?|references?|works cited|literaturverzeichnis|citavi bibliography entry"
                     r"|endnote bibliography"),
    (Role.TITLE, r"title|titel|titre"),
    (Role.FRONT, r"subtitle|author|date|abstract(?: title)?"),
)  # fmt: skip
_ROLES = tuple((role, waiting(pattern, re.I)) for role, pattern in _NAMES)
_HEADING = waiting(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|заголовок)\s?([1-9])", re.I)
_CODE_RUN = waiting(r"(?:verbatim|source code|html code|html typewriter|code|inline code)(?: char)?", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style comes to, everything that it is based on counted in.

    `level` is a heading's from 1, 0 for no heading; `bold`, `italic` and `raised` are those of its runs.
    """

    role: Role | None = None
    level: int = 0
    numbered: Numbered = field(default_factory=Numbered)
    indent: Indent = field(default_factory=Indent)
    centred: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    raised: bool = False
    code: bool = False


PLAIN = Style()


class Styles:
    """The styles of a file, each worked out when it is first asked for."""

    def __init__(self, root: Element | None) -> None:
        """`root` is the tree of the styles part, None where the file has none."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._default = ""
        for one in root.elements("w:style") if root is not None else ():
            kind = one.get("w:type") or "paragraph"
            self._elements.setdefault((kind, one.get("w:styleId")), one)
            if kind == "paragraph" and one.get("w:default") not in ("", "0", "false", "off"):
                self._default = one.get("w:styleId")
        defaults = root.first("w:docDefaults") if root is not None else None
        run = defaults.first("w:rPrDefault", "w:rPr") if defaults is not None else None
        paragraph = defaults.first("w:pPrDefault", "w:pPr") if defaults is not None else None
        self._base = Style(indent=indent_of(paragraph), bold=bool(is_on(_child(run, "w:b"))),
                           italic=bool(is_on(_child(run, "w:i"))))  # fmt: skip
        language = _child(run, "w:lang")
        self.language = language.get("w:val") if language is not None else ""

    def paragraph(self, style: str) -> Style:
        """The style of paragraphs with this id; the default one for "" and for ids that nothing is known of."""
        if ("paragraph", style) not in self._elements:
            style = self._default
        return self._style("paragraph", style)

    def run(self, style: str) -> Style:
        """The style of runs with this id: what it changes, as its own switches say."""
        return self._style("character", style) if style else PLAIN

    def _style(self, kind: str, style: str) -> Style:
        known = self._known.get((kind, style))
        if known is None:
            known = self._base if kind == "paragraph" else PLAIN
            for element in reversed(self._chain(kind, style)):
                known = _over(known, element)
            self._known[kind, style] = known
        return known

    def _chain(self, kind: str, style: str) -> list[Element]:
        """The style's element and those that it is based on, itself first; a circle is cut where it closes."""
        found: list[Element] = []
        while len(found) < _MAX_CHAIN:
            element = self._elements.get((kind, style))
            if element is None or element in found:
                break
            found.append(element)
            style = value(element, "w:basedOn")
        return found


def _child(parent: Element | None, tag: str) -> Element | None:
    return parent.first(tag) if parent is not None else None


def _over(under: Style, element: Element) -> Style:
    """The style of `element`, based on the style `under`."""
    paragraph, run = element.first("w:pPr"), element.first("w:rPr")
    name = value(element, "w:name")
    role, level = _role(name), _level(name, value(paragraph, "w:outlineLvl"))
    own = numbered_of(paragraph)
    number = under.numbered.number if own.number is None else own.number
    depth = under.numbered.level if own.level is None else own.level
    hidden = is_on(_child(run, "w:vanish"))
    return Style(
        role=role or (None if level else under.role),
        level=under.level if level is None else level,
        numbered=Numbered(number, depth),
        indent=indent_of(paragraph).over(under.indent),
        centred=value(paragraph, "w:jc") in ("center", "right", "end") if value(paragraph, "w:jc") else under.centred,
        bold=_toggled(under.bold, _child(run, "w:b")),
        italic=_toggled(under.italic, _child(run, "w:i")),
        hidden=under.hidden if hidden is None else hidden,
        raised=value(run, "w:vertAlign") == "superscript" or (under.raised and not value(run, "w:vertAlign")),
        code=under.code or _CODE_RUN.fullmatch(name) is not None,
    )


def _toggled(under: bool, element: Element | None) -> bool:
    """A switch of a style that is based on another: the nearer one decides."""
    on = is_on(element)
    return under if on is None else on


def _role(name: str) -> Role | None:
    return next((role for role, pattern in _ROLES if pattern.fullmatch(name.strip()[:60])), None)


def _level(name: str, outline: str) -> int | None:
    """A heading's level from 1, 0 where the style says that it is none, None where it says nothing."""
    if outline:
        level = whole(outline, 9)
        return level + 1 if 0 <= level < 9 else 0
    named = _HEADING.fullmatch(name.strip()[:60])
    return int(named[1]) if named else None
