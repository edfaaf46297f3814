"""Hedges: what the words before or behind a number say of how it is meant, and the interval that it then gives."""

from __future__ import annotations

import re
from math import inf

from holdwater.extract.quantities.model import Hedge, Interval
from holdwater.patterns import waiting

_BEFORE = {
    Hedge.ABOUT: "about; around; some; roughly; approximately; approx; approx.; circa; c.; ca.; ca; "
    "an estimated; estimated; "
    "in the region of; in the order of; on the order of; something like; of the order of; ~; ≈; or so; somewhere "
    "around; "
    "nearer to; more or less; in the neighbourhood of; in the neighborhood of; an average of about",
    Hedge.OVER: "over; more than; above; exceeding; exceeded; exceeds; exceed; surpassing; surpassed; "
    "surpasses; surpass; "
    "greater than; higher than; larger than; bigger than; in excess of; upwards of; upward of; north of; well over; "
    "far more than; well above; topped; topping; >; past the; passed; longer than; older than; better than; beyond; "
    "far above; far over; no fewer than; heavier than; taller than; faster than; further than",
    Hedge.AT_LEAST: "at least; no fewer than; no less than; not less than; not fewer than; a minimum of; "
    "minimum of; minimum; "
    "at the very least; at a minimum; ≥; >=; greater than or equal to; more than or equal to; equal to or more than; "
    "bigger or equal than; higher or equal than; greater or equal than; at least or equal to; larger or equal than; "
    "equal to or greater than; as little as; as few as; from at least",
    Hedge.UNDER: "under; fewer than; less than; below; lower than; smaller than; short of; <; well under; "
    "well below; "
    "far below; far fewer than; far less than; shorter than; younger than; south of; lighter than; inside; within",
    Hedge.AT_MOST: "at most; up to; as many as; as much as; no more than; not more than; a maximum of; "
    "maximum of; maximum; "
    "as high as; at the most; ≤; <=; < =; less than or equal to; equal to or less than; smaller or equal than; "
    "lower or equal than; less or equal than; not exceeding; as long as; as far as; no longer than; no higher than; "
    "no greater than; not above; no larger than; smaller than or equal to; lower than or equal to; fewer than or "
    "equal to",
    Hedge.NEARLY: "nearly; almost; just under; close to; just below; approaching; nearing; not quite; just short of; "
    "slightly less than; a little less than; slightly under; a little under; slightly below; a little below; "
    "just less than; just fewer than; slightly fewer than; a shade under; a little fewer than; virtually; near; "
    "very nearly; barely under; practically; a bit less than; a bit under; fractionally under; a fraction under",
    Hedge.JUST_OVER: "just over; slightly more than; a little above; a little over; slightly over; just above; "
    "a little more than; slightly above; just more than; marginally over; a shade over; marginally more than; "
    "a bit over; a bit more than; a fraction over; fractionally over; only just over",
}
_FORMS: dict[str, Hedge] = {
    form.strip(): hedge for hedge, listed in _BEFORE.items() for form in listed.split("; ") if form.strip()
}
_FORMS["no fewer than"] = Hedge.AT_LEAST
_FORMS["or so"] = Hedge.NONE
_LONGEST = 5  # words
# Words that may be something else before a number: "within 5", "near 10 Downing Street", "some 300", "c".
_NOT_ALONE = frozenset({"passed", "within", "inside", "beyond", "past the", "short of", "near"})
# Verbs with an "over" of their own: "took over 31 shops", "hands over £3".
_TAKING_OVER = frozenset(
    "take takes took taken taking hand hands handed handing turn turns turned turning sign signs signed signing".split()
)
_SEEN = waiting(r"[^\s]+")
_LAST = frozenset(form.split()[-1] for form in _FORMS)

_BEHIND = waiting(
    r"(?P<plus>\+(?![\d\w])|-plus\b)|(?P<odd>-odd\b)|(?P<ish>-?ish\b)|,?\s{1,2}(?:(?P<more>(?:or|and)\s(?:more"
    r"|greater|above|over|older|higher|longer|upwards?|larger)(?!\s(?:than|of|the|[a-z]+ly)\b|\s\d)"
    r"(?<!, and more(?=\s[a-z])))"
    r"|(?P<less>(?:or|and)\s(?:less|fewer|under|below|younger|lower|smaller)(?!\s(?:than|of)\b|\s\d))|(?P<so>or\sso"
    r"|or\sthereabouts|give\sor\stake|more\sor\sless)"
    r"|(?P<atleast>at\s(?:the\svery\s)?least(?!\s\w))|(?P<atmost>at\s(?:the\svery\s)?most(?!\s\w)))\b"
    r"|\s?(?P<about>approximately|approx\.)"
)


