"""The inline syntax of one Markdown block, read so that every character keeps its place.

It follows CommonMark for escapes, code, links, emphasis and inline HTML (the tests hold it against markdown-it's inline
stage), and adds footnote references, inline notes, pandoc's citations and spans, mathematics, raised and lowered words,
wiki links, what site generators put in, and bare addresses. It runs in linear time.

`signs.py` and `brackets.py` say what each sign means; here they are looked for, several at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from holdwater.patterns import waiting
from holdwater.read.markdown import brackets, signs
from holdwater.read.markdown.citations import CitedPart
from holdwater.read.markdown.scanner import Context, Inline, Piece, Scanner

_ALWAYS = r"\`*_~[]<&@^"
_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_PLAIN = waiting(rf"[{re.escape(_ALWAYS)}$={{【{_RAISED}]| \n|\n[ \t]|\t\n|://")


def is_plain(text: str) -> bool:
    """Whether a block's content is nothing but words, with line ends that are blanks."""
    return _PLAIN.search(text) is None


def read_inline(text: str, start: int, end: int, context: Context) -> Inline:
    """Read the content `text` from `start` to `end`. Note marks get their label as target."""
    scan = Scanner(text, start, end, context)
    special = _special(_wanted(scan.text, context)).search
    while True:
        found = special(scan.text, scan.at)
        if not found:
            break
        stop = found.start()
        scan.keep(scan.at, stop)
        scan.at = _HANDLERS[scan.text[stop]](scan, stop) or scan.literal(stop)
    scan.keep(scan.at, scan.end)
    scan.emphasise(0)
    scan.found.citations += [CitedPart(one.key, "", one.start, one.end, bare=True) for one in scan.cited]
    _describe_picture(scan)
    return scan.found


def _wanted(text: str, context: Context) -> str:
    """Which signs are to be looked for beside those that every text may have."""
    wanted = [sign for sign in ("==", "{%", "{{", "$", "【", "://") if sign in text]
    if context.lines or "\n " in text or " \n" in text or "\t" in text:
        wanted.append("\n")
    if context.raised and any(digit in text for digit in _RAISED):
        wanted.append("¹")
    if context.glued:
        wanted.append("1")
    return " ".join(wanted)


@cache
def _special(wanted: str) -> re.Pattern[str]:
    signs_wanted = "".join(sign for sign in ("$", "【", "\n", "{") if sign in wanted)
    signs_wanted += _RAISED if "¹" in wanted else ""
    digits = "0-9" if "1" in wanted else ""
    more = ("|==" if "==" in wanted else "") + ("|https?://" if "://" in wanted else "")
    return re.compile(rf"[{re.escape(_ALWAYS + signs_wanted)}{digits}]{more}")


def _describe_picture(scan: Scanner) -> None:
    """A block that is nothing but a picture shows the picture's description as its caption."""
    if scan.pictures and not any(_shows(scan.text, piece) for piece in scan.pieces):
        scan.found.caption = True
        scan.pieces[:] = [piece for picture in scan.pictures for piece in picture]


def _shows(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end] if piece.text is None else piece.text
    return bool(words.strip())


_HANDLERS: Mapping[str, Callable[[Scanner, int], int | None]] = {
    "\\": signs.escape,
    "\n": signs.newline,
    "`": signs.code,
    "*": signs.delimiter,
    "_": signs.delimiter,
    "~": signs.tilde,
    "^": signs.caret,
    "=": signs.highlight,
    "$": signs.mathematics,
    "{": signs.template,
    "&": signs.entity,
    "h": signs.address,
    "<": signs.markup,
    "[": brackets.open_bracket,
    "]": brackets.close_bracket,
    "@": brackets.citation,
    "【": brackets.models_mark,
    **dict.fromkeys(_RAISED, signs.raised_digits),
    **dict.fromkeys("0123456789", signs.glued_digits),
}
