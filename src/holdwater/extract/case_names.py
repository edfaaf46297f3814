"""The name of the decision that stands before its citation, and the signal before the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.extract.lexicon import NOT_NAMES
from holdwater.patterns import waiting

_WINDOW = 220
_VERSUS = waiting(r"\sv\.\s")
_SECOND = waiting(r"[A-Z][^();“”\"\n]{0,100}?,\s{0,3}(?:supra,?\s{0,3})?(?:at\s)?$")
_SHORT = waiting(r"([A-Z][\w.'’&-]{0,40}(?:\s(?:[A-Z&][\w.'’-]{0,40}|of|the|and)){0,4}),?\s{0,3}(?:supra,?\s{0,3})?$")
_SIGNAL = waiting(
    r"(?:\b(?:[Ss]ee|[Cc]f\.|[Aa]ccord|[Bb]ut|[Cc]ompare|[Ee]\.\s?g\.|[Cc]ontra)[,.]?\s{0,3}(?:also\s|generally\s|cf\.\s)?){1,3}$"
)
_JOINING = frozenset("of the and & for in on ex rel. de v. d/b/a".split())
_SIGNALS = frozenset("see cf accord but compare contra e.g also in under".split())


@dataclass(frozen=True, slots=True)
class CaseName:
    """`full` as in "Doe v. Roe" where the text has it, `short` the party named; `start`: where they begin."""

    full: str
    short: str
    start: int


def case_name(text: str, offset: int) -> CaseName:
    """The name of the decision whose citation begins at `offset`; empty strings where none stands there."""
    window = max(0, offset - _WINDOW)
    before = text[window:offset]
    versus = _last(_VERSUS, before)
    if versus is not None and _SECOND.match(before, versus.end()):
        first = _first_party(before, versus.start())
        second = before[versus.end() :].split(",")[0].strip()
        start = _signal_start(before, first)
        full = f"{before[first : versus.start()]} v. {second}"
        return CaseName(" ".join(full.split()), second, window + start)
    short = _SHORT.search(before[-90:])
    words = short[1].split() if short else []
    while words and words[0].strip(".,").lower() in NOT_NAMES | _SIGNALS:
        words = words[1:]
    if short is None or not words:
        return CaseName("", "", window + _signal_start(before, len(before)))
    begin = before.rindex(words[0], 0, short.end(1) + len(before) - len(before[-90:]))
    return CaseName("", " ".join(words), window + _signal_start(before, begin))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    match = None
    for each in pattern.finditer(text):
        match = each
    return match


def _first_party(before: str, versus: int) -> int:
    """Where the run of capitalised words that ends at `versus` begins."""
    begin = versus
    for word in re.finditer(r"\S+", before[:versus][::-1]):
        forward = word[0][::-1]
        capital = forward[:1].isupper() and not forward.endswith((";", ")", "”", '"'))
        if not (capital or forward in _JOINING) or forward.strip(".,").lower() in _SIGNALS:
            break
        begin = versus - word.end()
    while True:
        leading = re.match(r"\S+\s+", before[begin:versus])
        if leading is None or leading[0].split()[0].lower() not in _JOINING:
            return begin
        begin += leading.end()


def _signal_start(before: str, end: int) -> int:
    signal = _SIGNAL.search(before[max(0, end - 30) : end])
    return max(0, end - 30) + signal.start() if signal else end
