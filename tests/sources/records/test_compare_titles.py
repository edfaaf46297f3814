"""A title may be written in many ways; a word that tells something makes another work."""

import pytest
from record_factory import record, reference, stands

from holdwater.sources.records.comparing import compare
from holdwater.sources.records.model import Agreement

LAYERS = "Stone bridges of the northern valleys: load, flood and repair"

SAME_WORK = [
    ("the case of letters", "STONE BRIDGES OF THE NORTHERN VALLEYS: LOAD, FLOOD AND REPAIR", LAYERS),
    ("a dash for the colon", "Stone bridges of the northern valleys – load, flood and repair", LAYERS),
    ("an ampersand", "Stone bridges of the northern valleys: load, flood & repair", LAYERS),
    ("no subtitle", "Stone bridges of the northern valleys", LAYERS),
    ("the subtitle on this side only", LAYERS, "Stone bridges of the northern valleys"),
    ("a short main title", "Floodwork: how a valley rebuilt its bridges", "Floodwork"),
    ("an article lost", "The stone bridges of northern valleys: load, flood, and repair", LAYERS),
    ("entities", "Bridges &amp; floods in the valley &#8211; a survey", "Bridges and floods in the valley: a survey"),
    ("entities twice over", "Bridges &amp;amp; floods", "Bridges & floods"),
    ("HTML", "Growth of Bacillus pontis in mortar", "Growth of <i>Bacillus pontis</i> in mortar"),
    ("HTML that eats the blanks", "Growth of Bacillus pontis in mortar", "Growth of<i>Bacillus pontis</i>in mortar"),
    ("a subscript", "Uptake of CO2 by lime mortar", "Uptake of CO<sub>2</sub> by lime mortar"),
    ("a subscript character", "Uptake of CO₂ by lime mortar", "Uptake of CO<sub>2</sub> by lime mortar"),
    ("JATS tags", "Growth in mortar", "<jats:title>Growth in <jats:italic>mortar</jats:italic></jats:title>"),
    (
        "MathML",
        "Decay of B0 → K+ in the northern detector hall",
        'Decay of <mml:math xmlns:mml="x"><mml:msup><mml:mi>B</mml:mi><mml:mn>0</mml:mn></mml:msup><mml:mo>→</mml:mo>'
        "<mml:msup><mml:mi>K</mml:mi><mml:mo>+</mml:mo></mml:msup></mml:math> in the northern detector hall",
    ),
    ("a formula in TeX", "Bounds for $p$-adic arches of weight $\\alpha$", "Bounds for p-adic arches of weight α"),
    ("Greek letters by name", "TNF-alpha in masons", "TNF-α in masons"),
    ("accents in LaTeX", "Les b\\^{a}tisseurs de la vall{\\'e}e", "Les bâtisseurs de la vallée"),
    ("diacritics lost", "Uber die Brucken im Norden", "Über die Brücken im Norden"),
    (
        "British spelling",
        "The behaviour of coloured mortars under labour",
        "The behavior of colored mortars under labor",
    ),
    ("-ise and -ize", "Organising and modelling the repair", "Organizing and modeling the repair"),
    ("a hyphen", "On-line load tests of data bases", "Online load tests of databases"),
    ("numerals", "The Second Bridge War, Part II", "The second bridge war, part 2"),
    ("a century in words", "Bridges in the Twenty-First Century", "Bridges in the 21st century"),
    ("a lone numeral", "Bridges in World War One", "Bridges in World War I"),
    ("a trade mark", "Testing Archmaster™ mortar", "Testing Archmaster mortar"),
    ("its language", "On the bridges of the north [in Russian]", "On the bridges of the north"),
    ("the number of an abstract", "Abstract P12-3: Stone bridges in winter", "Stone bridges in winter"),
    ("the number of a standard", "ISO 9999:2015 Stone bridges – Requirements", "Stone bridges — Requirements"),
    ("a law review's label", "Note, Stone bridges in winter", "Stone bridges in winter"),
    ("turned round for sorting", "Bridges, stone", "Stone bridges"),
    ("the site's name", "Bridge falls in Marden | The Gazette", "Bridge falls in Marden"),
    ("RETRACTED behind", "Stone bridges and the flood - RETRACTED", "Stone bridges and the flood"),
    ("umlauts spelt out", "Ueber die Bruecken", "Über die Brücken"),
    ("a volume", "Stone bridges, Volume I", "Stone bridges. Vol. 1"),
    ("years cut short", "Bridges in winter, 1900-14", "Bridges in winter, 1900–1914"),
    ("a war's letters", "Bridges after WWII", "Bridges after World War II"),
    ("a country's letters", "The U.S. bridges in winter", "The United States bridges in winter"),
    ("signs", "100% stone at 20°", "100 percent stone at 20 degrees"),
    ("a note's mark", "Stone bridges in winter1", "Stone bridges in winter"),
    ("what sort of paper it is", "Editorial: Stone bridges in winter", "Stone bridges in winter"),
    ("RETRACTED", "Stone bridges and the flood", "RETRACTED: Stone bridges and the flood"),
    ("retracted article", "Stone bridges and the flood", "RETRACTED ARTICLE: Stone bridges and the flood"),
    ("the edition", "Handbook of Arches, 2nd ed.", "Handbook of Arches"),
    ("the edition in brackets", "Handbook of Arches (Third Edition)", "Handbook of Arches"),
    ("a translation in brackets", "Über die Brücken [On the bridges]", "Über die Brücken"),
    ("PubMed's brackets", "On the bridges of the north", "[On the bridges of the north]."),
    (
        "the gloss of an acronym",
        "A survey of Arch Load Tests (ALT) in the north",
        "A survey of arch load tests in the north",
    ),
    ("cut short", "Stone bridges of the northern valleys: load …", LAYERS),
    ("the number of its chapter", "Chapter 4: Load and flood in the valley", "Load and flood in the valley"),
    (
        "a letter off",
        "Stone bridges of the nothern valleys and their repair",
        "Stone bridges of the northern valleys and their repair",
    ),
    ("a point at the end", "Stone bridges.", "Stone bridges"),
]

