"""Which addresses are asked for, and which are not, whatever way they are written."""

from __future__ import annotations

import contextlib
import itertools
from ipaddress import ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from refused import METADATA, NO_ADDRESS, PORTS, REFUSED, TUNNELS

from holdwater.errors import FetchError
from holdwater.sources.fetch.addresses import CLOSED_PORTS, next_target, read_target, refusal
from holdwater.sources.fetch.ranges import RANGES, is_translated, refused_address

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_not_the_public_web_is_not_asked_for(url: str) -> None:
    assert refusal(url)


def test_the_table_of_refused_addresses_is_long_and_says_nothing_twice() -> None:
    assert len(set(REFUSED)) == len(REFUSED) >= 150


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "https://example.com:443/a?b=c#d",
        "http://example.com:8080/",
        "https://example.com:8443/x",
        f"http://{PUBLIC}/",
        "http://1572395042/",
        "http://[2606:2800:220:1:248:1893:25c8:1946]/",
        "http://172.15.255.255/",
        "http://172.32.0.1/",
        "http://100.63.255.255/",
        "http://100.128.0.1/",
        "http://11.0.0.1/",
        "http://223.255.255.255/",
        "https://localhost.example.com/",
        "https://metadata.example.com/",
        "https://local.com/",
        "https://foo_bar.example.com/",
        "https://münchen.example/",
        "https://i❤.example/",
        "https://faß.example/",
        "HTTPS://EXAMPLE.COM/",
        "https://10.1038.example.com/",
        "https://127.0.0.1.example.com/",
        "https://2130706433.com/",
        "  https://example.com/ \n",
    ],
)
def test_addresses_of_the_public_web_are_asked_for(url: str) -> None:
    assert refusal(url) == ""


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://[::1]/", "http://10.0.0.1/", "http://localhost/"])
def test_a_person_may_open_their_own_network(url: str) -> None:
    assert refusal(url)
    assert refusal(url, allow_private=True) == ""


@pytest.mark.parametrize("url", [*METADATA, *TUNNELS, *PORTS, *NO_ADDRESS])
def test_no_setting_opens_metadata_services_tunnels_and_ports_of_other_services(url: str) -> None:
    assert refusal(url, allow_private=True)


@pytest.mark.parametrize("one", RANGES, ids=lambda one: str(one.network))
def test_the_first_and_the_last_address_of_every_range_are_refused(one) -> None:
    assert refused_address(one.network[0])
    assert refused_address(one.network[-1])


def test_the_reason_names_the_address_that_was_meant() -> None:
    assert refusal("http://0x7f.1/") == "127.0.0.1 is not asked for: it is this computer's own address (loopback)"
    assert refusal("javascript:alert(1)").endswith("its scheme is javascript, not http or https")
    assert refusal("http://example.com:22/") == "port 22 is not one that pages are served on"
    assert refusal("http://metadata.google.internal/") == "metadata.google.internal is the metadata service of a cloud"


