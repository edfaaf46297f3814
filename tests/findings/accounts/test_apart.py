"""Numbers and dates that stand together and are no account."""

from __future__ import annotations

import pytest

from findings.accounts.accounting import kinds_in

APART = (
    "The town has 300 houses, 120 gardens and 50 wells.",
    "Sales rose from 200 to 250 and costs by 30 percent.",
    "The team won 20 games, 15 of them at home.",
    "Of the 300 pupils, 200 play football and 150 play tennis.",
    "In 1990 he met Anna; in 1985 he had met her brother.",
    "The bridge has 5 arches. The bridge at Ely has 7 arches.",
    "In 2010 the school had 300 pupils. In 2015 the school had 400 pupils.",
    "Between 40% and 60% of the plants died, 20% more than before.",
    "She read 30 pages on Monday, 20 on Tuesday, and 100 in all that month.",
    "He was born in 1850 and his father died in 1840.",
    "Unemployment rose from 5% to 8% among men and by 2% among women.",
    "The council has 45 members, 12 more than in 1990.",
    "About 300 people came, 100 of them children and 250 of them from abroad.",
    "The prize was $500 in 2001 and $800 in 2011.",
    "The first run took 30 minutes, the second 45, and the third an hour.",
    "Of the 50 states, 30 allow it, and 10 more are thinking of it.",
    "He bought 12 apples, 5 pears and 3 plums for 20 cents.",
    "In 2010 there were 300 members: 120 women and 80 children among them.",
    "Prices rose by 5% in 2010 and from 100 to 120 in 2011.",
    "Of the 20 players 12 are under 25 and 10 are foreigners.",
    "The first edition sold 500 copies, the second 700. In 1990 the third sold 1,000.",
    "The flat has 80 square metres and the house 200, with a garden of 400.",
    "40% of women and 70% of men smoke.",
    "In 1950 there were 3 schools, in 1960 there were 6. In 1970 the number had doubled again.",
    "The bill passed by 60 votes to 40 in a house of 110 members.",
    "The bridge was opened in 1900. A second bridge was opened in 1920.",
    "In 1990 he published his second novel, ten years after the first, which had appeared in 1979, was sold out.",
    "About a third of the 300 trees, 110, were felled.",
    "He worked there for three years between 1990 and 2000.",
    "In 2001 she moved to Bonn, where in 1995 she had studied.",
    "The population was 5,000 in 1900, 8,000 in 1950 and 7,000 in 2000.",
    "Nearly half of the pupils (45%) walk, 30% cycle, and many take the bus.",
    "The company has offices in 12 countries. The 30 offices employ 400 people.",
    "The set consists of three rows in the first table, two rows in the second, and two rows in the third.",
    "In a house of 500 tenants, all sharing one door, a notice to all 500 tenants may help one of them.",
    "The lake shrank from 260 to 130 hectares; it has lost two thirds of its fish.",
    "The code 1007 indicates a fault. The code 1009 indicates a fault.",
    "The 12 horses, seven cows and four pigs, were sold.",
)


@pytest.mark.parametrize("text", APART)
def test_numbers_that_only_stand_together_are_no_discrepancy(text: str) -> None:
    assert kinds_in(text) == []
