"""DOCX: the words as Word shows them, and how each paragraph is set."""

from __future__ import annotations

import pytest
from docx_factory import field, level, note, note_mark, numbered, p, packed, parts, r, relations, style, t, word
from reading_checks import assert_sound, blocks, kinds, marks, note_marks

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.errors import ReadError
from holdwater.read import read_bytes

BREAK = "<w:r><w:br/></w:r>"
QUOTE = style("Q", "Quote")
HEADING = style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
BULLETS = f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "–")}</w:abstractNum>' \
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # fmt: skip


def text(document: Document) -> str:
    assert_sound(document)
    return document.text


class TestWords:
    def test_runs_of_a_paragraph_are_joined_and_paragraphs_are_blocks(self) -> None:
        document = word(p("The mi", "ll ", "turned."), p(), p("It stopped."))
        assert blocks(document) == ["The mill turned.", "It stopped."]
        assert document.format == "docx"

    def test_white_space_is_collapsed_and_taken_off_the_ends(self) -> None:
        assert text(word(p("  The   mill ", " turned.  "))) == "The mill turned."

    @pytest.mark.parametrize(
        ("inner", "words"),
        [
            ("<w:tab/>", "a b"),
            ("<w:br/>", "a\nb"),
            ("<w:cr/>", "a\nb"),
            ('<w:br w:type="page"/>', "a b"),
            ("<w:noBreakHyphen/>", "a\u2011b"),
            ("<w:softHyphen/>", "a\u00adb"),
            ('<w:sym w:font="Symbol" w:char="F061"/>', "aαb"),
            ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "a→b"),
            ('<w:sym w:font="Wingdings 3" w:char="F021"/>', "a\ufffdb"),
            ('<w:sym w:font="Arial" w:char="2020"/>', "a†b"),
            ('<w:sym w:font="Arial" w:char="D800"/>', "ab"),
            ('<w:sym w:font="Arial" w:char="nonsense"/>', "ab"),
            ("<w:lastRenderedPageBreak/>", "ab"),
        ],
    )
    def test_what_a_run_holds_beside_words(self, inner: str, words: str) -> None:
        assert text(word(p(f"<w:r>{t('a')}{inner}{t('b')}</w:r>"))) == words

    def test_two_line_breaks_end_a_block(self) -> None:
        assert blocks(word(p("One", BREAK, BREAK, "Two"))) == ["One", "Two"]

    def test_entities_and_characters_beyond_the_first_plane_are_kept(self) -> None:
        assert text(word(p("Fish &amp; chips &lt;&#x1F41F;&gt; 🐟"))) == "Fish & chips <🐟> 🐟"

    def test_hidden_words_are_left_out(self) -> None:
        assert text(word(p("Seen", r(" and not", "<w:vanish/>"), "."))) == "Seen."
        styles = style("Hid", "hid", "<w:rPr><w:vanish/></w:rPr>", "character")
        assert text(word(p("Seen", r(" not", '<w:rStyle w:val="Hid"/>'), "."), styles=styles)) == "Seen."

    def test_words_in_capitals_keep_their_letters_as_typed(self) -> None:
        assert text(word(p(r("Small", "<w:smallCaps/>"), r(" Caps", "<w:caps/>")))) == "Small Caps"

    def test_the_reading_over_characters_is_left_out(self) -> None:
        ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
        assert text(word(p("The ", ruby, "."))) == "The 漢."

    def test_an_emoji_with_a_way_out_for_old_programs_comes_once(self) -> None:
        both = f"<mc:AlternateContent><mc:Choice Requires='x'><x/></mc:Choice><mc:Fallback>{t('😊')}</mc:Fallback>"
        assert text(word(p("So ", f"<w:r>{both}</mc:AlternateContent></w:r>", "."))) == "So 😊."

    def test_words_of_smart_tags_controls_and_directions_are_kept(self) -> None:
        inner = f"<w:smartTag>{r('a')}<w:customXml>{r('b')}</w:customXml></w:smartTag>"
        control = f"<w:sdt><w:sdtPr/><w:sdtContent><w:bdo>{r('c')}</w:bdo></w:sdtContent></w:sdt>"
        block = f"<w:sdt><w:sdtContent>{p('d')}</w:sdtContent></w:sdt>"
        assert blocks(word(p(inner, control), block)) == ["abc", "d"]

    def test_a_large_first_letter_belongs_to_the_next_paragraph(self) -> None:
        frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
        assert blocks(word(p("T", props=frame), p("he mill turned."))) == ["The mill turned."]

    def test_the_strict_form_is_read_alike(self) -> None:
        body = (p("Strictly", note_mark(2), style="H1"), p("Said."))
        for strict in (False, True):
            document = word(*body, styles=HEADING, footnotes=note(2, "A note."), strict=strict)
            assert kinds(document) == ["heading", "paragraph", "note"]
            assert blocks(document) == ["Strictly", "Said.", "A note."]


