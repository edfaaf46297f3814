"""The parts that the readers are made of, each on its own."""

from __future__ import annotations

from collections import Counter

import pytest

from holdwater.document import BlockKind, MarkKind, Part, Span
from holdwater.read.assembly import Assembly, Setting, free_id
from holdwater.read.headings import part_named
from holdwater.read.html.stream import Stream
from holdwater.read.html.tree import Element, Text, grow, walk, words_of
from holdwater.read.markdown.citations import bracketed, cited_at, locator
from holdwater.read.markdown.front_matter import front_matter
from holdwater.read.markdown.links import address_of, bare_link_end, inline_tail
from holdwater.read.source import Source

# -- headings and front matter


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("References", Part.REFERENCES),
        ("REFERENCES:", Part.REFERENCES),
        ("12.1 Normative References", Part.REFERENCES),
        ("Works  cited", Part.REFERENCES),
        ("Selected bibliography", Part.REFERENCES),
        ("Literaturverzeichnis", Part.REFERENCES),
        ("IV. Sources", Part.REFERENCES),
        ("Notes", Part.NOTES),
        ("Endnotes", Part.NOTES),
        ("Notes and references", Part.NOTES),
        ("Fußnoten", Part.NOTES),
        ("Notes on the mill", None),
        ("Sources of power", None),
        ("Our references to water", None),
        ("", None),
    ],
)
def test_a_heading_opens_a_part_only_if_it_says_nothing_else(heading: str, part: Part | None) -> None:
    assert part_named(heading) == part


def test_only_one_line_fields_are_taken_from_front_matter() -> None:
    found = front_matter('---\ntitle: "A: b"\nabstract: |\n  long\n  text\nDate: 1990\nempty:\n...\nBody')
    assert (found.fields["title"], found.fields["date"]) == ("A: b", "1990")
    assert "empty" not in found.fields
    assert found.end == len('---\ntitle: "A: b"\nabstract: |\n  long\n  text\nDate: 1990\nempty:\n...')


@pytest.mark.parametrize("raw", ["", "--- \n", "---\nno field here\n---\n", "text\n---\na: b\n---\n", "---\na: b\n"])
def test_what_is_no_front_matter_is_left_in_the_text(raw: str) -> None:
    found = front_matter(raw)
    assert (dict(found.fields), found.end) == ({}, 0)


def test_front_matter_with_carriage_returns_ends_where_it_ends() -> None:
    raw = "---\r\ntitle: T\r\n---\r\n\r\nBody"
    found = front_matter(raw)
    assert found.fields == {"title": "T"}
    assert raw[found.end :] == "\r\n\r\nBody"


# -- assembly and sources


def test_an_empty_block_leaves_no_trace() -> None:
    assembly = Assembly()
    assembly.open_block(Setting())
    assembly.begin()
    assembly.builder.take("one", 0)
    assembly.open_block(Setting(BlockKind.QUOTE))
    assembly.open_block(Setting(BlockKind.CODE))
    assembly.begin()
    assembly.builder.take("two", 3)
    document = assembly.document("onetwo", "x", "test", {})
    assert document.text == "one\n\ntwo"
    assert [(block.kind, block.span) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, Span(0, 3)),
        (BlockKind.CODE, Span(5, 8)),
    ]


def test_a_comment_between_blocks_waits_for_the_next_one() -> None:
    assembly = Assembly()
    assembly.comment("first")
    assembly.open_block(Setting())
    assembly.begin()
    assembly.builder.take("word", 0)
    assembly.comment("second")
    assembly.close_block()
    assembly.comment("third")
    marks = assembly.document("word", "x", "test", {}).marks
    assert [(mark.kind, mark.label, mark.span.start) for mark in marks] == [
        (MarkKind.COMMENT, "first", 0),
        (MarkKind.COMMENT, "second", 4),
        (MarkKind.COMMENT, "third", 4),
    ]


def test_ids_are_never_given_twice() -> None:
    taken: Counter[str] = Counter()
    wanted = ["fn", "fn-2", "fn", "fn", "fn-3", "fn"]
    found = [free_id(one, taken) for one in wanted]
    assert found[0] == "fn"
    assert len(set(found)) == len(wanted)


def test_many_notes_of_one_label_get_their_ids_in_linear_time() -> None:
    taken: Counter[str] = Counter()
    assert len({free_id("fn", taken) for _ in range(20_000)}) == 20_000


def test_a_source_gives_its_pieces_with_their_places() -> None:
    source = Source("abcdef", (0, 2, 4), (10, 20, 30))
    assert list(source.pieces(1, 5)) == [("b", 11), ("cd", 20), ("e", 30)]
    assert [source.place(at) for at in range(6)] == [10, 11, 20, 21, 30, 31]


