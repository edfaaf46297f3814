"""An ellipsis by which one does what another does, or does always what is done on a condition."""

from __future__ import annotations

import pytest

from holdwater.match.guards.subjects import are_others, other_party
from holdwater.match.model import Change
from holdwater.match.words import Words


def cut(left: str, hidden: str, right: str) -> tuple[Words, int, int, int]:
    words = Words.of(f"{left}{hidden}{right}")
    return words, len(Words.of(left)), len(words) - len(Words.of(right)), 0


@pytest.mark.parametrize(
    ("left", "hidden", "right", "change"),
    [
        ("The Liberals", " would close it. We ", "shall keep it", Change.NAME),
        ("My sister", " would have sold it, but I ", "wanted to keep it", Change.NAME),
        ("The miners", " held out for a year. He ", "lost his seat", Change.NAME),
        ("Mrs. Hale", " opened the school. He ", "had opposed it", Change.NAME),
        ("The cat", " was away. Only Lavinia smiled. She ", "had the brooch", Change.NAME),
        ("Anna", " painted it. Her husband sold it. He ", "died in debt", Change.NAME),
        ("The judge", " asked. The surgeon said that it was clean, and he ", "showed it", Change.NAME),
        ("The inspector may", " enter the house. A constable may ", "arrest any person", Change.NAME),
        ("Copper was found", " in the hills. Gold was found there ", "by a shepherd", Change.NAME),
        ("The author", " thanks her editor. She thanks the clerks of Ghent, who ", "found the letters", Change.NAME),
        ("If he offers notes, you", " shall refuse; but if he offers gold, you ", "may take it", Change.CONJUNCTION),
        ("The fee", " is due in May. If the course is cancelled, the fee ", "is refunded", Change.CONJUNCTION),
        ("When frost comes,", " cover them. When rain comes, ", "leave them open", Change.CONJUNCTION),
        ("For adults, the dose", " is a spoon; for children, the dose ", "is halved", Change.CONJUNCTION),
        ("Sales", " rose by 4%. Excluding the shops bought in March, sales ", "declined", Change.CONJUNCTION),
        ("It fell because", " its wells were dry. They boasted that their ", "guns had broken it", Change.ORDER),
        ("The fort fell", " in July. The allies withdrew ", "because their bread was spent", Change.ORDER),
    ],
)
def test_another_subject_condition_or_cause_is_seen(left: str, hidden: str, right: str, change: Change) -> None:
    assert other_party(*cut(left, hidden, right)) is change


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("The company", " was founded in 1901. We ", "operate forty mills"),
        ("Mrs. Hale", " opened the school. She ", "had longed for it"),
        ("The queen", " received him. After dinner, she ", "asked him to go"),
        ("The commission", " met twice. It then ", "found that it was safe"),
        ("The shipwrights", " struck in May. In June, having won nothing, they ", "went back"),
        ("The author", ", a clerk, who ", "found the letters"),
        ("The inspector may", " enter the house. He may ", "arrest any person"),
        ("If the tenant asks, the landlord", ", who must keep the roof sound, ", "shall mend it"),
        ("If the crime goes on", ", or if the proof may be lost, ", "officers may enter"),
        ("The list shows shops", " – in town, should you ask – ", "that are open"),
        ("The fort fell in July", ". It did so ", "because its bread was spent"),
        ("It was chosen because", " 1) some level is needed to judge it; 2) ", "a level should be named"),
        ("The fort fell", " in July ", "because its bread was spent"),
    ],
)
def test_the_same_subject_and_a_condition_that_is_shown_are_let_be(left: str, hidden: str, right: str) -> None:
    assert other_party(*cut(left, hidden, right)) is None


@pytest.mark.parametrize(
    ("one", "other", "others"),
    [
        ("we", "the liberals", True),
        ("the court", "we", False),
        ("you", "we", True),
        ("i", "we", False),
        ("mrs hale", "he", True),
        ("mrs hale", "she", False),
        ("the keeper", "he", False),
        ("the keepers", "he", True),
        ("mr hale", "mr fell", True),
        ("mr hale", "hale", False),
    ],
)
def test_two_subjects_are_others_if_they_cannot_be_one(one: str, other: str, others: bool) -> None:
    assert are_others(one.split(), other.split()) is others
    assert are_others(other.split(), one.split()) is others
