"""The document's line with its carets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from report_factory import find

from clock import within_seconds
from holdwater.document import Document, Span
from holdwater.report.cells import width
from holdwater.report.excerpt import Excerpts, window


def excerpt(text: str, part: str, *changed: str, room: int = 60) -> str:
    span = find(text, part)
    lines = Excerpts(Document(text), room).at(span, [find(text, one) for one in changed])
    return "\n".join(f"{line.number or '':>2}|{line.text}\n  |{line.carets}" for line in lines)


def test_carets_stand_under_the_span() -> None:
    assert excerpt("one\nthe fleet sailed\nend", "fleet") == " 2|the fleet sailed\n  |    ^^^^^"


def test_changed_words_have_carets_and_the_rest_of_the_span_tildes() -> None:
    assert excerpt("so the grey fleet sailed.", "the grey fleet", "grey") == (
        " 1|so the grey fleet sailed.\n  |   ~~~~^^^^~~~~~~"
    )


def test_a_tab_before_the_span_shifts_the_carets() -> None:
    assert excerpt("\tthe fleet", "fleet") == " 1|    the fleet\n  |        ^^^^^"


def test_wide_characters_take_two_cells_each() -> None:
    assert excerpt("港の fleet は", "fleet") == " 1|港の fleet は\n  |     ^^^^^"
    assert excerpt("a 港の b", "港の") == " 1|a 港の b\n  |  ^^^^"


def test_combining_characters_take_none() -> None:
    assert excerpt("e\u0301te\u0301 fleet", "fleet") == " 1|e\u0301te\u0301 fleet\n  |    ^^^^^"


def test_an_escape_in_the_document_is_shown_and_counted() -> None:
    assert excerpt("\x1b[31m fleet", "fleet") == " 1|␛[31m fleet\n  |      ^^^^^"
    assert excerpt("\u202e fleet", "fleet") == " 1|<U+202E> fleet\n  |         ^^^^^"


def test_a_zero_width_span_has_one_caret() -> None:
    text = "the fleet sailed"
    (line,) = Excerpts(Document(text), 60).at(Span(4, 4))
    assert line.carets == "    ^"
    (line,) = Excerpts(Document(text), 60).at(Span(len(text), len(text)))
    assert line.carets == " " * len(text) + "^"


def test_a_span_over_three_lines_shows_all_of_them() -> None:
    text = "He says that the\n   fleet was\nlaid up then."
    assert excerpt(text, "the\n   fleet was\nlaid up") == (
        " 1|He says that the\n  |             ^^^\n 2|   fleet was\n  |   ^^^^^^^^^\n 3|laid up then.\n  |^^^^^^^"
    )


def test_a_long_span_shows_the_lines_of_its_changes() -> None:
    text = "\n".join(f"line {number} of it" for number in range(1, 40))
    assert excerpt(text, text[3:-3], "line 20 of", "line 30 of") == (
        "20|line 20 of it\n  |^^^^^^^^^^~~~\n  |…\n  |\n30|line 30 of it\n  |^^^^^^^^^^~~~"
    )


def test_a_long_span_without_changes_shows_its_first_lines() -> None:
    text = "\n".join(f"line {number} of it" for number in range(1, 40))
    assert excerpt(text, text[3:-3]).count("of it") == 4


def test_a_long_line_is_cut_around_the_change() -> None:
    text = "word " * 200 + "the grey fleet sailed" + " word" * 200
    shown = excerpt(text, "the grey fleet sailed", "grey", room=50)
    line, carets = shown.split("\n")
    assert line.startswith(" 1|… word")
    assert line.endswith(" …")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "grey"
    assert len(line) <= 53


def test_a_change_that_fills_the_line_is_shown_from_its_beginning() -> None:
    text = "word " * 50 + "changed " * 50
    shown = excerpt(text, "changed " * 50, room=40)
    assert "word changed" in shown


def test_a_span_at_the_end_of_a_long_line_is_not_cut_off() -> None:
    shown = excerpt("word " * 100 + "fleet", "fleet", room=40)
    assert shown.split("\n")[0].endswith("word fleet")
    assert shown.endswith("^^^^^")


def test_one_endless_line_costs_little() -> None:
    text = "word " * 400_000
    excerpts = Excerpts(Document(text), 80)
    within_seconds(3, lambda: [excerpts.at(Span(offset, offset + 4)) for offset in range(0, 2_000_000, 2_000)])


@given(
    st.text(alphabet="ab \t港e\u0301\x1b\u202e", max_size=120),
    st.integers(0, 120),
    st.integers(0, 40),
    st.integers(24, 60),
)
def test_the_line_fits_and_the_carets_stand_inside_it(line: str, start: int, length: int, room: int) -> None:
    start = min(start, len(line))
    text, carets = window(line, [(start, min(start + length, len(line)), "^")], room)
    assert width(text) <= room
    assert width(carets) <= width(text) + 1


def test_an_empty_document_has_an_excerpt() -> None:
    assert [line.text for line in Excerpts(Document(""), 40).at(Span(0, 0))] == [""]
