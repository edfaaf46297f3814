"""DOCX: the pieces that the reader is made of, each on its own."""

from __future__ import annotations

import pytest
from docx_factory import level, names, p, style, word
from hypothesis import given
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.document import Span
from holdwater.read.docx.equations import equation
from holdwater.read.docx.fields import FieldKind, arguments_of, kind_of, link_target
from holdwater.read.docx.labels import label, whole
from holdwater.read.docx.lines import Lines, Story
from holdwater.read.docx.numbering import Numbering
from holdwater.read.docx.package import PREFIXES, within
from holdwater.read.docx.properties import Indent, indent_of, is_on
from holdwater.read.docx.styles import Role, Styles
from holdwater.read.docx.symbols import symbol
from holdwater.read.docx.typed_notes import typed_bodies
from holdwater.read.roman import roman
from holdwater.read.xml import Element, Text, grow


def tree(inner: str, tag: str = "w:x") -> Element:
    return grow(f"<{tag} {names()}>{inner}</{tag}>", "piece", PREFIXES)


class TestLabels:
    @pytest.mark.parametrize(
        ("number", "form", "printed"),
        [
            (4, "decimal", "4"), (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (3, "lowerLetter", "c"),
            (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (5, "chicago", "**"), (4, "chicago", "§"),
            (7, "decimalZero", "07"), (3, "bullet", ""), (3, "none", ""), (3, "hebrew1", "3"), (0, "lowerRoman", "0"),
            (10**9, "lowerRoman", "1000000000"), (-3, "upperLetter", "-3"),
        ],
    )  # fmt: skip
    def test_numbers_are_written_as_word_does(self, number: int, form: str, printed: str) -> None:
        assert label(number, form) == printed

    @given(st.integers(1, 3999))
    def test_roman_numerals_add_up(self, number: int) -> None:
        values = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
        written = [values[sign] for sign in roman(number)]
        pairs = zip(written, [*written[1:], 0], strict=True)
        assert sum(-one if one < after else one for one, after in pairs) == number

    @given(st.text(max_size=12))
    def test_what_is_no_number_is_the_default(self, written: str) -> None:
        found = whole(written, 77)
        assert found == 77 or str(found).lstrip("-") == written.lstrip("-").lstrip("0") or found == 0


class TestNumbering:
    LISTS = (
        f'<w:abstractNum w:abstractNumId="0">{level(0)}{level(1, "lowerLetter", "%1.%2)")}'
        f"{level(2, 'lowerRoman', '(%3)', '<w:lvlRestart w:val=' + chr(34) + '0' + chr(34) + '/>')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
        f'<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "upperRoman")}'
        "</w:lvlOverride></w:num>"
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="S"/>{level(0, text="%1:")}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    )

    def steps(self, *items: tuple[int, int]) -> list[str]:
        numbering = Numbering(tree(self.LISTS))
        return [numbering.step(number, depth) for number, depth in items]

    def test_inner_lists_begin_again_after_an_outer_item(self) -> None:
        items = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
        assert self.steps(*items) == ["1.", "1.a)", "1.b)", "2.", "2.a)"]

    def test_a_level_that_is_never_set_back_goes_on(self) -> None:
        assert self.steps((1, 2), (1, 0), (1, 2)) == ["(i)", "1.", "(ii)"]

    def test_two_numbers_of_one_list_go_on_counting_unless_one_starts_over(self) -> None:
        assert self.steps((1, 0), (2, 0), (3, 0), (3, 0), (1, 0)) == ["1.", "2.", "5.", "6.", "7."]

    def test_levels_may_be_overridden_or_left_to_a_style(self) -> None:
        assert self.steps((4, 0), (7, 0), (7, 0)) == ["I.", "1:", "2:"]

    def test_what_is_not_there_has_no_number(self) -> None:
        assert self.steps((99, 0), (1, 8)) == ["", ""]
        assert Numbering(None).step(1, 0) == ""
        assert Numbering(None).level(1, 0) is None


class TestFields:
    @pytest.mark.parametrize(
        ("instruction", "kind"),
        [
            (' HYPERLINK "x"', FieldKind.LINK), ("hyperlink x", FieldKind.LINK), ("TOC \\o", FieldKind.CONTENTS),
            ("CITATION Doe", FieldKind.CITATION), ("BIBLIOGRAPHY", FieldKind.REFERENCES), ("REF x", FieldKind.OTHER),
            (" ADDIN ZOTERO_ITEM CSL_CITATION {}", FieldKind.CITATION), ("ADDIN EN.CITE <x>", FieldKind.CITATION),
            ("ADDIN EN.CITE.DATA", FieldKind.OTHER), ("ADDIN EN.REFLIST", FieldKind.REFERENCES),
            ("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", FieldKind.REFERENCES), ("NOTEREF x", FieldKind.NOTE),
            ("ADDIN CitaviBibliography x", FieldKind.REFERENCES), ("", FieldKind.OTHER), ("  ", FieldKind.OTHER),
        ],
    )  # fmt: skip
    def test_what_a_field_prints(self, instruction: str, kind: FieldKind) -> None:
        assert kind_of(instruction) is kind

    def test_arguments_and_switches(self) -> None:
        found = arguments_of(r'HYPERLINK "a \"b\" c" plain \l "the end" \n \o')
        assert found.words == ('a "b" c', "plain")
        assert found.switches == (("l", "the end"), ("n", ""), ("o", ""))
        assert found.switch("l") == "the end"
        assert found.switch("z") is None

    def test_link_targets(self) -> None:
        assert link_target('HYPERLINK "https://a.test" \\l "b"') == "https://a.test#b"
        assert link_target('HYPERLINK \\l "b"') == "#b"
        assert link_target("HYPERLINK") == ""

    @given(st.text(alphabet='a"\\ l', max_size=40))
    def test_any_instruction_can_be_taken_apart(self, told: str) -> None:
        found = arguments_of(told)
        assert all(word for word in found.words) or '""' in told


class TestPaths:
    @pytest.mark.parametrize(
        ("folder", "target", "path"),
        [
            ("word", "styles.xml", "word/styles.xml"), ("word", "../customXml/item1.xml", "customXml/item1.xml"),
            ("word", "/docProps/core.xml", "docProps/core.xml"), ("", "word/document.xml", "word/document.xml"),
            ("word/deep", "../../../../etc/passwd", "etc/passwd"), ("word", "./a/./b//c", "word/a/b/c"), ("", "..", ""),
        ],
    )  # fmt: skip
    def test_targets_are_taken_from_the_parts_folder(self, folder: str, target: str, path: str) -> None:
        assert within(folder, target) == path


class TestProperties:
    @pytest.mark.parametrize(
        ("xml", "on"),
        [("<w:b/>", True), ('<w:b w:val="1"/>', True), ('<w:b w:val="off"/>', False), ('<w:b w:val="False"/>', False)],
    )
    def test_switches(self, xml: str, on: bool) -> None:
        assert is_on(tree(xml).first("w:b")) is on
        assert is_on(None) is None

    def test_indentation(self) -> None:
        assert indent_of(tree('<w:ind w:left="720" w:hanging="360"/>')) == Indent(720, None, -360)
        assert indent_of(tree('<w:ind w:start="12.5pt" w:end="20"/>')) == Indent(240, 20, None)
        assert indent_of(None) == Indent()
        assert Indent(left=1).over(Indent(2, 3, 4)) == Indent(1, 3, 4)


class TestStyles:
    def test_a_chain_is_counted_in_from_its_root(self) -> None:
        bold = "<w:rPr><w:b/></w:rPr>"
        styles = Styles(
            tree(style("A", "Quote", bold) + style("B", "Mine", based="A") + style("C", "x", bold, "character"))
        )
        mine = styles.paragraph("B")
        assert (mine.role, mine.bold, mine.italic) == (Role.QUOTE, True, False)
        assert styles.run("C").bold
        assert not styles.run("").bold
        assert not styles.run("B").bold

    def test_without_a_styles_part_all_is_plain(self) -> None:
        assert Styles(None).paragraph("Heading1").level == 0
        assert Styles(None).language == ""

    def test_a_heading_based_on_a_quotation_is_a_heading(self) -> None:
        styles = Styles(tree(style("A", "Quote") + style("H", "heading 2", based="A")))
        assert (styles.paragraph("H").role, styles.paragraph("H").level) == (None, 2)


class TestSymbols:
    @pytest.mark.parametrize(
        ("font", "code", "sign"),
        [
            ("Symbol", "F062", "β"), ("Symbol", "62", "β"), ("Symbol", "F0B3", "≥"), ("symbol", "F0FE", "⎭"),
            ("Symbol", "F080", "\ufffd"), ("Wingdings", "F04A", "☺"), ("Wingdings", "F001", ""), ("Arial", "00A7", "§"),
            ("Webdings", "F061", "\ufffd"), ("Arial", "", ""), ("Arial", "FFFFFF", ""), ("Arial", "0007", ""),
        ],
    )  # fmt: skip
    def test_characters_of_fonts(self, font: str, code: str, sign: str) -> None:
        expected = "\ufffd" if (font, code) == ("Wingdings", "F001") else sign
        assert symbol(font, code) == expected


def run(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


class TestEquations:
    @pytest.mark.parametrize(
        ("xml", "line"),
        [
            ("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>", "a/b"),
            ("<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>", "a^b"),
            ("<m:sSub><m:e>{a}</m:e><m:sub>{b}</m:sub></m:sSub>", "a_b"),
            ("<m:rad><m:deg/><m:e>{a}</m:e></m:rad>", "√a"),
            ("<m:d><m:e>{a}</m:e><m:e>{b}</m:e></m:d>", "(a|b)"),
            ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{a}</m:e></m:d>', "[a"),
            ("<m:nary><m:sub>{a}</m:sub><m:sup/><m:e>{b}</m:e></m:nary>", "∫_a b"),
            ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e>{b}</m:e></m:nary>', "∑ b"),
            ("<m:func><m:fName>{a}</m:fName><m:e>{b}</m:e></m:func>", "a b"),
            ("<m:m><m:mr><m:e>{a}</m:e><m:e>{b}</m:e></m:mr></m:m>", "a b  "),
            ("<w:del>{a}</w:del>{b}", "b"),
        ],
    )
    def test_an_equation_in_one_line(self, xml: str, line: str) -> None:
        letters = {one: f"<m:r><m:t>{one}</m:t></m:r>" for one in "ab"}
        pieces = equation(tree(xml.format(**letters), "m:oMath"))
        assert "".join(one.value if isinstance(one, Text) else one for one in pieces) == line

    @pytest.mark.parametrize(
        ("num", "den", "line"),
        [
            ("a+b", "c", "(a+b)/c"),
            ("1", "2", "1/2"),
            ("1.5", "c\u2032", "1.5/c\u2032"),
            ("2x", "3", "2x/3"),
            ("1", "2x", "1/(2x)"),
            ("a", "b \u2212 c", "a/(b \u2212 c)"),
            ("distance", "time", "distance/time"),
            ("", "c", "/c"),
            ("a b", "c", "(a b)/c"),
        ],
    )
    def test_fractions_have_brackets_where_the_line_does_not_hold_them_together(
        self, num: str, den: str, line: str
    ) -> None:
        assert self.written(f"<m:f><m:num>{run(num)}</m:num><m:den>{run(den)}</m:den></m:f>") == line

    @pytest.mark.parametrize(
        ("xml", "line"),
        [
            ("<m:sSup><m:e>{x}</m:e><m:sup>{sum}</m:sup></m:sSup>", "x^(n+1)"),
            ("<m:sSup><m:e>{x}</m:e><m:sup>{x}</m:sup></m:sSup>", "x^x"),
            ("<m:sSub><m:e>{x}</m:e><m:sub>{sum}</m:sub></m:sSub>", "x_(n+1)"),
            ("<m:rad><m:deg/><m:e>{sum}</m:e></m:rad>", "\u221a(n+1)"),
            ("<m:rad><m:deg/><m:e>{x}</m:e></m:rad>", "\u221ax"),
            ("<m:sSup><m:e>{x}</m:e><m:sup><m:d><m:e>{sum}</m:e></m:d></m:sup></m:sSup>", "x^(n+1)"),
            ("<m:f><m:num><m:d><m:e>{sum}</m:e></m:d></m:num><m:den>{x}</m:den></m:f>", "(n+1)/x"),
            ("<m:f><m:num><m:sSup><m:e>{x}</m:e><m:sup>{x}</m:sup></m:sSup></m:num><m:den>{x}</m:den></m:f>", "x^x/x"),
            (
                "<m:sSup><m:e>{x}</m:e><m:sup><m:sSup><m:e>{x}</m:e><m:sup>{x}</m:sup></m:sSup></m:sup></m:sSup>",
                "x^(x^x)",
            ),
            (
                "<m:f><m:num><m:f><m:num>{x}</m:num><m:den>{x}</m:den></m:f></m:num><m:den>{x}</m:den></m:f>",
                "(x/x)/x",
            ),
            ("<m:nary><m:naryPr><m:chr m:val='\u2211'/></m:naryPr><m:sub>{sum}</m:sub><m:sup>{x}</m:sup><m:e>{x}</m:e>"
             "</m:nary>", "\u2211_(n+1)^x x"),
            ("<m:f><m:num><m:ctrlPr/>{x}</m:num><m:den><w:del>{sum}</w:del>{x}</m:den></m:f>", "x/x"),
            ("<m:sSup><m:e>{sum}</m:e><m:sup>{x}</m:sup></m:sSup>", "n+1^x"),
        ],
    )  # fmt: skip
    def test_scripts_roots_and_fractions_within_each_other(self, xml: str, line: str) -> None:
        assert self.written(xml.format(x=run("x"), sum=run("n") + run("+1"))) == line

    def test_fractions_within_each_other_take_no_longer_than_their_length(self) -> None:
        deep = run("a+b" * 20_000)
        for _ in range(190):
            deep = f"<m:f><m:num>{deep}</m:num></m:f>"
        assert within_seconds(2, lambda: self.written(deep)).startswith("((")

    def written(self, xml: str) -> str:
        pieces = equation(tree(xml, "m:oMath"))
        return "".join(one.value if isinstance(one, Text) else one for one in pieces)

    def test_equations_stand_among_the_words(self) -> None:
        inner = "<m:r><m:t>x = 1</m:t></m:r>"
        document = word(
            p("So ", f"<m:oMath>{inner}</m:oMath>", "."), p(f"<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>")
        )
        assert document.text == "So x = 1.\n\nx = 1"


class TestLines:
    def test_stories_are_counted_one_after_the_other(self) -> None:
        lines = Lines()
        for story, at in ((Story.BODY, 0), (Story.NOTES, 10), (Story.BODY, 20)):
            lines.story = story
            lines.begin()
            lines.first(at)
            lines.end(at + 5)
        found = lines.finished()
        assert found.numbers == (1, 3, 2)
        assert found.at(12) == (3, 3)
        assert found.at(16) == (3, 6)


class TestTypedBodies:
    def test_numbers_must_follow_each_other(self) -> None:
        document = word(p("Text."), p("1. One."), p("2) Two."), p("[3] Three."), p("5. Five."))
        assert typed_bodies(document.text, document.blocks, 3) == [range(1, 2), range(2, 3), range(3, 4)]
        assert typed_bodies(document.text, document.blocks, Span(0, len(document.text)).end) == []
