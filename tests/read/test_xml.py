"""The tree of an XML file: every stretch of text at its place, small faults of other programs mended, no growth."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import within_seconds
from holdwater.errors import ReadError
from holdwater.read import xml
from holdwater.read.xml import Comment, Element, grow

MANY = 500_000


def texts(raw: str) -> list[tuple[str, int]]:
    return [(text.value, text.place) for text in grow(raw, "mill.xml").texts() if text.value.strip()]


def declared(*entities: str, body: str = "") -> str:
    inner = "".join(f"<!ENTITY {one}>" for one in entities)
    return f"<!DOCTYPE a [{inner}]><a>{body}</a>"


def grown_or_refused(raw: str) -> None:
    with suppress(ReadError):
        grow(raw, "mill.xml")


class TestPlaces:
    def test_text_stands_where_the_file_has_it_counted_in_characters(self) -> None:
        raw = "<a>Mühle <b>läuft</b> – <c/>heute</a>"
        assert texts(raw) == [(words, raw.index(words)) for words in ("Mühle ", "läuft", " – ", "heute")]

    def test_places_are_counted_from_where_the_part_begins(self) -> None:
        root = grow("<a>mill</a>", "x", start=100)
        assert (root.place, [text.place for text in root.texts()]) == (100, [103])

    def test_an_entity_stands_at_its_sign_and_is_not_exact(self) -> None:
        root = grow("<a>corn &lt; mill&nbsp;x</a>", "x")
        found = [(text.value, text.place, text.exact) for text in root.texts()]
        assert found == [
            ("corn ", 3, True),
            ("<", 8, False),
            (" mill", 12, True),
            ("\u00a0", 17, False),
            ("x", 23, True),
        ]

    def test_names_get_the_prefixes_that_are_asked_for_and_no_others(self) -> None:
        root = grow('<p:a xmlns:p="urn:one" xmlns:q="urn:two" p:x="1" q:y="2" z="3"/>', "x", {"urn:one": "w"})
        assert (root.tag, dict(root.attributes)) == ("w:a", {"w:x": "1", "y": "2", "z": "3"})

    def test_elements_are_found_by_name_and_by_path(self) -> None:
        root = grow("<a><b><c>1</c></b><b><c>2</c><d/></b></a>", "x")
        first = root.first("b", "c")
        assert first is not None
        assert first.words() == "1"
        assert root.first("b", "d") is None
        assert [one.tag for one in root.walk("c", "d")] == ["c", "c", "d"]


class TestRepeatedAttributes:
    def test_the_first_of_an_attribute_that_an_element_has_twice_counts(self) -> None:
        root = grow('<a><b x="1" y="2" x="3"/></a>', "x")
        assert [dict(one.attributes) for one in root.elements()] == [{"x": "1", "y": "2"}]

    def test_places_and_lines_stay_true_around_them(self) -> None:
        raw = "<a>vör <b ä='ü'\n ä='ö' c = \"d\"\n c='é'>Mühle</b>\n<d e='1' e='2'/>nach</a>"
        assert texts(raw) == [(words, raw.index(words)) for words in ("vör ", "Mühle", "nach")]

    def test_words_that_look_like_tags_in_comments_and_in_character_data_are_left_alone(self) -> None:
        kept = "<b x='1' x='2'>"
        raw = f"<a><c y='1' y='2'/><![CDATA[{kept}]]><!-- {kept} --><?{kept[1:-1]}?>end</a>"
        assert texts(raw) == [(kept, raw.index(kept)), ("end", raw.index("end<"))]

    def test_many_are_mended_in_time_that_grows_with_the_file(self) -> None:
        root = within_seconds(2.5, lambda: grow("<a>" + "<b x='1' x='2'/>" * 30_000 + "</a>", "x"))
        assert len(root.children) == 30_000

    @pytest.mark.parametrize(
        "rest", ["<!-- " * 100_000, "<c " * 150_000, "<c " + " " * MANY, "<c " + "x" * MANY, "<c x='" + "<" * MANY],
        ids=lambda rest: rest[:6],
    )  # fmt: skip
    def test_what_follows_them_may_be_anything(self, rest: str) -> None:
        within_seconds(2.5, lambda: grown_or_refused(f"<a><b x='' x=''/>{rest}"))

    def test_the_same_name_under_two_prefixes_is_refused_with_its_place(self) -> None:
        with pytest.raises(ReadError, match=r"not well-formed XML at 2:1 \(duplicate attribute\)"):
            grow('<a xmlns:p="u" xmlns:q="u">\n<b p:x="1" q:x="2"/></a>', "mill.xml")

    def test_another_fault_after_one_is_refused_with_its_own_place(self) -> None:
        with pytest.raises(ReadError, match="not well-formed XML at 2:6"):
            grow("<a><b x='1' x='2'/>\n<c></d></a>", "mill.xml")


class TestHyphensInComments:
    @pytest.mark.parametrize(
        "comment", ["<!-- a -- b -->", "<!-- a --- b --->", "<!------>", "<!-- a -- <b c='' c=''> -->"]
    )
    def test_a_comment_may_hold_two_hyphens(self, comment: str) -> None:
        raw = f"<a>vör{comment}<b x='1' x='2'/>nach</a>"
        assert texts(raw) == [("vör", 3), ("nach", raw.index("nach"))]

    def test_elsewhere_a_sign_that_may_not_stand_there_is_refused(self) -> None:
        with pytest.raises(ReadError, match=r"1:19 .*invalid token"):
            grow("<a><!-- a --><b> & -- --></b></a>", "mill.xml")
        with pytest.raises(ReadError, match="invalid token"):
            grow("<a><!-- a -- b </a>", "mill.xml")

    def test_many_are_mended_in_time_that_grows_with_the_file(self) -> None:
        within_seconds(2.5, lambda: grown_or_refused("<a>" + "<!-- -- -->" * 50_000 + "</a>"))
        within_seconds(2.5, lambda: grown_or_refused("<a><!-- " + "- " * 250_000 + "--" * 250_000 + "</a>"))
        within_seconds(2.5, lambda: grown_or_refused("<a><!-- x -- y -->" + "<!--" * 150_000))


class TestEntities:
    def test_short_plain_words_are_read_at_the_place_of_their_reference(self) -> None:
        raw = declared('mill "the Oberau mill"', 'uuml "&#252;"', body="At &mill; we m&uuml;ll.")
        places = {"At ": "At ", "the Oberau mill": "&mill;", " we m": " we m", "ü": "&uuml;", "ll.": "ll.<"}
        assert texts(raw) == [(words, raw.index(written)) for words, written in places.items()]

    def test_they_are_read_in_attributes_too(self) -> None:
        assert grow(declared('x "mill"', body="<b c='the &x;'/>"), "x").children[0].get("c") == "the mill"  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "entity",
        ['x "<b/>"', 'x "&#60;b/>"', 'x "&#38;y;"', 'x "&amp;"', 'x "100&#37;"', f'x "{"a" * 101}"'],
    )
    def test_markup_references_and_long_texts_are_refused(self, entity: str) -> None:
        with pytest.raises(ReadError, match="declares the entity &x;"):
            grow(declared(entity, body="&x;"), "mill.xml")

    def test_a_billion_laughs_are_refused(self) -> None:
        lol = [f'a{n} "{f"&a{n - 1};" * 10 if n else "lol"}"' for n in range(10)]
        with pytest.raises(ReadError, match="declares the entity &a1;"):
            grow(declared(*lol, body="&a9;"), "mill.xml")

    def test_more_than_two_hundred_are_refused(self) -> None:
        assert grow(declared(*(f'e{n} "x"' for n in range(200))), "x").tag == "a"
        with pytest.raises(ReadError, match="declares the entity &e200;"):
            grow(declared(*(f'e{n} "x"' for n in range(201))), "mill.xml")

    def test_references_that_come_to_very_much_are_refused(self) -> None:
        long = f'x "{"a" * 100}"'
        assert len(grow(declared(long, body="&x;" * 1000), "x").words()) == 100_000
        with pytest.raises(ReadError, match="declares the entity"):
            grow(declared(long, body="&x;" * 10_001), "mill.xml")
        with pytest.raises(ReadError, match="declares the entity &x;"):
            grow(declared('y "a"', long, body="&x;" * 10_001), "mill.xml")

    def test_files_and_addresses_are_not_fetched(self) -> None:
        raw = declared('x SYSTEM "file:///etc/passwd"', '% y SYSTEM "http://127.0.0.1:9/"', body="a&x;b")
        assert grow(raw, "x").words() == "ab"

    def test_names_of_html_are_known_and_others_are_nothing(self) -> None:
        assert grow("<a>a&ndash;b&nonsense;c</a>", "x").words() == "a–bc"


class TestComments:
    def test_one_addressed_to_holdwater_is_kept_at_its_place_without_words(self) -> None:
        raw = "<a>One <!-- holdwater: ignore[QUO101] -- as printed -->two<!-- a remark --></a>"
        root = grow(raw, "x")
        comments = [one for one in root.texts() if isinstance(one, Comment)]
        assert [(one.words.strip(), one.place) for one in comments] == [
            ("holdwater: ignore[QUO101] -- as printed", raw.index("<!--"))
        ]
        assert root.words() == "One two"

    def test_those_before_and_after_the_root_belong_to_it(self) -> None:
        root = grow("<!-- HOLDWATER: x --><a>mill</a><!-- Holdwater: y -->", "x")
        found = [one.words if isinstance(one, Comment) else one.value for one in root.texts()]
        assert found == [" HOLDWATER: x ", "mill", " Holdwater: y "]

    def test_a_very_long_one_is_cut(self) -> None:
        (one,) = grow(f"<a><!-- holdwater: {'x' * 10**6} --></a>", "x").children
        assert isinstance(one, Comment)
        assert len(one.words) == 2000


class TestBounds:
    def test_elements_may_stand_in_each_other_four_hundred_deep(self) -> None:
        assert len(list(grow("<a>" * 400 + "</a>" * 400, "x").walk())) == 400
        with pytest.raises(ReadError, match="nested too deep"):
            grow("<a>" * 401 + "</a>" * 401, "mill.xml")

    def test_too_many_elements_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml, "MAX_ELEMENTS", 100)
        with pytest.raises(ReadError, match="too many elements"):
            grow("<a>" + "<b/>" * 100 + "</a>", "mill.xml")

    @pytest.mark.parametrize(
        "raw", ["", " ", "<!-- -->", "words", "<a", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>\x00</a>"]
    )
    def test_what_is_no_xml_is_refused_with_its_place(self, raw: str) -> None:
        with pytest.raises(ReadError, match=r"mill\.xml: not well-formed XML at \d+:\d+"):
            grow(raw, "mill.xml")


PIECES = st.sampled_from(
    ["<a>", "</a>", "<b x='1' x=\"2\">", "</b>", "<b y='", "'", ">", "ü", " words ", "&amp;", "&e;", "<!--", "-->",
     "<![CDATA[", "]]>", "<?p ", "?>", "<!-- holdwater: x -->", "x='<'", "\n", "/>", "<b x='1' x='1'/>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=25), st.booleans())
def test_pieces_in_any_order_are_refused_or_read_with_true_places(pieces: list[str], entities: bool) -> None:
    raw = ("<!DOCTYPE a [<!ENTITY e 'mill'>]>" if entities else "") + "<a>" + "".join(pieces) + "</a>"
    try:
        root = grow(raw, "mill.xml")
    except ReadError:
        return
    for text in root.texts():
        assert raw[text.place :].startswith(text.value) or not text.exact
    assert isinstance(root, Element)
