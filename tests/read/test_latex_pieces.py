"""The parts that LaTeX's reader is made of: the flat text, the preamble's settings, the library, the files' paths."""

from __future__ import annotations

import pytest

from holdwater.read.latex.conditionals import Conditionals, holds
from holdwater.read.latex.files import MAX_FILES, Files
from holdwater.read.latex.flat import Flat, Piece
from holdwater.read.latex.frame import Frame
from holdwater.read.latex.library import Library, keys_in
from holdwater.read.latex.preamble import options
from holdwater.read.latex.tex import Tex

PIECES = [Piece("plain ", 100), Piece("body", 50, 8), Piece("", 7), Piece(" end", 110)]


def flat(text: str, body: int = 0) -> Flat:
    return Flat([Piece(text, 0)], body)


# The flat text and its places


def test_a_piece_stands_one_for_one_or_as_a_whole() -> None:
    found = Flat(PIECES, 0)
    assert found.text == "plain body end"
    assert [found.place(at) for at in (0, 5, 6, 9, 10, 13)] == [100, 105, 50, 50, 110, 113]
    assert list(found.places(4, 12)) == [(4, 6, 104, 0), (6, 10, 50, 8), (10, 12, 110, 0)]


def test_a_flat_text_of_nothing_has_a_place_all_the_same() -> None:
    assert Flat([], 0).place(0) == 0
    assert list(Flat([], 0).places(0, 3)) == []


def test_a_stretch_of_a_frame_is_its_pieces_cut_to_size() -> None:
    frame = Frame(Tex("plain body end"), PIECES, 14)
    assert frame.between(3, 8) == [Piece("in ", 103), Piece("bo", 50, 8)]
    assert frame.between(5, 5) == []
    assert frame.macro
    assert not Frame(Tex(""), [], 0, path="a.tex").macro


def test_the_origin_of_a_stretch_is_where_it_begins_and_how_long_it_is_there() -> None:
    frame = Frame(Tex("plain body end"), PIECES, 14)
    assert frame.origin(0, 5) == (100, 5)
    assert frame.origin(6, 10) == (50, 8)
    assert frame.origin(0, 14) == (100, 14)
    assert frame.origin(8, 8) == (0, 1)


# The preamble


@pytest.mark.parametrize(
    ("preamble", "name", "value"),
    [
        (r"\documentclass{article}", "chapters", False), (r"\documentclass[a4paper]{scrbook}", "chapters", True),
        (r"\documentstyle{report}", "chapters", True), (r"% \documentclass{book}", "chapters", False),
        (r"\usepackage[ngerman]{babel}", "language", "german"),
        (r"\usepackage[german,english]{babel}", "language", "english"),
        (r"\usepackage[main=french,english]{babel}", "language", "french"),
        (r"\setmainlanguage{french}", "language", "french"),
        (r"\documentclass[german]{article}", "language", "german"), ("", "language", "english"),
        (r"\usepackage[ngerman]{babel}", "shorthands", True), (r"\usepackage[french]{babel}", "shorthands", False),
        (r"\usepackage[autocite=footnote]{biblatex}", "foot_cites", True),
        (r"\usepackage[autocite=inline,style=verbose]{biblatex}", "foot_cites", False),
        (r"\usepackage[style=authortitle-ibid]{biblatex}", "foot_cites", True),
        (r"\usepackage[style=numeric]{biblatex}", "foot_cites", False),
        (r"\renewcommand{\thefootnote}{\alph{footnote}}", "numbering", "alph"),
    ],
)  # fmt: skip
def test_the_preamble_settles(preamble: str, name: str, value: object) -> None:
    assert getattr(options(flat(f"{preamble}\n", len(preamble) + 1)), name) == value


# Conditions


