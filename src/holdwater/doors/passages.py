"""How `holdwater locate` shows what it found: in full, a line each, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from holdwater.findings.elsewhere import Found
from holdwater.findings.model import Evidence
from holdwater.match.model import HARMLESS, Alignment, EditKind, Fit
from holdwater.report.cells import wrap, wrap_text
from holdwater.report.difference import in_context
from holdwater.report.paint import marked, paint, painted
from holdwater.report.visible import one_line
from holdwater.report.wording import UNSURE, count, shortened

CONTEXT = 160
"""Characters of the source shown on each side of a passage."""
KEEP = 600
"""Characters kept of a long stretch that is the same in both."""
MOST_LINES = 14
"""Lines of one passage."""
MOST_NAMED = 5
"""Sources named of those that could not be read."""

Numbers = Sequence[int] | None
"""The lines of the batch in which the words stand; None where there is no batch."""

_NOWHERE = {Fit.TOO_SHORT: "too short to tell: give more of the words"}


def as_full(found: Sequence[Found], numbers: Numbers, unread: Mapping[str, str], *, width: int, colour: bool) -> str:
    """Each passage with the difference marked, its score and confidence, and the runner-up where one comes near.

    Args:
        found: what was found, in order.
        numbers: see `Numbers`.
        unread: why sources could not be read, by id.
        width: columns of the terminal.
        colour: whether to use ANSI colours.
    """
    blocks = []
    for index, one in enumerate(found):
        lines = list(_block(one, max(width, 40), colour))
        if numbers:
            lines.insert(0, paint(f"{numbers[index]}: {shortened(one.words)}", "strong", colour))
        blocks.append("\n".join(lines))
    if numbers:
        blocks.append(f"Found {sum(bool(one.places) for one in found):,} of {count(len(found), 'quotation')}.")
    if unread:
        blocks.append("\n".join(wrap_text(_unread(unread), max(width, 40))))
    return "\n\n".join(blocks)


def _block(found: Found, width: int, colour: bool) -> Iterator[str]:
    if not found.places:
        yield _NOWHERE.get(found.alignment.fit, "not found in the sources in hand")
        return
    for place in found.places:
        alignment = place.alignment or found.alignment
        if place.runner_up:
            near = found.alignment.confidence < UNSURE
            yield f"  {'nearly as good' if near else 'next best'}: {_head(place)}"
        else:
            yield _head(place)
        yield from _passage(place, found.words, width, colour)
        yield paint(
            f"    {_measures(alignment if place.runner_up else found.alignment, place.runner_up)}", "soft", colour
        )


def _head(place: Evidence) -> str:
    fit = place.alignment.fit.value if place.alignment else "found"
    where = f", {place.place}" if place.place else ""
    return one_line(f"{place.file}:{place.line}: {fit}: {place.title}{where}")


def _passage(place: Evidence, words: str, width: int, colour: bool) -> Iterator[str]:
    lines = wrap(marked(in_context(place, words, context=CONTEXT, keep=KEEP)), width - 4)
    for line in lines[:MOST_LINES]:
        yield f"    {painted(line, colour)}"
    if len(lines) > MOST_LINES:
        yield f"    … {count(len(lines) - MOST_LINES, 'more line')}"


def _measures(alignment: Alignment, runner_up: bool) -> str:
    """The score by itself, and how sure the place is; of the runner-up, only its score."""
    score = f"score {alignment.score:.2f}"
    if runner_up:
        return score
    return f"{score}; confidence {alignment.confidence:.2f}; expected by chance: {alignment.chance:.2g}"


def _unread(unread: Mapping[str, str]) -> str:
    named = [f"{one_line(name)} ({one_line(why)})" for name, why in list(unread.items())[:MOST_NAMED]]
    more = f", and {len(unread) - MOST_NAMED:,} more" if len(unread) > MOST_NAMED else ""
    return f"Not searched, for {count(len(unread), 'source')} could not be read: {', '.join(named)}{more}."


def as_concise(found: Sequence[Found], numbers: Numbers) -> str:
    """A line each: where the words stand, how they stand there, score and confidence, the words."""
    lines = []
    for index, one in enumerate(found):
        best = one.places[0] if one.places else None
        fit = one.alignment
        where = f"{best.file}:{best.line}: " if best else ""
        measures = f" (score {fit.score:.2f}, confidence {fit.confidence:.2f})" if best else ""
        number = f"{numbers[index]}: " if numbers else ""
        lines.append(
            f"{number}{one_line(where)}{' ' if where else ''}{fit.fit.value}{measures}: {shortened(one.words)}"
        )
    return "\n".join(lines)


def as_json(found: Sequence[Found], numbers: Numbers, unread: Mapping[str, str]) -> str:
    """One object: of the words, or of a batch its `quotations`; and which sources are `unreadable`, and why."""
    if numbers:
        answer: dict[str, object] = {"quotations": [_entry(*pair) for pair in zip(found, numbers, strict=True)]}
    else:
        answer = _entry(found[0])
    return json.dumps({**answer, "unreadable": dict(unread)}, ensure_ascii=False, indent=2)


def as_jsonl(found: Sequence[Found], numbers: Numbers) -> str:
    """An object on each line, as in a batch's `quotations`."""
    entries = [_entry(one, numbers[index] if numbers else None) for index, one in enumerate(found)]
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)


def _entry(found: Found, line: int | None = None) -> dict[str, object]:
    one = found.alignment
    return {
        **({"line": line} if line else {}),
        "words": found.words,
        "fit": one.fit.value,
        "score": one.score,
        "confidence": round(one.confidence, 4),
        "chance": one.chance,
        "passages": [_place(place, found) for place in found.places],
    }


def _place(place: Evidence, found: Found) -> dict[str, object]:
    alignment = place.alignment or found.alignment
    return {
        "source": place.source,
        "title": place.title,
        "file": place.file,
        "line": place.line,
        "place": place.place,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "fit": alignment.fit.value,
        "score": alignment.score,
        "runner_up": place.runner_up,
        "changes": list(_changes(place, alignment, found.words)),
    }


def _changes(place: Evidence, alignment: Alignment, words: str) -> Iterator[dict[str, str]]:
    """What the words have otherwise than the passage, without owning up to it."""
    for edit in alignment.edits:
        if edit.kind is not EditKind.EQUAL and edit.change not in HARMLESS:
            start = place.span.start
            passage = place.text[max(0, edit.passage.start - start) : max(0, edit.passage.end - start)]
            yield {"change": edit.change.value, "words": edit.quotation.of(words), "passage": passage}
