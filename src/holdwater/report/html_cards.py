"""The cards beside the text: a quotation's verdict with its passages, or a finding that stands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from holdwater.findings.model import Evidence, Finding, Level, Status, Verdict
from holdwater.report.difference import in_context
from holdwater.report.html_tables import table_figure
from holdwater.report.html_text import difference, element, joined, link, slug, text
from holdwater.report.lookup import Lookup, is_unchecked
from holdwater.report.summary import work
from holdwater.report.wording import NEEDED, line_of, place, reference_label, shortened, to_show

CONTEXT = 90
"""Characters of the source on each side of a passage."""

KEEP = 900
"""Characters kept of a long stretch that is the same in both."""

CERTAIN = 0.95
"""From this confidence on no other place comes near."""

_FOUND = {
    Status.NO_CITATION: "The words stand in a source in hand:",
    Status.SOURCE_MISSING: "The words stand in another source:",
    Status.FOUND_ELSEWHERE: "The words stand in another source:",
}


@dataclass(frozen=True)
class Cards:
    """Writes the cards of one report."""

    lookup: Lookup

    def of_quotation(self, verdict: Verdict) -> str:
        """The card of one quotation: its status, its findings, the passages, or what would be needed."""
        findings = self.lookup.findings.get(verdict.quotation, [])
        body = joined(
            [
                *(self._finding(finding) for finding in findings),
                self._needed(verdict, findings),
                *(self._passage(one, _FOUND.get(verdict.status, "")) for one in to_show(verdict.evidence)),
                self._pages(verdict),
                self._searched(verdict),
            ]
        )
        quiet = not findings and not is_unchecked(verdict)
        return self._card(f"c{verdict.quotation}", verdict.status, findings, body, self._head(verdict), quiet=quiet)

    def of_finding(self, finding: Finding, number: int) -> str:
        """The card of a finding that speaks of no quotation."""
        passages = [self._passage(one) for one in to_show(finding.evidence)]
        tables = [table_figure(one) for one in finding.tables]
        body = joined([self._finding(finding), *passages, *tables])
        where = line_of(self.lookup.report.document, finding.span)
        head = _status(finding.status) + _place(f"#m{number}", where)
        return self._card(f"f{number}", finding.status, [finding], body, head)

    def _card(
        self, name: str, status: Status, findings: Sequence[Finding], body: str, head: str, *, quiet: bool = False
    ) -> str:
        classes = " ".join(["card", slug(status), rule_class(findings), "quiet" if quiet else "", loudness(findings)])
        given = {"id": name, "class_": " ".join(classes.split()), "tabindex": "-1"}
        if quiet:
            return element("details", element("summary", head) + body, **given)
        return element("article", element("header", head) + body, **given, aria_label=f"{status}: check")

    def _head(self, verdict: Verdict) -> str:
        quotation = self.lookup.quotations[verdict.quotation]
        where = line_of(self.lookup.report.document, quotation.span)
        best = verdict.evidence[0] if verdict.evidence else None
        title = element("span", text(best.title), class_="in") if best else ""
        why = element("span", text(verdict.reason), class_="why") if verdict.reason else ""
        speaker = element("span", text(quotation.speaker), class_="speaker", title="who is said to have said it")
        return joined(
            [
                _status(verdict.status),
                speaker if quotation.speaker else "",
                why or title,
                _place(f"#q{verdict.quotation}", where),
            ]
        )

    def _finding(self, finding: Finding) -> str:
        code = element("span", text(finding.code), class_=f"code level-{finding.level}", title=finding.name)
        advice = element("span", text(finding.advice), class_="advice") if finding.advice else ""
        return element(
            "p", joined([code, text(finding.message) + ("." if advice else ""), advice], " "), class_="message"
        )

    def _needed(self, verdict: Verdict, findings: Sequence[Finding]) -> str:
        """What would let an unchecked quotation be checked, unless a finding says so."""
        if not is_unchecked(verdict) or any(finding.level is Level.UNCHECKED for finding in findings):
            return ""
        works = [self._missing(name) for name in self.lookup.missing(verdict)[:6]]
        needed = "; ".join(works) or text(NEEDED.get(verdict.status, ""))
        return element("p", f"Needed: {needed}.".replace("..", "."), class_="needed") if needed else ""

    def _missing(self, reference: str) -> str:
        missing = work(self.lookup, reference)
        near = f" (nearest in hand: {missing.nearest}, {missing.nearest_score:.0%} alike)" if missing.nearest else ""
        return text(missing.label + near)

    def _passage(self, evidence: Evidence, said: str = "") -> str:
        """A passage, after a line that says what it is where it is not the cited one."""
        said = "Another passage fits nearly as well:" if evidence.runner_up else said
        passage = in_context(evidence, self.lookup.report.document.text, context=CONTEXT, keep=KEEP)
        label = element("p", said, class_="runner") if said else ""
        quote = element("blockquote", difference(passage))
        fit = _fit(evidence)
        parts = [element("cite", text(evidence.title)), element("span", text(place(evidence)), class_="where")]
        caption = joined([*parts, *([element("span", text(fit), class_="fit")] if fit else [])], " ")
        return element("figure", label + quote + element("figcaption", caption), class_="passage")

    def _pages(self, verdict: Verdict) -> str:
        if not verdict.page_given:
            return ""
        found = f"found on page {verdict.page_found}" if verdict.page_found else "the source shows no page there"
        return element("p", text(f"Page cited: {verdict.page_given}; {found}."), class_="pages")

    def _searched(self, verdict: Verdict) -> str:
        """What the quotation cites, and what was searched for it, where no passage shows it."""
        quotation = self.lookup.quotations[verdict.quotation]
        names = [name for citation in self.lookup.citations(quotation) for name in citation.references]
        held = [self.lookup.references[name] for name in dict.fromkeys(names) if self.lookup.tied(name)]
        lines = []
        if held and (not verdict.evidence or verdict.status is Status.FOUND_ELSEWHERE):
            items = "; ".join(link(_address(one.identifiers), text(reference_label(one))) for one in held[:4])
            lines.append(element("p", f"Cites: {items}", class_="cites"))
        if verdict.looked_in and not verdict.evidence:
            titles = "; ".join(shortened(self.lookup.source_title(name)) for name in verdict.looked_in[:4])
            lines.append(element("p", text(f"Searched: {titles}"), class_="cites"))
        return "".join(lines)


def rule_class(findings: Sequence[Finding]) -> str:
    """One class for the set of rules that a card speaks of, so that a filter can tell when all of them are off."""
    codes = sorted({finding.code for finding in findings})
    return f"r-{'-'.join(code for code in codes if code.isalnum())}" if codes else ""


def loudness(findings: Sequence[Finding]) -> str:
    """The class of the loudest finding; "" without any."""
    levels = {finding.level for finding in findings}
    return next((f"has-{level}" for level in Level if level in levels), "")


def _status(status: Status) -> str:
    return element("span", text(status), class_="status")


def _place(target: str, words: str) -> str:
    return element("a", text(words), href=target, class_="place", title="to its place in the text")


def _fit(evidence: Evidence) -> str:
    """How much of the quotation stands there, and how sure the place is."""
    alignment = evidence.alignment
    if alignment is None:
        return ""
    share = "all of its words" if alignment.score >= 1 else f"{min(alignment.score, 0.99):.0%} of its words"
    sure = "the place is certain" if alignment.confidence >= CERTAIN else f"place {alignment.confidence:.0%} sure"
    return f"{share} · {sure}"


def _address(identifiers: Sequence[str]) -> str:
    """Where a reference leads on the web: its address, or else its DOI's."""
    by_scheme = dict(identifier.split(":", 1) for identifier in reversed(identifiers) if ":" in identifier)
    if "url" in by_scheme:
        return by_scheme["url"]
    return f"https://doi.org/{by_scheme['doi']}" if "doi" in by_scheme else ""
