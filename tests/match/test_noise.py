"""What stands between a source's words and is taken out, and what only looks like it."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Fit
from holdwater.match.noise import clean, is_numbered_name, unified


def cleaned(text: str) -> str:
    """The text without its apparatus, blanks as one."""
    return " ".join(clean(text, 0, len(text)).split())


@pytest.mark.parametrize(
    "head",
    [
        "\n\n214\n\n",
        "\n\n- 214 -\n\n",
        "\n\nPage 12 of 90\n\n",
        "\n\n214      THE SIEGE OF ARNEHOLM\n\n",
        "\n\nTHE SIEGE OF ARNEHOLM\n\n",
        "\n\nMarr & Dole      Standards Track      [Page 12]\n\f\nRFX 9901      Frame Limits      March 2019\n\n\n",
        "\n\nMarr & Dole      Standards Track      [Page 12]\n\f\nRFX 9901      Frame Limits      May 2019\n\n\n",
        "\n\nMarr & Dole      Standards Track      [Page 12]\n\f\nRFX 9901      AS-IS Frames      March 2019\n\n\n",
        "\n\n1127        Hospitals        [26 MAY\n\n",
        "\n1127        Hospitals        [26 MAY\n",
        "\n214      THE SIEGE OF ARNEHOLM\n",
        "\n\n214\n\f\nRules of the Harbour\n\n",
        "\n(p. 214)\n",
        "\r\n\r\n214\r\n\r\nTHE SIEGE OF ARNEHOLM\r\n\r\n",
    ],
)
def test_a_page_head_in_mid_sentence_is_taken_out(head: str) -> None:
    assert cleaned(f"the town{head}could hold") == "the town could hold"


@pytest.mark.parametrize(
    "line",
    [
        "\n\nNOT\n\n",
        "\n\nUNLESS PAID\n\n",
        "\n500\n",
        "\n1127        Beds        1,204\n",
        "\n214      POUNDS\n",
        "\n(214)\n",
        "\n\nRules of the Harbour\n\n",
        "\n\n214      may close it\n\n",
        "\n\nTHE KEEPER MAY CLOSE IT\n\n",
        "\n\nand the castle\n\n",
        "\n\nThe castle fell in a day.\n\n",
    ],
)
def test_a_line_that_says_something_stays(line: str) -> None:
    assert cleaned(f"the town{line}could hold") == " ".join(f"the town{line}could hold".split())


def test_a_row_of_a_table_stays() -> None:
    table = "Ward        Beds        Day\n214         THE EAST        12 MAY\n215         THE WEST        13 MAY"
    assert cleaned(table) == " ".join(table.split())


def test_a_note_at_a_pages_foot_is_taken_out_where_its_mark_stands_before_it() -> None:
    text = "He agreed* after a long\n\n* See the minutes.\n\ndebate to close it."
    start = text.index("long")
    assert " ".join(clean(text, start, len(text)).split()) == "long debate to close it."
    unmarked = text.replace("agreed*", "agreed")
    assert "minutes" in clean(unmarked, start - 1, len(unmarked))


def test_a_note_of_many_lines_that_never_ends_is_soon_read() -> None:
    lines = "see the minutes\n" * 200
    assert cleaned(f"agreed* long\n\n* {lines}end").endswith("end")


def test_marks_before_quoted_lines_are_taken_out_and_a_lone_sign_is_not() -> None:
    assert cleaned("> The board agreed\n> to close\n> > the sluice") == "> The board agreed to close the sluice"
    assert "> 5" in cleaned("the depth is\n> 5 fathoms")


def test_tags_that_say_how_words_look_are_taken_out_and_a_lone_one_is_not() -> None:
    assert (
        cleaned('The <i>board</i> agreed<br/>to <span class="x">close</span> it 1') == "The board agreed to close it 1"
    )
    assert "<b>" in cleaned("if the depth is <b> fathoms 1")


def test_a_scanners_sign_for_a_hyphen_joins_the_parts_of_its_word() -> None:
    assert cleaned("a long de¬\nbate") == "a long debate"


def test_verses_that_are_counted_lose_their_numbers_and_a_lone_number_stays() -> None:
    assert cleaned("3 The lamp was lit. 4 And the boats came. 5 Then he slept.") == (
        "3 The lamp was lit. And the boats came. Then he slept."
    )
    assert cleaned("1:3 The lamp was lit. 1:4 And the boats came. 1:5 Then he slept.") == (
        "1:3 The lamp was lit. And the boats came. Then he slept."
    )
    assert "4 The" in cleaned("The deed was sealed. 4 The men were paid.")


def test_numbers_that_count_the_lines_of_a_poem_are_taken_out_and_others_stay() -> None:
    verses = "The stones were white     5\nThe wind\nThe rope\nThe lamp\nThe mole\nThe boats came in     10\nNone"
    assert cleaned(verses) == "The stones were white The wind The rope The lamp The mole The boats came in None"
    stalls = "The stalls were numbered     15\nand the boats     20\nby the master"
    assert cleaned(stalls) == " ".join(stalls.split())


def test_a_heading_between_sentences_stays() -> None:
    assert "THE CASTLE" in cleaned("The town fell.\n\nTHE CASTLE\n\nIt held on.")


def test_line_numbers_that_go_on_counting_are_taken_out_and_a_lone_number_is_not() -> None:
    assert cleaned("5 The keeper shall\n 6 maintain a light\n 7 on the mole") == (
        "5 The keeper shall maintain a light on the mole"
    )
    assert cleaned("the keeper paid\n 6 pounds for it") == "the keeper paid 6 pounds for it"


def test_a_loose_note_digit_is_taken_out_where_its_note_stands() -> None:
    body = "They were paid. 12 They left."
    assert clean(f"{body}\n\n12. See the accounts.", 0, len(body)) == "They were paid. They left."
    assert clean(body, 0, len(body)) == body


def test_a_note_digit_behind_a_year_is_taken_out_and_a_fraction_stays() -> None:
    assert cleaned("signed in 1643.13 The prisoners") == "signed in 1643 The prisoners"
    assert cleaned("it weighed 16.13 Then") == "it weighed 16.13 Then"


def test_a_paragraphs_number_is_taken_out_where_the_paragraphs_are_counted() -> None:
    assert cleaned("1. Every house. 2. No ship.") == "1. Every house. No ship."
    assert cleaned("They met in room. 2. No ship.") == "They met in room. 2. No ship."


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("AT&amp;T&nbsp;Tower", "AT&T\u00a0Tower"),
        ("didn&rsquo;t &#8212; x &lt; 7", "didn’t — x < 7"),
        ("agreed,[^3] and [the minutes](https://x.example/a) say", "agreed, and [the minutes] say"),
        ("¾ of an acre and 2½ feet", "3 over 4 of an acre and 2 1 over 2 feet"),
        ("salt & pepper; oil", "salt & pepper; oil"),
        ("un*believ*able and _very_ odd", "unbelievable and very odd"),
        ("3*4 and x*y and info_type", "3*4 and x*y and info_type"),
        ("x <= 7 and y >= 9", "x ≤ 7 and y ≥ 9"),
        ("1 250 units, 1'250, 12\u202f500", "1250 units, 1250, 12500"),
        ("p = .05 and –.4", "p = 0.05 and -0.4"),
        ("pages 3–4 and 10⁶", "pages 3–4 and 10^6"),
    ],
)
def test_signs_and_entities_come_to_one_form(raw: str, plain: str) -> None:
    assert clean(raw, 0, len(raw)) == plain


def test_the_quotations_side_keeps_its_entities() -> None:
    assert unified("x &lt; 7") == "x &lt; 7"


@pytest.mark.parametrize(
    ("text", "named"),
    [("Phase3 is done", True), ("Covid19 came", True), ("alleged1 once", False), ("Zeta4 is like Zeta4", True)],
)
def test_digits_belong_to_a_name_that_comes_with_them_again(text: str, named: bool) -> None:
    assert is_numbered_name(text, 0, text.index(" ")) is named


@pytest.mark.parametrize(
    ("sign", "typed", "expected"),
    [("¾", "3/4", True), ("6½", "6 1/2", True), ("¾", "3-4", False), ("¾", "3 4", False), ("6½", "61/2", False)],
)
def test_a_fraction_of_one_sign_is_the_one_that_is_typed_with_a_stroke(sign: str, typed: str, expected: bool) -> None:
    assert (unified(f"by {sign} of it") == unified(f"by {typed} of it")) is expected


@pytest.mark.parametrize(
    ("between", "is_tag"),
    [
        (",” she said. “", True),
        (",” one of the clerks told me, “", True),
        (",” said Mr. Aldous Wray, “", True),
        ('?" asked the clerk. "', True),
        ('." Pell said, "', False),  # whose words come next
        ("?” Pell asked, “", False),
        (",” she did not say. “", False),
        (",” and closed the book. “", False),
        (", she said, ", False),
    ],
)
def test_who_speaks_on_is_no_word_of_the_speech(between: str, is_tag: bool) -> None:
    source = f"“The price of fuel has doubled{between}The work of the harbour has not.” He left."
    found = locate("The price of fuel has doubled. The work of the harbour has not.", source)
    assert (found.fit is Fit.VERBATIM) is is_tag
