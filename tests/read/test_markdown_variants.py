"""Markdown as pandoc, GitHub, Obsidian, Quarto and language models write it."""

from __future__ import annotations

from reading_checks import assert_sound, blocks, kinds, marks, misplaced, note_marks, notes

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read.markdown import read as read_markdown


def read(raw: str) -> Document:
    document = read_markdown(raw, "essay.md")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def noted(document: Document) -> list[tuple[str, str, str]]:
    """Each mark: the words before it, its label, the words of its note."""
    words = notes(document)
    return [
        (document.text[max(0, mark.span.start - 6) : mark.span.start], mark.label, words.get(mark.target, ""))
        for mark in note_marks(document)
    ]


# -- pandoc


def test_definitions_are_items_of_a_list_and_their_terms_are_paragraphs() -> None:
    document = read("Mill\n:   A *house*.\n\n    It grinds.\n\nWheel\n\n~ It turns.\n~ It stops.\n")
    assert list(zip(kinds(document), blocks(document), strict=True)) == [
        ("paragraph", "Mill"),
        ("list-item", "A house."),
        ("list-item", "It grinds."),
        ("paragraph", "Wheel"),
        ("list-item", "It turns."),
        ("list-item", "It stops."),
    ]


def test_a_colon_after_two_lines_or_after_a_heading_defines_nothing() -> None:
    assert kinds(read("one\ntwo\n: three\n\n# Head\n\n: four\n")) == ["paragraph", "heading", "paragraph"]


def test_line_blocks_keep_their_lines() -> None:
    document = read("| The wheel *turns*\n|   and turns\n| again.\n")
    assert blocks(document) == ["The wheel turns\n  and turns\nagain."]


def test_a_div_of_a_quotation_quotes_and_another_does_not() -> None:
    document = read("::: {.epigraph}\nShe wrote\nthis.\n:::\n\n::: note\nAn aside.\n\nMore.\n:::\n\nAfter.\n")
    assert [block.quoted for block in document.blocks] == [1, 0, 0, 0]
    assert blocks(document) == ["She wrote this.", "An aside.", "More.", "After."]


def test_a_div_within_a_div_closes_by_itself() -> None:
    document = read(":::: {.quote}\n\n::: {.big}\na\n:::\n\nb\n\n::::\n\nc\n")
    assert [(words, block.quoted) for words, block in zip(blocks(document), document.blocks, strict=True)] == [
        ("a", 1),
        ("b", 1),
        ("c", 0),
    ]


def test_grid_tables_are_read_cell_by_cell_and_lines_of_a_cell_together() -> None:
    raw = "+------+-----+\n| Old  | New |\n| mill |     |\n+======+=====+\n| *a*  | b   |\n+------+-----+\n"
    document = read(raw)
    assert blocks(document) == ["Old mill", "New", "a", "b"]
    assert set(kinds(document)) == {"table"}


def test_raised_lowered_struck_and_lit_words_are_words_without_their_signs() -> None:
    assert read("H~2~O, 2^10^, ~~old~~ and ==new== if a == b == c.").text == "H2O, 210, old and new if a == b == c."


def test_spans_links_and_code_lose_their_attributes() -> None:
    document = read("A [small]{.smallcaps} [link](/u){target=_blank} and `code`{.r} or {this}.")
    assert document.text == "A small link and code or {this}."
    assert marks(document, MarkKind.LINK) == [("link", "", "/u")]


def test_formulas_lose_their_dollars_and_sums_keep_them() -> None:
    document = read("Let $x_1*y*2$ be $$a_2 * b$$ and pay $5 or $6, or US$7-$8.")
    assert document.text == "Let x_1*y*2 be a_2 * b and pay $5 or $6, or US$7-$8."
    assert [words for words, _, _ in marks(document, MarkKind.CODE)] == ["x_1*y*2", "a_2 * b"]


def test_abbreviations_and_a_place_for_contents_show_no_words() -> None:
    assert blocks(read("[TOC]\n\nThe NMR.\n\n*[NMR]: National Mill Register\n\n[[_TOC_]]\n")) == ["The NMR."]


def test_citations_are_told_from_cross_references_to_figures() -> None:
    document = read("As @fig-wheel shows, @doe [p. 4] and [-@roe, ch. 2; see @poe].")
    assert [(label, target) for _, label, target in marks(document, MarkKind.CITATION)] == [
        ("p. 4", "doe"),
        ("ch. 2", "roe"),
        ("", "poe"),
    ]


def test_a_note_of_several_paragraphs_and_an_inline_note_are_both_notes() -> None:
    document = read("One[^a] and two.^[Inline *note*.]\n\n[^a]: First.\n\n    > Quoted.\n\n    Third.\n\nAfter.\n")
    assert noted(document) == [("One", "a", "First.\n\nQuoted.\n\nThird."), ("d two.", "", "Inline note.")]


# -- GitHub, Obsidian, sites


def test_a_callout_is_no_quotation_unless_it_says_so() -> None:
    document = read("> [!NOTE]\n> Mind the wheel.\n\n> [!quote] Doe\n> It turned.\n")
    assert [(words, block.quoted) for words, block in zip(blocks(document), document.blocks, strict=True)] == [
        ("Mind the wheel.", 0),
        ("Doe It turned.", 1),
    ]


