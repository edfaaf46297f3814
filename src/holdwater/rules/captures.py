"""SRC102 and SRC109: passages that are not as an earlier capture of their source had them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from holdwater.findings.model import Level
from holdwater.rules.registry import Remark, rule
from holdwater.rules.saying import listed, quoted
from holdwater.sources.model import Source
from holdwater.sources.standing.model import Fate, Stretch

if TYPE_CHECKING:
    from holdwater.findings.watched import Watched


@rule("SRC102", "changed-since-captured", level=Level.WARNING)
def changed_since_captured(watched: tuple[Watched, ...], sources: Mapping[str, Source]) -> Iterator[Remark]:
    """A passage that the document relies on has changed since an earlier capture.

    ## What it checks
    Where the project holds several captures of a source, the sentences that a quotation, a number or a date rests on
    are laid side by side, word by word. The rest of the page is let be, and so are capitals, marks of punctuation and
    the page's own note marks.

    ## Why it matters
    A page that was corrected after it was cited may no longer bear out what cites it, and a reader who looks it up
    meets other words than the author did.

    ## Example
    ```markdown draft.md
    Doe writes: “In 1901 the ferry carried 3,500 passengers across the river.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The town had one ferry. In 1901 the ferry carried 2,500 passengers across the river. It was sold later.
    ```
    ```text earlier/2024-05-01/Doe - 2019 - Bridges of the North.txt
    The town had one ferry. In 1901 the ferry carried 3,500 passengers across the river. It was sold later.
    ```
    ```findings
    draft.md:1:14: SRC102 “Bridges of the North” had “3,500” on 2024-05-01 and has “2,500” now
    draft.md:1:40: QUO102 a number changed: quotes “3,500” where the source has “2,500”
    ```

    ## How to settle it
    Say which version is cited, and cite a copy of it; or follow the new words.
    """
    for one in watched:
        if one.change.fate is Fate.CHANGED:
            said = listed([_said(stretch) for stretch in one.change.changes], most=2)
            yield _remark(
                one,
                f"{_title(one, sources)} {said}".replace("{day}", one.earlier.date().isoformat()),
                "Say which version is cited, and cite a copy of it; or follow the new words.",
            )


@rule("SRC109", "passage-gone", level=Level.WARNING, preview=True)
def passage_gone(watched: tuple[Watched, ...], sources: Mapping[str, Source]) -> Iterator[Remark]:
    """A passage that the document quotes stands in an earlier capture alone.

    ## What it checks
    A quotation that the capture in hand does not have stands in an earlier one. The later capture may be only a part of
    the page (a gate, a page made by scripts), so this rule runs only when it is selected.

    ## Why it matters
    The quotation was sound when it was written. Without the earlier capture it would seem to be found nowhere.

    ## Example
    ```markdown draft.md
    Doe writes: “In 1901 the ferry carried 3,500 passengers across the river.”[^1]

    [^1]: Mary Doe, Bridges of the North (2019).
    ```
    ```text sources/Doe - 2019 - Bridges of the North.txt
    The town had one old bridge of stone and timber. The council voted for a new one, and nobody was told why it fell.
    ```
    ```text earlier/2024-05-01/Doe - 2019 - Bridges of the North.txt
    The town had one ferry. In 1901 the ferry carried 3,500 passengers across the river. It was sold later.
    ```
    ```findings
    draft.md:1:14: QUO103 “In 1901 the ferry carried 3,500 …” is not found in “Bridges of the North”
    draft.md:1:14: SRC109 “Bridges of the North” had these words on 2024-05-01 and has them no more
    ```

    ## How to settle it
    Cite the earlier version, and say that the page has changed.
    """
    for one in watched:
        if one.change.fate is Fate.GONE:
            yield _remark(
                one,
                f"{_title(one, sources)} had these words on {one.earlier.date().isoformat()} and has them no more",
                "Cite the earlier version, and say that the page has changed.",
            )


def _said(stretch: Stretch) -> str:
    if not stretch.before:
        return f"did not have {quoted(stretch.after)} on {{day}}"
    if not stretch.after:
        return f"had {quoted(stretch.before)} on {{day}} and has it no more"
    return f"had {quoted(stretch.before)} on {{day}} and has {quoted(stretch.after)} now"


def _title(one: Watched, sources: Mapping[str, Source]) -> str:
    source = sources.get(one.source)
    return quoted(source.title if source else one.source)


def _remark(one: Watched, message: str, advice: str) -> Remark:
    return Remark(one.span, message, advice=advice, quotation=one.quotation)
