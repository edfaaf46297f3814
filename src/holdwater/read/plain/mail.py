"""E-mail in plain text: headers and signatures set apart from what was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.plain.draft import Draft
from holdwater.read.plain.lines import Line, is_parted

_FIELD = waiting(
    r"\*{0,2}(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|In-Reply-To|References|Sender|Organization|Return-Path"
    r"|Received|MIME-Version|Content-Type|Content-Transfer-Encoding|List-[\w-]{1,20}|X-[\w-]{1,30}|Von|An|Betreff|Datum)"
    r":\*{0,2}(?:\s+(\S.{0,300})|\s*)\Z",
    re.I,
)
_ORIGINAL = waiting(r"-{3,}\s*(?:Original|Forwarded|Begin forwarded)\b.{0,60}-{3,}\Z", re.I)
_METADATA = {"subject": "title", "from": "author", "date": "date", "betreff": "title", "von": "author", "datum": "date"}
_LEAST_FIELDS = 3
_LONGEST_HEADER = 60  # blocks
_LONGEST_SIGNATURE = 8  # lines


def set_mail_apart(raw: str, drafts: list[Draft]) -> dict[str, str]:
    """Make furniture of the headers and signatures of messages; return what the first header says."""
    metadata: dict[str, str] = {}
    index = 0
    while index < len(drafts):
        last, fields = _header(raw, drafts, index)
        if last > index:
            metadata = metadata or _said(fields)
            _furnish(drafts[index:last], Part.FRONT)
        elif drafts[index].lines[0].text == "--":
            last = _signature(raw, drafts, index)
            _furnish(drafts[index:last], Part.NAVIGATION)
        elif _ORIGINAL.match(drafts[index].lines[0].text) and len(drafts[index].lines) == 1:
            _furnish(drafts[index : index + 1], Part.FRONT)
        index = max(last, index + 1)
    return metadata


def _furnish(drafts: Sequence[Draft], part: Part) -> None:
    for draft in drafts:
        draft.kind, draft.part, draft.level, draft.group = BlockKind.FURNITURE, part, 0, 0


def _header(raw: str, drafts: Sequence[Draft], first: int) -> tuple[int, dict[str, str]]:
    """The block after a message's header that begins with the block `first`, and its fields; `first` if none does."""
    if not _FIELD.match(drafts[first].lines[0].text[:400]):
        return first, {}
    fields: dict[str, str] = {}
    before: Line | None = None
    index = first
    while index < min(len(drafts), first + _LONGEST_HEADER):
        draft = drafts[index]
        if before is not None and is_parted(raw, before, draft.lines[0]):
            break
        for line in draft.lines:
            found = _FIELD.match(line.text[:400])
            if found:
                fields.setdefault(found[1].lower(), found[2] or "")
            elif not line.indent:
                return first, {}
        before = draft.lines[-1]
        index += 1
    named = len({"from", "von"} & fields.keys()) and len(fields) >= _LEAST_FIELDS
    return (index, fields) if named else (first, {})


def _said(fields: dict[str, str]) -> dict[str, str]:
    return {_METADATA[name]: words for name, words in fields.items() if name in _METADATA and words}


def _signature(raw: str, drafts: Sequence[Draft], first: int) -> int:
    """The block after a signature, which runs from "--" to the next empty line."""
    lines = len(drafts[first].lines)
    index = first + 1
    while index < len(drafts) and not is_parted(raw, drafts[index - 1].lines[-1], drafts[index].lines[0]):
        lines += len(drafts[index].lines)
        index += 1
    return index if lines <= _LONGEST_SIGNATURE + 1 else first
