"""Settings files: which one wins, what they may say, and what a mistake in one costs the user: one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdwater.config import MAX_BYTES, Config, config_for, load_config
from holdwater.errors import ConfigError


def written(folder: Path, content: str, name: str = "holdwater.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(content, encoding="utf-8")
    return file


def refusal(folder: Path, content: str, name: str = "holdwater.toml") -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(written(folder, content, name))
    return str(caught.value).replace(f"{folder}/", "")


def test_every_setting_can_be_written(tmp_path: Path) -> None:
    config = load_config(
        written(
            tmp_path,
            """
            select = ["QUO", "cit101"]
            ignore = ["altered-words"]
            extend-select = ["CIT107"]
            strict = true
            exit-zero = true
            cache = false
            sources = "papers"
            catalogue = "papers/list.bib"
            output-format = "concise"
            [per-file-ignores]
            "drafts/*" = ["ALL"]
            """,
        )
    )
    assert config == Config(
        select=("QUO", "cit101"),
        ignore=("altered-words",),
        extend_select=("CIT107",),
        per_file_ignores={"drafts/*": ("ALL",)},
        strict=True,
        exit_zero=True,
        cache=False,
        sources=tmp_path / "papers",
        catalogue=tmp_path / "papers/list.bib",
        output_format="concise",
        file=tmp_path / "holdwater.toml",
    )


def test_keys_may_be_written_with_underscores(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, 'extend_select = ["QUO"]')).extend_select == ("QUO",)


def test_relative_paths_start_from_the_settings_file(tmp_path: Path) -> None:
    config = load_config(written(tmp_path / "deep", 'sources = "../papers"'))
    assert config.sources == tmp_path / "deep" / ".." / "papers"


def test_absolute_paths_stay_as_they_are(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, 'sources = "/srv/papers"')).sources == Path("/srv/papers")


def test_the_closest_file_wins_and_the_others_are_not_merged_in(tmp_path: Path) -> None:
    written(tmp_path, 'strict = true\nselect = ["CIT"]')
    written(tmp_path / "a" / "b", 'select = ["QUO"]')
    config = config_for(tmp_path / "a" / "b" / "essay.md")
    assert (config.select, config.strict) == (("QUO",), False)


def test_a_file_further_up_is_found(tmp_path: Path) -> None:
    file = written(tmp_path, "strict = true")
    assert config_for(tmp_path / "a" / "b" / "essay.md").file == file


def test_holdwater_toml_goes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    written(tmp_path, "[tool.holdwater]\nstrict = true", "pyproject.toml")
    assert config_for(tmp_path / "essay.md").strict
    written(tmp_path, "exit-zero = true")
    assert not config_for(tmp_path / "essay.md").strict


def test_a_pyproject_that_does_not_speak_of_holdwater_is_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, "strict = true")
    written(tmp_path / "a", "[tool.other]\nselect = 3", "pyproject.toml")
    assert config_for(tmp_path / "a" / "essay.md").file == file


def test_standard_input_takes_the_settings_of_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, "strict = true")
    monkeypatch.chdir(tmp_path)
    assert config_for(None).file == file


def test_an_unknown_key_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    assert refusal(tmp_path, "ingore = []") == (
        "holdwater.toml: there is no setting called 'ingore'; did you mean 'ignore'?"
    )


def test_a_key_like_no_other_is_refused_with_all_of_them(tmp_path: Path) -> None:
    line = refusal(tmp_path, "zzz = 1")
    assert line.startswith("holdwater.toml: there is no setting called 'zzz'; the keys are select, ignore,")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("strict = 1", "strict is a number; it must be true or false"),
        ('exit-zero = "no"', "exit-zero is a text; it must be true or false"),
        ('select = "QUO"', 'select is a text; it must be a list of rules, such as ["QUO101"]'),
        ("ignore = [101]", "ignore is a number; it must be a list of rules, each between quotation marks"),
        ("sources = true", "sources is true or false; it must be a path between quotation marks"),
        ("output-format = []", "output-format is a list; it must be a word between quotation marks"),
        (
            "per-file-ignores = []",
            "per-file-ignores is a list; it must be a table of patterns, each with a list of rules",
        ),
        (
            '[per-file-ignores]\n"*.md" = "QUO"',
            'per-file-ignores.*.md is a text; it must be a list of rules, such as ["QUO101"]',
        ),
        ("strict = 2024-01-01", "strict is a date or time; it must be true or false"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_the_mend(tmp_path: Path, content: str, line: str) -> None:
    assert refusal(tmp_path, content) == f"holdwater.toml: {line}"


def test_a_table_of_the_wrong_kind_in_pyproject_is_refused(tmp_path: Path) -> None:
    line = refusal(tmp_path, "[tool]\nholdwater = 3", "pyproject.toml")
    assert line == "pyproject.toml: tool.holdwater is a number, not a table; write it as [tool.holdwater]"


@pytest.mark.parametrize("raw", [b"select = [", b"\xff\xfe", b"\x00", b"a = " + b"[" * 5_000])
def test_a_file_that_is_not_toml_is_refused_in_one_line(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "holdwater.toml"
    file.write_bytes(raw)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert str(caught.value).startswith(f"{file}: not TOML: ")
    assert "\n" not in str(caught.value)


def test_a_settings_file_that_is_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = written(tmp_path, "#" * (MAX_BYTES + 1))
    with pytest.raises(ConfigError, match="larger than 1,000,000 bytes"):
        load_config(file)


def test_a_missing_settings_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file or directory; check the path"):
        load_config(tmp_path / "absent.toml")


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("essay.md", "somewhere/essay.md", True),
        ("*.md", "somewhere/essay.md", True),
        ("drafts/*", "drafts/essay.md", True),
        ("drafts/*", "final/essay.md", False),
        ("*.html", "somewhere/essay.md", False),
    ],
)
def test_patterns_meet_the_path_as_given_and_the_bare_name(pattern: str, path: str, matches: bool) -> None:
    config = Config(per_file_ignores={pattern: ("QUO",)})
    assert config.ignored_in(path) == (("QUO",) if matches else ())


def test_patterns_meet_the_path_from_the_settings_file_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = load_config(written(tmp_path, '[per-file-ignores]\n"drafts/*" = ["QUO"]'))
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    assert config.ignored_in("essay.md") == ("QUO",)


def test_all_patterns_that_match_count() -> None:
    config = Config(per_file_ignores={"*.md": ("QUO",), "essay.*": ("CIT", "SUP")})
    assert config.ignored_in("essay.md") == ("QUO", "CIT", "SUP")
