"""One long article of our own, written in several formats: headings, notes, citations, quotations, lists, emphasis."""

from __future__ import annotations

import random
import textwrap
import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

_SEED = 1815
_SYLLABLES = "wa ter mill stone ri ver bor ough pi pe clay to wer en gine har bour lan tern field".split()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's words in pieces: `kind` says how it is set, each piece how it is."""

    kind: str  # heading, text, quote, item
    pieces: tuple[tuple[str, str], ...]  # (how, words): plain, emphasis, strong, note, cite, link


def article(characters: int) -> list[Paragraph]:
    """Paragraphs of about so many characters in all, from a fixed seed."""
    chance = random.Random(_SEED)
    words = ["".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((1, 2, 2, 3)))) for _ in range(4000)]
    found: list[Paragraph] = []
    while characters > 0:
        paragraph = _paragraph(chance, words, len(found))
        characters -= sum(len(text) for _, text in paragraph.pieces)
        found.append(paragraph)
    return found


def _paragraph(chance: random.Random, words: list[str], number: int) -> Paragraph:
    if number % 12 == 0:
        return Paragraph("heading", (("plain", _words(chance, words, 4).capitalize()),))
    kind = ("text", "text", "text", "text", "quote", "item")[chance.randrange(6)]
    pieces: list[tuple[str, str]] = []
    for _ in range(chance.randint(2, 6)):
        pieces.append(("plain", _words(chance, words, chance.randint(9, 20)).capitalize() + ". "))
        how = chance.choice(("emphasis", "strong", "note", "note", "cite", "link", "plain", "plain"))
        amount = 12 if how == "note" else 2
        pieces.append((how, f"key{chance.randrange(60)}" if how == "cite" else _words(chance, words, amount)))
        pieces.append(("plain", f", {_words(chance, words, 5)} in {chance.randint(1800, 2020)}. "))
    return Paragraph(kind, tuple(pieces))


def _words(chance: random.Random, words: list[str], number: int) -> str:
    return " ".join(chance.choices(words, k=number))


def markdown(paragraphs: list[Paragraph]) -> bytes:
    """The article in Markdown, its notes at the end."""
    notes: list[str] = []

    def piece(how: str, text: str) -> str:
        if how == "note":
            notes.append(text)
            return f"[^{len(notes)}]"
        return {"emphasis": f"*{text}*", "strong": f"**{text}**", "cite": f"[@{text}, p. 4]",
                "link": f"[{text}](https://example.org/{len(text)})"}.get(how, text)  # fmt: skip

    lead = {"heading": "## ", "quote": "> ", "item": "- ", "text": ""}
    body = [lead[one.kind] + "".join(piece(*each) for each in one.pieces) for one in paragraphs]
    return "\n\n".join([*body, *(f"[^{n}]: {text}." for n, text in enumerate(notes, 1))]).encode()


def latex(paragraphs: list[Paragraph]) -> bytes:
    """The article in LaTeX."""

    def piece(how: str, text: str) -> str:
        return {
            "emphasis": rf"\emph{{{text}}}",
            "strong": rf"\textbf{{{text}}}",
            "cite": rf"\parencite[4]{{{text}}}",
            "note": rf"\footnote{{{text}.}}",
            "link": rf"\href{{https://example.org}}{{{text}}}",
        }.get(how, text)

    frames = {"heading": "\\section{%s}", "quote": "\\begin{quote}\n%s\n\\end{quote}", "text": "%s",
              "item": "\\begin{itemize}\n\\item %s\n\\end{itemize}"}  # fmt: skip
    body = [frames[one.kind] % "".join(piece(*each) for each in one.pieces) for one in paragraphs]
    head = "\\documentclass{article}\n\\title{An article}\n\\begin{document}\n"
    return (head + "\n\n".join(body) + "\n\\end{document}\n").encode()


_DENSE = (
    "The wheel turned for two hundred years, and nobody counted what it cost the people who kept it turning.",
    r"Anna Roe's history (see~\cite[p.~4]{roe}) says that ``it never stopped'' until the summer of \emph{1987}.",
    r"About $10\,\%$ of the 412 inhabitants stayed\footnote{Census of 1991, table~6.} --- or so the report claims.",
    r"It was \enquote{never rebuilt} \parencite[12--15]{doe}, and in the end the road was moved to the other bank.",
    "When it stopped, the valley was silent for the first time in living memory, and the river went to the fish.",
)


def dense_latex(paragraphs: int) -> bytes:
    """LaTeX with a command about every sixty characters, of so many paragraphs of some five hundred characters."""
    paragraph = "\n".join(textwrap.wrap(" ".join(_DENSE), 90))
    sections = (
        "\n\n".join([f"\\section{{Part {start // 10 + 1}}}", *[paragraph] * min(10, paragraphs - start)])
        for start in range(0, paragraphs, 10)
    )
    body = "\n\n".join(sections)
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n".encode()


def plain(paragraphs: list[Paragraph]) -> bytes:
    """The article as plain text, one line a paragraph, note marks in brackets and the notes at the end."""
    notes: list[str] = []

    def piece(how: str, text: str) -> str:
        if how == "note":
            notes.append(text)
            return f"[{len(notes)}]"
        return text

    body = ["".join(piece(*each) for each in one.pieces) for one in paragraphs]
    return "\n\n".join([*body, "Notes", *(f"[{n}] {text}." for n, text in enumerate(notes, 1))]).encode()


_WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(paragraphs: list[Paragraph]) -> bytes:
    """The article as Word saves it: runs with properties, footnotes in a part of their own."""
    notes: list[str] = []

    def run(text: str, properties: str = "") -> str:
        fonts = '<w:rFonts w:ascii="Times" w:hAnsi="Times"/><w:sz w:val="22"/>'
        words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
        return f'<w:r w:rsidR="00A1"><w:rPr>{fonts}{properties}</w:rPr>{words}</w:r>'

    def piece(how: str, text: str) -> str:
        if how == "note":
            notes.append(text)
            mark = f'<w:footnoteReference w:id="{len(notes) + 1}"/>'
            return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{mark}</w:r>'
        return run(text, {"emphasis": "<w:i/>", "strong": "<w:b/>"}.get(how, ""))

    style = {"heading": "Heading1", "quote": "Quote", "item": "ListParagraph", "text": "BodyText"}
    body = "".join(
        f'<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="{style[one.kind]}"/></w:pPr>'
        + "".join(piece(*each) for each in one.pieces)
        + "</w:p>"
        for one in paragraphs
    )
    feet = "".join(f'<w:footnote w:id="{n}"><w:p>{run(text)}</w:p></w:footnote>' for n, text in enumerate(notes, 2))
    return _packed(
        {
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {_WORD_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(("footnotes", "footnotes.xml")),
            "word/footnotes.xml": f"<w:footnotes {_WORD_NAMES}>{feet}</w:footnotes>",
        }
    )


def _relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{path}"/>' for n, (kind, path) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def _packed(parts: dict[str, str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
