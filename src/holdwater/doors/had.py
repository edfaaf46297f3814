"""What a run of fetching brought, as lines: a table by standing, and what to do about each address that was not had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from holdwater.doors.console import width
from holdwater.patterns import waiting
from holdwater.report.visible import one_line
from holdwater.report.wording import count
from holdwater.sources.catalogue.model import HowHad
from holdwater.sources.fetch.copies import Copies
from holdwater.sources.fetch.obtaining import Obtained
from holdwater.sources.fetch.run import Captured
from holdwater.sources.standing.history import APART
from holdwater.sources.standing.model import Standing

_BEFORE = "captured before"
_SAME = "the same as when it was captured"
_COPY = "copied from a web archive"
_WORDS = {
    Standing.CAPTURED: "captured",
    Standing.MOVED: "captured where it moved to",
    Standing.PAYWALLED: "captured, and not free to read: perhaps not the whole",
    Standing.SOFT_404: "a page that says there is none",
    Standing.BLOCKED: "blocked to programs",
    Standing.NOT_THERE: "not there",
    Standing.DEAD: "dead: not there on three days",
    Standing.NO_ANSWER: "no answer",
    Standing.REFUSED: "not asked for",
    Standing.UNASKED: "never asked for",
}
"""The rows of the table, in this order."""

_ORDER = (Standing.CAPTURED, Standing.MOVED, Standing.PAYWALLED)


def summary(obtained: Obtained, labels: Mapping[str, Sequence[str]], document: str = "") -> Iterator[str]:
    """The table, and then a line for each address that was not had and each that a browser did not show.

    Args:
        obtained: what the run brought.
        labels: what a person calls the references that give an address.
        document: whose they are, for the commands that are named; "" if none.
    """
    yield from table(obtained.addresses)
    missing = [one for one in obtained.addresses if one.held is None]
    if missing:
        yield ""
    for one in missing:
        yield from _told(one, obtained.copies, labels.get(one.url, ()), document)
    for url, why in obtained.unshown.items():
        yield f"{one_line(url)}: not shown by the browser ({one_line(why)})"
    for fault in obtained.damage:
        yield f"the archive is damaged: {one_line(fault)}; `holdwater sources verify` says where"


def table(addresses: Iterable[Captured]) -> Iterator[str]:
    """How many addresses stand how, the captured ones first."""
    found = Counter(_row(one) for one in addresses)
    others = [_WORDS[one] for one in Standing if one not in _ORDER]
    rows = [_WORDS[Standing.CAPTURED], _SAME, _BEFORE, *(_WORDS[one] for one in _ORDER[1:]), _COPY, *others]
    size = max((len(f"{number:,}") for number in found.values()), default=1)
    for row in rows:
        if found[row]:
            yield f"{found[row]:>{size + 2},}  {row}"


def _row(one: Captured) -> str:
    if one.unchanged:
        return _SAME
    if one.held is not None and one.held.how is HowHad.MEMENTO:
        return _COPY
    if one.held is not None and one.passed_over:
        return _BEFORE
    return _WORDS[one.tried.standing if one.tried else Standing.UNASKED]


def _told(one: Captured, copies: Copies | None, labels: Sequence[str], document: str) -> Iterator[str]:
    """An address that was not had: how it stands, what archives say, and on a line below what to do."""
    named = one_line(", ".join(labels))
    yield f"{named}: {one_line(one.url)}" if named else one_line(one.url)
    yield from _indented(f"{_stands(one)}{_of_archives(one, copies)}")
    if one.passed_over:
        yield from _indented(f"{one_line(one.passed_over)}; --again asks at once")
    yield from _indented(_advice(one, labels, document))


def _indented(text: str) -> list[str]:
    """Lines of a paragraph that stands in by four; what is to be typed, between backticks, is not broken."""
    whole = _TYPED.sub(lambda typed: typed[0].replace(" ", _KEPT), text)
    lines = wrap(
        whole, width(), initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_KEPT, " ") for line in lines]


_OWN_NETWORK = waiting(r"it is (?:this computer's own address|an address of a private network)")
_TYPED = waiting(r"`[^`]*`")
_KEPT = "\N{NO-BREAK SPACE}"


def _stands(one: Captured) -> str:
    standing, seen = (one.tried.standing, one_line(one.tried.detail)) if one.tried else (Standing.UNASKED, "")
    if standing is Standing.REFUSED and seen:
        return seen
    return f"{_WORDS[standing]} ({seen})" if seen else _WORDS[standing]


def _of_archives(one: Captured, copies: Copies | None) -> str:
    if copies is None or one.held:
        return ""
    if tried := len(copies.nearest.get(one.url, ())):
        return (
            "; the archive's copy could not be had" if tried == 1 else f"; none of {tried} archived copies could be had"
        )
    if one.url in copies.failed:
        return f"; {' and '.join(copies.failed[one.url])} could not be asked"
    return "; no web archive that was asked has a copy" if one.tried and one.tried.standing in _ASKED else ""


_ASKED = frozenset({Standing.SOFT_404, Standing.BLOCKED, Standing.NOT_THERE, Standing.DEAD, Standing.NO_ANSWER})


def _advice(one: Captured, labels: Sequence[str], document: str) -> str:
    of = f" --document {document}" if document else ""
    given = f"`holdwater sources link {labels[0]} FILE{of}`" if labels else "`holdwater sources add FILE`"
    match one.tried.standing if one.tried else Standing.UNASKED:
        case Standing.BLOCKED:
            return f"open it in your browser, save the page, and give it: {given}"
        case Standing.NOT_THERE:
            days = count(APART.days, "day")
            return f"look for its new address, or fetch it again in {days}; a copy of yours is given with {given}"
        case Standing.NO_ANSWER:
            return f"fetch it again later; a copy of yours is given with {given}"
        case Standing.REFUSED if one.tried and _OWN_NETWORK.search(one.tried.detail):
            return f"ask it with --allow-private, if it is a server of your own; or give a copy: {given}"
        case Standing.REFUSED:
            return f"have it yourself, and give it: {given}"
        case _:
            return f"look for its new address, and cite that; a copy of yours is given with {given}"
