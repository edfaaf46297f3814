"""Fingerprints: a name for a finding that survives edits elsewhere in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from holdwater.document import Document, Span
from holdwater.findings.model import Finding
from holdwater.patterns import waiting

ENOUGH_WORDS = 8
"""A finding on at least this many words is known by them alone; a shorter one takes its neighbours along."""

NEIGHBOURS = 6
"""How many words on either side are taken along, never past the end of the block."""

_REACH = 240
"""Code points searched for those neighbours, so that one endless word costs no more than a page of text."""

# The one normaliser of match/ learns new forgiveness from release to release; a fingerprint that a person's decision
# hangs on may not move with it. Hence plain words here: letters and digits, in one case.
_WORD = waiting(r"[^\W_]+")


def stamp(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """The findings in the text's order, each with its fingerprint.

    A fingerprint is sixteen hexadecimal digits: a digest of the rule's code, the words the finding stands on, the
    words around them where those are few, and a running number among findings that are otherwise the same. Line
    numbers, white space, punctuation and letter case do not enter into it, and neither does text further away.
    """
    ordered = sorted(findings, key=lambda one: (one.span, one.code, one.message))
    seen: Counter[tuple[str, ...]] = Counter()
    stamped = []
    for finding in ordered:
        identity = (finding.code, *_identity(finding.span, document))
        stamped.append(replace(finding, fingerprint=_digest(*identity, str(seen[identity]))))
        seen[identity] += 1
    return stamped


def _identity(span: Span, document: Document) -> tuple[str, ...]:
    words = _words(span.of(document.text))
    if len(words) >= ENOUGH_WORDS:
        return (" ".join(words),)
    block = document.block_at(span.start)
    first, last = (block.span.start, block.span.end) if block else (0, len(document.text))
    before = _words(document.text[max(first, span.start - _REACH, 0) : span.start])
    after = _words(document.text[span.end : min(max(last, span.end), span.end + _REACH)])
    return " ".join(before[-NEIGHBOURS:]), " ".join(words), " ".join(after[:NEIGHBOURS])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
