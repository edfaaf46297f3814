"""Lists of notes and works in Markdown that no heading opens."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, Part
from holdwater.read.markdown import read

BODY = "# The weir\n\nIt was built of oak. [1]\n\nNobody had asked for it, says the clerk. [2] It cost too much. [1]\n"
ENTRIES = (
    "Nell Marsh, The Weirs of Wend (Wendham Press, 1998)",
    "Otto Quist, “A Clerk Remembers”, Wend Gazette, 3 May 2004 <https://gazette.example/clerk>",
)
STYLES = ["[{}] ", "{}. ", "{}) "]


def listed(style: str) -> str:
    return "\n".join(style.format(number) + entry for number, entry in enumerate(ENTRIES, 1))


def works(document: Document, part: Part = Part.REFERENCES) -> list[str]:
    found = [each for each in document.blocks if each.kind is BlockKind.REFERENCE and each.part is part]
    return [each.span.of(document.text) for each in found]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("above", ["\n", "\nYours, damply,\nK.\n\n", "\n---\n\n", "\n* * *\n\n"])
@pytest.mark.parametrize("below", ["\n", "\n\nYou get this letter because you asked for it.\n"])
def test_a_list_that_ends_a_file_without_a_heading_is_one_of_works(style: str, above: str, below: str) -> None:
    found = works(read(BODY + above + listed(style) + below, "a.md"))
    assert [entry[entry.index(" ") + 1 :][:10] for entry in found] == ["Nell Marsh", "Otto Quist"]


def test_a_list_whose_entries_are_paragraphs_is_one_of_works() -> None:
    assert len(works(read(BODY + "\n" + listed("[{}] ").replace("\n", "\n\n"), "a.md"))) == 2


def test_what_stands_below_the_list_is_text() -> None:
    document = read(BODY + "\n" + listed("[{}] ") + "\n\nYou get this letter because you asked for it.\n", "a.md")
    assert document.blocks[-1].part is Part.BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY + "\n1. Open the sluice.\n2. Wait for an hour.\n",
        BODY.replace(" [1]", "").replace(" [2]", "") + "\n" + listed("{}. "),
        BODY + "It leaks. [7]\n\n" + listed("{}. "),
        BODY + "\n> " + listed("{}. ").replace("\n", "\n> "),
        BODY + "\n## Sources\n\n- A weir of oak\n\n## Thanks\n\n" + listed("{}. "),
    ],
)
def test_what_is_no_list_of_works_stays_text(text: str) -> None:
    assert not any("Nell Marsh" in entry or "Open" in entry for entry in works(read(text, "a.md")))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("name", "part"), [("Notes", Part.NOTES), ("Endnotes", Part.NOTES), ("Sources", Part.REFERENCES)]
)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_bare_line_names_the_list_below_it(style: str, name: str, part: Part, gap: str) -> None:
    document = read(f"{BODY}\n{name}{gap}{listed(style)}\n", "a.md")
    assert len(works(document, part)) == 2
    assert [each.span.of(document.text) for each in document.blocks if each.kind is BlockKind.HEADING][1:] == [name]


def test_a_bare_line_names_works_without_numbers() -> None:
    text = "The weir was built of oak.\n\nSources\n\n- Nell Marsh, The Weirs of Wend (Wendham Press, 1998)\n"
    assert len(works(read(text, "a.md"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He took notes.\n\nNotes\n\nThey were lost in the flood.\n",
        "Sources\n\n- tell no lies\n- are seldom asked\n",
        "References\n\n5. Five\n6. Six\n",
    ],
)
def test_a_bare_line_above_other_things_names_no_list(text: str) -> None:
    assert {block.part for block in read(text, "a.md").blocks} == {Part.BODY}
