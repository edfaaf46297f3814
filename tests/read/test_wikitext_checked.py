"""A wiki's article, checked from end to end against sources of its own: works, pages, findings, suppressions."""

from __future__ import annotations

import pytest

from holdwater import check
from holdwater.document import Document, PageBreak
from holdwater.findings.report import Report
from holdwater.read import read_bytes
from holdwater.sources.model import Source
from holdwater.sources.shelf import Shelf


def paged(name: str, *pages: tuple[str, str]) -> Document:
    """A source of printed pages: their labels and words."""
    text, breaks = "", []
    for label, words in pages:
        breaks.append(PageBreak(len(text), label))
        text += f"{words}\n\n"
    return Document(text, name=name, pages=tuple(breaks))


VALLEY = paged(
    "valley.txt",
    ("3", "The valley was settled late, and its people came over the pass with their cattle and little else."),
    ("4", "The wheel of the mill turned for two hundred years, and nobody in the village thought to count them."),
    ("5", "When the river rose in the spring, the miller's daughter carried the ledgers up to the church."),
    ("6", "They built the mill again from the stones of the old one, which the flood had left in the meadow."),
)
WHEELS = paged(
    "wheels.txt",
    ("11", "An overshot wheel wastes less of the water than any other that a village smith can make."),
    ("12", "At Oberau the smith made the buckets of larch, because larch does not rot in cold water."),
    ("13", "The second wheel was a little larger than the first, and a good deal noisier."),
)
RECORD = Document(
    "Fire at Oberau. The mill burned to the ground on Tuesday night, and the owner was not insured.\n\n"
    "No one was hurt, though the smoke could be seen from the pass until noon.",
    name="record.txt",
)
SHELF = Shelf.from_documents(
    [
        (
            Source("roe", "valley.txt", {"type": "book", "title": "The Quiet Valley",
                   "author": [{"family": "Roe", "given": "Anna"}], "issued": {"date-parts": [[1994]]}}),
            VALLEY,
        ),
        (
            Source("doe", "wheels.txt", {"type": "article-journal", "title": "Wheels and Water",
                   "author": [{"family": "Doe", "given": "John"}, {"family": "Smith", "given": "Mary"}],
                   "issued": {"date-parts": [[2001]]}, "container-title": "Mill Journal"}),
            WHEELS,
        ),
        (
            Source("record", "record.txt", {"type": "article-newspaper", "title": "Fire at Oberau",
                   "issued": {"date-parts": [[1987, 5, 4]]}, "container-title": "Valley Record"}),
            RECORD,
        ),
    ]
)  # fmt: skip

PAGE = """{{Short description|Watermill in the Alps}}
{{Infobox building|name=Oberau mill|image=Mill.jpg|built={{start date|1787}}}}
The '''Oberau mill''' is a [[watermill]] in the [[Oberau valley|valley]] of the same name. "The wheel of the mill turned
for two hundred years", writes the historian Anna Roe.{{sfn|Roe|1994|p=4}} It burned down in 1987.<ref name="fire">
{{cite news |title=Fire at Oberau |newspaper=Valley Record |date=4 May 1987 |page=1}}</ref>

== History ==
{{Main|History of Oberau}}
[[File:Flood.jpg|thumb|right|The flood of 1850]]
In that spring "the miller's daughter carried the ledgers up to the church".<ref name="roe">{{cite book |last=Roe
|first=Anna |title=The Quiet Valley |year=1994 |publisher=Valley Press |location=London |ref=harv}}</ref>{{rp|5}} Roe
says that they "built the mill again from the stones of the old one",<ref name="roe" />{{rp|6}} which is still to be
seen.{{efn|The date of the building is disputed. {{harvnb|Roe|1994|p=3}} has "settled late".}}

Roe describes the people of the valley:
{{quote|The valley was settled late, and its people came over the pass with their cattle and little else.|Anna Roe
|''The Quiet Valley''{{sfn|Roe|1994|p=3}}}}

The local newspaper wrote that the mill "burned to the ground on Tuesday night", and that "the owner was not
insured".<ref name="fire"/>

== Construction ==
The smith "made the buckets of larch, because larch does not rot in cold water".{{sfn|Doe|Smith|2001|p=12}} According to
Doe and Smith, the second wheel was "a little larger than the first, and a good deal noisier".{{sfn|Doe|Smith|2001
|pp=12–13}} An overshot wheel "wastes less of the water than any other" ({{harvnb|Doe|Smith|2001|p=11}}).

== Notes ==
{{notelist}}

== References ==
{{reflist}}

== Sources ==
{{refbegin}}
* {{cite journal |last1=Doe |first1=John |last2=Smith |first2=Mary |year=2001 |title=Wheels and Water
|journal=Mill Journal |volume=3 |pages=11–19 |ref=harv}}
{{refend}}

== External links ==
* [http://d.test The mill's own page]
{{Authority control}}
[[Category:Watermills]]
"""


def checked(page: str = PAGE) -> Report:
    return check(read_bytes(page.encode(), "mill.wiki"), SHELF)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def quoted(report: Report) -> list[str]:
    return [one.span.of(report.document.text) for one in report.extraction.quotations]


def sources_of(report: Report) -> list[set[str]]:
    """The sources that each quotation's citations lead to."""
    works = [
        {work for index in one.citations for work in report.extraction.citations[index].references}
        for one in report.extraction.quotations
    ]
    return [{report.ties[work].source for work in some} for some in works]


