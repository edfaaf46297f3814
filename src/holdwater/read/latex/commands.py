"""The commands of running text: letters and accents, fonts, headings, notes, links, titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from holdwater.document import BlockKind, MarkKind, Part
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.bibtex_text import plain
from holdwater.read.headings import part_named
from holdwater.read.latex.mathematics import brackets
from holdwater.read.latex.render import Handler, Renderer
from holdwater.read.latex.symbols import ACCENTS, ESCAPED, LETTERS, SIGNS, accented
from holdwater.read.latex.tex import Argument

_LEVELS = {
    "part": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4, "subparagraph": 5,
    "addchap": 1, "addsec": 1, "addpart": 1, "minisec": 3, "frametitle": 2, "framesubtitle": 3,
}  # fmt: skip
_DEEPER_IN_BOOKS = frozenset({"section", "subsection", "subsubsection", "paragraph", "subparagraph", "addsec"})
_FONTS = {
    **dict.fromkeys(
        "emph textit textsl underline uline ul mkbibemph em it itshape sl slshape".split(), MarkKind.EMPHASIS
    ),
    **dict.fromkeys("textbf bf bfseries mkbibbold".split(), MarkKind.STRONG),
    **dict.fromkeys("texttt tt ttfamily code".split(), MarkKind.CODE),
}
_DECLARED = frozenset("em it itshape sl slshape bf bfseries tt ttfamily".split())
_BASE = waiting(r"\s*\\([ij])(?![A-Za-z])\s*")
_LETTER = waiting(r"[^\W\d_]")
_ESCAPED_ADDRESS = waiting(r"\\([%#_&~{}\\$^])")
_NOT_PRINTED = waiting(r"\\(?:thanks|inst|footnote|orcidlink|affil|email|fnref|corref)\b")
_AND = waiting(r"\\(?:and|And|AND)(?![A-Za-z])")
_LINE_BREAK = waiting(r"\\\\")


# Signs


def control_symbol(r: Renderer, char: str, start: int, at: int) -> int:
    """A backslash and one character that is no letter."""
    if char in ACCENTS:
        return accent(r, char, start, at)
    if char in ("(", "["):
        return brackets(r, char, start, at)
    if char in (",", ":", ";", ">"):
        r.out.space(start, "\u2009")
    elif char in ESCAPED:
        r.out.say(ESCAPED[char], start)
    elif char == "\\":
        return line_break(r, char, start, at)
    elif char.isspace():
        r.out.space(start)
    return at


def line_break(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\\`: the end of a line, or of a table's row."""
    at += r.text.startswith("*", at)
    if r.text.startswith("[", at):
        length = r.flat.optional(at)
        at = length.after if length else at
    if r.in_table:
        r.out.end_block()
    else:
        r.out.space(start)
    return at


def accent(r: Renderer, name: str, start: int, at: int) -> int:
    argument = r.flat.argument(at)
    if argument is None or argument.end - argument.start > 12:
        return at
    written = r.text[argument.start : argument.end]
    dotless = _BASE.fullmatch(written)
    named = written.strip()
    letter = dotless[1] if dotless else LETTERS.get(named[1:], written) if named.startswith("\\") else written
    if "\\" in letter or "{" in letter:
        letter = plain(letter)
    if not letter.strip():
        if name in "^~":
            r.out.say(name, start)
        return argument.after
    if not _LETTER.match(letter) and not argument.braced:
        return at
    r.out.say(accented(letter, name), start, argument.after)
    return r.flat.after_word(argument.after) if dotless and not argument.braced else argument.after


def letter(r: Renderer, name: str, start: int, at: int) -> int:
    r.out.say(LETTERS[name], start)
    return r.flat.after_word(at)


def sign(r: Renderer, name: str, start: int, at: int) -> int:
    words = SIGNS[name]
    if words.startswith("\u00a0"):  # it takes the place of a blank
        r.out.space(start, "\u00a0")
        words = words[1:]
    r.out.say(words, start)
    return r.flat.after_word(at)


def blank(r: Renderer, name: str, start: int, at: int) -> int:
    r.out.space(start)
    return r.flat.after_word(at)


def end_paragraph(r: Renderer, name: str, start: int, at: int) -> int:
    r.paragraph()
    return r.flat.after_word(at)


# Fonts and links


def font(r: Renderer, name: str, start: int, at: int) -> int:
    if name in _DECLARED:
        mark = r.out.begin_mark(_FONTS[name])
        r.at_end(partial(r.out.end_mark, mark))
        return r.flat.after_word(at)
    argument = r.flat.argument(at)
    if argument is None:
        return at
    mark = r.out.begin_mark(_FONTS[name])
    return r.within(argument, partial(r.out.end_mark, mark))


