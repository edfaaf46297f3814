"""The tags and types of RIS as CSL-JSON's variables and types.

Sources: the RIS format's specification of Research Information Systems (2001; with the types and tags that Thomson
Reuters added in 2011, "RIS Format Specifications"), and CSL 1.0.2, Appendices III and IV. Where the two versions of the
specification differ (`T2`, `A2`), what most programs write is read.
"""

from __future__ import annotations

TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "collection",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "figure",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRANT": "report",
    "HEAR": "hearing",
    "ICOMM": "post",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "regulation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "webpage",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}
"""CSL types by RIS type; others become "document"."""

FIRST_CHOICE = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry": "DICT",
    "figure": "FIGURE",
    "interview": "PCOMM",
    "manuscript": "MANSCPT",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "performance": "ADVS",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
"""The RIS type of a CSL type that has several, or none of its own."""

TAGS = {
    "ID": "id",
    "TI": "title",
    "T1": "title",
    "T2": "container-title",
    "JF": "container-title",
    "JO": "container-title",
    "T3": "collection-title",
    "ST": "title-short",
    "J2": "container-title-short",
    "JA": "container-title-short",
    "J1": "container-title-short",
    "VL": "volume",
    "IS": "issue",
    "M1": "number",
    "ET": "edition",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
    "DO": "DOI",
    "UR": "URL",
    "M3": "genre",
    "NV": "number-of-volumes",
    "SE": "section",
    "CN": "call-number",
    "DB": "archive",
    "AN": "archive_location",
    "DP": "source",
    "RN": "annote",
    "KW": "keyword",
    "N1": "note",
}
"""Text variables by tag; of two tags for one variable the first counts."""

JOINED = {"KW": ", ", "N1": " "}
"""Tags that may stand several times, and what their values are joined by."""

PEOPLE = {
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "A3": "collection-editor",
    "A4": "translator",
    "TA": "translator",
}
DATES = {"DA": "issued", "PY": "issued", "Y1": "issued", "Y2": "accessed"}

IN_SERIES = frozenset("BOOK CHAP CONF CPAPER DICT EBOOK ECHAP EDBOOK ENCYC SER".split())
"""Types whose `M1` is the number in the series, as that of a book (2011)."""
SERIES_IN_T2 = frozenset("BOOK EBOOK EDBOOK MAP RPRT SER".split())
"""Types that stand in nothing larger than a series: their `T2` is its title where there is no `T3`."""
PAGES_IN_SP = frozenset("BOOK EBOOK EDBOOK SER THES".split())
"""Types whose `SP` is the number of pages (2011), unless `EP` makes a range of it."""
SERIALS = frozenset("ABST EJOUR INPR JFULL JOUR MGZN NEWS".split())
"""Types whose `SN` is an ISSN where its form does not tell."""
