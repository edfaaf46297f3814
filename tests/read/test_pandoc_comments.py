"""Comments to Holdwater in formats that pandoc reads: what each looks like, and what it answers for."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest
from reading_checks import assert_sound, marks

from clock import within_seconds
from holdwater import check
from holdwater.document import Document, MarkKind, Run
from holdwater.read import read_bytes
from holdwater.read.pandoc import comments as module
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf

through_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")

SAID = "holdwater: ignore[QUO101] -- as the first printing has it"
COMMENTS = [
    ("rst", f".. {SAID}"),
    ("rst", f"..\n   {SAID}"),
    ("rst", ".. holdwater: ignore[QUO101] -- as the first\n   printing has it"),
    ("org", f"# {SAID}"),
    ("typst", f"// {SAID}"),
    ("textile", f"###. {SAID}"),
    ("textile", f"<!-- {SAID} -->"),
    ("muse", f"; {SAID}"),
    ("t2t", f"% {SAID}"),
    ("man", f'.\\" {SAID}'),
]


@pytest.mark.parametrize(("format", "comment"), [one for one in COMMENTS if "<!--" not in one[1]])
def test_a_comment_is_found_by_its_line(format: str, comment: str) -> None:  # noqa: A002
    raw = f"One two.\n\n{comment}\n\nThree four.\n"
    (found,) = module.comments(raw, format)
    assert found.words == SAID
    assert raw[found.end :].strip() == "Three four."
    assert not found.beside


@pytest.mark.parametrize("format", ["docbook", "fb2", "opml"])
def test_a_comment_of_xml_belongs_to_the_element_that_it_ends(format: str) -> None:  # noqa: A002
    raw = f"<para>One.<!-- {SAID} --></para><!--{SAID}-->\n<para>Two.</para>"
    assert [(one.words, one.beside) for one in module.comments(raw, format)] == [(SAID, True), (SAID, False)]


@pytest.mark.parametrize(
    ("format", "raw"),
    [
        ("rst", "holdwater: ignore[QUO101] -- no comment"),
        ("rst", ".. a comment\n\nholdwater: ignore[QUO101]"),
        ("rst", ".. image:: holdwater.png"),
        ("org", "#+holdwater: x"),
        ("org", "a # holdwater: x"),
        ("rtf", f".. {SAID}"),
        ("odt", f"# {SAID}"),
        ("docbook", "<!-- a comment --> holdwater: x"),
    ],
)
def test_what_is_no_comment_to_holdwater_is_left_alone(format: str, raw: str) -> None:  # noqa: A002
    assert list(module.comments(raw, format)) == []


def test_marks_stand_before_the_next_word_or_after_the_last() -> None:
    runs = [Run(0, 10, 5), Run(5, 30, 5), Run(10, 50, 0)]
    found = [module.Comment(20, "a", False), module.Comment(20, "b", True), module.Comment(40, "c", False)]
    assert [mark.span.start for mark in module.marks(found, runs, 12)] == [5, 5, 12]
    assert [mark.span.start for mark in module.marks(found[1:2], [], 0)] == [0]
    assert all(mark.kind is MarkKind.COMMENT for mark in module.marks(found, runs, 12))


@pytest.mark.parametrize("format", ["rst", "org", "docbook", "man", "textile"])
@pytest.mark.parametrize("piece", ["..", ".. ", "\n..\n ", "<!--", "<!-- holdwater: -", "# holdwater:", "\n ", "###.."])
def test_comments_without_end_are_read_in_time(format: str, piece: str) -> None:  # noqa: A002
    raw = "holdwater" + piece * (300_000 // len(piece))
    within_seconds(2, lambda: list(module.comments(raw, format)))


LARCH = Document("At Oberau the smith made the buckets of larch, because larch does not rot.", name="larch.txt")
SHELF = Shelf.from_documents(
    [(Source("doe", "larch.txt", {"title": "Wheels and Water in the Valley", "author": [{"family": "Doe"}]}), LARCH)]
)
QUOTED = '"The smith made the buckets of spruce, because larch does not rot"'
DRAFTS = {
    "rst": f"Mill\n====\n\n%s\n\n{QUOTED} [#]_\n\n.. [#] John Doe, *Wheels and Water in the Valley*, 2001.\n",
    "org": f"* Mill\n\n%s\n\n{QUOTED}.[fn:1]\n\n[fn:1] John Doe, /Wheels and Water in the Valley/, 2001.\n",
    "textile": f"h1. Mill\n\n%s\n\n{QUOTED}[1]\n\nfn1. John Doe, _Wheels and Water in the Valley_, 2001.\n",
    "docbook": f"<article><title>Mill</title>%s<para>{QUOTED}<footnote><para>John Doe, <citetitle>Wheels and Water in"
    " the Valley</citetitle>, 2001.</para></footnote></para></article>",
}


@through_pandoc
@pytest.mark.parametrize(
    ("format", "comment"), [*(one for one in COMMENTS if one[0] in DRAFTS), ("docbook", f"<!-- {SAID} -->")]
)
def test_a_comment_answers_a_finding(format: str, comment: str) -> None:  # noqa: A002
    draft = DRAFTS[format]
    bare = check(read_bytes((draft % "").encode(), "draft", format=format), SHELF)
    assert "QUO101" in [finding.code for finding in bare.findings]
    document = read_bytes((draft % comment).encode(), "draft", format=format)
    assert_sound(document)
    report = check(document, SHELF)
    assert "QUO101" not in [finding.code for finding in report.findings]
    assert [one.reason for one in report.suppressed] == ["as the first printing has it"]


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    "</manifest:manifest>"
)
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>%s</office:text>'
    "</office:body></office:document-content>"
)
STYLES = (
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:styles/>'
    "</office:document-styles>"
)


def odt(body: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", CONTENT % body)
        archive.writestr("styles.xml", STYLES)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return data.getvalue()


@through_pandoc
@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("<text:p>One two.</text:p><text:p>%sThree four.</text:p>", "One two.\n\n"),
        ("<text:p>One two.</text:p><text:p>Three %s four.</text:p>", "One two.\n\nThree"),
        ("<text:p>One two.%s</text:p><text:p>Three four.</text:p>", "One two"),
    ],
)
def test_an_annotation_of_an_opendocument_text_is_a_comment(body: str, before: str) -> None:
    annotation = f"<office:annotation><text:p>{SAID}</text:p></office:annotation>"
    document = read_bytes(odt(body % annotation), "essay.odt")
    assert_sound(document)
    assert document.text.replace("  ", " ") == "One two.\n\nThree four."
    assert marks(document, MarkKind.COMMENT) == [("", SAID, "")]
    (mark,) = document.marks_of(MarkKind.COMMENT)
    assert document.text[: mark.span.start].strip(" .\n") == before.strip(" .\n")
