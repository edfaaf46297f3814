"""Texts on disk, in memory and streamed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from bench.engine import corpus
from bench.engine.corpus import Corpus, Streamed


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Evaluation data with three opinions and two RFCs, 100 bytes each."""
    root = tmp_path / "data"
    (root / "scotus").mkdir(parents=True)
    (root / "rfc" / "txt").mkdir(parents=True)
    rows = [json.dumps({"id": str(number), "text": f"{number}" * 100}) for number in range(3)]
    (root / "scotus" / "opinions_a.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    for number in (7, 8):
        (root / "rfc" / "txt" / f"rfc{number}.txt.gz").write_bytes(gzip.compress(f"{number}".encode() * 100))
    monkeypatch.setenv("HOLDWATER_DATA", str(root))
    return root


def written(folder: Path, size: float) -> Corpus:
    folder.mkdir()
    return corpus.write(folder, size)


@pytest.mark.usefixtures("data")
def test_whole_texts_are_written_until_the_size_is_reached(tmp_path: Path) -> None:
    made = written(tmp_path / "made", 250)
    assert made.sizes == (100, 100, 100)
    assert made.size == 300


@pytest.mark.usefixtures("data")
def test_all_texts_are_written_where_there_are_too_few_and_both_kinds_are_among_them(tmp_path: Path) -> None:
    made = written(tmp_path / "made", 10_000)
    assert sorted(text[0] for text in made.texts()) == ["0", "1", "2", "7", "8"]


@pytest.mark.usefixtures("data")
def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(tmp_path: Path) -> None:
    large = written(tmp_path / "large", 500)
    small = written(tmp_path / "small", 200)
    assert large.texts()[:2] == small.texts()
    assert Corpus.of(tmp_path / "large", 200).texts() == small.texts()
    assert Corpus.of(tmp_path / "large", 201).size == 300


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    assert Corpus.of(tmp_path).texts() == []


def test_streamed_texts_can_be_gone_through_again_and_it_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Über “the weir”", encoding="utf-8")
    texts = Streamed([path])
    assert list(texts) == list(texts) == ["Über “the weir”"]
    assert texts.passes == 2


def test_a_copy_has_other_words_of_the_same_lengths_and_copies_differ(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Über “the Weir, the weir” 1879", encoding="utf-8")
    first, second, third = Streamed([path], copies=3)
    assert first == "Über “the Weir, the weir” 1879"
    assert len({first, second, third}) == 3
    assert [len(word) for word in second.split()] == [len(word) for word in first.split()]
    said = second.split()
    assert said[1].strip("“") == said[3], "the same word is exchanged for the same word"
    assert said[2].strip(",").lower() == said[4].strip("”")
    assert second.endswith("1879")
