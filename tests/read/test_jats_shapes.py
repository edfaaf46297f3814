"""The shapes of JATS: how each element is set, what is shown of several forms, what stands between fields."""

from __future__ import annotations

import pytest

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read import read_bytes
from read.reading_checks import assert_sound, blocks, kinds, marks, note_marks, notes

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'


def article(body: str = "", *, front: str = "", back: str = "") -> Document:
    raw = f"<article {XLINK}><front>{front}</front><body>{body}</body><back>{back}</back></article>"
    document = read_bytes(raw.encode(), "mill.nxml", format="jats")
    assert_sound(document)
    return document


def entry(work: str) -> str:
    """The words of an entry of the list of references."""
    document = article(back=f'<ref-list><ref id="b1">{work}</ref></ref-list>')
    (found,) = [block for block in document.blocks if block.kind is BlockKind.REFERENCE]
    return found.span.of(document.text)


def fields(*inner: str) -> str:
    return entry(f"<element-citation>{''.join(inner)}</element-citation>")


class TestBlocks:
    @pytest.mark.parametrize(
        ("inner", "found", "kind"),
        [
            ("<p>a</p>", ["a"], ["paragraph"]),
            (
                "<verse-group><verse-line>a</verse-line><verse-line>b</verse-line></verse-group>",
                ["a\nb"],
                ["paragraph"],
            ),
            ("<speech><speaker>Doe</speaker><p>a</p></speech>", ["Doe", "a"], ["paragraph"] * 2),
            ("<preformat>a  b\n  c</preformat>", ["a  b\n  c"], ["code"]),
            ("<code>x = 1\ny</code>", ["x = 1\ny"], ["code"]),
            ("<boxed-text><p>a</p></boxed-text>", ["a"], ["paragraph"]),
            (
                "<boxed-text><caption><title>t</title></caption><p>a</p></boxed-text>",
                ["t", "a"],
                ["caption", "paragraph"],
            ),
            ("<statement><label>Claim 1</label><p>a</p></statement>", ["Claim 1", "a"], ["caption", "paragraph"]),
            ("<disp-quote><disp-quote><p>a</p></disp-quote></disp-quote>", ["a"], ["quote"]),
            ("<p>a</p><p> </p><p/><p>b</p>", ["a", "b"], ["paragraph"] * 2),
            ("<ack><title>Thanks</title><p>a</p></ack>", ["Thanks", "a"], ["heading", "paragraph"]),
            (
                "<p>a<list><list-item><p>b</p></list-item></list>c</p>",
                ["a", "b", "c"],
                ["paragraph", "list-item", "paragraph"],
            ),
            ("<table-wrap><table><tr><td>a</td><td/><td>b</td></tr></table></table-wrap>", ["a", "b"], ["table"] * 2),
            ("<graphic><alt-text>a</alt-text></graphic><p>b</p>", ["b"], ["paragraph"]),
        ],
    )
    def test_each_element_is_set_as_what_it_is(self, inner: str, found: list[str], kind: list[str]) -> None:
        document = article(inner)
        assert blocks(document) == found
        assert kinds(document) == kind

    def test_quotations_within_each_other_are_one_group_of_more_than_one_depth(self) -> None:
        document = article(
            "<disp-quote><p>a</p><disp-quote><p>b</p></disp-quote></disp-quote><disp-quote><p>c</p></disp-quote>"
        )
        assert [block.quoted for block in document.blocks] == [1, 2, 1]
        groups = [block.group for block in document.blocks]
        assert groups[0] == groups[1] != groups[2]

    def test_headings_are_as_deep_as_their_sections(self) -> None:
        inner = "<sec><title>a</title><sec><title>b</title><sec><title>c</title><p>d</p></sec></sec></sec>"
        levels = [block.level for block in article(inner).blocks if block.kind is BlockKind.HEADING]
        assert levels == [levels[0], levels[0] + 1, levels[0] + 2]

    def test_a_number_stands_before_its_heading_with_a_stop_if_it_has_none(self) -> None:
        assert blocks(article("<sec><label>1</label><title>a</title></sec>")) == ["1 a"]
        assert blocks(article("<sec><label>1.</label><title>a</title></sec>")) == ["1. a"]
        assert blocks(article("<sec><label/><title>a</title></sec>")) == ["a"]

    def test_the_parts_of_the_front_and_the_back(self) -> None:
        front = (
            "<article-meta><title-group><article-title>Mills</article-title></title-group><aff>Oberau</aff>"
            "<pub-date><year>1994</year></pub-date><volume>3</volume><abstract><title>Summary</title><p>a</p></abstract>"
            "</article-meta>"
        )
        document = article("<p>b</p>", front=front, back="<glossary><p>c</p></glossary>")
        assert [(block.span.of(document.text), block.part) for block in document.blocks] == [
            ("Mills", Part.BODY),
            ("Oberau", Part.FRONT),
            ("Summary", Part.BODY),
            ("a", Part.BODY),
            ("b", Part.BODY),
            ("c", Part.BODY),
        ]


