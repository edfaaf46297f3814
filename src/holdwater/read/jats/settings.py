"""How each element of JATS is set: which begin a block, of what kind and part, and which are not shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from holdwater.document import BlockKind, MarkKind, Part
from holdwater.read.assembly import Setting
from holdwater.read.headings import part_named
from holdwater.read.jats.kin import opening
from holdwater.read.xml import Element

UNSEEN = frozenset(
    "journal-meta processing-meta collection-meta article-id article-categories alt-title trans-title-group"
    " contrib-id email-alternatives role xref-group pub-date pub-history history volume issue fpage lpage page-range"
    " elocation-id counts custom-meta-group custom-meta self-uri related-article related-object pub-date-not-available"
    " volume-id issue-id issue-title isbn issn book-id book-volume-number alt-text long-desc object-id sec-meta"
    " index-term index-term-range-end graphic inline-graphic funding-source award-id award-group copyright-year"
    " copyright-holder institution-id subj-group conference event authenticated answer-set-meta"
    " mml:annotation mml:annotation-xml col colgroup".split()
)
"""What no reader of the page sees as text, or sees in another form (a date, a volume, a picture)."""

SEEN_IN_CITATIONS = frozenset(
    "volume issue fpage lpage page-range elocation-id issue-title isbn issn role pub-date object-id volume-id"
    " issue-id article-id conference".split()
)
"""Of these, what a citation prints."""

BLOCKS = frozenset(
    "article book book-part book-part-wrapper front front-stub body back floats-group sub-article response sec"
    " abstract trans-abstract ack app app-group notes glossary bio dedication foreword preface front-matter book-body"
    " book-back front-matter-part named-book-part-body toc title subtitle article-title book-title p speaker"
    " speech disp-quote boxed-text statement list list-item def-list def-item term def preformat verse-group fig"
    " fig-group table-wrap table-wrap-group table tr td th caption attrib fn fn-group table-wrap-foot"
    " supplementary-material ref-list ref note contrib-group aff author-notes corresp kwd-group funding-statement"
    " license license-p copyright-statement book-meta book-part-meta article-meta title-group question answer"
    " explanation question-wrap disp-formula-group chem-struct-wrap floats-wrap explanation".split()
)
FLOATS = frozenset(
    "fig fig-group table-wrap table-wrap-group boxed-text supplementary-material chem-struct-wrap".split()
)
"""What stands beside the text: inside a paragraph it is written after that."""

SECTIONS = frozenset(
    "sec abstract trans-abstract ack app notes glossary bio dedication foreword preface front-matter-part ref-list"
    " fn-group boxed-text statement kwd-group book-part toc app-group def-list list".split()
)
_CELLS = frozenset({"td", "th"})
_REVIEWS = frozenset(
    "decision-letter referee-report reviewer-report editor-report aggregated-review-documents author-comment reply"
    " response discussion commentary article-commentary peer-review rebuttal".split()
)
_INLINE = {
    "italic": MarkKind.EMPHASIS,
    "bold": MarkKind.STRONG,
    "monospace": MarkKind.CODE,
    "code": MarkKind.CODE,
}
_LINKS = frozenset({"ext-link", "uri", "email", "inline-supplementary-material", "related-object", "related-article"})
_FRONT = frozenset(
    "contrib-group aff author-notes kwd-group funding-statement license copyright-statement notes corresp".split()
)
_METAS = frozenset({"front", "front-stub", "article-meta", "book-meta", "book-part-meta"})


@dataclass(frozen=True, slots=True)
class Held:
    """What the elements around a text say of it; `depth` counts the sections, `lists` the lists it stands in."""

    setting: Setting = field(default_factory=Setting)
    depth: int = 1
    lists: int = 0
    verbatim: bool = False
    meta: bool = False


def held_in(element: Element, held: Held, group: int) -> Held:
    """What holds inside a block element, where `held` holds around it; `group` is a number for a new container."""
    tag, setting = element.tag, held.setting
    if tag in ("sub-article", "response"):
        review = tag == "response" or element.get("article-type").lower() in _REVIEWS
        return replace(held, setting=Setting(part=Part.COMMENTS if review else setting.part), depth=1)
    if tag in _METAS:
        return replace(held, meta=True)
    if tag in ("title", "subtitle", "article-title", "book-title"):
        return replace(held, setting=_title(element, held))
    if tag == "disp-quote":
        own = setting.group if setting.quoted else group
        return replace(
            held, setting=replace(setting, kind=BlockKind.QUOTE, quoted=setting.quoted + 1, group=own), lists=0
        )
    if tag in ("preformat", "code"):
        return replace(held, setting=replace(setting, kind=BlockKind.CODE), verbatim=True)
    if tag in ("caption", "attrib", "label", "table-wrap-foot"):
        return replace(held, setting=replace(setting, kind=BlockKind.CAPTION))
    if tag in FLOATS or tag in ("list", "def-list", "table", "fn-group"):
        return _container(element, held, group)
    if tag in ("list-item", "def-item", "term", "def") and setting.kind is not BlockKind.NOTE:
        return replace(held, setting=replace(setting, kind=BlockKind.LIST_ITEM, level=held.lists))
    if tag in _CELLS:
        return replace(held, setting=replace(setting, kind=BlockKind.TABLE))
    if tag in ("ref-list", "ref"):
        return _references(element, held, group)
    if held.meta and tag in _FRONT:
        return replace(held, setting=replace(setting, part=_front(setting)))
    return replace(held, depth=held.depth + 1) if tag in SECTIONS and tag != "kwd-group" else held


def _title(element: Element, held: Held) -> Setting:
    holder = element.parent.tag if element.parent is not None else ""
    setting = held.setting
    if holder == "caption":
        return setting
    level = 1 if holder in ("title-group", "book-title-group") else held.depth
    return replace(setting, kind=BlockKind.HEADING, level=level + (element.tag == "subtitle"), group=0)


def _container(element: Element, held: Held, group: int) -> Held:
    setting, tag = held.setting, element.tag
    if tag == "fn-group":
        return replace(held, depth=held.depth + 1)
    lists = held.lists + (tag in ("list", "def-list"))
    depth = held.depth + (tag == "boxed-text")
    return replace(held, setting=replace(setting, group=setting.group or group), lists=lists, depth=depth)


def _references(element: Element, held: Held, group: int) -> Held:
    part = held.setting.part if held.setting.part is Part.COMMENTS else Part.REFERENCES
    if element.tag == "ref-list":
        return replace(held, setting=replace(held.setting, part=part), depth=held.depth + 1)
    return replace(held, setting=Setting(BlockKind.REFERENCE, Part.REFERENCES, group=group))


def _front(setting: Setting) -> Part:
    return setting.part if setting.part is Part.COMMENTS else Part.FRONT


def notes_part(title: Element, setting: Setting, collects_notes: bool) -> Setting:
    """The setting of the heading of a group of notes: it belongs to them, unless the group holds only statements."""
    if collects_notes or part_named(opening(title)) is Part.NOTES:
        return replace(setting, part=Part.NOTES)
    return setting


def inline_mark(element: Element) -> tuple[MarkKind, str] | None:
    """The kind and target of the mark that an inline element makes of its words; None if it makes none."""
    if element.tag in _LINKS:
        target = element.get("xlink:href").strip() or opening(element, 2000)
        if element.tag == "email":
            target = f"mailto:{target}"
        return (MarkKind.LINK, target) if target else None
    kind = _INLINE.get(element.tag)
    return (kind, "") if kind else None
