"""Batches made to do harm: each answer is right or says that it cannot tell, and the work grows with what is given."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from holdwater.match import Sought, Words, library, locate, search, shared, votes
from holdwater.match.index import Index
from holdwater.match.library import Library
from holdwater.match.model import Alignment, Fit
from holdwater.match.quoted import Quoted

CANNOT_TELL = {Fit.NOT_FOUND, Fit.TOO_SHORT, Fit.AMBIGUOUS}
FOUND = {Fit.VERBATIM, Fit.EDITED}


@pytest.fixture(scope="module")
def words() -> list[str]:
    """Sixty thousand words of a made-up language of five thousand."""
    dice = random.Random(17)
    language = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9))) for _ in range(5_000)]
    return dice.choices(language, k=60_000)


class Work:
    """What was counted: the runs' votes, the most of them held at a time, and the texts that were laid in."""

    def __init__(self) -> None:
        self.votes = self.most = self.laid = 0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    done, key, weigh = Work(), votes._Key.of, search.weigh

    def counted(self: votes._Key, segment: votes.Integers, *rest: votes.Integers) -> votes.Integers:
        done.votes += len(segment)
        done.most = max(done.most, len(segment))
        return key(self, segment, *rest)

    def weighed(*args) -> None:  # type: ignore[no-untyped-def]
        done.laid += 1
        weigh(*args)

    monkeypatch.setattr(votes._Key, "of", counted)
    monkeypatch.setattr(search, "weigh", weighed)
    return done


def texts_of(alignments: list[Alignment], passages: list[str]) -> list[str]:
    return [one.span.of(passages[one.passage]) if one.span else "" for one in alignments]


@pytest.mark.parametrize(
    "piece", ["a", "q", ".", "。", "…", " ", "\x00", "“”", "[", "[]", "—", "\ud800", "\u200b", "'"]
)
def test_one_letter_or_mark_among_several_texts_cannot_be_told(piece: str, words: list[str]) -> None:
    (found,) = locate([piece], [" ".join(words[:2_000]), "a . , …"])
    assert found.fit in CANNOT_TELL


def test_a_quotation_longer_than_any_text_is_not_found(words: list[str]) -> None:
    (found,) = locate([" ".join(words)], [" ".join(words[:3_000]), " ".join(words[9_000:9_500])])
    assert found.fit is Fit.NOT_FOUND


def test_a_quotation_of_a_hundred_thousand_words_is_found_in_one_of_several_texts(words: list[str]) -> None:
    quotation = " ".join(words + words[:40_000])
    (found,) = locate([quotation], [" ".join(words[:100]), f"before it {quotation} after it"])
    assert (found.fit, found.passage) == (Fit.VERBATIM, 1)
    assert found.spans[0].start == len("before it ")


def test_words_of_a_segment_beyond_a_million_have_votes(words: list[str]) -> None:
    index = Index.of([Quoted.literally("x " * 1_100_000 + "the old quay").segments[0]], 3)
    text = Words.of("they met at the old quay")
    hits = votes.Hits.in_stretch(index, text.hashes, np.zeros(1, np.int64), 100)
    (place,) = votes.votes(index, hits, hits.places(index)).diagonal.tolist()
    assert place <= 3 - 1_100_000 < place + 2 * votes.BUCKET


@pytest.mark.parametrize("quotation", ["word", "word " * 9, "word " * 40_000, "word other " * 99, "word … " * 99])
def test_a_text_of_one_word_repeated_a_million_times_tells_nothing(quotation: str, work: Work) -> None:
    (found,) = locate([quotation], ["word " * 1_000_000, "the old quay"])
    assert found.fit in CANNOT_TELL | FOUND
    assert work.votes <= 100_000
    assert work.laid <= 12


@pytest.mark.parametrize("count", [500, 20_000])
def test_a_quotation_asked_for_many_times_is_looked_for_once(count: int, words: list[str], work: Work) -> None:
    quotation, texts = " ".join(words[700:720]), [" ".join(words[:500]), " ".join(words[500:2_000])]
    found = locate([quotation] * count, texts)
    assert len(found) == count
    assert all(one == found[0] for one in found)
    assert texts_of(found[:1], texts) == [quotation]
    assert work.laid == 1
    assert work.votes <= 40


