"""Traps written blind by another hand, looked at while the guards for clauses were made. All texts are invented."""

from __future__ import annotations

from match.traps_examiner import Paper

PAPERS = (
    Paper(
        "By the autumn of 1846 the potato crop in the western parishes had failed for the second year running. "
        "Captain Harle, who had been sent to inspect the relief works, reported that women were breaking stones on "
        "the road at Clare Abbey. The board did not believe him, and it did not send the meal he asked for until "
        "December. Later writers have denied that the board acted out of malice; it was, they say, slow rather than "
        "cruel. The guardians never closed the workhouse, though it held twice the number for which it had been "
        "built.",
        (
            "The board did ... send the meal he asked for",
            "it was, they say, cruel rather than slow",
            "the board acted out of malice",
        ),
        (
            "it held twice the number for which it had been built",
            "Captain Harle … reported that women were breaking stones on the road at Clare Abbey.",
            "it did not send the meal [Harle] asked for until December",
        ),
    ),
    Paper(
        "Of the 1,250 patients enrolled at eleven hospitals, 412 were given tresovan, a long-acting anticoagulant, "
        "for twelve weeks. Strokes occurred in 3.1% of the treated group and in 4.6% of the controls. The "
        "investigators concluded that the drug may reduce the risk of a second stroke in people over seventy, but "
        "that a larger trial is needed. Bleeding, the most feared complication, was slightly more common among those "
        "who received the drug. Two deaths were possibly related to treatment. The monitoring board reviews every "
        "case and decides whether dosing continues.",
        (
            "Strokes occurred in 1.3% of the treated group and in 4.6% of the controls.",
            "Two deaths were . . . related to treatment.",
            "the drug [will] reduce the risk of a second stroke in people over seventy",
        ),
        (
            "Bleeding […] was slightly more common among those who received the drug.",
            "The monitoring board review[ed] every case and decide[d] whether dosing continue[d].",
            "Of the 1250 patients enrolled at eleven hospitals, 412 were given tresovan",
        ),
    ),
    Paper(
        "The tenant shall keep the garden in good order and shall permit the landlord to enter at reasonable hours. "
        "A deposit is refundable in full within fourteen days of the end of the term, unless the premises have been "
        "damaged. If the rent is more than a month in arrears, the landlord may apply to the court for possession. "
        "The court may suspend the order. In the leading case, decided on very similar facts, the judge held that "
        "the landlord's delay in complaining was fatal to the claim. The tenant may sublet a single room, but only "
        "if the landlord has given written consent.",
        (
            "shall permit the landlord to enter at reasonable hours. … [T]he landlord may apply to the court for "
            "possession.",
            "the landlord shall apply to the court for possession",
        ),
        (
            "The tenant shall keep the garden in good order and shall permit the landlord to enter at reasonable "
            "hours. [...] The tenant may sublet a single room, but only if the landlord has given written consent.",
            "[T]he judge held that the landlord's delay in complaining was fatal to the claim.",
            "The tenant shall keep the garden in good order",
        ),
        cut=("A deposit is refundable in full within fourteen days of the end of the term",),
    ),
    Paper(
        "Opening the debate on Tuesday, Ms Oduya told the chamber that the harbour bill would be withdrawn before "
        "the recess. Her critics claim that she had promised the contract to a donor; she has denied that any such "
        "promise was made. The speaker, Mr Lenz, twice called for order. After a short adjournment, and with the "
        "gallery still half empty, members voted by 61 to 54 to send the bill back to committee. The whips had "
        "expected a far larger margin. 'Nobody on this side will forget it,' said one.",
        (
            "Ms Oduya told the chamber […] she had promised the contract to a donor",
            "The speaker, Mr Lang, twice called for order.",
            "she had promised the contract to a donor",
        ),
        (
            "After a short adjournment ... members voted by 61 to 54 to send the bill back to committee.",
            "members voted by 61 to 54 to send the [harbour] bill back to committee",
            "The whips had expected a *far larger* margin (emphasis added).",
        ),
    ),
    Paper(
        "The first mill at Esk Bridge was raised in 1783 by the brothers Tarn.12 It burned\nin the winter of 1791, "
        "and the rebuilding ruined the elder brother, who had\npledged his farm as surety.13 The younger sold his "
        "share to a Leeds merchant\n\n48    THE WEAVERS OF THE ESK\n\nnamed Pollard and went to sea. Pollard brought "
        "in steam; the weavers, whose\nfathers had worked by hand at home, struck against him twice. The strike of "
        "1802\nfollowed a cut in wages and was itself followed by the great lockout.14 The\nmagistrate at York "
        "refused to intervene, and Pollard dismissed forty men.",
        (
            "The strike of 1802 followed the great lockout and was itself followed by a cut in wages.",
            "The magistrate at York [...] dismissed forty men.",
            "It burned in the winter of 1797",
        ),
        (
            "raised in 1783 by the brothers Tarn. It burned in the winter of 1791",
            "The younger sold his share to a Leeds merchant named Pollard and went to sea.",
            "the weavers . . . struck against him twice",
        ),
    ),
    Paper(
        "Samples of the glacial silt were heated to 340 °C in a sealed furn-\nace and held there for six hours. The "
        "ﬁrst fraction to ﬂow off was water (some\n14% by mass), and no organic residue was found in it. Magnetic "
        "suscepti-\nbility did not change below 200 °C. The isotope ratio in the ash was less than\n0.7 (p < 0.05), "
        "whereas the δ13C value stood at −27.4 per mil. The eﬀect was\nnot reproduced in the lowland samples. Each "
        "specimen weighed about 30 mg.",
        (
            "the δ13C value stood at 27.4 per mil",
            "Each specimen weighed about 30 g.",
            "The effect was ... reproduced in the lowland samples.",
        ),
        (
            "heated to 340 °C in a sealed furnace and held there for six hours",
            "The first fraction to flow off was water",
            "The first fraction to flow off was water …, and no organic residue was found in it.",
        ),
    ),
    Paper(
        "“When I asked the warden about the fire,” Mrs Calloway said, “he told me, ‘It was nobody’s fault.’ I don’t "
        "believe it.” The warden, Piet Rusk, disputes her account. He says that the alarm rang at nine and that he "
        "unlocked the east door and led the children out. Residents have alleged that the door was chained. “The "
        "door was chained? I can’t answer that until the inquiry reports,” the fire chief said. The inquiry opens on "
        "Monday in the old corn exchange.",
        (
            "“The door was chained? I can’t answer that until the inquiry reports,” the warden said.",
            "He says that the alarm rang at nine and that . . . the door was chained.",
            "“The door was chained. I can’t answer that until the inquiry reports,” the fire chief said.",
        ),
        (
            "he told me, \"It was nobody's fault.\" I don't believe it.",
            "[Rusk] says that the alarm rang at nine",
            "He says that the alarm rang at nine and that he […] led the children out.",
        ),
    ),
    Paper(
        "Marchetti won the stage in 4 h 12 min, beating Dufour, the overnight leader, by 38 seconds. Behind them "
        "came Okafor, Lindqvist, Abe and the Basque climber Etxeberria. The course climbed 2,840 metres, more than "
        "any stage since 1998. Dufour was faster than Marchetti on the descent but lost time on the last ramp. The "
        "jury fined Abe, Sorel and two mechanics for taking a tow. The prize for the day came to 12,500 euros, paid "
        "in equal parts to the five members of the winning team.",
        (
            "The jury fined Sorel and two mechanics for taking a tow.",
            "Dufour was slower than Marchetti on the descent",
            "beating Dufour, the overnight leader, by 83 seconds",
        ),
        (
            "Behind them came Okafor [...] and the Basque climber Etxeberria.",
            "The course climbed 2840 metres, more than any stage since 1998.",
            "beating Dufour … by 38 seconds",
        ),
    ),
    Paper(
        "Net interest income at Corvane Bank (founded in Cork in 1871) rose 6 per cent to £410m in the third "
        "quarter. The board has not proposed an interim dividend. Impairments fell sharply, and the chief executive "
        "expects costs to stay flat next year. Analysts had feared that the mortgage book would sour. In the Baltic "
        "arm, however, losses nearly doubled, and two branches in Riga were closed in August. The bank does not "
        "disclose the pay of its traders. Its capital ratio, at 14.2 per cent, remains comfortably above the "
        "regulator's minimum.",
        (
            "Net interest income at Corvane Bank […] nearly doubled",
            "The board has not proposed an interim dividend [because of the Baltic losses].",
            "In the Baltic arm, however, losses doubled, and two branches in Riga were closed in August.",
        ),
        (
            "Impairments fell sharply, and the chief executive expects costs to stay flat next year.",
            "Net interest income at Corvane Bank ... rose 6 per cent to £410m in the third quarter.",
            "the chief executive expect[ed] costs to stay flat next year",
        ),
    ),
    Paper(
        "My father kept the shop on Ferry Lane—a narrow place, smelling of rope and paraffin—until the flood took "
        "it. I loved that shop. My uncle Denis came over from Cardiff to help us dig it out, and he quarrelled with "
        "my father every day of the fortnight he stayed. We ate tinned peaches by candlelight. I hated the mud, and "
        "the silence at supper. When the insurance man came he spoke only to Denis. It was my mother, in the end, "
        "who signed the papers and bought the van.",
        (
            "I loved [...] the mud, and the silence at supper.",
            "I loved the mud, and the silence at supper.",
        ),
        (
            "My father kept the shop on Ferry Lane – a narrow place, smelling of rope and paraffin – until the flood "
            "took it.",
            "[Denis] quarrelled with my father every day of the fortnight he stayed",
            "I loved that shop. . . . It was my mother, in the end, who signed the papers and bought the van.",
        ),
        leaks=(("When the insurance man came [my father] spoke only to Denis.", '"he" is the insurance man'),),
    ),
    Paper(
        "A con\u00adtroller MUST close the session when three con\u00adsecutive heart\u00adbeats are missed. The "
        "server MAY retain the session key for up to 60 seconds. Unless the peer has advertised the fast-resume "
        "option, a client MUST NOT send early data. In such a case, and before any further frame is pro\u00adcessed, "
        "the receiver discards the buffer. Implementations SHOULD log each failure. Frames longer than 4096 octets "
        "are rejected, except when the jumbo flag is set. The sequence counter wraps to zero after 65535.",
        (
            "Implementations MUST log each failure.",
            "The server MAY retain the session key for up to 60 seconds. ... [A] client MUST NOT send early data.",
        ),
        (
            "A controller MUST close the session when three consecutive heartbeats are missed.",
            "[t]he sequence counter wraps to zero after 65535",
            "In such a case … the receiver discards the buffer.",
        ),
        cut=("Frames longer than 4096 octets are rejected",),
    ),
    Paper(
        "In the moneth of May the Towne was visited with a great Sicknesse, whereof dyed three score persons.4 The "
        "Maior, a godly man, caused the gates to be shutt; and the Vicar he did flee unto Barnstaple with his wife "
        "and plate. Many of the poore sayd it was a judgement. Yet the chirurgion Mr Hale abode among them, and "
        "tooke no fee.5 The yeare following, being 1626, there was plentie of corne, and their was much rejoycing. "
        "The Bayliffe payd for a newe bell.",
        (
            "The yeare following, being 1636, there was plentie of corne",
            "The Bayliffe payd for a newe bell [in thanks for the end of the plague].",
        ),
        (
            "Many of the poore sayd it was a judgement.",
            "there was plentie of corne, and their [sic] was much rejoycing",
            "whereof dyed three score persons. The Maior, a godly man, caused the gates to be shutt",
        ),
        leaks=(
            (
                "The Maior, a godly man, […] did flee unto Barnstaple with his wife and plate.",
                "it was the Vicar who fled",
            ),
        ),
    ),
    Paper(
        "Grey wolves were not released in the southern block, and elk numbers there have kept rising. In the "
        "northern block, most packs now hunt within sight of the river; a few take sheep. Willows have recovered "
        "along the upper creek. Beaver dams, absent for sixty years, have returned with them. Predation is a cause "
        "of the elk decline in the north, but drought and hunting also matter. The survey counts only adult animals. "
        "Its authors warn that nearly all the calves born in the wet year escaped notice.",
        (
            "In the northern block, [...] packs now hunt within sight of the river",
            "Only the survey counts adult animals.",
            "Predation is the cause of the elk decline in the north",
        ),
        (
            "elk numbers there have kept rising",
            "Willows have recovered along the upper creek. . . . The survey counts only adult animals.",
            "elk numbers there [in the southern block] have kept rising",
        ),
    ),
    Paper(
        "Table 3 gives the 2019 figures for Marl &amp; Dene. The district, which was formed by the merger of two "
        "boroughs, has 48,300 households. Waste per head came to 412 kg in Marl and 388 kg in Dene. More than nine "
        "in ten homes (&gt; 90%) have kerbside collection. Recycling rose by 4 points in Marl and fell by 2 points "
        "in Dene. The depot&#8217;s vans cover 1,900 miles a week. The council&nbsp;plans to replace them with "
        "electric vehicles by 2027.",
        (
            "The depot's vans cover 1,900 kilometres a week.",
            "More than nine in ten homes (< 90%) have kerbside collection.",
            "Recycling rose by ... 2 points in Dene.",
        ),
        (
            "Table 3 gives the 2019 figures for Marl & Dene.",
            "has 48 300 households",
            "The district … has 48,300 households.",
        ),
    ),
    Paper(
        "Dr Ferrante saw the child on the third day. She noted fever, a stiff neck, a faint rash and sensitivity to "
        "light. The spinal tap was clear, which seemed to rule out meningitis, and the child was kept in overnight. "
        "The mother told the nurse that a neighbour had given him aspirin. By morning the rash had faded. Ferrante "
        "thought it conceivable that a tick bite was responsible. The registrar disagreed. Untreated, the infection "
        "can damage the joints; with antibiotics, recovery is usual within a month.",
        (
            "The spinal tap was clear, which . . . rule[d] out meningitis",
            "Ferrante thought it certain that a tick bite was responsible.",
            "The mother [...] had given him aspirin.",
        ),
        (
            "[Dr Ferrante] noted fever, a stiff neck, a faint rash and sensitivity to light.",
            "She noted fever, […] a faint rash and sensitivity to light.",
            "The spinal tap was clear, which seemed to rule out meningitis",
        ),
    ),
    Paper(
        "Helena Strand was born above a chandler's shop in Bergen and learned to en-\ngrave from her grandfather. At "
        "nineteen she left for Hamburg, where the print\n\nHELENA STRAND: A LIFE                31\n\nsellers of the "
        "Neuer Wall gave her steady work. It is not true that she forged the\nDürer plates; they were made by a "
        "pupil, Otto Reuss. Had she lived another year,\nshe would have become rich. Her sister Agnete destroyed the "
        "letters in 1911.\nStrand admired Reuss and paid his debts. The plates were sold in London, where\nAgnete "
        "died a wealthy woman.",
        (
            "she forged the Dürer plates",
            "she … bec[a]me rich",
            "Strand ... died a wealthy woman.",
        ),
        (
            "where the print sellers of the Neuer Wall gave her steady work",
            "learned to engrave from her grandfather",
            "[S]he left for Hamburg",
        ),
    ),
    Paper(
        "The commission recommends that member states phase out the fuel by 2035. Hydrogen, the costliest of the "
        "four options, was rejected at an early stage. Rural bus services deserve protection and should not be cut. "
        "Subsidies for home batteries may continue where local grids are weak. The commission does not support a tax "
        "on older vehicles. All households will receive the rebate, except those already on the social tariff. Two "
        "members, both from the north, signed a dissenting note.",
        (
            "Subsidies for home batteries [must] continue where local grids are weak.",
            "The commission . . . support[s] a tax on older vehicles.",
        ),
        (
            "Rural bus services *deserve protection* and should not be cut (emphasis added).",
            "The commission recommend[ed] that member states phase out the fuel by 2035.",
            "Hydrogen […] was rejected at an early stage.",
        ),
        cut=("All households will receive the rebate",),
    ),
    Paper(
        "Although wages rose in the coastal towns, prices there rose faster. In the interior the reverse was true. "
        "Some economists attributed the gap to the new railway. The exporters prospered; the small farmers, by "
        "contrast, lost almost everything they had. Land changed hands and rents were renegotiated and within a "
        "decade the old estates had gone. A later study, using tax rolls, confirmed the broad pattern. It covered "
        "about half of the province. Migration to the capital increased.",
        (
            "The exporters ... lost almost everything they had.",
            "the small farmers, by contrast, lost everything they had",
            "Because wages rose in the coastal towns, prices there rose faster.",
        ),
        (
            "Although wages rose in the coastal towns, prices there rose faster. [...] Migration to the capital "
            "increased.",
            "[W]ithin a decade the old estates had gone.",
            "Land changed hands … and within a decade the old estates had gone.",
        ),
    ),
    Paper(
        "The cist was opened in June 1962 by Margaret Illing, then a student.[53] It held a crouched burial, and "
        "beside the skull lay a jet button and part of a bronze awl. With great care, and over the course of nine "
        "days, she lifted each bone by hand. Few of the beads were of amber; the rest were shale. The farmer had "
        "earlier shown the spot to Colonel Brandt, but he thought it a drain and rode on.[54] Illing later dated the "
        "grave to the earlier of the two phases. Her notebooks are in the county museum.",
        (
            "beside the skull lay a jet button and part of a bronze awl. . . . [T]he beads were of amber",
            "Illing later dated the grave to the later of the two phases.",
            "[Illing] thought it a drain and rode on.",
        ),
        (
            "With great care […] she lifted each bone by hand.",
            "opened in June 1962 by Margaret Illing, then a student. It held a crouched burial",
            "[Illing] lifted each bone by hand",
        ),
    ),
    Paper(
        "The ofﬁce tower at Quay Street was designed to sway by between 120 and 300 mm at\nroof level in a ﬁfty-year "
        "storm. Its dampers (each a steel tank of some forty tonnes)\nwere ﬁtted in 1988. If the dampers are locked, "
        "the sway is doubled and the upper\nﬂoors must be cleared. The inspector found rust in the lower hangers. He "
        "recommended\nthat they be replaced. The owners have not said when the work will start. The tower\nremains "
        "open.",
        (
            "The inspector found rust in the lower hangers [caused by the owners' neglect].",
            "Its dampers … were fitted in 1988. … [T]he upper floors must be cleared.",
            "designed to sway by ... 300 mm at roof level in a fifty-year storm",
        ),
        (
            "He recommended that they [the lower hangers] be replaced.",
            "The office tower at Quay Street was designed to sway by between 120 and 300 mm at roof level in a "
            "fifty-year storm.",
            "Its dampers [...] were fitted in 1988.",
        ),
    ),
)
