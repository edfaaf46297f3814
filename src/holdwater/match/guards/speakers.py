"""Who speaks: the label before a speech in a record, and the quotation marks of a dialogue.

source     Mr. Hale: Shall it be closed? The Minister (Mr. Orme): It may be. Mr. Hale: My people fear it.
quotation  The Minister (Mr. Orme): … My people fear it.
"""

from __future__ import annotations

import re

from holdwater.match import lexicon
from holdwater.match.guards.genders import gender_of
from holdwater.patterns import waiting

BEFORE = 5_000
"""Characters before an ellipsis in which the label of its left half's speaker is looked for."""
LABEL = 60
"""Characters of a label."""

SPEECH = 1_000
"""Characters before an ellipsis in which the mark that opens its left half's speech is looked for."""

_NAME = r"[A-Z][\w.'’-]*"
_LINE = waiting(r"^[ \t*_]{0,8}([A-Z][A-Za-z.'’ -]{1,40}?)[*_]{0,2}[ \t]?:(?=[*_]{0,2}\s)", re.MULTILINE)
_INLINE = waiting(
    rf"(?:^|[.!?)\]\"”’] )((?:The )?{_NAME}(?: (?:of|for|the|and|{_NAME})){{0,7}}"
    r"(?: ?\([A-Z][^()\n]{1,40}\))?)[ ]?:(?= )",
    re.MULTILINE,
)
"""The label of a speaker in running text: `… closed. The Minister of Health (Mr. Orme): I will not.`"""
_CAPITALS = waiting(
    r"(?:^|[.!?)\]\"”’—]\s)((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Senator|Judge)\.? |THE |The )"
    r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,2})(?: \([^()\n]{1,40}\))?\.(?=[ —])",
    re.MULTILINE,
)
"""The label of a printed record: `Mr. HALE. Mr. President, I rise to …`"""
_ASKED = waiting(r"(?:^|[.!?)\]\"”’]\s)([QA])[.:]\s(?=[\"“‘(]?[A-Z])", re.MULTILINE)
"""The label of a question and of an answer."""
_TITLES = frozenset("mr mrs ms miss dr sir lord lady judge justice senator professor the of for and hon rt".split())
_TITLE = waiting(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Judge|Justice|Senator|Professor)\b")
_NOTES = frozenset("NOTE NOTES WARNING EXAMPLE IMPORTANT TODO CAUTION DANGER TIP".split())
_ROLES = lexicon.OFFICES | frozenset(
    "interviewer interviewee host moderator reporter narrator caller presenter".split()
)
_COUNTED = waiting(r"(?!I\Z)[IVXLC]+")
_LETTERS = waiting(r"[^\W\d_]+")
_MARK = waiting(r"([“‘]|(?<!\S)[\"'](?=\w))|[”\"]|[’'](?!\w)")
"""A quotation mark: the group stands for one that opens."""
_TURN = waiting(r"(?:[.!?…—]|--)(”\s{1,3}“|’\s{1,3}‘|\"\s{1,3}\"|'\s{1,3}')(?=\w)")
"""Where a speech ends and another's begins with nothing said of who speaks."""


def other_label(text: str, start: int, end: int) -> bool:
    """Whether offsets start..end of a text hide the label of a speaker who is not the one of the text before."""
    if text.find(":", start, end) < 0 and text.find(".", start, end) < 0:
        return False
    for patterns in ((_LINE, _INLINE, _CAPITALS), (_ASKED,)):
        later = _last(patterns, text, start, end)
        if later is None or later[0] == end:
            continue
        before = _last(patterns, text, max(0, start - BEFORE), start - 1)
        if before and not _is_same(later[1], before[1]):
            return True
    return False


def _last(patterns: tuple[re.Pattern[str], ...], text: str, low: int, high: int) -> tuple[int, str] | None:
    """The last speaker's label that begins in low..high, and where; None if there is none."""
    found = (match for pattern in patterns for match in pattern.finditer(text, low, high + LABEL))
    labels = [(match.start(1), match[1]) for match in found if match.start(1) <= high and _is_speaker(match[1])]
    return max(labels, default=None)


def _is_speaker(label: str) -> bool:
    """Whether a label is a speaker's, in capitals, with a title or an office, and no field's (`Length:`, `NOTE:`)."""
    if label.isupper():
        return label not in _NOTES and not _COUNTED.fullmatch(label)
    return _TITLE.match(label) is not None or not _ROLES.isdisjoint(label.lower().split())


def _is_same(one: str, other: str) -> bool:
    """Whether two labels may be one speaker's: "The Minister of Supply (Mr. Orme)" and "Mr. Orme"."""
    mine, theirs = (_LETTERS.findall(label.lower()) for label in (one, other))
    if set(mine) == set(theirs):
        return True
    # Mr Ashe is not Mrs Ashe.
    if len({gender_of(mine), gender_of(theirs)} - {""}) > 1:
        return False
    named = [set(label) - _TITLES - _ROLES for label in (mine, theirs)]
    if named[0] and named[1]:
        return not named[0].isdisjoint(named[1])
    # "The Minister" is whichever minister has spoken.
    roles = [set(label) & _ROLES for label in (mine, theirs)]
    return bool(roles[0] & roles[1])


def other_turn(text: str, start: int, end: int) -> bool:
    """Whether offsets start..end hold a dialogue's turn to the other speaker, between two speeches without a word.

    source     “It is old,” said Voss. “It will fall.” “It will stand.”
    quotation  It will fall … [I]t will stand.
    """
    turns = list(_TURN.finditer(text, start, end + 1))
    marks = list(_MARK.finditer(text, max(0, start - SPEECH), start)) if turns else []
    if not marks or marks[-1][1] is None:
        return False
    return len(turns) % 2 == 1 and not lexicon.REPORTING.intersection(_LETTERS.findall(text[turns[-1].end() : end]))
