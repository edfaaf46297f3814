"""Words looked for in sources that are not cited for them."""

from __future__ import annotations

from pathlib import Path

import pytest

import holdwater.read
from findings.consulting import LAMPS, WALL, Desk
from holdwater.document import Document
from holdwater.findings.elsewhere import SMALL, search
from holdwater.findings.model import Status
from holdwater.findings.reading import Reading
from holdwater.match import Words
from holdwater.match.model import Fit
from holdwater.sources.entry import Entry
from holdwater.sources.kept import Kept
from holdwater.sources.shelf import Shelf, open_shelf

QUOTED = "the engineer spoke of the old quay wall"
DRAFT = f"She writes: “{QUOTED}”."


def test_words_that_stand_in_another_source_are_found_elsewhere_and_it_is_named() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    verdict = one.verdict()
    assert verdict.status is Status.FOUND_ELSEWHERE
    assert (verdict.evidence[0].source, verdict.evidence[0].text) == ("wall", QUOTED)
    assert (verdict.tied, verdict.looked_in) == (("lamps",), ("lamps", "wall"))


def test_a_passage_elsewhere_with_the_very_words_goes_before_an_altered_one_in_the_cited_source() -> None:
    one = Desk(DRAFT, {"copy": WALL.replace("old", "new"), "wall": WALL})
    one.quote(QUOTED, citations=[one.cite("copy")])
    assert one.verdict().status is Status.FOUND_ELSEWHERE


def test_words_that_are_altered_elsewhere_too_are_not_found_elsewhere() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL.replace("old", "new")})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict().status is Status.NOT_FOUND


def test_words_that_cite_nothing_stay_without_a_citation_but_their_source_is_shown() -> None:
    one = Desk(DRAFT, {"wall": WALL})
    one.quote(QUOTED)
    verdict = one.verdict()
    assert verdict.status is Status.NO_CITATION
    assert verdict.evidence[0].source == "wall"


def test_a_few_words_found_elsewhere_prove_nothing() -> None:
    one = Desk("She writes: “the old quay wall”.", {"lamps": LAMPS, "wall": WALL})
    one.quote("the old quay wall", citations=[one.cite("lamps")])
    assert one.verdict().status is Status.NOT_FOUND


def test_the_document_itself_among_the_sources_is_not_elsewhere() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "draft": DRAFT})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict(own_digest=True).status is Status.NOT_FOUND
    assert one.verdict(own_digest=False).status is Status.FOUND_ELSEWHERE


def test_words_of_a_missing_source_stay_unchecked_but_the_source_that_has_them_is_shown() -> None:
    one = Desk(DRAFT, {"wall": WALL})
    one.quote(QUOTED, citations=[one.cite("gone")])
    verdict = one.verdict()
    assert verdict.status is Status.SOURCE_MISSING
    assert (verdict.evidence[0].source, verdict.tied) == ("wall", ())


def test_words_of_a_missing_source_that_stand_nowhere_show_nothing() -> None:
    one = Desk(DRAFT, {"wall": WALL.replace("old", "new")})
    one.quote(QUOTED, citations=[one.cite("gone")])
    assert (one.verdict().status, one.verdict().evidence) == (Status.SOURCE_MISSING, ())


def test_a_source_that_cannot_be_read_is_passed_over() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "wall": WALL}, unreadable=("scan",))
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict().status is Status.FOUND_ELSEWHERE


def test_of_two_sources_with_the_very_words_the_first_one_is_named() -> None:
    one = Desk(DRAFT, {"lamps": LAMPS, "copy": f"A copy. {WALL}", "wall": WALL})
    one.quote(QUOTED, citations=[one.cite("lamps")])
    assert one.verdict().evidence[0].source == "copy"


def test_all_quotations_that_are_looked_for_each_get_their_own_source() -> None:
    lit = "were lit by hand until the autumn of that year"
    one = Desk(f"She writes: “{QUOTED}”, and “{lit}”.", {"board": "Nothing.", "wall": WALL, "lamps": LAMPS})
    for words in (lit, QUOTED):
        one.quote(words, citations=[one.cite("board")])
    assert [verdict.evidence[0].source for verdict in one.verdicts()] == ["lamps", "wall"]


def shelf_of(**texts: str) -> Shelf:
    return Shelf.from_documents({name: Document(text) for name, text in texts.items()})


def test_a_search_shows_the_nearest_place_first_and_then_the_runner_up() -> None:
    shelf = shelf_of(changed=WALL.replace("old", "new"), lamps=LAMPS, wall=WALL)
    (found,) = search([QUOTED], shelf)
    assert (found.words, found.alignment.fit) == (QUOTED, Fit.VERBATIM)
    assert [(one.source, one.runner_up) for one in found.places] == [("wall", False), ("changed", True)]
    assert [one.text for one in found.places] == [QUOTED, QUOTED.replace("old", "new")]


