"""The fields of a JATS reference as CSL-JSON, whatever form publishers give them in."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdwater.errors import ReadError
from holdwater.read import read_bytes
from holdwater.read.jats.fields import csl_of
from holdwater.read.jats.kin import opening
from holdwater.read.jats.metadata import metadata_of
from holdwater.read.jats.showing import locator_of, tex_words
from holdwater.read.xml import Element, Text, grow
from read.reading_checks import assert_sound

PREFIXES = {"http://www.w3.org/1999/xlink": "xlink"}


def tree(raw: str) -> Element:
    return grow(raw, "mill.xml", PREFIXES)


def csl(fields: str, kind: str = "", tag: str = "element-citation") -> dict[str, object]:
    """The record of a citation with these fields, without its id."""
    stated = f' publication-type="{kind}"' if kind else ""
    found = csl_of(tree(f'<{tag} xmlns:xlink="http://www.w3.org/1999/xlink"{stated}>{fields}</{tag}>'), "b1")
    assert found.pop("id") == "b1"
    return found


def person(surname: str, given: str = "") -> str:
    return f"<name><surname>{surname}</surname>{f'<given-names>{given}</given-names>' if given else ''}</name>"


class TestTypes:
    @pytest.mark.parametrize(
        ("stated", "fields", "kind"),
        [
            ("journal", "<source>x</source>", "article-journal"),
            ("Book", "<source>x</source>", "book"),
            ("book", "<chapter-title>y</chapter-title><source>x</source>", "chapter"),
            ("thesis", "", "thesis"),
            ("confproc", "", "paper-conference"),
            ("web", "", "webpage"),
            ("data", "", "dataset"),
            ("other", "<article-title>y</article-title><source>x</source><volume>1</volume>", "article-journal"),
            ("", "<article-title>y</article-title><source>x</source><publisher-name>z</publisher-name>", "chapter"),
            ("", "<source>x</source><publisher-name>z</publisher-name>", "book"),
            ("", '<ext-link xlink:href="https://doe.test/"/>', "document"),
            ("", '<ext-link xlink:href="https://doe.test/">here</ext-link>', "webpage"),
            ("", "", "document"),
        ],
    )
    def test_the_type_is_the_one_that_is_stated_or_what_the_fields_say(
        self, stated: str, fields: str, kind: str
    ) -> None:
        assert csl(fields, stated)["type"] == kind

    def test_older_attributes_state_it_too(self) -> None:
        assert csl_of(tree('<citation citation-type="thesis"/>'), "b")["type"] == "thesis"


class TestTitles:
    def test_a_title_in_a_source(self) -> None:
        found = csl("<article-title>On mills.</article-title><source>Mill Studies,</source>")
        assert (found["title"], found["container-title"]) == ("On mills", "Mill Studies")

    def test_a_source_alone_is_the_title(self) -> None:
        found = csl("<source>Mills</source>")
        assert found["title"] == "Mills"
        assert "container-title" not in found

    def test_a_title_that_breaks_off_keeps_its_dots(self) -> None:
        assert csl("<article-title>And so on...</article-title>")["title"] == "And so on..."

    @pytest.mark.parametrize("tag", ["trans-title", "issue-title"])
    def test_other_titles_serve_where_there_is_none(self, tag: str) -> None:
        assert csl(f"<{tag}>Mills</{tag}>")["title"] == "Mills"

    def test_marks_within_a_title_are_its_words(self) -> None:
        assert csl("<article-title>On <italic>old</italic> mills</article-title>")["title"] == "On old mills"


class TestPagesAndDates:
    @pytest.mark.parametrize(
        ("fields", "page"),
        [
            ("<fpage>4</fpage><lpage>9</lpage>", "4-9"),
            ("<fpage>4</fpage><lpage>4</lpage>", "4"),
            ("<fpage>4</fpage>", "4"),
            ("<page-range>4-5, 9</page-range>", "4-5, 9"),
            ("<elocation-id>e12</elocation-id>", "e12"),
            ("<lpage>9</lpage>", None),
        ],
    )
    def test_pages(self, fields: str, page: str | None) -> None:
        assert csl(fields).get("page") == page

    @pytest.mark.parametrize(
        ("fields", "parts"),
        [
            ("<year>1994</year>", [1994]),
            ("<year>1994a</year>", [1994]),
            ('<year iso-8601-date="1994-05">n.d.</year>', [1994]),
            ("<year>1994</year><month>5</month><day>6</day>", [1994, 5, 6]),
            ("<year>1994</year><month>May</month>", [1994, 5]),
            ("<year>1994</year><month>13</month><day>6</day>", [1994]),
            ("<year>1994</year><month>Spring</month>", [1994]),
            ("<date>6 May 1994</date>", [1994]),
            ("<conf-date>May 1994</conf-date>", [1994]),
            ("<year>in press</year>", None),
            ("<year>19945</year>", None),
            ("<date-in-citation><year>2020</year></date-in-citation>", None),
        ],
    )
    def test_dates(self, fields: str, parts: list[int] | None) -> None:
        issued = {"date-parts": [parts]} if parts else None
        assert csl(fields).get("issued") == issued


class TestIdentifiers:
    @pytest.mark.parametrize(
        ("fields", "key", "value"),
        [
            ('<pub-id pub-id-type="doi">10.5555/mill.7</pub-id>', "DOI", "10.5555/mill.7"),
            ('<pub-id pub-id-type="doi">https://doi.org/10.5555/mill.7.</pub-id>', "DOI", "10.5555/mill.7"),
            ('<ext-link xlink:href="https://doi.org/10.5555/mill.7">x</ext-link>', "DOI", "10.5555/mill.7"),
            ("<uri>https://doe.test/a</uri>", "URL", "https://doe.test/a"),
            ('<pub-id pub-id-type="pmid">123</pub-id>', "PMID", "123"),
            ('<pub-id pub-id-type="arxiv">1234.5678</pub-id>', "number", "arXiv:1234.5678"),
            ('<pub-id pub-id-type="arxiv">arXiv:1234.5678</pub-id>', "number", "arXiv:1234.5678"),
            ('<pub-id pub-id-type="other">X-1</pub-id>', "number", "X-1"),
            ("<isbn>978-3-16-148410-0</isbn>", "ISBN", "978-3-16-148410-0"),
        ],
    )
    def test_they_are_known_by_their_kind_and_their_form(self, fields: str, key: str, value: str) -> None:
        assert csl(fields)[key] == value

    @pytest.mark.parametrize("fields", ['<pub-id pub-id-type="doi">none</pub-id>', "<uri>see there</uri>"])
    def test_what_is_none_is_left_out(self, fields: str) -> None:
        assert csl(fields) == {"type": "document"}


class TestPeople:
    @pytest.mark.parametrize(
        ("group", "role"),
        [
            ("author", "author"),
            ("editor", "editor"),
            ("translator", "translator"),
            ("", "author"),
            ("guest-editor", "editor"),
        ],
    )
    def test_a_group_says_what_they_are(self, group: str, role: str) -> None:
        found = csl(f'<person-group person-group-type="{group}">{person("Doe", "Jane")}</person-group>')
        assert found[role] == [{"family": "Doe", "given": "Jane"}]

    def test_groups_of_no_known_kind_are_left_out(self) -> None:
        assert csl(f'<person-group person-group-type="assignee">{person("Doe")}</person-group>') == {"type": "document"}

    def test_without_groups_those_after_a_title_that_are_called_editors_are(self) -> None:
        work = (
            f"{person('Doe')}. <article-title>Mills</article-title>. In: {person('Roe')} (eds.) <source>Rivers</source>"
        )
        found = csl(work, tag="mixed-citation")
        assert found["author"] == [{"family": "Doe"}]
        assert found["editor"] == [{"family": "Roe"}]

    @pytest.mark.parametrize(
        ("name", "one"),
        [
            (
                "<string-name><surname>Doe</surname>, <given-names>J</given-names></string-name>",
                {"family": "Doe", "given": "J"},
            ),
            ("<string-name>Jane Doe,</string-name>", {"literal": "Jane Doe"}),
            ("<name><given-names>Sappho</given-names></name>", {"literal": "Sappho"}),
            ("<collab>The Millers<xref>1</xref></collab>", {"literal": "The Millers"}),
            ("<anonymous/>", {"literal": "Anonymous"}),
            (f"<name-alternatives>{person('Doe')}{person('Döe')}</name-alternatives>", {"family": "Doe"}),
            ("<name><surname>Doe</surname><suffix>Jr</suffix></name>", {"family": "Doe", "suffix": "Jr"}),
        ],
    )
    def test_names_of_every_form(self, name: str, one: dict[str, str]) -> None:
        assert csl(name)["author"] == [one]

    def test_names_without_words_are_nobody(self) -> None:
        assert "author" not in csl("<name/><string-name> </string-name><collab/>")

    def test_very_many_are_cut(self) -> None:
        people = csl(f"<person-group>{person('Doe') * 4000}</person-group>")["author"]
        assert isinstance(people, list)
        assert len(people) == 3000


class TestAlternatives:
    def test_fields_and_words_of_the_same_work_are_put_together_the_fields_first(self) -> None:
        root = tree(
            "<citation-alternatives><mixed-citation><source>MILLS</source><volume>2</volume></mixed-citation>"
            "<element-citation><source>Mills</source></element-citation></citation-alternatives>"
        )
        found = csl_of(next(root.elements()), "b1")
        assert (found["title"], found["volume"]) == ("Mills", "2")


class TestMetadata:
    def test_the_date_of_publication_is_the_electronic_one_or_else_another(self) -> None:
        def date(*dates: str) -> str:
            return metadata_of(
                tree(f"<article><front><article-meta>{''.join(dates)}</article-meta></front></article>")
            ).get("date", "")

        printed = '<pub-date pub-type="ppub"><year>1995</year></pub-date>'
        assert date(printed, '<pub-date date-type="pub"><year>1994</year><month>5</month></pub-date>') == "1994-05"
        assert date(printed) == "1995"
        assert date('<pub-date iso-8601-date="1994-05-06"/>') == "1994-05-06"
        assert date('<pub-date pub-type="odd"><year>1994</year><month>May</month></pub-date>') == "1994"
        assert date() == ""

    def test_authors_are_those_who_wrote(self) -> None:
        people = "".join(
            f'<contrib contrib-type="{kind}">{name}</contrib>'
            for kind, name in (
                ("author", person("Doe", "Jane")),
                ("", "<string-name>Ann Roe</string-name>"),
                ("editor", person("Poe")),
                ("author", "<collab>The Millers</collab>"),
                ("author", f"<name-alternatives>{person('Loe')}</name-alternatives>"),
                ("author", ""),
            )
        )
        root = tree(
            f"<article><front><article-meta><contrib-group>{people}</contrib-group></article-meta></front></article>"
        )
        assert metadata_of(root) == {"author": "Jane Doe; Ann Roe; The Millers; Loe"}

    def test_a_book_and_its_parts_have_theirs(self) -> None:
        meta = (
            '<book-meta><book-id book-id-type="doi">10.5555/b</book-id><book-title-group><book-title>Mills</book-title>'
            "<subtitle>A count</subtitle></book-title-group><isbn>9783161484100</isbn>"
            "<publisher><publisher-name>Valley</publisher-name></publisher></book-meta>"
        )
        found = metadata_of(tree(f"<book>{meta}</book>"))
        assert found == {
            "title": "Mills: A count",
            "publisher": "Valley",
            "isbn": "9783161484100",
            "doi": "10.5555/b",
        }

    def test_an_article_without_any_has_none(self) -> None:
        assert metadata_of(tree("<article/>")) == {}


class TestPieces:
    def test_the_words_that_an_element_begins_with(self) -> None:
        root = tree(f"<p> The <b>mill</b> {'turned ' * 100}</p>")
        assert opening(root, 8) == "The mill"
        assert len(opening(root)) == 80
        assert opening(tree(f"<p>{' ' * 10**6}mill{'x' * 10**6}</p>"), 6) == "millxx"

    @pytest.mark.parametrize(
        ("words", "after", "locator"),
        [
            ("Doe 2009, p. 17", "", "p. 17"),
            ("Doe 2009", ", pp. 17–19;", "pp. 17–19"),
            ("Doe", " (p. 4)", ""),
            ("Doe", ": p. xii", "p. xii"),
            ("Doe", ", chap. 3", "chap. 3"),
            ("Doe", ", §4", "§4"),
            ("Doe", " and p. 4", ""),
        ],
    )
    def test_locators_in_and_after_a_citation(self, words: str, after: str, locator: str) -> None:
        assert locator_of(tree(f"<xref>{words}</xref>"), after) == locator

    def test_a_formula_in_a_document_of_its_own(self) -> None:
        begin, end = "\\begin{document}", "\\end{document}"
        inner = tex_words(Text(f"x{begin}$a$ {end}", 100))
        assert (inner.value, inner.place) == ("$a$ ", 100 + 1 + len(begin))
        assert tex_words(Text(f"{begin}$a$", 0)).value == "$a$"
        assert tex_words(Text("$a$", 5)).place == 5


NAMES = (
    "p sec title fn xref sup disp-quote list list-item fig caption label table-wrap table tr td ref-list ref name year"
    " mixed-citation element-citation surname given-names etal note alternatives tex-math italic source person-group"
    " volume issue fpage lpage pub-id collab citation-alternatives break code def-list def-item term def abbrev target"
).split()


def element(tag: str, name: int, aim: int, held: list[str]) -> str:
    return f'<{tag} id="i{name}" rid="i{aim} i{name}" ref-type="bibr">{"".join(held)}</{tag}>'


NODES = st.recursive(
    st.sampled_from(
        ["", " ", "mill", "12", " –", ", p. 4", "&#8211;", "a&lt;b", "<!-- holdwater: x -->", "<![CDATA[<p>]]>"]
    ),
    lambda inner: st.builds(
        element,
        st.sampled_from(NAMES),
        st.integers(0, 5),
        st.integers(0, 5),
        st.lists(inner, max_size=5),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(NODES, max_size=6), st.lists(NODES, max_size=4))
def test_elements_of_any_kind_within_each_other_keep_the_laws_of_every_document(
    body: list[str], back: list[str]
) -> None:
    raw = f"<article><body>{''.join(body)}</body><back>{''.join(back)}</back></article>"
    document = read_bytes(raw.encode(), "mill.nxml", format="jats")
    assert_sound(document)
    assert len({record.id for record in document.records}) == len(document.records)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_mangled_bytes_are_refused_or_read(data: st.DataObject) -> None:
    ref = f'<ref id="b1"><label>1</label><element-citation>{person("Doe")}<year>1994</year></element-citation></ref>'
    whole = (
        f'<article><body><p>As &#252; <xref ref-type="bibr" rid="b1">Doe</xref>.</p></body><back>{ref}</back></article>'
    )
    mangled = bytearray(whole.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        mangled[data.draw(st.integers(0, len(mangled) - 1))] = data.draw(st.sampled_from(b"<>&\"'=/ ax;-!\x00\xff"))
    with suppress(ReadError):
        assert_sound(read_bytes(bytes(mangled), "mill.nxml", format="jats"))
