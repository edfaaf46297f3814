"""Text from outside, made safe to show: what could act on a terminal or turn the reading order is made visible."""

from __future__ import annotations

import re

from holdwater.patterns import waiting

_DROPPED = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff"
"""Invisible hints that can only mislead a search or a caret; nothing is lost without them."""

_ACTING = (
    "\u2028-\u202e"  # line and paragraph separators, direction embeddings and overrides
    "\u2061-\u206f"  # invisible operators, direction isolates, deprecated format characters
    "\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f"  # tag characters, which carry hidden words
    "\ud800-\udfff"  # half of a pair: no file can hold it
)
_UNSAFE = waiting(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DROPPED}{_ACTING}]")


def visible(text: str) -> str:
    """`text` with every character that acts instead of being seen replaced by one that is seen.

    Control characters become their pictures (U+2400 …), direction overrides and the like their number in angle
    brackets. Tabs and line feeds stay, a carriage return becomes a line feed.
    """
    return _UNSAFE.sub(_shown, text)


def one_line(text: str) -> str:
    """`text` made visible, with every run of white space as one blank."""
    return " ".join(visible(text).split())


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _DROPPED:
        return ""
    if character == "\r":
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"<U+{code:04X}>"
