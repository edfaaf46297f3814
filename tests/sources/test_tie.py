"""Which references are tied to which sources, on invented works."""

from __future__ import annotations

import pytest
from works_factory import reference, source, tied

from holdwater.sources.model import Source, TieStatus
from holdwater.sources.tie import tie

LOWER = source("lower", "The Water Works of Lower Marden", "Doe, Jane", 2019, publisher="Acme Press")
LEAK = source("leak", "The Marden Leak: A History of a Scandal", "Poe, Edna; Roe, Richard", 2001)
PIPES = source("pipes", "Leaky pipes", "Roe, Richard", 2015, volume="12", **{"container-title": "Marden Water Review"})
INTRO = source("intro", "Introduction", "Roe, Richard", 2015, **{"container-title": "The Book of Pipes"})
REPORT = source("report18", "Annual report 2018", "Ministry of Public Water Works", 2018)
GERMAN = source("german", "Über die Wasserwerke von Mörden", "Müller, Jürgen", 1987)
LONG = source("long", "On the slow erosion of lead pipes under municipal squares in coastal towns", "Loe, Ann", 2008)
SITE = source("site", "Marden drinks its river dry | The Marden Gazette", year=2020, type="webpage")
SECOND = source("second", "The Sewer Handbook", "Coe, Carl", 2010, edition="2")
TWO = source("two", "Sluices II", "Voe, Vera", 1999)
SITED = source("sited", "Marden dredging: five years on | Port of Marden", "Port of Marden", type="webpage")
SHELF = (LOWER, LEAK, PIPES, INTRO, REPORT, GERMAN, LONG, SITE, SECOND, TWO, SITED)

SAME_WORK = [
    # Chicago, notes
    ("Jane Doe, The Water Works of Lower Marden (London: Acme Press, 2019), 12.", LOWER),
    ("1. Jane Doe, The Water Works of Lower Marden (London: Acme Press, 2019), 12–15; emphasis added.", LOWER),
    ("See Jane Doe, The Water Works of Lower Marden (London: Acme Press, 2019), chap. 3, on the first weir.", LOWER),
    # bibliography, APA, MLA, Vancouver, IEEE, Harvard
    ("Doe, Jane. The Water Works of Lower Marden. London: Acme Press, 2019.", LOWER),
    ("Doe, J. (2019). The water works of Lower Marden. Acme Press.", LOWER),
    ("Doe, Jane. “The Water Works of Lower Marden.” Acme Press, 2019. Web. 3 May 2021.", LOWER),
    ("12. Doe J. The water works of Lower Marden. London: Acme Press; 2019.", LOWER),
    ("[7] J. Doe, “The water works of Lower Marden,” Acme Press, London, 2019.", LOWER),
    ("Doe, J 2019, The water works of Lower Marden, Acme Press, London.", LOWER),
    ("DOE, JANE (2019): THE WATER WORKS OF LOWER MARDEN", LOWER),
    # articles out, subtitle out, subtitle in, typing slips, hyphens
    ("Doe, J. (2019). Water works of Lower Marden. Acme Press.", LOWER),
    ("Doe, J. (2019). The waterworks of Lower Marden. Acme Press.", LOWER),
    ("Doe, J. (2019). The water-works of Lower Marden. Acme Press.", LOWER),
    ("Doe, J. (2019). The water works of Lower Mardem. Acme Press.", LOWER),
    ("Doe, J. (2019). The water works of Lower Marden: from weir to tap. Acme Press.", LOWER),
    ("Poe, E., and R. Roe. The Marden Leak. Acme, 2001.", LEAK),
    ("Poe, E., & Roe, R. (2001). The Marden leak: A history of a scandal.", LEAK),
    ("Poe, E., & Roe, R. (2001). The Marden leak – a history of a scandal.", LEAK),
    ("Edna Poe et al., The Marden Leak: A History of a Scandal (2001)", LEAK),
    # one year off (online first), with the volume
    ("Roe, R. (2016). Leaky pipes. Marden Water Review, 12(3), 4–9.", PIPES),
    ("R. Roe, “Leaky pipes,” Marden Water Review 12 (2015): 4–9.", PIPES),
    ("Roe R. Leaky pipes. Mard Wat Rev. 2015;12:4-9.", PIPES),
    ("Roe R. Leaky pipes Marden Water Review, 12 (2015), pp. 4-9", PIPES),
    # a generic title with everything beside it
    ("Roe, R. (2015). Introduction. In The book of pipes. Acme.", INTRO),
    ("Ministry of Public Water Works. Annual Report 2018. Marden, 2018.", REPORT),
    ("Ministry of Public Water Works (2019), Annual report 2018.", REPORT),
    # accents, umlauts, German quotation marks
    ("Müller, J. (1987): Über die Wasserwerke von Mörden.", GERMAN),
    ("Jürgen Muller, „Uber die Wasserwerke von Morden“, 1987, S. 4", GERMAN),
    # a long title ties without an author, and with authors that could not be told from the rest
    ("“On the slow erosion of lead pipes under municipal squares in coastal towns,” 2008.", LONG),
    ("On the slow erosion of lead pipes under municipal squares in coastal towns.", LONG),
    # a page's title with the name of its site
    ("Port of Marden. “Marden dredging: five years on.” 4 March 2021.", SITED),
    ("“Marden drinks its river dry”, Gazette, 4 June 2020", SITE),
    ("Coe, Carl. The Sewer Handbook. 2nd ed. Acme, 2010.", SECOND),
    ("Coe, C. (2010). The sewer handbook (2nd rev. ed.).", SECOND),
    ("Voe, V. (1999). Sluices 2. Acme.", TWO),
    # short forms
    ("Doe, Water Works, 44.", LOWER),
    ("Doe, The Water Works of Lower Marden, 44.", LOWER),
    ("Poe and Roe, Marden Leak, pp. 3–4.", LEAK),
    ("(Doe 2019, p. 4)", LOWER),
    ("Poe & Roe 2001", LEAK),
]


