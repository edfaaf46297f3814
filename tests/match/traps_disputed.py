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
    (
        "A tenant shall not be liable for any damage caused by fire, except where the fire was caused by his own "
        "negligence. The landlord may, with the written consent of the court, enter the premises between 8 a.m. and "
        "6 p.m. No notice under section 14(2) is valid unless it is served at least thirty days before the end of "
        "the term. The Court of Appeal held that the Minister was bound by the rule; the House of Lords, by three to "
        "two, reversed. Lord Emsworth, dissenting, would have dismissed the appeal. It was argued for the Crown that "
        "the statute applied only to goods.",
        "The landlord may … enter the premises between 8 a.m. and 6 p.m.",
        "pass",
        "an ellipsis between “may” and its verb says that something of the permission was left out",
    ),
    (
        "Mean systolic pressure fell by 8.4 mm Hg (95% CI, -10.1 to -6.7) in the treated arm and rose by 0.6 mm Hg "
        "in the control arm.[12] Of 1,248 women enrolled, 1,103 completed the trial.12 There was no evidence that "
        "aspirin reduced mortality (hazard ratio 0.97; P = .64), although bleeding was more frequent. Metformin "
        "should not be started when eGFR is < 30 mL/min and must be stopped if it falls below that figure. The "
        "association, if real, is likely to be small. Infants weighing >= 2.5 kg received 50 mg daily; lighter "
        "infants received 25 mg.",
        "Mean systolic pressure … rose by 0.6 mm Hg",
        "pass",
        "it is the same pressure; that it is of one arm comes behind what is quoted",
    ),
    (
        "Mean systolic pressure fell by 8.4 mm Hg (95% CI, -10.1 to -6.7) in the treated arm and rose by 0.6 mm Hg "
        "in the control arm.[12] Of 1,248 women enrolled, 1,103 completed the trial.12 There was no evidence that "
        "aspirin reduced mortality (hazard ratio 0.97; P = .64), although bleeding was more frequent. Metformin "
        "should not be started when eGFR is < 30 mL/min and must be stopped if it falls below that figure. The "
        "association, if real, is likely to be small. Infants weighing >= 2.5 kg received 50 mg daily; lighter "
        "infants received 25 mg.",
        "evidence that aspirin reduced mortality (hazard ratio 0.97; P = .64)",
        "pass",
        "a phrase in small letters may stand behind a “no” of the author's",
    ),
    (
        "In the spring of 1848 the gar-\nrison had neither bread nor powder. General Aubrac, who had sworn that he "
        "would never sur-\nrender the citadel, opened its gates to Colonel Meszáros on the 9th of May.\n\n214      "
        "THE SIEGE OF KARLOVA\n\nThe townsmen, far from resisting, cheered. It is often said that Aubrac was bribed; "
        "no document supports the charge. He left behind him eleven guns, forty barrels of salt and hardly any food. "
        "Meszáros lost fewer men than Aubrac, and yet he was blamed more. Before the siege the town had 9,000 "
        "inhabitants; after it, barely 4,000.",
        "General Aubrac, who had sworn that he would never surrender the citadel, opened its gates to Colonel "
        "Mészáros on the 9th of May. The townsmen, far from resisting, cheered.",
        "refuse",
        "the name is written otherwise than in the source, by an accent",
    ),
    (
        "My father used to say that a man who lends money buys an enemy. I did not believe him then, and I am not "
        "sure that I believe him now. We had, as far as I can remember, three cows and a mule; the neighbours had "
        "eight of each. My sister Ilse married a baker whom my mother detested. I almost wept. Had the war ended a "
        "year sooner, my brother would have come home. “You will never be a musician,” my teacher told me, “but you "
        "may be a decent critic.” She was wrong about the first thing and right about the second.",
        "My brother would have come home.",
        "pass",
        "its own “would have” says that it did not happen",
    ),
    (
        "Mr. HARGREAVES: I have never said, and I do not now say, that the Government intend to abolish the "
        "allowance. What I said was that they would cut it. The hon. Member for Leith asked whether the Treasury had "
        "been consulted. It had not. If the House rejects this Bill tonight, 40,000 families will lose £12.50 a "
        "week; if it passes, they will gain £3. The Chancellor, unlike his predecessor, has answered every question "
        "put to him. Mrs. Oakes rose to say that the figures were false. I beg to move, That the debate be now "
        "adjourned.",
        "[T]he figures were false.",
        "pass",
        "a named speaker says it; the sentence that quotes it can name her",
    ),
    (
        "Unemployment in the Northern Region fell from 7.9 per cent in March to 7.4 per cent in June, while in the "
        "Southern Region it rose from 4.1 to 4.6 per cent. Earnings grew by 3.2%, or by 0.4% once inflation is taken "
        "into account. At least one in five households reported arrears, compared with one in eight in 2019. About "
        "two thirds of the rise is explained by housing costs. Net migration was -12,300, the first negative figure "
        "since 1993. Exports to Chile exceeded imports from Chile by €1.1 billion. These estimates are not "
        "seasonally adjusted. Most, but by no means all, of the new jobs were part-time.",
        "all, of the new jobs were part-time",
        "pass",
        "a phrase in small letters, and its comma says that something stood before it",
    ),
    (
        "Do not give adrenaline intravenously unless cardiac arrest has occurred. Children under 6 years should "
        "receive 150 micrograms intramuscularly; those aged 6 to 12 years, 300 micrograms. Antihistamines do not "
        "treat shock and must never delay adrenaline. In the absence of fever, antibiotics are rarely needed. "
        "Warfarin is contraindicated in pregnancy but heparin is not. Rapid infusion may cause, or worsen, "
        "hypotension. The evidence for steroids is weak, and we recommend against their routine use. Stop the "
        "infusion if the rate is above 120 beats/min or the pressure below 90 mmHg.",
        "give adrenaline intravenously unless cardiac arrest has occurred",
        "pass",
        "a phrase in small letters may stand behind a “do not” of the author's",
    ),
    (
        "The plaintiff alleges that the police struck him without warning.[53] Officer Dunn testified that he had "
        "“no choice [but to fire]”. We find his account difficult to credit. It does not follow, however, that the "
        "force used was excessive. A search without a warrant is unlawful save in an emergency; *118 and the burden "
        "of proving the emergency lies on the State. Smith was convicted of theft and acquitted of assault, and "
        "Jones vice versa. Even if the confession was voluntary, it was taken too late. The judgment below is "
        "affirmed in part and reversed in part.4",
        "and the burden of proving the emergency lies on the [accused]",
        "pass",
        "whom a bracket names in place of another only the rest of the text can tell",
    ),
    (
        "Critics of the dam say that it has displaced 30,000 farmers and drowned two temples; the ministry says that "
        "it has displaced no one. Hardly a month passes without a protest. Were the turbines to run at full power, "
        "the lake would empty in nine weeks. The World Bank refused to finance the project, but the Asian fund did "
        "not hesitate. President Tavares blamed the drought on his rivals. His deputy is said to have resigned in "
        "private. Nearly all of the villages upstream, and none downstream, have been paid.",
        "The lake would empty in nine weeks.",
        "pass",
        "its own “would” says that it depends on something",
    ),
    (
        "Critics of the dam say that it has displaced 30,000 farmers and drowned two temples; the ministry says that "
        "it has displaced no one. Hardly a month passes without a protest. Were the turbines to run at full power, "
        "the lake would empty in nine weeks. The World Bank refused to finance the project, but the Asian fund did "
        "not hesitate. President Tavares blamed the drought on his rivals. His deputy is said to have resigned in "
        "private. Nearly all of the villages upstream, and none downstream, have been paid.",
        "all of the villages upstream, and none downstream, have been paid",
        "pass",
        "a phrase in small letters may stand in a sentence that limits or denies it again",
    ),
    (
        "The Supplier warrants that the Goods are free from defects but gives no warranty as to their fitness for "
        "any purpose. Payment is due within 14 days of delivery or 30 days of invoice, whichever is the later. "
        "Either party may terminate this Agreement on not less than three months' notice, provided that no sum is "
        "then owing. Nothing in this clause excludes liability for death. The Buyer shall indemnify the Supplier "
        "against all claims other than those arising from the Supplier's default. A person commits an offence if he "
        "knowingly, or without lawful excuse, destroys a record.",
        "Either party may … terminate this Agreement … [if] no sum is then owing",
        "pass",
        "“[if]” says in short what “provided that” says",
    ),
    (
        "The Supplier warrants that the Goods are free from defects but gives no warranty as to their fitness for "
        "any purpose. Payment is due within 14 days of delivery or 30 days of invoice, whichever is the later. "
        "Either party may terminate this Agreement on not less than three months' notice, provided that no sum is "
        "then owing. Nothing in this clause excludes liability for death. The Buyer shall indemnify the Supplier "
        "against all claims other than those arising from the Supplier's default. A person commits an offence if he "
        "knowingly, or without lawful excuse, destroys a record.",
        "Nothing in this clause … [limits] liability for death.",
        "pass",
        "what is not excluded is not limited by it: a bracket's verb near in sense to the source's",
    ),
    (
        "Few of the monks could read; fewer could write. King Osric gave the abbey to Bishop Wilfrid in 721, and "
        "took it from him in 733.² The chronicle, which was written two hundred years later by a partisan of the "
        "bishop, calls the king a robber. Whether he was one is another matter. Had he wished to plunder the church, "
        "he had ample occasion to do so, and he never used it. The Danes burned York but spared Ripon. Until 866 the "
        "see was rich; thereafter it was the poorest in England. Not one charter of his reign survives, and only a "
        "single coin.",
        "the monks could read; fewer could write",
        "pass",
        "a phrase in small letters may stand in a sentence that limits or denies it again",
    ),
    (
        "Few of the monks could read; fewer could write. King Osric gave the abbey to Bishop Wilfrid in 721, and "
        "took it from him in 733.² The chronicle, which was written two hundred years later by a partisan of the "
        "bishop, calls the king a robber. Whether he was one is another matter. Had he wished to plunder the church, "
        "he had ample occasion to do so, and he never used it. The Danes burned York but spared Ripon. Until 866 the "
        "see was rich; thereafter it was the poorest in England. Not one charter of his reign survives, and only a "
        "single coin.",
        "he wished to plunder the church, he had ample occasion to do so",
        "pass",
        "a phrase in small letters may stand in a sentence that limits or denies it again",
    ),
    (
        "Few of the monks could read; fewer could write. King Osric gave the abbey to Bishop Wilfrid in 721, and "
        "took it from him in 733.² The chronicle, which was written two hundred years later by a partisan of the "
        "bishop, calls the king a robber. Whether he was one is another matter. Had he wished to plunder the church, "
        "he had ample occasion to do so, and he never used it. The Danes burned York but spared Ripon. Until 866 the "
        "see was rich; thereafter it was the poorest in England. Not one charter of his reign survives, and only a "
        "single coin.",
        "one charter of his reign survives",
        "pass",
        "a phrase in small letters may stand in a sentence that limits or denies it again",
    ),
    (
        "The valve shall open at a pressure not exceeding 1.05 times the set pressure, and shall close at not less "
        "than 0.90 times it. Do not remove the cover before the fan has stopped. Class B cables may be used instead "
        "of Class A cables, but not vice versa. At temperatures below -20 °C the alarm is disabled. Every joint that "
        "carries load, whether welded or bolted, shall be inspected before, not after, painting. The tolerance is "
        "±0.05 mm. Where the earth wire is missing, the socket is to be regarded as live. Bolts of grade 8.8 or "
        "higher are required, except in timber.",
        "remove the cover before the fan has stopped",
        "pass",
        "a phrase in small letters may stand in a sentence that limits or denies it again",
    ),
    (
        "The valve shall open at a pressure not exceeding 1.05 times the set pressure, and shall close at not less "
        "than 0.90 times it. Do not remove the cover before the fan has stopped. Class B cables may be used instead "
        "of Class A cables, but not vice versa. At temperatures below -20 °C the alarm is disabled. Every joint that "
        "carries load, whether welded or bolted, shall be inspected before, not after, painting. The tolerance is "
        "±0.05 mm. Where the earth wire is missing, the socket is to be regarded as live. Bolts of grade 8.8 or "
        "higher are required, except in timber.",
        "Do not remove the cover …",
        "pass",
        "the ellipsis says that more follows",
    ),
    (
        "The valve shall open at a pressure not exceeding 1.05 times the set pressure, and shall close at not less "
        "than 0.90 times it. Do not remove the cover before the fan has stopped. Class B cables may be used instead "
        "of Class A cables, but not vice versa. At temperatures below -20 °C the alarm is disabled. Every joint that "
        "carries load, whether welded or bolted, shall be inspected before, not after, painting. The tolerance is "
        "±0.05 mm. Where the earth wire is missing, the socket is to be regarded as live. Bolts of grade 8.8 or "
        "higher are required, except in timber.",
        "The alarm is disabled.",
        "pass",
        "an opening phrase without a comma is mostly of time or place; that it is a condition no word says",
    ),
)
