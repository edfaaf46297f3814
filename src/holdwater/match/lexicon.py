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
    ("in", "so", "far"),
    ("insofar",),
    ("apart", "from"),
)
"""How a source goes on when it limits what it has just said."""
LIGHT_CONDITIONS = (("if",), ("only",), ("until",), ("in", "part"))
"""How it goes on too behind any phrase: these limit a whole sentence alone."""

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
    "plausible persuaded convinced satisfied sure".split()
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
DOUBTFUL = frozenset(
    "claim claims claimed claiming allege alleges alleged alleging pretend pretends pretended insinuate insinuates "
    "insinuated purport purports purported suppose supposes supposed argue argues argued contend contends contended "
    "assert asserts asserted suggest suggests suggested insist insists insisted maintain maintains maintained "
    "imagine imagines imagined fancy fancies fancied "
    "theory hypothesis allegation assertion contention notion idea myth belief rumour rumor suspicion suggestion "
    "supposition argument".split()
)
"""Verbs and nouns of somebody who says what the author does not vouch for."""
DISOWNED = frozenset(
    "critics opponents detractors sceptics skeptics some others many earlier older former rumour rumours rumor rumors "
    "gossip tradition legend enemies rivals objectors dissenters people they".split()
)
"""Whose words an author reports without making them his own: "critics say that", "earlier writers held that"."""
OURSELVES = frozenset("i we my our court courts".split())
"""Who claims something in the author's own name."""
PLAIN_DENIALS = frozenset("not never hardly scarcely barely".split())
"""Words that deny the verb before them."""
EXCEPTING = frozenset("but except excepting save bar barring".split())
"""Words that take something from a whole: all but one."""
WHOLES = frozenset(
    "all every each any everyone everybody everything none nothing nobody always never whole entire".split()
)
HEDGES = frozenset("arguably perhaps possibly probably presumably conceivably maybe".split())
"""Adverbs that say how sure a statement is."""
NARROWING = frozenset("only solely seldom rarely some few partly partially sometimes occasionally".split())
"""Words that take something from what stands beside them."""
PASTS = frozenset(
    "lost won took gave made came went found left built paid sold bought sent kept held met ran rose fell grew wrote "
    "spoke broke chose drew drove began became brought caught fought led got saw sat stood struck taught threw knew "
    "thought felt told said put set cut let won bore swore wore fled hid rode flew sank sang rang drank ate".split()
)
"""Verbs in the past tense that do not end in "-ed"."""
OFFICES = frozenset(
    "minister member members speaker chairman chairwoman chair president secretary counsel witness attorney "
    "general lord lady judge justice senator professor clerk commissioner officer".split()
)
"""Words by which a record names who speaks."""
SAYING = frozenset(
    "warn argue claim believe think insist deny write reply add declare ask accuse call hold contend allege".split()
)
"""Verbs of saying as many say it."""
GENDERED = frozenset("he she him her his hers man woman".split())
"""Words that a bracket may put for one another: another person is spoken of."""
PRONOUNS = frozenset("he she they it i we you who".split())
SPEAKERS = frozenset("he she they i we".split())
"""Pronouns that can only be a subject: they begin a clause."""
POINTING = frozenset("this that these those such same which it he she they".split())
"""Words by which a subject takes up what was spoken of before."""


def is_negation(key: str) -> bool:
    """Whether a folded word denies ("not", "don't", "cannot")."""
    return key in NEGATIONS or key.endswith("n't")


def is_finite(key: str) -> bool:
    """Whether a folded word looks like the verb of a statement: "was", "may", "said", "lost", "relieved"."""
    return key in COPULAS or key in MODALS or key in REPORTING or key in SAYING or key in PASTS or key.endswith("ed")


def is_number(key: str) -> bool:
    """Whether a folded word is a number, in digits (bracketed or not) or words, or a sign that makes one."""
    return key.lstrip("[*")[:1].isdigit() or key in NUMBERS