@pytest.mark.parametrize(("raw", "wanted"), SAME_WORK, ids=[raw[:50] for raw, _ in SAME_WORK])
def test_one_work_in_another_style_is_tied(raw: str, wanted: Source) -> None:
    found = tied(raw, *SHELF)
    assert (found.status, found.source) == (TieStatus.TIED, wanted.id), found.reason
    assert found.score >= 0.8
    assert "alike" in found.reason


OTHER_WORK = [
    # the same author and year, another title
    "Doe, J. (2019). The water works of Upper Marden. Acme Press.",
    "Doe, J. (2019). The gas works of Lower Marden. Acme Press.",
    "Doe, J. (2019). Water and works in Lower Marden Valley. Acme Press.",
    "Doe, J. (2019). Marden, lower water and the works of the many.",
    # the title inside a longer one, or with another subtitle
    "Doe, J. (2019). After the water works of Lower Marden. Acme Press.",
    "Doe, J. (2019). The water works of Lower Marden revisited. Acme Press.",
    "Port of Marden. “Marden dredging: ten years on.” 4 March 2026.",
    "Doe, J. (2019). Rebuilding the water works of Lower Marden in wartime. Acme Press.",
    "Poe, E., & Roe, R. (2001). The Marden leak: A study of a cover-up.",
    "Poe, E., & Roe, R. (2001). The Marden leaks. Atlas of a county.",
    "Roe, R. (2015). Introduction to pipes. Acme.",
    "Roe, R. (2015). Leaky pipes and broken taps. Marden Water Review, 13, 4–9.",
    # the same title, another author
    "Smith, A. (2019). The water works of Lower Marden. Other Press.",
    "Smith, Anne. The Water Works of Lower Marden. London: Other Press, 2019.",
    "Smith, A. (2015). Leaky pipes. Marden Water Review, 12, 4–9.",
    "Smith, A. (2015). Introduction. In The book of pipes. Acme.",
    # the same title and author, another year or edition
    "Doe, J. (1998). The water works of Lower Marden. Acme Press.",
    "Coe, Carl. The Sewer Handbook. 3rd ed. Acme, 2010.",
    "Coe, Carl. The Sewer Handbook. Third edition. Acme, 2011.",
    "Coe, Carl. The Sewer Handbook. Acme, 2002.",
    # another number
    "Ministry of Public Water Works. Annual Report 2019. Marden, 2019.",
    "Ministry of Public Water Works. Annual Report 2017. Marden, 2018.",
    "Voe, V. (1999). Sluices III. Acme.",
    "Voe, V. (1999). Sluices 3. Acme.",
    "Voe, V. (1999). Sluices. Acme.",
    # a generic title with too little beside it, or in another container
    "Introduction. 2015.",
    "Roe, R. Introduction.",
    "Roe, R. (2015). Introduction. In The atlas of taps. Acme.",
    "Annual report 2018.",
    "Leaky pipes.",
    # a work about the work
    "Review of “The Water Works of Lower Marden”, by Jane Doe. Gazette, 2019.",
    "Anne Smith, review of The Water Works of Lower Marden by Jane Doe, Gazette (2019).",
    "Roe, R. (2015). Reply to Leaky pipes. Marden Water Review, 12, 10.",
    # a volume named only as what holds another work
    "Smith, A. (2019). “Weirs,” in The Water Works of Lower Marden. Other Press.",
    # the author and year alone, and something else beside them
    "Doe 2019, The Gas Works",
    "(Doe and Smith 2019)",
    "(Poe 2001)",
    "(Doe 2018)",
    # a draft of what was printed later under the same title
    "Smith, A., “On the slow erosion of lead pipes under municipal squares in coastal towns”, work in\n  progress.",
    # nothing of a work
    "Ibid., 4.",
    "",
    "…",
    "the of and in",
]


