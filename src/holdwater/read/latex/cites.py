r"""The commands of natbib and biblatex that cite: a mark for each key, and the words that read on in the sentence.

What a style makes of `\cite`, `\parencite`, `\autocite` and their kin (a number, a label, names and a year) is not in
the file, so they print nothing and their marks have no width. But where the author adds words to one of them, readers
are to see those: `\parencite[quoted in][4]{roe}` and `\autocite[4, emphasis added]{roe}` print "(quoted in Roe 1994,
p. 4)" and "(Roe 1994, 4, emphasis added)". `\textcite`, `\citet` and `\citeauthor` print names and year, and such
words in brackets after them. In a note, and in a footnote that a command makes, the work is named in full. The words
are the bibliography's, or the key where it is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from holdwater.document import MarkKind
from holdwater.patterns import waiting
from holdwater.read.bibtex_text import plain
from holdwater.read.latex.library import keys_in
from holdwater.read.latex.render import Handler, Renderer
from holdwater.read.latex.tex import Argument

_PAGES = waiting(r"[0-9ivxlcIVXLC]+[a-z]?(?:\s*[-–—,/]+\s*[0-9ivxlcIVXLC]+[a-z]?)*(?:\s*,?\s*(?:ff?|sqq?)\b\.?)?")
_SEVERAL = waiting(r"[-–—,/]|ff?\.?$")
_FOLLOWING = waiting(r"\\psqq?(?![A-Za-z])\s*")
_SECTION = waiting(r"\\S(?![A-Za-z])")
_PAGE_WORDS = {r"\pno": "p. ", r"\ppno": "pp. "}
_PLACE = waiting(r"(?:[^\W\d_]+\.?)?[\s§¶]*(?:\d[\w.:]*|\b[ivxlc]+\b)")
_LONG_WORD = waiting(r"[^\W\d_]{2,}")
_PLACE_WORDS = frozenset("ff and passim sq sqq et seq nn note notes".split())

_TEXT = frozenset({"textcite", "citet", "textcites"})
_SHORT = frozenset({"citealt", "citealp"})
_NAMES = frozenset({"citeauthor", "citeauthors", "citefullauthor", "citeauthorfull"})
_YEARS = frozenset({"citeyear", "citedate", "citeyearpar"})
_FULL = frozenset({"fullcite", "fullcites", "bibentry"})
_NOTED = frozenset("footcite footcites footfullcite footfullcites footcitetext footcitetexts footnotecite".split())
_SILENT = frozenset("cite cites citep parencite parencites autocite autocites smartcite smartcites supercite"
                    " supercites citenum onlinecite notecite pnotecite".split())  # fmt: skip
_TITLES = frozenset({"citetitle", "citetitles", "citeurl"})
_MULTIPLE = frozenset(name for name in (_TEXT | _SILENT | _NOTED | _FULL) if name.endswith("s"))
_MAX_MULTIPLE = 200


@lru_cache(maxsize=4096)
def locator(written: str) -> str:
    """A postnote as biblatex prints it: bare numbers are pages ("12--15" is "pp. 12–15")."""
    words = _FOLLOWING.sub(lambda found: " ff." if "qq" in found[0] else " f.", written)
    for command, said in _PAGE_WORDS.items():
        words = re.sub(re.escape(command) + r"(?![A-Za-z])[~\s]*", said, words)
    bare = "\\nopp" not in words
    words = _SECTION.sub("§", words)
    words = plain(
        words.replace("\\nopp", "").replace("\\,", " ").replace("\\ ", " ").replace("\\addcomma", ",")
    ).strip()
    if bare and _PAGES.fullmatch(words) and any(char.isdigit() or char in "ivxlc" for char in words):
        return f"{'pp.' if _SEVERAL.search(words) else 'p.'} {words}"
    return words


@dataclass(frozen=True, slots=True)
class Cited:
    """The keys of one citation with what its author wrote before and after them, and the last one's locator."""

    keys: tuple[str, ...]
    before: Argument | None = None
    after: Argument | None = None
    label: str = ""
    remark: bool = False
    """Whether what stands after them is more than a locator."""


def cited(r: Renderer, keys: Argument, first: Argument | None, second: Argument | None) -> Cited:
    """The citation `[first][second]{keys}`; a sole optional argument is the postnote, and an empty one is none."""
    before, after = (_filled(r, one) for one in ((first, second) if second else (None, first)))
    label = locator(r.flat.of(after))
    remark = not mere_locator(label)
    if remark:
        place = locator(re.split("[,;]", r.flat.of(after), maxsplit=1)[0])
        label = place if mere_locator(place) else label
    return Cited(tuple(keys_in(r.flat.of(keys))), before, after, label, remark)


def _filled(r: Renderer, words: Argument | None) -> Argument | None:
    return words if words is not None and r.flat.of(words).strip() else None


def mere_locator(label: str) -> bool:
    """Whether a postnote says nothing but a place: "pp. 3–5" and "ch. 2 passim" do, "p. 4, my translation" does not."""
    return all(word.lower() in _PLACE_WORDS for word in _LONG_WORD.findall(_PLACE.sub(" ", label)))


