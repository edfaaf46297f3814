"""Pandoc that is missing, old, slow, talkative or broken, and documents that it cannot read: one line each."""

from __future__ import annotations

import io
import json
import os
import stat
import time
import zipfile
from pathlib import Path

import pytest

from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes
from holdwater.read.pandoc import process

posix = pytest.mark.skipif(os.name != "posix", reason="the false pandoc is a shell script")


@pytest.fixture
def false_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called pandoc that does what the test writes into it."""
    program = tmp_path / "pandoc"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return program


def says(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def refusal(data: bytes = b"words", name: str = "essay.rst") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return str(caught.value)


def test_without_pandoc_the_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"rst is read through pandoc, which is not installed; install pandoc"):
        read_bytes(b"words", "essay.rst")


@posix
@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("cat >/dev/null; echo 'Unknown input format rst' >&2; exit 21", "the installed pandoc is too old for rst"),
        ("echo 'Unknown option --sandbox.' >&2; exit 6", "too old to be used safely; install pandoc 2.15"),
        ("cat >/dev/null; echo 'pandoc: Heap exhausted;' >&2; exit 251", "needs too much memory"),
        ("cat >/dev/null; echo 'Error at line 3' >&2; exit 64", r"cannot read it as rst (Error at line 3)"),
        ("for l in U n k n o w n; do printf $l >&2; sleep 0.01; done; exit 1", "cannot read it as rst (Unknown)"),
        ("exit 1", "cannot read it as rst (without a word)"),
        ("kill -9 $$", "cannot read it as rst"),
        ("cat >/dev/null", "pandoc's answer is no tree"),
        ("cat >/dev/null; echo '[]'", "pandoc's answer is no document"),
        ("cat >/dev/null; echo '{\"blocks\": 3}'", "pandoc's answer is no document"),
        ("cat >/dev/null; head -c 100000 /dev/urandom", "pandoc's answer is no tree"),
    ],
)
def test_a_pandoc_that_fails_is_reported_in_one_line(false_pandoc: Path, script: str, line: str) -> None:
    says(false_pandoc, script)
    message = refusal()
    assert line in message
    assert message.startswith("essay.rst: ")
    assert "\n" not in message


@posix
def test_a_pandoc_that_hangs_is_ended_with_what_it_started(false_pandoc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.3)
    says(false_pandoc, "sleep 30 & sleep 30")
    start = time.monotonic()
    assert "took longer than 0 seconds" in refusal(b"words " * 100_000)
    assert time.monotonic() - start < 10


@posix
def test_an_answer_without_end_is_cut_off(false_pandoc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MAX_ANSWER", 100_000)
    says(false_pandoc, "cat >/dev/null; while :; do echo '{\"blocks\": []}'; done")
    assert "too long" in refusal()


@posix
def test_complaints_without_end_do_no_harm(false_pandoc: Path) -> None:
    says(false_pandoc, "cat >/dev/null; head -c 3000000 /dev/zero | tr '\\0' 'x' >&2; exit 1")
    assert len(refusal()) < 400


@posix
@pytest.mark.parametrize(
    "blocks",
    [
        [None, 3, "x", [], {}, {"t": 3}, {"t": "Para"}, {"t": "Para", "c": [None, {"t": "Str"}]}],
        [{"t": "Header", "c": []}, {"t": "Header", "c": ["x", 1, 2]}, {"t": "Header"}],
        [{"t": "Table", "c": [1, 2, 3, 4, 5, 6]}, {"t": "Table", "c": [[], [], [], [[], [[[]]]], [[1]], [3]]}],
        [{"t": "Div", "c": []}, {"t": "Figure", "c": []}, {"t": "Div", "c": [["", [3], []], 5]}],
        [{"t": "OrderedList", "c": [1]}, {"t": "BulletList", "c": [[{"t": "Para", "c": []}], 3]}],
        [{"t": "DefinitionList", "c": [[], [1], [[], [[]]]]}, {"t": "LineBlock", "c": [3, []]}],
        [{"t": "CodeBlock", "c": []}, {"t": "RawBlock", "c": [1, 2]}, {"t": "RawBlock", "c": []}],
        [{"t": "Para", "c": [{"t": one, "c": value} for value in (None, [], [3], "x", [[], []], {"t": "Str"})]}
         for one in ("Emph", "Link", "Cite", "Quoted", "Note", "Code", "Math", "Span", "Image", "RawInline", "Odd")],
    ],
)  # fmt: skip
def test_a_tree_that_is_none_is_read_as_far_as_it_is_one(false_pandoc: Path, blocks: list[object]) -> None:
    false_pandoc.with_name("tree.json").write_text(json.dumps({"blocks": blocks, "meta": {"title": 3}}))
    says(false_pandoc, f"cat >/dev/null; cat {false_pandoc.with_name('tree.json')}")
    read_bytes(b"words", "essay.rst")


@posix
@pytest.mark.parametrize("one", ["BlockQuote", "Emph", "Note"])
def test_a_tree_without_a_bottom_is_refused(false_pandoc: Path, one: str) -> None:
    deep = f'{{"t": "{one}", "c": ['
    inner = deep * 400 + "]}" * 400
    content = inner if one == "BlockQuote" else f'{{"t": "Para", "c": [{inner}]}}'
    whole = f'{{"blocks": [{content}]}}'
    false_pandoc.with_name("tree.json").write_text(whole)
    says(false_pandoc, f"cat >/dev/null; cat {false_pandoc.with_name('tree.json')}")
    if one == "Note":  # a note within a note is written after it, and no deeper
        read_bytes(b"words", "essay.rst")
    else:
        assert "nested too deep" in refusal()


@posix
def test_json_without_a_bottom_is_refused(false_pandoc: Path) -> None:
    says(false_pandoc, "cat >/dev/null; head -c 3000000 /dev/zero | tr '\\0' '['")
    assert "no tree that can be read" in refusal()


def _odt(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, words in members.items():
            archive.writestr(name.replace("_", "."), words)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (_odt(content_xml="<broken"), "not well-formed XML"),
        (_odt(content_xml="<a>" * 1000 + "</a>" * 1000), "nested too deep"),
        (_odt(content_xml=f"<!DOCTYPE a [<!ENTITY b '{'c' * 200}'>]><a>&b;</a>"), "entity"),
        (b"PK\x03\x04" + bytes(100), "damaged or truncated zip archive"),
        (b"no zip at all", "no zipped OpenDocument file"),
    ],
)
def test_a_broken_opendocument_file_is_refused(data: bytes, line: str) -> None:
    with pytest.raises(ReadError, match=line):
        read_bytes(data, "essay.odt", format="odt")
