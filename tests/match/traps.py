"""Quotations beside the words of their source, and whether they are faithful to it. All texts are invented."""

from __future__ import annotations

CHARTER = (
    "The harbour board met on 4 March 1911. It had not received the engineer's report, and it could not vote. "
    "Every member may speak once, but no member shall speak for more than ten minutes. The wall cost $10.0 million; "
    "the lamps cost 1,250 pounds and the crane 5 percent less. Captain Aldous Wray and two clerks kept the minutes. "
    "The board does not own the quay unless the town has sold it. Some ships pay dues or carry ballast. "
    "Most of the fishermen agreed to the plan. The tolls must be paid before a ship leaves the harbour. "
    "She said that the naïve coöperation of the fi\ufb02eet — its “finest hour” — was over. "
    "The temperature fell to -5 degrees, and x < 7 held all night. The under-\nwriters of London refused. "
    "In 1911 the town had 4,012 people.12 The mayor [a brewer] resigned. They lost everything."
)

FAITHFUL = [
    "The harbour board met on 4 March 1911.",
    "the harbour board met",
    "THE HARBOUR BOARD MET ON 4 MARCH 1911",
    "It had not received the engineer’s report, and it could not vote",
    "It had not received the\nengineer's   report",
    "it had not received the engi-\nneer's report",
    "It had not re\u00adceived the engineer's report",
    "[I]t had not received the engineer's report",
    "[The board] had not received the engineer's report",
    "It had not receiv[ed] the engineer's report",
    "It had not … vote",
    "It had not received . . . and it could not vote",
    "It had not received ... and it could not vote",
    "It had not received [...] and it could not vote",
    "It had not received […] and it could not vote",
    "It had not received (…) and it could not vote",
    "It had not received <...> and it could not vote",
    "It had not received * * * and it could not vote",
    "Every member may speak once [sic], but no member shall speak",
    "Every member may speak once, but no member shall speak (emphasis added)",
    "Every member may speak once, but no member shall speak [our emphasis]",
    "Every member may speak once, but no member shall speak (machine translated)",
    "The wall cost $10.0 million; the lamps cost 1,250 pounds",
    "the lamps cost 1250 pounds and the crane 5 percent less",
    "Captain Aldous Wray and two clerks kept the minutes",
    "[Wray] and two clerks kept the minutes",
    "The board does not own the quay",
    "naïve coöperation of the fifleet",
    "nai\u0308ve coo\u0308peration of the fi\ufb02eet",
    'its "finest hour" was over',
    "its ‘finest hour’ – was over",
    "The temperature fell to −5 degrees, and x < 7 held all night",
    "The underwriters of London refused",
    "The under-writers of London refused",
    "In 1911 the town had 4,012 people. The mayor [a brewer] resigned",
    "The mayor a brewer resigned",
    "The mayor . . . resigned. They lost everything.",
    "The tolls must be paid before a ship leave[s] the harbour",
    "Some ships pay dues [and] carry ballast",
]
"""Verbatim, or changed only in ways that the quotation owns up to."""

FAULTY = [
    ("It had received the engineer's report, and it could not vote", "negation"),
    ("It had not received the engineer's report, and it could vote", "negation"),
    ("Every member may not speak once, but no member shall speak", "negation"),
    ("The board doesn't own the quay", "word"),
    ("The harbour board met on 5 March 1911", "number"),
    ("The harbour board met on 4 March 1991", "number"),
    ("The wall cost $100 million; the lamps cost 1,250 pounds", "number"),
    ("The wall cost €10.0 million; the lamps cost 1,250 pounds", "number"),
    ("the lamps cost 1.250 pounds and the crane 5 percent less", "number"),
    ("the lamps cost 12,50 pounds and the crane 5 percent less", "number"),
    ("no member shall speak for more than twenty minutes", "number"),
    ("no member shall speak for less than ten minutes", "quantifier"),
    ("Some members may speak once, but no member shall speak", "quantifier"),
    ("All of the fishermen agreed to the plan", "quantifier"),
    ("the fishermen all agreed to the plan", "quantifier"),
    ("Captain Aldous Finch and two clerks kept the minutes", "name"),
    ("Some ships pay dues and carry ballast", "conjunction"),
    ("Some ships pay dues but carry ballast", "conjunction"),
    ("The tolls may be paid before a ship leaves the harbour", "modal"),
    ("The tolls should be paid before a ship leaves the harbour", "modal"),
    ("Every member must speak once, but no member shall speak", "modal"),
    ("It had not recieved the engineer's report, and it could not vote", "spelling"),
    ("The underwritters of London refused", "spelling"),
    ("The tolls must be paid before ships leave the harbour", "word"),
    ("Most of the fishermen agree to the plan", "word"),
    ("Most of the fishermen objected to the plan", "opposite"),
    ("The tolls must paid be before a ship leaves the harbour", "order"),
    ("Captain Aldous Wray and clerks two kept the minutes", "order"),
    ("The tolls must be paid before a leaves the harbour", "omission"),
    ("Captain Aldous Wray and two clerks kept minutes", "omission"),
    ("Captain Aldous Wray and two clerks kept the secret minutes", "addition"),
    ("Most of the stubborn fishermen agreed to the plan", "addition"),
    ("The temperature fell to 5 degrees, and x < 7 held all night", "number"),
    ("The temperature fell to -5 degrees, and x > 7 held all night", "number"),
    ("The temperature fell to -5 degrees, and x ≤ 7 held all night", "number"),
    ("In 1911 the town had 4,013 people", "number"),
    ("In 1911 the town had 4.012 people", "number"),
    ("the crane 5 less. Captain Aldous Wray and two clerks kept the minutes", "number"),
    ("The board . . . owns the quay unless the town has sold it", "word"),
]
"""Not faithful, with one of the changes to be named."""
