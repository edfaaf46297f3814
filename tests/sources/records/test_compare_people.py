"""Names are written in many ways; another initial, another name, or somebody left out is a difference."""

import pytest
from record_factory import passes, people, record, reference, stands

from holdwater.sources.records.model import Agreement

SAME_PERSON = [
    ("initials", "Doe, J. A.", "Doe, Jane Alice"),
    ("initials without stops", "Doe, JA", "Doe, Jane Alice"),
    ("one initial of two", "Doe, J.", "Doe, Jane A."),
    ("one given name of two", "Doe, Alice", "Doe, J. Alice"),
    ("no given name", "Doe", "Doe, Jane"),
    ("a nickname", "Doe, Bill", "Doe, William H."),
    ("the start of a name", "Doe, Dan", "Doe, Daniel"),
    ("a nickname's initial", "Doe, R.", "Doe, Bob"),
    ("three initials", "Doe, JIM", "Doe, Jane Ida Mary"),
    ("a title", "Doe, Sir John", "Doe, J."),
    ("hyphenated given names", "Doe, J.-P.", "Doe, Jean-Pierre"),
    ("given names in one word", "Li, X. M.", "Li, Xiaoming"),
    ("given names with a hyphen", "Li, Xiao-Ming", "Li, Xiaoming"),
    ("family and given name turned round", "Xiaoming, Wang", "Wang, Xiaoming"),
    ("diacritics lost", "Garcia, José", "García, Jose"),
    ("umlauts spelt out", "Mueller, K.", "Müller, Karl"),
    ("umlauts dropped", "Muller, K.", "Müller, Karl"),
    ("both ways without umlauts", "Schroedinger, E.", "Schrodinger, E."),
    ("the Danish o", "Joergensen, S.", "Jørgensen, Sven"),
    ("the sharp s", "Weiss, P.", "Weiß, Peter"),
    ("the Polish l", "Lukasiewicz, J.", "Łukasiewicz, Jan"),
    ("a particle before the name", "van der Berg, A.", "Berg, A. van der"),
    ("a particle left out", "Berg, A.", "van der Berg, Anna"),
    ("a particle run together", "LaPorta, R.", "La Porta, Rafael"),
    ("the Arabic article", "Hassan, M.", "Al-Hassan, Mona"),
    ("an apostrophe", "OBrien, C.", "O’Brien, Conor"),
    ("two surnames, one given", "García, G.", "García Márquez, Gabriel"),
    ("two surnames, the second given", "Smith-Jones, A.", "Smith Jones, Anne"),
    ("a surname counted to the given names", "Márquez, Gabriel García", "García Márquez, Gabriel"),
    ("a suffix taken for the name", "Castanheira Filho, O.", "Filho, Oscar Castanheira"),
    ("a name in two languages", "Savchenko, Gregory", "Savchenko, Hryhorii"),
    ("given names in another order", "Tran, Quoc Bao", "Tran, Bao Quoc"),
    ("particles cut short", "Leyen, U. v. d.", "von der Leyen, Ursula"),
    ("the Dutch it", "'t Hooft, G.", "Hooft, Gerard 't"),
    ("a particle of two words", "op den Camp, H.", "Camp, Huub op den"),
    ("an article run together", "El-Sayed, M.", "Elsayed, Mostafa"),
    ("a servant of", "Abdel Rahman, A.", "Abd al-Rahman, Ahmad"),
    ("a long name in one piece", "=Anna Maria van der Berg", "van der Berg, A. M."),
    ("Pinyin and Wade-Giles", "Deng, Xiaoping", "Teng, Hsiao-p'ing"),
    ("Hepburn and Kunrei", "Tsuchiya, T.", "Tutiya, Takashi"),
    ("a tie between letters", "Lotman, I͡U. M.", "Lotman, Yuri M."),
    ("the French way", "Joukowski, N.", "Zhukovsky, Nikolai"),
    ("a saint", "St. Clair, J.", "Saint Clair, James"),
    ("an elided particle", "d'Alembert, J.", "Alembert, Jean d'"),
    ("a Japanese long vowel", "Ohno, S.", "Ōno, Susumu"),
    ("scholars' romanisation", "Khrushchev, N.", "Chruščëv, Nikita"),
    ("a suffix", "Doe, John, Jr.", "Doe, John"),
    ("capitals", "DOE, JANE", "Doe, Jane"),
    ("Cyrillic", "Petrov, Ivan", "Петров, Иван"),
    ("two romanisations", "Kolmogoroff, A.", "Kolmogorov, Andrei"),
    ("two romanisations of -sky", "Vygotskii, L.", "Vygotsky, Lev"),
    ("the Library of Congress's initial", "Lotman, Yuri", "Lotman, Iu."),
]

