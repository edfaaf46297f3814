"""Heads of Markdown files: YAML fields, title blocks, the works that a file or its bibliographies describe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.document import Document
from holdwater.read.markdown import read
from holdwater.read.markdown.front_matter import front_matter
from holdwater.read.markdown.yaml import read_yaml

INLINE = """---
title: 'The mill: a history'
author:
  - name: Jane Doe
    affiliation: Oberau
  - Roe
tags: [mill, "old water"]
abstract: |
  Long
  text.
references:
- id: doe
  type: book
  author:
  - family: Doe
    given: Jane
  issued:
    date-parts:
    - - 1999
      - 3
  title: The *Mill*
- id: roe
  title: "Wheels" # a comment
  author: [{family: Roe, given: A.}]
  issued: 2001-02
---

As @doe says.
"""


def test_fields_are_metadata_and_names_are_joined() -> None:
    metadata = read(INLINE, "x.md").metadata
    assert metadata["title"] == "The mill: a history"
    assert metadata["author"] == "Jane Doe; Roe"
    assert metadata["tags"] == "mill, old water"
    assert metadata["abstract"] == "Long\ntext."


def test_references_in_the_head_are_records() -> None:
    first, second = (record.csl for record in read(INLINE, "x.md").records)
    assert first == {
        "id": "doe",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[1999, 3]]},
        "title": "The Mill",
    }
    assert second["issued"] == {"date-parts": [[2001, 2]]}
    assert second["author"] == [{"family": "Roe", "given": "A."}]
    assert second["title"] == "Wheels"


def _beside(files: dict[str, str], cites: str = "@doe") -> Document:
    names = ", ".join(files) or "gone.bib"
    return read(f"---\nbibliography: [{names}]\n---\n\nAs [{cites}] says.\n", "x.md", beside=files.get)


def test_cited_entries_of_a_bibliography_beside_the_file_are_records() -> None:
    bib = "@string{p = {Mill Press}}\n@book{doe, title={The Mill}, publisher=p, year=1999}\n@book{roe, title={No}}\n"
    (record,) = _beside({"refs.bib": bib}).records
    assert (record.id, record.csl["title"], record.csl["publisher"]) == ("doe", "The Mill", "Mill Press")


def test_bibliographies_in_json_and_yaml_are_read_as_well() -> None:
    files = {"a.json": '[{"id": "doe", "title": "A"}, 7]', "b.yaml": "references:\n- id: roe\n  title: B\n"}
    assert [record.csl["title"] for record in _beside(files, "@doe; @roe").records] == ["A", "B"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "gone.bib: not read: no such file"),
        ({"a.json": "{"}, "a.json: not read: no valid JSON"),
        ({"a.json": "[" * 100_000}, "a.json: not read: no valid JSON"),
        ({"a.bib": "@book{doe, title={never closed\n"}, "a.bib: entry 'doe' not read"),
    ],
)
def test_what_cannot_be_read_is_said(files: dict[str, str], said: str) -> None:
    (line,) = _beside(files).unread
    assert line.startswith(said)


def test_a_title_block_gives_title_authors_and_date() -> None:
    document = read("% The\n  mill\n% Jane Doe; A. Roe\n% 2001\n\nText.\n", "x.md")
    assert dict(document.metadata) == {"title": "The mill", "author": "Jane Doe; A. Roe", "date": "2001"}
    assert document.text == "Text."


def test_a_byte_order_mark_is_no_word() -> None:
    assert read("\ufeff# Mill\n", "x.md").text == "Mill"
    assert read("\ufeff---\ntitle: Mill\n---\nText\n", "x.md").metadata["title"] == "Mill"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b", {"a": "b"}),
        ("a:\n- b\n- c: d\n  e: f\n- - g\n", {"a": ["b", {"c": "d", "e": "f"}, ["g"]]}),
        ("a: >\n  folded\n  text\nb: 'it''s'\n", {"a": "folded text", "b": "it's"}),
        ("a: long\n  goes on\nb: {c: d, e: [f, g]}\n", {"a": "long goes on", "b": {"c": "d", "e": ["f", "g"]}}),
        ("# only\n\na: ~ # nothing\n", {"a": ""}),
        ("a: http://x.test/y#z\n", {"a": "http://x.test/y#z"}),
        ('"quoted key": "a \\"b\\""\n', {"quoted key": 'a "b"'}),
        ("- a\n", {}),
        ("", {}),
    ],
)
def test_yaml_is_read_as_far_as_heads_are_written_in_it(text: str, value: object) -> None:
    assert read_yaml(text) == value


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:-#[]{}'\"|> \n,&*", max_size=80))
def test_any_head_is_read(text: str) -> None:
    read_yaml(text)
    front_matter(f"---\n{text}\n---\n")
