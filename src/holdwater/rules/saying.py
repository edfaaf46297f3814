"""Pieces of the sentences that findings are written in: neutral, one line, the words and the place named."""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.document import Span

WORDS_SHOWN = 8
"""How many words of a quotation a message shows; the report shows the rest."""

CHARACTERS_SHOWN = 70
"""The most characters that a message shows of one quotation, whatever its words are like."""


def quoted(words: str, *, most: int = WORDS_SHOWN) -> str:
    """`words` on one line, between quotation marks and shortened to `most` words."""
    return f"“{shortened(words, most=most)}”"


def shortened(words: str, *, most: int = WORDS_SHOWN) -> str:
    """`words` on one line, cut after `most` words or `CHARACTERS_SHOWN` characters with an ellipsis."""
    # One word more than are shown is enough to know that there are more; a split of the whole may be 50,000 words.
    pieces = words[: CHARACTERS_SHOWN * 4].split(None, most)
    text = " ".join(pieces[:most])
    if len(text) > CHARACTERS_SHOWN:
        return text[: CHARACTERS_SHOWN - 1].rstrip() + "…"
    return text + " …" if len(pieces) > most else text


def opening(text: str, span: Span, *, most: int = 6) -> Span:
    """The first words of `span`, at most `most` of them: enough to point at a note or an entry."""
    words = span.of(text)[:CHARACTERS_SHOWN]
    first = words.lstrip()
    start = span.start + len(words) - len(first)
    end = start
    for word in first.split(None, most)[:most]:
        end = text.index(word, end) + len(word)
    return Span(start, min(end, span.end)) if end > start else span


def several(count: int, one: str, many: str = "") -> str:
    """`count` with its noun: "1 quotation", "3 quotations"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str], *, most: int = 3) -> str:
    """`items` in one sentence, the first `most` of them in full: "a", "a and b", "a, b, c and 2 more"."""
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{len(items) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
