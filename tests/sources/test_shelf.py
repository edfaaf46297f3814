"""A folder of sources on the shelf: what is taken, how it is called, and how it is read."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from clock import within_seconds
from holdwater.document import Block, BlockKind, Document, Mark, MarkKind, Note, PageBreak, Span
from holdwater.errors import CatalogueError, UnreadableError
from holdwater.extract.model import Reference
from holdwater.sources.model import Source
from holdwater.sources.parts import joined
from holdwater.sources.shelf import Shelf, open_shelf
from holdwater.sources.tie import tie


def fill(folder: Path, **files: str) -> Path:
    """Write files; "__" in a name stands for a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def listed(folder: Path, *items: dict[str, object]) -> None:
    (folder / "sources.json").write_text(json.dumps(items))


def test_every_file_is_a_source_under_its_bare_name(tmp_path: Path) -> None:
    fill(tmp_path, doe__html="<p>Words.", README__md="Read me.", **{"papers/roe__txt": "Words.", "noise__png": "x"})
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / ".git").mkdir()
    shelf = open_shelf(tmp_path)
    assert list(shelf.sources) == ["README", "doe", "papers/roe"]
    assert shelf.sources["papers/roe"].file == str(tmp_path / "papers/roe.txt")
    assert shelf.skipped == {"noise.png": "a .png file holds no text to check"}


def test_files_that_share_a_bare_name_keep_their_suffixes(tmp_path: Path) -> None:
    fill(tmp_path, doe__html="<p>x", doe__txt="x", roe__txt="x")
    assert list(open_shelf(tmp_path).sources) == ["doe.html", "doe.txt", "roe"]


def test_a_files_name_never_takes_the_id_of_a_catalogue_entry(tmp_path: Path) -> None:
    fill(tmp_path, doe__txt="x", other__txt="y")
    listed(tmp_path, {"id": "doe", "file": "other.txt"}, {"id": "doe.txt", "file": "none.txt"})
    assert list(open_shelf(tmp_path).sources) == ["doe", "doe.txt", "doe.txt#2"]


def test_the_catalogue_comes_first_and_in_its_order(tmp_path: Path) -> None:
    fill(tmp_path, a__txt="x", b__txt="y", c__txt="z")
    listed(tmp_path, {"id": "zed", "file": "c.txt", "DOI": "10.1000/z"}, {"id": "bee", "file": "b.txt"})
    shelf = open_shelf(tmp_path)
    assert list(shelf.sources) == ["zed", "bee", "a"]
    assert shelf.sources["zed"].identifiers == ("doi:10.1000/z", "file:c.txt")


def test_lists_of_both_kinds_are_read_together(tmp_path: Path) -> None:
    fill(tmp_path, a__txt="x", b__txt="y", refs__bib="@book{bee, title={Weirs}, file={:b.txt:TXT}}")
    listed(tmp_path, {"id": "ay", "file": "a.txt"})
    assert set(open_shelf(tmp_path).sources) == {"ay", "bee"}


