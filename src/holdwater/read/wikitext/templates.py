"""Templates: what each prints, as far as its name says it; those of unknown names are counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from holdwater.document import BlockKind, MarkKind, Part
from holdwater.patterns import waiting
from holdwater.read.wikitext import citations, shortened, values
from holdwater.read.wikitext import template_names as names
from holdwater.read.wikitext.call import Call, Stretch, called
from holdwater.read.wikitext.pieces import Piece
from holdwater.read.wikitext.shortened import OF_NOTE
from holdwater.read.wikitext.tags import attributes, define_refs
from holdwater.read.wikitext.writing import Writing

__all__ = ["OF_NOTE", "template"]

_TEXT = ("1", "text", "quote", "content", "quotetext", "texte", "texto", "testo", "contenu", "citation", "zitat",
         "inhalt", "cita", "citazione", "cytat", "treść", "contents", "title text")  # fmt: skip
_AUTHOR = ("author", "sign", "by", "autor", "auteur", "autore", "person", "speaker", "character", "cite", "автор")
_SOURCE = ("source", "title", "publication", "quelle", "fuente", "fonte", "ouvrage", "date", "ref", "источник")
_PLACES = {"cquote": ("4", "5"), "rquote": ("3", "4"), "quote box": (), "quotebox": (), "block indent": ()}
_RUNNING = waiting(r"(?:\S+\s+){7,}\S+")
_PARTS_OF_BOX = waiting(
    r"(?:image|logo|map|width|size|upright|coord|alt\b|caption|colou?r|style|class|module|embed|photo|bild|signature"
    r"|pushpin|zoom|flag|symbol|nopp|background|wikidata|légende|foto|karte|website|url|id\b|lat|long|latd|longd)",
    re.I,
)


def template(writer: Writing, piece: Piece) -> None:
    """Write what a template prints."""
    call = called(writer, piece)
    name = call.name.lower()
    for know in (_note, _citation, _quotation, values.value, _words, _apart):
        if know(writer, call, name):
            return
    if name in names.SILENT or name.startswith(names.SILENT_PREFIXES) or name.endswith(names.SILENT_SUFFIXES):
        _silent(writer, call, name)
        return
    _unknown(writer, call)


def _silent(writer: Writing, call: Call, name: str) -> None:
    if name.startswith("displaytitle:"):
        start = call.piece.parts[0][0] + writer.raw[call.piece.parts[0][0] : call.piece.parts[0][1]].index(":") + 1
        writer.metadata.setdefault("title", writer.plain(start, call.piece.parts[0][1]))
    define_refs(writer, call.piece.inner, call.piece.inner_end)


def _note(writer: Writing, call: Call, name: str) -> bool:
    """Templates that make a note."""
    if name in shortened.NOTES or name in shortened.IN_LINE:
        shortened.shortened(writer, call, name)
        return True
    if name in ("r", "ref name", "refname"):
        shortened.by_name(writer, call)
        return True
    if name in ("rp", "page"):
        where = call.get("1", "p", "pp", "page", "pages", "at")
        if where is not None:
            shortened.page_after(writer, where)
        return True
    group = _note_group(writer, call, name)
    if group is None:
        return False
    words = call.get("1", "text", "2") if name != "#tag:ref" else call.get("1")
    content = partial(writer.write, *words) if words is not None else None
    label = call.get("name")
    named = writer.plain(*label).strip("\"'") if label is not None else ""
    if content is not None or named:
        writer.note_mark(group, named, content)
    return True


def _note_group(writer: Writing, call: Call, name: str) -> str | None:
    if name.startswith("#tag:ref") and not name.startswith("#tag:references"):
        first = call.piece.parts[0]
        rest = writer.raw[slice(*first)].partition("ref")[2]
        default = attributes(rest).get("group", "")
    elif name in names.NOTE_GROUPS:
        default = names.NOTE_GROUPS[name]
    else:
        return None
    given = call.get("group")
    return writer.plain(*given).strip("\"'") if given is not None else default


def _citation(writer: Writing, call: Call, name: str) -> bool:
    """Templates that describe a work field by field."""
    return citations.citation(writer, call, name)


def _quotation(writer: Writing, call: Call, name: str) -> bool:
    """Templates that quote."""
    if name in ("citation", "citazione", "cita") and call.get("1") is not None and name not in names.QUOTES:
        _inline_quotation(writer, call, "«»")
        return True
    if name in names.INLINE_QUOTES:
        _inline_quotation(writer, call, names.INLINE_QUOTES[name])
        return True
    if name not in names.QUOTES:
        return False
    words = call.get(*_TEXT)
    if words is None:
        return True
    if writer.held[-1].fixed:
        _quotation_in_line(writer, call, words)
        return True
    _block_quotation(writer, call, words)
    return True


def _inline_quotation(writer: Writing, call: Call, signs: str) -> None:
    words = call.get(*_TEXT)
    if words is None:
        return
    writer.pen.add(signs[:1])
    mark = writer.pen.open(MarkKind.QUOTE)
    writer.write(*words, by_line=False)
    writer.pen.close(mark)
    writer.pen.add(signs[1:])


def _quotation_in_line(writer: Writing, call: Call, words: Stretch) -> None:
    mark = writer.pen.open(MarkKind.QUOTE)
    writer.pen.gap()
    writer.write(*words)
    writer.pen.close(mark)
    _attribution(writer, call)


def _block_quotation(writer: Writing, call: Call, words: Stretch) -> None:
    held = writer.held[-1].setting
    group = held.group if held.quoted else next(writer.groups)
    setting = replace(writer.setting(), kind=BlockKind.QUOTE, quoted=held.quoted + 1, group=group)
    writer.hold(setting)
    writer.write(*words)
    writer.pen.block(replace(setting, kind=BlockKind.CAPTION))
    _attribution(writer, call)
    writer.release()


def _attribution(writer: Writing, call: Call) -> None:
    """Whose words they are, and where they stand: “— Author, Source”."""
    places = _PLACES.get(call.name.lower(), ("2", "3"))
    given = [call.get(*_AUTHOR, *places[:1]), call.get(*_SOURCE, *places[1:])]
    found = [one for one in given if one is not None]
    for index, one in enumerate(found):
        writer.pen.add(" — " if index == 0 else ", ")
        writer.write(*one, by_line=False)


def _words(writer: Writing, call: Call, name: str) -> bool:
    """Templates that print what they are given."""
    shown = _shown(call, name)
    if shown is None:
        return False
    for index, one in enumerate(shown):
        if index:
            writer.pen.add(", ")
        writer.write(*one, by_line=name in ("plainlist", "flatlist"))
    return True


def _shown(call: Call, name: str) -> list[Stretch] | None:
    if ":" in name and name.split(":")[0] in ("formatnum", "lc", "uc", "ucfirst", "lcfirst"):
        start, end = call.piece.parts[0]
        return [(start + len(call.name.split(":")[0]) + 1, end)]
    if name in names.LAST or name.startswith(("lang-", "langx", "script/")):
        one = call.by_place[1] if name in ("lang", "langue", "langx") and len(call.by_place) > 1 else None
        if one is None:
            one = call.get("texte", "text") or (call.by_place[0 if name.startswith("lang-") else -1]
                                               if call.by_place else None)  # fmt: skip
        return [one] if one is not None else []
    if name in names.LISTS:
        return [one for one in call.by_place if one[0] < one[1]]
    if name in names.FIRST or (name in names.SIGNS and call.get("1") is not None):
        one = call.get("1", "text")
        return [one] if one is not None else []
    return None


def _apart(writer: Writing, call: Call, name: str) -> bool:
    """Templates that print blocks of their own: lines above a section, boxes of facts."""
    if name in names.HATNOTES:
        if not writer.held[-1].fixed:
            setting = replace(writer.setting(), kind=BlockKind.PARAGRAPH, part=Part.NAVIGATION)
            for one in call.by_place:
                writer.block_within(*one, setting)
            writer.open()
        return True
    if not name.startswith(names.BOXES):
        return False
    kept, writer.held = writer.held, writer.held[:1] if not writer.held[-1].fixed else writer.held
    setting = replace(writer.setting(BlockKind.TABLE), part=Part.BODY, group=next(writer.groups))
    for key, one in call.by_name.items():
        if one[0] < one[1] and not _PARTS_OF_BOX.match(key):
            writer.block_within(*one, setting)
    writer.held = kept
    writer.open()
    return True


def _unknown(writer: Writing, call: Call) -> None:
    """A template of which we do not know what it prints: what it is given is written only if it is running text.

    Words that a template does not show would be checked as the author's; those it shows and we leave out are not
    checked, and the count of unknown templates says so.
    """
    name = call.name[:60]
    if name and not _magic(name):
        writer.unknown[name] += 1
    words = call.get("1", "text", "content")
    if words is not None and _RUNNING.search(writer.raw[words[0] : min(words[1], words[0] + 400)]):
        writer.write(*words, by_line=False)
        return
    define_refs(writer, call.piece.inner, call.piece.inner_end)


def _magic(name: str) -> bool:
    """Whether this is no template but a variable of MediaWiki's, or the call of a parser function."""
    return name.startswith("#") or (name.isupper() and name.isascii() and len(name) > 5)


Known = Callable[["Writing", Call, str], bool]
