"""Who speaks before an ellipsis and who behind it, told by labels and by quotation marks."""

from __future__ import annotations

import pytest

from holdwater.match.guards.speakers import other_label, other_turn


def cut(left: str, hidden: str, right: str) -> tuple[str, int, int]:
    return left + hidden + right, len(left), len(left + hidden)


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("Ms. Tran: Why? The Secretary (Mr. Oban)", ": It is dear. Ms. Tran: No. ", "My people hear of it."),
        ("The Secretary of Works (Mr. Oban): It is safe", ". The Secretary of Health (Ms. Lund): ", "It is not."),
        ("Q. Where was he?\nA. I saw the lights", ".\nQ. You stood at the pump. ", "It was dark."),
        ("HOST: Why? LENA FRISK: I was tired", ". HOST: So they say. ", "You were pushed out of it."),
        ("Mr. HOLT. Mr. President, it will not hold", ". Mr. PRYCE. It will. ", "It has stood for forty years."),
        ("DR. SAND: For carts, yes", ". DR. VOSS: For lorries ", "it is a trap"),
    ],
)
def test_the_label_of_another_speaker_is_seen(left: str, hidden: str, right: str) -> None:
    assert other_label(*cut(left, hidden, right))


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("LENA FRISK: I was tired", ". HOST: So they say. FRISK: They do. ", "I had slept for a week."),
        ("The Secretary (Mr. Oban): It is dear", ". Ms. Tran: No. Mr. Oban: ", "I have not heard it."),
        ("Q. Where was he?\nA. At home", ".\nQ. And she?\nA. ", "At the mill."),
        ("Ms. Tran: Why", "? The Secretary: It is dear. ", "Ms. Tran: My people hear of it."),
        ("VI: Rovers 24", ", Harriers 3\nXII: Rovers 27, ", "Wanderers 10"),
        ("Type: 5", "\nLength: 12\n", "of octets"),
    ],
)
def test_the_same_speaker_and_a_label_that_is_shown_are_let_be(left: str, hidden: str, right: str) -> None:
    assert not other_label(*cut(left, hidden, right))


def test_a_dialogue_that_turns_once_is_seen_and_one_that_turns_back_is_let_be() -> None:
    assert other_turn(*cut("“It is old,” said Voss. “It will ", "fall.” “It will ", "stand.”"))
    assert other_turn(*cut("'It is old,' said Voss. 'It will ", "fall.' 'It will ", "stand.'"))
    assert not other_turn(*cut("“It is old,” said Voss. “It will ", "fall.” “No.” “It will ", "fall."))


def test_titles_side_by_side_outside_a_speech_are_no_dialogue() -> None:
    assert not other_turn(*cut("They played ", 'the songs "Rain!" "Wind!" and ', "others"))
