"""A small writer of PDF for the tests: words at places, in the standard fonts, so that each feature can be set exactly.

Run it to write `texts/mill.pdf` anew: python tests/formats/make_pdf.py
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

TIMES, BOLD, ITALIC, HELVETICA, COURIER = "Times-Roman", "Times-Bold", "Times-Italic", "Helvetica", "Courier"
_FONTS = {TIMES: "F1", BOLD: "F2", ITALIC: "F3", HELVETICA: "F4", COURIER: "F5"}

_BY_WIDTH = {
    180: "'", 250: " .,", 278: "ijlt:;/", 333: "()[]-‘’frI!", 350: "•", 389: "sJ", 408: '"', 444: "acezéàèêëç“”?",
    500: "bdghknopquvxy0123456789*†‡§$–öüñóôú", 556: "FPSß", 564: "+=", 611: "ELTZÉ", 667: "BCR",
    722: "ADGHKNOQUVXYwÄÖÜ", 778: "m&", 833: "%", 889: "MÆ", 944: "W", 1000: "—…",
}  # fmt: skip
_WIDTHS = {char: wide for wide, chars in _BY_WIDTH.items() for char in chars}
"""Widths of Times-Roman in thousandths of its size, to set words one after the other."""


def width(text: str, size: float) -> float:
    """How wide a text is in Times."""
    return sum(_WIDTHS.get(char, 500) for char in text) * size / 1000


@dataclass
class Sheet:
    """A page in the making; places are points from its lower left corner."""

    wide: float = 612
    high: float = 792
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 11, font: str = TIMES, extra: str = "") -> float:
        """Set a text at a place; returns where it ends. `extra` are operators to go before it (a rise, a mode)."""
        self.content.append(f"BT /{_FONTS[font]} {size} Tf {extra} 1 0 0 1 {x:.2f} {y:.2f} Tm ({_escaped(text)}) Tj ET")
        return x + width(text, size)

    def turned(self, x: float, y: float, text: str, size: float = 11) -> None:
        """Set a text that runs upward."""
        self.content.append(f"BT /F1 {size} Tf 0 1 -1 0 {x:.2f} {y:.2f} Tm ({_escaped(text)}) Tj ET")

    def line(self, x: float, y: float, text: str, size: float = 11, font: str = TIMES) -> float:
        """Set a line in which `^67^` is a small raised mark; returns where it ends."""
        for index, piece in enumerate(text.split("^")):
            if not piece:
                continue
            x = (
                self.put(x, y + 0.36 * size, piece, round(0.65 * size, 1))
                if index % 2
                else self.put(x, y, piece, size, font)
            )
        return x

    def lines(self, x: float, y: float, texts: Iterable[str], size: float = 11, leading: float = 14) -> float:
        """Set lines one below the other; returns the height of the line that would come next."""
        for text in texts:
            self.line(x, y, text, size)
            y -= leading
        return y

    def link(self, box: tuple[float, float, float, float], address: str) -> None:
        """Make an area of the page a link."""
        self.links.append((box, address))


def _escaped(text: str) -> str:
    """The text as a PDF string in Windows' western encoding, octal beyond ASCII; \\x80 to \\x9f stay."""
    data = b"".join(bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode("cp1252") for char in text)
    return "".join(
        f"\\{byte:03o}" if byte > 126 or byte < 32 else ("\\" if chr(byte) in "()\\" else "") + chr(byte)
        for byte in data
    )


