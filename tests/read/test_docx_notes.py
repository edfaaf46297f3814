"""DOCX: notes and their marks, with the labels that Word prints."""

from __future__ import annotations

import pytest
from docx_factory import field, level, names, note, note_mark, numbered, p, r, style, word
from reading_checks import assert_sound, blocks, kinds, note_marks, notes

from holdwater.document import Document, MarkKind, Part

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:type="continuationNotice" w:id="1">{p("continued")}</w:footnote>'
)
RAISED = '<w:vertAlign w:val="superscript"/>'


def raised(words: str) -> str:
    return r(words, RAISED)


def labels(document: Document) -> list[str]:
    """The labels of the note marks, each checked against its note's."""
    assert_sound(document)
    by_id = {note.id: note.label for note in document.notes}
    marks = note_marks(document)
    assert all(by_id[mark.target] == mark.label for mark in marks if mark.target)
    return [mark.label for mark in marks]


def three(number: int = 3) -> tuple[str, str]:
    """A paragraph with marks of footnotes 2, 3, 4, and the notes."""
    ids = range(2, 2 + number)
    return p(*(f"word{one}" if even else note_mark(one) for one in ids for even in (True, False))), "".join(
        note(one, f"Note {one}.") for one in ids
    )


class TestMarksAndNotes:
    def test_digits_are_not_in_the_text_and_notes_come_after_the_body(self) -> None:
        body, footnotes = three()
        document = word(body, p("The end."), footnotes=SEPARATORS + footnotes)
        assert blocks(document) == ["word2word3word4", "The end.", "Note 2.", "Note 3.", "Note 4."]
        assert labels(document) == ["1", "2", "3"]
        assert [block.part for block in document.blocks[2:]] == [Part.NOTES] * 3
        assert [document.text[: mark.span.start][-5:] for mark in note_marks(document)] == ["word2", "word3", "word4"]

    def test_numbers_follow_the_order_of_the_marks_and_not_of_the_notes(self) -> None:
        document = word(p("a", note_mark(9), "b", note_mark(2)), footnotes=note(2, "Two.") + note(9, "Nine."))
        assert [(one.label, one.id) for one in document.notes] == [("1", "footnote-9"), ("2", "footnote-2")]
        assert list(notes(document).values()) == ["Nine.", "Two."]

    def test_a_note_of_several_paragraphs_is_one_group(self) -> None:
        document = word(p("a", note_mark(2)), footnotes=note(2, "One.", "Two."))
        assert notes(document) == {"footnote-2": "One.\n\nTwo."}
        assert len({block.group for block in document.blocks[1:]}) == 1

    def test_notes_that_no_mark_leads_to_are_not_printed(self) -> None:
        document = word(p("a"), footnotes=note(2, "Left behind."))
        assert blocks(document) == ["a"]
        assert not document.notes

    def test_the_mark_of_a_deleted_note_is_gone_with_it(self) -> None:
        deleted = f"<w:del>{note_mark(2)}</w:del>"
        document = word(p("a", deleted, "b", note_mark(3)), footnotes=note(2, "Gone.") + note(3, "Kept."))
        assert labels(document) == ["1"]
        assert list(notes(document).values()) == ["Kept."]

    def test_a_mark_whose_note_is_missing_or_empty_leads_nowhere(self) -> None:
        document = word(p("a", note_mark(7), "b", note_mark(2)), footnotes='<w:footnote w:id="2"><w:p/></w:footnote>')
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", ""), ("2", "")]
        assert word(p("a", note_mark(7))).marks[0].target == ""

    def test_two_marks_of_one_note_share_its_label(self) -> None:
        document = word(p("a", note_mark(2), "b", note_mark(2)), footnotes=note(2, "A note."))
        assert labels(document) == ["1", "1"]
        assert len(document.notes) == 1

    def test_of_two_notes_with_one_id_the_first_is_read(self) -> None:
        document = word(p("a", note_mark(2)), footnotes=note(2, "First.") + note(2, "Second."))
        assert notes(document) == {"footnote-2": "First."}

    def test_footnotes_come_before_endnotes_and_each_has_numbers_of_its_own(self) -> None:
        body = p("a", note_mark(1, "endnote"), "b", note_mark(2), "c", note_mark(2, "endnote"))
        ends = note(1, "End one.", kind="endnote") + note(2, "End two.", kind="endnote")
        document = word(body, footnotes=note(2, "Foot."), endnotes=ends)
        assert [mark.label for mark in note_marks(document)] == ["i", "1", "ii"]
        assert list(notes(document)) == ["footnote-2", "endnote-1", "endnote-2"]

    def test_marks_within_notes_lead_to_notes_that_are_written_too(self) -> None:
        first = note(2, p("See", note_mark(1, "endnote"), "."))
        ends = note(1, p("Also", note_mark(3), "."), kind="endnote") + note(9, "Unasked.", kind="endnote")
        document = word(p("a", note_mark(2)), footnotes=first + note(3, "Last."), endnotes=ends)
        assert list(notes(document).values()) == ["See.", "Also.", "Last."]
        assert_sound(document)

    @pytest.mark.parametrize(
        "wrap",
        [
            '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
            "<w:ins>{}</w:ins>",
            "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
            '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
            "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
        ],
    )
    def test_marks_are_found_in_whatever_holds_them(self, wrap: str) -> None:
        document = word(p("a", wrap.format(note_mark(2)), "."), footnotes=note(2, "A note."))
        assert labels(document) == ["1"]

    def test_the_blank_between_a_mark_and_a_full_stop_is_dropped(self) -> None:
        assert word(p("said ", note_mark(2), "."), footnotes=note(2, "x")).text.startswith("said.")

    def test_a_mark_that_opens_a_paragraph_stands_at_its_first_word(self) -> None:
        document = word(p("a"), p(note_mark(2), "b"), p(note_mark(3)), footnotes=note(2, "x") + note(3, "y"))
        places = [mark.span.start for mark in note_marks(document)]
        assert places[0] == document.blocks[1].span.start
        assert places[1] == document.blocks[1].span.end


