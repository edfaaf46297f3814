"""Quotations of texts, changed in ten ways by a seed; each knows where it was taken from."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FEWEST, MOST = 12, 50
"""Words of a quotation before it is changed."""

_SENTENCES = re.compile(r"(?<=[.;:?!]\s)[A-Z][^\f|_=<>]{60,420}?[.;?!](?=\s)")
_PLAIN = 0.9
"""Share of letters and blanks from which on a stretch is prose and no table or figure."""
_WORD = re.compile(r"\S+")
_HALVES = 8
"""Words at least of either half of a stitched quotation."""
_TRIES = 2_000_000


@dataclass(frozen=True)
class Quotation:
    """Words quoted, what was done to them, and where they stand: `source` is the text's number.

    `places` are the spans in it that may be answered (two for a stitched one), `unchanged` is the first of them as it
    stands in the source.
    """

    text: str
    kind: str
    source: int
    places: tuple[tuple[int, int], ...]
    unchanged: str


Changed = tuple[str, tuple[tuple[int, int], ...]]
Change = Callable[[random.Random, str, int, int], "Changed | None"]


def sample(texts: Sequence[str], each: int, seed: int) -> list[Quotation]:
    """So many quotations of each kind, kinds in turn, from anywhere in the texts, every byte as likely as the others.

    Raises ValueError where the texts have not enough sentences to quote.
    """
    chance = random.Random(seed)
    sizes = [len(text) for text in texts]
    found: dict[str, list[Quotation]] = {kind: [] for kind in KINDS}
    for _ in range(_TRIES):
        wanted = min(KINDS, key=lambda kind: len(found[kind]))
        if len(found[wanted]) == each:
            return [found[kind][turn] for turn in range(each) for kind in KINDS]
        source = chance.choices(range(len(texts)), sizes)[0]
        quotation = _quoted(chance, texts[source], source, wanted)
        if quotation:
            found[wanted].append(quotation)
    raise ValueError("too few sentences to quote")


def save(quotations: Sequence[Quotation], path: Path) -> None:
    """Write quotations for another process."""
    path.write_text(json.dumps([asdict(one) for one in quotations]), encoding="utf-8")


def load(path: Path) -> list[Quotation]:
    """Read what `save` wrote."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Quotation(**{**row, "places": tuple(map(tuple, row["places"]))}) for row in rows]


def _quoted(chance: random.Random, text: str, source: int, kind: str) -> Quotation | None:
    place = _sentence(chance, text)
    changed = KINDS[kind](chance, text, *place) if place else None
    if not place or not changed:
        return None
    said, places = changed
    return Quotation(said, kind, source, places, text[places[0][0] : places[0][1]])


def _sentence(chance: random.Random, text: str) -> tuple[int, int] | None:
    """The first sentence behind a random place, where it is prose of a fit length."""
    at = chance.randrange(max(1, len(text) - 500))
    found = _SENTENCES.search(text, at, at + 2_000)
    if not found:
        return None
    said = found.group()
    plain = sum(letter.isalpha() or letter.isspace() for letter in said) >= _PLAIN * len(said)
    whole = plain and "[" not in said and "..." not in said and "…" not in said
    return found.span() if whole and FEWEST <= len(said.split()) <= MOST else None


def _exact(chance: random.Random, text: str, start: int, end: int) -> Changed | None:
    return text[start:end], ((start, end),)


def _typographic(chance: random.Random, text: str, start: int, end: int) -> Changed | None:
    curly = {"'": "’", '"': "“", "--": "—", "-": "‐"}
    straight = {"’": "'", "“": '"', "”": '"', "—": "--"}
    said = " ".join(text[start:end].split())
    exchanged = curly if chance.random() < 0.5 else straight
    for old, new in exchanged.items():
        said = said.replace(old, new)
    return said[0].lower() + said[1:-1], ((start, end),)