class TestTrackedChanges:
    def test_insertions_are_kept_and_deletions_dropped(self) -> None:
        deleted = "<w:del><w:r><w:delText>slowly </w:delText></w:r></w:del>"
        assert text(word(p("It ", deleted, f"<w:ins>{r('never ')}</w:ins>", "turned."))) == "It never turned."

    def test_words_that_were_moved_stand_where_they_went(self) -> None:
        moved = p(f"<w:moveFrom>{r('First.')}</w:moveFrom>", props="<w:rPr><w:moveFrom/></w:rPr>")
        assert blocks(word(moved, p("Second."), p(f"<w:moveTo>{r('First.')}</w:moveTo>"))) == ["Second.", "First."]

    def test_a_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        document = word(p("One ", props="<w:rPr><w:del/></w:rPr>"), p("two."), p("Three."))
        assert blocks(document) == ["One two.", "Three."]

    def test_a_paragraph_deleted_with_its_mark_leaves_no_trace(self) -> None:
        gone = p("<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>", props="<w:rPr><w:del/></w:rPr>")
        document = word(gone, p("Kept.", style="H1"), styles=HEADING)
        assert (blocks(document), kinds(document)) == (["Kept."], ["heading"])

    def test_a_joined_paragraph_at_the_end_is_written(self) -> None:
        assert blocks(word(p("One"), p("Two", props="<w:rPr><w:del/></w:rPr>"))) == ["One", "Two"]

    def test_deleted_rows_and_cells_are_left_out(self) -> None:
        cell = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
        row = cell.format("", "a") + cell.format("<w:tcPr><w:cellDel/></w:tcPr>", "b")
        gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell.format("", "c") + "</w:tr>"
        assert blocks(word(f"<w:tbl><w:tr>{row}</w:tr>{gone}</w:tbl>")) == ["a"]

    def test_former_properties_do_not_count(self) -> None:
        changed = '<w:pPrChange><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>'
        was_bold = "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
        document = word(p(r("Plain.", was_bold), props=changed), styles=HEADING)
        assert kinds(document) == ["paragraph"]
        assert not document.marks


