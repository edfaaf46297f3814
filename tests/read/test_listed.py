"""Lists of works without a heading: told by what their entries look like and by the numbers that the text cites."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read.listed import cited_in, is_list_of_works
from holdwater.read.plain import read

BODY = "The weir was built of oak. [1]\n\nNobody had asked for it, says the clerk. [2] It cost too much. [1]\n"
ENTRIES = (
    "Nell Marsh, The Weirs of Wend (Wendham Press, 1998)",
    "Otto Quist, “A Clerk Remembers”, Wend Gazette, 3 May 2004 <https://gazette.example/clerk>",
)
STYLES = ["[{}] ", "{}. ", "{}) ", "[{}]: "]


def listed(style: str, entries: tuple[str, ...] = ENTRIES) -> str:
    return "\n".join(style.format(number) + entry for number, entry in enumerate(entries, 1))


def works(document: Document) -> list[str]:
    blocks = document.blocks
    return [each.span.of(document.text) for each in blocks if each.kind is BlockKind.REFERENCE]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "above", ["\n", "\nYours, damply,\nK.\n\n", "\n* * *\n\n", "\n---\n\n", "\n-- \nThe Damp Wall\n\n", "\n\n\n"]
)
@pytest.mark.parametrize("below", ["\n", "\n\nYou get this letter because you asked for it.\n"])
def test_a_list_that_ends_a_text_without_a_heading_is_one_of_works(style: str, above: str, below: str) -> None:
    document = read(BODY + above + listed(style) + below, "a.txt")
    found = works(document)
    assert [entry.endswith(end) for entry, end in zip(found, ENTRIES, strict=True)] == [True, True]
    assert {block.part for block in document.blocks if block.kind is BlockKind.REFERENCE} == {Part.REFERENCES}


def test_one_entry_makes_a_list_where_the_text_cites_it() -> None:
    body = "The weir was built of oak. [1]\n\nIt cost too much. [1]\n\n"
    assert works(read(body + listed("[{}] ", ENTRIES[:1]), "a.txt")) == ["[1] " + ENTRIES[0]]


def test_entries_parted_by_blank_lines_are_a_list() -> None:
    text = BODY + "\n" + listed("[{}] ").replace("\n", "\n\n")
    assert len(works(read(text, "a.txt"))) == 2


def test_a_list_in_wrapped_text_keeps_its_lines() -> None:
    body = (
        "The weir was built of oak in the year of the great flood, when the town\n"
        "had money and the miller had none, and it was mended every second summer\n"
        "by the men of both mills and their sons. [1] So the clerk has it, and he\n"
        "had kept the books of the weir for forty years when he wrote it down. [2]\n\n"
    )
    entries = "[1] Nell Marsh, The Weirs of Wend and of the Rivers to the North of it\n    (Wendham Press, 1998)\n"
    entries += "[2] Otto Quist, “A Clerk Remembers”, Wend Gazette, 3 May 2004\n"
    found = works(read(body + entries, "a.txt"))
    assert len(found) == 2
    assert "Wendham Press" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        # what stands in the list is prose
        BODY + "\n[1] He told me so himself when we met at the weir and I did not doubt him.\n[2] So did she.\n",
        # the text cites nothing
        BODY.replace(" [1]", "").replace(" [2]", "") + "\n" + listed("[{}] "),
        # the text cites more than the list has
        BODY + "It leaks. [7]\n\n" + listed("[{}] "),
        # the list does not count from 1
        BODY + "\n" + listed("[{}] ").replace("[1]", "[4]").replace("[2]", "[5]"),
        # most of it is never cited
        BODY.replace("[2]", "[1]") + "\n" + listed("[{}] ", ENTRIES * 3),
    ],
)
def test_what_is_no_list_of_works_stays_text(text: str) -> None:
    assert works(read(text, "a.txt")) == []


def test_steps_at_the_end_are_no_works() -> None:
    steps = "\n1. Open the sluice.\n2. Wait for an hour.\n3. Close it again.\n"
    assert works(read(BODY + steps, "a.txt")) == []


def test_a_list_under_a_heading_is_the_only_one() -> None:
    text = f"{BODY}\nSources\n\n{listed('[{}] ')}\n"
    assert len(works(read(text, "a.txt"))) == 2


def test_numbers_cited_in_brackets_are_read_within_lines_only() -> None:
    assert cited_in("So it is [1, 3]. And [2].\n[4] Doe\n> [5] Roe [see [6](x) and [7]: y") == {1, 2, 3}


def test_a_list_has_its_numbers_in_order() -> None:
    assert is_list_of_works([1, 2], ENTRIES, [1])
    assert not is_list_of_works([2, 1], ENTRIES, [1])


BRACKETED = "\n\nNotes\n\n1. Nell Marsh, The Weirs of Wend (1998).\n2. Otto Quist, A Clerk Remembers (2004).\n"


def marks(document: Document) -> list[tuple[str, str]]:
    return [(each.label, each.target) for each in document.marks if each.kind is MarkKind.NOTE and not each.ambiguous]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It is oak.[1] It leaks.[2] It is dear.[2]", "1 2 2"),
        ("It is oak.[1] It leaks.[2] It is dear.[1]", "1 2 1"),
        ("It is oak.[2] It leaks.[1] It is dear.[2]", "2 1 2"),
        ("It is oak [2]. It leaks [1].", "2 1"),
        ("It is oak [1, 2]. It leaks [1].", "1 2 1"),
        ("It is oak.¹ It leaks.² It is dear.²", "1 2 2"),
    ],
)
def test_marks_in_brackets_may_come_again_under_a_heading_of_notes(body: str, found: str) -> None:
    document = read(body + BRACKETED, "a.txt")
    assert [label for label, _ in marks(document)] == found.split()
    assert all(target for _, target in marks(document))
    assert not any(mark.ambiguous for mark in document.marks)


def test_glued_numbers_that_come_again_are_in_doubt_still() -> None:
    document = read("It is oak.1 It leaks.2 It is dear and old.2" + BRACKETED, "a.txt")
    assert [mark.label for mark in document.marks if mark.ambiguous] == ["2", "2"]
