"""The words whose exchange, loss or gain turns what a sentence says.

Closed classes only: a list of opposites would never be complete, and each of these words carries its meaning anywhere.
English first; the commonest of German, French and Spanish beside it.
"""

from __future__ import annotations

NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere without cannot non hardly scarcely barely n't "
    "nicht kein keine keinen nie niemals ohne ne pas jamais sans ni nunca sin jamás".split()
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
    ("so", "long", "as"),
    ("if", "and", "only", "if"),
)
"""How a source goes on when it limits what it has just said."""


def is_negation(key: str) -> bool:
    """Whether a folded word denies ("not", "don't", "cannot")."""
    return key in NEGATIONS or key.endswith("n't")


def is_number(key: str) -> bool:
    """Whether a folded word is a number, in digits (bracketed or not) or words, or a sign that makes one."""
    return key.lstrip("[*")[:1].isdigit() or key in NUMBERS
