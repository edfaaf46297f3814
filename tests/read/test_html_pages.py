"""HTML: numbers of printed pages that the page shows in its words. The texts are made up."""

from __future__ import annotations

import re

import pytest
from reading_checks import assert_sound, misplaced

from holdwater.document import Document
from holdwater.read.html import read as read_html

WORDS = (
    "The lock was dug by hand in the dry summer, and the earth was carried off in barges that came back with lime.",
    "Boats paid by the ton, and nobody was let off, whatever he said of his cargo, and few of them said anything.",
    "A lamp hung at each gate, and the oil came up from the town on Mondays, where it was measured twice over.",
    "Ice closed the pound for nine weeks, and the horses ate what had been put by, while the men mended nets.",
)


def read(raw: str) -> Document:
    document = read_html(raw, "page.html")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def book(mark: str, numbers: tuple[int, ...] = (204, 205, 206, 207)) -> str:
    return "".join(f"<p>{mark.format(at)} {page}</p>\n" for at, page in zip(numbers, WORDS, strict=True))


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="page">[204]</span>',
        '<span class="page">204</span>',
        '<span class="star-pagination">*204</span>',
        '<a id="page204" href="#page204">204</a>',
        '<span id="pg_204">[p. 204]</span>',
        '<b class="big Page"><i>p. 204</i></b>',
        '</p><div class="pagenum">204</div><p>',
        '</p><p class="page-number">Page 204</p><p>',
        '<span class="page"><a class="page">[204]</a></span>',
    ],
)
def test_numbers_that_count_up_are_pages_and_no_words(mark: str) -> None:
    document = read(book(mark.replace("204", "{0}")))
    assert [page.label for page in document.pages] == ["204", "205", "206", "207"]
    assert document.page_at(document.text.index("A lamp hung")) == "206"
    assert document.text == read(book("")).text


def test_a_page_begins_within_a_sentence() -> None:
    raw = book('<span class="page">[{}]</span>', (204, 205, 206, 208)).replace(
        "twice", '<i class="page">[207]</i> twice'
    )
    document = read(raw.replace("</p>", f" {WORDS[0]}</p>"))
    assert "it was measured twice over" in document.text
    assert document.page_at(document.text.index("twice")) == "207"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("".join(f'<span class="page">{at}</span> ' for at in range(1, 9)) + WORDS[0], id="a pager"),
        pytest.param(book('<a class="page" href="/list?page={0}">{0}</a>'), id="links to other pages"),
        pytest.param(book('<span class="page">{}</span>', (204, 12, 40, 3)), id="numbers that do not count"),
        pytest.param(book('<span class="page">{} boats</span>'), id="numbers of things"),
        pytest.param(book('<span class="para">[{}]</span>'), id="numbers of paragraphs"),
        pytest.param('<div class="page">' + "".join(map("<p>{}</p>".format, WORDS)) + "</div>", id="a layout"),
        pytest.param(book('<span id="page9{0}">[{0}]</span>'), id="names of something else"),
    ],
)
def test_numbers_that_count_something_else_are_words(raw: str) -> None:
    document = read(raw)
    assert not document.pages
    assert "".join(document.text.split()) == "".join(re.sub("<[^>]*>", "", raw).split())
