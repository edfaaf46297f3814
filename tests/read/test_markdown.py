"""Markdown: blocks, marks, notes, citations, and where each of them stood."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, kinds, marks, misplaced, note_marks, notes, written

from holdwater.document import BlockKind, Document, MarkKind, Part, Span
from holdwater.read.markdown import read as read_markdown


def read(raw: str) -> Document:
    document = read_markdown(raw, "essay.md")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def test_the_text_is_the_blocks_with_an_empty_line_between_them() -> None:
    document = read("# Mills\n\nOne wheel\nturns.\n\n- a\n- b\n")
    assert document.text == "Mills\n\nOne wheel turns.\n\na\n\nb"
    assert kinds(document) == ["heading", "paragraph", "list-item", "list-item"]


def test_inline_syntax_is_marked_and_not_in_the_text() -> None:
    document = read('The *old* **mill** ran `fast` on [water](http://river.test "The river").')
    assert document.text == "The old mill ran fast on water."
    assert marks(document, MarkKind.EMPHASIS) == [("old", "", "")]
    assert marks(document, MarkKind.STRONG) == [("mill", "", "")]
    assert marks(document, MarkKind.CODE) == [("fast", "", "")]
    assert marks(document, MarkKind.LINK) == [("water", "", "http://river.test")]


def test_emphasis_within_emphasis_keeps_both_spans() -> None:
    document = read("***all* of it** is")
    assert document.text == "all of it is"
    assert marks(document, MarkKind.EMPHASIS) == [("all", "", "")]
    assert marks(document, MarkKind.STRONG) == [("all of it", "", "")]


def test_struck_words_are_still_words() -> None:
    assert read("They ~~never~~ came.").text == "They never came."


def test_escapes_and_entities_become_what_they_stand_for() -> None:
    document = read(r"5 \* 4 &amp; 3 &lt; 7 &rsquo;")
    assert document.text == "5 * 4 & 3 < 7 ’"


def test_an_unclosed_delimiter_stays_text() -> None:
    assert read("2 * 3 and snake_case_name and a ` tick").text == "2 * 3 and snake_case_name and a ` tick"


def test_a_soft_break_is_a_blank_and_a_hard_break_a_new_line() -> None:
    assert read("one\ntwo  \nthree\\\nfour").text == "one two\nthree\nfour"


def test_lines_that_end_in_carriage_returns_keep_their_places() -> None:
    raw = "first line\r\nsecond *line*\r\n\r\nthird\rfourth"
    document = read(raw)
    assert document.text == "first line second line\n\nthird fourth"
    assert document.origin(Span(18, 22)).line == 2
    assert written(document, raw, Span(18, 22)) == "line"


def test_a_picture_shows_no_words_but_alone_it_has_a_caption() -> None:
    assert read("The ![a wheel](w.png) turns.").text == "The  turns."
    document = read("![The wheel in 1870](w.png)")
    assert document.text == "The wheel in 1870"
    assert kinds(document) == ["caption"]


def test_addresses_are_links_without_the_full_stop_after_them() -> None:
    document = read("See https://mill.test/a_b(c)_d. Or <http://x.test> or <doe@mill.test>.")
    assert [target for _, _, target in marks(document, MarkKind.LINK)] == [
        "https://mill.test/a_b(c)_d",
        "http://x.test",
        "doe@mill.test",
    ]


def test_reference_links_find_their_definition_in_any_letter_case() -> None:
    document = read("The [Mill][one], [two] and [three][].\n\n[ONE]: /a\n[Two]: /b\n[three]: </c d>\n")
    assert [target for _, _, target in marks(document, MarkKind.LINK)] == ["/a", "/b", "/c%20d"]
    assert document.text == "The Mill, two and three."


def test_brackets_that_are_no_link_stay() -> None:
    assert read("He [the miller] said [sic] [12].").text == "He [the miller] said [sic] [12]."


# -- notes


def test_a_footnote_mark_is_cut_out_of_the_year_before_it() -> None:
    document = read("In 2018[^67] it burned.\n\n[^67]: The fire book.\n")
    assert document.text == "In 2018 it burned.\n\nThe fire book."
    (mark,) = note_marks(document)
    assert (mark.span, mark.label, mark.target) == (Span(7, 7), "67", "fn-67")
    assert notes(document) == {"fn-67": "The fire book."}


def test_notes_stand_at_the_end_in_the_order_of_the_file_wherever_they_were_written() -> None:
    document = read("[^b]: Second.\n\nText[^a] here[^b].\n\n[^a]: First.\n\nMore text.\n")
    assert blocks(document) == ["Text here.", "More text.", "Second.", "First."]
    assert [block.part for block in document.blocks] == [Part.BODY, Part.BODY, Part.NOTES, Part.NOTES]
    assert [note.label for note in document.notes] == ["b", "a"]


def test_a_note_keeps_its_paragraphs_lists_and_quotations_together() -> None:
    raw = "x[^1]\n\n[^1]: First.\n\n    Second.\n\n    - item\n\n    > quoted\n\nafter\n"
    document = read(raw)
    assert blocks(document) == ["x", "after", "First.", "Second.", "item", "quoted"]
    inside = [block for block in document.blocks if block.part is Part.NOTES]
    assert [block.kind for block in inside][:2] == [BlockKind.NOTE, BlockKind.NOTE]
    assert inside[0].group == inside[1].group > 0
    assert inside[-1].quoted == 1
    assert document.notes[0].span == Span(inside[0].span.start, inside[-1].span.end)


def test_a_mark_without_a_definition_is_still_a_mark() -> None:
    document = read("Nobody knows[^9].")
    assert document.text == "Nobody knows."
    assert [(mark.label, mark.target) for mark in note_marks(document)] == [("9", "")]


def test_a_definition_without_a_mark_is_still_a_note() -> None:
    assert notes(read("Text.\n\n[^lost]: Nobody asks.\n")) == {"fn-lost": "Nobody asks."}


def test_two_definitions_of_one_label_are_two_notes() -> None:
    document = read("a[^1]\n\n[^1]: One.\n\n[^1]: Another.\n")
    assert [(note.id, note.label) for note in document.notes] == [("fn-1", "1"), ("fn-1-2", "1")]
    assert note_marks(document)[0].target == "fn-1"


def test_an_id_that_another_label_has_taken_is_not_given_twice() -> None:
    document = read("[^1]: One.\n\n[^1-2]: Other.\n\n[^1]: Two.\n")
    assert len({note.id for note in document.notes}) == 3


def test_one_note_may_have_several_marks() -> None:
    document = read("a[^1] b[^1]\n\n[^1]: Once.\n")
    assert [mark.target for mark in note_marks(document)] == ["fn-1", "fn-1"]


def test_an_inline_note_moves_to_the_end() -> None:
    document = read("The wheel^[See *Doe* [here](http://d.test).] turned.")
    assert blocks(document) == ["The wheel turned.", "See Doe here."]
    assert note_marks(document)[0].target == document.notes[0].id
    assert marks(document, MarkKind.LINK) == [("here", "", "http://d.test")]


def test_inline_notes_within_footnotes_are_notes_too() -> None:
    document = read("a[^1]\n\n[^1]: Outer^[Inner.] note.\n")
    assert sorted(notes(document).values()) == ["Inner.", "Outer note."]


def test_a_label_with_a_blank_in_it_is_no_mark() -> None:
    document = read("No mark.[^my note]\n")
    assert note_marks(document) == []
    assert document.text == "No mark.[^my note]"


def test_marks_within_code_are_code() -> None:
    document = read("Write `[^1]` so.\n\n    [^2]\n\n```\n[^3]\n```\n")
    assert note_marks(document) == []
    assert blocks(document) == ["Write [^1] so.", "[^2]", "[^3]"]


# -- blocks


def test_the_paragraphs_of_a_block_quotation_share_a_group() -> None:
    document = read("> one\n>\n> two\n\nplain\n\n> three\n")
    groups = [(block.kind.value, block.quoted, block.group) for block in document.blocks]
    assert groups[0] == groups[1]
    assert groups[0][:2] == ("quote", 1)
    assert groups[2] == ("paragraph", 0, 0)
    assert groups[3][2] not in (0, groups[0][2])


def test_a_quotation_within_a_quotation_and_a_list_within_it_say_how_deep_they_are() -> None:
    document = read("> outer\n>\n> > inner\n>\n> - item\n>   - deeper\n")
    assert [(block.kind.value, block.quoted) for block in document.blocks] == [
        ("quote", 1),
        ("quote", 2),
        ("list-item", 1),
        ("list-item", 1),
    ]
    assert len({block.group for block in document.blocks}) == 1
    assert [block.level for block in document.blocks[2:]] == [1, 2]


def test_a_table_is_read_cell_by_cell() -> None:
    raw = "| Year | Mills |\n|------|-------|\n| 1870 | *41* |\n| 1871 | a\\|b |\n"
    document = read(raw)
    assert blocks(document) == ["Year", "Mills", "1870", "41", "1871", "a|b"]
    assert set(kinds(document)) == {"table"}
    assert len({block.group for block in document.blocks}) == 1
    assert document.origin(document.blocks[3].span).line == 3


def test_headings_lose_their_attributes_and_closing_marks() -> None:
    document = read("# The mill {#mill .big}\n\n## Wheels ##\n\nSetext\n======\n")
    assert blocks(document) == ["The mill", "Wheels", "Setext"]
    assert [block.level for block in document.blocks] == [1, 2, 1]


@pytest.mark.parametrize("title", ["References", "Bibliography", "Works Cited", "7. Sources", "**References**"])
def test_what_follows_a_heading_of_references_is_references(title: str) -> None:
    document = read(f"Text.\n\n## {title}\n\nDoe. *Mills*. 1990.\n\n- Roe. 1991.\n\n## After\n\nMore.\n")
    parts = {block.span.of(document.text): (block.part, block.kind) for block in document.blocks}
    assert parts["Doe. Mills. 1990."] == (Part.REFERENCES, BlockKind.REFERENCE)
    assert parts["Roe. 1991."] == (Part.REFERENCES, BlockKind.REFERENCE)
    assert parts["More."] == (Part.BODY, BlockKind.PARAGRAPH)


def test_numbered_references_keep_the_number_that_the_text_cites() -> None:
    document = read("As [2] says.\n\n# References\n\n1. Doe.\n2. Roe.\n")
    assert blocks(document)[2:] == ["1. Doe.", "2. Roe."]


def test_numbers_of_other_lists_are_not_words() -> None:
    assert blocks(read("1. one\n2. two\n")) == ["one", "two"]


# -- comments and HTML


def test_a_comment_in_a_line_is_a_mark_where_it_stands() -> None:
    document = read("One two.<!-- holdwater: ignore[QUO101] -- as printed --> Three.")
    assert document.text == "One two. Three."
    (mark,) = document.marks_of(MarkKind.COMMENT)
    assert (mark.label, mark.span) == ("holdwater: ignore[QUO101] -- as printed", Span(8, 8))


def test_a_comment_on_its_own_belongs_to_the_block_after_it() -> None:
    document = read("One.\n\n<!-- holdwater: ignore[QUO101] -- x -->\n\nTwo.\n")
    (mark,) = document.marks_of(MarkKind.COMMENT)
    assert mark.span.start == document.text.index("Two")
    assert document.text == "One.\n\nTwo."


def test_a_comment_at_the_very_end_is_kept() -> None:
    (mark,) = read("One.\n\n<!-- end -->\n").marks_of(MarkKind.COMMENT)
    assert mark.label == "end"


def test_html_tags_are_stripped_and_some_are_marks() -> None:
    document = read("He said <q>no</q> in <cite>Mills</cite>,<br>m<sup>2</sup>, <span class='x'>so</span>.")
    assert document.text == "He said no in Mills,\nm2, so."
    assert marks(document, MarkKind.QUOTE) == [("no", "", "")]
    assert marks(document, MarkKind.TITLE) == [("Mills", "", "")]


def test_a_raised_number_after_a_sentence_is_a_mark_and_an_exponent_is_not() -> None:
    document = read("It burned.<sup>3</sup> An area of 4 m<sup>2</sup>. The year<sup>[4](#fn4)</sup> after.")
    assert document.text == "It burned. An area of 4 m2. The year after."
    assert [mark.label for mark in note_marks(document)] == ["3", "4"]


def test_a_block_of_html_gives_its_words_and_no_script() -> None:
    document = read("<div class='x'>\nBold &amp; <b>old</b>\n</div>\n\n<script>\nalert(1)\n</script>\n\nEnd.\n")
    assert [" ".join(block.split()) for block in blocks(document)] == ["Bold & old", "End."]


# -- citations


def test_each_key_of_a_bracketed_citation_is_a_mark_with_its_locator() -> None:
    document = read("So it was [see @doe1990, p. 4; also @roe:91, pp. 5-7 and *passim*; -@poe].")
    assert document.text.endswith("[see @doe1990, p. 4; also @roe:91, pp. 5-7 and passim; -@poe].")
    assert marks(document, MarkKind.CITATION) == [
        ("see @doe1990, p. 4", "p. 4", "doe1990"),
        ("also @roe:91, pp. 5-7 and passim", "pp. 5-7 and passim", "roe:91"),
        ("-@poe", "", "poe"),
    ]
    assert not any(mark.ambiguous for mark in document.marks)


def test_a_key_in_the_sentence_takes_the_locator_in_the_brackets_after_it() -> None:
    document = read("@doe [p. 33] says so; @{roe,91} too. [@poe]")
    assert marks(document, MarkKind.CITATION)[:2] == [("@doe [p. 33]", "p. 33", "doe"), ("@{roe,91}", "", "roe,91")]


def test_a_name_with_an_at_sign_is_not_surely_a_citation() -> None:
    document = read("Thanks to @miller and doe@mill.test.")
    (mark,) = document.marks_of(MarkKind.CITATION)
    assert (mark.target, mark.ambiguous) == ("miller", True)


def test_a_bibliography_in_the_front_matter_settles_it() -> None:
    document = read("---\nbibliography: refs.bib\n---\n\nAs @doe says.\n")
    assert [mark.ambiguous for mark in document.marks_of(MarkKind.CITATION)] == [False]


def test_citations_stand_in_notes_as_well() -> None:
    document = read("x[^1]\n\n[^1]: See [@doe, p. 2].\n")
    assert marks(document, MarkKind.CITATION) == [("@doe, p. 2", "p. 2", "doe")]
    assert document.note_at(document.marks_of(MarkKind.CITATION)[0].span.start) is not None


# -- front matter


def test_front_matter_becomes_metadata_and_lines_keep_their_numbers() -> None:
    document = read('---\ntitle: "The Mill: a history"\nauthor: Jane Doe\ntags:\n  - mill\n---\n\nText.\n')
    assert document.metadata["title"] == "The Mill: a history"
    assert document.metadata["author"] == "Jane Doe"
    assert document.text == "Text."
    assert document.origin(Span(0, 4)).line == 8


def test_a_rule_at_the_head_of_a_file_is_not_front_matter() -> None:
    document = read("---\n\nJust words here, no fields.\n\n---\n\nMore.\n")
    assert blocks(document) == ["Just words here, no fields.", "More."]


def test_without_a_title_in_the_front_matter_the_first_heading_is_the_title() -> None:
    assert read("Preface.\n\n# The *Mill*\n\nText.\n").metadata["title"] == "The Mill"


# -- origins


def test_marks_and_blocks_know_line_and_column_in_the_file() -> None:
    raw = "# T\n\n> He wrote that\n> *water* is [strong](u).\n\n1. and\n   again\n"
    document = read(raw)
    (emphasis,) = document.marks_of(MarkKind.EMPHASIS)
    assert (document.origin(emphasis.span).line, document.origin(emphasis.span).column) == (4, 4)
    for block in document.blocks[1:]:
        words = written(document, raw, block.span)
        assert words[0] == block.span.of(document.text)[0]
    assert document.line_text(4) == "> *water* is [strong](u)."


def test_code_indented_with_tabs_keeps_its_place() -> None:
    raw = "- item\n\n\tcode *here*\n\n\t\tdeep\n"
    document = read(raw)
    for block in document.blocks:
        last = block.span.of(document.text).split()[-1]
        start = document.text.index(last, block.span.start)
        assert written(document, raw, Span(start, start + 1)) == last[0]