def test_one_id_in_two_lists_is_an_error_that_names_both(tmp_path: Path) -> None:
    fill(tmp_path, refs__bib="@book{doe, title={Weirs}}")
    listed(tmp_path, {"id": "doe"})
    with pytest.raises(CatalogueError, match=r"two sources have the id 'doe', here and in .*name one list") as caught:
        open_shelf(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_list_elsewhere_replaces_those_of_the_folder(tmp_path: Path) -> None:
    folder = fill(tmp_path / "sources", a__txt="in the folder", sources__json="broken [")
    beside = fill(tmp_path / "lists", b__txt="beside the list", a__txt="not this one")
    (beside / "refs.json").write_text(json.dumps([{"id": "ay", "file": "a.txt"}, {"id": "bee", "file": "b.txt"}]))
    shelf = open_shelf(folder, beside / "refs.json")
    assert list(shelf.sources) == ["ay", "bee"]
    assert shelf.document("ay").text == "in the folder"
    assert shelf.document("bee").text == "beside the list"


def test_an_entry_whose_file_is_not_there_stays_and_says_so(tmp_path: Path) -> None:
    listed(tmp_path, {"id": "doe", "title": "Weirs", "file": "doe.html"})
    shelf = open_shelf(tmp_path)
    assert shelf.unreadable == {"doe": f"there is no file doe.html in {tmp_path}"}
    assert list(shelf.readable_ids()) == []
    with pytest.raises(UnreadableError, match=r"there is no file doe\.html"):
        shelf.document("doe")


@pytest.mark.parametrize(
    ("name", "item"), [("Doe2019.txt", {"id": "doe2019"}), ("10.1000_x.txt", {"id": "d", "DOI": "10.1000/X"})]
)
def test_an_entry_without_a_file_takes_the_one_that_bears_its_key_or_doi(
    tmp_path: Path, name: str, item: dict[str, object]
) -> None:
    (tmp_path / name).write_text("Words.")
    listed(tmp_path, item)
    shelf = open_shelf(tmp_path)
    assert len(shelf.sources) == 1
    assert shelf.document(str(item["id"])).text == "Words."


def test_an_entry_that_no_file_fits_is_listed_without_one(tmp_path: Path) -> None:
    fill(tmp_path, roe__txt="x")
    listed(tmp_path, {"id": "doe", "title": "Weirs"})
    shelf = open_shelf(tmp_path)
    assert shelf.sources["doe"].file == ""
    assert list(shelf.readable_ids()) == ["roe"]
    assert shelf.unreadable == {}
    with pytest.raises(UnreadableError, match="names no file"):
        shelf.document("doe")


def test_a_packed_file_may_be_named_without_its_gz(tmp_path: Path) -> None:
    (tmp_path / "doe.txt.gz").write_bytes(gzip.compress(b"Packed words."))
    listed(tmp_path, {"id": "doe", "file": "doe.txt"})
    assert open_shelf(tmp_path).document("doe").text == "Packed words."


def test_the_absolute_paths_of_a_bib_are_met_by_a_copy_in_the_folder(tmp_path: Path) -> None:
    folder = fill(tmp_path / "sources", **{"files/doe__html": "<p>Words."})
    secret = fill(tmp_path, secret__txt="secret") / "secret.txt"
    fill(
        folder,
        refs__bib=f"@book{{a, file={{/home/jane/store/doe.html}}}}\n@book{{b, file={{{secret}}}}}\n"
        f"@book{{c, file={{{folder}/files/doe.html}}}}",
    )
    shelf = open_shelf(folder)
    assert shelf.sources["a"].file == shelf.sources["c"].file == str(folder / "files/doe.html")
    assert "secret.txt lies outside" in shelf.unreadable["b"]


def test_a_snapshot_tells_path_digest_and_size_of_what_was_read(tmp_path: Path) -> None:
    fill(tmp_path, doe__txt="Some words.")
    shelf = open_shelf(tmp_path)
    assert shelf.snapshots == {}
    shelf.document("doe")
    (snapshot,) = shelf.snapshots.values()
    assert (snapshot.path, snapshot.size) == (str(tmp_path / "doe.txt"), 11)
    assert snapshot.sha256 == hashlib.sha256(b"Some words.").hexdigest()


def test_a_text_is_read_once_while_it_is_kept(tmp_path: Path) -> None:
    fill(tmp_path, a__txt="a" * 60, b__txt="b" * 60, c__txt="c" * 60)
    shelf = open_shelf(tmp_path, max_kept=130)
    first = shelf.document("a")
    assert shelf.document("a") is first
    shelf.document("b")
    assert shelf.document("a") is first
    shelf.document("c")
    assert shelf.document("a") is first, "the longest unused goes first"
    again = shelf.document("b")
    assert again.text == "b" * 60
    assert shelf.document("a") is first


def test_a_text_longer_than_all_that_is_kept_is_still_handed_out(tmp_path: Path) -> None:
    fill(tmp_path, a__txt="a" * 600)
    assert open_shelf(tmp_path, max_kept=10).document("a").text == "a" * 600


def test_two_entries_may_share_a_file_and_it_is_searched_once(tmp_path: Path) -> None:
    fill(tmp_path, book__txt="Weirs. Taps.", other__txt="Else.")
    listed(tmp_path, {"id": "weirs", "file": "book.txt"}, {"id": "taps", "file": "book.txt"})
    shelf = open_shelf(tmp_path)
    assert shelf.document("weirs") is shelf.document("taps")
    assert list(shelf.readable_ids()) == ["weirs", "other"]
    assert list(shelf.readable_ids(exclude=["taps"])) == ["other"]


def test_parts_of_one_kind_are_one_text_and_another_kind_is_another_copy(tmp_path: Path) -> None:
    fill(tmp_path, one__txt="First part.", two__txt="Second part.", scan__pdf="%PDF-1.4\0")
    listed(tmp_path, {"id": "doe", "files": ["scan.pdf", "one.txt", "two.txt"]})
    shelf = open_shelf(tmp_path)
    assert shelf.document("doe").text == "First part.\n\nSecond part."
    assert shelf.snapshots["doe"].sha256 == hashlib.sha256(b"First part.Second part.").hexdigest()


def test_a_work_of_which_a_part_is_not_there_is_not_read_at_all(tmp_path: Path) -> None:
    fill(tmp_path, one__txt="First part.")
    listed(tmp_path, {"id": "doe", "files": ["one.txt", "two.txt"]})
    assert "there is no file two.txt" in open_shelf(tmp_path).unreadable["doe"]


def test_joined_parts_keep_their_marks_notes_and_origins() -> None:
    def part(text: str) -> Document:
        whole = Span(0, len(text))
        mark = Mark(Span(3, 3), MarkKind.NOTE, "1", "n1")
        blocks, notes = (Block(whole, BlockKind.PARAGRAPH),), (Note("n1", "1", whole),)
        return Document(text, blocks=blocks, marks=(mark,), notes=notes, pages=(PageBreak(0, "7"),))

    both = joined([part("one\ntwo"), part("three")])
    assert both.text == "one\ntwo\n\nthree"
    assert [block.span.of(both.text) for block in both.blocks] == ["one\ntwo", "three"]
    assert [mark.target for mark in both.marks] == [note.id for note in both.notes]
    assert len({note.id for note in both.notes}) == 2
    assert [page.offset for page in both.pages] == [0, 9]
    assert (both.origin(Span(4, 7)).line, both.origin(Span(9, 14)).line) == (2, 1)
    assert both.origins is not None
    assert both.origins.raw_span(Span(9, 11)) == Span(0, 2)
    assert both.line_text(2) == "two"


def test_an_empty_folder_and_an_empty_shelf_hold_nothing(tmp_path: Path) -> None:
    for shelf in (open_shelf(tmp_path), Shelf.empty()):
        assert dict(shelf.sources) == {}
        assert list(shelf.readable_ids()) == []
        with pytest.raises(KeyError):
            shelf.document("doe")


def test_a_shelf_of_documents_needs_no_file() -> None:
    text = Document(
        "Words.",
        name="doe.md",
        metadata={"title": "Weirs", "author": "Jane Doe", "date": "3 May 2019", "doi": "10.1000/A"},
    )
    shelf = Shelf.from_documents({"doe": text})
    assert shelf.document("doe") is text
    source = shelf.sources["doe"]
    assert (source.title, source.file, source.identifiers) == ("Weirs", "doe.md", ("doi:10.1000/a",))
    assert source.csl["issued"] == {"date-parts": [[2019]]}
    assert list(shelf.readable_ids()) == ["doe"]
    assert shelf.snapshots["doe"].size == 6
    pairs = Shelf.from_documents([(Source("roe", ""), Document("Other."))])
    assert pairs.sources["roe"].file == "roe"
    assert pairs.document("roe").text == "Other."


def test_the_sources_of_a_shelf_cannot_be_changed(tmp_path: Path) -> None:
    shelf = open_shelf(tmp_path)
    with pytest.raises(TypeError):
        shelf.sources["x"] = Source("x", "x")  # type: ignore[index]
    shelf.unreadable["x"] = "y"  # type: ignore[index]
    assert shelf.unreadable == {}


def tied_in(folder: Path, raw: str, **csl: object) -> str:
    one = Reference("r", Span(0, len(raw)), raw, csl)
    return tie([one], open_shelf(folder).sources)["r"].source


def test_a_page_is_tied_by_the_title_in_its_head(tmp_path: Path) -> None:
    page = "<html><head><title>Marden drinks its river dry | Marden Gazette</title></head><body><p>Words.</body></html>"
    fill(tmp_path, p1__html=page, p2__html=page.replace("river dry", "lake full"))
    assert tied_in(tmp_path, "Anne Smith, “Marden drinks its river dry,” Marden Gazette, 4 June 2020.") == "p1"


def test_a_markdown_file_is_tied_by_its_front_matter(tmp_path: Path) -> None:
    fill(
        tmp_path,
        x__md="---\ntitle: The Water Works of Lower Marden\nauthor: Jane Doe\ndate: 2019-05-03\n---\n\nWords.\n",
    )
    assert tied_in(tmp_path, "Doe, J. (2019). The water works of Lower Marden. Acme.") == "x"
    assert tied_in(tmp_path, "Doe, J. (1999). The water works of Lower Marden. Acme.") == ""


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("doe-2019.txt", True), ("doe2019.txt", True), ("Doe_2019_water.txt", True), ("doe-water-works.txt", True),
        ("Doe - 2019 - The Water Works of Lower Marden.txt", True), ("the-water-works-of-lower-marden.txt", True),
        ("doe.txt", False), ("2019.txt", False), ("water.txt", False), ("doe-2018.txt", False), ("roe-2019.txt", False),
        ("doe-2019-gas.txt", False), ("marden-2019.txt", False), ("the-water-works-of-upper-marden.txt", False),
    ],
)  # fmt: skip
def test_a_file_is_tied_by_its_name_where_that_leaves_no_doubt(tmp_path: Path, name: str, wanted: bool) -> None:
    (tmp_path / name).write_text("words without any head, " * 40)
    raw = "Doe, Jane. The Water Works of Lower Marden. London: Acme Press, 2019."
    assert bool(tied_in(tmp_path, raw, author=[{"family": "Doe"}])) is wanted


