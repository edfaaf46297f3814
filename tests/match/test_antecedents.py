"""Whether a bracket names the person whom its source means."""

from __future__ import annotations

import pytest

from holdwater.match import locate
from holdwater.match.guards.antecedents import misnamed
from holdwater.match.guards.genders import gender_in, gender_of
from holdwater.match.model import Change, Fit
from holdwater.match.words import Words

NEWS = (
    "Mrs. Ellen Brandt spoke first and blamed the pilots. Her deputy, Hugo Marsh of Leith, was less sure. He thought "
    "that the fog alone would have sunk her, and that no pilot could have done better. Brandt did not answer him. "
    "Colonel Aske came to dinner on Friday. He was in high spirits, and told us that he had sold the mare for ninety "
    "guineas. Captain Drummond came the next day."
)
LIFE = (
    "Anton Weir was born at Leith in 1831. His teacher, Carl Oster, was a severe man. He learned the organ at nine and "
    "the viola at eleven. In 1850 he met Clara Munk. She had money. He married her within the month and never "
    "mentioned Leith again. Miss Austen called in May. She was not amused by the parson, and told him so. Tom Lefroy "
    "walked home with her, and Jane never forgot it."
)
OFFICES = (
    "The Foreign Secretary assured me last night that the fleet would not sail before the treaty was signed. The "
    "Secretary for War, who was in the room, said nothing. The Lord Chancellor left early. The landlord must repair "
    "the roof within a month of notice. He must also keep the drains clear at all times. The tenant must paint the "
    "shutters once in three years."
)

NAMES = (
    "Ostland declared war on the second of May. It was said that Ostland had long been ready, and Mr. Crewe asked why "
    "Westmark had not. Mr. Crewe refused to sign the paper at once, and Mrs. Crewe wept. The mill was quiet."
)


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (NAMES, "[Westmark] declared war on the second of May"),
        (NAMES, "[Mrs. Crewe] refused to sign the paper at once"),
        (NEWS, "[Brandt] thought that the fog alone would have sunk her"),
        (NEWS, "[Mrs. Brandt] thought that the fog alone would have sunk her"),
        (NEWS, "He [Brandt] thought that the fog alone would have sunk her"),
        (NEWS, "[Drummond] was in high spirits, and told us that he had sold the mare"),
        (NEWS, "told us that [Drummond] had sold the mare for ninety guineas"),
        (NEWS, "Brandt did not answer [Mrs. Brandt]. Colonel Aske came to dinner on Friday."),
        (LIFE, "[Munk] married her within the month and never mentioned Leith again"),
        (OFFICES, "[The Secretary for War] assured me last night that the fleet would not sail"),
        (OFFICES, "[The Lord Chancellor] assured me last night that the fleet would not sail"),
        (OFFICES, "[The tenant] must also keep the drains clear at all times"),
    ],
)
def test_a_bracket_that_names_another_person_is_called(source: str, quotation: str) -> None:
    found = locate(quotation, source)
    assert found.fit is Fit.ALTERED
    assert Change.NAME in found.changes()


@pytest.mark.parametrize(
    ("source", "quotation"),
    [
        (NAMES, "[The Ostlanders] declared war on the second of May"),
        (NAMES, "[Arthur Crewe] refused to sign the paper at once"),
        (NEWS, "[Marsh] thought that the fog alone would have sunk her"),
        (NEWS, "[Her deputy] thought that the fog alone would have sunk her"),
        (NEWS, "He [Hugo Marsh] thought that the fog alone would have sunk her"),
        (NEWS, "Brandt did not answer [Marsh]. Colonel Aske came to dinner on Friday."),
        (NEWS, "[The Colonel] was in high spirits, and told us that he had sold the mare"),
        (NEWS, "told us that [Aske] had sold the mare for ninety guineas"),
        (LIFE, "[Weir] learned the organ at nine and the viola at eleven"),
        (LIFE, "[Weir] married her within the month and never mentioned Leith again"),
        (LIFE, "[Clara] had money. He married her within the month"),
        (LIFE, "[Jane] was not amused by the parson, and told him so"),
        (OFFICES, "[The Foreign Secretary] assured me last night that the fleet would not sail"),
        (OFFICES, "[Lord Grey] assured me last night that the fleet would not sail"),
        (OFFICES, "[The Minister] assured me last night that the fleet would not sail"),
        (OFFICES, "[The landlord] must also keep the drains clear at all times"),
        (OFFICES, "[The owner] must repair the roof within a month of notice"),
    ],
)
def test_a_bracket_that_names_the_person_meant_or_may_do_so_passes(source: str, quotation: str) -> None:
    assert locate(quotation, source).fit is Fit.EDITED


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Samuel Pell printed it. Anna Rowe sold it. He was arrested twice.", True),
        ("Samuel Pell hired Tom Rowe. He was arrested twice.", False),
        ("Samuel Pell printed it.\n\nHe was arrested twice. Tom Rowe paid.", False),
        ("Samuel Pell, known as Rowe, was a printer. Pell was poor. He was arrested twice.", False),
        ("The clerk ran off. Samuel Pell stayed. He was arrested twice. Tom Rowe, the clerk, was not seen.", False),
        ("Samuel Pell stayed. He was arrested twice. Tom Rowe was not seen.", True),
        ("Tom Rowe nursed him. Samuel Pell told him so. He was arrested twice.", False),
    ],
)
def test_a_pronoun_means_the_last_subject_where_that_is_plain(source: str, expected: bool) -> None:
    words = Words.of(source)
    at = words.find("was arrested")
    assert misnamed("Rowe", words, at, at, opens=True) is expected


def test_a_surname_is_a_he_or_a_she_by_what_the_source_calls_it_unless_a_family_bears_it() -> None:
    assert gender_of(["dr", "hannah", "voss"]) == "she"
    assert gender_of(["robin", "voss"]) == ""
    assert gender_in("Voss left. Dr. Hannah Voss had come late.", "Voss", 0) == "she"
    assert gender_in("Hannah Voss came late. Karl Voss did not.", "Voss", 0) == ""
    assert gender_in("Hannah Voss wrote to her brother. Voss kept it.", "Voss", 0) == ""
