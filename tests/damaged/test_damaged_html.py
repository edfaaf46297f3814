"""HTML that is broken or hostile: every character in its place, every search linear, nothing but a ReadError raised."""

from __future__ import annotations

from contextlib import suppress

import pytest

from clock import in_proportion, within_seconds
from holdwater.document import Span
from holdwater.errors import ReadError
from holdwater.read.html import read
from holdwater.read.html.markup import attributes_in, raw_end, tag_end

BROKEN = {
    "text put into a table is moved out": "<table>moved<tr><td>cell</td></tr>also</table>after",
    "an end tag of nothing": "one</x>two</b>three",
    "tags that overlap": "<b>one<i>two</b>three</i>four",
    "an attribute without its end": '<p>one</p><a title="two><p>three</p>',
    "a tag without its end": "<p>one</p><a href=x",
    "quotation marks in odd places": '<a b=\'">\'>one</a><a "=x>two</a><a b=c">three</a>',
    "half an entity": "a&b &am; &notin it &#; &#x; &amp &#99999999999; end",
    "entities of two characters": "a&NotEqualTilde;b&ThickSpace;c",
    "a script in a script": "<p>one</p><script><!-- <script> </script> --> two</script><p>three</p>",
    "a drawing with empty elements": "<svg><title/><style/></svg><p>one</p>",
    "a drawing with a marked section": "<svg><![CDATA[ a > b ]]></svg><p>one</p>",
    "comments that end early": "a<!-->b<!--->c<!-- --!>d<!e>f<?g>h</>i",
    "raw text": "<xmp><b>one</b> &amp;</xmp>two<plaintext><b>three",
    "carriage returns": "<p>one\r\ntwo\rthree</p>\r\n<pre>\r\na\r\n b</pre>",
    "signs of its own": "<p>one\ue0000\ue001two</p><a title='\ue0001\ue001'>three</a>\ue000",
    "no-break spaces": "<p>&nbsp;</p><p> &nbsp; one&nbsp;</p>",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_character_stands_where_its_origin_says_however_broken_the_markup(case: str) -> None:
    raw = BROKEN[case]
    document = read(raw, "x.html")
    assert document.text
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            place = document.origins.raw_span(Span(at, at + 1)).start  # type: ignore[union-attr]
            there = raw[place : place + 1]
            assert document.text[at] == there or there == "&" or document.text[at].isspace()


def test_empty_elements_of_xhtml_hold_nothing() -> None:
    raw = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p><a id="x"/>one <i/>two</p>'
    document = read(raw, "x.html")
    assert document.text == "one two"
    assert document.marks == ()
    assert read("<title/><p><b/>one</p>", "x.xhtml").text == "one"


def test_a_sign_of_the_file_itself_repeats_no_words() -> None:
    document = read("<p>secret</p>" + "<script>x</script><b title=x>\ue0000\ue001</b>" * 3, "x.html")
    assert document.text.count("secret") == 1


@pytest.mark.parametrize(
    ("tag", "end"),
    [
        (">x", 1),
        (" a>x", 3),
        (" a='>'>x", 7),
        (' a=">" b>x', 9),
        (" a=>x", 4),
        (" a=b'>x", 6),
        (" ='>x", 4),
        ("/ >x", 3),
    ],
)
def test_a_tag_ends_where_the_standard_says(tag: str, end: int) -> None:
    assert tag_end("<p" + tag, 2) == 2 + end
    assert tag_end('<p a="', 2) == 6


def test_attributes_and_raw_text_are_measured_as_the_standard_says() -> None:
    assert attributes_in("<a b c=d e='f g' h>") == 4
    assert raw_end("<style>a</styles></STYLE >", "style", 7) == 17
    assert raw_end("<plaintext></plaintext>", "plaintext", 11) == 23


PIECES = {
    "raised numbers": "a<sup>1</sup> ",
    "raised links": 'a<sup><a href="#n1">1</a></sup> ',
    "links in brackets": '[<a href="#f1">1</a>] ',
    "end tags of nothing": "a</x>",
    "entities": "&amp;&notin&#123;",
    "attributes that are open": '<a b="',
    "comments that are open": "<!--",
    "boxes": '<b class="tooltip">1<i class="tooltiptext">a note of words</i></b>',
    "titles": '<sup title="a note of some words">1</sup>',
    "twins": '<div class=notes><p>a note of words</p></div><span class="sidenote">a note of words</span>',
    "side notes": '<label>1</label><span class="sidenote">a note of words</span>',
    "citations": '<d-cite key="a,b"></d-cite>',
    "raised digits": "<p>¹ note</p><p>word¹</p>",
    "paragraphs with numbers": "<p>1. x</p>",
    "headings of notes": "<h1>Notes</h1><p>1 x</p>",
    "terms": '<dt id="t"><a href="#t">1</a>',
    "lists of notes": '<ol class="footnotes"><li>x</li></ol>',
    "microdata": "<b itemprop=author>x</b>",
}


@pytest.mark.parametrize("piece", PIECES)
def test_twice_as_much_of_anything_takes_about_twice_the_time(piece: str) -> None:
    def reading(size: int) -> None:
        with suppress(ReadError):
            read("<p>" + PIECES[piece] * (size // len(PIECES[piece])), "x.html")

    in_proportion(reading, 20_000, 80_000)


@pytest.mark.parametrize("tag", ["svg", "details class=footnote", "span class=tooltip", "aside class=sidenote", "cite"])
def test_thousands_of_nested_elements_are_read_or_refused(tag: str) -> None:
    def refused() -> None:
        with pytest.raises(ReadError):
            read(f"<{tag}>" * 20_000, "x.html")

    assert "x" in within_seconds(5, lambda: read(f"<{tag}>1" * 3000 + "x", "x.html")).text or tag == "svg"
    within_seconds(5, refused)
