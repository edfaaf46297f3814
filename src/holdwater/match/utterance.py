"""The words of speech: what is said without saying anything, and what is written of a recording beside its words.

The lists are ours. English first; the commonest of German, French and Spanish beside it.
"""

from __future__ import annotations

FILLERS = frozenset("uh uhh um umm uhm er erm hm hmm hmmm mm mmm mhm ah eh huh äh ähm öh öhm euh heu pues".split())
"""Sounds of hesitation: nothing is lost with them. Some are words of another language (`_WORDS_OF`)."""
GERMAN = frozenset(
    "er sie nach bei aus noch sich ich und nicht der das ist wir ein eine auf mit zu den dem von auch es war".split()
)
FRENCH = frozenset("je est et les une pas c'est vous nous des que qui dans pour j'ai ça il on".split())
FILLERS_OF = {"halt": GERMAN, "ben": FRENCH, "bah": FRENCH}
"""Fillers that are words or names elsewhere, and the words beside which they are fillers."""
NOT_OF = {"um": GERMAN, "er": GERMAN - {"er"}}
"""Fillers that are words beside these."""

BEFORE_ASIDE = frozenset(
    "is was were are am be been being 's 're 'm have had has i you he she it we they and but so just then really feel "
    "felt also get got become became who which um uh".split()
)
"""Words behind which "sort of", "kind of" and "like" soften what follows; behind others they mean something."""
BEFORE_LIKE = frozenset("is was were are am 's 're 'm been and but so just".split())
NOT_AFTER_LIKE = frozenset(
    "a an the that this these those it him her them me us you my your his their our its no nothing any "
    "when if what to in"
    .split()
)  # fmt: skip
NOT_BEFORE_KNOW = frozenset(
    "do did does n't not to if as that what how when let because than will would should could can might may "
    "must who people things everything all everyone 'd 'll since whether where why which want".split()
)
NOT_AFTER_KNOW = frozenset(
    "that what how who whom why where when if whether which about of this it him her them me us my your his their "
    "nothing anything something everything everyone better more not".split()
)
NOT_BEFORE_MEAN = frozenset("what do did n't that if know not by as when all can would could".split())
NOT_AFTER_MEAN = frozenset("to it that this what by them you him her no nothing business well harm".split())

LONG_FORMS = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "outta": ("out", "of"),
    "lemme": ("let", "me"),
    "gimme": ("give", "me"),
    "dunno": ("do", "not", "know"),
    "y'all": ("you", "all"),
    "woulda": ("would", "have"),
    "coulda": ("could", "have"),
    "shoulda": ("should", "have"),
    "cuz": ("because",),
    "coz": ("because",),
    "yeah": ("yes",),
    "yep": ("yes",),
    "yup": ("yes",),
    "nope": ("no",),
    "ok": ("okay",),
    "til": ("until",),
    "till": ("until",),
    "alright": ("all", "right"),
    "percent": ("%",),
    "$": ("dollars",),
    "dollar": ("dollars",),
    "€": ("euros",),
    "euro": ("euros",),
    "£": ("pounds",),
}
"""Words that are said for others. "ain't" is none of them: nobody can say which of five it stands for."""
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d", "'s": "'s"}
STANDS_FOR = {"'s": frozenset({"is", "has", "us"}), "'d": frozenset({"would", "had", "did"})}
"""Endings that may stand for several words; "would" and "had" themselves are never one another."""
CURRENCY = frozenset("$ € £".split())

STAGE = frozenset(
    "laughter laughs laughing laugh applause applauds cheers cheering cheer crosstalk inaudible "
    "indistinct unintelligible "
    "music pause pauses silence sigh sighs cough coughs coughing chuckle chuckles chuckling boos booing phonetic gasps "
    "gasp crying sobs sobbing whispers whispering noise static overlapping simultaneous beat recess off-mike off-mic "
    "groans snorts sniffs clears throat playback gelächter lachen lacht beifall applaus heiterkeit zuruf zurufe "
    "zwischenruf zwischenrufe unverständlich rires rire applaudissements musique risas aplausos música silencio".split()
)
"""What a transcript notes in brackets of what was heard beside the words."""
STAGE_TOO = frozenset(
    "and or of the in a to from audience crowd speech conversation voice voices speaker speakers no response start "
    "begin end video audio clip tape brief long short loud loudly soft softly background und der die et des du y de "
    "general more off mike mic microphone at word words passage sound sounds".split()
)
"""What may stand beside it in the same brackets."""
MAY_BE_SAID_TWICE = frozenset("had not never 't".split())
"""Words that said twice mean something else than once."""
