"""Pandoc's tree as a document: every kind of block and inline, from JSON of our own; no pandoc is needed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import assert_sound, blocks, kinds, marks, notes

from holdwater.document import Document, MarkKind, Part
from holdwater.errors import ReadError
from holdwater.read.pandoc.metadata import metadata_of, records_of
from holdwater.read.pandoc.text import MAX_DEPTH, Writer
from holdwater.read.pandoc.tree import plain

Node = dict[str, object]
ATTRIBUTES: list[object] = ["", [], []]


def node(kind: str, *content: object) -> Node:
    """A node whose content is one value, or a list of several; none if it has no content."""
    return {"t": kind} if not content else {"t": kind, "c": content[0] if len(content) == 1 else list(content)}


def words(text: str) -> list[Node]:
    """Words with spaces between them."""
    found: list[Node] = []
    for word in text.split():
        found.extend([node("Space")] if found else [])
        found.append(node("Str", word))
    return found


def para(text: str) -> Node:
    return node("Para", words(text))


def written(*given: Node, joins: bool = False) -> Document:
    writer = Writer("essay", joins=joins)
    writer.blocks(given)
    writer.assembly.close_block()
    writer.notes()
    document = writer.assembly.document("", "essay", "rst", {})
    assert_sound(document)
    return document


def cell(text: str) -> list[object]:
    return [ATTRIBUTES, node("AlignDefault"), 1, 1, [para(text)]]


def row(*cells: str) -> list[object]:
    return [ATTRIBUTES, [cell(text) for text in cells]]


def table(caption: str, head: list[object], body: list[object], foot: list[object]) -> Node:
    return node("Table", ATTRIBUTES, [None, [para(caption)]], [], [ATTRIBUTES, head],
                [[ATTRIBUTES, 0, [], body]], [ATTRIBUTES, foot])  # fmt: skip


@pytest.mark.parametrize(
    ("block", "kind", "texts"),
    [
        (para("one two"), "paragraph", ["one two"]),
        (node("Plain", words("one two")), "paragraph", ["one two"]),
        (node("Header", 2, ATTRIBUTES, words("one two")), "heading", ["one two"]),
        (node("BlockQuote", [para("one"), para("two")]), "quote", ["one", "two"]),
        (node("BulletList", [[para("one")], [para("two")]]), "list-item", ["one", "two"]),
        (node("OrderedList", [1, {}, {}], [[para("one")], [para("two")]]), "list-item", ["one", "two"]),
        (node("DefinitionList", [[words("one"), [[para("two")]]]]), "list-item", ["one", "two"]),
        (node("CodeBlock", ATTRIBUTES, "one  two\n three\n"), "code", ["one  two\n three"]),
        (node("LineBlock", [words("one"), words("two")]), "paragraph", ["one two"]),
        (node("Div", ATTRIBUTES, [para("one")]), "paragraph", ["one"]),
        (node("Div", ["refs", [], []], [para("one")]), "reference", ["one"]),
        (node("Div", ["", ["caption"], []], [para("one")]), "caption", ["one"]),
        (node("Div", ["", ["toc"], []], [para("one")]), "", []),
        (node("HorizontalRule"), "", []),
        (node("Null"), "", []),
        (node("RawBlock", "html", "<div>"), "", []),
        (node("CodeBlock", ATTRIBUTES, " \n "), "", []),
        (node("Para", []), "", []),
    ],
)
def test_each_kind_of_block_is_a_block(block: Node, kind: str, texts: list[str]) -> None:
    document = written(block)
    assert blocks(document) == texts
    assert kinds(document) == [kind] * len(texts)


@pytest.mark.parametrize(
    ("inline", "text", "kind"),
    [
        (node("Emph", words("one two")), "one two", MarkKind.EMPHASIS),
        (node("Underline", words("one two")), "one two", MarkKind.EMPHASIS),
        (node("Strong", words("one two")), "one two", MarkKind.STRONG),
        (node("Code", ATTRIBUTES, "one  two"), "one  two", MarkKind.CODE),
        (node("Math", node("InlineMath"), "x^2"), "x^2", MarkKind.CODE),
        (node("Link", ATTRIBUTES, words("one two"), ["http://d.test", ""]), "one two", MarkKind.LINK),
    ],
)
def test_each_kind_of_inline_that_means_something_is_a_mark(inline: Node, text: str, kind: MarkKind) -> None:
    document = written(node("Para", [*words("a"), node("Space"), inline, node("Space"), *words("b")]))
    assert document.text == f"a {text} b"
    assert [one[0] for one in marks(document, kind)] == [text]


@pytest.mark.parametrize("kind", ["Strikeout", "Superscript", "Subscript", "SmallCaps"])
def test_other_inlines_are_their_words(kind: str) -> None:
    document = written(node("Para", [node("Str", "a"), node(kind, words("b c"))]))
    assert document.text == "ab c"
    assert document.marks == ()


@pytest.mark.parametrize(("quotes", "text"), [("DoubleQuote", "“one”"), ("SingleQuote", "‘one’")])
def test_quotations_are_marked_and_printed(quotes: str, text: str) -> None:
    document = written(node("Para", [node("Quoted", node(quotes), words("one")), node("Str", ".")]))
    assert document.text == f"{text}."
    assert marks(document, MarkKind.QUOTE) == [("one", "", "")]


@pytest.mark.parametrize("blank", ["Space", "SoftBreak", "LineBreak"])
def test_breaks_are_blanks_and_several_are_one(blank: str) -> None:
    given = [node(blank), *words("a"), node(blank), node("Space"), *words("b"), node(blank)]
    assert written(node("Para", given)).text == "a b"


def test_pictures_in_a_line_print_nothing_and_alone_they_are_a_caption() -> None:
    picture = node("Image", ATTRIBUTES, words("The mill"), ["mill.jpg", ""])
    assert written(node("Para", [*words("a"), node("Space"), picture])).text == "a"
    document = written(node("Para", [picture]))
    assert (document.text, kinds(document)) == ("The mill", ["caption"])
    assert written(node("Para", [node("Image", ATTRIBUTES, words("image"), ["a.png", ""])])).text == ""


def test_a_figure_is_its_caption() -> None:
    picture = node("Plain", [node("Image", ATTRIBUTES, words("x"), ["mill.jpg", ""])])
    document = written(node("Figure", ATTRIBUTES, [None, [para("The mill")]], [picture]))
    assert (document.text, kinds(document)) == ("The mill", ["caption"])


def test_a_table_has_a_block_a_cell_and_a_caption() -> None:
    document = written(table("Census", [row("Year", "People")], [row("1987", "412")], [row("End", "")]))
    assert blocks(document) == ["Census", "Year", "People", "1987", "412", "End"]
    assert kinds(document) == ["caption"] + ["table"] * 5
    assert len({block.group for block in document.blocks[1:]}) == 1


def test_lists_in_lists_are_a_level_deeper_and_of_one_group() -> None:
    inner = node("BulletList", [[para("two")]])
    document = written(node("BulletList", [[para("one"), inner], [para("three")]]), node("BulletList", [[para("x")]]))
    assert [(block.level, block.group) for block in document.blocks] == [(1, 1), (2, 1), (1, 1), (1, 2)]


def test_quotations_in_quotations_are_quoted_twice_and_lists_in_them_once() -> None:
    inner = node("BlockQuote", [para("two")])
    document = written(node("BlockQuote", [para("one"), inner, node("BulletList", [[para("three")]])]), para("four"))
    assert [block.quoted for block in document.blocks] == [1, 2, 1, 0]


def test_quotations_one_after_the_other_are_one_where_the_format_has_one_a_paragraph() -> None:
    given = [node("BlockQuote", [para("one")]), node("BlockQuote", [para("two")])]
    assert len({block.group for block in written(*given, joins=True).blocks}) == 1
    assert len({block.group for block in written(*given).blocks}) == 2


def test_headings_open_the_notes_and_the_references() -> None:
    heads = [node("Header", 1, ATTRIBUTES, words(name)) for name in ("References", "Mill")]
    document = written(heads[0], para("Roe, Anna. Mill."), heads[1], para("It ran."))
    assert kinds(document) == ["heading", "reference", "heading", "paragraph"]
    assert [block.part for block in document.blocks] == [Part.REFERENCES, Part.REFERENCES, Part.BODY, Part.BODY]


def test_notes_are_written_at_the_end_those_in_notes_after_them() -> None:
    inner = node("Para", [*words("Roe."), node("Note", [para("Deeper.")])])
    document = written(
        node("Para", [*words("It"), node("Space"), node("Note", [inner, para("More.")]), node("Str", "ran.")]),
        node("Para", [*words("Off"), node("Note", [para("Doe.")])]),
    )
    assert document.text.startswith("It ran.\n\nOff\n\n") or document.text.startswith("Itran")
    assert notes(document) == {"fn1": "Roe.\n\nMore.", "fn2": "Doe.", "fn3": "Deeper."}
    assert [mark.label for mark in document.marks_of(MarkKind.NOTE)] == ["1", "2", "3"]


def test_the_mark_of_a_note_without_words_leads_to_no_note() -> None:
    document = written(node("Para", [*words("Off"), node("Note", []), node("Note", [para("Roe.")])]))
    assert [(mark.label, mark.target) for mark in document.marks] == [("1", ""), ("2", "fn2")]
    assert [note.id for note in document.notes] == ["fn2"]


def test_what_is_quoted_or_listed_in_a_note_is_of_the_note() -> None:
    given = [node("BlockQuote", [para("one")]), node("BulletList", [[para("two")]]), node("CodeBlock", ATTRIBUTES, "x")]
    document = written(node("Para", [*words("a"), node("Note", given)]))
    assert {block.part for block in document.blocks[1:]} == {Part.NOTES}
    assert set(kinds(document)[1:]) == {"note"}


def test_a_full_stop_clings_to_the_word_before_a_note() -> None:
    given = [*words("ran"), node("Space"), node("Note", [para("Roe.")]), node("Space"), node("Str", ".")]
    assert written(node("Para", given)).text.startswith("ran.")


def test_a_citation_is_a_mark_for_each_work() -> None:
    works = [{"citationId": "roe", "citationSuffix": words(", p. 4")}, {"citationId": "doe", "citationSuffix": []}]
    document = written(node("Para", [*words("so"), node("Space"), node("Cite", works, words("(Roe; Doe)"))]))
    assert document.text == "so (Roe; Doe)"
    assert marks(document, MarkKind.CITATION) == [("(Roe; Doe)", "p. 4", "roe"), ("(Roe; Doe)", "", "doe")]


def test_html_comments_are_comments() -> None:
    given = [
        node("RawBlock", "html", "<!-- one -->"),
        node("Para", [*words("a"), node("RawInline", "html", "<!--b-->")]),
    ]
    assert [one[1] for one in marks(written(*given), MarkKind.COMMENT)] == ["one", "b"]


def test_nodes_that_are_not_known_are_passed_over() -> None:
    document = written(node("Odd", [para("x")]), node("Para", [node("Strange", words("y")), node("Str", "z")]))
    assert document.text in ("z", "yz")


def test_a_tree_deeper_than_any_document_is_refused() -> None:
    block = para("x")
    for _ in range(MAX_DEPTH + 1):
        block = node("BlockQuote", [block])
    with pytest.raises(ReadError, match="nested too deep"):
        written(block)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 5) | st.text("ab ", max_size=4),
    lambda inner: st.lists(inner, max_size=4)
    | st.fixed_dictionaries({"t": st.sampled_from(
        "Para Plain Header BlockQuote BulletList OrderedList DefinitionList CodeBlock LineBlock Div Figure Table Str"
        " Emph Strong Quoted Cite Code Space Math Link Image Note Span RawInline RawBlock DoubleQuote".split()
    ), "c": inner}),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(JSON, max_size=5))
def test_any_json_is_a_sound_document(given: list[object]) -> None:
    written(*[one for one in given if isinstance(one, dict)])


def meta(kind: str, content: object) -> Node:
    return {"t": kind, "c": content}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (meta("MetaString", "The Mill"), "The Mill"),
        (meta("MetaInlines", words("The Mill")), "The Mill"),
        (meta("MetaBlocks", [para("The Mill")]), "The Mill"),
        (meta("MetaList", [meta("MetaString", "A"), meta("MetaInlines", words("B"))]), "A; B"),
        (meta("MetaList", [meta("MetaMap", {"name": meta("MetaString", "A"), "orcid": meta("MetaString", "0")})]), "A"),
        (meta("MetaBool", True), None),
        (meta("MetaString", 3), None),
        ("The Mill", None),
        (None, None),
    ],
)
def test_metadata_are_words(value: object, found: str | None) -> None:
    assert metadata_of({"title": value}).get("title") == found


def test_metadata_that_are_none_are_none() -> None:
    assert metadata_of(None) == {} == metadata_of([]) == metadata_of({"odd": meta("MetaString", "x")})


def test_listed_works_are_records() -> None:
    work = meta("MetaMap", {
        "id": meta("MetaString", "roe"),
        "title": meta("MetaInlines", words("The Quiet Valley")),
        "author": meta("MetaList", [meta("MetaMap", {"family": meta("MetaString", "Roe")})]),
        "draft": meta("MetaBool", True),
    })  # fmt: skip
    (record,) = records_of({"references": meta("MetaList", [work, meta("MetaString", "no work")])})
    assert record.id == "roe"
    assert record.csl == {"id": "roe", "title": "The Quiet Valley", "author": [{"family": "Roe"}], "draft": True}
    assert records_of({"references": 3}) == [] == records_of(None)


def test_plain_words_leave_notes_and_raw_markup_out() -> None:
    inlines = [
        node("Emph", words("The")), node("Space"), node("Quoted", node("SingleQuote"), words("Mill")),
        node("Note", [para("x")]), node("RawInline", "html", "<b>"), node("LineBreak"), node("Code", ATTRIBUTES, "y"),
        node("Link", ATTRIBUTES, words("z"), ["", ""]),
    ]  # fmt: skip
    assert plain(inlines) == "The ‘Mill’ yz"
