"""Works in hand that the body names in words: behind a quotation, or in the sentence that introduces it."""

from __future__ import annotations

import pytest

from holdwater.extract import extract
from holdwater.extract.model import AsideReason, Extraction
from holdwater.read import read_bytes
from holdwater.sources.model import Source
from holdwater.sources.tie import Tying

SAID = '"the wheel was turned by the ebb alone"'
TITLE = "Tidal Mills of the Northern Coast"


def work(source_id: str, title: str, author: str = "", year: int = 0, published: str = "Acme Press") -> Source:
    csl: dict[str, object] = {"title": title, "container-title": published}
    if author:
        csl["author"] = [{"family": name} for name in author.split(" and ")]
    if year:
        csl["issued"] = {"date-parts": [[year]]}
    return Source(source_id, file=f"{source_id}.txt", csl=csl, identifiers=(f"file:{source_id}.txt",))


SOURCES = {
    each.id: each
    for each in (work("mills", TITLE, "Roe and Doe", 2019), work("weirs", "Weirs and Eels of the Upper Wend"))
}


class Drafted:
    """What a draft quotes and which sources its quotations are tied to, the best citation's first."""

    def __init__(self, text: str, name: str = "draft.md", sources: dict[str, Source] = SOURCES) -> None:
        tying = Tying(sources)
        self.document = read_bytes(f"{text}\n".encode(), name)
        self.extraction: Extraction = extract(self.document, tying.names)
        ties = tying.tie(self.extraction.references)
        cited = {each.id: each for each in self.extraction.citations}
        self.quoted = [each.span.of(self.document.text) for each in self.extraction.quotations]
        self.sources = [
            [ties[reference].source for one in each.citations for reference in cited[one].references]
            for each in self.extraction.quotations
        ]


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize(
    "aside",
    [
        f'(Roe & Doe, "{TITLE}", 2019)',
        f"(Roe and Doe, “{TITLE},” 2019, p. 12)",
        f"({TITLE})",
        f"(Source: {TITLE})",
        f"(from {TITLE}, ch. 3)",
        f"(Roe, {TITLE}, 2019)",
        f"(Roe, *{TITLE}*)",
        f"(Roe, {TITLE} (2019), 14)",
        "(mills.txt)",
        "(mills.txt, p. 3)",
        "(source: mills.txt)",
        "[mills.txt]",
        "[Source: mills.txt]",
    ],
)
def test_an_aside_behind_the_quotation_leads_to_the_source_in_hand_that_it_names(aside: str, name: str) -> None:
    drafted = Drafted(f"They found that {SAID} {aside}.", name)
    assert drafted.sources == [["mills"]]
    assert drafted.quoted == [SAID.strip('"')]


def test_an_aside_may_name_author_periodical_and_year() -> None:
    eels = work("eels", "Eels Run Late, Says Warden", "Moe", 2020, "Wend Gazette")
    assert Drafted(f"He said {SAID} (Moe, Wend Gazette, 2020).", sources={"eels": eels}).sources == [["eels"]]
    assert Drafted(f"He said {SAID} (Poe, Wend Gazette, 2020).", sources={"eels": eels}).sources == [[]]


def test_a_models_mark_with_the_name_of_a_file_in_hand_leads_to_it() -> None:
    assert Drafted(f"They found that {SAID}【4:0†mills.txt】.", "chat.txt").sources == [["mills"]]


@pytest.mark.parametrize(
    "line",
    [
        f'{SAID[:-1]}." — Jane Roe, "{TITLE}", 2019',
        f"{SAID} — Roe and Doe, *{TITLE}*",
        f"{SAID}\n— {TITLE}, 2019",
        f"{SAID} – mills.txt".replace("mills", "Mills").replace("Mills.txt", f"{TITLE}"),
    ],
)
def test_a_dash_and_a_work_behind_the_quotation_lead_to_the_source_in_hand(line: str) -> None:
    assert Drafted(line).sources == [["mills"]]
    assert Drafted(line, "draft.txt").sources == [["mills"]]


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize(
    "text",
    [
        f'Roe and Doe write in "{TITLE}" (2019) that {SAID}.',
        f"Roe and Doe write in “{TITLE}” that {SAID}.",
        f"Roe and Doe argue in their book *{TITLE}* that in winter {SAID}.",
        f"In {TITLE} (2019), the authors write that {SAID}.",
        f"In {TITLE}, Roe and Doe explain that {SAID}.",
        f"In their 2019 book _{TITLE}_, Roe and Doe write, {SAID}.",
        f'It rained. In "{TITLE}", they write, {SAID}.',
        f"In “{TITLE}”, the old miller Poe said {SAID}.",
        f'According to "{TITLE}", {SAID}.',
        f'As described in "{TITLE}", {SAID}.',
    ],
)
def test_a_sentence_that_introduces_by_a_title_leads_to_the_work(text: str, name: str) -> None:
    drafted = Drafted(text, name)
    assert drafted.sources == [["mills"]]
    assert drafted.quoted == [SAID.strip('"')]


