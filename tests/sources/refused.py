"""Addresses that are never asked for, unless a person opens their own network: the table that the tests hold to."""

from __future__ import annotations

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
