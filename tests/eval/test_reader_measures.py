"""The evaluation of the readers: its bounds, what counts as the word at an origin, and what is timed."""

from __future__ import annotations

import pytest
from bench.readers import Speed
from eval.measure import bounds
from eval.readers.__main__ import MODULES
from eval.readers.origins import same

from bench import drafts
from holdwater.read import read_bytes


def test_every_measure_of_the_readers_has_a_bound_of_its_own() -> None:
    named = [name for names in MODULES.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) == set(bounds("readers"))


@pytest.mark.parametrize(
    ("word", "there"),
    [
        ("mill", "mill"),
        ("mill,", "mill<sup><a href='#1'>1</a></sup>,"),
        ("Größe", "Gr&ouml;&#223;e"),
        ("café", r"caf\'e"),
        ("<b>", "<b>"),
        ("fish", "ﬁsh"),
    ],
)
def test_the_files_characters_are_the_words_however_they_are_written(word: str, there: str) -> None:
    assert same(word, there)


@pytest.mark.parametrize(("word", "there"), [("mill", ""), ("mill", "m"), ("mill", "wheel"), ("mill", "m" + "x" * 90)])
def test_other_characters_are_not_the_words(word: str, there: str) -> None:
    assert not same(word, there)


def test_a_rate_holds_from_its_floor_on() -> None:
    assert Speed("HTML", 200.0, 200, "pages/s").holds
    assert "BELOW ITS FLOOR" in Speed("HTML", 199.9, 200, "pages/s").line()


@pytest.mark.parametrize("form", ["markdown", "latex", "plain", "docx"])
def test_the_article_that_is_timed_is_the_same_in_every_format(form: str) -> None:
    article = drafts.article(6_000)
    document = read_bytes(getattr(drafts, form)(article), f"article.{form}", format=form)
    notes = sum(how == "note" for one in article for how, _ in one.pieces)
    assert len(document.notes) == notes > 0
    assert all(words.split(".")[0].lower() in document.text.lower() for one in article for _, words in one.pieces[:1])
