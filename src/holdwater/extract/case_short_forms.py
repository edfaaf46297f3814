"""Short forms of decisions in notes, whatever their reporter: "Harlan, 412 W.D. at 214" for "412 W.D. 210, 214"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.patterns import waiting

_REPORTER = r"[A-Z][A-Za-z]*\.(?:\s?(?:[A-Z][A-Za-z]*\.|[2-5]?d\b|[2-9]th\b|App\.|Supp\.)){0,4}|[A-Z]{2,6}(?![a-z.])"
_CITED = waiting(rf"(?<![\d.\w])(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER})\s(?P<page>\d{{1,5}})(?![\d-])")
_SHORT = waiting(
    rf"(?:^|(?<=[\s,]))(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER}),?\sat\s(?P<pin>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?!\d)"
)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class ShortForm:
    """ "Harlan, 412 W.D. at 214": the party named ("" without one), the volume and reporter, and the pages."""

    party: str
    volume: tuple[str, str]
    pages: str

    @property
    def first_page(self) -> int:
        """The page that must lie in the decision."""
        return int(re.split(r"[-–]", self.pages)[0])


def short_form_in(text: str) -> ShortForm | None:
    """The short form of a decision that a piece of a note begins with; None where it begins otherwise."""
    match = _SHORT.search(text[: 2 * _LONGEST_NAME])
    if match is None or match.start() > _LONGEST_NAME or any(char in '()"“”;' for char in text[: match.start()]):
        return None
    return ShortForm(text[: match.start()].strip(" ,*_"), _volume(match), match["pin"])


def volumes_cited(text: str) -> list[tuple[tuple[str, str], int]]:
    """The volumes of reporters that a description cites, each with the page on which the decision begins."""
    return [(_volume(match), int(match["page"])) for match in _CITED.finditer(text[:600])]


def _volume(match: re.Match[str]) -> tuple[str, str]:
    return str(int(match["volume"])), re.sub(r"\s", "", match["reporter"])
