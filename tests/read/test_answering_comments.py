"""Comments by which an author answers a finding, in every format of XML that has comments."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from holdwater.check import check
from holdwater.document import Document, MarkKind
from holdwater.findings.suppression import suppressions_in
from holdwater.read import read_bytes
from holdwater.sources.shelf import open_shelf

sys.path.insert(0, str(Path(__file__).parent))
from docx_factory import note, note_mark, p, r, word
from epub_books import book, package, page

ANSWER = "holdwater: ignore[QUO101] -- as printed"
XML = f"<!-- {ANSWER} -->"


def answered(document: Document) -> list[tuple[str, tuple[str, ...], str]]:
    """The words that each comment answers for, the rules it names, its reason."""
    return [(one.covers.of(document.text), one.selectors, one.reason) for one in suppressions_in(document)]


def jats(inner: str, before: str = "") -> Document:
    return read_bytes(f"{before}<article><body>{inner}</body></article>".encode(), "mill.nxml", format="jats")


class TestJats:
    @pytest.mark.parametrize(
        "inner",
        [
            f"<p>One.</p><p>The {XML}mill.</p><p>Two.</p>",
            f"<p>One.</p>{XML}<p>The mill.</p><p>Two.</p>",
            f"<p>One.</p><p>{XML}The mill.</p><p>Two.</p>",
            f"<p>One.</p><p>The mill.{XML}</p><p>Two.</p>",
            f"<p>One.</p><sec>{XML}<p>The <italic>mill</italic>.</p></sec><p>Two.</p>",
        ],
    )
    def test_it_answers_for_its_paragraph_or_the_next(self, inner: str) -> None:
        document = jats(inner)
        assert answered(document) == [("The mill.", ("QUO101",), "as printed")]
        assert document.text == "One.\n\nThe mill.\n\nTwo."

    def test_it_answers_for_all_paragraphs_of_a_quotation(self) -> None:
        document = jats(f"<p>a</p><disp-quote>{XML}<p>One.</p><p>Two.</p></disp-quote><p>b</p>")
        assert [covered for covered, _, _ in answered(document)] == ["One.\n\nTwo."]

    def test_in_a_note_it_answers_for_the_note(self) -> None:
        document = jats(f'<p>One<fn id="a"><p>{XML}Doe 4.</p></fn>.</p><p>Two.</p>')
        assert [covered for covered, _, _ in answered(document)] == ["Doe 4."]

    def test_before_the_root_it_can_answer_for_the_whole_file(self) -> None:
        whole = XML.replace("ignore", "ignore-file")
        document = jats("<p>One.</p><p>Two.</p>", before=whole)
        assert answered(document) == [("One.\n\nTwo.", ("QUO101",), "as printed")]

    def test_between_the_articles_of_a_set_it_answers_for_the_next(self) -> None:
        one = "<article><body><p>{}</p></body></article>"
        raw = f"<pmc-articleset>{one.format('One.')}{XML}{one.format('Two.')}</pmc-articleset>"
        document = read_bytes(raw.encode(), "mill.nxml", format="jats")
        assert [covered for covered, _, _ in answered(document)] == ["Two."]

    def test_other_comments_are_no_marks(self) -> None:
        assert not jats("<p>One <!-- typeset by hand --> two.</p>").marks_of(MarkKind.COMMENT)

    def test_in_a_reference_it_leaves_the_punctuation_as_it_is(self) -> None:
        fields = "<source>Mills</source>{}<year>1994</year>"
        work = "<element-citation>{}</element-citation>"
        whole = f'<article><back><ref-list><ref id="r">{work}</ref></ref-list></back></article>'
        plain, marked = (
            read_bytes(whole.format(fields.format(comment)).encode(), "m.nxml", format="jats").text
            for comment in ("", XML)
        )
        assert plain == marked


class TestEpub:
    def test_it_answers_for_its_paragraph_or_the_next_in_its_chapter(self) -> None:
        chapters = {
            "one.xhtml": page(f"<p>One.</p>{XML}<p>The mill.</p><p>Two.</p>"),
            "two.xhtml": page(f"<p>Three.</p><p>The {XML}wheel.</p>"),
        }
        document = read_bytes(book(chapters, package(["one.xhtml", "two.xhtml"])), "mills.epub")
        assert [covered for covered, _, _ in answered(document)] == ["The mill.", "The wheel."]


class TestWord:
    COMMENT = f'<w:comment w:id="0">{p(ANSWER)}</w:comment>'
    START, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    SIGN = '<w:r><w:commentReference w:id="0"/></w:r>'

    def covered(self, *body: str, **other: object) -> list[str]:
        return [covered for covered, _, _ in answered(word(*body, comments=self.COMMENT, **other))]

    def test_it_answers_for_the_paragraph_of_its_words(self) -> None:
        assert self.covered(p("One."), p("The ", self.START, "mill", self.END, self.SIGN, "."), p("Two.")) == [
            "The mill."
        ]

    def test_on_a_whole_paragraph_or_at_its_end_it_answers_for_that_one(self) -> None:
        assert self.covered(p("One."), p(self.START, "The mill.", self.END, self.SIGN), p("Two.")) == ["The mill."]
        assert self.covered(p("One."), p("The mill.", self.SIGN), p("Two.")) == ["The mill."]

    def test_one_that_begins_between_paragraphs_answers_for_the_next(self) -> None:
        assert self.covered(p("One."), self.START, p("The mill.", self.END, self.SIGN), p("Two.")) == ["The mill."]

    def test_one_in_a_paragraph_without_words_answers_for_the_next(self) -> None:
        assert self.covered(p("One."), p(self.START, self.END, self.SIGN), p("The mill."), p("Two.")) == ["The mill."]

    def test_dashes_that_word_made_one_of_still_lead_to_the_reason(self) -> None:
        changed = self.COMMENT.replace(" -- ", " – ")
        assert answered(word(p("The mill.", self.SIGN), comments=changed)) == [("The mill.", ("QUO101",), "as printed")]

    def test_in_a_note_it_answers_for_the_note(self) -> None:
        inner = note(2, p("Doe 4.", self.SIGN))
        assert self.covered(p("One.", note_mark(2)), p("Two."), footnotes=inner) == ["Doe 4."]

    def test_it_is_written_in_runs_as_word_cuts_them(self) -> None:
        cut = f'<w:comment w:id="0">{p(r("holdwater: ign"), r("ore[QUO101]"), r(" -- as printed"))}</w:comment>'
        assert answered(word(p("The mill.", self.SIGN), comments=cut)) == [("The mill.", ("QUO101",), "as printed")]


SOURCE = "The old mill by the river turned for two hundred years and never once ran dry in summer.\n"
QUOTED = "The old mill by the river turned for three hundred years and never once ran dry in summer."
CLAIM = f"Doe (1994) writes: “{QUOTED}”"
ENTRY = "Doe, J. (1994). Mills of the upper valley. Valley Press."
ALTERED = XML.replace("QUO101", "QUO102")
WORD_COMMENT = f'<w:comment w:id="0">{p(ALTERED[5:-4])}</w:comment>'


def word_draft(answer: bool) -> Document:
    sign = '<w:r><w:commentReference w:id="0"/></w:r>' if answer else ""
    heading = p("References", props='<w:outlineLvl w:val="0"/>')
    return word(p("One."), p(CLAIM, sign), heading, p(ENTRY), comments=WORD_COMMENT)


def jats_draft(answer: bool) -> Document:
    ref = f"<ref-list><title>References</title><ref><mixed-citation>{ENTRY}</mixed-citation></ref></ref-list>"
    inner = f"<p>One.</p>{ALTERED if answer else ''}<p>{CLAIM}</p>"
    raw = f"<article><body>{inner}</body><back>{ref}</back></article>"
    return read_bytes(raw.encode(), "mill.nxml", format="jats")


def epub_draft(answer: bool) -> Document:
    inner = f"<p>One.</p>{ALTERED if answer else ''}<p>{CLAIM}</p><h2>References</h2><p>{ENTRY}</p>"
    return read_bytes(book({"one.xhtml": page(inner)}), "mills.epub")


@pytest.mark.parametrize("draft", [word_draft, jats_draft, epub_draft])
def test_a_finding_on_a_quotation_is_answered(draft: Callable[[bool], Document], tmp_path: Path) -> None:
    (tmp_path / "doe.txt").write_text(f"Mills of the upper valley\nby J. Doe, 1994\n\n{SOURCE}", encoding="utf-8")
    shelf = open_shelf(tmp_path)
    found = [one.code for one in check(draft(False), shelf).findings]
    assert "QUO102" in found
    report = check(draft(True), shelf)
    assert "QUO102" not in [one.code for one in report.findings]
    assert [(one.finding.code, one.reason) for one in report.suppressed] == [("QUO102", "as printed")]
