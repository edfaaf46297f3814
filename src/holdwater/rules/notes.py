"""CIT101 to CIT105: note marks and notes that do not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from holdwater.document import Document, Mark, MarkKind, Note, Part
from holdwater.findings.model import Level, Status
from holdwater.rules.registry import Remark, rule
from holdwater.rules.running_order import runs_from_one, strays
from holdwater.rules.saying import opening, quoted, several

UNORDERED = 5
"""Marks of which more than one in this many stand out of order are numbered by another order than the text's, such as
an alphabetical list of works; one is always let stand out."""

FEW = 5
"""Notes without a mark that are named one by one, however few notes there are."""


def _note_marks(document: Document) -> list[Mark]:
    return [mark for mark in document.marks_of(MarkKind.NOTE) if not mark.ambiguous]


def _in_notes(document: Document, mark: Mark) -> bool:
    block = document.block_at(mark.span.start)
    return block is not None and block.part is Part.NOTES


@rule("CIT101", "mark-without-note", level=Level.WARNING)
def mark_without_note(document: Document) -> Iterator[Remark]:
    """A note mark in the text leads to no note.

    ## What it checks
    Each note mark of the document, such as `[^3]` or a raised 3, has a note to lead to. Where the document has marks
    but no notes at all, that is said once and not at every mark.

    ## Why it matters
    A reader who follows the mark finds nothing. What the sentence rests on cannot be looked up, and nothing that
    stands on it can be checked.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring.[^1] It was opened again in June.[^2]

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.
    ```
    ```findings
    draft.md:1:70: CIT101 note mark 2 leads to no note
    ```

    ## How to settle it
    Write the note that is missing, or take the mark out.
    """
    known = {note.id for note in document.notes}
    lost = [mark for mark in _note_marks(document) if mark.target not in known]
    if lost and not known:
        yield Remark(
            lost[0].span,
            f"{several(len(lost), 'note mark')} ({_first_and_last(lost)}) in a document that has no notes",
            advice="Add the list of notes, or check the file that has it.",
        )
        return
    for mark in lost:
        yield Remark(mark.span, f"note mark {mark.label} leads to no note", advice="Write the note, or drop the mark.")


def _first_and_last(marks: Sequence[Mark]) -> str:
    first, last = marks[0].label, marks[-1].label
    return first if first == last else f"{first} to {last}"


@rule("CIT102", "note-without-mark", level=Level.WARNING)
def note_without_mark(document: Document) -> Iterator[Remark]:
    """A note has no mark in the text.

    ## What it checks
    Each numbered note is led to by a mark in the text. A note is let be if a doubtful mark may be its own, or if
    another note has its number; so is a document with notes but no marks, which has them for another reason. Where most
    notes have lost their marks, that is said once.

    ## Why it matters
    The note was written to bear something out, and the text no longer says what. It is often what is left when a
    sentence was cut, or when a mark was lost on the way from one program to another.

    ## Example
    ```markdown draft.md
    The bridge was closed in the spring.[^1]

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.

    [^2]: Richard Roe, Rivers and Floods (2004), p. 88.
    ```
    ```findings
    draft.md:5:7: CIT102 no mark in the text leads to note 2
    ```

    ## How to settle it
    Put the mark back where the note belongs, or take the note out.
    """
    marks = document.marks_of(MarkKind.NOTE)
    if all(_in_notes(document, mark) for mark in marks):
        return
    led_to = {mark.target for mark in marks}
    # A note whose number another note bears is CIT104's; a mark that may or may not be one is CIT105's.
    taken = {mark.label for mark in marks if mark.ambiguous} | {
        note.label for note in document.notes if note.id in led_to
    }
    lost = [note for note in document.notes if note.id not in led_to and note.label not in taken]
    if len(lost) > max(FEW, len(document.notes) // 2):
        said = f"{len(lost)} of {len(document.notes)} notes have no mark in the text"
        yield Remark(opening(document.text, lost[0].span), said, advice="Check that the text still has its marks.")
        return
    for note in lost:
        yield Remark(
            opening(document.text, note.span),
            f"no mark in the text leads to note {note.label}",
            advice="Put its mark back, or drop the note.",
        )


@rule("CIT103", "marks-out-of-order", level=Level.WARNING)
def marks_out_of_order(document: Document) -> Iterator[Remark]:
    """A note mark stands out of the running order.

    ## What it checks
    Numbered marks rise through the text, and start over at 1 where a chapter does. A note that is marked a second
    time is let be, and so is a document whose marks follow another order altogether. The fewest marks that would have
    to move are named.

    ## Why it matters
    A mark out of order is mostly a paragraph that was moved, or a wrong number: the reader is then led to the note of
    another sentence.

    ## Example
    ```text draft.txt
    The bridge was closed in spring.[1] It had stood for ninety years.[3] A flood took one pier.[2] The
    town paid for a new one.[4] It was opened in June.[5]

    Notes

    1. Mary Doe, Bridges of the North (2019), p. 12.
    2. Richard Roe, Rivers and Floods (2004), p. 88.
    3. Ann Poe, A Town and Its River (1998), p. 7.
    4. Ann Poe, A Town and Its River (1998), p. 9.
    5. Mary Doe, Bridges of the North (2019), p. 14.
    ```
    ```findings
    draft.txt:1:70: CIT103 note mark 3 stands before mark 2
    ```

    ## How to settle it
    Number the marks and their notes anew, or move the mark to the sentence that it belongs to.
    """
    marks = _first_marks(document)
    numbers = [int(mark.label) for mark in marks]
    for run in runs_from_one(numbers):
        values = [numbers[index] for index in run]
        out_of_order = strays(values)
        if len(set(values)) < len(values) or len(out_of_order) > max(1, len(values) // UNORDERED):
            continue
        for index in out_of_order:
            yield Remark(
                marks[run[index]].span,
                f"note mark {values[index]} stands {_where(values, index)}",
                advice="Number the marks anew, or move this one.",
            )


def _first_marks(document: Document) -> list[Mark]:
    """The first mark that leads to each numbered note, in the text's order; marks inside notes are left out."""
    seen: set[str] = set()
    first = []
    for mark in _note_marks(document):
        # isdecimal and the length keep int() to what is a note number; a label may be anything.
        is_number = mark.label.isdecimal() and len(mark.label) <= 6
        if not is_number or mark.target in seen or _in_notes(document, mark):
            continue
        seen.add(mark.target)
        first.append(mark)
    return first


def _where(values: Sequence[int], index: int) -> str:
    if index + 1 < len(values) and values[index + 1] < values[index]:
        return f"before mark {values[index + 1]}"
    return f"after mark {values[index - 1]}"


@rule("CIT104", "duplicate-note-number", level=Level.WARNING)
def duplicate_note_number(document: Document) -> Iterator[Remark]:
    """Two notes have one number.

    ## What it checks
    No two notes of one run share a number or a name. A run starts over at 1, as notes numbered chapter by chapter do;
    signs such as * and † come back on every page and are let be.

    ## Why it matters
    The mark then leads to two notes, and nobody can tell which of them bears the sentence out.

    ## Example
    ```markdown draft.md
    The bridge was closed in spring.[^1] It was opened again in June.[^2]

    [^1]: Mary Doe, Bridges of the North (2019), p. 12.

    [^2]: Richard Roe, Rivers and Floods (2004), p. 88.

    [^2]: Ann Poe, A Town and Its River (1998), p. 7.
    ```
    ```findings
    draft.md:7:7: CIT104 2 notes are labelled 2
    ```

    ## How to settle it
    Give each note a number of its own, and its mark the same.
    """
    for run in _note_runs(document.notes):
        counts = Counter(note.label for note in run)
        seen: set[str] = set()
        for note in run:
            if note.label in seen:
                yield Remark(
                    opening(document.text, note.span),
                    f"{counts[note.label]} notes are labelled {note.label}",
                    advice="Give each note a number of its own.",
                )
            seen.add(note.label)


def _note_runs(notes: Sequence[Note]) -> Iterator[list[Note]]:
    """The notes with a number or a name, split where the numbers start over."""
    named = [note for note in notes if note.label[:1].isalnum()]
    run: list[Note] = []
    last = ""
    for note in named:
        if note.label == "1" and last not in ("", "1"):
            yield run
            run = []
        run.append(note)
        last = note.label
    yield run


@rule("CIT105", "ambiguous-mark", level=Level.UNCHECKED)
def ambiguous_mark(document: Document) -> Iterator[Remark]:
    """What may be a note mark may also be part of the text.

    ## What it checks
    In plain text the raised numbers of note marks are glued to the word before them, as in `in 201867`. The running
    order of the marks mostly tells them from the text's own numbers. Where it does not, the mark is listed here, and
    nothing is tied to it.

    ## Why it matters
    To guess would tie a sentence to the wrong note, and then report what is wrong with neither. What stands here has
    not been checked.

    ## Example
    ```text draft.txt
    The bridge was closed in spring1 and the road over it stood empty for months, so that the carters
    went round by the mill.2

    It had carried 2003 carts a week and was shut twice, in 2003 and again in 19984 by order of the town.

    A flood had taken one pier in the night4 and the inspectors found the other one cracked from end to end.5

    Notes

    1. Mary Doe, Bridges of the North (2019), p. 12.
    2. Richard Roe, Rivers and Floods (2004), p. 88.
    3. Ann Poe, A Town and Its River (1998), p. 7.
    4. Ann Poe, A Town and Its River (1998), p. 9.
    5. Mary Doe, Bridges of the North (2019), p. 14.
    ```
    ```findings
    draft.txt:4:79: CIT105 “4” may be a note mark or part of the text
    draft.txt:6:40: CIT105 “4” may be a note mark or part of the text
    draft.txt:12:4: CIT102 no mark in the text leads to note 3
    ```

    ## How to settle it
    Set the mark apart from the word, as `[67]` or with the format's own note syntax, and check again.
    """
    for mark in document.marks_of(MarkKind.NOTE):
        if mark.ambiguous:
            yield Remark(
                mark.span,
                f"{quoted(mark.label)} may be a note mark or part of the text",
                status=Status.AMBIGUOUS,
                advice="Set the mark apart from the word, as [67], and check again.",
            )
