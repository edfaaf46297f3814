"""What the evaluation of the engine draws from texts, and what it does to the words: on invented texts."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest
from eval.engine import changed, controls, faithful, scanned
from eval.engine.invented import sentence
from eval.engine.items import Made
from eval.engine.kinds import KINDS, Kind, Maker
from eval.engine.stretches import BOUNDING, TURNING, Stretch, around, drawn, folded, sentence_at

from holdwater.document import Span

SEEDS = range(40)
FAITHFUL = [faithful.exact, faithful.typography, faithful.ellipsis, faithful.brackets]


def prose(seed: int = 1, sentences: int = 300) -> str:
    """Invented prose with what the makers look for: a "not", numbers, names, auxiliaries, hyphens."""
    rng = random.Random(seed)
    extra = (
        "The miller Oswin shall not pay more than 1,250 crowns to the guild.",
        "It was well-known that Tilda may carry 3.5 barrels, and that Berta would not.",
        "They met -- so it is said -- near the hill of Ansgar on day 14 of the flood.",
    )
    lines = [rng.choice(extra) if rng.random() < 0.4 else sentence(rng) for _ in range(sentences)]
    return "\n".join(lines)


def pages(count: int = 12) -> str:
    """An invented RFC: prose on pages with feet and heads."""
    foot = "\n\n\n\nOswin & Berta                Informational                     [Page {}]\n"
    head = "\f\nRFC 9999       Mills in Spring        May 2031\n\n\n"
    return "".join(prose(number, 12) + foot.format(number) + head for number in range(count)) + prose(99, 12)


def made(make: Maker, text: str) -> list[Made]:
    """What a maker makes of a text by all seeds."""
    found = [one for seed in SEEDS if (one := make(random.Random(seed), text))]
    assert len(found) > len(SEEDS) / 2
    return found


def differing(one: Made) -> tuple[list[str], list[str]]:
    """The words of the source that a quotation lacks, and those that it has instead, from the first to the last."""
    mine, theirs = list(one.parts[0].quoted), list(one.parts[0].source)
    while mine and theirs and mine[0] == theirs[0]:
        del mine[0], theirs[0]
    while mine and theirs and mine[-1] == theirs[-1]:
        del mine[-1], theirs[-1]
    return theirs, mine


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.rfc_only], ids=lambda kind: kind.name)
def test_the_same_seed_makes_the_same_quotation(kind: Kind) -> None:
    text = prose()
    assert kind.make(random.Random(7), text) == kind.make(random.Random(7), text)


@pytest.mark.parametrize("make", FAITHFUL)
def test_the_pieces_of_a_faithful_quotation_are_where_its_words_stand(make: Maker) -> None:
    text = prose()
    for one in made(make, text):
        (part,) = one.parts
        assert [word for piece in part.pieces for word in folded(piece.of(text))] == list(part.source)


def test_an_exact_quotation_has_the_texts_own_characters() -> None:
    text = prose()
    for one in made(faithful.exact, text):
        assert text[one.parts[0].pieces[0].start :].startswith(one.quotation)
        assert 8 <= len(one.quotation.split()) <= 60


def test_typographic_noise_changes_signs_and_never_a_letter() -> None:
    for one in made(faithful.typography, prose()):
        whole = re.sub(r"(?<=\w)(?:[-\u2010]\n\s*|\u00ad\n?)(?=\w)", "", one.quotation.replace("well-\u00ad", "well-"))
        assert "".join(folded(whole)) == "".join(one.parts[0].source)


def test_an_ellipsis_leaves_words_out_and_keeps_the_order_of_the_others() -> None:
    text = prose()
    for one in made(faithful.ellipsis, text):
        (part,) = one.parts
        assert part.quoted == part.source
        assert 2 <= len(part.pieces) <= 4
        assert all(left.end < right.start for left, right in zip(part.pieces, part.pieces[1:], strict=False))
        hidden = [text[left.end : right.start] for left, right in zip(part.pieces, part.pieces[1:], strict=False)]
        assert all(0 < len(folded(words)) <= 26 and not TURNING & set(folded(words)) for words in hidden)


def test_a_bracket_or_a_note_owns_up_to_every_change() -> None:
    for one in made(faithful.brackets, prose()):
        outside = folded(re.sub(r"\w*\[[^\]]*\]\w*|\([^)]*\)", " ", one.quotation))
        source = iter(one.parts[0].source)
        assert all(word in source for word in outside)
        assert "[" in one.quotation or "(" in one.quotation or one.after


def test_words_over_a_pages_end_come_without_its_foot_and_head() -> None:
    text = pages()
    for one in made(faithful.across_pages, text):
        first, second = one.parts[0].pieces
        assert "[Page" in text[first.end : second.start]
        assert "Informational" not in one.quotation
        assert "9999" not in one.quotation
        assert one.parts[0].quoted == one.parts[0].source


def test_a_text_without_pages_gives_nothing_over_a_pages_end() -> None:
    assert faithful.across_pages(random.Random(1), prose()) is None


@pytest.mark.parametrize(("make", "number"), [(changed.one_word, 1), (changed.three_words, 3), (changed.other_name, 1)])
def test_so_many_words_are_changed_and_no_other(make: Maker, number: int) -> None:
    for one in made(make, prose()):
        (part,) = one.parts
        assert len(part.quoted) == len(part.source)
        assert sum(mine != theirs for mine, theirs in zip(part.quoted, part.source, strict=True)) == number


def test_a_dropped_not_is_all_that_is_missing() -> None:
    for one in made(changed.dropped_not, prose()):
        assert differing(one) == (["not"], [])


def test_a_not_that_is_put_in_is_all_that_is_new() -> None:
    for one in made(changed.added_not, prose()):
        assert differing(one) == ([], ["not"])


def test_a_hidden_not_leaves_an_ellipsis_behind() -> None:
    for one in made(changed.hidden_not, prose()):
        assert differing(one) == (["not"], [])
        assert re.search(r"…|\. ?\.|\* \*|\.\u00a0", one.quotation)


def test_a_changed_number_is_another_number_in_the_same_place() -> None:
    for one in made(changed.other_number, prose()):
        theirs, mine = differing(one)
        assert len(theirs) == len(mine) == 1
        assert theirs[0].isdigit()
        assert mine[0].isdigit()


def test_words_left_out_are_two_to_six_from_the_inside() -> None:
    for one in made(changed.fewer_words, prose()):
        theirs, mine = differing(one)
        assert not mine
        assert 1 < len(theirs) <= 8  # a token such as "well-known" or "3.5" is two words to the judge


def test_another_order_has_the_same_words() -> None:
    for one in made(changed.other_order, prose()):
        assert sorted(one.parts[0].quoted) == sorted(one.parts[0].source)
        assert one.parts[0].quoted != one.parts[0].source


def test_stitched_halves_stand_far_apart_and_make_up_the_quotation() -> None:
    text = prose()
    for one in made(changed.stitched, text):
        first, second = (part.pieces[0] for part in one.parts)
        assert max(first.start, second.start) - min(first.end, second.end) >= changed.APART
        assert folded(one.quotation) == folded(first.of(text)) + folded(second.of(text))


@pytest.mark.parametrize("share", [0.05, 0.1])
def test_a_scan_has_so_many_faults_a_character(share: float) -> None:
    clean = " ".join("minnow" for _ in range(100))
    faults = []
    for seed in SEEDS:
        noisy = scanned.with_faults(random.Random(seed), clean, share).replace("  ", " ")
        faults.append(sum(word != "minnow" for word in noisy.split()))
    assert 0.6 * share * len(clean) < sum(faults) / len(faults) < share * len(clean)


def test_a_stretch_begins_and_ends_with_whole_words_and_has_its_brackets_in_pairs() -> None:
    text = "xx " * 40 + "(the mill (old as it is) turned, as “they say, on its “own” wheel) and so on " * 20
    for seed in range(200):
        one = drawn(random.Random(seed), text, 2, 12)
        if one:
            assert one.raw.count("(") == one.raw.count(")")
            assert one.raw.count("“") == one.raw.count("”")
            assert one.raw[0].isalnum() or one.raw[0] in "(“"


@pytest.mark.parametrize("word", ["not", "unless", "<", "end-"])
def test_nothing_is_cut_beside_a_word_that_turns_it_or_a_sign(word: str) -> None:
    text = "one two three four five six " + word + " seven eight nine ten eleven twelve and so on and on"
    starts = {one.words[0] for seed in SEEDS if (one := around(random.Random(seed), text, text.index("nine"), 3, 0))}
    assert starts
    assert "seven" not in starts


@pytest.mark.parametrize("odd", ["+--+--+ box |", "chapter ........... 12", "\f", "\\x90 escaped"])
def test_tables_contents_and_page_ends_are_in_no_stretch(odd: str) -> None:
    text = "one two three four " + odd + " five six seven eight"
    at = text.index(odd.split()[0]) if odd.strip() else text.index("five")
    assert all(around(random.Random(seed), text, at, 6, 2) is None for seed in SEEDS)


def test_an_anchor_stands_inside_the_stretch() -> None:
    for seed in SEEDS:
        one = drawn(random.Random(seed), prose(), 8, 20, re.compile("not"))
        assert one is None or "not" in " ".join(one.words[2:-2])


def test_a_part_of_a_stretch_is_its_tokens_from_one_to_another() -> None:
    one = Stretch((Span(0, 3), Span(4, 7), Span(8, 11)), ("the", "old", "dam"), "the old dam")
    assert one.part(1, 3) == Span(4, 11)
    assert one.span == Span(0, 11)


def test_words_are_compared_without_case_signs_and_ligatures() -> None:
    assert folded("The ﬁrst—“Mill”, co-op’s") == ["the", "first", "mill", "co", "op", "s"]


def test_a_sentence_goes_from_a_capital_to_a_full_stop_and_not_to_an_abbreviation() -> None:
    words = "Berta paid the miller of St. Ansgar in the U.S. with three sacks of barley."
    text = f"And so it ended there at last. {words} Somebody asked her why she did so, or when. Another day began."
    one = sentence_at(text, 3, 8, 60)
    assert one is not None
    assert one.raw == words
    assert sentence_at(text, 3, 8, 12) is None


def test_no_sentence_is_made_up_where_none_ends() -> None:
    assert sentence_at("they came and they went and they came again " * 9, 20, 3, 60) is None


def test_a_word_broken_at_the_end_of_a_line_is_one_word_of_the_stretch() -> None:
    text = "one two three four a well-\n   known mill, so they say, stands there to this day and longer"
    one = around(random.Random(1), text, text.index("known"), 3, 1)
    assert one is not None
    assert "well-known" in one.words
    assert one.raw in text


@pytest.mark.parametrize("make", [faithful.ellipsis, faithful.brackets])
def test_no_program_is_edited_with_brackets_or_ellipses(make: Maker) -> None:
    text = "let the mill = turn the wheel and then if it stands return the barley to the old miller of Ansgar\n" * 20
    assert all(make(random.Random(seed), text) is None for seed in SEEDS[:5])


def test_a_column_of_figures_is_no_stretch() -> None:
    text = "0 1 2 3 4 5 6 7 8 9 " * 30
    assert drawn(random.Random(1), text, 8, 20) is None


def test_no_sentence_is_drawn_twice_for_the_control() -> None:
    found = controls.sentences_of(random.Random(1), [prose(1, 60), prose(2, 60)], 40)
    assert len(found) == len(set(found)) == 40


def test_an_ellipsis_hides_no_bound_right_before_a_number() -> None:
    text = "They counted at least two boats of more than one mast and over 300 sheep near about forty barns. " * 40
    for one in made(faithful.ellipsis, text):
        for left, right in pairwise(one.parts[0].pieces):
            hidden = folded(text[left.end : right.start])
            behind = folded(text[right.start :][:20])[0]
            assert behind not in ("two", "one", "300", "forty") or BOUNDING.isdisjoint(hidden[-1:])
