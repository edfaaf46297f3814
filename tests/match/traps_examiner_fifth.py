"""A fifth set of traps, written blind before anything of the engine was read. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "The harbour authority denied on Tuesday that the ferry had been overloaded. Its spokeswoman, Ana Reuter, "
        "said 214 passengers were aboard, well under the limit of 250; the coastguard counted 241. Nobody has been "
        "charged. Unless the hull is raised before the autumn storms, investigators may never learn why the pumps "
        "failed. The owner, who bought the vessel from a Greek firm in 2011, had promised to replace the pumps but "
        "did not do so. According to one deckhand, the captain was asleep.",
        (
            "the ferry had been overloaded. Its spokeswoman, Ana Reuter, said 241 passengers were aboard",
            "The harbour authority [said] on Tuesday that the ferry had been overloaded.",
            "The harbour authority … [said] that the ferry had been overloaded",
            "Its spokeswoman, Ana Reuter, said 214 passengers were aboard, well over the limit of 250",
            "[I]nvestigators may never learn why the pumps failed.",
            "Investigators may never learn why the pumps failed.",
            "investigators will never learn why the pumps failed",
            "The owner, who bought the vessel from a Greek firm in 2011, had promised to replace the pumps [and] did "
            "so.",
            "The owner … had promised to replace the pumps … [and] did … so.",
            "The owner, who sold the vessel to a Greek firm in 2011, had promised to replace the pumps",
            "[T]he captain was asleep.",
            "The captain was asleep.",
            "Somebody has been charged.",
            "the coastguard counted 214",
            "Its spokeswoman … counted 241.",
        ),
        (
            "The harbour authority denied on Tuesday that the ferry had been overloaded.",
            "The harbour authority denied … that the ferry had been overloaded.",
            "Its spokeswoman, Ana Reuter, said 214 passengers were aboard … the coastguard counted 241.",
            "Nobody has been charged.",
            "Unless the hull is raised …, investigators may never learn why the pumps failed.",
            "[u]nless the hull is raised before the autumn storms, investigators may never learn why the pumps failed",
            "The owner … had promised to replace the pumps but did not do so.",
            "According to one deckhand, the captain was asleep.",
            "[The spokeswoman] said 214 passengers were aboard, well under the limit of 250",
        ),
    ),
    Paper(
        "A tenant shall not be liable for any damage caused by fire, except where the fire was caused by his own "
        "negligence. The landlord may, with the written consent of the court, enter the premises between 8 a.m. and "
        "6 p.m. No notice under section 14(2) is valid unless it is served at least thirty days before the end of "
        "the term. The Court of Appeal held that the Minister was bound by the rule; the House of Lords, by three to "
        "two, reversed. Lord Emsworth, dissenting, would have dismissed the appeal. It was argued for the Crown that "
        "the statute applied only to goods.",
        (
            "A tenant shall … be liable for any damage caused by fire, except where the fire was caused by his own "
            "negligence.",
            "A tenant shall not be liable for any damage caused by fire, even where the fire was caused by his own "
            "negligence.",
            "A tenant shall not be liable for any damage … caused by his own negligence.",
            "The landlord may, without the written consent of the court, enter the premises between 8 a.m. and 6 p.m.",
            "The landlord must, with the written consent of the court, enter the premises",
            "The landlord may, with the written consent of the court, enter the premises between 8 p.m. and 6 a.m.",
            "No notice under section 14(3) is valid unless it is served at least thirty days before the end of the "
            "term.",
            "No notice under section 14(2) is valid if it is served at least thirty days before the end of the term.",
            "No notice … is valid unless it is served at most thirty days before the end of the term.",
            "The Court of Appeal held that the Minister was not bound by the rule",
            "The House of Lords held that the Minister was bound by the rule",
            "The Court of Appeal, by three to two, reversed.",
            "The House of Lords, by two to three, reversed.",
            "Lord Emsworth … dismissed the appeal.",
            "Lord Emsworth, dissenting, would have allowed the appeal.",
            "[T]he statute applied only to goods.",
            "It was argued for the Crown that the statute applied to goods.",
        ),
        (
            "A tenant shall not be liable for any damage caused by fire, except where the fire was caused by his own "
            "negligence.",
            "A tenant shall not be liable … except where the fire was caused by his own negligence.",
            "The landlord may, with the written consent of the court, enter the premises …",
            "No notice under section 14(2) is valid unless it is served at least thirty days before the end of the "
            "term.",
            "No notice … is valid unless it is served at least thirty days before the end of the term.",
            "The Court of Appeal held that the Minister was bound by the rule; the House of Lords … reversed.",
            "Lord Emsworth … would have dismissed the appeal.",
            "Lord Emsworth, dissenting [in the House of Lords], would have dismissed the appeal.",
            "It was argued for the Crown that the statute applied only to goods.",
        ),
        (
            "A tenant shall not be liable for any damage caused by fire.",
            "No notice under section 14(2) is valid",
        ),
    ),
    Paper(
        "Mean systolic pressure fell by 8.4 mm Hg (95% CI, -10.1 to -6.7) in the treated arm and rose by 0.6 mm Hg "
        "in the control arm.[12] Of 1,248 women enrolled, 1,103 completed the trial.12 There was no evidence that "
        "aspirin reduced mortality (hazard ratio 0.97; P = .64), although bleeding was more frequent. Metformin "
        "should not be started when eGFR is < 30 mL/min and must be stopped if it falls below that figure. The "
        "association, if real, is likely to be small. Infants weighing >= 2.5 kg received 50 mg daily; lighter "
        "infants received 25 mg.",
        (
            "Mean systolic pressure rose by 8.4 mm Hg (95% CI, -10.1 to -6.7) in the treated arm",
            "Mean systolic pressure fell by 8.4 mm Hg (95% CI, 10.1 to 6.7) in the treated arm",
            "Mean systolic pressure fell by 84 mm Hg",
            "Mean systolic pressure fell by 8.4 cm Hg",
            "Mean systolic pressure fell by 8.4 mm Hg … in the control arm.",
            "Mean systolic pressure fell by 8.4 mm Hg (99% CI, -10.1 to -6.7) in the treated arm",
            "Of 1,248 women enrolled, 1,130 completed the trial.",
            "Of 1,103 women enrolled, 1,248 completed the trial.",
            "There was … evidence that aspirin reduced mortality",
            "[A]spirin reduced mortality (hazard ratio 0.97; P = .64)",
            "There was no evidence that aspirin reduced mortality (hazard ratio 0.97; P = .064)",
            "There was no evidence that aspirin increased mortality",
            "Metformin should not be started when eGFR is > 30 mL/min",
            "Metformin should not be started when eGFR is 30 mL/min",
            "Metformin should … be started when eGFR is < 30 mL/min",
            "The association … is likely to be small.",
            "The association, if real, is unlikely to be small.",
            "Infants weighing <= 2.5 kg received 50 mg daily",
            "Infants weighing >= 2.5 kg received 25 mg daily",
            "Infants weighing >= 2.5 kg received … 25 mg.",
            "Infants weighing >= 2.5 g received 50 mg daily",
        ),
        (
            "Mean systolic pressure fell by 8.4 mm Hg (95% CI, −10.1 to −6.7) in the treated arm and rose by 0.6 mm "
            "Hg in the control arm.",
            "Mean systolic pressure fell by 8.4 mm Hg … in the treated arm and rose by 0.6 mm Hg in the control arm. "
            "Of 1,248 women enrolled, 1,103 completed the trial.",
            "Of 1,248 women enrolled, 1,103 completed the trial. There was no evidence that aspirin reduced mortality",
            "There was no evidence that aspirin reduced mortality …, although bleeding was more frequent.",
            "[B]leeding was more frequent.",
            "Metformin should not be started when eGFR is < 30 mL/min and must be stopped if it falls below that "
            "figure.",
            "Metformin … must be stopped if [eGFR] falls below that figure",
            "The association, if real, is likely to be small.",
            "Infants weighing ≥ 2.5 kg received 50 mg daily; lighter infants received 25 mg.",
        ),
        ("Metformin … must be stopped",),
    ),
    Paper(
        "In the spring of 1848 the gar-\nrison had neither bread nor powder. General Aubrac, who had sworn that he "
        "would never sur-\nrender the citadel, opened its gates to Colonel Meszáros on the 9th of May.\n\n214      "
        "THE SIEGE OF KARLOVA\n\nThe townsmen, far from resisting, cheered. It is often said that Aubrac was bribed; "
        "no document supports the charge. He left behind him eleven guns, forty barrels of salt and hardly any food. "
        "Meszáros lost fewer men than Aubrac, and yet he was blamed more. Before the siege the town had 9,000 "
        "inhabitants; after it, barely 4,000.",
        (
            "In the spring of 1848 the garrison had … bread [and] powder.",
            "In the spring of 1848 the garrison had either bread or powder.",
            "In the spring of 1884 the garrison had neither bread nor powder.",
            "General Aubrac … had sworn that he would … surrender the citadel",
            "Colonel Meszáros … opened its gates to General Aubrac on the 9th of May.",
            "General Aubrac … opened its gates to Colonel Meszáros on the 19th of May.",
            "General Mészáros opened its gates to Colonel Aubrac",
            "The townsmen … resisting, cheered.",
            "The townsmen, far from resisting, jeered.",
            "Aubrac was bribed.",
            "[A] document supports the charge.",
            "It is often said that Aubrac was bribed; [a] document supports the charge.",
            "He left behind him eleven guns, forty barrels of salt and … food.",
            "He left behind him forty guns, eleven barrels of salt and hardly any food.",
            "Aubrac lost fewer men than Meszáros, and yet he was blamed more.",
            "Meszáros lost more men than Aubrac",
            "Meszáros lost fewer men than Aubrac, and yet he was blamed less.",
            "After the siege the town had 9,000 inhabitants",
            "Before the siege the town had … barely 4,000.",
        ),
        (
            "In the spring of 1848 the garrison had neither bread nor powder.",
            "he would never surrender the citadel",
            "General Aubrac … opened its gates to Colonel Meszáros on the 9th of May.",
            "General Aubrac … opened [the citadel’s] gates to Colonel Meszáros",
            "It is often said that Aubrac was bribed; no document supports the charge.",
            "[N]o document supports the charge.",
            "He left behind him eleven guns … and hardly any food.",
            "Meszáros lost fewer men than Aubrac, and yet he was blamed more.",
            "Before the siege the town had 9,000 inhabitants; after it, barely 4,000.",
        ),
    ),
    Paper(
        "A client MUST NOT send more than 16 requests on one connection, and a server SHOULD close any connection "
        "that has been idle for 30 s. If the header is absent, the receiver MUST treat the length as zero. "
        "Implementations that do not support version 2 MAY reply with status 505 rather than 400. Timestamps are "
        "encoded big-endian, with the most significant octet first. A value x is accepted if 0 <= x < 256; otherwise "
        "the message is discarded. This field is deprecated and MUST be ignored on receipt, other than by gateways.",
        (
            "A client MUST … send more than 16 requests on one connection",
            "A client MUST send more than 16 requests on one connection",
            "A client SHOULD NOT send more than 16 requests on one connection",
            "A client MUST NOT send more than 61 requests on one connection",
            "A client MUST NOT send fewer than 16 requests on one connection",
            "a server MUST close any connection that has been idle for 30 s",
            "a server SHOULD close any connection that has been idle for 30 ms",
            "A client … SHOULD close any connection that has been idle for 30 s.",
            "The receiver MUST treat the length as zero.",
            "If the header is present, the receiver MUST treat the length as zero.",
            "Implementations that … support version 2 MAY reply with status 505 rather than 400.",
            "Implementations that do not support version 2 MAY reply with status 400 rather than 505.",
            "Timestamps are encoded little-endian, with the most significant octet first.",
            "Timestamps are encoded big-endian, with the least significant octet first.",
            "A value x is accepted if 0 < x < 256; otherwise the message is discarded.",
            "A value x is accepted if 0 <= x <= 256",
            "A value x is … discarded.",
            "A value x is accepted … otherwise the message is discarded.",
            "This field is deprecated and MUST NOT be ignored on receipt, other than by gateways.",
        ),
        (
            "A client MUST NOT send more than 16 requests on one connection, and a server SHOULD close any "
            "connection that has been idle for 30 s.",
            "A client MUST NOT send more than 16 requests on one connection …",
            "[A] server SHOULD close any connection that has been idle for 30 s.",
            "If the header is absent, the receiver MUST treat the length as zero.",
            "Implementations that do not support version 2 MAY reply with status 505 …",
            "Timestamps are encoded big-endian …",
            "A value x is accepted if 0 ≤ x < 256; otherwise the message is discarded.",
            "This field is deprecated and MUST be ignored on receipt, other than by gateways.",
            "This field … MUST be ignored on receipt, other than by gateways.",
        ),
        ("This field is deprecated and MUST be ignored on receipt.",),
    ),
    Paper(
        "My father used to say that a man who lends money buys an enemy. I did not believe him then, and I am not "
        "sure that I believe him now. We had, as far as I can remember, three cows and a mule; the neighbours had "
        "eight of each. My sister Ilse married a baker whom my mother detested. I almost wept. Had the war ended a "
        "year sooner, my brother would have come home. “You will never be a musician,” my teacher told me, “but you "
        "may be a decent critic.” She was wrong about the first thing and right about the second.",
        (
            "A man who lends money buys an enemy.",
            "a man who borrows money buys an enemy",
            "I … believe him then",
            "I did … believe him then, and I am … sure that I believe him now.",
            "I am sure that I believe him now.",
            "I did not believe him … now.",
            "We had … eight of each.",
            "We had, as far as I can remember, eight cows and a mule",
            "My sister Ilse married a baker whom my mother adored.",
            "My sister Ilse … detested [my mother].",
            "My mother Ilse married a baker whom my sister detested.",
            "I … wept.",
            "I wept.",
            "[M]y brother … [came] home.",
            "“You will … be a musician,” my teacher told me",
            "You will … be a decent critic",
            "She was right about the first thing and wrong about the second.",
            "She was wrong about the first thing and … the second.",
        ),
        (
            "My father used to say that a man who lends money buys an enemy.",
            "I did not believe him then …",
            "I did not believe him then, and I am not sure that I believe him now.",
            "We had … three cows and a mule",
            "My sister Ilse married a baker whom my mother detested.",
            "My sister Ilse married a baker …",
            "I almost wept.",
            "Had the war ended a year sooner, my brother would have come home.",
            "'You will never be a musician,' my teacher told me, 'but you may be a decent critic.'",
            "You will never be a musician … but you may be a decent critic.",
            "She was wrong about the first thing and right about the second.",
        ),
    ),
)
