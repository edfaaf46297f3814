"""The notes of a book: those that links tie over all chapters, and those that stand loose in one of them."""

from __future__ import annotations

from holdwater.read.epub.book import Book, Chapter
from holdwater.read.html.index import Index
from holdwater.read.html.loose_notes import loose_notes
from holdwater.read.html.marks import Findings
from holdwater.read.html.notes import linked_notes
from holdwater.read.html.sidenotes import side_notes
from holdwater.read.html.trimming import trim


def find_notes(book: Book) -> Findings:
    """The notes of a book and the marks that lead to them.

    Numbers without links begin again with each chapter, so they are only sought in their own.
    """
    findings = Findings()
    indexes = [Index.of(chapter.root) for chapter in book.chapters]
    for index in indexes:
        side_notes(index, findings)
    whole = Index.of(book.root)
    linked_notes(whole, "", findings)
    for chapter, index in zip(book.chapters, indexes, strict=True):
        if index.raised:
            _loose_notes(chapter, index, findings)
    trim(whole, findings)
    return findings


def _loose_notes(chapter: Chapter, index: Index, findings: Findings) -> None:
    known = [body for body in findings.bodies if chapter.root.order <= body.order <= chapter.root.last]
    own = Findings(findings.marks, list(known), findings.skipped, findings.dropped, findings.taken)
    loose_notes(index, own)
    findings.bodies += own.bodies[len(known) :]