@pytest.mark.parametrize("raw", OTHER_WORK, ids=[raw[:50] for raw in OTHER_WORK])
def test_another_work_is_not_tied(raw: str) -> None:
    found = tied(raw, *SHELF)
    assert (found.status, found.source) == (TieStatus.MISSING, ""), found.reason
    assert found.nearest_score < 0.8


BY_IDENTIFIER = [
    ("doi:10.1000/ABC", "doi:10.1000/abc", "the same DOI: 10.1000/abc"),
    ("url:https://doi.org/10.1000/abc", "doi:10.1000/abc", "the same DOI: 10.1000/abc"),
    ("rfc:2119", "rfc:2119", "the same RFC number: 2119"),
    ("doi:10.17487/RFC2119", "rfc:2119", "the same RFC number: 2119"),
    ("url:https://www.rfc-editor.org/rfc/rfc2119.txt", "rfc:2119", "the same RFC number: 2119"),
    ("arxiv:2101.00001v3", "arxiv:2101.00001", "the same arXiv number: 2101.00001"),
    ("url:https://arxiv.org/abs/2101.00001", "doi:10.48550/arXiv.2101.00001", "the same arXiv number: 2101.00001"),
    ("isbn:0306406152", "isbn:978-0-306-40615-7", "the same ISBN: 9780306406157"),
    ("reporter:478 U. S. 30", "reporter:478 U.S. 30", "the same place in the law reports: 478 U.S. 30"),
    ("url:http://www.example.org/a/#top", "url:https://example.org/a", "the same address: example.org/a"),
    ("url:https://example.org/a?utm_source=x&id=4", "url:example.org/a?id=4", "the same address: example.org/a?id=4"),
    (
        "url:https://web.archive.org/web/20200101000000/http://example.org/a",
        "url:https://example.org/a",
        "the same address: example.org/a",
    ),
    ("file:notes.pdf", "file:papers/notes.pdf", "the same file: notes.pdf"),
]


@pytest.mark.parametrize(("ours", "theirs", "reason"), BY_IDENTIFIER)
def test_a_shared_identifier_ties_whatever_the_words(ours: str, theirs: str, reason: str) -> None:
    found = tied(reference("quite other words", ids=ours), source("a", "A title", ids=theirs), *SHELF)
    assert (found.source, found.reason, found.score) == ("a", reason, 1.0)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("doi:10.1000/abc", "doi:10.1000/abcd"),
        ("rfc:211", "rfc:2119"),
        ("url:https://example.org/a", "url:https://example.org/b"),
        ("url:https://example.org/a?id=4", "url:https://example.org/a?id=5"),
        ("reporter:478 U.S. 30", "reporter:478 F.2d 30"),
        ("isbn:12345", "isbn:12345"),
        ("doi:", "doi:"),
        ("nonsense", "nonsense"),
    ],
)
def test_identifiers_that_differ_or_are_malformed_tie_nothing(ours: str, theirs: str) -> None:
    assert tied(reference("x", ids=ours), source("a", "A title", ids=theirs)).status is TieStatus.MISSING