HEAD = "Silt and Trade on the Wend Estuary\n==================================\n\nJane Smith and Amara Okoye\n\n"


def cited(raw: str) -> dict[str, object]:
    """What is made of a citation by author and year alone."""
    return {"author": [{"family": raw.split()[0]}], "issued": {"date-parts": [[int(raw.split()[-1][:4])]]}}


@pytest.mark.parametrize(
    ("name", "raw", "wanted"),
    [
        ("smith_2019.txt", "Smith 2019", True), ("Smith-2019-silt.md", "Smith 2019", True),
        ("smith2019.txt", "Smith and Okoye 2019", True), ("Smith and Okoye 2019.md", "Smith & Okoye 2019", True),
        ("Smith et al. 2019.txt", "Smith et al. 2019", True), ("smith_2019_final.txt", "Smith 2019", True),
        ("Smith (2019) Silt and trade.txt", "Smith 2019", True),
        ("smith_2019.txt", "Smith 2018", False), ("smith_2019.txt", "Okoye 2019", False),
        ("smith_2019.txt", "Smith and Poe 2019", False), ("smith_2019a.txt", "Smith 2019", False),
        ("Smith and Okoye 2019.md", "Smith 2019", False), ("smith_2019_rail.txt", "Smith 2019", False),
        ("smith_on_doe_2019.txt", "Smith 2019", False), ("2019_smith.txt", "Smith 2019", False),
        ("report-2019.txt", "Report 2019", False), ("smith.txt", "Smith 2019", False),
        ("smith_2019_2021.txt", "Smith 2019", False),
    ],
)  # fmt: skip
def test_a_titled_text_is_tied_by_author_and_year_of_its_files_name(
    tmp_path: Path, name: str, raw: str, wanted: bool
) -> None:
    (tmp_path / name).write_text(HEAD + "It silted up, and nobody had it dredged. " * 20)
    assert bool(tied_in(tmp_path, raw, **cited(raw))) is wanted


