"""SRC101 and SRC103 to SRC108: addresses that are dead, blocked, paywalled, moved, never archived or without answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from holdwater.document import Document, Span
from holdwater.extract.model import Extraction
from holdwater.findings.model import Level, Status
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import opening
from holdwater.sources.standing.history import TIMES, absences
from holdwater.sources.standing.model import AddressStanding, Standing
from holdwater.sources.standing.route import Spot, archived_address

WITHOUT_ANSWER = frozenset({Standing.NOT_THERE, Standing.NO_ANSWER, Standing.REFUSED})


@rule("SRC101", "dead-address", level=Level.WARNING)
def dead_address(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited address is dead: not there at three tries, each a day or more after the one before.

    ## What it checks
    At each of the tries the host said that there is no such page (404, 410), or the host's name does not exist. What
    is blocked, slow or out of order is not dead, and a page had in between begins the count anew. An address is let be
    where the document cites a copy in a web archive as well, or the same reference gives another that leads there.

    ## Why it matters
    The reader cannot look the work up. The advice names the copy in a web archive that is nearest the citation's date,
    if one is known.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a (accessed 4 May 2019).
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | not there | 404 Not Found
    https://ferry.example/a | 2026-01-05 | not there | 404 Not Found
    https://ferry.example/a | 2026-01-09 | not there | 404 Not Found
    https://ferry.example/a | 2019-05-10 | web archive | https://archive.example/20190510/a
    ```
    ```findings
    draft.md:3:7: SRC101 https://ferry.example/a was not there at 3 tries from 2026-01-02 to 2026-01-09
    ```

    ## How to settle it
    Cite the archived copy beside the address, or the page's new address.
    """
    replaced = _replaced(standings)
    for one in standings:
        if one.standing is not Standing.DEAD or one.url in replaced or _leads_otherwise(one, standings):
            continue
        tried = absences(one.tries)
        said = f"was not there at {len(tried)} tries from {_day(tried[0].at)} to {_day(tried[-1].at)}"
        yield _remark(
            document,
            extraction,
            one,
            said,
            f"{_copies(one)}Cite an archived copy beside the address, or the page's new address.",
        )