def hedge_before(text: str, start: int, floor: int) -> tuple[Hedge, int]:
    """The hedge whose words end before `start`, and where it begins; (NONE, start) if there is none.

    Nothing before `floor` is read: the hedge belongs to its own sentence and not to a number before.
    """
    window = text[max(floor, start - 40) : start]
    if not _may_hedge(window):
        return Hedge.NONE, start
    spelled = [(match.group().lower(), match.start()) for match in _SEEN.finditer(window)]
    base = start - len(window)
    while spelled and spelled[-1][0] in _SKIPPED:
        spelled.pop()
    if not spelled:
        return Hedge.NONE, start
    last = spelled[-1][0]
    if last not in _LAST and last.lstrip("([“\"‘'—–") not in _LAST and last[-1] not in "~≈<>≥≤=":
        return Hedge.NONE, start
    for many in range(min(_LONGEST, len(spelled)), 0, -1):
        words = spelled[-many:]
        form = " ".join(word for word, _ in words)
        stripped = form.lstrip("([“\"‘'—–")
        hedge = _FORMS.get(stripped)
        if stripped == "over" and many < len(spelled) and spelled[-many - 1][0] in _TAKING_OVER:
            return Hedge.NONE, start
        if hedge and not (stripped in _NOT_ALONE and not _stands_for_number(stripped, spelled)):
            return _negated(hedge, spelled[:-many]), base + words[0][1] + len(form) - len(stripped)
    return _sign_hedge(text, start, window, base)


def _may_hedge(window: str) -> bool:
    """Whether the last word before a number is the last of a hedge, or one that stands between the two."""
    nearest = window.rsplit(None, 1)[-1:]
    if not nearest:
        return False
    word = nearest[0].lower()
    return word in _SKIPPED or word in _LAST or word[-1] in _OPEN_SIGNS or word.lstrip("([“\"‘'—–") in _LAST


_SIGNS = frozenset("<>=≥≤~≈")
_OPEN_SIGNS = frozenset("~≈<>≥≤=")
_SKIPPED = frozenset({"a", "an", "only", "just", "another", "even"})


def _stands_for_number(form: str, spelled: list[tuple[str, int]]) -> bool:
    return form not in ("within", "inside")


def _negated(hedge: Hedge, before: list[tuple[str, int]]) -> Hedge:
    """ "must not exceed 5", "never more than 5", "no member has more than 5": at most."""
    said: list[str] = []
    for word, _ in reversed(before[-4:]):
        if word[-1] in ",;:.":
            break
        said.append(word)
    if not any(word in ("not", "never", "cannot", "no") or word.endswith(("n't", "n’t")) for word in said):
        return hedge
    return {Hedge.OVER: Hedge.AT_MOST, Hedge.UNDER: Hedge.AT_LEAST}.get(hedge, hedge)


def _sign_hedge(text: str, start: int, window: str, base: int) -> tuple[Hedge, int]:
    """ "x>10", "≥30", "~100"."""
    if window.rstrip()[-1:] not in _SIGNS:
        return Hedge.NONE, start
    match = re.search(r"(?<![<>=])(>\s?=|<\s?=|[<>≥≤~≈])\s{0,2}$", window)
    if match is None:
        return Hedge.NONE, start
    sign = match.group(1).replace(" ", "")
    return _FORMS[sign], base + match.start()


def hedge_behind(text: str, end: int, limit: int) -> tuple[Hedge, int]:
    """The hedge behind a number or its unit ("or more", "+", "or so"), and where it ends; (NONE, end) without one."""
    if end >= limit or text[end] not in " +-,\u00a0\na":
        return Hedge.NONE, end
    match = _BEHIND.match(text, end, limit)
    if match is None:
        return Hedge.NONE, end
    group = match.lastgroup
    if group in ("more", "plus", "atleast"):
        return Hedge.AT_LEAST, match.end()
    if group in ("less", "atmost"):
        return Hedge.AT_MOST, match.end()
    return Hedge.ABOUT, match.end()


def interval_of(hedge: Hedge, low: float, high: float) -> Interval:
    """The numbers that a hedge allows of the range from `low` to `high` (equal where one number is given)."""
    if hedge is Hedge.OVER:
        return Interval(low, inf, low_closed=False, high_closed=False)
    if hedge is Hedge.AT_LEAST:
        return Interval(low, inf, high_closed=False)
    if hedge is Hedge.UNDER:
        return Interval(-inf, high, low_closed=False, high_closed=False)
    if hedge is Hedge.AT_MOST:
        return Interval(-inf, high, low_closed=False)
    return Interval(low, high)