class TestLabels:
    @pytest.mark.parametrize(
        ("settings", "printed"),
        [
            ('<w:numFmt w:val="lowerRoman"/>', ["i", "ii", "iii"]),
            ('<w:numFmt w:val="upperLetter"/>', ["A", "B", "C"]),
            ('<w:numFmt w:val="chicago"/>', ["*", "†", "‡"]),
            ('<w:numStart w:val="41"/>', ["41", "42", "43"]),
            ('<w:numFmt w:val="upperRoman"/><w:numStart w:val="9"/>', ["IX", "X", "XI"]),
            ('<w:numFmt w:val="unheardOf"/><w:numStart w:val="x"/>', ["1", "2", "3"]),
        ],
    )
    def test_the_form_and_the_first_number_are_those_of_the_settings(self, settings: str, printed: list[str]) -> None:
        body, footnotes = three()
        document = word(body, footnotes=footnotes, settings=f"<w:footnotePr>{settings}</w:footnotePr>")
        assert labels(document) == printed

    def test_endnotes_have_settings_of_their_own(self) -> None:
        body = p("a", note_mark(1, "endnote"))
        settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        ends = note(1, "End.", kind="endnote")
        assert labels(word(body, endnotes=ends, settings=settings)) == ["1"]

    def test_a_section_may_begin_again_and_have_a_form_of_its_own(self) -> None:
        again = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
        roman = '<w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
        first = p("a", note_mark(2), "b", note_mark(3), props=f"<w:sectPr>{again}</w:sectPr>")
        second = p("c", note_mark(4)) + f"<w:sectPr>{roman}</w:sectPr>"
        footnotes = "".join(note(one, f"Note {one}.") for one in (2, 3, 4))
        assert labels(word(first, second, footnotes=footnotes)) == ["1", "2", "i"]

    def test_without_a_word_of_it_numbers_run_through_the_sections(self) -> None:
        first = p("a", note_mark(2), props="<w:sectPr/>")
        document = word(first, p("c", note_mark(3)), "<w:sectPr/>", footnotes=note(2, "x") + note(3, "y"))
        assert labels(document) == ["1", "2"]

    def test_numbers_that_begin_again_on_each_page_follow_the_pages_as_last_laid_out(self) -> None:
        settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
        page = "<w:r><w:lastRenderedPageBreak/></w:r>"
        body = p("a", note_mark(2), "b", note_mark(3), page, "c", note_mark(4))
        footnotes = "".join(note(one, f"Note {one}.") for one in (2, 3, 4))
        assert labels(word(body, footnotes=footnotes, settings=settings)) == ["1", "2", "1"]

    def test_a_label_that_the_author_typed_is_kept_and_not_counted(self) -> None:
        body = p("a", note_mark(2, after="*"), "b", note_mark(3))
        document = word(body, footnotes=note(2, p("* By the author.")) + note(3, "Two."))
        assert labels(document) == ["*", "1"]
        assert notes(document) == {"footnote-2": "By the author.", "footnote-3": "Two."}
        assert "*" not in document.text

    def test_a_typed_label_may_be_a_symbol_of_a_font(self) -> None:
        mark = (
            '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:sym w:font="Symbol" w:char="F02A"/></w:r>'
        )
        assert [one.label for one in note_marks(word(p("a", mark, "b"), footnotes=note(2, "x")))] == ["∗"]

    def test_a_number_typed_again_before_the_notes_words_is_dropped_if_it_is_raised(self) -> None:
        document = word(p("a", note_mark(2)), footnotes=note(2, p(raised("1"), " Words.")))
        assert list(notes(document).values()) == ["Words."]
        document = word(p("a", note_mark(2)), footnotes=note(2, p("1 May 1987.")))
        assert list(notes(document).values()) == ["1 May 1987."]


