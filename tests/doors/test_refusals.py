"""Bad input: one clear line on standard error, exit code 2, nothing on standard output, no file left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from desk import ESSAY, Holdwater, Outcome


def refused(outcome: Outcome) -> str:
    """The one line in which a run was refused."""
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("holdwater: ")
    assert outcome.err.count("\n") == 1
    return outcome.err.removeprefix("holdwater: ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], None),
        (["chekc"], "No such command 'chekc'"),
        (["check"], "Missing argument 'DOCUMENT...'; see `holdwater check --help`"),
        (["check", "essay.md", "--nope"], "No such option '--nope'"),
        (["check", "essay.md", "--color", "red"], "Invalid value for '--color': 'red' is not one of"),
        (["check", "absent.md"], "absent.md: no such file; check the path"),
        (["check", "sources"], "sources: this is a folder; name a file in it"),
        (["check", ""], ""),
        (["check", "essay.md", "--format", "docx"], ""),
        (["check", "essay.md", "--sources", "absent"], "absent: "),
        (["check", "essay.md", "--sources", "essay.md"], "essay.md: "),
        (["check", "essay.md", "--sources", "sources", "--catalogue", "absent.json"], "absent.json: "),
        (
            ["check", "essay.md", "--catalogue", "sources/sources.json"],
            "a catalogue without a folder of sources; give the folder with --sources",
        ),
        (["check", "essay.md", "--select", "QUO19"], "select: no rule is called 'QUO19'; did you mean QUO"),
        (["check", "essay.md", "--ignore", "zzz"], "ignore: no rule is called 'zzz'; `holdwater rules` lists them"),
        (
            ["check", "essay.md", "--output-format", "pdf"],
            "--output-format: no report format is called 'pdf'; "
            "there are concise, full, github, html, json, jsonl, markdown, sarif",
        ),
        (["check", "essay.md", "--config", "absent.toml"], "absent.toml: No such file or directory; check the path"),
        (["check", "essay.md", "--config", "essay.md"], "essay.md: not TOML: "),
        (
            ["check", "essay.md", "--config", "a.toml", "--isolated"],
            "--isolated and --config exclude each other; give one of them",
        ),
        (
            ["check", "essay.md", "clean.md", "--output-format", "json"],
            "--output-format json holds one document; write a file each: --quiet -o '{stem}.json'",
        ),
        (["locate", "some words"], "Missing option '--sources'; see `holdwater locate --help`"),
        (["locate", "some words", "--sources", "absent"], "absent: "),
        (["locate", "some words", "--sources", "sources", "--output-format", "html"], "Invalid value for"),
        (
            ["locate", "some words", "--sources", "sources", "--preset", "loose"],
            "Invalid value for '--preset': 'loose'",
        ),
        (["locate", "some words", "--sources", "sources", "--processes", "0"], "Invalid value for '--processes': 0"),
        (["locate", "some words", "--sources", "sources", "--processes", "two"], "Invalid value for '--processes': "),
        (["locate", "--sources", "sources"], "no words to find; give them between quotation marks, or a file of them"),
        (["locate", " \n", "--sources", "sources"], "no words to find; "),
        (
            ["locate", "some words", "--sources", "sources", "--batch", "essay.md"],
            "WORDS and --batch exclude each other; give one of them",
        ),
        (
            ["locate", "--sources", "sources", "--batch", "absent.txt"],
            "--batch absent.txt: No such file or directory; check its path",
        ),
        (["locate", "--sources", "sources", "--batch", "sources"], "--batch sources: not an ordinary file; "),
        (["locate", "--sources", "sources", "--batch", "-"], "--batch -: no words to find; put a quotation on each"),
        (["explain", "QUO999"], "no rule is called 'QUO999'; there are QUO101, "),
    ],
)
def test_a_run_that_cannot_be_is_refused_in_one_line(
    desk: Path, holdwater: Holdwater, arguments: list[str], line: str | None
) -> None:
    outcome = holdwater(*arguments)
    if line is None:
        assert (outcome.code, outcome.err.splitlines()[0]) == (2, "Usage: holdwater [OPTIONS] COMMAND [ARGS]...")
    else:
        assert refused(outcome).startswith(line)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nul.md", b"a text\x00with\x00\x00nothing\x00in it"),
        ("pdf.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("packed.md.gz", b"\x1f\x8b\x08\x00damaged"),
    ],
)
def test_a_document_that_is_no_text_is_refused(desk: Path, holdwater: Holdwater, name: str, content: bytes) -> None:
    (desk / name).write_bytes(content)
    assert refused(holdwater("check", name, "-o", "out.json")).startswith(f"{name}: ")
    assert not (desk / "out.json").exists()


def test_a_document_in_bad_utf8_is_read_or_refused_but_never_a_traceback(desk: Path, holdwater: Holdwater) -> None:
    (desk / "bad.md").write_bytes(ESSAY.encode().replace(b"glad", b"gl\xff\xfed"))
    outcome = holdwater("check", "bad.md", "--sources", "sources")
    assert outcome.code in (1, 2)
    assert "Traceback" not in outcome.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_document_that_may_not_be_read_is_refused(desk: Path, holdwater: Holdwater) -> None:
    (desk / "essay.md").chmod(0)
    assert refused(holdwater("check", "essay.md")) == "essay.md: may not be read; check its permissions"


@pytest.mark.parametrize("broken", ["[", "{}", "[7]", "\x00", "[" * 50_000, '[{"id": "a", "file": "../../x"}]'])
def test_a_broken_catalogue_is_refused(desk: Path, holdwater: Holdwater, broken: str) -> None:
    (desk / "sources" / "sources.json").write_text(broken)
    assert "sources.json" in refused(holdwater("check", "essay.md", "--sources", "sources"))


def test_a_batch_that_is_no_text_is_refused_with_its_line(desk: Path, holdwater: Holdwater) -> None:
    outcome = holdwater("locate", "--sources", "sources", "--batch", "-", stdin=b"one line\nna\xefve\n")
    assert refused(outcome) == "--batch -: line 2: not UTF-8; save it as UTF-8"


def test_a_batch_of_too_many_lines_is_refused(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("holdwater.doors.wanted.MAX_LINES", 2)
    outcome = holdwater("locate", "--sources", "sources", "--batch", "-", stdin=b"one\n\ntwo\nthree\n")
    assert refused(outcome) == "--batch -: more than 2 lines; split it"
    monkeypatch.setattr("holdwater.doors.wanted.MAX_BYTES", 8)
    outcome = holdwater("locate", "--sources", "sources", "--batch", "-", stdin=b"one\n\ntwo\nthree\n")
    assert refused(outcome) == "--batch -: larger than 0 MB; split it"


def test_an_unreadable_source_is_a_finding_and_not_a_refusal(desk: Path, holdwater: Holdwater) -> None:
    (desk / "sources" / "doe.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    outcome = holdwater("check", "essay.md", "--sources", "sources", "--output-format", "concise")
    assert outcome.code in (0, 1)
    assert "CIT204" in outcome.out


def test_broken_decisions_are_refused(desk: Path, holdwater: Holdwater) -> None:
    (desk / "holdwater.decisions.jsonl").write_text("{}\n")
    line = "holdwater.decisions.jsonl:1: the decision has no 'fingerprint'; every decision says who, when and why"
    assert refused(holdwater("check", "essay.md")) == line
    (desk / "holdwater.decisions.jsonl").write_bytes(b"\xff")
    assert "cannot be read as UTF-8 text" in refused(holdwater("check", "essay.md"))


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (
            "report.pdf",
            "-o report.pdf: the file's ending names no report format; "
            "it may be .html, .json, .jsonl, .md, .sarif, .txt",
        ),
        ("report", "-o report: the file's ending names no report format; "),
        ("absent/report.html", "-o absent/report.html: there is no folder absent; make it first"),
        ("folder.html", "-o folder.html: this is a folder; name a file in it"),
        ("essay.html", "-o essay.html: that would write over what is being read; choose another place"),
        ("sources/sources.json", "-o sources/sources.json: that would write over what is being read; "),
        ("sources/new.html", "-o sources/new.html: that would write over what is being read; "),
    ],
)
def test_a_report_that_could_not_be_written_is_refused_before_any_work(
    desk: Path, holdwater: Holdwater, file: str, line: str
) -> None:
    (desk / "folder.html").mkdir()
    (desk / "essay.html").write_text("<p>An essay.")
    before = {path: path.stat().st_mtime_ns for path in desk.rglob("*")}
    assert refused(holdwater("check", "essay.html", "--sources", "sources", "-o", file)).startswith(line)
    assert {path: path.stat().st_mtime_ns for path in desk.rglob("*")} == before


def test_two_reports_in_one_file_are_refused(desk: Path, holdwater: Holdwater) -> None:
    line = "-o out.json: one file cannot hold two reports; put {stem} in the name: -o '{stem}.html'"
    assert refused(holdwater("check", "essay.md", "clean.md", "-o", "out.json")) == line


def test_when_one_report_cannot_be_written_none_is(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "one.json").write_text("old")
    write = Path.write_text

    def full_disk(path: Path, *args: object, **kwargs: object) -> int:
        if ".two.html" in path.name:
            raise OSError(28, "No space left on device", str(path))
        return write(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full_disk)
    outcome = holdwater("check", "essay.md", "-o", "one.json", "-o", "two.html", "-q")
    assert "No space left on device" in refused(outcome)
    assert (desk / "one.json").read_text() == "old"
    assert [path.name for path in desk.iterdir() if "two" in path.name or path.name.endswith(".part")] == []


def test_control_characters_in_a_file_name_do_not_reach_the_terminal(desk: Path, holdwater: Holdwater) -> None:
    assert "\x1b" not in refused(holdwater("check", "\x1b[31mred\x07.md"))


def test_a_fault_of_our_own_is_one_line_and_debug_shows_where(
    desk: Path, holdwater: Holdwater, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing\nat all")

    monkeypatch.setattr("holdwater.doors.checking.check", broken)
    line = "a fault in Holdwater itself: ZeroDivisionError: by nothing at all; please report it with --debug's output"
    assert refused(holdwater("check", "essay.md")) == line
    outcome = holdwater("check", "essay.md", "--debug")
    assert outcome.err.startswith(f"holdwater: {line}\nTraceback (most recent call last)")


def test_debug_shows_where_a_refusal_came_from(desk: Path, holdwater: Holdwater) -> None:
    assert "Traceback" in holdwater("check", "absent.md", "--debug").err