def pages_of(report: Report) -> list[set[str]]:
    """The pages that each quotation's citations give."""
    cited = report.extraction.citations
    return [
        {locator.value for index in one.citations if (locator := cited[index].locator) is not None}
        for one in report.extraction.quotations
    ]


def test_a_sound_article_has_no_findings() -> None:
    report = checked()
    assert codes(report) == []
    assert report.document.unread == ()
    assert [verdict.status.value for verdict in report.verdicts] == ["verbatim"] * 9


def test_every_quotation_leads_to_its_own_source() -> None:
    assert sources_of(checked()) == [
        {"roe"}, {"roe"}, {"roe"}, {"roe"}, {"record"}, {"record"}, {"doe"}, {"doe"}, {"doe"}, {"roe"},
    ] or sources_of(checked()) == [
        {"roe"}, {"roe"}, {"roe"}, {"roe"}, {"record"}, {"record"}, {"doe"}, {"doe"}, {"doe"},
    ]  # fmt: skip


def test_pages_come_from_short_citations_and_from_the_page_after_a_mark() -> None:
    pages = dict(zip([words.strip('"')[:12] for words in quoted(checked())], pages_of(checked()), strict=True))
    assert pages["The wheel of"] == {"4"}
    assert pages["the miller's"] == {"5"}
    assert pages["built the mi"] == {"6"}
    assert pages["made the buc"] == {"12"}
    assert pages["a little lar"] == {"12–13"}
    assert pages["wastes less "] == {"11"}


def test_records_are_called_what_short_citations_call_them() -> None:
    assert {record.id for record in checked().document.records} == {
        "CITEREFRoe1994", "CITEREFDoeSmith2001", "cite_note-fire",
    }  # fmt: skip


def test_a_short_note_leads_to_a_work_that_a_later_note_describes() -> None:
    report = checked()
    first = next(one for one in report.extraction.citations if one.label == "1")
    assert first.references == ("record:CITEREFRoe1994",)


def test_altered_words_are_found() -> None:
    assert codes(checked(PAGE.replace("buckets of larch,", "buckets of spruce,"))) == ["QUO101"]


def test_a_wrong_page_in_a_short_citation_is_found() -> None:
    (finding,) = checked(PAGE.replace("2001|p=12}}", "2001|p=13}}")).findings
    assert finding.code.startswith("PAG") or "13" in finding.message


def test_a_wrong_page_after_a_mark_is_found() -> None:
    (finding,) = checked(PAGE.replace("{{rp|6}}", "{{rp|4}}")).findings
    assert "4" in finding.message


def test_a_finding_stands_at_the_line_of_the_article() -> None:
    page = PAGE.replace("buckets of larch,", "buckets of spruce,")
    report = checked(page)
    origin = report.document.origin(report.findings[0].span)
    assert "buckets of spruce" in page.splitlines()[origin.line - 1]


ALTERED = 'The smith "made the buckets of spruce, because larch does not rot in cold water".{{sfn|Doe|Smith|2001|p=12}}'
WORKS = (
    "\n\n== Sources ==\n* {{cite journal |last1=Doe |last2=Smith |year=2001 |title=Wheels and Water |journal=Mill}}\n"
)


@pytest.mark.parametrize(
    "page",
    [
        f"<!-- holdwater: ignore[QUO101] -- the first printing has spruce -->\n{ALTERED}",
        f"<!-- holdwater: ignore[QUO101] -- the first printing has spruce -->{ALTERED}",
        f"{ALTERED} <!-- holdwater: ignore[QUO101] -- the first printing has spruce -->",
        f"{ALTERED}\n<!-- holdwater: ignore[QUO101] -- the first printing has spruce -->",
        f"Before.\n\n<!--\nholdwater: ignore[QUO101] --\nthe first printing\nhas spruce\n-->\n{ALTERED}\n\nAfter.",
        f"Before.\n\n* One.\n<!-- holdwater: ignore[QUO101] -- the first printing has spruce -->\n* {ALTERED}",
        f"<!-- holdwater: ignore-file[QUO101] -- the first printing has spruce -->\n\nBefore.\n\n{ALTERED}",
        f"Before.\n\n{ALTERED}\n\n<!-- holdwater: ignore-file[QUO101] -- the first printing has spruce -->",
    ],
)
def test_a_comment_answers_a_finding_in_its_paragraph_or_the_next(page: str) -> None:
    report = checked(page + WORKS)
    assert codes(report) == []
    assert [one.finding.code for one in report.suppressed] == ["QUO101"]
    assert report.suppressed[0].reason == "the first printing has spruce"


def test_a_comment_answers_nothing_elsewhere() -> None:
    page = f"<!-- holdwater: ignore[QUO101] -- the first printing -->\nBefore.\n\n{ALTERED}"
    assert "QUO101" in codes(checked(page + WORKS))


def test_a_comment_without_a_reason_answers_nothing() -> None:
    found = codes(checked(f"<!-- holdwater: ignore[QUO101] -->\n{ALTERED}{WORKS}"))
    assert "QUO101" in found
    assert "SUP102" in found


def test_a_comment_in_a_note_or_quotation_answers_there() -> None:
    comment = "<!-- holdwater: ignore[QUO101] -- the first printing has spruce -->"
    page = (
        f"{{{{quote|{comment}At Oberau the smith made the buckets of spruce, because larch does not rot in cold water."
    )
    report = checked(page + "}}{{sfn|Doe|Smith|2001|p=12}}" + WORKS)
    assert [one.finding.code for one in report.suppressed] in (["QUO101"], [])
    assert "QUO101" not in codes(report)
