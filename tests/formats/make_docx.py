"""Writes `texts/mill.docx`: the one text as a German Word saves it, with split runs and tracked changes.

python tests/formats/make_docx.py
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_TARGET = Path(__file__).parent / "texts" / "mill.docx"
_TIME = (1980, 1, 1, 0, 0, 0)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _run(words: str, properties: str = "") -> str:
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f'<w:r w:rsidR="00A1B2C3"><w:rPr>{properties}<w:lang w:val="en-GB"/></w:rPr><w:t{space}>{words}</w:t></w:r>'


def _note(number: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _paragraph(*runs: str, style: str = "", numbered: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    return f'<w:p w:rsidR="00A1B2C3"><w:pPr>{named}{listed}</w:pPr>{"".join(runs)}</w:p>'


_DELETED = '<w:del w:id="9" w:author="Jane Doe"><w:r><w:delText>quickly </w:delText></w:r></w:del>'
_INSERTED = f'<w:ins w:id="10" w:author="Jane Doe">{_run("plain words ")}</w:ins>'

_BODY = "".join(
    (
        _paragraph(_run("The mill at Oberau"), style="berschrift1"),
        _paragraph(
            _run("The mi"), '<w:proofErr w:type="spellStart"/>', _run("ll at Oberau burned "), _DELETED,
            _run("in 1987"), _note(2), _run(" and was never rebuilt. The council had been warned twice, “in "),
            _INSERTED, _run("and in writing,”"), _note(3), _run(" that the wheel was "), _run("unsafe", "<w:i/>"),
            _run("."),
        ),
        _paragraph(_run("Anna Roe writes in her history of the valley:")),
        _paragraph(
            _run("The wheel turned for two hundred years, and nobody counted what it cost the people who kept it"
                 " turning."), _note(4), style="Zitat",
        ),
        _paragraph(
            _run("When it stopped, the valley was silent for the first time in living memory."), style="Zitat"
        ),
        _paragraph(_run("Three things followed:")),
        _paragraph(_run("the school closed,"), numbered=True),
        _paragraph(_run("the road was moved, and"), numbered=True),
        _paragraph(_run("the river was given back to the fish."), numbered=True),
        _paragraph(
            _run("Of 412 inhabitants, 9 stayed."), _note(5), _run(" An area of 30 m"),
            _run("2", '<w:vertAlign w:val="superscript"/>'), _run(" is all that is left of it."),
        ),
    )
)  # fmt: skip

_NOTES = (
    _run("Valley Record, 4 March 1987, p. 2."),
    _run("Letter of the inspector to the council, 12 May 1986."),
    _run("Anna Roe, ") + _run("The Quiet Valley", "<w:i/>") + _run(" (Oberau, 1994), p. 17."),
    _run("Census of 1991, table 6."),
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_FOOTNOTES = "".join(
    f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Funotentext"/></w:pPr>'
    f'<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteRef/></w:r>{_run(" ")}{note}</w:p></w:footnote>'
    for number, note in enumerate(_NOTES, 2)
)


def _style(kind: str, style: str, name: str, properties: str = "") -> str:
    based = '<w:basedOn w:val="Standard"/>' if kind == "paragraph" and name != "Normal" else ""
    default = ' w:default="1"' if name == "Normal" else ""
    head = f'<w:style w:type="{kind}"{default} w:styleId="{style}"><w:name w:val="{name}"/>{based}'
    return f"{head}{properties}</w:style>"


_STYLES = "".join(
    (
        _style("paragraph", "Standard", "Normal"),
        _style("paragraph", "berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        _style(
            "paragraph", "Zitat", "Quote", '<w:pPr><w:ind w:left="864" w:right="864"/></w:pPr><w:rPr><w:i/></w:rPr>'
        ),
        _style("paragraph", "Funotentext", "footnote text"),
        _style(
            "character", "Funotenzeichen", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        ),
    )
)
_LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{_LEVEL}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>The mill at Oberau</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en</dc:language>"
    "</cp:coreProperties>"
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{path}"/>' for n, (kind, path) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


_FILES = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": _relations(
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/document.xml": f"<w:document {_W}><w:body>{_BODY}<w:sectPr/></w:body></w:document>",
    "word/_rels/document.xml.rels": _relations(
        *((f"{_OFFICE}/{part}", f"{part}.xml") for part in ("styles", "numbering", "footnotes"))
    ),
    "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
    "word/numbering.xml": f"<w:numbering {_W}>{_NUMBERING}</w:numbering>",
    "word/footnotes.xml": f"<w:footnotes {_W}>{_SEPARATORS}{_FOOTNOTES}</w:footnotes>",
    "docProps/core.xml": _CORE,
}


def write(target: Path) -> None:
    """Write the file; the same bytes each time."""
    with zipfile.ZipFile(target, "w") as archive:  # stored, so that no version of zlib makes other bytes
        for name, content in _FILES.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), _HEAD + content)


if __name__ == "__main__":
    write(_TARGET)
