"""The HTML report: one page that loads nothing, shows every verdict, and lets nothing from outside act."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from report_factory import Draft, harbour, with_note
from selectolax.lexbor import LexborHTMLParser, LexborNode

from clock import in_proportion
from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Part, Span
from holdwater.extract.model import AsideReason, Extraction, Quotation, QuotationKind
from holdwater.findings.model import Level, Status, Verdict
from holdwater.findings.report import Report, Suppressed
from holdwater.match.model import Fit
from holdwater.report.html import render
from holdwater.report.html_body import shown_blocks
from holdwater.report.html_grid import MOST_COLUMNS

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover='x' \u202e\x1b[31m ]]> <!--"


def page(report: Report) -> LexborHTMLParser:
    return LexborHTMLParser(render(report))


def one(tree: LexborHTMLParser | LexborNode, chosen: str) -> LexborNode:
    (node,) = tree.css(chosen)
    return node


def flat(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def hostile() -> Report:
    draft = Draft(text=f"He says: “{HOSTILE} fleet”.\n", name=HOSTILE, sources={"a.txt": f"{HOSTILE} ship"})
    draft.titles["a.txt"] = HOSTILE
    cited = draft.cite(HOSTILE, nearest=HOSTILE)
    quoted = draft.evidence(draft.span(f"{HOSTILE} fleet"), "a.txt", f"{HOSTILE} ship", place=HOSTILE)
    number = draft.quote(f"{HOSTILE} fleet", Status.ALTERED, quoted, citations=(cited,), speaker=HOSTILE)
    finding = draft.find_fault("QUO101", "altered-words", HOSTILE, quotation=number, advice=HOSTILE)
    draft.suppressed.append(Suppressed(finding, HOSTILE, 1))
    draft.find_fault("CIT101", "mark-without-note", HOSTILE, at="He", advice=HOSTILE)
    draft.aside("says", AsideReason.TERM)
    draft.unreadable["a.txt"] = HOSTILE
    for kind in MarkKind:
        draft.marks.append(Mark(Span(0, 2), kind, HOSTILE, f"javascript:alert(1)//{HOSTILE}"))
    return draft.report(metadata={"title": HOSTILE})


def test_every_verdict_has_a_card_and_its_words_are_marked() -> None:
    report = harbour().report()
    tree = page(report)
    for verdict in report.verdicts:
        card = one(tree, f"#c{verdict.quotation}")
        slug = f"s-{verdict.status.replace(' ', '-')}"
        assert slug in (card.attributes["class"] or "").split()
        assert str(verdict.status) in card.css_first(".status").text()
        mark = one(tree, f"mark#q{verdict.quotation}")
        assert slug in (mark.attributes["class"] or "").split()
        assert flat(mark) == report.extraction.quotations[verdict.quotation].span.of(report.document.text)
        assert str(verdict.status) in one(tree, f"a.tag[href='#c{verdict.quotation}']").text()


def test_a_card_shows_the_passage_with_the_difference_marked() -> None:
    card = one(page(harbour().report()), "#c0")
    assert [node.text() for node in card.css("del")] == ["fourteen"]
    assert [node.text() for node in card.css("ins")] == ["forty"]
    assert "Annals of the Harbour" in card.css_first("figcaption").text()
    assert "sources/annals.txt:2" in card.css_first("figcaption").text()
    assert card.css_first(".message").text().startswith("QUO102 the number is changed")
    assert "Put the source's words back" in card.text()


def test_the_changed_words_are_marked_in_the_document_too() -> None:
    assert [node.text() for node in page(harbour().report()).css("mark .changed")] == ["forty"]


def test_words_that_the_quotation_leaves_out_have_a_caret_in_the_document() -> None:
    draft = Draft(text="He says: “the fleet sailed”.\n", sources={"a.txt": "the whole fleet sailed"})
    draft.quote(
        "the fleet sailed",
        Status.ALTERED,
        draft.evidence(draft.span("the fleet sailed"), "a.txt", "the whole fleet sailed"),
    )
    assert len(page(draft.report()).css("mark .gap")) == 1


def test_a_quotation_that_holds_is_folded_and_one_with_a_finding_is_not() -> None:
    tree = page(harbour().report())
    assert one(tree, "#c1").tag == "details"
    assert "open" not in one(tree, "#c1").attributes
    assert one(tree, "#c2").tag == "article"


def test_a_card_of_an_unchecked_quotation_says_why_and_what_would_be_needed() -> None:
    draft = harbour()
    draft.findings = [finding for finding in draft.findings if finding.level is not Level.UNCHECKED]
    tree = page(draft.report())
    assert [flat(one(tree, f"#c{number}")) for number in (3, 4, 5)] == [
        "source missing Marsh the work it cites is not in hand line 5 Needed: Marsh, A. The pilots of the bar. 1902. "
        "(nearest in hand: Annals of the Harbour, 31% alike).",
        "source unreadable scan.pdf has no text layer line 7 Needed: a copy that opens and has a text layer. "
        "Cites: The Ice Book",
        "no citation it cites nothing line 9 Needed: a citation.",
    ]


def test_the_runner_up_is_shown_only_where_it_is_near() -> None:
    draft = Draft(text="He says: “the fleet sailed”.\n", sources={"a.txt": "the fleet sailed; the fleets sailed"})
    span = draft.span("the fleet sailed")
    second = draft.evidence(span, "a.txt", "the fleets sailed", runner_up=True)
    for confidence, passages in ((0.1, 2), (0.9, 1)):
        draft.quotations.clear()
        draft.verdicts.clear()
        best = draft.evidence(span, "a.txt", "the fleet sailed", confidence=confidence, fit=Fit.VERBATIM)
        draft.quote("the fleet sailed", Status.VERBATIM, best, second)
        assert len(page(draft.report()).css("#c0 .passage")) == passages


def test_the_summary_counts_what_was_not_checked() -> None:
    tree = page(harbour().report())
    assert "Checked 3 of 6 quotations: 2 verbatim and 1 altered; not checked 3:" in one(tree, ".tally").text()
    bar = {node.attributes["title"]: node.attributes["style"] for node in tree.css(".bar span")}
    assert bar["verbatim: 2"] == "flex-grow:2"
    assert "Marsh, A. The pilots of the bar. 1902." in one(tree, ".gaps").text()


def test_the_table_of_sources_says_what_rests_on_each_and_what_could_not_be_read() -> None:
    rows = page(harbour().report()).css(".sources tbody tr")
    assert [flat(row) for row in rows] == [
        "Annals of the Harbour sources/annals.txt 000000000000 1 2 3",
        "The Ice Book sources/scan.pdf could not be read: it has no text layer",
    ]


def test_the_findings_are_listed_with_links_to_their_cards() -> None:
    tree = page(harbour().report())
    links = [node.attributes["href"] for node in tree.css(".index a")]
    assert links == ["#c0", "#c2"]


def test_a_finding_without_a_quotation_has_a_card_and_a_mark() -> None:
    draft = Draft(text="One note here.\n")
    draft.find_fault("CIT101", "mark-without-note", "the mark leads to no note", at="note", level=Level.WARNING)
    tree = page(draft.report())
    assert "the mark leads to no note" in one(tree, "article#f0").text()
    assert one(tree, "span.m#m0").text() == "note"
    assert one(tree, "a.tag[href='#f0']").text() == "CIT101"


def test_a_finding_of_no_width_has_a_place_to_jump_to() -> None:
    draft = Draft(text="One note here.\n")
    draft.findings.append(replace(draft.find_fault("CIT101", "x", "no note", at="note"), span=Span(8, 8)))
    del draft.findings[0]
    tree = page(draft.report())
    assert one(tree, "#m0").text() == ""
    assert one(tree, "#f0 .place").attributes["href"] == "#m0"


def test_every_link_inside_the_page_leads_to_something_and_no_id_is_given_twice() -> None:
    tree = page(with_note(harbour(), "was lost", "1", "Annals, page 12.").report())
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {(node.attributes["href"] or "")[1:] for node in tree.css("a[href^='#']")}
    assert targets <= set(ids)


def test_note_marks_are_superscripts_that_lead_to_the_note_and_back() -> None:
    tree = page(with_note(harbour(), "was lost", "7", "Annals, page 12.").report())
    mark = one(tree, "sup a")
    assert (mark.text(), mark.attributes["href"], mark.attributes["id"]) == ("7", "#note-0", "mark-0")
    back = one(tree, "#note-0")
    assert (back.text(), back.attributes["href"]) == ("7.", "#mark-0")


def test_a_mark_that_leads_nowhere_is_shown_as_such() -> None:
    draft = Draft(text="One note here.\n", marks=[Mark(Span(8, 8), MarkKind.NOTE, "9", "n9")])
    assert one(page(draft.report()), "sup.dangling").text() == "9"


KINDS = [
    (BlockKind.HEADING, "h3"),
    (BlockKind.PARAGRAPH, "p"),
    (BlockKind.QUOTE, "blockquote > p"),
    (BlockKind.LIST_ITEM, "ul > li"),
    (BlockKind.CODE, "pre"),
    (BlockKind.TABLE, "pre"),
    (BlockKind.CAPTION, "p.caption"),
    (BlockKind.NOTE, "p.note"),
    (BlockKind.REFERENCE, "p.reference"),
    (BlockKind.FURNITURE, "p.furniture"),
]


@pytest.mark.parametrize(("kind", "chosen"), KINDS, ids=[kind for kind, _ in KINDS])
def test_a_block_is_set_as_what_it_is(kind: BlockKind, chosen: str) -> None:
    document = Document("words here", blocks=(Block(Span(0, 10), kind, level=2),))
    assert one(page(Report(document, Extraction())), f".document {chosen}").text() == "words here"


def test_items_of_one_list_stand_in_one_list_and_a_card_parts_it() -> None:
    text = "one item\n\ntwo items\n\nthree items"
    blocks = [Block(Span(*match.span()), BlockKind.LIST_ITEM, level=1, group=1) for match in re.finditer(".+", text)]
    draft = Draft(text=text, blocks=tuple(blocks))
    assert [len(node.css("li")) for node in page(draft.report()).css(".document ul")] == [3]
    draft.find_fault("CIT101", "x", "x", at="two")
    assert [len(node.css("li")) for node in page(draft.report()).css(".document ul")] == [1, 1, 1]


def rows_of(node: LexborNode) -> list[list[str]]:
    return [[cell.text() for cell in row.css("td")] for row in node.css("tr")]


def test_the_cells_of_a_table_stand_in_their_rows_and_columns_with_one_stack_of_cards() -> None:
    text = "Year\n\nTons\n\n1901\n\n412\n\nin\n\nall\n\n1903\n\nYear\n\n1904"
    places = [(1, 1), (1, 3), (2, 1), (2, 3), (3, 2), (3, 2), (4, 1), (1, 1), (2, 1)]
    spans = [Span(*match.span()) for match in re.finditer(".+", text)]
    blocks = [Block(span, BlockKind.TABLE, cell=cell) for span, cell in zip(spans, places, strict=True)]
    draft = Draft(text=text, blocks=tuple(blocks))
    draft.find_fault("NUM102", "x", "x", at="412")
    draft.find_fault("NUM102", "x", "x", at="1901")
    drawn = page(draft.report())
    for mark in drawn.css(".document .tag"):
        mark.decompose()
    first, second = drawn.css(".document .grid table")
    assert rows_of(first) == [["Year", "", "Tons"], ["1901", "", "412"], ["", "inall", ""], ["1903", "", ""]]
    assert rows_of(second) == [["Year"], ["1904"]]
    assert [len(node.css(".card")) for node in drawn.css(".document .cards")] == [2]


def test_a_cell_that_claims_to_stand_far_out_costs_little() -> None:
    document = Document("words", blocks=(Block(Span(0, 5), BlockKind.TABLE, cell=(10**9, 10**9)),))
    assert rows_of(one(page(Report(document, Extraction())), ".grid")) == [[*[""] * (MOST_COLUMNS - 1), "words"]]


def test_words_in_no_block_are_still_shown() -> None:
    text = "first\n\nsecond one\n\nthird"
    blocks = shown_blocks(Document(text, blocks=(Block(Span(7, 17), BlockKind.HEADING, Part.BODY),)))
    assert [block.span.of(text) for block in blocks] == ["first", "second one", "third"]
    tree = page(Report(Document(text), Extraction()))
    assert [node.text() for node in tree.css(".document p")] == ["first", "second one", "third"]


def test_all_words_of_the_document_are_on_the_page() -> None:
    draft = harbour()
    tree = page(draft.report())
    for node in tree.css(".document .cards, .document .tag, .document .gap"):
        node.decompose()
    assert one(tree, ".document").text().split() == draft.text.split()


def test_inline_marks_are_kept_and_links_lead_out_quietly() -> None:
    draft = Draft(text="see this page\n")
    draft.marks = [
        Mark(Span(0, 3), MarkKind.EMPHASIS),
        Mark(Span(4, 8), MarkKind.LINK, target="https://example.org/a?b=1&c=2"),
        Mark(Span(9, 13), MarkKind.STRONG),
    ]
    tree = page(draft.report())
    assert one(tree, ".document em").text() == "see"
    assert one(tree, ".document strong").text() == "page"
    link = one(tree, ".document a")
    assert link.attributes["href"] == "https://example.org/a?b=1&c=2"
    assert link.attributes["rel"] == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", " JaVaScript:x", "data:text/html,x", "file:///etc/passwd", "//evil.example", "https://a b"],
)
def test_an_address_of_another_kind_is_not_a_link(target: str) -> None:
    draft = Draft(text="see this page\n", marks=[Mark(Span(4, 8), MarkKind.LINK, target=target)])
    assert page(draft.report()).css(".document a") == []


def test_nothing_of_the_document_becomes_markup() -> None:
    html = render(hostile())
    tree = LexborHTMLParser(html)
    assert len(tree.css("script")) == 1
    assert tree.css("img, iframe, object, embed, form, base, link, svg") == []
    handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []
    assert all(re.match(r"#|https?://", node.attributes["href"] or "") for node in tree.css("a[href]"))
    assert not set(html) & set("\u202e\x1b\x00")
    assert "&lt;/script&gt;" in html


def test_no_address_outside_is_loaded() -> None:
    for report in (harbour().report(), hostile()):
        html = render(report)
        tree = LexborHTMLParser(html)
        assert tree.css("[src], [srcset], [poster], [background], link, meta[http-equiv=refresh]") == []
        style = "".join(node.text() for node in tree.css("style"))
        assert not re.search(r"url\(|@import|expression\(", style)


def test_the_policy_lets_only_the_own_script_run() -> None:
    tree = page(hostile())
    policy = one(tree, "meta[http-equiv='Content-Security-Policy']").attributes["content"] or ""
    digest = b64encode(sha256(one(tree, "script").text().encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")


def test_the_filters_need_no_script() -> None:
    tree = page(harbour().report())
    style = "".join(node.text() for node in tree.css("style"))
    boxes = [node.attributes["id"] or "" for node in tree.css("#filters input[type=checkbox]")]
    assert "show-s-altered" in boxes
    assert "show-QUO102" in boxes
    assert all(f"#{name}:not(:checked)" in style for name in boxes)
    assert all("checked" in node.attributes for node in tree.css("#filters input"))


def test_a_card_of_two_rules_goes_only_when_both_are_off() -> None:
    draft = harbour()
    draft.find_fault("CIT203", "wrong-locator", "another page", quotation=0)
    html = render(draft.report())
    assert "body:has(#show-CIT203:not(:checked)):has(#show-QUO102:not(:checked)) .card.r-CIT203-QUO102" in html


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    text = "first words\n\nlast words"
    document = Document(text, blocks=(Block(Span(0, 11), BlockKind.QUOTE), Block(Span(13, 23), BlockKind.QUOTE)))
    whole = Span(0, 23)
    extraction = Extraction(quotations=(Quotation(0, whole, QuotationKind.BLOCK, (whole,)),))
    tree = page(Report(document, extraction, (Verdict(0, Status.NO_CITATION, reason="it cites nothing"),)))
    assert [node.text() for node in tree.css("mark.q")] == ["first words", "last words"]
    assert len(tree.css(".card")) == 1


@pytest.mark.parametrize(("kind", "quoted"), [(QuotationKind.INTRODUCED, 1), (QuotationKind.MARKED, 0)])
def test_a_quotation_that_plain_text_only_introduces_is_set_off(kind: QuotationKind, quoted: int) -> None:
    draft = Draft(text="He writes:\n\nthe fleet was laid up\n")
    draft.quote("the fleet was laid up", Status.NO_CITATION, reason="it cites nothing", kind=kind)
    assert len(page(draft.report()).css(".document blockquote")) == quoted


def test_a_tag_stands_after_the_closing_quotation_mark_and_the_point() -> None:
    html = render(harbour().report())
    assert re.search(r"by January</mark>”,<a href=", html)


def test_what_was_left_out_is_listed() -> None:
    draft = harbour()
    draft.suppressed.append(Suppressed(draft.findings[0], "as in the first edition", 2))
    text = " ".join(node.text() for node in page(draft.report()).css("details.aside"))
    assert "“harbour master”: a word or term, line 7" in text
    assert "as in the first edition" in text


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(scheme: str) -> None:
    style = "".join(node.text() for node in page(harbour().report()).css("style"))
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    values = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    pairs = [(name.removesuffix("-bg"), name) for name in values if name.endswith("-bg")]
    pairs += [(ink, ground) for ink in ("ink", "soft", "link", "bad", "part", "none") for ground in ("paper", "card")]
    assert len(pairs) > 20
    for ink, ground in pairs:
        first, second = sorted((luminance(values[ink]), luminance(values[ground])))
        assert (second + 0.05) / (first + 0.05) >= 4.5, (ink, ground)


def long_report(paragraphs: int) -> Report:
    sentence = "The winter was long and the fleet was laid up in the roads by the first week of January. "
    draft = Draft(text="".join(f"{sentence * 3}“quoted words number {n} here” and on.\n\n" for n in range(paragraphs)))
    text = draft.text
    for match in re.finditer(r"quoted words number \d+ here", text):
        span = Span(*match.span())
        draft.quotations.append(Quotation(len(draft.quotations), span, QuotationKind.MARKED, (span,)))
        draft.verdicts.append(Verdict(len(draft.verdicts), Status.NO_CITATION, reason="it cites nothing"))
    return draft.report()


def test_the_time_grows_with_the_length_and_no_faster() -> None:
    reports = {paragraphs: long_report(paragraphs) for paragraphs in (250, 1500)}
    in_proportion(lambda paragraphs: render(reports[paragraphs]), 250, 1500)


def test_an_empty_document_makes_a_page() -> None:
    tree = page(Report(Document(""), Extraction()))
    assert "No quotations to check" in one(tree, ".tally").text()
