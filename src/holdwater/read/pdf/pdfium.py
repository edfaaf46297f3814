"""PDFium, through ctypes: the only place that calls it.

A handle of PDFium may be used by one thread at a time, so that everything here happens under one lock; nothing stays
open after it. What is asked for a page a thousand times is called by address, which halves the cost of a call.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from threading import Lock
from typing import Any

from holdwater.errors import UnreadableError
from holdwater.patterns import waiting
from holdwater.read.pdf.page import Link

_LOCK = Lock()
_MOST_OBJECTS = 2000
_ITALIC = 1 << 6
_SLANTED = waiting(rb"ital|obliq|slanted|(?:^|\+)(?:cm|sf|ec|lm)(?:ti|sl|ri|mi?t)\d|-it\b|[.,-]i$", re.I)
_DOT = (1.5, 8.0)
_PASSWORD, _SECURITY = 4, 5
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Calls:
    """The library's functions; those of each character by their address."""

    raw: Any
    loose_box: Any
    tight_box: Any
    code: Any
    angle: Any
    font: Any
    origin: Any
    font_size: Any
    matrix: Any
    shape: Any
    kind: Any


@cache
def _calls() -> _Calls:
    import pypdfium2.raw as raw  # takes a tenth of a second, and only PDF needs it

    raw.FPDF_InitLibrary()

    def by_address(function: Any, *types: Any, result: Any = ctypes.c_int) -> Any:
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *types)(address)

    pointer = ctypes.c_void_p
    return _Calls(
        raw,
        by_address(raw.FPDFText_GetLooseCharBox, pointer),
        by_address(raw.FPDFText_GetCharBox, pointer, pointer, pointer, pointer),
        by_address(raw.FPDFText_GetUnicode, result=ctypes.c_uint),
        by_address(raw.FPDFText_GetCharAngle, result=ctypes.c_float),
        by_address(raw.FPDFText_GetFontInfo, pointer, ctypes.c_ulong, pointer, result=ctypes.c_ulong),
        by_address(raw.FPDFText_GetCharOrigin, pointer, pointer),
        by_address(raw.FPDFText_GetFontSize, result=ctypes.c_double),
        by_address(raw.FPDFText_GetMatrix, pointer),
        by_address(raw.FPDFPage_GetObject, result=pointer),
        ctypes.PYFUNCTYPE(ctypes.c_int, pointer)(ctypes.cast(raw.FPDFPageObj_GetType, pointer).value or 0),
    )


class TextPage:
    """The characters of a page that is open: their codes, boxes, angles and fonts, each by its index."""

    def __init__(self, document: Any, page: Any, number: int) -> None:
        calls = _calls()
        self.calls, self.number, self._document, self._page = calls, number, document, page
        self._text = calls.raw.FPDFText_LoadPage(page)
        self._at = ctypes.cast(self._text, ctypes.c_void_p).value
        self.count: int = max(0, calls.raw.FPDFText_CountChars(self._text)) if self._text else 0
        self.width: float = calls.raw.FPDF_GetPageWidthF(page)
        self.height: float = calls.raw.FPDF_GetPageHeightF(page)
        self.blank: bool = calls.raw.FPDFPage_CountObjects(page) < 1

    def close(self) -> None:
        """Give back what PDFium holds for the page's text."""
        if self._text:
            self.calls.raw.FPDFText_ClosePage(self._text)

    def text(self, most: int) -> str:
        """The first `most` characters of the page, one for each of PDFium's."""
        count = min(self.count, most)
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.calls.raw.FPDFText_GetText(self._text, 0, count, buffer)
        whole = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(whole) == count:
            return whole
        codes = map(self.calls.code, repeat(self._at), range(count))
        return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)

    def loose_boxes(self, indexes: list[int]) -> list[float]:
        """Left, top, right, bottom of each character, in turn: as wide as it is set, as high as its font."""
        room = (ctypes.c_float * (4 * len(indexes)))()
        base = ctypes.addressof(room)
        for _ in map(self.calls.loose_box, repeat(self._at), indexes, range(base, base + 16 * len(indexes), 16)):
            pass
        return room[:]

    def font_sizes(self, indexes: list[int]) -> list[float]:
        """The size of each character's font as the file sets it, before it is scaled."""
        return list(map(self.calls.font_size, repeat(self._at), indexes))

    def type_size(self, index: int, font_size: float) -> tuple[float, bool]:
        """How large a character is shown whose font is set at `font_size`, and whether it stands upright."""
        room = (ctypes.c_float * 6)()
        self.calls.matrix(self._at, index, ctypes.addressof(room))
        across, down = room[2], room[3]
        return font_size * (math.hypot(across, down) or 1.0), down > 0.9 * abs(room[1]) or not (across or down)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands on its base line."""
        room = (ctypes.c_double * 2)()
        base = ctypes.addressof(room)
        self.calls.origin(self._at, index, base, base + 8)
        return room[0], room[1]

    def tight_box(self, index: int) -> Box:
        """Left, bottom, right, top of a character's ink."""
        room = (ctypes.c_double * 4)()
        base = ctypes.addressof(room)
        self.calls.tight_box(self._at, index, base, base + 8, base + 16, base + 24)
        left, right, bottom, top = room[:]
        return left, bottom, right, top

    def angle(self, index: int) -> float:
        """By how many radians a character is turned; 0 where PDFium does not know."""
        return max(0.0, float(self.calls.angle(self._at, index)))

    def font(self, index: int) -> str:
        """The name of a character's font."""
        name = ctypes.create_string_buffer(128)
        self.calls.font(self._at, index, ctypes.addressof(name), 128, None)
        return name.value.decode("latin-1")

    def dots(self) -> list[Box]:
        """Left, bottom, right, top of the small shapes that are about as wide as they are high, as bullets are."""
        raw, found = self.calls.raw, []
        sides = [ctypes.c_float() for _ in range(4)]
        page = ctypes.cast(self._page, ctypes.c_void_p).value
        number = range(min(_MOST_OBJECTS, raw.FPDFPage_CountObjects(self._page)))
        shapes = list(map(self.calls.shape, repeat(page), number))
        for at, kind in zip(shapes, map(self.calls.kind, shapes), strict=True):
            if kind != raw.FPDF_PAGEOBJ_PATH:
                continue
            shape = ctypes.cast(at, raw.FPDF_PAGEOBJECT)
            if raw.FPDFPageObj_GetBounds(shape, *sides):
                left, bottom, right, top = (side.value for side in sides)
                if _DOT[0] < right - left < _DOT[1] and abs(right - left - top + bottom) < 1:
                    found.append((left, bottom, right, top))
        return found

    def slanted(self, indexes: list[int]) -> list[bool]:
        """Whether the characters' fonts are italic ones, by what the fonts say of themselves or by their names."""
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        at, flags_at = ctypes.addressof(name), ctypes.addressof(flags)
        known: dict[tuple[bytes, int], bool] = {}
        found = []
        for index in indexes:
            self.calls.font(self._at, index, at, 128, flags_at)
            key = (name.value, flags.value)
            if key not in known:
                known[key] = bool(flags.value > 0 and flags.value & _ITALIC) or bool(_SLANTED.search(name.value))
            found.append(known[key])
        return found

    def links(self) -> list[Link]:
        """The links of the page."""
        return list(_links(self.calls.raw, self._document, self._page))


