"""The report as one HTML page: the document, and beside each checked span what its source says.

The page loads nothing, needs no script to be read or filtered, and runs one script of its own for the keyboard.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from holdwater.findings.report import Report
from holdwater.report import html_front as front
from holdwater.report.html_body import Body
from holdwater.report.html_text import element, text
from holdwater.report.json import tool_version
from holdwater.report.lookup import Lookup
from holdwater.report.summary import summarise


def render(report: Report) -> str:
    """The whole page as a string. Time and size are linear in the document and its findings."""
    summary = summarise(report)
    name = report.document.name or "document"
    main = element(
        "main",
        element("article", Body(Lookup(report)).html(), class_="document", aria_label="The document"),
        id="document",
    )
    parts = (
        element("a", "Skip to the document", href="#document", class_="skip"),
        front.header(report, summary),
        element("div", front.gaps(summary) + front.index(report), class_="overview"),
        main,
        element("footer", front.sources(report) + front.left_out(report, summary) + _colophon(), class_="end"),
    )
    script = _asset("page.js")
    head = _head(name, script, _asset("page.css") + front.filter_rules(report))
    body = "\n".join(part for part in parts if part)
    return f'<!doctype html>\n<html lang="en">\n{head}\n<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n'


def _head(name: str, script: str, style: str) -> str:
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src '{script_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        (
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{text(name)}: Holdwater report</title>",
            f"<style>{style}</style>",
            "</head>",
        )
    )


def script_hash(script: str) -> str:
    """The name by which the page's policy lets its one script run (CSP 3, hash-source)."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


@cache
def _asset(name: str) -> str:
    return (files("holdwater.report") / "page" / name).read_text(encoding="utf-8")


def _colophon() -> str:
    words = (
        f"Written by Holdwater {tool_version()}. It says what the sources in hand bear out and what could not be "
        "checked; it does not say what is true."
    )
    return element("p", text(words), class_="colophon")
