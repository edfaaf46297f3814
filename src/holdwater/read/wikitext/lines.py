"""What a line of wikitext begins with: headings, lists, indented text, preformatted text, tables, rules."""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.headings import part_named
from holdwater.read.wikitext.pieces import PieceKind
from holdwater.read.wikitext.writing import Frame, Writing

_BLANK = waiting(r"[ \t\r\f]*(?:\n|\Z)")
_RULE = waiting(r"-{4,}")
_PREFIX = waiting(r"[*#:;]+[ \t]*")
_INDENTED = waiting(r"[ \t]+(?=[^\s{|<])")
_TERM_END = waiting(r"[ \t]:[ \t]|\n")
_COMMENT_LINE = waiting(r"[ \t]*(?=<!--)")

_NOTES = frozenset(
    "einzelnachweise; anmerkungen; fußnoten; notes et références; notes; références; note; noten; voetnoten; notas;"
    " referencias y notas; notas y referencias; notas e referências; referências; przypisy; примечания; footnotes;"
    " explanatory notes; citations; inline citations; einzelnachweise und anmerkungen; anmerkungen und"
    " einzelnachweise".split("; ")
)
_REFERENCES = frozenset(
    "literatur; quellen; bibliographie; ouvrages; publications; bibliografía; bibliografia; fuentes; fonti; bronnen;"
    " literatuur; literatura; литература; works; sources; general sources; works cited; general references;"
    " secondary sources; primary sources; further reading; weiterführende literatur; pour en savoir plus".split("; ")
)
_NAVIGATION = frozenset(
    "see also; external links; siehe auch; weblinks; voir aussi; articles connexes; liens externes; véase también;"
    " enlaces externos; voci correlate; collegamenti esterni; altri progetti; zie ook; externe links; ver também;"
    " ligações externas; zobacz też; linki zewnętrzne; см. также; ссылки".split("; ")
)


def begin(writer: Writing, at: int, frame: Frame) -> tuple[int, bool]:
    """Take what a line begins with; where to go on, and whether another line begins there."""
    raw, end, layout = writer.raw, frame.end, writer.layout
    char = raw[at]
    blank = _BLANK.match(raw, at, end)
    if blank:
        _leave_lines(writer)
        writer.open()
        return max(blank.end(), at + 1), True
    after = _comment_line(writer, at, end)
    if after:
        return after, True
    piece = writer.pieces.get(at)
    if piece is not None and piece.kind is PieceKind.TABLE and piece.end <= end:
        _leave_lines(writer)
        writer.table(piece)
        writer.open()
        return piece.end, False
    if char == "=" and not writer.held[-1].fixed:
        line_end = writer.line_end(at, end)
        if _heading(writer, at, line_end):
            return line_end + 1, True
    if char in "*#:;":
        return _item(writer, at, end)
    if char == " " and _INDENTED.match(raw, at, end) and not writer.held[-1].fixed:
        return _preformatted(writer, at, end), True
    rule = _RULE.match(raw, at, end) if char == "-" else None
    if layout.item or layout.preformatted or layout.list_group or rule:
        _leave_lines(writer)
        writer.open()
    return (rule.end() if rule else at), False


def _leave_lines(writer: Writing) -> None:
    layout = writer.layout
    layout.item = layout.preformatted = False
    layout.list_group = 0


def _comment_line(writer: Writing, at: int, end: int) -> int:
    """Where the next line begins if this one holds comments alone; 0 if it holds more."""
    comments = []
    while (lead := _COMMENT_LINE.match(writer.raw, at, end)) is not None:
        piece = writer.pieces.get(lead.end())
        if piece is None or piece.end > end:
            return 0
        comments.append(piece)
        at = piece.end
    rest = _BLANK.match(writer.raw, at, end)
    if not comments or rest is None:
        return 0
    if writer.layout.item:  # an item ends with its line
        writer.pen.end()
    for piece in comments:
        writer.comment(piece)
    return max(rest.end(), at)


def _heading(writer: Writing, at: int, line_end: int) -> bool:
    last = line_end
    while last > at and writer.raw[last - 1] in " \t\r":
        last -= 1
    line = writer.raw[at:last]
    if line.endswith("-->"):
        last = writer.raw.rfind("<!--", at, last)
        line = writer.raw[at:last].rstrip()
        last = at + len(line)
    level = min(len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("=")), 6)
    if not level or len(line) < 2 * level + 1:
        return False
    _leave_lines(writer)
    words = writer.plain(at + level, last - level)
    part = _part(words)
    layout = writer.layout
    if part is not None:
        layout.part, layout.part_level = part, level
    elif level <= layout.part_level:
        layout.part, layout.part_level = Part.BODY, 0
    writer.open(BlockKind.HEADING, level=level)
    writer.write(at + level, last - level, by_line=False)
    writer.open()
    return True


def _part(words: str) -> Part | None:
    named = words.lower().rstrip(" .:")
    if named in _NAVIGATION:
        return Part.NAVIGATION
    if named in _NOTES and named not in ("notes", "citations"):
        return Part.NOTES
    if named in _REFERENCES:
        return Part.REFERENCES
    return part_named(words)


def _item(writer: Writing, at: int, end: int) -> tuple[int, bool]:
    """Begin an item of a list, or a line of indented text."""
    raw, layout = writer.raw, writer.layout
    prefix = _PREFIX.match(raw, at, end)
    assert prefix is not None
    signs = prefix[0].rstrip()
    piece = writer.pieces.get(at)
    if piece is not None and piece.kind is PieceKind.TABLE:
        return prefix.end(), False
    if signs.strip(":") == "":
        _indented(writer, len(signs))
    else:
        layout.list_group = layout.list_group or next(writer.groups)
        writer.open(BlockKind.LIST_ITEM, level=len(signs), group=layout.list_group)
    layout.item = True
    if signs.endswith(";"):
        return _term(writer, prefix.end(), end, len(signs)), False
    return prefix.end(), False


def _term(writer: Writing, at: int, end: int, level: int) -> int:
    """Write a term that has its definition on the same line; where the definition, or the line's words, begin."""
    colon = _TERM_END.search(writer.raw, at, writer.line_end(at, end))
    if colon is None or colon[0] == "\n":
        return at
    writer.write(at, colon.start(), by_line=False)
    writer.open(BlockKind.LIST_ITEM, level=level, group=writer.layout.list_group)
    return colon.end()


def _indented(writer: Writing, level: int) -> None:
    """Text that stands indented is a quotation where the words before it lead up to one."""
    layout, assembly = writer.layout, writer.pen.assembly
    writer.pen.end()
    last = assembly.blocks[-1] if assembly.blocks else None
    if layout.list_group and last is not None and last.group == layout.list_group:
        quoted = last.quoted
    else:
        layout.list_group = next(writer.groups)
        leads = last is not None and last.kind is BlockKind.PARAGRAPH and writer.pen.last.endswith(":")
        quoted = 1 if leads else 0
    setting = writer.setting(level=level, group=layout.list_group)
    if quoted and not writer.held[-1].fixed and setting.part is Part.BODY:
        setting = replace(setting, kind=BlockKind.QUOTE, quoted=setting.quoted or 1)
    writer.pen.block(setting)


def _preformatted(writer: Writing, at: int, end: int) -> int:
    """Write a line that begins with a blank: its lines are kept."""
    layout = writer.layout
    if not layout.preformatted:
        _leave_lines(writer)
        writer.open(BlockKind.CODE)
        layout.preformatted = True
    else:
        writer.pen.line(at - 1)
    line_end = writer.line_end(at, end)
    writer.write(at + 1, line_end, by_line=False)
    return line_end + 1
