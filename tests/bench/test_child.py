"""Jobs in processes of their own, on a few texts made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.engine import child, sample
from bench.engine.child import Done, Job
from bench.engine.sample import Quotation

SAID = "the lantern was lit each night whether a boat was due or not, and the keeper was paid by the month"
TEXTS = (
    "Nobody came to the weir that winter, says the first of the books that the harbour has. " * 40,
    f"It was cold, wrote the keeper; and that {SAID}. Then the flood took the mill, its wheel and its ledgers. " * 2,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"text-{number}.txt").write_text(text, encoding="utf-8")
    start = TEXTS[1].index(SAID)
    one = Quotation(SAID.replace("lit", "seen"), "one_word", 1, (((start, start + len(SAID)),),), SAID)
    sample.save([one], tmp_path / "quotations.json")
    return tmp_path


def done(folder: Path, tool: str, copies: int = 1, size: float = 1e9) -> Done:
    return child.run(Job(tool, str(folder), size, str(folder / "quotations.json"), copies=copies))


@pytest.mark.parametrize("tool", ["held", "folded", "streamed"])
def test_the_engine_answers_rightly_however_it_gets_its_texts(folder: Path, tool: str) -> None:
    made = done(folder, tool)
    assert made.right == 1
    assert made.source == sum(len(text.encode()) for text in TEXTS)
    assert made.find > 0
    assert 0 <= made.growth < made.peak


def test_streamed_copies_count_as_text_and_the_first_is_still_found(folder: Path) -> None:
    made = done(folder, "streamed", copies=3)
    assert made.source == 3 * done(folder, "streamed").source
    assert made.right == 1
    assert made.passes >= 1


def test_only_the_texts_up_to_the_size_are_searched(folder: Path) -> None:
    made = done(folder, "rapidfuzz", size=len(TEXTS[0]))
    assert made.source == len(TEXTS[0])
    assert made.right == 0
