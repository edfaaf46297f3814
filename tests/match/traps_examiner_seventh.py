"""A seventh set of traps, written blind and held out until the fifth and sixth were mended. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "Critics of the dam say that it has displaced 30,000 farmers and drowned two temples; the ministry says that "
        "it has displaced no one. Hardly a month passes without a protest. Were the turbines to run at full power, "
        "the lake would empty in nine weeks. The World Bank refused to finance the project, but the Asian fund did "
        "not hesitate. President Tavares blamed the drought on his rivals. His deputy is said to have resigned in "
        "private. Nearly all of the villages upstream, and none downstream, have been paid.",
        (
            "[The dam] has displaced 30,000 farmers and drowned two temples",
            "It has displaced 30,000 farmers and drowned two temples.",
            "the ministry says that it has displaced 30,000 farmers",
            "Critics of the dam say that it has displaced … no one.",
            "Critics of the dam say that it has displaced 13,000 farmers",
            "Critics of the dam say that it has displaced two farmers and drowned 30,000 temples",
            "The ministry says that it has displaced [some]one.",
            "A month passes without a protest.",
            "Hardly a month passes with a protest.",
            "[A] month passes without a protest.",
            "[T]he lake [will] empty in nine weeks.",
            "The World Bank … did not hesitate.",
            "The World Bank refused to finance the project, but the Asian fund did … hesitate.",
            "The World Bank [agreed] to finance the project",
            "The Asian fund refused to finance the project, but the World Bank did not hesitate.",
            "President Tavares blamed his rivals on the drought.",
            "President Torres blamed the drought on his rivals.",
            "His deputy … resigned in private.",
            "His deputy is said to have resigned in public.",
            "All of the villages upstream … have been paid.",
            "Nearly all of the villages … downstream, have been paid.",
            "Nearly all of the villages upstream, and some downstream, have been paid.",
        ),
        (
            "Critics of the dam say that it has displaced 30,000 farmers and drowned two temples …",
            "Critics of the dam say that it has displaced 30,000 farmers …; the ministry says that it has displaced "
            "no one.",
            "Hardly a month passes without a protest.",
            "Were the turbines to run at full power, the lake would empty in nine weeks.",
            "The World Bank refused to finance the project …",
            "The World Bank refused to finance the [dam], but the Asian fund did not hesitate.",
            "President Tavares blamed the drought on his rivals.",
            "His deputy is said to have resigned in private.",
            "Nearly all of the villages upstream, and none downstream, have been paid.",
            "Nearly all of the villages upstream … have been paid.",
        ),
    ),
    Paper(
        "The Supplier warrants that the Goods are free from defects but gives no warranty as to their fitness for "
        "any purpose. Payment is due within 14 days of delivery or 30 days of invoice, whichever is the later. "
        "Either party may terminate this Agreement on not less than three months' notice, provided that no sum is "
        "then owing. Nothing in this clause excludes liability for death. The Buyer shall indemnify the Supplier "
        "against all claims other than those arising from the Supplier's default. A person commits an offence if he "
        "knowingly, or without lawful excuse, destroys a record.",
        (
            "The Supplier warrants … their fitness for any purpose.",
            "The Supplier … gives … warranty as to their fitness for any purpose.",
            "The Supplier warrants that the Goods are free from defects [and] … their fitness for any purpose",
            "Payment is due within 30 days of delivery or 14 days of invoice, whichever is the later.",
            "Payment is due within 14 days of delivery or 30 days of invoice, whichever is the earlier.",
            "Payment is due within 14 days of … invoice",
            "Payment is due within 14 weeks of delivery",
            "Payment is due within 14 days of delivery and 30 days of invoice",
            "Either party may terminate this Agreement on not more than three months' notice",
            "Either party may terminate this Agreement on … three months' notice … .",
            "Neither party may terminate this Agreement on not less than three months' notice",
            "This clause excludes liability for death.",
            "[T]his clause excludes liability for death.",
            "The Supplier shall indemnify the Buyer against all claims",
            "The Buyer shall indemnify the Supplier against all claims … arising from the Supplier's default.",
            "A person commits an offence if he … destroys a record.",
            "A person commits an offence if he knowingly, and without lawful excuse, destroys a record.",
            "A person commits an offence if he knowingly, or with lawful excuse, destroys a record.",
        ),
        (
            "The Supplier warrants that the Goods are free from defects but gives no warranty as to their fitness "
            "for any purpose.",
            "The Supplier … gives no warranty as to [the Goods’] fitness for any purpose.",
            "Payment is due within 14 days of delivery or 30 days of invoice, whichever is the later.",
            "Either party may terminate this Agreement on not less than three months’ notice, provided that no sum "
            "is then owing.",
            "[E]ither party may terminate this Agreement on not less than three months’ notice, provided that no sum "
            "is then owing",
            "Nothing in this clause excludes liability for death.",
            "The Buyer shall indemnify the Supplier against all claims other than those arising from the Supplier’s "
            "default.",
            "A person commits an offence if he knowingly, or without lawful excuse, destroys a record.",
        ),
        (
            "Either party may terminate this Agreement on not less than three months' notice.",
            "The Buyer shall indemnify the Supplier against all claims.",
            "A person commits an offence.",
        ),
    ),
    Paper(
        "Relapse occurred in 18 of 90 patients on lithium and in 31 of 88 on placebo (relative risk 0.57; 95% CI "
        "0.34-0.93). We found no difference in suicide, but the trial was not designed to detect one. The drug "
        "crossed the blood-brain barrier in mice, not in rats. Serum sodium was 128 mmol/L, and potassium 5.9 "
        "mmol/L. Symptoms improved only after the dose was doubled. Patients with a score of more than 20 were "
        "excluded. It has been suggested that the virus originated in bats; we know of no data that contradict this. "
        "Vaccination reduces, but does not abolish, transmission.",
        (
            "Relapse occurred in 31 of 90 patients on lithium",
            "Relapse occurred in 18 of 90 patients on placebo",
            "Relapse occurred in 18 of 90 patients … on placebo",
            "Relapse occurred in 81 of 90 patients on lithium",
            "Relapse occurred in 18 of 90 patients on lithium … (relative risk 0.75; 95% CI 0.34-0.93)",
            "(relative risk 0.57; 95% CI 0.34-0.39)",
            "We found … difference in suicide",
            "We found a difference in suicide, but the trial was not designed to detect one.",
            "the trial was … designed to detect one",
            "The trial was designed to detect one.",
            "The drug crossed the blood-brain barrier in rats, not in mice.",
            "The drug crossed the blood-brain barrier … in rats.",
            "The drug crossed the blood-brain barrier in mice [and] in rats.",
            "Serum sodium was 5.9 mmol/L",
            "Serum sodium was 128 mmol/L, and potassium 59 mmol/L.",
            "Serum sodium was 128 µmol/L",
            "Symptoms improved … after the dose was doubled.",
            "Symptoms improved only before the dose was doubled.",
            "Patients with a score of … 20 were excluded.",
            "Patients with a score of more than 20 were included.",
            "Patients with a score of less than 20 were excluded.",
            "[T]he virus originated in bats.",
            "The virus originated in bats; we know of no data that contradict this.",
            "we know of … data that contradict this",
            "Vaccination … abolish[es] transmission.",
            "Vaccination reduces … transmission and does … abolish",
            "Vaccination … does … abolish, transmission.",
            "Vaccination increases, but does not abolish, transmission.",
        ),
        (
            "Relapse occurred in 18 of 90 patients on lithium and in 31 of 88 on placebo (relative risk 0.57; 95% CI "
            "0.34–0.93).",
            "Relapse occurred in 18 of 90 patients on lithium and in 31 of 88 on placebo …",
            "We found no difference in suicide, but the trial was not designed to detect one.",
            "The drug crossed the blood–brain barrier in mice, not in rats.",
            "Serum sodium was 128 mmol/L …",
            "Symptoms improved only after the dose was doubled.",
            "[s]ymptoms improved only after the dose was doubled",
            "Patients with a score of more than 20 were excluded.",
            "It has been suggested that the virus originated in bats; we know of no data that contradict this.",
            "Vaccination reduces, but does not abolish, transmission.",
            "[Lithium] crossed the blood-brain barrier in mice, not in rats.",
        ),
        ("Symptoms improved.",),
    ),
    Paper(
        "Few of the monks could read; fewer could write. King Osric gave the abbey to Bishop Wilfrid in 721, and "
        "took it from him in 733.² The chronicle, which was written two hundred years later by a partisan of the "
        "bishop, calls the king a robber. Whether he was one is another matter. Had he wished to plunder the church, "
        "he had ample occasion to do so, and he never used it. The Danes burned York but spared Ripon. Until 866 the "
        "see was rich; thereafter it was the poorest in England. Not one charter of his reign survives, and only a "
        "single coin.",
        (
            "[M]any of the monks could read; fewer could write.",
            "Few of the monks could write; fewer could read.",
            "Few of the monks could … write.",
            "Bishop Wilfrid gave the abbey to King Osric in 721",
            "King Osric gave the abbey to Bishop Wilfrid in 733",
            "King Osric … took it from him in 721.",
            "King Osric gave the abbey to Bishop Wilfrid in 712",
            "The chronicle … calls the bishop a robber.",
            "[T]he king [was] a robber.",
            "The chronicle, which was written two hundred years earlier by a partisan of the bishop",
            "The chronicle, which was written two hundred years later by a partisan of the king, calls the bishop a "
            "robber.",
            "He had ample occasion to do so, and he … used it.",
            "Had he wished to plunder the church … he … used it.",
            "He wished to plunder the church.",
            "The Danes burned York [and] Ripon.",
            "The Danes spared York but burned Ripon.",
            "The Danes burned … Ripon.",
            "Until 866 the see was … the poorest in England.",
            "After 866 the see was rich",
            "Until 886 the see was rich; thereafter it was the poorest in England.",
            "Until 866 the see was poor; thereafter it was the richest in England.",
            "One charter of his reign survives, and only a single coin.",
            "Not one charter of his reign survives, and … a single coin.",
        ),
        (
            "Few of the monks could read; fewer could write.",
            "King Osric gave the abbey to Bishop Wilfrid in 721, and took it from him in 733. The chronicle … calls "
            "the king a robber.",
            "The chronicle, which was written two hundred years later …, calls the king a robber.",
            "Whether he was one is another matter.",
            "Whether he was [a robber] is another matter.",
            "Had he wished to plunder the church, he had ample occasion to do so, and he never used it.",
            "The Danes burned York but spared Ripon.",
            "Until 866 the see was rich; thereafter it was the poorest in England.",
            "Not one charter of his reign survives …",
        ),
    ),
    Paper(
        "The valve shall open at a pressure not exceeding 1.05 times the set pressure, and shall close at not less "
        "than 0.90 times it. Do not remove the cover before the fan has stopped. Class B cables may be used instead "
        "of Class A cables, but not vice versa. At temperatures below -20 °C the alarm is disabled. Every joint that "
        "carries load, whether welded or bolted, shall be inspected before, not after, painting. The tolerance is "
        "±0.05 mm. Where the earth wire is missing, the socket is to be regarded as live. Bolts of grade 8.8 or "
        "higher are required, except in timber.",
        (
            "The valve shall open at a pressure not exceeding 10.5 times the set pressure",
            "The valve shall open at a pressure … exceeding 1.05 times the set pressure",
            "The valve shall close at a pressure not exceeding 1.05 times the set pressure",
            "The valve shall open at a pressure not exceeding … 0.90 times it.",
            "shall close at not more than 0.90 times it",
            "[R]emove the cover before the fan has stopped.",
            "Do not remove the cover after the fan has stopped.",
            "Class A cables may be used instead of Class B cables, but not vice versa.",
            "Class B cables may be used instead of Class A cables, [and] vice versa.",
            "Class B cables must be used instead of Class A cables",
            "At temperatures below 20 °C the alarm is disabled.",
            "At temperatures below -20 °F the alarm is disabled.",
            "At temperatures below -20 °C the alarm is enabled.",
            "At temperatures above -20 °C the alarm is disabled.",
            "Every joint … shall be inspected … after, painting.",
            "Every joint that carries load … shall be inspected before [and] after, painting.",
            "Every joint that carries load, whether welded or bolted, shall be inspected after, not before, painting.",
            "The tolerance is +0.05 mm.",
            "The tolerance is ±0.5 mm.",
            "The tolerance is 0.05 mm.",
            "The socket is to be regarded as live.",
            "Where the earth wire is missing, the socket is to be regarded as dead.",
            "Bolts of grade 8.8 or lower are required, except in timber.",
            "Bolts of grade 8.8 or higher are required … in timber.",
        ),
        (
            "The valve shall open at a pressure not exceeding 1.05 times the set pressure …",
            "The valve … shall close at not less than 0.90 times [the set pressure].",
            "Do not remove the cover before the fan has stopped.",
            "Class B cables may be used instead of Class A cables, but not vice versa.",
            "At temperatures below −20 °C the alarm is disabled.",
            "Every joint that carries load … shall be inspected before, not after, painting.",
            "The tolerance is ±0.05 mm.",
            "Where the earth wire is missing, the socket is to be regarded as live.",
            "Bolts of grade 8.8 or higher are required, except in timber.",
        ),
        (
            "Do not remove the cover.",
            "Bolts of grade 8.8 or higher are required.",
        ),
    ),
)
