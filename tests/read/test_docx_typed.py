"""DOCX: what makes raised digits note marks, piece by piece, and files of a kind that people hand in."""

from __future__ import annotations

import pytest
from docx_factory import field, note, note_mark, numbered, p, r, style, word
from hypothesis import given
from hypothesis import strategies as st
from reading_checks import assert_sound, blocks, note_marks

from holdwater.document import Block, BlockKind, Span
from holdwater.read.docx.typed_notes import Candidate, typed_bodies, typed_marks
from holdwater.read.xml import Element

PARAGRAPH = BlockKind.PARAGRAPH


def laid(*paragraphs: str) -> tuple[str, list[Block]]:
    """A text of these paragraphs, and its blocks."""
    found, start = [], 0
    for words in paragraphs:
        found.append(Block(Span(start, start + len(words)), PARAGRAPH))
        start += len(words) + 2
    return "\n\n".join(paragraphs), found


def candidate(words: str, at: int, *, linked: bool = False) -> Candidate:
    return Candidate(Element("w:r", {}, at), words, at, linked)


class TestTypedMarks:
    TEXT, BLOCKS = laid("It burned.1 It fell2 on 30 m2 there.", "1. Record.", "2. Letter.")
    AT = (TEXT.index("1 It"), TEXT.index("2 on"), TEXT.index("2 there"))

    def found(self, *words: str) -> list[str]:
        given = [candidate(one, at) for one, at in zip(words, self.AT, strict=False)]
        return list(typed_marks(self.TEXT, self.BLOCKS, given).values())

    def test_numbers_in_order_with_notes_of_the_same_numbers(self) -> None:
        assert self.found("1", "2") == ["1", "2"]

    def test_a_unit_that_is_squared_is_passed_over(self) -> None:
        assert self.found("1", "2", "2") == ["1", "2"]

    def test_brackets_around_the_number_make_no_difference(self) -> None:
        assert self.found("[1]", "(2)") == ["1", "2"]

    @pytest.mark.parametrize("words", [("1",), ("2", "1"), ("1", "3"), ("th", "st"), ("01", "2"), ("1", "1")])
    def test_numbers_that_do_not_run_on_make_no_marks(self, words: tuple[str, ...]) -> None:
        assert self.found(*words) == []

    def test_a_number_that_opens_a_paragraph_is_no_mark(self) -> None:
        text, laid_out = laid("1 It burned.", "2 It fell.", "1. Record.", "2. Letter.")
        assert not typed_marks(text, laid_out, [candidate("1", 0), candidate("2", 14)])

    def test_a_link_to_a_note_may_follow_anything(self) -> None:
        text, laid_out = laid("In 2018[1] and 10[2].", "[1] Record.", "[2] Letter.")
        linked = [candidate("[1]", 7, linked=True), candidate("[2]", 17, linked=True)]
        assert list(typed_marks(text, laid_out, linked).values()) == ["1", "2"]
        assert not typed_marks(text, laid_out, [candidate("[1]", 7), candidate("[2]", 17)])


class TestBodies:
    @given(
        st.lists(st.sampled_from(["1. a", "2. b", "3 c", "[2] d", "words", "7) e", "1"]), max_size=12),
        st.integers(-1, 40),
    )
    def test_notes_are_blocks_apart_in_order_after_the_mark(self, paragraphs: list[str], after: int) -> None:
        text, laid_out = laid(*paragraphs)
        found = typed_bodies(text, laid_out, after)
        indexes = [index for one in found for index in one]
        assert indexes == sorted(set(indexes))
        assert all(laid_out[one.start].span.start > after for one in found)
        assert all(str(number) in laid_out[one.start].span.of(text) for number, one in enumerate(found, 1))


class TestWholeDocuments:
    def test_an_essay_with_headings_quotations_notes_and_references(self) -> None:
        styles = style("H", "heading 1") + style("Q", "Quote") + style("B", "Bibliography")
        body = (
            p("The mill", style="H"), p("Roe writes:", note_mark(2)), p("It turned.", style="Q"),
            p("So", r(" much", "<w:i/>"), " for that", note_mark(3), "."), p("Works", style="H"),
            p("Roe, Mills.", style="B"),
        )  # fmt: skip
        document = word(*body, styles=styles, footnotes=note(2, "Roe, p. 4.") + note(3, "Ibid."))
        assert_sound(document)
        assert blocks(document) == [
            "The mill", "Roe writes:", "It turned.", "So much for that.", "Works", "Roe, Mills.", "Roe, p. 4.", "Ibid.",
        ]  # fmt: skip
        assert [mark.label for mark in note_marks(document)] == ["1", "2"]

    def test_words_across_a_field_a_link_and_a_change_are_one_sentence(self) -> None:
        inner = f'<w:hyperlink w:anchor="x"><w:ins>{r("old ")}</w:ins></w:hyperlink>'
        document = word(
            p("The ", inner, field("REF m", "mill"), "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", " ran.")
        )
        assert document.text == "The old mill ran."

    def test_an_item_with_two_line_breaks_is_counted_once(self) -> None:
        lists = (
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        twice = "<w:r><w:br/><w:br/></w:r>"
        entries = (p("One,", twice, "more.", props=numbered()), p(props=numbered()), p("Three.", props=numbered()))
        document = word(p("References", props='<w:outlineLvl w:val="0"/>'), *entries, numbering=lists)
        assert blocks(document) == ["References", "1. One,", "more.", "3. Three."]