class TestStyles:
    @pytest.mark.parametrize(
        ("styles", "kind", "depth"),
        [
            (style("X", "heading 3"), "heading", 3),
            (style("X", "Anything", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), "heading", 2),
            (style("X", "My heading", based="Y") + style("Y", "heading 2"), "heading", 2),
            (style("X", "Überschrift 4"), "heading", 4),
            (style("X", "Body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based="Y") + style("Y", "heading 2"),
             "paragraph", 0),
            (style("X", "Title"), "heading", 1),
            (style("X", "Quote"), "quote", 0),
            (style("X", "Intense Quote"), "quote", 0),
            (style("X", "Block Text"), "quote", 0),
            (style("X", "Quotations"), "quote", 0),
            (style("X", "Zitat"), "quote", 0),
            (style("X", "Cita"), "quote", 0),
            (style("X", "Verse", based="Y") + style("Y", "Quote"), "quote", 0),
            (style("X", "Source Code"), "code", 0),
            (style("X", "caption"), "caption", 0),
            (style("X", "Bibliography"), "reference", 0),
            (style("X", "toc 2"), "furniture", 0),
            (style("X", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'), "paragraph", 0),
        ],
    )  # fmt: skip
    def test_what_a_style_makes_of_a_paragraph(self, styles: str, kind: str, depth: int) -> None:
        document = word(p("Words of some kind.", style="X"), p("Plain."), styles=styles)
        assert kinds(document) == [kind, "paragraph"]
        assert document.blocks[0].level == depth
        assert document.blocks[0].quoted == (kind == "quote")

    def test_an_outline_level_of_the_paragraphs_own_makes_a_heading(self) -> None:
        assert kinds(word(p("Top", props='<w:outlineLvl w:val="2"/>'))) == ["heading"]

    def test_a_style_that_is_nowhere_is_the_default_one(self) -> None:
        styles = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Quote"/></w:style>'
        assert kinds(word(p("a", style="Nowhere"), styles=styles)) == ["quote"]

    def test_quotations_that_follow_each_other_are_one_group(self) -> None:
        document = word(p("a", style="Q"), p(), p("b", style="Q"), p("c"), p("d", style="Q"), styles=QUOTE)
        groups = [block.group for block in document.blocks]
        assert groups[0] == groups[1] != 0
        assert groups[2] == 0
        assert groups[3] not in groups[:3]

    def test_lines_of_code_are_one_block_with_their_blanks(self) -> None:
        styles = style("C", "Source Code")
        document = word(p("if x:", style="C"), p("    y  = 1", style="C"), p("So."), styles=styles)
        assert blocks(document) == ["if x:\n    y  = 1", "So."]
        assert kinds(document) == ["code", "paragraph"]

    def test_author_and_date_stand_in_the_front_matter(self) -> None:
        document = word(p("Jane Doe", style="A"), p("Text."), styles=style("A", "Author"))
        assert [block.part for block in document.blocks] == [Part.FRONT, Part.BODY]


class TestIndentation:
    @pytest.mark.parametrize(
        ("props", "kind"),
        [
            ('<w:ind w:left="720"/>', "quote"),
            ('<w:ind w:start="720" w:end="720"/>', "quote"),
            ('<w:ind w:left="36pt"/>', "quote"),
            ('<w:ind w:left="1440" w:firstLine="300"/>', "quote"),
            ('<w:ind w:firstLine="720"/>', "paragraph"),
            ('<w:ind w:left="720" w:hanging="720"/>', "paragraph"),
            ('<w:ind w:left="200"/>', "paragraph"),
            ('<w:ind w:left="5000"/>', "paragraph"),
            ('<w:ind w:left="720"/><w:jc w:val="center"/>', "paragraph"),
            ('<w:ind w:left="nonsense"/>', "paragraph"),
        ],
    )
    def test_a_paragraph_set_in_as_a_whole_is_a_quotation(self, props: str, kind: str) -> None:
        assert kinds(word(p("X writes:"), p("Some words.", props=props), p("So X.")))[1] == kind

    def test_where_all_paragraphs_are_set_in_none_is_a_quotation(self) -> None:
        props = '<w:ind w:left="720"/>'
        assert set(kinds(word(*(p("Words.", props=props) for _ in range(4))))) == {"paragraph"}

    def test_a_style_of_its_own_counts_if_it_sets_in_on_both_sides(self) -> None:
        both = style("X", "Displayed", '<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>')
        assert kinds(word(p("a"), p("Words.", style="X"), styles=both))[1] == "quote"

    def test_the_second_paragraph_of_an_item_is_no_quotation(self) -> None:
        items = BULLETS.replace('<w:lvlText w:val="•"/>', '<w:lvlText w:val="•"/><w:pPr><w:ind w:left="720"/></w:pPr>')
        more = p("More of it.", props='<w:ind w:left="720"/>')
        document = word(p("a"), p("An item", props=numbered()), more, p("b"), numbering=items)
        assert kinds(document) == ["paragraph", "list-item", "list-item", "paragraph"]
        assert document.blocks[1].group == document.blocks[2].group


class TestLists:
    def test_items_have_their_depth_and_share_a_group_and_show_no_number(self) -> None:
        body = (p("One", props=numbered()), p("Inner", props=numbered(depth=1)), p("Two", props=numbered()))
        document = word(*body, p("After."), numbering=BULLETS)
        assert blocks(document) == ["One", "Inner", "Two", "After."]
        assert [(block.kind, block.level) for block in document.blocks[:3]] == [
            (BlockKind.LIST_ITEM, 1), (BlockKind.LIST_ITEM, 2), (BlockKind.LIST_ITEM, 1),
        ]  # fmt: skip
        assert len({block.group for block in document.blocks[:3]}) == 1

    def test_a_list_of_the_style_counts_and_number_zero_takes_a_paragraph_out(self) -> None:
        styles = style("L", "List Bullet", f"<w:pPr>{numbered()}</w:pPr>")
        document = word(p("a", style="L"), p("b", style="L", props=numbered(0)), numbering=BULLETS, styles=styles)
        assert kinds(document) == ["list-item", "paragraph"]

    def test_a_numbered_heading_is_a_heading(self) -> None:
        document = word(p("Mills", style="H1", props=numbered()), numbering=BULLETS, styles=HEADING)
        assert (kinds(document), blocks(document)) == (["heading"], ["Mills"])

    def test_entries_of_a_numbered_bibliography_show_their_numbers(self) -> None:
        lists = f'<w:abstractNum w:abstractNumId="0">{level(0, text="[%1]")}</w:abstractNum>' \
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # fmt: skip
        entries = (p("Doe, Mills.", props=numbered()), p("Roe, Rivers.", props=numbered()))
        document = word(p("As said [2]."), p("References", style="H1"), *entries, numbering=lists, styles=HEADING)
        assert blocks(document)[2:] == ["[1] Doe, Mills.", "[2] Roe, Rivers."]
        assert kinds(document)[2:] == ["reference", "reference"]


class TestTables:
    CELL = "<w:tc>{}</w:tc>"

    def table(self, *rows: tuple[str, ...]) -> str:
        return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(self.CELL.format, row))}</w:tr>" for row in rows) + "</w:tbl>"

    def test_a_block_for_each_cell_in_one_group(self) -> None:
        document = word(self.table((p("a"), p("b")), (p("c"), p())), p("After."))
        assert blocks(document) == ["a", "b", "c", "After."]
        assert kinds(document) == ["table", "table", "table", "paragraph"]
        assert len({block.group for block in document.blocks[:3]}) == 1

    def test_a_table_of_one_column_only_frames_its_paragraphs(self) -> None:
        assert kinds(word(self.table((p("A long text in a frame."),)))) == ["paragraph"]

    def test_a_cell_of_several_paragraphs_lays_out_the_page(self) -> None:
        assert kinds(word(self.table((p("a") + p("b"), p("c"))))) == ["paragraph", "paragraph", "table"]

    def test_note_marks_and_inner_tables_in_cells_are_read(self) -> None:
        inner = self.table((p("x"), p("y")))
        document = word(self.table((p("a", note_mark(2)), inner + p())), footnotes=note(2, "A note."))
        assert blocks(document) == ["a", "x", "y", "A note."]
        assert [mark.target for mark in note_marks(document)] == ["footnote-2"]


class TestTextBoxes:
    BOX = "<w:txbxContent>{}</w:txbxContent>"

    def test_a_box_comes_once_and_after_the_paragraph_that_holds_it(self) -> None:
        box = self.BOX.format(p("In the box."))
        both = (
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        )
        document = word(p("Before ", f"<w:r>{both}</w:r>", "and after."), p("Next."))
        assert blocks(document) == ["Before and after.", "In the box.", "Next."]

    def test_boxes_within_boxes_and_several_in_a_paragraph(self) -> None:
        inner = self.BOX.format(p("Inner."))
        outer = self.BOX.format(p("Outer.", f"<w:r><w:pict>{inner}</w:pict></w:r>"))
        second = self.BOX.format(p("Second."))
        document = word(p("Text.", f"<w:r><w:pict>{outer}</w:pict><w:pict>{second}</w:pict></w:r>"))
        assert blocks(document) == ["Text.", "Outer.", "Inner.", "Second."]

    def test_a_field_that_is_open_around_a_box_does_not_reach_into_it(self) -> None:
        pict = f"<w:r><w:pict>{self.BOX.format(p('Box.'))}</w:pict></w:r>"
        assert blocks(word(p(field("PAGE", pict, "3"), " pages."))) == ["3 pages.", "Box."]

    def test_diagrams_charts_and_inserted_files_are_said_to_be_unread(self) -> None:
        drawing = "<w:r><w:drawing><graphicData><relIds/></graphicData></w:drawing></w:r>"
        document = word(p("See ", drawing), '<w:altChunk r:id="x"/>')
        assert len(document.unread) == 2
        assert "diagram" in document.unread[0]

    def test_the_description_of_a_picture_is_not_in_the_text(self) -> None:
        picture = '<w:r><w:drawing><docPr descr="A mill by night"/></w:drawing></w:r>'
        assert text(word(p("Look: ", picture, "there."))) == "Look: there."


class TestEmphasis:
    STYLES = style("Q", "Quote", "<w:rPr><w:i/></w:rPr>") + style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", "character")

    @pytest.mark.parametrize(
        ("properties", "kind"),
        [
            ("<w:i/>", MarkKind.EMPHASIS),
            ('<w:i w:val="true"/>', MarkKind.EMPHASIS),
            ('<w:rStyle w:val="E"/>', MarkKind.EMPHASIS),
            ("<w:b/>", MarkKind.STRONG),
            ('<w:rStyle w:val="V"/>', MarkKind.CODE),
        ],
    )
    def test_a_run_that_differs_is_marked(self, properties: str, kind: MarkKind) -> None:
        styles = self.STYLES + style("V", "Verbatim Char", kind="character")
        document = word(p("It ", r("never", properties), " turned."), styles=styles)
        assert marks(document, kind) == [("never", "", "")]

    @pytest.mark.parametrize("properties", ['<w:i w:val="0"/>', '<w:b w:val="false"/>', "<w:iCs/><w:bCs/>", "<w:u/>"])
    def test_switches_that_are_off_mark_nothing(self, properties: str) -> None:
        assert not word(p("It ", r("never", properties), " turned.")).marks

    def test_in_an_italic_quotation_the_upright_words_are_emphasised(self) -> None:
        quote = p(r("It "), r("never", '<w:rStyle w:val="E"/>'), r(" turned", '<w:i w:val="0"/>'), r("!", "<w:i/>"))
        document = word(quote.replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Q"/>', 1), styles=self.STYLES)
        assert marks(document, MarkKind.EMPHASIS) == [("never turned", "", "")]

    def test_runs_side_by_side_make_one_mark_without_the_blanks_around_it(self) -> None:
        document = word(p("It ", r(" never", "<w:i/>"), r(" ever ", "<w:i/><w:sz w:val='2'/>"), "turned."))
        assert marks(document, MarkKind.EMPHASIS) == [("never ever", "", "")]

    def test_a_mark_ends_with_its_paragraph(self) -> None:
        document = word(p(r("One.", "<w:b/>")), p(r("Two.", "<w:b/>")))
        assert [words for words, _, _ in marks(document, MarkKind.STRONG)] == ["One.", "Two."]


class TestLinks:
    LINKS = (("x", "hyperlink", "https://doe.test/a"),)

    def test_links_by_relationship_by_place_and_by_field(self) -> None:
        document = word(
            p('<w:hyperlink r:id="x">' + r("Doe") + "</w:hyperlink>", " and ",
              '<w:hyperlink w:anchor="ch2">' + r("below") + "</w:hyperlink>", " and ",
              field('HYPERLINK "https://roe.test" \\o "a tip"', "Roe"), " and ",
              field('HYPERLINK "https://roe.test" \\l "sec"', "her"), " and ",
              '<w:fldSimple w:instr="HYPERLINK https://poe.test">' + r("Poe") + "</w:fldSimple>", "."),
            links=self.LINKS,
        )  # fmt: skip
        assert document.text == "Doe and below and Roe and her and Poe."
        assert marks(document, MarkKind.LINK) == [
            ("Doe", "", "https://doe.test/a"), ("below", "", "#ch2"), ("Roe", "", "https://roe.test"),
            ("her", "", "https://roe.test#sec"), ("Poe", "", "https://poe.test"),
        ]  # fmt: skip

    def test_an_address_that_is_not_called_external_is_one_all_the_same(self) -> None:
        linked = p('<w:hyperlink r:id="x">' + r("Doe") + "</w:hyperlink>")
        rels = relations(*self.LINKS).replace(' TargetMode="External"', "")
        document = word(linked, more={"word/_rels/document.xml.rels": rels})
        assert marks(document, MarkKind.LINK) == [("Doe", "", "https://doe.test/a")]

    def test_a_link_without_words_or_target_makes_no_mark(self) -> None:
        document = word(p('<w:hyperlink r:id="nowhere">' + r("b") + "</w:hyperlink>", '<w:hyperlink w:anchor="c"/>'))
        assert not document.marks

    def test_a_link_in_a_note_is_looked_up_in_the_notes_part(self) -> None:
        linked = note(2, p('<w:hyperlink r:id="x">' + r("Doe") + "</w:hyperlink>"))
        rels = {"word/_rels/footnotes.xml.rels": relations(("x", "hyperlink", "https://notes.test"))}
        document = word(p("a", note_mark(2)), footnotes=linked, links=self.LINKS, more=rels)
        assert marks(document, MarkKind.LINK) == [("Doe", "", "https://notes.test")]


class TestFields:
    def test_instructions_are_never_in_the_text(self) -> None:
        document = word(p("Page ", field(" PAGE \\* MERGEFORMAT ", "7"), " of ", field("NUMPAGES", "9"), "."))
        assert text(document) == "Page 7 of 9."

    def test_a_field_without_a_result_shows_nothing(self) -> None:
        mark = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "mill"</w:instrText></w:r>'
        assert text(word(p("The mill", mark, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "."))) == "The mill."

    def test_what_a_field_in_an_instruction_prints_belongs_to_the_instruction(self) -> None:
        told = "<w:r><w:instrText>HYPERLINK </w:instrText></w:r>" + field("REF address", "https://doe.test")
        document = word(p(field(told, "Doe"), " said."))
        assert text(document) == "Doe said."
        assert marks(document, MarkKind.LINK) == [("Doe", "", "https://doe.test")]

    def test_a_table_of_contents_is_furniture_through_all_its_paragraphs(self) -> None:
        begin, end = field('TOC \\o "1-3"', "<!-- -->").split("<!-- -->")
        document = word(p(begin, "Mills 3"), p("Rivers 5"), p("Fish 7", end), p("Text."))
        assert [block.part for block in document.blocks] == [Part.NAVIGATION] * 3 + [Part.BODY]
        assert kinds(document)[:3] == ["furniture"] * 3

    def test_a_control_with_a_table_of_contents_is_furniture(self) -> None:
        props = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        document = word(f"<w:sdt>{props}<w:sdtContent>{p('Mills 3')}</w:sdtContent></w:sdt>", p("Text."))
        assert kinds(document) == ["furniture", "paragraph"]

    def test_a_field_that_is_never_closed_hides_no_words(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        assert blocks(word(p("One ", begin, "two."), p("Three."))) == ["One two.", "Three."]

    def test_ends_and_middles_without_a_beginning_change_nothing(self) -> None:
        stray = "".join(f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("end", "separate", "end"))
        assert text(word(p("One ", stray, "two."))) == "One two."


class TestParts:
    @pytest.mark.parametrize(
        ("heading", "part", "kind"),
        [
            ("References", Part.REFERENCES, "reference"),
            ("Notes", Part.NOTES, "paragraph"),
            ("Mills", Part.BODY, "paragraph"),
        ],
    )
    def test_headings_open_parts_and_the_next_heading_closes_them(self, heading: str, part: Part, kind: str) -> None:
        document = word(p("a"), p(heading, style="H1"), p("b"), p("End", style="H1"), p("c"), styles=HEADING)
        assert [block.part for block in document.blocks] == [Part.BODY, part, part, Part.BODY, Part.BODY]
        assert kinds(document)[2] == kind

    def test_a_bold_line_that_names_the_references_is_a_heading(self) -> None:
        document = word(p("a"), p(r("Works Cited", "<w:b/>")), p("Doe, Mills."))
        assert kinds(document) == ["paragraph", "heading", "reference"]

    def test_page_headers_and_footers_come_last_and_once(self) -> None:
        from docx_factory import names

        section = '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>'
        margins = {
            "word/h.xml": f"<w:hdr {names()}>{p('The mill, draft')}</w:hdr>",
            "word/f.xml": f"<w:ftr {names()}>{p('Page ', field('PAGE', '1'))}</w:ftr>",
        }
        links = (("h", "header", "h.xml"), ("f", "footer", "f.xml"))
        body = (p("Text.", note_mark(2), props=section), p("More."), section)
        document = word(*body, links=links, more=margins, footnotes=note(2, "A note."))
        assert blocks(document) == ["Text.", "More.", "A note.", "The mill, draft", "Page 1"]
        assert [block.part for block in document.blocks[3:]] == [Part.NAVIGATION] * 2

    def test_the_main_part_is_the_one_that_the_relationships_name(self) -> None:
        made = parts(p("Elsewhere."))
        made["odd/place.xml"] = made.pop("word/document.xml")
        made["word/document.xml"] = made["odd/place.xml"].replace("Elsewhere.", "Wrong.")
        made["_rels/.rels"] = relations(("m", "officeDocument", "/odd/place.xml"))
        assert read_bytes(packed(made), "a.docx").text == "Elsewhere."

    def test_without_relationships_the_usual_place_is_looked_at(self) -> None:
        made = parts(p("Here."))
        del made["_rels/.rels"], made["word/_rels/document.xml.rels"]
        assert read_bytes(packed(made), "a.docx").text == "Here."

    def test_a_file_without_a_document_is_refused(self) -> None:
        with pytest.raises(ReadError, match="without a document"):
            read_bytes(packed({"word/styles.xml": "<a/>"}), "a.docx")


class TestMetadata:
    CORE = (
        "<dc:title>The Mill</dc:title><dc:creator>Jane Doe; Ann Roe</dc:creator><dc:language>en-GB</dc:language>"
        "<dcterms:created>1994-05-06T10:00:00Z</dcterms:created>"
    )

    def test_the_files_own_description_is_read(self) -> None:
        metadata = word(p("Text."), core=self.CORE).metadata
        assert {key: metadata[key] for key in ("title", "author", "lang", "date")} == {
            "title": "The Mill", "author": "Jane Doe; Ann Roe", "lang": "en-GB", "date": "1994-05-06",
        }  # fmt: skip

    def test_the_words_of_the_style_title_serve_where_it_names_none(self) -> None:
        lang = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        metadata = word(p("Die Mühle", style="T"), p("Text."), styles=lang + style("T", "Title")).metadata
        assert (metadata["title"], metadata["lang"]) == ("Die Mühle", "de-DE")
        assert "author" not in metadata


class TestComments:
    COMMENT = f'<w:comment w:id="0">{p("holdwater: ignore[QUO101]")}{p("-- as printed")}</w:comment>'
    REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'

    def test_a_comment_is_a_mark_where_its_words_begin(self) -> None:
        start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
        document = word(p("The ", start, "mill", end, self.REFERENCE, " turned."), comments=self.COMMENT)
        assert document.text == "The mill turned."
        assert marks(document, MarkKind.COMMENT) == [("", "holdwater: ignore[QUO101] -- as printed", "")]
        assert document.marks[0].span.start in (3, 4)

    def test_a_comment_on_a_whole_paragraph_stands_in_it(self) -> None:
        start = '<w:commentRangeStart w:id="0"/>'
        document = word(p("One."), p(start, "Two.", self.REFERENCE), comments=self.COMMENT)
        assert document.marks[0].span.start == document.blocks[1].span.start

    def test_a_comment_without_a_range_or_without_words(self) -> None:
        assert len(word(p("One.", self.REFERENCE), comments=self.COMMENT).marks) == 1
        assert not word(p("One.", self.REFERENCE), comments='<w:comment w:id="0"/>').marks
        assert not word(p("One.", self.REFERENCE)).marks
