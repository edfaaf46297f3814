"""The kind of a quantity: what the words around it make of it. A level, a share, a change, a total, a duration."""

from __future__ import annotations

from holdwater.extract.quantities.changes import CHANGE, COMPARING, NOUNS
from holdwater.extract.quantities.drafts import Draft
from holdwater.extract.quantities.model import Dimension, Direction, Hedge, QuantityKind, Unit
from holdwater.extract.quantities.numerals import Form

_SKIP_BEFORE = frozenset(
    """about around nearly almost roughly approximately some only just a an the over under more less than at least
    most up
    to as much many by further another estimated even far well slightly little staggering mere still fully again
    sharply slowly steadily rapidly annual whopping modest massive huge""".split()
)
_ADVERBS = frozenset(
    "sharply slowly steadily rapidly slightly only further again then also even still on average".split()
)
_SHARE_NOUNS = frozenset(
    "turnout polling support share proportion percentage fraction portion part quota majority minority stake".split()
)
_SHARE_VERBS = frozenset(
    """account accounts accounted accounting made make makes making represent represents represented representing
    comprise
    comprised comprises constitute constituted constitutes owned own owns hold held holds received won got took
    formed form contain contains contained covers covered""".split()
)
_LEVEL_LEFT = frozenset(
    """at was is were are be been of to from reached reaching reach hit hits averaged averaging stood between and
    remained
    remains totalled stays stayed became exceeded exceeds exceeding passed topped = : set rate around near""".split()
)
_RATES = frozenset(
    """rate rates ratio literacy unemployment inflation interest enrolment enrollment coverage poverty mortality
    prevalence yield return margin tax tariff duty vat probability chance likelihood risk level occupancy humidity
    approval efficiency accuracy score confidence employment""".split()
)
_VAGUE = frozenset("about around some nearly almost over roughly approximately only just".split())
_NOT_PART = frozenset(
    """in at on by for from to than as and or but while when where after before since during until up down higher
    lower more less
    among between per a an the last this that which compared against across over under with last next""".split()
)
_NOW = frozenset("now currently already today itself".split())
_THRESHOLDS = frozenset("below above beneath beyond past".split())
_MOVES = frozenset(
    """climb climbs climbed climbing fall falls fell dropped drop drops descend descends descended plunged plunges sank
    sinks slid slipped tumbled rises""".split()
)
_LEVELS = frozenset(
    """level levels sea water table river lake tide tides rainfall snow depth height average mean ice reservoir
    groundwater size length distance record""".split()
)
_BREAKS = frozenset(
    [",", ";", ":", "(", ")", "—", "–", "and", "but", "while", "which", "who", "that", "whereas", "than"]
)


def settle(draft: Draft, last: Draft | None = None) -> None:
    """Give a draft its kind and its direction, where the scanner has not; `last` is the draft before it."""
    if last is not None and last.words is not draft.words:
        last = None
    left, right = _left(draft), _right(draft)
    if draft.kind in (QuantityKind.RATIO, QuantityKind.TIMES_MORE):
        _fold_change(draft, left, right)
        return
    if draft.kind is not None and not (draft.kind is QuantityKind.SHARE and draft.form is Form.PART):
        return
    dimension = draft.unit.dimension
    if dimension is Dimension.POINT:
        draft.kind = QuantityKind.POINT_CHANGE
        draft.direction = _direction(left, right)
        return
    if _is_change(draft, left, right):
        draft.kind = _kind_of_change(dimension)
        draft.direction = _direction(left, right)
        return
    if last is not None and dimension is not Dimension.TIME and _says_again(last, draft, right):
        draft.kind, draft.direction = _kind_of_change(dimension), last.direction
        return
    if draft.kind is not None:
        return
    if dimension is Dimension.TIME:
        aged = draft.unit.name == "year" and any(word in ("age", "aged", "ages") for word in _age_clause(left))
        draft.kind = QuantityKind.AGE if aged else QuantityKind.DURATION
    elif dimension is not Dimension.PERCENT and _is_total(draft, left, right):
        draft.kind = QuantityKind.TOTAL
    elif dimension is Dimension.PERCENT:
        draft.kind = _share_or_level(draft, left, right)
        if last is not None and last.kind is QuantityKind.SHARE and _is_earlier(last, left):
            draft.kind = QuantityKind.SHARE
    else:
        draft.kind = QuantityKind.LEVEL


def _says_again(last: Draft, draft: Draft, right: list[str]) -> bool:
    """Whether it gives the change before it in other words: "up by 9%, or 412 offences", "fell by 19% (by 24 t)"."""
    changed = last.kind in (QuantityKind.CHANGE, QuantityKind.RELATIVE_CHANGE, QuantityKind.POINT_CHANGE)
    if not changed or draft.is_range or draft.starts_at is not None or right[:1] == ["of"]:
        return False
    return draft.words.lower[last.behind : draft.before] in (
        [",", "or"],
        ["or"],
        ["(", "by"],
        ["(", "or"],
        [",", "or", "by"],
    )


