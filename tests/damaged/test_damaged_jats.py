"""JATS that is broken, hostile or something else than it says: read, or refused in one line."""

from __future__ import annotations

import random

import pytest

from clock import within_seconds
from holdwater.errors import ReadError
from holdwater.read import read_bytes

WHOLE = (
    "<article><front><article-meta><title-group><article-title>M</article-title></title-group></article-meta></front>"
    '<body><sec><title>S</title><p>It &amp; <italic>ran</italic><sup><xref ref-type="fn" rid="n">1</xref></sup>'
    ' [<xref ref-type="bibr" rid="b">1</xref>].</p><table-wrap><table><tr><td>1</td></tr></table></table-wrap></sec>'
    "</body>"
    '<back><fn-group><fn id="n"><label>1</label><p>Note.</p></fn></fn-group><ref-list><ref id="b"><label>1</label>'
    "<element-citation><name><surname>Doe</surname></name><source>Mills</source></element-citation></ref></ref-list>"
    "</back></article>"
)


def refusal(data: bytes) -> str:
    """What is said against the bytes; "" where they are read. Anything but a ReadError comes through."""
    try:
        read_bytes(data, "mill.nxml", format="jats")
    except ReadError as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("<article><body><p>cut", "not well-formed XML at 1:22"),
        ("<article><body></article>", "not well-formed XML"),
        ("<article/>", ""),
        ("", "not well-formed XML"),
        ("plain words", "not well-formed XML"),
        ("<html><body>x</body></html>", "XML without an article"),
        (
            '<!DOCTYPE article [<!ENTITY a "&#60;b/>">]><article><body><p>&a;</p></body></article>',
            "declares the entity &a;",
        ),
        ('<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article><body><p>&a;</p></body></article>', ""),
    ],
)
def test_what_is_no_sound_article_is_refused_in_one_line(raw: str, what: str) -> None:
    found = refusal(raw.encode())
    assert what in found
    assert "\n" not in found


def test_an_external_entity_is_never_fetched() -> None:
    raw = '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article><body><p>x&a;y</p></body></article>'
    assert "root" not in read_bytes(raw.encode(), "mill.nxml").text


def test_entities_that_grow_are_refused_before_they_grow() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    raw = f'<!DOCTYPE article [<!ENTITY a0 "ha">{bomb}]><article><body><p>&a29;</p></body></article>'
    assert "declares the entity" in within_seconds(1, lambda: refusal(raw.encode()))


def test_every_truncation_is_refused_and_never_breaks() -> None:
    data = WHOLE.encode()
    for end in range(0, len(data), 7):
        assert refusal(data[:end])
    assert refusal(data) == ""


def test_damaged_bytes_are_read_or_refused() -> None:
    for seed in range(150):
        dice = random.Random(seed)
        data = bytearray(WHOLE.encode())
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.choice(b"<>&\"' x;=/")
        refusal(bytes(data))


def test_elements_in_any_order_within_each_other_are_read() -> None:
    names = (
        "p sec title fn xref sup disp-quote list list-item fig caption label table td tr ref ref-list mixed-citation"
        " element-citation name surname etal note alternatives tex-math italic ext-link sub-article front article-meta"
        " contrib-group abstract boxed-text volume issue fpage collab citation-alternatives product break code"
    ).split()
    for seed in range(200):
        dice = random.Random(seed)
        open_tags: list[str] = []
        pieces = []
        for _ in range(80):
            if open_tags and dice.random() < 0.45:
                pieces.append(f"</{open_tags.pop()}>")
            else:
                tag = dice.choice(names)
                named = f' id="i{dice.randrange(9)}" rid="i{dice.randrange(9)} i{dice.randrange(9)}" ref-type="fn"'
                pieces.append(f"<{tag}{named if dice.random() < 0.6 else ''}>{dice.choice(['', ' ', 'w', '12', ' –'])}")
                open_tags.append(tag)
        closed = "".join(f"</{tag}>" for tag in reversed(open_tags))
        assert refusal(f"<article><body>{''.join(pieces)}{closed}</body></article>".encode()) == ""


def test_nesting_beyond_any_article_is_refused() -> None:
    assert "nested too deep" in refusal(f"<article>{'<sec>' * 10_000}".encode())
    deep = f"<article><body>{'<p><fig><caption>' * 120}x{'</caption></fig></p>' * 120}</body></article>"
    assert refusal(deep.encode()) == ""


MATHML = "http://www.w3.org/1998/Math/MathML"
CITED = '<xref ref-type="bibr" rid="b1">1</xref>'
NAME = "<name><surname>Doe</surname></name>"


@pytest.mark.parametrize(
    ("before", "many", "after"),
    [
        ("<p>", (f"{CITED}–", 10_000), "</p>"),
        ("<p><sup>", (f"{CITED},", 10_000), "</sup></p>"),
        ("<p>", ("<fn><p>x</p></fn>", 10_000), "</p>"),
        ("<p>", ("<sup>1</sup>", 20_000), "</p>"),
        ('<p><xref ref-type="bibr" rid="', ("b1 ", 25_000), '">1</xref></p>'),
        ("<element-citation>", (NAME, 10_000), "</element-citation>"),
        ("<element-citation><person-group>", (NAME, 10_000), "</person-group></element-citation>"),
        ("<element-citation><name>", ("<surname>Doe</surname>", 10_000), "</name></element-citation>"),
        ("<p><alternatives>", ("<graphic/>", 10_000), "</alternatives></p>"),
        ("<p>", (" - ", 100_000), "</p>"),
        ("<list>", ("<list-item><p>x</p></list-item>", 7_500), "</list>"),
        ("<p>", ("<fig><label>1</label></fig>", 7_500), "</p>"),
        (f"<p>{'<italic>' * 300}", ("x ", 50_000), f"{'</italic>' * 300}</p>"),
        (f"<p>{'<ext-link>' * 300}", ("x ", 50_000), f"{'</ext-link>' * 300}</p>"),
        ("<sec>", ("<label>1</label>", 7_500), "<title>x</title></sec>"),
        ("<sec>", ("<title>x</title>", 7_500), "<label>1</label></sec>"),
        ("<p>", ("<inline-formula><tex-math>x</tex-math></inline-formula>", 7_500), "</p>"),
        ("<p><inline-formula>", ("<tex-math>x</tex-math>", 7_500), "</inline-formula></p>"),
        ("<p><mml:mfrac>", ("<mml:mn>1</mml:mn>", 7_500), "</mml:mfrac></p>"),
    ],
)
def test_hostile_articles_take_time_in_proportion_to_their_size(before: str, many: tuple[str, int], after: str) -> None:
    refs = '<ref-list><ref id="b1"><mixed-citation>x</mixed-citation></ref></ref-list>'
    body = f"{before}{many[0] * many[1]}{after}"
    raw = f'<article xmlns:mml="{MATHML}"><body>{body}</body><back>{refs}</back></article>'
    within_seconds(2, lambda: refusal(raw.encode()))


def test_another_encoding_is_read_as_it_is_declared() -> None:
    raw = '<?xml version="1.0" encoding="{0}"?><article><body><p>Café – “mill”</p></body></article>'
    for encoding in ("windows-1252", "utf-8"):
        document = read_bytes(raw.format(encoding).encode(encoding), "mill.nxml", format="jats")
        assert document.text == "Café – “mill”"
    wide = read_bytes(raw.format("utf-16").encode("utf-16"), "mill.nxml", format="jats")
    assert wide.text == "Café – “mill”"
