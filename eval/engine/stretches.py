"""Stretches of a text that somebody could quote: some words in a row, as a person would cut them out.

A stretch begins and ends with a whole word, keeps its brackets and quotation marks in pairs, has no page's end, table
or drawing in it, and does not begin straight after a "not" or end before an "unless": whether such a cut is still
faithful is another question than whether the words are found.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.document import Span

WINDOW = 1_500
"""Characters on either side of a place that are looked at: sixty words with their blanks and line ends."""
TRIES = 60
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W_]+")
_ODD = re.compile(r"\f|\[Page \d|(?m:^RFC \d+  .*\d{4}$)|\||(?:[+-]\s?){3,}|={3,}|_{3,}|\.{5,}|(?:\. ?){6,}|\\")
MARKS = re.compile(r"[\[\]…*]|\.\s?\.|\((?:emphas|citation|footnote|internal|quot|sic)", re.IGNORECASE)
"""What could be an editor's mark: where the source has them, a change beside them may be owned up to."""
TURNING = frozenset(
    "not no nor never neither without cannot none nobody nothing nowhere unless except but only provided if non "
    "instead rather whether until hardly scarcely barely seldom rarely almost nearly partly "
    "perhaps possibly probably presumably maybe arguably conceivably apparently seemingly ostensibly "
    "allegedly reportedly supposedly purportedly wrongly falsely mistakenly "
    "may might some most few half part "
    "refuse refused refuses refusing refusal deny denied denies denying denial decline declined declines declining "
    "fail failed fails failing failure".split()
)
"""Words that turn what stands beside them: nothing is cut next to them, and no faithful gap hides one.

Denials, conditions, doubts, hearsay, what stands in another's stead, what takes a part only, and verbs that say that
something was not done.
"""
BOUNDING = frozenset("than least under over about around approximately roughly".split())
"""Words that make a bound or a guess of the number behind them: no faithful gap hides one right before a number."""
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)
_OPENING, _CLOSING = "\"'“‘([{", "\"'”’)]},;:"
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))
LETTERS = 0.7
"""The least share of letters and digits among the characters that are no blanks: less is a table or a drawing."""
WORDED = 0.6
"""The least share of tokens with a letter in them: less is a ruler of bits, or a column of figures."""
_CODE = re.compile(r"[={}<>_^~@#]")
_FULL_STOP = re.compile(r"(?:[^\W\d_]{4,}|[\])])[.?!][\"'”’)]*$")


def folded(text: str) -> list[str]:
    """The words of a text for comparison: letters and digits alone, composed, without case.

    This is not the engine's normaliser, on purpose: the judge may not share the faults of the judged.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return _WORD.findall(text.casefold())


@dataclass(frozen=True)
class Stretch:
    """Some words of a text: the spans of its tokens (what stands between blanks), and their words."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    raw: str

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def part(self, first: int, last: int) -> Span:
        """The span of the tokens first..last, `last` not included."""
        return Span(self.spans[first].start, self.spans[last - 1].end)

    @property
    def prose(self) -> bool:
        """Whether nothing in it looks like a program, a grammar or an example of a protocol."""
        return not _CODE.search(self.raw)

    @property
    def plain(self) -> bool:
        """Whether nothing in it looks like an editor's mark."""
        return not MARKS.search(self.raw)


def drawn(
    rng: random.Random, text: str, least: int, most: int, anchor: re.Pattern[str] | None = None, *, plain: bool = False
) -> Stretch | None:
    """A stretch of `least` to `most` words of a text, at random; None where none was found in some tries.

    Args:
        rng: where chance comes from.
        text: the text.
        least: the fewest words.
        most: the most words.
        anchor: what must stand in the stretch, at least two words from either end.
        plain: whether it must have no editor's marks.
    """
    places = [match.start() for match in anchor.finditer(text)] if anchor else []
    if anchor and not places:
        return None
    count = rng.randint(least, most)  # once: of long stretches more are refused, and the mix is to stay even
    for _ in range(TRIES):
        at = rng.choice(places) if anchor else rng.randrange(max(1, len(text)))
        one = around(rng, text, at, count, inside=2 if anchor else 0)
        if one and (one.plain or not plain):
            return one
    return None