def _is_earlier(last: Draft, left: list[str]) -> bool:
    """Whether a percentage is the earlier figure of the one before it: "59% of turnover, up from 44%"."""
    if last.unit.dimension is not Dimension.PERCENT:
        return False
    return left[:1] == ["from"] and left[1:2] in (["up"], ["down"]) and len(left) > 2 and left[2] != "went"


def _age_clause(left: list[str]) -> list[str]:
    """The words before that may say that it is an age: "mean age, 81.3 years"."""
    return _clause(left[1:] if left[:1] == [","] else left)[:8]


def _kind_of_change(dimension: Dimension) -> QuantityKind:
    return QuantityKind.RELATIVE_CHANGE if dimension is Dimension.PERCENT else QuantityKind.CHANGE


def _left(draft: Draft) -> list[str]:
    """Up to twelve words before the quantity, the nearest first."""
    return draft.words.lower[max(0, draft.before - 12) : draft.before][::-1]


def _right(draft: Draft) -> list[str]:
    return draft.words.lower[draft.behind : draft.behind + 8]


def _fold_change(draft: Draft, left: list[str], right: list[str]) -> None:
    """ "a threefold increase", "rose tenfold": a relative change of 200 %, 900 %."""
    nearest = [word for word in left[:3] if word not in _SKIP_BEFORE]
    changed = any(word in CHANGE for word in nearest[:1]) or any(word in NOUNS for word in right[:1])
    word = draft.words.lower[draft.before : draft.behind]
    if not (changed and word and ("fold" in word[-1] or draft.unit.name == "fold")):
        return
    draft.kind = QuantityKind.RELATIVE_CHANGE
    draft.value, draft.low, draft.high = ((each - 1) * 100 for each in (draft.value, draft.low, draft.high))
    draft.half_steps = tuple(step * 100 for step in draft.half_steps)
    draft.unit = Unit(Dimension.PERCENT, "percent")
    draft.direction = _direction(left, right)


def _is_change(draft: Draft, left: list[str], right: list[str]) -> bool:
    """Whether the words beside it say that so much was added or taken away."""
    if draft.starts_at is not None or _is_place(draft, left):
        return False
    if "average" in left[:2] and left[:1] == ["of"]:  # "by an average of 8 %"
        left = left[left.index("average") + 1 :]
    near = next((index for index, word in enumerate(left) if _counts(left, index)), len(left))
    nearest = left[near] if near < len(left) else ""
    if nearest == "to":
        return False
    if nearest == "by" and draft.unit.dimension is Dimension.PERCENT:
        return True
    if right[:1] == ["of"] and "by" not in left[: near + 1]:
        return False
    if "by" in left[: near + 1] and _changes_in(left[near:]):
        return True
    if "to" in left[: max(near, 1)] and "up" not in left[:near]:
        return False
    if nearest == "up" and near + 1 < len(left) and left[near + 1] in _SHARE_VERBS:  # "made up 12%"
        return False
    if nearest in ("up", "down") or _is_changing_verb(nearest, draft):
        return True
    if nearest == "of" and near + 1 < len(left) and left[near + 1] in NOUNS:
        return left[near + 1] not in ("loss", "losses", "gap", "gains") or draft.unit.dimension is Dimension.PERCENT
    return _change_behind(draft, right)


def _is_place(draft: Draft, left: list[str]) -> bool:
    """Whether a number says where something is or came to, although a word of change stands before it."""
    physical = draft.unit.dimension is Dimension.PHYSICAL
    return _is_threshold(draft) or (physical and (left[:1] == ["at"] or _is_way(draft, left)))


def _is_threshold(draft: Draft) -> bool:
    """Whether the hedge says what is crossed and not by how much: "slipped below 50 %", "rose above 3 %"."""
    hedge = draft.words.lower[draft.before : min(draft.before + 2, draft.words.first_from(draft.number[0]))]
    return any(word in _THRESHOLDS for word in hedge)


def _is_way(draft: Draft, left: list[str]) -> bool:
    """Whether a length is a way that was covered, and no difference of levels: "climbed 404 feet", "a fall of 1 m"."""
    if draft.unit.base != "metre" or "by" in left[:3] or draft.hedge is Hedge.NEARLY:
        return False
    clause = left[:10]
    return any(word in _MOVES for word in clause[:3]) and not any(word in _LEVELS for word in clause)


def _counts(left: list[str], index: int) -> bool:
    """Whether a word before says something of the number: not its hedge, but "up" where no "to" stands behind it."""
    word = left[index]
    if word == "up":
        return index == 0 or left[index - 1] != "to"
    return word not in _SKIP_BEFORE or word == "by"


