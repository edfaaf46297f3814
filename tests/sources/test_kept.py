"""The folder of kept words: private, bounded, and never a reason to fail."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import stat
import time
from pathlib import Path

import pytest

from holdwater.match import Words
from holdwater.sources import kept as module
from holdwater.sources.entry import Entry
from holdwater.sources.kept import Kept, usual_folder

TEXT = "The mill stood by the weir, and nobody remembered who had built it."


def key(name: object) -> bytes:
    return hashlib.sha256(str(name).encode()).digest()


def entry(text: str = TEXT) -> Entry:
    return Entry(text, Words.of(text).tokens)


def text_of(kept: Kept, name: object) -> str | None:
    found = kept.find(key(name))
    return found.text if found else None


def files(folder: Path) -> list[Path]:
    return sorted((folder / "words").iterdir())


def test_what_one_run_keeps_the_next_one_finds(tmp_path: Path) -> None:
    Kept(tmp_path).keep(key("mill"), entry())
    assert text_of(Kept(tmp_path), "mill") == TEXT
    assert text_of(Kept(tmp_path), "weir") is None


def test_a_large_entry_is_mapped_and_its_arrays_cannot_be_written(tmp_path: Path) -> None:
    text = "weir " * 100_000
    Kept(tmp_path).keep(key("long"), entry(text))
    found = Kept(tmp_path).find(key("long"))
    assert found is not None
    assert files(tmp_path)[0].stat().st_size > module.MAPPED
    assert (found.text == text, found.tokens.starts.flags.writeable) == (True, False)
    assert len(Words(found.text, found.tokens)) == 100_000


def test_nobody_else_can_look_into_the_folder(tmp_path: Path) -> None:
    Kept(tmp_path).keep(key("mill"), entry())
    assert stat.S_IMODE((tmp_path / "words").stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in files(tmp_path)] == [0o600]


def test_a_folder_that_others_can_look_into_is_shut_first(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir(mode=0o777)
    (tmp_path / "words").chmod(0o777)
    Kept(tmp_path).keep(key("mill"), entry())
    assert stat.S_IMODE((tmp_path / "words").stat().st_mode) == 0o700


def test_a_link_in_the_folders_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "words").symlink_to(tmp_path / "elsewhere")
    Kept(tmp_path).keep(key("mill"), entry())
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert text_of(Kept(tmp_path), "mill") is None


def test_anothers_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Kept(tmp_path).keep(key("mill"), entry())
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert text_of(Kept(tmp_path), "mill") is None


def test_a_damaged_file_is_taken_away_and_can_be_kept_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep(key("mill"), entry())
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-9])
    assert text_of(Kept(tmp_path), "mill") is None
    assert files(tmp_path) == []
    kept.keep(key("mill"), entry())
    assert text_of(Kept(tmp_path), "mill") == TEXT


def test_a_note_is_found_again_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.find_note(key("title")) is None
    kept.keep_note(key("title"), b"The Quiet Wheel")
    assert (kept.find_note(key("title")), kept.find(key("other"))) == (b"The Quiet Wheel", None)
    (file,) = files(tmp_path)
    file.rename(file.with_name(f"{key('other').hex()}.note"))
    assert kept.find_note(key("other")) is None, "under another's key"
    kept.keep_note(key("title"), b"The Quiet Wheel")
    file.write_bytes(file.read_bytes()[:-1])
    assert kept.find_note(key("title")) is None


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    Kept(tmp_path).keep(key("mill"), entry())
    files(tmp_path)[0].write_bytes(b"")
    assert text_of(Kept(tmp_path), "mill") is None


@pytest.mark.parametrize("folder", ["a file/below", "a file"])
def test_a_place_where_no_folder_can_be_is_no_error(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_text("x")
    kept = Kept(tmp_path / folder)
    kept.keep(key("mill"), entry())
    assert kept.find(key("mill")) is None


def test_a_full_disk_is_no_error_and_is_not_tried_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, tried = Kept(tmp_path), []
    kept.keep(key("mill"), entry())

    def full(path: Path, data: bytes) -> None:
        tried.append(path)
        path.write_bytes(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_write", full)
    kept.keep(key("weir"), entry())
    kept.keep(key("sluice"), entry())
    assert (len(tried), len(files(tmp_path))) == (1, 1)
    assert text_of(kept, "mill") == TEXT, "what is there is still found"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    size = 40_000
    text = "w" * size
    hour_ago = time.time() - 3600
    for number in range(6):
        Kept(tmp_path, 10 * size).keep(key(number), entry(text))
        path = tmp_path / "words" / f"{key(number).hex()}.words"
        os.utime(path, (hour_ago + number, hour_ago + number))
    assert text_of(Kept(tmp_path), 0) == text, "a look at it is a use"
    small = Kept(tmp_path, 5 * size)
    small.keep(key("new"), entry(text))
    left = [name for name in (0, 1, 2, 3, 4, 5, "new") if text_of(small, name)]
    assert left == [0, 4, 5, "new"]


def test_the_folder_never_holds_more_than_it_may(tmp_path: Path) -> None:
    kept = Kept(tmp_path, 200_000)
    for number in range(300):
        kept.keep(key(number), entry(f"{number} " * 200))
        assert sum(file.stat().st_size for file in files(tmp_path)) <= 200_000
    assert text_of(kept, 299) is not None


def test_an_entry_that_would_push_out_most_others_is_not_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path, 100_000)
    kept.keep(key("small"), entry())
    kept.keep(key("huge"), entry("w" * 30_000))
    assert (text_of(kept, "small"), text_of(kept, "huge")) == (TEXT, None)


def test_the_unfinished_files_of_a_dead_run_are_taken_away(tmp_path: Path) -> None:
    Kept(tmp_path).keep(key("mill"), entry())
    old, new = tmp_path / "words" / "old.part", tmp_path / "words" / "new.part"
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (1, 1))
    Kept(tmp_path).keep(key("weir"), entry())
    assert (old.exists(), new.exists()) == (False, True)


def _run(folder: Path, seed: int) -> None:
    """Keep and find the same entries over and over, as runs at the same time do."""
    kept = Kept(folder, 120_000)
    for step in range(150):
        name = (step * 7 + seed) % 20
        found = text_of(kept, name)
        assert found in (None, f"{name} " * 900)
        kept.keep(key(name), entry(f"{name} " * 900))


def test_runs_at_the_same_time_do_not_disturb_one_another(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    runs = [context.Process(target=_run, args=(tmp_path, seed)) for seed in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0, 0]
    assert not [file for file in files(tmp_path) if file.suffix == ".part"]


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/doe"}, "/home/doe/.cache/holdwater"),
        ("linux", {"HOME": "/home/doe", "XDG_CACHE_HOME": "/var/doe"}, "/var/doe/holdwater"),
        ("linux", {"HOME": "/home/doe", "XDG_CACHE_HOME": "relative"}, "/home/doe/.cache/holdwater"),
        ("darwin", {"HOME": "/Users/doe"}, "/Users/doe/Library/Caches/holdwater"),
        ("win32", {"HOME": "/doe", "LOCALAPPDATA": "/doe/Local"}, "/doe/Local/holdwater/cache"),
        ("win32", {"HOME": "/doe"}, "/doe/AppData/Local/holdwater/cache"),
        ("linux", {"HOME": "/home/doe", "HOLDWATER_CACHE": "/scratch"}, "/scratch"),
        ("linux", {"HOME": "/home/doe", "HOLDWATER_CACHE": ""}, "/home/doe/.cache/holdwater"),
    ],
)
def test_words_are_kept_where_the_platform_keeps_such_things(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    assert usual_folder(environment, platform) == Path(folder)


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert usual_folder({}, "linux") is None
