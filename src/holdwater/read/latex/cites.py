r"""The commands of natbib and biblatex that cite: a mark for each key, and the words that read on in the sentence.

`\cite`, `\parencite`, `\autocite` and their kin print nothing: their marks have no width. `\textcite`, `\citet` and
`\citeauthor` print names and year. In a note, and in a footnote that a command makes, the work is named in full.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from holdwater.document import MarkKind
from holdwater.read.bibtex import plain
from holdwater.read.latex.library import keys_in
from holdwater.read.latex.render import Handler, Renderer

_PAGES = re.compile(r"[0-9ivxlcIVXLC]+[a-z]?(?:\s*[-–—,/]+\s*[0-9ivxlcIVXLC]+[a-z]?)*(?:\s*,?\s*(?:ff?|sqq?)\b\.?)?")
_SEVERAL = re.compile(r"[-–—,/]|ff?\.?$")
_FOLLOWING = re.compile(r"\\psqq?(?![A-Za-z])\s*")
_SECTION = re.compile(r"\\S(?![A-Za-z])")
_PAGE_WORDS = {r"\pno": "p. ", r"\ppno": "pp. "}

_IN_TEXT = frozenset({"textcite", "citet", "textcites", "citealt", "citealp"})
_NAMES = frozenset({"citeauthor", "citeauthors", "citefullauthor", "citeauthorfull"})
_YEARS = frozenset({"citeyear", "citedate"})
_FULL = frozenset({"fullcite", "fullcites", "bibentry", "footfullcite", "footfullcites"})
_NOTED = frozenset("footcite footcites footfullcite footfullcites footcitetext footcitetexts footnotecite".split())
_SILENT = frozenset("cite cites citep parencite parencites autocite autocites smartcite smartcites supercite"
                    " supercites citeyearpar citenum onlinecite blockcite notecite pnotecite".split())  # fmt: skip
_TITLES = frozenset({"citetitle", "citetitles", "citeurl"})
_MULTIPLE = frozenset(name for name in (_IN_TEXT | _SILENT | _NOTED | _FULL) if name.endswith("s"))


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


def cite_keys(r: Renderer, name: str, start: int, written: str, notes: list[str]) -> None:
    """The marks and words of one citation with its keys; `notes` are the optional arguments, the postnote last."""
    keys = list(keys_in(written))
    label = locator(notes[-1]) if notes else ""
    for index, key in enumerate(keys):
        r.cited.setdefault(key)
        one = label if index == len(keys) - 1 else ""
        _cite_one(r, name, start, key, one, first=index == 0)


def _cite_one(r: Renderer, name: str, start: int, key: str, label: str, *, first: bool) -> None:
    words = _printed(r, name, key, label)
    if not words:
        r.out.point(MarkKind.CITATION, label, key, gap=True)
        return
    if not first:
        r.out.say("; ", start)
    mark = r.out.begin_mark(MarkKind.CITATION, label, key)
    r.out.say(words, start)
    r.out.end_mark(mark)


def _printed(r: Renderer, name: str, key: str, label: str) -> str:
    """What a citation prints for one work; "" for one that prints only a number, a label or a bracket."""
    if name in _NAMES:
        return r.library.names(key)
    if name in _YEARS:
        return r.library.year(key) or key
    if name in _TITLES:
        return r.library.title(key)
    if name in _IN_TEXT and not r.in_note:
        year = r.library.year(key)
        if year and name.startswith("citeal"):
            return f"{r.library.names(key)} {year}"
        return f"{r.library.names(key)} ({year})" if year else r.library.names(key)
    if name in _FULL or name in _NOTED or r.in_note:
        return ", ".join(part for part in (r.library.entry(key), label) if part)
    return ""


def cite(r: Renderer, name: str, start: int, at: int) -> int:
    """A citation command, with all its arguments."""
    plain_name = name[0].lower() + name[1:]
    at += r.text.startswith("*", at)
    several: list[tuple[str, list[str]]] = []
    if plain_name in _MULTIPLE:
        for _ in range(2):
            shared = r.flat.rounded(at)
            at = shared.after if shared else at
    while (one := _arguments(r, at)) is not None:
        written, notes, at = one
        several.append((written, notes))
        if plain_name not in _MULTIPLE or len(several) > 200:
            break
    if not several:
        return at
    if not r.in_note and (
        plain_name in _NOTED or (r.options.foot_cites and plain_name.startswith(("autocite", "smartcite")))
    ):
        _in_footnote(r, plain_name, start, several)
    else:
        _write(r, plain_name, start, several)
    return at


def _arguments(r: Renderer, at: int) -> tuple[str, list[str], int] | None:
    """The keys and notes of one citation, and where it ends."""
    first = r.flat.optional(at)
    second = r.flat.optional(first.after) if first else None
    last = second or first
    keys = r.flat.braced(last.after if last else at)
    if keys is None:
        return None
    return r.flat.of(keys), [r.flat.of(note) for note in (first, second) if note], keys.after


def _write(r: Renderer, name: str, start: int, several: list[tuple[str, list[str]]]) -> None:
    for index, (keys, notes) in enumerate(several):
        if index and r.in_note:
            r.out.say("; ", start)
        cite_keys(r, name, start, keys, notes)


def _in_footnote(r: Renderer, name: str, start: int, several: list[tuple[str, list[str]]]) -> None:
    write = partial(_write_sentence, r, name, start, several)
    label = r.counting.printed("footnote") if name.startswith("footcitetext") else r.counting.step("footnote")
    r.note(label, None, write)


def _write_sentence(r: Renderer, name: str, start: int, several: list[tuple[str, list[str]]]) -> None:
    _write(r, name, start, several)
    r.out.say(".", start)


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
    cite_keys(r, "cite", start, r.flat.of(keys), [label])
    return keys.after


def no_cite(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\nocite{key}`: nothing is printed, but the work is in the bibliography."""
    keys = r.flat.braced(at)
    if keys is None:
        return at
    r.cited |= dict.fromkeys(key for key in keys_in(r.flat.of(keys)) if key != "*")
    return keys.after


_ALL = _IN_TEXT | _NAMES | _YEARS | _FULL | _NOTED | _SILENT | _TITLES

COMMANDS: dict[str, Handler] = {
    **dict.fromkeys(_ALL, cite),
    **{name[0].upper() + name[1:]: cite for name in _ALL},
    **dict.fromkeys("volcite pvolcite fvolcite tvolcite avolcite Volcite".split(), volume_cite),
    "nocite": no_cite,
}