def test_a_citation_key_is_the_catalogues_id() -> None:
    keyed = reference("", reference_id="Doe2019")
    assert tied(keyed, source("doe2019", "Whatever")).reason == "the same citation key: doe2019"
    assert tied(reference("", id="doe2019"), source("doe2019", "Whatever")).source == "doe2019"


@pytest.mark.parametrize("counted", ["3", "note-3", "fn3", "ref12", "entry:3", "note:3", "3~2"])
def test_a_running_number_is_no_citation_key(counted: str) -> None:
    shelf = [source(name) for name in ("3", "note-3", "fn3", "ref12")]
    assert tied(reference("", reference_id=counted), *shelf).status is TieStatus.MISSING


def test_the_surer_identifier_decides() -> None:
    both = reference("x", ids="url:https://example.org/list|doi:10.1000/abc")
    found = tied(both, source("page", ids="url:https://example.org/list"), source("paper", ids="doi:10.1000/abc"))
    assert found.source == "paper"


def test_two_sources_with_one_identifier_are_the_work_together() -> None:
    shelf = (source("one", "Weirs", ids="isbn:9780306406157"), source("two", "Taps", ids="isbn:9780306406157"))
    found = tied(reference("A book", ids="isbn:9780306406157"), *shelf)
    assert found.status is TieStatus.TIED
    assert set(found.leads_to) == {"one", "two"}


def test_of_two_opinions_in_one_case_both_are_searched_whatever_their_titles() -> None:
    shelf = (
        source("a", "Doe v. Roe Ltd", ids="reporter:12 U.S. 3"),
        source("b", "Doe v Roe", ids="reporter:12 U.S. 3"),
    )
    found = tied(reference("Doe v. Roe, 12 U.S. 3", ids="reporter:12 U.S. 3"), *shelf)
    assert set(found.leads_to) == {"a", "b"}


def test_likeness_chooses_between_the_chapters_of_one_book() -> None:
    shelf = (
        source("one", "Weirs of the north", "Doe, Jane", 2019, ids="isbn:9780306406157"),
        source("two", "Taps of the south", "Doe, Jane", 2019, ids="isbn:9780306406157"),
    )
    found = tied(reference("Doe, J. (2019). Taps of the south. In: Waters.", ids="isbn:9780306406157"), *shelf)
    assert found.source == "two"
    assert found.reason.startswith("the same ISBN, title")


@pytest.mark.parametrize(
    ("ours", "theirs"), [("doi:10.1/a", "doi:10.1/b"), ("rfc:1", "rfc:2"), ("arxiv:2101.00001", "arxiv:2101.00002")]
)
def test_identifiers_that_differ_forbid_a_tie_by_likeness(ours: str, theirs: str) -> None:
    ours, theirs = ours.replace("10.1/", "10.1000/"), theirs.replace("10.1/", "10.1000/")
    twin = source("twin", "The Water Works of Lower Marden", "Doe, Jane", 2019, ids=theirs)
    found = tied(reference("Doe, J. (2019). The water works of Lower Marden.", ids=ours), twin)
    assert found.status is TieStatus.MISSING
    assert "another" in found.reason
    assert found.nearest == "twin"


def test_another_address_or_binding_does_not_forbid_a_tie() -> None:
    mirror = source(
        "m", "The Water Works of Lower Marden", "Doe, Jane", 2019, ids="url:https://a.example/x|isbn:9780306406157"
    )
    raw = reference(
        "Doe, J. (2019). The water works of Lower Marden.", ids="url:https://b.example/y|isbn:9783161484100"
    )
    assert tied(raw, mirror).source == "m"


def test_two_copies_of_a_work_are_ambiguous() -> None:
    copy = source("copy", "The Water Works of Lower Marden", "Doe, Jane", 2019)
    found = tied("Doe, J. (2019). The water works of Lower Marden.", LOWER, copy)
    assert found.status is TieStatus.AMBIGUOUS
    assert "lower, copy" in found.reason
    assert found.source == ""


