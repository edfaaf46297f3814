"""What a quotation says of its own edits."""

from __future__ import annotations

import pytest

from holdwater.match.quoted import Element, ElementKind, Quoted, is_code


def shape(quoted: Quoted) -> list[list[str]]:
    """Each segment's elements: words as they are, brackets in brackets, parts as head_tail."""
    return [[_shown(element) for element in segment] for segment in quoted.segments]


def _shown(element: Element) -> str:
    if element.kind is ElementKind.BRACKET:
        return f"[{element.key}]"
    return element.key if element.kind is ElementKind.WORD else f"{element.head}_{element.tail}"


@pytest.mark.parametrize(
    "ellipsis",
    [
        "…",
        "...",
        ". . .",
        ". . . .",
        "[...]",
        "[…]",
        "(…)",
        "(...)",
        "<...>",
        "* * *",
        "[. . .]",
        "[***]",
        ".\u00a0.\u00a0.",
    ],
)
def test_an_ellipsis_in_any_writing_parts_the_quotation(ellipsis: str) -> None:
    quoted = Quoted.of(f"one two {ellipsis} three")
    assert shape(quoted) == [["one", "two"], ["three"]]
    assert quoted.gaps[0].of(quoted.text) == ellipsis


@pytest.mark.parametrize(
    "note",
    [
        "[sic]", "(sic)", "(emphasis added)", "(Emphasis mine)", "[our emphasis]", "(my italics)",
        "[italics in original]",
        "(citations omitted)", "[footnote omitted]", "(internal quotation marks omitted)", "(machine translated)",
        "[our translation]",
        "[paragraph break]", "(original emphasis)", "(bold added)", "[author's emphasis]",
        "(alterations in original)", "(underlining ours)",
    ],
)  # fmt: skip
def test_a_note_on_the_quotation_is_none_of_its_words(note: str) -> None:
    assert shape(Quoted.of(f"one {note} two")) == [["one", "two"]]


def test_words_in_parentheses_that_are_no_note_belong_to_the_quotation() -> None:
    assert shape(Quoted.of("the board (of five) met")) == [["the", "board", "of", "five", "met"]]


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("[T]he board", ["_he", "board"]),
        ("surrender[ed] it", ["surrende_", "it"]),
        ("owe[d] it", ["owe_", "it"]),
        ("perpetuat [ing] it", ["perpetua_", "it"]),
        ("‘[e]quitable’ relief", ["_quitable", "relief"]),
        ("men [and] women", ["men", "[and]", "women"]),
        ("[the plaintiff] left", ["[the plaintiff]", "left"]),
        ("a [b [c] d] e", ["a", "[b c d]", "e"]),
        ("[A] difference", ["[a]", "difference"]),
        ("one [] two", ["one", "two"]),
        ("one [ two", ["one", "two"]),
        ("one ] two", ["one", "two"]),
    ],
)
def test_brackets_become_elements(text: str, elements: list[str]) -> None:
    assert shape(Quoted.of(text)) == [elements]


def test_brackets_that_are_the_sources_own_are_words() -> None:
    assert shape(Quoted.of("one [two] three", owned=[4])) == [["one", "two", "three"]]


@pytest.mark.parametrize("text", ["", "   ", "...", ". . .", ".,;:"])
def test_a_quotation_without_words_has_none(text: str) -> None:
    assert Quoted.of(text).words == 0


def test_a_quotation_of_nothing_but_a_bracket_is_taken_literally() -> None:
    assert shape(Quoted.of("[the board]")) == [["the", "board"]]


def test_ellipses_at_the_ends_and_twice_in_a_row_part_nothing() -> None:
    assert shape(Quoted.of("… one … [...] two …")) == [["one"], ["two"]]


@pytest.mark.parametrize(
    ("text", "after", "omitted"),
    [
        ("one (citations omitted) two", "", True),
        ("one two", '" (internal citations and footnote omitted)', True),
        ("one two", '" (p. 4)', False),
    ],
)
def test_a_note_that_citations_are_omitted_is_kept(text: str, after: str, omitted: bool) -> None:
    assert Quoted.of(text, after=after).citations_omitted is omitted


def test_code_is_told_from_prose() -> None:
    assert is_code("rule = [ item ] / { other }")
    assert not is_code("[T]he board met … and paid")


def test_every_element_stands_where_it_says() -> None:
    text = "[T]he board . . . surrender[ed] it [and] the land (emphasis added) at once"
    quoted = Quoted.of(text)
    assert [[element.span.of(text) for element in segment] for segment in quoted.segments] == [
        ["[T]he", "board"],
        ["surrender[ed]", "it", "[and]", "the", "land", "at", "once"],
    ]


def test_a_line_that_defines_a_name_makes_its_brackets_the_sources() -> None:
    assert Quoted.of('valve-state = [ side "," ] number [note]').code
    assert not Quoted.of("the valve [on the left side] was open = shut").code
