"""What leads where in an article: notes and their marks, references and their citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.read.assembly import free_id
from holdwater.read.jats.kin import opening
from holdwater.read.xml import Element, Text

CITATIONS = frozenset({"element-citation", "mixed-citation", "nlm-citation", "citation", "product"})
"""The elements that describe one work; `product` (the work that a review is of) only where it is printed."""

_UNPRINTED = frozenset({"contrib", "contrib-group", "aff", "journal-meta"})
"""Where marks stand at names and addresses of authors, which the text leaves out."""

_HOLDERS = frozenset({"fn-group", "table-wrap-foot", "author-notes", "fn-wrap", "back", "sec", "body", "notes"})
"""Elements that collect notes; a note anywhere else stands at the place of its mark."""

_STATEMENTS = frozenset(
    "con conflict coi-statement com corresp current-aff deceased edited-by equal financial-disclosure on-leave"
    " participating-researchers present-address presented-at presented-by previously-at study-group-members"
    " supplementary-material supported-by ethics-statement".split()
)
_DASH = waiting(r"\s*[-\u2010-\u2015\u2212]\s*")
_RANGE = waiting(r"\s*[\[(]?(\d{1,4})\s*[-\u2010-\u2015\u2212]\s*(\d{1,4})[\])]?\s*")
_MAX_RANGE = 100
_MAX_AFTER = 40


@dataclass(slots=True)
class NoteEntry:
    """A note: its element, the id that marks name, and its number as printed."""

    element: Element
    id: str
    label: str


class Index:
    """The notes and references of one article, and where each cross-reference leads."""

    def __init__(self, whole: Element, notes: Counter[str], records: Counter[str]) -> None:
        """`notes` and `records` count the ids that the document has used up already."""
        self.notes: dict[Element, NoteEntry] = {}
        self.records: dict[Element, str] = {}
        self.in_place: set[Element] = set()  # notes that are their own mark
        self.following: dict[Element, str] = {}  # the text right after a cross-reference
        self._targets: dict[str, Element] = {}
        self._refs: list[Element] = []
        self._ref_places: dict[Element, int] = {}
        self._by_ref: dict[Element, str] = {}
        self._joined: dict[Element, Element] = {}
        self._inline = 0
        marks: dict[str, Element] = {}
        candidates: list[tuple[Element, bool]] = []
        for element, printed in _walk(whole):
            self._joined.update((second, first) for first, second in _joined(element))
            self.following.update(_followed(element))
            name = element.get("id")
            if name:
                self._targets.setdefault(name, element)
            if element.tag == "xref" and printed:
                for rid in element.get("rid").split():
                    marks.setdefault(rid, element)
            elif element.tag == "fn" or (element.tag == "note" and _is_note(element)):
                candidates.append((element, printed))
            elif element.tag == "ref":
                self._take_ref(element, records)
            elif element.tag in CITATIONS and element not in self.records:
                self.records[element] = free_id(name or f"work-{len(self.records) + 1}", records)
        for element, printed in candidates:
            self._take_note(element, printed, marks, notes)

    def _take_ref(self, ref: Element, records: Counter[str]) -> None:
        self._ref_places[ref] = len(self._refs)
        self._refs.append(ref)
        wanted = ref.get("id") or f"ref-{len(self._refs)}"
        self._by_ref[ref] = ""
        for one in works_in(ref):
            # Of several works in one entry, each but the first may have an id of its own.
            own = one.get("id") if self._by_ref[ref] else ""
            given = free_id(own or wanted, records)
            self._by_ref[ref] = self._by_ref[ref] or given
            for element in (one, *_alternatives(one)):
                self.records[element] = given
        if not self._by_ref[ref]:
            self._by_ref[ref] = free_id(wanted, records)

    def _take_note(self, element: Element, printed: bool, marks: dict[str, Element], taken: Counter[str]) -> None:
        names = [name for name in (element.get("id"), _ref_id(element)) if name]
        mark = next((marks[name] for name in names if name in marks), None)
        if element.tag == "note" and (mark is None or mark.get("ref-type") != "fn"):
            return  # an entry of the references that describes no work is still cited as an entry
        label = element.first("label")
        inline = printed and element.tag == "fn" and (element.parent is None or element.parent.tag not in _HOLDERS)
        grouped = element.parent is not None and element.parent.tag == "fn-group" and label is not None
        stated = element.get("fn-type").lower() in _STATEMENTS
        if mark is None and not inline and not (grouped and printed and not stated):
            return
        words = opening(label) if label is not None else element.get("symbol")
        if not words and mark is not None:
            words = opening(mark)
        if not words:
            self._inline += inline
            words = str(self._inline) if inline else ""
        wanted = names[0] if names else f"note-{len(self.notes) + 1}"
        self.notes[element] = NoteEntry(element, free_id(wanted, taken), words.strip("[]() ")[:40])
        if mark is None and inline:
            self.in_place.add(element)

    def leads_to(self, rid: str) -> tuple[NoteEntry | None, str]:
        """The note or else the record's id that a cross-reference to `rid` leads to; neither for anything else."""
        element = self._targets.get(rid)
        for _ in range(4):
            if element is None:
                break
            if element in self.notes:
                return self.notes[element], ""
            if element in self.records:
                return None, self.records[element]
            if element in self._by_ref:
                note = next((one for one in element.elements("note") if one in self.notes), None)
                return (self.notes[note], "") if note is not None else (None, self._by_ref[element])
            element = element.parent
        return None, ""

    def implied_before(self, xref: Element) -> list[str]:
        """The records between the citation before this one and this one, where a dash joins the two ("3–5")."""
        before = self._joined.get(xref)
        return self._between(before, xref) if before is not None else []

    def implied_in(self, xref: Element) -> list[str]:
        """The records inside a range that one cross-reference prints, without those that it leads to."""
        found = _RANGE.fullmatch(opening(xref))
        named = [one for one in (self._ref(rid) for rid in xref.get("rid").split()) if one is not None]
        if not found or not named:
            return []
        first, last = int(found[1]), int(found[2])
        if not 0 < last - first <= _MAX_RANGE or len(named) > last - first:
            return []
        place = self._ref_places[named[0]]
        inside = self._refs[place : place + last - first + 1]
        return [self._by_ref[ref] for ref in inside if ref not in named]

    def _between(self, first: Element, last: Element) -> list[str]:
        ends = [self._ref(one.get("rid")) for one in (first, last)]
        numbers = [opening(one).strip("[]() ") for one in (first, last)]
        if ends[0] is None or ends[1] is None or not all(number.isdecimal() and len(number) < 5 for number in numbers):
            return []
        start, end = (self._ref_places[one] for one in ends if one is not None)
        if end - start != int(numbers[1]) - int(numbers[0]) or not 1 < end - start <= _MAX_RANGE:
            return []
        return [self._by_ref[ref] for ref in self._refs[start + 1 : end]]

    def _ref(self, rid: str) -> Element | None:
        element = self._targets.get(rid)
        for _ in range(4):
            if element is None or element in self._ref_places:
                break
            element = element.parent
        return element