def test_tasks_lose_their_boxes() -> None:
    assert blocks(read("- [x] grind\n- [ ] sell\n- [link] stays\n")) == ["grind", "sell", "[link] stays"]


def test_wiki_links_are_links_and_embedded_pages_show_nothing() -> None:
    document = read("See [[The Mill|the mill]], [[Oberau]]![[plan.png]].")
    assert document.text == "See the mill, Oberau."
    assert marks(document, MarkKind.LINK) == [("the mill", "", "The Mill"), ("Oberau", "", "Oberau")]


def test_what_a_sites_generator_puts_in_is_left_out() -> None:
    assert read("Before {% include x.html %}after {{ page.title }}end {not} this.").text == (
        "Before after end {not} this."
    )


# -- HTML


def test_a_block_quotation_in_html_quotes_its_paragraphs() -> None:
    document = read("<blockquote>\n<p>Quoted &amp; old.</p>\n<p>More.</p>\n</blockquote>\n\nAfter.\n")
    assert [(words, block.quoted) for words, block in zip(blocks(document), document.blocks, strict=True)] == [
        ("Quoted & old.", 1),
        ("More.", 1),
        ("After.", 0),
    ]
    assert document.blocks[0].group == document.blocks[1].group != 0


def test_markdown_between_the_tags_of_a_block_quotation_is_quoted() -> None:
    document = read("<blockquote>\n\nSaid *so*.\n\n</blockquote>\n\nAfter.\n\n<blockquote>\n\nNever closed.\n")
    assert [block.quoted for block in document.blocks] == [1, 0, 0]


def test_tables_lists_and_headings_of_html_are_what_they_are() -> None:
    document = read(
        "<div>\n<h2>Mills</h2>\n<ul><li>one</li><li>two</li></ul>\n<table><tr><td>a</td></tr></table>\n</div>\n"
    )
    assert list(zip(kinds(document), blocks(document), strict=True)) == [
        ("heading", "Mills"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("table", "a"),
    ]


def test_a_raised_number_and_a_ref_are_notes_within_html_as_well() -> None:
    document = read("<p>It fell.<sup>1</sup></p>\n\nIt rose<ref>Doe, p. 3.</ref>.\n\n## Notes\n\n1. Roe.\n")
    assert noted(document) == [(" fell.", "1", "Roe."), ("t rose", "", "Doe, p. 3.")]


# -- what language models write


def test_numbered_link_references_are_notes_of_the_marks_that_show_the_number() -> None:
    document = read(
        'It rose [1]. It fell.[2][2] See [a page][1].\n\n[1]: https://a.test/x "Title A"\n[2]: https://b.test\n'
    )
    assert blocks(document)[0] == "It rose. It fell. See a page."
    assert noted(document) == [
        ("t rose", "1", 'https://a.test/x "Title A"'),
        (" fell.", "2", "https://b.test"),
    ]
    assert ("a page", "", "https://a.test/x") in marks(document, MarkKind.LINK)


def test_numbered_link_references_that_no_mark_shows_are_no_notes() -> None:
    assert read("See [a page][1].\n\n[1]: https://a.test\n").notes == ()


def test_model_marks_and_raised_digits_lead_to_the_entries_of_the_list() -> None:
    raw = "It rose【1†source】 and fell¹. Then【2:0†a.pdf】, on 4 m².\n\n**Sources:**\n"
    document = read(raw + "[1] Title. https://a.test\n[2] Other.\n")
    assert blocks(document)[0] == "It rose and fell. Then, on 4 m²."
    assert noted(document) == [
        ("t rose", "1", "Title. https://a.test"),
        ("d fell", "1", "Title. https://a.test"),
        (". Then", "2", "Other."),
    ]
    listed = [block for block in document.blocks if block.part is Part.REFERENCES]
    assert [block.kind for block in listed] == [BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.REFERENCE]


def test_raised_digits_stay_where_no_notes_are_numbered() -> None:
    assert read("It fell¹ on 4 m².").text == "It fell¹ on 4 m²."


def test_a_label_between_carets_is_its_number() -> None:
    assert noted(read("It fell[^1^].\n\n[^1^]: Doe.\n")) == [("t fell", "1", "Doe.")]


def test_links_in_brackets_after_a_claim_are_links() -> None:
    document = read("It fell ([mill.test](https://mill.test/a)).")
    assert document.text == "It fell (mill.test)."
    assert marks(document, MarkKind.LINK) == [("mill.test", "", "https://mill.test/a")]


def test_entries_of_a_list_of_references_stand_apart_line_by_line() -> None:
    document = read("Text [1].\n\n## References\n\n[1] Doe. 1990.\n[2] Roe. 1991.\ngoes on.\n")
    assert blocks(document)[2:] == ["[1] Doe. 1990.", "[2] Roe. 1991. goes on."]
    assert {block.kind for block in document.blocks[2:]} == {BlockKind.REFERENCE}
