"""docs/engine.md and the README tell what the engine does: each block of the example is made anew and compared.

`pytest tests/match/test_engine_page.py --update-cases` writes what comes out into the page, to be read in the diff.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from textwrap import fill

import numpy as np
import pytest

import holdwater
from holdwater.match import Words, locate
from holdwater.match.align import Ends, Laid, Step, align
from holdwater.match.anchors import anchors
from holdwater.match.between import lay_by_anchors
from holdwater.match.chain import Window, windows
from holdwater.match.chance import bits, confidence, expected, least_share
from holdwater.match.compose import composed, score_of
from holdwater.match.index import Index
from holdwater.match.lay import CLEAN
from holdwater.match.likeness import likeness_of
from holdwater.match.model import Alignment, EditKind
from holdwater.match.normalise import WORD, fold
from holdwater.match.place import Placement, placements
from holdwater.match.quoted import Element, Quoted
from holdwater.match.search import WORTH
from holdwater.match.votes import Hits, Place, Votes, votes

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "engine.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<name>[a-z][a-z-]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_PLACES = 100
LARGE = 3_700_000
"""Words of 25 MB."""


def block(name: str) -> str:
    """The content of the page's block of this name."""
    (content,) = [match["content"] for match in BLOCK.finditer(TEXT) if match["name"] == name]
    return content


class Example:
    """The page's quotation and its two texts, carried through the stages one after the other."""

    def __init__(self) -> None:
        self.quotation = block("quotation").rstrip("\n")
        self.texts = [block("first-text").rstrip("\n"), block("second-text").rstrip("\n")]
        self.words = [Words.of(text) for text in self.texts]
        self.quoted = Quoted.of(self.quotation)

    @cached_property
    def searched(self) -> int:
        return sum(map(len, self.words))

    @cached_property
    def index(self) -> Index:
        return Index.of(self.quoted.segments, 3)

    @cached_property
    def hits(self) -> Hits:
        hashes = np.concatenate([words.hashes for words in self.words])
        return Hits.in_stretch(self.index, hashes, np.array([0, len(self.words[0])]), MOST_PLACES)

    @cached_property
    def votes(self) -> Votes:
        return votes(self.index, self.hits, self.hits.places(self.index))

    @cached_property
    def places(self) -> dict[int, list[Place]]:
        """Where the segments may stand in the second text."""
        found: dict[int, list[Place]] = {}
        for segment, source, diagonal, weight in self.listed_votes():
            if source == 1:
                found.setdefault(segment, []).append(Place.near(diagonal, weight))
        return found

    def listed_votes(self) -> list[tuple[int, int, int, float]]:
        found = self.votes
        columns = (found.segment, found.source, found.diagonal, found.weight)
        return list(zip(*(column.tolist() for column in columns), strict=True))

    @cached_property
    def windows(self) -> list[Window]:
        """The best window of each segment."""
        return [
            windows(self.places[number], len(segment), 0, len(self.words[1]))[0]
            for number, segment in enumerate(self.quoted.segments)
        ]

    @cached_property
    def placement(self) -> Placement:
        (placement,) = placements(self.quoted, self.words[1], self.places)
        return placement

    @cached_property
    def alignment(self) -> Alignment:
        return composed(self.quoted, self.placement, self.words[1], "")

    @cached_property
    def located(self) -> Alignment:
        return locate([self.quotation], self.texts)[0]


EXAMPLE = Example()


