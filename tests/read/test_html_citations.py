"""HTML: what a page cites by markup of its own, the works that it describes, and what it says of itself."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, blocks, marks, note_marks

from holdwater.document import Document, MarkKind
from holdwater.read.html import read as read_html
from holdwater.read.html.openurl import csl_of

BIB = "@book{mill, title={The Mill}, author={Doe, Jane}, year=1999}\n@book{other, title={Not cited}}\n"


def read(body: str, head: str = "", bib: str | None = None) -> Document:
    raw = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    document = read_html(raw, "page.html", {"refs.bib": bib}.get if bib is not None else None)
    assert_sound(document)
    return document


def citations(document: Document) -> list[tuple[str, str]]:
    return [(words, target) for words, _, target in marks(document, MarkKind.CITATION)]


def described(document: Document) -> dict[str, str]:
    """The words that print each work by its id."""
    return {record.id: record.span.of(document.text) for record in document.records}


def test_a_citation_of_pandoc_has_a_mark_for_each_work_and_entries_are_records() -> None:
    document = read(
        '<p>So <span class="citation" data-cites="doe99 roe00">(<a href="#ref-doe99" role="doc-biblioref">Doe 1999</a>'
        '; Roe 2000)</span>.</p><div id="refs" class="references csl-bib-body"><div id="ref-doe99" class="csl-entry">'
        'Doe. <em>Mills</em>. <a href="https://doi.org/10.1000/ab">doi</a></div></div>'
    )
    assert citations(document) == [("(Doe 1999; Roe 2000)", "doe99"), ("(Doe 1999; Roe 2000)", "roe00")]
    assert described(document) == {"doe99": "Doe. Mills. doi"}
    assert document.records[0].csl == {"id": "doe99", "DOI": "10.1000/ab"}


def test_a_citation_that_shows_only_the_mark_of_a_note_is_a_citation_there() -> None:
    document = read(
        '<p>So<span class="citation" data-cites="doe99"><a href="#fn1" class="footnote-ref"><sup>1</sup></a></span>'
        '.</p><ol class="footnotes"><li id="fn1">Doe.</li></ol>'
    )
    assert citations(document) == [("", "doe99")]
    assert note_marks(document)[0].span == next(iter(document.marks_of(MarkKind.CITATION))).span


def test_the_works_that_distill_cites_are_read_from_the_file_that_the_page_names() -> None:
    body = '<p>So <d-cite key="mill,lost"></d-cite>.</p><d-bibliography src="refs.bib"></d-bibliography>'
    document = read(body, bib=BIB)
    assert blocks(document) == ["So."]
    assert citations(document) == [("", "mill"), ("", "lost")]
    assert [(record.id, record.csl["title"]) for record in document.records] == [("mill", "The Mill")]
    assert read(body).unread == ("refs.bib: not read: no such file beside the document",)
    assert read(body, bib="@book{mill, title={The").unread[0].startswith("bibliography: not read")
    outside = body.replace("refs.bib", "/etc/refs.bib")
    assert read(outside, bib=BIB).records == ()


@pytest.mark.parametrize(
    "script",
    [
        f'<script type="text/bibtex">{BIB}</script>',
        '<script type="text/json">[["mill", {"title": "The Mill", "author": "Doe, Jane", "year": "1999"}], 3]</script>',
    ],
)
def test_the_works_that_distill_cites_are_read_from_the_page(script: str) -> None:
    document = read(f'<p>So <d-cite key="mill"></d-cite>.</p><d-bibliography>{script}</d-bibliography>')
    (record,) = document.records
    assert (record.id, record.csl["title"], len(record.span)) == ("mill", "The Mill", 0)
    assert record.csl["author"] == [{"family": "Doe", "given": "Jane"}]
    assert record.csl["issued"] == {"date-parts": [[1999]]}


def test_an_openurl_describes_the_words_before_it_and_links_to_them_cite() -> None:
    document = read(
        '<p>So <a href="#CITEREFDoe">Doe 2005</a>.</p><ul><li><cite id="CITEREFDoe" class="citation book">Doe, J. '
        '<i>Mills</i>.</cite><span class="Z3988" title="rft.genre=book&amp;rft.btitle=Mills&amp;rft.aulast=Doe'
        '&amp;rft.aufirst=Jane&amp;rft.date=2005-03"></span></li></ul>'
    )
    assert citations(document) == [("Doe 2005", "CITEREFDoe")]
    assert described(document) == {"CITEREFDoe": "Doe, J. Mills."}
    assert list(document.marks_of(MarkKind.TITLE)) == []
    assert document.records[0].csl["author"] == [{"family": "Doe", "given": "Jane"}]


def test_a_citation_of_latexml_leads_to_its_entry() -> None:
    document = read(
        '<p>So <cite class="ltx_cite">(<a href="#bib.bib1" class="ltx_ref">Doe, 2017</a>)</cite>.</p>'
        '<ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem">Doe. Mills.</li></ul>'
    )
    assert citations(document) == [("Doe, 2017", "bib.bib1")]
    assert described(document) == {"bib.bib1": "Doe. Mills."}


@pytest.mark.parametrize(
    ("openurl", "expected"),
    [
        (
            "rft.genre=article&rft.atitle=On+Mills&rft.jtitle=Mill+Review&rft.volume=3&rft.issue=4&rft.spage=5&rft.epage=9"
            "&rft_id=info%3Adoi%2F10.1000%2Fab&rft_id=https%3A%2F%2Fexample.test%2Fa",
            {"type": "article-journal", "title": "On Mills", "container-title": "Mill Review", "volume": "3",
             "issue": "4", "page": "5-9", "DOI": "10.1000/ab", "URL": "https://example.test/a"},
        ),
        ("rft.genre=bookitem&rft.atitle=Ch&rft.btitle=Bk", {"type": "chapter", "title": "Ch", "container-title": "Bk"}),
        ("rft.genre=unknown&rft.btitle=Page", {"type": "webpage", "title": "Page"}),
        ("rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.title=T&rft.aucorp=Water+Board",
         {"type": "book", "title": "T", "author": [{"literal": "Water Board"}]}),
        ("rft.genre=book", {}),
        ("&".join(f"rft.x{number}=1" for number in range(300)), {}),
    ],
)  # fmt: skip
def test_an_openurl_becomes_a_csl_item(openurl: str, expected: dict[str, object]) -> None:
    assert csl_of(openurl) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Mill - Site</title>", '<h1>Mill</h1><a rel="author">Jane Doe</a>', ("Mill - Site", "Jane Doe", "")),
        ("", '<article><h1 class="p-name">Mill</h1><a class="p-author">Jane Doe</a><time class="dt-published"'
         ' datetime="2020-01-02">2 Jan</time></article>', ("Mill", "Jane Doe", "2020-01-02")),
        ("", '<h1 itemprop="headline">Mill</h1><p itemprop="author"><b>By</b> <span itemprop="name">Jane Doe</span></p>'
         '<meta itemprop="datePublished" content="2020"><div class="comments"><i itemprop="author">T</i></div>',
         ("Mill", "Jane Doe", "2020")),
        ('<meta property="article:author" content="https://social.test/x"><meta name="author" content="Jane Doe">', "",
         ("", "Jane Doe", "")),
        ("", '<d-front-matter><script type="text/json">{"title": "Mill", "authors": [{"author": "Jane Doe"}]}</script>'
         "</d-front-matter>", ("Mill", "Jane Doe", "")),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "S"}, {"headline": "Mill",'
         ' "author": [{"name": "Jane Doe"}], "datePublished": "2020"}]}</script>', "", ("Mill", "Jane Doe", "2020")),
    ],
)  # fmt: skip
def test_a_page_says_who_wrote_it_and_when(head: str, body: str, expected: tuple[str, str, str]) -> None:
    metadata = read(f"{body}<p>x</p>", head).metadata
    assert tuple(metadata.get(name, "") for name in ("title", "author", "date")) == expected