def _is_changing_verb(word: str, draft: Draft) -> bool:
    """ "rose 5%"; of counts and money only verbs that take a difference ("added 300 jobs", not "lost 300 men")."""
    if word not in CHANGE or word in ("go", "goes", "went", "growing", "lower", "loss", "gap", "difference", "growth"):
        return False
    if draft.unit.dimension is Dimension.PERCENT:
        return True
    return word not in (
        "cut",
        "raised",
        "raise",
        "raises",
        "lost",
        "lose",
        "losing",
        "loses",
        "shed",
        "double",
        "gained",
        "advance",
        "contract",
        "improvement",
    )


def _changes_in(words: list[str]) -> bool:
    for word in words[1:10]:
        if word in CHANGE:
            return True
        if word in (";", ":", "("):
            return False
    return False


def _change_behind(draft: Draft, right: list[str]) -> bool:
    if not right:
        return False
    first, second = right[0], right[1] if len(right) > 1 else ""
    percent = draft.unit.dimension is Dimension.PERCENT
    if percent and right[:3] == ["in", "relative", "terms"]:
        return True
    if percent and (first in NOUNS or (second in NOUNS and first not in _BREAKS and first not in ("of", "in"))):
        return True
    if not percent:
        return _counts_more(draft, right) or (
            first in COMPARING
            and "than" in right[1:4]
            and draft.unit.dimension in (Dimension.MONEY, Dimension.PHYSICAL)
        )
    return first == "short" or (first in COMPARING and (second != "of" or first != "off"))


def _counts_more(draft: Draft, right: list[str]) -> bool:
    """ "4,100 more doctors than", "35 fewer than": so many in addition."""
    if draft.unit.dimension not in (Dimension.NUMBER, Dimension.COUNT):
        return False
    number = draft.words.first_from(draft.number[1])
    said = draft.words.lower[number : number + 1]
    return said in (["more"], ["fewer"]) and "than" in (right[:3] if number < draft.behind else right[1:4])


def _direction(left: list[str], right: list[str]) -> Direction:
    """Which way: by the word of change nearest to the quantity."""
    if right and right[0] in COMPARING:
        return COMPARING[right[0]]
    for word in right[:2]:
        if word in CHANGE and CHANGE[word] is not Direction.NONE:
            return CHANGE[word]
    for word in left:
        if word in (";", ":"):
            break
        if word in CHANGE and CHANGE[word] is not Direction.NONE:
            return CHANGE[word]
    return Direction.NONE


def _is_total(draft: Draft, left: list[str], right: list[str]) -> bool:
    near = [word for word in left[:6] if word not in _VAGUE]
    spoken = " ".join(reversed(near[:3]))
    if spoken.endswith(
        (
            "total of",
            "totalling",
            "totaling",
            "totalled",
            "totaled",
            "in total",
            "in all ,",
            "altogether ,",
            "in total ,",
            "altogether",
            "sum of",
            "combined",
            "total was",
            "total is",
            "in all",
            "totals",
            "grand total of",
        )
    ):
        return True
    follows = " ".join(right[:2])
    words = draft.words
    if right and words.starts[draft.behind] - draft.end > 2:  # a full stop, or a note mark, stands between
        follows = ""
    return (
        follows.startswith(("in all", "in total", "altogether", "all told", "overall", "all together"))
        or "total" in left[:1]
    )


def _share_or_level(draft: Draft, left: list[str], right: list[str]) -> QuantityKind:
    """A percentage "of" something or with a verb behind it is a share; behind "at", "was", "reached" it is a level."""
    first = right[0] if right else ""
    clause = _clause(left)
    if first in ("of", "share", "stake", "majority", "minority") or any(word in _SHARE_NOUNS for word in clause[:8]):
        return QuantityKind.SHARE
    if any(word in _SHARE_VERBS for word in clause[:4]):
        return QuantityKind.SHARE
    if draft.starts_at is not None:
        return QuantityKind.LEVEL
    near = next((word for word in left if word not in _SKIP_BEFORE | _NOW or word in _LEVEL_LEFT), "")
    if near in ("is", "was", "are", "were", "be", "been") and first.isalpha() and first not in _NOT_PART:
        return QuantityKind.SHARE  # "is 86 percent water"
    if near == "to" and "compared" in left[:4]:
        return QuantityKind.SHARE
    if any(word in _RATES for word in [*clause[:8], *_clause(right[:3])]):
        return QuantityKind.LEVEL
    return QuantityKind.LEVEL if near in _LEVEL_LEFT and near not in ("and", ":") else QuantityKind.SHARE


def _clause(left: list[str]) -> list[str]:
    """The words before, the nearest first, up to where the clause begins."""
    for index, word in enumerate(left):
        if word in (";", ":", "(", ",", "while", "whereas", "but"):
            return left[:index]
    return left
