"""Word files made of a few strings of XML: only what a test is about needs to be said."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from holdwater.document import Document
from holdwater.read import read_bytes

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PACKAGE = f"{_OFFICE}/package/2006/relationships"
_TYPES = f"{_OFFICE}/officeDocument/2006/relationships"
_NAMES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": _TYPES,
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_STRICT_NAMES = {
    "w": f"{_STRICT}/wordprocessingml/main",
    "r": f"{_STRICT}/officeDocument/relationships",
    "m": f"{_STRICT}/officeDocument/math",
}


def names(*, strict: bool = False) -> str:
    """The declarations of the prefixes that a part uses."""
    used = {**_NAMES, **_STRICT_NAMES} if strict else _NAMES
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in used.items())


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def r(words: str, properties: str = "") -> str:
    """A run of words with its properties, the inside of a `w:rPr`."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(words)}</w:r>"


def p(*content: str, style: str = "", props: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{inner}</w:p>"


def note_mark(id: object, kind: str = "footnote", after: str = "") -> str:  # noqa: A002
    custom = ' w:customMarkFollows="1"' if after else ""
    return f'<w:r><w:{kind}Reference{custom} w:id="{id}"/>{t(after) if after else ""}</w:r>'


def note(id: object, *paragraphs: str, kind: str = "footnote") -> str:  # noqa: A002
    content = "".join(one if one.startswith("<") else p(f"<w:r><w:{kind}Ref/></w:r>", f" {one}") for one in paragraphs)
    return f'<w:{kind} w:id="{id}">{content}</w:{kind}>'


def field(instruction: str, *result: str, data: str = "") -> str:
    """A complex field; an instruction that is markup is put in as it is."""
    told = instruction if instruction.startswith("<") else f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    shown = "".join(one if one.startswith("<") else r(one) for one in result)
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{packed}</w:fldChar></w:r>{told}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(id: str, name: str, inner: str = "", kind: str = "paragraph", based: str = "") -> str:  # noqa: A002
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{on}{inner}</w:style>'


def level(depth: int, form: str = "decimal", text: str = "", inner: str = "") -> str:
    """A level of a list; `inner` comes after its number's form."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text or f"%{depth + 1}."}"/>{inner}</w:lvl>'
    )


def numbered(number: int = 1, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def relations(*targets: tuple[str, str, str]) -> str:
    """A part of relationships: id, kind and target of each; a target with a colon is external."""
    listed = []
    for id, kind, target in targets:  # noqa: A001
        mode = ' TargetMode="External"' if ":" in target else ""
        of = kind if ":" in kind else f"{_TYPES}/{kind}"
        listed.append(f'<Relationship Id="{id}" Type="{of}" Target="{target}"{mode}/>')
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(listed)}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these members."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


_ROOTS = {
    "footnotes": "w:footnotes", "endnotes": "w:endnotes", "styles": "w:styles", "numbering": "w:numbering",
    "settings": "w:settings", "comments": "w:comments",
}  # fmt: skip


def parts(
    *body: str,
    links: tuple[tuple[str, str, str], ...] = (),
    more: Mapping[str, str] | None = None,
    strict: bool = False,
    **other: str,
) -> dict[str, str]:
    """The members of a Word file.

    `body` are the paragraphs; `other` the insides of footnotes, endnotes, styles, numbering, settings, comments, and
    `core`; `links` more relationships of the main part; `more` members that stand beside these.
    """
    head = names(strict=strict)
    core = other.pop("core", "")
    made = {"_rels/.rels": relations(("m", "officeDocument", "word/document.xml"))}
    if core:
        cp = f"{_PACKAGE}/metadata/core-properties"
        made["_rels/.rels"] = relations(("m", "officeDocument", "word/document.xml"), ("c", cp, "docProps/core.xml"))
        made["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>"
        )
    made["word/document.xml"] = f"<w:document {head}><w:body>{''.join(body)}</w:body></w:document>"
    for kind, inner in other.items():
        made[f"word/{kind}.xml"] = f"<{_ROOTS[kind]} {head}>{inner}</{_ROOTS[kind]}>"
    named = ((kind, kind, f"{kind}.xml") for kind in other)
    made["word/_rels/document.xml.rels"] = relations(*named, *links)
    if strict:
        made = {
            name: content.replace(_TYPES, f"{_STRICT}/officeDocument/relationships") for name, content in made.items()
        }
    return {**made, **(more or {})}


def word(*body: str, **other: object) -> Document:
    """A Word file read (see `parts`)."""
    return read_bytes(packed(parts(*body, **other)), "essay.docx")  # type: ignore[arg-type]
