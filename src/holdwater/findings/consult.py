"""Lay every quotation against the words of its own source, then of the others; a verdict on each.

A quotation that is not in the sources it cites is "not found" only if all of them could be read. Nothing is concluded
from a source that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from holdwater.document import Document, Span
from holdwater.extract.model import Citation, Extraction, Quotation, QuotationKind
from holdwater.extract.pages import pages_apart
from holdwater.findings.elsewhere import Wanted, elsewhere
from holdwater.findings.evidence import Wording, evidence_of, pages_of, shifted
from holdwater.findings.model import Evidence, Status, Verdict
from holdwater.findings.paged import on_page
from holdwater.findings.reading import Reading, nearness
from holdwater.match import Words, locate
from holdwater.match.model import Alignment, Fit
from holdwater.sources.model import Tie, TieStatus
from holdwater.sources.shelf import Shelf

SHORT = 3
"""Words: of a quotation this short that nobody is said to have said, absence from the source proves nothing."""
NEAR = 0.8
"""The share of a presumed quotation's words from which on it quotes the source's passage and does not retell it."""
AROUND = 240
"""Characters around a quotation in which its sentence's ends and notes on it ("emphasis added") are looked for."""

_FAITHFUL = (Fit.VERBATIM, Fit.EDITED)
_STATUS = {
    Fit.VERBATIM: Status.VERBATIM,
    Fit.EDITED: Status.EDITED,
    Fit.ALTERED: Status.ALTERED,
    Fit.AMBIGUOUS: Status.AMBIGUOUS,
    Fit.TOO_SHORT: Status.AMBIGUOUS,
    Fit.NOT_FOUND: Status.NOT_FOUND,
}
_LEFT_OPEN = {Status.NO_CITATION, Status.SOURCE_MISSING}
"""Where nothing is said of the words but in which other source in hand they stand, if they do."""
_ELSEWHERE = {Status.NOT_FOUND, Status.ALTERED, *_LEFT_OPEN}
"""Where the cited sources do not have the words as they are quoted, the other sources in hand are asked."""
_UNSURE = {Fit.AMBIGUOUS: "two passages are equally near", Fit.TOO_SHORT: "too short to tell"}

Progress = Callable[[int, int], None]
"""Told how far the work has come: done, of how many."""


def consult(
    document: Document,
    extraction: Extraction,
    ties: Mapping[str, Tie],
    shelf: Shelf,
    progress: Progress | None = None,
) -> tuple[Verdict, ...]:
    """A verdict on every quotation of the document, in its order.

    Args:
        document: the document under check.
        extraction: its quotations, citations and references.
        ties: which source each reference leads to, by reference id.
        shelf: the sources in hand, read as they are needed.
        progress: told how many quotations are done.
    """
    reading = Reading(shelf)
    consultations = [
        _Consultation(document, extraction, ties, reading, quotation) for quotation in extraction.quotations
    ]
    verdicts = []
    for done, one in enumerate(consultations, 1):
        verdicts.append(one.verdict())
        if progress:
            progress(done, len(consultations))
    wanted = {
        one.quotation.id: Wanted(one.wording(), one.after(), verdict.tied)
        for one, verdict in zip(consultations, verdicts, strict=True)
        if verdict.status in _ELSEWHERE
    }
    found = elsewhere(wanted, reading, document.metadata.get("sha256", ""))
    return tuple(_moved(verdict, found.get(verdict.quotation)) for verdict in verdicts)


def _moved(verdict: Verdict, evidence: tuple[Evidence, ...] | None) -> Verdict:
    """A verdict on words that stand in a source the quotation does not cite."""
    if not evidence:
        return verdict
    looked_in = (*verdict.looked_in, evidence[0].source)
    if verdict.status in _LEFT_OPEN:
        return replace(verdict, evidence=evidence, looked_in=looked_in)
    return Verdict(verdict.quotation, Status.FOUND_ELSEWHERE, evidence, tied=verdict.tied, looked_in=looked_in)