def address(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\url{address}`."""
    argument = r.flat.argument(at)
    if argument is None:
        return at
    mark = r.out.begin_mark(MarkKind.LINK, target=_address(r.text[argument.start : argument.end]))
    r.out.verbatim(argument.start, argument.end)
    r.out.end_mark(mark)
    return argument.after


def link(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\href{address}{words}`."""
    options = r.flat.optional(at)
    target = r.flat.argument(options.after if options else at)
    words = r.flat.argument(target.after) if target else None
    if target is None or words is None:
        return at
    mark = r.out.begin_mark(MarkKind.LINK, target=_address(r.text[target.start : target.end]))
    return r.within(words, partial(r.out.end_mark, mark))


def _address(written: str) -> str:
    return "".join(_ESCAPED_ADDRESS.sub(r"\1", written).split())


def verb(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\verb|code|`, and `\lstinline{code}`."""
    at += r.text.startswith("*", at)
    options = r.flat.optional(at) if name != "verb" else None
    at = options.after if options else at
    mark = r.text[at : at + 1]
    if mark == "{" and name != "verb":
        argument = r.flat.braced(at)
        end = argument.end if argument else -1
    else:
        end = r.flat.verb_end(at + 1, mark) if mark and not mark.isalnum() and not mark.isspace() else -1
    if end < 0:
        return at
    code = r.out.begin_mark(MarkKind.CODE)
    r.out.verbatim(at + 1, end)
    r.out.end_mark(code)
    return end + 1


def mint(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\mintinline{language}{code}`."""
    options = r.flat.optional(at)
    language = r.flat.braced(options.after if options else at)
    return verb(r, name, start, language.after) if language else at


def for_print(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\texorpdfstring{printed}{elsewhere}` and `\iftoggle`-like pairs: the first one is read."""
    first = r.flat.braced(at)
    if first is None:
        return at
    r.run(first.start, first.end)
    second = r.flat.braced(first.after)
    return second.after if second else first.after


# Headings and titles


def heading(r: Renderer, name: str, start: int, at: int) -> int:
    starred = r.text.startswith("*", at)
    at += starred
    short = r.flat.optional(at)
    title = r.flat.braced(short.after if short else at)
    if title is None:
        return at
    if name == "chapter" and not starred:
        r.counting.chapter()
    level = _LEVELS[name] + (r.options.chapters and name in _DEEPER_IN_BOOKS)
    words = plain(r.text[title.start : min(title.end, title.start + 300)])
    saved = r.out.setting
    if not saved.quoted:
        _enter_part(r, words, level)
    r.paragraph()
    r.out.setting = Setting(BlockKind.HEADING, r.part, level, saved.quoted, saved.group)
    return r.within(title, partial(_end_heading, r, saved))


def _end_heading(r: Renderer, saved: Setting) -> None:
    r.out.end_block()
    kind, part = saved.kind, r.part
    if not saved.quoted and kind in (BlockKind.PARAGRAPH, BlockKind.REFERENCE):
        kind = BlockKind.PARAGRAPH if part is Part.BODY else BlockKind.REFERENCE
    r.out.setting = replace(saved, kind=kind, part=part)


def _enter_part(r: Renderer, words: str, level: int) -> None:
    if part_named(words) is Part.REFERENCES:
        r.part, r.part_level = Part.REFERENCES, level
    elif r.part is not Part.BODY and level <= r.part_level:
        r.part = Part.BODY


def title(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\title`, `\author`, `\date`: kept until `\maketitle`."""
    short = r.flat.optional(at)
    words = r.flat.braced(short.after if short else at)
    if words is None:
        return at
    r.titles[name] = words
    said = _author(r, words) if name == "author" else _metadata(r, words.start, words.end)
    if said and (name != "author" or "author" not in r.metadata):
        r.metadata[name] = said
    elif said:
        r.metadata[name] += f"; {said}"
    return words.after


def _metadata(r: Renderer, start: int, end: int) -> str:
    unwanted = _NOT_PRINTED.search(r.text, start, end)
    return r.words(start, unwanted.start() if unwanted else end)


def _author(r: Renderer, words: Argument) -> str:
    names = []
    at = words.start
    for found in [*_AND.finditer(r.text, words.start, words.end), None]:
        end = found.start() if found else words.end
        line = _LINE_BREAK.search(r.text, at, end)
        names.append(_metadata(r, at, line.start() if line else end).strip(" ,"))
        at = found.end() if found else end
    return "; ".join(name for name in names if name)


def make_title(r: Renderer, name: str, start: int, at: int) -> int:
    saved = r.out.setting
    r.paragraph()
    for part, kind in (("title", BlockKind.HEADING), ("author", BlockKind.PARAGRAPH), ("date", BlockKind.PARAGRAPH)):
        words = r.titles.pop(part, None)
        if words is not None:
            r.out.setting = Setting(kind, Part.FRONT, 1 if part == "title" else 0)
            r.run(words.start, words.end)
            r.out.end_block()
    r.out.setting = saved
    return at


def conjunction(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\and` between two authors."""
    r.out.end_block()
    return r.flat.after_word(at)


def caption(r: Renderer, name: str, start: int, at: int) -> int:
    at += r.text.startswith("*", at)
    if name == "captionof":
        of = r.flat.argument(at)
        at = of.after if of else at
    short = r.flat.optional(at)
    words = r.flat.braced(short.after if short else at)
    if words is None:
        return at
    saved, table = r.out.setting, r.in_table
    r.out.enter(BlockKind.CAPTION)
    r.in_table = 0

    def close() -> None:
        r.out.end_block()
        r.out.setting, r.in_table = saved, table

    return r.within(words, close)


# Notes


def footnote(r: Renderer, name: str, start: int, at: int) -> int:
    number = r.flat.optional(at)
    words = r.flat.argument(number.after if number else at)
    if words is None or (not words.braced and r.text.startswith("\\", words.start)):
        return number.after if number else at
    counter = {"footnote": "footnote", "thanks": "thanks", "sidenote": "sidenote"}.get(name, "endnote")
    label = r.flat.of(number).strip() if number else r.counted.get(start) or r.counting.step(counter)
    r.note(plain(label), words, kind={"footnote": "fn", "endnote": "en"}.get(counter, counter))
    return words.after


def foot_mark(r: Renderer, name: str, start: int, at: int) -> int:
    number = r.flat.optional(at) if r.text.startswith("[", at) else None
    r.note_mark(plain(r.flat.of(number)) if number else r.counted.get(start) or r.counting.step("footnote"))
    return number.after if number else at


def foot_text(r: Renderer, name: str, start: int, at: int) -> int:
    number = r.flat.optional(at)
    words = r.flat.braced(number.after if number else at)
    if words is None:
        return at
    r.note_text(plain(r.flat.of(number)) if number else r.counting.printed("footnote"), words)
    return words.after


def margin(r: Renderer, name: str, start: int, at: int) -> int:
    left = r.flat.optional(at)
    words = r.flat.braced(left.after if left else at)
    if words is None:
        return at
    r.note("", words, kind="margin")
    return words.after


def count(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\setcounter{footnote}{4}` and `\addtocounter{footnote}{-1}`."""
    counter = r.flat.braced(at)
    value = r.flat.argument(counter.after) if counter else None
    if counter is None or value is None:
        return at
    written, named = r.flat.of(value).strip(), r.flat.of(counter).strip()
    if re.fullmatch(r"[-+]?\d{1,6}", written):
        r.counting.set(named, int(written) + (r.counting.value(named) if name == "addtocounter" else 0))
    return value.after


_HANDLERS: dict[Handler, str] = {
    footnote: "footnote endnote thanks sidenote",
    foot_mark: "footnotemark",
    foot_text: "footnotetext",
    margin: "marginpar marginnote",
    count: "setcounter addtocounter",
    title: "title author date",
    make_title: "maketitle",
    conjunction: "and And AND",
    caption: "caption captionof subcaption captionabove captionbelow",
    address: "url nolinkurl path",
    link: "href",
    verb: "verb lstinline",
    mint: "mintinline",
    for_print: "texorpdfstring",
    end_paragraph: "par endgraf",
    blank: "quad qquad newline space enskip newblock",
}

COMMANDS: dict[str, Handler] = {
    **{name: handler for handler, names in _HANDLERS.items() for name in names.split()},
    **dict.fromkeys(_LEVELS, heading),
    **dict.fromkeys(_FONTS, font),
    **dict.fromkeys((name for name in ACCENTS if name.isalpha()), accent),
    **dict.fromkeys(SIGNS, sign),
    **dict.fromkeys(LETTERS, letter),
    "\\": control_symbol,
    "tabularnewline": line_break,
}

PREAMBLE: dict[str, Callable[[Renderer, str, int, int], int]] = {
    **dict.fromkeys(("title", "author", "date"), title),
    **dict.fromkeys(("setcounter", "addtocounter"), count),
}
"""The commands that count before the document's body begins."""
