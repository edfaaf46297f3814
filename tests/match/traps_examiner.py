"""Traps written blind, as an examiner would: a source, what is to be refused of it, what is to pass. All invented."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """A source with the quotations of it that are to be refused and those that are to pass.

    `cut` are those that stop where a condition follows: where they end a sentence, the reader is told.
    `leaks` turn their source, each for the reason given, and are known to be let through.
    """

    source: str
    refused: tuple[str, ...]
    passed: tuple[str, ...]
    cut: tuple[str, ...] = ()
    leaks: tuple[tuple[str, str], ...] = ()


PAPERS = (
    Paper(
        "12. (1) A licence holder may not sublet the premises without the prior written consent of the authority. "
        "(2) The authority shall not withhold its consent unreasonably, save where the holder has been convicted of an "
        "offence under section 9. (3) Consent is deemed to have been given if no answer is received within 28 days.",
        (
            "A licence holder may … sublet the premises without the prior written consent of the authority",
            "A licence holder may not sublet the premises with the prior written consent of the authority",
            "Consent is deemed to have been given if an answer is received within 28 days",
        ),
        (
            "may not sublet the premises without the prior written consent of the authority",
            "[the authority] shall not withhold its consent unreasonably, save where the holder has been convicted of "
            "an offence …",
            "Consent is deemed to have been given if no answer is received within 28 days.",
            "no answer is received within 28 days",
        ),
        (
            "The authority shall not withhold its consent unreasonably",
            "Consent is deemed to have been given",
        ),
    ),
    Paper(
        "Of the 1,204 patients randomised, 38.5% in the treatment arm and 41.2% in the placebo arm reached the primary "
        "end point (hazard ratio 0.91; 95% CI, 0.80–1.04; P = 0.17). The difference was not statistically significant. "
        "Nausea was more common with treatment than with placebo.[14] No deaths were attributed to the study drug, "
        "although two patients died of unrelated causes.",
        (
            "The difference was … statistically significant",
            "Of the 1,204 patients randomised, 38.5% in the placebo arm and 41.2% in the treatment arm reached the "
            "primary end point",
            "hazard ratio 0.91; 95% CI, 0.80–1.40; P = 0.17",
            "Nausea was less common with treatment than with placebo",
            "Deaths were attributed to the study drug",
            "Nausea was more common with placebo than with treatment",
        ),
        (
            "Nausea was more common with treatment than with placebo. No deaths were attributed to the study drug",
            "38.5% in the treatment arm and 41.2% in the placebo arm reached the primary end point … The difference "
            "was not statistically significant",
            "hazard ratio 0.91; 95% CI, 0.80-1.04; P = 0.17",
        ),
    ),
    Paper(
        "The minister denied that ministers had been warned of the shortage in March. “We were told in June, and not a "
        "day before,” she said. Critics claim that the department ignored three separate letters. The opposition "
        "leader, Tom Aldery, refused to say whether he would support the bill. Turnout rose by 3 percentage points to "
        "61%.",
        (
            "[M]inisters had been warned of the shortage in March",
            "We were told in June, and … a day before",
            "[T]he department ignored three separate letters",
            "Turnout rose by 3 percent to 61%",
            "The opposition leader, Tom Aldery, … would support the bill",
            "Turnout fell by 3 percentage points to 61%",
        ),
        (
            'The minister denied that ministers had been warned of the shortage in March. "We were told in June, and '
            'not a day before," she said.',
            "The opposition leader … refused to say whether he would support the bill",
            "Turnout rose by 3 percentage points",
            "We were told in June, and not a day before",
        ),
    ),
    Paper(
        "If the Duke had marched at once, the city would have fallen before winter. He did not march; he waited for "
        "the guns that never came. The chronicler Hobart says the garrison numbered barely four hundred, and few of "
        "these had powder. It is false that the governor took money from the enemy. In 1643 Sir Ralph Penning relieved "
        "the city; in 1645 Sir Hugh Tarrant lost it.",
        (
            "the garrison numbered … four hundred, and few of these had powder",
            "the garrison numbered barely four hundred, and a few of these had powder",
            "[T]he governor took money from the enemy",
            "In 1643 Sir Ralph Penning … lost it",
            "he waited for the guns that … came",
            "In 1645 Sir Ralph Penning relieved the city; in 1643 Sir Hugh Tarrant lost it",
        ),
        (
            "He did not march; he waited for the guns that never came.",
            "the garrison numbered barely four hundred, and few of [them] had powder",
            "If the Duke had marched at once, the city would have fallen … .",
            "IN 1643 SIR RALPH PENNING RELIEVED THE CITY; IN 1645 SIR HUGH TARRANT LOST IT.",
        ),
    ),
    Paper(
        "The client MUST NOT send more than 16 requests before the handshake has completed. A server SHOULD close the "
        "connection after 30 seconds of silence, and MAY do so earlier. The field `max_frame_size` is an unsigned "
        "32-bit integer; its value is at least 1024 and must be < 65536. Values of zero are reserved. The timeout "
        "defaults to -1, which disables it.",
        (
            "The client MUST … send more than 16 requests before the handshake has completed",
            "A server MUST close the connection after 30 seconds of silence",
            "its value is at least 1024 and must be <= 65536",
            "The timeout defaults to 1, which disables it",
            "The client MUST NOT send more than 16 requests after the handshake has completed",
            "The field max_frame_size is a signed 32-bit integer",
            "its value is at most 1024 and must be < 65536",
        ),
        (
            "The field max_frame_size is an unsigned 32-bit integer; its value is at least 1024 and must be < 65536.",
            "must be &lt; 65536. Values of zero are reserved",
            "The timeout defaults to −1, which disables it",
            "A server SHOULD close the connection after 30 seconds of silence, and MAY do so earlier",
            "A server SHOULD close the connection after 30 seconds of silence …. Values of zero are reserved.",
        ),
    ),
    Paper(
        "My dear Catherine, — I can hardly tell you how little I regret the house. Your brother was far from pleased "
        "with the price, and I cannot say that I blame him. I never asked him for the four hundred pounds; he offered "
        "them himself, without condition. Pray do not think me ungrateful.",
        (
            "I can … tell you how little I regret the house",
            "Your brother was … pleased with the price",
            "I … asked him for the four hundred pounds; he offered them himself",
            "he offered them himself, with condition",
            "I can say that I blame him",
            "Pray … think me ungrateful",
        ),
        (
            "Your brother was far from pleased with the price, and I cannot say that I blame him.",
            "I never asked him for the four hundred pounds … he offered them himself, without condition",
            "[Y]our brother was far from pleased with the price",
            "I can hardly tell you how little I regret the house. … Pray do not think me ungrateful.",
        ),
    ),
    Paper(
        "The Hon. Member for Wexcombe: Will the Minister confirm that the hospital at Dray is to close? The Minister "
        "of Health: I will not. No decision has been taken, and none will be taken until the commission has reported. "
        "The Hon. Member for Wexcombe: Then the Government has lied to this House. Mr. Speaker: Order. The hon. Member "
        "must withdraw that remark. (Interruption.) The Hon. Member for Wexcombe: I withdraw it unreservedly.",
        (
            "the Minister [will] confirm that the hospital at Dray is to close",
            "The Minister of Health: … the Government has lied to this House",
            "[A] decision has been taken, and none will be taken until the commission has reported",
            "The hon. Member may withdraw that remark",
            "The Minister of Health: I will",
            "The hon. Member must withdraw that remark. … I withdraw it unreservedly.",
        ),
        (
            "I will not. No decision has been taken, and none will be taken until the commission has reported.",
            "Order. The hon. Member must withdraw that remark",
            "Will the Minister confirm that the hospital at Dray is to close?",
        ),
        ("No decision has been taken, and none will be taken",),
    ),
    Paper(
        "The ſhips which lay at anchor in the road were neither manned nor victual-\nled, nor was there any hope that "
        "they ſhould be made ready before the ſpring. The Admi-\n\n214\n\nHISTORY OF THE NORTHERN FLEET.\n\nral wrote "
        "to the Board that he had received no of\ufb01cers, and only\nthree ſurgeons.* All the maſters, except one, "
        "had given up their com-\nmiſſions.",
        (
            "The ships which lay at anchor in the road were … manned",
            "he had received … officers, and only three surgeons",
            "All the masters … had given up their commissions",
            "nor was there any hope that they should be made ready after the spring",
            "there was … any hope that they should be made ready before the spring",
        ),
        (
            "The ships which lay at anchor in the road were neither manned nor victualled",
            "The Admiral wrote to the Board that he had received no officers, and only three surgeons.",
            "only three surgeons. All the masters, except one, had given up their commissions.",
            "they should be made ready before the spring. The Admiral wrote to the Board",
        ),
    ),
    Paper(
        "The glacier lost between 1.2 and 1.5 metres of ice each year from 1998 to 2004.[3] Some researchers doubt "
        "that the retreat is caused by warming alone;[4] most accept it.[citation needed] The lake below now holds "
        "4.6 million cubic metres, up from 2.1 million in 1990.[5] The dam was not breached, contrary to early "
        "reports.",
        (
            "The glacier lost between 1.2 and 1.5 metres of ice each year from 1989 to 2004",
            "All researchers doubt that the retreat is caused by warming alone",
            "[T]he retreat is caused by warming alone",
            "The lake below now holds 4.6 billion cubic metres",
            "The lake below now holds 4.6 million cubic metres, down from 2.1 million in 1990",
            "The dam was … breached",
            "The glacier lost between 1.2 and 1.5 feet of ice each year",
        ),
        (
            "The glacier lost between 1.2 and 1.5 metres of ice each year from 1998 to 2004. Some researchers doubt "
            "that the retreat is caused by warming alone; most accept it.",
            "Some researchers doubt that the retreat is caused by warming alone;[4] most accept it.",
            "The lake below now holds 4.6\u202fmillion cubic metres, up from 2.1 million in 1990.",
            "The dam was not breached …",
        ),
    ),
    Paper(
        "“Did you sell it?” asked Marion. “I might have sold it,” said the old man, “had anybody come.” “Nobody came?” "
        "“Nobody. Not one of them so much as knocked.” Marion believed him; her sister did not. “You are no thief,” "
        "she said at last, “but you are a fool.”",
        (
            "I … have sold it",
            "I must have sold it",
            "Marion believed him; her sister did",
            "You are [a] thief … and … a fool",
            "You are … thief … but you are a fool",
            "her sister believed him; Marion did not",
        ),
        (
            "I might have sold it … had anybody come.",
            "'I might have sold it,' said the old man, 'had anybody come.'",
            "Not one of them so much as knocked.",
            "Marion believed him; her sister did not. 'You are no thief,' she said at last, 'but you are a fool.'",
        ),
    ),
    Paper(
        "We hold that the officer's search of the trunk was not supported by probable cause. Petitioner argues that "
        "the error was harmless; we disagree. The state concedes that the warrant had expired. See Orde v. Pell, 312 "
        "Inv. 44, 51 (1988). The judgment of the court of appeals is reversed in part, and the case is remanded for "
        "proceedings not inconsistent with this opinion.",
        (
            "the officer's search of the trunk was … supported by probable cause",
            "Respondent argues that the error was harmless; we disagree",
            "proceedings inconsistent with this opinion",
            "The judgment of the court of appeals is affirmed in part",
            "We hold that … the error was harmless",
        ),
        (
            "We hold that the officer's search of the trunk was not supported by probable cause.",
            "The state concedes that the warrant had expired. … The judgment of the court of appeals is reversed in "
            "part",
            "[T]he warrant had expired",
            "Petitioner argue[d] that the error was harmless; we disagree.",
        ),
        ("The judgment of the court of appeals is reversed",),
    ),
    Paper(
        "Prices in the north fell by a third between 1921 and 1923, while wages in the south rose slightly. Most of "
        "the mills were no longer working by the autumn. The union failed to reach an agreement with the owners, who "
        "had offered 4½ per cent. Few weavers emigrated; a few took to the roads.",
        (
            "Prices in the north rose by a third between 1921 and 1923, while wages in the south fell slightly",
            "Most of the mills were … working by the autumn",
            "The union … reach[ed] an agreement with the owners",
            "A few weavers emigrated; a few took to the roads",
            "All of the mills were no longer working by the autumn",
            "Prices in the south fell by a third between 1921 and 1923, while wages in the north rose slightly",
            "Prices … in the south rose slightly",
            "who had offered 4¼ per cent",
        ),
        (
            "Most of the mills were no longer working by the autumn. The union failed to reach an agreement with the "
            "owners …",
            "who had offered 4 1/2 per cent",
            "Prices in the north fell by a third … while wages in the south rose slightly.",
            "Few weavers emigrated; a few took to the roads.",
        ),
    ),
    Paper(
        "Do not exceed 10 mg in any 24-hour period. Patients over 65 should start with 2.5 mg daily, unless the "
        "creatinine clearance is below 30 mL/min, in which case the drug is contra-indicated. The tablets must be "
        "taken on an empty stomach. Treatment should be stopped only if the rash spreads.",
        (
            "Do not exceed 100 mg in any 24-hour period",
            "Do … exceed 10 mg in any 24-hour period",
            "Patients over 65 should start with 25 mg daily",
            "Patients under 65 should start with 2.5 mg daily",
            "Treatment should be stopped if the rash spreads",
            "Do not exceed 10 µg in any 24-hour period",
            "Patients over 65 should start with 2.5 mg daily … the drug is contra-indicated",
        ),
        (
            "Do not exceed 10\u00a0mg in any 24\u2011hour period.",
            "The tablets must be taken on an empty stomach. Treatment should be stopped only if the rash spreads.",
            "Patients over 65 should start with 2.5 mg daily, unless the creatinine clearance is below 30 mL/min …",
            "the drug is contraindicated. The tablets must be taken on an empty stomach",
        ),
    ),
    Paper(
        "The council's auditor, Mrs Jane Okell (formerly of Ryde and Lamb), found on 3 April 2011 that £2.4m had been "
        "paid to contractors who were not on the approved list. She recommended: (a) that payments be suspended; (b) "
        "that the list be published; and (c) that no officer approve an invoice of his or her own [sic] department. "
        "The mayor accepted all but one of these recommendations.",
        (
            "The mayor accepted all … of these recommendations",
            "£2.4m had been paid to contractors who were … on the approved list",
            "found on 4 March 2011 that £2.4m had been paid",
            "found on 3 April 2011 that $2.4m had been paid",
            "She recommended: … that … [an] officer approve an invoice of his or her own [sic] department",
            "The mayor accepted one of these recommendations",
            "found on 3 April 2011 that £24m had been paid to contractors who were not on the approved list",
        ),
        (
            "The council's auditor, Mrs Jane Okell, … found on 3 April 2011 that £2.4m had been paid to contractors "
            "who were not on the approved list.",
            "She recommended: (a) that payments be suspended; … and (c) that no officer approve an invoice of his or "
            "her own [sic] department.",
            "The mayor accepted all but one of [her] recommendations.",
            "[She] found … that £2.4m had been paid to contractors who were not on the approved list",
        ),
    ),
    Paper(
        "Earlier writers held that the tower was built by the Romans. That view can no longer be maintained: the "
        "mortar contains brick of the twelfth century. Professor Lund, who excavated the north wall, thinks otherwise, "
        "but she has published nothing since 1987. Neither the vault nor the stair is original. The bells were recast "
        "before the fire, not after it.",
        (
            "[T]he tower was built by the Romans",
            "That view can … be maintained: the mortar contains brick of the twelfth century",
            "The bells were recast … after it",
            "[T]he vault [and] the stair [are] original",
            "the mortar contains brick of the eleventh century",
            "The bells were recast after the fire, not before it",
            "Professor Lund … has published … since 1987",
        ),
        (
            "That view can no longer be maintained: the mortar contains brick of the twelfth century.",
            "Professor Lund … thinks otherwise, but she has published nothing since 1987",
            "Neither the vault nor the stair is original. The bells were recast before the fire, not after it.",
            "Earlier writers held that the tower was built by the Romans. That view can no longer be maintained …",
            "Professor Lund, who excavated the north wall, thinks otherwise, but she ha[d] published nothing since "
            "1987",
        ),
    ),
    Paper(
        "Caldwell Shipping sued the Port of Marrick in 2009 for unpaid dues. The Port paid nothing until the court "
        "ordered it to. Caldwell's chairman said he would have settled for half. The Port's directors, by contrast, "
        "never offered a penny. The two companies merged in 2013.",
        (
            "The Port of Marrick sued Caldwell Shipping in 2009 for unpaid dues",
            "The Port paid [something] until the court ordered it to",
            "Caldwell's chairman … never offered a penny",
            "Caldwell's chairman said he would settle for half",
            "The Port's directors, by contrast, … offered a penny",
            "Caldwell's chairman said he settled for half",
        ),
        (
            "Caldwell Shipping sued the Port of Marrick in 2009 for unpaid dues.",
            "The Port\u2019s directors … never offered a penny.",
            "[Its] directors, by contrast, never offered a penny.",
            "Caldwell's chairman said he would have settled for half. … The two companies merged in 2013.",
            "The two com\u00adpanies merged in 2013",
            "sued the Port of Marrick in 2009 … . The Port paid nothing until the court ordered it to.",
        ),
    ),
    Paper(
        "Samples were stored at −20 °C and thawed within 48 h. Growth was inhibited at concentrations > 5 mM, but was "
        "unaffected at ≤ 2 mM. Mean yield was 12.4 ± 0.3 g/L (n = 6), i.e. approximately twice that of the wild type. "
        "The mutant is incapable of using lactose. We cannot exclude contamination, however unlikely.",
        (
            "Samples were stored at 20 °C and thawed within 48 h",
            "Growth was inhibited at concentrations < 5 mM",
            "but was affected at ≤ 2 mM",
            "The mutant is capable of using lactose",
            "We can exclude contamination",
            "Mean yield was 1.24 ± 0.3 g/L (n = 6)",
            "Growth was inhibited at concentrations > 5 µM, but was unaffected at ≤ 2 mM",
            "approximately half that of the wild type",
        ),
        (
            "Samples were stored at -20 °C and thawed within 48 h.",
            "Mean yield was 12.4 ± 0.3 g/L …, i.e. approximately twice that of the wild type.",
            "The mutant is incapable of using lactose. We cannot exclude contamination, however unlikely.",
            "Growth was inhibited at concentrations &gt; 5 mM, but was unaffected at ≤ 2 mM",
            "We cannot exclude contamination …",
        ),
    ),
    Paper(
        "The Act applies to every dwelling let before 1 January 1996 (other than a houseboat). A landlord who has "
        "served notice is entitled to possession. The tenant may appeal only with leave of the court.² Where two or "
        "more persons are tenants, notice to one is notice to all. Colour and size are immaterial.",
        (
            "The Act applies to every dwelling let after 1 January 1996",
            "The tenant may appeal … with leave of the court",
            "notice to one is notice to some",
            "Colour and size are material",
            "A tenant who has served notice is entitled to possession",
        ),
        (
            "The tenant may appeal only with leave of the court. Where two or more persons are tenants, notice to one "
            "is notice to all.",
            "every dwelling let before 1 January 1996 (other than a houseboat)",
            "[a] landlord who has served notice is entitled to possession",
            "The tenant may appeal only with leave of the court.2 Where two or more persons are tenants",
        ),
        ("The Act applies to every dwelling let before 1 January 1996",),
    ),
)
