"""E-mail in plain text: headers, quotation depth, signatures."""

from __future__ import annotations

from reading_checks import assert_sound, misplaced

from holdwater.document import BlockKind, Document, Part
from holdwater.read.plain import read as read_plain

MESSAGE = """\
From: Jane Doe <doe@mill.test>
To: council@oberau.test
Subject: The wheel
Date: Mon, 2 March 1987 10:00:00 +0100
Message-ID: <1@mill.test>

Dear all,

On 1 March 1987, A. Roe wrote:

> The wheel has been unsafe for a year, and nobody has been told of it
> by the council.
>
>> I asked twice.

That is not so.

--
Jane Doe
Mill Road 1
"""


def read(raw: str) -> Document:
    document = read_plain(raw, "mail.txt")
    assert_sound(document)
    assert misplaced(document, raw) == []
    return document


def body(document: Document) -> list[tuple[str, int]]:
    return [
        (" ".join(block.span.of(document.text).split())[:30], block.quoted)
        for block in document.blocks
        if block.part is Part.BODY
    ]


def test_the_body_of_a_message_is_what_was_written_and_quoted() -> None:
    assert body(read(MESSAGE)) == [
        ("Dear all,", 0),
        ("On 1 March 1987, A. Roe wrote:", 0),
        ("The wheel has been unsafe for ", 1),
        ("I asked twice.", 2),
        ("That is not so.", 0),
    ]


def test_the_header_gives_title_author_and_date() -> None:
    metadata = read(MESSAGE).metadata
    assert metadata["title"] == "The wheel"
    assert metadata["author"] == "Jane Doe <doe@mill.test>"
    assert metadata["date"].startswith("Mon, 2 March 1987")


def test_a_signature_is_furniture() -> None:
    last = read(MESSAGE).blocks[-1]
    assert (last.kind, last.part) == (BlockKind.FURNITURE, Part.NAVIGATION)


def test_a_forwarded_message_loses_its_header_too() -> None:
    document = read(
        MESSAGE + "\n-----Original Message-----\nFrom: A. Roe\nSent: 1 March\nSubject: Wheel\n\nIt is unsafe.\n"
    )
    assert body(document)[-1] == ("It is unsafe.", 0)


def test_two_fields_alone_are_no_header() -> None:
    document = read("From: the beginning of things\nTo: their end, a history of the mill.\n\nText follows here.\n")
    assert all(block.part is Part.BODY for block in document.blocks)
