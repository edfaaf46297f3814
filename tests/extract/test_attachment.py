"""Which citation and which speaker belong to a quotation."""

from __future__ import annotations

import pytest
from document_factory import Read

from holdwater.extract import extract
from holdwater.read import read_bytes

A = "the water of the river was never so high"
B = "the pump of the town was never so low"


@pytest.mark.parametrize(
    "text",
    [
        f"It is said that “{A}” [RFC1].",
        f"It is said that “{A}.” [RFC1]",
        f"It is said that “{A}” (see [RFC1]).",
        f"It is said that “{A}.” (Quoted\nfrom [RFC1], Section 2.)",
        f"It is said that “{A}” in the town [RFC1], and more.",
        f"RFC 1 [RFC1] requires that “{A}”.  RFC 2 is about more.",
        f"[RFC1] states: “{A}.” RFC 2 adds more.",
        f"According to [RFC1], “{A}”.",
        f"As specified in Section 3 of [RFC1], in the town “{A}”.",
        f"As specified in “The Pumps of Wend” [RFC1], the town knows “{A}”.\n\n= [RFC1] Doe, J., “The Pumps of Wend”.",
        f"The town of [RFC1] knows “{A}” well.",
        f"In [RFC1] there is a pump. It says that “{A}” there.",
    ],
)
def test_the_citation_of_a_quotation(text: str) -> None:
    assert Read(text).first() == "[RFC1]"


def test_a_citation_belongs_to_the_quotation_that_it_stands_at() -> None:
    read = Read(f"Doe says “{A}” [RFC1], while Roe says “{B}” [RFC2].")
    assert (read.first(0), read.first(1)) == ("[RFC1]", "[RFC2]")


def test_a_citation_that_leads_up_to_the_next_quotation_is_not_the_last_ones() -> None:
    read = Read(f"Doe says “{A}”, but [RFC2] states that “{B}”.")
    assert read.labels_of(0) == []
    assert read.first(1) == "[RFC2]"


def test_one_citation_after_two_quotations_belongs_to_both() -> None:
    read = Read(f"Doe says “{A}” and “{B}” [RFC1].")
    assert (read.first(0), read.first(1)) == ("[RFC1]", "[RFC1]")


def test_a_citation_named_before_two_quotations_belongs_to_both() -> None:
    read = Read(f"[RFC1] says “{A}” and “{B}”.")
    assert (read.first(0), read.first(1)) == ("[RFC1]", "[RFC1]")


def test_the_subject_of_the_next_sentence_does_not_cite() -> None:
    assert Read(f"It is said that “{A}.” RFC 2 has nothing to say on the pump.\n\nX RFC 3.").labels_of() == []


def test_citations_side_by_side_all_belong() -> None:
    assert Read(f"It is said that “{A}” [RFC1] [RFC2].").labels_of() == ["[RFC1]", "[RFC2]"]


def test_a_note_mark_after_the_quotation_goes_before_one_at_the_last_sentence() -> None:
    read = Read(f"It rained.{{1}} Doe says “{A}”.{{2}}\n\n{{1}}: A.\n\n{{2}}: B.")
    assert read.labels_of() == ["2"]


def test_a_note_mark_at_the_end_of_the_sentence_belongs_though_words_come_between() -> None:
    read = Read(f"“{A}”, he remarks.{{1}} And he says that “{B}”.{{2}}\n\n{{1}}: A.\n\n{{2}}: B.")
    assert (read.labels_of(0), read.labels_of(1)) == (["1"], ["2"])


def test_the_only_citation_of_a_paragraph_is_better_than_none() -> None:
    read = Read(f"Doe says “{A}”. That was all. The rest is known.{{1}}\n\n{{1}}: A.")
    assert read.labels_of() == ["1"]


def test_a_citation_claimed_by_an_earlier_quotation_is_not_lent() -> None:
    read = Read(f"Doe says “{A}”.{{1}} Of the pump it is known that “{B}”, too.\n\n{{1}}: A.")
    assert (read.labels_of(0), read.labels_of(1)) == (["1"], [])


