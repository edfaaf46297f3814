"""A quotation that stops just before its source goes on with a condition."""

from __future__ import annotations

from holdwater.match.guards.breaks import CLAUSE_END
from holdwater.match.lexicon import CONDITIONS, LIGHT_CONDITIONS, is_negation
from holdwater.match.model import Cut
from holdwater.match.words import Words
from holdwater.patterns import waiting

SENTENCE_LIKE = 5
"""Words: a shorter quotation is a phrase, and a phrase may stop anywhere."""
SENTENCE = 2
"""Words: from here on, one that begins where its source's sentence begins is no phrase."""

_SENTENCE_START = waiting(r"(?:[.!?][\"'”’)]*\s+|\n\s*\n\s*|\)\s+)[\"'“‘(\[]?\Z")
_DENIED = (
    ("before",),
    ("without",),
    ("yet",),
    ("at", "present"),
    ("at", "this", "time"),
    ("at", "this", "stage"),
    *(("this", time) for time in ("week", "month", "quarter", "season", "term", "session", "year")),
)
"""How a source goes on that says when, or how, something is not to be done: "do not open it before …"."""
_OPENERS = frozenset(condition[0] for condition in (*CONDITIONS, *LIGHT_CONDITIONS, *_DENIED))
_PROVISO = waiting(r"[;:]\s{1,3}")
_AFTER_A_STOP = frozenset("provided unless except excepting subject".split())
"""Words by which a condition follows a semicolon too, and nothing else does."""
_NOTHING_MORE = ("", "(", "[", ";")
"""What follows a quotation behind which its author says no more of its sentence: its source, a note's mark."""
_CITED = waiting(r"[\s\"'”’»]{0,4}(?:\[[^\[\]\n]{1,40}\]|\([^()\n]{1,120}\))(?:\s?\[[^\[\]\n]{1,40}\]){0,5}")
"""A citation behind a quotation's marks: its sentence ends behind that."""
_CLOSERS = " \u00a0\n\t\"'”’»)]"


def cut_after(words: Words, start: int, end: int, quotation: str, after: str) -> Cut | None:
    """The condition with which the source goes on in the same sentence, where the quotation is presented as complete.

    Args:
        words: the source.
        start: the passage's first word.
        end: the word after the passage's last.
        quotation: the words quoted.
        after: what follows them in the document.
    """
    if end >= len(words) or words.keys[end] not in _OPENERS:
        return None
    whole = begins_a_sentence(words, start)
    complete = presented_as_complete(quotation, after)
    if not complete and not (whole and _stops_short(quotation, after)):
        return None
    if len(quotation.split()) < (SENTENCE if whole and complete else SENTENCE_LIKE):
        return None
    between = words.text[words.ends[end - 1] : words.starts[end]]
    provided = words.keys[end] in _AFTER_A_STOP and _PROVISO.fullmatch(between) is not None
    if not provided and CLAUSE_END.search(between):
        return None
    denied = whole and any(map(is_negation, words.keys[start:end]))
    light = (*LIGHT_CONDITIONS, *(_DENIED if denied else ()))
    for condition in (*CONDITIONS, *light) if whole else CONDITIONS:
        last = end + len(condition)
        if tuple(words.keys[end:last]) == condition:
            return Cut(words.span(end, last), " ".join(condition))
    return None


def begins_a_sentence(words: Words, start: int) -> bool:
    """Whether source word `start` is the first of a sentence, or of a numbered paragraph: "(3) Consent is …"."""
    if not words.text[words.starts[start]].isupper():
        return False
    return start == 0 or _SENTENCE_START.search(words.text, words.ends[start - 1], words.starts[start]) is not None


def _stops_short(quotation: str, after: str) -> bool:
    """Whether a whole sentence breaks off without a mark, and the document does not go on with it."""
    ended = quotation.rstrip(_CLOSERS)[-1:].isalnum()
    return ended and after.lstrip(_CLOSERS)[:1] in _NOTHING_MORE


def presented_as_complete(quotation: str, after: str) -> bool:
    """Whether the document ends a sentence with the quotation, inside or behind its marks."""
    if quotation.rstrip(_CLOSERS).endswith((".", "!", "?")):
        return True
    cited = _CITED.match(after)
    return after[cited.end() if cited else 0 :].lstrip(_CLOSERS)[:1] == "."
