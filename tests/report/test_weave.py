"""Overlapping spans become properly nested elements over unchanged words."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import Span
from holdwater.report.weave import DEEPEST, Overlay, Point, Weaver


class Nesting(HTMLParser):
    """Fails where elements are not properly nested or a link stands in a link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def woven(text: str, *overlays: Overlay, points: tuple[Point, ...] = ()) -> str:
    return Weaver(text).weave(Span(0, len(text)), overlays, points)


def test_an_overlay_is_set_around_its_span() -> None:
    assert woven("one two", Overlay(Span(4, 7), "em")) == "one <em>two</em>"


def test_overlapping_overlays_are_split_and_the_id_is_written_once() -> None:
    html = woven("abcdef", Overlay(Span(0, 4), "mark", 0, "q1"), Overlay(Span(2, 6), "em", 3, "e"))
    assert html == '<mark id="q1">ab<em id="e">cd</em></mark><em>ef</em>'


def test_the_lower_rank_is_the_outer_one_where_both_begin() -> None:
    html = woven("abc", Overlay(Span(0, 3), "em", 3), Overlay(Span(0, 3), "mark", 0))
    assert html == "<mark><em>abc</em></mark>"


def test_what_an_outer_one_ends_inside_of_an_inner_one_is_reopened() -> None:
    html = woven("abcd", Overlay(Span(0, 2), "mark", 0), Overlay(Span(0, 4), "em", 3))
    assert html == "<mark><em>ab</em></mark><em>cd</em>"


def test_a_point_stands_after_what_ends_there_or_inside_of_it() -> None:
    mark = Overlay(Span(0, 2), "mark")
    assert woven("abc", mark, points=(Point(2, "<i></i>"),)) == "<mark>ab</mark><i></i>c"
    assert woven("abc", mark, points=(Point(2, "<i></i>", inside=True),)) == "<mark>ab<i></i></mark>c"


def test_points_beyond_the_block_stand_at_its_end() -> None:
    assert woven("abc", points=(Point(9, "<i></i>"),)) == "abc<i></i>"


def test_a_link_is_parted_around_a_point() -> None:
    link = Overlay(Span(0, 4), "a", 2)
    assert woven("abcd", link, points=(Point(2, "<i></i>"),)) == "<a>ab</a><i></i><a>cd</a>"


def test_text_and_attributes_are_escaped() -> None:
    html = woven('<b>&"', Overlay(Span(0, 5), "span", 0, "", {"title": "\"><script>'"}))
    assert html == '<span title="&quot;&gt;&lt;script&gt;&#x27;">&lt;b&gt;&amp;&quot;</span>'


def test_elements_are_opened_only_to_a_bounded_depth() -> None:
    text = "x" * 3000
    html = woven(text, *(Overlay(Span(at, 3000), "em") for at in range(2000)))
    assert html.count("<em>") == DEEPEST


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))
NAMES = st.sampled_from(["em", "mark", "span"])
OVERLAYS = st.lists(st.builds(Overlay, SPANS, NAMES, st.integers(0, 5)), max_size=8)
POINTS = st.lists(
    st.builds(Point, st.integers(0, 14), st.just("<a></a>"), st.integers(-2, 2), st.booleans()), max_size=5
)


@given(OVERLAYS, POINTS, st.lists(SPANS.map(lambda span: Overlay(span, "a", 2)), max_size=3))
def test_any_overlays_nest_and_leave_the_words_as_they_were(
    overlays: list[Overlay], points: list[Point], links: list[Overlay]
) -> None:
    text = "a <b> & cd\nef"[:13]
    html = woven(text, *overlays, *links, points=tuple(points))
    parser = Nesting()
    parser.feed(html)
    assert parser.open == []
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text
    assert html.count("<a></a>") >= len(points)
