"""What stands before and after the document in the HTML report: counts, filters, gaps, the findings, the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from holdwater.findings.model import Finding, Level, Status, Verdict
from holdwater.findings.report import Report
from holdwater.report.html_cards import rule_class
from holdwater.report.html_text import element, joined, slug, text
from holdwater.report.lookup import Lookup
from holdwater.report.summary import Gap, Summary, Work
from holdwater.report.wording import NEEDED, count, line_of, shortened
from holdwater.sources.model import Source

LISTED = 400
"""Entries of one list; what is beyond is counted, and stands in the JSON report."""

KEYS = (
    ("j k", "next and last finding"),
    ("n p", "next and last quotation"),
    ("Enter", "open or close the passage"),
    ("f", "filter"),
    ("?", "these keys"),
)


def header(report: Report, summary: Summary) -> str:
    """The page's head: what was checked, in words and as a bar, and the filters."""
    document = report.document
    title = str(document.metadata.get("title") or "") or document.name or "Document"
    facts = f"{document.name} · {document.format} · {count(len(document.text.split()), 'word')}"
    tally = summary.sentence
    return element(
        "header",
        joined(
            [
                element("p", "Holdwater: what the sources in hand bear out", class_="maker"),
                element("h1", text(shortened(title, 200))),
                element("p", text(facts), class_="facts"),
                element("p", text(f"{tally[:1].upper()}{tally[1:]}."), class_="tally"),
                _bar(report, summary),
                _filters(report),
                legend(),
            ],
            "\n",
        ),
        class_="top",
    )


def _bar(report: Report, summary: Summary) -> str:
    """The statuses as a bar. It repeats the sentence above it, so that it is hidden from readers of the page."""
    if not summary.quotations:
        return ""
    parts = (
        element("span", "", class_=slug(status), style=f"flex-grow:{number}", title=f"{status}: {number:,}")
        for status, number in _statuses(report)
    )
    return element("div", "".join(parts), class_="bar", aria_hidden="true")


def _statuses(report: Report) -> list[tuple[Status, int]]:
    """Statuses that quotations or findings of the report have, with how many cards have each."""
    single = [one.status for one in report.findings if one.quotation is None]
    numbers = Counter([*(verdict.status for verdict in report.verdicts), *single])
    return [(status, numbers[status]) for status in Status if numbers[status]]


def _filters(report: Report) -> str:
    statuses = "".join(_box(f"show-{slug(status)}", str(status), n, slug(status)) for status, n in _statuses(report))
    codes = Counter((finding.code, finding.name) for finding in report.findings)
    rules = "".join(_box(f"show-{code}", f"{code} {name}", n, "") for (code, name), n in sorted(codes.items()))
    sets = [_fieldset("Status", statuses), _fieldset("Rule", rules)]
    return element("div", "".join(sets), id="filters", class_="filters") if statuses or rules else ""


def _fieldset(name: str, boxes: str) -> str:
    return element("fieldset", element("legend", f"Show by {name.lower()}") + boxes) if boxes else ""


def _box(name: str, words: str, number: int, classes: str) -> str:
    box = f'<input type="checkbox" id="{text(name)}" checked>'
    label = f"{box} {element('span', text(words), class_='word')} {element('b', f'{number:,}')}"
    return element("label", label, class_=f"box {classes}".strip())


def filter_rules(report: Report) -> str:
    """The style rules behind the filters: a card goes when its status is off, or all its rules are."""
    rules = []
    for status, _ in _statuses(report):
        off = f"body:has(#show-{slug(status)}:not(:checked))"
        rules.append(f"{off} .card.{slug(status)},{off} .tag.{slug(status)}{{display:none}}")
        rules.append(f"{off} mark.{slug(status)},{off} .m.{slug(status)}{{all:unset}}")
    for codes in sorted(_rule_sets(report)):
        off = "body" + "".join(f":has(#show-{code}:not(:checked))" for code in codes)
        name = f"r-{'-'.join(codes)}"
        rules.append(f"{off} .card.{name},{off} .tag.{name}{{display:none}}")
    return "\n".join(rules)


