"""Cuts alone, fair and unfair, written blind by another hand. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "Linnea Marsh, who had trained as a watchmaker in Geneva, arrived in Boston in the spring of 1851 with two "
        "trunks and a letter of introduction. She rented a room above a bakery. The landlord, a Methodist of strict "
        "habits, allowed no visitors after eight. Within a year she had built, almost entirely from scrap, a "
        "chronometer that lost less than a second a week. The navy did not buy it. A rival maker, Josiah Penn, whose "
        "instruments the navy preferred, later admitted that hers was the better machine. She returned to Geneva in "
        "1860.",
        (
            "The landlord [...] later admitted that hers was the better machine.",
            "The navy did … buy it.",
        ),
        (
            "Linnea Marsh … arrived in Boston in the spring of 1851 with two trunks and a letter of introduction.",
            "Linnea Marsh ... returned to Geneva in 1860.",
            "Within a year she had built […] a chronometer that lost less than a second a week.",
            "She rented a room above a bakery. . . . She returned to Geneva in 1860.",
        ),
    ),
    Paper(
        "The respondent, a haulage company registered in Leith, dismissed Mr Adair in June on the ground of "
        "redundancy. The tribunal heard evidence from six witnesses, among them the depot manager and the union "
        "secretary, over three days. It accepted, with some hesitation, that the depot was overmanned. Counsel for "
        "Mr Adair argued that the redundancy was a sham. The tribunal did not agree. It held, however, that the "
        "selection of Mr Adair was unfair, because no scoring sheet had been kept. If the company chooses to "
        "re-engage him, the award will be halved. An award of nine months' pay was made.",
        (
            "It accepted … that the redundancy was a sham.",
            "It held, however, that the selection of Mr Adair was unfair ... . [T]he award will be halved.",
        ),
        (
            "The respondent ... dismissed Mr Adair in June on the ground of redundancy.",
            "The tribunal heard evidence from six witnesses […] over three days.",
            "It held . . . that the selection of Mr Adair was unfair, because no scoring sheet had been kept.",
            "The tribunal heard evidence from six witnesses, among them the depot manager and the union secretary, "
            "over three days. [...] An award of nine months' pay was made.",
        ),
    ),
    Paper(
        "Scurvy, once the scourge of long voyages, is now seldom seen outside hospitals and prisons. Its early signs "
        "are fatigue, aching legs, swollen gums and small bleeding points around the hairs. In the elderly, "
        "particularly in those who live alone on tea and toast, it is easily mistaken for leukaemia. Treatment is "
        "cheap. Oral vitamin C, which any pharmacist can supply, relieves the pain within a day or two. Some "
        "practitioners believe that very large doses prevent the common cold. The evidence is weak. Not all patients "
        "recover fully; those with heart failure may die.",
        (
            "Oral vitamin C ... prevent[s] the common cold.",
            "Treatment is cheap. […] [P]atients recover fully",
        ),
        (
            "Scurvy […] is now seldom seen outside hospitals and prisons.",
            "Its early signs are fatigue, . . . swollen gums and small bleeding points around the hairs.",
            "In the elderly [...] it is easily mistaken for leukaemia.",
            "Oral vitamin C … relieves the pain within a day or two.",
        ),
    ),
    Paper(
        "We reached the monastery at dusk, having walked since four in the morning, and the porter let us in without "
        "a word. There was soup, thin and very hot, and a loaf so hard that Marco broke it on the step. Brother "
        "Anselm, who alone among them spoke English, asked whether we had seen soldiers. I told him that we had not. "
        "Outside, under a sky crowded with stars, the mules stamped and coughed. I slept badly. Marco, as always, "
        "slept like the dead. In the morning the abbot, a tiny man with one eye, showed us the road and refused our "
        "money.",
        (
            "I […] slept like the dead.",
            "Brother Anselm, who alone among them spoke English, . . . had seen soldiers.",
        ),
        (
            "We reached the monastery at dusk . . . and the porter let us in without a word.",
            "We reached the monastery at dusk [...] . In the morning the abbot [...] showed us the road and refused "
            "our money.",
            "Brother Anselm … asked whether we had seen soldiers.",
            "Outside ... the mules stamped and coughed.",
        ),
    ),
    Paper(
        "Between 1921 and 1929 the number of motor cars in the county rose from four hundred to nearly six thousand, "
        "and the roads, most of which had been laid for carts, began to break up. The council, under pressure from "
        "the automobile clubs, borrowed heavily to resurface them. Ratepayers protested. The clubs, for their part, "
        "insisted that the debt would be repaid out of licence fees. It was not repaid until 1947. Horses, oxen, "
        "handcarts and bicycles went on using the same roads. Few farmers owned a car, and few wished to.",
        (
            "The council . . . insisted that the debt would be repaid out of licence fees.",
            "Horses, oxen, handcarts and bicycles went on using the same roads. [...] [F]armers owned a car",
        ),
        (
            "the roads [...] began to break up",
            "The council … borrowed heavily to resurface them.",
            "Horses ... and bicycles went on using the same roads.",
            "The clubs […] insisted that the debt would be repaid out of licence fees.",
        ),
    ),
    Paper(
        "Sea otters, the smallest of the marine mammals, feed chiefly on urchins, crabs and clams. Where otters have "
        "been lost, urchins multiply and the kelp forest, stripped at its base, collapses. This was first shown by a "
        "team working in the Aleutians, which compared islands with and without otters. The result has been repeated "
        "in Canada and, more recently, in California. It has not been repeated in Chile, where a different otter "
        "lives. Fishermen maintain that otters ruin the abalone grounds. Most ecologists, while granting that "
        "abalone have declined, blame overfishing and disease.",
        (
            "It has [...] been repeated in Chile, where a different otter lives.",
            "Sea otters … ruin the abalone grounds.",
        ),
        (
            "Sea otters … feed chiefly on urchins, crabs and clams.",
            "The result has been repeated in Canada and ... in California.",
            "Where otters have been lost, urchins multiply and the kelp forest […] collapses.",
            "This was first shown by a team working in the Aleutians . . . . The result has been repeated in Canada "
            "and, more recently, in California.",
        ),
    ),
    Paper(
        "The minister, speaking to reporters on the steps of the ministry, said the bridge would be safe by Easter. "
        "Engineers inspected the bridge twice last month. They found loose bolts, two cracked plates and a good deal "
        "of rust, but nothing that required closure. Local traders, many of them dependent on the morning traffic, "
        "welcomed the news. Unless further money is voted, however, the repairs will stop at the third pier. The "
        "opposition leader, Mrs Groh, said, not for the first time, that the minister should resign. He declined to "
        "answer.",
        (
            "Local traders, many of them dependent on the morning traffic, welcomed the news. ... [T]he repairs will "
            "stop at the third pier.",
        ),
        (
            "The minister ... said the bridge would be safe by Easter.",
            "They found loose bolts […] and a good deal of rust, but nothing that required closure.",
            "Local traders . . . welcomed the news.",
            "The opposition leader, Mrs Groh, said [...] that the minister should resign.",
        ),
        leaks=(("The minister … should resign.", "Mrs Groh's demand made the paper's own"),),
    ),
    Paper(
        "A promise, however lightly given, creates a claim in the person to whom it is made. It is sometimes said "
        "that a promise made under threat has no force at all. I cannot think so. Such a promise, though it may be "
        "excused, leaves something owing—an explanation, perhaps, or an apology. Lawyers, who must deal in remedies, "
        "find this untidy. Philosophers ought not to mind untidiness. We say 'I promise' in jest, in ceremony, in "
        "haste and in love; only in the last case do we always mean it. Keeping one's word is, among other things, a "
        "way of being known.",
        (
            "A promise, however lightly given, ... has no force at all.",
            "Philosophers ought […] to mind untidiness.",
        ),
        (
            "A promise […] creates a claim in the person to whom it is made.",
            "Lawyers . . . find this untidy.",
            "We say 'I promise' in jest, [...] in haste and in love; only in the last case do we always mean it.",
            "Such a promise … leaves something owing—an explanation, perhaps, or an apology.",
        ),
    ),
    Paper(
        "The salvage vessel Corrie, built at Wallsend in 1934, carried a crew of twenty-eight and a diving bell. On "
        "the night of 9 November, in heavy snow and with her radio out of order, she struck the Hamna rocks. The "
        "mate launched both boats. All hands were saved but the cook and two stokers, who had gone below for the "
        "ship's cat. At the inquiry the master, a man of great experience, testified that the light had been "
        "extinguished. The lighthouse keeper swore that it had not. The court found neither man at fault and, after "
        "some delay, returned the master's certificate. The wreck can still be seen.",
        (
            "All hands were saved […] . At the inquiry the master, a man of great experience, testified that the "
            "light had been extinguished.",
            "The lighthouse keeper . . . returned the master's certificate.",
        ),
        (
            "The salvage vessel Corrie . . . struck the Hamna rocks.",
            "On the night of 9 November [...] she struck the Hamna rocks.",
            "The court found neither man at fault and … returned the master's certificate.",
            "The mate launched both boats. ... The wreck can still be seen.",
        ),
    ),
    Paper(
        "The quartet was written in the summer of 1913, partly at Bad Ischl and partly on trains, and it was first "
        "heard, in a private house, the following January. Its slow movement, which the composer called a lullaby "
        "for nobody, has been recorded more often than the rest. The finale quotes a street song. Critics complained "
        "that the work was too long and, with a few exceptions, that it lacked tunes. The composer never revised it. "
        "Had the war not come, he would have added a sixth movement. The cellist Anna Roth played the quartet over "
        "forty times, mostly in Vienna, and taught it to her daughters.",
        (
            "The composer . . . added a sixth movement.",
            "Its slow movement [...] lacked tunes.",
        ),
        (
            "The quartet was written in the summer of 1913 [...] and it was first heard, in a private house, the "
            "following January.",
            "Its slow movement … has been recorded more often than the rest.",
            "The cellist Anna Roth played the quartet over forty times ... and taught it to her daughters.",
            "it was first heard […] the following January",
        ),
    ),
)
