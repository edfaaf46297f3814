"""Which format a file is in: by what it holds, then by its name, then by the plainest signs of a markup."""

from __future__ import annotations

import re

from holdwater.errors import ReadError, UnreadableError
from holdwater.patterns import waiting
from holdwater.read.formats import suffix_format

_HEAD = 4096
"""How many characters of a text are looked at to tell its format."""

_NO_TEXT = (
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"%!PS", "a PostScript file", "convert it to PDF first (ps2pdf)"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\x7fELF", "a program", "give a text"),
    (b"SQLite format 3", "a database", "give a text"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")

_ZIPPED = (
    ("word/", "docx"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odt"),
)
_ZIPPED_OTHERWISE = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"))

_XML_HEAD = r"(?:\s|<\?[^>]{0,400}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->)*"
_HTML = waiting(_XML_HEAD + r"<(!doctype\s+html|html|head|body)\b", re.I)
_ROOT = waiting(
    _XML_HEAD + r"(?:<!DOCTYPE\s+[\w.:-]{1,40}(?:[^\[<>]|\[[^\]]{0,4000}\])*>)?" + _XML_HEAD + r"<([\w.:-]{1,60})"
)
_ROOTS = {
    "article": "jats", "pmc-articleset": "jats", "mediawiki": "wikitext", "FictionBook": "fb2", "book": "docbook",
    "opml": "opml", "book-part-wrapper": "jats",
}  # fmt: skip
_JATS = waiting(r"\bJATS\b|\bNLM\b|<(?:front|article-meta|journal-meta)\b|xmlns:xlink")
_BITS = waiting(r"\bBITS\b|<(?:book-meta|book-part-meta|collection-meta)\b")
_DOCBOOK = waiting(r"docbook", re.I)

_MARKDOWN = waiting(r"^(?:\[\^[^\s\]]{1,40}\]:[ \t]|#{1,6} \S)|\]\(https?://", re.M)
_LATEX = waiting(r"^[ \t]*\\(?:documentclass|documentstyle|begin\{document\}|chapter\{|section\*?\{|input\{)", re.M)
_WIKITEXT = waiting(
    r"<ref(?:\s+name|>)|\{\{(?:[Cc]ite|[Cc]itation|[Ss]hort description|[Rr]eflist)\b|^==[^=\n]{1,80}==\s*$", re.M
)


def format_of_bytes(data: bytes, name: str) -> str | None:
    """The format of a file that is no text, told by its bytes; None where they may be text.

    Raises:
        UnreadableError: the bytes are known to be something out of which no text can be had.
        ReadError: a zip archive that is damaged.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED_OFFICE in data:
            raise UnreadableError("encrypted", where=name, mend="save it without a password")
        raise UnreadableError("an old Office file (.doc, .xls, .ppt)", where=name, mend="save it as .docx or PDF first")
    for sign, what, mend in _NO_TEXT:
        if data.startswith(sign):
            raise UnreadableError(f"this is {what}, which holds no text to read", where=name, mend=mend)
    return None


def _zipped(data: bytes, name: str) -> str:
    from holdwater.read.archive import Archive

    members = Archive(data, name).members
    for sign, format in _ZIPPED:  # noqa: A001 - the word of this room
        if any(member == sign or (sign.endswith("/") and member.startswith(sign)) for member in members):
            return format
    for sign, what in _ZIPPED_OTHERWISE:
        if any(member.startswith(sign) for member in members):
            raise UnreadableError(f"this is {what}, which has no reader here", where=name, mend="save it as text first")
    raise ReadError("a zip archive that is no document", where=name, mend="unpack it first")


def format_of_text(raw: str, name: str) -> str:
    """The format of a decoded text: by its markup's own head, then by the name's suffix, then by plain signs."""
    head = raw[:_HEAD]
    if _HTML.match(head):
        return "html"
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        known = _by_root(head)
        if known:
            return known
    by_name = suffix_format(name)
    if by_name is not None and by_name not in ("docx", "pdf", "epub", "odt"):
        return by_name
    if head.lstrip().startswith("<?xml"):
        return "html"
    if _LATEX.search(head):
        return "latex"
    if _WIKITEXT.search(head):
        return "wikitext"
    return "markdown" if _MARKDOWN.search(head) else "plain"


def _by_root(head: str) -> str | None:
    """The format that the root element of an XML file stands for."""
    root = _ROOT.match(head)
    named = _ROOTS.get(root[1].rpartition(":")[2]) if root else None
    if named in ("jats", "docbook"):
        if _DOCBOOK.search(head):
            return "docbook"
        if named == "docbook":
            return "jats" if _BITS.search(head) else "docbook"
        return "jats" if _JATS.search(head) or _BITS.search(head) else None
    return named
