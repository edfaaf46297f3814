"""A look-up of a reference in a line: found and alike, differing, with a notice, not found in A and B, not expected."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from holdwater.report.visible import one_line
from holdwater.report.wording import listed
from holdwater.sources.records.model import Comparison, LookUp, Noticed

_FIELDS = {"identifier": "number", "page": "pages", "container": "where it appeared"}


class Stands(StrEnum):
    """How a reference stands to the records of it."""

    ALIKE = "found and alike"
    DIFFERS = "differs"
    NOTICED = "found with a notice"
    NOT_FOUND = "not found"
    NOT_EXPECTED = "not expected there"
    NOT_ASKED = "not asked"
    FAILED = "could not be asked"


SETTLED = frozenset({Stands.ALIKE, Stands.NOT_EXPECTED})
"""Where nothing is left to look at."""


def stands(look_up: LookUp) -> Stands:
    """How a reference stands; what counts most first."""
    best = _best(look_up)
    if best and best.record.notices:
        return Stands.NOTICED
    if best:
        return Stands.DIFFERS if best.different else Stands.ALIKE
    if look_up.comparisons:  # its own number leads to another work
        return Stands.DIFFERS
    if not look_up.expected:
        return Stands.NOT_EXPECTED
    if look_up.failed:
        return Stands.FAILED
    return Stands.NOT_FOUND if look_up.asked else Stands.NOT_ASKED


def line(look_up: LookUp) -> str:
    """What was found out of a reference."""
    return one_line("; ".join(_parts(look_up)))


def _best(look_up: LookUp) -> Comparison | None:
    return next((one for one in look_up.comparisons if one.same_work), None)


def _parts(look_up: LookUp) -> Iterator[str]:
    how, best = stands(look_up), _best(look_up) or next(iter(look_up.comparisons), None)
    if best is not None:
        if how is Stands.NOTICED:
            yield "; ".join(_notice(one) for one in best.record.notices)
        if not best.same_work:
            yield f"its number leads to another work, “{best.record.csl.get('title', '')}”"
        elif best.different:
            yield f"differs in {listed([_differs(best, number) for number in range(len(best.different))])}"
        elif how is Stands.ALIKE:
            yield "found and alike"
        yield f"{best.record.service}, {best.record.url}"
    elif how is Stands.NOT_FOUND:
        yield f"not found in {listed(list(look_up.asked))}"
    elif how is Stands.NOT_EXPECTED:
        yield "not expected in these catalogues" + (
            f", and not found in {listed(list(look_up.asked))}" if look_up.asked else ""
        )
    elif how is Stands.NOT_ASKED:
        yield "never asked for"
    if look_up.failed and (best is None or how is Stands.FAILED):
        yield f"{listed(list(look_up.failed))} could not be asked: {next(iter(look_up.failed.values()))}"


def _differs(one: Comparison, number: int) -> str:
    field = one.different[number]
    return f"{_FIELDS.get(field.field, field.field)} (“{field.written}”, recorded as “{field.recorded}”)"


def _notice(one: Noticed) -> str:
    day = f" on {one.day}" if one.day else ""
    return f"{one.notice}{day}{f' ({one.where})' if one.where else ''}"