def test_what_a_titled_text_says_of_itself_goes_before_its_files_name(tmp_path: Path) -> None:
    head = "---\ntitle: Silt and Trade on the Wend Estuary\nauthor: Ann Poe\ndate: 2019\n---\n\nWords.\n"
    (tmp_path / "smith_2019.md").write_text(head)
    assert tied_in(tmp_path, "Smith 2019", **cited("Smith 2019")) == ""
    (tmp_path / "smith_2019.md").write_text(head.replace("Ann Poe", "Jane Smith").replace("2019", "1987"))
    assert tied_in(tmp_path, "Smith 2019", **cited("Smith 2019")) == ""


def test_two_files_named_by_one_author_and_year_are_not_taken_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "smith_2019_silt.txt").write_text(HEAD + "It silted up. " * 40)
    (tmp_path / "smith_2019_dams.txt").write_text(HEAD.replace("Silt and Trade", "Dams and Trade") + "It broke. " * 40)
    assert tied_in(tmp_path, "Smith 2019", **cited("Smith 2019")) == ""


def test_a_work_of_another_title_is_not_tied_by_author_and_year_of_a_files_name(tmp_path: Path) -> None:
    (tmp_path / "smith_2019.txt").write_text(HEAD + "It silted up. " * 40)
    raw = "Smith, J. (2019). Rails and Mines of the Wend. Acme."
    assert tied_in(tmp_path, raw, title="Rails and Mines of the Wend", **cited("Smith 2019")) == ""


