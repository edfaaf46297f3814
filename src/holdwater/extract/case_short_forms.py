"""Decisions by place, whatever the reporter: "412 W.D. 210, 214 (1981)", and in short "Harlan, 412 W.D. at 214"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdwater.document import Span
from holdwater.patterns import waiting

_REPORTER = r"[A-Z][A-Za-z]*\.(?:\s?(?:[A-Z][A-Za-z]*\.|[2-5]?d\b|[2-9]th\b|App\.|Supp\.)){0,4}|[A-Z]{2,6}(?![a-z.])"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b"
_CITED = waiting(rf"(?<![\d.\w])(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER})\s(?P<page>\d{{1,5}})(?![\d-])")
_SHORT = waiting(
    rf"(?:^|(?<=[\s,]))(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER}),?\sat\s(?P<pin>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?!\d)"
)
_PAGES = r"\d{1,5}(?:\s?[-–]\s?\d{1,5})?"
_COURT = r"\s?\((?:[^()]{0,60}\s)?(?P<year>1[6-9]\d\d|20\d\d)\)"
_FULL = waiting(
    rf"(?P<volume>\d{{1,4}})\s(?!{_MONTH})(?P<reporter>{_REPORTER})\s(?P<page>\d{{1,5}})(?![\d-])"
    rf"(?:,\s\d{{1,4}}\s(?:{_REPORTER})\s\d{{1,5}}){{0,2}}(?P<pages>(?:,\s(?:at\s)?{_PAGES}){{0,5}}){_COURT}"
)
_LONGEST_NAME = 80
LONGEST_CASE = 250
"""Pages; what stands further on than this from where a decision begins is no longer of it."""


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


@dataclass(frozen=True, slots=True)
class FullForm:
    """ "412 W.D. 210, 214 (1981)": where it stands, the volume and reporter, the first page, the pages cited."""

    span: Span
    written: str
    volume: tuple[str, str]
    page: int
    pages: str
    year: int

    @property
    def place(self) -> tuple[tuple[str, str], int]:
        """What it shares with every other citation of the decision."""
        return self.volume, self.page


def full_form_in(text: str) -> FullForm | None:
    """The place of a decision, with its year, that a piece of a note begins with; None where it begins otherwise."""
    match = _FULL.match(text)
    return _full(match) if match else None


def full_forms(text: str) -> Iterator[FullForm]:
    """The places of decisions, each with its year, that a text gives, in order."""
    for match in _FULL.finditer(text):
        if not text[max(0, match.start() - 1) : match.start()].strip(" (,;\n“"):
            yield _full(match)


def _full(match: re.Match[str]) -> FullForm:
    pages = ", ".join(
        re.sub(r"\s", "", page).replace("–", "-").removeprefix("at") for page in match["pages"].split(",")[1:]
    )
    return FullForm(Span(*match.span()), match[0], _volume(match), int(match["page"]), pages, int(match["year"]))


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
