"""Traps that were written before the guards and put aside: measured once, then kept. All texts are invented."""

from __future__ import annotations

ORDINANCE = (
    "§ 14. No stallholder may sell fish before sunrise. A licence is void unless the clerk has sealed it in the "
    "presence of two witnesses. The warden shall, except in time of frost, open the gates at 6 a.m. and shall close "
    "them at dusk. Fees under this part must not exceed 3.5 percent of the day's takings, or £40, whichever is less. "
    "It is untrue that the council may seize goods without notice. The inspector has, at no time since the fire, been "
    "willing to certify the lower hall. Appeals lie to the borough court within 21 days.\n\n"
    "12\n\nTHE MARKET ORDINANCE\n\n"
    "§ 15. A person who obstructs the war-\nden commits an of\u00adfence. Goods left overnight are for-\n\n"
    "13\n\nTHE MARKET ORDINANCE\n\nfeited to the borough after three days."
)

TRIAL = (
    "We enrolled 1,204 adults (mean age 61.3 years; 48% women). Mortality was lower in the treated group than in the "
    "control group (hazard ratio 0.82; 95% CI 0.70–0.96; p = .013).[14] The drug did not, in any of the four centres, "
    "reduce the rate of stroke. Doses ≥ 40 mg were tolerated; doses > 80 mg were toxic. Systolic pressure fell by "
    "–6.2 mmHg. Of the 311 events, at least 40 were judged unrelated. Dr. Lena Marsh analysed the blood samples, and "
    "Dr. P. R. Oduya the scans. There is no evidence that early treatment prevents relapse in older patients. "
    "Adverse reactions were uncommon.15 They resolved within 48 hours. The assay is insensitive to iron. "
    "We used the Type2 kit throughout, and the Type2 kit was blinded."
)

REPORT = (
    "The governor, Ilse Brandt, said on Friday that the dam was safe and that repairs would start in May. Her "
    "predecessor, Otto Krall, called the plan a fraud and demanded an inquiry. “We have never hidden the cracks,” "
    "Brandt said. “Nobody was ever in danger.” The opposition disagreed. Spending on the dam rose from €1.2 billion "
    "to €1.9 billion in 2014.7 The regulator wrote that the valves were “adequate but ageing.” Two of the nine gates "
    "could be opened; the other seven could not. AT&amp;L, the contractor, didn&#8217;t reply to questions. The "
    "_second_ survey, unlike the first, was published in full."
)

SOURCES = {"ordinance": ORDINANCE, "trial": TRIAL, "report": REPORT}

HELD_OUT = [
    ("ordinance", "Stallholder may sell fish before sunrise.", "refuse"),
    ("ordinance", "A licence is void … the clerk has sealed it in the presence of two witnesses", "refuse"),
    ("ordinance", "Fees under this part must not exceed 35 percent of the day's takings", "refuse"),
    (
        "ordinance",
        "Fees under this part must not exceed 3.5 percent of the day's takings, or £40, whichever is more",
        "refuse",
    ),
    ("ordinance", "The council may seize goods without notice.", "refuse"),
    ("ordinance", "The inspector has … been willing to certify the lower hall", "refuse"),
    ("ordinance", "A licence is valid unless the clerk has sealed it in the presence of two witnesses", "refuse"),
    ("trial", "Mortality was higher in the treated group than in the control group", "refuse"),
    ("trial", "The drug did … reduce the rate of stroke", "refuse"),
    ("trial", "The drug [did] reduce the rate of stroke", "refuse"),
    ("trial", "Doses > 40 mg were tolerated", "refuse"),
    ("trial", "hazard ratio 0.82; 95% CI 0.70–0.96; p = 013", "refuse"),
    ("trial", "Systolic pressure fell by 6.2 mmHg", "refuse"),
    ("trial", "Of the 311 events, at most 40 were judged unrelated", "refuse"),
    ("trial", "Dr. P. K. Oduya the scans", "refuse"),
    ("trial", "Early treatment prevents relapse in older patients.", "refuse"),
    ("trial", "The assay is sensitive to iron", "refuse"),
    ("trial", "We used the Type kit throughout", "refuse"),
    ("report", "The governor, Ilse Brandt, said on Friday that the dam was … a fraud", "refuse"),
    ("report", "Spending on the dam fell from €1.2 billion to €1.9 billion", "refuse"),
    ("report", "Two of the nine gates could be opened and were safe", "refuse"),
    ("ordinance", "Appeals lie to the borough court within 21 days.", "pass"),
    ("ordinance", "A person who obstructs the warden commits an offence.", "pass"),
    ("ordinance", "Goods left overnight are forfeited to the borough after three days", "pass"),
    ("ordinance", "The warden shall … open the gates at 6 a.m. and shall close them at dusk", "refuse"),
    ("ordinance", "seize goods without notice", "pass"),
    ("ordinance", "No stallholder may sell fish … . A licence is void unless the clerk has sealed it", "pass"),
    ("trial", "We enrolled 1204 adults (mean age 61.3 years; 48% women)", "pass"),
    ("trial", "hazard ratio 0.82; 95% CI 0.70-0.96; p = .013). The drug did not", "pass"),
    ("trial", "Doses >= 40 mg were tolerated", "pass"),
    ("trial", "Systolic pressure fell by −6.2 mmHg", "pass"),
    ("trial", "Adverse reactions were uncommon. They resolved within 48 hours.", "pass"),
    ("trial", "[Marsh] analysed the blood samples, and Dr. P. R. Oduya the scans", "pass"),
    ("trial", "There is no evidence that early treatment prevents relapse", "pass"),
    ("report", "Spending on the dam rose from €1.2 billion to €1.9 billion in 2014. The regulator wrote", "pass"),
    ("report", "the valves were ‘adequate but ageing.’ Two of the nine gates could be opened", "pass"),
    ("report", "AT&L, the contractor, didn’t reply to questions", "pass"),
    ("report", "The second survey, unlike the first, was published in full.", "pass"),
    ("report", "“We have never hidden the cracks … . Nobody was ever in danger.”", "pass"),
    ("report", "Her predecessor … demanded an inquiry", "pass"),
]
"""A source's name, a quotation of it, and whether it is to be refused or to pass."""
