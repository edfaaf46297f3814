"""Our blocks held against markdown-it's, the slow and obvious twin, on texts that Hypothesis makes up."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from holdwater.document import BlockKind
from holdwater.read.markdown.scan import read_blocks

_TWIN = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").use(footnote_plugin)


_APART = re.compile(
    r"\*\[r\]: "  # an abbreviation
    r"|\[r\]: [^\n]*\n(?!\s*\Z|[ \t]*\n)"  # a line after a link definition goes on with its paragraph, as in CommonMark
    r"|[>*+|-][^\n]*\n[^\n]*\[\^[12]\]:|\[\^[12]\]:.*\n    \s*[*>]"  # a footnote's definition ends other blocks
    r"|^(?: {4}|\t)[ \t]*#"  # four columns in, a line goes on with a list's paragraph
    r"|^(?: {3} +|[ >]*\t *)[ \t]*>"  # `>` that stands in four columns is code, even after a quotation
    r"|(?:[-+*]|\d+[.)]|^[> ]*[`~#\[])[^\n]*\n[> \t]*[-|:]",  # a list's or a fence's first line is no table's head
    re.M,
)
"""What is told apart on purpose, or told as CommonMark has it where markdown-it goes its own way."""


class Found(NamedTuple):
    """A block as both sides tell it."""

    what: str
    words: str
    quoted: int
    lists: int
    note: str


def ours(raw: str) -> list[Found]:
    found = []
    for leaf in read_blocks(raw, 0, "x.md").leaves:
        kind, syntax = leaf.setting.kind, leaf.syntax
        what = f"h{leaf.setting.level}" if kind is BlockKind.HEADING else syntax.replace("lines", "inline")
        what = "cell" if kind is BlockKind.TABLE else what
        lists = leaf.setting.level if kind is BlockKind.LIST_ITEM else -1
        note = leaf.note.label if leaf.note else ""
        if leaf.source.text.strip() or what == "code":
            found.append(Found(what, _words(leaf.source.text, what), leaf.setting.quoted, lists, note))
    return found


def _words(text: str, what: str) -> str:
    if what == "code":
        return text.rstrip()
    return "\n".join(line.strip(" \t") for line in text.strip().split("\n"))


def twins(raw: str) -> list[Found]:
    found: list[Found] = []
    env: dict[str, object] = {}
    tokens: list[Token] = []
    _TWIN.block.parse(raw, _TWIN, env, tokens)
    stack: list[tuple[str, str]] = []
    for index, token in enumerate(tokens):
        what = ""
        if token.nesting > 0:
            label = str(token.meta.get("label", "")) if token.meta else ""
            stack.append((token.type.removesuffix("_open"), label))
        elif token.nesting < 0:
            stack.pop()
        elif token.type == "inline":
            what = _inline(tokens[index - 1])
        elif token.type in ("fence", "code_block"):
            what = "code"
        elif token.type == "html_block":
            what = "html"
        if what and (token.content.strip() or what == "code"):
            found.append(_found(what, token.content, stack))
    return found


def _inline(before: Token) -> str:
    if before.type == "heading_open":
        return before.tag
    return "cell" if before.type in ("td_open", "th_open") else "inline"


def _found(what: str, content: str, stack: list[tuple[str, str]]) -> Found:
    names = [name for name, _ in stack]
    note = next((label for name, label in stack if name == "footnote_reference"), "")
    lists = sum(name in ("bullet_list", "ordered_list") for name in names)
    containers = [name for name in names if name in ("blockquote", "list_item", "footnote_reference")]
    item = what in ("inline", "html") and containers[-1:] == ["list_item"]
    return Found(what, _words(content, what), names.count("blockquote"), lists if item else -1, note)


_LINES = [
    "a",
    "b c",
    "",
    "",
    "",
    " ",
    "    ",
    "# h",
    "## h #",
    "===",
    "---",
    "- ",
    "* ",
    "+ a",
    "1. ",
    "2. b",
    "10) c",
    "> ",
    ">",
]
_MARKS = [
    "- ",
    "1. ",
    "> ",
    "    ",
    "  ",
    " ",
    "   ",
    "\t",
    "* * *",
    "```",
    "~~~ x",
    "````",
    "<div>",
    "<!-- c",
    "-->",
    "</div>",
]
_MORE = [
    "| a | b |",
    "|---|---|",
    "|-",
    ":-:",
    "a | b",
    "| x",
    "[r]: /u",
    '[r]: <u> "t"',
    '"t"',
    "[^1]: n",
    "[^2]:",
    "<b>",
    "#",
]
line = st.lists(st.sampled_from([*_LINES, *_MARKS, *_MORE]), max_size=5).map("".join)
texts = st.lists(line, max_size=9).map("\n".join)


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(texts)
@example("> a\nb\n\n- c\n\n  d\n- e")
@example("a\n\n[r]: /u\n===\n")
@example("- a\n  > b\n  ```\n  c\n```\n")
def test_the_blocks_are_those_of_the_twin(raw: str) -> None:
    if _APART.search(raw):
        return
    assert ours(raw) == twins(raw)
