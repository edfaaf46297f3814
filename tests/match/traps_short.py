"""More traps, of shorter sentences, many quotations to a text. All texts are invented."""

from __future__ import annotations

SOURCES = {
    "assembly": (
        "The committee found that the vaccine is safe for adults. It did not find that the vaccine is safe "
        "for infants. The chairman, Mr. Lowe, denied that funds had been misused. At least 300 people "
        "attended, and more than 40 spoke. The vote was 12–7 in favour. Prices rose from $4.50 to $5.40, an "
        "increase of 20%. Under the rule, drivers under 21 may not carry passengers after 10 p.m. unless "
        "accompanied by a parent. The court neither affirmed nor reversed the ruling. We cannot rule out that"
        " the fire was deliberate. I do not think that the law should be repealed. The project was completed "
        "on time and under budget. Sales of bread, but not of meat, increased."
    ),
    "trial": (
        "Table 3 lists the values. The mean was 3.2 ± 0.4 kg (range: 1.1–7.8), and r = –.42. Only 5 of 212 "
        "patients died.2 The remaining patients were discharged.3,4 Cells were incubated at 37°C for 2 h. The"
        " treatment is not only safe but also cheap. Subjects were randomly assigned to one of two groups. "
        "The test had high sensitivity and low specificity. Side effects were reported by 12 (5.7%) patients."
        " The gene is not expressed in liver; it is expressed in brain. Results were similar in men and "
        "women. The drug increases the risk of bleeding but decreases the risk of stroke. N=45; t(43) = 2.31,"
        " p<.05. The reaction is irreversible above 90 °C."
    ),
    "code": (
        "Article 7. 1. Every person has the right to respect for his home. 2. There shall be no interference "
        "by a public authority with the exercise of this right except such as is in accordance with the law. "
        "Article 8. The seller must deliver the goods within thirty days. The buyer need not pay before "
        "delivery. Notice shall be given in writing not later than 14 days before the hearing. Nothing in "
        "this Act affects any right of way. This Act does not apply to Scotland or to Wales. The Minister may"
        " by order, if he thinks fit, amend Schedule 2. In this Part “vessel” includes any ship, boat or "
        "hovercraft, but does not include a raft. A director shall not be liable for loss unless it results "
        "from his own negligence."
    ),
    "war": (
        "General Ames did not order the attack; Colonel Brice did. “I was never at Fort Dole,” Ames wrote. "
        "“Brice commanded there.” In 1812 the fort was besieged; in 1813 it fell. The Whigs won 212 seats, "
        "the Tories 198. Some said the queen was dead. Others denied it. The old treaty, which had been "
        "signed in secret, was not published until 1920. Few of the survivors returned. Nobody who had seen "
        "the fire doubted that it was set on purpose. The emperor refused to sign the decree. The ſhip was "
        "taken, & her crew was ſold. It was the best of times for the merchants and the worst of times for "
        "the poor."
    ),
}

