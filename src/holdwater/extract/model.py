"""What can be checked in a document: citations, references and quotations, each tied to the others by span and id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from holdwater.document import Span
from holdwater.extract.quantities.model import Measured


class CitationKind(StrEnum):
    """How a citation is written."""

    NOTE = "note"  # a note mark
    BRACKET = "bracket"  # [12], [RFC2119]
    AUTHOR_DATE = "author-date"  # (Doe 2019, p. 4), Doe (2019)
    KEY = "key"  # the format's own: [@doe], \\cite{doe}
    LINK = "link"  # a hyperlink on words of the text
    NAMED = "named"  # an identifier in running text: RFC 2385, 478 U.S. 30, doi:10.1000/1


@dataclass(frozen=True, slots=True)
class Locator:
    """The place in the source that a citation gives: `label` as in CSL ("page", "section"), `value` as written."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One mark in the text that names a source.

    `span` is zero-width for a note mark. `references` are the ids of the references that it leads to (several for
    "[3, 5]" or a note with two works; none where it leads nowhere). `note` is the id of the note in between.
    """

    id: int
    span: Span
    kind: CitationKind
    label: str
    references: tuple[str, ...] = ()
    note: str = ""
    locator: Locator | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """One work that the document names, as CSL-JSON; `span` is where the document describes it.

    `identifiers` are normalised, scheme first: "doi:10.1000/1", "rfc:2119", "url:https://…", "isbn:…", "arxiv:…",
    "reporter:478 U.S. 30", "file:notes.pdf".
    """

    id: str
    span: Span
    raw: str
    csl: Mapping[str, object] = field(default_factory=dict)
    identifiers: tuple[str, ...] = ()

    @property
    def only_address(self) -> str:
        """The address of a page of which the document says nothing else, the words of its link being words of the text.

        "" where the document describes the work, and where the address itself stands in the text.
        """
        address = self.csl.get("URL")
        if self.csl.keys() - {"type"} != {"URL"} or not isinstance(address, str):
            return ""
        address = address.partition("://")[2] or address
        return "" if address.partition("/")[0].lower() in self.raw.lower() else address


class QuotationKind(StrEnum):
    """How the document presents the words as somebody else's."""

    MARKED = "marked"  # between quotation marks
    BLOCK = "block"  # set as a block by the format
    INTRODUCED = "introduced"  # plain text: "X writes:" and then a paragraph of its own


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the document presents as somebody else's, to be checked.

    `span` leaves the outer quotation marks out. `spans` are its pieces where the author's own words stand between
    them or it runs over paragraphs; one piece as a rule. `citations` are ids, best first; `speaker` is the name of who
    is said to have said it, "" if nobody is named, and `introduction` the words that present it. `nearby` says that no
    citation stands in the quotation's own sentence or is named by it, and those given are only its paragraph's.
    `presumed` says that only a colon and a citation speak for a quotation: the words may be the author's own.
    """

    id: int
    span: Span
    kind: QuotationKind
    spans: tuple[Span, ...]
    citations: tuple[int, ...] = ()
    speaker: str = ""
    introduction: Span | None = None
    nearby: bool = False
    presumed: bool = False


class AsideReason(StrEnum):
    """Why words between quotation marks, or set as a block, are not a quotation to check."""

    TERM = "a word or term"
    TITLE = "the title of a work"
    CODE = "code or a literal"
    OWN = "the author's own example or list"
    NOTE_TEXT = "part of a reference"
    UNBALANCED = "a mark without its partner"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Marked words that are not checked as a quotation, with the reason."""

    span: Span
    reason: AsideReason


@dataclass(frozen=True)
class Extraction:
    """All that can be checked in one document."""

    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    measured: Measured = field(default_factory=Measured)

    def citation(self, citation_id: int) -> Citation:
        """The citation with this id (ids count from 0 in the text's order)."""
        return self.citations[citation_id]

    def reference(self, reference_id: str) -> Reference | None:
        """The reference with this id, if the document has it."""
        return self._by_id.get(reference_id)

    @property
    def _by_id(self) -> dict[str, Reference]:
        return {reference.id: reference for reference in self.references}
