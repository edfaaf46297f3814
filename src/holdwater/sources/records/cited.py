"""What is known of a document's references from the services that were asked, without asking any of them now."""

from __future__ import annotations

from collections.abc import Iterable

from holdwater.extract.model import Reference
from holdwater.sources.known import Known
from holdwater.sources.records.model import LookUp


def look_ups(references: Iterable[Reference], known: Known | None) -> tuple[LookUp, ...]:
    """What was found out of each reference, in their order; of those that were never looked up there is nothing."""
    if known is None:
        return ()
    found = (known.look_up(reference) for reference in references)
    return tuple(one for one in found if one is not None)