# -- links and citations


@pytest.mark.parametrize(
    ("tail", "target", "rest"),
    [
        ("(/a)x", "/a", "x"),
        ("( <a b> 'title' )", "a b", ""),
        ("(a(b)c)d", "a(b)c", "d"),
        ("()", "", ""),
        (r"(a\)b)", "a)b", ""),
        ('(a "t\\"u")', "a", ""),
        ("(a&amp;b)", "a&b", ""),
    ],
)
def test_the_tail_of_a_link_gives_its_address(tail: str, target: str, rest: str) -> None:
    found = inline_tail(tail, 0)
    assert found is not None
    assert (found[0], tail[found[1] :]) == (target, rest)


@pytest.mark.parametrize("tail", ["(a b)", "(a", "(<a", '(a "t)', "(a (t(u)))", "(a'b c')"])
def test_what_is_no_tail_of_a_link_is_refused(tail: str) -> None:
    assert inline_tail(tail, 0) is None


def test_an_address_in_a_sentence_leaves_the_sentences_punctuation() -> None:
    for text, link in [
        ("http://a.test/b.", "http://a.test/b"),
        ("http://a.test/b_(c)).", "http://a.test/b_(c)"),
        ("http://a.test/?q=1!?", "http://a.test/?q=1"),
    ]:
        assert text[: bare_link_end(text, 0, len(text))] == link


def test_labels_of_references_are_compared_without_case_and_spacing() -> None:
    assert address_of(" Two\n words ", {"TWO WORDS": "/u"}) == "/u"
    assert address_of("", {"": "/u"}) is None
    assert address_of("x" * 1000, {"X" * 1000: "/u"}) is None


def test_a_key_ends_before_the_punctuation_of_the_sentence() -> None:
    for text, key in [("@doe1990, p", "doe1990"), ("@doe.", "doe"), ("@roe:a-b/c;", "roe:a-b/c"), ("@{x,y}", "x,y")]:
        found = cited_at(text, 0)
        assert found is not None
        assert found.key == key
    assert cited_at("a@b", 1) is None
    assert cited_at("@ b", 0) is None


def test_each_part_of_a_citation_belongs_to_its_own_key() -> None:
    text = "[see @a, p. 1; and @b; c]"
    keys = [one for at in (5, 19) if (one := cited_at(text, at))]
    parts = bracketed(text, 1, len(text) - 1, keys)
    assert [(part.key, part.locator, text[part.start : part.end]) for part in parts] == [
        ("a", "p. 1", "see @a, p. 1"),
        ("b", "", "and @b"),
    ]
    assert locator(", **p. 3**  f.") == "p. 3 f."


# -- the stream and the tree of an HTML file


def _tree(raw: str) -> tuple[Element, Stream]:
    stream = Stream(raw, "x.html")
    return grow(stream), stream


def test_the_stream_holds_what_stands_between_the_tags() -> None:
    raw = "<p a='>'>x &lt; y<!-- <b>no</b> --><script>no<p></script>z<br/></p >&amp"
    stream = Stream(raw, "x.html")
    assert stream.source.text == "x < yz&"
    assert [raw[stream.source.place(at)] for at in range(7)] == ["x", " ", "&", " ", "y", "z", "&"]


def test_every_text_of_a_tree_knows_where_it_stood() -> None:
    raw = "<title>T</title><body>a<p>b <i>a</i> a</p>\r\n<pre>\n a\n</pre>"
    root, stream = _tree(raw)
    for node in walk(root):
        if isinstance(node, Text) and node.value.strip():
            assert node.place >= 0
            assert stream.source.text.startswith(node.value.strip(" \t\n\f\r"), node.place)


def test_elements_know_what_they_hold_and_the_block_they_stand_in() -> None:
    root, _ = _tree("<div><p>a <b><i>c</i></b></p></div><p>d</p>")
    elements = {node.tag: node for node in walk(root) if isinstance(node, Element)}
    assert elements["div"].holds(elements["i"])
    assert not elements["p"].holds(elements["i"])  # the second paragraph is the last of its tag
    assert elements["i"].block().tag == "p"
    assert words_of(elements["div"]) == "a c"
    assert [one.tag for one in elements["i"].ancestors()][:3] == ["b", "p", "div"]


def test_a_block_of_nothing_but_blanks_is_none() -> None:
    assembly = Assembly()
    for words in ("one", "\u00a0 ", "two"):
        assembly.open_block(Setting())
        assembly.begin()
        assembly.builder.add(words)
    document = assembly.document("", "x", "plain", {})
    assert [block.span.of(document.text) for block in document.blocks] == ["one", "two"]
