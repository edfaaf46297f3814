r"""The package csquotes: `\enquote`, `\textquote`, `\blockquote`, `\textelp` and their kin, and an active `"`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from holdwater.document import BlockKind, MarkKind
from holdwater.patterns import waiting
from holdwater.read.latex.cites import cited, print_citations
from holdwater.read.latex.render import Entry, Handler, Renderer
from holdwater.read.latex.tex import Argument

_PAIRS = {
    "english": (("“", "”"), ("‘", "’")),
    "german": (("„", "“"), ("‚", "‘")),
    "french": (("«\u00a0", "\u00a0»"), ("“", "”")),
}
_SHORTHANDS = {
    "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü", "s": "ß", "z": "ß", "S": "SS", "e": "ë", "i": "ï",
    "`": "„", "'": "“", "<": "«", ">": "»", "-": "", "=": "-", "~": "-", "|": "", '"': "", "/": "/",
}  # fmt: skip
_LONG = 280
"""From how many characters on csquotes sets `\\blockquote` apart: it asks for three lines."""
_ELLIPSIS = "[…]"
_CITES = waiting(r"[\s{]*\\[A-Za-z]*[cC]ite")


def _pair(r: Renderer, *, inner: bool) -> tuple[str, str]:
    pairs = _PAIRS[r.options.language]
    return pairs[1 if inner or r.quotes % 2 else 0]


def quoted(r: Renderer, start: int, words: Argument, then: Callable[[], None], *, inner: bool = False) -> int:
    """Words in quotation marks, under a mark; `then` runs after the closing one."""
    before, after = _pair(r, inner=inner)
    r.out.say(before, start, words.start)
    mark = r.out.begin_mark(MarkKind.QUOTE)
    r.quotes += 1

    def close() -> None:
        r.quotes -= 1
        r.out.end_mark(mark)
        r.out.say(after, max(words.start - 1, words.after - 1))
        then()

    return r.within(words, close)


def _nothing() -> None:
    pass


def enquote(r: Renderer, name: str, start: int, at: int) -> int:
    inner = r.text.startswith("*", at)
    at += inner
    if name.startswith(("foreign", "hyphen")):
        language = r.flat.argument(at)
        at = language.after if language else at
    words = r.flat.argument(at)
    return quoted(r, start, words, _nothing, inner=inner) if words else at


def text_quote(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\textquote[cite][punct]{words}`, `\textcquote[pre][post]{key}[punct]{words}`, and as blocks."""
    at += r.text.startswith("*", at)
    if name.startswith(("foreign", "hyphen")):
        language = r.flat.argument(at)
        at = language.after if language else at
    after, then = _source(r, start, at, keyed="cquote" in name)
    punctuation = r.flat.optional(after)
    words = r.flat.argument(punctuation.after if punctuation else after)
    if words is None:
        return after

    def close() -> None:
        then()
        if punctuation is not None:
            r.run(punctuation.start, punctuation.end)

    if "block" in name and words.end - words.start > _LONG:
        return _set_apart(r, words, close)
    return quoted(r, start, words, close)


def _source(r: Renderer, start: int, at: int, *, keyed: bool) -> tuple[int, Callable[[], None]]:
    """What cites the words: where its arguments end, and what prints it."""
    first = r.flat.optional(at)
    if not keyed:
        return (first.after, partial(_cite_freely, r, first)) if first else (at, _nothing)
    second = r.flat.optional(first.after) if first else None
    last = second or first
    key = r.flat.braced(last.after if last else at)
    if key is None:
        return at, _nothing
    return key.after, partial(print_citations, r, "cite", start, key.after, [cited(r, key, first, second)])


def _cite_freely(r: Renderer, words: Argument) -> None:
    written = r.text[words.start : words.end]
    if _CITES.match(written):
        r.run(words.start, words.end)
    elif written.strip():
        r.out.space(words.start)
        r.out.say("(", words.start)
        r.run(words.start, words.end)
        r.out.say(")", words.end)


