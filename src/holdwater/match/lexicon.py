"""The words whose exchange, loss or gain turns what a sentence says.

Closed classes only, as each of these words carries its meaning anywhere; opposites are in a module of their own.
English first; the commonest of German, French and Spanish beside it.
"""

from __future__ import annotations

NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without cannot non hardly scarcely barely n't "
    "nicht kein keine keinen nie niemals ohne ne pas jamais sans ni nunca sin jamás não nem niet geen nooit inte ikke "
    "не ни нет без לא אין لا لم لن ليس नहीं मत 不 没 沒 未 無 无".split()
)
QUANTIFIERS = frozenset(
    "all any every each both some few fewer many most more less least several only solely always often sometimes "
    "usually rarely half twice once entire whole exactly nearly almost approximately about over under "
    "alle jeder jede einige wenige viele nur immer tous toutes chaque quelques plusieurs seulement toujours "
    "todos todas cada algunos muchos siempre".split()
)
NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "first second third fourth fifth sixth seventh eighth ninth tenth dozen double triple percent % $ € £ ¥".split()
)
CONJUNCTIONS = frozenset(
    "and or but unless except if because although though while whereas und oder aber et ou mais y o".split()
)
MODALS = frozenset("may might must shall should will would can could ought".split())
COMPARISONS = frozenset("< > ≤ ≥ ≠ = ± + -".split())

CONDITIONS = (
    ("unless",),
    ("except",),
    ("excepting",),
    ("but",),
    ("only", "if"),
    ("only", "when"),
    ("only", "where"),
    ("provided", "that"),
    ("provided",),
    ("providing", "that"),
    ("so", "long", "as"),
    ("as", "long", "as"),
    ("on", "condition", "that"),
    ("subject", "to"),
    ("save", "where"),
    ("save", "that"),
    ("other", "than"),
    ("only", "for"),
    ("only", "in"),
    ("only", "under"),
    ("only", "after"),
    ("if", "and", "only", "if"),
)
"""How a source goes on when it limits what it has just said."""

DENIALS = frozenset(
    "false untrue wrong incorrect mistaken deny denies denied denying doubt doubts doubted doubting "
    "dispute disputes disputed reject rejects rejected rejecting refute refutes refuted forget forgotten "
    "overlook overlooked ignore ignored disagree disagrees disagreed fail fails failed refuse refuses "
    "refused decline declines declined question foreclose forecloses foreclosed preclude precludes "
    "precluded secret surprise surprising wonder coincidence myth few little unlikely impossible disprove "
    "disproves disproved".split()
)
"""Words that deny what a following "that …" or "to …" says; with a "not" before them they affirm it."""
CLAIMS = frozenset(
    "claim claims claimed notion idea view belief suggestion suggest suggests suggested allegation allege "
    "alleged argument argue argues argued conclusion conclude concluded assumption assume assumes assumed "
    "evidence proof sign indication reason prove proves proved proven show shows showed shown say says "
    "said believe believes believed think thinks thought hold holds held find finds found know knows knew "
    "known establish establishes established imply implies implied mean means meant maintain maintains "
    "maintained contend contends contended accept accepts accepted agree agrees agreed suppose supposed "
    "case true likely clear certain proposition theory hypothesis demonstrate demonstrates demonstrated "
    "confirm confirms confirmed admit admits admitted concede conceded assert asserts asserted out "
    "declare declared hint impression suspicion rumour fear report reports reported guarantee probable "
    "plausible".split()
)
"""Words behind which a clause that begins with "that" is what is claimed, and not a description."""
MERELY = frozenset("only merely just simply solely even least".split())
"""After "not" these deny nothing: not only, not merely."""
LIMITS = frozenset("unless except excepting if lest whether".split())
"""Words that make what follows them a condition or an exception."""
COPULAS = frozenset("is are was were be been being has have had does do did will would shall should may can".split())
"""Verbs that wait for the rest of their predicate."""
REPORTING = frozenset(
    "said says say told tells argued argues claimed claims called calls wrote writes replied replies "
    "answered answers stated states declared declares added adds insisted insists warned warns asked asks "
    "denied denies accused accuses believed believes thought thinks held holds".split()
)
OPENERS = frozenset(
    "the a an it but and in this that these those if when while for so as at on to of there his her their its our my "
    "every each all some no not".split()
)
"""Words that a sentence begins with and that are no name for all their capital."""
GENDERED = frozenset("he she him her his hers man woman".split())
"""Words that a bracket may put for one another: another person is spoken of."""
PRONOUNS = frozenset("he she they it i we you who".split())


def is_negation(key: str) -> bool:
    """Whether a folded word denies ("not", "don't", "cannot")."""
    return key in NEGATIONS or key.endswith("n't")


def is_number(key: str) -> bool:
    """Whether a folded word is a number, in digits (bracketed or not) or words, or a sign that makes one."""
    return key.lstrip("[*")[:1].isdigit() or key in NUMBERS
