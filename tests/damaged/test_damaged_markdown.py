"""Hostile and broken Markdown: read in time that grows with its length, or refused in one line."""

from __future__ import annotations

import random
from contextlib import suppress
from functools import partial

import pytest

from clock import within_seconds
from holdwater.errors import ReadError
from holdwater.read.markdown import read

LENGTH = 100_000

ENDLESS = {
    "open tags": "<a ",
    "tags with values": '<a b="c" ',
    "block quotations of HTML": "<blockquote>\n",
    "open divs of HTML": "<div>\n\n",
    "comments": "<!--",
    "definitions": "[a]: /b\n",
    "definitions without titles": '[a]: /b "c\n',
    "labels": "[a][",
    "wiki links": "[[a|",
    "attributes": "[a]{.b ",
    "spans": "[a]{.b}",
    "formulas": "$a ",
    "displayed formulas": "$$a",
    "highlights": "==a ",
    "lowered": "~a ",
    "raised": "^a ",
    "templates": "{% ",
    "braces": "{{",
    "model marks": "【1†",
    "raised digits": "a¹",
    "table rules": "|-",
    "table rows": "a|b\n-|-\n",
    "grid rules": "+-",
    "grid rows": "+-+\n|a\n",
    "terms": "a\n: b\n",
    "line blocks": "| a\n",
    "colons": ":::",
    "open divs": "::: {.quote}\na\n:::\n",
    "notes": "[^1]: a\n",
    "callouts": "> [!note] a\n",
    "underlines": "a\n=\n",
    "tabs": "\t",
    "tabbed items": "-\ta\n",
    "items": "- a\n",
    "empty items": "-\n",
    "carriage returns": "a\r",
    "blank carriage returns": "\r\n",
    "entities": "&amp;",
    "backslashes": "\\\n",
    "blanks before line ends": "a  \n",
    "blanks": "a" + " " * 999,
    "letters": "a\n\n",
    "citations": "[@a; ",
    "keys": "@a:",
    "numbered references": "[1]: /a\n",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_much_of_one_thing_is_read_in_seconds(kind: str) -> None:
    raw = ENDLESS[kind] * (LENGTH // len(ENDLESS[kind].encode()))
    within_seconds(2.4, lambda: read(raw, "a.md"))  # a block for every four characters is the most there can be


def test_a_head_that_is_hostile_yaml_is_read_in_seconds() -> None:
    for piece in ("a: [", "a: {b: ", "- - ", "a:\n", '"a": ', "a: |\n ", "a: '"):
        for head in (piece * (200_000 // len(piece)), "\n".join(" " * depth + piece for depth in range(300))):
            within_seconds(1.5, partial(read, f"---\nx: y\n{head}\n---\nText", "a.md"))


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "::: a\n\n", "> [!note] ", "[^1]: ", "a\n: "])
def test_blocks_nested_without_end_are_read_or_refused(opening: str) -> None:
    with suppress(ReadError):
        assert "core" in read(opening * 20_000 + "core", "a.md").text


def test_every_beginning_and_every_torn_piece_of_a_document_is_read() -> None:
    whole = (
        "---\ntitle: T\nreferences:\n- id: a\n  author: [{family: B}]\n---\n# H {#h}\n\n"
        "A[^1] [@a, p. 2] `c` [l](u){.k}\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n> [!quote] x\n> y\n\n::: {.quote}\nz\n:::\n\n[^1]: N\n\n    M\n\n"
        "<blockquote><p>q<sup>1</sup></p></blockquote>\n\nT\n:   d\n\n+--+--+\n|a |b |\n+--+--+\n\n[1]: http://x 'y'\n"
    )
    for end in range(len(whole)):
        read(whole[:end], "a.md")
    made = random.Random(7)
    for _ in range(300):
        cuts = sorted(made.randrange(len(whole)) for _ in range(4))
        read(whole[cuts[2] : cuts[3]] + whole[cuts[0] : cuts[1]], "a.md")
