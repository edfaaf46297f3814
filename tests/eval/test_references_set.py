"""The set of references and records: it is what its rows say, large enough, half wrong, and about nothing real."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from eval.references import pairs as on_pairs
from eval.references import rows as on_rows
from eval.references.pairs import FILES, Pair, lines, pairs
from eval.references.rows import name_of, record_of, reference_of, rows

from holdwater.sources.identify import canonical

HERE = Path(on_pairs.__file__).parent
SECOND = 0.25
ONE_YEAR = re.compile(r"1[4-9]\d\d|20[0-2]\d")


def authors(csl: Mapping[str, object]) -> list[str]:
    people = csl.get("author") or csl.get("editor") or []
    assert isinstance(people, list)
    return [folded(person.get("family") or person["literal"]) for person in people]


def folded(value: object) -> str:
    plain = unicodedata.normalize("NFKD", re.sub("<[^>]*>", "", str(value)))
    return "".join(char for char in plain if char.isalnum()).casefold()


def initial(csl: Mapping[str, object]) -> str:
    """The first author's first initial; "" where none is given."""
    people = csl.get("author")
    return folded(people[0].get("given", ""))[:1] if isinstance(people, list) else ""


def year(csl: Mapping[str, object]) -> int:
    issued = csl.get("issued")
    return issued["date-parts"][0][0] if isinstance(issued, dict) else 0


def differences(pair: Pair) -> set[str]:
    """The fields that differ in a letter or digit; of names only the families, and the first one's first initial."""
    written, recorded = pair.csl, pair.record.csl
    fields = {field for field in written.keys() & recorded.keys() if folded(written[field]) != folded(recorded[field])}
    fields -= {"author", "editor", "issued"}
    if authors(written) != authors(recorded)[: len(authors(written))]:
        fields.add("author")
    if not initial(recorded).startswith(initial(written)):
        fields.add("author")
    if year(written) not in (0, *pair.record.years):
        fields.add("issued")
    return fields


@pytest.mark.parametrize("name", FILES)
def test_the_files_hold_what_the_rows_say(name: str) -> None:
    assert (HERE / FILES[name]).read_text(encoding="utf-8") == lines(name)


def test_there_are_as_many_pairs_as_the_measure_asks_for_and_half_of_them_are_wrong() -> None:
    for name, least in (("all", 320), ("first", 240), ("second", 80)):
        labels = Counter(pair.label for pair in pairs(name))
        assert set(labels) == {"sound", "wrong"}
        assert labels.total() >= least
        assert 0.45 <= labels["sound"] / labels.total() <= 0.55, name


def test_the_second_set_is_a_quarter_and_shares_neither_titles_nor_kinds_that_the_first_lacks() -> None:
    first, second = list(pairs("first")), list(pairs("second"))
    assert len(second) >= SECOND * (len(first) + len(second))
    assert {(pair.label, pair.kind) for pair in second} <= {(pair.label, pair.kind) for pair in first}
    common = {"introduction"}
    assert not ({folded(pair.csl.get("title", "")) for pair in second} & titles(first)) - common - {""}


def titles(of: list[Pair]) -> set[str]:
    return {folded(pair.csl.get("title", "")) for pair in of}


def test_ids_reasons_and_references_stand_once() -> None:
    every = list(pairs("all"))
    assert not [one for one, times in Counter(pair.id for pair in every).items() if times > 1]
    assert all(re.fullmatch(r"[a-z0-9-]+", pair.id) and pair.why and pair.kind for pair in every)
    assert not [one for one, times in Counter((pair.raw, pair.record.key) for pair in every).items() if times > 1]


def test_every_kind_has_one_label_and_is_small_enough_not_to_rule_the_measure() -> None:
    for label in ("sound", "wrong"):
        kinds = Counter(pair.kind for pair in pairs("all") if pair.label == label)
        assert len(kinds) >= 16
        assert max(kinds.values()) <= 0.15 * kinds.total()
    assert not {pair.kind for pair in pairs("all") if pair.label == "sound"} & {
        pair.kind for pair in pairs("all") if pair.label == "wrong"
    }


def test_a_careful_reader_takes_nothing_from_the_reference_that_is_not_in_it() -> None:
    for pair in pairs("all"):
        letters = folded(pair.raw)
        for field, value in pair.csl.items():
            words = [value] if isinstance(value, str) and field != "type" else []
            words += [part for person in value for part in person.values()] if isinstance(value, list) else []
            words += [str(value["date-parts"][0][0])] if isinstance(value, dict) else []
            assert all(folded(word) in letters for word in words), (pair.id, field, value)


