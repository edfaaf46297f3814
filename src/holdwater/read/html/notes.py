"""Notes and note marks that links tie together, whatever shape a site or a word processor gives them.

A link is a note mark if the file says so (`epub:type`, `role`, a class that names it), or if it is a number, letter or
asterisk that leads to a text which leads back to it, or to a text that stands among notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from holdwater.patterns import waiting
from holdwater.read.html.index import Index, fragment_of, has_words_before, pointed_at
from holdwater.read.html.marks import Findings, NoteMark
from holdwater.read.html.note_bodies import Bodies
from holdwater.read.html.tree import HEADINGS, Element, Text, words_of

_LABEL = waiting(r"[\[({]*\s*(\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3})\s*[\])}]*[.:]?", re.I)
_NAMED = waiting(r"[\[({]*\s*((?:(?:foot|end)?note|fn|nb|n\.?)\s?(\d{1,4}))[\])}]*", re.I)
_EXPLICIT = frozenset(
    "footnote-ref footnote-reference footnoteref footnote-link footnote noteref note-ref note-reference fn-ref fnref fn"
    " footref easy-footnote sdfootnoteanc sdendnoteanc reference endnote-ref endnote-reference see-footnote"
    " footnote-anchor fn-link footnotecite fnanchor fn_top footnotemark".split()
)
_BACK = frozenset(
    "footnote-back footnote-backref data-footnote-backref backlink reversefootnote easy-footnote-to-top footnote-return"
    " mw-cite-backlink backref footnote-backlink footnote-back-link return-footnote footnotereverse fn-backref fn_bot"
    " sdfootnotesym sdendnotesym".split()
)
BACK_WORDS = waiting(r"[\s\u200b\ufe0e\ufe0f]*(?:[↩↑⏎↵⤴^←⬆]|back|return|jump up)*[\s\ufe0e\ufe0f.]*", re.I)
_PAIRED = waiting(r"(_?(?:ftn|edn|fn|en|footnote|note)-?_?)(\d{1,4})", re.I)
_NO_NOTE = waiting(r"_?(?:cmnt|msocom)", re.I)  # a comment on the text, in Google Docs and Word
_CITED = frozenset({"citation", "ltx_cite"})
_WRAPPERS = frozenset("sup span small font b strong i em a button".split())
_NEAR = 4  # how many elements up a back link's own name is looked for
_OPENED = waiting(r"[\[(,;–-]\s*$")


@dataclass(slots=True)
class _Candidate:
    link: Element
    cut: Element
    label: str
    explicit: bool
    target: Element | None
    path: str
    fragment: str


def linked_notes(index: Index, name: str, findings: Findings) -> None:
    """Add the notes that links lead to, and their marks, to `findings`; `name` is the file's own name."""
    own = PurePosixPath(name.replace("\\", "/")).name
    found = [_candidate(index, link, own) for link in index.links]
    found += [_pointing(index, element) for element in index.pointers]
    candidates = [one for one in found if one is not None]
    bodies = Bodies(index, [one.target for one in candidates if one.target is not None])
    bodies.declared(findings)
    for one in candidates:
        if any(holder in findings.marks for holder in islice(one.link.ancestors(), _NEAR)):
            continue
        body = bodies.of(one.target, findings) if one.target is not None and _is_mark(index, bodies, one) else None
        if body is not None and one.target is not None:
            body.asked = True
            if one.label and not _LABEL.fullmatch(body.label):
                body.label = one.label
            findings.marks[one.cut] = NoteMark(one.label, body.id)
        elif one.explicit and (one.target is None or one.path):
            findings.marks[one.cut] = NoteMark(one.label, "", one.path, one.fragment)
    bodies.neighbours(findings)
    findings.dropped.update(one for one in index.classed if "mw-cite-backlink" in one.tokens("class"))


def _candidate(index: Index, link: Element, own: str) -> _Candidate | None:
    path, fragment = fragment_of(link)
    words = words_of(link, 60)
    if not fragment or (words and BACK_WORDS.fullmatch(words)) or _NO_NOTE.match(fragment):
        return None
    found = _LABEL.fullmatch(words) or _NAMED.fullmatch(words)
    cut = outermost(link, words)
    explicit = is_explicit(link, cut)
    near = [one for one, _ in zip((link, *link.ancestors()), range(_NEAR), strict=False)]
    if any(is_backlink(one) for one in near) and not _EXPLICIT.intersection(link.tokens("class")):
        return None
    if is_cited_work(link) or (not found and not (explicit and len(words) <= 20)):
        return None
    target = index.ids.get(fragment)
    if "://" in path:
        if target is None:
            return None
    elif path and path != own and not (explicit and target is not None):
        target = None
        if not explicit:
            return None
    if target is None and not path:
        target = _counterpart(index, fragment)
    return _Candidate(link, cut, found[found.lastindex or 1] if found else words, explicit, target, path, fragment)


