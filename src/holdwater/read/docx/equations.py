"""Equations in one line of text: a fraction with a slash, an exponent with a caret, brackets where these need them."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.patterns import waiting
from holdwater.read.xml import Element, Text

_BETWEEN: dict[str, tuple[str, ...]] = {
    "m:f": ("m:num", "/", "m:den"),
    "m:sSup": ("m:e", "^", "m:sup"),
    "m:sSub": ("m:e", "_", "m:sub"),
    "m:sSubSup": ("m:e", "_", "m:sub", "^", "m:sup"),
    "m:sPre": ("_", "m:sub", "^", "m:sup", "m:e"),
    "m:rad": ("m:deg", "√", "m:e"),
    "m:func": ("m:fName", " ", "m:e"),
    "m:limLow": ("m:e", "_", "m:lim"),
    "m:limUpp": ("m:e", "^", "m:lim"),
}
_SKIPPED = frozenset({"w:rPr", "m:rPr", "m:ctrlPr", "w:del", "w:moveFrom"})
_ONE = waiting(r"\s*(?:[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+['\u2032-\u2034]*|[^\w\s]?)\s*")
_FACTORS = waiting(r"[^\W_]*")
_SCRIPTS = frozenset({"m:sub", "m:sup", "m:lim"})
_CLOSED = frozenset({"m:d", "m:rad", "m:sSup", "m:sSub", "m:sSubSup", "m:acc", "m:bar"})
"""What is one thing for the eye, so that no brackets need hold it together above or below a fraction's line."""


def equation(root: Element) -> Iterator[Text | str]:
    """The stretches of an equation in reading order, and the signs that stand between them."""
    waiting: list[Element | Text | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Text):
            continue
        elif one.tag in ("m:t", "w:t"):
            yield from (child for child in one.children if isinstance(child, Text))
        elif one.tag not in _SKIPPED:
            waiting.extend(reversed(list(_spread(one))))


def _spread(one: Element) -> Iterator[Element | Text | str]:
    order = _BETWEEN.get(one.tag)
    if order is not None:
        for step in order:
            if step.startswith("m:"):
                for part in one.elements(step):
                    yield from _held_together(part, one.tag)
            else:
                yield step
    elif one.tag == "m:d":
        yield from _delimited(one)
    elif one.tag == "m:nary":
        yield _sign(one.first("m:naryPr"), "m:chr", "∫")
        for tag, sign in (("m:sub", "_"), ("m:sup", "^"), ("m:e", "")):
            for child in one.elements(tag):
                if child.children:
                    yield sign or " "
                    yield from _held_together(child, one.tag)
    elif one.tag in ("m:eqArr", "m:m", "m:mr"):
        for child in one.elements():
            yield from (child, " ")
    else:
        yield from one.children


def _held_together(part: Element, holder: str) -> Iterator[Element | str]:
    """A part of a fraction, a script or what stands under a root, in brackets unless it is one thing."""
    bracketed = part.tag in _SCRIPTS or part.tag in ("m:num", "m:den") or (holder, part.tag) == ("m:rad", "m:e")
    if not bracketed or _is_one(part):
        yield part
    else:
        yield from ("(", part, ")")


def _is_one(part: Element) -> bool:
    inner = [one for one in part.elements() if one.tag not in _SKIPPED]
    if any(one.tag not in ("m:r", "w:r") for one in inner):
        return len(inner) == 1 and inner[0].tag in (("m:d",) if part.tag in _SCRIPTS else _CLOSED)
    words = "".join(text.value for run in inner for t in run.elements("m:t", "w:t") for text in t.texts())
    return _ONE.fullmatch(words) is not None or (part.tag == "m:num" and _FACTORS.fullmatch(words) is not None)


def _delimited(one: Element) -> Iterator[Element | Text | str]:
    properties = one.first("m:dPr")
    yield _sign(properties, "m:begChr", "(")
    for number, child in enumerate(one.elements("m:e")):
        if number:
            yield _sign(properties, "m:sepChr", "|")
        yield child
    yield _sign(properties, "m:endChr", ")")


def _sign(properties: Element | None, tag: str, usual: str) -> str:
    child = properties.first(tag) if properties is not None else None
    return child.get("m:val")[:4] if child is not None else usual