def _with_words(change: Callable[[random.Random, list[str]], list[str] | None]) -> Change:
    """A change of a sentence's words, set with single blanks."""

    def changed(chance: random.Random, text: str, start: int, end: int) -> Changed | None:
        words = change(chance, text[start:end].split())
        return (" ".join(words), ((start, end),)) if words else None

    return changed


def _left_out(chance: random.Random, words: list[str], mark: list[str]) -> list[str]:
    """The words without three to eight in the middle; at least four stay on either side."""
    count = min(chance.randint(3, 8), len(words) - 8)
    at = chance.randint(4, len(words) - 4 - count)
    return [*words[:at], *mark, *words[at + count :]]


def _ellipsis(chance: random.Random, words: list[str]) -> list[str] | None:
    return _left_out(chance, words, [chance.choice(("…", "...", ". . .", "[…]"))])


def _omission(chance: random.Random, words: list[str]) -> list[str] | None:
    return _left_out(chance, words, [])


def _brackets(chance: random.Random, words: list[str]) -> list[str] | None:
    first = words[0]
    words = [f"[{first[0].lower()}]{first[1:]}", *words[1:]]
    at = chance.randint(2, len(words) - 3)
    inside = chance.choice(("[the court]", "[it]", "[that party]", "[then]"))
    return [*words[:at], inside, *words[at + 1 :]]


def _words_changed(number: int) -> Callable[[random.Random, list[str]], list[str] | None]:
    def changed(chance: random.Random, words: list[str]) -> list[str] | None:
        long = [at for at in range(1, len(words) - 1) if words[at].isalpha() and len(words[at]) >= 4]
        if len(long) < number:
            return None
        for at in chance.sample(long, number):
            words[at] = chance.choice(_OTHER_WORDS)
        return words

    return changed


def _not_dropped(chance: random.Random, words: list[str]) -> list[str] | None:
    if "not" not in words:
        return None
    at = words.index("not")
    return words[:at] + words[at + 1 :]


def _scanned(chance: random.Random, text: str, start: int, end: int) -> Changed | None:
    """Five to ten letters of a hundred read wrongly."""
    said = list(" ".join(text[start:end].split()))
    letters = [at for at, letter in enumerate(said) if letter.isalpha()]
    for at in chance.sample(letters, round(chance.uniform(0.05, 0.10) * len(said))):
        said[at] = _MISREAD.get(said[at]) or chance.choice("abcdefghilmnoprstu")
    return "".join(said), ((start, end),)


def _stitched(chance: random.Random, text: str, start: int, end: int) -> Changed | None:
    """The first half of a sentence and the last half of another, from elsewhere in the text."""
    other = _sentence(chance, text)
    if not other or abs(other[0] - start) < 2_000:
        return None
    first = [word.span() for word in _WORD.finditer(text, start, end)]
    last = [word.span() for word in _WORD.finditer(text, *other)]
    first, last = first[: len(first) // 2], last[len(last) // 2 :]
    if min(len(first), len(last)) < _HALVES:
        return None
    places = (first[0][0], first[-1][1]), (last[0][0], last[-1][1])
    return " ".join(" ".join(text[start:end].split()) for start, end in places), places


_OTHER_WORDS = "altogether harbour lantern garden window forty useful together mountain winter paper quiet".split()
_MISREAD = dict(pair.split("/") for pair in "e/c c/e l/1 i/l o/0 n/u u/n h/b m/rn s/5 t/f".split())

KINDS: dict[str, Change] = {
    "exact": _exact,
    "typographic": _typographic,
    "ellipsis": _with_words(_ellipsis),
    "brackets": _with_words(_brackets),
    "one word": _with_words(_words_changed(1)),
    "not dropped": _with_words(_not_dropped),
    "three words": _with_words(_words_changed(3)),
    "scanned": _scanned,
    "stitched": _stitched,
    "omission": _with_words(_omission),
}
"""The ten kinds of change; `scanned` is noise of 5 to 10 letters in a hundred, `omission` has no ellipsis."""