def test_two_entries_for_one_file_are_not_ambiguous() -> None:
    csl = {"title": "Taps", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2019]]}}
    shelf = (Source("one", "book.html", csl), Source("two", "book.html", csl))
    assert tied("Doe, J. (2019). Taps. Acme.", *shelf).status is TieStatus.TIED


def test_a_raw_text_that_names_two_works_is_ambiguous() -> None:
    found = tied("Jane Doe, “The Water Works of Lower Marden” (2019); Richard Roe, “Leaky pipes” (2015).", LOWER, PIPES)
    assert found.status is TieStatus.AMBIGUOUS


def test_the_more_alike_of_two_is_taken() -> None:
    upper = source("upper", "The Water Works", "Doe, Jane", 2019)
    assert tied("Doe, J. (2019). The water works of Lower Marden. Acme.", upper, LOWER).source == "lower"
    assert tied("Doe, J. (2019). The water works. Acme.", upper, LOWER).source == "upper"


def test_what_is_missing_names_the_nearest_and_what_differs() -> None:
    found = tied("Doe, J. (1998). The water works of Lower Marden. Acme Press.", *SHELF)
    assert (found.nearest, found.nearest_score) == ("lower", 0.75)
    assert found.reason == (
        "the nearest is “The Water Works of Lower Marden” (0.75): the year differs (2019, not 1998)"
    )


@pytest.mark.parametrize(
    ("raw", "lacking"),
    [
        ("Introduction. 2015.", "the title says too little without the author"),
        ("Roe, R. Introduction.", "the title says too little without the year"),
        ("Leaky pipes.", "the title says too little without the author and the year"),
        ("Doe, J. (1998). The water works of Lower Marden.", "the year differs (2019, not 1998)"),
    ],
)
def test_a_tie_that_was_not_made_says_what_is_missing(raw: str, lacking: str) -> None:
    assert tied(raw, *SHELF).lacking == lacking


def test_without_anything_like_it_no_nearest_is_named() -> None:
    found = tied("Zoe, Z. (1950). Quantum bakery.", *SHELF)
    assert (found.status, found.nearest, found.reason) == (TieStatus.MISSING, "", "no source in hand is like it")


def test_an_entry_without_a_file_is_known_but_missing() -> None:
    listed = Source("lower", "", LOWER.csl)
    found = tied("Doe, J. (2019). The water works of Lower Marden.", listed)
    assert (found.status, found.source, found.nearest) == (TieStatus.MISSING, "", "lower")
    assert "names no file" in found.reason


def test_csl_fields_stand_in_for_a_raw_text() -> None:
    by_fields = reference(
        "", title="The water works of Lower Marden", author=[{"family": "Doe"}], issued={"date-parts": [[2019]]}
    )
    assert tied(by_fields, *SHELF).source == "lower"
    short = reference(
        "(Doe 2019b)", author=[{"family": "Doe"}], issued={"date-parts": [[2019]]}, **{"year-suffix": "b"}
    )
    assert tied(short, *SHELF).status is TieStatus.MISSING


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [("(Doe 2019a)", "doe2019a"), ("(Doe 2019b)", "doe2019b"), ("(Doe 2019)", ""), ("(Doe 2019c)", "")],
)
def test_the_letter_after_the_year_tells_an_authors_works_apart(raw: str, wanted: str) -> None:
    shelf = (source("doe2019a", "Weirs", "Doe, Jane", 2019), source("doe2019b", "Taps", "Doe, Jane", 2019))
    assert tied(raw, *shelf).source == wanted


def test_every_reference_gets_a_tie() -> None:
    references = [reference(raw, reference_id=f"r{n}") for n, raw in enumerate([*OTHER_WORK, SAME_WORK[0][0]])]
    ties = tie(references, {one.id: one for one in SHELF})
    assert list(ties) == [one.id for one in references]
    assert all(made.reference == reference_id for reference_id, made in ties.items())


def test_no_sources_and_no_references_are_no_fault() -> None:
    assert tie([], {}) == {}
    assert tied("Doe 2019").status is TieStatus.MISSING