def enter_quotation(r: Renderer) -> None:
    """What follows is a quotation set apart."""
    r.out.end_block()
    old = r.out.setting
    group = old.group if old.quoted else next(r.groups)
    r.out.setting = replace(old, kind=BlockKind.QUOTE, quoted=old.quoted + 1, group=group, level=0)


def _set_apart(r: Renderer, words: Argument, then: Callable[[], None]) -> int:
    saved = r.out.setting
    enter_quotation(r)

    def close() -> None:
        then()
        r.out.end_block()
        r.out.setting = saved

    return r.within(words, close)


def display_quote(r: Renderer, entry: Entry, at: int) -> int:
    r"""`\begin{displayquote}[cite][punct]` and `\begin{displaycquote}[pre][post]{key}[punct]`."""
    if entry.name.startswith(("foreign", "hyphen")):
        language = r.flat.argument(at)
        at = language.after if language else at
    at, then = _source(r, entry.at, at, keyed="cquote" in entry.name)
    punctuation = r.flat.optional(at)
    enter_quotation(r)
    entry.closers.append(then)
    return punctuation.after if punctuation else at


def straight(r: Renderer, name: str, start: int, at: int) -> int:
    r"""The character `"`: as it is, or what the document makes of it."""
    if r.outer_quote == '"':
        return _toggle(r, start, at)
    if r.options.shorthands and (char := r.text[at : at + 1]) in _SHORTHANDS:
        r.out.say(_SHORTHANDS[char], start, at + 1)
        return at + 1
    r.out.verbatim(start, at)
    return at


def _toggle(r: Renderer, start: int, at: int) -> int:
    if r.toggled is not None:
        r.toggled()
        r.out.say(_pair(r, inner=False)[1], start)
        return at
    r.out.say(_pair(r, inner=False)[0], start)
    mark = r.out.begin_mark(MarkKind.QUOTE)

    def close() -> None:
        r.out.end_mark(mark)
        r.toggled = None

    r.toggled = close
    return at


def outer_quote(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\MakeOuterQuote{"}`: the character opens and closes quotations by turns."""
    argument = r.flat.argument(at)
    if argument is None:
        return at
    r.outer_quote = r.text[argument.start : argument.end].strip().lstrip("\\")
    return argument.after


def omission(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\textelp{}`: words left out; with an argument, also words put in, which a star sets before the ellipsis."""
    first = r.text.startswith("*", at)
    words = r.flat.argument(at + first)
    if words is None or not r.text[words.start : words.end].strip():
        r.out.say(_ELLIPSIS, start)
        return words.after if words else at
    if not first:
        r.out.say(_ELLIPSIS, start)
        r.out.space(words.start)
    return _bracketed(r, words, ellipsis=first)


def insertion(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\textins{words}` and `\textins*{W}`: words put into a quotation, or a letter changed in it."""
    words = r.flat.argument(at + r.text.startswith("*", at))
    return _bracketed(r, words) if words else at


def _bracketed(r: Renderer, words: Argument, *, ellipsis: bool = False) -> int:
    """An editor's words in the brackets that say so, with an ellipsis behind them if asked for."""
    r.out.say("[", words.start)

    def close() -> None:
        end = max(words.start, words.after - 1)
        r.out.say("]", end)
        if ellipsis:
            r.out.space(end)
            r.out.say(_ELLIPSIS, end)

    return r.within(words, close)


_TEXT = ("textquote", "textcquote", "blockquote", "blockcquote")

COMMANDS: dict[str, Handler] = {
    "enquote": enquote,
    "foreignquote": enquote,
    "hyphenquote": enquote,
    "mkbibquote": enquote,
    **{f"{before}{name}": text_quote for before in ("", "foreign", "hyphen") for name in _TEXT},
    "hybridblockquote": text_quote,
    "MakeOuterQuote": outer_quote,
    "textelp": omission,
    "textins": insertion,
    '"': straight,
}

ENVIRONMENTS = {
    f"{before}{name}": display_quote
    for before in ("", "foreign", "hyphen")
    for name in ("displayquote", "displaycquote")
}
