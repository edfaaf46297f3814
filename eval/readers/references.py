"""How well single reference strings are read: author, title, date and container, field by field.

The data are strings with a label on each stretch (`refs-anystyle/core.xml`). A string is its stretches joined by a
blank in their order; `parse_reference` reads it, and what it says of a field is compared with what the labels say.

What counts as right:

- author: the family names are the same, in any order (the labelled stretch is taken apart by the same `authors_in`, so
  this measures finding the stretch), and so are all words of the names, initials left out (which measures taking it
  apart).
- title: the letters and digits are the same; case, accents' coding, punctuation, and blanks left out.
- date: the year is the same; of two labelled dates (a first edition's and this one's) either.
- container: like the title; the label is `journal` or `container-title`, whichever comes first.

A field that is produced and not labelled is wrong, and so is one that is labelled and not produced, or differs (which
counts twice). Each produced and each labelled field is one item of the measure, so that its value is the F1 of both.

Every string is read by weights that were fitted without it and without any that is like it: the strings are parted into
five folds, and there is a table of weights for each (`crossfit.py`; `python -m eval.fitting` writes them, along with
the table that is shipped, which is fitted to all strings alike). The shipped table itself is measured nowhere here: it
has seen every one of these strings.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eval import data
from eval.measure import Measure, Miss
from eval.readers.crossfit import folds_of, weights_without
from holdwater.extract.csl import parse_reference
from holdwater.extract.people import authors_in, families

FIELDS = ("author", "title", "date", "container")
_CONTAINERS = ("journal", "container-title")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_SMALL = frozenset("and et al und y e eds ed jr sr others hrsg".split())


class Labelled(NamedTuple):
    """A reference string: its place in the file and its labelled stretches, in order."""

    number: int
    stretches: tuple[tuple[str, str], ...]

    @property
    def raw(self) -> str:
        """The string as it would stand in a document."""
        return " ".join(text for _, text in self.stretches)

    def first(self, *labels: str) -> str:
        """The first stretch with one of these labels; "" without one."""
        return next((text for label, text in self.stretches if label in labels), "")


def strings() -> Iterator[Labelled]:
    """The labelled strings, in the file's order."""
    path = data.root() / "refs-anystyle" / "core.xml"
    for number, sequence in enumerate(ElementTree.parse(path).getroot()):
        yield Labelled(number, tuple((part.tag, " ".join((part.text or "").split())) for part in sequence))


def measures() -> Iterator[Measure]:
    """A measure a field, each string read by weights that have not seen it."""
    says = "of a reference string, F1, cross-fitted"
    made = {field: Measure(f"reference_{field}", f"{field} {says}") for field in FIELDS}
    labelled_strings = list(strings())
    folds = folds_of([one.raw for one in labelled_strings])
    for one, fold in zip(labelled_strings, folds, strict=True):
        csl = parse_reference(one.raw, weights=weights_without(fold))
        for field in FIELDS:
            _count(made[field], one, field, csl)
    yield from made.values()


def _count(measure: Measure, one: Labelled, field: str, csl: Mapping[str, object]) -> None:
    wanted, found = labelled(one, field), produced(csl, field)
    right = bool(wanted & found) if field == "date" else wanted == found
    miss = Miss(f"{one.number}", f"wanted {_shown(wanted)}, found {_shown(found)}", one.raw)
    for side in (wanted, found):
        if side:
            measure.count(right, miss)


def labelled(one: Labelled, field: str) -> frozenset[str]:
    """What the labels say of a field, as a set of words; empty where they say nothing."""
    if field == "author":
        text = one.first("author")
        return _names(authors_in(text)) | _words(text)
    if field == "date":
        return frozenset(year for label, text in one.stretches if label == "date" for year in _YEAR.findall(text))
    return _folded(one.first("title") if field == "title" else one.first(*_CONTAINERS))


def produced(csl: Mapping[str, object], field: str) -> frozenset[str]:
    """What the description read says of a field, in the same form."""
    match field:
        case "author":
            people = csl.get("author")
            return _names(people) | _words(_all_names(people)) if people else frozenset()
        case "date":
            issued = csl.get("issued")
            return frozenset([str(issued["date-parts"][0][0])]) if isinstance(issued, dict) else frozenset()
        case "title":
            return _folded(str(csl.get("title", "")))
        case _:
            return _folded(str(csl.get("container-title", "")))


def _names(people: object) -> frozenset[str]:
    return frozenset(f"family {name}" for name in families(people))


def _words(text: str) -> frozenset[str]:
    """The words of names: letters only, initials and joining words left out."""
    plain = re.sub(r"[^\w\s]", " ", re.sub(r"['’´`^~-]", "", unicodedata.normalize("NFC", text)))
    words = (word for word in plain.split() if not re.fullmatch(r"[A-ZÀ-Þ]{1,3}|\w", word))
    return frozenset(word.lower() for word in words if word.lower() not in _SMALL and not word.isdigit())


def _all_names(people: object) -> str:
    parts = [" ".join(str(part) for part in person.values()) for person in people] if isinstance(people, list) else []
    return " ".join(parts)


def _folded(text: str) -> frozenset[str]:
    plain = re.sub(r"^in:? (?=\S)", "", text, flags=re.IGNORECASE)
    letters = "".join(char for char in unicodedata.normalize("NFKC", plain).casefold() if char.isalnum())
    return frozenset([letters]) if letters else frozenset()


def _shown(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)) or "nothing"