@dataclass(frozen=True)
class _Laid:
    """A quotation laid against one source, for the citation that led there (None for a source it does not cite)."""

    alignment: Alignment
    source: str
    citation: Citation | None


@dataclass(frozen=True)
class _Consultation:
    """The questions about one quotation."""

    document: Document
    extraction: Extraction
    ties: Mapping[str, Tie]
    reading: Reading
    quotation: Quotation

    def verdict(self) -> Verdict:
        """The verdict on this quotation."""
        if not self.quotation.citations:
            return self._unchecked(Status.NO_CITATION, "it cites nothing")
        laid = [one for citation in self._citations() for one in self._against(citation)]
        best = min(laid, key=lambda one: (*nearness(one.alignment), self._off_page(one)), default=None)
        if best and best.alignment.fit in _FAITHFUL:
            return self._found(best, laid)
        unread = self._unread()
        if unread and not (best and best.alignment.fit is Fit.ALTERED and best.citation == next(self._citations())):
            return replace(unread, looked_in=_sources(laid))
        return self._faulty(best, laid)

    def _citations(self) -> Iterator[Citation]:
        """The quotation's citations, but for one without a page of the very works that another names with a page."""
        cited = [self.extraction.citation(number) for number in self.quotation.citations]
        paged = {one.references for one in cited if one.locator}
        return (one for one in cited if one.locator or one.references not in paged)

    def _tied(self, citation: Citation) -> list[str]:
        ties = [self.ties[name] for name in citation.references if name in self.ties]
        return list(dict.fromkeys(source for tie in ties for source in tie.leads_to))

    def _against(self, citation: Citation) -> Iterator[_Laid]:
        """The quotation laid against each source in hand that a citation leads to."""
        for source_id in self._tied(citation):
            words = self.reading.words(source_id)
            if words is not None:
                yield self._on_cited_page(_Laid(self._lay(words, source_id, citation), source_id, citation))

    def _lay(self, words: Words, source_id: str, citation: Citation | None) -> Alignment:
        wording = self.wording()
        prefer = self._on_page(source_id, citation) if citation else None
        look = partial(locate, wording.text, words, after=self.after(), prefer=prefer, before=self.before())
        found = look()
        if found.fit not in _FAITHFUL and self.reading.is_transcript(source_id, words):
            # Who quotes speech cleans it up; nobody marks an "um" that is left out.
            found = min(found, look(preset="spoken"), key=nearness)
        return shifted(found, wording)

    def wording(self) -> Wording:
        """The words quoted, as one string."""
        return Wording.of(self.document, self.quotation.spans)

    def after(self) -> str:
        """What follows the quotation; a block is complete in itself, so a full stop stands for its end."""
        end = self.quotation.span.end
        following = self.document.text[end : end + AROUND]
        return following if self.quotation.kind is QuotationKind.MARKED else f". {following}"

    def before(self) -> str:
        """What stands before a quotation that is run into a sentence; nothing is said before a block."""
        start = self.quotation.span.start
        marked = self.quotation.kind is QuotationKind.MARKED
        return self.document.text[max(0, start - AROUND) : start] if marked else ""

    def _on_page(self, source_id: str, citation: Citation) -> Callable[[Span], bool] | None:
        """Whether a passage stands on the page that the citation gives; None where there is no page to compare."""
        source = self.reading.shelf.document(source_id)
        locator = citation.locator
        if locator is None or locator.label != "page" or not source.pages:
            return None
        return lambda span: not pages_apart(locator.value, pages_of(source, span))

    def _off_page(self, laid: _Laid) -> bool:
        """Whether a passage stands off the cited page; of sources equally near, the one that has it there is meant."""
        span = laid.alignment.span
        on_page = self._on_page(laid.source, laid.citation) if laid.citation else None
        return on_page is not None and span is not None and not on_page(span)

    def _on_cited_page(self, laid: _Laid) -> _Laid:
        """The same, or the passage on the page that the citation gives where the words stand there as well."""
        if laid.alignment.fit not in _FAITHFUL or not self._off_page(laid):
            return laid
        given = laid.citation.locator.value if laid.citation and laid.citation.locator else ""
        wording = self.wording()
        source = self.reading.shelf.document(laid.source)
        there = on_page(wording.text, self.before(), self.after(), source, given)
        return replace(laid, alignment=shifted(there, wording)) if there else laid

    def _found(self, best: _Laid, laid: list[_Laid]) -> Verdict:
        verdict = Verdict(
            self.quotation.id,
            _STATUS[best.alignment.fit],
            self._evidence(best),
            tied=_sources(laid),
            looked_in=_sources(laid),
        )
        locator = best.citation.locator if best.citation else None
        if locator is None or locator.label != "page" or not verdict.evidence:
            return verdict
        found = pages_of(self.reading.shelf.document(best.source), verdict.evidence[0].span)
        return replace(verdict, page_given=locator.value, page_found=found) if found else verdict

    def _evidence(self, laid: _Laid) -> tuple[Evidence, ...]:
        shelf = self.reading.shelf
        return evidence_of(laid.alignment, shelf.sources[laid.source], shelf.document(laid.source))

    def _faulty(self, best: _Laid | None, laid: list[_Laid]) -> Verdict:
        """The words are not in the cited sources as they are quoted."""
        tied = _sources(laid)
        unsure = _UNSURE.get(best.alignment.fit, "") if best else ""
        retold = self.quotation.presumed and (best is None or best.alignment.score < NEAR)
        if best is None or not best.alignment.spans or retold:
            doubt = self._doubt()
            if doubt:
                return replace(self._unchecked(Status.AMBIGUOUS, doubt), tied=tied, looked_in=tied)
            status = _STATUS[best.alignment.fit] if best else Status.NOT_FOUND
            return Verdict(self.quotation.id, status, reason=unsure, tied=tied, looked_in=tied)
        return replace(self._found(best, laid), reason=unsure)

    def _doubt(self) -> str:
        """Why nothing follows from these words not being in the cited source; "" where it does.

        A few words between marks are often a term, and a citation elsewhere in the paragraph may be of another claim.
        """
        if self.quotation.presumed:
            return "it may be no quotation"
        if self.quotation.nearby:
            return "it is not clear which work it cites"
        if len(self.wording().text.split()) <= SHORT and not self.quotation.speaker:
            return "too short to tell"
        return ""

    def _unread(self) -> Verdict | None:
        """Why the sources that the quotation cites could not all be read; None where they could."""
        faults = (fault for citation in self._citations() for fault in self._faults(citation))
        return next(faults, None)

    def _faults(self, citation: Citation) -> Iterator[Verdict]:
        """What keeps the sources of one citation from being read."""
        if not citation.references:
            yield self._unchecked(Status.SOURCE_MISSING, "its citation leads to no reference")
        for name in citation.references:
            tie = self.ties.get(name)
            if tie is not None and tie.unavailable:
                yield self._unchecked(Status.SOURCE_UNAVAILABLE, tie.unavailable)
            elif tie is None or tie.status is TieStatus.MISSING:
                yield self._unchecked(Status.SOURCE_MISSING, "its source is not in hand")
            elif tie.status is TieStatus.AMBIGUOUS:
                yield self._unchecked(Status.AMBIGUOUS, "its reference fits two sources")
            elif any(self.reading.words(source) is None for source in tie.leads_to):
                unreadable = self._unchecked(Status.SOURCE_UNREADABLE, "its source is unreadable")
                yield replace(unreadable, tied=tie.leads_to)
            elif any(self.reading.shelf.document(source).unread for source in tie.leads_to):
                in_part = self._unchecked(Status.SOURCE_UNREADABLE, "not in what could be read of its source")
                yield replace(in_part, tied=tie.leads_to)

    def _unchecked(self, status: Status, reason: str) -> Verdict:
        return Verdict(self.quotation.id, status, reason=reason)


def _sources(laid: list[_Laid]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source for one in laid))
