"""Traps written blind and held out: measured before the guards for clauses, and once behind. All invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "In 1869 the directors of the Pennant line, who lived for the most part in London, ordered a third of the "
        "platelayers to be laid off. Joseph Reave spoke for the men at the Bala meeting, and he did not mince his "
        "words. The company did not answer his petition, nor did it reopen the sick fund that spring. It has been "
        "disputed that the derailment at Cefn was due to neglect; the jury thought it an accident rather than a "
        "crime. No passenger was hurt, although the engine fell forty feet into the gorge.",
        (
            "The company did ... answer his petition",
            "the jury thought it a crime rather than an accident",
            "the derailment at Cefn was due to neglect",
        ),
        (
            "the engine fell forty feet into the gorge",
            "the directors of the Pennant line … ordered a third of the platelayers to be laid off",
            "[Reave] did not mince his words",
        ),
    ),
    Paper(
        "In all 2,316 nurses completed the survey, and 1,104 of them worked nights. Melatonin, a hormone secreted by "
        "the pineal gland, was taken by roughly a fifth. Poor sleep was reported by 41.5% of night staff and by "
        "28.2% of day staff. The authors suggest that rotating shifts could raise blood pressure over time, although "
        "the design does not permit firm conclusions. One case of arrhythmia was perhaps brought on by caffeine. The "
        "ethics panel meets monthly and approves each protocol before recruitment begins.",
        (
            "Poor sleep was reported by 45.1% of night staff and by 28.2% of day staff.",
            "One case of arrhythmia was . . . brought on by caffeine.",
            "rotating shifts [do] raise blood pressure over time",
        ),
        (
            "Melatonin […] was taken by roughly a fifth.",
            "The ethics panel [met] monthly and approve[d] each protocol before recruitment [began].",
            "2316 nurses completed the survey, and 1104 of them worked nights",
        ),
    ),
    Paper(
        "A member may inspect the register of the association on giving two days' notice to the secretary. The "
        "secretary shall acknowledge the notice in writing. Where a member has been convicted of fraud, the "
        "committee may expel that member by a simple majority. An expelled member has a right of appeal to the "
        "general meeting, provided that the appeal is lodged within twenty-one days. As the tribunal observed, the "
        "rules were drafted in haste and by several hands. Subscriptions are payable on the first of January each "
        "year.",
        (
            "The secretary shall acknowledge the notice in writing. … [T]he committee may expel that member by a "
            "simple majority.",
            "A member must inspect the register of the association",
        ),
        (
            "A member may inspect the register of the association on giving two days' notice to the secretary. [...] "
            "Subscriptions are payable on the first of January each year.",
            "[t]he secretary shall acknowledge the notice in writing",
            "Subscriptions are payable on the first of January",
        ),
        cut=("An expelled member has a right of appeal to the general meeting",),
    ),
    Paper(
        "At a rally in Tessaly Square, the mayor, Inez Corrado, said the tram extension would open by spring. Her "
        "opponents allege that the city has hidden the true cost; her office rejects the suggestion that ratepayers "
        "were misled. Late that night, when the crowd had long since thinned, the deputy mayor withdrew his support "
        "for the scheme. The council then voted, 23 to 19, to commission an audit. Treasurer Bao Linh abstained. 'We "
        "were tired,' she said, 'and we wanted to go home.'",
        (
            "the mayor, Inez Corrado, said […] the city has hidden the true cost",
            "ratepayers were misled",
            "Treasurer Bao Minh abstained.",
        ),
        (
            "Late that night ... the deputy mayor withdrew his support for the scheme.",
            "the deputy mayor withdrew his support for the [tram] scheme",
            "The council *then* voted, 23 to 19, to commission an audit [emphasis added].",
        ),
    ),
    Paper(
        "The convent of St Brida was founded in 1412 on a spur above the salt road.7 Its second\nabbess, who had "
        "been a widow of some means, drained the lower meadow and planted\nvines there. A fire in 1476 spared only "
        "the chapter house.8 The bishop of Lund sent\n\nTHE SALT ROAD HOUSES                                      "
        "103\n\ntimber and masons from the coast. Plague came after the siege and before the famine of\n1509.9 The "
        "bishop never visited the house again, and the abbess sold the vineyard to a\nDanish captain. The last nuns "
        "left in 1532.",
        (
            "Plague came after the famine and before the siege of 1509.",
            "The last nuns left in 1523.",
        ),
        (
            "founded in 1412 on a spur above the salt road. Its second abbess, who had been a widow of some means, "
            "drained the lower meadow",
            "The bishop of Lund sent timber and masons from the coast.",
            "Its second abbess . . . drained the lower meadow and planted vines there.",
        ),
        leaks=(("The bishop [...] sold the vineyard to a Danish captain.", "it was the abbess who sold it"),),
    ),
    Paper(
        "The alloy was quenched from 910 °C and then aged at room tempera-\nture for ten days. Hardness (measured on "
        "the Vickers scale) climbed steeply during\nthe ﬁrst day, and no cracks were seen. The coefﬁcient of "
        "expansion does not depend\non grain size above 40 µm. Resistance rose by more than 12% (n ≥ 8), while the "
        "ther-\nmal voltage settled at −3.6 mV. Welded joints were not stronger than the parent\nmetal. Films "
        "thinner than 5 µm peeled.",
        (
            "Resistance rose by more than 12% (n ≤ 8)",
            "Films thinner than 5 mm peeled.",
            "Welded joints were ... stronger than the parent metal.",
        ),
        (
            "aged at room temperature for ten days",
            "The coefficient of expansion does not depend on grain size above 40 µm.",
            "Hardness … climbed steeply during the first day, and no cracks were seen.",
        ),
    ),
    Paper(
        "‘My son came in soaked,’ said Joan Pettifer, a retired teacher, ‘and he shouted, “The weir has gone!” I "
        "thought he was joking.’ Her neighbour, Arun Desai, heard nothing until the sirens. He remembers that the "
        "lights failed and that he found a torch and woke his tenants. Some villagers suspect that the sluice had "
        "been left open. ‘A design fault? We shall know when the engineers have finished,’ the water company’s "
        "spokesman said. The road to Thornby is still closed.",
        (
            "‘My son came in soaked,’ said Arun Desai",
            "‘A design fault. We shall know when the engineers have finished,’ the water company’s spokesman said.",
        ),
        (
            "and he shouted, 'The weir has gone!' I thought he was joking.",
            "[Desai] remembers that the lights failed",
            "He remembers that the lights failed and that he […] woke his tenants.",
        ),
        leaks=(("He remembers that . . . the sluice had been left open.", "villagers' suspicion made his memory"),),
    ),
    Paper(
        "Northcote, the promoted side, beat Vale Rovers 3–1 in front of 21,450 people. Their scorers were Adeyemi, "
        "Holt and, from the penalty spot, the Dane Kjaer. Rovers used Pike, Marsh, Quill, Tran and the teenager Bell "
        "in midfield without finding a pattern. Kjaer has now scored more goals than Holt this season. The referee "
        "booked Marsh, Quill and Holt for dissent. The crowd was the smallest at the ground since 2006, and gate "
        "receipts came to £187,000 after tax.",
        (
            "The referee booked Marsh and Holt for dissent.",
            "Kjaer has now scored fewer goals than Holt this season.",
            "beat Vale Rovers 3–1 in front of 21,540 people",
        ),
        (
            "Rovers used Pike [...] and the teenager Bell in midfield without finding a pattern.",
            "beat Vale Rovers 3-1 in front of 21450 people",
            "Northcote … beat Vale Rovers 3–1 in front of 21,450 people.",
        ),
    ),
    Paper(
        "Halden Freight (listed in Oslo since 1994) reports a profit of 88m crowns for the half-year. No buyback is "
        "planned. Fuel costs dropped in May, and the finance director hopes to renew the fleet by autumn. The ferry "
        "division almost broke even. Cash at the period's end was twice what it had been a year before. Three of the "
        "older ships were scrapped after the insurers withdrew cover. The group has never borrowed against its "
        "terminals. Its pension fund is in deficit.",
        (
            "Halden Freight […] is in deficit.",
            "Fuel costs dropped in May [thanks to the new ships], and the finance director hopes to renew the fleet "
            "by autumn.",
            "The ferry division broke even.",
        ),
        (
            "Fuel costs dropped in May, and the finance director hopes to renew the fleet by autumn.",
            "Halden Freight ... reports a profit of 88m crowns for the half-year.",
            "Halden Freight (listed in Oslo since 1994) report[ed] a profit of 88m crowns for the half-year.",
        ),
    ),
    Paper(
        "Aunt Sybil had a cottage by the salt pans—two rooms and a loft, nothing more—where we were sent each "
        "August. I dreaded the walk from the station. My cousin Hugh met us with the cart, and he teased my brother "
        "without mercy. We slept under sailcloth. I adored the lamp, the smell of tar and the sound of the sea. When "
        "the postman called he would sit with Sybil for an hour. Hugh drowned in 1951, off Pentland, and none of us "
        "went back.",
        (
            "I dreaded [...] the lamp, the smell of tar and the sound of the sea.",
            "I adored the walk from the station.",
        ),
        (
            "Aunt Sybil had a cottage by the salt pans -- two rooms and a loft, nothing more -- where we were sent "
            "each August.",
            "[Hugh] teased my brother without mercy",
            "I dreaded the walk from the station. . . . We slept under sailcloth.",
        ),
        leaks=(("When the postman called [Hugh] would sit with Sybil for an hour.", '"he" is the postman'),),
    ),
    Paper(
        "Each replica main\u00adtains a jour\u00adnal of com\u00admitted entries and trun\u00adcates it once a day. "
        "A leader SHOULD batch writes. If the quorum is lost, a follower MUST refuse new writes. During an election, "
        "as in the earlier versions of the protocol, reads are served from the cache. Checksums are veri\u00adfied "
        "on every read, except where the verify flag has been cleared. The default timeout is 250 ms. A replica MAY "
        "join at any time by presenting a signed token.",
        (
            "A leader MUST batch writes.",
            "A leader SHOULD batch writes. ... [A] follower MUST refuse new writes.",
        ),
        (
            "Each replica maintains a journal of committed entries and truncates it once a day.",
            "[a] leader SHOULD batch writes",
            "During an election … reads are served from the cache.",
        ),
        cut=("Checksums are verified on every read",),
    ),
    Paper(
        "Item, I do giue vnto my daughter Alis the great brasse pott and vj siluer spones.2 And to my sonne Thomas, "
        "who hath ben vnkinde, I leve the kow and no more; but Robert shal haue the mille and the orcharde for his "
        "lyf.3 Also I will that my sayde wyfe dwelle in the newe howse at Stoke, and that the the dore be mended. "
        "Geuen this xij daye of Marche in the yere 1541. Wytnes therto Syr John Pell, preste.",
        (
            "Geuen this xij daye of Marche in the yere 1514.",
            "I will that my sayde wyfe dwelle in the newe howse at Stoke [so long as she do not marry again]",
        ),
        (
            "Robert shal haue the mille and the orcharde for his lyf",
            "that the the [sic] dore be mended",
            "the great brasse pott and vj siluer spones. And to my sonne Thomas, who hath ben vnkinde, I leve the "
            "kow and no more",
        ),
        leaks=(
            (
                "my sonne Thomas […] shal haue the mille and the orcharde for his lyf",
                "it is Robert who shall have them",
            ),
        ),
    ),
    Paper(
        "The comet was not visible from the southern stations, and the northern ones tracked it for eleven nights. "
        "Some of the dust grains were rich in carbon; most were plain silicate. The tail split on the fourth night. "
        "Gas, mainly water vapour, escaped in jets. Sunlight is one cause of such splitting, though tides may play a "
        "part. The team measured only the brightest jet. It reports that hardly any of the fragments survived the "
        "passage round the sun.",
        (
            "Only the team measured the brightest jet.",
            "Sunlight is the cause of such splitting",
        ),
        (
            "the northern ones tracked it for eleven nights",
            "The tail split on the fourth night. . . . The team measured only the brightest jet.",
            "the northern ones [stations] tracked it for eleven nights",
        ),
        leaks=(
            (
                "It reports that [...] the fragments survived the passage round the sun.",
                'the cut hides "hardly any of"',
            ),
        ),
    ),
    Paper(
        "Figures for Brack &amp; Sons, which makes pumps and valves, were published on 4&nbsp;March. The firm "
        "employs 3,720 people at two plants. Output at Hull grew by 7% and output at Crewe shrank by 11%. Fewer than "
        "one order in fifty (&lt; 2%) was late. A standard pump moves 600 litres a minute and weighs 85&nbsp;kg. The "
        "firm&#8217;s lorries travel 2,400 miles a week. Management says that a third plant, near Derby, will be "
        "ready in 2026, subject to planning consent.",
        (
            "A standard pump moves 600 gallons a minute",
            "Fewer than one order in fifty (> 2%) was late.",
        ),
        (
            "Figures for Brack & Sons, which makes pumps and valves, were published on 4 March.",
            "The firm employs 3 720 people at two plants.",
            "Figures for Brack & Sons … were published on 4 March.",
        ),
        leaks=(("Output at Hull ... shrank by 11%.", "Crewe's figure given to Hull"),),
    ),
    Paper(
        "Sister Amadi admitted the old man at dusk. He complained of headache, thirst, blurred vision and a numb "
        "left hand. The scan was normal, which appeared to exclude a bleed, and he was moved to the ward. His "
        "daughter told the porter that a stranger had sold him the tablets. Amadi considered it unlikely that the "
        "dose had been fatal to his kidneys. The consultant wanted a second sample. Taken with food, the drug is "
        "harmless; taken with alcohol, it may cause fits.",
        (
            "The scan was normal, which . . . exclude[d] a bleed",
            "Amadi considered it impossible that the dose had been fatal to his kidneys.",
            "His daughter [...] had sold him the tablets.",
        ),
        (
            "[The old man] complained of headache, thirst, blurred vision and a numb left hand.",
            "He complained of headache, […] blurred vision and a numb left hand.",
            "Sister Amadi admitted the old man",
        ),
    ),
    Paper(
        "Tobias Vane grew up among the slate quarries and was taught to play the or-\ngan by a blind verger. In 1888 "
        "he moved to Leipzig, where his teachers\n\n212                       THE QUARRYMAN'S SON\n\nthought him "
        "idle and gifted in equal parts. Nobody now believes that he stole the\nE minor theme; it came from a pupil, "
        "Karl Weems. Had the fever spared him, he\nwould have finished the mass. His widow, Clara, burned the "
        "sketches. Vane trusted\nWeems to the end. The manuscripts passed to Dresden, where Clara married a banker.",
        (
            "he stole the E minor theme",
            "he … finished the mass",
            "Vane ... married a banker.",
        ),
        (
            "where his teachers thought him idle and gifted in equal parts",
            "was taught to play the organ by a blind verger",
            "[H]e moved to Leipzig",
        ),
    ),
    Paper(
        "The panel advises that schools open an hour later in winter. Algebra, the subject most often failed, was "
        "moved to the second year. Village schools need funds and must not be merged. Pupils may carry telephones in "
        "the corridors. The panel does not favour a return to streaming. Every school will be inspected each year, "
        "save those rated outstanding. The report, some ninety pages long, was sent to ministers in May, and a reply "
        "is awaited.",
        (
            "Pupils [must] carry telephones in the corridors.",
            "The panel . . . favour[s] a return to streaming.",
        ),
        (
            "Village schools *need funds* and must not be merged (my emphasis).",
            "The panel advise[d] that schools open an hour later in winter.",
            "Algebra […] was moved to the second year.",
        ),
        leaks=(("Every school will be inspected each year", 'stops right before "save those rated outstanding"'),),
    ),
    Paper(
        "While tariffs fell across the union, smuggling along the river grew. On the plateau nothing of the kind "
        "occurred. The bankers recovered; the weavers, on the other hand, had sold virtually all of their looms. "
        "Guilds were dissolved and fairs were moved and before long the market towns stood empty. One estimate, "
        "drawn from parish books, puts the fall in output at a quarter. It leaves out the hill villages. New roads "
        "were begun in the south.",
        (
            "The bankers ... had sold virtually all of their looms.",
            "the weavers, on the other hand, had sold all of their looms",
            "Because tariffs fell across the union, smuggling along the river grew.",
        ),
        (
            "While tariffs fell across the union, smuggling along the river grew. [...] New roads were begun in the "
            "south.",
            "[B]efore long the market towns stood empty.",
            "Guilds were dissolved … and before long the market towns stood empty.",
        ),
    ),
    Paper(
        "The wreck was found in May 1977 by Tomas Orrey, a diver from Ness.[18] It lay on its side, and under the "
        "keel were a pewter dish and the stock of a pistol. On calm mornings, when the water was clearest, he drew "
        "the timbers one by one. Hardly any of the coins were gold; most were copper. A trawlerman had once shown "
        "the place to Major Quent, but he took it for a reef and sailed home.[19] Orrey put the sinking before the "
        "treaty of 1660. The drawings hang in the school at Ness.",
        (
            "under the keel were a pewter dish and the stock of a pistol. . . . [T]he coins were gold",
            "Orrey put the sinking after the treaty of 1660.",
        ),
        (
            "On calm mornings […] he drew the timbers one by one.",
            "found in May 1977 by Tomas Orrey, a diver from Ness. It lay on its side",
            "[Orrey] drew the timbers one by one",
        ),
        leaks=(("[Orrey] took it for a reef and sailed home.", '"he" is Major Quent'),),
    ),
    Paper(
        "The ﬂood gate at Marsh End was built to hold back between two and six metres of\nwater in a spring tide. "
        "Its hinges (cast in a Dutch foundry) have never been renewed. If\nthe pumps stop, the culvert ﬁlls within "
        "the hour and the oﬃces downstream are evacuated.\nThe diver saw that the outer seals were cracked. She "
        "advised that they be replaced. The\nwater board has not yet named a contractor. Boats still pass through "
        "the gate.",
        (
            "Its hinges … have never been renewed. … [T]he offices downstream are evacuated.",
            "built to hold back ... six metres of water in a spring tide",
        ),
        (
            "She advised that they [the outer seals] be replaced.",
            "The flood gate at Marsh End was built to hold back between two and six metres of water in a spring tide.",
            "Its hinges [...] have never been renewed.",
        ),
        leaks=(("The water board has not yet named a contractor [for want of money].", "source gives no reason"),),
    ),
)
