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
prais criticis | prais criticiz | prais condemn | prais blam | applaud condemn | welcom reject | welcom condemn
welcom oppos | applaud denounc | endors condemn | endors reject | endors oppos | commend condemn | commend rebuk
hire dismiss | hir fir | hired dismissed | appoint dismiss | promot demot | advance retreat | advanc retreat
ascend descend | ascent descent | conceal reveal | hid revealed | hide reveal | hidden revealed | conceal disclos
disclos withhold | convict acquit | guilt innocence | condemn acquit | condemn pardon | punish reward | punish pardon
punish forgiv | hasten delay | hasten postpon | speed slow | quicken slow | quickly slowly | rapidly slowly
swiftly slowly | fast slowly | rapid slow | swift slow | quick slow | lend withhold | offer withdraw | insert remov
add remov | add subtract | multipl divid | attach detach | fasten unfasten | lock unlock | tie untie | fill empty
fill drain | flood drain | freez melt | freez thaw | frozen thawed | heat cool | warm chill | boil freez | unit divid
merg split | join part | join separat | unit separat | gather scatter | gather dispers | assembl dispers
assembl dissolv | collect distribut | hoard squander | frugal lavish | thrifty wasteful | generous mean
generous miserly | kind cruel | gentle harsh | mild severe | mild harsh | lenient strict | lenient severe
lenient harsh | polite rude | brave cowardly | bold timid | calm agitated | calm stormy | quiet noisy | quiet loud
silent noisy | loud soft | hard soft | rough smooth | sharp blunt | tight loose | tighten loosen | firm loose
rigid flexible | rigid elastic | fragile sturdy | fresh stale | fresh salt | clean dirty | pure impure | clear cloudy
bright dim | bright dull | bright dark | vivid dull | interesting boring | interesting dull | exciting dull
thrilling tedious | amusing dull | pleasant unpleasant | agreeable disagreeable | delight disgust
delighted disgusted | pleased displeased | happy sad | happy unhappy | happi sadness | joy sorrow | joy grief
laugh weep | laugh cry | smil frown | cheerful gloomy | optimis pessimis | optimistic pessimistic | confident doubtful
certain doubtful | certain uncertain | sure unsure | trust distrust | believ disbeliev | believ doubt | respect despis
admir despis | respect contempt | honour disgrac | honor disgrac | honest dishonest | loyal treacherous
loyal disloyal | faithful faithless | faithful treacherous | obey disobey | obey defy | comply defy | submit resist
yield resist | surrender resist | surrender hold | retain discard | retain relinquish | keep discard | kept lost
keep lose | preserv destroy | conserv wast | repair damag | mend break | mended broke | heal wound | cur infect
healthy sick | healthy ill | sick well | sane insane | sober drunk | awake asleep | wake sleep | young aged
ancient modern | modern obsolete | novel familiar | familiar strange | common rare | common uncommon | usual unusual
frequent infrequent | frequent rare | frequently rarely | frequently seldom | abundant scarce | plentiful scarce
ample scant | ample insufficient | sufficient insufficient | adequate inadequate | excess deficit | surplus deficit
surplus shortage | profit loss | profit los | asset liability | credit debit | income expenditure | revenu expens
demand supply | wholesal retail | urban rural | native foreign | domestic foreign | local foreign | local global
national international | general specific | general particular | abstract concrete | theoretical practical
literal figurative | explicit implicit | expressly impliedly | express implied | direct indirect | active passive
active idle | busy idle | diligent lazy | hard-working lazy | clever stupid | wise foolish | educated ignorant
literate illiterate | expert novice | teacher pupil | master servant | parent child | ancestor descendant
predecessor successor | preced follow | precede succeed | former latter | initial final | initially finally
beginning end | begin finish | start finish | start stop | began stopped | launch abandon | continu stop
continu ceas | persist ceas | persist desist | permanent temporary | lasting fleeting | constant variable
stable unstable | steady erratic | regular irregular | even odd | even uneven | flat steep | level sloping
straight crooked | straight bent | convex concave | horizontal vertical | parallel perpendicular
clockwise anticlockwise | clockwise counterclockwise | underneath above | beneath above | atop beneath | near far
nearest farthest | nearer farther | close distant | adjacent distant | here there | within outside | within beyond
towards away | toward away | across along | aboard ashore | on under | head tail | summit foot | peak trough
ceiling floor | roof cellar | heaven hell | angel devil | saint sinner | hero villain | virtu vic | moral immoral
sacred profane | divine human | believer atheist | orthodox heretical | liberal conservative | radical conservative
left-wing right-wing | democra dictatorship | republic monarchy | freedom slavery | free captive | free bound
liberate captur | liberat enslav | releas detain | releas imprison | arrest releas | captur releas | imprison freed
escape captur | rescue abandon | victory defeat | victor vanquished | triumph defeat | conquer liberat
invade withdraw | besiege reliev | mobilis demobilis | arm disarm | aggress defens | offensive defensive
hostile friendly | friendly unfriendly | peaceful warlike | peaceful violent | violent gentle | tolerat forbid
permissive strict | mandatory discretionary | compulsory optional | obligatory optional | required optional
required forbidden | sanction forbid | authoris forbid | authoriz forbid | ratif reject | repeal enact | enact abolish
abolish introduc | introduc withdraw | institut abolish | found abolish | founded dissolved | establish abolish
establish dissolv | affirm revers | affirm overturn | uphold overturn | upheld overturned | uphold revers
upheld reversed | sustain overrul | allow dismiss | allowed dismissed | grant refus | granted refused
accord withhold | dismiss uphold | lesser greater | lowest top | fewest most | understat overstat | shrink swell
dwindl grow | dwindl swell | wan wax | flourish wither | thriv wither | thriv declin | prosper declin | prosper fail
boom slump | recover relaps | recover collaps | climb drop | climb fall | climb tumbl | soar plung | soar plummet
surg plung | jump drop | ascend fall | lift lower | hoist lower | inhale exhale | absorb emit | attract repel
push pull | send receiv | sent received | giv tak | gave took | given taken | giv receiv | donat receiv | pay receiv
deposit withdraw | export domestic | arrive leave | come go | came went | remain leav | stay leav | stayed left
stay depart | remember forg | remembered forgot | learn forget | recall forget | notic overlook | ask answer
question answer | speak listen | read write | teach learn | lead follow | led followed | employ dismiss
dominant subordinate | senior junior | primary secondary | central peripheral | essential superfluous
necessary unnecessary | needed superfluous | relevant irrelevant | important trivial | significant trivial
serious trivial | grave trivial | genuine fake | genuine forged | authentic forged | real imaginary | real fictitious
natural artificial | original copy | accidental deliberate | accidentally deliberately | deliberate inadvertent
intentional accidental | intentionally accidentally | knowingly unwittingly | willing reluctant
willingly reluctantly | eager reluctant | openly secretly | open secret | publicly privately | overt covert
apparent concealed | with without | despite because | toxic harmless | poisonous edible | lethal harmless
fertile barren | fertile sterile | lush barren | ripe unripe | raw cooked | liquid solid | opaque transparent
dense sparse | crowded deserted | inhabited deserted | inhabited uninhabited | occupied vacant | tall short
broad slender | fat thin | plump thin | huge tiny | vast tiny | large tiny | enormous tiny | giant dwarf
whole partial | wholly partly | entirely partly | completely partially | fully partially | totally partially
absolutely relatively | exact approximate | exactly approximately | precise vague | agreement disagreement
consensus dispute | harmony discord | order chaos | order disorder | tidy messy | cooperat compet | solution problem
strength weakness | advantage disadvantage | benefit drawback | merit demerit | merit defect | cause effect
cause prevent | stimulat inhibit | stimulat suppress | activat inhibit | activat deactivat | excit inhibit
promot inhibit | facilitat imped | facilitat hinder | facilitat obstruct | aid hinder | assist hinder
assist obstruct | enhanc impair | enhanc diminish | enhanc reduc | amplif attenuat | intensif diminish | intensif abat
aggravat alleviat | aggravat reliev | worsen alleviat | exacerbat alleviat | exacerbat mitigat | rise decline
rose declined | increas declin | increas diminish | increas fall | increas fell | increas drop | grow declin
grew declined | growth decline | gain declin | upgrad downgrad | likely unlikely | possible impossible | liable immune
affirm deny | affirmed denied | assert deny | asserted denied
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
    stems = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    # acquitted, fitting: the ending has doubled the letter before it
    doubled = (stem for stem in stems - {word} if len(stem) > _ROOT and stem[-1] == stem[-2] and stem[-1] not in "ls")
    stems |= {stem[:-1] for stem in doubled}
    return frozenset(stems)


def _is_lessened(one: str, other: str) -> bool:
    """Whether "-less" stands against "-ful" or the bare word: harmless, harmful, harm."""
    for word, against in ((one, other), (other, one)):
        root = word.removesuffix("less").removesuffix("lessly").removesuffix("lessness")
        if root != word and len(root) >= _ROOT - 1 and against in (root, f"{root}ful", f"{root}fully", f"{root}s"):
            return True
    return False
