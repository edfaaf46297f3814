"""Traps whose verdict can be argued: a source, a quotation, what we say of it, and why. All texts are invented."""

from __future__ import annotations

DISPUTED = (
    (
        "If the Duke had marched at once, the city would have fallen before winter. He did not march.",
        "[T]he city would have fallen before winter",
        "pass",
        "its own “would have” says that it did not happen",
    ),
    (
        "“I might have sold it,” said the old man, “had anybody come.”",
        "I might have sold it … .",
        "pass",
        "its own “might have” says as much, and the ellipsis says that more follows",
    ),
    (
        "Petitioner argues that the error was harmless; we disagree.",
        "the error was harmless",
        "pass",
        "a phrase that begins in small letters may stand in a sentence that reports it again",
    ),
    (
        "Mr. HARTLEY asked whether the subsidy would be paid to absentee owners.",
        "the subsidy would be paid to absentee owners",
        "pass",
        "the same",
    ),
    (
        "Patients should start with 2.5 mg, unless the clearance is low, in which case the drug is contra-indicated.",
        "the drug is contra-indicated",
        "pass",
        "the same",
    ),
    (
        "The Port paid nothing until the court ordered it to.",
        "The Port paid nothing",
        "pass",
        "the words stand so; where they end a sentence, the reader is told of the “until”",
    ),
    (
        "The tenant may appeal only with leave of the court.",
        "The tenant may appeal",
        "pass",
        "the same",
    ),
    (
        "The regiment took the ridge in June, held it for two days, and gave it up in July without a shot.",
        "The regiment took the ridge in June … without a shot",
        "refuse",
        "“took” and “gave up” are opposites, and the phrase goes with the second",
    ),
    (
        "Colour and size are immaterial.",
        "Color and size are immaterial",
        "refuse",
        "a quotation keeps its source's spelling; it is called a slip of spelling, not a change of meaning",
    ),
    (
        "Of the patients randomised, a third reached the end point.",
        "Of the patients randomized, a third reached the end point",
        "refuse",
        "the same",
    ),
    (
        "The vaccine was effective against severe disease in 92.4% (95% CI 88.1 to 95.0) of adults.",
        "effective against severe disease in 92.4% (95% CI 88.1–95.0) of adults",
        "refuse",
        "a dash for “to” is a word left out",
    ),
    (
        "She never met the General. Had she lied, she would surely have lied better!",
        "she … lied",
        "pass",
        "two words tell of no statement",
    ),
    (
        "Hardly anyone in the village remembered the strike of 1926.",
        "anyone in the village remembered the strike of 1926",
        "pass",
        "as a phrase it makes sense only in a sentence with a “hardly” of its own",
    ),
    (
        "Fewer than half of the residents who answered the survey supported the toll.",
        "half of the residents who answered the survey supported the toll",
        "pass",
        "a phrase that begins in small letters may stand behind a “fewer than” of the author's",
    ),
    (
        "My grandfather, who was not a miner himself, carried bread to those who were.",
        "My grandfather … carried bread to [the owners]",
        "pass",
        "whom a bracket names in place of “those who were” only the rest of the text can tell",
    ),
)