@pytest.mark.parametrize(
    ("written", "url", "host", "port"),
    [
        ("HTTP://Example.COM", "http://example.com/", "example.com", 80),
        ("https://example.com:443/a b?q=ü#there", "https://example.com/a%20b?q=%C3%BC", "example.com", 443),
        ("http://example.com:8080", "http://example.com:8080/", "example.com", 8080),
        ("http://example.com:/", "http://example.com/", "example.com", 80),
        ("http://example.com./x", "http://example.com/x", "example.com", 80),
        ("http://bücher.example/", "http://xn--bcher-kva.example/", "xn--bcher-kva.example", 80),
        ("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/", "xn--bcher-kva.example", 80),
        ("http://ＥＸＡＭＰＬＥ。com/", "http://example.com/", "example.com", 80),
        ("http://[2606:2800:0::1]/", "http://[2606:2800::1]/", "2606:2800::1", 80),
        ("http://a.com/x/../y/./z//w", "http://a.com/y/z//w", "a.com", 80),
        ("http://a.com/x/..", "http://a.com/", "a.com", 80),
        ("http://a.com/x/y/%2e%2E", "http://a.com/x/", "a.com", 80),
        ("http://a.com/x/", "http://a.com/x/", "a.com", 80),
        ("http://a.com/../../etc", "http://a.com/etc", "a.com", 80),
        ("http://a.com\\@127.0.0.1/", "http://a.com/@127.0.0.1/", "a.com", 80),
        ("http://a.com?q", "http://a.com/?q", "a.com", 80),
        ("http://a.com/a\n b", "http://a.com/a%20b", "a.com", 80),
        ("http://a.com/\ud800", "http://a.com/?", "a.com", 80),
    ],
)
def test_an_address_is_brought_to_one_form(written: str, url: str, host: str, port: int) -> None:
    target = read_target(written)
    assert (target.url, target.host, target.port) == (url, host, port)
    assert read_target(target.url) == target


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://a.com/b"),
        ("b?c", "http://a.com/x/b?c"),
        ("//other.com/b", "http://other.com/b"),
        ("https://other.com", "https://other.com/"),
        ("?q=1", "http://a.com/x/y?q=1"),
        ("\\\\other.com\\b", "http://other.com/b"),
        (" /b\t ", "http://a.com/b"),
        ("/ü b", "http://a.com/%C3%BC%20b"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, url: str) -> None:
    assert next_target(read_target("http://a.com/x/y"), location).url == url


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "javascript:1", "http://[::1", "http://u:p@b.com/", "data:,x"]
)
def test_a_redirect_off_the_web_leads_nowhere(location: str) -> None:
    with pytest.raises(FetchError):
        next_target(read_target("http://a.com/x/y"), location)


@pytest.mark.parametrize("url", [url for url in REFUSED if url not in (*PORTS, *NO_ADDRESS)])
def test_a_redirect_to_a_refused_address_is_refused(url: str) -> None:
    start = read_target("https://example.com/")
    with contextlib.suppress(FetchError):  # some are no addresses at all
        assert refusal(next_target(start, url))


@given(st.text(max_size=60) | st.from_regex(r"https?://[0-9a-fx.\[\]:%@/\\]{0,30}", fullmatch=True))
def test_any_text_is_an_address_in_normal_form_or_a_fetch_error(text: str) -> None:
    try:
        target = read_target(text)
    except FetchError:
        return
    assert target.url.isascii()
    assert read_target(target.url) == target


@given(st.from_regex(r"https?://[a-z0-9.ü１。-]{1,20}(:[0-9]{1,4})?/[ -~é]{0,20}", fullmatch=True))
def test_the_client_reads_the_same_host_out_of_an_address_as_the_check(text: str) -> None:
    try:
        target = read_target(text)
    except FetchError:
        return
    url = httpx.URL(target.url)
    assert url.raw_host.decode() == target.host
    assert ({"http": 80, "https": 443}[url.scheme] if url.port is None else url.port) == target.port


@given(st.integers(0, 2**32 - 1))
def test_every_way_to_write_an_ipv4_address_means_the_same(value: int) -> None:
    parts = [value >> 24, value >> 16 & 255, value >> 8 & 255, value & 255]
    forms = [str(value), hex(value), f"0{value:o}", ".".join(map(str, parts)), ".".join(map(hex, parts))]
    forms += [f"{parts[0]}.{value & 0xFFFFFF}", f"0{parts[0]:o}.{parts[1]}.{value & 0xFFFF}"]
    assert {read_target(f"http://{form}/").host for form in forms} == {str(ip_address(value))}


@given(st.ip_addresses(v=6))
def test_no_ipv6_address_outside_the_public_part_is_asked_for(address) -> None:
    assert refused_address(address) or 0x2 <= int(address) >> 124 <= 0x3


def test_an_answer_behind_a_translator_is_known_from_a_private_one_in_its_clothes() -> None:
    assert is_translated(ip_address("64:ff9b::5db8:d822"))
    assert not is_translated(ip_address("64:ff9b::a00:1"))
    assert not is_translated(ip_address(PUBLIC))


def test_ports_of_pages_are_open() -> None:
    assert not CLOSED_PORTS & {80, 81, 443, 591, 3000, 5000, 8000, 8008, 8080, 8081, 8443, 8888, 9000}
    assert not any(refusal(f"http://example.com:{port}/") for port in itertools.islice(range(8000, 9000), 0, None, 111))
