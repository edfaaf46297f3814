"""One proper name for another."""

from __future__ import annotations

import pytest

from holdwater.match.names import is_name, is_other_name
from holdwater.match.words import Words

SOURCE = (
    "Anne Lisle wrote to J. B. Harlow. Mr. Johnson stayed with the Board. Weather was bad. Lisle left, for "
    "Wray's ship was gone."
)
WORDS = Words.of(SOURCE)


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        (["Anna"], "anne"),
        (["K"], "b"),
        (["Johnston"], "johnson"),
        (["Jane", "Doe"], "anne lisle"),
        (["Marsh"], "lisle left"),
    ],
)
def test_a_name_put_for_a_name_is_seen(written: list[str], stands: str) -> None:
    assert is_other_name(written, WORDS, WORDS.find(stands))


@pytest.mark.parametrize(
    ("written", "stands"),
    [(["Rain"], "weather"), (["wrote"], "wrote"), (["Wray"], "wray's"), (["board"], "board")],
)
def test_other_words_and_forms_of_the_same_name_are_not(written: list[str], stands: str) -> None:
    assert not is_other_name(written, WORDS, WORDS.find(stands))


@pytest.mark.parametrize(
    ("nearby", "expected"),
    [
        ("They asked Wray twice.", True),
        ("They asked\nWray twice.", True),
        ("They asked Wrayburn twice.", False),
        ("They left. Wray too.", False),
        ("They saw McWray, WRAY and wray.", False),
    ],
)
def test_a_word_that_opens_a_sentence_is_a_name_if_it_stands_inside_one_nearby(nearby: str, expected: bool) -> None:
    words = Words.of(f"It rained. Wray slept. {nearby}")
    assert is_name(words, 2) is expected


def test_an_article_behind_a_name_and_a_full_stop_opens_a_sentence() -> None:
    words = Words.of("Roofs of the North. By Peter Roe. The roof was mended. Mr. Wray paid.")
    assert not is_name(words, words.find("the roof"))
    assert is_name(words, words.find("wray"))
