"""A journal's title may be abbreviated, cut or spelt by its letters; another journal is another, however near."""

import pytest
from record_factory import record, reference, stands

from holdwater.sources.records.comparing.abbreviations import abbreviates
from holdwater.sources.records.model import Agreement

SAME_CONTAINER = [
    ("abbreviated", "J. Appl. Phys.", "Journal of Applied Physics"),
    ("abbreviated without stops", "J Appl Phys", "Journal of Applied Physics"),
    ("both abbreviated", "Q. J. Econ.", "Quart J Econ"),
    ("one letter a word", "N. Engl. J. Med.", "The New England Journal of Medicine"),
    ("contracted", "Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences"),
    (
        "a country at the end",
        "Proc Natl Acad Sci USA",
        "Proceedings of the National Academy of Sciences of the United States of America",
    ),
    ("first letters", "PNAS", "Proceedings of the National Academy of Sciences of the United States of America"),
    ("first letters with stops", "J.A.M.A.", "JAMA"),
    ("first letters and a whole word", "JACM", "Journal of the ACM"),
    ("a newspaper's letters", "NYT", "The New York Times"),
    ("the article", "Lancet", "The Lancet"),
    ("a place in parentheses", "Science", "Science (New York, N.Y.)"),
    ("the publisher's case", "PLoS ONE", "PLOS ONE"),
    ("a subtitle", "Chaos", "Chaos: An Interdisciplinary Journal of Nonlinear Science"),
    ("an ampersand", "Astronomy & Astrophysics", "Astronomy and Astrophysics"),
    ("an entity", "Astronomy &amp; Astrophysics", "Astronomy and Astrophysics"),
    ("a section", "J. Phys. A: Math. Theor.", "Journal of Physics A: Mathematical and Theoretical"),
    ("a section's explanation left out", "J. Phys. A", "Journal of Physics A: Mathematical and Theoretical"),
    ("the word section", "Acta Crystallogr. A", "Acta Crystallographica Section A"),
    ("a section left out", "Phil. Trans. R. Soc.", "Philosophical Transactions of the Royal Society B"),
    ("German", "Z. Phys.", "Zeitschrift für Physik"),
    ("German, long", "Dtsch. Med. Wochenschr.", "Deutsche Medizinische Wochenschrift"),
    ("French", "C. R. Acad. Sci.", "Comptes Rendus Académie Sciences"),
    ("joined words", "Bio Essays", "BioEssays"),
    ("an edition", "Angew. Chem.", "Angewandte Chemie International Edition"),
    ("a monthly's letters", "MNRAS", "Monthly Notices of the Royal Astronomical Society"),
    ("elisions", "Bull. Acad. Sci.", "Bulletin de l'Académie des Sciences"),
    ("a newspaper's initials", "N.Y. Times", "The New York Times"),
    (
        "the series in full",
        "Proc. Roy. Soc. Lond. A",
        "Proceedings of the Royal Society of London. Series A. Mathematics",
    ),
    ("letters inside a title", "IEEE Trans. PAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
    ("its holder left out", "Transactions on Graphics", "ACM Transactions on Graphics"),
    ("letters with a section", "NIM A", "Nuclear Instruments and Methods in Physics Research Section A: Accelerators"),
    ("letters with an ampersand", "A&A", "Astronomy & Astrophysics"),
    ("letters before the title", "Morb Mortal Wkly Rep", "MMWR. Morbidity and Mortality Weekly Report"),
    ("small words abbreviated", "Monatshefte f. Mathematik u. Physik", "Monatshefte für Mathematik und Physik"),
    ("umlauts spelt out", "Koelner Z. Soz.", "Kölner Zeitschrift für Soziologie"),
    ("a law review", "N.Y.U. L. Rev.", "New York University Law Review"),
    ("a body at the end", "C. R. Math. Acad. Sci. Paris", "Comptes Rendus. Mathématique"),
    ("colon and series", "Phys. Rev. B", "Physical Review B"),
    ("a meeting's name", "NeurIPS", "Advances in Neural Information Processing Systems 30"),
    ("a meeting's letters", "ICML", "Proceedings of the 34th International Conference on Machine Learning"),
    ("its letters in parentheses", "CVPR", "2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)"),
    (
        "proceedings",
        "Proc. 2019 Conf. North American Chapter of the Assoc. for Computational Linguistics",
        "Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational "
        "Linguistics: Human Language Technologies, Volume 1 (Long and Short Papers)",
    ),
    (
        "in proceedings of",
        "Symposium on Theory of Computing",
        "Proceedings of the 45th Annual ACM Symposium on Theory of Computing - STOC '13",
    ),
]

OTHER_CONTAINER = [
    ("a journal of that family", "Nature", "Nature Medicine"),
    ("another of the family", "Nature Physics", "Nature Medicine"),
    ("another section", "Phys. Rev. A", "Physical Review B"),
    ("physics and physiology", "Am. J. Phys.", "American Journal of Physiology"),
    ("finance and banking", "Journal of Finance", "Journal of Banking"),
    ("another country", "British Journal of Masonry", "American Journal of Masonry"),
    ("another field", "Journal of Applied Physics", "Journal of Applied Psychology"),
    ("another series", "American Economic Journal: Macroeconomics", "American Economic Journal: Applied Economics"),
    ("another meeting", "ICML", "Advances in Neural Information Processing Systems"),
    ("the meeting of another year", "Proc. 33rd Conf. on Bridges", "Proceedings of the 34th Conference on Bridges"),
    (
        "a meeting beside another",
        "International Conference on Computer Vision (ICCV)",
        "Conference on Computer Vision and Pattern Recognition (CVPR)",
    ),
    ("a region's meeting", "Conference on Machine Masonry", "European Conference on Machine Masonry"),
    ("the meeting of another time", "Proceedings of CHI 2008", "Proceedings of CHI 2010"),
    (
        "proceedings and transactions",
        "Proceedings of the Royal Society A",
        "Philosophical Transactions of the Royal Society A",
    ),
    ("a journal with a comma", "Science", "Science, Technology & Human Values"),
    ("art and artist", "Art Journal", "Artist Journal"),
    ("nothing in common", "Cell", "Journal of Masonry"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SAME_CONTAINER], ids=[row[0] for row in SAME_CONTAINER])
def test_another_way_to_write_a_container_is_no_difference(one: str, other: str) -> None:
    agreed = (Agreement.SAME, Agreement.VARIANT)

    assert stands("container", reference(container_title=one), record(container_title=other)) in agreed
    assert stands("container", reference(container_title=other), record(container_title=one)) in agreed


@pytest.mark.parametrize(
    ("one", "other"), [row[1:] for row in OTHER_CONTAINER], ids=[row[0] for row in OTHER_CONTAINER]
)
def test_another_container_is_a_difference(one: str, other: str) -> None:
    assert stands("container", reference(container_title=one), record(container_title=other)) is Agreement.DIFFERENT
    assert stands("container", reference(container_title=other), record(container_title=one)) is Agreement.DIFFERENT


def test_the_series_of_a_record_holds_the_work_too() -> None:
    theirs = record(container_title="Advances in Masonry", collection_title="Lecture Notes in Masonry")

    assert stands("container", reference(container_title="Lect. Notes Mason."), theirs) is Agreement.VARIANT


def test_the_short_title_of_a_record_is_as_good_as_its_long_one() -> None:
    theirs = record(container_title="Zhurnal Kamennykh Mostov", **{"container-title-short": "Zh. Kam. Mostov"})

    assert stands("container", reference(container_title="Zh. Kam. Mostov"), theirs) is Agreement.SAME


def test_the_letter_of_a_section_may_stand_at_the_volume() -> None:
    ours = reference(container_title="Phys. Lett.", volume="123B")

    assert stands("container", ours, record(container_title="Physics Letters B", volume="123")) is Agreement.VARIANT
    assert stands("volume", ours, record(container_title="Physics Letters B", volume="123")) is Agreement.VARIANT


def test_a_preprint_stands_elsewhere_than_its_publication() -> None:
    ours = reference(container_title="arXiv preprint arXiv:1305.01234", volume=None, page=None, DOI=None)

    assert stands("container", ours, record()) is Agreement.VARIANT


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("appl", "applied"),
        ("natl", "national"),
        ("j", "journal"),
        ("phys", "physics"),
        ("dtsch", "deutsche"),
        ("rev", "revista"),
    ],
)
def test_an_abbreviation_stands_for_a_word(short: str, word: str) -> None:
    assert abbreviates(short, word)


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("phys", "physiology"),
        ("b", "biology"),
        ("a", "applied"),
        ("journal", "j"),
        ("hist", "histology"),
        ("art", "arthritis"),
    ],
)
def test_a_word_that_begins_alike_is_not_always_meant(short: str, word: str) -> None:
    assert not abbreviates(short, word)
