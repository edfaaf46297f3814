"""What the elements in one holder are to each other, learnt once a holder."""

from __future__ import annotations

from holdwater.read.xml import Element, Text

_CHOICES = ("mml:math", "math", "mixed-citation", "table", "tex-math", "textual-form")


class Family:
    """The elements right inside a holder."""

    def __init__(self, holder: Element) -> None:
        self.first: dict[str, Element] = {}
        """The first of each name."""

        self.before: dict[Element, Element] = {}
        """The element before each but the first."""

        self.has_own_words = False
        """Whether words stand between them."""

        self.choice: Element | None = None
        """Of alternatives, the one that is shown: a formula as MathML, a table as cells, else the first with words."""

        last: Element | None = None
        for child in holder.children:
            if isinstance(child, Text):
                self.has_own_words = self.has_own_words or bool(child.value.strip())
                continue
            self.first.setdefault(child.tag, child)
            if last is not None:
                self.before[child] = last
            last = child
        if holder.tag in ("alternatives", "citation-alternatives"):
            chosen = next((self.first[tag] for tag in _CHOICES if tag in self.first), None)
            self.choice = chosen or next((one for one in holder.elements() if opening(one, 1)), None)


_NONE = Family(Element("", {}, 0))


class Kin:
    """The families of the holders that were asked for."""

    def __init__(self) -> None:
        self._known: dict[Element, Family] = {}

    def of(self, holder: Element | None) -> Family:
        """The family in a holder; an empty one where there is none."""
        if holder is None:
            return _NONE
        family = self._known.get(holder)
        if family is None:
            family = self._known[holder] = Family(holder)
        return family


def opening(element: Element, limit: int = 80) -> str:
    """The words that an element begins with, white space collapsed: about `limit` characters, without reading on."""
    found: list[str] = []
    length = 0
    for text in element.texts():
        value = text.value if len(text.value) < 1000 else f" {text.value.lstrip()[: 4 * limit]}"
        found.append(value)
        length += len(value.strip())
        if length > limit:
            break
    return " ".join("".join(found).split())[:limit]
