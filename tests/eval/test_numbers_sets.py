"""The sets of numbers and dates: they load, they are as large as they must be, and half of what is judged is wrong."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from eval.measure import bounds
from eval.numbers import __main__ as numbers
from eval.numbers.accounts import FIRST as FIRST_ACCOUNTS
from eval.numbers.accounts import KINDS, accounts
from eval.numbers.accounts import SECOND as SECOND_ACCOUNTS
from eval.numbers.annotated import SECOND, annotated, texts
from eval.numbers.pairs import FILES, LABELS, TRUE, Pair, pairs
from eval.numbers.series import claims, recalled

from holdwater import check
from holdwater.extract.quantities.model import Hedge, QuantityKind
from holdwater.read import read_bytes
from holdwater.sources.shelf import open_shelf

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_there_are_as_many_annotated_texts_and_quantities_as_the_measure_asks_for() -> None:
    read = list(texts())
    assert len(read) >= 22
    assert sum(len(text.of("quantity")) for text in read) >= 330
    assert sum(len(text.of("note")) for text in read) >= 20


def test_the_second_set_is_as_large_and_shares_no_text_with_the_first() -> None:
    read = list(texts(SECOND))
    assert len(read) >= 14
    assert sum(len(text.of("quantity")) for text in read) >= 300
    assert sum(len(text.of("note")) for text in read) >= 20
    assert not {text.text for text in read} & {text.text for text in texts()}


def test_every_marked_stretch_stands_where_it_says_in_the_text() -> None:
    for text in (*texts(), *texts(SECOND)):
        for one in text.marked:
            assert one.span.of(text.text) == one.words, (text.name, one)


def test_every_kind_and_every_hedge_is_annotated_somewhere() -> None:
    senses = [sense for text in texts() for one in text.of("quantity") for sense in one.senses]
    assert {kind for sense in senses for kind in sense.kinds} == set(QuantityKind)
    assert {hedge for sense in senses for hedge in sense.hedges} == set(Hedge)


def test_note_digits_are_digits_that_are_glued_to_the_word_before_them() -> None:
    for text in (*texts(), *texts(SECOND)):
        for note in text.of("note"):
            assert note.words.isdigit(), (text.name, note)
            assert not text.text[note.span.start - 1].isspace(), (text.name, note)


def test_an_annotation_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="no value"):
        annotated("draft", "today: 2020-01-01\nabout: a draft\n---\n{{many|many girls}} came.\n")
    with pytest.raises(ValueError, match="cannot be read"):
        annotated("draft", "today: 2020-01-01\nabout: a draft\n---\n{{many}} came.\n")


@pytest.mark.parametrize(("file", "least"), [("pairs.md", 220), ("pairs_second.md", 80)])
def test_pairs_are_many_and_about_half_of_them_are_wrong(file: str, least: int) -> None:
    labels = Counter(pair.label for pair in pairs(file))
    wrong = sum(number for label, number in labels.items() if label not in TRUE)
    assert labels.total() >= least
    assert 0.4 <= wrong / labels.total() <= 0.6
    assert set(labels) == LABELS


def test_a_pair_is_a_sentence_with_a_note_that_names_its_source() -> None:
    pair = Pair("Harbour", "near", "It is 12 metres deep.", "It is 11 metres deep.", "Mary Doe", "Harbours", "2012")
    assert pair.draft == "It is 12 metres deep.[^1]\n\n[^1]: Mary Doe, *Harbours* (2012).\n"
    assert pair.file == "Doe - 2012 - Harbours.txt"


def test_every_pair_has_a_passage_of_two_sentences_at_least_and_no_sentence_stands_twice() -> None:
    read = [pair for file in FILES.values() for pair in pairs(file)]
    assert all(pair.passage.count(".") >= 2 for pair in read)
    assert len({(pair.name, pair.sentence) for pair in read}) == len(read)


@pytest.mark.parametrize(
    ("file", "seeded", "fitting", "of_a_kind"), [(FIRST_ACCOUNTS, 220, 150, 20), (SECOND_ACCOUNTS, 100, 90, 7)]
)
def test_there_are_enough_inconsistencies_of_every_kind_and_enough_consistent_documents(
    file: Path, seeded: int, fitting: int, of_a_kind: int
) -> None:
    wrong = Counter(account.kind for account in accounts(file) if not account.fits)
    right = Counter(account.kind for account in accounts(file) if account.fits)
    assert wrong.total() >= seeded
    assert right.total() >= fitting
    assert set(wrong) == set(KINDS) - {"apart"}
    assert min(wrong.values()) >= of_a_kind


def test_no_document_stands_twice_and_no_choice_is_left_in_one() -> None:
    read = [account.text for file in (FIRST_ACCOUNTS, SECOND_ACCOUNTS) for account in accounts(file)]
    assert len(set(read)) == len(read)
    assert not any("[[" in text or "|" in text for text in read)


_DATED = re.compile(rf"({'|'.join(WEEKDAYS)}),? (?:the )?(?:(\d+)\w* (?:of )?([A-Z]\w+)|([A-Z]\w+) (\d+),) (\d{{4}})")
MONTHS = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize("fits", [True, False])
def test_weekdays_are_right_where_they_are_called_right_and_wrong_where_they_are_not(fits: bool) -> None:
    for account in accounts():
        if account.kind == "weekday" and account.fits is fits and "1666" not in account.text:  # by the old calendar
            found = _DATED.search(account.text)
            assert found, account.text
            day, month = int(found[2] or found[5]), MONTHS.index(found[3] or found[4]) + 1
            assert (WEEKDAYS[date(int(found[6]), month, day).weekday()] == found[1]) is fits, account.text


def test_claims_are_a_hundred_and_twenty_and_name_series() -> None:
    read = list(claims())
    assert len(read) >= 120
    assert len({words for words, _ in read}) == len(read)
    assert all(series for _, series in read)


def test_a_claim_counts_if_any_of_its_series_is_found_and_is_left_out_if_none_is_packaged() -> None:
    packaged = frozenset(next(series for _, series in claims()))
    wanted = min(packaged)
    first, fifth = recalled(lambda words: ["another", wanted], packaged)
    about_it = sum(1 for _, series in claims() if series & packaged)
    assert (first.total, first.value) == (about_it, 0.0)
    assert fifth.value > 0.9
    assert first.excluded.total() == len(list(claims())) - about_it


def test_every_measure_has_a_bound() -> None:
    assert set(bounds("numbers")) == {name for names in numbers.PARTS.values() for name in names}


def test_a_part_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbers.main(["paris"]) == 2
    assert "no part is called paris" in capsys.readouterr().out


def test_every_source_of_the_pairs_is_the_one_that_their_note_leads_to(tmp_path: Path) -> None:
    first = {pair.name: pair for pair in (one for file in FILES.values() for one in pairs(file))}
    for pair in first.values():
        (tmp_path / pair.file).write_text(pair.passage, encoding="utf-8")
    shelf = open_shelf(tmp_path)
    for pair in first.values():
        (tie,) = check(read_bytes(pair.draft.encode(), "draft.md"), shelf).ties.values()
        assert [f"{source}.txt" for source in tie.leads_to] == [pair.file]
