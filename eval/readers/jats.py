"""Articles as JATS: their words, marks of notes, citations, and the fields of their references.

Each file is read a second time by `xml.etree`, which knows nothing of our reader.

- `jats_words`: of the paragraphs, titles, cells and captions of body and abstract, those whose words, white space and
  marks of notes aside, our text holds.
- `jats_cites`: of the works that `xref ref-type="bibr"` names, those that a citation of ours names, with the same words
  over it (none where they are raised). What we cite besides must be without words, as the middle of a range.
- `jats_notes`: of the `xref` that lead to an `fn`, outside authors' names, those that are a mark of ours with the same
  label and lead to the note's words.
- `jats_fields`: of first author, year, title, volume, first page and DOI of each reference, those that our record has.
- `jats_places`: files of which every character that comes from the file stands at its origin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from eval import data
from eval.measure import Measure, Miss
from eval.readers.epub import misplaced
from holdwater.document import Document, MarkKind
from holdwater.errors import ReadError
from holdwater.read import read_file

_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")
_CITATIONS = ("element-citation", "mixed-citation", "nlm-citation")
_PRINTED = ("p", "title", "td", "th", "attrib", "preformat")
_NAMES = ("contrib", "aff", "contrib-group")
_GROUPS = ("fn-group", "table-wrap-foot", "author-notes")
_LEFT_OUT = ("fn", "tex-math", "alt-text", "long-desc", "object-id", "graphic", "label")


def measures() -> Iterator[Measure]:
    """The measures of this module, over every article there is."""
    words = Measure("jats_words", "paragraphs, titles and cells of articles whose words are in our text")
    cites = Measure("jats_cites", "citations of articles over their words and aimed at their work")
    notes = Measure("jats_notes", "marks of articles tied to their note")
    fields = Measure("jats_fields", "fields of references that our records have")
    places = Measure("jats_places", "articles of which every character has its true place")
    for path in files():
        try:
            document = read_file(path, format="jats")
            root = ElementTree.parse(path).getroot()
        except (ReadError, ElementTree.ParseError):
            places.excluded["not well-formed XML"] += 1
            continue
        _count_words(words, path.name, root, document)
        _count_cites(cites, path.name, root, document)
        _count_notes(notes, path.name, root, document)
        _count_fields(fields, path.name, root, document)
        wrong = misplaced(document)
        places.count(not wrong, Miss(path.name, f"{len(wrong)} characters stand elsewhere", str(wrong[:5])))
    yield from (words, cites, notes, fields, places)


def files() -> list[Path]:
    """The articles among the data."""
    folder = data.root() / "formats"
    return sorted([*folder.glob("**/*.nxml"), *folder.glob("**/writer.jats_*"), *folder.glob("**/jats-reader.xml")])


def _flat(text: str) -> str:
    return _BLANK.sub("", text)


def _count_words(measure: Measure, name: str, root: Element, document: Document) -> None:
    ours = _flat(document.text)
    targets = {one.get("id", ""): one for one in root.iter() if one.get("id")}
    signs = {one: _own_sign(note) for note in root.iter("fn") for one in note.findall("p")[:1]}
    for holder in [*root.iter("body"), *root.iter("abstract")]:
        for element in holder.iter():
            if element.tag in _PRINTED and not any(one.tag in _PRINTED for one in element.iter() if one is not element):
                printed = _flat("".join(_shown(element, targets))).removeprefix(signs.get(element, ""))
                measure.count(printed in ours, Miss(name, f"a <{element.tag}> is not in our text", printed[:160]))


def _shown(element: Element, targets: dict[str, Element]) -> Iterator[str]:
    """The words of an element that are printed, without notes and the marks that lead to them."""
    yield element.text or ""
    for child in element:
        raised = child.tag == "sup" and len(child) and all(one.tag == "xref" for one in child)
        if child.tag not in _LEFT_OUT and not raised and not _is_note_mark(child, targets):
            yield from _shown(child, targets)
            if element.tag.endswith("}mfrac") and child is element[0]:
                yield "/"
        yield child.tail or ""


def _is_note_mark(element: Element, targets: dict[str, Element]) -> bool:
    target = targets.get(element.get("rid", ""))
    return element.tag == "xref" and target is not None and target.tag == "fn"


def _printed_xrefs(element: Element, *, raised: bool = False) -> Iterator[tuple[Element, bool]]:
    """The cross-references outside authors' names and addresses, each with whether it is raised."""
    for child in element:
        if child.tag == "xref":
            yield child, raised or (len(child) > 0 and all(one.tag == "sup" for one in child))
        if child.tag not in _NAMES:
            inside = child.tag == "sup" and not re.search(r"[^\W\d]{2}", "".join(child.itertext()))
            yield from _printed_xrefs(child, raised=inside)