def _pointing(index: Index, element: Element) -> _Candidate | None:
    """An element whose script or attributes name the note that it shows: no link, but a number to click on."""
    words = words_of(element, 20)
    found = _LABEL.fullmatch(words)
    if not found or element.tag not in _WRAPPERS or is_backlink(element):
        return None
    for name in pointed_at(element):
        target = index.ids.get(name)
        if target is not None and target.tag not in HEADINGS and target.block() is not element.block():
            return _Candidate(element, outermost(element, words), found[1], False, target, "", name)
    return None


def _counterpart(index: Index, fragment: str) -> Element | None:
    """The link that leads back from the note, in files whose notes have no id (Word's `_ftn1` and `_ftnref1`)."""
    found = _PAIRED.fullmatch(fragment)
    if not found:
        return None
    backs = index.links_to(f"{found[1]}ref{found[2]}") + index.links_to(f"{found[1]}_ref{found[2]}")
    return next((link for link in backs if not has_words_before(link)), None)


def _is_mark(index: Index, bodies: Bodies, one: _Candidate) -> bool:
    target = one.target
    if target is None or target.holds(one.link) or bodies.encloses(target, one.link):
        return False
    before = has_words_before(one.cut)
    if one.explicit:
        return before or target.order > one.link.order or not has_words_before(target)
    if not before or bodies.inside(one.link) or target.tag in HEADINGS:
        return False
    if bodies.leads_back(target, one.link):
        return True
    bracketed = _in_open_bracket(one.cut)
    if one.cut.tag != "sup" and bracketed:
        return _in_brackets(one.cut) and bodies.begins_with(target, one.label)
    return index.among_notes(target) or (one.cut.tag == "sup" and bodies.begins_with(target, one.label))


def _in_open_bracket(cut: Element) -> bool:
    """Whether a bracket or comma of the text stands before a link, as in `[1, 2]` with a link for each number."""
    if cut.parent is None or cut.index == 0:
        return False
    before = cut.parent.children[cut.index - 1]
    return isinstance(before, Text) and bool(_OPENED.search(before.value[-8:]))


def _in_brackets(cut: Element) -> bool:
    """Whether square brackets of the text stand right around a link."""
    if cut.parent is None or cut.index == 0 or cut.index + 1 == len(cut.parent.children):
        return False
    before, after = cut.parent.children[cut.index - 1], cut.parent.children[cut.index + 1]
    return (
        isinstance(before, Text)
        and before.value.endswith("[")
        and isinstance(after, Text)
        and after.value.startswith("]")
    )


def outermost(link: Element, words: str) -> Element:
    """The outermost inline element that shows nothing but the link's words, brackets aside."""
    cut = link
    shown = words.strip("[](){} ")
    while cut.parent is not None and cut.parent.tag in _WRAPPERS:
        if words_of(cut.parent, 60).strip("[](){} ") != shown:
            break
        cut = cut.parent
    return cut


def is_explicit(link: Element, cut: Element) -> bool:
    """Whether the file itself says that a link is a note mark."""
    one: Element | None = link
    while one is not None:
        if "noteref" in one.tokens("epub:type") or one.get("role") == "doc-noteref" or "data-fn" in one.attributes:
            return True
        if one.get("data-type") == "noteref" or "data-footnote-ref" in one.attributes:
            return True
        if _EXPLICIT.intersection(one.tokens("class")):
            return True
        one = one.parent if one is not cut else None
    return False


def is_cited_work(link: Element) -> bool:
    """Whether a link leads to the entry of a bibliography and says so."""
    return link.get("role") == "doc-biblioref" or (
        link.parent is not None and bool(_CITED.intersection(link.parent.tokens("class")))
    )


def is_backlink(element: Element) -> bool:
    """Whether an element only leads back from a note to its mark."""
    if "backlink" in element.tokens("epub:type") or element.get("role") == "doc-backlink":
        return True
    return bool(_BACK.intersection(element.tokens("class"))) or "data-footnote-backref" in element.attributes
