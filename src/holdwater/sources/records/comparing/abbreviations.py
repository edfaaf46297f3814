"""Abbreviated words of journals' titles, by the rules of ISO 4 and a table of what these rules do not tell.

ISO 4 cuts a word behind some of its letters ("J. Appl. Phys.") or, rarely, contracts it ("Natl."). Cutting is a rule
here, and needs no table; the table holds contractions, letters that stand for one word alone, and cuts that two words
share and only one of them uses ("Phys." is physics, physiology is "Physiol."). It is our own and follows the usage that
the ISSN Centre's List of Title Word Abbreviations records.
"""

from __future__ import annotations

from functools import lru_cache

from holdwater.sources.records.comparing.spelling import spelt
from holdwater.sources.records.comparing.written import without_umlauts


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of "abbreviation: beginnings of the words it stands for"."""
    pairs = (entry.partition(":") for entry in text.split(";"))
    return {short.strip(): tuple(words.split()) for short, _, words in pairs}


_CONTRACTED = _table(
    """
    jnl: journal; jour: journal; jrnl: journal; natl: national; nat: nation natur; intl: international; internat:
    international; dtsch: deutsch; wkly: weekly; mon: monthly monats; mgmt: management; mgt: management; mngmt:
    management; qtly: quarterly; qrtly: quarterly; engrg: engineering; engng: engineering; engl: england english;
    assn: association; ass: association; dept: department; govt: government; bldg: building; yb: yearbook; jpn: japan;
    jb: jahrbuch jahresbericht; jahrb: jahrbuch jahrbucher; zbl: zentralblatt; zentbl: zentralblatt; mh: monatshefte;
    abh: abhandlung; wiss: wissenschaft; ges: gesellschaft gesamt; tr: transactions trudy; ltrs: letters; lett:
    letters lettere; expt: experiment; exptl: experimental; cpd: compound; amer: america; okon: okonom ekonom; ekon:
    ekonom; geog: geograph; phot: photograph; philos: philosoph; crit: critic critiq kritik; bio: biolog biosci; hosp:
    hospital; newsl: newsletter; wld: world; pty: psychiatry; sup: supplement; tec: tecnolog tecnic; tidskr:
    tidskrift; cent: centur central; uni: universit; mex: mexic; esp: espan; ky: kentucky; va: virginia; la:
    louisiana; pa: pennsylvania; md: maryland; mo: missouri; ga: georgia; vt: vermont; nw: northwestern; wm: william;
    rts: rights; socy: society; poly: policy; commn: commission; envtl: environmental; probs: problems; pub: public;
    geneeskd: geneeskunde
    """
)
"""Words that an abbreviation stands for, by how they begin, where it is no cut of them or of them alone."""

_ONE_LETTER = _table(
    """
    j: journal jornal jurnal; q: quarter; z: zeitschrift zhurnal zealand; r: royal revue rendus; n: new north; s:
    south; w: west; y: york; e: east; u: united universit; a: american african; b: british boston; c: canadian comptes
    college; g: giornale; k: koninklijk kongelig kungl; l: law letters
    """
)
"""Words that one letter stands for; any other lone letter is that of a section."""

_ONLY = _table(
    """
    phys: physic physik physiq fysi physis; econ: econom oeconom; psychol: psychol; hist: histor; math: mathem; stat:
    statist state; biol: biolog; chem: chemi chemo; pol: polit polic polsk polish; polit: polit; geol: geolog; surg:
    surg; neurol: neurolog; pharm: pharma; med: medic medec medizin mediev medit; meteorol: meteorol; sci: scien; soc:
    societ social socied socio; res: research; resour: resourc; rev: review revue revis; am: america; int: intern
    interd; intern: internal internat internis; ann: annal annual; annu: annual; anal: analy analis; appl: appli;
    astron: astronom; astrophys: astrophys; bull: bullet; clin: clinic clinique; commun: communic communit; comp:
    compar comput; comput: comput; cult: cultur; dev: develop; educ: educat; environ: environ; eur: europ; exp:
    experi; gen: general genetic geneesk; genet: genetic; immunol: immunol; ind: indust india indones; inf: inform;
    inst: institut; lang: languag; mech: mechan; mol: molec; nucl: nuclear nuclei; nutr: nutri; optom: optom; opt:
    optic optik optim; org: organ; proc: proceed; prog: progress program; publ: public; rep: report; sociol: sociolog;
    stud: studi; surv: survey; syst: system; technol: technol; theor: theor; trans: transact transl; zool: zoolog;
    oncol: oncolog; cardiol: cardiol; virol: virol; microbiol: microbiol; physiol: physiol; pathol: pathol; philol:
    philol; radiol: radiol; ecol: ecolog
    """
)
"""Cuts that several words share, and the words that use them."""

_SHORTEST_CUT = 2


@lru_cache(maxsize=16384)
def abbreviates(short: str, word: str) -> bool:
    """Whether the folded `short` abbreviates the folded `word`: "appl" is applied, "natl" national."""
    if len(short) >= len(word):
        return False
    if short in _ONLY:
        return word.startswith(_ONLY[short])
    if short in _CONTRACTED and word.startswith(_CONTRACTED[short]):
        return True
    if len(short) == 1:
        return word.startswith(_ONE_LETTER.get(short, ("\0",)))
    return len(short) >= _SHORTEST_CUT and short not in _WHOLE and word.startswith(short)


_WHOLE = frozenset(
    "art arts law man men war new age sex sea air oil gas sun car child human bone brain heart blood skin food "
    "water health science nature history physics music film media energy fuel work labor".split()
)
"""Words that journals are called by, and that begin longer ones."""


def same_word(one: str, other: str) -> bool:
    """Whether two folded words of journals' titles are one, either of them abbreviated or both."""
    if one == other or spelt(one) == spelt(other) or abbreviates(one, other) or abbreviates(other, one):
        return True
    return without_umlauts(one) == without_umlauts(other) or _both_cut(one, other)


def _both_cut(one: str, other: str) -> bool:
    """Two abbreviations of one word: "Psychiat." and "Psychiatr.", "Quart." and "Q."; plural and singular."""
    short, long = sorted((one, other), key=len)
    if len(short) > 4 and short in (long.removesuffix("s"), long.removesuffix("en"), long.removesuffix("n")):
        return True
    return any(
        beginning.startswith(other) or beginning in mine
        for mine, beginnings, other in (
            (_stood_for(one), _stood_for(other), one),
            (_stood_for(other), _stood_for(one), other),
        )
        for beginning in beginnings
    )


def _stood_for(word: str) -> tuple[str, ...]:
    """How the words begin that an abbreviation in the tables stands for."""
    return (*_ONLY.get(word, ()), *_CONTRACTED.get(word, ()), *_ONE_LETTER.get(word, ()))
