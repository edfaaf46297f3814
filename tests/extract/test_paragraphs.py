"""Paragraphs, sentences and the register of works: what the extraction stands on."""

from __future__ import annotations

import pytest
from document_factory import document
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import BlockKind, Document, Span
from holdwater.extract.case_names import case_name
from holdwater.extract.flows import flows_of
from holdwater.extract.model import Reference
from holdwater.extract.register import Register, plain_title, year_of
from holdwater.extract.sentences import Sentences


def paragraphs(text: str) -> list[str]:
    doc = document(text)
    return [" ".join(piece.of(doc.text) for piece in flow.pieces) for flow in flows_of(doc).all]


def sentences(text: str, *quoted: Span) -> list[str]:
    split = Sentences(text, Span(0, len(text)), quoted)
    found: list[str] = []
    offset = 0
    while offset < len(text):
        span = split.around(offset)
        found.append(span.of(text).strip())
        offset = span.end
    return found


def work(identity: str, family: str = "", year: int = 0, title: str = "", suffix: str = "") -> Reference:
    csl: dict[str, object] = {"title": title, "issued": {"date-parts": [[year]]}, "year-suffix": suffix}
    if family:
        csl["author"] = [{"family": family, "given": "Jane"}]
    return Reference(identity, Span(0, 1), title, csl)


def test_a_paragraph_torn_by_a_running_head_is_one() -> None:
    assert paragraphs("The time between one and\n\n| Doe [Page 3]\n\nthe next.") == [
        "The time between one and the next."
    ]


def test_a_paragraph_that_has_ended_is_not_joined_over_a_running_head() -> None:
    assert len(paragraphs("The time was short.\n\n| Doe [Page 3]\n\nthe next.")) == 2
    assert len(paragraphs("The time was short\n\n| Doe [Page 3]\n\nThe next.")) == 2


def test_paragraphs_without_anything_between_them_stay_apart() -> None:
    assert len(paragraphs("The time between one and\n\nthe next.")) == 2


def test_a_list_item_does_not_go_on_with_a_paragraph() -> None:
    assert len(paragraphs("The time between one and\n\n| Doe [Page 3]\n\n- the next.")) == 2


def test_a_text_without_blocks_is_parted_at_blank_lines() -> None:
    flows = flows_of(Document("One.\n\n \nTwo.\nStill two.\n\n\n"))
    assert len(flows.all) == 2
    assert all(flow.kind is BlockKind.PARAGRAPH for flow in flows.all)


def test_a_place_is_found_in_its_paragraph_or_in_none() -> None:
    flows = flows_of(Document("One.\n\nTwo."))
    assert flows.at(1) is flows.all[0]
    assert flows.at(4) is flows.all[0]
    assert flows.at(5) is None
    assert flows.at(7) is flows.all[1]


@given(st.text(alphabet="ab \n", max_size=80))
def test_paragraphs_never_overlap(text: str) -> None:
    end = 0
    for flow in flows_of(Document(text)).all:
        assert end <= flow.span.start < flow.span.end
        end = flow.span.end


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Doe of the Water Co. Ltd. came.",
        "See Doe v. Roe, 478 U.S. 30, for that.",
        "See vol. 3, p. 4, and cf. Doe.",
        "J. R. Doe came, e.g. Tuesday.",
        "It was 3.14 then.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_end_at_their_marks() -> None:
    assert sentences("It rained. Did it stop? No! “It did.” Then 12 came.") == [
        "It rained.",
        "Did it stop?",
        "No!",
        "“It did.”",
        "Then 12 came.",
    ]


def test_sentences_inside_a_quotation_do_not_end_the_outer_one() -> None:
    text = "She said “It rained. It stopped.” to me. Then she left."
    assert sentences(text, Span(text.index("“"), text.index("”") + 1)) == [
        "She said “It rained. It stopped.” to me.",
        "Then she left.",
    ]


@pytest.mark.parametrize(
    ("before", "full", "short"),
    [
        ("As was held in Doe v. Roe, ", "Doe v. Roe", "Roe"),
        ("See also Water Board of Wend v. Roe & Sons, ", "Water Board of Wend v. Roe & Sons", "Roe & Sons"),
        ("The pump broke. Doe, ", "", "Doe"),
        ("The pump broke. See Doe, supra, ", "", "Doe"),
        ("The pump broke again, ", "", ""),
    ],
)
def test_the_name_before_a_decision_is_its_name(before: str, full: str, short: str) -> None:
    name = case_name(before + "478 U.S. 30", len(before))
    assert (name.full, name.short) == (full, short)


def test_the_signal_belongs_to_the_citation() -> None:
    text = "It broke. See also Doe v. Roe, 478 U.S. 30"
    assert text[case_name(text, text.index("478")).start :].startswith("See also")


def test_a_work_is_found_by_label_identifier_author_and_title() -> None:
    register = Register()
    register.add(Reference("a", Span(0, 1), "", {"title": "The Dam"}, ("rfc:1",)), label="RFC1")
    register.add(work("b", "Doe", 1999, "The Tap"))
    assert register.labelled("rfc1") == register.identified(("doi:x", "rfc:1")) == "a"
    assert register.by_author("doe") == ["b"]
    assert register.by_author("Doe", "1998") == []
    assert register.titled("the  tap") == ["b"]
    assert register.has_title("“The Tap,”")


def test_a_year_with_a_letter_is_preferred_to_one_without() -> None:
    register = Register()
    for each in (work("a", "Doe", 1999), work("b", "Doe", 1999, suffix="b")):
        register.add(each)
    assert register.by_author("Doe", "1999b") == ["b"]
    assert register.by_author("Doe", "1999") == ["a"]
    assert year_of(register.get("b")) == "1999b"


def test_an_identifier_makes_one_reference_however_often_it_is_named() -> None:
    register = Register()
    assert register.named("rfc:1", Span(0, 1), "RFC 1") == register.named("rfc:1", Span(5, 6), "RFC1")
    assert len(register.all()) == 1


def test_an_author_of_one_name_is_known_in_full_and_two_of_one_name_are_not() -> None:
    register = Register()
    register.add(work("a", "Doe", 1999))
    assert register.person("doe") == "Jane Doe"
    register.add(Reference("b", Span(0, 1), "", {"author": [{"family": "Doe", "given": "John"}]}))
    assert register.person("Doe") == ""


def test_ids_are_never_given_twice() -> None:
    register = Register()
    assert len({register.add(work("same")) for _ in range(50)}) == 50


def test_titles_compare_by_their_words() -> None:
    assert plain_title("The Dam: A History!") == plain_title("the dam — a history")