@rule("SRC103", "blocked-address", level=Level.UNCHECKED)
def blocked_address(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited address lets no program in, and no copy of it is in hand.

    ## What it checks
    The host answered with 401, 403, 429 or 451, or with a page that asks for a log-in, for consent or for proof of
    being human. That says nothing of the page: a person with a browser may well read it.

    ## Why it matters
    What the document takes from the page could not be checked, and unchecked is never clean.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | blocked | 403 Forbidden
    ```
    ```findings
    draft.md:3:39: SRC103 https://ferry.example/a is blocked to programs (403 Forbidden, 2026-01-02)
    ```

    ## How to settle it
    Open the page in a browser, save it, and add the file to the sources.
    """
    for one in _not_had(standings, {Standing.BLOCKED}):
        yield _remark(
            document,
            extraction,
            one,
            f"is blocked to programs ({_seen(one)})",
            f"{_copies(one)}Open the page in a browser, save it, and add the file to the sources.",
        )


@rule("SRC104", "never-archived", level=Level.WARNING, preview=True)
def never_archived(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """Nobody holds a copy of a cited page: neither this project nor a web archive that was asked.

    ## What it checks
    The address was there when it was last asked for, the project's archive has no snapshot of it, and the web archives
    that were asked know of none.

    ## Why it matters
    When the page goes, nothing is left of what it said.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | captured | 200 OK
    https://ferry.example/a | 2026-01-02 | no web archive |
    ```
    ```findings
    draft.md:3:39: SRC104 https://ferry.example/a is in no archive: neither this project's nor one that was asked
    ```

    ## How to settle it
    Fetch it into the project's archive, or have a web archive save it.
    """
    for one in standings:
        if one.standing.has_page and one.archives_asked and not (one.memento or one.held or archived_address(one.url)):
            yield _remark(
                document,
                extraction,
                one,
                "is in no archive: neither this project's nor one that was asked",
                "Fetch it into the project's archive, or have a web archive save it.",
            )


@rule("SRC105", "soft-not-found", level=Level.UNCHECKED)
def soft_not_found(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited address answers, but with a page that says that there is none.

    ## What it checks
    Title and heading of the page both say nothing but that there is no such page; or the address leads to an error
    page, to the front page of a site, or to the page of a parked name. Phrases in the text are not looked at, and a
    page that was published as a work of its own is one whatever it is called.

    ## Why it matters
    Such a link seems to work. What it leads to is not what was cited.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | soft 404 | leads to the front page
    ```
    ```findings
    draft.md:3:39: SRC105 https://ferry.example/a does not lead to what is cited (leads to the front page, 2026-01-02)
    ```

    ## How to settle it
    Look for the page's new address, or cite an archived copy.
    """
    for one in _not_had(standings, {Standing.SOFT_404}):
        yield _remark(
            document,
            extraction,
            one,
            f"does not lead to what is cited ({_seen(one)})",
            f"{_copies(one)}Look for the page's new address, or cite an archived copy.",
        )


@rule("SRC106", "paywalled-address", level=Level.UNCHECKED, preview=True)
def paywalled_address(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited page says of itself that it is not free to read.

    ## What it checks
    The page was had, and its own marks (schema.org's `isAccessibleForFree`, `article:content_tier`) or the status 402
    say that it is sold, so that the copy in hand may be a part of it. Many such pages send their whole text all the
    same, so this rule runs only when it is selected.

    ## Why it matters
    What is not found in a part may well stand in the whole.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | paywalled | marks itself as not free
    ```
    ```findings
    draft.md:3:39: SRC106 https://ferry.example/a is not free to read (marks itself as not free, 2026-01-02)
    ```

    ## How to settle it
    Add the whole text to the sources if you have it.
    """
    for one in standings:
        if one.standing is Standing.PAYWALLED:
            said = f"is not free to read ({_seen(one)})"
            yield _remark(document, extraction, one, said, "Add the whole text to the sources if you have it.")


@rule("SRC107", "moved-address", level=Level.WARNING, preview=True)
def moved_address(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited address has moved for good to another one.

    ## What it checks
    Every redirect on the way said that it is permanent (301, 308), and the way ended at another path or host. A
    redirect to https, to "www.", to another language of the page or to the page with a slash is none, and neither is
    that of a DOI or another address that is kept in order to lead elsewhere.

    ## Why it matters
    Redirects are kept for a while. The address to cite is the one that they lead to.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | moved | moved to https://ferry.example/archive/77
    ```
    ```findings
    draft.md:3:39: SRC107 https://ferry.example/a moved to https://ferry.example/archive/77 (2026-01-02)
    ```

    ## How to settle it
    Cite the new address, once you have seen that it is the same page.
    """
    for one in standings:
        if one.standing is Standing.MOVED and one.last:
            said = f"{one.last.detail or 'moved'} ({_day(one.last.at)})"
            advice = "Cite the new address, once you have seen that it is the same page."
            yield _remark(document, extraction, one, said, advice)


@rule("SRC108", "address-without-answer", level=Level.UNCHECKED)
def address_without_answer(
    document: Document, extraction: Extraction, standings: tuple[AddressStanding, ...]
) -> Iterator[Remark]:
    """A cited address could not be had when it was last asked for, and no copy of it is in hand.

    ## What it checks
    The page was not there, the host gave no answer in time or a broken one, or the address may not be asked for.
    Absence is called death only after three tries on different days (SRC101).

    ## Why it matters
    What the document takes from the page could not be checked, and unchecked is never clean.

    ## Example
    ```markdown draft.md
    The ferry was sold in 1931.[^1]

    [^1]: Mary Doe, Ferries of the North, https://ferry.example/a.
    ```
    ```known addresses
    https://ferry.example/a | 2026-01-02 | not there | 404 Not Found
    ```
    ```findings
    draft.md:3:39: SRC108 https://ferry.example/a was not there (404 Not Found, 2026-01-02): try 1 of 3
    ```

    ## How to settle it
    Fetch it again on another day, or add a copy to the sources.
    """
    for one in _not_had(standings, WITHOUT_ANSWER):
        yield _remark(
            document,
            extraction,
            one,
            _without_answer(one),
            f"{_copies(one)}Fetch it again on another day, or add a copy to the sources.",
        )


def _without_answer(one: AddressStanding) -> str:
    if one.standing is Standing.REFUSED:
        return f"was not asked for ({_seen(one)})"
    if one.standing is Standing.NO_ANSWER:
        return f"gave no answer ({_seen(one)})"
    return f"was not there ({_seen(one)}): try {len(absences(one.tries))} of {TIMES}"


def _not_had(standings: tuple[AddressStanding, ...], wanted: Collection[Standing]) -> Iterator[AddressStanding]:
    """The addresses that stand so, where neither they nor another address of their reference was ever had."""
    had = {one.reference for one in standings if one.held or one.standing.has_page}
    return (one for one in standings if one.standing in wanted and one.reference not in had)


def _leads_otherwise(one: AddressStanding, standings: tuple[AddressStanding, ...]) -> bool:
    return any(other.reference == one.reference and other.standing.has_page for other in standings)


def _replaced(standings: tuple[AddressStanding, ...]) -> frozenset[str]:
    """The addresses of which the document cites a copy in a web archive as well."""
    copies = [Spot.of(original) for one in standings if (original := archived_address(one.url))]
    return frozenset(one.url for one in standings if any(Spot.of(one.url).same_place(copy) for copy in copies))


def _copies(one: AddressStanding) -> str:
    """Where copies are, in sentences for the advice: in the project's archive, in a web archive."""
    held = f"This project's archive has it of {_day(one.held)}. " if one.held else ""
    memento = one.memento
    return held + (f"A web archive has it of {_day(memento.at)}: {memento.url} . " if memento else "")


def _seen(one: AddressStanding) -> str:
    """What was seen at the last try, and when."""
    return ", ".join(part for part in (one.last.detail, _day(one.last.at)) if part) if one.last else ""


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _remark(document: Document, extraction: Extraction, one: AddressStanding, said: str, advice: str) -> Remark:
    reference = extraction.reference(one.reference)
    span = opening(document.text, reference.span) if reference else Span(0, 0)
    return Remark(span, f"{one.url} {said}", Status.SOURCE_UNAVAILABLE, advice)
