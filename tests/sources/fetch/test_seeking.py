"""Where works are to be had: at the addresses they are cited by, and where their identifiers lead."""

from __future__ import annotations

import pytest

from holdwater.sources.catalogue.model import Work
from holdwater.sources.fetch.addresses import refusal
from holdwater.sources.fetch.seeking import Sought, addresses_of, sought_of


@pytest.mark.parametrize(
    ("identifiers", "addresses"),
    [
        (["url:https://a.example/page?utm_source=x#part"], ["https://a.example/page?utm_source=x#part"]),
        (["url:a.example/page"], ["https://a.example/page"]),
        (["doi:10.5555/ABC(1)<2>"], ["https://doi.org/10.5555/abc(1)%3C2%3E"]),
        (["doi:10.5555/abc", "url:https://doi.org/10.5555/ABC"], ["https://doi.org/10.5555/ABC"]),
        (["doi:10.5555/abc", "url:https://a.example/1"], ["https://a.example/1", "https://doi.org/10.5555/abc"]),
        (["url:https://a.example/1", "url:http://www.a.example/1/"], ["https://a.example/1"]),
        (["arxiv:1801.99999v2"], ["https://arxiv.org/pdf/1801.99999"]),
        (["arxiv:math.GT/0309136"], ["https://arxiv.org/pdf/math.gt/0309136"]),
        (
            ["url:https://arxiv.org/abs/1801.99999v1"],
            ["https://arxiv.org/abs/1801.99999v1", "https://arxiv.org/pdf/1801.99999"],
        ),
        (["rfc:9110"], ["https://www.rfc-editor.org/rfc/rfc9110.html"]),
        (["rfc:9110", "url:https://www.rfc-editor.org/rfc/rfc9110"], ["https://www.rfc-editor.org/rfc/rfc9110"]),
        (
            ["url:https://web.archive.org/web/2019/https://a.example/1"],
            ["https://web.archive.org/web/2019/https://a.example/1"],
        ),
        (["isbn:9780000000002", "file:a/b.pdf", "reporter:1 U.S. 1"], []),
        (["doi:nonsense", "url:", ""], []),
    ],
)
def test_identifiers_lead_to_addresses_each_place_once(identifiers: list[str], addresses: list[str]) -> None:
    assert list(addresses_of(identifiers)) == addresses
    assert not any(refusal(url) for url in addresses)


def test_each_work_is_sought_where_its_description_and_its_identifiers_say() -> None:
    works = (
        Work(
            "doe2019", {"id": "doe2019", "DOI": "10.5555/Mill", "URL": "https://a.example/mill"}, ("doi:10.5555/mill",)
        ),
        Work("roe2020", {"id": "roe2020"}, ("url:https://a.example/mill",)),
        Work("nowhere", {"id": "nowhere", "ISBN": "9780000000002"}),
    )
    assert sought_of(works) == (
        Sought("https://a.example/mill", "doe2019"),
        Sought("https://doi.org/10.5555/mill", "doe2019"),
        Sought("https://a.example/mill", "roe2020"),
    )
