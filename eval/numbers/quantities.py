"""Quantities of the annotated texts: value, unit and kind; hedges; and note marks read as part of a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.measure import Measure, Miss
from eval.numbers.annotated import SECOND, Annotated, Marked, texts
from holdwater.document import Span
from holdwater.extract.quantities.model import Hedge, Measured, Quantity

Reader = Callable[[Annotated], Measured]
Pair = tuple[Marked, Quantity]


def measures() -> tuple[Measure, ...]:
    """The share of marked and read quantities that agree (their F1), of hedges, and of note marks misread.

    Once of each of the two folders of texts.
    """
    return (*judged(list(texts()), _read), *judged(list(texts(SECOND)), _read, "second_"))


def _read(text: Annotated) -> Measured:
    from holdwater.extract.quantities.reading import read_measured

    return read_measured(text.text, within=None, masked=(), today=text.today)


def judged(annotated: Sequence[Annotated], read: Reader, prefix: str = "") -> tuple[Measure, ...]:
    """The measures of a reader. F1 is 1 - (missed + not marked) / (marked + read), as a share of items right."""
    right = Measure(f"{prefix}quantities", "value, unit and kind of quantities in annotated texts (F1)")
    hedges = Measure(f"{prefix}hedges", "hedges of those quantities")
    notes = Measure(f"{prefix}note_digits", "note digits read as part of a number or a date", ceiling=True)
    for text in annotated:
        found = read(text)
        pairs = _paired(text.of("quantity"), found.quantities)
        _count_quantities(right, text, pairs, found.quantities)
        _count_hedges(hedges, text, pairs, found.quantities)
        _count_notes(notes, text, found)
    return right, hedges, notes


def _paired(marked: Sequence[Marked], found: Sequence[Quantity]) -> dict[Marked, Quantity | None]:
    """For each marked stretch the quantity on it that is most nearly right; no quantity is taken twice."""
    free = set(found)
    pairs: dict[Marked, Quantity | None] = {}
    for one in marked:
        on_it = [quantity for quantity in found if quantity in free and place(quantity).overlaps(one.span)]
        pairs[one] = min(on_it, key=lambda quantity: _order(fault(one, quantity)), default=None)
        free.discard(pairs[one])  # type: ignore[arg-type]  # None is not among them
    return pairs


def place(quantity: Quantity) -> Span:
    """Where a quantity stands: its number, or, where it has none, its whole words."""
    return quantity.number if quantity.number.end > quantity.number.start else quantity.span


def fault(one: Marked, quantity: Quantity) -> str:
    """What a quantity says otherwise than its mark, in its nearest sense: "value", "unit", "kind" or nothing."""
    return min((sense.fault(quantity) for sense in one.senses), key=_order)


def _order(wrong: str) -> int:
    """Nothing wrong comes first, then the wrong kind, the wrong unit, the wrong value."""
    return ("", "kind", "unit", "value").index(wrong)


def _count_quantities(
    measure: Measure, text: Annotated, pairs: dict[Marked, Quantity | None], found: Sequence[Quantity]
) -> None:
    right = set()
    for one, quantity in pairs.items():
        wrong = "not read" if quantity is None else fault(one, quantity)
        measure.count(not wrong, Miss(_item(text, one.span), wrong or "", _shown(quantity)))
        if quantity is not None and not wrong:
            right.add(quantity)
    open_spans = [one.span for one in text.of("open")]
    for quantity in found:
        if any(quantity.span.overlaps(span) for span in open_spans):
            measure.excluded["whether it is a quantity is left open"] += quantity not in right
            measure.total += quantity in right
        else:
            reason = "read otherwise" if quantity in pairs.values() else "no quantity, or not marked as one"
            measure.count(quantity in right, Miss(_item(text, quantity.span), reason, _shown(quantity)))


def _count_hedges(
    measure: Measure, text: Annotated, pairs: dict[Marked, Quantity | None], found: Sequence[Quantity]
) -> None:
    """Count each quantity that is hedged, by its mark or by the reading."""
    for one, quantity in pairs.items():
        allowed = {hedge for sense in one.senses for hedge in sense.hedges}
        said = quantity.hedge if quantity is not None else None
        if allowed != {Hedge.NONE} or said not in (None, Hedge.NONE):
            wanted = "/".join(sorted(hedge.value or "none" for hedge in allowed))
            measure.count(said in allowed, Miss(_item(text, one.span), f"{wanted}, not {said}", _shown(quantity)))


def _count_notes(measure: Measure, text: Annotated, found: Measured) -> None:
    read = [place(one) for one in found.quantities] + [one.span for one in found.periods]
    for one in text.of("note"):
        taken = [span for span in read if span.overlaps(one.span)]
        words = ", ".join(span.of(text.text) for span in taken)
        measure.count(not taken, Miss(_item(text, one.span), "part of a number", words))


def _item(text: Annotated, span: Span) -> str:
    before = text.text[max(0, span.start - 30) : span.start]
    after = text.text[span.end : span.end + 25]
    return f"{text.name}: {before}«{span.of(text.text)}»{after}".replace("\n", " ")


def _shown(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    unit = f"{quantity.unit.dimension}:{quantity.unit.name}" + (f"/{quantity.unit.per}" if quantity.unit.per else "")
    return f"{quantity.value:g} {unit} {quantity.kind} {quantity.hedge}".rstrip()