def test_a_search_for_several_answers_in_their_order() -> None:
    nowhere = "a lighthouse keeper and his dog sat on the pier"
    found = search([nowhere, "the autumn of that year, when the gas came", QUOTED, "x", ""], shelf_of(a=LAMPS, b=WALL))
    assert [one.alignment.fit for one in found[:3]] == [Fit.NOT_FOUND, Fit.VERBATIM, Fit.VERBATIM]
    assert [[place.source for place in one.places] for one in found] == [[], ["a"], ["b"], [], []]
    assert search([], shelf_of(a=LAMPS)) == []


def test_a_search_tells_how_many_sources_have_passed_by() -> None:
    told: list[tuple[int, int]] = []
    search([QUOTED], shelf_of(a=LAMPS, b=WALL), progress=lambda done, total: told.append((done, total)))
    assert told[:2] == [(0, 2), (1, 2)]


def test_a_source_that_cannot_be_read_passes_by_without_words(tmp_path: Path) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    (tmp_path / "wall.txt").write_text(WALL)
    shelf = open_shelf(tmp_path)
    passages = Reading(shelf).passages()
    assert (passages.ids, [len(one) for one in passages]) == (("torn", "wall"), [0, 19])
    assert [len(one) for one in passages[1:]] == [19]
    assert [place.source for found in search([QUOTED], shelf) for place in found.places] == ["wall"]


def test_what_was_found_in_words_of_another_text_is_looked_for_again(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wall.txt").write_text(f"Once more: {WALL.replace('old', 'new')}")
    kept = Kept(tmp_path)
    open_shelf(tmp_path / "sources", kept=kept).words("wall")
    (entry,) = (tmp_path / "words").glob("*.words")
    kept.keep(bytes.fromhex(entry.stem), Entry(WALL, Words.of(WALL).tokens))
    (found,) = search([QUOTED], open_shelf(tmp_path / "sources", kept=kept))
    assert (found.alignment.fit, found.places[0].text) == (Fit.ALTERED, QUOTED.replace("old", "new"))


def counted_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that a reader has been sent to."""
    read, names = holdwater.read.read_file, list[str]()

    def counted(path: Path, *, ocr: bool = False, head: bool = False) -> Document:
        names.extend([] if head else [path.stem])
        return read(path, ocr=ocr, head=head)

    monkeypatch.setattr(holdwater.read, "read_file", counted)
    return names


LEDGER = "The ledger of the mill says that the new wheel was paid for with the money of the widow and her two sons"


def large(folder: Path, **texts: str) -> Path:
    """A folder of more sources than are all read for a search."""
    folder.mkdir()
    for number in range(SMALL + 1):
        (folder / f"lamp{number:02}.txt").write_text(f"Lamp {number}. {LAMPS}")
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text)
    return folder


def test_of_a_large_shelf_only_the_sources_that_may_have_the_words_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = large(tmp_path / "sources", mill__html=f"<p>{LEDGER}.</p>", wall__txt=WALL)
    reads = counted_reads(monkeypatch)
    for kept in (None, Kept(tmp_path), Kept(tmp_path)):
        found = search([LEDGER, QUOTED], open_shelf(folder, kept=kept))
        assert [one.alignment.fit for one in found] == [Fit.VERBATIM, Fit.VERBATIM]
        assert [one.places[0].text for one in found] == [LEDGER, QUOTED]
        assert sorted(reads) == ["mill", "wall"]
        reads.clear()


def test_words_that_markup_cuts_through_are_found_by_their_pieces(tmp_path: Path) -> None:
    cut = LEDGER.replace(
        "wheel was", "wheel<span title='here page 17 of the old edition begins, London 1875, by the author'></span> was"
    )
    folder = large(tmp_path / "sources", mill__html=f"<p>{cut}.</p>")
    (found,) = search([LEDGER], open_shelf(folder))
    assert (found.alignment.fit, found.places[0].source) == (Fit.VERBATIM, "mill")


def test_markup_is_never_shown_as_a_passage(tmp_path: Path) -> None:
    folder = large(tmp_path / "sources", mill__html="<p>So.</p><!-- the keeper of the weir slept through the flood -->")
    (found,) = search(["the keeper of the weir slept through the flood"], open_shelf(folder))
    assert (found.alignment.fit, found.places) == (Fit.NOT_FOUND, ())


def test_only_the_sources_in_which_something_is_found_are_read_a_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources").mkdir()
    for name in ("lamps", "wall", "gas"):
        (tmp_path / "sources" / f"{name}.txt").write_text(WALL if name == "wall" else f"{name}: {LAMPS}")
    reads = counted_reads(monkeypatch)
    for _ in range(2):
        search([QUOTED], open_shelf(tmp_path / "sources", kept=Kept(tmp_path)))
    assert reads == ["gas", "lamps", "wall", "wall"]
