"""Words from the shelf: a source that has been read once need not be read again to be searched."""

from __future__ import annotations

import gzip
import pickle
from pathlib import Path

import pytest

import holdwater.read
from holdwater.document import Document
from holdwater.errors import UnreadableError
from holdwater.match import Words
from holdwater.sources import described, folded, stamps
from holdwater.sources.kept import Kept
from holdwater.sources.latest import Latest
from holdwater.sources.shelf import Shelf, open_shelf

MILL = "The mill stood by the weir, and nobody remembered who had built it. " * 40
WEIR = "The weir was mended in the spring, after the ice had gone out of the river. " * 40


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that a reader has been sent to."""
    names: list[str] = []
    read_file = holdwater.read.read_file

    def counted(path: Path, *, ocr: bool = False, head: bool = False) -> Document:
        names.extend([] if head else [Path(path).name])
        return read_file(path, ocr=ocr, head=head)

    monkeypatch.setattr(holdwater.read, "read_file", counted)
    return names


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "mill.txt").write_text(MILL)
    (folder / "weir.txt").write_text(WEIR)
    return folder


def shelf_of(sources: Path, *, ocr: bool = False) -> Shelf:
    """The shelf of a new run."""
    return open_shelf(sources, kept=Kept(sources.parent / "cache"), ocr=ocr)


def entries(sources: Path) -> list[Path]:
    return sorted((sources.parent / "cache" / "words").glob("*.words"))


def test_the_second_run_does_not_open_a_reader(sources: Path, reads: list[str]) -> None:
    first = shelf_of(sources).words("mill")
    assert reads == ["mill.txt"]
    shelf = shelf_of(sources)
    again = shelf.words("mill")
    assert reads == ["mill.txt"]
    assert (again.text, list(again.keys)) == (first.text, list(first.keys))
    assert shelf.snapshots["mill"].size == len(MILL.encode())


def test_words_are_those_of_the_document(sources: Path) -> None:
    shelf_of(sources).words("mill")
    shelf = shelf_of(sources)
    assert shelf.words("mill").text == shelf.document("mill").text
    assert shelf.words("mill").text is shelf.document("mill").text, "and the text is in memory once"


def test_without_a_place_for_them_words_are_folded_and_nothing_is_written(sources: Path, reads: list[str]) -> None:
    for _ in range(2):
        assert len(open_shelf(sources).words("mill")) == 13 * 40
    assert reads == ["mill.txt"] * 2
    assert list(sources.parent.iterdir()) == [sources]


def test_a_source_that_has_changed_is_read_again(sources: Path, reads: list[str]) -> None:
    shelf_of(sources).words("mill")
    (sources / "mill.txt").write_text(MILL.replace("weir", "ford"))
    assert "ford" in shelf_of(sources).words("mill").text
    assert len(reads) == 2


def test_the_same_bytes_in_another_place_are_the_same_words(sources: Path, reads: list[str]) -> None:
    shelf_of(sources).words("mill")
    (sources / "old").mkdir()
    (sources / "mill.txt").rename(sources / "old" / "mill.txt")
    shelf_of(sources).words("old/mill")
    assert reads == ["mill.txt"]


def test_the_same_bytes_under_a_name_of_another_format_are_read_as_that(sources: Path) -> None:
    text = "# A heading\n\n*Some* words.\n"
    (sources / "mill.txt").write_text(text)
    assert shelf_of(sources).words("mill").text
    (sources / "mill.txt").rename(sources / "mill.md")
    shelf = shelf_of(sources)
    assert shelf.words("mill").text == shelf.document("mill").text


def test_words_read_with_another_reader_or_by_another_rule_are_not_taken(
    sources: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf_of(sources).words("mill")
    shelf_of(sources, ocr=True).words("mill")
    monkeypatch.setattr(stamps, "FOLDING_VERSION", stamps.FOLDING_VERSION + 1)
    shelf_of(sources).words("mill")
    monkeypatch.setattr(stamps, "_reading", lambda: "a new release")
    shelf_of(sources).words("mill")
    assert reads == ["mill.txt"] * 4


def test_a_damaged_entry_is_folded_again(sources: Path, reads: list[str]) -> None:
    shelf_of(sources).words("mill")
    (entry,) = entries(sources)
    data = bytearray(entry.read_bytes())
    data[400] ^= 1
    entry.write_bytes(data)
    assert shelf_of(sources).words("mill").text == MILL.strip()
    assert reads == ["mill.txt"] * 2
    shelf_of(sources).words("mill")
    assert reads == ["mill.txt"] * 2, "and is whole again"


def test_kept_words_of_another_text_go_when_the_source_is_read(sources: Path) -> None:
    shelf_of(sources).words("mill")
    (entry,) = entries(sources)
    forged = folded.Entry("x" * 90, Words.of("").tokens)
    Kept(sources.parent / "cache").keep(bytes.fromhex(entry.stem), forged)
    shelf = shelf_of(sources)
    assert (shelf.words("mill").text, shelf.doubted) == ("x" * 90, frozenset())
    assert shelf.document("mill").text == MILL.strip()
    assert shelf.doubted == {"mill"}
    assert shelf.words("mill").text == MILL.strip()
    assert shelf_of(sources).words("mill").text == MILL.strip(), "for good"


def test_words_that_are_no_longer_in_memory_are_held_against_the_text_as_well(sources: Path) -> None:
    shelf_of(sources).words("mill")
    Kept(sources.parent / "cache").keep(bytes.fromhex(entries(sources)[0].stem), folded.Entry("x", Words.of("").tokens))
    shelf = open_shelf(sources, kept=Kept(sources.parent / "cache"), max_kept=10)
    shelf.words("mill")
    shelf.words("weir")
    shelf.document("mill")
    assert shelf.doubted == {"mill"}


def test_a_folder_that_cannot_be_written_is_no_error(sources: Path, reads: list[str]) -> None:
    (sources.parent / "cache").write_text("no folder")
    assert len(shelf_of(sources).words("mill")) == 13 * 40
    assert len(shelf_of(sources).words("mill")) == 13 * 40
    assert len(reads) == 2


def test_a_work_of_several_files_is_kept_as_one_text(sources: Path, reads: list[str]) -> None:
    (sources / "sources.json").write_text('[{"id": "both", "title": "Both", "files": ["mill.txt", "weir.txt"]}]')
    text = shelf_of(sources).document("both").text
    shelf_of(sources).words("both")
    del reads[:]
    assert shelf_of(sources).words("both").text == text
    (sources / "weir.txt").write_text("Dry.")
    assert shelf_of(sources).words("both").text.endswith("Dry.")
    assert reads == ["mill.txt", "weir.txt"]


def test_a_packed_file_is_kept_by_its_packed_bytes(sources: Path, reads: list[str]) -> None:
    (sources / "lock.txt.gz").write_bytes(gzip.compress(b"The lock was shut for the night."))
    assert [shelf_of(sources).words("lock").text for _ in range(2)] == ["The lock was shut for the night."] * 2
    assert reads == ["lock.txt.gz"]


def test_of_two_copies_the_one_that_can_be_read_gives_the_words(sources: Path) -> None:
    (sources / "mill.pdf").write_bytes(b"%PDF-1.7 torn")
    (sources / "sources.json").write_text('[{"id": "m", "title": "Mill", "files": ["mill.pdf", "mill.txt"]}]')
    assert [shelf_of(sources).words("m").text for _ in range(2)] == [MILL.strip()] * 2


def test_an_unreadable_source_has_no_words_and_says_why(sources: Path) -> None:
    (sources / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    shelf = shelf_of(sources)
    for _ in range(2):
        with pytest.raises(UnreadableError):
            shelf.words("torn")
    assert "torn" in shelf.unreadable
    with pytest.raises(KeyError):
        shelf.words("nothing of the kind")


def test_a_source_whose_reader_looked_at_other_files_is_read_again_when_those_change(
    sources: Path, reads: list[str]
) -> None:
    whole = "\\documentclass{article}\n\\begin{document}\nThe lock was\n\\input{night}\n\\end{document}\n"
    (sources / "lock.tex").write_text(whole)
    (sources / "night.tex").write_text("shut all night.")
    assert "shut all night" in shelf_of(sources).words("lock").text
    shelf_of(sources).words("lock")
    assert reads == ["lock.tex"]
    (sources / "night.tex").write_text("barred all night.")
    assert "barred all night" in shelf_of(sources).words("lock").text


def test_a_source_that_stands_alone_is_not_read_again_when_others_change(sources: Path, reads: list[str]) -> None:
    shelf_of(sources).words("mill")
    (sources / "weir.txt").write_text("Dry.")
    shelf_of(sources).words("mill")
    assert reads == ["mill.txt"]


def test_a_file_that_changes_while_it_is_read_is_not_kept(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    captured = folded._captured

    def changed_at_once(paths: tuple[Path, ...]) -> object:
        taken = captured(paths)
        (sources / "mill.txt").write_text("Other words.")
        return taken

    monkeypatch.setattr(folded, "_captured", changed_at_once)
    assert shelf_of(sources).words("mill").text == "Other words."
    assert entries(sources) == []


def test_rough_words_are_those_of_the_file_and_no_reader_is_opened(sources: Path, reads: list[str]) -> None:
    (sources / "lock.html").write_text("<p>The <i>lock</i> was shut.</p>")
    for shelf in (open_shelf(sources), shelf_of(sources), shelf_of(sources)):
        assert list(shelf.rough_words("lock").keys)[:8] == ["<", "p", ">", "the", "<", "i", ">", "lock"]
        assert shelf.snapshots["lock"].size == 32
    assert (reads, len(entries(sources))) == ([], 1)


def test_rough_words_are_never_taken_for_the_words_of_the_text(sources: Path, reads: list[str]) -> None:
    (sources / "lock.html").write_text("<p>The lock was shut.</p>")
    shelf_of(sources).rough_words("lock")
    assert shelf_of(sources).words("lock").text == "The lock was shut."
    assert reads == ["lock.html"]


def test_a_source_whose_bytes_show_no_words_is_read_for_its_rough_ones(sources: Path, reads: list[str]) -> None:
    mill = Path(__file__).parents[1] / "formats" / "texts" / "mill.docx"
    (sources / "oberau.docx").write_bytes(mill.read_bytes())
    assert "burned" in shelf_of(sources).rough_words("oberau").text
    assert reads == ["oberau.docx"]
    (sources / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    with pytest.raises(UnreadableError):
        shelf_of(sources).rough_words("torn")


def test_a_source_is_ready_once_it_has_been_read(sources: Path) -> None:
    shelf = shelf_of(sources)
    assert not shelf.is_ready("mill")
    shelf.words("mill")
    assert [shelf.is_ready("mill"), shelf_of(sources).is_ready("mill"), open_shelf(sources).is_ready("mill")] == [
        True,
        True,
        False,
    ]
    (sources / "mill.txt").write_text("Other words.")
    assert not shelf_of(sources).is_ready("mill")
    assert Shelf.from_documents({"given": Document("x")}).is_ready("given")


def test_a_shelf_can_be_sent_to_another_process(sources: Path) -> None:
    shelf = shelf_of(sources)
    text = shelf.words("mill").text
    sent = pickle.loads(pickle.dumps(shelf))
    assert (list(sent.sources), sent.words("mill").text) == (["mill", "weir"], text)
    with pytest.raises(TypeError):
        sent.sources["new"] = None


def test_what_a_files_head_says_of_the_work_is_kept_as_well(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><head><title>The Quiet Wheel</title></head><body><p>So.</p></body></html>"
    (sources / "x17.html").write_text(page)
    (sources / "x18.xml").write_text(f"<?xml version='1.0'?>{page}")
    first = shelf_of(sources).sources
    assert first["x17"].title == "The Quiet Wheel"
    looked = []
    monkeypatch.setattr(described, "_look", lambda path, *_: looked.append(path.name))
    assert shelf_of(sources).sources == first
    assert looked == []


def test_a_head_that_has_changed_is_looked_at_again(sources: Path) -> None:
    page = "<html><head><title>{}</title></head><body><p>So.</p></body></html>"
    for title in ("The Quiet Wheel", "The Loud Wheel"):
        (sources / "x17.html").write_text(page.format(title))
        assert shelf_of(sources).sources["x17"].title == title


def test_a_note_that_is_none_is_passed_over(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><head><title>The Quiet Wheel</title></head><body><p>So.</p></body></html>"
    (sources / "x17.html").write_text(page)
    monkeypatch.setattr(Kept, "find_note", lambda *_: b'{"csl": 7}')
    assert shelf_of(sources).sources["x17"].title == "The Quiet Wheel"


def test_what_our_readers_are_is_told_without_importing_what_they_use() -> None:
    assert len(stamps._reading()) == 64
    assert any(name.startswith("pypdfium2-") for name in stamps._versions())


def test_a_folder_of_too_many_files_has_no_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("x")
    assert stamps.stamp_of([tmp_path])
    monkeypatch.setattr(stamps, "MAX_FILES", 3)
    assert stamps.stamp_of([tmp_path]) is None
    assert stamps.stamp_of([tmp_path / "absent"]) is None


def test_the_longest_unused_value_goes_when_all_are_too_large() -> None:
    latest: Latest[str, str] = Latest(10)
    for name in ("a", "b"):
        latest.put(name, name, 5)
    assert latest.get("a") == "a"
    latest.put("c", "c", 5)
    assert [latest.get(name) for name in "abc"] == ["a", None, "c"]
    latest.put("c", "again", 4)
    latest.put("d", "d", 1)
    assert [latest.get(name) for name in "acd"] == ["a", "again", "d"]
    latest.put("huge", "huge", 99)
    assert [latest.get(name) for name in ("a", "c", "d", "huge")] == [None, None, None, "huge"]