OTHER_PERSON = [
    ("another initial", "Doe, K.", "Doe, Jane"),
    ("another second initial", "Doe, J. B.", "Doe, J. A."),
    ("another given name", "Doe, James", "Doe, John"),
    ("another family name", "Poe, J.", "Doe, J."),
    ("a letter more", "Johanson, J.", "Johansson, J."),
    ("the second initial taken for the first", "Doe, A.", "Doe, J. A."),
    ("Sato and Saito", "Sato, K.", "Saito, K."),
    ("two Slavic names", "Smirnov, A.", "Semenov, A."),
    ("two Chinese names", "Li, H.", "Liu, H."),
    ("Wine and Vine", "Wine, A.", "Vine, A."),
    ("Bauer and Baur", "Baur, F.", "Bauer, F."),
]

SAME_BODY = [
    ("an acronym", "=WHO", "=World Health Organization"),
    ("the article", "=The Bridge Trust", "=Bridge Trust"),
    ("an acronym over a hyphen", "=OECD", "=Organisation for Economic Co-operation and Development"),
    ("a body in another language", "=Statistisches Bundesamt (Destatis)", "=Statistisches Bundesamt"),
    (
        "a body in a body, the other way",
        "=Department of Fisheries, Ministry of Works",
        "=Marden. Department of Fisheries",
    ),
    ("a country", "=U.S. Department of Bridges", "=United States Department of Bridges"),
    ("a body taken for a family name", "World Health Organization", "=World Health Organization"),
    ("a body in a body", "=Ministry of Works, Bridges Division", "=Ministry of Works"),
]


@pytest.mark.parametrize(("ours", "theirs"), [row[1:] for row in SAME_PERSON], ids=[row[0] for row in SAME_PERSON])
def test_another_way_to_write_a_name_is_no_difference(ours: str, theirs: str) -> None:
    written, recorded = people(ours), people(theirs)

    assert stands("author", reference(author=written), record(author=recorded)) in (Agreement.SAME, Agreement.VARIANT)
    assert stands("author", reference(author=recorded), record(author=written)) in (Agreement.SAME, Agreement.VARIANT)


@pytest.mark.parametrize(("ours", "theirs"), [row[1:] for row in OTHER_PERSON], ids=[row[0] for row in OTHER_PERSON])
def test_another_person_is_a_difference(ours: str, theirs: str) -> None:
    written, recorded = people(ours), people(theirs)

    assert stands("author", reference(author=written), record(author=recorded)) is Agreement.DIFFERENT
    assert stands("author", reference(author=recorded), record(author=written)) is Agreement.DIFFERENT


@pytest.mark.parametrize(("ours", "theirs"), [row[1:] for row in SAME_BODY], ids=[row[0] for row in SAME_BODY])
def test_a_body_has_a_short_name_and_a_long_one(ours: str, theirs: str) -> None:
    assert stands("author", reference(author=people(ours)), record(author=people(theirs))) in (
        Agreement.SAME,
        Agreement.VARIANT,
    )