def _rule_sets(report: Report) -> set[tuple[str, ...]]:
    """The sets of rules that cards have, as their classes name them."""
    lookup = Lookup(report)
    single = [[finding] for finding in report.findings if finding.quotation not in lookup.verdicts]
    classes = {rule_class(findings) for findings in (*lookup.findings.values(), *single)}
    return {tuple(name.removeprefix("r-").split("-")) for name in classes if name.strip("r-")}


def legend() -> str:
    """How to read the marks, and the keys."""
    marks = (
        "In a passage, <del>struck words</del> stand in the source and not in the quotation, "
        "<ins>underlined words</ins> in the quotation and not in the source; what the quotation owns up to "
        '(brackets, an ellipsis) is <span class="owned">soft</span>. “Not found” is said of the sources in hand only.'
    )
    keys = "".join(
        element("div", element("dt", element("kbd", text(key))) + element("dd", text(what))) for key, what in KEYS
    )
    help_ = element("details", element("summary", "Keys") + element("dl", keys), id="keys", class_="keys")
    return element("div", element("p", marks) + help_, class_="legend")


def gaps(summary: Summary) -> str:
    """What was not checked, and what it would take."""
    if not summary.gaps and not summary.unread:
        return ""
    what = count(summary.unchecked, "quotation") if summary.gaps else "a part of the file"
    body = element("h2", f"Not checked: {what}", id="gaps-title")
    unread = "".join(element("li", text(f"Not read: {line}")) for line in summary.unread[:LISTED])
    body += element("ul", "".join(_gap(gap) for gap in summary.gaps) + unread)
    return element("section", body, class_="gaps", aria_labelledby="gaps-title")


def _gap(gap: Gap) -> str:
    works = "".join(_work(work) for work in gap.works[:LISTED])
    files = "".join(element("li", f"{element('code', text(file))}: {text(why)}") for file, why in gap.files[:LISTED])
    several = len(gap.reasons) > 1 and not works and not files
    reasons = "".join(element("li", text(f"{n:,}: {why}")) for why, n in gap.reasons[:LISTED]) if several else ""
    rest = max(len(gap.works), len(gap.files), len(gap.reasons) if several else 0) - LISTED
    more = element("li", f"and {rest:,} more") if rest > 0 else ""
    inner = works + files + reasons + more
    if not inner:
        needed = f". Needed: {NEEDED[gap.status]}." if gap.status in NEEDED else "."
        return element("li", f"{_chip(gap.status)} {text(gap.text)}{element('span', text(needed), class_='needed')}")
    open_ = "open" if inner.count("<li") <= 12 else None
    top = element("summary", f"{_chip(gap.status)} {text(gap.text)}")
    return element("li", element("details", top + element("ul", inner), open=open_))


def _work(work: Work) -> str:
    near = f"; nearest in hand: {work.nearest} ({work.nearest_score:.0%} alike)" if work.nearest else ""
    return element("li", text(work.label) + element("span", text(f" {count(work.quotations, 'quotation')}{near}")))


def _chip(status: Status) -> str:
    return element("span", text(status), class_=f"status {slug(status)}")


def index(report: Report) -> str:
    """The findings that ask for a look, each a link to its card."""
    lookup = Lookup(report)
    rows = [(number, finding) for number, finding in enumerate(report.findings) if finding.level is not Level.UNCHECKED]
    if not rows:
        return ""
    items = "".join(_entry(lookup, number, finding) for number, finding in rows[:LISTED])
    more = element("p", f"and {len(rows) - LISTED:,} more, further down") if len(rows) > LISTED else ""
    title = element("h2", f"Worth a look: {count(len(rows), 'finding')}", id="index-title")
    return element("nav", title + element("ol", items) + more, class_="index", aria_labelledby="index-title")


def _entry(lookup: Lookup, number: int, finding: Finding) -> str:
    target = f"#c{finding.quotation}" if finding.quotation in lookup.verdicts else f"#f{number}"
    code = element("span", text(finding.code), class_=f"code level-{finding.level}")
    line = element("span", text(line_of(lookup.report.document, finding.span)), class_="where")
    link = element("a", f"{code} {element('span', text(finding.message), class_='said')} {line}", href=target)
    return element("li", link)


