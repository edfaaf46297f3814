"""How a run looks: emphasised against its paragraph, hidden, raised."""

from __future__ import annotations

from dataclasses import dataclass

from holdwater.read.docx.properties import is_on
from holdwater.read.docx.styles import PLAIN, Style, Styles
from holdwater.read.xml import Element


@dataclass(frozen=True, slots=True)
class RunLook:
    """`marks` are emphasis, strong and code, each against the look of the paragraph's style."""

    marks: tuple[bool, bool, bool] = (False, False, False)
    hidden: bool = False
    raised: bool = False


_SWITCHES = frozenset({"w:i", "w:b", "w:vanish", "w:specVanish", "w:vertAlign", "w:position", "w:rStyle"})
_PLAIN = RunLook()


def run_look(run: Element, paragraph: Style, styles: Styles) -> RunLook:
    """The look of a run in a paragraph of a style.

    Italics and bold are switches: a run's own decide, and those of a run's style turn the paragraph's over, so that a
    word of the style Emphasis stands upright in an italic quotation and is emphasised all the same.
    """
    properties = next((child for child in run.children if isinstance(child, Element) and child.tag == "w:rPr"), None)
    if properties is None:
        return RunLook(hidden=True) if paragraph.hidden else _PLAIN
    found = {child.tag: child for child in properties.children if isinstance(child, Element) and child.tag in _SWITCHES}
    if not found:
        return RunLook(hidden=True) if paragraph.hidden else _PLAIN
    named = found.get("w:rStyle")
    style = styles.run(named.get("w:val")) if named is not None else PLAIN
    italic, bold = is_on(found.get("w:i")), is_on(found.get("w:b"))
    hidden = is_on(found.get("w:vanish"))
    place = found.get("w:vertAlign")
    return RunLook(
        marks=(
            style.italic if italic is None else italic is not paragraph.italic,
            style.bold if bold is None else bold is not paragraph.bold,
            style.code,
        ),
        hidden=(style.hidden or paragraph.hidden) if hidden is None else hidden,
        raised=place.get("w:val") == "superscript" if place is not None else style.raised,
    )
