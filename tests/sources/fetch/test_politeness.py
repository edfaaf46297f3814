"""Manners: how long to wait, under what name to ask, and what hosts ask of crawlers."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest

from holdwater.sources.fetch.addresses import read_target
from holdwater.sources.fetch.politeness import Host, back_off, retry_after
from holdwater.sources.fetch.robots import Rules
from holdwater.sources.fetch.settings import FetchSettings

NOW = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 3 ", 3.0),
        ("0", 0.0),
        ("0.5", 0.5),
        ("Tue, 14 Nov 2023 22:14:20 GMT", 60.0),
        ("Tuesday, 14-Nov-23 22:14:20 GMT", 60.0),
        ("Tue, 14 Nov 2023 22:14:20", 60.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("１２", None),
        ("1e9", None),
        ("9" * 400, None),
        ("Tue, 99 Nov 2023 22:14:20 GMT", None),
        ("Tue, 14 Nov 99999999999999 22:14:20 GMT", None),
    ],
)
def test_a_server_says_how_long_to_wait_as_a_number_or_a_date(header: str, seconds: float | None) -> None:
    assert retry_after(header, lambda: NOW) == seconds


def test_waits_double_and_are_never_all_the_same() -> None:
    for failures, most in ((1, 1.0), (2, 2.0), (3, 4.0), (6, 32.0)):
        waits = [back_off(1.0, failures) for _ in range(200)]
        assert most / 2 <= min(waits) < max(waits) <= most


def test_a_host_lets_in_as_many_as_were_said_and_no_more() -> None:
    inside, most = 0, 0

    async def visit(host: Host) -> None:
        nonlocal inside, most
        async with host.turn():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    async def run() -> None:
        host = Host(3, 0.0)
        await asyncio.gather(*(visit(host) for _ in range(12)))

    asyncio.run(run())
    assert most == 3


def test_a_host_that_rests_lets_nobody_in_until_it_has_rested() -> None:
    async def run() -> float:
        host = Host(2, 0.0)
        async with host.turn():
            host.rest(0.2)
        began = time.monotonic()
        async with host.turn():
            return time.monotonic() - began

    assert asyncio.run(run()) >= 0.19


def test_a_host_slows_down_and_never_speeds_up_again() -> None:
    async def run() -> float:
        host = Host(5, 0.0)
        host.slow_down(0.1)
        host.slow_down(0.0)
        began = time.monotonic()
        for _ in range(3):
            async with host.turn():
                pass
        return time.monotonic() - began

    assert asyncio.run(run()) >= 0.19


def test_servers_are_told_a_name_and_how_to_reach_whoever_asks() -> None:
    settings = FetchSettings()
    assert settings.user_agent.startswith("Holdwater/")
    assert settings.user_agent.endswith("(citation checker)")
    told = replace(settings, contact="mailto:a@example.org").user_agent
    assert told.endswith("(citation checker; mailto:a@example.org)")
    hostile = replace(settings, contact="a\r\nX-Evil: 1 (é)\\").user_agent
    assert hostile.endswith("(citation checker; aX-Evil: 1 )")


def rules(text: str) -> Rules:
    return Rules(text)


def test_the_rules_of_a_host_are_for_us_by_name_or_for_everybody() -> None:
    private, public = read_target("https://a.example.org/private/x?y"), read_target("https://a.example.org/page")
    everybody = rules("User-agent: *\nDisallow: /private/\nCrawl-delay: 3\n")
    assert not everybody.allow(private)
    assert everybody.allow(public)
    assert everybody.delay == 3.0
    named = rules("User-agent: *\nDisallow: /\n\nUser-agent: holdwater\nAllow: /\n")
    assert named.allow(private)
    assert named.delay == 0.0
    assert rules("").allow(private)
    assert not Rules(open=False).allow(public)


def test_no_robots_txt_stops_a_run() -> None:
    assert rules("Crawl-delay: 1e99\nUser-agent: *\nCrawl-delay: 99999\n").delay == 30.0
    assert rules("User-agent: *\nCrawl-delay: -3\n").delay == 0.0
    assert rules("User-agent: *\nCrawl-delay: nan\n").delay == 0.0
    assert rules("\x00\ufffd" * 1000 + "\nUser-agent\nDisallow").allow(read_target("https://a.example.org/"))
