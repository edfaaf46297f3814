"""What is taken from the head of a page, and what a hostile page can do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standing_factory import linked, meta, page

from clock import within_seconds
from holdwater.sources.standing.head import Head, Refresh, head_of, refresh_target


def test_a_page_gives_its_title_and_first_headings() -> None:
    head = head_of(page("The  Ferry\n of 1901", "The <b>Ferry</b>", "Second"))
    assert (head.title, head.headings) == ("The Ferry of 1901", ("The Ferry", "Second"))


def test_the_title_for_sharing_serves_where_there_is_no_other() -> None:
    assert head_of(page(head=meta(og__title="The Ferry"))).shown_title == "The Ferry"


def test_of_two_metas_the_first_is_taken() -> None:
    assert head_of(page(head=meta(og__type="article") + meta(og__type="website"))).meta("og:type") == "article"


def test_words_are_those_that_a_reader_sees() -> None:
    assert head_of("<body><script>let a = 1;</script><style>p {}</style><p>seven w</p></body>").words == 7


def test_json_that_cannot_be_read_is_passed_over() -> None:
    head = head_of(page(head=linked("{") + linked('{"@type": "Article"}')))
    assert [node["@type"] for node in head.linked] == ["Article"]


@pytest.mark.parametrize(
    ("refresh", "target"),
    [
        (None, ""),
        (Refresh(0, "/b"), "https://example.org/b"),
        (Refresh(30, "/b"), ""),
        (Refresh(0, ""), ""),
        (Refresh(0, "#top"), ""),
        (Refresh(0, "file:///etc/hosts"), ""),
        (Refresh(0, "http://[::1"), ""),
    ],
)
def test_a_refresh_leads_to_an_address_of_the_web_or_nowhere(refresh: Refresh | None, target: str) -> None:
    assert refresh_target(Head(refresh=refresh), "https://example.org/a") == target


@pytest.mark.parametrize(
    "html", ["", " ", "\x00", "<", "<title>", "<!--", "<meta http-equiv=refresh>", "]]>", "\ud800"]
)
def test_what_is_hardly_a_page_has_hardly_a_head(html: str) -> None:
    assert head_of(html).title == ""


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 80_000 + "<h1>Page not found</h1>",
        "<h1>" * 90_000,
        "<template>" * 30_000 + "<h1>a</h1>" * 5_000,
        "<div itemscope>" * 20_000 + "<p itemprop=isAccessibleForFree>false</p>" * 3_000,
        "<title>" + "a | " * 90_000 + "</title>",
        '<script type="application/ld+json">' + '{"a":' * 30_000 + "</script>",
        "<meta name=a content=b>" * 15_000,
    ],
)
def test_a_hostile_page_takes_no_time(html: str) -> None:
    within_seconds(3, lambda: head_of(html))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/=\"' !-abhmtu1{}[]:,\n", max_size=400))
def test_whatever_the_page_there_is_a_head(html: str) -> None:
    assert isinstance(head_of(html), Head)
