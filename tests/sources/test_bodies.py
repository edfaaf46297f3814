"""Reports that are named by the body that made them, and works of several volumes."""

from __future__ import annotations

import pytest
from works_factory import reference, source, tied

from holdwater.sources.model import Source, Tie, TieStatus

TITLE = "Report of the Tidal Lamps Commission of Wend"


def headed(source_id: str, *lines: str) -> Source:
    return source(source_id, lines[0], custom={"title-from": "the file itself", "head": list(lines)})


ONE = headed("one", "TIDAL LAMPS COMMISSION OF WEND.", "REPORT", "of the", "COMMISSIONERS", "VOL. I.", "WEND. 1884.")
TWO = headed("two", "TIDAL LAMPS COMMISSION OF WEND", "MINUTES OF EVIDENCE. VOL. II.", "Presented 1884.")
PLAIN = headed("plain", "TIDAL LAMPS COMMISSION OF WEND", "REPORT", "1884")


def tie_of(written: str, *sources: Source) -> Tie:
    return tied(reference(written, title=TITLE, issued={"date-parts": [[1884]]}), *sources)


def test_a_report_is_known_by_its_body_its_year_and_what_it_is() -> None:
    assert tie_of(f"{TITLE} (London: HMSO, 1884), 12.", PLAIN).source == "plain"


@pytest.mark.parametrize(("volume", "meant"), [("1", "one"), ("I", "one"), ("2", "two")])
def test_a_volume_leads_to_its_own_file(volume: str, meant: str) -> None:
    assert tie_of(f"{TITLE}, vol. {volume} (London: HMSO, 1884), 12.", ONE, TWO).source == meant


def test_a_volume_that_is_not_in_hand_does_not_lead_to_another() -> None:
    assert tie_of(f"{TITLE}, vol. 2 (London: HMSO, 1884), 12.", ONE).status is TieStatus.MISSING
    assert tie_of(f"{TITLE}, vol. 3 (London: HMSO, 1884), 12.", ONE, TWO).status is TieStatus.MISSING


def test_the_whole_leads_to_all_its_volumes_and_never_to_one_of_several() -> None:
    whole = f"{TITLE}, 2 vols. (London: HMSO, 1884)."
    assert set(tie_of(whole, ONE, TWO).leads_to) == {"one", "two"}
    assert tie_of(whole, ONE).status is TieStatus.MISSING


@pytest.mark.parametrize(
    "lines",
    [
        ("TIDAL LAMPS COMMISSION OF WEND", "REPORT", "1886"),
        ("TIDAL LAMPS COMMISSION OF WEND", "LETTERS OF THE SECRETARY", "1884"),
        ("TIDAL LAMPS COMMISSION OF WEND AND MARSH", "REPORT", "1884"),
        ("A REPLY", "TIDAL LAMPS COMMISSION", "REPORT", "1884"),
    ],
)
def test_another_year_another_paper_and_another_body_are_other_works(lines: tuple[str, ...]) -> None:
    assert tie_of(f"{TITLE} (London: HMSO, 1884), 12.", headed("other", *lines)).status is TieStatus.MISSING