def test_what_follows_a_quotation_and_what_is_preferred_part_it_from_its_like() -> None:
    texts = ["The board may sell the quay unless the town objects. " * 2, "nothing of the kind"]
    quotation = "The board may sell the quay"
    second = texts[0].rindex(quotation)
    plain, whole, later = locate(
        [
            Sought(quotation, after=" and"),
            Sought(quotation, after=". The rest"),
            Sought(quotation, prefer=lambda s: s.start == second),
        ],
        texts,
    )
    assert plain.cut is None
    assert whole.cut is not None
    assert [one.spans[0].start for one in (plain, whole, later)] == [0, 0, second]


def test_seventy_thousand_short_quotations_each_stand_at_their_place(words: list[str], work: Work) -> None:
    texts = [" ".join(words[:30_000]), " ".join(words[30_000:])]
    starts = [*range(0, 29_000, 16), *range(30_000, 59_000, 16)]
    quotations = [" ".join(words[at : at + 5]) for at in starts]
    quotations += [f"no{n} such{n} words{n}" for n in range(70_000 - len(quotations))]
    found = locate(quotations, texts)
    told = [one.fit in FOUND for one in found]
    assert sum(told[: len(starts)]) > 0.99 * len(starts)
    assert not any(told[len(starts) :])
    assert all(text in {"", asked} for text, asked in zip(texts_of(found, texts), quotations, strict=True))
    assert work.laid <= 2 * len(starts)


def test_votes_of_segments_beyond_any_power_of_two_stay_with_their_segments() -> None:
    segments = [Quoted.literally(f"aa{n} bb{n} cc{n}").segments[0] for n in range(70_000)]
    index = Index.of(segments, 3)
    text = Words.of("x y aa69999 bb69999 cc69999 z aa3 bb3 cc3")
    hits = votes.Hits.in_stretch(index, text.hashes, np.zeros(1, np.int64), 100)
    assert votes.votes(index, hits, hits.places(index)).segment.tolist() == [3, 69_999]


def alike(count: int, words: list[str]) -> tuple[list[str], list[str]]:
    """Quotations that differ in their last word only, and texts in which what they share stands ninety times."""
    shared_words = " ".join(words[:10])
    source = " ".join(f"{shared_words} {' '.join(words[n : n + 9])}" for n in range(20, 920, 10))
    return [f"{shared_words} x{n}" for n in range(count)], [source, " ".join(words[2_000:4_000])]