def print_citations(r: Renderer, name: str, start: int, end: int, several: list[Cited]) -> None:
    """Write the citations of one command, which stands from `start` up to `end`: marks, and what is printed of them."""
    brackets = name in _SILENT and not r.in_note and any(one.before or one.remark for one in several)
    if brackets:
        r.out.space(start)
        r.out.say("(", start)
    for index, one in enumerate(several):
        if index and (brackets or r.in_note or name not in _SILENT):
            r.out.say("; ", start, end)
        _print_one(r, "citealp" if brackets else name, start, end, one)
    if brackets:
        r.out.say(")", start, end)


def _print_one(r: Renderer, name: str, start: int, end: int, one: Cited) -> None:
    if one.before:
        r.run(one.before.start, one.before.end)
        r.out.space(start)
    inside = r.in_note or name in _FULL | _NOTED | _SHORT
    for index, key in enumerate(one.keys):
        r.cited.setdefault(key)
        last = index == len(one.keys) - 1
        label = one.label if last else ""
        words = _printed(r, name, key)
        if not words:
            r.out.point(MarkKind.CITATION, label, key, gap=True)
            continue
        if index:
            r.out.say("; ", start, end)
        mark = r.out.begin_mark(MarkKind.CITATION, label, key)
        r.out.say(words, start, end)
        if inside and label:
            r.out.say(", ", start, end)
            if one.after and one.remark:
                r.run(one.after.start, one.after.end)
            else:
                r.out.say(label, start, end)
        r.out.end_mark(mark)
    if one.after and one.remark and not inside:
        r.out.space(start)
        r.out.say("(", start)
        r.run(one.after.start, one.after.end)
        r.out.say(")", start, end)


def _printed(r: Renderer, name: str, key: str) -> str:
    """What a citation prints for one work; "" for one that prints only a number, a label or a bracket."""
    library = r.library
    if name in _NAMES:
        return library.names(key)
    if name in _YEARS:
        return f"({library.year(key) or key})" if name.endswith("par") else library.year(key) or key
    if name in _TITLES:
        return library.title(key)
    if r.in_note or name in _FULL | _NOTED:
        return library.entry(key)
    if name in _SILENT:
        return ""
    names, year = library.names(key), library.year(key)
    return f"{names} {year if name in _SHORT else f'({year})'}" if year else names


def cite(r: Renderer, name: str, start: int, at: int) -> int:
    """A citation command, with all its arguments."""
    name = name[0].lower() + name[1:]
    at += r.text.startswith("*", at)
    shared: list[Argument] = []
    while name in _MULTIPLE and len(shared) < 2 and (common := r.flat.rounded(at)):
        shared.append(common)
        at = common.after
    several: list[Cited] = []
    while len(several) < (_MAX_MULTIPLE if name in _MULTIPLE else 1) and (found := _arguments(r, at)):
        at, one = found
        several.append(one)
    if not several:
        return at
    if len(shared) == 2:
        several[0] = replace(several[0], before=several[0].before or _filled(r, shared[0]))
    noted = name in _NOTED or (r.options.foot_cites and name.startswith(("autocite", "smartcite")))
    if noted and not r.in_note:
        label = r.counting.printed("footnote") if name.startswith("footcitetext") else r.counting.step("footnote")
        r.note(label, None, partial(_write_sentence, r, name, start, at, several))
    else:
        print_citations(r, name, start, at, several)
    return at


def _arguments(r: Renderer, at: int) -> tuple[int, Cited] | None:
    """Where one citation ends, and what it cites."""
    first = r.flat.optional(at)
    second = r.flat.optional(first.after) if first else None
    last = second or first
    keys = r.flat.braced(last.after if last else at)
    return (keys.after, cited(r, keys, first, second)) if keys else None


def _write_sentence(r: Renderer, name: str, start: int, end: int, several: list[Cited]) -> None:
    print_citations(r, name, start, end, several)
    r.out.say(".", start, end)


def volume_cite(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\volcite[pre]{volume}[page]{key}`."""
    before = r.flat.optional(at)
    volume = r.flat.braced(before.after if before else at)
    if volume is None:
        return at
    page = r.flat.optional(volume.after)
    keys = r.flat.braced(page.after if page else volume.after)
    if keys is None:
        return volume.after
    label = ", ".join(filter(None, [f"vol. {r.flat.of(volume)}", locator(r.flat.of(page))]))
    one = Cited(tuple(keys_in(r.flat.of(keys))), _filled(r, before), None, label)
    print_citations(r, "cite", start, keys.after, [one])
    return keys.after


def in_brackets(r: Renderer, name: str, start: int, at: int) -> int:
    r"""natbib's `\citetext{see \citealp{doe}}`."""
    words = r.flat.braced(at)
    if words is None:
        return at
    r.out.say("(", start)
    return r.within(words, lambda: r.out.say(")", words.end))


def no_cite(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\nocite{key}`: nothing is printed, but the work is in the bibliography."""
    keys = r.flat.braced(at)
    if keys is None:
        return at
    r.cited |= dict.fromkeys(key for key in keys_in(r.flat.of(keys)) if key != "*")
    return keys.after


_ALL = _TEXT | _SHORT | _NAMES | _YEARS | _FULL | _NOTED | _SILENT | _TITLES

COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(_ALL, cite),
    **{name[0].upper() + name[1:]: cite for name in _ALL},
    **dict.fromkeys("volcite pvolcite fvolcite tvolcite avolcite Volcite".split(), volume_cite),
    "nocite": no_cite,
    "citetext": in_brackets,
}