def _count_cites(measure: Measure, name: str, root: Element, document: Document) -> None:
    records = {record.id for record in document.records}
    wanted = [
        ("" if raised else _flat("".join(xref.itertext())), rid)
        for xref, raised in _printed_xrefs(root)
        if xref.get("ref-type") == "bibr"
        for rid in xref.get("rid", "").split()
    ]
    named = [(mark.span.of(document.text), mark.target) for mark in document.marks_of(MarkKind.CITATION)]
    found = [(_flat(words), target) for words, target in named]
    spare = Counter(found)
    for number, one in enumerate(wanted, 1):
        right = spare[one] > 0 and one[1] in records
        spare[one] -= right
        measure.count(right, Miss(name, f"citation {number} is not as the file has it", str(one)))
    for extra in (one for one in spare.elements() if one[0]):
        measure.count(False, Miss(name, "a citation that the file does not have", str(extra)))


def _count_notes(measure: Measure, name: str, root: Element, document: Document) -> None:
    notes = {one.get("id", ""): one for one in root.iter("fn") if one.get("id")}
    aimed = {rid for xref, _ in _printed_xrefs(root) for rid in xref.get("rid", "").split()}
    wanted = []
    unnumbered = 0
    for parent in root.iter():
        for one in parent:
            note = notes.get(one.get("rid", "")) if one.tag == "xref" and parent.tag not in _NAMES else None
            label = "".join(one.itertext()).strip("[]() \n")
            if one.tag == "fn" and parent.tag not in _GROUPS and one.get("id") not in aimed:
                unnumbered += one.find("label") is None
                note, label = one, one.findtext("label", str(unnumbered))
            if note is not None:
                wanted.append((label, _note_words(note)))
    ours = {note.id: _flat(note.span.of(document.text)) for note in document.notes}
    found = [(mark.label, ours.get(mark.target, "")) for mark in document.marks_of(MarkKind.NOTE)]
    for number, (one, other) in enumerate(zip_longest(wanted, found, fillvalue=("", "")), 1):
        measure.count(one == other, Miss(name, f"mark {number} is not as the file has it", f"{one} {other}"[:300]))


def _note_words(note: Element) -> str:
    words = "".join(text for child in note if child.tag != "label" for text in child.itertext())
    return _flat(words).removeprefix(_own_sign(note))


def _own_sign(note: Element) -> str:
    """The raised sign that a note begins with."""
    paragraph = note.find("p")
    first = paragraph[0] if paragraph is not None and len(paragraph) else None
    begins = first is not None and first.tag == "sup" and not (paragraph.text or "").strip()  # type: ignore[union-attr]
    return _flat("".join(first.itertext())) if begins and first is not None else ""


def _count_fields(measure: Measure, name: str, root: Element, document: Document) -> None:
    records = {record.id: record.csl for record in document.records}
    for ref in root.iter("ref"):
        work = next((one for tag in _CITATIONS for one in ref.iter(tag)), None)
        if work is None:
            continue
        csl = records.get(ref.get("id", ""), {})
        for field, wanted, found in _fields(work, csl):
            if wanted:
                right = _flat(wanted).strip(".,;") == _flat(found).strip(".,;")
                miss = Miss(f"{name} {ref.get('id')}", f"another {field}", f"wanted {wanted!r}, found {found!r}")
                measure.count(right, miss)


def _fields(work: Element, csl: object) -> Iterator[tuple[str, str, str]]:
    assert isinstance(csl, dict)
    author = (csl.get("author") or csl.get("editor") or [{}])[0]
    issued = csl.get("issued", {}).get("date-parts", [[""]])[0][0]
    first = next((one for one in work.iter() if one.tag in ("surname", "collab")), None)
    title = next((one for tag in ("article-title", "chapter-title", "data-title") for one in work.iter(tag)), None)
    doi = next((one for one in work.iter("pub-id") if one.get("pub-id-type") == "doi"), None)
    yield "first author", _of(first), author.get("family") or author.get("literal") or ""
    yield "year", (re.findall(r"\d{4}", _of(work.find(".//year"))) or [""])[0], str(issued)
    yield "title", _of(title), str(csl.get("title", ""))
    yield "volume", _of(work.find(".//volume")), str(csl.get("volume", ""))
    yield "first page", _of(work.find(".//fpage")), str(csl.get("page", "")).split("-")[0]
    yield "DOI", _of(doi), str(csl.get("DOI", ""))


def _of(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext())
