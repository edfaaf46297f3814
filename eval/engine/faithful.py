"""Quotations as honest people write them: other signs on the page, and every change owned up to."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

from eval.engine.items import Made, made_of
from eval.engine.stretches import BOUNDING, NUMBER_WORDS, TURNING, Stretch, around, drawn, folded

LEAST, MOST = 8, 60
"""Words of a quotation."""
FEW = (2, 5)
LONG_WORD = 4
SEGMENT = 3
"""The fewest words between two ellipses."""
MOST_LEFT_OUT = 25

ELLIPSES = (
    " ... ",
    "... ",
    " …",
    " … ",
    "… ",
    " . . . ",
    " . . . . ",
    ". . . . ",
    ".... ",
    " [...] ",
    " […] ",
    " [. . .] ",
    " (...) ",
    " (…) ",
    " * * * ",
    " .\u00a0.\u00a0. ",
)
"""How people mark that words are left out."""
REPLACED_BY = ("the company", "he", "she", "it", "they", "this rule", "the plaintiff", "the sender", "a host", "these")
PUT_IN = ("and", "then", "the", "that", "of course", "in this case", "therefore")
ENDINGS = ("ed", "s", "ing", "d", "ly")
SIGNED = (" (emphasis added)", " [emphasis added]", " (our emphasis)", " (emphasis in original)")
FURNITURE = re.compile(r"\s*\n[^\n]*\[Page[^\n]*\n\s*\f?\s*RFC \d+[^\n]*\n\s*")
"""The foot of an RFC's page and the head of the next."""


def exact(rng: random.Random, text: str) -> Made | None:
    """The text's own characters, line ends and all."""
    one = drawn(rng, text, LEAST, MOST)
    return made_of(one.raw, one) if one else None


def typography(rng: random.Random, text: str) -> Made | None:
    """Other quotation marks, dashes, blanks, hyphens, ligatures, and another case of the first letter."""
    one = drawn(rng, text, LEAST, MOST)
    if one is None:
        return None
    plain = " ".join(one.words)
    chosen = rng.sample(SIGNS, rng.randint(2, len(SIGNS)))
    noisy = plain
    for change in SIGNS:
        if change in chosen:
            noisy = change(rng, noisy)
    return made_of(noisy, one) if noisy != plain else None


def _marks(_: random.Random, words: str) -> str:
    """Curly quotation marks for straight ones, and straight ones for curly ones."""
    if any(mark in words for mark in "“”‘’"):
        return words.translate(str.maketrans("“”‘’", "\"\"''"))
    words = re.sub(r"(?<!\w)\"(?=\w)", "“", words).replace('"', "”")
    return re.sub(r"(?<!\w)'(?=\w)", "‘", words).replace("'", "’")


def _dashes(rng: random.Random, words: str) -> str:
    """Other dashes for dashes, and other hyphens for hyphens."""
    if "—" in words or "–" in words:
        return re.sub(r"[—–]", rng.choice((" -- ", "--", " — ")), words)
    words = re.sub(r"(?<=\w)\s?--\s?(?=\w)", rng.choice(("—", " – ")), words)
    return re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", rng.choice("\u2010\u2011\u2013"), words)


def _blanks(rng: random.Random, words: str) -> str:
    """Other white space for some of the blanks."""
    blanks = ("\u00a0", "  ", "\n", "\t", "\u2009", "\r\n   ", "\u202f")
    return re.sub(" ", lambda _: rng.choice(blanks) if rng.random() < 0.2 else " ", words)


def _hyphens(rng: random.Random, words: str) -> str:
    """A line's end with a hyphen, or a soft hyphen, in some of the long words."""
    between = ("-\n", "-\n   ", "\u00ad", "\u00ad\n", "\u2010\n")
    return re.sub(
        r"(?<!\S)([^\W\d_]{4,})([^\W\d_]{4,})(?!\S)",
        lambda match: match[1] + rng.choice(between) + match[2] if rng.random() < 0.4 else match[0],
        words,
    )


def _ligatures(_: random.Random, words: str) -> str:
    """One sign for several letters."""
    for letters, one in (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("st", "ﬆ")):
        words = words.replace(letters, one)
    return words


def _first_letter(_: random.Random, words: str) -> str:
    return words[0].swapcase() + words[1:] if words[0].swapcase().swapcase() == words[0] else words


SIGNS: tuple[Callable[[random.Random, str], str], ...] = (_marks, _dashes, _blanks, _hyphens, _ligatures, _first_letter)


def ellipsis(rng: random.Random, text: str) -> Made | None:
    """Words left out in one to three places, each marked in one of the ways people mark it."""
    one = drawn(rng, text, LEAST + 6, MOST, plain=True)
    if one is None or not one.prose:  # nobody edits a program or a grammar
        return None
    for _ in range(12):
        kept = _kept(rng, len(one.words))
        if kept and not any(_turns(one, left[1], right[0]) for left, right in pairwise(kept)):
            return _with_ellipses(rng, one, kept)
    return None


