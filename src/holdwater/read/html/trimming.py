"""Takes away what stands around marks and notes only to join them: back links, a note's own number, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdwater.patterns import waiting
from holdwater.read.html.index import Index, fragment_of
from holdwater.read.html.loose_notes import LOWERED
from holdwater.read.html.marks import Findings, NoteBody
from holdwater.read.html.notes import BACK_WORDS, is_backlink, outermost
from holdwater.read.html.tree import Element, Node, Text, words_of

_JOINTS = waiting(r"[\s\[\](){}.,:;|/^*\u2191\u21a9\u200b\ufe0e\ufe0f\u2060-]*")
_CLOSERS = waiting(r"[\s\])}.,:;|]*")
_OPENERS = waiting(r"[\s\[({]*$")
_LETTER = waiting(r"[\[(]?(?:\d{1,4}|[a-z]{1,2})[\])]?", re.I)
_PAIRS = {"[": "]", "(": ")"}
_MAX_LEAVES = 60  # how many text nodes at either end of a note are looked at


def trim(index: Index, findings: Findings) -> None:
    """Trim every note and every mark of `findings`."""
    for body in findings.bodies:
        if body.first is not None:
            _trim_brackets(body.first)
        _drop_back_links(index, body, findings)
        _trim_head(index, body, findings)
        _trim_tail(body, findings)
    for cut in findings.marks:
        _trim_brackets(cut)


def _drop_back_links(index: Index, body: NoteBody, findings: Findings) -> None:
    for node in body.nodes:
        for link in index.links_in(node) if isinstance(node, Element) else ():
            words = words_of(link, 20)
            short = BACK_WORDS.fullmatch(words) or words.strip("[](). ") in (body.label, "^", "*")
            if is_backlink(link) or (short and _leads_out(index, link, body)):
                findings.dropped.add(outermost(link, words))


def _leads_out(index: Index, link: Element, body: NoteBody) -> bool:
    _, fragment = fragment_of(link)
    target = index.ids.get(fragment)
    return target is None or not any(
        isinstance(node, Element) and node.holds(target) for node in body.nodes[:_MAX_LEAVES]
    )


def _trim_head(index: Index, body: NoteBody, findings: Findings) -> None:
    """Take away what stands before a note's words if its number or a link back is in it: `[1] `, `^ a b `, `(1, 2)`."""
    waiting: list[Text] = []
    seen = False
    for leaf, link in _leaves(body.nodes, findings):
        words = leaf.value.strip() if leaf is not None else ""
        number = body.label and words.translate(LOWERED).strip("[](). :") == body.label
        if leaf is None:
            seen = True
        elif number or (link is not None and _LETTER.fullmatch(words) and _leads_out(index, link, body)):
            seen = True
            waiting.append(leaf)
        elif _JOINTS.fullmatch(words):
            waiting.append(leaf)
            continue
        else:
            start = _CLOSERS.match(leaf.value)
            if seen and start and start[0].strip():
                leaf.cut(start.end(), len(leaf.value))
            break
        _clear(waiting)
    if seen:
        _clear([leaf for leaf in waiting if _CLOSERS.fullmatch(leaf.value)])


def _clear(leaves: list[Text]) -> None:
    for leaf in leaves:
        leaf.cut(0, 0)
    leaves.clear()


def _trim_tail(body: NoteBody, findings: Findings) -> None:
    """Take away the brackets and blanks around a link back at the end of a note."""
    closers: list[Text] = []
    seen = False
    for leaf, _ in _leaves(body.nodes, findings, backwards=True):
        if leaf is None:
            seen = True
        elif not leaf.value.strip():
            continue
        elif not seen and not _CLOSERS.fullmatch(leaf.value):
            return
        elif _JOINTS.fullmatch(leaf.value) and any(char in "[]()" for char in leaf.value):
            closers.append(leaf)
        else:
            opener = _OPENERS.search(leaf.value) if closers else re.search(r"\s*$", leaf.value)
            if seen and opener:
                leaf.cut(0, opener.start())
            break
    if seen:
        _clear(closers)


def _leaves(
    nodes: list[Node], findings: Findings, *, backwards: bool = False
) -> Iterator[tuple[Text | None, Element | None]]:
    """The first text nodes, or the last, each with the link around it; None for what is dropped or is a mark."""
    step = 1 if backwards else -1
    waiting: list[tuple[Node, Element | None]] = [(node, None) for node in nodes[::step]]
    for _ in range(_MAX_LEAVES):
        if not waiting:
            return
        node, link = waiting.pop()
        if node in findings.dropped:
            yield None, link
        elif isinstance(node, Text):
            yield node, link
        elif isinstance(node, Element) and node not in findings.marks:
            inner = node if node.tag == "a" else link
            waiting += [(child, inner) for child in node.children[::step]]


def _trim_brackets(cut: Element) -> None:
    """Take away the brackets that stand around a mark outside its link, as in `[<a>1</a>]`."""
    if cut.parent is None or cut.index == 0 or cut.index + 1 >= len(cut.parent.children):
        return
    before, after = cut.parent.children[cut.index - 1], cut.parent.children[cut.index + 1]
    if not isinstance(before, Text) or not isinstance(after, Text):
        return
    opened = before.value[-1:]
    if opened in _PAIRS and after.value.startswith(_PAIRS[opened]):
        before.cut(0, len(before.value) - 1)
        after.cut(1, len(after.value))
