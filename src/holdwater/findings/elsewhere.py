"""Look for words in sources that the document does not cite for them.

All quotations that are looked for go through the shelf together, so that each source is opened once; a source is read
only if its bytes mention the quotation's longest words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

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
SMALL = 60
"""Sources: a shelf up to this size is read even for a quotation without long words."""

_TERM = re.compile(r"(?<![^\W_])[A-Za-z]{5,}(?![^\W_])")


@dataclass(frozen=True)
class Wanted:
    """A quotation to look for, and the sources in which that has been done."""

    wording: Wording
    after: str
    exclude: tuple[str, ...]


def elsewhere(wanted: Mapping[int, Wanted], reading: Reading) -> dict[int, tuple[Evidence, ...]]:
    """For each quotation, the evidence of the first source in hand that has it, word for word or with owned edits."""
    pending = {key: one for key, one in wanted.items() if len(one.wording.text.split()) >= TELLING}
    found: dict[int, tuple[Evidence, ...]] = {}
    for source_id in reading.shelf.readable_ids():
        for key in list(pending):
            evidence = _found_in(source_id, pending[key], reading)
            if evidence:
                found[key] = evidence
                del pending[key]
        if not pending:
            break
    return found


def _found_in(source_id: str, wanted: Wanted, reading: Reading) -> tuple[Evidence, ...]:
    shelf = reading.shelf
    if source_id in wanted.exclude or not worth_reading(source_id, wanted.wording.text, shelf):
        return ()
    words = reading.words(source_id)
    if words is None:
        return ()
    alignment = locate(wanted.wording.text, words, after=wanted.after)
    if alignment.fit not in (Fit.VERBATIM, Fit.EDITED):
        return ()
    return evidence_of(shifted(alignment, wanted.wording), shelf.sources[source_id], shelf.document(source_id))


def worth_reading(source_id: str, quotation: str, shelf: Shelf, missing: int = 1) -> bool:
    """Whether a source mentions a quotation's longest words, all but `missing`."""
    terms = sorted({term.lower().encode() for term in _TERM.findall(quotation)}, key=len, reverse=True)[:TERMS]
    if len(terms) < 2:
        return len(shelf.sources) <= SMALL
    return shelf.mentions(source_id, terms, len(terms) - missing)


def search(words: str, shelf: Shelf) -> list[Evidence]:
    """The passages of all sources in hand that `words` may be taken from, the nearest first.

    On a large shelf only the sources that mention half of the longest words are read.
    """
    reading = Reading(shelf)
    small = len(shelf.sources) <= SMALL
    found: list[Evidence] = []
    for source_id in shelf.readable_ids():
        if not small and not worth_reading(source_id, words, shelf, missing=TERMS // 2):
            continue
        text = reading.words(source_id)
        alignment = locate(words, text) if text else None
        if alignment and alignment.spans:
            found += evidence_of(alignment, shelf.sources[source_id], shelf.document(source_id))
    return sorted(found, key=lambda one: nearness(one.alignment) if one.alignment else (len(Fit), 0.0))
