"""Writes texts/mill.odt: the one text as an OpenDocument text, with nothing in it that the reader does not need.

python tests/formats/make_odt.py
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("manifest", "manifest"))
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_NOTES = (
    "Valley Record, 4 March 1987, p. 2.",
    "Letter of the inspector to the council, 12 May 1986.",
    'Anna Roe, <text:span text:style-name="I">The Quiet Valley</text:span> (Oberau, 1994), p. 17.',
    "Census of 1991, table 6.",
)
_BODY = """<text:h text:outline-level="1">The mill at Oberau</text:h>
<text:p>The mill at Oberau burned in 1987[1] and was never rebuilt. The council had been warned twice, “in plain words
 and in writing,”[2] that the wheel was <text:span text:style-name="I">unsafe</text:span>.</text:p>
<text:p>Anna Roe writes in her history of the valley:</text:p>
<text:p text:style-name="Q">The wheel turned for two hundred years, and nobody counted what it cost the people who kept
 it turning.[3]</text:p>
<text:p text:style-name="Q">When it stopped, the valley was silent for the first time in living memory.</text:p>
<text:p>Three things followed:</text:p>
<text:list><text:list-item><text:p>the school closed,</text:p></text:list-item>
<text:list-item><text:p>the road was moved, and</text:p></text:list-item>
<text:list-item><text:p>the river was given back to the fish.</text:p></text:list-item></text:list>
<text:p>Of 412 inhabitants, 9 stayed.[4] An area of 30 m<text:span text:style-name="S">2</text:span> is all that is left
 of it.</text:p>"""
_STYLES = """<style:style style:name="I" style:family="text">
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Q" style:family="paragraph"><style:paragraph-properties fo:margin-left="2cm"/></style:style>"""


def _content() -> str:
    body = _BODY
    for number, words in enumerate(_NOTES, 1):
        note = (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}'
            f"</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
        body = body.replace(f"[{number}]", note)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )


def write(path: Path) -> None:
    """Write the file, the same bytes each time."""
    kind = "application/vnd.oasis.opendocument.text"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    manifest = f"<manifest:manifest {_SPACES}>{entry}</manifest:manifest>"
    styles = f"<office:document-styles {_SPACES}><office:styles/></office:document-styles>"
    members = {"mimetype": kind, "META-INF/manifest.xml": manifest, "styles.xml": styles, "content.xml": _content()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, words in members.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), words)


if __name__ == "__main__":
    write(Path(__file__).parent / "texts" / "mill.odt")
