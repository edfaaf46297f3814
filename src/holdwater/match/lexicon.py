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
    ("save", "in"),
    ("save", "for"),
    ("save", "as"),
    ("save", "by"),
    ("save", "when"),
    ("save", "if"),
    ("save", "with"),
    ("save", "under"),
    ("save", "upon"),
    ("other", "than"),
    ("only", "for"),
    ("only", "in"),
    ("only", "under"),
    ("only", "after"),
    ("in", "so", "far"),
    ("insofar",),
    ("apart", "from"),
    ("aside", "from"),
    ("barring",),
    ("assuming", "that"),
    ("assuming", "always"),
    ("on", "the", "condition"),
    ("on", "condition", "of"),
    ("on", "the", "understanding"),
    ("with", "the", "exception"),
    ("with", "the", "proviso"),
    ("with", "the", "reservation"),
    ("contingent", "on"),
    ("contingent", "upon"),
    ("conditional", "on"),
    ("conditional", "upon"),
    ("only", "with"),
    ("only", "by"),
    ("only", "on"),
    ("only", "until"),
    ("if", "and", "only", "if"),
    ("and", "only", "if"),
    ("and", "then", "only"),
    ("and", "not", "otherwise"),
    ("to", "the", "extent"),
    ("so", "far", "as"),
    ("save", "one"),
    ("save", "two"),
    ("save", "the"),
    ("bar", "one"),
    ("bar", "two"),
    ("excluding",),
    ("with", "one", "exception"),
    ("with", "two", "exceptions"),
    ("with", "few", "exceptions"),
    ("with", "some", "exceptions"),
    ("with", "certain", "exceptions"),
    ("with", "exceptions"),
    ("with", "reservations"),
)
"""How a source goes on when it limits what it has just said."""
LIGHT_CONDITIONS = (
    ("if",),
    ("only",),
    ("until",),
    ("in", "part"),
    ("in", "theory"),
    ("on", "paper"),
    ("in", "name"),
    ("in", "principle"),
    ("in", "appearance"),
    ("assuming",),
    ("failing",),
    ("pending",),
    ("to", "some", "extent"),
    ("to", "a", "limited"),
    ("in", "the", "event"),
    ("for", "now"),
    ("for", "the", "moment"),
    ("for", "the", "present"),
    ("for", "the", "time", "being"),
    ("at", "least"),
    ("at", "most"),
    ("at", "best"),
    ("at", "the", "most"),
    ("at", "the", "outside"),
    ("or", "thereabouts"),
    ("or", "fewer"),
    ("or", "less"),
)
"""How it goes on too behind any phrase: these limit a whole sentence alone."""

