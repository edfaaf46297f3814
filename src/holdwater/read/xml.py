"""A light tree of an XML file in which each stretch of text knows where it stood.

expat parses, because it tells where in the file each event begins (lxml tells an element's line and no more). Of the
entities that the file declares itself only short plain words are taken, so that none can grow; those of HTML are known
without a declaration. Two faults are mended, which publishers' files and authors' comments have: of attributes that an
element has twice the first counts, and a comment may hold two hyphens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from holdwater.document import RunBuilder, Span
from holdwater.errors import ReadError
from holdwater.patterns import waiting

MAX_DEPTH = 400
"""How deep elements may stand in each other, so that a walk that calls itself stays within Python's own bound."""

MAX_ELEMENTS = 3_000_000
"""How many elements a file may have: a Word document of 1,000 pages has some 300,000."""

MAX_ENTITIES, MAX_ENTITY = 200, 100
"""How many entities a file may declare, and how many characters each may stand for."""

MAX_GROWTH = 1_000_000
"""How many characters the references of a file that declares entities may come to."""

_ADDRESSED = "holdwater:"
_MAX_COMMENT = 2_000
_COMMENT = b"<!--"
_APART = ((_COMMENT, b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>"))
_ATTRIBUTE = waiting(rb"""\s+([^\s=<>"'/]+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_TAG = waiting(rb"""<[^\s<>"'/]+""")
_HYPHENS = waiting(rb"--+|-$")
_NOT_BREAK = waiting(rb"[^\r\n]")


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
class Comment(Text):
    """A comment addressed to Holdwater: a stretch of text without any, so that it is no word of anything around it."""

    words: str = ""


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
        ReadError: the file is not well-formed (with line and column), declares entities that are no short plain words,
            or nests too deep.
    """
    first = _Growing(raw, name, prefixes or {}, start)
    try:
        return first.root()
    except expat.ExpatError as fault:
        told = fault
    mended = _mended(raw, told, first.fault_at)
    if mended is not None:
        try:
            return _Growing(raw, name, prefixes or {}, start).root(mended)
        except expat.ExpatError as fault:
            told = fault
    what = f"not well-formed XML at {told.lineno}:{told.offset + 1} ({expat.ErrorString(told.code)})"
    raise ReadError(what, where=name, mend="mend or export it again") from told


_REPEATED = expat.errors.codes[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]
_INVALID = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


def _mended(raw: str, fault: expat.ExpatError, fault_at: int) -> bytes | None:
    """The file's bytes with repeated attributes, and the hyphens in comments, blanked out from the place of a fault on.

    All before that is sound, so that what follows can be told apart by its opening signs alone; where it is not sound
    itself, the next parse says so. None where the fault is another.
    """
    if fault.code not in (_REPEATED, _INVALID):
        return None
    data = bytearray(raw.encode("utf-8", "replace"))
    at = data.rfind(b"<" if fault.code == _REPEATED else _COMMENT, 0, fault_at + 1)
    if at < 0:
        return None
    while at >= 0:
        closing = next((end for begin, end in _APART if data.startswith(begin, at)), b"")
        after = data.find(closing, at + 4) if closing else at + 1
        for start, end in _faulty(data, at, after, closing):
            data[start:end] = _NOT_BREAK.sub(b" ", data[start:end])
        at = data.find(b"<", after) if after >= 0 else -1
    return bytes(data)


def _faulty(data: bytearray, at: int, after: int, closing: bytes) -> list[tuple[int, int]]:
    """What is to be blanked out of what begins at `at`: a start tag, or what runs to its own `closing` at `after`."""
    if not closing:
        return _repeated(data, at)
    if not data.startswith(_COMMENT, at) or after < 0:
        return []
    return [one.span() for one in _HYPHENS.finditer(data, at + 4, after)]


def _repeated(data: bytearray, at: int) -> list[tuple[int, int]]:
    """Where the attributes stand that the start tag at `at` has already."""
    name = _TAG.match(data, at)
    found: list[tuple[int, int]] = []
    known: set[bytes] = set()
    place = name.end() if name is not None else len(data)
    while (one := _ATTRIBUTE.match(data, place)) is not None:
        place = one.end()
        if one[1] in known:
            found.append((one.start(1), place))
        known.add(bytes(one[1]))
    return found


class _Growing:
    """One parse: the elements that are open, and how far byte offsets have been turned into characters."""

    def __init__(self, raw: str, name: str, prefixes: Mapping[str, str], start: int) -> None:
        self._raw, self._name, self._start = raw, name, start
        self._data = raw.encode("utf-8", "replace")
        self._ascii = len(self._data) == len(raw)
        self._prefixes = {uri: f"{prefix}:" for uri, prefix in prefixes.items()}
        self._names: dict[str, str] = {}
        self._byte = self._char = 0
        self._entities = self._references = self._longest = 0
        self._before: list[Element | Text] = []
        self.fault_at = 0
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
        self._parser.CommentHandler = self._comment

    def root(self, data: bytes | None = None) -> Element:
        """The tree; of `data` in place of the file's own bytes, if it has as many. Raises expat's own error."""
        try:
            self._parser.Parse(data or self._data, True)
        except expat.ExpatError:
            self.fault_at = self._parser.ErrorByteIndex
            raise
        finally:  # handlers hold the tree, the parser holds the handlers
            self._parser.StartElementHandler = self._parser.EndElementHandler = None
            self._parser.CharacterDataHandler = self._parser.SkippedEntityHandler = None
            self._parser.EntityDeclHandler = self._parser.CommentHandler = None
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
            element.children += self._before
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
        """Refuse an entity of the file's own, unless it is short and plain and so are its references together."""
        if value is None or is_parameter:
            return
        self._entities += 1
        self._longest = max(self._longest, len(value))
        plain = len(value) <= MAX_ENTITY and not any(sign in value for sign in "&<%")
        if self._entities == 1:
            self._references = self._data.count(b"&")
        if not plain or self._entities > MAX_ENTITIES or self._longest * self._references > MAX_GROWTH:
            raise ReadError(
                f"declares the entity &{name[:40]};", where=self._name, mend="write its words out, or export it again"
            )

    def _comment(self, words: str) -> None:
        if _ADDRESSED in words[:_MAX_COMMENT].lower():
            place = self._place()
            start = place - self._start + len(_COMMENT)
            words = self._raw[start : start + min(len(words), _MAX_COMMENT)]  # as they were before any mending
            holder = self._open[-1].children if self._open else self._root.children if self._root else self._before
            holder.append(Comment("", place, False, words))

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
