"""Plain text in pages: what pdftotext writes, with a form feed behind each page. The texts are made up."""

from __future__ import annotations

import pytest
from reading_checks import assert_sound, misplaced

from holdwater.document import Document
from holdwater.read.plain import read as read_plain

WORDS = (
    "The lock was dug by hand in the dry summer, and the earth was carried off\nin barges that came back with lime.",
    "Boats paid by the ton. Nobody was let off, whatever he said of his cargo,\nand few of them said anything.",
    "A lamp hung at each gate. The oil came up from the town on Mondays, where\nit was measured twice.",
    "Ice closed the pound for nine weeks. The horses ate what had been put by,\nand the men mended nets.",
    "Two clerks kept one book. What the first had written, the second struck\nout in red on the next day.",
    "When the pumps came the old keeper went home. His cottage is a shop now,\nand sells oars to visitors.",
)


def read(raw: str) -> Document:
    document = read_plain(raw, "book.txt")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def paged(head: str = "", foot: str = "", *, first: int = 11, words: tuple[str, ...] = WORDS) -> str:
    """Pages with their head and foot; `{}` is the page's number."""
    pages = []
    for number, page in enumerate(words, first):
        above, below = head.format(number), foot.format(number)
        pages.append((above and above + "\n\n") + page + "\n" + (below and "\n" + below + "\n"))
    return "\f".join(pages) + "\f"


def page_of(document: Document, words: str) -> str | None:
    return document.page_at(document.text.index(words))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", ""),
        ("", "{}"),
        ("{}", ""),
        ("", "- {} -"),
        ("", "                              {}"),
        ("THE OLD LOCK", ""),
        ("THE OLD LOCK    {}", ""),
        ("{}  The Old Lock", ""),
        ("{}\n\nThe Old Lock", ""),
        ("The Old Lock | {}", "Printed for the owners"),
        ("", "Page {} of 60"),
        ("Marsh                    The Old Lock                   [Page {}]", ""),
    ],
)
def test_heads_and_feet_are_cut_and_every_line_of_the_words_is_kept(head: str, foot: str) -> None:
    document = read(paged(head, foot))
    for page in WORDS:
        assert page in document.text
    for line in (head, foot):
        name = line.format("").strip(" -|\n")
        assert not name or document.text.count(name) <= 1  # the first is the text's title
    assert "12" not in document.text
    assert page_of(document, WORDS[3][:20]) == ("14" if "{}" in head + foot else None)


def test_the_first_line_of_a_page_is_kept_behind_its_form_feed() -> None:
    raw = "The old lock.\n\fBoats paid by the ton.\nNobody was let off.\n\f\nIt froze.\n"
    assert read(raw).text.split() == raw.split()
    running = read("He looked after both of the gates, and\n\fof late after the sluice as well.\n\fHe died.\n")
    assert "gates, and\nof late after" in running.text


def test_left_and_right_pages_have_their_numbers_on_their_own_sides() -> None:
    pages = paged("{}").split("\f")
    heads = [f"{n}      WATER AND STONE" if n % 2 else f"THE OLD LOCK      {n}" for n in range(11, 17)]
    document = read("\f".join(head + page[2:] for head, page in zip(heads, pages, strict=False)))
    assert [page.label for page in document.pages] == ["11", "12", "13", "14", "15", "16"]
    assert "WATER" not in document.text


def test_a_sentence_goes_on_over_a_head_with_its_number() -> None:
    raw = paged("THE OLD LOCK      {}").replace("said anything.", "said that").replace("A lamp hung", "a lamp hung")
    assert "few of them said that\na lamp hung at each gate" in read(raw).text


def test_a_page_without_a_number_has_that_which_is_left_out() -> None:
    document = read(paged("{}").replace("\f13\n\n", "\f"))
    assert page_of(document, "A lamp hung") == "13"
    ends = read(paged("{}").replace("\f16\n\n", "\f").replace("11\n\n", ""))
    assert page_of(ends, "The lock was") is None
    assert page_of(ends, "When the pumps") is None


def test_pages_of_a_preface_have_letters() -> None:
    raw = "".join(f"{page}\n\n{label}\n\f" for page, label in zip(WORDS, "v vi vii viii 1 2".split(), strict=True))
    document = read(raw)
    assert page_of(document, "A lamp hung") == "vii"


