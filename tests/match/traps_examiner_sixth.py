"""A sixth set of traps, written blind together with the fifth. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "Mr. HARGREAVES: I have never said, and I do not now say, that the Government intend to abolish the "
        "allowance. What I said was that they would cut it. The hon. Member for Leith asked whether the Treasury had "
        "been consulted. It had not. If the House rejects this Bill tonight, 40,000 families will lose £12.50 a "
        "week; if it passes, they will gain £3. The Chancellor, unlike his predecessor, has answered every question "
        "put to him. Mrs. Oakes rose to say that the figures were false. I beg to move, That the debate be now "
        "adjourned.",
        (
            "I have … said … that the Government intend to abolish the allowance.",
            "I … now say, that the Government intend to abolish the allowance.",
            "[T]he Government intend to abolish the allowance.",
            "The Government intend to abolish the allowance. What I said was that they would cut it.",
            "I have never said … that they would cut it.",
            "the Treasury had been consulted. It had",
            "The hon. Member for Leith asked whether the Treasury had been consulted. It had.",
            "The hon. Member for Leith [said] the Treasury had been consulted.",
            "40,000 families will lose £12.50 a week.",
            "If the House rejects this Bill tonight, 40,000 families will … gain £3.",
            "If the House passes this Bill tonight, 40,000 families will lose £12.50 a week",
            "If the House rejects this Bill tonight, 40,000 families will lose £1,250 a week",
            "If the House rejects this Bill tonight, 40,000 families will lose $12.50 a week",
            "If the House rejects this Bill tonight, 40,000 families will lose £12.50 a month",
            "The Chancellor, like his predecessor, has answered every question put to him.",
            "The Chancellor … has answered … [no] question put to him.",
            "The Chancellor … has answered [some] question[s] put to him.",
            "Mrs. Oakes … [said] that the figures were [true].",
            "I beg to move, That the debate be not now adjourned.",
        ),
        (
            "I have never said, and I do not now say, that the Government intend to abolish the allowance.",
            "I have never said … that the Government intend to abolish the allowance. What I said was that they "
            "would cut it.",
            "What [Mr. Hargreaves] said was that they would cut it.",
            "The hon. Member for Leith asked whether the Treasury had been consulted. It had not.",
            "If the House rejects this Bill tonight, 40,000 families will lose £12.50 a week …",
            "The Chancellor … has answered every question put to him.",
            "Mrs. Oakes rose to say that the figures were false.",
            "I beg to move, That the debate be now adjourned.",
        ),
    ),
    Paper(
        "Unemployment in the Northern Region fell from 7.9 per cent in March to 7.4 per cent in June, while in the "
        "Southern Region it rose from 4.1 to 4.6 per cent. Earnings grew by 3.2%, or by 0.4% once inflation is taken "
        "into account. At least one in five households reported arrears, compared with one in eight in 2019. About "
        "two thirds of the rise is explained by housing costs. Net migration was -12,300, the first negative figure "
        "since 1993. Exports to Chile exceeded imports from Chile by €1.1 billion. These estimates are not "
        "seasonally adjusted. Most, but by no means all, of the new jobs were part-time.",
        (
            "Unemployment in the Northern Region fell from 7.4 per cent in March to 7.9 per cent in June",
            "Unemployment in the Southern Region fell from 7.9 per cent in March to 7.4 per cent in June",
            "Unemployment in the Northern Region … rose from 4.1 to 4.6 per cent.",
            "Unemployment in the Northern Region fell … to 4.6 per cent.",
            "Unemployment in the Northern Region fell from 7.9 per cent in June to 7.4 per cent in March",
            "Unemployment in the Northern Region fell from 79 per cent in March",
            "Earnings grew by 3.2% … once inflation is taken into account.",
            "Earnings grew by 0.4%",
            "Earnings grew by 3.2 percentage points",
            "At most one in five households reported arrears",
            "One in five households reported arrears, compared with one in eight in 2019.",
            "At least one in eight households reported arrears, compared with one in five in 2019.",
            "About two thirds of the fall is explained by housing costs.",
            "Two thirds of the rise is explained by housing costs.",
            "About one third of the rise is explained by housing costs.",
            "Net migration was 12,300",
            "Net migration was -12,300, the first positive figure since 1993.",
            "Net migration was -12,300, the first negative figure before 1993.",
            "Exports to Chile exceeded imports from Chile by €1.1 million.",
            "Imports from Chile exceeded exports to Chile by €1.1 billion.",
            "Exports to China exceeded imports from China by €1.1 billion.",
            "These estimates are … seasonally adjusted.",
            "These estimates are seasonally adjusted.",
            "Most … of the new jobs were full-time.",
            "[A]ll of the new jobs were part-time.",
        ),
        (
            "Unemployment in the Northern Region fell from 7.9 per cent in March to 7.4 per cent in June …",
            "Earnings grew by 3.2%, or by 0.4% once inflation is taken into account.",
            "At least one in five households reported arrears …",
            "[a]t least one in five households reported arrears, compared with one in eight in 2019",
            "About two thirds of the rise is explained by housing costs.",
            "Net migration was −12,300, the first negative figure since 1993.",
            "Net migration was –12,300 …",
            "Exports to Chile exceeded imports from Chile by €1.1 billion.",
            "Most, but by no means all, of the new jobs were part-time.",
        ),
    ),
    Paper(
        "THE Governour of the Iſland, being no friend to the Planters, did refuſe them Corn until their Arms were "
        "delivered up. The Indians, who had ne-\nver broken their Treaty, brought in twenty Buſhels, for which they "
        "were paid in Beads.(a)\n\n(a) See the Letter of Mr. Prentice.\n\nA Voyage to the Leaﬀer Iſlands.      37\n\n"
        "Of the Ship's Company ﬁfteen died of the Flux, and only three of their Wounds. Some aﬃrm that the Surgeon "
        "was drunk; but this I muſt deny, having been with him that Night. The Captain commanded the Mate to hang "
        "the Cook.",
        (
            "The Governour of the Island, being a friend to the Planters, did refuse them Corn",
            "The Governour of the Island, being no friend to the Planters, did refuse them Corn after their Arms "
            "were delivered up.",
            "The Governour of the Island, being no friend to the Planters, did give them Corn",
            "The Indians, who had ever broken their Treaty, brought in twenty Bushels",
            "The Indians, who had … broken their Treaty, brought in twenty Bushels",
            "The Planters, who had never broken their Treaty, brought in twenty Bushels",
            "brought in twelve Bushels, for which they were paid in Beads",
            "brought in twenty Bushels, for which they were [not] paid in Beads",
            "fifteen died of their Wounds, and only three of the Flux",
            "Of the Ship's Company fifty died of the Flux",
            "Of the Ship's Company fifteen died of … their Wounds.",
            "[T]he Surgeon was drunk.",
            "The Surgeon was drunk",
            "Some affirm that the Surgeon was sober",
            "Some affirm that the Surgeon was drunk; … this I must [affirm]",
            "The Captain commanded the Cook to hang the Mate.",
            "The Mate commanded the Captain to hang the Cook.",
            "The Captain … hang[ed] the Cook.",
        ),
        (
            "The Governour of the Island, being no friend to the Planters, did refuse them Corn until their Arms "
            "were delivered up.",
            "The Indians, who had never broken their Treaty, brought in twenty Bushels, for which they were paid in "
            "Beads. Of the Ship’s Company fifteen died of the Flux",
            "The Indians … brought in twenty Bushels, for which they were paid in Beads.",
            "Of the Ship’s Company fifteen died of the Flux, and only three of their Wounds.",
            "Some affirm that the Surgeon was drunk; but this I must deny, having been with him that Night.",
            "Some affirm that the Surgeon was drunk; but this I must deny …",
            "The Captain commanded the Mate to hang the Cook.",
            "The Gover[n]our of the Island, being no friend to the Planters",
        ),
        ("The Governour of the Island … did refuse them Corn.",),
    ),
    Paper(
        "Do not give adrenaline intravenously unless cardiac arrest has occurred. Children under 6 years should "
        "receive 150 micrograms intramuscularly; those aged 6 to 12 years, 300 micrograms. Antihistamines do not "
        "treat shock and must never delay adrenaline. In the absence of fever, antibiotics are rarely needed. "
        "Warfarin is contraindicated in pregnancy but heparin is not. Rapid infusion may cause, or worsen, "
        "hypotension. The evidence for steroids is weak, and we recommend against their routine use. Stop the "
        "infusion if the rate is above 120 beats/min or the pressure below 90 mmHg.",
        (
            "Do … give adrenaline intravenously unless cardiac arrest has occurred.",
            "[G]ive adrenaline intravenously",
            "Do not give adrenaline intravenously if cardiac arrest has occurred.",
            "Do not give adrenaline intramuscularly unless cardiac arrest has occurred.",
            "Children under 6 years should receive 300 micrograms",
            "Children under 6 years should receive 150 milligrams intramuscularly",
            "Children under 6 years should receive … 300 micrograms.",
            "Children over 6 years should receive 150 micrograms intramuscularly",
            "Antihistamines … treat shock and must never delay adrenaline.",
            "Antihistamines do not treat shock and must … delay adrenaline.",
            "Antibiotics are rarely needed.",
            "In the presence of fever, antibiotics are rarely needed.",
            "In the absence of fever, antibiotics are … needed.",
            "Heparin is contraindicated in pregnancy but warfarin is not.",
            "Warfarin is contraindicated in pregnancy [and so is] heparin",
            "Warfarin … is not [contraindicated in pregnancy].",
            "Rapid infusion may … worsen hypertension.",
            "Rapid infusion may cure, or worsen, hypotension.",
            "Rapid infusion … cause[s] … hypotension.",
            "we recommend … their routine use",
            "The evidence for steroids is [strong], and we recommend … their routine use.",
            "Stop the infusion if the rate is below 120 beats/min or the pressure above 90 mmHg.",
            "Stop the infusion if the rate is above 120 beats/min and the pressure below 90 mmHg.",
            "Stop the infusion if the rate is above … 90 mmHg.",
        ),
        (
            "Do not give adrenaline intravenously unless cardiac arrest has occurred.",
            "Children under 6 years should receive 150 micrograms intramuscularly …",
            "Children under 6 years should receive 150 micrograms …; those aged 6 to 12 years, 300 micrograms.",
            "Antihistamines do not treat shock …",
            "Antihistamines … must never delay adrenaline.",
            "In the absence of fever, antibiotics are rarely needed.",
            "Warfarin is contraindicated in pregnancy but heparin is not.",
            "Rapid infusion may cause … hypotension.",
            "The evidence for steroids is weak, and we recommend against their routine use.",
        ),
        ("Do not give adrenaline intravenously.",),
    ),
    Paper(
        "The plaintiff alleges that the police struck him without warning.[53] Officer Dunn testified that he had "
        "“no choice [but to fire]”. We find his account difficult to credit. It does not follow, however, that the "
        "force used was excessive. A search without a warrant is unlawful save in an emergency; *118 and the burden "
        "of proving the emergency lies on the State. Smith was convicted of theft and acquitted of assault, and "
        "Jones vice versa. Even if the confession was voluntary, it was taken too late. The judgment below is "
        "affirmed in part and reversed in part.4",
        (
            "[T]he police struck him without warning.",
            "The plaintiff [proved] that the police struck him without warning.",
            "The plaintiff alleges that the police struck him with warning.",
            "The police allege that the plaintiff struck him without warning",
            "Officer Dunn testified that he had “[a] choice”",
            "Officer Dunn testified that he had a “choice [but to fire]”.",
            "We find his account … credit[able].",
            "We find his account easy to credit.",
            "It … follow[s], however, that the force used was excessive.",
            "the force used was excessive. A search without a warrant is unlawful",
            "[T]he force used was excessive.",
            "A search … is unlawful save in an emergency",
            "A search with a warrant is unlawful save in an emergency",
            "A search without a warrant is lawful save in an emergency",
            "A search without a warrant is unlawful … in an emergency",
            "Jones was convicted of theft and acquitted of assault, and Smith vice versa.",
            "Smith was convicted of assault and acquitted of theft",
            "Smith was convicted of … assault",
            "Smith was acquitted of theft and convicted of assault, and Jones vice versa.",
            "[T]he confession was voluntary.",
            "The confession was voluntary, it was taken too late.",
            "The judgment below is affirmed … and reversed in part.",
        ),
        (
            "The plaintiff alleges that the police struck him without warning. Officer Dunn testified that he had "
            "“no choice [but to fire]”.",
            "Officer Dunn testified that he had ‘no choice [but to fire]’.",
            "We find his account difficult to credit.",
            "It does not follow … that the force used was excessive.",
            "A search without a warrant is unlawful save in an emergency; and the burden of proving the emergency "
            "lies on the State.",
            "[T]he burden of proving the emergency lies on the State.",
            "Smith was convicted of theft and acquitted of assault …",
            "Even if the confession was voluntary, it was taken too late.",
            "The judgment below is affirmed in part and reversed in part.",
        ),
        (
            "A search without a warrant is unlawful.",
            "The judgment below is affirmed.",
        ),
    ),
)