REFUSED = [
    ("assembly", "The vaccine is safe for infants."),
    ("assembly", "the vaccine is safe for infants"),
    ("assembly", "The committee found that the vaccine is safe for infants"),
    ("assembly", "funds had been misused"),
    ("assembly", "Mr. Lowe, … that funds had been misused"),
    ("assembly", "At most 300 people attended"),
    ("assembly", "At least 300 people attended, and fewer than 40 spoke"),
    ("assembly", "The vote was 7–12 in favour"),
    ("assembly", "Prices rose from $5.40 to $4.50"),
    ("assembly", "an increase of 2.0%"),
    ("assembly", "drivers under 21 may carry passengers after 10 p.m."),
    ("assembly", "drivers under 21 may not carry passengers before 10 p.m."),
    ("assembly", "drivers under 21 may … carry passengers after 10 p.m."),
    ("assembly", "drivers over 21 may not carry passengers"),
    ("assembly", "The court … affirmed … the ruling"),
    ("assembly", "The fire was deliberate."),
    ("assembly", "We can rule out that the fire was deliberate"),
    ("assembly", "The law should be repealed."),
    ("assembly", "The project was completed on time and over budget"),
    ("assembly", "Sales of bread … of meat, increased"),
    ("assembly", "Prices rose from €4.50 to €5.40"),
    ("trial", "The mean was 3.2 ± 0.4 g"),
    ("trial", "r = .42"),
    ("trial", "r = 0.42"),
    ("trial", "Only 5 of 221 patients died"),
    ("trial", "5 of 212 patients died. The remaining patients were charged"),
    ("trial", "Cells were incubated at 37°C for 2 d"),
    ("trial", "The test had low sensitivity and high specificity"),
    ("trial", "Side effects were reported by 12 (57%) patients"),
    ("trial", "The gene is … expressed in liver"),
    ("trial", "The gene is expressed in liver"),
    ("trial", "The drug decreases the risk of bleeding but increases the risk of stroke"),
    ("trial", "The drug increases the risk of … stroke"),
    ("trial", "p>.05"),
    ("trial", "p<.5"),
    ("trial", "The reaction is reversible above 90 °C"),
    ("trial", "Results were similar in men but not women"),
    ("trial", "N=54; t(43) = 2.31"),
    ("trial", "Results were dissimilar in men and women"),
    ("code", "There shall be … interference by a public authority with the exercise of this right"),
    ("code", "There shall be interference by a public authority with the exercise of this right"),
    ("code", "The seller may deliver the goods within thirty days"),
    ("code", "The seller must deliver the goods within thirteen days"),
    ("code", "The buyer must pay before delivery"),
    ("code", "The buyer need … pay before delivery"),
    ("code", "Notice shall be given in writing later than 14 days before the hearing"),
    ("code", "Notice shall be given in writing not later than 41 days"),
    ("code", "This Act applies to Scotland or to Wales"),
    ("code", "This Act does … apply to Scotland"),
    ("code", "but does include a raft"),
    ("code", "includes any ship, boat or hovercraft … a raft"),
    ("code", "A director shall be liable for loss"),
    ("code", "A director shall … be liable for loss"),
    ("code", "A director shall not be liable for loss … it results from his own negligence"),
    ("code", "This Act does not apply to England or to Wales"),
    ("code", "Something in this Act affects any right of way"),
    ("war", "General Ames did … order the attack"),
    ("war", "General Ames ordered the attack"),
    ("war", "Colonel Ames did not order the attack"),
    ("war", "In 1813 the fort was besieged"),
    ("war", "The Whigs won 198 seats, the Tories 212"),
    ("war", "The Tories won 212 seats"),
    ("war", "Few … doubted that it was set on purpose"),
    ("war", "The emperor … sign[ed] the decree"),
    ("war", "was … published until 1920"),
    ("war", "It was the worst of times for the merchants and the best of times for the poor"),
    ("war", "Many of the survivors returned"),
    ("war", "The emperor agreed to sign the decree"),
    ("war", "“I was … at Fort Dole,” Ames wrote"),
    ("war", "The old treaty, which had been signed in secret, was published"),
]
"""Quotations that their source does not bear out."""

PASSED = [
    ("assembly", "The committee found that the vaccine is safe for adults."),
    ("assembly", "It did not find that the vaccine is safe for infants"),
    ("assembly", "At least 300 people attended … and more than 40 spoke"),
    ("assembly", "The vote was 12-7 in favour"),
    ("assembly", "an increase of 20 %"),
    ("assembly", "We cannot rule out that the fire was deliberate"),
    ("assembly", "The project was completed on time … and under budget"),
    ("assembly", "Sales of bread, but not of meat, increased."),
    ("assembly", "The chairman … denied that funds had been misused"),
    ("assembly", "[Lowe] denied that funds had been misused"),
    ("assembly", "drivers under 21 may not carry passengers … unless accompanied by a parent"),
    ("trial", "The mean was 3.2 ±0.4 kg (range: 1.1-7.8), and r = −.42"),
    (
        "trial",
        "Only 5 of 212 patients died. The remaining patients were discharged. Cells were incubated at 37 °C for 2 h",
    ),
    ("trial", "The treatment is … safe"),
    ("trial", "The treatment is … also cheap"),
    ("trial", "The gene is not expressed in liver; it is expressed in brain."),
    ("trial", "it is expressed in brain"),
    ("trial", "N = 45; t(43) = 2.31, p < 0.05"),
    ("trial", "increases the risk of bleeding"),
    ("trial", "Side effects were reported by 12 … patients"),
    (
        "code",
        "Every person has the right to respect for his home. There shall be no interference by a public authority",
    ),
    ("code", "The Minister may by order … amend Schedule 2"),
    ("code", "This Act does not apply to Scotland … or to Wales"),
    ("code", "“vessel” includes any ship, boat or hovercraft"),
    ("code", "A director shall not be liable for loss unless it results from his own negligence."),
    ("code", "interference by a public authority"),
    ("code", "[N]otice shall be given in writing not later than 14 days before the hearing"),
    ("code", "Every person has the right to respect for [her] home"),
    ("war", "“I was never at Fort Dole … . Brice commanded there.”"),
    ("war", "In 1812 the fort was besieged … in 1813 it fell"),
    ("war", "The old treaty … was not published until 1920"),
    ("war", "The ship was taken, and her crew was sold"),
    ("war", "The ship was taken, & her crew was sold"),
    ("war", "Nobody … doubted that it was set on purpose"),
    ("war", "it was set on purpose"),
    ("war", "General Ames did not order the attack … Colonel Brice did"),
    ("war", "the queen was dead"),
    ("war", "sign the decree"),
]
"""Quotations that it bears out."""