def test_a_text_without_a_title_is_tied_by_what_stands_at_its_head(tmp_path: Path) -> None:
    body = "It rained on the weirs for a week, and nobody wrote it down. " * 30
    fill(tmp_path, speech__txt=f"The Water Works of Lower Marden\nby Jane Doe\n\n{body}", b__txt=body, c__txt=body)
    raw = "Doe, Jane. The Water Works of Lower Marden. London: Acme Press, 2019."
    csl = {"title": "The Water Works of Lower Marden", "author": [{"family": "Doe"}]}
    assert tied_in(tmp_path, raw, **csl) == "speech"
    assert tied_in(tmp_path, "Doe, J. (2019). The gas works.", title="The gas works", author=csl["author"]) == ""
    assert tied_in(tmp_path, raw.replace("Doe", "Smith"), title=csl["title"], author=[{"family": "Smith"}]) == ""


def test_a_text_that_only_speaks_of_a_work_is_not_tied_to_it(tmp_path: Path) -> None:
    body = "It rained on the weirs for a week, and nobody wrote it down. " * 3
    fill(tmp_path, late__txt=f"{body}\nThe Water Works of Lower Marden, by Doe, errs.\n\n{body}")
    fill(tmp_path, reply__txt=f"In The Water Works of Lower Marden, Doe errs.\n\n{body}")
    raw = "Doe, Jane. The Water Works of Lower Marden. London: Acme Press, 2019."
    assert tied_in(tmp_path, raw, title="The Water Works of Lower Marden", author=[{"family": "Doe"}]) == ""


def test_one_bare_name_does_not_stand_for_two_works_of_an_author_and_year(tmp_path: Path) -> None:
    fill(tmp_path, **{"doe-2019__txt": "words without any head, " * 40})
    works = ["Doe, J. (2019). Weirs of the north. Acme.", "Doe, J. (2019). Taps of the south. Acme."]
    references = [Reference(f"r{n}", Span(0, len(raw)), raw) for n, raw in enumerate(works)]
    ties = tie(references, open_shelf(tmp_path).sources)
    assert {made.status.value for made in ties.values()} == {"ambiguous"}
    assert "several references of this author and year" in ties["r0"].reason


def test_progress_is_told_while_files_are_looked_into(tmp_path: Path) -> None:
    fill(tmp_path, a__txt="x", b__txt="y", rfc1__txt="z")
    told: list[tuple[int, int]] = []
    open_shelf(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]


def _rfcs() -> Path:
    data = Path(os.environ.get("HOLDWATER_DATA", Path(__file__).parents[3] / "shared" / "data"))
    return data / "rfc" / "txt"


@pytest.mark.data
@pytest.mark.skipif(not _rfcs().is_dir(), reason="no evaluation data")
def test_a_folder_of_many_identified_files_opens_by_their_names_alone() -> None:
    shelf = within_seconds(1, lambda: open_shelf(_rfcs()))
    assert len(shelf.sources) > 1_700
    numbered = Reference("r", Span(0, 0), "", identifiers=("rfc:2119",))
    assert tie([numbered], shelf.sources)["r"].source == "rfc2119"


def test_a_long_article_in_xml_tells_its_title_though_its_head_alone_could_not_be_read(tmp_path: Path) -> None:
    body = "<p>The wheel turned for years.</p>" * 4_000
    meta = "<article-meta><title-group><article-title>The Quiet Wheel</article-title></title-group></article-meta>"
    (tmp_path / "x17.nxml").write_text(f"<article><front>{meta}</front><body>{body}</body></article>")
    shelf = open_shelf(tmp_path)
    assert shelf.sources["x17"].title == "The Quiet Wheel"


def test_the_words_of_a_packed_source_are_there_to_be_looked_for(tmp_path: Path) -> None:
    mill = Path(__file__).parents[1] / "formats" / "texts" / "mill.docx"
    (tmp_path / "mill.docx").write_bytes(mill.read_bytes())
    assert "wheel turned for two hundred years" in open_shelf(tmp_path).rough_words("mill").text
