"""Tags within wikitext: HTML's own, and MediaWiki's (<ref>, <nowiki>, <poem>, <math>, …)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from holdwater.document import BlockKind, MarkKind
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.wikitext.pieces import Piece, PieceKind
from holdwater.read.wikitext.writing import Frame, OpenTag, Writing

_TAG = waiting(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})((?:\s[^<>]{0,4000})?)(/?)>")
_ATTRIBUTE = waiting(r"""([A-Za-z-]{1,20})\s{0,9}=\s{0,9}(?:"([^"]{0,400})"|'([^']{0,400})'|([^\s"'>/]{1,400}))""")

_INLINE = {
    "b": MarkKind.STRONG, "strong": MarkKind.STRONG, "i": MarkKind.EMPHASIS, "em": MarkKind.EMPHASIS,
    "var": MarkKind.EMPHASIS, "dfn": MarkKind.EMPHASIS, "cite": MarkKind.TITLE, "q": MarkKind.QUOTE,
    "code": MarkKind.CODE, "tt": MarkKind.CODE, "kbd": MarkKind.CODE, "samp": MarkKind.CODE,
}  # fmt: skip
_PLAIN = frozenset(
    "u s del ins strike small big sub sup span font abbr bdi bdo ruby rb rp rt a time data mark wbr noinclude"
    " onlyinclude includeonly translate tvar languages nowiki ref references section".split()
)
_ITEMS = frozenset({"li", "dt", "dd"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    "p div center blockquote ul ol dl table tbody thead tr caption section article figure figcaption"
    " h1 h2 h3 h4 h5 h6 poem gallery".split()
)
_CODE = frozenset({"pre", "syntaxhighlight", "source", "score", "timeline", "graph", "inputbox"})
_FORMULA = frozenset({"math", "chem", "ce"})
_MAX_OPEN = 60
"""How many tags may be open within each other; MediaWiki's own pages have a dozen."""


def attributes(words: str) -> Mapping[str, str]:
    """The attributes of a tag, by their names in lower case."""
    found = {}
    for one in _ATTRIBUTE.finditer(words):
        value = one[2] if one[2] is not None else one[3] if one[3] is not None else one[4]
        found[one[1].lower()] = " ".join(value.split())
    return found


def tag(writer: Writing, at: int, frame: Frame) -> int:
    """Take the tag at `at`, and say where to go on."""
    piece = writer.pieces.get(at)
    if piece is not None and piece.kind is PieceKind.TAG and piece.end <= frame.end:
        _extension(writer, piece)
        return piece.end
    found = _TAG.match(writer.raw, at, frame.end)
    name = found[2].lower() if found else ""
    if found is None or not _known(name):
        writer.pen.words(at, at + 1)
        return at + 1
    if found[1]:
        _close(writer, name, frame)
    elif name in ("br", "hr"):
        writer.pen.gap(at)
    elif not found[4] and not found[3].endswith("/"):
        _open(writer, name, frame)
    return found.end()


def _known(name: str) -> bool:
    return name in _INLINE or name in _PLAIN or name in _BLOCKS or name in _ITEMS or name in _CELLS or name in (
        "br", "hr", "pre",
    )  # fmt: skip


def _open(writer: Writing, name: str, frame: Frame) -> None:
    if len(frame.tags) >= _MAX_OPEN:
        return
    if name in _INLINE:
        if name == "q":
            writer.pen.add("“")
        frame.tags.append(OpenTag(name, writer.pen.open(_INLINE[name])))
    elif name in _PLAIN:
        frame.tags.append(OpenTag(name))
    elif writer.held[-1].fixed and name not in ("p", "div", "blockquote"):
        writer.pen.gap()
    else:
        if name in _ITEMS or name == "p":
            _close_open_item(writer, name, frame)
        writer.hold(_block(writer, name), fixed=writer.held[-1].fixed)
        frame.tags.append(OpenTag(name, holds=True))


def _close_open_item(writer: Writing, name: str, frame: Frame) -> None:
    """An item or paragraph that was never closed ends where the next begins."""
    if frame.tags and frame.tags[-1].name == name:
        _close(writer, name, frame)


def _block(writer: Writing, name: str) -> Setting:
    held = writer.held[-1]
    if held.fixed:
        return held.setting
    one = held.setting
    if name == "blockquote":
        group = one.group if one.quoted else next(writer.groups)
        return replace(writer.setting(), kind=BlockKind.QUOTE, quoted=one.quoted + 1, group=group)
    if name in ("ul", "ol", "dl", "table"):
        return replace(writer.setting(), group=one.group or next(writer.groups), level=one.level + (name != "table"))
    if name in _ITEMS:
        return writer.setting(BlockKind.LIST_ITEM, level=one.level or 1)
    if name in _CELLS:
        return writer.setting(BlockKind.TABLE)
    if name in ("caption", "figcaption"):
        return writer.setting(BlockKind.CAPTION)
    if name[0] == "h" and name[1:].isdigit():
        return writer.setting(BlockKind.HEADING, level=int(name[1:]))
    return replace(writer.setting(one.kind, level=one.level), group=one.group)


def _close(writer: Writing, name: str, frame: Frame) -> None:
    """Close the tag of this name that was opened last, and what is open in it; nothing if there is none."""
    if not any(one.name == name for one in frame.tags):
        if name in _BLOCKS and not writer.held[-1].fixed:
            writer.open()
        return
    while frame.tags:
        one = frame.tags.pop()
        _end(writer, one)
        if one.name == name:
            return


def _end(writer: Writing, one: OpenTag) -> None:
    if one.mark is not None:
        writer.pen.close(one.mark)
        if one.name == "q":
            writer.pen.add("”")
    if one.holds:
        writer.release()


def close_all(writer: Writing, frame: Frame) -> None:
    """Close what a stretch has left open."""
    while frame.tags:
        _end(writer, frame.tags.pop())


def _extension(writer: Writing, piece: Piece) -> None:
    if piece.name == "ref":
        reference(writer, piece)
    elif piece.name == "references":
        define_refs(writer, piece.inner, piece.inner_end)
    elif piece.name == "nowiki":
        _literal(writer, piece)
    elif piece.name == "pre" or piece.name in _CODE:
        _code(writer, piece)
    elif piece.name == "poem":
        _poem(writer, piece)
    elif piece.name in _FORMULA:
        mark = writer.pen.open(MarkKind.CODE)
        writer.pen.words(piece.inner, piece.inner_end)
        writer.pen.close(mark)
    elif piece.name == "gallery":
        _gallery(writer, piece)


def reference(writer: Writing, piece: Piece) -> None:
    """A <ref>: a note's mark, and what the note holds if it stands here."""
    head = attributes(writer.raw[piece.start + 4 : piece.inner])
    group, name = head.get("group", ""), head.get("name", "")
    filled = bool(writer.raw[piece.inner : piece.inner_end].strip())
    content = partial(writer.write, piece.inner, piece.inner_end) if filled else None
    if head.get("follow") and content is not None:
        writer.notes.follow(group, head["follow"], content)
        return
    if name or content is not None:
        writer.note_mark(group, name, content, extends=head.get("extends", ""))


def define_refs(writer: Writing, start: int, end: int) -> None:
    """Keep the notes whose words stand in a list of references; their marks stand elsewhere."""
    kept, writer.defining = writer.defining, True
    at = start
    while (at := writer.raw.find("<", at, end)) >= 0:
        piece = writer.pieces.get(at)
        if piece is not None and piece.name == "ref":
            reference(writer, piece)
        at = piece.end if piece is not None else at + 1
    writer.defining = kept


def _literal(writer: Writing, piece: Piece) -> None:
    """Write what stands between <nowiki> tags: entities count, nothing else does."""
    at = piece.inner
    for entity in re.finditer(r"&#?\w{1,31};", writer.raw[piece.inner : piece.inner_end]):
        start = piece.inner + entity.start()
        writer.pen.words(at, start)
        writer.entity(entity[0], start)
        at = start + len(entity[0])
    writer.pen.words(at, piece.inner_end)


def _code(writer: Writing, piece: Piece) -> None:
    if "inline" in writer.raw[piece.start : piece.inner].split() or writer.held[-1].fixed:
        mark = writer.pen.open(MarkKind.CODE)
        _literal(writer, piece)
        writer.pen.close(mark)
        return
    writer.open(BlockKind.CODE)
    start, end = piece.inner, piece.inner_end
    while start < end and writer.raw[start] in "\r\n":
        start += 1
    at = start
    for entity in re.finditer(r"&(?:lt|gt|amp|quot|nbsp|#39|#\d{1,7});", writer.raw[start:end]):
        writer.pen.verbatim(at, start + entity.start(), whole=True)
        writer.entity(entity[0], start + entity.start())
        at = start + entity.end()
    writer.pen.verbatim(at, end)
    writer.open()


def _poem(writer: Writing, piece: Piece) -> None:
    """A poem: a paragraph a stanza; where it stands in no quotation it is one."""
    held = writer.held[-1]
    setting = held.setting
    if not held.fixed:
        group = setting.group if setting.quoted else next(writer.groups)
        quoted = max(setting.quoted, 1)
        setting = replace(writer.setting(), kind=BlockKind.QUOTE, quoted=quoted, group=group)
    at = piece.inner
    writer.pen.block(setting)
    while at < piece.inner_end:
        line_end = writer.line_end(at, piece.inner_end)
        if not writer.raw[at:line_end].strip():
            writer.pen.block(setting)
        writer.write(at, line_end, by_line=False)
        writer.pen.gap(line_end)
        at = line_end + 1
    writer.open() if not held.fixed else writer.pen.block(setting)


def _gallery(writer: Writing, piece: Piece) -> None:
    """A gallery: a caption a picture."""
    at = piece.inner
    while at < piece.inner_end:
        line_end = writer.line_end(at, piece.inner_end)
        bar = writer.raw.find("|", at, line_end)
        if bar >= 0 and not writer.held[-1].fixed:
            writer.block_within(bar + 1, line_end, replace(writer.setting(BlockKind.CAPTION), quoted=0))
        at = line_end + 1
    if not writer.held[-1].fixed:
        writer.open()
