"""Small pieces of HTML. Everything from outside passes through `text`, `attributes` or `outward`."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from holdwater.findings.model import Status
from holdwater.match.model import EditKind
from holdwater.report.difference import Passage, Piece
from holdwater.report.visible import visible

LONGEST_ADDRESS = 2000
"""Characters of an address that is still made a link."""


def text(words: str) -> str:
    """Words from outside as HTML: escaped, and with every character that acts made visible."""
    return escape(visible(words), quote=True)


def element(name: str, content: str, **given: str | None) -> str:
    """An element around `content`, which is HTML already; attributes are escaped here (see `attributes`)."""
    return f"<{name}{attributes(**given)}>{content}</{name}>"


def attributes(**given: str | None) -> str:
    """Attributes as HTML; a final underscore is dropped (`class_`), others become hyphens, None leaves one out."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(value)}"' for name, value in given.items() if value is not None
    )


def joined(parts: Iterable[str], between: str = "") -> str:
    """The parts that are not empty, as one string."""
    return between.join(part for part in parts if part)


def outward(address: str) -> str | None:
    """An address that may become a link: http and https only; None for every other one."""
    plain = address.strip()
    web = plain[:8].lower().startswith(("http://", "https://"))
    printable = plain.isprintable() and not any(mark in plain for mark in "\"'<>`\\ ")
    return plain if web and printable and len(plain) <= LONGEST_ADDRESS else None


def link(address: str, content: str) -> str:
    """A link that leads out of the page and says nothing of it there; only the content if it may not be one."""
    href = outward(address)
    return element("a", content, href=href, rel="noopener noreferrer nofollow") if href else content


def slug(status: Status) -> str:
    """A status as the name of a class: "s-found-elsewhere"."""
    return f"s-{status.replace(' ', '-')}"


def difference(passage: Passage) -> str:
    """A passage with the difference marked: <del> is what the quotation leaves out, <ins> what it puts in."""
    before = element("span", text(passage.before), class_="context") if passage.before else ""
    after = "".join(map(_piece, passage.after))
    return before + "".join(map(_piece, passage.pieces)) + (element("span", after, class_="context") if after else "")


def _piece(piece: Piece) -> str:
    if piece.kind is EditKind.EQUAL:
        return text(piece.text)
    if not piece.loud:
        said = "left out, and said to be" if piece.kind is EditKind.OMIT else "put in, and said to be"
        return element("span", text(piece.text), class_="owned", title=said)
    name, title = ("del", "left out or replaced") if piece.kind is EditKind.OMIT else ("ins", "put in")
    return element(name, text(piece.text), title=f"{title}: {piece.change}")