@pytest.mark.parametrize("title", ["The Old Lock\n\n1988\n\f", "The Old Lock\nMara Wray\n1988\n\f"])
def test_a_year_at_the_end_of_a_title_page_is_no_page(title: str) -> None:
    for raw in (title + paged("{}"), title + paged("{}   THE OLD LOCK", words=WORDS[:2])):
        document = read(raw)
        assert "1988" in document.text
        assert page_of(document, "The lock was") == "11"
    assert not read(title + paged()).pages


def test_a_volume_may_have_more_than_a_thousand_pages() -> None:
    assert page_of(read(paged("", "{}", first=1871)), "A lamp hung") == "1873"


def test_a_browsers_count_of_what_it_prints_is_no_page() -> None:
    document = read(paged("", "{}/6", first=1))
    assert not document.pages
    assert "3/6" not in document.text


def test_printed_numbers_win_over_a_count_of_the_files_pages() -> None:
    raw = paged("{}", first=204).replace("\f", "\n#\n\f")
    for number in range(1, 7):
        raw = raw.replace("#", f"Page {number}", 1)
    assert page_of(read(raw), "A lamp hung") == "206"


@pytest.mark.parametrize(
    "edges",
    [
        ("12 boats paid.", "40 boats paid.", "7 boats paid.", "7 boats paid.", "30 boats paid.", "41 boats paid."),
        ("5", "10", "15", "20", "25", "30"),
        ("1871", "1872", "1873", "1874", "1875", "1876"),
        ("1. Of tolls", "2. Of lamps", "3. Of ice", "4. Of clerks", "5. Of pumps", "6. Of oars"),
        ("1 Wray, p. 12.", "2 Ibid.", "3 Wray, p. 40.", "4 Pell, p. 1.", "5 Pell, p. 7.", "6 Ibid., p. 9."),
        ("Oats    12", "Rye    14", "Lime    9", "Salt    3", "Coal    41", "Hay    8"),
        ("In all    12", "In all    40", "In all    7", "In all    31", "In all    6", "In all    2"),
    ],
)
def test_numbers_that_count_no_pages_are_words(edges: tuple[str, ...]) -> None:
    raw = "\f".join(f"{edge}\n\n{page}\n" for edge, page in zip(edges, WORDS, strict=True))
    document = read(raw)
    assert not document.pages
    for edge in edges:
        assert edge in document.text


def test_a_page_that_is_nothing_but_a_line_is_kept() -> None:
    assert read("The lock is closed.\n\f" * 6).text.count("The lock is closed.") == 6


def test_a_line_of_verse_that_comes_again_now_and_then_is_kept() -> None:
    raw = "\f".join(("Turn, water, turn.\n" if at in (1, 4) else "") + page for at, page in enumerate(WORDS))
    assert read(raw).text.count("Turn, water, turn.") == 2


def test_pages_parted_by_form_feeds_lose_their_heads_and_numbers() -> None:
    half = (
        "The wheel of the mill had turned for two hundred years before anybody in\nthe valley thought of asking what\n"
    )
    page = "THE MILL AND ITS PEOPLE\n\n" + half + "\n{}\n\f"
    document = read("".join(page.format(number) for number in (1, 2, 3, 4)))
    assert document.text.count("THE MILL AND ITS PEOPLE") == 1
    assert [found.label for found in document.pages][:3] == ["1", "2", "3"]
    assert "\n2\n" not in document.text


def marked(form: str, numbers: tuple[int, ...] = (61, 62, 63)) -> str:
    """Pages of two paragraphs, the number of each in the text before it."""
    pages = zip(numbers, WORDS[::2], WORDS[1::2], strict=True)
    return "The Old Lock\n\n" + "\n\n".join(f"{form.format(at)}{one}\n\n{two}" for at, one, two in pages) + "\n"


@pytest.mark.parametrize(
    "form",
    [
        "[p. {}]\n\n", "[p.{}] ", "[Page {}]\n", "[Pg {}] ", "<p. {}>\n", "<page {}> ", "{{{}}} ",
        "[{}] ", "[{}]\n\n", "*{} ", "[*{}] ", "**{} ",
    ],
)  # fmt: skip
def test_marks_that_count_up_are_pages_and_no_words(form: str) -> None:
    document = read(marked(form))
    assert [page.label for page in document.pages] == ["61", "62", "63"]
    assert page_of(document, "Ice closed") == "62"
    assert document.text == read(marked("")).text


