"""An ellipsis by which one seems to say what another said."""

from __future__ import annotations

import pytest

from holdwater.match.guards.sayings import other_sayer
from holdwater.match.words import Words


def cut(left: str, hidden: str, right: str) -> tuple[Words, int, int, int]:
    words = Words.of(f"{left}{hidden}{right}")
    return words, len(Words.of(left)), len(words) - len(Words.of(right)), 0


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("I told the clerk", " that it was late, and he said ", "I was a fool"),
        ("I told her", " it was painted. What the boatman said to me was, “", "That boat will carry you”"),
        ("The nurse told us", " that it was locked. The porter told us ", "that the key was lost"),
        ("My brother wrote that", " it was sold, and my mother wrote that ", "he had drunk the money"),
        ("an inn that the handbook calls", " good and that my wife called, not without reason, ", "a barn"),
        ("The town thought that the doctor", " was a rogue, and old Mrs. Pike thought that he ", "was a saint"),
        (
            "It was the view of the king that the captain",
            " lied; it was the belief of his crew that he ",
            "had saved them",
        ),
        ("Defendants contend that", " it came late. We hold that it came in time and ", "the lease is void"),
        (
            "Harrow was cautious",
            ". “It may be a fish,” she said. Her friend Ibarra went on. “",
            "It is a bird,” he said",
        ),
        ("I never sold a share", ". I could not. People say ", "I knew for weeks"),
    ],
)
def test_the_words_of_another_are_seen(left: str, hidden: str, right: str) -> None:
    assert other_sayer(*cut(left, hidden, right))


@pytest.mark.parametrize(
    ("left", "hidden", "right"),
    [
        ("She told the court", " that she was tired. She added, “", "I had driven all night”"),
        ("The tribunal found that the driver", " was late, and it held that he ", "had been dismissed"),
        ("Harrow was cautious", ". Her friend Ibarra went on. “", "It is a bird,” says Ibarra"),
        ("The handbook calls it", " good and, for a village of that size, ", "a fine inn"),
        ("As adults", ", they called themselves orphans, ", "and demanded a pension"),
        ("It may be better", " or worse. You may find some compelling answers.\n\n", "This quirk was seen"),
        ("They list the games that they call", " old. We list those that we ", "play"),
    ],
)
def test_the_same_sayer_and_what_is_not_said_are_let_be(left: str, hidden: str, right: str) -> None:
    assert not other_sayer(*cut(left, hidden, right))
