"""How a page of cases is read, and how it is rewritten."""

from __future__ import annotations

from pathlib import Path

from literate import cases_in, outcome_of, rewritten, run

PAGE = """# A page

Prose about the page.

## first case

~~~markdown draft.md
A line with a fence in it:

```
code
```
~~~
```text sources/Doe - 2019 - A Work.txt
The source.
```
```findings
something that does not come out
```

## second case

```markdown
Nothing at all.
```
```findings
```
```statuses
```
"""


def test_a_heading_is_a_case_and_a_fence_with_a_name_is_a_file() -> None:
    first, second = cases_in(PAGE)
    assert (first.title, first.line, first.draft) == ("first case", 5, "draft.md")
    assert list(first.files) == ["draft.md", "sources/Doe - 2019 - A Work.txt"]
    assert "```\ncode\n```\n" in first.files["draft.md"]
    assert second.files == {"draft.md": "Nothing at all.\n"}


def test_a_heading_without_files_is_prose() -> None:
    assert not cases_in("# A page\n\nProse.\n\n## More prose\n")


def test_only_the_outcomes_of_a_page_are_rewritten(tmp_path: Path) -> None:
    reports = {case.line: run(case, tmp_path / str(case.line)) for case in cases_in(PAGE)}
    assert rewritten(PAGE, reports) == PAGE.replace("something that does not come out\n", "")


def test_the_outcome_names_the_place_the_code_and_the_message(tmp_path: Path) -> None:
    [case] = cases_in(
        "# one\n```markdown draft.md\nA mark.[^1] Another.[^2]\n\n[^1]: Doe, A Work, 2019.\n```\n```findings\n```"
    )
    assert outcome_of(run(case, tmp_path), "findings") == ["draft.md:1:21: CIT101 note mark 2 leads to no note"]
