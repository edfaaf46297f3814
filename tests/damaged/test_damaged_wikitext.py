"""Wikitext that is cut off, unbalanced, nested without end or hostile: read in time in proportion to its length."""

from __future__ import annotations

import random

import pytest

from clock import within_seconds
from holdwater.errors import ReadError
from holdwater.read import read_bytes

PAGE = """{{Infobox mill|name=Oberau<ref name=a>A</ref>}}
The '''mill''' of [[Oberau|the valley]]<ref name=a/> ran.{{sfn|Roe|1994|p=4}} <!-- so -->
{{quote|It stopped.<ref>{{cite book|last=Roe|title=Mill|year=1994}}</ref>|Anna}}
{| class="x"
! A !! B
|-
| 1 || [http://d.test two]
|}
<blockquote>Block ''words''</blockquote>
<references><ref name=b>B</ref></references>
"""


@pytest.mark.parametrize(
    "piece",
    [
        "{{", "[[", "<ref>", "'''", "{|", "{|\n", "{{a|", "[[a|", "<ref name=", "{{{", "}}", "]]", "|}", "\n|}", "*",
        ":a\n", "a:\n:b\n", "<div>", "''a", "<!--", "[http://a ", "&amp;", "==a==\n", "= ", "{{lang|de|", "{{quote|",
        "*\n", "<ref>{{", "{{cite book|title=", "{{#tag:ref|", "<poem><ref>", "{{efn|", "<references>",
        "{{reflist|refs=",
        "\n|-\n|",
        "[[File:a|thumb|", "<nowiki>", "{{sfn|A|1999}}", "<ref name=a/>",
        "{{1|{{2|{{3|}}}}}}", "<!-- a -->\n", "-{",
        ";a : b\n",
        "__NOTOC__", " a\n", "<q>", "</b>", "http://a.b ", "{{convert|1|", "[[[",
        "{{sfn|A|1999|p=4}}{{rp|5}}", "{{cite book|last=A|year=1994}}", "{{efn|{{harvnb|A|1994}}}}",
        "{|\n|a<ref>b</ref>\n|}\n", "<b", "<ref ", "{{a=", "{{a|b=<!--", "|", "=", "{{date|", "{{sfnm|1a1=A|1y=1|",
    ],
)  # fmt: skip
def test_one_thing_without_end_is_read_in_time(piece: str) -> None:
    raw = piece * (50_000 // len(piece))
    within_seconds(1.25, lambda: read_bytes(raw.encode(), "page.wiki"))


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("{{lang|de|", "}}"), ("[[a|", "]]"), ("<ref>", "</ref>"), ("{{quote|", "}}"), ("{|\n|", "\n|}"),
        ("{{cite book|title=", "}}"), ("<div>", "</div>"), ("{{{", "}}}"), ("{{refn|", "}}"),
        ("<blockquote>", "</blockquote>"),
        ("{{cite book|title={{cite web|last=", "}}}}"), ("{{odd|one two three four five six seven eight nine ", "}}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("depth", [35, 5000])
def test_nesting_without_end_is_read_in_time(opens: str, closes: str, depth: int) -> None:
    raw = opens * depth + "x" + closes * depth
    within_seconds(2.5, lambda: read_bytes(raw.encode(), "page.wiki"))


def test_a_page_cut_off_anywhere_is_read_as_far_as_it_goes() -> None:
    for end in range(len(PAGE)):
        document = read_bytes(PAGE[:end].encode(), "page.wiki")
        ids = {note.id for note in document.notes}
        assert all(block.span.end <= len(document.text) for block in document.blocks)
        assert len(ids) == len(document.notes)


def test_a_page_with_any_one_sign_changed_is_read() -> None:
    chance = random.Random(7)
    for _ in range(400):
        at = chance.randrange(len(PAGE))
        raw = PAGE[:at] + chance.choice("{}[]|<>='*#:;!\n-/&") + PAGE[at + 1 :]
        document = read_bytes(raw.encode(), "page.wiki")
        starts = [block.span.start for block in document.blocks]
        assert starts == sorted(starts)


def test_brackets_in_any_order_are_read() -> None:
    chance = random.Random(11)
    signs = ["{{", "}}", "[[", "]]", "|", "<ref>", "</ref>", "<ref name=a>", "''", "\n", "{|", "|}", "=", "* ", "quote",
             "x ", "<b>", "</b>", "<!--", "-->", "cite web", "<poem>", "</poem>", "{{{", "}}}", "refn",
             "\n|-\n", "!!"]  # fmt: skip
    for _ in range(300):
        read_bytes("".join(chance.choice(signs) for _ in range(120)).encode(), "page.wiki")


@pytest.mark.parametrize(
    "raw",
    [
        "<mediawiki><page>",
        "<mediawiki><page><revision/></page>",
        "<mediawiki/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><mediawiki><page><revision><text>&b;</text></revision></page></mediawiki>",
    ],
)
def test_a_broken_export_is_read_or_refused_in_one_line(raw: str) -> None:
    refused = ""
    try:
        read_bytes(raw.encode(), "page.xml", format="wikitext")
    except ReadError as fault:
        refused = str(fault)
    assert refused.partition(":")[0] in ("", "page.xml")


def test_entities_that_are_no_characters_are_left_out() -> None:
    document = read_bytes(b"a &#xD800; &#1114112; &#0; b", "page.wiki")
    assert not any("\ud800" <= char <= "\udfff" for char in document.text)
