"""The environments: quotations, lists, tables, floats, code, what is skipped; and the list of references."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from holdwater.document import BlockKind, Part, Record, Span
from holdwater.patterns import waiting
from holdwater.read.latex import mathematics, quotes
from holdwater.read.latex.render import Entry, Handler, Renderer
from holdwater.read.latex.signatures import passed_over
from holdwater.read.latex.tex import VERBATIM

Opener = Callable[[Renderer, Entry, int], int]
"""Reads the beginning of an environment, and gives where its content begins."""

_QUOTATIONS = "quote quotation verse quoting quotex"
_LISTS = "itemize enumerate description compactitem compactenum inparaenum inparaitem asparaenum tasks easylist"
_TABLES = {
    "tabular": "om", "tabular*": "mom", "tabularx": "mm", "tabulary": "mm", "longtable": "om", "supertabular": "m",
    "longtabu": "m", "tabu": "m", "tblr": "om", "array": "om", "xltabular": "omm", "xtabular": "m",
    "NiceTabular": "om", "longtblr": "om",
}  # fmt: skip
_SKIPPED = frozenset(
    "tikzpicture picture pspicture pgfpicture axis algorithmic algorithm2e asy forest circuitikz feynman mindmap"
    " tikzcd prooftree diagram CCSXML thecomments".split()
)
_SIGNATURES = {
    "wrapfigure": "omom", "wraptable": "omom",
    "minipage": "ooom",
    "multicols": "mo",
    **dict.fromkeys("spacing otherlanguage adjustbox turn rotate floatingfigure textblock".split(), "m"),
    "adjustwidth": "mm", "list": "mm",
    "otherlanguage*": "om", "subfigure": "om", "subtable": "om", "column": "om",
}  # fmt: skip
"""The arguments of an environment that are passed over, beside its options (see `signatures`)."""
_NAME = waiting(r"[ \t]{0,9}\{([^{}\n\\]{1,60})\}")
_CODE_OPTIONS = waiting(r"(?:\[[^\]]{0,1000}\])?")
_MINTED = waiting(rf"{_CODE_OPTIONS.pattern}\{{[^{{}}\n]{{0,60}}\}}")
_INLINE = frozenset({"otherlanguage*", "small", "footnotesize", "large", "document", "appendices", "subequations"})


def begin(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\begin{name}`."""
    named = _NAME.match(r.text, at)
    if named is None:
        return at
    environment, at = named[1].strip(), named.end()
    if environment in VERBATIM:
        return _code(r, environment, at)
    if environment in _SKIPPED:
        after = r.flat.find(f"\\end{{{environment}}}", at)
        return at if after < 0 else after + len(f"\\end{{{environment}}}")
    if environment not in _INLINE:
        r.paragraph()
    entry = r.push(environment, start)
    entry.closers.append(partial(_leave, r, entry))
    return OPENERS.get(environment, _other)(r, entry, at)


