"""Whether a citation belongs to another clause of a quotation's sentence: "the words"; the mill [gives it as 40](…)."""

from __future__ import annotations

from holdwater.extract.drafts import Draft
from holdwater.extract.model import CitationKind
from holdwater.patterns import waiting

_SET_APART = frozenset({CitationKind.NOTE, CitationKind.BRACKET, CitationKind.KEY})
"""Citations that are no words of a clause: at the end of a sentence, they may be for all of it."""
_QUOTED = waiting(r"[“\"][^“”\"]{0,300}[”\"]")
_JOINT = waiting(r"(?:;|[,—–]\s?(?=(?:and|but|while|whilst|whereas|though|although|yet)\s))\s?")
_SUBJECT = waiting(
    r"(?:(?:and|but|while|whilst|whereas|though|although|yet)\s)?(?:on the other hand,?\s|in (?:fact|turn),?\s)?"
    r"(?!(?:[Ss]ee|[Cc]f|[Ss]ources?|[Ff]rom|[Ii]n|[Qq]uoted|[Cc]ited|[Aa]s|[Pp]er|[Ii]t|[Tt]his|[Tt]hat|[Hh]e|[Ss]he|"
    r"[Tt]hey|[Tt]hose|[Tt]hese|[Tt]he (?:words?|phrases?|quotations?|remarks?|lines?|passages?|sentences?))\b)"
    r"(?:(?:the|an?|its|his|her|their|our|my|one|some|other|another|most|many)\s[^\W\d_]|[A-ZÀ-Þ])[^()\[\]]{1,120}$"
)


def of_another_clause(text: str, end: int, draft: Draft) -> bool:
    """Whether words of a clause with a subject of its own are the citation, and so no other clause's.

    `end` is where the quotation ends, in the same sentence. A link on the words of a clause stands for that clause
    alone; a note mark and the like behind it may stand for the whole sentence.
    """
    if draft.kind in _SET_APART or draft.span.start <= end or draft.span.of(text)[:1] in "([":
        return False
    between = _QUOTED.sub("…", " ".join(text[end : draft.start].split()) + " ")
    joints = list(_JOINT.finditer(between))
    if not joints:
        return False
    clause = between[joints[-1].end() :]
    return bool(_SUBJECT.match(clause)) or any(_SUBJECT.match(between, joint.end()) for joint in joints[:-1])
