"""Links of wikitext: to pages, to files with their captions, to other sites."""

from __future__ import annotations

import re
from dataclasses import replace

from holdwater.document import BlockKind, MarkKind
from holdwater.patterns import waiting
from holdwater.read.wikitext.pieces import Piece
from holdwater.read.wikitext.writing import Writing

_FILES = frozenset(
    "file image datei bild fichier archivo imagen immagine bestand afbeelding ficheiro imagem arquivo plik файл"
    " изображение media".split()
)
_CATEGORIES = frozenset("category kategorie catégorie categoría categoria categorie kategoria категория".split())
_LANGUAGE = waiting(r"[a-z]{2,3}(?:-[a-z]{2,10})?|simple|commons|wikidata")
_OPTION = waiting(
    r"(?:thumb(?:nail)?|frame[d]?|frameless|border|left|right|center|centre|none|upright|baseline|middle|sub|super"
    r"|text-top|text-bottom|top|bottom|mini(?:atur)?|hochkant|rechts|links|zentriert|ohne|gerahmt|rahmenlos"
    r"|vignette|gauche|droite|centré|néant|redresse|cadre|miniatura?|miniaturadeimagen|derecha|izquierda|centro"
    r"|destra|sinistra|miniatuur|direita|esquerda|mały|lewo|prawo|мини|слева|справа"
    r"|(?:upright|redresse|hochkant|verticale)\s*=?\s*[\d.,]*|x?\d+(?:x\d+)?\s*px"
    r"|(?:alt|link|lang|page|class|thumb|lien|start|thumbtime|loop|muted|seite|verweis|alternativtext)\s*=.*)",
    re.I | re.S,
)
_SHOWN = waiting(
    r"thumb(?:nail)?|framed?|mini(?:atur)?|gerahmt|vignette|cadre|miniatura?|miniaturadeimagen|miniatuur|мини|thumb=.*"
)
_DISAMBIGUATION = waiting(r"\s*\([^()]*\)\s*$|,.*$", re.S)
_EXTERNAL = waiting(r"\[([^\s\]<>\[]{1,4000})([ \t\u00a0]*)")
_NO_TARGET = waiting(r"[\[\]{}<>\n]")


def internal(writer: Writing, piece: Piece) -> None:
    """Write a link between double brackets: its words, a file's caption, or nothing for a category."""
    first = piece.parts[0]
    target = writer.raw[slice(*first)].strip()
    space, colon, _ = target.partition(":")
    space = space.strip().lower()
    if colon and space in _FILES:
        _file(writer, piece)
        return
    if colon and (space in _CATEGORIES or (len(piece.parts) == 1 and _LANGUAGE.fullmatch(space))):
        return
    if not target or _NO_TARGET.search(target):
        writer.pen.words(piece.start, piece.start + 2)
        writer.write(piece.inner, piece.inner_end, by_line=False)
        writer.pen.words(piece.inner_end, piece.end)
        return
    mark = writer.pen.open(MarkKind.LINK, target.lstrip(":"))
    _label(writer, piece, first)
    writer.pen.close(mark)


def _label(writer: Writing, piece: Piece, first: tuple[int, int]) -> None:
    """Write what a link shows: its words, or its target, shortened where the bar has nothing after it."""
    start, end = first
    if len(piece.parts) > 1:
        words = piece.parts[1][0], piece.inner_end
        if writer.raw[slice(*words)].strip():
            writer.write(*words, by_line=False)
            return
        end = start + len(_DISAMBIGUATION.sub("", writer.raw[start:end]))
        start += writer.raw[start:end].rfind(":") + 1
    lead = len(writer.raw[start:end]) - len(writer.raw[start:end].lstrip(": "))
    writer.write(start + lead, end, by_line=False)


def _file(writer: Writing, piece: Piece) -> None:
    """A picture: its caption is a block of its own, before the paragraph or after it."""
    options = [part for part in piece.parts[1:] if writer.raw[slice(*part)].strip()]
    words = [part for part in options if not _OPTION.fullmatch(writer.raw[slice(*part)].strip()[:400])]
    shown = any(_SHOWN.fullmatch(writer.raw[slice(*part)].strip()[:40].lower()) for part in options)
    if not words or not (shown or _alone(writer.raw, piece)):
        return
    if writer.held[-1].fixed:
        writer.pen.gap()
        writer.write(*words[-1], by_line=False)
        writer.pen.gap()
    elif writer.pen.assembly.fresh:
        writer.block_within(*words[-1], replace(writer.setting(BlockKind.CAPTION), quoted=0))
        writer.open()
    else:
        writer.layout.captions.append(words[-1])


def _alone(raw: str, piece: Piece) -> bool:
    """Whether a picture has its line for itself."""
    before, after = raw[max(0, piece.start - 40) : piece.start], raw[piece.end : piece.end + 40]
    return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()


def external(writer: Writing, at: int, end: int) -> int:
    """Write a link between single brackets, and say where it ends."""
    head = _EXTERNAL.match(writer.raw, at, end)
    close = _close(writer, head.end(), end) if head is not None else -1
    if head is None or close < 0:
        writer.pen.words(at, at + 1)
        return at + 1
    mark = writer.pen.open(MarkKind.LINK, head[1])
    if writer.raw[head.end() : close].strip():
        writer.write(head.end(), close, by_line=False)
    else:
        writer.pen.words(head.start(1), head.end(1))
    writer.pen.close(mark)
    return close + 1


_CLOSE = waiting(r"\]|\n|\[\[|\{\{|<!--|<[A-Za-z]")


def _close(writer: Writing, at: int, end: int) -> int:
    """Where the bracket that ends an external link stands, on the same line; -1 if there is none."""
    if at < writer.layout.unclosed_to:
        return -1
    while (token := _CLOSE.search(writer.raw, at, end)) is not None:
        if token[0] == "]":
            return token.start()
        if token[0] == "\n":
            break
        at = writer.past(token)
    writer.layout.unclosed_to = token.start() if token is not None else end
    return -1
