"""The words of a file as they stand in it, without what its format writes between them, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import unescape

from holdwater.document import Run, RunBuilder
from holdwater.errors import ReadError
from holdwater.patterns import waiting
from holdwater.read.archive import Archive
from holdwater.read.decoding import decode
from holdwater.read.pandoc.comments import Comment, comments
from holdwater.read.xml import Element, Text, grow

_XML_TAG = waiting(r"<[^<>]*>")
_XML_ENTITY = waiting(r"&[#\w]{1,31};")
_SHOWN = waiting(r'\s(?:alt|text|_note)="([^"]*)"')
_RTF = waiting(
    r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?|\\([a-zA-Z]{1,32})(?:-?\d{1,10})? ?"
    r"|\\([^a-zA-Z])|[{}]|[\r\n]+"
)
_UNICODE = waiting(r"(?<!\\)\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])?")
_JSON = waiting(r'\\(?:u([0-9a-fA-F]{4})|(.))|"')
_RTF_WORDS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
              "par": "\n", "line": "\n", "tab": "\t", "cell": "\n", "row": "\n", "bullet": "•"}  # fmt: skip
_ODT = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
}
_MARKED = "xml", "docbook", "fb2", "jats", "opml", "endnotexml"


@dataclass(frozen=True)
class View:
    """A file's words: `text`, which by `runs` stands in `raw`, what lines are counted in; and comments to Holdwater."""

    raw: str
    text: str
    runs: Sequence[Run]
    comments: Sequence[Comment] = ()


def view(data: bytes, format: str, name: str) -> tuple[View, bytes]:  # noqa: A002 - Document's own word
    """The words of a file, and the bytes that pandoc is to be given for it (UTF-8, if it is a text).

    Raises ReadError where the file is damaged or no text.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name), data
    if format == "odt":
        raise ReadError("no zipped OpenDocument file", where=name, mend="save it as .odt, not as .fodt or another")
    raw = decode(data, name)
    given = raw.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")
    if format == "rtf":
        return _read_through(raw, _RTF, _rtf_word), _mended_rtf(given.decode("utf-8")).encode("utf-8")
    if format == "ipynb":
        return _read_through(raw, _JSON, _json_word), given
    seen = _read_marked(raw) if format in _MARKED else View(raw, raw, (Run(0, 0, len(raw)),))
    return replace(seen, comments=tuple(comments(raw, format))), given


def _read_through(raw: str, between: re.Pattern[str], word: Callable[[re.Match[str]], str]) -> View:
    """The text between what `between` matches, and the words that stand for what it matches."""
    builder = RunBuilder()
    at = 0
    for found in between.finditer(raw):
        builder.take(raw[at : found.start()], at)
        value = word(found)
        if value:
            builder.decoded(value, found.start(), len(found[0]))
        at = found.end()
    builder.take(raw[at:], at)
    return View(raw, builder.text(), builder.runs())


def _read_marked(raw: str) -> View:
    """The words of XML, those in attributes included that stand for a picture or are an outline's."""
    builder = RunBuilder()
    at = 0
    for found in _XML_TAG.finditer(raw):
        _take(builder, raw, at, found.start())
        at = found.end()
        builder.add(" ")
        for words in _SHOWN.finditer(found[0]):
            _take(builder, raw, found.start() + words.start(1), found.start() + words.end(1))
            builder.add(" ")
    _take(builder, raw, at, len(raw))
    return View(raw, builder.text(), builder.runs())


def _take(builder: RunBuilder, raw: str, at: int, end: int) -> None:
    """Append a stretch of XML's text, entities as what they stand for."""
    for entity in _XML_ENTITY.finditer(raw, at, end):
        builder.take(raw[at : entity.start()], at)
        builder.decoded(_sound(unescape(entity[0])), entity.start(), len(entity[0]))
        at = entity.end()
    builder.take(raw[at:end], at)


def _rtf_word(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    if found[2]:
        return _sound(chr(int(found[2]) % 65536))
    if found[3]:
        return _RTF_WORDS.get(found[3], "")
    if found[4]:
        return {"~": "\u00a0", "_": "-", "-": "", "\n": "\n", "\r": "\n"}.get(found[4], found[4])
    return ""


def _mended_rtf(raw: str) -> str:
    """An RTF as pandoc reads it rightly.

    It passes over what is marked as optional, which LibreOffice does with its notes, and after a character given by
    its number it swallows a letter too many: such characters are written as themselves.
    """
    raw = _UNICODE.sub(lambda found: _sound(chr(int(found[1]) % 65536)), raw)
    return raw.replace("{\\*\\footnote", "{\\footnote")


def _json_word(found: re.Match[str]) -> str:
    if found[1]:
        return _sound(chr(int(found[1], 16)))
    if found[2]:
        return {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": "\n"}.get(found[2], found[2])
    return " "


def _sound(words: str) -> str:
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in words)


def _zipped(data: bytes, name: str) -> View:
    """An OpenDocument text: a line a paragraph; a note's paragraphs follow the one that it stands in."""
    archive = Archive(data, name)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ReadError("encrypted", where=name, mend="save it without a password")
    root = grow(archive.text("content.xml"), f"{name}/content.xml", _ODT)
    body = root.first("office:body")
    found: list[Comment] = []
    lines: list[str] = []
    length = 0
    for paragraph in (body or root).walk("text:p", "text:h"):
        line, comments = _paragraph(paragraph)
        found.extend(Comment(length + at, words, at > 0) for at, words in comments)
        lines.append(f"{line}\n")
        length += len(line) + 1
    raw = "".join(lines)
    return View(raw, raw, (Run(0, 0, len(raw)),), found)


def _paragraph(paragraph: Element) -> tuple[str, Sequence[tuple[int, str]]]:
    """The words of a paragraph in one line, without those of the notes and frames in it; and comments to Holdwater."""
    words: list[str] = []
    comments: list[tuple[int, str]] = []
    waiting: list[Element | Text] = list(reversed(paragraph.children))
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            words.append(one.value)
        elif one.tag in ("text:s", "text:tab", "text:line-break"):
            words.append(" ")
        elif one.tag == "office:annotation":
            said = " ".join(part.words() for part in one.walk("text:p"))
            if said.lower().startswith("holdwater"):
                comments.append((len(" ".join("".join(words).split())), said))
        elif one.tag not in ("text:note", "text:p", "text:h", "text:tracked-changes"):
            waiting.extend(reversed(one.children))
    return " ".join("".join(words).split()), comments