class TestRepeatedMarks:
    BODY = (
        p("a", '<w:bookmarkStart w:id="0" w:name="_Ref1"/>', note_mark(2), '<w:bookmarkEnd w:id="0"/>'),
        p("b", field(r"NOTEREF _Ref1 \f \h", "1"), " and ", field("NOTEREF _Ref1", raised("1")), "."),
        p("See note ", field("NOTEREF _Ref1", "1"), " above."),
    )

    def test_a_raised_number_of_another_mark_is_a_mark_of_the_same_note(self) -> None:
        document = word(*self.BODY, footnotes=note(2, "A note."))
        assert blocks(document) == ["a", "b and.", "See note 1 above.", "A note."]
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "footnote-2")] * 3

    def test_a_bookmark_that_is_nowhere_leads_nowhere(self) -> None:
        document = word(p("b", field(r"NOTEREF _Ref9 \f", "1")))
        assert [mark.target for mark in note_marks(document)] == [""]


class TestTypedNotes:
    LIST = f'<w:abstractNum w:abstractNumId="0">{level(0)}</w:abstractNum>' \
           '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # fmt: skip
    BODY = (p("The mill burned.", raised("1"), " It stood"), p("near the river", raised("2"), " on 30 m", raised("2")))

    def test_raised_digits_with_a_list_of_notes_at_the_end_are_marks(self) -> None:
        document = word(
            *self.BODY, p("Notes", style="H"), p("1. Record."), p("2. Letter."), styles=style("H", "heading 1")
        )
        assert_sound(document)
        assert blocks(document)[:2] == ["The mill burned. It stood", "near the river on 30 m2"]
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "typed-1"), ("2", "typed-2")]
        assert list(notes(document).values()) == ["1. Record.", "2. Letter."]
        assert kinds(document)[-2:] == ["note", "note"]

    @pytest.mark.parametrize(
        "ends",
        [
            (p(raised("1"), " Record."), p(raised("2"), "Letter.")),
            (p("[1] Record."), p("[2] Letter.")),
            (p(r("Notes", "<w:b/>")), p("Record.", props=numbered()), p("Letter.", props=numbered())),
        ],
    )
    def test_the_notes_numbers_may_be_written_in_several_ways(self, ends: tuple[str, ...]) -> None:
        document = word(*self.BODY, *ends, numbering=self.LIST)
        assert len(document.notes) == 2
        assert "burned. It" in document.text

    def test_a_second_paragraph_under_the_heading_of_the_notes_goes_on_with_its_note(self) -> None:
        ends = (p(r("Notes", "<w:b/>")), p("1. Record."), p("And more."), p("2. Letter."))
        assert notes(word(*self.BODY, *ends))["typed-1"] == "1. Record.\n\nAnd more."

    @pytest.mark.parametrize(
        "body",
        [
            (p("x", raised("1"), " + y", raised("2")), p("1. One."), p("2. Two.")),
            (p("10", raised("1"), " and 10", raised("2")), p("1. One."), p("2. Two.")),
            (p("30 km", raised("1"), " and 20 m", raised("2")), p("1. One."), p("2. Two.")),
            (p("burned", raised("1"), " then", raised("3")), p("1. One."), p("3. Three.")),
            (p("burned", raised("1"), " then", raised("2")), p("1. One."), p("Not two.")),
            (p("burned", raised("1")), p("1. One.")),
            (p("1. One."), p("2. Two."), p("burned", raised("1"), " then", raised("2"))),
        ],
    )
    def test_what_does_not_hang_together_stays_in_the_text(self, body: tuple[str, ...]) -> None:
        document = word(*body)
        assert not document.notes
        assert not note_marks(document)
        assert "1" in document.blocks[-3 if len(document.blocks) > 2 else 0].span.of(document.text)

    def test_where_word_has_notes_of_its_own_raised_digits_are_powers(self) -> None:
        body = (*self.BODY, p("a", note_mark(2)), p("1. Record."), p("2. Letter."))
        assert len(word(*body, footnotes=note(2, "x")).notes) == 1

    def test_notes_copied_from_a_web_page_are_known_by_their_links(self) -> None:
        def linked(place: str, words: str) -> str:
            return f'<w:hyperlink w:anchor="{place}">{r(words)}</w:hyperlink>'

        body = p("It burned", linked("_ftn1", "[1]"), " and fell", linked("_ftn2", "[2]"), ".")
        ends = (p(linked("_ftnref1", "[1]"), " Record."), p(linked("_ftnref2", "[2]"), " Letter."))
        document = word(body, *ends)
        assert blocks(document)[0] == "It burned and fell."
        assert [mark.label for mark in document.marks_of(MarkKind.NOTE)] == ["1", "2"]
        assert notes(document) == {"typed-1": "[1] Record.", "typed-2": "[2] Letter."}


def test_the_notes_part_is_found_by_its_relationship() -> None:
    more = {"word/deep/n.xml": f"<w:footnotes {names()}>{note(2, 'Found.')}</w:footnotes>"}
    document = word(p("a", note_mark(2)), links=(("n", "footnotes", "deep/n.xml"),), more=more)
    assert list(notes(document).values()) == ["Found."]


def test_a_note_with_a_table_and_a_text_box_is_one_note() -> None:
    cells = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{p('y')}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict></w:r>"
    document = word(p("a", note_mark(2)), footnotes=note(2, p("n", box), cells))
    assert set(kinds(document)[1:]) == {"note"}
    assert list(notes(document).values()) == ["n\n\nbox\n\nx\n\ny"]
