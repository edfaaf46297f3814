"""Which texts the evaluation of the engine searches, and which it holds out."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest
from eval.engine.faithful import exact
from eval.engine.invented import sentence
from eval.engine.kinds import Expected, Kind, draw
from eval.engine.texts import Entry, chosen, searched_and_held_out

ENTRIES = [Entry(sort, f"{sort}-{number}", 10) for sort in ("opinion", "rfc") for number in range(50)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Invented data: ninety opinions and ninety RFCs of a sentence or two each."""
    rng = random.Random(5)
    (tmp_path / "scotus").mkdir()
    (tmp_path / "rfc" / "txt").mkdir(parents=True)
    rows = [{"id": f"o{n}", "text": f"Opinion {n}. " + " ".join(sentence(rng) for _ in range(9))} for n in range(90)]
    with gzip.open(tmp_path / "scotus" / "opinions_x.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
    for number in range(90):
        text = f"RFC {number}. " + "\n".join(sentence(rng) for _ in range(9))
        (tmp_path / "rfc" / "txt" / f"rfc{number}.txt.gz").write_bytes(gzip.compress(text.encode()))
    monkeypatch.setenv("HOLDWATER_DATA", str(tmp_path))
    return tmp_path


def test_half_of_what_is_searched_is_of_either_sort() -> None:
    searched, _ = chosen(ENTRIES, 200, held_out=5)
    assert (len(searched.opinions), len(searched.rfcs)) == (10, 10)
    assert searched.size == 200


def test_where_one_sort_is_used_up_the_other_makes_up_for_it() -> None:
    searched, _ = chosen([*ENTRIES[:12], *ENTRIES[50:]], 300, held_out=5)
    assert (len(searched.opinions), len(searched.rfcs)) == (7, 23)


def test_what_is_held_out_is_in_no_search_and_the_same_for_all() -> None:
    small, kept_out = chosen(ENTRIES, 100, held_out=5)
    large, again = chosen(ENTRIES, 10_000, held_out=5)
    assert (kept_out.opinions, kept_out.rfcs) == (again.opinions, again.rfcs)
    assert not large.opinions & kept_out.opinions
    assert not set(large.rfcs) & set(kept_out.rfcs)
    assert small.opinions <= large.opinions
    assert len(large) + len(kept_out) == 100


@pytest.mark.usefixtures("folder")
def test_texts_can_be_read_again_and_again_in_one_order() -> None:
    searched, held_out = searched_and_held_out(1)
    first, second = list(searched), list(searched)
    assert first == second
    assert len(first) == len(searched) == 60
    assert len(set(first) | set(held_out)) == 180
    assert [text.split()[0] for text in first] == ["Opinion"] * 30 + ["RFC"] * 30


@pytest.mark.usefixtures("folder")
def test_items_are_drawn_in_turn_from_opinions_and_rfcs_and_name_their_text() -> None:
    searched, _ = searched_and_held_out(1)
    kinds = [Kind("exact", "exact", exact, Expected.FAITHFUL)]
    items = draw(kinds, searched, 20, "a seed")
    texts = list(searched)
    assert len(items) == 20
    assert all(item.made.quotation in texts[item.text] for item in items)
    assert all(texts[item.text].startswith("RFC" if item.number % 2 else "Opinion") for item in items)
    assert items == draw(kinds, searched, 20, "a seed")
    assert items != draw(kinds, searched, 20, "another")


@pytest.mark.usefixtures("folder")
def test_a_kind_that_the_texts_have_nothing_for_comes_out_short() -> None:
    searched, _ = searched_and_held_out(1)
    assert draw([Kind("none", "none", lambda _, __: None, Expected.FAITHFUL)], searched, 3, "a seed") == []