def test_the_branches_of_a_condition_are_known_by_its_place() -> None:
    text = r"\iftrue a\ifx\a\b b\else c\fi d\else e\fi f"
    found = Conditionals(Tex(text))
    outer, inner = found.branches[0], found.branches[text.index(r"\ifx")]
    assert text[outer.otherwise : outer.end] == r" e\fi"
    assert text[inner.otherwise : inner.end] == r" c\fi"
    assert Conditionals(Tex(r"\iftrue a")).branches == {}


@pytest.mark.parametrize(
    ("name", "switches", "true"),
    [("iftrue", {}, True), ("iffalse", {}, False), ("ifx", {}, True), ("ifa", {"ifa": False}, False)],
)
def test_what_cannot_be_known_counts_as_true(name: str, switches: dict[str, bool], *, true: bool) -> None:
    assert holds(name, switches) is true


# Files


def test_the_files_of_a_document_stand_one_after_the_other() -> None:
    files = Files("main", "folder/paper.tex", {"a.tex": "A\n", "b.tex": "B"}.get)
    first, second = files.open("a", ("",)), files.open("b.tex", ("",))
    assert first is not None
    assert second is not None
    assert files.raw == "main\nA\nB"
    assert [(part.name, part.raw_start) for part in files.parts] == [("", 0), ("folder/a.tex", 5), ("folder/b.tex", 7)]
    assert files.open("a", ("",)) == first
    assert files.stem == "paper"


def test_no_more_files_are_asked_for_than_a_document_has() -> None:
    asked: list[str] = []
    files = Files("", "p.tex", lambda name: asked.append(name))
    for number in range(MAX_FILES):
        files.open(f"f{number}", ("",))
    assert len(asked) <= MAX_FILES
    assert len(files.unread) <= 200


# The library

BIB = r"""
@string{mill = "Mill Press"}
@comment{nothing}
@book{one, author = {Roe, Anna}, title = {The Quiet Valley}, publisher = mill, address = {Oberau}, year = 1994,
  file = {a.pdf}}
@misc{two, author = {A One and B Two and C Three and D Four}, title = {Many}}
@misc{three, title = {Nobody's}, year = {2001a}}
@misc{self, crossref = {self}, title = {S}}
"""


def library(text: str = r"\bibliography{refs}") -> Library:
    found = flat(text)
    return Library(Files(text, "p.tex", {"refs.bib": BIB}.get), found)


@pytest.mark.parametrize(
    ("key", "names", "year", "title", "entry"),
    [
        ("one", "Roe", "1994", "The Quiet Valley", "Anna Roe, The Quiet Valley, Oberau: Mill Press, 1994"),
        ("two", "One et al.", "", "Many", "A One et al., Many"),
        ("three", "Nobody's", "2001", "Nobody's", "Nobody's, 2001"),
        ("self", "S", "", "S", "S"),
        ("gone", "gone", "", "gone", "gone"),
    ],
)
def test_a_work_is_named_as_running_text_and_notes_name_it(
    key: str, names: str, year: str, title: str, entry: str
) -> None:
    found = library()
    assert (found.names(key), found.year(key), found.title(key), found.entry(key)) == (names, year, title, entry)


def test_a_work_has_no_files_of_the_readers_own() -> None:
    assert "files" not in (library().item("one") or {})
    assert library().item("gone") is None


def test_labels_of_a_printed_list_name_its_works() -> None:
    found = library(r"\bibitem[Roe and Poe(1999b)]{x} \bibitem{y} \bibitem[{Doe}(2001)Doe, Jane]{z} \bibitem")
    assert (found.names("x"), found.year("x"), found.entry("x")) == ("Roe and Poe", "1999b", "Roe and Poe 1999b")
    assert (found.names("y"), found.year("y")) == ("y", "")
    assert (found.names("z"), found.year("z")) == ("Doe", "2001")


def test_keys_are_parted_by_commas() -> None:
    assert list(keys_in(" a, b ,,c")) == ["a", "b", "c"]
    assert list(keys_in("")) == []
