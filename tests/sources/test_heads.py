"""What the lines at the head of a text say of its work, and what they are not taken to say. All works are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from works_factory import reference

from holdwater.extract.csl import parse_reference
from holdwater.read import read_bytes
from holdwater.sources.described import csl_of, identifiers_of
from holdwater.sources.heads import head_of
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.tie import Tying, tie

PROSE = "\n\nThe sluice was opened twice in the spring, and the lower town stood under water for nine days in all.\n"


def in_hand(head: str, name: str = "text") -> Source:
    """A plain text with this head in a file of this name, as a folder of sources has it."""
    document = read_bytes((head + PROSE).encode(), f"{name}.txt")
    return Source(name, f"{name}.txt", csl_of(document), identifiers_of(document))


def tied_to(cited: str, *sources: Source, ids: str = "") -> Tie:
    """The tie of a reference as it is read out of a note."""
    one = replace(reference(cited, ids=ids), csl=parse_reference(cited))
    return tie([one], {source.id: source for source in sources})[one.id]


BODY = "MARDEN WATER BOARD\n\nThe Upper Sluices: Repairs and Costs\n\nReport 9 of 2017"
PERSON = "Edda Voss\nThe Drowned Orchard\nLecture in the Corn Hall, Marden, 4 June 2015"
RELEASE = "FOR IMMEDIATE RELEASE\nJune 4, 2015\n\nMarden Trust Gives Two Mills to the Town"
SERIES = "MARDEN STATISTICS OFFICE\nBulletin 2016/03\nWater Use in Private Households, 2015\nReleased 9 May 2016"
WRAPPED = (
    "Lead pipes and the health of children in nineteen river towns: a long\ncohort study\n\nIda Loe, Carl Coe\n\n2018"
)
HEARING = "MARDEN TOWN COUNCIL\nCOMMITTEE ON MILLS AND WEIRS\nHearing of 4 June 2015\nUncorrected transcript"
YEARLY = "BOARD OF SLUICE INSPECTORS\nAnnual Report 2015"
JOURNAL = "Marden Water Review 12 (2015) 4-19\n\nLeaking weirs and how towns mend them\n\nRuth Roe and Jon Poe"
CASE = "Voss v. Marden Mills, 77 R.W. 130 (1961)\n\nCourt of Appeal of the River Counties"
PAPERS = "Daybook of Edda Voss\nMarden Town Archive, MA/7/2\n\n[fol. 3r]\nTo Jon Poe, 4 June 1815."
SUBTITLED = "THE DROWNED ORCHARD\nA Life of the Upper Weir\n\nEdda Voss\n\nCorn Press, Marden, 2009"
CHAPTER = "Edda Voss\nThe Drowned Orchard\nCorn Press, 2009\n\nChapter 4. The Weir\n\n[p. 93]"
REPORT = (
    "REPORT from the UPPER HOUSE on the CLOSING OF WEIRS\nOrdered to be printed, 1 June 1818.\n\nMINUTES OF EVIDENCE."
)
ESSAYS = "IDA M. LOE\n\nSTILL WATER: ESSAYS ON WEIRS AND MILLS\n\nMarden: Corn Press, 1974\n44    STILL WATER"
STAFF = "WEST MARDEN WATER COMMISSION\nStaff Paper on the Closing of Weirs\nDocket No. M-7\nJune 2017\n\nI. SUMMARY"
OPINION = (
    "COURT OF MARDEN\n\nPOE et al. v. UPPER WATER DISTRICT\n\nArgued May 9, 1958. Decided June 4, 1959.\n\n71 R.W. 19"
)
DEBATE = "MARDEN TOWN COUNCIL\nREPORT OF DEBATES\nThursday 4 June 2015\n\nThe Weirs Bill"
SPANNED = "Dry Streets: Fires and Wells in Marden, 1810-1822\n\nIda Loe and Carl Coe\n\nMarden Letters 7 (2019), 8-20"
LONG_BODY = "NATIONAL COMMISSION ON THE SAFETY OF HARBOURS\n\nThe Piers of Marden\n\n2015"
INQUIRY = "UPPER WEIR INQUIRY\nRECORD OF EVIDENCE: DAY 4\nMonday, 4 June 1985"

NAMED = [
    ("Marden Water Board, The Upper Sluices: Repairs and Costs, Report 9, 2 May 2017, p. 3.", BODY),
    ("Marden Water Board. (2017). The upper sluices: Repairs and costs. Marden.", BODY),
    ("Edda Voss, 'The Drowned Orchard', lecture in the Corn Hall, Marden, 4 June 2015.", PERSON),
    ("Voss, E. (2015). The drowned orchard.", PERSON),
    ('Marden Trust press release, "Marden Trust Gives Two Mills to the Town," June 4, 2015.', RELEASE),
    ("Marden Statistics Office, Water Use in Private Households, 2015, 9 May 2016.", SERIES),
    ('Loe, I., & Coe, C. (2018). "Lead pipes and the health of children in nineteen river towns: a long cohort study." '
     "Annals of Plumbing 3(1): 1-9.", WRAPPED),
    ("Committee on Mills and Weirs, hearing of 4 June 2015, uncorrected transcript.", HEARING),
    ("Board of Sluice Inspectors, Annual Report 2015.", YEARLY),
    ("Board of Sluice Inspectors. (2015). Annual report.", YEARLY),
    ('R. Roe and J. Poe, "Leaking weirs and how towns mend them", Marden Water Review 12 (2015), p. 5.', JOURNAL),
    ("Voss v. Marden Mills, 77 R.W. 130, 133 (1961).", CASE),
    ("Edda Voss to Jon Poe, 4 June 1815, Daybook of Edda Voss, MA/7/2, fol. 3r, Marden Town Archive.", PAPERS),
    ("Edda Voss, The Drowned Orchard: A Life of the Upper Weir (Marden: Corn Press, 2009), 95.", SUBTITLED),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.", SUBTITLED),
    ('"Record of Evidence: Day 4", Upper Weir Inquiry, 4 June 1985.', INQUIRY),
    ("Ida M. Loe, Still Water: Essays on Weirs and Mills 45 (1974).", ESSAYS),
    ("W. Marden Water Comm’n, Staff Paper on the Closing of Weirs, No. M-7, pt. I (June 2017)[hereinafter SP].", STAFF),
    ("Poe v. Upper Water Dist., 71 R.W. 19, 22 (1959).", OPINION),
    ("Edda Voss to Ida Loe, 2 May 1816, MTA, MA/7/2, fol. 9v.", PAPERS),
    ("Marden Town Council, Report of Debates, 4 June 2015.", DEBATE),
    ("I. Loe and C. Coe, “Dry Streets: Fires and Wells in Marden”, Marden Letters 7 (2019).", SPANNED),
    ("Edda Voss, 'The Drowned Orchard', lecture, Marden, 4 June 2015.", f"Retrieved on 9 May 2020\n{PERSON}"),
    ("Edda Voss, 'The Drowned Orchard', lecture, Marden, 4 June 2015 (accessed 9 May 2020).", PERSON),
    ("Voss v. Marden Mills, 77 R.W. 130, 133 (1961).", f"Cite as: 77 R.W. 130 (1961)\n{CASE}"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.", f"{SUBTITLED}\n\nExtract"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.", CHAPTER),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), chap. 4, p. 95.", CHAPTER),
    ("Report from the Upper House on the Closing of Weirs (1818), Q. 21.", REPORT),
    ("National Commission on the Safety of Harbours, The Piers of Marden (2015).", LONG_BODY),
    ("Marden Statistics Office, Bulletin 2016/03.", SERIES),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), NAMED)
def test_a_work_is_known_by_a_title_on_any_line_of_the_head(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is TieStatus.TIED, tied.reason


@pytest.mark.parametrize(("cited", "head"), NAMED)
def test_what_stands_at_a_head_is_the_name_of_a_source_in_hand(cited: str, head: str) -> None:
    assert Tying({"text": in_hand(head)}).names(reference(cited))


OTHERS = [
    # of one body: another report, another number, another year, another date
    ("Marden Water Board, The Lower Sluices: Repairs and Costs, Report 9, 2 May 2017, p. 3.", BODY),
    ("Marden Water Board, The Upper Sluices: Repairs and Costs, Report 11, 2 May 2017.", BODY),
    ("Marden Water Board, The Upper Sluices: Repairs and Costs, 2012.", BODY),
    ("Marden Statistics Office, Water Use in Private Households, 2014, 11 May 2015.", SERIES),
    ("Marden Statistics Office, Water Use in Private Households, 2014, 9 May 2016.", SERIES),
    ("Marden Statistics Office, Annual Report, 9 May 2016.", SERIES),
    ("Committee on Mills and Weirs, hearing of 9 June 2015, uncorrected transcript.", HEARING),
    ("Committee on Mills and Weirs, The Mill Streams of Marden (2015).", HEARING),
    ("Board of Sluice Inspectors, Annual Report 2014.", YEARLY),
    ("Board of Sluice Inspectors, Annual Review 2015.", YEARLY),
    ("Board of Weir Inspectors, Annual Report 2015.", YEARLY),
    ('"Record of Evidence: Day 5", Upper Weir Inquiry, 5 June 1985.', INQUIRY),
    ("National Commission on the Safety of Harbours, The Cranes of Marden (2015).", LONG_BODY),
    ("National Commission on the Safety of Harbours. (2015). Cranes.", LONG_BODY),
    ("National Commission on the Safety of Harbours, written evidence, 4 June 2015.", LONG_BODY),
    ("Marden Statistics Office, Bulletin 2016/04.", SERIES),
    ("Ida M. Loe, Deep Water: Essays on Weirs and Mills 45 (1974).", ESSAYS),
    ("W. Marden Water Comm’n, Staff Paper on the Opening of Weirs, Docket No. M-7, pt. I (June 2017).", STAFF),
    ("N. Marden Water Comm’n, Staff Paper on the Closing of Weirs, Docket No. M-9 (June 2014).", STAFF),
    ("Poe v. Upper Water Dist., 88 R.W. 4, 22 (1959).", OPINION),
    ("Roe v. Lower Mills, 71 R.W. 19, 22 (1959).", OPINION),
    ("Ida Loe to Jon Poe, 4 June 1815, MTA, MA/7/2, fol. 9v.", PAPERS),
    ("Edda Voss to Ida Loe, 2 May 1816, MTA, MA/7/21, fol. 9v.", PAPERS),
    ("Edda Voss, The Burnt Mill, HC 2014/15.", "HC 2014/15\nEdda Voss\nThe Drowned Orchard"),
    ("Edda Voss, The Burnt Mill, DOI 10.5555/17.", "Edda Voss\nThe Drowned Orchard\nSee DOI 10.5555/17 and others"),
    ("Marden Town Council, Report of Debates, 5 June 2015.", DEBATE),
    ("Marden Town Council, Report of Votes, 4 June 2015.", DEBATE),
    ("I. Loe and C. Coe, Dry Streets: Fires and Wells in Marden, 1823-1840 (2019).", SPANNED),
    # of one person: another work; of another person: one title
    ("Edda Voss, 'The Burnt Orchard', lecture in the Corn Hall, Marden, 4 June 2015.", PERSON),
    ("Jon Poe, 'The Drowned Orchard', The Marden Lantern, 2015.", PERSON),
    ("Edda Voss, The Drowned Orchard: Poems (Marden: Corn Press, 2002).", SUBTITLED),
    ("Edda Voss, 'The Ferryman', in Drowned Orchards, ed. Jon Poe (2015), 4.", PERSON),
    # another decision in one case, another article of one volume, another volume of papers
    ("Voss v. Marden Mills, 81 R.W. 12, 14 (1961).", CASE),
    ('R. Roe, "Weirs of the north", Marden Water Review 12 (2015), pp. 40-51.', JOURNAL),
    ("Edda Voss to Jon Poe, 4 June 1815, Daybook of Edda Voss, MA/7/3, fol. 3r, Marden Town Archive.", PAPERS),
    # texts about the work
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.",
     "Review of The Drowned Orchard\nby Edda Voss\n\nJon Poe\nMarden Lantern, 2009"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.",
     "THE DROWNED ORCHARD\nby Edda Voss (Corn Press, 2009)\n\nReviewed by Jon Poe"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.",
     "On The Drowned Orchard\nA talk with Edda Voss, 2009"),
    # a part of the work, the work that holds it, a sequel
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), ch. 5, p. 120.",
     "Edda Voss\nThe Drowned Orchard\nChapter 4: The Weir\n2009"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.",
     "Edda Voss\nThe Drowned Orchard\nPart Two: The Weir\n2009"),
    ("Edda Voss, 'The Weir', in The Drowned Orchard (Corn Press, 2009), ch. 4.",
     "Edda Voss\nThe Drowned Orchard\nCorn Press, 2009"),
    ("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.",
     "Edda Voss\nThe Drowned Orchard II\nCorn Press, 2009"),
]  # fmt: skip


@pytest.mark.parametrize(("cited", "head"), OTHERS)
def test_a_text_of_the_same_body_person_or_subject_is_not_tied(cited: str, head: str) -> None:
    tied = tied_to(cited, in_hand(head))

    assert tied.status is not TieStatus.TIED, tied.reason


def test_of_two_texts_with_one_title_the_one_of_the_year_is_taken() -> None:
    old, new = in_hand(SUBTITLED.replace("2009", "2002"), "old"), in_hand(SUBTITLED, "new")

    assert tied_to("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.", old, new).source == "new"


def test_two_texts_that_say_the_same_leave_a_reference_untied() -> None:
    one, other = in_hand(SUBTITLED, "one"), in_hand(SUBTITLED, "other")
    tied = tied_to("Edda Voss, The Drowned Orchard (Corn Press, 2009), p. 95.", one, other)

    assert tied.status is TieStatus.AMBIGUOUS


@pytest.mark.parametrize(
    "cited",
    [
        "The Drowned Orchard is also the name of a public house in Marden, opened in 2009.",
        "Voss and others have said so of Marden since 2009.",
        "Compare what the Corn Press in Marden printed in 2009.",
    ],
)
def test_prose_that_shares_words_with_a_head_names_no_source(cited: str) -> None:
    assert not Tying({"text": in_hand(SUBTITLED)}).names(reference(cited))


ADDRESS = "https://marden.example/lectures/voss-2015"


@pytest.mark.parametrize(
    "line",
    [
        ADDRESS,
        f"<{ADDRESS}>",
        f"URL: {ADDRESS}",
        f"Source: {ADDRESS}",
        f"Source URL: {ADDRESS}/",
        f"Retrieved from {ADDRESS} on 3 May 2016",
        f"Retrieved from: {ADDRESS} (accessed 3 May 2016)",
        f"Available at: {ADDRESS}",
        f"Downloaded {ADDRESS}, 3 May 2016",
    ],
)
def test_an_address_on_a_line_of_the_head_is_the_address_of_the_text(line: str) -> None:
    source = in_hand(f"{line}\nEdda Voss\nThe Drowned Orchard")
    tied = tied_to(ADDRESS, source, ids=f"url:{ADDRESS}")

    assert tied.reason == "the same address: marden.example/lectures/voss-2015"
    assert "http" not in str(source.csl.get("title"))


@pytest.mark.parametrize(
    "head",
    [
        "Edda Voss\nThe Drowned Orchard\nhttps://marden.example/",  # the site of whoever publishes it
        f"A talk about {ADDRESS} and other things\nJon Poe",
        f"Reply to Edda Voss\n{ADDRESS}\nJon Poe",
        f"{ADDRESS}\nhttps://marden.example/lectures/poe-2016\nTwo lectures",
    ],
)
def test_an_address_that_may_be_another_texts_identifies_nothing(head: str) -> None:
    assert in_hand(head).identifiers == ()


def marked_up(head: str) -> tuple[str, ...]:
    """The identifiers of a text in Markdown with this head."""
    return identifiers_of(read_bytes((head + PROSE).encode(), "text.md"))


@pytest.mark.parametrize(
    "head",
    [
        f"# The Drowned Orchard\n\n## Edda Voss\n\nSource: {ADDRESS}\n\n---",
        f"Source: <{ADDRESS}>\n\n# The Drowned Orchard",
        f"# The Drowned Orchard\n\n- **URL:** {ADDRESS}\n- **By:** Edda Voss",
        f"# The Drowned Orchard\n\n*Retrieved from {ADDRESS} on 3 May 2016*",
        f"# The Drowned Orchard\n\nSource: [marden.example]({ADDRESS})",
        f"# The Drowned Orchard\n\n> Original: [Lectures in the Corn Hall]({ADDRESS}).",
        f"---\ntitle: The Drowned Orchard\nsource: {ADDRESS}\n---\n\n# The Drowned Orchard",
    ],
)
def test_a_text_in_markdown_gives_its_address_as_a_plain_one_does(head: str) -> None:
    assert marked_up(head) == (f"url:{ADDRESS}",)


@pytest.mark.parametrize(
    "head",
    [
        "# The Drowned Orchard\n\nSource: https://marden.example/",
        f"# The Drowned Orchard\n\nBy [Edda Voss]({ADDRESS})",
        f"# The Drowned Orchard\n\n[Read more]({ADDRESS})",
        f"# The Drowned Orchard\n\nSee also: [the reply]({ADDRESS})",
        f"# The Drowned Orchard\n\n| mill | rent |\n|---|---|\n| Upper | 4 |\n\nSource: {ADDRESS}",
        f"# The Drowned Orchard{PROSE}\nSource: {ADDRESS}",
        "---\ntitle: The Drowned Orchard\nsource: Marden Lantern\n---\n\n# The Drowned Orchard",
    ],
)
def test_an_address_in_markdown_that_is_a_tables_or_another_texts_identifies_nothing(head: str) -> None:
    assert marked_up(head) == ()


def test_the_address_that_front_matter_calls_url_goes_before_the_others() -> None:
    fields = f"---\ntitle: The Drowned Orchard\nurl: {ADDRESS}\nlink: https://poe.example/reply\n---\n"
    assert marked_up(fields) == (f"url:{ADDRESS}",)


@pytest.mark.parametrize(
    "line",
    [
        "doi: 10.5555/marden.2018.7",
        "https://doi.org/10.5555/marden.2018.7",
        "Annals of Plumbing 3, 1-9. DOI 10.5555/marden.2018.7",
    ],
)
def test_a_doi_on_a_line_of_the_head_identifies_the_text(line: str) -> None:
    assert in_hand(f"{WRAPPED}\n{line}").identifiers == ("doi:10.5555/marden.2018.7",)


def test_an_isbn_on_a_line_of_the_head_identifies_the_text() -> None:
    assert in_hand(f"{SUBTITLED}\nISBN 978-0-306-40615-7").identifiers == ("isbn:9780306406157",)


@pytest.mark.parametrize(
    "head",
    [
        "Comment on “Lead pipes”\nJon Poe\nhttps://doi.org/10.5555/marden.2018.7",
        "Correction\nLead pipes and children\ndoi: 10.5555/marden.2018.7",
        "Lead pipes\ndoi: 10.5555/marden.2018.7\ndoi: 10.5555/marden.2018.8",
        "Lead pipes\nAs was shown by Loe in doi:10.5555/marden.2018.7 some years ago, pipes leak",
    ],
)
def test_a_doi_that_may_be_another_works_identifies_nothing(head: str) -> None:
    assert in_hand(head).identifiers == ()


LINK = "https://marden.example/files/two-mills-given.pdf"


@pytest.mark.parametrize(
    "head", ["Marden Trust\n\nTWO MILLS GIVEN\nWhat the town got", "A gift to the town\n\nMarden Trust\n\n8 June 2015"]
)
def test_a_file_called_as_the_page_of_the_address_is_that_page(head: str) -> None:
    tied = tied_to("Marden Trust", in_hand(head, "two-mills-given"), ids=f"url:{LINK}")

    assert tied.source == "two-mills-given"


def test_a_text_with_the_name_of_the_page_on_a_line_is_that_page() -> None:
    tied = tied_to(
        "Marden Trust", in_hand("Marden Trust\n\nTWO MILLS GIVEN\nWhat the town got", "gift"), ids=f"url:{LINK}"
    )

    assert tied.source == "gift"


@pytest.mark.parametrize(
    ("name", "head", "ids"),
    [
        ("gift", "Marden Lantern\n\nTWO MILLS GIVEN", f"url:{LINK}"),  # of somebody else
        ("two-mills-given", "Jon Poe\n\nNotes on weirs", f"url:{LINK}"),  # nothing of it agrees
        ("two-mills-sold", "Marden Trust\n\nTWO MILLS SOLD", f"url:{LINK}"),
        ("report", "Marden Trust\n\nREPORT", "url:https://marden.example/files/report.pdf"),
        ("two-mills-given", "https://poe.example/two-mills-given\nMarden Trust\nTWO MILLS GIVEN", f"url:{LINK}"),
    ],
)
def test_a_name_like_an_addresss_is_not_enough(name: str, head: str, ids: str) -> None:
    assert tied_to("Marden Trust", in_hand(head, name), ids=ids).status is not TieStatus.TIED


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A\nB\n\n" + "word " * 80 + ".", ["A", "B"]),
        ("The Orchard\n\nIt was sold in the spring of that year to a miller.\n\nThe end", ["The Orchard"]),
        ("The Orchard\n\nAbstract\n\nIt was sold", ["The Orchard"]),
        ("The Orchard\nPoe\nIt was sold in the spring of that year to a miller.", ["The Orchard", "Poe"]),
        ("word " * 200, []),
        ("", []),
    ],
)
def test_the_head_ends_where_prose_begins(text: str, lines: list[str]) -> None:
    assert head_of(text) == lines


@pytest.mark.parametrize(
    "cited",
    [
        "Marden County Council, *Annual Report 2018* (2019), p. 2.",
        "Marden County Council (2019). Annual Report 2018.",
        "Annual Report 2018, Marden County Council, 2019.",
    ],
)
def test_a_yearly_report_is_the_one_whose_year_is_in_its_title_not_the_one_of_the_year_it_came_out(cited: str) -> None:
    first, second = (in_hand(f"MARDEN COUNTY COUNCIL\n\nANNUAL REPORT {year}", str(year)) for year in (2018, 2019))
    assert tied_to(cited, first, second).source == "2018"
    assert tied_to(cited, second).status is TieStatus.MISSING