@pytest.mark.parametrize("form", ["[p. {}]", "[*{}]", "*{}", "<p. {}>"])
def test_a_mark_of_a_page_stands_within_a_sentence(form: str) -> None:
    raw = "The lock, he says, " + "".join(
        f"was dug by hand {form.format(at)} {WORDS[at % 6]} It " for at in range(7, 11)
    )
    document = read(raw)
    assert [page.label for page in document.pages] == ["7", "8", "9", "10"]
    assert "was dug by hand A lamp hung" in document.text


def test_a_number_in_brackets_far_from_the_one_before_may_stand_within_a_sentence() -> None:
    raw = "".join(f"He was heard [{at}] and he went on. {' '.join(WORDS)}\n\n" for at in range(61, 65))
    assert page_of(read(raw), "Ice closed") == "61"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\n\n".join(f"[{at}] {page}" for at, page in enumerate(WORDS, 61)), id="a judgment in part"),
        pytest.param(marked("[{}] ", (1, 2, 3)), id="sections"),
        pytest.param(marked("*{} ", (1, 2, 3)), id="points from one"),
        pytest.param("\n".join(f"*{at} oats and rye" for at in range(12, 19)), id="points close together"),
        pytest.param(marked("[{}] ", (61, 70, 88)), id="numbers that do not count"),
        pytest.param(marked("[p. {}] ", (61, 12, 30)), id="places cited"),
        pytest.param(marked("*{0} **9{0} "), id="pages of two editions"),
        pytest.param("As Wray [12] holds, boats paid. Pell [13] and Marsh [14] say by the ton; Roe [15] does not.\n",
                     id="citations"),
        pytest.param("Boats paid by the ton [p. 61]. Lamps hung at the gates [p. 62]. Ice closed it [p. 63].\n",
                     id="locators"),
        pytest.param("It prints {0}, {1} and {2}, and {3} where there is a fourth.\n", id="places to fill"),
        pytest.param("Put {1}, {2}, {3}, {4} and {5} there.\n", id="places to fill, from one"),
        pytest.param("It takes {x}, which is a string, and gives {1} and then {2}, or {x} again.\n", id="variables"),
        pytest.param("Let a *12 be b *13 and c *14 so that the product of the three has been given.\n", id="products"),
    ],
)  # fmt: skip
def test_numbers_that_count_something_else_are_no_pages(raw: str) -> None:
    assert not read(raw).pages


def test_numbers_of_notes_in_brackets_are_no_pages() -> None:
    notes = "\n\nNotes\n\n" + "".join(f"[{at}] Wray, Locks, p. {at}.\n\n" for at in range(1, 4))
    document = read(WORDS[0] + "[1] " + WORDS[1] + "[2]\n\n" + WORDS[2] + "[3]" + notes)
    assert not document.pages
    assert len(document.notes) == 3


def loose(heads: list[str], words: tuple[str, ...] = WORDS) -> str:
    """A text that lost its form feeds: its pages' heads stand between blank lines."""
    return "".join(f"{head}\n\n{page}\n\n" for head, page in zip(heads, words, strict=False))


HEADS = ["88", "THE LOCKS   89", "90    WATER OVER STONE", "THE LOCKS\t91", "92  WATER OVER STONE", "THE LOCKS | 93"]


def test_running_heads_that_count_part_the_pages_of_a_text_without_form_feeds() -> None:
    document = read(loose(HEADS))
    assert "THE LOCKS" not in document.text
    assert [page_of(document, each[:12]) for each in WORDS] == ["88", "89", "90", "91", "92", "93"]


@pytest.mark.parametrize(
    "heads",
    [
        ["The lamp  4", "The ice  9", "The clerks  14", "The pumps  20"],  # a table of contents with notes
        ["Lamps  4", "Ice  5", "Clerks  6", "Pumps  7"],  # nothing comes again
        ["THE LOCKS  89", "THE LOCKS  92", "THE LOCKS  97", "THE LOCKS  99"],  # sums of money, say
        ["In the year  1801.", "In the year  1802.", "In the year  1803.", "In the year  1804."],
        ["THE LOCKS  89", "90  THE LOCKS"],
    ],
)
def test_lines_with_numbers_that_are_no_heads_stay(heads: list[str]) -> None:
    document = read(loose(heads))
    assert not document.pages
    assert all(" ".join(head.split()) in " ".join(document.text.split()) for head in heads)


def test_a_table_of_contents_is_no_row_of_heads() -> None:
    document = read("Contents\n\n" + "\n\n".join(f"Part {n % 2}   {n}" for n in range(1, 9)) + "\n\n" + WORDS[0])
    assert not document.pages