def _links(raw: Any, document: Any, page: Any, most: int = 2000) -> Iterator[Link]:
    position, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(most):
        if not raw.FPDFLink_Enumerate(page, position, link):
            return
        if not raw.FPDFLink_GetAnnotRect(link, area):
            continue
        box = (area.left, min(area.bottom, area.top), area.right, max(area.bottom, area.top))
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            yield Link(box, _string(raw.FPDFAction_GetURIPath, document, action))
            continue
        aim = raw.FPDFLink_GetDest(document, link) or (raw.FPDFAction_GetDest(document, action) if action else None)
        if aim:
            yield _inner_link(raw, document, aim, box)


def _inner_link(raw: Any, document: Any, aim: Any, box: Box) -> Link:
    """A link to another place of the file; at the top of the page where no height is given."""
    flags = [ctypes.c_int() for _ in range(3)]
    places = [ctypes.c_float() for _ in range(3)]
    known = raw.FPDFDest_GetLocationInPage(aim, *flags, *places)
    height = places[1].value if known and flags[1].value else math.inf
    return Link(box, page=raw.FPDFDest_GetDestPageIndex(document, aim), height=height)


def _string(function: Any, *arguments: Any) -> str:
    length = min(function(*arguments, None, 0), 8192)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return buffer.raw[: length - 1].decode("latin-1")


def _wide(function: Any, *arguments: Any) -> str:
    length = min(function(*arguments, None, 0), 65536)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").replace("\0", "")


class OpenFile:
    """A PDF that is open: how many pages it has, what it says of itself, and its pages one by one."""

    def __init__(self, handle: Any) -> None:
        self._raw, self._handle = _calls().raw, handle
        self.pages: int = self._raw.FPDF_GetPageCount(handle)

    def says(self, tag: str) -> str:
        """What the file's information dictionary has under a tag such as "Title"."""
        return _wide(self._raw.FPDF_GetMetaText, self._handle, tag.encode())

    def label(self, index: int) -> str:
        """The label that the file gives a page; "" if none."""
        return _wide(self._raw.FPDF_GetPageLabel, self._handle, index)

    @contextmanager
    def page(self, index: int) -> Iterator[TextPage | None]:
        """Page `index` (from 0) with its text; None where it is damaged."""
        page = self._raw.FPDF_LoadPage(self._handle, index)
        if not page:
            yield None
            return
        text = TextPage(self._handle, page, index + 1)
        try:
            yield text
        finally:
            text.close()
            self._raw.FPDF_ClosePage(page)

    def grey(self, index: int, dots_per_inch: int, most: int) -> tuple[int, int, bytes] | None:
        """A page drawn in grey: width, height, bytes row by row. None if it is damaged or has more than `most` dots."""
        page = self._raw.FPDF_LoadPage(self._handle, index)
        if not page:
            return None
        try:
            return self._drawn(page, dots_per_inch / 72, most)
        finally:
            self._raw.FPDF_ClosePage(page)

    def _drawn(self, page: Any, scale: float, most: int) -> tuple[int, int, bytes] | None:
        raw = self._raw
        width, height = int(raw.FPDF_GetPageWidthF(page) * scale), int(raw.FPDF_GetPageHeightF(page) * scale)
        if width < 1 or height < 1 or width * height > most:
            return None
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            return None
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            rows = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return width, height, b"".join(rows[at : at + width] for at in range(0, stride * height, stride))


@contextmanager
def opened(data: bytes, name: str) -> Iterator[OpenFile]:
    """Open a PDF for as long as the block lasts.

    Raises:
        UnreadableError: it is encrypted, or PDFium finds no document in it.
    """
    with _LOCK:
        raw = _calls().raw
        handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            if raw.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
                raise UnreadableError("encrypted", where=name, mend="save it without a password")
            raise UnreadableError("a damaged or truncated PDF", where=name, mend="fetch or save it again")
        try:
            yield OpenFile(handle)
        finally:
            raw.FPDF_CloseDocument(handle)