def test_a_year_in_the_reference_is_one_and_the_record_s_is_among_its_years() -> None:
    for pair in pairs("all"):
        if year(pair.csl):
            assert ONE_YEAR.fullmatch(str(year(pair.csl))), pair.id
        if year(pair.record.csl):
            assert year(pair.record.csl) in pair.record.years, pair.id


def test_a_wrong_reference_differs_from_its_record_somewhere() -> None:
    for pair in pairs("all"):
        if pair.label == "wrong":
            telling = differences(pair) & {"title", "author", "issued", "container-title", "volume", "page", "DOI"}
            number = str(pair.record.csl.get("number", pair.csl.get("page")))
            assert telling or number != pair.csl.get("page", number), pair.id


def test_wrong_references_of_one_field_are_otherwise_written_as_freely_as_sound_ones() -> None:
    wrong = [pair for pair in pairs("all") if pair.kind in ("year", "volume", "page", "key-word", "author-order")]
    varied = [pair for pair in wrong if folded(pair.csl.get("author")) != folded(pair.record.csl.get("author"))]
    assert len(varied) > 0.7 * len(wrong)


def test_a_sound_year_is_borne_out_by_the_record() -> None:
    for pair in pairs("all"):
        if pair.label == "sound" and year(pair.csl) and pair.record.years:
            assert year(pair.csl) in pair.record.years, pair.id


def test_identifiers_are_in_the_form_that_is_compared_and_belong_to_nothing_real() -> None:
    for pair in pairs("all"):
        record = pair.record
        assert all(canonical(one) == one for one in (*record.identifiers, *record.versions)), pair.id
        for doi in (str(csl["DOI"]) for csl in (pair.csl, record.csl) if "DOI" in csl):
            assert doi.startswith("10.5555/") or ".02.30." in doi, pair.id
        for number in re.findall(r"arXiv:\d{4}\.(\d+)", f"{pair.raw} {record.csl.get('number')}"):
            assert int(number) > 90_000, pair.id


def test_every_service_gives_records() -> None:
    services = Counter(pair.record.service for pair in pairs("all"))
    assert set(services) == {"Crossref", "DataCite", "OpenAlex", "arXiv", "Open Library", "PubMed"}
    assert min(services.values()) >= 5


def test_a_marked_reference_is_its_words_and_its_fields() -> None:
    read = reference_of("[chapter] {a /Doe/ J}, {a Roe, R., Jr.} {t On Mills}, pp. {p 3–9} ({y 1999}).")
    assert read["raw"] == "Doe J, Roe, R., Jr. On Mills, pp. 3–9 (1999)."
    assert read["csl"] == {
        "type": "chapter",
        "author": [{"family": "Doe", "given": "J"}, {"family": "Roe", "given": "R.", "suffix": "Jr."}],
        "title": "On Mills",
        "page": "3-9",
        "issued": {"date-parts": [[1999]]},
    }


def test_a_record_has_its_own_fields_and_those_taken_over() -> None:
    read = record_of(
        "mills",
        "OpenAlex | =t | a Jane /[van] Doe/ | T book | y 2000-03 | Y 1999 2000 | w doi:1",
        {
            "type": "chapter",
            "title": "On Mills",
        },
    )
    assert read["csl"] == {
        "type": "book",
        "title": "On Mills",
        "author": [{"family": "Doe", "given": "Jane", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[2000, 3]]},
    }
    assert read["years"] == [1999, 2000]
    assert read["versions"] == ["doi:1"]


def test_a_name_with_neither_comma_nor_slashes_is_a_body() -> None:
    assert name_of("World Health Organization") == {"literal": "World Health Organization"}
    assert name_of("!Board of Trade, Ministry") == {"literal": "Board of Trade, Ministry"}
    assert name_of("Doe III, Jane") == {"family": "Doe III", "given": "Jane"}
    assert name_of("Jane /Doe/ III") == {"family": "Doe", "given": "Jane", "suffix": "III"}


@pytest.mark.parametrize("wrong", ["{t A} {t B}", "{Z A}", "{t A", "{t}"])
def test_a_mark_that_says_nothing_known_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"two of|no field|cannot be read"):
        reference_of(wrong)


@pytest.mark.parametrize("wrong", ["Gopher | =t", "OpenAlex | =v", "OpenAlex | t B | =t"])
def test_a_record_that_takes_over_what_is_not_there_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"no service|given twice"):
        record_of("a", wrong, {"type": "book", "title": "A"})


def test_rows_that_are_not_three_lines_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sound.txt").write_text("# initials: some\nmills: why\n  {t A}\n", encoding="utf-8")
    monkeypatch.setattr(on_rows, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="not a pair"):
        list(rows("sound", second=False))
