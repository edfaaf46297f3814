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


TABLES = [
    "|# | Title | Link |\n|---|---|---|\n|1 | The Weirs of Wend | https://w.example/a |\n| 2 | A Clerk Remembers | |\n",
    "No. | Title\n---|---\n[1] | The Weirs of Wend\n[2] | A Clerk Remembers\n",
    "| | Title | Year |\n|:-|:-|-:|\n| 1. | *The Weirs of Wend* | 1998 |\n"
    "| 2. | [A Clerk Remembers](https://g.example/c) | 2004 |\n",
]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("heading", ["## Sources", "**References**", "# References"])
def test_the_rows_of_a_table_of_works_are_entries(table: str, heading: str) -> None:
    found = works(read(f"{BODY}\n{heading}\n\n{table}", "a.md"))
    assert [entry[:20] for entry in found] == ["1. The Weirs of Wend", "2. A Clerk Remembers"]


def test_the_rows_of_a_table_of_works_without_numbers_are_entries_where_they_look_like_works() -> None:
    rows = (
        "| Work | Where |\n|---|---|\n| The Weirs of Wend | https://w.example/a |\n| Sluices | https://w.example/b |\n"
    )
    found = works(read(f"{BODY}\n## Sources\n\n{rows}", "a.md"))
    assert found == ["The Weirs of Wend, https://w.example/a", "Sluices, https://w.example/b"]


def test_a_rows_entry_keeps_its_place_in_the_file() -> None:
    raw = f"{BODY}\n## Sources\n\n{TABLES[0]}"
    document = read(raw, "a.md")
    entry = next(block for block in document.blocks if block.kind is BlockKind.REFERENCE)
    place = document.origin(entry.span)
    assert raw.split("\n")[place.line - 1][place.column - 1 :].startswith("1 | The Weirs")


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n## Weirs\n\n{TABLES[0]}",
        f"{BODY}\n## Notes\n\n| Short | Long |\n|---|---|\n| WW | the weir of Wend |\n| GG | the gate of Gull |\n",
        f"{BODY}\n## Sources\n\n| Year | Weirs |\n|---|---|\n| 1 | 20 |\n| 2 | 30 |\n",
    ],
)
def test_other_tables_stay_tables(text: str) -> None:
    document = read(text, "a.md")
    assert not any(block.kind is BlockKind.REFERENCE for block in document.blocks)
