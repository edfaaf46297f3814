"""What the measures of numbers and dates count, on made-up findings."""

from __future__ import annotations

import pytest
from eval.measure import Measure, Miss
from eval.numbers import accounts as on_accounts
from eval.numbers import alarms as on_alarms
from eval.numbers import pairs as on_pairs
from eval.numbers.accounts import Account
from eval.numbers.drafts import findings_on, said
from eval.numbers.pairs import Pair
from eval.numbers.specs import gathered
from eval.numbers.speeds import Wait, least

from holdwater.document import Span
from holdwater.findings.model import Finding, Level, Status
from holdwater.read import read_bytes


def finding(code: str, status: Status = Status.CONTRADICTED, level: Level = Level.ERROR) -> Finding:
    return Finding(code, "a-name", level, status, Span(0, 1), "a message")


def pair(label: str) -> Pair:
    return Pair("Harbour", label, "It is 12 metres deep.", "It is 11 metres deep.", "Mary Doe", "Harbours", "2012")


def paired(monkeypatch: pytest.MonkeyPatch, label: str, *found: Finding) -> dict[str, tuple[int, int]]:
    """How many are right of how many, by measure, of one pair on which this was found."""
    monkeypatch.setattr(on_pairs, "pairs", lambda _: iter([pair(label)]))
    monkeypatch.setattr(on_pairs, "findings_on", lambda *_, **__: list(found))
    return {one.name: (one.total - len(one.misses), one.total) for one in on_pairs.measures()}


def test_a_true_number_passes_only_without_any_finding_on_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paired(monkeypatch, "rounded")["pairs_passed"] == (1, 1)
    assert paired(monkeypatch, "rounded", finding("NUM301", Status.NOT_SUPPORTED))["pairs_passed"] == (0, 1)


def test_a_false_number_is_flagged_by_a_rule_that_asks_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paired(monkeypatch, "near", finding("NUM102"))["pairs_flagged"] == (1, 1)
    assert paired(monkeypatch, "near", finding("DAT103"))["pairs_flagged"] == (1, 1)
    assert paired(monkeypatch, "near", finding("NUM201"))["pairs_flagged"] == (0, 1)
    assert paired(monkeypatch, "near")["pairs_flagged"] == (0, 1)


def test_contradicted_is_wrong_of_what_is_true_or_not_in_the_passage(monkeypatch: pytest.MonkeyPatch) -> None:
    said_so = finding("NUM101")
    assert paired(monkeypatch, "contradicted", said_so)["pairs_contradicted"] == (1, 1)
    assert paired(monkeypatch, "other year", said_so)["pairs_contradicted"] == (1, 1)
    assert paired(monkeypatch, "entailed", said_so)["pairs_contradicted"] == (0, 1)
    assert paired(monkeypatch, "not in source", said_so)["pairs_contradicted"] == (0, 1)
    assert paired(monkeypatch, "near", finding("NUM101", Status.NOT_SUPPORTED))["pairs_contradicted"] == (0, 0)


def test_a_seeded_inconsistency_is_found_by_a_rule_that_needs_no_source(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Account("sums", True, "right"), Account("sums", False, "wrong")]
    monkeypatch.setattr(on_accounts, "accounts", lambda _: iter(documents))
    for found, recalled, alarms in (
        ([finding("NUM201")], 1.0, 1.0),
        ([finding("DAT101")], 1.0, 1.0),
        ([finding("DAT103")], 0.0, 1.0),
        ([], 0.0, 0.0),
    ):
        monkeypatch.setattr(on_accounts, "findings_on", lambda *_, found=found, **__: found)
        recall, twins, *_ = on_accounts.measures()
        assert (recall.value, twins.value) == (recalled, alarms)


def test_what_is_unchecked_or_of_another_family_is_no_finding_on_numbers() -> None:
    unchecked = finding("NUM101", Status.SOURCE_MISSING, Level.UNCHECKED)
    assert said([unchecked, finding("QUO101")]) == []
    assert said([finding("NUM101"), finding("DAT103")], "DAT") == [finding("DAT103")]


def test_a_draft_without_numbers_raises_nothing_with_or_without_preview() -> None:
    draft = "The town has a hall.[^1]\n\n[^1]: Mary Doe, *Towns* (2012).\n"
    sources = {"Doe - 2012 - Towns.txt": "The town has a hall and a church. They are old."}
    assert findings_on(draft, sources) == []
    assert findings_on(draft, sources, preview=True) == []


def test_a_clean_document_counts_its_sentences_and_no_misses() -> None:
    measure = Measure("alarms", "flagged", ceiling=True)
    on_alarms.count(measure, read_bytes(b"One came. Another went.\nNobody stayed.\n", "page.txt"), None)
    assert (measure.total, measure.misses) == (2, [])  # the last full stop has nothing behind it


def test_the_same_items_are_drawn_each_time() -> None:
    items = list(range(100))
    assert on_alarms.drawn(items, 5) == on_alarms.drawn(items, 5)
    assert sorted(on_alarms.drawn(items, 500)) == items


def test_measures_of_several_parts_are_put_together_with_their_names() -> None:
    one, other = Measure("ranges", "ranges"), Measure("money", "money")
    one.count(False, Miss("7-8", "another value"))
    other.count(True, Miss("$5", ""))
    other.excluded["no words"] += 2
    whole = gathered("specs", "all", [one, other])
    assert (whole.value, whole.misses[0].item, whole.excluded.total()) == (0.5, "ranges: 7-8", 2)


def test_a_wait_says_whether_it_is_short_enough() -> None:
    assert "ok" in Wait("a query", 49.0, 50).line()
    assert not Wait("a query", 50.0, 50).holds


def test_the_least_of_several_runs_counts() -> None:
    ticks = iter([0.0, 3.0, 3.0, 4.0, 4.0, 6.0])
    assert least(lambda: None, lambda: next(ticks)) == 1.0
