"""A light tree of an XML file in which each stretch of text knows where it stood.

expat parses, because it tells where in the file each event begins (lxml tells an element's line and no more). Entities
that the file declares itself are refused, so that none can grow; those of HTML are known without a declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from holdwater.document import RunBuilder, Span
from holdwater.errors import ReadError

MAX_DEPTH = 400
"""How deep elements may stand in each other, so that a walk that calls itself stays within Python's own bound."""

MAX_ELEMENTS = 3_000_000
"""How many elements a file may have: a Word document of 1,000 pages has some 300,000."""


@dataclass(slots=True, eq=False)
class Text:
    """A stretch of text that stands at `place` of the decoded file; not `exact` where the file writes an entity."""

    value: str
    place: int
    exact: bool = True

    def into(self, builder: RunBuilder) -> Span:
        """Append the text to `builder` with its place, and return its span there."""
        return builder.take(self.value, self.place) if self.exact else builder.decoded(self.value, self.place)


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name as `prefix:local` (see `grow`), its attributes likewise, and where its start tag stands."""

    tag: str
    attributes: Mapping[str, str]
    place: int
    parent: Element | None = None
    children: list[Element | Text] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value; "" where the element has none of this name."""
        return self.attributes.get(name, "")

    def elements(self, *tags: str) -> Iterator[Element]:
        """The elements right inside this one, of these names if any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child

    def first(self, *path: str) -> Element | None:
        """The first element found by going down `path`, one name a level; None where a level has none."""
        one: Element | None = self
        for tag in path:
            one = next(one.elements(tag), None) if one is not None else None
        return one

    def walk(self, *tags: str) -> Iterator[Element]:
        """This element and all inside it, in the file's order, of these names if any are given."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if not tags or one.tag in tags:
                yield one
            waiting.extend(child for child in reversed(one.children) if isinstance(child, Element))

    def texts(self) -> Iterator[Text]:
        """All stretches of text inside, in the file's order."""
        waiting: list[Element | Text] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Text):
                yield one
            else:
                waiting.extend(reversed(one.children))

    def words(self) -> str:
        """All text inside, white space collapsed."""
        return " ".join("".join(text.value for text in self.texts()).split())


def grow(raw: str, name: str, prefixes: Mapping[str, str] | None = None, *, start: int = 0) -> Element:
    """The root element of an XML file.

    Args:
        raw: the file's decoded content.
        name: what reports call it.
        prefixes: the prefix to give the names of each namespace, by its URI. Names of other namespaces, and of none,
            are local names alone; attributes of no namespace always are.
        start: what places are counted from: where `raw` begins in the content of all parts of the document.

    Raises:
        ReadError: the file is not well-formed (with line and column), declares entities, or nests too deep.
    """
    return _Growing(raw, name, prefixes or {}, start).root()


class _Growing:
    """One parse: the elements that are open, and how far byte offsets have been turned into characters."""

    def __init__(self, raw: str, name: str, prefixes: Mapping[str, str], start: int) -> None:
        self._raw, self._name, self._start = raw, name, start
        self._data = raw.encode("utf-8", "replace")
        self._ascii = len(self._data) == len(raw)
        self._prefixes = {uri: f"{prefix}:" for uri, prefix in prefixes.items()}
        self._names: dict[str, str] = {}
        self._byte = self._char = 0
        self._open: list[Element] = []
        self._root: Element | None = None
        self._count = 0
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.UseForeignDTD(True)
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.SkippedEntityHandler = self._skipped
        self._parser.EntityDeclHandler = self._declared

    def root(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as fault:
            what = f"not well-formed XML at {fault.lineno}:{fault.offset + 1} ({expat.ErrorString(fault.code)})"
            raise ReadError(what, where=self._name, mend="mend or export it again") from fault
        finally:  # handlers hold the tree, the parser holds the handlers
            self._parser.StartElementHandler = self._parser.EndElementHandler = None
            self._parser.CharacterDataHandler = self._parser.SkippedEntityHandler = None
            self._parser.EntityDeclHandler = None
        if self._root is None:
            raise ReadError("an XML file without an element", where=self._name, mend="export it again")
        return self._root

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            what = "elements nested too deep" if len(self._open) >= MAX_DEPTH else "too many elements"
            raise ReadError(what, where=self._name, mend="export it again, or split it")
        parent = self._open[-1] if self._open else None
        named = {self._named(key): value for key, value in attributes.items()} if attributes else attributes
        element = Element(self._named(tag), named, self._place(), parent)
        if parent is None:
            self._root = element
        else:
            parent.children.append(element)
        self._open.append(element)

    def _end(self, tag: str) -> None:
        self._open.pop()

    def _text(self, value: str) -> None:
        at = self._place()
        offset = at - self._start
        exact = self._raw.startswith(value, offset)
        if exact and self._open[-1].children:
            last = self._open[-1].children[-1]
            if isinstance(last, Text) and last.exact and last.place + len(last.value) == at:
                last.value += value
                return
        self._open[-1].children.append(Text(value, at, exact))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter and self._open:
            value = html5.get(f"{name};", "")
            if value:
                self._open[-1].children.append(Text(value, self._place(), False))

    def _declared(self, name: str, is_parameter: bool, value: str | None, *rest: object) -> None:
        if value is not None and not is_parameter:
            raise ReadError(
                f"declares the entity &{name[:40]};", where=self._name, mend="write its words out, or export it again"
            )

    def _named(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            uri, blank, local = name.rpartition(" ")
            known = self._names[name] = self._prefixes.get(uri, "") + local if blank else name
        return known

    def _place(self) -> int:
        """Where the present event begins, in characters; events come in the file's order."""
        at: int = self._parser.CurrentByteIndex
        if self._ascii:
            return self._start + at
        if at > self._byte:
            self._char += len(self._data[self._byte : at].decode("utf-8", "replace"))
            self._byte = at
        return self._start + self._char