def sources(report: Report) -> str:
    """The table of the sources that were used, and what could not be read."""
    lookup = Lookup(report)
    resting: dict[str, list[Verdict]] = {}
    for verdict in report.verdicts:
        if verdict.status is Status.SOURCE_MISSING:
            continue  # the words stand there, but rest on the work that is missing
        for name in dict.fromkeys(one.source for one in verdict.evidence if not one.runner_up):
            resting.setdefault(name, []).append(verdict)
    figures = Counter(name for one in report.figures for name in dict.fromkeys(each.source for each in one.evidence))
    named = lookup.sources_named
    other = len(report.sources) - sum(name in report.sources for name in named)
    body = element("h2", f"Sources: {count(len(named), 'work')}", id="sources-title")
    if named:
        cells = ("Source", "File", "SHA-256", "What rests on it")
        head = element("tr", "".join(element("th", cell, scope="col") for cell in cells))
        rows = "".join(_source(report, name, resting.get(name, []), figures[name]) for name in named)
        body += element("div", element("table", element("thead", head) + element("tbody", rows)), class_="wide")
    if other > 0:
        body += element("p", f"{count(other, 'other source')} in hand; nothing in the document leads there.")
    return element("section", body, class_="sources", aria_labelledby="sources-title")


def _source(report: Report, name: str, resting: Sequence[Verdict], figures: int) -> str:
    source, snapshot = report.sources.get(name), report.snapshots.get(name)
    links = " ".join(_quotation_link(report, verdict) for verdict in resting[:LISTED])
    links += f" {count(figures, 'figure')}" if figures else ""
    unread = report.unreadable.get(name)
    used = element("span", text(f"could not be read: {unread}"), class_="unread") if unread else links or "none"
    digest = element("code", text(snapshot.sha256[:12]), title=snapshot.sha256) if snapshot else ""
    file = _file(source) if source else ""
    cells = (text(source.title if source else name), file, digest, used)
    return element("tr", element("th", cells[0], scope="row") + "".join(element("td", cell) for cell in cells[1:]))


def _file(source: Source) -> str:
    """The source's file; where it comes from the archive, where and when it was captured."""
    if source.captured is None:
        return element("code", text(source.file))
    url = source.csl.get("URL")
    where = element("code", text(url)) + " " if isinstance(url, str) else ""
    when = f"captured on {source.captured.day} {source.captured:%B %Y}"
    return where + element("span", text(when), class_="captured")


def _quotation_link(report: Report, verdict: Verdict) -> str:
    status = element("a", f"{verdict.quotation + 1}", href=f"#c{verdict.quotation}", title=str(verdict.status))
    return element("span", status, class_=f"dot {slug(verdict.status)}")


def left_out(report: Report, summary: Summary) -> str:
    """What was set aside, and the findings that the document answers."""
    return joined([_set_aside(report, summary), _suppressed(report)])


def _set_aside(report: Report, summary: Summary) -> str:
    if not summary.set_aside:
        return ""
    document = report.document
    total = sum(number for _, number in summary.set_aside)
    rows: Iterator[str] = (
        element(
            "li",
            f"“{text(shortened(one.span.of(document.text), 80))}”: {text(one.reason)}, "
            f"{text(line_of(document, one.span))}",
        )
        for one in report.extraction.set_aside[:LISTED]
    )
    more = element("li", f"and {total - LISTED:,} more") if total > LISTED else ""
    top = element("summary", text(f"Not taken for quotations: {total:,}"))
    return element("details", top + element("ul", "".join(rows) + more), class_="aside")


def _suppressed(report: Report) -> str:
    if not report.suppressed:
        return ""
    rows = "".join(
        element("li", f"{text(one.finding.code)} {text(one.finding.message)}, line {one.line}: {text(one.reason)}")
        for one in report.suppressed[:LISTED]
    )
    top = element("summary", text(f"Answered in the document: {count(len(report.suppressed), 'finding')}"))
    return element("details", top + element("ul", rows), class_="aside")
