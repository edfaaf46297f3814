"""Notes that mean an earlier note: Ibid., the number of a note, the short form of a decision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from document_factory import Read, document

DAM = "Jane Doe, The Water Works (London: Acme, 1999), p. 12."
TAP = "John Roe, The Tap (Wend: Moss, 2001), p. 3."
SPEECH = "Ann Poe in conversation with the mayor, on the quay of Wend Harbour."
HEARING = "Joint Committee on Mains, “Hearing on the Northern Main,” 3 May 2018."
CASE = "Doe v. Water Board of Wend, 412 W.R. 210, 214 (2019)."


def works(*notes: str) -> Read:
    body = " ".join(f"It broke.{{{number}}}" for number, _ in enumerate(notes, 1))
    return Read("\n\n".join([body, *(f"{{{number}}}: {note}" for number, note in enumerate(notes, 1))]))


def pages(read: Read) -> list[str]:
    return [each.locator.value if each.locator else "" for each in read.extraction.citations]


def last(*notes: str) -> tuple[int, ...]:
    """The notes, counted from 1, that first named the works of the last one."""
    read = works(*notes)
    first = [next(n for n, each in enumerate(read.references, 1) if one in each) for one in read.references[-1]]
    return tuple(first)


@pytest.mark.parametrize(
    "between",
    [
        SPEECH,
        "See my remarks above.",
        "A driver told me so.",
        "ID cards were introduced in 1952.",
        "Roe, Letters, 14.",
        "Doe (note 9 below).",
        "",
    ],
)
@pytest.mark.parametrize("again", ["Ibid.", "Ibid., p. 4.", "Id. at 4.", "See ibid., 4."])
def test_ibid_after_a_note_that_could_not_be_made_out_leads_nowhere(between: str, again: str) -> None:
    assert works(DAM, between, again).references[2] == ()


def test_one_ibid_after_the_other_leads_nowhere_until_a_work_is_named() -> None:
    read = works(DAM, SPEECH, "Ibid.", "Ibid.", "Doe, Water Works, 14.", "Ibid.")
    assert [len(each) for each in read.references] == [1, 0, 0, 0, 1, 1]


@pytest.mark.parametrize("remark", ["Emphasis added.", "My translation.", "Italics in the original.", "Emphasis mine."])
def test_ibid_passes_over_a_note_on_the_wording(remark: str) -> None:
    assert last(DAM, remark, "Ibid.") == (1,)


def test_ibid_after_several_works_may_be_any_of_them() -> None:
    assert last(f"{DAM[:-1]}; {TAP}", "Ibid., p. 5.") == (1, 1)
    assert last(f"{DAM[:-1]}; see also {TAP}", "Ibid.") == (1, 1)


def test_ibid_after_a_work_and_one_that_could_not_be_made_out_leads_nowhere() -> None:
    assert last(f"{DAM[:-1]}; {SPEECH}", "Ibid.") == ()


@pytest.mark.parametrize("remark", ["the Board had known.", "They had known it.", "see my remarks above."])
def test_a_remark_behind_a_work_does_not_hide_it_from_ibid(remark: str) -> None:
    assert last(f"{DAM[:-1]}; {remark}", "Ibid.") == (1,)


def test_ibid_within_a_note_is_the_work_before_it_in_the_note() -> None:
    assert last(DAM, TAP, "Doe, Water Works, 3; ibid., 5.") == (1,)
    assert last(DAM, TAP, f"{SPEECH[:-1]}; ibid., 5.") == ()


@pytest.mark.parametrize("note", ["Ibid. Compare note 12 above.", "Ibid. See also note 12.", "Ibid.; cf. n. 12 above."])
def test_the_number_of_another_note_is_no_page_of_ibid(note: str) -> None:
    read = works(DAM, note, "Ibid.")
    assert pages(read) == ["12", "12", "12"]
    assert read.references[0] == read.references[1] == read.references[2]


@pytest.mark.parametrize(
    ("note", "page"),
    [
        ("Ibid. See also Poe, Western Mains, 1780–1830.", ""),
        ("Ibid., see also Ann Poe, The Main, 1780–1830 (Wend: Moss, 2004), 45.", "12, 45"),
        ("Ibid., fol. 3.", ""),
        ("Ibid., 14: “It broke on 12, 13.”", "14"),
    ],
)
def test_ibid_takes_no_page_from_what_follows_it(note: str, page: str) -> None:
    assert pages(works(DAM, note))[1] == page


def test_the_years_of_a_title_are_no_pages() -> None:
    read = works("John Roe, Western Mains, 1780–1830 (Wend: Moss, 1999), 4.", "Roe, Western Mains, 1780–1830, 45.")
    assert read.references[0] == read.references[1]
    assert pages(read) == ["4", "45"]


@pytest.mark.parametrize(
    "note",
    [
        "Roe, ‘Tap’ (as note 2).",
        "Roe (note 2), p. 14.",
        "Roe, “The Tap” (note 2 above).",
        "Roe, Tap (n 2) 14.",
        "Roe (above, n. 2, p. 14).",
        "Roe, Tap, as note 2, p. 14.",
        "Roe, op. cit. (note 2), 14.",
        "Roe [n. 2], 14.",
        "See note 2 above.",
        "See note 2 above; I have been there.",
        "Note 2.",
        "On this see note 2.",
        "His words again (see note 2).",
    ],
)
def test_a_note_that_gives_the_number_of_another_means_its_work(note: str) -> None:
    assert last(DAM, TAP, HEARING, note) == (2,)


@pytest.mark.parametrize(
    "note",
    ["Joint Committee hearing (note 2).", "Hearing, as note 2: ‘no, never; not on p. 4’", "Hearing (note 2), Q9."],
)
def test_the_name_beside_the_number_may_be_in_other_words(note: str) -> None:
    read = works(DAM, HEARING, TAP, note)
    assert read.references[3] == read.references[1]
    assert pages(read)[3] == ""


@pytest.mark.parametrize(
    ("note", "page"),
    [("Roe (note 1), p. 4.", "4"), ("Roe, Tap (n 1) 4.", "4"), ("Roe (n 1) at 4–5", "4–5"), ("Roe (n 1)", "")],
)
def test_the_page_stands_behind_the_number(note: str, page: str) -> None:
    assert pages(works(TAP, note))[1] == page


def test_a_number_that_the_name_contradicts_leads_nowhere() -> None:
    assert last(DAM, TAP, "Doe (note 2), 14.") == ()
    assert last(DAM, TAP, "Poe, The Main (note 2), 14.") == ()


def test_author_and_title_go_before_a_number_that_they_contradict() -> None:
    assert last(DAM, TAP, "Doe, Water Works (note 2), 14.") == (1,)


def test_a_number_of_a_note_that_could_not_be_made_out_leads_nowhere() -> None:
    assert last(DAM, SPEECH, "See note 2 above.") == ()
    assert last(DAM, "Jane Doe, letter to the Board.", "Doe (note 2), 14.") == ()


@pytest.mark.parametrize("note", ["See note 4 below.", "Doe (notes 1–2).", "Doe (note 4)."])
def test_a_number_to_come_and_a_run_of_numbers_lead_nowhere(note: str) -> None:
    assert works(DAM, TAP, note, HEARING).references[2] == ()


@pytest.mark.parametrize("note", ["Roe, Tap, 45 n. 1.", "Roe, Tap, p. 45 (n. 1).", "Roe, Tap, p. 45, note 1."])
def test_a_note_of_the_work_cited_is_no_note_of_the_document(note: str) -> None:
    assert last(DAM, TAP, note) == (2,)


def test_several_numbers_mean_the_works_of_all_those_notes() -> None:
    assert last(DAM, TAP, HEARING, "See notes 1 and 3 above.") == (1, 3)


def numbered(*notes: tuple[str, str]) -> list[tuple[str, ...]]:
    """The works of notes that bear these numbers, in their order."""
    marks = " ".join(f"It broke.{{{index}}}" for index, _ in enumerate(notes))
    made = document("\n\n".join([marks, *(f"{{{index}}}: {words}" for index, (_, words) in enumerate(notes))]))
    labelled = tuple(replace(note, label=number) for note, (number, _) in zip(made.notes, notes, strict=True))
    return Read("", doc=replace(made, notes=labelled)).references


def test_numbers_that_begin_anew_mean_the_notes_of_their_own_chapter() -> None:
    read = numbered(("1", DAM), ("2", TAP), ("1", HEARING), ("2", "Hearing (note 1), Q4."), ("3", "Roe (note 2), 4."))
    assert read[3] == read[2]
    assert read[4] == ()


def test_notes_that_bear_no_numbers_are_counted() -> None:
    read = numbered(("dam", DAM), ("tap", TAP), ("again", "Roe (note 2), 4."))
    assert read[2] == read[1]


@pytest.mark.parametrize(
    ("note", "page"),
    [
        ("Doe, 412 W.R. at 214.", "214"),
        ("412 W.R. at 215.", "215"),
        ("Doe, 412 W. R., at 214-15.", "214-15"),
        ("Doe v. Water Board, 412 W.R. at 214.", "214"),
    ],
)
def test_the_short_form_of_a_decision_means_the_one_cited_in_full(note: str, page: str) -> None:
    read = works(CASE, "Roe v. Moe, 456 W.R. 444, 450 (1982).", note, "Id.")
    assert read.references[0] == read.references[2] == read.references[3]
    assert pages(read)[2:] == [page, page]


@pytest.mark.parametrize("note", ["Roe, 412 W.R. at 214.", "Doe, 413 W.R. at 214.", "Doe, 412 W.R. at 20."])
def test_a_short_form_of_another_decision_is_that_decision_and_so_is_id_after_it(note: str) -> None:
    read = works(CASE, note, note.replace("0.", "1."), "Id.").references
    assert read[1] == read[2] == read[3] != read[0]


@pytest.mark.parametrize("note", ["The court sat on in Doe, 413 W.R. at 214.", "It was said of Roe, 412 W.R. at 214."])
def test_prose_with_an_unknown_short_form_leads_nowhere(note: str) -> None:
    assert works(CASE, note, "Id.").references[1:] == [(), ()]


@pytest.mark.parametrize("note", ["7 Feb. 1891 (copy of 1892), box 4.", "12 Oct. 210 (made in 1981)"])
def test_a_date_is_no_place_in_the_law_reports(note: str) -> None:
    assert works(CASE, note).references[1:] == [()]


def test_the_words_before_the_mark_say_whose_decision_a_bare_place_is() -> None:
    read = Read(
        "In Doe v. Roe it said no.{1} It said so again.{2} Others did not.{3}\n\n{1}: 412 W.R. 210, 214 (1981).\n\n"
        "{2}: Doe, 412 W.R. at 220.\n\n{3}: Poe, 412 W.R. at 220."
    )
    assert read.references[0] == read.references[1] != read.references[2]
    assert pages(read) == ["214", "220", "220"]


def test_a_short_form_means_the_decision_that_the_text_cites_in_full() -> None:
    read = Read(
        "In Doe v. Roe, 412 W.R. 210 (1981), it said no. It said so again.{1} Others did not.{2}\n\n"
        "{1}: Doe, 412 W.R. at 220.\n\n{2}: Doe, 413 W.R. at 220."
    )
    described = [read.extraction.reference(each[0]).raw for each in read.references]  # type: ignore[union-attr]
    assert described == ["Doe v. Roe, 412 W.R. 210 (1981)", "Doe, 413 W.R. at 220."]


def test_of_two_decisions_in_a_volume_the_last_that_begins_before_the_page_is_meant() -> None:
    assert last(CASE, "Roe v. Moe, 412 W.R. 603 (2019).", "412 W.R. at 610.") == (2,)
    assert last(CASE, "Roe v. Moe, 412 W.R. 603 (2019).", "Doe, 412 W.R. at 610.") == (1,)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("National Main Board, Mains in Wend: who pays, and how, Report 14 of 2023 (9 May 2023).", "para. 1."),
        ("National Main Board, Mains in Wend: A Report (Wend: Moss, 2023), 12.", "table 2"),
    ],
)
def test_the_first_words_of_a_description_are_its_short_form(full: str, short: str) -> None:
    assert last(full, DAM, f"National Main Board, Mains in Wend, {short}") == (1,)
    assert last(full, DAM, f"National Main Board, Pipes in Wend, {short}") == ()


def test_first_words_that_two_descriptions_share_are_no_short_form() -> None:
    annual = [f"National Main Board, Mains in Wend: {year} Report ({year}), p. 1." for year in (2021, 2023)]
    assert last(*annual, "National Main Board, Mains in Wend, para. 1.") == ()


def test_the_first_of_several_authors_may_stand_for_all() -> None:
    full = "L. Doe, M. Roe and S. Poe, “Mains and Health: A Trial”, Wend Papers 31 (2021), pp. 204–219."
    assert last(full, DAM, "Doe et al., “Mains and Health”, section 4.") == (1,)


@pytest.mark.parametrize("joined", ["; quoted in ", ", cited in ", ". Quoted in "])
def test_a_work_that_was_only_quoted_in_another_can_be_cited_later(joined: str) -> None:
    read = works(
        TAP, f"Henry Moe, Annals of the Main (Wend, 1847), 412{joined}Roe, Tap, 3.", "Moe, Annals, 413.", "Ibid."
    )
    assert read.references[1] == read.references[0]
    assert read.references[2] == read.references[3]
    found = read.extraction.reference(read.references[2][0])
    assert found is not None
    assert found.csl["title"] == "Annals of the Main"
    assert pages(read)[2] == "413"


def test_part_of_a_word_of_the_title_is_no_short_title() -> None:
    assert last("Jane Doe, The Mainland and Its Water (London: Acme, 1999), 4.", "Doe, Main, 5.") == ()


def test_a_work_that_was_only_quoted_and_never_cited_is_no_reference() -> None:
    read = works(TAP, "Henry Moe, Annals of the Main (Wend, 1847), 412; quoted in Roe, Tap, 3.")
    assert len(read.extraction.references) == 1


@pytest.mark.parametrize(
    "joined",
    [
        ". For a different view, see ",
        ". Compare ",
        "; compare ",
        ". But see ",
        ", see also ",
        ". See generally ",
        ". ",
    ],
)
def test_the_next_work_of_a_note_has_a_page_of_its_own(joined: str) -> None:
    note = f"Tom Moe, “Credit in the Ports,” Wend Papers 31 (2008): 219{joined}Ann Poe, The Coast (1994), 90."
    read = works(note)
    assert [each.csl["title"] for each in read.extraction.references] == ["Credit in the Ports", "The Coast"]
    assert pages(read) == ["219, 90"]


def test_a_page_in_a_sentence_behind_the_description_is_not_that_of_the_work() -> None:
    note = "Tom Moe, “Credit in the Ports,” Wend Papers 31 (2008): 219. The minutes say nothing of it on p. 90."
    assert pages(works(note)) == ["219"]


def test_of_several_works_one_without_a_page_lets_nothing_follow_from_the_pages_of_the_others() -> None:
    assert pages(works(f"{DAM[:-1]}; John Roe, The Tap (Wend: Moss, 2001).")) == [""]


def test_ibid_in_the_text_does_not_pass_over_a_work_that_could_not_be_made_out() -> None:
    read = Read("It broke (Doe 2019, p. 3). It rose (Roe, “The Long Main”, 2004). It fell (Ibid., p. 4).")
    assert read.references[-1] == ()


def test_ibid_in_the_text_means_no_work_of_a_note_and_ibid_in_a_note_none_of_the_text() -> None:
    read = Read(
        "It broke (Doe 2019, p. 3).{1} It fell.\n\n{1}: As was said (Roe 2004). Not so (ibid., 4).\n\n"
        "It rose (Ibid., p. 4).\n\n= Roe, R. (2004). The Tap. Moss.\n\n= Doe, J. (2019). The Dam. Acme."
    )
    by_label = {each.label: each.references for each in read.extraction.citations}
    assert by_label["(Ibid., p. 4)"] == by_label["(Doe 2019, p. 3)"]
    assert by_label["(ibid., 4)"] == by_label["(Roe 2004)"]


LONG = "Ivo Reeve, “Slack Water: Ferrymen and Their Tolls,” *Wend Review* 9, no. 2 (1998): 40."


def test_a_short_title_in_quotation_marks_means_its_work_wherever_it_stands_in_a_note() -> None:
    read = works(
        TAP, LONG, "Roe, The Tap, 5; Reeve, “Slack Water,” 44.", "Reeve, “Slack Water,” 45; for tolls see Roe, Tap, 7."
    )
    (tap,), (slack,) = read.references[:2]
    assert read.references[2:] == [(tap, slack), (slack, tap)]
    assert pages(read)[2:] == ["5, 44", "45, 7"]


def test_two_pages_that_a_note_gives_of_one_work_are_both_its_place() -> None:
    assert pages(works(TAP, "Roe, The Tap, 5; see also Roe, The Tap, 9."))[-1] == "5, 9"


def test_a_year_behind_a_title_in_quotation_marks_is_no_page() -> None:
    assert pages(works(LONG, "Reeve, “Slack Water,” 1998."))[-1] == ""
