"""Spoken words: what is passed over, what is read as something else, and what never is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.match import utterance
from holdwater.match.lexicon import is_number
from holdwater.match.spoken import exchange, read
from holdwater.match.views import Stretch
from holdwater.match.words import Words


def read_in(text: str) -> str:
    words = Words.of(text)
    return " ".join(read(Stretch.of(words, 0, len(words))).keys)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Uh, we- we don't, you know, pay. [laughter]", "we do not pay"),
        ("Ich habe, äh, halt nicht gezahlt", "ich habe nicht gezahlt"),
        ("Je ne sais ben pas, euh, pourquoi", "je ne sais pas pourquoi"),
        ("Pues no lo sé, eh", "no lo sé"),
        ("Well, it rained. Well done.", "it rained well done"),
        ("We told 'em to stay, 'cause it rained", "we told them to stay because it rained"),
        ("I dunno what y'all want", "i do not know what you all want"),
    ],
)
def test_speech_is_read_as_it_would_be_printed(text: str, view: str) -> None:
    assert read_in(text) == view


@pytest.mark.parametrize(
    "text",
    [
        "the soldiers halt at noon",  # halt is a filler in German alone
        "ben paid the bill",
        "er ging um zehn nach hause",
        "as you know the price rose",
        "why would anyone say you know it",
        "we know you know him",
        "i mean to go",
        "this sort of thing",
        "things like that",
        "he is not not at home",
        "ten 10 10 ten",
        "the cause of it",
        "bobbin lace",
        "is it there it is",
    ],
)
def test_a_word_that_means_something_stays(text: str) -> None:
    kept = read_in(text).split()
    assert len(kept) == len(text.split())


def test_um_is_a_word_in_german() -> None:
    assert read_in("er ist um zehn da und um elf fort").split().count("um") == 2
    assert "um" not in read_in("we um paid").split()


def test_er_is_a_word_in_german() -> None:
    assert read_in("Das ist, sagt er, nicht wahr") == "das ist sagt er nicht wahr"
    assert read_in("The wall, er, holds") == "the wall holds"


def test_a_repeat_across_two_sentences_is_no_repeat() -> None:
    assert read_in("We know what it is. Is it late?") == "we know what it is is it late"


def test_a_name_that_is_said_is_kept() -> None:
    assert read_in("Uh, Marta Ilves and, um, Ben paid") == "marta ilves and ben paid"


@pytest.mark.parametrize(
    "noted",
    ["[laughter]", "(applause)", "[LAUGHTER AND APPLAUSE]", "<pause>", "[inaudible 00:01:02]", "(Beifall)", "♪music♪"],
)
def test_stage_directions_are_passed_over(noted: str) -> None:
    assert read_in(f"we won {noted} again") == "we won again"


@pytest.mark.parametrize("aside", ["[again]", "(in 1984)", "(music of the spheres)", "(Laughton)", "[not]"])
def test_other_brackets_are_read(aside: str) -> None:
    assert len(read_in(f"we won {aside} today").split()) > 3


@pytest.mark.parametrize(
    "stamp", ["[12:03]", "<00:12:03>", "(1:12:03)", "00:12:03", "00:12:03,500", "\n1:02:03 ", "\n12:03\n"]
)
def test_time_stamps_are_passed_over(stamp: str) -> None:
    assert read_in(f"we won {stamp} again") == "we won again"


@pytest.mark.parametrize("time", ["at 10:30", "in 2:05:10", "(3:16)"])
def test_times_of_day_and_results_are_read(time: str) -> None:
    assert any(key.isdigit() for key in read_in(f"we won {time} again").split())


@pytest.mark.parametrize("label", ["SPEAKER 1:", "MR. ILVES:", ">> ANCHOR:", "Q.", "Speaker B:"])
def test_who_speaks_is_passed_over_at_the_start_of_a_line(label: str) -> None:
    assert read_in(f"We won.\n{label} We lost") == "we won we lost"


def test_capitals_within_a_line_are_read() -> None:
    assert read_in("we heard ILVES: she won") == "we heard ilves she won"


def test_an_ending_may_stand_for_several_words_that_are_not_one_another() -> None:
    assert exchange("'s", "is") == exchange("has", "'s") == exchange("'d", "would") == exchange("had", "'d") == 0.0
    assert exchange("would", "had") == exchange("is", "has") == 1.0


def test_the_g_of_a_clipped_word_is_heard() -> None:
    assert exchange("goin", "going") == exchange("hoping", "hopin") == 0.0
    assert exchange("sin", "sing") == exchange("ban", "bang") == 1.0


def test_every_filler_is_passed_over_and_no_negation_is_one() -> None:
    assert all(read_in(f"we {filler} paid") == "we paid" for filler in utterance.FILLERS)
    assert not {"no", "not", "never", "nicht", "pas"} & (utterance.FILLERS | set(utterance.FILLERS_OF))


WORDS = (
    "uh um you know i mean like it was is not don't the the we w- 25 twenty five hundred $ % "
    "[laughter] 's 'em , . - : \n"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40))
def test_units_stand_in_the_order_of_the_words_and_no_negation_is_lost(pieces: list[str]) -> None:
    words = Words.of(" ".join(pieces))
    view = read(Stretch.of(words, 0, len(words)))
    assert list(view.firsts) == sorted(view.firsts)
    assert all(0 <= first < last <= len(words) for first, last in zip(view.firsts, view.lasts, strict=True))
    assert ("not" in view.keys) == any(key in ("not", "don't") for key in words.keys)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    words = Words.of(text)
    assert len(read(Stretch.of(words, 0, len(words))).keys) <= 3 * len(words)


def test_a_word_said_many_times_is_read_in_bounded_work() -> None:
    words = Words.of("no " * 20_000)
    assert read(Stretch.of(words, 0, len(words))).keys == ("no",)


SENTENCES = [
    "the harbour board did not pay the seven carpenters before the winter of 1984",
    "it is a bridge that cannot carry 25 % of the carts",
    "they are going to sell two hundred and five sheep because nobody would buy the wool",
    "we do not know who has the key of the mill",
]
SPELLINGS = {
    "do not": "don't",
    "did not": "didn't",
    "it is": "it's",
    "cannot": "can't",
    "they are going to": "they're gonna",
    "1984": "nineteen eighty-four",
    "25 %": "twenty-five percent",
    "two hundred and five": "205",
    "seven": "7",
    "who has": "who's",
}


def say(sentence: str, draw: random.Random) -> str:
    """The sentence as somebody may say it: contracted, with fillers, repeats and notes."""
    for printed, said in SPELLINGS.items():
        if draw.random() < 0.7:
            sentence = sentence.replace(printed, said)
    spoken = []
    for word in sentence.split(" "):
        roll = draw.random()
        if roll < 0.1:
            spoken.append(draw.choice(["uh", "um,", ", you know,", "[laughter]", "(pause)", "erm"]))
        elif roll < 0.2 and word.isalpha() and word != "not" and not is_number(word):
            spoken.append(draw.choice([word, f"{word[0]}-" if len(word) > 1 else word]))
        spoken.append(word)
    return " ".join(spoken)


def test_what_is_said_reads_like_what_is_printed() -> None:
    draw = random.Random(4)
    for sentence in SENTENCES * 50:
        said = say(sentence, draw)
        mine, theirs = read_in(sentence).split(), read_in(said).split()
        assert len(mine) == len(theirs), said
        assert all(exchange(one, other) == 0.0 for one, other in zip(mine, theirs, strict=True)), said


def test_what_is_said_without_its_negation_reads_otherwise() -> None:
    draw = random.Random(5)
    for sentence in (one for one in SENTENCES * 20 if " not " in one):
        assert read_in(say(sentence.replace(" not", ""), draw)) != read_in(sentence)
