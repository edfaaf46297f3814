"""LaTeX: its files are put together and its own commands spelled out (`expand`), then the text is read (`render`).

Nothing is executed. Of macros, only what has a bounded and simple expansion is followed. Numbers that only LaTeX knows
(those of sections, theorems, cross-references and of most citations) are not printed; those of notes are counted.
"""

from __future__ import annotations

import re

from holdwater.document import Document, Record, Span
from holdwater.patterns import waiting
from holdwater.read.latex import cites, commands, environments, mathematics, quotes, signatures, units
from holdwater.read.latex.expand import Expander
from holdwater.read.latex.files import Beside, Files
from holdwater.read.latex.library import Library
from holdwater.read.latex.preamble import options
from holdwater.read.latex.render import Handler, Renderer

_HANDLERS: dict[str, Handler] = {
    **mathematics.COMMANDS,
    **signatures.COMMANDS,
    **units.COMMANDS,
    **commands.COMMANDS,
    **cites.COMMANDS,
    **quotes.COMMANDS,
    **environments.COMMANDS,
}
_BEFORE_THE_BODY = {**commands.PREAMBLE, "newtheorem": environments.new_theorem}
_KNOWN = frozenset(_HANDLERS) | frozenset(environments.OPENERS)
_WORD = waiting(r"\\([A-Za-z@]+)|\\.|%+[ \t]*([^\s%][^\n]*)?", re.S)


def read(raw: str, name: str, beside: Beside | None = None) -> Document:
    r"""Read LaTeX.

    Args:
        raw: the file's decoded content, with or without a preamble.
        name: what reports call it.
        beside: gives the text of a file in the document's folder (`\input`, `.bib`); None where there is no folder.

    Returns:
        The document: body first, then the notes' texts. Citations are marks whose targets are the citation keys; the
        works that the bibliography describes are its records. Files that cannot be had are in `unread`.
    """
    files = Files(raw, name, beside)
    flat = Expander(files, _KNOWN).flat(raw)
    renderer = Renderer(flat, Library(files, flat), options(flat), _HANDLERS)
    _preamble(renderer)
    renderer.run(flat.body, len(flat.text))
    renderer.out.finish()
    body_end = renderer.out.length
    renderer.write_notes()
    _records(renderer, body_end)
    assembly = renderer.out.assembly
    assembly.unread += files.unread
    parts = files.parts if len(files.parts) > 1 else ()
    return assembly.document(files.raw, name, "latex", renderer.metadata, parts)


def _preamble(renderer: Renderer) -> None:
    at = 0
    while (found := _WORD.search(renderer.text, at, renderer.flat.body)) is not None:
        if found[2]:
            renderer.out.comment(found[2].strip(), alone=True)
        handler = _BEFORE_THE_BODY.get(found[1] or "")
        at = found.end()
        if handler is not None:
            at = max(at, handler(renderer, found[1], found.start(), at))


def _records(renderer: Renderer, at: int) -> None:
    """The works that are cited and that no entry of the text prints."""
    records = renderer.out.assembly.records
    printed = {record.id for record in records}
    for key in renderer.cited:
        item = renderer.library.item(key) if key not in printed else None
        if item is not None:
            records.append(Record(key, Span(at, at), item))
