"""The line at the head of a text that says who wrote it, and when: "By Jane Roe, 12 June 2020"."""

from __future__ import annotations

from holdwater.patterns import waiting

_HEAD = 500  # characters in which a byline is looked for
_LINES = 6  # and lines; below it stands what somebody else may have written
_GIVEN = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][^\W\d_]+(?:[-'’][^\W\d_]+)*)"
_NAME = rf"{_GIVEN}(?:\s(?:(?:van|von|de|den|der|di|da|du|la|le|al|bin|ibn)\s){{0,2}}{_GIVEN}){{1,3}}"
_BYLINE = waiting(
    rf"\s*(?:[Bb]y|BY):?\s(?P<names>{_NAME}(?:,?\s(?:and|&)\s{_NAME}|,\s{_NAME}(?=,|\sand|\s&)){{0,5}})"
    r"(?:\s?[,|·•–—-]\s?(?P<rest>[^.!?]{0,80}))?\s*"
)
_JOINT = waiting(r",?\s(?:and|&)\s|,\s")
_YEAR = waiting(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


def byline_in(text: str) -> dict[str, object]:
    """Who a text's head says wrote it (`names`) and in which `year`; empty where no line says so and nothing else.

    The title must stand above it; a year is one of the byline itself.
    """
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()][:_LINES]
    for line in lines[1:]:
        found = _BYLINE.fullmatch(line)
        if found:
            years = set(_YEAR.findall(found["rest"] or ""))
            return {"names": _JOINT.split(found["names"]), **({"year": int(years.pop())} if len(years) == 1 else {})}
    return {}