def wrapped(text: str) -> str:
    return fill(text, 112, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def shown(text: str) -> str:
    """A stretch of text in quotation marks, its line's end made visible."""
    return "“" + text.replace("\n", "⏎") + "”" if text else "nothing"


def keys(elements: Sequence[Element]) -> str:
    return " ".join(f"[{one.key}]" if one.kind == "bracket" else one.key for one in elements)


def words_block(example: Example) -> Iterator[str]:
    for number, words in enumerate(example.words):
        yield f"text {number}: {len(words.text)} characters, {len(words)} words"
        yield wrapped("    " + " ".join(f"{at}:{key}" for at, key in enumerate(words.keys)))
    words = example.words[1]
    for at in range(len(words)):
        text = words.span(at, at + 1).of(words.text)
        if "\n" in text or text.startswith("["):
            place = f"characters {words.starts[at]} to {words.ends[at]}"
            yield f"text 1, word {at}: {place}, {shown(text)} → {words.keys[at]}"


def quotation_block(example: Example) -> Iterator[str]:
    for number, segment in enumerate(example.quoted.segments):
        yield wrapped(f"segment {number}: {len(segment)} elements: {keys(segment)}")
        if number < len(example.quoted.gaps):
            yield f"gap: {shown(example.quoted.gaps[number].of(example.quotation))}"
    yield f"{example.quoted.words} words outside brackets"


def runs_block(example: Example) -> Iterator[str]:
    index = example.index
    for number, segment in enumerate(example.quoted.segments):
        mine = sorted(index.element[index.segment == number].tolist())
        first, last = (keys(segment[at : at + 3]).replace(" ", "·") for at in (mine[0], mine[-1]))
        yield f"segment {number}: {len(mine)} runs of three, from {first} to {last}"
    yield f"{len(index.runs)} different runs, in a table of {len(index.bits):,} bits; {index.bits.sum()} of them set"
    passed = sum(len(words) - 2 for words in example.words)
    yield f"{passed} runs of the texts pass by, {len(example.hits.words)} of them are the quotation's"


def hits_block(example: Example) -> Iterator[str]:
    index, hits = example.index, example.hits
    places = hits.places(index)
    yield "text  word  run                       segment  element  diagonal  stands at  votes"
    for word, run in zip(hits.words.tolist(), hits.runs.tolist(), strict=True):
        text = int(np.searchsorted(hits.first, word, "right")) - 1
        at = word - int(hits.first[text])
        segment, element = int(index.segment[index.first[run]]), int(index.element[index.first[run]])
        name = keys(example.quoted.segments[segment][element : element + 3]).replace(" ", "·")
        weight = 1 / np.log2(1 + places[run])
        yield (
            f"{text:>4}  {at:>4}  {name:<24}  {segment:>7}  {element:>7}  {at - element:>8}  "
            f"{places[run]:>9}  {weight:>5.2f}"
        )


def votes_block(example: Example) -> Iterator[str]:
    totals = [0.0] * len(example.texts)
    for segment, source, diagonal, weight in example.listed_votes():
        yield f"segment {segment}, text {source}: diagonals {diagonal} to {diagonal + 15}: {weight:.2f} votes"
        totals[source] += weight
    share = min(totals) / max(totals)
    verdict = f"less than {WORTH}: not laid" if share < WORTH else f"{WORTH} or more: laid too"
    yield f"text 0 has {share:.2f} of the votes of text 1; {verdict}"
    for number, window in enumerate(example.windows):
        yield f"segment {number}: window of text 1, words {window.start} to {window.end}"


def priced(segment: Sequence[Element], laid: Laid, words: Words) -> Iterator[tuple[Step, float]]:
    """Each step of an alignment with its cost, reckoned by aligning just that step."""
    for step in laid.steps:
        closed = Ends(start=False, end=False)
        whole = step.same or align(segment[step.first : step.last], words, step.start, step.end, closed).cost
        yield step, 0.0 if whole is True else whole


def steps_block(example: Example) -> Iterator[str]:
    words = example.words[1]
    for number, (segment, laid) in enumerate(zip(example.quoted.segments, example.placement.laid, strict=True)):
        assert laid is not None
        window = example.windows[number]
        fixed = anchors(segment, words, window.start, window.end)
        lengths = ", ".join(str(one.last - one.first) for one in fixed)
        yield f"segment {number}: anchors of {lengths} words"
        for step, cost in priced(segment, laid, words):
            mine = keys(segment[step.first : step.last]) or "nothing"
            theirs = " ".join(words.keys[step.start : step.end]) or "nothing"
            if step.same and step.last - step.first > 5:
                mine = f"{keys(segment[step.first : step.first + 2])} … {keys(segment[step.last - 2 : step.last])}"
            line = f"elements {step.first:>2} to {step.last:>2}, words {step.start:>2} to {step.end:>2}: "
            yield f"    {line}{cost:.2f}  {mine if step.same else f'{mine} against {theirs}'}"
        yield f"    cost {laid.cost:.2f}; the cheapest in the whole window costs {cheapest(example, number):.2f}"
    cost, count = example.placement.cost, example.quoted.words
    yield f"together {cost:.2f}; score 1 − {cost:.2f} / {count} = {score_of(example.placement, count):.4f}"


def cheapest(example: Example, number: int) -> float:
    window = example.windows[number]
    return align(example.quoted.segments[number], example.words[1], window.start, window.end).cost


def edits_block(example: Example) -> Iterator[str]:
    for edit in example.alignment.edits:
        if edit.kind is not EditKind.EQUAL:
            mine, theirs = edit.quotation.of(example.quotation), edit.passage.of(example.texts[1])
            yield f"{edit.kind.value:<8} {edit.change.value:<9} {shown(mine)} for {shown(theirs)}"
    yield f"fit: {example.alignment.fit.value}"


def chance_block(example: Example) -> Iterator[str]:
    likeness = likeness_of(example.quoted.segments, example.placement.laid, example.words[1])
    for run in likeness.matched:
        yield f"run of {len(run)}: {' '.join(run)}"
    yield f"words passed over: {likeness.gaps}; longest stretch lacking: {likeness.lacking}"
    yield f"the passage has more between two runs: {likeness.between:.2f} changed words"
    yield f"share that stands: {likeness.share:.2f}; at least {least_share(example.searched):.2f} must"
    yield f"{bits(likeness):.1f} bits"
    for words in (example.searched, LARGE):
        yield f"chance in {words:,} words: {words:,} · 2^−{bits(likeness):.1f} = {expected(likeness, words):.1g}"


def answer_block(example: Example) -> Iterator[str]:
    found = example.located
    yield f"fit         {found.fit.value}"
    yield f"passage     {found.passage}"
    yield f"spans       {', '.join(f'{span.start} to {span.end}' for span in found.spans)}"
    yield f"score       {found.score}"
    yield f"chance      {found.chance:.1g}"
    yield f"confidence  {found.confidence}"
    yield f"runner-up   {found.runner_up.fit if found.runner_up else 'none'}"


BLOCKS: dict[str, Callable[[Example], Iterator[str]]] = {
    "words": words_block,
    "segments": quotation_block,
    "runs": runs_block,
    "hits": hits_block,
    "votes": votes_block,
    "steps": steps_block,
    "edits": edits_block,
    "chance": chance_block,
    "answer": answer_block,
}


@pytest.fixture(scope="module", autouse=True)
def _update(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--update-cases"):
        return

    def made(match: re.Match[str]) -> str:
        make = BLOCKS.get(match["name"])
        content = "\n".join(make(EXAMPLE)) + "\n" if make else match["content"]
        return f"```{match['name']}\n{content}```"

    PAGE.write_text(BLOCK.sub(made, TEXT), encoding="utf-8")


@pytest.mark.parametrize("name", BLOCKS)
def test_a_stage_gives_what_the_page_says(name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-cases"):
        pytest.skip("the page has been rewritten")
    assert block(name).splitlines() == "\n".join(BLOCKS[name](EXAMPLE)).splitlines()


def test_the_stages_one_by_one_give_what_the_one_call_gives() -> None:
    stages, call = EXAMPLE.alignment, EXAMPLE.located
    assert (stages.fit, stages.score, stages.spans, stages.edits) == (call.fit, call.score, call.spans, call.edits)
    assert call.passage == 1
    likeness = likeness_of(EXAMPLE.quoted.segments, EXAMPLE.placement.laid, EXAMPLE.words[1])
    assert call.chance == expected(likeness, EXAMPLE.searched)
    assert call.confidence == round(confidence(call.chance), 3)


def test_the_example_shows_what_it_is_there_for() -> None:
    changes = {edit.change for edit in EXAMPLE.alignment.edits}
    assert {"negation", "word", "noise", "marked"} <= changes
    sources = {source for _, source, _, _ in EXAMPLE.listed_votes()}
    assert sources == {0, 1}
    assert EXAMPLE.hits.places(EXAMPLE.index).max() == 2


def test_both_normalisers_give_the_example_the_same_words() -> None:
    for words in EXAMPLE.words:
        padded = Words.of(words.text + "\n" + " \n" * 2_000)
        assert list(padded.keys) == [fold(match.group()) for match in WORD.finditer(words.text)]
        assert padded.hashes.tolist() == words.hashes.tolist()


def test_each_step_is_priced_as_the_alignment_is() -> None:
    for segment, laid in zip(EXAMPLE.quoted.segments, EXAMPLE.placement.laid, strict=True):
        assert laid is not None
        assert sum(cost for _, cost in priced(segment, laid, EXAMPLE.words[1])) == pytest.approx(laid.cost)


def test_the_example_is_cheap_enough_to_be_laid_by_its_anchors() -> None:
    for number, segment in enumerate(EXAMPLE.quoted.segments):
        window = EXAMPLE.windows[number]
        fixed = anchors(segment, EXAMPLE.words[1], window.start, window.end)
        laid = lay_by_anchors(segment, EXAMPLE.words[1], fixed, window.start, window.end)
        assert laid == EXAMPLE.placement.laid[number]
        assert laid.cost <= CLEAN * len(segment)


def test_the_calls_that_the_readme_shows_give_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (calls,) = [code for code in re.findall(r"^```python\n(.*?)^```", readme, re.M | re.S) if "locate(" in code]
    exec(calls, {"holdwater": holdwater})
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [
        ["altered", "0.8917"],
        ["0", "altered"],
        ["1", "verbatim"],
    ]


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([\w./-]+)\)", TEXT))))
def test_links_lead_to_files_of_the_repository(link: str) -> None:
    assert (PAGE.parent / link).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(match/[\w/]+\.py)`", TEXT))))
def test_files_that_the_page_names_are_there(name: str) -> None:
    assert (ROOT / "src" / "holdwater" / name).exists()


CONSTANT = re.compile(r"^\| `(?P<module>\w+)\.(?P<name>[A-Z_]+)`[^|]*\|\s*(?P<value>[\d.]+) \|", re.MULTILINE)


@pytest.mark.parametrize(("module", "name", "value"), CONSTANT.findall(TEXT))
def test_constants_are_what_the_page_says(module: str, name: str, value: str) -> None:
    found = getattr(import_module(f"holdwater.match.{module}"), name)
    assert found == float(value)


def test_the_page_gives_prices_and_bounds() -> None:
    assert len(CONSTANT.findall(TEXT)) >= 15
