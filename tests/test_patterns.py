"""Patterns that are compiled when they are first asked for."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import holdwater
from holdwater import patterns
from holdwater.patterns import waiting


def test_a_waiting_pattern_finds_what_the_compiled_one_does() -> None:
    text = "a1 b22 c"
    late, early = waiting(r"[a-z](\d+)", re.IGNORECASE), re.compile(r"[a-z](\d+)", re.IGNORECASE)
    assert late.findall(text) == early.findall(text)
    assert [one.span() for one in late.finditer(text)] == [one.span() for one in early.finditer(text)]
    assert late.sub("-", text) == early.sub("-", text)
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (
        early.pattern,
        early.flags,
        early.groups,
        early.groupindex,
    )


def test_it_is_compiled_once_and_then_has_the_patterns_own_methods() -> None:
    late = waiting(r"\d")
    assert late.search("a1") is not None
    assert "search" in vars(late)
    assert late.match.__self__ is late.search.__self__  # type: ignore[attr-defined]


def test_bytes_have_patterns_too() -> None:
    assert waiting(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_a_faulty_pattern_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        waiting("(").search("a")


def test_every_pattern_at_the_head_of_a_module_can_be_compiled() -> None:
    compiled = 0
    for found in pkgutil.walk_packages(holdwater.__path__, "holdwater."):
        if found.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(found.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, patterns._Waiting):
                    compiled += isinstance(one.pattern, str | bytes)
    assert compiled > 1_000