class TestForms:
    @pytest.mark.parametrize(
        ("inner", "words"),
        [
            ("<alternatives><textual-form>a</textual-form><graphic/></alternatives>", "a"),
            ("<alternatives><graphic/><textual-form>a</textual-form></alternatives>", "a"),
            ("<alternatives><italic>a</italic><bold>b</bold></alternatives>", "a"),
            ("<abbrev>BBC<def><p>Mill Corporation</p></def></abbrev>", "BBC"),
            ("<inline-formula><tex-math>x^2</tex-math></inline-formula>", "x^2"),
            (
                "<inline-formula><mml:math><mml:mi>x</mml:mi><mml:annotation>y</mml:annotation></mml:math></inline-formula>",
                "x",
            ),
            ("H<sub>2</sub>O", "H2O"),
            ("a<x> </x>b", "a b"),
            ("a\u00adb\u200bc", "abc"),
        ],
    )
    def test_one_of_several_is_shown(self, inner: str, words: str) -> None:
        assert article(f"<p>{inner}</p>").text == words

    def test_links_have_the_address_they_lead_to(self) -> None:
        document = article(
            '<p><ext-link xlink:href=" https://a.test ">a</ext-link> <uri xlink:href="https://b.test">b</uri> '
            "<ext-link>https://c.test</ext-link> <ext-link/></p>"
        )
        assert marks(document, MarkKind.LINK) == [
            ("a", "", "https://a.test"),
            ("b", "", "https://b.test"),
            ("https://c.test", "", "https://c.test"),
        ]

    def test_a_mark_over_a_float_ends_before_it_and_goes_on_after_it(self) -> None:
        document = article("<p><italic>one <disp-quote><p>quoted</p></disp-quote> two</italic></p>")
        assert [words for words, _, _ in marks(document, MarkKind.EMPHASIS)] == ["one", "quoted", "two"]

    @pytest.mark.parametrize(
        ("target", "label"),
        [('id="p12"', "12"), ('id="page_xiv"', "xiv"), ('id="none"', None)],
    )
    def test_pages_are_called_by_the_end_of_their_names(self, target: str, label: str | None) -> None:
        document = article(f'<p>a <target target-type="page" {target}/>b</p>')
        found = [page.label for page in document.pages]
        assert found == ([label] if label else [])


