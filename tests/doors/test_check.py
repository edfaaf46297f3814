"""`holdwater check`: what it says, where it writes, and how it ends."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from desk import ESSAY, Holdwater

LINE = "essay.md:3:32: QUO101 quotes “glad” where the source has “sad”\n"


def concise(*more: str) -> tuple[str, ...]:
    return ("check", "essay.md", "--sources", "sources", "--output-format", "concise", *more)


def codes(out: str) -> list[str]:
    """The rules of the findings in a concise report, in order."""
    return [line.split()[1] for line in out.splitlines() if line.startswith(("essay.md:", "clean.md:", "-:"))]


def test_an_altered_quotation_is_a_finding_and_exit_code_one(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater(*concise())
    counts = "Found 1 error in essay.md: checked 2 quotations: 1 verbatim and 1 altered.\n"
    assert (outcome.code, outcome.out, outcome.err) == (1, LINE + counts, "")


def test_the_full_report_shows_the_source_and_the_difference(desk: Path, holdwater: Holdwater) -> None:
    out = holdwater("check", "essay.md", "--sources", "sources").out
    assert out.startswith(LINE)
    assert "[-sad-]" in out
    assert "{+glad+}" in out
    assert "Bridges of the North" in out


def test_a_document_whose_quotations_all_hold_is_clean_and_exit_code_zero(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("check", "clean.md", "--sources", "sources", "--strict", "--output-format", "concise")
    assert (outcome.code, codes(outcome.out), outcome.err) == (0, [], "")


def test_without_sources_what_could_not_be_checked_fails_only_under_strict(desk: Path, holdwater: Holdwater) -> None:
    assert holdwater("check", "clean.md").code == 0
    assert holdwater("check", "clean.md", "--strict").code == 1


def test_exit_zero_says_the_same_and_ends_with_zero(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater(*concise("--exit-zero", "--strict"))
    assert (outcome.code, codes(outcome.out)) == (0, ["QUO101"])


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "altered-words"], ["QUO101"]),
        (["--select", "CIT,SUP"], []),
        (["--ignore", "quo1"], []),
        (["--ignore", "QUO", "--extend-select", "QUO101"], ["QUO101"]),
    ],
)
def test_rules_are_chosen_on_the_command_line(
    desk: Path, holdwater: Holdwater, options: list[str], found: list[str]
) -> None:
    assert codes(holdwater(*concise(*options)).out) == found


def test_the_settings_file_beside_the_document_counts(desk: Path, holdwater: Holdwater) -> None:
    (desk / "holdwater.toml").write_text('sources = "sources"\noutput-format = "concise"\nignore = ["QUO101"]')
    outcome = holdwater("check", "essay.md")
    assert (outcome.code, codes(outcome.out)) == (0, [])


def test_the_command_line_goes_before_the_settings_file(desk: Path, holdwater: Holdwater) -> None:
    (desk / "holdwater.toml").write_text('sources = "nowhere"\nselect = ["CIT"]\noutput-format = "json"')
    assert codes(holdwater(*concise("--select", "QUO")).out) == ["QUO101"]


def test_isolated_reads_no_settings_file(desk: Path, holdwater: Holdwater) -> None:
    (desk / "holdwater.toml").write_text("this is not a settings file")
    assert codes(holdwater(*concise("--isolated")).out) == ["QUO101"]


def test_a_settings_file_can_be_named(desk: Path, holdwater: Holdwater) -> None:
    (desk / "other.toml").write_text('ignore = ["QUO"]')
    assert codes(holdwater(*concise("--config", "other.toml")).out) == []


def test_a_comment_with_a_reason_answers_for_the_finding(desk: Path, holdwater: Holdwater) -> None:
    comment = "<!-- holdwater: ignore[QUO101] -- she wrote glad in the second edition -->\n\n"
    (desk / "essay.md").write_text(ESSAY.replace("Mary Doe writes", f"{comment}Mary Doe writes"))
    outcome = holdwater(*concise())
    assert (outcome.code, codes(outcome.out)) == (0, [])


def test_a_comment_in_the_wrong_place_is_a_second_finding(desk: Path, holdwater: Holdwater) -> None:
    comment = "<!-- holdwater: ignore[QUO101] -- she wrote glad in the second edition -->\n\n"
    (desk / "essay.md").write_text(ESSAY.replace("The council's", f"{comment}The council's"))
    assert codes(holdwater(*concise()).out) == ["QUO101", "SUP101"]


def test_a_decision_beside_the_document_answers_for_the_finding(desk: Path, holdwater: Holdwater) -> None:
    report = json.loads(holdwater("check", "essay.md", "--sources", "sources", "--output-format", "json").out)
    decision = {"verdict": "dismissed", "who": "A. Editor", "when": "2024-05-02", "why": "second edition"}
    decision["fingerprint"] = report["findings"][0]["fingerprint"]
    (desk / "holdwater.decisions.jsonl").write_text(json.dumps(decision) + "\n")
    outcome = holdwater(*concise())
    assert (outcome.code, codes(outcome.out)) == (0, [])


def test_standard_input_is_a_document(desk: Path, holdwater: Holdwater) -> None:
    arguments = ("check", "-", "--format", "markdown", "--sources", "sources", "--output-format", "concise")
    outcome = holdwater(*arguments, stdin=ESSAY.encode())
    assert (outcome.code, codes(outcome.out)) == (1, ["QUO101"])


def test_several_documents_are_each_reported_and_the_worst_counts(desk: Path, holdwater: Holdwater) -> None:
    documents = ("check", "clean.md", "essay.md", "--sources", "sources", "--output-format", "concise")
    outcome = holdwater(*documents)
    assert (outcome.code, codes(outcome.out)) == (1, ["QUO101"])
    assert holdwater("check", "clean.md", "clean.md", *documents[3:]).code == 0


def test_a_document_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
    desk: Path, holdwater: Holdwater
) -> None:
    outcome = holdwater("check", "absent.md", "essay.md", "--sources", "sources", "--output-format", "concise")
    assert (outcome.code, codes(outcome.out)) == (2, ["QUO101"])
    assert outcome.err == "holdwater: absent.md: no such file; check the path\n"


def test_what_is_wrong_for_all_documents_is_said_once(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("check", "clean.md", "essay.md", "--sources", "absent")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_quiet_writes_nothing_to_standard_output(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("check", "essay.md", "--sources", "sources", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


def test_reports_are_written_in_the_format_of_their_ending(desk: Path, holdwater: Holdwater) -> None:
    files = ["report.html", "findings.json", "findings.jsonl", "report.txt"]
    options = [option for file in files for option in ("-o", file)]
    assert holdwater("check", "essay.md", "--sources", "sources", *options).code == 1
    assert (desk / "report.html").read_text().lower().startswith("<!doctype html>")
    assert json.loads((desk / "findings.json").read_text())["findings"][0]["code"] == "QUO101"
    assert json.loads((desk / "findings.jsonl").read_text())["code"] == "QUO101"
    assert (desk / "report.txt").read_text().startswith(LINE)


def test_each_of_several_documents_has_a_report_of_its_own(desk: Path, holdwater: Holdwater) -> None:
    holdwater("check", "clean.md", "essay.md", "--sources", "sources", "-o", "{stem}.json", "-o", "{name}.txt", "-q")
    made = {file.name for file in desk.iterdir() if file.suffix in {".json", ".txt"}}
    assert made == {"clean.json", "essay.json", "clean.md.txt", "essay.md.txt"}


def test_a_report_that_stood_there_is_replaced(desk: Path, holdwater: Holdwater) -> None:
    (desk / "out.json").write_text("old")
    holdwater("check", "essay.md", "-o", "out.json", "-q")
    assert json.loads((desk / "out.json").read_text())["document"]["name"] == "essay.md"


def test_colour_is_there_when_it_is_asked_for_and_not_in_a_pipe(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" in holdwater(*concise("--color", "always")).out
    assert "\x1b[" not in holdwater(*concise()).out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in holdwater(*concise()).out
