"""Note marks glued to words, told from numbers by their running order, and the notes that they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.document import BlockKind, Document, MarkKind, Part
from holdwater.read.plain import read

BEFORE = "The first claim rests on the minutes.1 The second rests on the report.2 "
AFTER = " The last rests on nothing but the word of a clerk.4 So it stands."
NOTES = "\n\nNotes\n\n1. Marsh, p. 1.\n2. Feldmann, p. 2.\n3. Quist, p. 3.\n4. Pell, p. 4.\n"


def labels(document: Document) -> list[str]:
    return [mark.label for mark in document.marks if mark.kind is MarkKind.NOTE and not mark.ambiguous]


def doubts(document: Document) -> list[str]:
    return [mark.label for mark in document.marks if mark.ambiguous]


def note_texts(document: Document) -> list[tuple[str, str]]:
    return [(note.label, note.span.of(document.text)) for note in document.notes]


GLUED = [
    ("a long investigation3 that failed", "a long investigation that failed"),
    ("the “uprisings”.3 He went", "the “uprisings”. He went"),
    ('the "uprisings".3 He went', 'the "uprisings". He went'),
    ('the "uprisings."3 He went', 'the "uprisings." He went'),
    ("the «uprisings»3 went on", "the «uprisings» went on"),
    ("of this figure.3 The rest", "of this figure. The rest"),
    ("in a word,3 and gladly", "in a word, and gladly"),
    ("in short;3 at length", "in short; at length"),
    ("Was it so?3 Perhaps", "Was it so? Perhaps"),
    ("as Marsh (1931)3 says", "as Marsh (1931) says"),
    ("they [the Board]3 refused", "they [the Board] refused"),
    ("in 20183 : the year", "in 2018 : the year"),
    ("in 1998–20033, the years", "in 1998–2003, the years"),
    ("in the 1990s3 they did", "in the 1990s they did"),
    ("a sum of £41,2003 in all", "a sum of £41,200 in all"),
    ("of 1,2003 houses", "of 1,200 houses"),
    ("about 45%3 of them", "about 45% of them"),
    ("a fall of 9.6%.3 The rest", "a fall of 9.6%. The rest"),
    ("it ended in 1971.3 The rest", "it ended in 1971. The rest"),
    ("the town’s3 pumps", "the town’s pumps"),
    ("the water³ rose", "the water rose"),
    ("the water rose.³ It fell", "the water rose. It fell"),
    ("in 2018³ and later", "in 2018 and later"),
    ("the council3—such as it was", "the council—such as it was"),
    ("(so the clerk says3) and", "(so the clerk says) and"),
    ("at the end of it…3 The", "at the end of it… The"),
]


@pytest.mark.parametrize(("glued", "clean"), GLUED)
def test_a_mark_that_the_order_settles_is_cut_from_the_text(glued: str, clean: str) -> None:
    document = read(BEFORE + glued + AFTER + NOTES, "a.txt")
    assert labels(document) == ["1", "2", "3", "4"]
    assert clean in document.text


@pytest.mark.parametrize(("glued", "clean"), GLUED)
def test_the_origin_of_a_mark_is_just_after_its_digits(glued: str, clean: str) -> None:
    raw = BEFORE + glued + AFTER + NOTES
    document = read(raw, "a.txt")
    mark = document.marks[2]
    assert raw[: document.origin(mark.span).column - 1].endswith(("3", "³"))
    assert len(mark.span) == 0


NAMES = [
    "the COVID19 summer", "an MP3 of it", "the H2O in it", "a B2B firm", "the G20 there", "the 1990s there",
    "the 3rd pump", "much CO2 there", "an F16 there", "an x86 box", "version 2.3 of it", "it grew by 3.5 points",
    "for $10.5 there",
    "some 1,200 men", "at 10:30 there", "in John 3:16 there", "see RFC2119 there", "see p.3 there", "see fig.3 there",
    "on page3 there", "at vol.3 there", "a utf8 file, in utf8", "see www.example.org/a3 there", "see a@b3 there",
    "see § 2901.3 there", "covers 40 m³ there", "about 10³ there", "the key_3 there", "in f(x)3 there",
    "see Table3 there",
    "a No.3 there", "some 12,345 men", "by 3–4 men", "about -3 degrees", "the ratio 4:3 there", "in #3 there",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_number_or_a_name_is_not_cut_even_where_a_mark_is_wanting(name: str) -> None:
    document = read(BEFORE + "Then " + name + " came." + AFTER + NOTES, "a.txt")
    assert labels(document) == ["1", "2", "4"]
    assert name in document.text


@pytest.mark.parametrize("name", NAMES)
def test_a_text_without_notes_has_no_marks(name: str) -> None:
    document = read(f"The town had {name} for years. Nobody minded {name} at all.", "a.txt")
    assert document.marks == ()


def test_the_year_is_kept_and_the_glued_digits_are_not_part_of_it() -> None:
    body = " ".join(f"This is the claim of a witness.{number} He spoke." for number in range(1, 67))
    notes = "\n".join(f"{number}. Witness, p. {number}." for number in range(1, 68))
    document = read(f"{body} It ended in 201867 : nobody knows why.\n\nNotes\n{notes}\n", "a.txt")
    assert labels(document) == [str(number) for number in range(1, 68)]
    assert "It ended in 2018 : nobody" in document.text


def test_two_equally_good_places_for_a_number_are_both_left_in_doubt() -> None:
    document = read(BEFORE + "The mason3 and the clerk3 agreed on it." + AFTER + NOTES, "a.txt")
    assert labels(document) == ["1", "2", "4"]
    assert doubts(document) == ["3", "3"]
    assert "The mason3 and the clerk3 agreed" in document.text


def test_a_doubtful_mark_spans_the_characters_in_question() -> None:
    document = read(BEFORE + "The mason3 and the clerk3 agreed on it." + AFTER + NOTES, "a.txt")
    assert {mark.span.of(document.text) for mark in document.marks if mark.ambiguous} == {"3"}


def test_a_name_in_the_place_of_a_missing_mark_is_a_doubt_and_never_a_cut() -> None:
    document = read(BEFORE + "Then the MP3 came." + AFTER + NOTES, "a.txt")
    assert "MP3" in document.text
    assert doubts(document) in ([], ["3"])


def test_marks_in_running_order_are_marks_even_without_their_notes() -> None:
    document = read(BEFORE + "The third on a map.3 It is lost." + AFTER, "a.txt")
    assert labels(document) == ["1", "2", "3", "4"]
    assert {mark.target for mark in document.marks} == {""}


def test_numbered_names_in_running_order_are_not_marks() -> None:
    body = "It sends key1 first, then key2, and at the end key3. host1 answers host2, and host3 answers nobody."
    assert read(body, "a.txt").marks == ()


def test_one_mark_alone_without_a_note_is_a_doubt() -> None:
    document = read("The clerk had nothing to say.1 He said it at length.", "a.txt")
    assert labels(document) == []
    assert doubts(document) == ["1"]


def test_marks_that_do_not_begin_with_one_have_no_order() -> None:
    assert labels(read("It was so in the end.7 It was not.\nIt was later said.9 Nobody knows.", "a.txt")) == []


def test_a_mark_without_its_note_leads_nowhere() -> None:
    document = read(
        BEFORE + "The third on a map.3 It is lost." + AFTER + NOTES.replace("3. Quist, p. 3.\n", ""), "a.txt"
    )
    assert [(mark.label, bool(mark.target)) for mark in document.marks] == [
        ("1", True), ("2", True), ("3", False), ("4", True),
    ]  # fmt: skip


def test_a_mark_after_the_last_note_leads_nowhere() -> None:
    document = read(BEFORE + "The third on a map.3 It is lost." + AFTER + " It was the last.5 Truly." + NOTES, "a.txt")
    assert labels(document)[-1] == "5"
    assert document.marks[-1].target == ""


def test_two_notes_with_one_number_are_both_kept() -> None:
    document = read(BEFORE + NOTES.replace("2. Feldmann, p. 2.", "2. Feldmann, p. 2.\n2. Tarn, p. 9."), "a.txt")
    assert [label for label, _ in note_texts(document)].count("2") == 2
    assert len({note.id for note in document.notes}) == 5


ENTRIES = ["{}. {}", "{} {}", "[{}] {}", "{}) {}", "({}) {}", "^{} {}", "{}{}", "{}.{}", "{}\n{}"]


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("heading", ["Notes", "Footnotes:", "ENDNOTES", ""])
def test_a_list_of_notes_is_read_in_each_of_its_shapes(entry: str, heading: str) -> None:
    works = ["Marsh, p. 1.", "Feldmann, p. 2.", "Quist, p. 3.", "Pell, p. 4."]
    entries = "\n".join(entry.format(index + 1, work) for index, work in enumerate(works))
    document = read(BEFORE + "The third on a map.3 It is lost." + AFTER + f"\n\n{heading}\n\n{entries}\n", "a.txt")
    assert note_texts(document) == [(str(index + 1), work) for index, work in enumerate(works)]
    assert [mark.target for mark in document.marks] == [note.id for note in document.notes]


def test_raised_numbers_begin_notes() -> None:
    document = read("The water rose.¹ It fell.² So it goes.\n\nNotes\n¹ Marsh, p. 1.\n² Pell, p. 2.\n", "a.txt")
    assert note_texts(document) == [("1", "Marsh, p. 1."), ("2", "Pell, p. 2.")]
    assert labels(document) == ["1", "2"]


def test_the_blocks_of_notes_are_their_own_part() -> None:
    document = read(BEFORE + AFTER + NOTES, "a.txt")
    notes = [block for block in document.blocks if block.kind is BlockKind.NOTE]
    assert len(notes) == 4
    assert {block.part for block in notes} == {Part.NOTES}


@pytest.mark.parametrize("arrow", [" ↩", "↩︎", " ↑", " ↩ ↩"])
def test_return_arrows_are_no_part_of_a_note(arrow: str) -> None:
    document = read(BEFORE + NOTES.replace("p. 2.", "p. 2." + arrow), "a.txt")
    assert note_texts(document)[1] == ("2", "Feldmann, p. 2.")


def test_a_note_keeps_its_wrapped_lines_and_its_paragraphs() -> None:
    body = (
        "The works of the town were built in three years, by men whose\n"
        "names are not recorded in the minutes.1 Nor are the names of those\n"
        "who paid for them.2 It is a pity, and there is nothing now to be\ndone about it.\n"
    )
    notes = (
        "\nNotes\n\n1. Marsh, The Pipes of Aldermere, the second chapter of the\nbook, p. 12.\n\n   She adds a word.\n"
        "2. Pell, p. 4.\n"
    )
    document = read(body + notes, "a.txt")
    assert note_texts(document)[0] == (
        "1",
        "Marsh, The Pipes of Aldermere, the second chapter of the\nbook, p. 12.\n\nShe adds a word.",
    )
    first = [block for block in document.blocks if block.kind is BlockKind.NOTE][:2]
    assert first[0].group == first[1].group


def test_bracketed_numbers_are_marks_where_there_is_a_list_of_notes() -> None:
    document = read(
        "The first claim [1] is old. The second[2][3] is not.\n\nNotes\n[1] Marsh.\n[2] Pell.\n[3] Quist.\n", "a.txt"
    )
    assert labels(document) == ["1", "2", "3"]
    assert "The second is not." in document.text


def test_several_numbers_in_one_pair_of_brackets_are_several_marks() -> None:
    document = read("The first [1] is old. Others [2, 3] are not.\n\nNotes\n1. Marsh.\n2. Pell.\n3. Quist.\n", "a.txt")
    assert labels(document) == ["1", "2", "3"]
    assert "Others  are not" in document.text


def test_bracketed_citations_of_a_list_of_references_stay_in_the_text() -> None:
    document = read(
        "The first claim [1] is old. The second [2] is not.\n\nReferences\n\n[1] Marsh.\n[2] Pell.\n", "a.txt"
    )
    assert document.marks == ()
    assert "claim [1] is old" in document.text
    references = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.REFERENCE]
    assert references == ["[1] Marsh.", "[2] Pell."]


def test_numbered_references_with_glued_marks_are_notes() -> None:
    document = read(BEFORE + "The third on a map.3 It is lost." + AFTER + NOTES.replace("Notes", "References"), "a.txt")
    assert labels(document) == ["1", "2", "3", "4"]
    assert len(document.notes) == 4


def test_headnote_brackets_do_not_hide_glued_marks() -> None:
    body = "[1] [2] The first claim rests on the minutes.1 It is so.\n[3] [4] The second on the report.2 It is not.\n"
    document = read(body + "\nFootnotes\n\n1\n\nMarsh, p. 1.\n\n2\n\nPell, p. 2.\n", "a.txt")
    assert labels(document) == ["1", "2"]
    assert "[1] [2] The first" in document.text
    assert note_texts(document) == [("1", "Marsh, p. 1."), ("2", "Pell, p. 2.")]


def test_a_numbered_list_at_the_end_is_not_notes_where_nothing_is_marked() -> None:
    document = read("Three things are needed for a works:\n\n1. a spring\n2. a pipe\n3. a loan\n", "a.txt")
    assert document.notes == ()
    assert "1. a spring" in document.text


def test_notes_chapter_by_chapter_are_tied_in_their_order() -> None:
    chapter = (
        "It rests on what {0} knew.1 It rests on what {0} said.2 So it is.\n\nNotes\n\n1. {0}, p. 1.\n2. {0}, p. 2.\n\n"
    )
    chapters = [
        chapter.format("Marsh").replace("knew", "saw"),
        "CHAPTER II\n\n",
        chapter.format("Pell"),
        "CHAPTER III\n\n",
    ]
    document = read("".join(chapters).replace("said", "meant", 1) + "The end of it all came soon.", "a.txt")
    words = {note.id: note.span.of(document.text) for note in document.notes}
    led_to = [words[mark.target] for mark in document.marks]
    assert led_to == ["Marsh, p. 1.", "Marsh, p. 2.", "Pell, p. 1.", "Pell, p. 2."]


def test_notes_between_the_paragraphs_are_found_by_their_marks() -> None:
    body = (
        "The first claim rests on the minutes.1 It is a claim like another.\n\n1 See Marsh, p. 1.\n\n"
        "The second rests on the report.2 It is worse.\n\n2 See Pell, p. 2.\n\nSo it ends, as it began.\n\n"
        "In the dark.\n\nWith a tap.\n\nAnd a bucket.\n\nAnd a hill.\n\nAnd a town.\n"
    )
    document = read(body, "a.txt")
    assert note_texts(document) == [("1", "See Marsh, p. 1."), ("2", "See Pell, p. 2.")]


WORD = st.sampled_from("the water town council pump minute report engineer valve clerk street wend fever".split())
SENTENCE_END = st.sampled_from([". The", "? No", "”. He"])
ENDING = st.sampled_from([". The", ", and", "; but", "? No", "” said", "”. He", ") in", " that"])


@st.composite
def marked_prose(draw: st.DrawFn) -> tuple[str, list[str], int]:
    """Prose with glued marks numbered from 1, the pieces that stand between the marks, and how many there are.

    Every third mark ends a sentence: marks in the middle of sentences alone are not told from names (see the order).
    """
    count = draw(st.integers(min_value=3, max_value=40))
    raw, pieces = "It was so", ["It was so"]
    for number in range(1, count + 1):
        words = draw(st.lists(WORD, min_size=2, max_size=8))
        ending = draw(SENTENCE_END if number % 3 == 1 else ENDING)
        head, tail = ending[: ending.rindex(" ")], ending[ending.rindex(" ") :]
        piece = " " + " ".join(words) + f"ing{'abcdefghij'[number % 10]}" + head
        raw += piece + str(number) + tail
        pieces.append(piece)
        pieces.append(tail)
    return raw + " end.", pieces, count


@given(marked_prose())
def test_marks_put_into_prose_are_recovered_exactly(made: tuple[str, list[str], int]) -> None:
    raw, pieces, count = made
    notes = "\n".join(f"{number}. Marsh, The Pipes, p. {number}." for number in range(1, count + 1))
    document = read(f"{raw}\n\nNotes\n\n{notes}\n", "a.txt")
    assert labels(document) == [str(number) for number in range(1, count + 1)]
    assert document.text.startswith("".join(pieces) + " end.")


def test_the_shipped_essay_gives_up_all_its_marks() -> None:
    raw = (Path(__file__).parents[2] / "examples" / "essay.txt").read_text(encoding="utf-8")
    document = read(raw, "essay.txt")
    assert labels(document) == [str(number) for number in range(1, 53)]
    assert [mark.label for mark in document.marks if not mark.target] == ["52"]


@pytest.mark.parametrize(
    ("glued", "clean"),
    [
        ("out of 36,400.3 The rest", "out of 36,400. The rest"),
        ("a sum of £1,236,400.3 The rest", "a sum of £1,236,400. The rest"),
        ("some (of 1,200.3 The rest", "some (of 1,200. The rest"),
        ("in all 640.3 The rest", "in all 640. The rest"),
    ],
)
def test_a_mark_behind_a_number_and_its_full_stop_is_told_by_its_neighbours(glued: str, clean: str) -> None:
    document = read(BEFORE + glued + AFTER + NOTES, "a.txt")
    assert labels(document) == ["1", "2", "3", "4"]
    assert clean in document.text


@pytest.mark.parametrize(
    "name", ["some 36,400.3 men", "some 1,200,400.3 men", "a sum of £36,400.3 in all", "(see 1,200.3) The men"]
)
def test_a_decimal_within_its_sentence_is_no_mark(name: str) -> None:
    document = read(BEFORE + name + AFTER + NOTES, "a.txt")
    assert labels(document) == ["1", "2", "4"]
    assert name in document.text


@pytest.mark.parametrize(
    "words", ["The weir broke in 2018.1", "It had cost 36,400.1 Nobody knew.", "It rained in all 40.1"]
)
def test_a_weak_mark_without_neighbours_is_a_doubt(words: str) -> None:
    document = read(words + "\n\nNotes\n\n1. Marsh, The Weirs of Wend, p. 1.\n", "a.txt")
    assert (labels(document), doubts(document)) == ([], ["1"])


def test_numbers_of_a_text_with_other_marks_are_no_doubts() -> None:
    text = "It broke in 2018.1 The town paid.[1] It leaks.[2]\n\nNotes\n\n1. Marsh, The Weirs.\n2. Quist, The Sluice.\n"
    document = read(text, "a.txt")
    assert (labels(document), doubts(document)) == (["1", "2"], [])


WORKS = "\n\nWorks cited\n\n1. Marsh, The Weirs (1998).\n2. Quist, The Sluice (2004).\n"


def test_glued_numbers_of_works_may_come_again() -> None:
    document = read("It is oak.1 It leaks.2 It is dear.1 “It is old.”2 So they say." + WORKS, "a.txt")
    assert (labels(document), doubts(document)) == (["1", "2", "1", "2"], [])
    assert "It is oak. It leaks. It is dear. “It is old.” So they say." in document.text


def test_a_name_is_no_number_of_a_work_that_comes_again() -> None:
    document = read("It is oak.1 It leaks.2 The MP2 is old, and the mason2 too, by 2.1 points." + WORKS, "a.txt")
    assert labels(document) == ["1", "2"]
    assert "the mason2 too, by 2.1 points" in document.text
