"""Look for a quotation on the very page that its citation gives.

Words may stand unaltered on one page and lightly edited on another. The nearest passage of the whole source is then not
the one that was cited.
"""

from __future__ import annotations

from dataclasses import replace

from holdwater.document import Document
from holdwater.extract.pages import pages_apart
from holdwater.match import locate
from holdwater.match.model import Alignment, Fit

OVERLAP = 600
"""Characters before and after the page that are searched with it: a passage may begin or end on its neighbour."""


def on_page(quotation: str, before: str, after: str, source: Document, given: str) -> Alignment | None:
    """The alignment with a passage on the pages `given`, if the words stand there as quoted or with owned edits."""
    numbered = (index for index, page in enumerate(source.pages) if any(map(str.isdigit, page.label)))
    starts = [index for index in numbered if not pages_apart(given, source.pages[index].label)]
    if not starts:
        return None
    low = max(0, source.pages[starts[0]].offset - OVERLAP)
    behind = starts[-1] + 1
    high = source.pages[behind].offset + OVERLAP if behind < len(source.pages) else len(source.text)
    alignment = locate(quotation, source.text[low:high], before=before, after=after)
    return _moved(alignment, low) if alignment.fit in (Fit.VERBATIM, Fit.EDITED) else None


def _moved(alignment: Alignment, by: int) -> Alignment:
    """The alignment with its passage `by` characters further on in the source."""
    return replace(
        alignment,
        spans=tuple(span.shift(by) for span in alignment.spans),
        edits=tuple(replace(edit, passage=edit.passage.shift(by)) for edit in alignment.edits),
        cut=replace(alignment.cut, span=alignment.cut.span.shift(by)) if alignment.cut else None,
        elsewhere=tuple((mine, passage.shift(by)) for mine, passage in alignment.elsewhere),
        runner_up=_moved(alignment.runner_up, by) if alignment.runner_up else None,
    )