def test_the_title_that_introduces_is_set_aside_as_a_title() -> None:
    drafted = Drafted(f'Roe writes in "{TITLE}" that {SAID}.')
    [aside] = drafted.extraction.set_aside
    assert aside.reason is AsideReason.TITLE
    assert aside.span.of(drafted.document.text) == TITLE


def test_a_title_introduces_a_block_quotation_too() -> None:
    drafted = Drafted(f"In {TITLE} (2019), Roe and Doe write:\n\n> The wheel was turned by the ebb alone.")
    assert drafted.sources == [["mills"]]


@pytest.mark.parametrize("below", ["(mills.txt)", f"({TITLE}, 2019)"])
def test_an_aside_right_below_a_block_quotation_names_its_source(below: str) -> None:
    assert Drafted(f"> The wheel was turned by the ebb alone.\n\n{below}").sources == [["mills"]]


def test_an_aside_at_the_end_of_a_block_quotation_is_none_of_its_words() -> None:
    drafted = Drafted(f"> The wheel was turned by the ebb alone. ({TITLE}, 2019)")
    assert drafted.sources == [["mills"]]
    assert drafted.quoted == ["The wheel was turned by the ebb alone."]


def test_an_aside_names_the_entry_that_the_document_has_for_the_work() -> None:
    drafted = Drafted(f'They say {SAID} (Roe, "{TITLE}", 2019).\n\n## References\n\nRoe, J. (2019). {TITLE}. Acme.')
    assert [each.references for each in drafted.extraction.citations] == [("entry:2",)]


@pytest.mark.parametrize(
    "text",
    [
        f"They found that {SAID} (and that was long ago).",
        f"They found that {SAID} (Northern Coast).",
        f"They found that {SAID} (a copy of Tidal Mills of the Northern Coast lay there).",
        f'They found that {SAID} ("{TITLE}" denies this).',
        f"They found that {SAID} ({TITLE}, which denies this).",
        f"They found that {SAID} (but see {TITLE}).",
        f"They found that {SAID} (Poe, review of {TITLE}, 2021).",
        f"They found that {SAID} (Poe, {TITLE}, 2019).",
        f"They found that {SAID} ({TITLE}, 1987).",
        f"They found that {SAID} (other.txt).",
        f"They found that {SAID} (Roe & Doe, Upper Press, 2019).",
        f"They found that {SAID} (Acme Press, 2019).",
        f"In a book ({TITLE}) that she read, Poe found that {SAID}.",
        f"{SAID} — {TITLE} says so of every wheel on the coast",
        f"{SAID} — Poe, *{TITLE}*",
        f'Poe writes in a review of "{TITLE}" that {SAID}.',
        f'Poe writes in "{TITLE}" that {SAID}.',
        f'Critics of "{TITLE}" say that {SAID}.',
        f'In "{TITLE}" (2019), Poe finds {SAID}.',
        f'In "{TITLE}" (1987), the authors write that {SAID}.',
        f'Roe argues in "{TITLE}" that depth matters, and Poe answers that {SAID}.',
        f'In "{TITLE}", Roe argues that depth matters, and Poe answers that {SAID}.',
        f'Poe wrote of "{TITLE}" that {SAID}.',
        f"In {TITLE} she lived for years. Poe said that {SAID}.",
        f"Like {TITLE}, the report says that {SAID}.",
    ],
)
def test_words_that_do_not_give_the_work_as_the_source_cite_nothing(text: str) -> None:
    drafted = Drafted(text)
    assert drafted.sources[-1] == []
    assert not drafted.extraction.references


def test_two_sources_of_one_title_are_not_taken_for_each_other() -> None:
    twins = {each.id: each for each in (work("one", TITLE, "Roe", 2019), work("two", TITLE, "Roe", 2019))}
    assert Drafted(f"They found that {SAID} (Roe, {TITLE}, 2019).", sources=twins).sources == [[""]]


def test_a_quotation_that_holds_an_aside_keeps_it() -> None:
    drafted = Drafted('He said "it was turned (Tidal Mills of the Northern Coast) by the ebb alone and not by men".')
    assert drafted.sources == [[]]


def test_without_sources_in_hand_nothing_is_named() -> None:
    assert not Drafted(f'They found that {SAID} (Roe & Doe, "{TITLE}", 2019).', sources={}).extraction.citations
