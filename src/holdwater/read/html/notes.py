"""Notes and note marks that links tie together, whatever shape a site or a word processor gives them.

A link is a note mark if the file says so (`epub:type`, `role`, a class that names it), or if it is a number, letter or
asterisk that leads to a text which leads back to it, or to a text that stands among notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from holdwater.read.html.index import Index, fragment_of, has_words_before
from holdwater.read.html.marks import Findings, NoteMark
from holdwater.read.html.note_bodies import Bodies
from holdwater.read.html.tree import Element, Text, words_of

_LABEL = re.compile(r"[\[({]*\s*(\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3})\s*[\])}]*[.:]?", re.I)
_NAMED = re.compile(r"(?:[\[({]*\s*)?((?:note|fn|n\.?)\s?\d{1,4})[\])}]*", re.I)
_EXPLICIT = frozenset(
    "footnote-ref footnote-reference footnoteref footnote-link footnote noteref note-ref note-reference fn-ref fnref fn"
    " footref easy-footnote sdfootnoteanc sdendnoteanc reference endnote-ref endnote-reference see-footnote"
    " footnote-anchor fn-link footnotecite".split()
)
_BACK = frozenset(
    "footnote-back footnote-backref data-footnote-backref backlink reversefootnote easy-footnote-to-top footnote-return"
    " mw-cite-backlink backref footnote-backlink".split()
)
BACK_WORDS = re.compile(r"[\s\u200b\ufe0e\ufe0f]*(?:[↩↑⏎↵⤴^←⬆]|back|return|jump up)*[\s\ufe0e\ufe0f.]*", re.I)
_PAIRED = re.compile(r"(_?(?:ftn|edn|fn|en|footnote|note)-?_?)(\d{1,4})", re.I)
_WRAPPERS = frozenset("sup span small font b strong i em a".split())
_NEAR = 4  # how many elements up a back link's own name is looked for
_OPENED = re.compile(r"[\[(,;–-]\s*$")


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
    candidates = [one for one in (_candidate(index, link, own) for link in index.links) if one is not None]
    bodies = Bodies(index, [one.target for one in candidates if one.target is not None])
    bodies.declared(findings)
    for one in candidates:
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
    near = [one for one, _ in zip((link, *link.ancestors()), range(_NEAR), strict=False)]
    if not fragment or "://" in path or any(is_backlink(one) for one in near):
        return None
    words = words_of(link, 60)
    found = _LABEL.fullmatch(words) or _NAMED.fullmatch(words)
    cut = outermost(link, words)
    explicit = is_explicit(link, cut)
    if not found and not (explicit and len(words) <= 20):
        return None
    target = index.ids.get(fragment)
    if path and path != own and not (explicit and target is not None):
        target = None
        if not explicit:
            return None
    if target is None and not path:
        target = _counterpart(index, fragment)
    return _Candidate(link, cut, found[1] if found else words, explicit, target, path, fragment)


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
    if one.explicit:
        return True
    if not has_words_before(one.cut) or bodies.inside(one.link):
        return False
    if bodies.leads_back(target, one.link):
        return True
    if one.cut.tag != "sup" and one.link.parent is not None and _in_open_bracket(one.cut):
        return False
    return index.among_notes(target)


def _in_open_bracket(cut: Element) -> bool:
    """Whether a bracket or comma of the text stands before a link, as in `[1, 2]` with a link for each number."""
    if cut.parent is None or cut.index == 0:
        return False
    before = cut.parent.children[cut.index - 1]
    return isinstance(before, Text) and bool(_OPENED.search(before.value[-8:]))


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


def is_backlink(element: Element) -> bool:
    """Whether an element only leads back from a note to its mark."""
    if "backlink" in element.tokens("epub:type") or element.get("role") == "doc-backlink":
        return True
    return bool(_BACK.intersection(element.tokens("class"))) or "data-footnote-backref" in element.attributes
