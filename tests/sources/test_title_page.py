"""What is printed where a text begins, against what its file says of itself. All works are invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from works_factory import reference

from holdwater.document import Block, BlockKind, Document, Part, Span
from holdwater.extract.csl import parse_reference
from holdwater.read import read_bytes
from holdwater.sources.described import csl_of, identifiers_of, look_into
from holdwater.sources.filenames import FILE_MADE
from holdwater.sources.model import Source
from holdwater.sources.tie import Tying, tie
from holdwater.sources.title_page import printed_year, title_page
from holdwater.sources.works import year_of

PROSE = "The sluice was opened twice in the spring, and the lower town stood under water for nine days in all."


def printed(*lines: str, kind: str = "pdf", **fields: str) -> Document:
    """A document with these lines before its prose, the shortest of which are set as headings, and these fields."""
    text, blocks = "", []
    for line in (*lines, PROSE):
        span = Span(len(text), len(text) + len(line))
        blocks.append(Block(span, BlockKind.PARAGRAPH if line == PROSE else BlockKind.HEADING))
        text += line + "\n\n"
    return Document(text, "scan." + kind, kind, tuple(blocks), metadata=fields)


def page(body: str, title: str, head: str = "") -> Document:
    """A web page with this title and body."""
    raw = f"<html><head><title>{title}</title>{head}</head><body>{body}<p>{PROSE}</p></body></html>"
    return read_bytes(raw.encode(), "page.html")


def tied(cited: str, *documents: Document) -> str:
    """The id of the source that a reference is tied to, as it is read out of a note; "" if to none."""
    sources = {
        f"s{number}": Source(f"s{number}", one.name, csl_of(one), identifiers_of(one))
        for number, one in enumerate(documents)
    }
    one = replace(reference(cited), csl=parse_reference(cited))
    return tie([one], sources)[one.id].source


WEIRS = ("Weirs of the Lower Marden", "Edda Voss and Carl van der Coe", "Marden Water Board", "June 2014")
CITED = "Voss, E. and van der Coe, C., “Weirs of the Lower Marden”, Marden Water Board, Report 2014/03, June 2014."
MILLS = ("MARDEN COLLEGE · WORKING PAPER 7 · MARCH 2019", "What a mill costs: water rights and rents after the flood")
MILLS_CITED = "Loe, I. and Poe, J., “What a mill costs: water rights and rents after the flood”, Working Paper 7, 2019."
PEOPLE = "Ida Loe1 and Jon Poe2"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["Weirs", "June 2014"], 2014),
        (["Weirs", "4 June 2014"], 2014),
        (["Weirs", "Marden, June 4th, 2014"], 2014),
        (["Monday, 4 June 1951"], 1951),
        (["BULLETIN 12 · 2014-06-04"], 2014),
        (["Published on 4 June 2014 | Updated 9 May 2019"], 2014),
        (["Weirs", "© 2014 Marden Water Board"], 2014),
        (["Weirs", "1898"], 1898),
        (["Weirs (June 2014)"], 2014),
        (["June 2014", "Downloaded from the archive on 3 March 2026"], 2014),
        (["Received 4 June 2014; accepted 9 May 2015"], None),
        (["The Flood of May 1968"], None),
        (["Water Use, 1990-2010"], None),
        (["Report 2014/03"], None),
        (["4 June 2014", "9 May 2019"], None),
        ([], None),
    ],
)
def test_a_date_on_a_line_of_its_own_is_that_of_the_work(lines: list[str], year: int | None) -> None:
    assert printed_year(lines) == year


def test_the_printed_date_goes_before_that_of_the_file() -> None:
    assert year_of(csl_of(printed(*WEIRS, title=WEIRS[0], date="2026-11-23"))) == 2014
    assert year_of(csl_of(printed(*WEIRS, date="2026-11-23"))) == 2014
    assert year_of(csl_of(printed(*WEIRS, title=WEIRS[0], date="2026-11-23", kind="docx"))) == 2014


def test_no_work_is_dated_long_after_its_file_was_made() -> None:
    csl = csl_of(printed("Weirs of the Lower Marden", "June 2034", title=WEIRS[0], date="2014-11-23"))
    assert year_of(csl) == 2014
    assert csl["custom"]["issued-from"] == FILE_MADE  # type: ignore[index]


def test_the_date_that_a_page_gives_of_itself_stands() -> None:
    head = '<meta name="date" content="2013-02-01">'
    assert year_of(csl_of(page("<h1>Weirs</h1><p>4 June 2019</p>", "Weirs", head))) == 2013


@pytest.mark.parametrize("made", ["2026-11-23", "2014-06-09", "2009-01-02"])
@pytest.mark.parametrize("title", ["Weirs of the Lower Marden", "Microsoft Word layout", "Weirs"])
def test_a_title_page_ties_a_file_whatever_its_fields_say(title: str, made: str) -> None:
    assert tied(CITED, printed(*WEIRS, title=title, date=made)) == "s0"


def test_a_year_in_a_number_or_beside_a_place_bears_a_tie_out() -> None:
    numbered = ("Weirs of the Lower Marden", "Edda Voss and Carl van der Coe", "Report 2014/03")
    placed = ("Weirs of the Lower Marden", "Edda Voss and Carl van der Coe", "Corn Press, Marden 2014")
    for lines in (numbered, placed):
        assert tied(CITED, printed(*lines, title=WEIRS[0], date="2026-11-23")) == "s0"


def test_a_short_title_in_the_file_goes_with_the_full_one_on_the_page() -> None:
    assert tied(MILLS_CITED, printed(*MILLS, PEOPLE, title="What a mill costs", date="2019-03-04")) == "s0"
    assert tied(MILLS_CITED, printed(*MILLS, PEOPLE, title="What a mill costs", date="2026-03-04")) == "s0"
    html = page(f"<h1>{MILLS[1]}</h1><p>{PEOPLE}, March 2019</p>", "What a mill costs – Marden College")
    assert tied(MILLS_CITED, html) == "s0"


@pytest.mark.parametrize(
    "below",
    [
        "<p class='byline'>By Edda Voss, 4 June 2014</p>",
        "<div>Edda Voss</div><time>4 June 2014</time>",
        "<p>Edda Voss · 4 June 2014 · 6 min read</p>",
        "<p>The river, year by year</p><p>Text: Edda Voss. Published 4 June 2014</p>",
    ],
)
def test_a_byline_and_a_date_below_the_heading_of_a_page_say_whose_it_is(below: str) -> None:
    body = f"<div>We value your privacy.</div><nav>Home News</nav><h1>Four Weirs</h1>{below}"
    cited = "Voss, E., “Four Weirs”, 2014."
    assert tied(cited, page(body, "Four Weirs")) == "s0"
    assert tied(cited, page(body, "Four Weirs | Marden Gazette")) == "s0"
    assert tied("Roe, R., “Four Weirs”, 2014.", page(body, "Four Weirs")) == ""
    assert tied("Voss, E., “Four Weirs”, 2010.", page(body, "Four Weirs")) == ""


@pytest.mark.parametrize(
    ("cited", "lines", "fields"),
    [
        # another issue of a series, whose year is printed
        (
            "Marden Water Board, State of the Weirs, 2022.",
            ("State of the Weirs", "Marden Water Board", "June 2024", "With the figures of 2022"),
            {"title": "State of the Weirs", "date": "2026-01-01"},
        ),
        # made in the year of its printed number, and only its figures are of the cited year
        (
            "Marden Water Board, State of the Weirs, 2022.",
            ("State of the Weirs", "Marden Water Board", "Report 2024/03", "With the figures of 2022"),
            {"title": "State of the Weirs", "date": "2024-01-01"},
        ),
        # nothing printed bears the cited year out
        (
            "Marden Water Board, State of the Weirs, 2019.",
            ("State of the Weirs", "Marden Water Board"),
            {"title": "State of the Weirs", "date": "2024-01-01", "author": "Marden Water Board"},
        ),
        # a review, by somebody else
        (
            "Edda Voss, The Drowned Orchard (2009).",
            ("The Drowned Orchard", "Edda Voss, Corn Press, 2009", "Ann Roe"),
            {"title": "The Drowned Orchard", "date": "2009-01-01", "author": "Ann Roe"},
        ),
        # a part, and another subtitle
        (MILLS_CITED, (MILLS[0], MILLS[1] + " II", PEOPLE), {"title": "What a mill costs", "date": "2019-01-01"}),
        (
            MILLS_CITED,
            (MILLS[0], "What a mill costs: a reply to the board", PEOPLE),
            {"title": "What a mill costs", "date": "2019-01-01"},
        ),
        # named further down, in the list of what else came out
        (
            CITED,
            ("Mills of the Marden", "Ida Loe", "June 2014", PROSE, "Weirs of the Lower Marden", "Edda Voss"),
            {"title": "Mills of the Marden", "date": "2014-01-01"},
        ),
    ],
)
def test_a_title_page_of_another_work_makes_no_tie(cited: str, lines: tuple[str, ...], fields: dict[str, str]) -> None:
    assert tied(cited, printed(*lines, **fields)) == ""


def test_of_two_reports_of_a_series_the_one_with_the_printed_year_is_taken() -> None:
    both = [
        printed("State of the Weirs", "Marden Water Board", date, title="State of the Weirs", date="2026-01-01")
        for date in ("June 2022", "June 2024")
    ]
    assert tied("Marden Water Board, State of the Weirs, 2022.", *both) == "s0"
    assert tied("Marden Water Board, State of the Weirs, 2024.", *both) == "s1"


def test_the_page_of_a_screen_begins_with_the_heading_that_bears_its_title() -> None:
    html = page("<div>Cookies</div><h2>Most read</h2><h1>Four Weirs</h1><p>By Edda Voss</p>", "Four Weirs - Gazette")
    assert title_page(html) == ["Four Weirs", "By Edda Voss"]
    assert title_page(page("<h1>Subscribe now</h1><p>By Edda Voss</p>", "Four Weirs")) == []


@pytest.mark.parametrize(
    "listed", ["<h2>Four Weirs</h2><p>By Edda Voss, 4 June 2014</p>", "<p>Four Weirs</p><p>Edda Voss, 2014</p>"]
)
def test_a_page_that_lists_a_work_is_not_that_work(listed: str) -> None:
    html = page(f"<h1>News of the board</h1>{listed}<p>Mills for sale</p>", "News of the board | Marden Water Board")
    assert tied("Voss, E., “Four Weirs”, 2014.", html) == ""


def test_furniture_of_a_page_is_not_its_title_page() -> None:
    document = printed("12", *WEIRS, title=WEIRS[0])
    running = replace(document.blocks[0], kind=BlockKind.FURNITURE, part=Part.NAVIGATION)
    assert title_page(replace(document, blocks=(running, *document.blocks[1:]))) == list(WEIRS)


def test_a_reference_in_passing_names_a_file_by_its_title_page() -> None:
    document = printed(*WEIRS, title=WEIRS[0], date="2026-01-01")
    shelf = {"weirs": Source("weirs", "weirs.pdf", csl_of(document))}
    assert Tying(shelf).names(reference(CITED))
    assert not Tying(shelf).names(reference("Roe, R., Eels of the Upper Marden, 2014."))


def test_the_year_in_the_name_of_a_file_goes_before_that_of_its_making(tmp_path: Path) -> None:
    mill = Path(__file__).parents[1] / "formats/texts/mill.pdf"
    file = tmp_path / "Voss - 1999 - The mill.pdf"
    file.write_bytes(mill.read_bytes())
    named = Source("voss", str(file), {"title": "The mill", "issued": {"date-parts": [[1999]]}})
    assert year_of(look_into(named, file).csl) == 1999
