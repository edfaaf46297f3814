"""When an answer counts as the right place."""

from __future__ import annotations

from bench.engine.answer import Answer, is_right
from bench.engine.sample import Quotation

SENTENCE = "The keeper of the weir lit the lantern each night of that winter."
FIRST = f"Nobody came. {SENTENCE} Nobody went."
TEXTS = [
    FIRST,
    f"A letter of the daughter.\n{SENTENCE.replace(' weir', chr(10) + 'weir')}",
    "Something else altogether.",
]
START = FIRST.index(SENTENCE)
END = START + len(SENTENCE)
QUOTATION = Quotation("the keeper lit the lantern each night", "omission", 0, (((START, END),),), SENTENCE)


def right(answer: Answer | None) -> bool:
    return is_right(answer, QUOTATION, TEXTS)


def test_half_of_the_place_is_enough_and_less_is_not() -> None:
    half = (END - START) // 2
    assert right(Answer(0, ((START, END),)))
    assert right(Answer(0, ((START, START + half + 1),)))
    assert not right(Answer(0, ((START, START + half - 2),)))


def test_pieces_count_together() -> None:
    third = (END - START) // 3
    assert right(Answer(0, ((START, START + third), (END - third, END))))


def test_what_an_ellipsis_leaves_out_need_not_be_covered() -> None:
    gapped = Quotation("…", "ellipsis", 0, (((START, START + 10), (END - 10, END)),), SENTENCE)
    assert is_right(Answer(0, ((START, START + 10), (END - 10, END))), gapped, TEXTS)
    assert is_right(Answer(0, ((START, END),)), gapped, TEXTS)
    assert not is_right(Answer(0, ((START + 10, END - 10),)), gapped, TEXTS)


def test_a_whole_chapter_is_no_place() -> None:
    texts = ["x" * 5_000 + FIRST, *TEXTS[1:]]
    moved = Quotation(QUOTATION.text, "omission", 0, (((START + 5_000, END + 5_000),),), SENTENCE)
    assert not is_right(Answer(0, ((0, len(texts[0])),)), moved, texts)


def test_the_same_words_elsewhere_are_right_however_they_are_broken() -> None:
    start = TEXTS[1].index("The keeper")
    assert right(Answer(1, ((start, len(TEXTS[1])),)))
    assert not right(Answer(2, ((0, 20),)))


def test_a_tool_that_names_a_text_only_is_right_about_any_that_has_the_words() -> None:
    assert right(Answer(0))
    assert right(Answer(1))
    assert not right(Answer(2))


def test_no_answer_is_not_right() -> None:
    assert not right(None)


def test_either_half_of_a_stitched_quotation_will_do() -> None:
    stitched = Quotation("…", "stitched", 0, (((0, 10),), ((START, END),)), FIRST[:10])
    assert is_right(Answer(0, ((START, END),)), stitched, TEXTS)
    assert is_right(Answer(0, ((0, 10),)), stitched, TEXTS)
