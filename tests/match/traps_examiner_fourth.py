"""A fourth set of traps, written blind after the third had been mended. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "The mayor said that the bridge would be repaired by June if the council approved the loan. No contractor has"
        " yet been chosen. Fewer than half of the residents who answered the survey supported the toll, and only two "
        "of the eleven councillors did. Engineers found cracks in three of the piers but none in the deck. The 1987 "
        "inspection, unlike the one in 2004, missed them.",
        (
            "the bridge would be repaired by June … [and] the council approved the loan",
            "[A] contractor has … been chosen",
            "Fewer than half of the residents … supported the toll",
            "two of the eleven councillors did … support the toll",
            "Engineers found cracks in three of the piers [and] in the deck",
            "Engineers found cracks in the deck but none in three of the piers",
            "The 2004 inspection, unlike the one in 1987, missed them",
            "The 1987 inspection, like the one in 2004, missed them",
            "The 1987 inspection … in 2004, missed them",
        ),
        (
            "No contractor has yet been chosen.",
            "Engineers found cracks in three of the piers but none in the deck.",
            "Fewer than half of the residents who answered the survey supported the toll …",
            "The 1987 inspection … missed them.",
            "[o]nly two of the eleven councillors did",
            "Engineers found cracks in three of the piers…",
        ),
    ),
    Paper(
        "Patients given drug A had a relative risk of 0.72 (p < 0.05) against placebo; those given drug B had a "
        "relative risk of 1.18 (p = 0.31). The authors cannot exclude a harmful effect of drug B. Treatment should be"
        " stopped unless the fever falls within 48 hours. Doses above 20 mg were never tested in children under 12. "
        "Neither drug shortened the stay in hospital.",
        (
            "Patients given drug A had a relative risk of 0.72 (p > 0.05) against placebo",
            "Patients given drug A had a relative risk of 1.18",
            "Patients given drug B had a relative risk of 0.72 (p < 0.05) against placebo",
            "The authors … exclude a harmful effect of drug B",
            "The authors can exclude a harmful effect of drug B",
            "Treatment should be stopped … [if] the fever falls within 48 hours",
            "Treatment should be stopped if the fever falls within 48 hours",
            "Treatment should be stopped unless the fever falls within 84 hours",
            "Treatment could be stopped unless the fever falls within 48 hours",
            "Doses above 20 mg were … tested in children under 12",
            "Doses above 20 mg were never tested in children over 12",
            "Doses above 20 g were never tested in children under 12",
            "Doses below 20 mg were never tested in children under 12",
            "Either drug shortened the stay in hospital",
            "[The] drug shortened the stay in hospital",
            "those given drug B had a relative risk of 1.18 (p = 0.031)",
        ),
        (
            "Neither drug shortened the stay in hospital.",
            "Patients given drug A had a relative risk of 0.72 (p < 0.05) against placebo; those given drug B had a "
            "relative risk of 1.18 (p = 0.31).",
            "The authors cannot exclude a harmful effect of [the second drug].",
            "Doses above 20\xa0mg were never tested in children under 12.",
            "Treatment should be stopped unless the fever falls … .",
            "Doses above 20 mg were never tested in children …",
        ),
    ),
    Paper(
        "Hardly anyone in the village remembered the strike of 1926. My grandfather, who was not a miner himself, "
        "carried bread to those who were. He used to say that the owners had won and that the men had not lost. It "
        "may be that he was right. The pit closed in 1931, four years before the one at Thornley, and was never "
        "reopened; the chapel survived it by a generation.",
        (
            "[A]nyone in the village remembered the strike of 1926",
            "My grandfather, who was … a miner himself, carried bread to those who were",
            "the men had won and … the owners had not lost",
            "the owners had won and that the men had lost",
            "It must be that he was right",
            "The pit closed in 1931 … and was … reopened",
            "The pit closed in 1931, four years after the one at Thornley",
            "The pit closed in 1913, four years before the one at Thornley",
            "The pit at Thornley closed in 1931",
            "the chapel survived it by a generation … and was never reopened",
            "He used to say … that the men had … lost",
        ),
        (
            "Hardly anyone in the village remembered the strike of 1926.",
            "My grandfather … carried bread to those who were.",
            "The pit closed in 1931 … and was never reopened; the chapel survived it by a generation.",
            "It may be that he was right.",
            "My grandfather, who was not a miner himself, carried bread to [them]",
        ),
    ),
    Paper(
        "Imports rose from £1.2bn in 2015 to £1.9bn in 2019, while exports fell by 3 per cent. Growth was slower than"
        " in any year since 2009. The Treasury denies that the forecast was altered. According to the minister, the "
        "deal will create 4,000 jobs; the unions say it will cost at least as many. Almost all of the new contracts "
        "are temporary.",
        (
            "Imports rose from £1.9bn in 2015 to £1.2bn in 2019",
            "Exports rose from £1.2bn in 2015 to £1.9bn in 2019",
            "Imports rose … by 3 per cent",
            "exports fell by 3 percentage points",
            "exports … [rose] by 3 per cent",
            "Growth was faster than in any year since 2009",
            "[T]he forecast was altered",
            "The Treasury … [says] that the forecast was altered",
            "the deal will … cost at least as many",
            "the unions say it will create 4,000 jobs",
            "All of the new contracts are temporary",
            "Imports rose from £1.2m in 2015 to £1.9m in 2019",
            "Imports rose from $1.2bn in 2015 to $1.9bn in 2019",
        ),
        (
            "Imports rose from £1.2bn in 2015 to £1.9bn in 2019, while exports fell by 3 per cent.",
            "Imports rose from £1.2bn in 2015 to £1.9bn in 2019 …",
            "The Treasury denies that the forecast was altered.",
            "Almost all of the new contracts are temporary.",
            "According to the minister, the deal will create 4,000 jobs …",
            "According to [her], the deal will create 4,000 jobs; the unions say it will cost at least as many.",
        ),
    ),
)
