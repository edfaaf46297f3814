"""The reader of wikitext: a page as it is edited, or as MediaWiki exports it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from holdwater.document import Document, FileOrigins
from holdwater.read.chaining import chained
from holdwater.read.wikitext.export import is_export, unpacked
from holdwater.read.wikitext.pieces import find_pieces
from holdwater.read.wikitext.text import Writer

_NAMED = 5


def read(raw: str, name: str) -> Document:
    """Read wikitext.

    Args:
        raw: the decoded content of the file: wikitext, or an XML export, of which the first page is read.
        name: what reports call it.

    Returns:
        The document. Templates that are not known print nothing and are counted in `unread`.

    Raises:
        ReadError: an export that is broken or holds no page.
    """
    if not is_export(raw):
        return _page(raw, name)
    export = unpacked(raw, name)
    page = _page(export.text, name)
    assert isinstance(page.origins, FileOrigins)
    origins = FileOrigins(raw, chained(page.origins.runs, export.runs))
    unread = (*export.unread, *page.unread)
    return replace(page, metadata={**page.metadata, **export.metadata}, origins=origins, unread=unread)


def _page(raw: str, name: str) -> Document:
    writer = Writer(raw, find_pieces(raw))
    writer.open()
    writer.write(0, len(raw))
    writer.finish()
    if writer.unknown:
        writer.pen.assembly.unread.append(_unknown(writer))
    return writer.pen.assembly.document(raw, name, "wikitext", writer.metadata)


def _unknown(writer: Writer) -> str:
    total = writer.unknown.total()
    named = ", ".join(f"{{{{{name}}}}}" for name, _ in islice(writer.unknown.most_common(), _NAMED))
    more = ", …" if len(writer.unknown) > _NAMED else ""
    return f"{total} template{'s' if total > 1 else ''} whose words are not known: {named}{more}"
