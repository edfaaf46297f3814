"""Writes `texts/mill.epub`: the one text as a book of two chapters, its notes in a file of their own.

python tests/formats/make_epub.py
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_TARGET = Path(__file__).parent / "texts" / "mill.epub"
_TIME = (1980, 1, 1, 0, 0, 0)

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:isbn:9780306406157</dc:identifier>
    <dc:title>The mill at Oberau</dc:title>
    <dc:creator>Jane Doe</dc:creator>
    <dc:language>en</dc:language>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
    <item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
    <item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
  </manifest>
  <spine><itemref idref="one"/><itemref idref="two"/><itemref idref="notes"/></spine>
</package>
"""

_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>The mill at Oberau</title></head>
<body>
{body}
</body>
</html>
"""

_NAV = '<nav epub:type="toc"><ol><li><a href="text/one.xhtml">The mill at Oberau</a></li></ol></nav>'

_ONE = """<h1>The mill at Oberau</h1>
<p>The mill at Oberau burned in 1987<a epub:type="noteref" href="notes.xhtml#n1" id="r1">1</a> and was never
   rebuilt. The council had been warned twice, &#8220;in plain words and in
   writing,&#8221;<sup><a epub:type="noteref" href="notes.xhtml#n2" id="r2">2</a></sup> that the wheel was
   <em>unsafe</em>.</p>
<p>Anna Roe writes in her history of the valley:</p>
<blockquote>
  <p>The wheel turned for two hundred years, and nobody counted what it cost the people who
     kept it turning.<a epub:type="noteref" href="notes.xhtml#n3" id="r3">3</a></p>
  <p>When it stopped, the valley was silent for the first time in living memory.</p>
</blockquote>"""

_TWO = """<p><a id="page2"/>Three things followed:</p>
<ul>
  <li>the school closed,</li>
  <li>the road was moved, and</li>
  <li>the river was given back to the fish.</li>
</ul>
<p>Of 412 inhabitants, 9 stayed.<a epub:type="noteref" href="notes.xhtml#n4" id="r4">4</a> An area of
   30 m<sup>2</sup> is all that is left of it.</p>"""

_NOTES = """<section epub:type="endnotes">
<ol>
  <li id="n1"><p>Valley Record, 4 March 1987, p. 2. <a href="one.xhtml#r1" epub:type="backlink">&#8617;</a></p></li>
  <li id="n2"><p>Letter of the inspector to the council, 12 May 1986.
    <a href="one.xhtml#r2" epub:type="backlink">&#8617;</a></p></li>
  <li id="n3"><p>Anna Roe, <em>The Quiet Valley</em> (Oberau, 1994), p. 17.
    <a href="one.xhtml#r3" epub:type="backlink">&#8617;</a></p></li>
  <li id="n4"><p>Census of 1991, table 6. <a href="two.xhtml#r4" epub:type="backlink">&#8617;</a></p></li>
</ol>
</section>"""


def write(target: Path) -> None:
    """Write the book; the same bytes each time."""
    pages = {"nav": _NAV, "text/one": _ONE, "text/two": _TWO, "text/notes": _NOTES}
    files = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": _PACKAGE}
    files |= {f"OPS/{name}.xhtml": _PAGE.format(body=body) for name, body in pages.items()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _TIME), "application/epub+zip")
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), content)


if __name__ == "__main__":
    write(_TARGET)
