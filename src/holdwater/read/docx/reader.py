"""DOCX: the words as Word shows them with tracked changes accepted, notes and citations cut out of the running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from holdwater.document import BlockKind, Document, FileOrigins, MarkKind, Note, Part, Span
from holdwater.read.assembly import Setting, aim
from holdwater.read.docx.bookmarked import bookmarked
from holdwater.read.docx.citations import Works
from holdwater.read.docx.lines import Story
from holdwater.read.docx.metadata import metadata_of
from holdwater.read.docx.notes import KINDS, Notes
from holdwater.read.docx.numbering import Numbering
from holdwater.read.docx.origins import WordOrigins
from holdwater.read.docx.package import Package
from holdwater.read.docx.package import Part as Opened
from holdwater.read.docx.setting import Held, Settings, usual_left
from holdwater.read.docx.styles import Styles
from holdwater.read.docx.text import Furnishing, Plan, Writer
from holdwater.read.docx.typed_notes import set_apart, typed_marks
from holdwater.read.docx.word_sources import word_sources
from holdwater.read.xml import Element

_MARGIN = Held(Setting(BlockKind.FURNITURE, Part.NAVIGATION), fixed=True)
_MAX_UNREAD = 50


def read(data: bytes, name: str) -> Document:
    """Read a Word file (transitional or strict Office Open XML).

    Args:
        data: the file's bytes.
        name: what reports call it.

    Returns:
        The document: the body with its text boxes after the paragraphs that they are anchored in, then the footnotes
        and endnotes that marks lead to, then page headers and footers as furniture (they are words of the file, so a
        search finds them, and they belong to no sentence). Its origins are `WordOrigins`.

    Raises:
        ReadError: the file is no sound archive, has no document in it, or that is damaged. Without other parts that
            are (notes, styles, comments) the text is read, and `unread` names them.
    """
    file = _File(Package(data, name))
    plan = Plan()
    writer = file.written(plan)
    if writer.fields.unclosed:
        plan = Plan(frozenset(writer.fields.unclosed))
        writer = file.written(plan)
    marks = _typed_marks(writer)
    if marks:
        writer = file.written(replace(plan, marks=marks))
        last = max(mark.span.start for mark in writer.inline.assembly.marks if mark.kind is MarkKind.NOTE)
        set_apart(writer.inline.assembly, len(marks), last, file.groups)
    return file.document(writer, name)


def _typed_marks(writer: Writer) -> Mapping[Element, str]:
    """The runs that are note marks, in a document that has no notes of Word's own."""
    assembly = writer.inline.assembly
    if assembly.notes or len(writer.candidates) < 2:
        return {}
    return typed_marks(assembly.builder.text(), assembly.blocks, writer.candidates)


class _File:
    """The parts of a file that its text is made of."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.groups = 0  # of containers in the text that was written last
        self._main = package.main()
        self._notes = {kind: package.related(self._main, f"{kind}s") for kind in KINDS}
        self._margins = list(self._margin_parts())
        self._styles = Styles(self._tree("styles"))
        self._numbering, self._settings = self._tree("numbering"), self._tree("settings")
        self._comments = _comments(self._tree("comments"))
        self._cited = bookmarked(package.properties("custom-properties"))
        sources = package.trees(self._main, "customXml")
        self._known = {tag: csl for tree in sources for tag, csl in word_sources(tree).items()}

    def _tree(self, kind: str) -> Element | None:
        return next(self._package.trees(self._main, kind), None)

    def _margin_parts(self) -> Iterator[Opened]:
        """The page headers and footers that sections use, each once."""
        used: dict[str, None] = {}
        for section in self._main.root.walk("w:sectPr"):
            for one in section.elements("w:headerReference", "w:footerReference"):
                relation = self._main.relations.get(one.get("r:id"))
                if relation is not None and not relation.external:
                    used[relation.target] = None
        for path in used:
            part = self._package.other(path)
            if part is not None:
                yield part

    def written(self, plan: Plan) -> Writer:
        """The text of all parts, written."""
        root = self._main.root
        body = root.first("w:body") or root
        sections = [one for one in root.walk("w:sectPr") if one.parent is not None and one.parent.tag in _HOLDERS]
        notes = Notes(self._notes, self._settings, sections)
        settings = Settings(self._styles, Numbering(self._numbering), usual_left(body, self._styles))
        writer = Writer(
            Furnishing(self._styles, settings, notes, Works(self._known), self._comments, self._cited, plan)
        )
        writer.write(body, self._main, Held(), Story.BODY)
        for note in notes.to_write():
            held = Held(Setting(BlockKind.NOTE, Part.NOTES, group=settings.new_group()), fixed=True)
            before = len(writer.inline.assembly.blocks)
            writer.lead(note.label)
            writer.write(note.element, note.part, held, Story.NOTES)
            blocks = writer.inline.assembly.blocks[before:]
            if blocks:
                span = Span(blocks[0].span.start, blocks[-1].span.end)
                writer.inline.assembly.notes.append(Note(note.id, note.label, span))
        self.groups = settings.new_group()
        for margin in self._margins:
            writer.write(margin.root, margin, _MARGIN, Story.MARGINS)
        return writer

    def document(self, writer: Writer, name: str) -> Document:
        """The finished document."""
        assembly = writer.inline.assembly
        targets = {note.id: note.id for note in assembly.notes}
        targets |= {f"#{bookmark}": targets.get(target, "") for bookmark, target in writer.noted.items()}
        assembly.marks = aim(assembly.marks, targets)
        assembly.records = writer.works.records
        metadata = metadata_of(self._package.properties("core-properties"), writer.title, self._styles.language)
        assembly.unread = list(dict.fromkeys([*self._package.unread, *writer.fields.unread]))[:_MAX_UNREAD]
        document = assembly.document(self._package.raw, name, "docx", metadata, self._package.parts)
        files = document.origins
        assert isinstance(files, FileOrigins)
        return replace(document, origins=WordOrigins(document.text, files, writer.inline.lines.finished()))


_HOLDERS = ("w:body", "w:pPr")


def _comments(root: Element | None) -> dict[str, str]:
    """The words of the comments by their ids."""
    found: dict[str, str] = {}
    for one in root.elements("w:comment") if root is not None else ():
        words = " ".join(filter(None, (paragraph.words() for paragraph in one.walk("w:p"))))
        found.setdefault(one.get("w:id"), words)
    return found