def _kept(rng: random.Random, count: int) -> list[tuple[int, int]] | None:
    """The segments that are kept of so many words; None where chance left one too short."""
    cuts = sorted(rng.sample(range(SEGMENT, count - SEGMENT), 2 * rng.choice((1, 1, 1, 2, 2, 3))))
    edges = [0, *cuts, count]
    kept = list(zip(edges[::2], edges[1::2], strict=True))
    left_out = [right[0] - left[1] for left, right in pairwise(kept)]
    sound = all(end - start >= SEGMENT for start, end in kept) and max(left_out) <= MOST_LEFT_OUT
    return kept if sound else None


def _turns(one: Stretch, first: int, last: int) -> bool:
    """Whether leaving out the words first..last hides a word that turns the sentence, or the bound of a number."""
    hidden = folded(" ".join(one.words[first:last]))
    behind = folded(one.words[last])[:1]
    counted = any(word[0].isdigit() or word in NUMBER_WORDS for word in behind)
    return bool(TURNING & set(hidden)) or (counted and not BOUNDING.isdisjoint(hidden[-2:]))


def _with_ellipses(rng: random.Random, one: Stretch, kept: list[tuple[int, int]]) -> Made:
    segments = [" ".join(one.words[first:last]) for first, last in kept]
    quotation = segments[0]
    for segment in segments[1:]:
        quotation = (quotation.rstrip(",;:") if rng.random() < 0.7 else quotation) + rng.choice(ELLIPSES) + segment
    return made_of(quotation, one, [one.part(first, last) for first, last in kept])


def brackets(rng: random.Random, text: str) -> Made | None:
    """One to three changes in brackets: [T]he, [he], surrender[ed], [and], [sic], (emphasis added)."""
    one = drawn(rng, text, LEAST, MOST, plain=True)
    if one is None or not one.prose:
        return None
    words = list(one.words)
    free = [index for index, word in enumerate(words) if word.isalpha() and _is_plain(word)]
    after = ""
    for change in rng.sample(BRACKETS, rng.randint(1, 3)):
        if change is _signed:
            after = _sign(rng, words)
        elif free:
            change(rng, words, free.pop(rng.randrange(len(free))))
    quotation = " ".join(word for word in words if word)
    return made_of(quotation, one, after=after) if quotation != " ".join(one.words) or after else None


def _is_plain(word: str) -> bool:
    """Whether a word may stand behind a bracket: a long one, and none that turns what is said."""
    return len(word) >= 5 and not TURNING & {word.casefold()} and word.islower()


def _initial(_: random.Random, words: list[str], __: int) -> None:
    if words[0][0].isalpha():
        words[0] = f"[{words[0][0].swapcase()}]{words[0][1:]}"


def _replaced(rng: random.Random, words: list[str], at: int) -> None:
    words[at] = f"[{rng.choice(REPLACED_BY)}]"


def _ending(rng: random.Random, words: list[str], at: int) -> None:
    words[at] = f"{words[at]}[{rng.choice(ENDINGS)}]"


def _put_in(rng: random.Random, words: list[str], at: int) -> None:
    words[at] = f"{words[at]} [{rng.choice(PUT_IN)}]"


def _sic(_: random.Random, words: list[str], at: int) -> None:
    words[at] = f"{words[at]} [sic]"


def _signed(_: random.Random, __: list[str], ___: int) -> None:
    """An emphasis that is owned up to; `_sign` says where."""


def _sign(rng: random.Random, words: list[str]) -> str:
    """Own up to an emphasis within the quotation or, returned, behind it."""
    note = rng.choice(SIGNED)
    if rng.random() < 0.5:
        return note
    words.append(note.strip())
    return ""


BRACKETS: tuple[Callable[[random.Random, list[str], int], None], ...] = (
    _initial,
    _replaced,
    _ending,
    _put_in,
    _sic,
    _signed,
)


def few_words(rng: random.Random, text: str) -> Made | None:
    """Two to five words, one of them at least of four letters."""
    one = drawn(rng, text, *FEW, plain=True)
    if one is None or not any(len(word) >= LONG_WORD and word.isalpha() for word in one.words):
        return None
    return made_of(" ".join(one.words), one)


def across_pages(rng: random.Random, text: str) -> Made | None:
    """Words that go on over the end of an RFC's page, without the page's foot and the next one's head."""
    breaks = list(FURNITURE.finditer(text))
    for page_end in rng.sample(breaks, min(len(breaks), 8)):
        start, end = page_end.span()
        blanked = text[:start] + " " * (end - start) + text[end:]
        one = around(rng, blanked, start - 1, rng.randint(LEAST, MOST), inside=SEGMENT)
        if one and one.span.end > end:
            before = sum(span.end <= start for span in one.spans)
            pieces = one.part(0, before), one.part(before, len(one.words))
            return made_of(" ".join(one.words), one, pieces)
    return None
