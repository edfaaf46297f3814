"""Traps by class that are to pass, written blind in four rounds. All texts are invented.

A line with a source, and below it the quotation of it; "⏎" is a line's end in the source.
"""

from __future__ import annotations

_LINES = r"""
The miners were paid by the ton, and the weighing was done by⏎⏎- 118 -⏎⏎the company's own clerk.
The miners were paid by the ton, and the weighing was done by the company's own clerk.
The bones were dated to the late Iron Age.[53] Later work has not altered this.[54][55]
The bones were dated to the late Iron Age. Later work has not altered this.
Rainfall in the valley has declined since 1970 (Moss & Adair, 2004), and wells are drying.
Rainfall in the valley has declined since 1970 … and wells are drying.
The bishop refused the gift.12 It was returned within the week.
The bishop refused the gift. It was returned within the week.
The custom survived until the last war.¹ Since then it has been forgotten.*
The custom survived until the last war. Since then it has been forgotten.
The population doubled in that decade.[citation needed] Most newcomers settled near the port.
The population doubled in that decade. Most newcomers settled near the port.
He wrote that “the [old] harbour was beyond repair” and asked for funds.
the [old] harbour was beyond repair
“I waited … and then I left,” she told the court.
I waited … and then I left
The fee (currently 40 francs) is payable in advance.
The fee (currently 40 francs) is payable in advance.
The fee (currently 40 francs) is payable in advance.
The fee … is payable in advance.
The commission was dis-⏎solved in the autumn, having accom-⏎plished little.
The commission was dissolved in the autumn, having accomplished little.
The oﬃcers found the ﬂour stores empty and the ﬁeld hospital full.
The officers found the flour stores empty and the field hospital full.
The ſhip was loſt off the coaſt, and all her ſtores with her.
The ship was lost off the coast, and all her stores with her.
The firm of Hale &amp; Sons said it couldn&rsquo;t pay &mdash; not then, at least.
The firm of Hale & Sons said it couldn’t pay — not then, at least.
NO PERSON SHALL FISH IN THE UPPER POND WITHOUT A TICKET.
No person shall fish in the upper pond without a ticket.
"It's done," said the clerk, 'and there's an end of it.'
“It’s done,” said the clerk, ‘and there’s an end of it.’
The orchestra, which had been founded in 1894 by a local brewer, gave its last concert in March.
The orchestra … gave its last concert in March.
The patient was not, according to her sister, allergic to penicillin.
The patient was not … allergic to penicillin.
The lake froze in November. Skaters came from as far as Dunmore. The ice held until the first week of April.
The lake froze in November. … The ice held until the first week of April.
We shall rebuild the school, the church and the mill, and we shall ask no one for a penny.
We shall rebuild the school … and we shall ask no one for a penny.
The accused, a butcher, was seen near the well shortly after nine.
The accused … was seen near the well shortly after nine.
The tax applies to beer, cider, wine and spirits sold by retail.
The tax applies to beer … and spirits sold by retail.
The treaty, signed after months of talks in a disused railway hotel, gave the islands to neither side.
The treaty … gave the islands to neither side.
He told the inquiry that he had never seen the cheque.
[Mr Farrow] told the inquiry that he had never seen the cheque.
They left it to the college when they died.
They left [the library] to the college when they died.
the council rejects the plan and will publish its reasons
[T]he council reject[ed] the plan and w[ould] publish its reasons
The recieving clerk signed for all nine crates.
The recieving [sic] clerk signed for all nine crates.
Every tenant shall keep the ditches clear.
Every tenant shall keep the ditches clear (emphasis added).
The bridge cost 1,250,000 crowns and took 7 years.
The bridge cost 1 250 000 crowns and took 7 years.
The mean was 3·6 (range 1–9) in the first group.
The mean was 3.6 (range 1-9) in the first group.
The reading was −4.5 mV at 20 °C.
The reading was -4.5 mV at 20°C.
Unless the roof is mended before the frost, the whole wing will have to come down.
Unless the roof is mended before the frost, the whole wing will have to come down.
The sergeant, who did not like the look of the sky, sent the men home.
The sergeant, who did not like the look of the sky, sent the men home.
It is not true that the painter starved; he dined out nightly.
he dined out nightly
Neither party objected to the delay, and the hearing was moved to Tuesday.
the hearing was moved to Tuesday
The jury retired at noon and had not⏎⏎                 TRIAL OF HENRY MOSS                 211⏎⏎returned by six.
The jury retired at noon and had not returned by six.
Copper was first smelted here.[12, p. 4] Tin came later.[13]
Copper was first smelted here. Tin came later.
The rite survives in two villages.7 In others it has lapsed.
The rite survives in two villages. In others it has lapsed.
The rite,3 once common, is now rare.
The rite, once common, is now rare.
The tower leans (Fig. 2) to the south.
The tower leans … to the south.
The com-⏎   mittee met twice a month.
The committee met twice a month.
A diﬃcult ﬂoor and a ﬁne oﬃce.
A difficult floor and a fine office.
The Houſe of Commons aſſembled.
The House of Commons assembled.
The deed names “my wife [Anne] and heirs”.
my wife [Anne] and heirs
He muttered: “I never … oh, never mind.”
I never … oh, never mind.
The garden, which runs down to the river, is open on Sundays.
The garden … is open on Sundays.
The envoy, tired and hungry, signed the treaty.
The envoy … signed the treaty.
The members may, with the leave of the chair, speak twice.
The members may … speak twice.
No vessel shall, without a pilot, enter the harbour.
No vessel shall, without a pilot, enter the harbour.
The book sold well in France, Spain, Italy and Greece.
The book sold well in France … and Greece.
The vote was held on Monday. Nobody had slept. The motion passed by one.
The vote was held on Monday. … The motion passed by one.
The committee, having heard the evidence, found that the wall was sound.
The committee … found that the wall was sound.
She sold the horses, the carriage and the plate to pay the debt.
She sold the horses … to pay the debt.
They tried to mend the pump, which had seized, and failed.
They tried to mend the pump … and failed.
He gave her the key before he left for the coast.
[The steward] gave her the key before he left for the coast.
It will reopen in the spring.
[The theatre] will reopen in the spring.
We will reopen in the spring, says the notice.
[They] will reopen in the spring
The mayor announces the winners tomorrow.
The mayor announce[d] the winners tomorrow.
The ship sank off the cape in a gale.
[T]he ship sank off the cape [of Dorn] in a gale.
It weighs 2,400 kg and is 7.5 m long.
It weighs 2400 kg and is 7.5 m long.
The range was 10–15 °C.
The range was 10-15 °C.
The critics were wrong: the bridge held.
the bridge held
If it rains, the match is moved indoors, where there is room for all.
If it rains, the match is moved indoors
Hardly anyone came, but the band played on.
the band played on
Only the cook survived; the rest were never found.
Only the cook survived; the rest were never found.
The court rose at four, and the pri-⏎soner was taken down.[4]
The court rose at four, and the prisoner was taken down.
The road was⏎⏎57⏎⏎A WALK IN THE HILLS⏎⏎steep and full of stones.
The road was steep and full of stones.
Yields fell.23,24 Prices rose in turn.
Yields fell. Prices rose in turn.
The ﬁsh were oﬀ by noon.
The fish were off by noon.
Congreſs ſhall aſſemble at leaſt once in every year.
Congress shall assemble at least once in every year.
The &ldquo;old&rdquo; tower &amp; the well were sold.
The “old” tower & the well were sold.
The witness (since deceased) identified the coat.
The witness … identified the coat.
“We go on … and on,” he said.
We go on … and on
The [late] queen’s jewels were sold.
The [late] queen's jewels were sold.
The mill, though old, still grinds the parish corn.
The mill … still grinds the parish corn.
Snow fell on the pass. We slept in the hut. At dawn the guide woke us.
Snow fell on the pass. … At dawn the guide woke us.
The statute covers horses, mules, asses and oxen.
The statute covers horses … and oxen.
The minister, who would not be named, confirmed the report.
The minister … confirmed the report.
The doctor says the fever will pass, and that she may travel.
The doctor says the fever will pass … .
He read law at Leeds, then moved to York, where he died.
He read law at Leeds … .
They sold it to him for a song.
[The heirs] sold it to [Marlow] for a song.
the choir sings at dusk on feast days
[T]he choir s[ang] at dusk on feast days
I never met my uncle, but I knew his dog.
[She] never met [her] uncle, but [she] knew his dog.
The ship left Cork in May.
The ship left Cork [Ireland] in May.
The plan may succeed; much depends on the weather.
The plan may succeed; much depends on the weather.
The vicar kept bees[53] and sold the honey.
The vicar kept bees and sold the honey.
The vicar kept bees and sold the⏎⏎12          A COUNTRY PARISH⏎⏎honey at the gate.
The vicar kept bees and sold the honey at the gate.
The vicar kept bees; the proﬁts ﬂowed to the poor.
The vicar kept bees; the profits flowed to the poor.
His Maieſty was pleaſed to aſſent.
His Maiesty was pleased to assent.
The budget was balanced.2 Taxes rose.3
The budget was balanced. Taxes rose.
The so-called “peace” (if it was one) lasted a year.
The so-called “peace” … lasted a year.
The inn, which burned in 1820, stood by the ford.
The inn … stood by the ford.
The council did not, on that occasion, vote.
The council did not … vote.
The clerk opened the letter, read it twice and burned it.
The clerk opened the letter … and burned it.
All persons, of whatever rank, shall pay the toll.
All persons … shall pay the toll.
We found that the water was clean. We also tested the soil. It was not.
We found that the water was clean. … [The soil] was not.
The rise in rents, together with the fall in wages, drove families out.
The rise in rents … drove families out.
The troops held the hill for three days, without food or water.
The troops held the hill for three days … .
The charter grants the town a market, a fair and a court.
The charter grants the town a market … and a court.
She told them that it was over.
She told [the crew] that [the strike] was over.
the judge allows the appeal
[T]he judge allow[ed] the appeal
My brother and I own the mill.
[His] brother and [he] own the mill.
The old man will sell.
The old man [would] sell.
It is not known who built the wall, but it still stands.
it still stands
Most of the crew were saved; some swam ashore.
Most of the crew were saved; some swam ashore.
"""

_EACH = _LINES.strip().split("\n")
PASSED = tuple(
    (source.replace("⏎", "\n"), quotation) for source, quotation in zip(_EACH[::2], _EACH[1::2], strict=True)
)
