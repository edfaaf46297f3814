"""The address that a program wrote into a page when it saved it."""

from __future__ import annotations

import pytest

from holdwater.read import read_bytes
from holdwater.sources.described import identifiers_of

ADDRESS = "https://www.fieldpost.test/2020/05/mill"
BODY = "<html><head><title>Mill shut</title></head><body><h1>Mill shut</h1><p>The mill is shut.</p></body></html>"
BROWSER = f"<!-- saved from url=(0039){ADDRESS} -->"


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html>\n{BROWSER}\n{BODY}",
        BODY.replace("<html>", f"<html><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: May\n-->"),
        BODY.replace("<head>", f'<head><meta name="savepage-url" content="{ADDRESS}">'),
        BODY.replace("<html>", f'<html data-scrapbook-source="{ADDRESS}">'),
    ],
)
def test_a_saved_page_has_the_address_that_it_was_saved_from(page: str) -> None:
    document = read_bytes(page.encode(), "mill.html")
    assert document.metadata["url"] == ADDRESS
    assert identifiers_of(document) == (f"url:{ADDRESS}",)


def test_a_mirrored_page_has_the_address_it_was_mirrored_from() -> None:
    page = f"<!-- Mirrored from fieldpost.test/mill.html by HTTrack Website Copier/3.x -->{BODY}"
    assert read_bytes(page.encode(), "mill.html").metadata["url"] == "http://fieldpost.test/mill.html"


def test_the_page_s_own_address_stands_beside_the_one_it_was_saved_from() -> None:
    page = BROWSER + BODY.replace("<head>", '<head><link rel="canonical" href="https://fieldpost.test/mill-shut">')
    document = read_bytes(page.encode(), "mill.html")
    assert identifiers_of(document) == ("url:https://fieldpost.test/mill-shut", f"url:{ADDRESS}")


@pytest.mark.parametrize(
    "page",
    [
        f"<!-- saved from url=(0014)about:internet -->{BODY}",
        f"<!-- saved from url=(0020)file:///C:/mill.html -->{BODY}",
        BODY.replace("<p>", f"<p>{BROWSER}"),
        f"<!-- We saved from url=(0039){ADDRESS} -->{BODY}",
    ],
)
def test_other_comments_and_the_mark_of_the_internet_zone_give_no_address(page: str) -> None:
    assert identifiers_of(read_bytes(page.encode(), "mill.html")) == ()
