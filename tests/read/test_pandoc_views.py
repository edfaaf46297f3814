"""The words of a file as they stand in it: without the markup of RTF, XML and JSON, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import FileOrigins, Span
from holdwater.errors import ReadError
from holdwater.read.pandoc.views import View, view


def seen(raw: str, format: str) -> View:  # noqa: A002
    return view(raw.encode(), format, "essay")[0]


def written(one: View, words: str) -> str:
    """What stands in the file where words of the view have their place."""
    at = one.text.index(words)
    return FileOrigins(one.raw, tuple(one.runs)).raw_span(Span(at, at + len(words))).of(one.raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (r"{\rtf1 The {\i mill} ran.\par}", "The mill ran.\n"), (r"caf\'e9", "café"), (r"\u8220?so\u8221?", "“so”"),
        (r"a\~b\_c\-d", "a\u00a0b-cd"), (r"a\emdash b", "a—b"), (r"\u-4051?x", "\uf02dx"), (r"a\{b\}", "a{b}"),
        (r"\u55357?x", "\ufffdx"), (r"one\line two", "one\ntwo"), ("a\nb", "ab"), (r"\b0 x\b", "x"),
    ],
)  # fmt: skip
def test_rtf_is_its_words(raw: str, words: str) -> None:
    assert seen(raw, "rtf").text == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("<a>b <c>d</c></a>", " b  d  "), ("a &amp; b&#233;", "a & bé"), ("a &bogus; b", "a &bogus; b"),
        ('<image alt="The &lt;mill&gt;"/>', " The <mill> "),
        ('<outline text="a" _note="b"/>', " a b "), ("a < b", "a < b"),
        ("&#xD800;", "\ufffd"), ("<a", "<a"),
    ],
)  # fmt: skip
def test_xml_is_its_words_and_those_of_pictures_and_outlines(raw: str, words: str) -> None:
    assert seen(raw, "docbook").text == words


@pytest.mark.parametrize(
    ("raw", "words"),
    [(r'["a\nb"]', "[ a\nb ]"), (r'"caf\u00e9"', " café "), (r'"a\"b\\c"', ' a"b\\c '), (r'"\ud800"', " \ufffd ")],
)
def test_a_notebook_is_its_words(raw: str, words: str) -> None:
    assert seen(raw, "ipynb").text == words


@pytest.mark.parametrize(
    ("format", "raw", "words", "there"),
    [
        ("rtf", r"the \u206?le ran", "Île", r"\u206?le"), ("rtf", r"the {\i mi}ll ran", "mill", r"mi}ll"),
        ("docbook", "a caf&#233; b", "café", "caf&#233;"), ("docbook", "a mi<b>ll</b>", "ll", "ll"),
        ("fb2", '<image alt="a &amp; b"/>', "a & b", "a &amp; b"), ("rst", "a *b* c", "*b*", "*b*"),
    ],
)  # fmt: skip
def test_a_places_covers_all_that_the_file_writes(format: str, raw: str, words: str, there: str) -> None:  # noqa: A002
    assert written(seen(raw, format), words) == there


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_other_texts_are_their_own_words(raw: str) -> None:
    one = seen(raw, "rst")
    assert one.text == one.raw


@given(st.text("\\{}<>&;\"ua0é' \n", max_size=60), st.sampled_from(["rtf", "docbook", "ipynb"]))
def test_places_are_in_the_files_order_and_within_it(raw: str, format: str) -> None:  # noqa: A002
    one = seen(raw, format)
    places = [run.raw_start for run in one.runs]
    assert places == sorted(places)
    assert all(0 <= run.raw_start < len(one.raw) for run in one.runs)
    assert all(run.text_start + run.length <= len(one.text) for run in one.runs)


def test_pandoc_is_given_utf_8_with_one_kind_of_line_end() -> None:
    assert view("caf\xe9 a\r\nb\rc".encode("latin-1"), "rst", "essay")[1] == "caf\xe9 a\nb\nc".encode()


def test_notes_that_an_rtf_marks_as_optional_are_given_as_notes() -> None:
    assert view(rb"{\*\footnote a\u233?}", "rtf", "essay")[1] == "{\\footnote aé}".encode()


def test_a_flat_opendocument_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError, match=r"no zipped OpenDocument file; save it as .odt"):
        view(b"<office:document/>", "odt", "essay.fodt")
