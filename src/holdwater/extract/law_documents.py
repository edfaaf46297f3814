"""What law cites by a number alone: committee reports of Congress, and sections of a code (Bluebook rules 12 and 13).

    H.R. Rep. No. 104-12, pt. 2, at 7 (1995)      43 U.S.C. § 2953(a)      Mont. Code Ann. § 85-2-101 (2019)
    S. Rep. No. 1137, 91st Cong., 2d Sess. 4      29 C.F.R. § 1910.134     Id. § 2954

The chamber and the number, or the code and the section, say which document is meant, and nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.extract.locators import locator_in
from holdwater.extract.model import Locator
from holdwater.patterns import waiting

_CHAMBER = r"(?P<chamber>H\.\s?R\.|H\.|House|S\.|Senate)"
_REPORT = waiting(
    rf"{_CHAMBER}\s(?:(?:Conf|Comm|Exec)\.\s)?(?P<kind>Rep|Rept|Report|Doc|Document)\b\.?\s(?:No\.\s?)?"
    r"(?:(?P<congress>\d{1,3})[-–](?P<number>\d{1,4})|(?P<serial>\d{1,4}),?\s(?P<of>\d{1,3})(?:st|n?d|rd|th)\sCong\.)"
    r"(?!\d)(?:,?\s(?:pt\.|[Pp]art)\s?(?P<part>\d{1,2}))?",
)
_SUPRA = waiting(r",?\s(?:supra|above),?\s(?:note|n\.)\s?\d{1,4}")
_SESSION = waiting(r"\s?Sess\.,?\s(?:at\s)?(\d{1,4}(?:[-–]\d{1,4})?)(?!\d)")
_SECTION = (
    r"\d{1,5}(?:[a-z]{1,2}(?:-\d{1,3}[a-z]?)?(?![a-z]))?(?:\.\d{1,5}[a-z]?(?:\([a-z]\)-\d{1,3}|-\d{1,3})?)?"
    r"(?:-\d{1,4}[a-z]?){0,3}"
)
_SUBSECTION = r"(?:\s?\((?!\d{4}\))\w{1,5}\)){0,6}"
_SIGN = r"(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.)\s?"
_FEDERAL = (
    rf"(?P<title>\d{{1,3}})\s(?P<code>U\.\s?S\.\s?C(?:ode|\.)(?:\s?[AS]\.)?|USC[AS]?|C\.\s?F\.\s?R\.|CFR)\s(?:{_SIGN})?"
)
_STATE = r"(?P<state>(?:[A-Z][A-Za-z.&'’]{0,24}\s){1,7}(?<=[.esw]\s)(?:ch\.\s\w{1,6},\s)?)§{1,2}\s?"
_CODE = waiting(rf"(?:{_FEDERAL}|{_STATE})(?P<section>{_SECTION})(?P<sub>{_SUBSECTION})")
_OF_A_CODE = waiting(r"\b(?:Code|Stat|Stats|Statutes|Laws?)\b")
_OTHER_SECTION = waiting(rf"§{{1,2}}\s?(?P<section>{_SECTION})(?P<sub>{_SUBSECTION})")


@dataclass(frozen=True, slots=True)
class LawDocument:
    """A report or a section: its identifier, what it is called, its CSL type, the place cited, and where that ends."""

    identifier: str
    title: str
    kind: str
    place: Locator | None
    end: int


def law_document_in(text: str) -> LawDocument | None:
    """The report or section of a code that `text` begins with; None where it begins otherwise."""
    report = _REPORT.match(text)
    if report:
        return _report(report, text)
    code = _CODE.match(text)
    return _section(code) if code and (code["code"] or _OF_A_CODE.search(code["state"])) else None


def another_section(identifier: str, text: str) -> LawDocument | None:
    """The section that "Id. § 2954" means behind one with this identifier; None where either is no section."""
    found = _OTHER_SECTION.search(text[:80])
    scheme, _, value = identifier.partition(":")
    if found is None or scheme != "code":
        return None
    return _of_code(value.rpartition(" ")[0], found)


def report_identifier(chamber: str, kind: str, number: str, part: str = "") -> str:
    """The identifier of a report or document of a chamber ("H" or "S"): "congress:H Rep 104-12 pt 2"."""
    kind = "Doc" if kind.lower().startswith("doc") else "Rep"
    return f"congress:{chamber[:1].upper()} {kind} {number}" + (f" pt {int(part)}" if part else "")


def _report(match: re.Match[str], text: str) -> LawDocument:
    number = f"{int(match['congress'] or match['of'])}-{int(match['number'] or match['serial'])}"
    chamber = "S." if match["chamber"].startswith("S") else "H.R."
    part = f", pt. {match['part']}" if match["part"] else ""
    session = _SESSION.search(text, match.end(), match.end() + 40)
    behind = _SUPRA.sub("", text[match.end() : match.end() + 120])
    place = Locator("page", session[1]) if session else locator_in(behind)
    identifier = report_identifier(chamber, match["kind"], number, match["part"] or "")
    kind = "Doc." if " Doc " in identifier else "Rep."
    return LawDocument(identifier, f"{chamber} {kind} No. {number}{part}", "report", place, match.end())


def _section(match: re.Match[str]) -> LawDocument:
    if match["code"]:
        name = "C.F.R." if "F" in match["code"] else "U.S.C."
        return _of_code(f"{int(match['title'])} {name}", match)
    return _of_code(" ".join(match["state"].replace("Ann.", "").split()), match)


def _of_code(code: str, match: re.Match[str]) -> LawDocument:
    section = match["section"]
    place = Locator("section", section + "".join(match["sub"].split()))
    return LawDocument(f"code:{code} {section}", f"{code} § {section}", "legislation", place, match.end("section"))
