"""The words of change and comparison: which way, and whether a number beside them is a change."""

from __future__ import annotations

from holdwater.extract.quantities.model import Direction

_UP = """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs
    climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains
    gained gaining up swell swelled swollen expand expands expanded expanding widen widened widening improve
    improved improving raise raises raised raising adds added double doubles doubled doubling triple triples
    tripled tripling treble trebled trebling quadruple quadrupled boost boosted hike hiked growth improvement
    expansion uptick upturn accelerated strengthened leapt leaped mounted spiked spike swelling escalated advanced
    advance""".split()
_DOWN = """fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline
declines
    declined declining shrink shrinks shrank shrunk shrinking plunge plunges plunged plunging slump slumped slumping
    sink sinks sank sunk slip slips slipped slipping slide slid sliding down cut cuts cutting reduce reduces reduced
    reducing reduction lose loses lost losing halve halves halved halving narrow narrowed narrowing tumble tumbled
    tumbling contract contracted contracting contraction lower lowered lowering loss weaken weakened collapse
    collapsed collapsing ease eased dip dipped dipping trim trimmed slash slashed shed decrement downturn dwindled
    dwindle plummeted plummet retreated""".split()
_EITHER = """change changes changed changing went moved shifted shift swing swung go goes going differ differs
difference gap
    varied""".split()

CHANGE: dict[str, Direction] = (
    dict.fromkeys(_UP, Direction.UP) | dict.fromkeys(_DOWN, Direction.DOWN) | dict.fromkeys(_EITHER, Direction.NONE)
)
# Nouns of change, for "a rise of 18 %" and "an 18 % rise".
NOUNS = frozenset(
    """rise increase growth jump surge gain hike boost improvement expansion climb spike uptick upturn fall decrease
    drop
    decline reduction cut loss slump plunge slide contraction dip collapse downturn change shift swing difference
    gap rises increases gains falls drops declines reductions cuts losses raise advance""".split()
)
COMPARING: dict[str, Direction] = {
    "higher": Direction.UP, "more": Direction.UP, "larger": Direction.UP, "greater": Direction.UP,
    "bigger": Direction.UP, "longer": Direction.UP, "faster": Direction.UP, "better": Direction.UP,
    "heavier": Direction.UP, "older": Direction.UP, "taller": Direction.UP, "richer": Direction.UP,
    "likelier": Direction.UP, "above": Direction.UP, "up": Direction.UP, "lower": Direction.DOWN,
    "less": Direction.DOWN, "fewer": Direction.DOWN, "smaller": Direction.DOWN, "shorter": Direction.DOWN,
    "slower": Direction.DOWN, "worse": Direction.DOWN, "cheaper": Direction.DOWN, "lighter": Direction.DOWN,
    "younger": Direction.DOWN, "poorer": Direction.DOWN, "below": Direction.DOWN, "down": Direction.DOWN,
    "off": Direction.DOWN,
}  # fmt: skip
MULTIPLES = {  # verbs that say a multiple: the change in percent
    "doubled": 100.0, "doubling": 100.0, "doubles": 100.0, "tripled": 200.0, "tripling": 200.0, "triples": 200.0,
    "trebled": 200.0, "trebling": 200.0, "quadrupled": 300.0, "quadrupling": 300.0, "quintupled": 400.0,
    "halved": -50.0, "halving": -50.0, "halves": -50.0,
}  # fmt: skip
FOLDS = {
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0,
    "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0,
    "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "hundred": 100.0, "thousand": 1000.0,
}  # fmt: skip
SUPERLATIVES = frozenset(
    """highest lowest largest smallest biggest greatest fewest longest shortest oldest youngest richest poorest fastest
    slowest heaviest tallest deepest busiest deadliest cheapest steepest strongest hottest coldest wettest driest
    widest narrowest wealthiest hungriest safest""".split()
)
MOST = frozenset(["most", "least", "fewest"])
MEASURED_BY = frozenset(
    """populous expensive common frequent educated crowded popular unequal productive dangerous polluted visited widely
    densely densely-populated indebted affected costly violent generous read spoken numerous educated
    sparsely""".split()
)