def end(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\end{name}`."""
    named = _NAME.match(r.text, at)
    if named is None:
        return at
    r.end_environment(named[1].strip())
    return named.end()


def _leave(r: Renderer, entry: Entry) -> None:
    if entry.name not in _INLINE:
        r.paragraph()
    r.out.setting = entry.setting


def _other(r: Renderer, entry: Entry, at: int) -> int:
    if entry.name in r.theorems:
        return _theorem(r, entry, at)
    signature = _SIGNATURES.get(entry.name)
    if signature is not None:
        return passed_over(r.flat, signature, at)
    return r.unknown(entry.name, at)


def new_theorem(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\newtheorem{lemma}[theorem]{Lemma}`: the environment `lemma` has a head of its own."""
    at += r.text.startswith("*", at)
    environment = r.flat.braced(at)
    counter = r.flat.optional(environment.after) if environment else None
    title = r.flat.braced((counter or environment).after) if environment else None
    if environment is None or title is None:
        return at
    r.theorems[r.flat.of(environment).strip()] = r.words(title.start, title.end)
    within = r.flat.optional(title.after)
    return within.after if within else title.after


def _theorem(r: Renderer, entry: Entry, at: int) -> int:
    """The head that is printed before a theorem, "Lemma (Zorn)."; its number is LaTeX's, as those of references are."""
    note = r.flat.optional(at)
    r.out.say(r.theorems[entry.name], entry.at, at)
    if note:
        r.out.space(note.start)
        r.out.say("(", note.start - 1)
        r.run(note.start, note.end)
        r.out.say(")", note.end)
    r.out.say(".", note.end if note else entry.at, note.after if note else at)
    r.out.space(at)
    return note.after if note else at


def _proof(r: Renderer, entry: Entry, at: int) -> int:
    title = r.flat.optional(at)
    if title:
        r.run(title.start, title.end)
    else:
        r.out.say("Proof", entry.at, at)
    r.out.say(".", title.end if title else entry.at, title.after if title else at)
    r.out.space(at)
    return title.after if title else at


def _quotation(r: Renderer, entry: Entry, at: int) -> int:
    quotes.enter_quotation(r)
    options = r.flat.optional(at) if r.text.startswith("[", at) else None
    return options.after if options else at


def _list(r: Renderer, entry: Entry, at: int) -> int:
    old = r.out.setting
    level = old.level + 1 if old.kind is BlockKind.LIST_ITEM else 1
    r.out.setting = replace(old, kind=BlockKind.LIST_ITEM, level=level, group=old.group or next(r.groups))
    return passed_over(r.flat, "o", at) if r.text.startswith("[", at) else at


def item(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\item[label]`: a description's label is printed before its words."""
    r.paragraph()
    label = r.flat.optional(at)
    if label is None:
        return at
    if sum(char.isalpha() for char in r.text[label.start : label.end]) > 1:
        r.run(label.start, label.end)
        r.out.space(label.end)
    return label.after


def _table(r: Renderer, entry: Entry, at: int) -> int:
    old = r.out.setting
    r.out.setting = replace(old, kind=BlockKind.TABLE, level=0, group=old.group or next(r.groups))
    r.in_table += 1

    def close() -> None:
        r.in_table = max(0, r.in_table - 1)

    entry.closers.append(close)
    return passed_over(r.flat, _TABLES[entry.name], at)


def _code(r: Renderer, name: str, at: int) -> int:
    r.paragraph()
    end = r.flat.find(f"\\end{{{name}}}", at)
    if end < 0:
        return at
    after = end + len(f"\\end{{{name}}}")
    if name.startswith(("comment", "filecontents")):
        return after
    options = (_MINTED if name == "minted" else _CODE_OPTIONS).match(r.text, at, end)
    at = options.end() if options else at
    newline = r.text.find("\n", at, end)
    first = newline + 1 if newline >= 0 and not r.text[at:newline].strip() else at
    last = end
    while last > first and r.text[last - 1].isspace():
        last -= 1
    while (newline := r.text.find("\n", first, last)) >= 0 and not r.text[first:newline].strip():
        first = newline + 1
    saved = r.out.setting
    r.out.enter(BlockKind.CODE, level=saved.level)
    r.out.verbatim(first, last)
    r.out.end_block()
    r.out.setting = saved
    return after


# The list of references


def _references(r: Renderer, entry: Entry, at: int) -> int:
    widest = r.flat.braced(at)
    r.out.setting = replace(r.out.setting, kind=BlockKind.REFERENCE, part=Part.REFERENCES, level=0)
    entry.closers.append(partial(_end_entry, r))
    return widest.after if widest else at


def bib_item(r: Renderer, name: str, start: int, at: int) -> int:
    r"""`\bibitem[label]{key}`."""
    label = r.flat.optional(at)
    key = r.flat.braced(label.after if label else at)
    if key is None:
        return at
    r.paragraph()
    _end_entry(r)
    if r.out.setting.kind is not BlockKind.REFERENCE:
        r.out.setting = replace(r.out.setting, kind=BlockKind.REFERENCE, part=Part.REFERENCES, level=0)
    r.entry = (r.flat.of(key).strip(), len(r.out.assembly.blocks))
    return key.after


def _end_entry(r: Renderer) -> None:
    """The record of the entry that ends here: its words are the blocks written since it began."""
    if r.entry is None:
        return
    r.out.end_block()
    key, first = r.entry
    blocks = r.out.assembly.blocks[first:]
    if blocks:
        csl = dict(r.library.item(key) or {"id": key})
        r.out.assembly.records.append(Record(key, Span(blocks[0].span.start, blocks[-1].span.end), csl))
    r.entry = None


OPENERS: dict[str, Opener] = {
    **dict.fromkeys(_QUOTATIONS.split(), _quotation),
    **dict.fromkeys(_LISTS.split(), _list),
    **dict.fromkeys((f"{name}*" for name in _LISTS.split()), _list),
    **dict.fromkeys(_TABLES, _table),
    **quotes.ENVIRONMENTS,
    **mathematics.ENVIRONMENTS,
    "thebibliography": _references,
    "proof": _proof,
}

COMMANDS: dict[str, Handler] = {
    "begin": begin,
    "end": end,
    "item": item,
    "bibitem": bib_item,
    "newtheorem": new_theorem,
}
