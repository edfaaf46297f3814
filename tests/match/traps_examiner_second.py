"""A second set of traps, written blind after the first had been mended. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "The inquest heard that the pilot had in no way departed from procedure. Witnesses disagreed as to whether the "
        "engine was running. The coroner, Dr Amit Sorel, ruled out mechanical failure, and returned a verdict of "
        "misadventure by a majority of seven to two.",
        (
            "the pilot had … departed from procedure",
            "Witnesses … [said] the engine was running",
            "Witnesses disagreed … the engine was running",
            "Dr Amit Sorel … returned a verdict of misadventure by a majority of two to seven",
            "returned a verdict of accident by a majority of seven to two",
        ),
        (
            "The coroner, Dr Amit Sorel, … returned a verdict of misadventure by a majority of seven to two.",
            "Witnesses disagreed as to whether the engine was running.",
            "the pilot had in no way departed from procedure … .",
        ),
    ),
    Paper(
        "Under no circumstances may an employee disclose the code to third parties, save with the consent of the "
        "board. Employees hired before 1 July 2004 are exempt. Overtime is payable at time and a half after 40 hours, "
        "but only where it was approved beforehand.",
        (
            "an employee [may] disclose the code to third parties",
            "[A]n employee … disclose the code to third parties, save with the consent of the board",
            "Employees hired after 1 July 2004 are exempt",
            "Overtime is payable at time and a half after 48 hours",
            "Employees hired before 1 July 2004 are [not] exempt … Overtime is payable at time and a third",
        ),
        (
            "Under no circumstances may an employee disclose the code to third parties, save with the consent of the "
            "board.",
            "Overtime is payable at time and a half after 40 hours, but only where it was approved beforehand.",
            "[E]mployees hired before 1 July 2004 are exempt",
        ),
    ),
    Paper(
        "Opponents allege that the mine has poisoned the river. The company's own tests, published in May, found "
        "arsenic at 4 parts per billion, well within the limit of 10. Yields on farms upstream were unchanged; those "
        "downstream fell by nearly a fifth. Nobody has yet explained why.",
        (
            "[T]he mine has poisoned the river.",
            "found arsenic at 4 parts per million",
            "Yields on farms downstream were unchanged; those upstream fell by nearly a fifth",
            "Yields on farms upstream … fell by nearly a fifth",
            "Yields on farms upstream were changed",
            "[Somebody] has … explained why",
        ),
        (
            "The company's own tests … found arsenic at 4 parts per billion, well within the limit of 10.",
            "Yields on farms upstream were unchanged; those downstream fell by nearly a fifth. Nobody has yet "
            "explained why.",
            "[t]he company’s own tests, published in May, found arsenic at 4 parts per billion",
        ),
    ),
    Paper(
        "The regiment took the ridge on the 9th of June, held it for two days, and gave it up on the 11th without a "
        "shot. Colonel Strand blamed the artillery; General Moss blamed Colonel Strand. Had the reserve come up, the "
        "line would not have broken. Scarcely a man of the third company came back.",
        (
            "The regiment took the ridge on the 11th of June",
            "General Moss blamed the artillery; Colonel Strand blamed General Moss",
            "Colonel Strand … blamed Colonel Strand",
            "[A] man of the third company came back",
            "gave it up on the 11th with a shot",
        ),
        (
            "Colonel Strand blamed the artillery; General Moss blamed Colonel Strand.",
            "The regiment took the ridge on the 9th of June … and gave it up on the 11th without a shot.",
            "Scarcely a man of the third company came back",
            "Had the reserve come up, the line would not have broken. . . .",
        ),
    ),
    Paper(
        "The func\u00adtion `read_all()` returns `None` if the file is empty; it never raises. Buffers larger than "
        "2\u202f048 bytes are split. Callers must not rely on the order of the keys, which is undefined before version "
        "3.7. The flag --strict is ignored unless --check is given.",
        (
            "it … raises",
            "Callers must … rely on the order of the keys",
            "which is undefined after version 3.7",
            "which is defined before version 3.7",
            "The flag --strict is ignored if --check is given",
            "Buffers smaller than 2048 bytes are split",
        ),
        (
            "The function read_all() returns None if the file is empty; it never raises.",
            "Buffers larger than 2048 bytes are split",
            "Callers must not rely on the order of the keys … .",
            "The flag --strict is ignored unless --check is given",
        ),
        ("The function read_all() returns None",),
    ),
    Paper(
        "Mr. HARTLEY asked whether the subsidy would be paid to absentee owners. The CHANCELLOR said that he was "
        "unable to give that assurance. He had, however, always favoured the smallholder.¹² Mr. HARTLEY said he was "
        "obliged to the right hon. Gentle-\nman, whose answer was a long way from satisfactory. (Laughter.)",
        (
            "he was … [glad] to give that assurance",
            "The CHANCELLOR said that he was … obliged to the right hon. Gentleman",
            "whose answer was … satisfactory",
            "The CHANCELLOR asked whether the subsidy would be paid to absentee owners",
            "He had, however, always opposed the smallholder",
        ),
        (
            "He had, however, always favoured the smallholder. Mr. Hartley said he was obliged to the right hon. "
            "Gentleman",
            "[The Chancellor] had, however, always favoured the smallholder.",
            "he was unable to give that assurance. He had … always favoured the smallholder.",
            "obliged to the right hon. Gentleman, whose answer was a long way from satisfactory.",
        ),
    ),
    Paper(
        "Mortality at 30 days was 6.1% (19 of 311) with early surgery and 9.8% (31 of 316) with delayed surgery "
        "(P<0.05).a The trial was not powered to detect differences in subgroups. Bleeding occurred less often after "
        "early surgery.\n\n1187\n\nEARLY VERSUS DELAYED SURGERY\n\nWe recommend that guidelines be changed only when "
        "these results have been reproduced.",
        (
            "Mortality at 30 days was 9.8% … with early surgery",
            "Mortality at 30 days was 6.1% … with delayed surgery",
            "The trial was … powered to detect differences in subgroups",
            "Bleeding occurred more often after early surgery",
            "(P>0.05)",
            "Mortality at 30 days was 6.1% (19 of 311) with delayed surgery and 9.8% (31 of 316) with early surgery",
        ),
        (
            "Bleeding occurred less often after early surgery. We recommend that guidelines be changed only when these "
            "results have been reproduced.",
            "Mortality at 30 days was 6.1% … with early surgery and 9.8% … with delayed surgery (P < 0.05).",
            "Mortality at 30 days was 6.1% (19 of 311) with early surgery and 9.8% (31 of 316) with delayed surgery "
            "(P<0.05). The trial was not powered to detect differences in subgroups.",
        ),
        ("We recommend that guidelines be changed",),
    ),
    Paper(
        "“I loved the house once,” she wrote to her sister in 1871, “but I cannot say I shall weep for it.” Her "
        "husband, who disliked the sea, would have stayed in town. They sold in the spring to a Mr Farrow, a brewer "
        "[of Leith], for rather less than £900.",
        (
            "I loved the house … but I … shall weep for it",
            "Her husband … stayed in town",
            "They sold in the spring … for rather more than £900",
            "I … can say I shall weep for it",
            "for … £900",
            "I love the house",
        ),
        (
            "I loved the house once … but I cannot say I shall weep for it.",
            "a brewer [of Leith], for rather less than £900",
            "Her husband … would have stayed in town.",
            "“‘I loved the house once,’ she wrote to her sister in 1871, ‘but I cannot say I shall weep for it.’”",
            "They sold in the spring to a Mr Farrow … for rather less than £900",
        ),
    ),
    Paper(
        "The theory that the comet caused the plague has been abandoned. Some 40 per cent. of the parish registers are "
        "lost, and of the rest not one names a cause of death. Contemporary physicians could neither cure nor name "
        "the disease, and may well have hastened its spread.",
        (
            "[T]he comet caused the plague",
            "Some 40 per cent. of the parish registers … name[] a cause of death",
            "Contemporary physicians could … cure … the disease",
            "and will well have hastened its spread",
            "Contemporary physicians … hastened its spread",
            "Some 60 per cent. of the parish registers are lost",
        ),
        (
            "Some 40 per cent. of the parish registers are lost, and of the rest not one names a cause of death.",
            "Some 40 per cent of the parish registers are lost",
            "could neither cure nor name the disease, and may well have hastened its spread",
            "The theory that the comet caused the plague has been abandoned. … Contemporary physicians could neither "
            "cure nor name the disease",
        ),
    ),
)
