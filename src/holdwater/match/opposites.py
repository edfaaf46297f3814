"""Words that say the opposite of one another: by a prefix or an ending, or from a small closed list.

legal / illegal   harmful / harmless   increased / decreased   before / after
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "anti", "counter", "mis", "de", "ab", "a")
"""In front of a word of at least `_ROOT` letters these mostly deny it; single letters ask for a longer one."""
_ROOT = 4
_LONG_ROOT = 7
_FALSE_ROOTS = frozenset(
    "play plays played playing cover covers covered like long side sides round cross head ground lone part parts "
    "form forms formed vest vests vested come comes deed stance tend tends tended stall stalls stalled habit dependent "
    "flammable press pressed port ports ported pose posed prove proved proves pact pacts still tense tact deed mate "
    "mand sign signs signed part grade mean means light".split()
)
"""Words that such letters stand before without denying them: display, along, inform, improve, design."""

_ENDINGS = ("", "s", "es", "e", "d", "ed", "ing", "er", "est", "ly", "ion", "ions", "able", "al", "ally", "ful", "ive")
_PAIRS = """
increas decreas | rais lower | rais reduc | increas reduc | grow shrink | grew shrank | rise fall | rose fell
risen fallen | rising falling | rise drop | rose dropped | gain los | gain loss | expand contract | widen narrow
strengthen weaken | improv worsen | accelerat decelerat | inflat deflat | up down | upward downward | high low
higher lower | highest lowest | above below | over under | great small | greater smaller | larg small | big small
longer shorter | old young | older younger | old new | early late | earlier later | before after | since until
first last | start end | begin end | began ended | open clos | on off | in out | into from | to from | left right
north south | northern southern | east west | eastern western | front back | forward backward | always never
often rarely | often seldom | everybody nobody | everyone nobody | everything nothing | all none | all some
more fewer | more less | most least | most fewest | maximum minimum | maximal minimal | maxim minim | many few
majority minority | must may | shall may | true false | right wrong | good bad | better worse | best worst
well badly | positiv negativ | plus minus | strong weak | stronger weaker | fast slow | faster slower | hot cold
warm cool | wet dry | rich poor | richer poorer | cheap expensiv | easy hard | easy difficult | simple complex
safe dangerous | safe unsafe | guilty innocent | legal criminal | allow forbid | allowed forbidden | allow prohibit
permit prohibit | permit forbid | permitted forbidden | accept reject | accept refus | approv reject | agree refus
agree object | admit deny | admitted denied | confirm deny | confirmed denied | confirm refut | grant deny
granted denied | support oppos | for against | favour oppos | favor oppos | pro anti | includ exclud | inclus exclus
intern extern | inner outer | inside outside | import export | buy sell | bought sold | lend borrow | win los
won lost | succe fail | succeed fail | success failur | successful failed | pass fail | love hate | loved hated
hope fear | friend enemy | ally enemy | victim perpetrator | plaintiff defendant | buyer seller | landlord tenant
employer employee | debtor creditor | lessor lessee | male female | man woman | men women | mother father
brother sister | son daughter | his her | he she | husband wife | alive dead | live di | lived died | birth death
peace war | present absent | presence absence | visible hidden | public private | voluntary compulsory
voluntary mandatory | optional mandatory | optional required | valid void | encourag discourag | appear disappear
arriv depart | arriv leav | arrived left | enter leav | entered left | enter exit | enabl disabl | attack defend
build demolish | creat destroy | built destroyed | save spend | saved spent | same different | similar different
equal different | known secret | known unknown | prov disprov | protect endanger | prevent caus | prevent promot
prohibit requir | help harm | help hinder | benefi harm | beneficial harmful | left joined | major minor
superior inferior | upper lower | top bottom | full empty | deep shallow | thick thin | wide narrow | broad narrow
heavy light | heavier lighter | light dark | day night | summer winter | morning evening | yesterday tomorrow
acid alkaline | acidic basic | dominant recessive | benign malignant | acute chronic | proximal distal
anterior posterior | hyper hypo | hypertension hypotension | hyperthermia hypothermia | hyperglycaemia hypoglycaemia
hyperglycemia hypoglycemia | overestimat underestimat | overvalu undervalu | overpaid underpaid | upstream downstream
upgrad downgrad | likely unlikely | possible impossible | liable immune
"""


def _pairs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _PAIRS.replace("\n", "|").split("|"):
        if pair.strip():
            one, other = pair.split()
            found[one].add(other)
            found[other].add(one)
    return {stem: frozenset(others) for stem, others in found.items()}


_OPPOSITES = _pairs()


@lru_cache(maxsize=1 << 14)
def are_opposite(one: str, other: str) -> bool:
    """Whether two folded words say the opposite of one another."""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    return _is_denied(longer, shorter) or _is_listed(one, other) or _is_lessened(one, other)


def _is_denied(longer: str, shorter: str) -> bool:
    """Whether the longer word is the shorter with a denying prefix."""
    if len(shorter) < _ROOT or shorter in _FALSE_ROOTS or not longer.endswith(shorter):
        return False
    prefix = longer[: -len(shorter)].rstrip("-")
    return prefix in PREFIXES and (len(prefix) > 1 or len(shorter) >= _LONG_ROOT)


def _is_listed(one: str, other: str) -> bool:
    """Whether two forms of a pair in the list stand against each other: increased, decreasing."""
    theirs = _stems(other)
    return any(not theirs.isdisjoint(_OPPOSITES.get(stem, ())) for stem in _stems(one))


def _stems(word: str) -> frozenset[str]:
    return frozenset(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))


def _is_lessened(one: str, other: str) -> bool:
    """Whether "-less" stands against "-ful" or the bare word: harmless, harmful, harm."""
    for word, against in ((one, other), (other, one)):
        root = word.removesuffix("less").removesuffix("lessly").removesuffix("lessness")
        if root != word and len(root) >= _ROOT - 1 and against in (root, f"{root}ful", f"{root}fully", f"{root}s"):
            return True
    return False
