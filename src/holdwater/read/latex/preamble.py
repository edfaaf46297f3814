"""What a preamble settles for all of its document: class, language, numbering, where `\\autocite` prints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from holdwater.patterns import waiting
from holdwater.read.latex.flat import Flat

_CLASS = waiting(r"^[^%\n]*\\document(?:class|style)\s{0,9}(?:\[([^\]]{0,500})\])?\s{0,9}\{([^{}]{1,60})\}", re.M)
_PACKAGE = waiting(r"^[^%\n]*\\usepackage\s{0,9}(?:\[([^\]]{0,1000})\])?\s{0,9}\{([^{}]{1,500})\}", re.M)
_LANGUAGE = waiting(r"\\set(?:main|default)language\s{0,9}(?:\[[^\]]{0,200}\])?\s{0,9}\{([a-z]{1,30})\}")
_NUMBERED = waiting(r"\\thefootnote\s{0,9}\}?\s{0,9}\{[^{}]{0,60}?\\(arabic|roman|Roman|alph|Alph|fnsymbol)\b")
_CHAPTERS = waiting(r"book|report|memoir|scrbook|scrreprt|thesis|extbook|extreport|amsbook|octavo|nature-book")
_LANGUAGES = {
    "german": "german", "ngerman": "german", "austrian": "german", "naustrian": "german", "french": "french",
    "francais": "french", "frenchb": "french", "english": "english", "american": "english", "british": "english",
    "UKenglish": "english", "USenglish": "english",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of a document."""

    chapters: bool = False
    language: str = "english"
    shorthands: bool = False
    """Whether `"` is babel's shorthand of German."""
    numbering: str = "arabic"
    foot_cites: bool = False
    """Whether `\\autocite` makes a footnote."""


def options(flat: Flat) -> Options:
    """The settings in the head of a flat text."""
    head = flat.text[: min(flat.body, 200_000)] if flat.body else ""
    document_class = _CLASS.search(head)
    packages = [(found[1] or "", found[2]) for found in _PACKAGE.finditer(head)]
    written = [document_class[1] or ""] if document_class else []
    babel = [chosen for chosen, names in packages if "babel" in names]
    language = _language([*written, *babel], _LANGUAGE.search(head))
    numbering = _NUMBERED.search(flat.text)
    return Options(
        chapters=bool(document_class and _CHAPTERS.search(document_class[2])),
        language=language,
        shorthands=bool(babel) and language == "german",
        numbering=numbering[1] if numbering else "arabic",
        foot_cites=any(_in_footnotes(chosen) for chosen, names in packages if "biblatex" in names),
    )


def _language(written: list[str], main: re.Match[str] | None) -> str:
    if main:
        return _LANGUAGES.get(main[1], "english")
    named = [word.strip() for chosen in written for word in chosen.split(",")]
    named += [word.removeprefix("main=") for word in named if word.startswith("main=")]  # the last one counts
    known = [_LANGUAGES[word] for word in named if word in _LANGUAGES]
    return known[-1] if known else "english"


def _in_footnotes(chosen: str) -> bool:
    if autocite := re.search(r"autocite\s*=\s*\{?(\w+)", chosen):
        return autocite[1].startswith("foot")
    return bool(re.search(r"style\s*=\s*\{?(?:verbose|authortitle|footnote|chicago-notes|notes|humanities-)", chosen))
