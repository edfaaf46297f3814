"""A third set of traps, written blind after the second had been mended. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "The vaccine did not, in the view of the panel, reduce transmission. It was, however, effective against severe "
        "disease in 92.4% (95% CI 88.1 to 95.0) of adults. None of the trials enrolled pregnant women. Its protection "
        "waned after six months, though hardly at all in children.[7,8]",
        (
            "The vaccine did … reduce transmission",
            "The vaccine … was … effective against … transmission",
            "effective against severe disease in 94.2% (95% CI 88.1 to 95.0) of adults",
            "[S]ome of the trials enrolled pregnant women",
            "Its protection waned before six months",
            "waned after six months, though … in children",
            "effective against mild disease in 92.4%",
            "… the trials enrolled pregnant women",
        ),
        (
            "The vaccine did not … reduce transmission",
            "It was … effective against severe disease in 92.4% (95% CI 88.1 to 95.0) of adults.",
            "None of the trials enrolled pregnant women. Its protection waned after six months, though hardly at all "
            "in children.",
        ),
    ),
    Paper(
        "The court found for Albury & Sons against Mercer plc, but awarded only nominal damages. Mercer's appeal was "
        "dismissed; Albury's cross-appeal was allowed in part. The judge doubted that the contract had ever been "
        "signed. “I am not persuaded,” he said, “that either party told the whole truth.”",
        (
            "The court found for Mercer plc against Albury & Sons",
            "Mercer's appeal was … allowed in part",
            "Mercer's appeal was allowed; Albury's cross-appeal was dismissed in part",
            "[T]he contract had ever been signed",
            "I am … persuaded",
            "awarded … nominal damages",
            "[E]ither party told the whole truth",
            "The judge denied that the contract had ever been signed",
        ),
        (
            "The court found for Albury and Sons against Mercer plc, but awarded only nominal damages.",
            "Mercer's appeal was dismissed; Albury's cross-appeal was allowed in part. … “I am not persuaded,” he "
            "said, “that either party told the whole truth.”",
            "[Albury's] cross-appeal was allowed in part",
            "I am not persuaded … that either party told the whole truth.",
        ),
    ),
    Paper(
        "In 1881 the parish counted 3,117 souls, fewer than in 1851 but more than in 1831. The enclosure had been "
        "opposed by the small farmers, and supported by almost every landlord. It is sometimes said that the railway "
        "ruined the canal; the accounts prove the contrary. The vicar, an otherwise truthful man, exaggerated.",
        (
            "In 1881 the parish counted 3,117 souls, more than in 1851 but fewer than in 1831",
            "In 1881 the parish counted 3,171 souls",
            "supported by … every landlord",
            "[T]he railway ruined the canal",
            "the accounts prove the … railway ruined the canal",
            "The enclosure had been supported by the small farmers, and opposed by almost every landlord",
            "The vicar, an otherwise untruthful man, exaggerated",
        ),
        (
            "In 1881 the parish counted 3 117 souls, fewer than in 1851 but more than in 1831.",
            "The vicar … exaggerated.",
            "The enclosure had been … supported by almost every landlord",
            "It is sometimes said that the railway ruined the canal; the accounts prove the contrary.",
            "THE ENCLOSURE HAD BEEN OPPOSED BY THE SMALL FARMERS, AND SUPPORTED BY ALMOST EVERY LANDLORD",
            "The enclosure had been opposed by the small farmers, and [was] supported by almost every landlord.",
        ),
    ),
    Paper(
        "The operator shall ensure that the valve is closed before the pump is started. Pressure must remain between "
        "0.5 and 1.5 bar; it may exceed 1.5 bar for no more than 10 s. The alarm is not required to sound during "
        "tests. Without a permit, entry is prohibited. Do not use solvents.³",
        (
            "The operator shall ensure that the valve is closed after the pump is started",
            "The operator shall ensure that the valve is open before the pump is started",
            "it may exceed 1.5 bar for … more than 10 s",
            "it may exceed 1.5 bar for no more than 100 s",
            "Pressure must remain between 0.5 and 15 bar",
            "Pressure should remain between 0.5 and 1.5 bar",
            "The alarm is … required to sound during tests",
            "[E]ntry is prohibited",
            "With a permit, entry is prohibited",
            "it may exceed 1.5 bar for no less than 10 s",
        ),
        (
            "Pressure must remain between 0.5 and 1.5 bar … .",
            "The alarm is not required to sound during tests. Without a permit, entry is prohibited. Do not use "
            "solvents.",
            "it may exceed 1.5\u00a0bar for no more than 10\u2009s",
            "Without a permit, entry is prohibited. Do not use solvents.[3]",
            "The operator shall ensure that the valve is closed before the pump is started",
        ),
    ),
    Paper(
        "Mme Vauclin writes that she never met the General, and that the letters are forgeries. Her nephew disputes "
        "this. The catalogue dates the first letter to the 3rd of May 1812, the last to the 21st. Had she lied, she "
        "would surely have lied better! All the letters but two are unsigned.",
        (
            "she … met the General",
            "All the letters … are unsigned",
            "All the letters but two are signed",
            "dates the first letter to the 21st",
            "The catalogue dates the last letter to the 3rd of May 1812, the first to the 21st",
            "Her nephew … writes that she never met the General",
            "Some of the letters are unsigned",
        ),
        (
            "Mme Vauclin writes that she never met the General, and that the letters are forgeries.",
            "Mme Vauclin wr[ote] that she never met the General",
            "All the letters but two are unsigned.",
            "The catalogue dates the first letter to the 3rd of May 1812 … .",
            "Her nephew disputes this. . . . Had she lied, she would surely have lied better!",
        ),
    ),
    Paper(
        "Shares closed down 4.2 points at 1,318.6, having risen as high as 1,340. The bank said it expects no further "
        "losses this year. Analysts at Corvane warn that bad loans could double to £3bn. Asked whether she would "
        "resign, Ms Pryce replied: “Absolutely not.” The chairman declined to comment.",
        (
            "Shares closed up 4.2 points at 1,318.6",
            "Shares closed down 4.2 percent at 1,318.6",
            "The bank said it expects … further losses this year",
            "bad loans will double to £3bn",
            "bad loans could double to £3m",
            "The bank … warn[s] that bad loans could double",
            "[S]he would resign",
            "Ms Pryce replied: “Absolutely … .”",
            "Shares closed … as high as 1,340",
            "The chairman … comment[ed]",
        ),
        (
            "Shares closed down 4.2 points at 1,318.6, having risen as high as 1,340.",
            "The bank said it expects no further losses this year. Analysts at Corvane warn that bad loans could "
            "double to £3bn.",
            "Asked whether she would resign, Ms Pryce replied: ‘Absolutely not.’",
            "Shares closed down 4.2 points at 1318.6 …",
            "[The bank] expects no further losses this year",
        ),
    ),
)
