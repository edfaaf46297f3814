"""Links on the words that say who spoke, and speech that a tag parts in two sentences."""

from __future__ import annotations

import pytest

from holdwater.extract import extract
from holdwater.read import read_bytes

LOG = "(https://a.example/log)"
FIRM = "(https://b.example/firm)"


def cited(draft: str) -> list[list[str]]:
    """The hosts that each quotation cites, best first."""
    found = extract(read_bytes(draft.encode(), "draft.md"))
    return [
        [found.citations[each].references[0].split("/")[2].partition(".")[0] for each in quotation.citations]
        for quotation in found.quotations
    ]


@pytest.mark.parametrize(
    "draft",
    [
        f"“The sluice was shut at noon,” [she said]{LOG}, “and nobody was told of it until four.”",
        f"“The sluice was shut at noon,” the keeper [told the council]{LOG}, “and nobody was told of it.”",
        f"‘The sluice was shut at noon’, [writes Pell]{LOG}, ‘and nobody was told of it until the evening’.",
    ],
)
def test_a_link_on_the_words_that_interrupt_a_quotation_is_its_citation(draft: str) -> None:
    assert cited(draft) == [["a"]]


def test_a_link_on_the_interrupting_words_comes_after_the_one_at_the_end() -> None:
    draft = f"“The sluice was shut at noon,” [she said]{LOG}, “and nobody was told of it” ([firm]{FIRM})."
    assert cited(draft) == [["b", "a"]]


@pytest.mark.parametrize(
    "draft",
    [
        f"“The sluice was shut at noon,” [she said]{LOG}. “Nobody was told of it until four.”",
        f"“Was the sluice shut at noon?” Pell [asked the council]{LOG}. “Nobody was told of it until four,” he added.",
        f"“The sluice was shut at noon,” [she said]{LOG}. “Nobody was told of it.” The firm [denied it]{FIRM}.",
    ],
)
def test_a_link_on_a_tag_is_the_next_sentences_of_the_speech_too(draft: str) -> None:
    assert cited(draft) == [["a"], ["a"]]


@pytest.mark.parametrize(
    "draft",
    [
        f"“The sluice was shut at noon,” [said Pell]{LOG}. “Nobody was told of it until four,” said Dray.",
        f"“The sluice was shut at noon,” [she said]{LOG}. It rained. “Nobody was told of it all day.” [x]{FIRM}",
        f"“The sluice was shut at noon,” [she said]{LOG}. The firm called it “the least that one could do”. [x]{FIRM}",
        f"“The sluice was shut at noon,” [she said]{LOG}, and Dray agreed. “Nobody was told of it all day.” [x]{FIRM}",
    ],
)
def test_a_link_on_a_tag_is_not_that_of_another_speakers_words(draft: str) -> None:
    assert cited(draft)[0] == ["a"]
    assert "a" not in cited(draft)[1]


@pytest.mark.parametrize(
    "draft",
    [
        f"“I am not short of rain,” one explained. “I am short of roofs for it” ([Pell]{LOG}). It [rose]{FIRM} in May.",
        f"“I am not short of rain,” said a clerk. “I am short of roofs.” [log]{LOG}. The firm [denied it]{FIRM}.",
    ],
)
def test_the_first_half_of_a_speech_cites_what_the_second_does(draft: str) -> None:
    assert cited(draft) == [["a"], ["a"]]


@pytest.mark.parametrize(
    "words",
    [
        "“I knew what was in the papers for it,” Pell told me.",
        "“I knew what was in the papers,” she said when we met in May, “and it was one line.”",
        "In an interview with me Pell said that it was “the whole of what anybody knew of it”.",
        "“Was it in the papers for that meeting?” he said to me. “It was the whole of one line.”",
    ],
)
def test_what_was_told_to_the_author_stands_in_no_work_cited_before(words: str) -> None:
    assert not any(cited(f"The weir [cost 40,300 crowns]{LOG} in all. {words}"))


def test_what_was_told_to_the_author_may_carry_its_own_link() -> None:
    assert cited(f"The weir leaked. “I knew what was in the papers,” Pell [told me]{LOG} in May.") == [["a"]]
    assert cited(f"The weir cost [40,300 crowns]{LOG}. The clerk said “I knew what was in the papers”.") == [["a"]]
    assert cited(f"The weir cost [40,300 crowns]{LOG}. Pell tells us “I knew what was in the papers”.") == [["a"]]
