"""Citations of court decisions by reporter (Bluebook rule 10): 478 U.S. 30, 50-51; 513 U. S., at 25; Id., at 843."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from holdwater.document import Span
from holdwater.extract.case_names import CaseName, case_name
from holdwater.extract.drafts import Draft
from holdwater.extract.identifiers import REPORTERS, reporter_identifier, reporter_name
from holdwater.extract.law_documents import law_document_in
from holdwater.extract.model import CitationKind, Locator, Reference
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_NOTE = r"(?:,?\s{0,3}(?:and\s)?nn?\.\s{0,3}\d{1,4}(?:[-–]\d{1,4})?)?"
_PIN = rf"\d{{1,5}}(?:\s?[-–]{{1,2}}\s?\d{{1,5}})?(?!\d)(?!\s{{1,3}}(?:{REPORTERS}))"
_MORE = rf"(?:,\s{{0,3}}{_PIN}){{0,4}}"
_CITE = waiting(
    rf"(?<![\d.])(?P<volume>\d{{1,4}})\s{{1,3}}(?P<reporter>{REPORTERS})"
    rf"(?:,?\s{{0,3}}at\s{{1,3}}(?P<at>{_PIN}{_MORE}){_NOTE}"
    rf"|\s{{0,3}}(?P<page>\d{{1,5}})(?!\d)(?:(?:,\s{{0,3}}(?:at\s{{1,3}})?|\s{{1,3}}at\s{{1,3}})(?P<pin>{_PIN}{_MORE}))?{_NOTE})"
    rf"|(?<!\w)(?P<id>[Ii]d\.|[Ii]bid(?:\.|(?!\w)))(?:,?\s{{0,3}}at\s{{1,3}}(?P<idat>{_PIN}{_MORE}){_NOTE})?"
    rf"|,\s{{0,3}}(?P<supra>supra),?\s{{0,3}}at\s{{1,3}}(?P<supraat>{_PIN}{_MORE}){_NOTE}"
    rf"|(?<!\w)(?P<other>[Aa]nte|[Pp]ost|Brief\sfor\s[A-Z][\w.,&’' -]{{2,80}}?|App\.(?:\sto\s[\w.\s]{{3,30}}?)?|"
    rf"Tr\.\sof\sOral\sArg\.|Record|(?:H\.\s?R\.|S\.)\s?(?:Conf\.\s)?Rep\.\sNo\.)(?:,?\s(?:at\s)?)\d[\w–-]{{0,9}}"
    rf"|(?<![\d.])(?P<code>\d{{1,3}}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)\s§{{1,2}}\s?\d[\w().–-]{{0,20}}|\d{{1,3}}\sCong\.\sRec\.\s\d{{1,6}})"
)
_IN_NOTE = waiting(r"\bnn?\.\s{0,3}\d{1,4}")
_ANY = waiting(rf"\d\s{{1,3}}(?:{REPORTERS})")
_SUBORDINATE = waiting(r"\((?:quoting|citing|discussing|relying on|quoted in|cited in)\b[^()]{0,150}$")
_PARALLEL = waiting(r",\s{0,3}$")
_LONGEST_CASE = 250  # pages; a page of an "Id." further on than this cannot be the case cited last
_MOST_IN_VOLUME = 64
_BACK = 8  # citations that an "Id." may look back over where its page does not fit the last one


@dataclass(frozen=True, slots=True)
class _Case:
    reference: str
    volume: str
    reporter: str
    page: int
    name: str


@dataclass
class Docket:
    """The decisions that a text cites in full, and the order in which it cites them."""

    register: Register
    full: dict[tuple[str, str], dict[int, _Case]] = field(default_factory=dict)
    parties: dict[str, _Case] = field(default_factory=dict)
    cited: list[_Case] = field(default_factory=list)
    others: dict[str, str] = field(default_factory=dict)

    def enter(self, case: _Case) -> None:
        """Keep a decision for the short forms that follow or come before."""
        volume = self.full.setdefault((case.volume, case.reporter), {})
        if len(volume) < _MOST_IN_VOLUME:
            volume.setdefault(case.page, case)
        for word in case.name.lower().split():
            self.parties[word] = case

    def short(self, volume: str, reporter: str, pin: int, name: str) -> _Case | None:
        """The decision that "513 U.S., at 25" means: the one named, else the one that begins last before the page."""
        cases = self.full.get((volume, reporter), {}).values()
        named = [case for case in cases if name and name.lower() in case.name.lower()]
        before = [case for case in named or cases if case.page <= pin]
        if before:
            return max(before, key=lambda case: case.page)
        return named[-1] if named else None

    def last(self, pin: int | None) -> _Case | None:
        """The decision that "Id., at 843" means: the last one cited, unless the page cannot lie in it."""
        recent = self.cited[-_BACK:][::-1]
        if pin is not None:
            for case in recent:
                if not case.page or case.page <= pin <= case.page + _LONGEST_CASE:
                    return case
        return recent[0] if recent else None

    def party(self, name: str) -> _Case | None:
        """The decision whose parties include `name`."""
        case = self.parties.get(name.lower().split()[0]) if name else None
        return case if case is not None and name.lower() in case.name.lower() else None


def cites_reporters(text: str) -> bool:
    """Whether `text` cites a decision by volume, reporter and page at all."""
    return _ANY.search(text) is not None


def find_reporters(
    text: str, spans: Sequence[Span], register: Register, notes: Sequence[Sequence[Span]] = ()
) -> list[Draft]:
    """The citations of court decisions and of their records in `spans` of one text, short forms resolved.

    Parallel citations of one decision (", 92 L. Ed. 2d 25") belong to the citation before them. "Id." in one of the
    `notes`, before any decision is cited in it, is left to the reading of the notes, which knows their other works.
    """
    docket = Docket(register)
    matches = [match for span in spans for match in _CITE.finditer(text, span.start, span.end)]
    matches = list(_without_leading_id(matches, notes))
    names = [case_name(text, match.start()) for match in matches]
    _enter_full(text, matches, names, docket)
    return list(_drafts(text, matches, names, docket))


def _without_leading_id(matches: Sequence[re.Match[str]], notes: Sequence[Sequence[Span]]) -> Iterator[re.Match[str]]:
    """The matches but for "Id." in a note that cites nothing before it."""
    begun = {span: number for number, pieces in enumerate(notes) for span in pieces}
    spans = sorted(begun)
    cited: set[int] = set()
    for match in matches:
        index = bisect_right(spans, match.start(), key=lambda span: span.start) - 1
        note = begun[spans[index]] if index >= 0 and match.start() < spans[index].end else -1
        if match["id"] and note >= 0 and note not in cited:
            continue
        cited.add(note)
        yield match


def _enter_full(text: str, matches: Sequence[re.Match[str]], names: Sequence[CaseName], docket: Docket) -> None:
    last: _Case | None = None
    end = -1
    for match, name in zip(matches, names, strict=True):
        if not match["page"]:
            last, end = (last, match.end()) if match["at"] and _parallel(text, end, match) else (None, -1)
            continue
        if last is not None and _parallel(text, end, match) and reporter_name(match["reporter"]) != last.reporter:
            docket.register.also(last.reference, (_identifier(match),))
            case = _Case(
                last.reference, match["volume"], reporter_name(match["reporter"]), int(match["page"]), last.name
            )
            docket.enter(case)
        else:
            last = _entered(match, name, docket)
        end = match.end()


def _parallel(text: str, end: int, match: re.Match[str]) -> bool:
    return 0 <= end <= match.start() <= end + 5 and bool(_PARALLEL.match(text[end : match.start()]))


def _identifier(match: re.Match[str]) -> str:
    return reporter_identifier(match["volume"], match["reporter"], match["page"])


def _entered(match: re.Match[str], name: CaseName, docket: Docket) -> _Case:
    identifier = _identifier(match)
    known = docket.register.identified((identifier,))
    if known is None:
        csl: dict[str, object] = {"type": "legal_case", "references": identifier.partition(":")[2]}
        if name.full:
            csl["title"] = name.full
        known = docket.register.add(Reference(identifier, Span(*match.span()), match[0], csl, (identifier,)))
    case = _Case(known, match["volume"], reporter_name(match["reporter"]), int(match["page"]), name.full)
    docket.enter(case)
    return case


def _drafts(text: str, matches: Sequence[re.Match[str]], names: Sequence[CaseName], docket: Docket) -> Iterator[Draft]:
    open_draft: Draft | None = None
    for match, name in zip(matches, names, strict=True):
        if open_draft is not None and match["reporter"] and _parallel(text, open_draft.span.end, match):
            open_draft = _longer(open_draft, match)
            continue
        if open_draft is not None:
            yield open_draft
        case, locator = _resolved(match, name, docket)
        subordinate = _SUBORDINATE.search(text[max(0, match.start() - 200) : name.start])
        if case is not None and not subordinate:
            docket.cited.append(case)
        references = (case.reference,) if case else ()
        start = match.start() + (1 if match["supra"] else 0)
        open_draft = Draft(
            Span(start, match.end()),
            CitationKind.NAMED,
            match[0].lstrip(", "),
            references,
            locator=locator,
            lead=name.start,
        )
    if open_draft is not None:
        yield open_draft


def _longer(draft: Draft, match: re.Match[str]) -> Draft:
    span = Span(draft.span.start, match.end())
    return Draft(
        span, draft.kind, draft.label, draft.references, draft.note, draft.locator, draft.ambiguous, draft.lead
    )


def _resolved(match: re.Match[str], name: CaseName, docket: Docket) -> tuple[_Case | None, Locator | None]:
    if match["page"]:
        return docket.full[_volume(match)].get(int(match["page"])), _place(match, match["pin"])
    if match["at"]:
        case = _short(match, name, docket)
        own = case.reference.startswith(f"reporter:{int(match['volume'])} {reporter_name(match['reporter'])} ")
        # A parallel reporter has pages of its own, which say nothing of the reporter that the work is known by.
        return case, _place(match, match["at"]) if own else None
    if match["id"]:
        pin = match["idat"]
        return docket.last(_first(pin) if pin else None), _place(match, pin)
    if match["supra"]:
        return docket.party(name.short), _place(match, match["supraat"])
    return _other(match, docket), None


def _volume(match: re.Match[str]) -> tuple[str, str]:
    return match["volume"], reporter_name(match["reporter"])


def _short(match: re.Match[str], name: CaseName, docket: Docket) -> _Case:
    volume, reporter = match["volume"], reporter_name(match["reporter"])
    case = docket.short(volume, reporter, _first(match["at"]), name.short)
    if case is not None:
        return case
    pin = _first(match["at"])
    identifier = f"reporter:{int(volume)} {reporter} at {pin}"
    csl: dict[str, object] = {"type": "legal_case", "volume": volume, "container-title": reporter, "locator": str(pin)}
    if name.short:
        csl["title"] = name.short
    reference = docket.register.add(Reference(identifier, Span(*match.span()), match[0], csl, (identifier,)))
    return _Case(reference, volume, reporter, 0, name.short)


def _other(match: re.Match[str], docket: Docket) -> _Case:
    """A brief, a record, a statute, another opinion in the same case: cited, though it is no decision."""
    raw = " ".join(match[0].split())
    law = law_document_in(match.string[match.start() : match.end() + 80])
    key = law.identifier if law else raw
    if key not in docket.others:
        identifiers = (law.identifier,) if law else ()
        csl: dict[str, object] = {"type": "legal_case" if match["other"] else "legislation", "title": raw}
        csl |= {"type": law.kind, "title": law.title} if law else {}
        known = docket.register.identified(identifiers)
        docket.others[key] = known or docket.register.add(
            Reference(f"legal:{raw}", Span(*match.span()), raw, csl, identifiers)
        )
    return _Case(docket.others[key], "", "", 0, "")


def _place(match: re.Match[str], pin: str | None) -> Locator | None:
    """The pages that a citation gives; of a note ("at 843, n. 9") the note, which a text may print anywhere."""
    if not pin:
        return None
    value = re.sub(r"\s", "", pin).replace("--", "-").replace("–", "-").replace(",", ", ")
    note = _IN_NOTE.search(match[0])
    return Locator("note", f"{value}, {' '.join(note[0].split())}") if note else Locator("page", value)


def _first(pin: str) -> int:
    match = re.match(r"\d+", pin)
    return int(match[0]) if match else 0
