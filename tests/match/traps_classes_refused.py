"""Traps by class that are to be refused, written blind in four rounds. All texts are invented.

A line with a source, and below it the quotation of it; "⏎" is a line's end in the source.
"""

from __future__ import annotations

_LINES = r"""
The inspectors concluded that the bridge was never safe for heavy lorries.
the bridge was … safe for heavy lorries
The surgeon said it was far from certain that the wound would heal.
it was … certain that the wound would heal
The board was unable to agree on a successor before the meeting closed.
The board was … able to agree on a successor
We found no evidence that the drug shortens recovery in patients over sixty.
We found … evidence that the drug shortens recovery in patients over sixty
Neither the mayor nor the council had approved the demolition.
the mayor … had approved the demolition
The witness failed to identify the accused in the line-up.
The witness … identif[ied] the accused in the line-up
The children rarely saw their father in the years after the war.
The children … saw their father in the years after the war
He was acquitted of fraud but convicted of perjury in the spring of 1922.
He was … convicted of … fraud
The engine cannot be restarted without resetting the breaker.
The engine can be restarted without resetting the breaker
There was no doubt among the villagers that the fire had been set on purpose.
There was doubt among the villagers that the fire had been set on purpose
The committee recommends that the grant be renewed for a further three years.
The committee does not recommend that the grant be renewed for a further three years
These results support the hypothesis that sleep consolidates memory.
These results [do not] support the hypothesis that sleep consolidates memory
The defendant alleged that the landlord had cut the power on purpose.
[T]he landlord had cut the power on purpose.
Unless the deposit is paid by Friday, the booking lapses.
[T]he booking lapses.
Perhaps the greatest error of the campaign was the delay at the river, though the archives are silent.
The greatest error of the campaign was the delay at the river
It is a myth that ostriches bury their heads in the sand.
[O]striches bury their heads in the sand.
The compound may reduce inflammation in some patients.
The compound … reduce[s] inflammation in … patients
Drivers must give way to trams at all junctions.
Drivers may give way to trams at all junctions
She almost won the seat in 1987.
She … won the seat in 1987.
The museum plans to open a second gallery next spring.
The museum … open[ed] a second gallery
Only members who have paid their dues may vote at the annual meeting.
[M]embers … may vote at the annual meeting.
The reservoir holds 4.75 million cubic metres when full.
The reservoir holds 47.5 million cubic metres when full
Temperatures fell to −12 °C during the night of the 8th.
Temperatures fell to 12 °C during the night of the 8th
The estate was valued at £1.2 million for probate.
The estate was valued at £1.2 billion for probate
Unemployment stood at 6.8 per cent, up 0.4 points on the year.
Unemployment stood at 6.8 per cent, up 0.4 per cent on the year
One in four respondents said they had skipped a meal.
One in five respondents said they had skipped a meal
Two-thirds of the houses had no piped water.
One-third of the houses had no piped water
The tenth amendment was adopted by a show of hands.
The twelfth amendment was adopted by a show of hands
Take 250 mg twice daily with food.
Take 250 mcg twice daily with food
The fine may not exceed $5,000 for a first offence.
The fine may not exceed €5,000 for a first offence
The treaty was signed on 14 August 1768 at Fort Merrow.
The treaty was signed on 14 August 1786 at Fort Merrow
A sample is accepted if x ≥ 0.05 in every run.
A sample is accepted if x ≤ 0.05 in every run
At least eleven directors must be present for a quorum.
At most eleven directors must be present for a quorum
Cabins may be no more than four metres high.
Cabins may be no less than four metres high
Over 300 families lost their homes in the flood.
Under 300 families lost their homes in the flood
The Rovers beat the Wanderers by three goals to one.
The Wanderers beat the Rovers by three goals to one
Debt rose faster than income in the second quarter.
Income rose faster than debt in the second quarter
Margaret sold the farm to her cousin Edwin in 1931.
Edwin sold the farm to her cousin Margaret in 1931
The dog bit the postman before the gate was shut.
The postman bit the dog before the gate was shut
The first trial was a success. The nurses were pleased with it. The second trial, held in October, was a failure.
The first trial was … a failure
Mr Olsen praised the design. Mrs Tarn said the workmanship was shoddy and the price absurd.
Mr Olsen … said the workmanship was shoddy
The novel is long, learned and often funny. The film that was made of it is a waste of an evening.
The novel is … a waste of an evening
Wolves avoid villages where dogs are kept. Foxes enter them at night and take hens.
Wolves … enter them at night and take hens
Exports to the north increased while imports stayed level.
Exports to the north decreased while imports stayed level
The critic found the second act tedious and the ending predictable.
The critic found the second act thrilling and the ending predictable
The road was legal for carts of any width.
The road was illegal for carts of any width
Close the eastern shutters before the wind rises.
Close the western shutters before the wind rises
The harmless snake was found in the upper drawer.
The harmful snake was found in the upper drawer
The judge granted the motion to exclude the letters.
The judge denied the motion to exclude the letters
The early settlers were peaceful and literate.
The early settlers were peaceful and illiterate
Most of the tenants were content with the old arrangement.
Few of the tenants were content with the old arrangement
The bank lent the brothers nine hundred crowns.
The bank borrowed the brothers nine hundred crowns
Pour the acid into the water slowly and with gloves on.
Pour the acid into the water quickly and with gloves on
The portrait was painted by Lucas Verhoeven in Ghent.
The portrait was painted by Lucas Verhagen in Ghent
The delegates met in Vienna to settle the border.
The delegates met in Geneva to settle the border
General Hoxton ordered the retreat before dawn.
Colonel Hoxton ordered the retreat before dawn
The Austrian envoy left the hall in anger.
The Australian envoy left the hall in anger
The auditors could find no trace of the missing crates in the depot.
The auditors could find … trace of the missing crates
The new valve does not, under normal load, leak.
The new valve does … leak
It was not until 1902 that the town had gas lamps.
It was … 1902 that the town had gas lamps
The ambassador was anything but pleased with the seating.
The ambassador was … pleased with the seating
The patient stopped taking the tablets in week three.
The patient … taking the tablets in week three
The plaintiff's claim that the letter was posted is without foundation.
The plaintiff's claim … is … foundation
Users should not share a key between two devices.
Users should share a key between two devices
The results were inconclusive in both trials.
The results were conclusive in both trials
The widow received a pension until her death.
The widow received no pension until her death
It is widely but wrongly assumed that the comet caused the famine.
[T]he comet caused the famine.
The painter claimed to have studied in Rome under a master.
The painter … studied in Rome under a master
The treasurer is suspected of taking the funds abroad.
The treasurer … t[ook] the funds abroad
Some of the witnesses recanted before the trial opened.
[T]he witnesses recanted before the trial opened.
Hardly any of the volunteers returned the second form.
… the volunteers returned the second form.
The plant would have closed had the subsidy ended.
The plant … closed had the subsidy ended
In the absence of a will, the estate passes to the crown.
[T]he estate passes to the crown.
The bishop was rumoured to be the author of the pamphlet.
The bishop was … the author of the pamphlet
Children under twelve may swim only if an adult is present.
Children under twelve may swim … if an adult is present
The sergeant thought he saw a light in the chapel.
[H]e saw a light in the chapel.
Applicants must submit two references.
Applicants [may] submit two references.
Most critics disliked the opera.
[All] critics disliked the opera.
The lender may call in the loan on thirty days' notice.
The lender [must] call in the loan on thirty days' notice.
The queen admired her minister's speech.
The queen [despised] her minister's speech.
The cure worked in six of the ten cases.
The cure worked in [nine] of the ten cases.
The tower is 96 metres high.
The tower is 69 metres high
The mean fell from 7.2 to 5.9 over the decade.
The mean fell from 5.9 to 7.2 over the decade
Half of the crew were under thirty.
A third of the crew were under thirty
The firm made a loss of $3.4m.
The firm made a loss of $34m
The ninth regiment held the bridge for two hours.
The ninth regiment held the bridge for two days
Nearly 4,000 marched on the capital.
… 4,000 marched on the capital
The deviation was ±0.3 mm.
The deviation was 0.3 mm
No more than three guests may stay overnight.
No fewer than three guests may stay overnight
A score above 80 is a pass.
A score below 80 is a pass
Values of n > 10 were discarded.
Values of n ≥ 10 were discarded
The cat chased the fox across the yard.
The fox chased the cat across the yard
The court preferred the evidence of Hill to that of Ward.
The court preferred the evidence of Ward to that of Hill
Rome fell long before Byzantium did.
Byzantium fell long before Rome did
Dr Penn found the vaccine safe. Her assistant found the placebo useless.
Dr Penn found … the placebo useless
The bakery opened in 1911 and prospered. The laundry next door burned down in 1913.
The bakery … burned down in 1913
The older brother became a priest; the younger, a smuggler.
The older brother became … a smuggler
The French lost four ships. The Spanish, who had fled, lost none.
The French lost … none
Rates will rise in the cities and fall in the villages.
Rates will rise … in the villages
Alder said the fire was an accident. Brand said it was arson.
Alder said … it was arson
The firm's rivals welcomed the merger.
The firm's rivals opposed the merger
The cellar was dry even in winter.
The cellar was damp even in winter
The soldiers marched towards the border.
The soldiers marched away from the border
Turn the handle clockwise to release the gas.
Turn the handle anticlockwise to release the gas
Sir Edward Coyle built the orphanage.
Sir Edmund Coyle built the orphanage
The river rises in Shropshire.
The river rises in Staffordshire
The letters do not, despite the gossip, prove an affair.
The letters do … prove an affair
Not one of the sailors had been paid since March.
… one of the sailors had been paid since March
Under no circumstances may the seal be broken by a clerk.
[T]he seal [may] be broken by a clerk
The engine lacks the power to climb the hill.
The engine … climb[s] the hill
The abbot denies that the relic was sold.
The abbot [says] that the relic was sold
It is impossible to tell the two species apart.
It is … possible to tell the two species apart
The jury did not believe that the clock had stopped.
[T]he clock had stopped.
The contract is not binding on minors.
The contract is binding on minors
Nobody saw the comet that winter.
Everybody saw the comet that winter
If the tide is low, the island can be reached on foot.
[T]he island can be reached on foot.
The theory that salt cures fever was popular for a century.
[S]alt cures fever.
It is doubtful whether the duke ever read the book.
[T]he duke … read the book.
The police believe the driver fell asleep at the wheel.
[T]he driver fell asleep at the wheel.
He would have been elected but for the scandal.
He … [was] elected
The study hints at a link between noise and stroke.
The study … [proves] a link between noise and stroke
She seldom, if ever, spoke of the war.
She … spoke of the war
The orchard was all but destroyed by frost.
The orchard was … destroyed by frost
A judge may, but need not, hear the parties.
A judge [must] hear the parties
The minister rarely answers letters.
The minister [always] answers letters.
The hospital closed two wards.
The hospital closed [all] wards.
The king was told of the plot by Lord Hay.
The king was told of the plot by Lord [Grey].
Wages rose before the strike.
Wages rose [after] the strike.
The comet returns every 76 years.
The comet returns every 67 years
Three in ten pupils were absent.
Three in five pupils were absent
Add 2 tsp of salt to the dough.
Add 2 tbsp of salt to the dough
The vote was 14 to 9.
The vote was 9 to 14
Profits were up 3 per cent.
Profits were up 30 per cent
The tank holds less than 90 litres.
The tank holds more than 90 litres
Up to 60 jobs could go.
… 60 jobs could go
The north is richer than the south.
The south is richer than the north
Ford sued Grant for libel.
Grant sued Ford for libel
Mrs Ely blamed the council. The council blamed the rain.
Mrs Ely blamed … the rain
The play was praised in London but booed in Paris.
The play was praised … in Paris
The first edition has no index. The third, printed in 1888, has two.
The first edition has … two
Cats sleep by day. Dogs, as a rule, sleep by night.
Cats … sleep by night
The abbess was strict with the novices.
The abbess was lenient with the novices
The harbour lies upstream of the mill.
The harbour lies downstream of the mill
The cello was made by Amati in Cremona.
The cello was made by Guarneri in Cremona
Captain Rudd sank the brig.
Captain Budd sank the brig
The tests gave us no reason to doubt the seal.
The tests gave us … reason to doubt the seal
The heirs were never, so far as we know, consulted.
The heirs were … consulted
The council has yet to approve the budget.
The council has … approve[d] the budget
The senator withdrew his support for the canal.
The senator … support[s] the canal
Smoking is prohibited in the reading room.
Smoking is permitted in the reading room
This warranty does not cover water damage.
This warranty does cover water damage
The captain swore that he had seen the signal, but the log contradicts him.
The captain … had seen the signal
Economists expect that prices will fall in May.
[P]rices will fall in May.
Were the dam to fail, the valley would be lost.
[T]he dam … fail[ed]
It is rumoured that the abbey is haunted.
[T]he abbey is haunted.
Few if any of the claims were paid.
[T]he claims were paid.
The new law might one day help the poor.
The new law … help[s] the poor
Nearly every house lost its roof.
[E]very house lost its roof.
The guards occasionally search the bags.
The guards [always] search the bags.
The patient can leave the ward by day.
The patient can[not] leave the ward by day.
He signed the deed without reading it.
He signed the deed [after] reading it.
The library owns 18,500 maps.
The library owns 185,000 maps
The stock fell 5 per cent on 3 June.
The stock fell 5 per cent on 8 June
A quarter of the bees died.
Three quarters of the bees died
The fee must not exceed forty marks.
The fee must exceed forty marks
Water the fern at least twice a week.
Water the fern at most twice a week
The father of the bride struck the groom.
The father of the groom struck the bride
Milk was cheaper than beer.
Beer was cheaper than milk
Lord Ash supported the bill. Lord Birch, speaking last, opposed it.
Lord Ash … opposed it
In spring the river floods. In autumn the wells run dry.
In spring … the wells run dry
The red pills are harmless; the blue ones are poison.
The red pills are … poison
The captain ordered the men to advance.
The captain ordered the men to retreat
Queen Maud sold the manor to Peter Vane.
Queen Maud sold the manor to Piers Vane
The firm moved from Leeds to Hull.
The firm moved from Hull to Leeds
"""

_EACH = _LINES.strip().split("\n")
REFUSED = tuple(
    (source.replace("⏎", "\n"), quotation) for source, quotation in zip(_EACH[::2], _EACH[1::2], strict=True)
)
