"""What a scanner takes for what: the shapes it mixes up, and the words that it may not turn into one another.

The pairs of shapes are those that proof-readers of scanned books list (MobileRead wiki, "OCR villains") and that
Tesseract's own table of ambiguities gives (unicharambigs(5)), as far as they are shapes and not slips of one program;
the choice among them is ours. Shapes that part many common words (e/o, c/o, r/f) are left out: what they would save
is less than what they would forgive.
"""

from __future__ import annotations

from holdwater.match import lexicon

_SHAPES = (
    "c/e h/b u/n u/ii n/ii n/ri i/l i/j v/y g/q f/s m/rn m/in m/ni m/nn m/iii w/vv d/cl d/ci h/li h/ii u/li "
    "th/di th/ih th/tii th/tli th/dl hn/lm un/im k/lc ff/fl fi/fl 0/o 1/l 1/i 1/j 5/s 8/b 2/z 6/b 9/g 9/q"
)
"""A shape and what it is taken for, either way round; folded, so that I is i and O is o."""


def _both_ways(shapes: str) -> frozenset[tuple[str, str]]:
    pairs = [tuple(pair.split("/")) for pair in shapes.split()]
    return frozenset((one, other) for one, other in pairs) | frozenset((other, one) for one, other in pairs)


CONFUSED = _both_ways(_SHAPES)
"""Pairs of a shape and what it is taken for; digits with letters, never a digit with a digit."""
DOUBTFUL = _both_ways("l/t a/o")
"""Shapes that part many common words: they are only looked for where the rest of the word leaves no doubt."""
NARROW = frozenset("il'")
"""Thin shapes, which a scanner loses or sees where there is a speck."""

CLOSED = (
    lexicon.NEGATIONS
    | lexicon.QUANTIFIERS
    | lexicon.NUMBERS
    | lexicon.CONJUNCTIONS
    | lexicon.MODALS
    | frozenset(
        "a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they "
        "them their theirs who whom whose which what when where why how am is are was were be been being do does did "
        "done doing have has had having to of in on at by for from with into onto upon out off up down through though "
        "thorough thought although before after between beyond behind beneath below above again against during until "
        "till within as if than then thus so such yet also too very else ever even here there hence thence now just "
        "own same other another that's it's he's she's we're they're you're i'm i'll we'll he'll she'll i'd we'd he'd "
        "she'd let's who's der die das den dem des ein eine einen einem einer im am an zu von mit bei nach vor um wie "
        "wo was wer es er sie wir ihr ihn ihm sich so da du le la les un une des du de en dans sur il elle "
        "on nous vous "
        "ils elles ce cet cette se sa son ses que qui dont el los las lo una uno unos unas del al con por para que su "
        "sus yo tu se te me".split()
    )
)
"""Words of the closed classes: two of them are never one another, however alike they look."""

SHORT = frozenset(
    "act add age ago aid aim air arm art ask bad bag bar bed big bit box boy bus buy car cup cut day dog due eat egg "
    "end eye far fee fit fly fun gas get got gun guy hat hit hot ice ill job key kid law lay leg let lie log lot low "
    "man map men met mix net new oil old pay pen pet put ran raw red rid row run sat say sea see set sex sit six sky "
    "son sum sun tax tea ten tie tip top toy try two use van via war way wet win won yes yet go ha oh ok".split()
)
"""The commonest words of up to three letters outside the closed classes."""

