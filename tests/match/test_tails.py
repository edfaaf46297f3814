"""What stands right behind a quotation and takes back what it says."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

FAITHFUL = (Fit.VERBATIM, Fit.EDITED)
BEFORE, BEHIND = "The minutes of May are short. ", " The meeting closed at nine."


def quoted(line: str, *, stop: str = ".", after: str = "") -> tuple[bool, frozenset[Change]]:
    """Whether what stands before the "|" of a line is called faithful to all of it, and what is said of it."""
    quotation = line.partition("|")[0].rstrip(" ,") + stop
    found = locate(quotation, f"{BEFORE}{line.replace('|', '')}{BEHIND}", after=after)
    return found.fit in FAITHFUL, found.changes()


@pytest.mark.parametrize(
    "line",
    [
        "The chair said that no school would be shut for want of pupils| alone.",
        "The court did not convict him on the porter's word| by itself.",
        "The report does not rest on the census| solely, but on the rolls.",
        "The bonds were never repaid| in full.",
        "A late reply is not fatal to the claim| necessarily.",
        "The fund cannot support the school| on its own.",
        "The porter's word is insufficient| by itself.",
        "The rates will not be raised| merely because the bank has asked for it.",
        "The ferry did not sail| until then.",
        "No successor has been named| yet.",
        "Nobody was turned away from the ward| at first.",
        "The union has not called out its members| for the present.",
        "The mill shall not be let| for more than a year.",
        "The mill shall not be let|, unless the board agrees.",
        "No dog may be kept in the yard| (except by the porter).",
        "No fee is due| if the goods are returned.",
        "No person may keep a stall in a street to which this part applies|, unless he has a licence.",
        "No man of the town may be held| without trial.",
        "The lamp was never lit| before dusk.",
        "No net may be cast here| on Sundays.",
        "Dogs must not run free| during the lambing.",
    ],
)
def test_the_word_to_which_a_denial_reaches_is_not_left_off_behind_it(line: str) -> None:
    assert quoted(line) == (False, frozenset({Change.QUANTIFIER}))


@pytest.mark.parametrize(
    "line",
    [
        "The porter lived in the house by the mill| alone.",
        "He did not stay, and she lived in the house| alone.",
        "He left the house without a word| alone.",
        "The bonds were repaid| in full.",
        "The bonds were not repaid|, entirely to the satisfaction of the bank.",
        "Not everyone liked him; he lived in the house by the mill| alone.",
        "The man whom nobody knew lived in the house by the mill| alone.",
        "No boat came in that night|, but the lamp was lit.",
        "No fee is due for the goods|, if not for the carriage.",
        "The mill may be let|, unless the board objects.",
        "No net may be cast here| under any circumstances.",
        "No one from the ward was hurt| when the roof fell.",
        "The lamp must be lit| before dusk.",
        "The porter did not come| on account of the storm.",
        "It was not only the porter who lived by the mill| alone.",
    ],
)
def test_the_same_word_where_nothing_denied_hangs_on_it_may_be_left_off(line: str) -> None:
    assert quoted(line) == (True, frozenset())


def test_how_long_a_denial_holds_may_be_left_off_behind_a_phrase() -> None:
    line = "The paper says that no successor has been named| yet."
    assert quoted(line) == (False, frozenset({Change.QUANTIFIER}))
    source = f"{BEFORE}{line.replace('|', '')}{BEHIND}"
    assert locate("no successor has been named", source, after=" by the board.").fit is Fit.VERBATIM


def test_a_sentence_that_is_set_into_another_may_leave_off_its_condition() -> None:
    source = f"{BEFORE}The mill shall not be let, unless the board agrees.{BEHIND}"
    assert locate("[t]he mill shall not be let.", source).fit is Fit.EDITED
    assert locate("The mill shall not be let.", source).fit is Fit.ALTERED


def test_the_word_left_off_may_stand_behind_the_quotation_in_the_document() -> None:
    line = "The chair said that no school would be shut for want of pupils| alone."
    assert quoted(line, stop="", after="” alone.") == (True, frozenset())
    assert quoted(line, stop="", after="” and sat down.")[0] is False


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("The harbour was safe for ships of all sizes|, a claim the survey refuted.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes| — a claim that was never proved.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes| (a myth).", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, which was untrue.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, which was not so.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, critics alleged.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, critics say, and cheap.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, or so the master said.", Change.NAME),
        ("The harbour was safe for ships of all sizes| – or so it was claimed.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, I thought.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, according to legend.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, it was said.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, we were told.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, so the story goes.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, his counsel maintained.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, the owners believed.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, in the opinion of its owners.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, as was then supposed.", Change.NAME),
        ("The harbour was safe for ships of all sizes|, but this was denied.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, though the master disputes it.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, but that was not so.", Change.NEGATION),
        ("The harbour was safe for ships of all sizes|, supposedly.", Change.MODAL),
    ],
)
def test_a_sentence_that_turns_out_to_be_a_claim_is_not_quoted_as_a_fact(line: str, change: Change) -> None:
    assert quoted(line) == (False, frozenset({change}))


@pytest.mark.parametrize(
    "line",
    [
        "The harbour was safe for ships of all sizes|, the survey found.",
        "The harbour was safe for ships of all sizes|, as we thought.",
        "The harbour was safe for ships of all sizes|, as the survey had predicted.",
        "The harbour was safe for ships of all sizes|, in our opinion.",
        "The harbour was safe for ships of all sizes|, though leave was denied to some.",
        "The harbour was safe for ships of all sizes|, though not at once.",
        "The harbour was safe for ships of all sizes|, which was true.",
        "The harbour was safe for ships of all sizes|, and critics were silent.",
        "The harbour would be safe for ships of all sizes|, critics argued.",
        "The porter asked the board for leave|, which was denied.",
        "The porter gave the board an answer|, which was untrue.",
        "The porter brought a suit|, a claim for wages and a bill of costs.",
        "The master told the tale of the lamp|, a story for children.",
    ],
)
def test_a_sentence_that_stands_without_its_aside_passes(line: str) -> None:
    assert quoted(line) == (True, frozenset())


def test_a_phrase_may_leave_off_whose_claim_it_is() -> None:
    source = f"{BEFORE}The harbour was safe for ships of all sizes, critics alleged.{BEHIND}"
    assert locate("was safe for ships of all sizes", source).fit is Fit.VERBATIM
