"""DOCX: the parts of a file, found by their relationships, each with its place in the content of all of them."""

from __future__ import annotations

import pytest
from docx_factory import names, note, p, packed, parts, relations, style

from holdwater.errors import ReadError
from holdwater.read.docx.package import Package


def opened(*body: str, **other: object) -> Package:
    return Package(packed(parts(*body, **other)), "essay.docx")  # type: ignore[arg-type]


class TestParts:
    def test_the_contents_stand_one_after_the_other_as_they_were_asked_for(self) -> None:
        package = opened(p("Mühle"), footnotes=note(2, "Eine Anmerkung."))
        main = package.main()
        notes = package.related(main, "footnotes")
        assert notes is not None
        assert [part.name for part in package.parts] == ["word/document.xml", "word/footnotes.xml"]
        second = package.parts[1].raw_start
        assert package.raw[second:].startswith("<w:footnotes")
        places = [text.place for part in (main, notes) for text in part.root.texts() if text.value.strip()]
        assert [package.raw[place:][:4] for place in places] == ["Mühl", " Ein"]

    def test_parts_that_are_no_text_take_no_place(self) -> None:
        package = opened(p("a"), styles=style("A", "One"))
        main = package.main()
        assert [one.tag for one in package.trees(main, "styles")] == ["w:styles"]
        assert len(package.parts) == 1

    def test_a_damaged_part_takes_no_place_either(self) -> None:
        package = Package(packed({**parts(p("a"), footnotes=""), "word/footnotes.xml": "<w:foot"}), "essay.docx")
        assert package.related(package.main(), "footnotes") is None
        assert [part.name for part in package.parts] == ["word/document.xml"]
        assert package.unread == ["word/footnotes.xml: not well-formed XML at 1:1 (unclosed token)"]

    def test_what_is_not_named_is_neither_there_nor_missing(self) -> None:
        package = opened(p("a"))
        main = package.main()
        assert package.related(main, "footnotes") is None
        assert list(package.trees(main, "customXml")) == []
        assert package.properties("core-properties") is None
        assert package.unread == []

    def test_of_several_of_a_kind_the_first_that_is_there_is_read(self) -> None:
        links = (("a", "footnotes", "gone.xml"), ("b", "footnotes", "notes.xml"))
        more = {"word/notes.xml": f"<w:footnotes {names()}/>"}
        package = opened(p("a"), links=links, more=more)
        found = package.related(package.main(), "footnotes")
        assert found is not None
        assert found.path == "word/notes.xml"

    def test_addresses_are_kept_and_never_looked_up_in_the_archive(self) -> None:
        package = opened(
            p("a"), links=(("x", "hyperlink", "https://doe.test/a"), ("y", "footnotes", "http://doe.test"))
        )
        main = package.main()
        assert (main.relations["x"].target, main.relations["x"].external) == ("https://doe.test/a", True)
        assert list(main.related("footnotes")) == []


class TestMain:
    def test_the_part_that_is_named_goes_before_the_usual_one(self) -> None:
        made = {**parts(p("usual")), "other/main.xml": f"<w:document {names()}/>"}
        made["_rels/.rels"] = relations(("m", "officeDocument", "other/main.xml"))
        assert Package(packed(made), "essay.docx").main().path == "other/main.xml"

    @pytest.mark.parametrize("rels", ["", "<a", "<Relationships/>", relations(("m", "officeDocument", "gone.xml"))])
    def test_where_none_is_named_the_usual_one_is_taken(self, rels: str) -> None:
        made = {**parts(p("usual")), "_rels/.rels": rels}
        assert Package(packed(made), "essay.docx").main().path == "word/document.xml"

    def test_a_file_without_one_is_refused(self) -> None:
        with pytest.raises(ReadError, match="without a document in it"):
            Package(packed({"word/other.xml": "<a/>"}), "essay.docx").main()
