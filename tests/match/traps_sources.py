"""Invented sources for the traps: a statute, a paper, a news report, a history, a technical standard, a minute book."""

from __future__ import annotations

STATUTE = (
    "Section 4. The registrar shall refuse an application unless the fee has been paid. No person may be detained for "
    "more than 48 hours without a hearing. A lease of at least seven years must be registered; a lease of at most one "
    "year need not be. The tribunal does not have power to award costs against a tenant. Nothing in this section makes "
    "it unlawful to keep bees. A permit is not transferable. Every tenant may, except where the rent is in arrear, "
    "appeal to the county court. The owner is liable and the agent is liable. It is a defence that the act was legal "
    "under the earlier law. A claim is admissible before the notice expires. An agent who has never been licensed "
    "commits an offence.\n"
    "  5   The keeper of a harbour shall maintain a light at\n"
    "  6   each end of the mole and shall not demand a toll\n"
    "  7   for its use from vessels of the navy or from\n"
    "  8   fishing boats under ten tons.\n"
    "Section 9. The minister [of works] may vary the schedule. Where the court is satisfied that the debtor acted "
    "dishonestly, it may imprison him for up to 6 months or fine him [or both]."
)

PAPER = (
    "Results. Of 2,340 participants, 17.5% relapsed (95% CI 14.1–20.9). The odds ratio was 1.8 (p < 0.05), and the "
    "correlation was −0.31 (n = 96). Sleep quality improved in most patients, but it did not improve in smokers. "
    "Patients older than 65 years were excluded. The dose was increased to 2.5 mg/day after a fort\u00adnight. "
    "Temperatures below –20 °C destroyed the samples. The concentration must be ≥ 0.4 mol/l. Growth was about .5 "
    "percent. The ratio of boys to girls was 3/4. We found no evidence that the vaccine causes fever. The treatment "
    "was, contrary to our hypothesis, ineffective. The effect was statistically significant.[23] It was replicated "
    "twice.[24, 25] Earlier trials were inconclusive3 and small. Nearly all side e\ufb00ects were mild. The "
    "mean change was +4 points; the median was 1 250 units. Phase3 trials are under way, and Phase3 costs are high. "
    "Samples were stored for 10–12 days at pH 7.4. x &lt; 7 and y &ge; 9 were assumed throughout. "
    "The mutation is neither rare nor harmless. It is not the case that larger doses work faster."
)

NEWS = (
    "The mayor, Tilda Voss, told reporters on Tuesday that the bridge would reopen within weeks. Her deputy, Aron "
    "Pell, said the contractor was dishonest and the cost absurd. “I have never taken a bribe,” Voss said. “I never "
    "will.” Pell rejected the claim that the mayor had lied to the council. Unemployment rose by 2.1 percent to "
    "410,000, and exports fell by £3 million. Few voters support the scheme. The union denied that its members "
    "had damaged the pumps. Critics say that the law is constitutional but unwise. J. B. Harlow bought the mill in "
    "1987. Mr. Johnson resigned; Mr. Johnston stayed.\n\n"
    "“The tunnel is safe,” said Voss. “It is dry.” Asked about the fans, Pell replied: “They are broken and "
    "dangerous.”\n\nAT&amp;T&nbsp;Tower was sold. The firm&#8217;s lawyers didn&rsquo;t comment. It was *very* "
    "cheap, and the _whole_ block was emp\u200bty. Only the guards were warned."
)

HISTORY = (
    "In the autumn of 1642 the garriſon, which had not been paid since Eaſter, opened the gates to the enemy. The "
    "king was not, as the chroniclers say, a coward; he was ill. Before the battle the queen had allowed the bishop "
    "to leave. Anne Lisle wrote to her brother Robert that the town\n\n"
    "214                    THE SIEGE OF ARNEHOLM\n\n"
    "could hold for a month. The duke's army con-\n\n"
    "                       THE WINTER QUARTERS                   215\n\n"
    "sisted of mercenaries.12 They were feared by the citizens. The treaty was signed in 1643.13 The prisoners were "
    "freed, and the hostages were shot. Contemporaries hardly ever praised the governor. The harvest was good; the "
    "price of corn increased. The captain had always obeyed his orders. He [Lisle] died ... in exile, poor and "
    "forgotten. No one believes that the duke ordered the fire. Many of the letters are lost. The "
    "northern gate was stronger than the southern gate."
)

STANDARD = (
    "3.2 Limits\nThe receiver MUST discard a frame that is longer than 1,500 octets. A sender SHOULD NOT retransmit "
    "before the timer expires. The value of the field MUST be greater than 0 and less than 255. If the flag is set, "
    "the optional trailer is present; otherwise it is absent. Implementations that support compression MAY ignore "
    "this option. The default is on. The key is valid for 10^6 requests. Voltage: 230 V ± 10 %. The minimum interval "
    "is 5 s. The connection is encrypted by default and\n\n"
    "Marr & Dole                  Standards Track                   [Page 12]\n\f\n"
    "RFX 9901                  Frame Relay Limits                  March 2019\n\n\n"
    "is closed after 30 seconds of silence. A client is not required to be syn-\nchronous. The server never sends "
    "the header twice. All ports other than port 22 are closed."
)

TALE = (
    "CHAIR: The pier is sound and should stay open through the winter. "
    + "The board then heard a long account of tolls, ropes, lamps and ballast which nobody disputed. " * 60
    + "\n\nMR FENN: The pier is a danger to every ship that ties up and ought to be pulled down at once.\n\n"
    "CHAIR: I thank Mr Fenn. The lamps were lit in May."
)

SOURCES = {
    "statute": STATUTE,
    "paper": PAPER,
    "news": NEWS,
    "history": HISTORY,
    "standard": STANDARD,
    "tale": TALE,
}
