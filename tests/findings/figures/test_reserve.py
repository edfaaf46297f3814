"""A source's other number does not deny a claim whose own number stands there as something that it may be."""

from __future__ import annotations

from findings.figures.bureau import relation
from holdwater.document import Block, BlockKind, Document, Span


def in_blocks(*texts: str) -> Document:
    """A text whose paragraphs are these."""
    blocks, text = [], ""
    for one in texts:
        blocks.append(Block(Span(len(text), len(text) + len(one)), BlockKind.PARAGRAPH))
        text += f"{one}\n\n"
    return Document(text.rstrip("\n"), blocks=tuple(blocks))


RATES = (
    "| District | Thefts | Per 100,000 |\n|---|---|---|\n| Ashmoor | 1,204 | 382 |\n| Kell | 977 | 264 |\n\n"
    "The police of Ashmoor counted 57 thefts in the worst week of the year in the district."
)


def test_a_bare_number_of_a_column_of_rates_is_not_denied_by_a_count() -> None:
    assert relation("Ashmoor district had a theft rate of 382.", RATES) == "unsure"


def test_a_number_with_a_unit_may_be_one_that_stands_without() -> None:
    passage = (
        "In the first year the quarry sent off 4,150 tons of slate. The slate of the second year was 3,870, and the "
        "owners were content."
    )
    assert relation("The quarry sent off 3,870 tons of slate.", passage) in ("unsure", "entailed")
    assert relation("The quarry sent off 3,260 tons of slate.", passage) == "contradicted"


def test_a_bare_number_that_stands_nowhere_is_denied_as_before() -> None:
    passage = "The police of Ashmoor district recorded a worst week of 571 in all."
    assert relation("The police of Ashmoor district recorded a worst week of 824.", passage) == "contradicted"


CELLS = in_blocks("Yields by farm", "Farm Cows Litres Fat", "Nether Hay 31", "22.6", "4.1", "Overton 44", "19.8", "3.9")


def test_a_number_alone_in_its_block_may_be_a_cell_of_the_row_before() -> None:
    assert relation("The cows at Nether Hay gave 22.6.", CELLS) == "unsure"
    assert relation("The cows at Nether Hay gave 27.4.", CELLS) == "contradicted"
