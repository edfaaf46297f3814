"""Which of several forms of the same thing a page shows, and which raised numbers are no words of the text."""

from __future__ import annotations

import re

from holdwater.patterns import waiting
from holdwater.read.jats.kin import Kin, opening
from holdwater.read.xml import Element, Text

_SIGN = waiting(r"[\s,;:.\[\](){}\u2010-\u2015\u2212-]*")
_NUMBER = waiting(
    r"[\[(]?(?:\d{1,4}[a-z]?|[a-z]{1,2}|[*†‡§¶#‖]{1,4})(?:\s?[,;\u2010-\u2015-]\s?\d{1,4}[a-z]?)*[\])]?", re.I
)
_LOCATOR = waiting(
    r"\s{0,2}[,:]?\s{0,2}((?:pp?\.|chaps?\.|chapters?|§{1,2}|secs?\.|vol\.)\s?[\dxvi]+(?:[-\u2013]\d+)?)"
)
_COMMA = waiting(r"[,;\u2010-\u2015\u2212-]")
_BEGIN, _END = "\\begin{document}", "\\end{document}"
_FORMULAE = ("mml:math", "math")


def chosen(element: Element, kin: Kin) -> bool:
    """Whether an element is the one that is shown of those that say the same.

    Of a formula that is MathML, of a table its cells, of anything else the first; what stands at an author's name is
    a key to addresses and is not shown.
    """
    parent = element.parent
    if parent is None:
        return True
    if element.tag == "tex-math":
        return not any(tag in kin.of(parent).first for tag in _FORMULAE)
    if element.tag == "xref":
        return parent.tag not in ("contrib", "aff", "collab", "contrib-group")
    if element.tag == "def":
        return parent.tag != "abbrev"
    if element.tag == "sup" and _COMMA.fullmatch(opening(element)):
        return not _cites(kin.of(parent).before.get(element))
    if parent.tag in ("alternatives", "citation-alternatives"):
        return kin.of(parent).choice is element
    return True


def _cites(element: Element | None) -> bool:
    """Whether an element is a raised number that cites; what is raised after it only parts it from the next."""
    return element is not None and (element.tag == "xref" or element.first("xref") is not None)


def is_citation_sign(element: Element) -> bool:
    """Whether a raised stretch is nothing but numbers that cite: the page shows them above the line, as note marks.

    The element is `sup` with cross-references in it, or a cross-reference whose words are all raised.
    """
    xrefs = [element] if element.tag == "xref" else list(element.elements("xref"))
    rest = "".join(child.value for child in element.children if isinstance(child, Text))
    if not xrefs or not _SIGN.fullmatch(rest[:80]) or len(rest) > 80:
        return False
    if element.tag == "xref":
        inner = list(element.elements())
        if not inner or any(child.tag != "sup" for child in inner):
            return False
    elif sum(1 for _ in element.elements()) != len(xrefs):
        return False
    return all(_NUMBER.fullmatch(opening(one)) and one.get("ref-type") in _CITING for one in xrefs)


_CITING = frozenset({"bibr", "fn", "table-fn", ""})


def tex_words(node: Text) -> Text:
    """Of a formula that comes as a LaTeX document of its own, the formula."""
    begin = node.value.find(_BEGIN)
    if begin < 0:
        return node
    start = begin + len(_BEGIN)
    end = node.value.find(_END, start)
    return Text(node.value[start : end if end >= 0 else len(node.value)], node.place + start, node.exact)


def locator_of(xref: Element, after: str) -> str:
    """The locator that a citation's own words give, or the text right after it, as written ("p. 4"); "" for none."""
    found = _LOCATOR.search(opening(xref, 200)[-40:]) or _LOCATOR.match(after)
    return found[1] if found else ""
