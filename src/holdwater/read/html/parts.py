"""What an HTML element says of its contents: unseen, navigation, comments, front matter, a list of references."""

from __future__ import annotations

import re
from itertools import islice

from holdwater.document import MarkKind, Part
from holdwater.patterns import waiting
from holdwater.read.html.tree import Element, walk

UNSEEN = frozenset(
    "head script style template noscript svg iframe object audio video canvas textarea rp rt datalist"
    " annotation annotation-xml noembed noframes input img map param source track embed link meta base"
    " d-footnote-list d-hover-box d-bibliography dt-bibliography".split()
)
"""Elements whose contents no reader of the page sees as text."""

_HIDING = waiting(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)

_COMMENTS = frozenset(
    "comments comment-list commentlist comments-area comment-section comments-section disqus_thread respond".split()
)
_NAVIGATION = frozenset(
    "nav navbar navigation nav-panel breadcrumb breadcrumbs menu sidebar site-header site-footer page-footer toc"
    " table-of-contents skip-link pagination mw-portlet vector-toc catlinks related related-posts share social-share"
    " newsletter cookie-banner".split()
)
_REFERENCES = frozenset(
    "references reference-list ref-list reflist bibliography csl-bib-body works-cited refs citation-list".split()
)
_FRONT_TYPES = frozenset("titlepage halftitlepage imprint colophon copyright-page cover toc landmarks loi lot".split())
_ROLES = {
    "navigation": Part.NAVIGATION,
    "banner": Part.NAVIGATION,
    "contentinfo": Part.NAVIGATION,
    "search": Part.NAVIGATION,
    "menu": Part.NAVIGATION,
    "doc-toc": Part.FRONT,
    "doc-bibliography": Part.REFERENCES,
}
_TYPES = {"bibliography": Part.REFERENCES, "references": Part.REFERENCES}
_FAR, _MAX_INNER = 50, 400  # how far up, and how many nodes down, a header or footer is looked at
_CONTENT = frozenset("article main section blockquote figure".split())

_INLINE = {
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "q": MarkKind.QUOTE,
    "cite": MarkKind.TITLE,
}

_CITATIONS = frozenset({"citation", "ltx_cite"})


def is_hidden(element: Element) -> bool:
    """Whether the page does not show this element at all."""
    if element.tag in UNSEEN or "hidden" in element.attributes:
        return True
    if "style" in element.attributes and _HIDING.search(element.attributes["style"]):
        return True
    return "mw-editsection" in element.tokens("class")


def part_of(element: Element, held: Part) -> Part:
    """The part that a block element's contents belong to, where the contents around it belong to `held`."""
    if held is not Part.BODY or element.tag in ("html", "body"):
        return _front(element) if element.tag == "body" else held
    if element.tag == "nav":
        return Part.NAVIGATION
    if element.tag in ("header", "footer") and _is_site_furniture(element):
        return Part.NAVIGATION
    if not element.attributes:
        return held
    named = _ROLES.get(element.get("role")) or _by_type(element)
    return named or _by_class(element) or held


def _front(element: Element) -> Part:
    return Part.FRONT if _FRONT_TYPES.intersection(element.tokens("epub:type")) else Part.BODY


def _by_type(element: Element) -> Part | None:
    for token in element.tokens("epub:type"):
        if token in _TYPES:
            return _TYPES[token]
        if token in _FRONT_TYPES:
            return Part.FRONT
    return None


def _by_class(element: Element) -> Part | None:
    names = {*element.tokens("class"), *element.tokens("id")}
    if names & _COMMENTS:
        return Part.COMMENTS
    if names & _NAVIGATION:
        return Part.NAVIGATION
    return Part.REFERENCES if names & _REFERENCES else None


def _is_site_furniture(element: Element) -> bool:
    if any(one.tag in _CONTENT for one in islice(element.ancestors(), _FAR)):
        return False
    inner = islice(walk(element), _MAX_INNER)
    return not any(isinstance(node, Element) and node.tag in ("h1", "p") for node in inner)


def inline_mark(element: Element) -> tuple[MarkKind, str] | None:
    """The kind and target of the mark that an inline element makes of its words; None if it makes none."""
    if element.tag == "a":
        target = element.get("href").strip()
        return (MarkKind.LINK, target) if target else None
    if element.tag == "cite" and _CITATIONS.intersection(element.tokens("class")):
        return None
    if "epub:type" in element.attributes and "se:name.publication" in element.get("epub:type"):
        return MarkKind.TITLE, ""
    kind = _INLINE.get(element.tag)
    return (kind, "") if kind else None
