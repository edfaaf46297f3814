"""What the measure of references and records counts, on made-up comparisons."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from eval.measure import bounds
from eval.references import __main__ as references
from eval.references.judging import as_parsed, as_read, flagged, judged
from eval.references.pairs import FILES, Pair

from holdwater.sources.records.model import Agreement, Comparison, FieldComparison, Record

RECORD = Record("Crossref", "10.5555/mills", "https://doi.org/10.5555/mills", {"title": "On Mills"})


def pair(label: str, kind: str = "initials") -> Pair:
    return Pair("mills", kind, label, "a reason", "Doe, J. (1999). On Mills.", {"title": "On Mills"}, RECORD)


def comparison(agreement: Agreement = Agreement.SAME, *, same_work: bool = True) -> Comparison:
    return Comparison(RECORD, (FieldComparison("title", "On Mills", "On Mill", agreement),), same_work, 0.9)


def nothing_said(_: Mapping[str, object], record: Record) -> Comparison:
    return comparison()


def all_flagged(_: Mapping[str, object], record: Record) -> Comparison:
    return comparison(Agreement.DIFFERENT)


def test_a_reference_is_flagged_by_a_field_that_differs_or_by_a_record_of_another_work() -> None:
    assert flagged(comparison(Agreement.DIFFERENT))
    assert flagged(comparison(same_work=False))
    for agreement in (Agreement.SAME, Agreement.VARIANT, Agreement.LACKING):
        assert not flagged(comparison(agreement))


def test_sound_ones_must_pass_and_wrong_ones_must_be_flagged() -> None:
    both = [pair("sound"), pair("wrong", "year")]
    passed, found = judged(both, nothing_said).measures
    assert (passed.value, found.value) == (1.0, 0.0)
    passed, found = judged(both, all_flagged).measures
    assert (passed.value, found.value) == (0.0, 1.0)


def test_each_kind_is_counted_by_itself() -> None:
    shown = judged([pair("sound"), pair("sound"), pair("wrong", "year")], nothing_said)
    assert shown.kinds == {("sound", "initials"): (2, 2), ("wrong", "year"): (0, 1)}
    assert "2 of 2" in shown.by_kind().splitlines()[0]


def test_a_miss_tells_the_pair_its_reason_and_what_was_said() -> None:
    (miss,) = judged([pair("sound")], all_flagged).sound.misses
    assert miss.item == "initials/mills"
    assert miss.reason == "a reason"
    assert "title: 'On Mills' / 'On Mill'" in miss.detail
    other = judged([pair("sound")], lambda *_: comparison(same_work=False)).sound.misses
    assert "another work (0.90)" in other[0].detail


def test_the_harder_row_is_of_what_our_own_reader_makes_of_the_string() -> None:
    assert as_parsed(pair("sound")) == {"title": "On Mills"}
    read = as_read(pair("sound"))
    assert read["issued"] == {"date-parts": [[1999]]}
    assert judged([pair("sound")], nothing_said, as_read, prefix="read_").sound.name == "read_sound"


def test_the_floors_are_of_the_two_measures_and_as_high_as_asked_for() -> None:
    assert bounds("references").keys() == {one.name for one in judged([], nothing_said).measures}
    assert bounds("references")["sound"] >= 0.98
    assert bounds("references")["wrong"] >= 0.95


@pytest.mark.parametrize("name", [*FILES, "all"])
def test_a_comparison_that_finds_nothing_is_below_the_floor_of_every_set(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert references.main(["--set", name], nothing_said) == 1
    printed = capsys.readouterr().out
    assert "BELOW ITS FLOOR" in printed
    assert "sound references, passed" in printed
    assert "our own reader" in printed


def test_one_that_flags_everything_is_below_it_too_and_its_misses_are_listed_where_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert references.main([], all_flagged) == 1
    assert "buried-loggers" not in capsys.readouterr().out
    assert references.main(["--misses"], all_flagged) == 1
    assert "initials/buried-loggers: initials against full given names" in capsys.readouterr().out


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(SystemExit) as refused:
        references.main(["--set", "third"], nothing_said)
    assert refused.value.code == 2
