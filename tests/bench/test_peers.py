"""The peers on three short texts, where they are installed; every one is asked in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.engine import peers
from bench.engine.answer import Answer
from bench.engine.corpus import Corpus

SAID = "the lantern was lit each night whether a boat was due or not"
TEXTS = (
    "“Nobody” came to the weir that winter, says the keeper’s book. " * 4,
    f"“It is cold — very cold,” wrote the keeper; and that {SAID}. He was paid by the harbour for thirty years.",
    "The harbour has another book, and nobody has read it since the flood took the mill and its wheel. " * 4,
)
START = TEXTS[1].index(SAID)
PLACE = (START, START + len(SAID))


@pytest.fixture
def three(tmp_path: Path) -> Corpus:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"text-{number}.txt").write_text(text, encoding="utf-8")
    return Corpus.of(tmp_path)


def asked(name: str, corpus: Corpus, quotation: str) -> Answer | None:
    pytest.importorskip(name)
    peer = peers.SLOW[name](corpus)
    peer.ready()
    return peer.find(quotation)


@pytest.mark.parametrize("name", ["rapidfuzz", "edlib"])
def test_a_peer_that_locates_gives_the_place_in_characters(three: Corpus, name: str) -> None:
    assert asked(name, three, SAID) == Answer(1, (PLACE,))
    changed = asked(name, three, SAID.replace("lantern", "lamp"))
    assert changed is not None
    assert changed.source == 1
    (found,) = changed.spans
    assert abs(found[0] - PLACE[0]) < 12
    assert abs(found[1] - PLACE[1]) < 12


def test_krokai_gives_the_text_alone(three: Corpus) -> None:
    assert asked("krokai", three, SAID) == Answer(1)


@pytest.mark.parametrize("name", list(peers.SLOW))
def test_a_peer_has_no_answer_where_nothing_is_near(three: Corpus, name: str) -> None:
    said = "quarterly figures for zinc exports exceeded every forecast published by analysts in Zürich"
    assert asked(name, three, said) is None


@pytest.mark.parametrize("implementation", [None, "DFA"])
def test_the_exact_scan_counts_every_quotation_that_stands_there(three: Corpus, implementation: str | None) -> None:
    pytest.importorskip("ahocorasick_rs")
    assert peers.Exact(three, implementation).find_all([SAID, "very cold,” wrote", "never written"]) == 2


def test_one_search_after_another_counts_quotations(three: Corpus) -> None:
    joined = b"\0".join(path.read_bytes() for path in three.paths)
    assert peers.find_in_turn(joined, [SAID, "very cold,” wrote", "never written"]) == 2
