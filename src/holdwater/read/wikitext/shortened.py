"""Short citations: {{sfn|Doe|1999|p=4}} makes a note, {{harv|…}} prints in the line, {{rp|4}} adds a page to a note."""

from __future__ import annotations

from functools import partial

from holdwater.document import Mark, MarkKind, Span
from holdwater.read.wikitext.call import Call, Stretch
from holdwater.read.wikitext.citations import anchor
from holdwater.read.wikitext.writing import Writing

NOTES = frozenset("sfn sfnp sfnm odn".split())
"""Templates that make a note of a short citation."""

IN_LINE = {
    "harvnb": "", "harvp": "", "harvtxt": "(", "harvcol": "", "harvcolnb": "", "harvcoltxt": "(", "harv": "((",
    "harvsp": "", "harvard citation": "((", "harvard citation no brackets": "",
    "harvard citation text": "(",
}  # fmt: skip
"""Templates that print a short citation where they stand, and whether brackets go around the year or all of it."""

OF_NOTE = "\x00note:"
"""What the target of a citation begins with that means the work in a note; the note's record is known at the end."""

_PAGES = (
    ("p", "p. "),
    ("pp", "pp. "),
    ("page", "p. "),
    ("pages", "pp. "),
    ("loc", ""),
    ("at", ""),
    ("s", "p. "),
    ("с", "p. "),
)


def shortened(writer: Writing, call: Call, name: str) -> None:
    """Write a short citation: a note's mark, or its words where it stands."""
    if not call.by_place and "1a1" not in call.by_name:
        return
    if name not in NOTES:
        _print(writer, call, IN_LINE[name])
        return
    words = "|".join(writer.plain(*one) for one in call.by_place[:9])
    named = call.by_name if name == "sfnm" else [key for key, _ in _PAGES if key in call.by_name]
    pages = "|".join(writer.plain(*call.by_name[key]) for key in list(named)[:40])
    kept = f"FOOTNOTE{words}|{pages}"[:200]
    printing = partial(_print_several, writer, call) if name == "sfnm" else partial(_print, writer, call, "", stop=True)
    writer.note_mark("", kept, printing)


def _is_year(words: str) -> bool:
    return (
        words[:4].isdecimal() or words.lower() in ("n.d.", "undated", "forthcoming") or words.startswith(("c.", "{{"))
    )


def _names_and_year(writer: Writing, stretches: list[Stretch]) -> tuple[list[Stretch], Stretch | None]:
    """The names and the year of a short citation; the year stands last."""
    given = [one for one in stretches if one[0] < one[1]][:5]
    if len(given) > 1 and _is_year(writer.raw[slice(*given[-1])]):
        return given[:-1], given[-1]
    return given, None


def _print(writer: Writing, call: Call, brackets: str, *, stop: bool = False) -> None:
    names, year = _names_and_year(writer, list(call.by_place))
    target = _target(writer, call, names, year)
    if brackets == "((":
        writer.pen.add(" (") if writer.pen.waiting else writer.pen.add("(")
    mark = writer.pen.open(MarkKind.CITATION, target, _locator(writer, call))
    _print_names(writer, names)
    if year is not None:
        writer.pen.gap()
        writer.pen.add("(") if brackets == "(" else None
        writer.write(*year, by_line=False)
    writer.pen.close(mark)
    for key, lead in _PAGES:
        one = call.get(key)
        if one is not None:
            writer.pen.add(f", {lead}")
            writer.write(*one, by_line=False)
    if brackets:
        writer.pen.add(")")
    if stop and not writer.pen.last.endswith("."):
        writer.pen.add(".")


def _print_names(writer: Writing, names: list[Stretch]) -> None:
    for index, one in enumerate(names):
        if index:
            writer.pen.add(" & " if index == len(names) - 1 else ", ")
        writer.write(*one, by_line=False)


def _target(writer: Writing, call: Call, names: list[Stretch], year: Stretch | None) -> str:
    own = call.get("ref")
    if own is not None:
        words = writer.raw[slice(*own)]
        if words.startswith("{{"):
            return "CITEREF" + anchor("".join(part.strip() for part in words.strip("{}").split("|")[1:6]))
        return writer.plain(*own)
    words = "".join(writer.plain(*one) for one in [*names, *([year] if year is not None else [])])
    return "CITEREF" + anchor(words)


def _locator(writer: Writing, call: Call) -> str:
    found = [(lead, call.get(key)) for key, lead in _PAGES]
    return ", ".join(lead + writer.plain(*one) for lead, one in found if one is not None)


def _print_several(writer: Writing, call: Call) -> None:
    """{{sfnm|1a1=Doe|1y=1999|1p=4|2a1=…}}: several short citations in one note."""
    if not call.by_name or "1a1" not in call.by_name:
        _print(writer, call, "", stop=True)
        return
    for number in range(1, 10):
        names = [one for letter in range(1, 5) if (one := call.get(f"{number}a{letter}")) is not None]
        year = call.get(f"{number}y")
        if not names:
            break
        writer.pen.add("; " if number > 1 else "")
        _print_one(writer, call, number, names, year)


def _print_one(writer: Writing, call: Call, number: int, names: list[Stretch], year: Stretch | None) -> None:
    pages = [(lead, one) for key, lead in _PAGES if (one := call.get(f"{number}{key}")) is not None]
    locator = ", ".join(lead + writer.plain(*one) for lead, one in pages)
    mark = writer.pen.open(MarkKind.CITATION, _target(writer, call, names, year), locator)
    _print_names(writer, names)
    if year is not None:
        writer.pen.gap()
        writer.write(*year, by_line=False)
    writer.pen.close(mark)
    for lead, one in pages:
        writer.pen.add(f", {lead}")
        writer.write(*one, by_line=False)


def by_name(writer: Writing, call: Call) -> None:
    """{{r|name|name 2|p=4}}: marks of notes that are named elsewhere."""
    group = call.get("g", "group")
    named = writer.plain(*group) if group is not None else ""
    for one in call.by_place[:20]:
        if one[0] < one[1]:
            writer.note_mark(named, writer.plain(*one).strip("\"'"), None)
    where = call.get("p", "pp", "page", "pages", "at")
    if where is not None:
        page_after(writer, where)


def page_after(writer: Writing, where: Stretch) -> None:
    """The page that a mark adds to the note before it: a citation, of no width, of the work in that note."""
    marks = writer.pen.assembly.marks
    words = writer.plain(*where)
    last = next((mark for mark in reversed(marks[-4:]) if mark.kind is MarkKind.NOTE), None)
    if last is None or last.span.end != writer.pen.at or not words or writer.defining:
        return
    label = words if words[0].isalpha() else (f"pp. {words}" if any(sign in words for sign in "-–,") else f"p. {words}")
    marks.append(Mark(Span(writer.pen.at, writer.pen.at), MarkKind.CITATION, label, OF_NOTE + last.target))
