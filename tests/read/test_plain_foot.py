"""The foot of a page behind a list of notes is none of the last note's words."""

from __future__ import annotations

import pytest

from holdwater.read import read_bytes

BODY = "The Weir\n\nThe mill was shut.1 It leaked.2 It fell.3\n\n"
TIGHT = "1. Ann Roe, The Weir (Wend, 1931), p. 1.\n2. Roe, p. 2.\n3. Roe, p. 3."
LOOSE = TIGHT.replace("\n", "\n\n")


def last_note(draft: str) -> str:
    document = read_bytes(draft.encode(), "draft.txt")
    assert [note.label for note in document.notes] == ["1", "2", "3"]
    return document.notes[-1].span.of(document.text)


@pytest.mark.parametrize("heading", ["Notes\n\n", ""])
@pytest.mark.parametrize(
    ("notes", "foot"),
    [
        (TIGHT, "© The Lamp 1931. If you liked this essay, tell a friend."),
        (TIGHT, "Ann Pell teaches at Wend and has written of mills.\n\nRead more: The Tap"),
        (LOOSE, "© The Lamp 1931"),
        (LOOSE, "Copyright 1931 by the Lamp. All rights reserved."),
    ],
)
def test_the_foot_of_a_page_is_not_the_last_notes(heading: str, notes: str, foot: str) -> None:
    assert last_note(f"{BODY}{heading}{notes}\n\n{foot}\n") == "Roe, p. 3."


@pytest.mark.parametrize(
    "notes",
    [
        f"{LOOSE}\n\nThe keeper never saw it.",
        TIGHT.replace("p. 1.", "p. 1.\n\nHe was a miller.") + "\n\nThe keeper never saw it.",
        f"{TIGHT}\n\nand the keeper never saw it.",
    ],
)
def test_a_second_paragraph_of_the_last_note_stays_with_it(notes: str) -> None:
    assert last_note(f"{BODY}Notes\n\n{notes}\n").endswith("the keeper never saw it.") or last_note(
        f"{BODY}Notes\n\n{notes}\n"
    ).endswith("The keeper never saw it.")