class TestBetweenFields:
    NAMES = (
        "<name><surname>Doe</surname><given-names>J</given-names></name>",
        "<name><surname>Roe</surname></name>",
    )

    @pytest.mark.parametrize(
        ("inner", "words"),
        [
            (("<source>Mills</source>", "<year>1994</year>"), "Mills. 1994"),
            (("<source>Mills</source>", "<volume>3</volume>"), "Mills 3"),
            (("<volume>3</volume>", "<issue>2</issue>", "<fpage>4</fpage>", "<lpage>9</lpage>"), "3(2):4–9"),
            (("<volume>3</volume>", "<elocation-id>e7</elocation-id>"), "3:e7"),
            (("<publisher-loc>Oberau</publisher-loc>", "<publisher-name>Valley</publisher-name>"), "Oberau: Valley"),
            (("<publisher-name>Valley</publisher-name>", "<publisher-loc>Oberau</publisher-loc>"), "Valley, Oberau"),
            (("<collab>The Millers</collab>", "<etal/>"), "The Millers, et al."),
            (("<article-title>Why?</article-title>", "<source>Mills</source>"), "Why? Mills"),
            (("\n  <source>Mills</source>\n  ", "<year>1994</year>\n"), "Mills. 1994"),
            (("<source>Mills</source>", ", ", "<year>1994</year>"), "Mills, 1994"),
        ],
    )
    def test_signs_are_put_where_the_file_has_none(self, inner: tuple[str, ...], words: str) -> None:
        assert fields(*inner) == words

    def test_names_are_parted_by_commas_and_their_parts_by_blanks(self) -> None:
        group = f"<person-group>{''.join(self.NAMES)}</person-group>"
        assert fields(group, "<year>1994</year>") == "Doe J, Roe. 1994"
        editors = group.replace("<person-group>", '<person-group person-group-type="editor">')
        assert fields(editors, "<year>1994</year>") == "Doe J, Roe (eds.). 1994"

    def test_a_citation_with_words_of_its_own_is_left_as_it_is(self) -> None:
        work = f"<mixed-citation>{self.NAMES[0]}, <source>Mills</source> (<year>1994</year>).</mixed-citation>"
        assert entry(work).endswith(", Mills (1994).")

    def test_the_number_of_an_entry_stands_before_it(self) -> None:
        assert entry("<label>3</label><mixed-citation>Doe.</mixed-citation>") == "3. Doe."
        assert entry("<label>[3]</label><mixed-citation>Doe.</mixed-citation>") == "[3] Doe."
        assert entry("<label>*</label><mixed-citation>Doe.</mixed-citation>") == "* Doe."


class TestNotes:
    def test_notes_in_the_foot_of_a_table_are_tied_to_marks_in_its_caption(self) -> None:
        document = article(
            '<table-wrap><caption><p>Mills<xref ref-type="table-fn" rid="f">*</xref></p></caption>'
            "<table><tr><td>1</td></tr></table>"
            '<table-wrap-foot><fn id="f" symbol="*"><p>All.</p></fn></table-wrap-foot>'
            "</table-wrap>"
        )
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("*", "f")]
        assert notes(document) == {"f": "All."}

    def test_a_note_with_a_quotation_and_a_list_is_one_group(self) -> None:
        inner = "<p>a</p><disp-quote><p>b</p></disp-quote><list><list-item><p>c</p></list-item></list>"
        document = article(f"<p>x<fn>{inner}</fn></p>")
        found = [block for block in document.blocks if block.part is Part.NOTES]
        assert [block.span.of(document.text) for block in found] == ["a", "b", "c"]
        assert list(notes(document).values()) == ["a\n\nb\n\nc"]

    def test_one_cross_reference_may_mark_several_notes(self) -> None:
        back = '<fn-group><fn id="a"><label>1</label><p>A.</p></fn><fn id="b"><label>2</label><p>B.</p></fn></fn-group>'
        document = article('<p>x<xref ref-type="fn" rid="a b">1,2</xref></p>', back=back)
        assert [(mark.label, mark.target) for mark in note_marks(document)] == [("1", "a"), ("2", "b")]
        assert blocks(document)[0] == "x"

    def test_notes_that_mark_each_other_are_each_written_once(self) -> None:
        def note(name: str, other: str) -> str:
            return f'<fn id="{name}"><p>{name.upper()}<xref ref-type="fn" rid="{other}">x</xref></p></fn>'

        document = article(
            '<p>x<xref ref-type="fn" rid="a">1</xref></p>',
            back=f"<fn-group>{note('a', 'b')}{note('b', 'a')}</fn-group>",
        )
        assert notes(document) == {"a": "A", "b": "B"}
