"""What a source's own text says of it: title, author, date, identifiers, and its opening words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdwater.document import BlockKind, Document, MarkKind
from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.sources.bylines import byline_in
from holdwater.sources.filenames import FILE_MADE, is_file_name
from holdwater.sources.heads import head_of, identifiers_in, title_in
from holdwater.sources.identify import canonical
from holdwater.sources.law_heads import law_identifiers
from holdwater.sources.model import Source
from holdwater.sources.title_page import MADE, SCREEN, printed_year, sole_year, title_page
from holdwater.sources.works import year_of

if TYPE_CHECKING:
    from holdwater.sources.kept import Kept

HEAD = 48 * 2**10
"""Bytes of a file that are read to learn its title; nearly every page's <head>, front matter and title page."""

OPENING = 600
"""Characters of a text without a title of its own that are kept to look for one in."""

_WHOLE = waiting(rb"PK\x03\x04|(?:\xef\xbb\xbf)?\s*<(?!!doctype html|html)(?:\?xml|!DOCTYPE|[a-z-]+\b)", re.IGNORECASE)
"""How files begin of which a part cannot be read: archives, and XML (HTML can be cut anywhere)."""
_FIELDS = {"title": "title", "publisher": "publisher", "site": "container-title", "journal": "container-title"}
_WHENCE = ("source", "source_url", "original_url", "canonical_url", "canonical", "permalink", "link")
"""Fields at the head of a text for the address it was had from, where none is called `url`."""
_SET_BY_OTHERS = frozenset({"html", "xhtml", "epub", "jats", "pdf"})
_LINKS = 6  # that a head may have
_YEAR = waiting(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


def csl_of(document: Document) -> dict[str, object]:
    """What a document says of itself, as CSL-JSON.

    Under `custom` stand its byline where it names no author, its opening words where it names no title, and else what
    is printed where it begins. A date printed there goes before that of the file's making.
    """
    metadata = {name.lower(): " ".join(value.split()) for name, value in document.metadata.items()}
    if is_file_name(metadata.get("title", ""), document.name):
        del metadata["title"]
    csl: dict[str, object] = {ours: metadata[name] for name, ours in _FIELDS.items() if metadata.get(name)}
    author = metadata.get("author") or metadata.get("authors")
    if author:
        csl["author"] = [{"literal": name} for name in re.split(r"; | and | & ", author) if name]
    if year := _YEAR.search(metadata.get("date") or metadata.get("published") or ""):
        csl["issued"] = {"date-parts": [[int(year[1])]]}
    byline = {} if author else byline_in(document.text)
    if byline:
        csl["custom"] = {"byline": byline}
    if _names_no_title(document):
        lines = head_of(document.text)
        opening = {"opening": " ".join(document.text[:OPENING].split())}
        csl["custom"] = {**_custom(csl), **opening, **({"head": lines} if lines else {})}
        if title := title_in(lines, str(csl.pop("title", ""))):
            csl["title"] = title
    elif lines := title_page(document):
        first = {"titled-first": True} if document.format in SCREEN else {}
        csl["custom"] = {**_custom(csl), "title-page": lines, **first}
    if document.format in MADE and "issued" in csl:
        _date_by_its_page(csl, document)
    return csl


def _date_by_its_page(csl: dict[str, object], document: Document) -> None:
    """Give a work the year that is printed in it instead of that of its file, which may be a copy made much later."""
    custom = _custom(csl)
    said = custom.get("title-page") or custom.get("head")
    lines = said if isinstance(said, list) else head_of(document.text)
    copied = document.format == "docx"
    year = printed_year(lines) or (sole_year(lines, str(csl.get("title", ""))) if copied else None)
    made = year_of(csl)
    if year is not None and made is not None and year <= made + 1:
        csl["issued"] = {"date-parts": [[year]]}
    else:
        csl["custom"] = {**custom, "issued-from": FILE_MADE}


def _names_no_title(document: Document) -> bool:
    """Whether a document's title is not known, or only taken from its first heading, as a plain text's is."""
    titles = (value for name, value in document.metadata.items() if name.lower() == "title")
    return document.format == "plain" or all(is_file_name(" ".join(title.split()), document.name) for title in titles)


def identifiers_of(document: Document) -> tuple[str, ...]:
    """The identifiers a document gives of itself in its metadata, or else at its head (doi, isbn, url).

    What stands at the head of a web page or a PDF may as well be whence it has its picture or its table.
    """
    metadata = {name.lower(): value.strip() for name, value in document.metadata.items()}
    found = [f"{scheme}:{metadata[scheme]}" for scheme in ("doi", "isbn", "arxiv", "url") if metadata.get(scheme)]
    found += [f"url:{metadata['saved']}"] if metadata.get("saved") else []
    if not found:
        found = list(identifiers_in([metadata[name] for name in _WHENCE if name in metadata]))
    if not found and (_names_no_title(document) or document.format not in _SET_BY_OTHERS):
        lines = head_of(_before_tables(document))
        law = law_identifiers(lines, document.text) if _names_no_title(document) else ()
        found = [*identifiers_in([*lines, *_linked(document, set(lines))]), *law]
    return tuple(one if one.startswith("url:http") else canonical(one) for one in found if canonical(one))


def _before_tables(document: Document) -> str:
    """The text up to its first table or caption, below which stands whence these were had."""
    shown = (block for block in document.blocks if block.kind in (BlockKind.TABLE, BlockKind.CAPTION))
    first = next(shown, None)
    return document.text[: first.span.start] if first else document.text


def _linked(document: Document, lines: set[str]) -> Iterator[str]:
    """Those of the first lines that end in words with a link on them, with its address instead of these words."""
    for mark in document.marks_of(MarkKind.LINK)[:_LINKS]:
        block = document.block_at(mark.span.start)
        if block is None or " ".join(block.span.of(document.text).split()) not in lines:
            continue
        before = document.text[block.span.start : mark.span.start].strip()
        if before.endswith(":") and not document.text[mark.span.end : block.span.end].strip(" ."):
            yield f"{before} {mark.target}"


@dataclass(frozen=True)
class Said:
    """What a text says of itself: its CSL-JSON and its identifiers."""

    csl: Mapping[str, object]
    identifiers: tuple[str, ...]


def look_into(source: Source, path: Path, kept: Kept | None = None) -> Source:
    """The source with what the head of its file says, where its list or its name says less.

    A file that cannot be read stays as it was: that is told when its text is asked for. What was `kept` of an earlier
    look is taken instead of another one.
    """
    from holdwater.read.formats import plug_in_format
    from holdwater.read.sniffing import format_of_bytes

    try:
        head = _head(path)
        whole = _WHOLE.match(head) is not None or format_of_bytes(head, path.name) is not None
        if kept is None or plug_in_format(path.name.removesuffix(".gz")):
            said = _look(path, head, whole)[0]
        else:
            said = _looked_before(path, head, whole, kept)
    except (ReadError, OSError, zlib.error):
        return source
    custom = {**_custom(source.csl), **_custom(said.csl)}
    if "title" in said.csl:
        custom["title-from"] = "the file itself"
    csl = {**source.csl, **said.csl, "custom": custom}
    if custom.get("issued-from") == FILE_MADE and "issued" in source.csl:
        csl["issued"] = source.csl["issued"]
    return Source(source.id, source.file, csl, tuple(dict.fromkeys((*source.identifiers, *said.identifiers))))


def _look(path: Path, head: bytes, whole: bool) -> tuple[Said, str]:
    """What a file's head, or the whole of it, says; and which format it is in."""
    from holdwater.read import read_bytes, read_file

    document = read_file(path, head=True) if whole else read_bytes(head, path.name.removesuffix(".gz"))
    return Said(csl_of(document), identifiers_of(document)), document.format


def _looked_before(path: Path, head: bytes, whole: bool, kept: Kept) -> Said:
    from holdwater.read.decoding import MAX_FILE
    from holdwater.sources.captures import capture
    from holdwater.sources.stamps import note_key_of

    if whole and path.stat().st_size > MAX_FILE:
        return _look(path, head, whole)[0]  # which refuses it
    key = note_key_of(path.name, capture([path]).digests[0] if whole else sha256(head).digest())
    note = kept.find_note(key)
    if note is not None:
        with suppress(msgspec.DecodeError, RecursionError):
            return msgspec.json.decode(note, type=Said)
    said, format_ = _look(path, head, whole)
    if format_ != "latex":  # whose title may stand in another file
        with suppress(TypeError, UnicodeEncodeError):
            kept.keep_note(key, msgspec.json.encode(said))
    return said


def _custom(csl: Mapping[str, object]) -> dict[str, object]:
    custom = csl.get("custom")
    return dict(custom) if isinstance(custom, dict) else {}


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(HEAD)
    if data.startswith(b"\x1f\x8b"):
        data = zlib.decompressobj(wbits=31).decompress(data, HEAD)
    text = data.decode("utf-8", "ignore") if len(data) == HEAD else None  # the cut may have split a character
    return text.encode("utf-8") if text is not None and len(text.encode("utf-8")) > HEAD - 4 else data
