"""What stands between the fields of a reference that is given field by field, without punctuation of its own."""

from __future__ import annotations

from collections.abc import Callable

from holdwater.read.jats.kin import Kin, opening
from holdwater.read.xml import Element, Text

_NAMES = frozenset({"name", "string-name", "person", "date", "date-in-citation", "pub-date", "contrib"})
_PEOPLE = frozenset({"person-group", "contrib-group", "kwd-group", "institution-wrap", "aff", "nested-kwd"})
_AFTER = {"publisher-loc": ", ", "month": " ", "day": " ", "season": " ", "supplement": " ", "suffix": " "}
_VOLUMES = frozenset({"volume", "issue", "supplement"})


class Separators:
    """The separators of the citations that are open, the innermost last."""

    def __init__(self, kin: Kin) -> None:
        self._kin = kin
        self._open: list[tuple[Element, bool]] = []
        self._brackets: list[Element] = []

    def open(self, work: Element) -> None:
        """A citation begins."""
        self._open.append((work, not self._kin.of(work).has_own_words))

    def close(self) -> None:
        """The innermost citation ends."""
        self._open.pop()

    def drops(self, text: Text, holder: Element) -> bool:
        """Whether a stretch of text only lays out the fields around it."""
        if not text.value.isspace():
            return False
        if holder.tag in _PEOPLE or holder.tag in _NAMES:
            return not self._kin.of(holder).has_own_words
        if holder.tag.startswith("mml:") and holder.tag not in ("mml:mtext", "mml:ms"):
            return True
        return bool(self._open) and self._open[-1] == (holder, True)

    def before(self, element: Element) -> str:
        """What is put before an element; "" where the file has its own."""
        parent = element.parent
        if parent is None:
            return ""
        work, bare = self._open[-1] if self._open else (None, False)
        if parent.tag == "mml:mfrac":
            return "/" if element in self._kin.of(parent).before else ""
        if parent is not work and parent.tag not in _NAMES and parent.tag not in _PEOPLE:
            return ""
        if (parent is work and not bare) or (parent is not work and self._kin.of(parent).has_own_words):
            return ""
        before = self._kin.of(parent).before.get(element)
        if before is None or (element.tag != "etal" and not opening(element, 1)):
            return ""
        if parent.tag in _NAMES:
            return " "
        return ", " if parent is not work else self._between(before.tag, element)

    def _between(self, before: str, element: Element) -> str:
        tag = element.tag
        if tag == "issue" and before == "volume":
            self._brackets.append(element)
            return "("
        if tag in ("fpage", "page-range", "elocation-id"):
            return ":" if before in _VOLUMES else ", "
        if tag == "lpage":
            return "\u2013" if before == "fpage" else ", "
        if tag == "volume" and before in ("source", "year", "trans-source"):
            return " "
        if tag in ("etal", "name", "string-name", "collab") and before in ("name", "string-name", "collab"):
            return ", "
        if tag == "publisher-name" and before == "publisher-loc":
            return ": "
        return _AFTER.get(tag, ". ")

    def leave(self, element: Element, add: Callable[[str], None]) -> None:
        """An element ends: what it stands for without words of its own, and what closes it."""
        if element.tag == "etal" and not opening(element, 1):
            add("et al.")
        if self._brackets and self._brackets[-1] is element:
            self._brackets.pop()
            add(")")
        bare = bool(self._open) and self._open[-1][1]
        if (
            bare
            and element.tag == "person-group"
            and element.get("person-group-type") == "editor"
            and opening(element, 1)
        ):
            add(" (eds.)")
