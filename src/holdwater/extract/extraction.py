"""Read this first: what a document cites and quotes, each tied to the other."""

from __future__ import annotations

from holdwater.document import Document
from holdwater.extract.attributions import attributed_works
from holdwater.extract.blocks import block_quotations
from holdwater.extract.body_works import with_named_works
from holdwater.extract.citations import find_drafts, numbered
from holdwater.extract.entries import add_entries
from holdwater.extract.flows import flows_of
from holdwater.extract.introduced import introduced_quotations
from holdwater.extract.measured import measured_in
from holdwater.extract.model import Extraction
from holdwater.extract.note_works import IsInHand, NoteReader
from holdwater.extract.quotations import Presented, Quoting
from holdwater.extract.records import Records
from holdwater.extract.register import Register


def extract(document: Document, is_in_hand: IsInHand = lambda _: False) -> Extraction:
    """All that can be checked in a document: its citations, references, quotations, quantities and dates.

    Args:
        document: what a reader returned.
        is_in_hand: whether words of a note or of the body that may be prose name a source in hand, and are a citation
            therefore.

    Returns:
        Citations in the text's order (their ids count from 0), the references they lead to, the quotations with their
        citations (best first) and speakers, the marked words that are no quotation, each with the reason, and what the
        prose says of how much and of when.
    """
    flows = flows_of(document)
    register = Register()
    records = Records(document)
    add_entries(document, flows, register, records)
    records.add_unprinted(register)
    reader = NoteReader(document, register, records, is_in_hand)
    works = {note.id: reader.read(note) for note in sorted(document.notes, key=lambda note: note.span)}
    drafts = find_drafts(document, flows, register, works)
    drafts, named = with_named_works(document, flows, drafts, register, is_in_hand)
    blocks = block_quotations(document.text, flows, drafts)
    drafts = sorted([*drafts, *attributed_works(document, blocks, drafts, register)], key=lambda draft: draft.span)
    quoting = Quoting(document, flows, register, drafts, works, named)
    plain = document.format == "plain"
    introduced = introduced_quotations(document.text, flows, drafts, plain) if plain or not blocks else []
    presented = Presented(blocks, introduced)
    quotations, asides = quoting.read(presented)
    measured = measured_in(document, flows, drafts, asides)
    return Extraction(numbered(drafts), register.all(), tuple(quotations), tuple(asides), measured)
