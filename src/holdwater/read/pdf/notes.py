"""Which mark leads to which note, over the whole document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from holdwater.document import BlockKind, Part
from holdwater.read.pdf.foot import FootNote, RaisedMark, opening_label
from holdwater.read.pdf.page import Page
from holdwater.read.pdf.paragraphs import Paragraph

_FEWEST_UNANSWERED = 3


@dataclass
class Notes:
    """The document's notes, and by the identity of its unit the note that each mark leads to, and its label.

    `hidden` are the units around marks that are left out with them.
    """

    notes: list[FootNote] = field(default_factory=list)
    targets: dict[int, tuple[str, str]] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)

    def aim(self, mark: RaisedMark, note_id: str) -> None:
        """Tie a mark to a note."""
        self.targets[id(mark.unit)] = (note_id, mark.label)
        self.hidden.update(id(unit) for unit in mark.around)


def tie(notes: list[FootNote], marks: list[RaisedMark]) -> Notes:
    """Tie marks to notes: to one of the same page first, then to the note of the next page that still waits for one."""
    tied = Notes(notes)
    by_place: dict[tuple[int, str], list[RaisedMark]] = defaultdict(list)
    for mark in marks:
        by_place[mark.line.page, mark.label].append(mark)
    counts: dict[str, int] = defaultdict(int)
    for note in notes:
        counts[note.label] += 1
        note.id = f"note-{note.label}" if counts[note.label] == 1 else f"note-{note.label}-{counts[note.label]}"
    last = (-1, 0)
    for note in notes:
        candidates = (
            by_place.pop((note.page, note.label), None) or by_place.pop((note.page - 1, note.label), None) or []
        )
        last = _tie_one(tied, note, candidates, last)
    return tied


def _tie_one(tied: Notes, note: FootNote, candidates: list[RaisedMark], last: tuple[int, int]) -> tuple[int, int]:
    """Tie the first mark that stands after the last note's; more marks of this label are doubtful."""
    likely = [mark for mark in candidates if not mark.like_exponent] or candidates
    after = [mark for mark in likely if (mark.line.page, mark.unit.start) > last] or likely
    for index, mark in enumerate(after):
        tied.aim(mark, note.id)
        if index:
            tied.doubtful.add(id(mark.unit))
    return (after[0].line.page, after[0].unit.start) if after else last


def tie_endnotes(
    paragraphs: list[Paragraph], marks: list[RaisedMark], pages: list[Page], tied: Notes
) -> list[Paragraph]:
    """Take the endnotes out of the paragraphs and tie the marks that no footnote has taken.

    Endnotes are the numbered paragraphs under a heading that names notes, those that a number in the text is a link
    to, or a run of them at the document's end whose numbers are all marked in the text before. So are references that
    raised numbers lead to.
    """
    free = [mark for mark in marks if id(mark.unit) not in tied.targets and mark.label.isdecimal()]
    if not free:
        return paragraphs
    taken: set[int] = set()
    for run in _runs(paragraphs, pages):
        if _are_notes(run, paragraphs, free):
            _take(run, paragraphs, free, tied, taken)
    _mark_unanswered([mark for mark in free if id(mark.unit) not in tied.targets], tied)
    return [one for index, one in enumerate(paragraphs) if index not in taken]


def _mark_unanswered(free: list[RaisedMark], tied: Notes) -> None:
    """Take raised numbers that count on one by one for marks, doubtful ones, though the file has no notes to them."""
    run: list[RaisedMark] = []
    for mark in [*free, None]:
        counts_on = mark is not None and bool(run) and int(mark.label) == int(run[-1].label) + 1
        if mark is not None and (counts_on or not run) and not mark.like_exponent and not mark.unit.spaced:
            run.append(mark)
            continue
        if len(run) >= _FEWEST_UNANSWERED:
            for one in run:
                tied.aim(one, "")
                tied.doubtful.add(id(one.unit))
        run = [mark] if mark is not None and not mark.like_exponent and not mark.unit.spaced else []


@dataclass
class _Run:
    """Paragraphs that begin with 1, 2, 3 …: where each begins, its label, and how many units that takes."""

    items: list[tuple[int, str, int]]


def _runs(paragraphs: list[Paragraph], pages: list[Page]) -> list[_Run]:
    runs: list[_Run] = []
    awaited = 1
    for index, one in enumerate(paragraphs):
        if one.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.FURNITURE):
            continue
        label, skip = opening_label(one.lines[0], pages[one.lines[0].page], plain=True)
        if not label.isdecimal():
            continue
        if int(label) == 1:
            runs.append(_Run([]))
            awaited = 1
        if runs and int(label) == awaited:
            runs[-1].items.append((index, label, skip))
            awaited += 1
    return runs


def _are_notes(run: _Run, paragraphs: list[Paragraph], free: list[RaisedMark]) -> bool:
    """Whether the numbered paragraphs of a run are notes, by the marks before them."""
    first = paragraphs[run.items[0][0]]
    place = (first.lines[0].page, first.lines[0].units[0].start)
    before = [mark for mark in free if (mark.line.page, mark.unit.start) < place]
    raised = {mark.label for mark in before if mark.aim is None or mark.line.raised(mark.unit)}
    if first.part is Part.REFERENCES:
        return sum(label in raised for _, label, _ in run.items) >= 0.6 * len(run.items)
    aimed = {mark.label for mark in before if mark.aim is not None and _leads_into(mark, run, paragraphs)}
    marked = sum(label in raised or label in aimed for _, label, _ in run.items)
    linked = sum(label in aimed for _, label, _ in run.items)
    if first.part is Part.NOTES:
        return marked > 0
    return linked >= 0.6 * len(run.items) or (
        marked >= 0.8 * len(run.items) and run.items[-1][0] >= len(paragraphs) - 3
    )


def _leads_into(mark: RaisedMark, run: _Run, paragraphs: list[Paragraph]) -> bool:
    """Whether a mark's link leads to the paragraph of the run that has its label."""
    for index, label, _ in run.items:
        line = paragraphs[index].lines[0]
        if label == mark.label and mark.aim is not None and mark.aim.page == line.page:
            return mark.aim.height > line.base - 2 * line.size
    return False


def _take(run: _Run, paragraphs: list[Paragraph], free: list[RaisedMark], tied: Notes, taken: set[int]) -> None:
    numbered = sum(note.label.isdecimal() for note in tied.notes)
    ids: dict[str, str] = {}
    starts = [index for index, _, _ in run.items]
    for position, (index, label, skip) in enumerate(run.items):
        end = starts[position + 1] if position + 1 < len(starts) else index + 1
        lines = [line for one in paragraphs[index:end] if one.kind is not BlockKind.HEADING for line in one.lines]
        taken.update(at for at in range(index, end) if paragraphs[at].kind is not BlockKind.HEADING)
        ids[label] = f"note-{label}" if not numbered else f"endnote-{len(tied.notes)}-{label}"
        tied.notes.append(FootNote(label, lines[0].page, lines, skip, ids[label]))
    _aim(free, ids, tied)


def _aim(free: list[RaisedMark], ids: dict[str, str], tied: Notes) -> None:
    awaited = 1
    for mark in free:
        if mark.label not in ids or id(mark.unit) in tied.targets:
            continue
        if mark.like_exponent and int(mark.label) != awaited:
            continue
        tied.aim(mark, ids[mark.label])
        awaited = max(awaited, int(mark.label) + 1)