_TWINS = (
    "academics/academies accidental/occidental acid/add adapt/adopt adapted/adopted adapting/adopting adapts/adopts "
    "ail/all alien/allen ambitions/ambitious and/arid apples/applies apposite/opposite arc/are aver/over awn/own "
    "back/hack backing/hacking bad/had bail/ball bails/hails bair/hair bake/hake bale/hale ball/hall balls/halls "
    "bam/barn bams/barns band/hand banded/handed banding/bonding bands/hands bang/hang bank/hank bard/hard "
    "bare/hare baring/barring bark/hark barrow/borrow barrow/harrow barrows/borrows bash/hash baste/haste "
    "basten/hasten bat/hat batch/hatch bate/hate bath/both bath/hath bats/hats batter/hatter bay/hay bead/head "
    "beading/heading beads/heads bean/beau bear/hear beard/heard bearing/hearing bears/hears beat/heat "
    "beating/heating belied/bellied bell/hell ben/hen bid/hid bide/hide bill/hill bills/hills bind/hind bis/his "
    "bit/hit bitch/hitch bits/hits blacked/blocked blacking/blocking board/hoard boards/hoards bobby/hobby "
    "bold/hold bole/hole bolster/holster bolt/holt bone/hone boned/honed book/hook books/hooks boot/hoot booth/both "
    "boots/hoots borde/horde born/horn bot/hot bound/hound bounded/hounded bounds/hounds bow/how bowl/howl "
    "buck/huck buff/huff bug/hug bugs/hugs bulk/hulk bull/hull bulling/butting bulls/hulls bum/burn bump/hump "
    "bumps/humps bums/burns bunch/hunch bunk/hunk bunt/hunt bunting/hunting burl/hurl burst/hurst burt/hurt "
    "bush/hush bushes/hushes busk/husk but/hut butch/hutch cafe/case can/con caning/canning capital/capitol "
    "capitals/capitols car/ear carl/earl carried/earned carrier/earner carriers/earners cars/ears case/ease "
    "cast/east casting/costing cat/eat cats/eats causes/clauses cautions/cautious ceil/cell ceiling/celling "
    "check/cheek checks/cheeks clad/dad clam/dam clamp/damp clamps/damps clan/dan clark/dark clash/dash clay/day "
    "clean/dean cleans/deans clear/dear clears/dears clements/demerits clements/elements click/dick clime/dime "
    "cling/ding clip/cup clip/dip clips/dips clive/dive clock/dock clocks/docks clog/dog clone/done close/dose "
    "closed/dosed closes/doses closing/dosing clot/dot clots/dots clove/dove clown/down cluck/duck clue/due "
    "clues/dues clump/dump clumps/dumps clung/dung coin/com collage/college com/corn comer/corner coming/corning "
    "compete/complete competed/completed competes/completes competing/completing compiled/complied "
    "compiles/complies contentions/contentious counsellor/counselor daily/dally dane/done dawn/down deft/dest "
    "deli/dell denying/deriving depart/deport departed/deported departing/deporting depicted/depleted "
    "depiction/depletion depictions/depletions desert/dessert dime/dune diners/dinners discard/discord doc/doe "
    "docs/does doubled/doubted doubling/doubting economics/economies entities/entitles eve/eye eves/eyes "
    "fable/sable factions/factious fad/sad fag/sag fail/fall fail/sail failed/sailed failing/falling "
    "failing/sailing fails/falls fails/sails faint/saint fake/sake falling/sailing fallow/sallow fame/same "
    "fang/sang far/for farmer/former farmers/formers farming/forming fat/sat fear/sear feared/scared fears/sears "
    "feat/seat feats/seats fec/fee fee/see feed/seed feeding/seeding feeds/seeds fees/sees fell/sell fend/feud "
    "fend/send fender/sender fever/sever few/sew fewer/sewer fiat/flat fickle/sickle fide/side fides/sides "
    "fight/sight fights/sights filing/filling fill/sill filled/fitted filling/fitting fin/sin fine/sine "
    "finger/singer fingers/singers fink/sink fire/sire fit/sit fits/sits fitting/sitting fix/six flag/slag "
    "flap/slap flaps/slaps flash/slash flashed/slashed flat/slat flay/slay fled/sled flew/slew flight/slight "
    "flip/slip flit/slit flog/slog flour/four flow/slow flowed/slowed flower/slower flowing/slowing flows/slows "
    "flung/slung fly/sly foil/soil foils/soils fold/sold folder/solder foot/soot fore/sore fort/sort forts/sorts "
    "fought/sought foul/soul fouls/souls found/sound founded/sounded founder/sounder founding/sounding "
    "founds/sounds four/sour fun/sun funk/sunk fur/sur gail/gall gaining/gaming gift/gist glasses/glosses "
    "grain/gram grains/grams guest/quest guests/quests guilt/quilt had/hod hail/hall handing/handling haves/hayes "
    "haw/how he/lie hen/lien holly/hotly hon/lion hoping/hopping icc/ice ied/led infect/insect "
    "infections/infectious injures/injuries inquires/inquiries lacking/locking lacking/tacking land/laud "
    "lapping/tapping lasting/tasting left/lest lending/tending licking/ticking lien/lieu lift/list lifted/listed "
    "lifting/listing lifts/lists lighter/tighter lightly/tightly littering/uttering loft/lost loosing/losing "
    "lopping/topping lowered/towered lowering/towering lowing/towing mail/mall mails/malls mare/more mast/most "
    "mating/matting mentor/meritor modem/modern month/mouth months/mouths moore/more nation/notion nations/notions "
    "no/rio not/riot nuclear/unclear oft/ost packets/pockets pail/pall painted/pointed painter/pointer "
    "painting/pointing palling/patting parting/porting patent/patient patents/patients patting/potting "
    "paving/paying paying/playing peck/peek pining/pinning planed/planned planing/planning poling/polling "
    "posited/posted pulling/putting rains/rams rating/ratting raved/rayed reality/realty recital/rectal reck/reek "
    "religions/religious repeal/repeat repealed/repeated repealing/repeating repeals/repeats rife/rise rim/run "
    "robbing/robing roil/roll rolled/rotted rolling/rotting san/son saving/saying savings/sayings scar/sear "
    "scared/scarred scaring/scarring scat/seat sec/see seditions/seditious seller/setter selling/setting "
    "setter/settler setting/settling seventy/severity shim/shun singing/singling siting/sitting slain/slam "
    "slating/stating slaver/slayer slavers/slayers slaying/staying sleeping/steeping slim/sum sloping/slopping "
    "slopped/stopped slopping/stopping specifics/specifies stared/starred staring/starling staring/starring "
    "starring/storing starting/startling staved/stayed staving/staying stein/stem stem/stern stems/sterns "
    "still/stilt stones/stories stores/stories stranger/stronger striped/stripped striping/stripping "
    "suspicions/suspicious tacking/talking tail/tall tailing/tolling taking/talking taping/tapping tiling/tilling "
    "till/tilt time/tune timing/tuning toil/toll tom/torn ton/tori train/tram trains/trams veiled/yelled vet/yet "
    "wail/wall wails/walls wham/whom while/white wife/wise yams/yarns "
)


def _pairs(pairs: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in pairs.split())


TWINS = _pairs(_TWINS)
"""Pairs of real words that scanners take for one another. No such list is complete; `presets.judged` also asks whether
the source itself knows both."""