def test_two_bodies_are_two() -> None:
    ours, theirs = people("=World Trade Organization"), people("=World Health Organization")

    assert stands("author", reference(author=ours), record(author=theirs)) is Agreement.DIFFERENT


def test_particles_may_stand_in_fields_of_their_own() -> None:
    theirs = [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}]

    assert stands("author", reference(author=people("van der Berg, A.")), record(author=theirs)) is Agreement.VARIANT


THREE = ("Doe, J.", "Roe, R.", "Poe, P.")
SEVEN = (*THREE, "Loe, L.", "Moe, M.", "Noe, N.", "Zoe, Z.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Doe, J.",), THREE),
        (("Doe, J.", "Roe, R.", "et al."), THREE),
        (("Doe, J.", "others"), THREE[:2]),
        (THREE[:1], THREE[:2]),
        (("Doe, J.", "=et al."), THREE[:2]),
        (THREE, SEVEN),
        (SEVEN[:6], SEVEN),
        ((*SEVEN[:5], "Foe, F."), (*SEVEN, "Foe, F.")),
    ],
    ids=[
        "to one",
        "marked",
        "BibTeX's others",
        "one of two",
        "marked literally",
        "to three of seven",
        "to six of seven",
        "six and the last",
    ],
)
def test_a_list_may_be_cut_as_styles_cut_it(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    assert stands("author", reference(author=people(*ours)), record(author=people(*theirs))) is Agreement.VARIANT


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ((THREE[0], THREE[2]), THREE),
        (THREE[1:], THREE),
        ((*THREE, "Foe, F."), THREE),
        ((THREE[0], "Foe, F.", THREE[2]), THREE),
        ((THREE[1], THREE[0], THREE[2]), THREE),
        ((THREE[0], THREE[2], THREE[1]), THREE),
    ],
    ids=[
        "the middle one",
        "the first",
        "one too many",
        "one exchanged",
        "the first moved",
        "another one moved",
    ],
)
def test_somebody_left_out_added_or_moved_to_the_front_is_a_difference(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    assert stands("author", reference(author=people(*ours)), record(author=people(*theirs))) is Agreement.DIFFERENT


def test_a_list_that_the_service_has_cut_is_no_difference() -> None:
    many = [f"Author{letter}, {letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]

    assert stands("author", reference(author=people(*many)), record(author=people(*many[:10]))) is Agreement.VARIANT
    assert stands("author", reference(author=people(*many)), record(author=people(*many[:9]))) is Agreement.DIFFERENT


def test_a_group_may_stand_for_its_people() -> None:
    ours, theirs = people("=Northern Bridges Collaboration"), people(*THREE)

    assert stands("author", reference(author=ours), record(author=theirs)) is Agreement.VARIANT


def test_a_group_that_signs_beside_its_people_may_be_left_out() -> None:
    theirs = people(*THREE, "=Northern Bridges Study Group")

    assert stands("author", reference(author=people(*THREE)), record(author=theirs)) is Agreement.VARIANT


def test_an_editor_may_be_called_an_author() -> None:
    theirs = record(type="book", author=None, editor=people("Doe, Jane"))

    assert stands("author", reference(type="book", author=people("Doe, J.")), theirs) is Agreement.VARIANT


def test_a_record_without_people_says_nothing_of_them() -> None:
    assert stands("author", reference(), record(author=None)) is Agreement.LACKING


def test_a_list_in_another_script_is_not_compared() -> None:
    ours = reference(author=people("Wang, Xiaoming", "Li, Na"))

    assert stands("author", ours, record(author=people("王, 晓明", "李, 娜"))) is Agreement.LACKING


def test_thousands_of_authors_are_compared_in_no_time() -> None:
    many = people(*(f"Author{number:04}, A." for number in range(3000)))

    assert passes(reference(author=many), record(author=many))
    assert stands("author", reference(author=many[::-1]), record(author=many)) is Agreement.DIFFERENT
