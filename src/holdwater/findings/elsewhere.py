"""Look for words in sources that the document does not cite for them.

All quotations that are looked for go through the shelf together, so that each source is opened once; a source is read
only if its bytes mention the quotation's longest words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from holdwater.findings.evidence import Wording, evidence_of, shifted
from holdwater.findings.model import Evidence
from holdwater.findings.reading import Reading, nearness
from holdwater.match import locate
from holdwater.match.model import Fit
from holdwater.sources.shelf import Shelf

TELLING = 5
"""Words: a shorter quotation found in another source proves nothing about where it was taken from."""
TERMS = 4
"""How many of a quotation's longest words a source's bytes must mention, but one (it may be hyphenated there)."""
PROBES = 6
"""How many runs of three words, taken from all over the quotation, are looked for; one must stand in the source."""
SMALL = 60
"""Sources: a shelf up to this size is read even for a quotation without long words."""

_TERM = re.compile(r"(?<![^\W_])[A-Za-z]{5,}(?![^\W_])")
_PLAIN = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True)
class Probe:
    """What a source's bytes must have before it is worth reading for a quotation."""

    terms: tuple[bytes, ...]
    runs: tuple[re.Pattern[bytes], ...]

    @classmethod
    def of(cls, quotation: str) -> Probe:
        """The longest words of a quotation, and runs of three words of it."""
        terms = sorted({term.lower().encode() for term in _TERM.findall(quotation)}, key=len, reverse=True)
        plain = [word.lower().encode() for word in _PLAIN.findall(quotation)]
        runs = [rb"[^a-z0-9]{1,40}".join(plain[at : at + 3]) for at in range(len(plain) - 2)]
        stride = -(-len(runs) // PROBES) or 1
        return cls(tuple(terms[:TERMS]), tuple(map(re.compile, runs[::stride])))

    def met(self, content: bytes, missing: int = 1) -> bool:
        """Whether `content` (lower case) has all the terms but `missing`, and one of the runs."""
        if sum(term in content for term in self.terms) < len(self.terms) - missing:
            return False
        return any(run.search(content) for run in self.runs)


@dataclass(frozen=True)
class Wanted:
    """A quotation to look for, and the sources in which that has been done."""

    wording: Wording
    after: str
    exclude: tuple[str, ...]

    @cached_property
    def probe(self) -> Probe:
        """What a source must mention to be read for this quotation."""
        return Probe.of(self.wording.text)


def elsewhere(wanted: Mapping[int, Wanted], reading: Reading, own: str = "") -> dict[int, tuple[Evidence, ...]]:
    """For each quotation, the evidence of the first source in hand that has it, word for word or with owned edits.

    `own` is the SHA-256 of the document under check, which may itself lie among the sources and has all its own words.
    """
    pending = {key: one for key, one in wanted.items() if len(one.wording.text.split()) >= TELLING}
    found: dict[int, tuple[Evidence, ...]] = {}
    for source_id in reading.shelf.readable_ids():
        for key in list(pending):
            evidence = _found_in(source_id, pending[key], reading, own)
            if evidence:
                found[key] = evidence
                del pending[key]
        if not pending:
            break
    return found


def _found_in(source_id: str, wanted: Wanted, reading: Reading, own: str) -> tuple[Evidence, ...]:
    shelf = reading.shelf
    if source_id in wanted.exclude or not worth_reading(source_id, wanted.probe, shelf):
        return ()
    words = reading.words(source_id)
    if words is None or (own and shelf.snapshots[source_id].sha256 == own):
        return ()
    alignment = locate(wanted.wording.text, words, after=wanted.after)
    if alignment.fit not in (Fit.VERBATIM, Fit.EDITED):
        return ()
    return evidence_of(shifted(alignment, wanted.wording), shelf.sources[source_id], shelf.document(source_id))


def worth_reading(source_id: str, probe: Probe, shelf: Shelf) -> bool:
    """Whether a source's bytes have what the probe asks for; without long words, a small shelf's always."""
    if len(probe.terms) < 2:
        return len(shelf.sources) <= SMALL
    return probe.met(shelf.lowered(source_id))


def search(words: str, shelf: Shelf) -> list[Evidence]:
    """The passages of all sources in hand that `words` may be taken from, the nearest first.

    On a large shelf only the sources that mention some of the longest words are read.
    """
    reading, probe = Reading(shelf), Probe.of(words)
    small = len(shelf.sources) <= SMALL
    found: list[Evidence] = []
    for source_id in shelf.readable_ids():
        if not small and not probe.met(shelf.lowered(source_id), missing=TERMS // 2):
            continue
        text = reading.words(source_id)
        alignment = locate(words, text) if text else None
        if alignment and alignment.spans:
            found += evidence_of(alignment, shelf.sources[source_id], shelf.document(source_id))
    return sorted(found, key=lambda one: nearness(one.alignment) if one.alignment else (len(Fit), 0.0))
