"""Which addresses are asked for, and which are not, whatever way they are written."""

from __future__ import annotations

import contextlib
import itertools
from ipaddress import ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdwater.errors import FetchError
from holdwater.sources.fetch.addresses import CLOSED_PORTS, next_target, read_target, refusal
from holdwater.sources.fetch.ranges import RANGES, is_translated, refused_address

PUBLIC = "93.184.216.34"

THIS_COMPUTER = """
http://127.0.0.1/ http://127.0.0.1:8080/admin https://127.255.255.254/ http://127.1/ http://127.0.1/
http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0x7F.0x0.0x0.0x1/ http://0177.0.0.1/ http://0177.1/
http://017700000001/ http://00000177.0.0.1/ http://127.0.0.1./ http://127.00.0.01/ http://0x7f.0.1/ http://127.0.0.0x/
http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[0000::0001]:8000/
http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::127.0.0.1]/ http://[::ffff:0:127.0.0.1]/
http://0.0.0.0/ http://0/ http://0x0/ http://0.1.2.3/ http://[::]/
http://localhost/ http://LOCALHOST:3000/ http://localhost./ http://app.localhost/ http://localhost.localdomain/
http://%31%32%37.0.0.1/ http://127%2e0.0.1/ http://%6c%6f%63alhost/
http://１２７.０.０.１/ http://127。0。0。1/ http://127．0．0．1/ http://①②⑦.⓪.⓪.①/ http://ｌｏｃａｌｈｏｓｔ/
http://ⓛocalhost/ http://loca\u00adlhost/ http://¹²⁷.0.0.1/ http://loc\u200balhost/
""".split()

PRIVATE = """
http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.1.1/
http://192.168.257/ http://3232235777/ http://0xC0A80101/ http://0300.0250.1.1/ http://10.1/
http://100.64.0.1/ http://100.127.255.255/ http://169.254.0.1/ http://169.254.255.254/
http://[fc00::1]/ http://[fd12:3456:789a::1]/ http://[fe80::1]/ http://[febf::1]/ http://[fec0::1]/
http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[::ffff:192.168.0.1]/ http://[::10.0.0.1]/
http://printer.local/ http://build.internal/ http://wiki.intranet/ http://nas.lan/ http://router.home.arpa/
http://intranet/ http://printer./ http://payroll.corp/ http://x.home/
""".split()

METADATA = """
http://169.254.169.254/latest/meta-data/ http://169.254.170.2/ http://2852039166/ http://0xA9FEA9FE/
http://0251.0376.0251.0376/ http://169.254.43518/ http://[::ffff:169.254.169.254]/ http://[fd00:ec2::254]/
http://100.100.100.200/ http://192.0.0.192/ http://168.63.129.16/ http://metadata.google.internal/
http://Metadata.Google.Internal./ http://metadata/ http://metadata.goog/ http://instance-data/
http://[fd20:ce::254]/ http://１６９.254.169.254/
""".split()

TUNNELS = """
http://[64:ff9b::7f00:1]/ http://[64:ff9b::10.0.0.1]/ http://[64:ff9b::169.254.169.254]/ http://[64:ff9b::5db8:d822]/
http://[64:ff9b:1::1]/ http://[64:ff9b:1:ffff:ffff:ffff:7f00:1]/ http://[2002:7f00:1::]/ http://[2002:a00:1::1]/
http://[2002:c0a8:101::]/ http://[2002:5db8:d822::1]/ http://[2001::1]/
http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ http://[2600:1::5efe:10.0.0.1]/ http://[2600:1::200:5efe:127.0.0.1]/
http://192.88.99.1/
""".split()

NEVER = """
http://224.0.0.1/ http://239.255.255.250/ http://[ff02::1]/ http://[ff05::c]/ http://[ff0e::1]/
http://255.255.255.255/ http://0xffffffff/ http://4294967295/ http://240.0.0.1/ http://254.1.1.1/
http://192.0.2.1/ http://198.51.100.7/ http://203.0.113.9/ http://[2001:db8::1]/ http://[3fff::1]/
http://198.18.0.1/ http://198.19.255.255/ http://[2001:2::1]/ http://192.0.0.8/ http://[2001:10::1]/ http://[100::1]/
http://[4000::1]/ http://[5f00::1]/ http://[200::1]/ http://[e000::1]/
http://exampleonion.onion/ http://site.i2p/ http://a.alt/ http://a.invalid/
""".split()

PORTS = [f"http://example.com:{port}/" for port in (0, 1, 7, 21, 22, 23, 25, 53, 110, 143, 445, 587, 3306, 6379, 6667)]

NO_ADDRESS = [
    *"""
    file:///etc/passwd FILE:/etc/passwd javascript:alert(1) data:text/html,<b>hi</b> ftp://example.com/paper.pdf
    gopher://example.com/1 dict://example.com:11211/stats mailto:someone@example.com about:blank blob:http://x.com/1
    view-source:http://example.com/ jar:http://example.com!/ ws://example.com/ ldap://example.com/ //example.com/page
    example.com/page http:example.com http:/example.com http:///example.com http:// https://?q http://#x
    http://user@example.com/ http://user:word@example.com/ http://example.com@127.0.0.1/ http://127.0.0.1@example.com/
    http://example.com%40127.0.0.1/ http://example.com:80@127.0.0.1:80/ http://a@b@example.com/
    http://256.0.0.1/ http://1.2.3.4.5/ http://0x100000000/ http://4294967296/ http://08.1.1.1/
    http://1..2/ http://example..com/ http://.example.com/ http://example.com../ http://./
    http://1.2.3.256/ http://256.1/ http://exa<b>mple.com/ http://exa|mple.com/ http://example.com:http/
    http://example.com:99999/ http://example.com:-1/ http://example.com:８０/ http://example.com:123456/
    http://[::1/ http://::1/ http://[::1]x/ http://[127.0.0.1]/ http://[v1.x]/ http://[]/ http://[1:2:3]/
    http://xn--localhost-/ http://xn--a/ http://xn--127-0-0-1/ http://xn--/ http://ex\u202eample.com/
    """.split(),
    "",
    "   ",
    "http://exa mple.com/",
    "http://exam\x00ple.com/",
    "http://" + "a" * 64 + ".com/",
    "http://" + "a." * 127 + "com/",
    "http://example.com/" + "a" * 9000,
]

REFUSED = [*THIS_COMPUTER, *PRIVATE, *METADATA, *TUNNELS, *NEVER, *PORTS, *NO_ADDRESS]


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
