"""Equations in one line of text: a fraction with a slash, an exponent with a caret."""

from __future__ import annotations

from collections.abc import Iterator

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
                yield from one.elements(step)
            else:
                yield step
    elif one.tag == "m:d":
        yield from _delimited(one)
    elif one.tag == "m:nary":
        yield _sign(one.first("m:naryPr"), "m:chr", "∫")
        for tag, sign in (("m:sub", "_"), ("m:sup", "^"), ("m:e", "")):
            for child in one.elements(tag):
                if child.children:
                    yield from (sign, child) if sign else (" ", child)
    elif one.tag in ("m:eqArr", "m:m", "m:mr"):
        for child in one.elements():
            yield from (child, " ")
    else:
        yield from one.children


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
