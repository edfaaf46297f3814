"""The address that a program wrote into a page when it saved it: a browser, or one of the common extensions."""

from __future__ import annotations

from itertools import islice

from holdwater.patterns import waiting
from holdwater.read.html.tree import Comment, Element, walk

_NEAR = 40  # nodes at the head of a file among which the mark stands
_SAVED = waiting(
    r"\s*(?:saved from url=\(\d{1,6}\)\s?(?P<browser>https?://\S{4,1000})"
    r"|Page saved with SingleFile\s{1,9}url:\s?(?P<extension>https?://\S{4,1000})"
    r"|Mirrored from (?P<mirror>[\w-]{1,63}\.[\w.:-]{1,100}(?:/\S{0,900})?) by HTTrack\b)"
)


def saved_from(root: Element) -> str:
    """The address from which a page was saved, as the program that saved it wrote it; "" where none did.

    It counts only where such programs put it: in a comment before or right after `<html>`, or in a mark of their own.
    """
    for node in islice(walk(root), _NEAR):
        if isinstance(node, Element):
            if node.tag == "body":
                break
            found = _of_element(node)
        else:
            found = _of_comment(node.value) if isinstance(node, Comment) else ""
        if found:
            return found
    return ""


def _of_comment(words: str) -> str:
    match = _SAVED.match(words)
    if match is None:
        return ""
    return match["browser"] or match["extension"] or f"http://{match['mirror']}"


def _of_element(element: Element) -> str:
    """What the extensions Save Page WE and WebScrapBook write."""
    told = element.get("content") if element.get("name") == "savepage-url" else element.get("data-scrapbook-source")
    return told.strip()[:1000] if told.startswith(("http://", "https://")) else ""