def works_in(ref: Element) -> Iterator[Element]:
    """The elements that describe a work in a `ref`, one a work where it gives alternatives."""
    for child in ref.elements():
        if child.tag in CITATIONS:
            yield child
        elif child.tag in ("citation-alternatives", "alternatives"):
            printed = list(child.elements("mixed-citation")) or list(child.elements(*CITATIONS))
            yield from printed[:1]


def _alternatives(work: Element) -> list[Element]:
    if work.parent is None or not work.parent.tag.endswith("alternatives"):
        return []
    return [one for one in work.parent.elements(*CITATIONS) if one is not work]


def _walk(whole: Element) -> Iterator[tuple[Element, bool]]:
    """Every element, and whether it stands in text that is printed as such."""
    waiting = [(whole, True)]
    while waiting:
        element, printed = waiting.pop()
        yield element, printed
        inside = printed and element.tag not in _UNPRINTED
        waiting.extend((child, inside) for child in reversed(element.children) if isinstance(child, Element))


def _is_note(element: Element) -> bool:
    """Whether a `note` is all there is in an entry of a list of references."""
    ref = element.parent
    return ref is not None and ref.tag == "ref" and not any(True for _ in works_in(ref))


def _ref_id(element: Element) -> str:
    return element.parent.get("id") if element.tag == "note" and element.parent is not None else ""


def _joined(element: Element) -> Iterator[tuple[Element, Element]]:
    """The cross-references right inside an element that stand with nothing but a dash between them, two by two."""
    last: Element | None = None
    between = ""
    for child in element.children:
        words = _plain(child)
        if words is not None:
            between = between + words if len(between) < 9 else between
        elif isinstance(child, Element):
            if last is not None and child.tag == "xref" and _DASH.fullmatch(between):
                yield last, child
            last, between = (child if child.tag == "xref" else None), ""


def _plain(child: Element | Text) -> str | None:
    """The words of a stretch of text, or of one that is only raised; None for any other element."""
    if isinstance(child, Text):
        return child.value
    inner = child.children[0] if child.tag == "sup" and len(child.children) == 1 else None
    return inner.value if isinstance(inner, Text) else None


def _followed(element: Element) -> Iterator[tuple[Element, str]]:
    """The cross-references right inside an element with the text that follows each."""
    for child, after in pairwise(element.children):
        if isinstance(child, Element) and child.tag == "xref" and isinstance(after, Text):
            yield child, after.value[:_MAX_AFTER]