DENIALS = frozenset(
    "false untrue wrong incorrect mistaken deny denies denied denying doubt doubts doubted doubting "
    "dispute disputes disputed reject rejects rejected rejecting refute refutes refuted forget forgotten "
    "overlook overlooked ignore ignored disagree disagrees disagreed fail fails failed refuse refuses "
    "refused decline declines declined question foreclose forecloses foreclosed preclude precludes "
    "precluded secret surprise surprising wonder coincidence myth few little unlikely impossible disprove "
    "disproves disproved lie falsehood untruth fallacy slander nonsense".split()
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
    "plausible follow follows persuaded convinced satisfied sure".split()
)
"""Words behind which a clause that begins with "that" is what is claimed, and not a description."""
MERELY = frozenset("only merely just simply solely even least".split())
"""After "not" these deny nothing: not only, not merely."""
LIMITS = frozenset("unless except excepting if lest whether".split())
"""Words that make what follows them a condition or an exception."""
COPULAS = frozenset("is are was were be been being has have had does do did will would shall should may can".split())
"""Verbs that wait for the rest of their predicate."""
IMAGINED = frozenset("would could might should".split())
"""Verbs by which a statement says itself that it depends on something."""
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
    "boast boasts boasted imagine imagines imagined fancy fancies fancied "
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
UNSURE = HEDGES | frozenset(
    "allegedly reportedly supposedly apparently purportedly ostensibly seemingly conditionally insufficiently "
    "nominally theoretically potentially hypothetically falsely wrongly mistakenly rumoured".split()
)
"""Adverbs that take back, or put in another's mouth, what they stand beside."""
SHARES = frozenset(
    "part parts half most some several few little many minority third quarter fraction portion percent one two three "
    "four five six seven eight nine ten fewer less more majority none neither either".split()
)
"""What "… of the" takes from a whole."""
UNREAL = frozenset(
    "expect expects expected anticipate anticipates anticipated forecast forecasts rumoured swore swears swear "
    "hope hopes hoped hoping fear fears feared fearing wish wishes wished dream dreams dreamed dreamt joke jokes joked "
    "suspect suspects suspected pretend pretends pretended guess guesses guessed predict predicts predicted seem seems "
    "seemed might may could possible conceivable imaginable mistaken mistake error legend wrong lie lied fiction "
    "superstition fantasy illusion delusion".split()
)
"""Words behind which a clause with "that" tells of nothing that is so, or of what is only guessed."""
ATTEMPTS = frozenset(
    "fail fails failed failing refuse refuses refused decline declines declined neglect neglects neglected omit omits "
    "omitted try tries tried trying attempt attempts attempted hope hopes hoped hoping want wants wanted wish wishes "
    "wished plan plans planned intend intends intended offer offers offered promise promises promised threaten "
    "threatens threatened vow vows vowed propose proposes proposed expect expects expected hesitate hesitates "
    "hesitated forget forgot ask asked order ordered urged urge tempted reluctant unable unwilling unlikely likely "
    "about supposed seek seeks sought pretend pretends pretended seem seems seemed appear appears appeared agree "
    "agrees agreed ready eager willing free forbidden required allowed obliged entitled scheduled set due proud wish "
    "power right duty obligation ought denied deny denies denying boasted boasts accused suspected avoided avoid "
    "narrowly close short difficult hard impossible".split()
)
"""Words behind which a verb tells of nothing that has happened: "tried to", "is likely to", "denied having"."""
RUMOURED = frozenset(
    "said believed thought claimed claims claim argued alleged supposed reported rumoured held considered deemed "
    "assumed known presumed understood reputed rumored seems appears".split()
)
"""Verbs of hearsay: "is said to have"."""
LINKS_TO_A_VERB = frozenset(
    ("to", "to have", "to be", "to have been", "having", "having been", "of having", "of being", "from having")
)
"""What ties a verb to the word that says whether it came to anything."""
IMPLYING = frozenset(
    "managed able proceeded went came began begun continued continues happened helped used caused led chose got dared "
    "bothered did does started ceased".split()
)
"""Words behind which a verb tells of what did happen: "managed to"."""
NARROWING = frozenset("only solely seldom rarely some few partly partially sometimes occasionally".split())
"""Words that take something from what stands beside them."""
PASTS = frozenset(
    "lost won took gave made came went found left built paid sold bought sent kept held met ran rose fell grew wrote "
    "spoke broke chose drew drove began became brought caught fought led got saw sat stood struck taught threw knew "
    "thought felt told said put set cut let won bore swore wore fled hid rode flew sank sang rang drank ate slept wept "
    "crept swept dealt meant bent lent spent hung swung clung shone shot slid stuck dug withdrew undertook overcame "
    "overtook forgot forgave froze stole woke tore grew blew arose shook shrank sprang sought bound".split()
)
"""Verbs in the past tense that do not end in "-ed"."""
PRESENT = frozenset(
    "accept admit adopt allow apply arrive attack attend avoid become begin belong break bring build burn buy carry "
    "catch choose collect come compel complain consist contain cost cover cross decide defend deliver demand depend "
    "describe destroy die differ disappear dominate draw drink drive earn eat elect employ enjoy enter exceed "
    "encourage exist expect fail fall feed feel fight find flow fly follow forbid forget form get give go grow happen "
    "hate hear help hide hire hope improve include increase inhabit insist invade join keep kill know lack last lead "
    "learn leave lend lie like live lose love make marry meet migrate move need neglect obey occur offer oppose own "
    "pay prefer produce protect prove provide publish pursue quit reach read receive recover refuse regret reject "
    "rely remain remember remove repair require resemble resist rest retain return reveal rise rule run save see seek "
    "seem sell send serve settle shrink sing sink sit sleep smell spend spread stand starve stay steal strike succeed "
    "suffer supply surpass survive swim take teach tell tend think thrive throw travel turn understand use vary visit "
    "want wear weigh win wish write yield praise despise pays says goes does has lies dies prevent reduce create "
    "affect reflect represent constitute establish determine recommend enable ensure eliminate replace possess appear "
    "arise conclude confirm contradict threaten undermine weaken strengthen worsen relieve ruin".split()
)
"""Verbs as many do them now."""
OFFICES = frozenset(
    "minister member members speaker chairman chairwoman chair president secretary counsel witness attorney "
    "general lord lady judge justice senator professor clerk commissioner officer".split()
)
"""Words by which a record names who speaks."""
SAYING = frozenset(
    "warn argue claim believe think insist deny write reply add declare ask accuse call hold contend allege "
    "affirm".split()
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


def is_saying(key: str) -> bool:
    """Whether a folded word looks like a verb of saying, claiming or denying."""
    return key in REPORTING or key in SAYING or key in DOUBTFUL or key in DENIALS


def is_finite(key: str) -> bool:
    """Whether a folded word looks like the verb of a statement: "was", "may", "said", "lost", "relieved"."""
    return key in COPULAS or key in MODALS or key in REPORTING or key in SAYING or key in PASTS or key.endswith("ed")


def is_present(key: str) -> bool:
    """Whether a folded word looks like a verb in the present tense: "enter", "enters", "carries"."""
    return key in PRESENT or key.removesuffix("s") in PRESENT or key.removesuffix("es") in PRESENT


def is_number(key: str) -> bool:
    """Whether a folded word is a number, in digits (bracketed or not) or words, or a sign that makes one."""
    return key.lstrip("[*")[:1].isdigit() or key in NUMBERS
