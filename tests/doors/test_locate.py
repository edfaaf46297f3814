"""`holdwater locate`: words, or a batch of them, straight against the sources in hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import Holdwater

from holdwater.doors.locate import PRESETS
from holdwater.match import Sought, presets
from holdwater.match.model import Alignment, Fit

WORDS = "sad to close the bridge that everybody had loved"
CHANGED = WORDS.replace("sad", "glad")
NOWHERE = "entirely other words about a lighthouse keeper and his dog"
BATCH = f"{WORDS}\n\n  {NOWHERE}\n?!\nbe paid for out of this budget\n".encode()


def located(holdwater: Holdwater, *arguments: str) -> dict[str, object]:
    answer = json.loads(holdwater("locate", *arguments, "--sources", "sources", "--output-format", "json").out)
    assert isinstance(answer, dict)
    return answer


def test_words_that_stand_in_a_source_are_located(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("locate", WORDS, "--sources", "sources")
    first, *passage, measures = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert first == "sources/doe.txt:3: verbatim: Bridges of the North"
    assert WORDS in " ".join(line.strip() for line in passage)
    assert measures.startswith("    score 1.00; confidence 1.00; expected by chance: ")


def test_the_difference_is_marked_in_the_passage(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("locate", CHANGED, "--sources", "sources")
    assert outcome.code == 0
    assert outcome.out.startswith("sources/doe.txt:3: altered: ")
    assert "The town was [-sad-]{+glad+} to close the bridge" in " ".join(outcome.out.split())


def test_colour_changes_nothing_but_the_colour(desk: Path, holdwater: Holdwater) -> None:
    plain = holdwater("locate", CHANGED, "--sources", "sources").out
    coloured = holdwater("locate", CHANGED, "--sources", "sources", "--color", "always").out
    assert "\x1b[31m[-sad-]\x1b[0m" in coloured
    for code in ("1;31", "31", "32", "2", "1", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_the_runner_up_is_shown_where_one_comes_near(desk: Path, holdwater: Holdwater) -> None:
    (desk / "sources" / "copy.txt").write_text(
        "Nobody was told why. The town was mad to shut the bridge that everybody had loved for ninety years."
    )
    outcome = holdwater("locate", WORDS, "--sources", "sources")
    assert "\n  next best: sources/copy.txt:1: altered: " in outcome.out
    assert outcome.out.count("confidence") == 1
    (desk / "sources" / "copy.txt").write_text((desk / "sources" / "doe.txt").read_text())
    assert "\n  nearly as good: sources/" in holdwater("locate", WORDS, "--sources", "sources").out


def test_words_that_stand_nowhere_are_exit_code_one(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("locate", NOWHERE, "--sources", "sources")
    assert (outcome.code, outcome.out) == (1, "not found in the sources in hand\n")


def test_words_may_be_too_short_to_tell(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("locate", "…?!", "--sources", "sources")
    assert (outcome.code, outcome.out) == (1, "too short to tell: give more of the words\n")


def test_sources_that_could_not_be_searched_are_named(desk: Path, holdwater: Holdwater) -> None:
    (desk / "sources" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    outcome = holdwater("locate", NOWHERE, "--sources", "sources")
    assert outcome.out.splitlines()[0] == "not found in the sources in hand"
    assert outcome.out.splitlines()[2].startswith("Not searched, for 1 source could not be read: torn (")
    assert list(located(holdwater, NOWHERE)["unreadable"]) == ["torn"]  # type: ignore[call-overload]


def test_locate_speaks_json(desk: Path, holdwater: Holdwater) -> None:
    answer = located(holdwater, CHANGED)
    (passage,) = answer["passages"]  # type: ignore[misc]
    assert [answer[name] for name in ("words", "fit", "confidence")] == [CHANGED, "altered", 1.0]
    assert 0.8 < answer["score"] < 1  # type: ignore[operator]
    assert answer["chance"] < 1e-6  # type: ignore[operator]
    assert (passage["source"], passage["fit"], passage["runner_up"]) == ("doe", "altered", False)
    text = (desk / "sources" / "doe.txt").read_text()
    assert text[passage["start"] : passage["end"]] == passage["text"] == WORDS
    assert [(one["words"], one["passage"]) for one in passage["changes"]] == [("glad", "sad")]


def test_nothing_located_is_json_too(desk: Path, holdwater: Holdwater) -> None:
    answer = located(holdwater, NOWHERE)
    assert (answer["fit"], answer["passages"], answer["unreadable"]) == ("not found", [], {})


def test_a_batch_is_answered_line_by_line_in_its_order(desk: Path, holdwater: Holdwater) -> None:
    (desk / "batch.txt").write_bytes(BATCH)
    for arguments in (("--batch", "batch.txt"), ("--batch", "-")):
        outcome = holdwater("locate", *arguments, "--sources", "sources", "--output-format", "concise", stdin=BATCH)
        lines = outcome.out.splitlines()
        assert outcome.code == 1, "not all were found"
        assert lines[0] == f"1: sources/doe.txt:3: verbatim (score 1.00, confidence 1.00): {WORDS}"
        assert lines[1:3] == [f"3: not found: {NOWHERE}", "4: too short to tell: ?!"]
        assert lines[3].startswith("5: sources/council.txt:3: verbatim ")


def test_a_batch_of_which_all_is_found_is_exit_code_zero(desk: Path, holdwater: Holdwater) -> None:
    assert holdwater("locate", "--batch", "-", "--sources", "sources", stdin=f"{WORDS}\n{CHANGED}".encode()).code == 0


def test_a_batch_in_full_numbers_its_quotations_and_counts_what_was_found(desk: Path, holdwater: Holdwater) -> None:
    blocks = holdwater("locate", "--batch", "-", "--sources", "sources", stdin=BATCH).out.strip().split("\n\n")
    assert blocks[0].startswith(f"1: {WORDS}\nsources/doe.txt:3: verbatim: ")
    assert blocks[1] == f"3: {NOWHERE}\nnot found in the sources in hand"
    assert blocks[-1] == "Found 2 of 4 quotations."


def test_a_batch_speaks_json_as_one_object_or_a_line_each(desk: Path, holdwater: Holdwater) -> None:
    command = ("locate", "--batch", "-", "--sources", "sources", "--output-format")
    entries = json.loads(holdwater(*command, "json", stdin=BATCH).out)["quotations"]
    assert [(one["line"], one["fit"]) for one in entries] == [
        (1, "verbatim"),
        (3, "not found"),
        (4, "too short to tell"),
        (5, "verbatim"),
    ]
    assert [json.loads(line) for line in holdwater(*command, "jsonl", stdin=BATCH).out.splitlines()] == entries


def test_a_mark_at_the_beginning_of_a_batch_is_no_part_of_its_words(desk: Path, holdwater: Holdwater) -> None:
    stdin = b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n"
    command = ("locate", "--batch", "-", "--sources", "sources", "--output-format", "jsonl")
    assert json.loads(holdwater(*command, stdin=stdin).out)["words"] == WORDS


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_can_be_asked_for(desk: Path, holdwater: Holdwater, preset: str) -> None:
    assert tuple(presets.PRESETS) == PRESETS
    assert holdwater("locate", WORDS, "--sources", "sources", "--preset", preset).code == 0


def test_the_engine_is_told_the_preset_and_how_many_processes(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def located_by(soughts: list[Sought], *_: object, **options: object) -> list[Alignment]:
        told.append(options)
        return [Alignment(Fit.NOT_FOUND)] * len(soughts)

    monkeypatch.setattr("holdwater.findings.elsewhere.locate", located_by)
    holdwater("locate", WORDS, "--sources", "sources", "--preset", "ocr", "--processes", "3")
    assert told == [{"preset": "ocr", "processes": 3}]


def test_several_processes_find_what_one_does(desk: Path, holdwater: Holdwater) -> None:
    command = ("locate", "--batch", "-", "--sources", "sources", "--output-format", "concise")
    one = holdwater(*command, stdin=BATCH)
    assert holdwater(*command, "--processes", "2", stdin=BATCH) == one


def test_control_characters_of_a_source_do_not_reach_the_terminal(desk: Path, holdwater: Holdwater) -> None:
    (desk / "sources" / "evil.txt").write_text("The ferryman \x1b[31mspoke of the tide and of the old landing stage.")
    outcome = holdwater("locate", "spoke of the tide and of the old landing stage", "--sources", "sources")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