def around(rng: random.Random, text: str, at: int, count: int, inside: int) -> Stretch | None:
    """A stretch of `count` words with the word at `at` in it, `inside` words from its ends; None if it is no good."""
    low, high = max(0, at - WINDOW), min(len(text), at + WINDOW)
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text, low, high)][1:-1]
    here = next((index for index, token in enumerate(tokens) if token.end > at), None)
    if here is None or count < 2 * inside + 1:
        return None
    first = here - rng.randint(inside, count - 1 - inside)
    if first < 2 or first + count + 2 > len(tokens):
        return None
    return cut(text, tokens[first - 2 : first], tokens[first : first + count], tokens[first + count :][:2])


def cut(text: str, before: Sequence[Span], tokens: Sequence[Span], after: Sequence[Span]) -> Stretch | None:
    """The tokens as a stretch, without outer punctuation; None if nobody would cut them out so."""
    around = [span.of(text) for span in (*before, *after)]
    if any(TURNING & set(folded(word)) or not _WORD.search(word) for word in around):
        return None
    if before[-1].of(text).endswith("-") or tokens[-1].of(text).endswith("-"):
        return None
    spans = _trimmed(text, _joined(text, tokens))
    if spans is None:
        return None
    words = tuple("".join(span.of(text).split()) for span in spans)
    one = Stretch(tuple(spans), words, text[spans[0].start : spans[-1].end])
    return one if _is_sound(one) else None


def _joined(text: str, tokens: Sequence[Span]) -> list[Span]:
    """The tokens, with a word that is broken at a hyphen at the end of a line as one."""
    spans: list[Span] = []
    for token in tokens:
        last = spans[-1] if spans else token
        if text[last.end - 1] == "-" and text[last.end - 2].isalnum() and "\n" in text[last.end : token.start]:
            spans[-1] = Span(last.start, token.end)
        else:
            spans.append(token)
    return spans


def _trimmed(text: str, tokens: Sequence[Span]) -> list[Span] | None:
    """The tokens without the quotation marks and brackets that only one end of them has."""
    spans = list(tokens)
    if not _paired(text[spans[0].start : spans[-1].end]):
        first, last = spans[0].of(text), spans[-1].of(text)
        spans[0] = Span(spans[0].start + len(first) - len(first.lstrip(_OPENING)), spans[0].end)
        spans[-1] = Span(spans[-1].start, spans[-1].end - (len(last) - len(last.rstrip(_CLOSING))))
    if len(spans[0]) <= 0 or len(spans[-1]) <= 0:
        return None
    ends = (spans[0].of(text), spans[-1].of(text))
    return spans if all(map(_WORD.search, ends)) else None


def _paired(raw: str) -> bool:
    counts = Counter(raw)
    return all(counts[left] == counts[right] for left, right in _PAIRS) and counts['"'] % 2 == 0


def _is_sound(one: Stretch) -> bool:
    if _ODD.search(one.raw) or not _paired(one.raw):
        return False
    solid = "".join(one.words)
    lettered = sum(any(map(str.isalpha, word)) for word in one.words)
    return sum(map(str.isalnum, solid)) >= LETTERS * len(solid) and lettered >= WORDED * len(one.words)


def sentence_at(text: str, at: int, least: int, most: int) -> Stretch | None:
    """The first sentence that begins behind `at`, with so many words; None where the next one is no good.

    A sentence goes from a capital behind a full stop or an empty line to the next full stop; "Ct." has none.
    """
    low, high = max(0, at - WINDOW), min(len(text), at + 2 * WINDOW)
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text, low, high)][1:-1]
    words = [token.of(text) for token in tokens]
    for first in range(2, len(tokens) - least - 2):
        if tokens[first].start > at and words[first][0].isupper() and _begins(text, tokens[first - 1], tokens[first]):
            last = next((end for end in range(first, len(tokens)) if _FULL_STOP.search(words[end])), len(tokens))
            fits = least <= last + 1 - first <= most and last + 3 <= len(tokens)
            return (
                cut(text, tokens[first - 2 : first], tokens[first : last + 1], tokens[last + 1 :][:2]) if fits else None
            )
    return None


def _begins(text: str, before: Span, word: Span) -> bool:
    return bool(_FULL_STOP.search(before.of(text))) or text[before.end : word.start].count("\n") > 1
