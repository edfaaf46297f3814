"""Where two halves meet: what the right half hung on is hidden, and the left half seems to hold it now."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.model import Change, Fit

TURNED = (
    ("You will never sing, but you may write.", "You will … write.", Change.MODAL),
    ("We recommend against its use.", "We recommend … its use.", Change.OPPOSITE),
    (
        "Survival was longer in the old than in the young.",
        "Survival was … in the old than in the young",
        Change.OMISSION,
    ),
    ("It is void if signed late; otherwise it stands.", "It is void … otherwise it stands.", Change.CONJUNCTION),
    (
        "I have never said that they would go. What I said was that they would pay.",
        "I have never said … that they would pay.",
        Change.OMISSION,
    ),
    ("Large infants received 50 mg; smaller ones received 25 mg.", "Large infants received … 25 mg.", Change.ORDER),
    (
        "Stop it if the rate is above 120 or the pressure below 90 mm.",
        "Stop it if the rate is above … 90 mm.",
        Change.NUMBER,
    ),
    (
        "Children should receive 150 mg; those aged 6 to 12 years, 300 mg.",
        "Children should receive … 300 mg.",
        Change.NUMBER,
    ),
    (
        "The rate for boys was 31.2 and that for girls 28.4 per mille.",
        "The rate for boys was … 28.4 per mille.",
        Change.NUMBER,
    ),
    ("It grew by 3%, or by 1% once prices are counted.", "It grew by 3% … once prices are counted.", Change.NUMBER),
    (
        "Fifteen died of the flux, and only three of their wounds.",
        "Fifteen died … of their wounds.",
        Change.NUMBER,
    ),
    ("My sister Ilse married a baker whom my mother detested.", "My sister Ilse … detested [my mother].", Change.NAME),
    ("The prisoner, it is alleged, struck the first blow.", "The prisoner … struck the first blow.", Change.NAME),
    ("Prices doubled between 1970 and 1980 and halved thereafter.", "Prices doubled … thereafter.", Change.ORDER),
    (
        "Those who paid early received a rebate; those who paid late, a fine.",
        "Those who paid early received … a fine.",
        Change.ORDER,
    ),
    (
        "The dose must never exceed 2 g a day, nor be given for more than a week.",
        "The dose must never exceed … a week.",
        Change.ORDER,
    ),
    ("The drug is safe in adults; in infants it was not tried.", "The drug is safe … in infants", Change.ORDER),
    ("He failed to open the door and decided to leave it.", "He failed to … leave it.", Change.ORDER),
    (
        "I did not believe him then, and I am not sure that I believe him now.",
        "I did not believe him … now.",
        Change.OPPOSITE,
    ),
    ("The link, if real, is likely to be small.", "The link … is likely to be small.", Change.CONJUNCTION),
    (
        "The report, so far as it concerns the driver, is withdrawn.",
        "The report … is withdrawn.",
        Change.CONJUNCTION,
    ),
)
"""A source, a quotation, and what its ellipsis does."""

KEPT = (
    ("The rules, if any, are simple.", "The rules … are simple."),
    ("The Minister may by order, if he thinks fit, amend it.", "The Minister may by order … amend it."),
    ("The speech, as far as I recall, lasted two hours.", "The speech … lasted two hours."),
    ("The defect, as the buyer alleged, was hidden.", "The defect … was hidden."),
    ("He lived in Rome and in Paris.", "He lived in … Paris."),
    ("It was convicted in 1999, 2001 and 2004 of fraud.", "It was convicted in … 2004 of fraud."),
    ("She said in May, and again in June, that it was safe.", "She said in May … that it was safe."),
    ("The plan is larger, and cheaper, than the first.", "The plan is larger … than the first."),
    ("The records of arrest and the records can be wrong.", "The records … can be wrong."),
)
"""A source, and a quotation whose ellipsis joins nothing that it should not."""


@pytest.mark.parametrize(("source", "quotation", "change"), TURNED)
def test_halves_that_say_together_what_the_source_says_of_neither_are_refused(
    source: str, quotation: str, change: Change
) -> None:
    alignment = locate(quotation, source)
    assert alignment.fit is Fit.ALTERED
    assert change in alignment.changes()


@pytest.mark.parametrize(("source", "quotation"), KEPT)
def test_halves_that_belong_together_pass(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit is Fit.EDITED


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("The deputy asked whether the fund had been used.", "The deputy … [said] the fund had been used."),
        ("The plaintiff alleges that he was struck.", "The plaintiff [proved] that he was struck."),
        ("She answered every question put to her.", "She … answered … [no] question put to her."),
        ("Salt is banned there but sand is not.", "Salt is banned there [and so is] sand"),
        ("My brother would have come home in time.", "[M]y brother … [came] home in time."),
    ],
)
def test_a_bracket_that_says_more_than_its_source_is_refused(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit not in (Fit.VERBATIM, Fit.EDITED)


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        ("It was argued for the Crown that the Act applied to goods.", "[T]he Act applied to goods."),
        ("I never said, and I do not now say, that they will go.", "They will go."),
        ("It does not follow, however, that the force was great.", "[T]he force was great."),
        ("At least one in five households was in arrears.", "One in five households was in arrears."),
        ("Do not give the drug at night.", "[G]ive the drug at night."),
        ("With one exception, the trials were open.", "The trials were open."),
        ("It is often said that Aubrac was bribed; no proof exists.", "Aubrac was bribed."),
        ("Most, but by no means all, of the jobs were new.", "[A]ll of the jobs were new."),
    ],
)
def test_what_its_source_only_claims_or_limits_is_no_sentence_of_its_own(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit is Fit.ALTERED