def test_quotations_nearly_all_alike_cost_twice_as_much_where_they_are_twice_as_many(
    words: list[str], work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(votes, "LEAST_VOTES", 1_000)
    spent = []
    for count in (500, 1_000):
        work.votes = work.laid = 0
        found = locate(*alike(count, words))
        assert all(one.fit in CANNOT_TELL | {Fit.ALTERED} for one in found)
        spent.append((work.votes, work.laid))
    (votes_of_one, laid_of_one), (votes_of_two, laid_of_two) = spent
    assert votes_of_two <= 2.1 * votes_of_one + 1_000
    assert laid_of_two <= 2.1 * laid_of_one + 10


def test_no_more_votes_are_held_than_may_be(words: list[str], work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    quotations, texts = alike(60, words)
    whole = locate(quotations, texts)
    monkeypatch.setattr(votes, "MOST_TOGETHER", 2_000)
    work.most = 0
    assert locate(quotations, texts) == whole
    assert 0 < work.most <= 2_000


def sentences(count: int, words: list[str]) -> list[str]:
    return [" ".join(words[n % 59_000 : n % 59_000 + 8]) + f" n{n}" for n in range(count)]


def test_each_of_seventy_thousand_texts_of_a_sentence_can_be_told(words: list[str], work: Work) -> None:
    texts = sentences(70_000, words)
    asked = [texts[n] for n in (0, 32_767, 32_768, 65_536, 69_999)]
    found = locate(asked, texts)
    assert [texts[one.passage] for one in found] == asked
    assert {one.fit for one in found} == {Fit.VERBATIM}
    assert work.laid <= 3 * len(asked)


def test_the_memory_for_many_small_texts_is_that_of_those_that_are_kept(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "MOST_TOGETHER", 100)
    texts, peaks = sentences(4_500, words), []
    for room in (0, 500 * 560, 4_500 * 560):
        tracemalloc.start()
        passed = Library(texts, room)
        assert sum(len(stretch) for stretch in passed.stretches()) == len(texts)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # The first time through, each word's hash is kept as well.
    assert peaks[1] < peaks[2] / 4
    assert peaks[2] < 4 * 4_500 * 560


def test_texts_without_words_do_not_gather_without_end() -> None:
    stretches = Library([""] * 40_000).stretches()
    assert max(len(stretch) for stretch in stretches) <= 1 << 15


def test_an_empty_text_holds_nothing(words: list[str]) -> None:
    quotation = " ".join(words[:12])
    for texts in ([""], ["", "", ""], ["", " \n", "…"]):
        assert locate([quotation], texts)[0].fit is Fit.NOT_FOUND
    (found,) = locate([quotation], ["", f"so {quotation}", ""])
    assert (found.fit, found.passage, found.spans[0].start) == (Fit.VERBATIM, 1, 3)


def test_a_word_of_a_megabyte_is_a_word_like_any_other() -> None:
    giant = "a" * 1_000_000
    texts = [f"the quay wall fell {giant} at night", f"{giant}b"]
    whole, none, changed = locate(
        [f"the quay wall fell {giant} at night", "the board sold the pier", f"wall fell {giant}c at night"], texts
    )
    assert (whole.fit, whole.passage, len(whole.spans[0])) == (Fit.VERBATIM, 0, len(texts[0]))
    assert none.fit is Fit.NOT_FOUND
    assert changed.fit not in FOUND


def test_the_hashes_of_giant_words_are_right_and_not_kept() -> None:
    from holdwater.match.folding import _hash_kept, hash_of

    long = "ab\U00020000\ud800" * 30
    assert hash_of(long) == _hash_kept.__wrapped__(long)
    before = _hash_kept.cache_info().currsize
    hash_of("z" * 100_000)
    assert _hash_kept.cache_info().currsize == before


def test_runs_made_to_begin_alike_are_found_by_halving() -> None:
    index = Index.of([Quoted.literally(" ".join(f"w{n}" for n in range(40))).segments[0]], 1)
    runs = np.arange(40, dtype=np.uint32) * np.uint32(2)
    crowded = replace(index, runs=runs, first=np.arange(41), slots=index.slots * 0, most=40)
    asked = np.array([0, 1, 78, 79, 80, 2**32 - 1], np.uint32)
    assert crowded._looked_up(asked, np.zeros(6, np.uint32)).tolist() == [0, -1, 39, -1, -1, -1]


def generated(texts: list[str]) -> Iterator[str]:
    yield from texts


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("once", [generated, iter, lambda texts: map(str, texts)])
def test_texts_that_can_be_read_once_only_are_refused(once: Callable[[list[str]], object], processes: int) -> None:
    with pytest.raises(ValueError, match=r"more than once.*list\(passages\)"):
        locate(["the old quay"], once(["the old quay", "x"]), processes=processes)  # type: ignore[call-overload]


def test_the_keys_of_a_mapping_are_not_searched_in_vain() -> None:
    with pytest.raises(ValueError, match=r"passages\.values\(\)"):
        locate(["the old quay"], {"harbour.txt": "the old quay"})


@pytest.mark.parametrize(
    ("passages", "says"),
    [
        (None, "NoneType"),
        (b"the quay", "bytes"),
        (7, "int"),
        (["a", None], "passage 1 .*NoneType"),
        ([b"a"], "passage 0"),
    ],
)
def test_what_is_no_text_is_refused_by_name(passages: object, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        locate(["the old quay fell"], passages)  # type: ignore[call-overload]


def test_a_string_where_several_quotations_may_stand_is_one_quotation() -> None:
    found = locate("the old quay fell down", ["nothing here", "so the old quay fell down"])  # type: ignore[call-overload]
    assert (found.fit, found.passage) == (Fit.VERBATIM, 1)


@pytest.mark.parametrize("processes", [-1, 0, 5, 10_000])
def test_more_processes_than_texts_find_what_one_finds(
    processes: int, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    pool = shared.ProcessPoolExecutor
    monkeypatch.setattr(shared, "ProcessPoolExecutor", lambda *args: started.append(args[0]) or pool(*args))
    quotations = [" ".join(words[5:25]), "tax board"]
    for texts in ([" ".join(words[:300])], [" ".join(words[300:600]), " ".join(words[:300])], []):
        assert [one.spans for one in locate(quotations, texts, processes=processes)] == [
            one.spans for one in locate(quotations, texts)
        ]
    assert all(count <= 2 for count in started)