def wrapped(text: str, most: float, size: float = 11) -> list[str]:
    """A text cut into lines that are at most so wide."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def pdf(
    sheets: list[Sheet],
    info: dict[str, str] | None = None,
    labels: str = "",
    to_unicode: str = "",
) -> bytes:
    """The file of these sheets.

    Args:
        sheets: its pages.
        info: its information dictionary: Title, Author, CreationDate.
        labels: the page labels' number tree, as in "0 << /S /r >> 2 << /S /D >>".
        to_unicode: a CMap's lines that give Times-Roman's codes other letters, as in "<41> <FB01>".
    """
    objects: list[str] = ["", ""]  # the catalogue and the page tree come first

    def add(body: str) -> int:
        objects.append(body)
        return len(objects)

    cmap = ""
    if to_unicode:
        number = len(to_unicode.splitlines())
        content = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <FF> endcodespacerange\n{number} beginbfchar\n{to_unicode}\nendbfchar\n"
            "endcmap end end"
        )
        cmap = f"/ToUnicode {add(_stream(content))} 0 R"
    fonts = {
        named: add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding"
            f" {cmap if font == TIMES else ''} >>"
        )
        for font, named in _FONTS.items()
    }
    resources = "<< /Font << " + " ".join(f"/{named} {number} 0 R" for named, number in fonts.items()) + " >> >>"
    kids = []
    for sheet in sheets:
        content = add(_stream("\n".join(sheet.content)))
        links = " ".join(f"{add(_link(box, address))} 0 R" for box, address in sheet.links)
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.wide} {sheet.high}] /Rotate {sheet.rotate} "
                f"/Resources {resources} /Contents {content} 0 R /Annots [{links}] >>"
            )
        )
    named = f"/PageLabels << /Nums [ {labels} ] >>" if labels else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {named} >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    about = add("<< " + " ".join(f"/{key} ({_escaped(value)})" for key, value in (info or {}).items()) + " >>")
    return assembled(objects, about)


def _link(box: tuple[float, float, float, float], address: str) -> str:
    left, bottom, right, top = box
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] /Border [0 0 0] "
        f"/A << /S /URI /URI ({address}) >> >>"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def assembled(objects: list[str], info: int = 0) -> bytes:
    """A file of objects, the first of them its catalogue."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    about = f"/Info {info} 0 R" if info else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {about} >>\nstartxref\n{at}\n%%EOF\n".encode()
    return bytes(out)


def mill() -> bytes:
    """The text that every format has, on one page with its notes at the foot."""
    sheet = Sheet()
    sheet.put(72, 700, "The mill at Oberau", 18, BOLD)
    y = sheet.lines(
        72,
        668,
        [
            "The mill at Oberau burned in 1987^1^ and was never rebuilt. The council had been warned",
            "twice, “in plain words and in writing,”^2^ that the wheel was unsafe.",
        ],
    )
    y = sheet.lines(72, y - 8, ["Anna Roe writes in her history of the valley:"])
    y = sheet.lines(
        100,
        y - 8,
        [
            "The wheel turned for two hundred years, and nobody counted what it cost the",
            "people who kept it turning.^3^",
        ],
        size=10,
        leading=13,
    )
    y = sheet.lines(
        100, y - 8, ["When it stopped, the valley was silent for the first time in living", "memory."], 10, 13
    )
    y = sheet.lines(72, y - 8, ["Three things followed:"])
    for item in ("the school closed,", "the road was moved, and", "the river was given back to the fish."):
        sheet.put(80, y - 4, "•")
        sheet.put(92, y - 4, item)
        y -= 18
    sheet.lines(72, y - 8, ["Of 412 inhabitants, 9 stayed.^4^ An area of 30 m^2^ is all that is left of it."])
    sheet.content.append("72 190 m 200 190 l S")
    y = 176.0
    for number, note in enumerate(
        (
            "Valley Record, 4 March 1987, p. 2.",
            "Letter of the inspector to the council, 12 May 1986.",
            "Anna Roe, The Quiet Valley (Oberau, 1994), p. 17.",
            "Census of 1991, table 6.",
        ),
        start=1,
    ):
        y = sheet.lines(72, y, [f"^{number}^ {note}"], size=9, leading=12)
    sheet.put(303, 40, "1", 10)
    return pdf([sheet], {"Title": "The mill at Oberau", "Author": "Jane Doe", "CreationDate": "D:20240305120000Z"})


if __name__ == "__main__":
    Path(__file__).with_name("texts").joinpath("mill.pdf").write_bytes(mill())