OTHER_WORK = [
    ("one word exchanged", "Wooden bridges of the northern valleys: load, flood and repair", LAYERS),
    ("a denial", "Stone bridges do not carry the load", "Stone bridges do carry the load"),
    ("up and down", "Load increases in old stone bridges", "Load decreases in old stone bridges"),
    ("another number", "The flood of 1914 and its bridges", "The flood of 1915 and its bridges"),
    ("another part", "Studies of mortar. Part II", "Studies of mortar. Part III"),
    ("another subtitle", "Stone bridges of the northern valleys: masons and money", LAYERS),
    ("micro and macro", "A microstudy of arches", "A macrostudy of arches"),
    ("a reply behind", "Stone bridges and the flood: Reply to Doe", "Stone bridges and the flood"),
    ("an erratum behind", "Stone bridges and the flood [Erratum]", "Stone bridges and the flood"),
    ("a reply", "Reply to: Stone bridges and the flood", "Stone bridges and the flood"),
    ("a comment", "Stone bridges and the flood", 'Comment on "Stone bridges and the flood"'),
    ("an erratum", "Stone bridges and the flood", "Erratum to: Stone bridges and the flood"),
    ("a notice of retraction", "Stone bridges and the flood", "Retraction notice to “Stone bridges and the flood”"),
    ("words turned round", "Does flood cause debt in the valley", "Does debt cause flood in the valley"),
    ("a longer title", "Bridges", "Bridges and their keepers in the long winter"),
    ("another title", "On the price of bread", LAYERS),
    ("a telling word left out", "Stone bridges of valleys: load, flood and repair", LAYERS),
]


@pytest.mark.parametrize(("written", "recorded"), [row[1:] for row in SAME_WORK], ids=[row[0] for row in SAME_WORK])
def test_another_way_to_write_a_title_is_no_difference(written: str, recorded: str) -> None:
    assert stands("title", reference(title=written), record(title=recorded)) in (Agreement.SAME, Agreement.VARIANT)


@pytest.mark.parametrize(("written", "recorded"), [row[1:] for row in OTHER_WORK], ids=[row[0] for row in OTHER_WORK])
def test_another_works_title_is_a_difference(written: str, recorded: str) -> None:
    assert stands("title", reference(title=written), record(title=recorded)) is Agreement.DIFFERENT


@pytest.mark.parametrize(("written", "recorded"), [row[1:] for row in OTHER_WORK], ids=[row[0] for row in OTHER_WORK])
def test_another_works_title_is_a_difference_from_either_side(written: str, recorded: str) -> None:
    assert stands("title", reference(title=recorded), record(title=written)) is Agreement.DIFFERENT


def test_the_difference_of_a_title_is_said_in_its_words() -> None:
    comparison = compare(reference(title="Wooden bridges of the north"), record(title="Stone bridges of the north"))

    (title,) = (one for one in comparison.fields if one.field == "title")
    assert title.why == "“wooden” here, “stone” there"


def test_a_review_of_a_book_is_not_the_book() -> None:
    ours, theirs = reference(title="Stone bridges", page="1-9"), record(title="Review of Stone bridges")

    assert stands("title", ours, theirs) is Agreement.DIFFERENT


def test_a_review_may_be_called_by_its_book_where_it_stands_on_the_same_pages() -> None:
    ours = reference(title="[Review of the book Stone bridges, by R. Roe]")

    assert stands("title", ours, record(title="Stone bridges")) in (Agreement.SAME, Agreement.VARIANT)


def test_the_original_title_of_a_record_is_as_good_as_its_title() -> None:
    theirs = record(title="On bridges", **{"original-title": "Über Brücken im Norden"})

    assert stands("title", reference(title="Über Brücken im Norden"), theirs) is Agreement.SAME


def test_a_title_in_another_language_is_a_translation_where_all_else_agrees() -> None:
    ours = reference(title="Les ponts de pierre dans les vallées du nord")

    assert stands("title", ours, record()) is Agreement.VARIANT
    assert stands("title", {**ours, "DOI": "", "page": "7-9"}, record()) is Agreement.DIFFERENT


def test_a_title_in_another_script_is_not_compared() -> None:
    assert stands("title", reference(title="北谷石桥", DOI=None, page=None), record()) is Agreement.LACKING


def test_a_title_that_one_side_lacks_is_no_difference() -> None:
    assert stands("title", reference(title=None)) is Agreement.LACKING
