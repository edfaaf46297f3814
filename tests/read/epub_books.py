"""Books that the tests of the EPUB reader make, in memory."""

from __future__ import annotations

import io
import zipfile

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
XHTML = "application/xhtml+xml"


def page(body: str, *, attributes: str = "", head: str = "<title>t</title>") -> str:
    """A chapter of XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops">\n<head>{head}</head>\n<body{attributes}>\n{body}\n</body>\n</html>\n'
    )


def package(
    chapters: list[str],
    *,
    metadata: str = "<dc:title>Mills</dc:title>",
    items: str = "",
    spine: str | None = None,
    after: str = "",
) -> str:
    """A package file that lists these chapters, each item's id its path, and puts them in the spine in this order."""
    listed = "".join(f'<item id="{path}" href="{path}" media-type="{XHTML}"/>' for path in chapters)
    read = "".join(f'<itemref idref="{path}"/>' for path in chapters) if spine is None else spine
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f'<manifest>{listed}{items}</manifest><spine toc="ncx">{read}</spine>{after}</package>'
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for path, content in files.items():
            archive.writestr(path, content)
    return data.getvalue()


def book(chapters: dict[str, str | bytes], opf: str | None = None, **more: str | bytes) -> bytes:
    """A book of these chapters, in a folder `OPS`; `more` are other files, `__` in their names for "/"."""
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER.format(path="OPS/book.opf"),
        "OPS/book.opf": package(list(chapters)) if opf is None else opf,
    }
    files |= {f"OPS/{path}": content for path, content in chapters.items()}
    files |= {path.replace("__", "/").replace("_dot_", "."): content for path, content in more.items()}
    return zipped(files)