def test_a_quotation_in_another_paragraph_gets_nothing() -> None:
    assert Read(f"See [RFC1].\n\nIt is said that “{A}”.").labels_of() == []


def test_a_citation_sentence_after_the_quotation_cites_it() -> None:
    read = Read(f"It was held that “{A}.” Doe v. Roe, 478 U.S. 30, 50 (1986). The pump broke. Moe v. Poe, 12 U.S. 3.")
    assert read.first() == "478 U.S. 30, 50"


def test_a_citation_sentence_after_the_quoting_sentence_cites_it() -> None:
    read = Read(f"It held that “{A}” in the town. See also Doe v. Roe, 478 U.S. 30 (1986).")
    assert read.first() == "478 U.S. 30"


def test_a_quotation_in_parentheses_belongs_to_the_citation_before_them() -> None:
    read = Read(f"Doe v. Roe, 478 U.S. 30, 50 (1986) (“{A}”). See also Moe v. Poe, 12 U.S. 3 (“{B}”).")
    assert (read.first(0), read.first(1)) == ("478 U.S. 30, 50", "12 U.S. 3")


def test_the_decision_that_is_quoted_is_the_second_best() -> None:
    read = Read(f"It held that “{A}.” Doe v. Roe, 478 U.S. 30 (quoting Moe v. Poe, 12 U.S. 3).")
    assert read.labels_of() == ["478 U.S. 30", "12 U.S. 3"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Jane Doe writes that “{A}”.", "Jane Doe"),
        (f"As Jane Doe once famously put it, “{A}”.", "Jane Doe"),
        (f"According to Jane Doe, “{A}”.", "Jane Doe"),
        (f"“{A},” said Jane Doe.", "Jane Doe"),
        (f"“{A},” Jane Doe said.", "Jane Doe"),
        (f"Jane Doe, who was there, said: “{A}.”", "Jane Doe"),
        (f"In Jane Doe’s words, “{A}”.", "Jane Doe"),
        (f"Jane Doe: “{A}”", "Jane Doe"),
        (f"Alexander von der Wend argued that “{A}”.", "Alexander von der Wend"),
        (f"But then Jane Doe wrote that “{A}”.", "Jane Doe"),
        (f"It is known that “{A}”.", ""),
        (f"Section 3 states that “{A}”.", ""),
    ],
)
def test_the_speaker_is_the_name_at_the_reporting_verb(text: str, speaker: str) -> None:
    assert Read(text).quotation().speaker == speaker


def test_two_quotations_joined_by_and_have_one_speaker() -> None:
    read = Read(f"Jane Doe wrote that “{A}” and “{B}”.")
    assert [each.speaker for each in read.extraction.quotations] == ["Jane Doe", "Jane Doe"]


def test_a_pronoun_means_the_speaker_named_last() -> None:
    read = Read(f"Jane Doe wrote that “{A}”. Later she wrote that “{B}”.")
    assert read.quotation(1).speaker == "Jane Doe"


def test_a_pronoun_far_from_any_name_means_nobody() -> None:
    read = Read(f"Jane Doe wrote that “{A}”.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nLater she wrote that “{B}”.")
    assert read.quotation(1).speaker == ""


def test_a_pronoun_means_the_author_of_the_work_cited() -> None:
    read = Read(
        f"The book is long. She writes that “{A}”.{{1}}\n\n{{1}}: Jane Doe, The Water Works (London: Acme, 1999), p. 3."
    )
    assert read.quotation().speaker == "Jane Doe"


def test_the_introduction_is_the_sentence_up_to_the_mark() -> None:
    read = Read(f"It rained. Jane Doe writes that “{A}”.")
    introduction = read.quotation().introduction
    assert introduction is not None
    assert read.words(introduction) == "Jane Doe writes that"


def test_a_quotation_that_the_author_interrupts_is_one() -> None:
    read = Read("“It was,” she wrote, “the worst year of all.”")
    assert read.quoted == ["It was, / the worst year of all."]


