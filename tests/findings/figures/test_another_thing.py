"""What a sentence goes on with says nothing of the figure before it."""

from __future__ import annotations

import pytest

from findings.figures.bureau import relation

PASSAGE = "In 1871 the canal gave work to 900 navvies, of whom 75 were carters."


@pytest.mark.parametrize(
    "sentence", ["By 1871 it gave work to 900, and more carters.", "By 1871 it gave work to 900, but fewer carters."]
)
def test_another_thing_behind_a_figure_is_none_of_its_words(sentence: str) -> None:
    assert relation(sentence, PASSAGE) == "entailed"
