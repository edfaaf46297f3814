"""A light tree of an HTML file: selectolax parses, and each text node learns where it stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from holdwater.read.html.markup import SPACE
from holdwater.read.html.stream import Stream

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search"
    " section summary table tbody td tfoot th thead tr ul".split()
)
"""The elements that begin a line of their own."""

_MAX_NODES = 400  # so that asking every one of ten thousand nested elements for its words stays quick

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


@dataclass(slots=True, eq=False)
class Text:
    """A text node: its characters, and where its first word begins in the stream (-1 if that is not known)."""

    value: str
    place: int = -1

    def part(self, start: int, end: int) -> Text:
        """The characters from `start` to `end` as a text of their own."""
        kept = self.value[start:end]
        if self.place < 0:
            return Text(kept)
        blanks = len(self.value) - len(self.value.lstrip(SPACE))
        first = start + len(kept) - len(kept.lstrip(SPACE))
        return Text(kept, self.place + max(0, first - blanks))

    def cut(self, start: int, end: int) -> None:
        """Keep only the characters from `start` to `end`."""
        kept = self.part(start, end)
        self.value, self.place = kept.value, kept.place


@dataclass(slots=True, eq=False)
class Comment:
    """A comment's words."""

    value: str


@dataclass(slots=True, eq=False)
class Element:
    """An element; `order` counts the elements as they open, `last` is the order of the last one inside.

    `index` is its place among its parent's children.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | Text | Comment] = field(default_factory=list)
    order: int = 0
    last: int = 0
    index: int = 0
    _block: Element = field(init=False)

    def get(self, name: str) -> str:
        """An attribute's value; "" where the element has none of this name."""
        return self.attributes.get(name, "")

    def tokens(self, name: str) -> list[str]:
        """The words of an attribute such as `class`, in lower case."""
        value = self.attributes.get(name)
        return value.lower().split() if value else []

    def holds(self, other: Element) -> bool:
        """Whether `other` is this element or stands inside it."""
        return self.order <= other.order <= self.last

    def ancestors(self) -> Iterator[Element]:
        """The elements that hold this one, the nearest first."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent

    def __post_init__(self) -> None:
        self._block = self if self.tag in BLOCKS or self.parent is None else self.parent.block()

    def after(self) -> Iterator[Node]:
        """What follows this element in its parent."""
        children = self.parent.children if self.parent is not None else []
        for place in range(self.index + 1, len(children)):
            yield children[place]

    def before(self, limit: int) -> list[Node]:
        """Up to `limit` nodes before this element in its parent, the nearest first."""
        children = self.parent.children if self.parent is not None else []
        return children[max(0, self.index - limit) : self.index][::-1]

    def block(self) -> Element:
        """The nearest element at or above this one that begins a line of its own."""
        return self._block


Node = Element | Text | Comment


def grow(stream: Stream) -> Element:
    """The tree of a file, its text nodes placed in the stream."""
    top = Element("#document", {})
    elements = 0
    here = top
    node = _first(LexborHTMLParser(stream.signed).root)
    while node is not None:
        child: LexborNode | None = None
        if node.is_element_node:
            elements += 1
            one = Element(
                str(node.tag), _attributes(node), here, order=elements, last=elements, index=len(here.children)
            )
            here.children.append(one)
            child = node.first_child
            if child is not None:
                here = one
        else:
            _leaf(node, here, stream)
        if child is not None:
            node = child
            continue
        while node is not None and node.next is None and here is not top:
            node = node.parent
            here = _close(here)
        node = node.next if node is not None else None
    top.last = elements
    return top


def _first(root: LexborNode | None) -> LexborNode | None:
    """What a file begins with: comments may stand before its `<html>`."""
    while root is not None and root.prev is not None:
        root = root.prev
    return root


def _close(element: Element) -> Element:
    parent = element.parent
    assert parent is not None  # only the top has none, and it is never closed
    parent.last = max(parent.last, element.last)
    return parent


def _attributes(node: LexborNode) -> dict[str, str]:
    return {str(name): value or "" for name, value in node.attributes.items()}


def _leaf(node: LexborNode, here: Element, stream: Stream) -> None:
    if node.is_text_node:
        value = node.text_content or ""
        if value.isspace():
            here.children.append(Text(value))
        else:
            here.children.extend([Text(words, place) for words, place in stream.read(value)])
    elif node.is_comment_node:
        words = (node.comment_content or "").strip()
        if not words.startswith("?xml"):  # the parser takes XML's first line for a comment
            here.children.append(Comment(words))


def walk(root: Element) -> Iterator[Node]:
    """Every node under `root`, in the order of the file."""
    waiting: list[Node] = list(reversed(root.children))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element):
            waiting.extend(reversed(node.children))


def words_of(root: Element, limit: int = 200) -> str:
    """The words under `root`, white space collapsed, cut after about `limit` characters or some hundreds of nodes."""
    found: list[str] = []
    length = 0
    for node in islice(walk(root), _MAX_NODES):
        if isinstance(node, Text):
            found.append(node.value)
            length += len(node.value)
            if length > limit:
                break
    return " ".join("".join(found).split())