def test_british_punctuation_outside_the_marks_interrupts_too() -> None:
    assert Read("“A difference that all know”, she writes, “is not yet one.”").quoted == [
        "A difference that all know / is not yet one."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It was so in the year,” she wrote. “The worst of the years was that.”",
        "“It was so in the year,” and then he said, “the worst of the years.”",
        "“It was so in the year.” [RFC1] he wrote, “the worst of the years.”",
        "“It was so in the year of the pump” in the town, “the worst of the years.”",
        "“It was ‘the year of the pump.’” The minority wrote that it was not, “but a wet one all the same.”",
    ],
)
def test_two_quotations_stay_two_where_the_first_had_ended(text: str) -> None:
    assert len(Read(text).quoted) == 2


def test_abbreviations_do_not_end_a_sentence() -> None:
    read = Read(f"As Mr. J. Doe of the Water Co. says in [RFC1], cf. vol. 3, “{A}”.")
    assert read.first() == "[RFC1]"


NUMBERED = "\n\n= [1] Doe, J., “The Dam”, 1999.\n\n= [2] Roe, R., “The Pipe”, 2001."


@pytest.mark.parametrize(
    "text",
    [
        f"The weir cost ninety crowns.[1] The clerk called it “{A}”.[2]",
        f"The weir cost ninety crowns. [1] The clerk called it “{A}”. [2]",
        f"The weir cost ninety crowns.[1] “{A},” wrote the clerk.[2]",
        f"Was it dear?[1] The clerk called it “{A}” in May.[2]",
        f"He called it “dear.”[1] The clerk called it “{A}” in May [2].",
        f"The weir cost ninety crowns. [1] [1] The clerk called it “{A}”. [2]",
    ],
)
def test_a_mark_behind_the_full_stop_is_the_last_sentences(text: str) -> None:
    assert Read(text + NUMBERED).labels_of(-1) == ["[2]"]


@pytest.mark.parametrize(
    "text",
    [
        f"The weir is old. [1] calls it “{A}”.",
        f"The weir is old. [1] Section 4 says that “{A}”.",
        f"It was said by Doe et al. [1] The pump is where “{A}”.",
        f"The weir [1] is “{A}”.",
    ],
)
def test_a_mark_that_begins_its_sentence_is_that_sentences(text: str) -> None:
    assert Read(f"{text}\n\nSo much for that [2].{NUMBERED}").labels_of() == ["[1]"]


def test_a_quotation_behind_the_mark_of_another_sentence_has_none() -> None:
    text = f"The pump is dear [2]. The weir cost ninety crowns.[1] The clerk called it “{A}”."
    assert Read(text + NUMBERED).labels_of() == []


def test_a_quotation_between_two_sentences_that_cite_one_work_is_its_words() -> None:
    text = f"The town [RFC1] was wet. “{A},” she said then. She [RFC1] waited for it."
    assert Read(text).first() == "[RFC1]"


@pytest.mark.parametrize(
    "text",
    [
        f"The town [RFC1] was wet. “{A},” she said then. She [RFC2] waited for it.",
        f"“{B}” [RFC1]. “{A},” she said then. She [RFC1] waited for it.",
    ],
)
def test_a_quotation_between_two_works_or_behind_another_quotations_citation_is_nobodys(text: str) -> None:
    assert Read(text).labels_of(text.count("“") - 1) == []


@pytest.mark.parametrize(
    ("draft", "cites"),
    [
        ('The report found ["a standard that nobody inspects is a wish"](https://a.example/food). It rained.', 1),
        ('The report found "[a standard that nobody inspects is a wish](https://a.example/food)". It rained.', 1),
        ('The report found "a [standard](https://a.example/food) that nobody inspects is a wish". It rained.', 0),
    ],
)
def test_a_quotation_whose_words_are_a_link_cites_it_and_one_with_a_linked_word_does_not(
    draft: str, cites: int
) -> None:
    (quotation,) = extract(read_bytes(draft.encode(), "draft.md")).quotations
    assert len(quotation.citations) == cites
