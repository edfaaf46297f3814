"""Word files that are broken or hostile: read, or refused in one line, in bounded time."""

from __future__ import annotations

import io
import random
import zipfile
from functools import partial
from pathlib import Path

import pytest
from docx_factory import field, level, names, note, note_mark, numbered, p, packed, parts, r, relations, style, word
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_checks import DATA, assert_sound, blocks, note_marks

from clock import within_seconds
from holdwater.document import Document
from holdwater.errors import ReadError, UnreadableError
from holdwater.read import read_bytes

MILL = (Path(__file__).parents[1] / "formats" / "texts" / "mill.docx").read_bytes()
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def outcome(data: bytes) -> Document | None:
    """What is read of the bytes; None where they are refused. Anything but a ReadError comes through."""
    try:
        document = read_bytes(data, "essay.docx", format="docx")
    except ReadError as fault:
        one_line = fault.what and "\n" not in str(fault)
        return None if one_line else pytest.fail(f"not one line: {fault}")
    assert_sound(document)
    return document


def with_part(path: str, content: str | bytes) -> bytes:
    """Our text with one part replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MILL)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == path else old.read(name))
    return made.getvalue()


class TestBrokenFiles:
    @pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9, 0.999])
    def test_a_truncated_file_is_refused(self, share: float) -> None:
        with pytest.raises(ReadError, match="damaged or truncated"):
            read_bytes(MILL[: int(len(MILL) * share)], "essay.docx")

    def test_an_encrypted_file_is_refused_as_such(self) -> None:
        container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
        with pytest.raises(UnreadableError, match="encrypted"):
            read_bytes(container, "essay.docx")

    def test_an_encrypted_member_is_refused_as_such(self) -> None:
        data = bytearray(packed(parts(p("Text."))))
        at = 0
        while (at := data.find(b"PK\x01\x02", at)) >= 0:
            data[at + 8] |= 1
            at += 4
        with pytest.raises(UnreadableError, match="encrypted"):
            read_bytes(bytes(data), "essay.docx", format="docx")

    @pytest.mark.parametrize(
        ("xml", "says"),
        [
            ("<w:document", "not well-formed"),
            ("", "not well-formed"),
            ("<a><b></a>", "not well-formed"),
            (f"<w:document {names()}><w:body>{p('&#xD800;')}</w:body></w:document>", "not well-formed"),
            (f"<w:document {names()}><w:body>{p('&#0;')}</w:body></w:document>", "not well-formed"),
            (b"\xff\xfe\x00\xd8", "utf-16"),
            (b"\x00\x01\x02", "UTF-16"),
        ],
    )
    def test_a_main_part_that_is_no_sound_xml_is_refused(self, xml: str | bytes, says: str) -> None:
        with pytest.raises(ReadError, match=says):
            read_bytes(with_part("word/document.xml", xml), "essay.docx")

    def test_a_main_part_of_another_kind_has_no_words(self) -> None:
        document = outcome(with_part("word/document.xml", "<html><body>Words</body></html>"))
        assert document is not None
        assert document.text == ""

    @pytest.mark.parametrize(
        "path", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "docProps/core.xml"]
    )
    def test_parts_that_are_named_but_missing_are_done_without(self, path: str) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(MILL)) as old, zipfile.ZipFile(made, "w") as new:
            for name in old.namelist():
                if name != path:
                    new.writestr(name, old.read(name))
        document = outcome(made.getvalue())
        assert document is not None
        assert len(note_marks(document)) == 4

    def test_a_part_in_utf_16_is_read(self) -> None:
        xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document {names()}><w:body>{p("Mühle")}</w:body></w:document>'
        document = outcome(with_part("word/document.xml", xml.encode("utf-16")))
        assert document is not None
        assert document.blocks[0].span.of(document.text) == "Mühle"


class TestEntitiesAndBombs:
    def test_declared_entities_are_refused(self) -> None:
        lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))
        xml = f"<!DOCTYPE w [{lol}]><w:document {names()}><w:body>{p('&a9;')}</w:body></w:document>"
        with pytest.raises(ReadError, match="declares the entity"):
            read_bytes(with_part("word/document.xml", xml), "essay.docx")

    def test_outside_entities_are_not_fetched(self) -> None:
        told = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        xml = f"{told}<w:document {names()}><w:body>{p('a&x;b')}</w:body></w:document>"
        document = outcome(with_part("word/document.xml", xml))
        assert document is None or "root:" not in document.text

    def test_a_bomb_is_refused(self) -> None:
        bomb = parts(p("Text."))
        bomb["word/document.xml"] = bomb["word/document.xml"].replace("Text.", " " * 80_000_000)
        with pytest.raises(ReadError, match="unpacks to more"):
            read_bytes(packed(bomb), "essay.docx")


class TestCircles:
    def test_styles_that_are_based_on_each_other(self) -> None:
        styles = style("A", "One", based="B") + style("B", "heading 2", based="C") + style("C", "Three", based="A")
        document = word(p("a", style="A"), p("b", style="B"), p("c", style="C"), styles=styles)
        assert len(document.blocks) == 3
        assert {block.level for block in document.blocks} == {2}
        alone = style("A", "One", based="A")
        assert blocks(word(p("a", style="A"), styles=alone)) == ["a"]

    def test_a_long_chain_of_styles_is_cut(self) -> None:
        styles = "".join(style(f"S{n}", f"Style {n}", based=f"S{n + 1}") for n in range(3000))
        body = "".join(p("a", style=f"S{n}") for n in range(3000))
        within_seconds(5, lambda: outcome(packed(parts(body, styles=styles))))

    def test_lists_whose_links_run_in_a_circle(self) -> None:
        def abstract(number: int, links: str, to: str) -> str:
            inner = f'<w:styleLink w:val="{links}"/><w:numStyleLink w:val="{to}"/>'
            return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'

        lists = (
            abstract(0, "A", "B") + abstract(1, "B", "A") + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        assert blocks(word(p("a", props=numbered()), numbering=lists)) == ["a"]

    def test_lists_that_are_nowhere_and_numbers_that_are_none(self) -> None:
        lists = f'<w:abstractNum w:abstractNumId="0">{level(0)}</w:abstractNum><w:num w:numId="x"/>'
        wild = '<w:numPr><w:ilvl w:val="999999999999"/><w:numId w:val="-7"/></w:numPr>'
        assert blocks(word(p("a", props=numbered(5)), p("b", props=wild), numbering=lists)) == ["a", "b"]

    def test_a_part_that_is_its_own_footnotes_and_styles(self) -> None:
        links = (
            ("a", "footnotes", "document.xml"),
            ("b", "styles", "document.xml"),
            ("c", "numbering", "document.xml"),
        )
        assert blocks(word(p("a", note_mark(2)), links=links)) == ["a"]

    def test_notes_that_mark_each_other_and_themselves(self) -> None:
        footnotes = note(2, p("x", note_mark(3), note_mark(2))) + note(3, p("y", note_mark(2)))
        document = word(p("a", note_mark(2)), footnotes=footnotes)
        assert_sound(document)
        assert len(document.notes) == 2


class TestPaths:
    @pytest.mark.parametrize(
        "target", ["../../../etc/passwd", "/../../etc/passwd", "//host/share", "C:\\word.xml", "%2e%2e/x", "", "."]
    )
    def test_targets_outside_the_archive_are_not_there(self, target: str) -> None:
        links = tuple((kind, kind, target) for kind in ("styles", "footnotes", "comments", "customXml"))
        section = '<w:sectPr><w:headerReference r:id="styles"/></w:sectPr>'
        document = word(p("a", note_mark(2)), section, links=links)
        assert blocks(document) == ["a"]

    def test_external_targets_are_not_fetched(self) -> None:
        links = tuple((kind, kind, "http://127.0.0.1:9/x.xml") for kind in ("styles", "footnotes", "numbering"))
        assert blocks(word(p("a", note_mark(2)), links=links)) == ["a"]
        made = parts(p("a"))
        made["_rels/.rels"] = relations(("m", "officeDocument", "file:///etc/passwd"))
        document = outcome(packed(made))
        assert document is not None
        assert document.text == "a"

    def test_climbing_targets_that_end_in_the_archive_are_found(self) -> None:
        links = (("f", "footnotes", "../../word/./x/../notes.xml"),)
        more = {"word/notes.xml": f"<w:footnotes {names()}>{note(2, 'Found.')}</w:footnotes>"}
        assert blocks(word(p("a", note_mark(2)), links=links, more=more)) == ["a", "Found."]


def nested(tag: str, depth: int, inner: str) -> str:
    return f"<w:{tag}>" * depth + inner + f"</w:{tag}>" * depth


class TestDepth:
    def test_ten_thousand_elements_within_each_other_are_refused(self) -> None:
        for tag in ("ins", "sdt", "smartTag"):
            with pytest.raises(ReadError, match="nested too deep"):
                word(p(nested(tag, 10_000, r("a"))))

    def test_ten_thousand_tables_within_each_other_are_refused(self) -> None:
        cells = "<w:tbl><w:tr><w:tc>" * 10_000 + p("a") + "</w:tc></w:tr></w:tbl>" * 10_000
        with pytest.raises(ReadError, match="nested too deep"):
            word(cells)

    def test_as_deep_as_is_allowed_is_read(self) -> None:
        cells = "<w:tbl><w:tr><w:tc>" * 120 + p("a") + "</w:tc></w:tr></w:tbl>" * 120
        assert blocks(word(cells)) == ["a"]
        assert blocks(word(p(nested("ins", 380, r("a"))))) == ["a"]
        boxes = p("x")
        for _ in range(60):
            boxes = p("y", BOX.format(boxes))
        assert len(word(boxes).blocks) == 61
        math = nested("e", 380, "<m:r><m:t>z</m:t></m:r>").replace("w:e", "m:e")
        assert blocks(word(p(f"<m:oMath>{math}</m:oMath>"))) == ["z"]


MANY = 20_000
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
LINK = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"


class TestTime:
    """A megabyte or two of each; a few seconds at most, and no more than in proportion."""

    @pytest.mark.parametrize(
        "body",
        [
            p(BEGIN * MANY, "words"),
            p((BEGIN + SEPARATE) * (MANY // 2), "words"),
            p((BEGIN + LINK + SEPARATE + r("w")) * (MANY // 4)),
            p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * MANY, "words"),
            p('<w:hyperlink w:anchor="x"/>' * MANY),
            p(*(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(MANY)), note_mark(2) * 1000),
            p('<w:commentRangeStart w:id="0"/>' * MANY, "words"),
            p(BOX.format("<w:p/>") * (MANY // 4)),
            p("<mc:AlternateContent><mc:Choice><w:r/></mc:Choice></mc:AlternateContent>" * (MANY // 2)),
            p(("<mc:AlternateContent><mc:Choice>" * 190 + "</mc:Choice></mc:AlternateContent>" * 190) * 50),
            p(props="<w:rPr><w:del/></w:rPr>") * (MANY // 4),
            p("a", props="<w:rPr><w:del/></w:rPr>") * (MANY // 4),
            p("<w:r><w:br/></w:r>" * MANY),
            p(r("1", '<w:vertAlign w:val="superscript"/>') * (MANY // 4)),
            p(r("a ", "<w:i/>") + r("b ", "<w:b/>")) * (MANY // 8),
            p(" " * 500_000 + "x" + " " * 500_000),
            p("ab " * 300_000),
            p(r("Works Cited", "<w:b/>")) * (MANY // 8),
            p("a", props='<w:outlineLvl w:val="0"/>') * (MANY // 8),
            p(note_mark(2) * MANY),
        ],
        ids=lambda body: body[60:120],
    )
    def test_hostile_bodies_take_no_longer_than_their_length(self, body: str) -> None:
        within_seconds(4, lambda: outcome(packed(parts(body, footnotes=note(2, "x")))))

    def test_many_notes_and_many_lists(self) -> None:
        footnotes = "".join(note(n, "x") for n in range(2, 4_000))
        body = "".join(p("a", note_mark(n), props=numbered(n)) for n in range(2, 4_000))
        num = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(2, 4_000))
        lists = f'<w:abstractNum w:abstractNumId="0">{level(0)}</w:abstractNum>{num}'
        within_seconds(8, lambda: outcome(packed(parts(body, footnotes=footnotes, numbering=lists))))

    def test_citations_with_thousands_of_items(self) -> None:
        told = (
            '{"citationItems": ['
            + ",".join(f'{{"id": {n}, "itemData": {{"title": "x"}}}}' for n in range(8_000))
            + "]}"
        )
        body = p(field(f"ADDIN CSL_CITATION {told.replace(chr(34), '&quot;')}", "(Doe)"))
        within_seconds(8, lambda: outcome(packed(parts(body))))

    def test_titles_of_many_brackets_in_instructions(self) -> None:
        for told in (
            'HYPERLINK "' + '\\"' * 200_000,
            "CITATION " + "\\m " * 200_000,
            "ADDIN EN.CITE " + "<EndNote>" * 50_000,
        ):
            data = packed(parts(p(field(told.replace("<", "&lt;").replace('"', "&quot;"), "x"))))
            within_seconds(5, partial(outcome, data))


class TestMangled:
    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_mangled_bytes_are_refused_or_read(self, data: st.DataObject) -> None:
        mangled = bytearray(MILL)
        for _ in range(data.draw(st.integers(1, 12))):
            at = data.draw(st.integers(0, len(mangled) - 1))
            mangled[at] = data.draw(st.integers(0, 255))
        outcome(bytes(mangled))

    @settings(max_examples=200, deadline=None)
    @given(st.data())
    def test_pieces_of_markup_in_any_order_are_refused_or_read(self, data: st.DataObject) -> None:
        pieces = st.sampled_from(
            [
                "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tc>", "</w:tc>", "<w:t>mill </w:t>",
                "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", '<w:fldChar w:fldCharType="begin"/>', "<w:br/>",
                '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', "<w:txbxContent>",
                "</w:txbxContent>", '<w:footnoteReference w:id="2"/>', "<w:instrText>TOC</w:instrText>", "<w:ins>",
                "</w:ins>", "<w:sdt>", "</w:sdt>", '<w:hyperlink w:anchor="a">', "</w:hyperlink>", "<w:pict>",
                "</w:pict>",
                '<w:pPr><w:pStyle w:val="Zitat"/></w:pPr>', '<w:fldSimple w:instr="TOC">', "</w:fldSimple>",
            ]
        )  # fmt: skip
        body, waiting = [], []
        for piece in data.draw(st.lists(pieces, max_size=60)):
            if piece.startswith("</"):
                if f"</{waiting[-1] if waiting else ''}>" == piece:
                    body.append(f"</{waiting.pop()}>")
            else:
                body.append(piece)
                if not piece.endswith("/>") and "</" not in piece:
                    waiting.append(piece[1:-1].split()[0])
        body.extend(f"</{tag}>" for tag in reversed(waiting))
        xml = f"<w:document {names()}><w:body>{''.join(body)}</w:body></w:document>"
        document = outcome(with_part("word/document.xml", xml))
        assert document is not None

    @pytest.mark.data
    @pytest.mark.skipif(not DATA.exists(), reason="the evaluation data is not here")
    def test_real_files_with_bytes_changed_are_refused_or_read(self) -> None:
        chance = random.Random(7)
        for path in sorted((DATA / "formats" / "pandoc-tests" / "docx").glob("*.docx")):
            data = bytearray(path.read_bytes())
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            outcome(bytes(data))
