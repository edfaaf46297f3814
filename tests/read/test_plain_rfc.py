"""The layout of RFCs: pages, front matter, references, code. The texts are made up."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from holdwater.document import BlockKind, Document, Part
from holdwater.read.plain import read

HEADER = """\





Network Working Group                                           T. Renn
Request for Comments: 9999                            Aldermere Waterworks
Category: Informational                                        H. Voss
                                                          St Osyth School
                                                             June 1982


               A Protocol for the Opening of Sluices
                     over Unreliable Water

Status of This Memo

   This memo provides information for the water community.  It does not
   specify a standard of any kind.

Abstract

   This document describes how a sluice is opened.

Table of Contents

   1.  Introduction ....................................................2
   2.  References ......................................................3

"""

BODY = """\
1.  Introduction

   A sluice that is opened in one place has to be closed in another one
   [RFC2119], and the order of the two matters more than anything that



Renn & Voss                  Informational                      [Page 1]
\f
RFC 9999                  Opening of Sluices                   June 1982


   was thought of when the first sluice was built on the river.

   RFC 1958 says of the matter:

      The principle of constant change is perhaps the only principle of
      the water that should survive indefinitely.

   The state of the valve is set out below.

         0                   1
         0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        |             Valve             |
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+

"""

REFERENCES = """\
2.  References

2.1.  Normative References

   [RFC2119]  Bradner, S., "Key words for use in RFCs to Indicate
              Requirement Levels", BCP 14, RFC 2119, March 1997.

   [VALVE-1]
              Pell, W., "Valves", RFC 8888, May 1955.

2.2.  Informative References

   [PUMPS]    Marsh, E., "Pumps", RFC 7777,


Renn & Voss                  Informational                      [Page 2]
\f
RFC 9999                  Opening of Sluices                   June 1982


              June 1931.

Authors' Addresses

   Tobias Renn
   Gallows Hill
"""

TEXT = HEADER + BODY + REFERENCES


def blocks(document: Document, kind: BlockKind, part: Part | None = None) -> list[str]:
    return [
        block.span.of(document.text)
        for block in document.blocks
        if block.kind is kind and (part is None or block.part is part)
    ]


def test_a_sentence_runs_on_across_a_page_break() -> None:
    assert "more than anything that\nwas thought of when" in read(TEXT, "rfc9999.txt").text


def test_running_heads_and_feet_are_cut_and_the_pages_kept() -> None:
    document = read(TEXT, "rfc9999.txt")
    assert "[Page" not in document.text
    assert "Opening of Sluices   " not in document.text
    assert document.page_at(document.text.index("A sluice that")) == "1"
    assert document.page_at(document.text.index("was thought of")) == "2"
    assert document.page_at(document.text.index("Tobias Renn")) == "3"


def test_a_new_paragraph_after_a_page_break_stays_one() -> None:
    text = TEXT.replace("more than anything that\n", "more than it.\n").replace("   was thought", "   It was thought")
    assert "more than it.\n\nIt was thought" in read(text, "rfc9999.txt").text


def test_the_head_says_number_title_date_and_authors() -> None:
    assert read(TEXT, "rfc9999.txt").metadata == {
        "rfc": "9999",
        "title": "A Protocol for the Opening of Sluices over Unreliable Water",
        "date": "June 1982",
        "author": "T. Renn; H. Voss",
    }


def test_the_header_and_the_contents_are_furniture_of_the_front() -> None:
    furniture = blocks(read(TEXT, "rfc9999.txt"), BlockKind.FURNITURE, Part.FRONT)
    assert furniture[0].startswith("Network Working Group")
    assert "1.  Introduction ...." in furniture[-1]


def test_the_status_of_the_memo_is_front_matter_and_the_introduction_is_not() -> None:
    document = read(TEXT, "rfc9999.txt")
    assert any("water community" in text for text in blocks(document, BlockKind.PARAGRAPH, Part.FRONT))
    assert any("A sluice that" in text for text in blocks(document, BlockKind.PARAGRAPH, Part.BODY))


def test_each_reference_is_a_block_with_its_label() -> None:
    entries = blocks(read(TEXT, "rfc9999.txt"), BlockKind.REFERENCE, Part.REFERENCES)
    assert [entry.split("]")[0] + "]" for entry in entries] == ["[RFC2119]", "[VALVE-1]", "[PUMPS]"]


def test_a_reference_runs_on_across_a_page_break() -> None:
    entries = blocks(read(TEXT, "rfc9999.txt"), BlockKind.REFERENCE)
    assert entries[2].split() == '[PUMPS] Marsh, E., "Pumps", RFC 7777, June 1931.'.split()


def test_what_follows_the_references_is_none() -> None:
    assert any("Tobias Renn" in text for text in blocks(read(TEXT, "rfc9999.txt"), BlockKind.PARAGRAPH, Part.BODY))


OLDER = [
    "[1] Marsh, E., {}",
    "[1]  Marsh, E., {}",
    "1. Marsh, E., {}",
    "(1) Marsh, E., {}",
    "[Marsh31] {}",
    "Marsh, E., {}",
]


@pytest.mark.parametrize("shape", OLDER)
@pytest.mark.parametrize(
    "heading", ["References", "REFERENCES", "8. References:", "Bibliography", "Appendix A. References"]
)
def test_references_of_older_shapes_are_blocks_too(shape: str, heading: str) -> None:
    first = shape.format('"Pumps", RFC 777,\n       June 1931.')
    second = shape.replace("1", "2").format('"Valves", May 1955.')
    text = f"{HEADER}{BODY}{heading}\n\n   {first}\n\n   {second}\n\nSecurity Considerations\n\n   There are none.\n"
    entries = blocks(read(text, "rfc9999.txt"), BlockKind.REFERENCE)
    assert [entry.split('"')[1] for entry in entries] == ["Pumps", "Valves"]


def test_bracketed_citations_stay_in_the_text_and_are_no_note_marks() -> None:
    document = read(TEXT, "rfc9999.txt")
    assert "another one\n[RFC2119], and" in document.text
    assert document.marks == ()


def test_a_packet_is_drawn_and_not_written() -> None:
    assert any("| " in text or "|   " in text for text in blocks(read(TEXT, "rfc9999.txt"), BlockKind.CODE))


def test_an_inset_is_a_quotation_only_after_words_that_introduce_another_text() -> None:
    plain = TEXT.replace("RFC 1958 says of the matter:", "There is more to it.")
    assert len(blocks(read(TEXT, "rfc9999.txt"), BlockKind.QUOTE)) == 1
    assert blocks(read(plain, "rfc9999.txt"), BlockKind.QUOTE) == []


def test_an_inset_under_a_term_and_its_reference_is_no_quotation() -> None:
    listed = TEXT.replace("RFC 1958 says of the matter:", "Valve Reports [RFC1958]:")
    assert blocks(read(listed, "rfc9999.txt"), BlockKind.QUOTE) == []


def test_a_module_between_begin_and_end_is_code() -> None:
    module = "   VALVE DEFINITIONS ::= BEGIN\n\n   -- The state of a valve is described here.\n\n   END\n\n"
    document = read(TEXT.replace("2.  References\n\n2.1", module + "2.  References\n\n2.1"), "rfc9999.txt")
    assert any("The state of a valve" in text for text in blocks(document, BlockKind.CODE))
    assert len(blocks(document, BlockKind.REFERENCE)) == 3


def test_a_module_that_never_ends_stops_at_the_next_section() -> None:
    module = "   VALVE DEFINITIONS ::=\n\n"
    document = read(TEXT.replace("2.  References\n\n2.1", module + "2.  References\n\n2.1"), "rfc9999.txt")
    assert len(blocks(document, BlockKind.REFERENCE)) == 3


def test_a_text_that_only_speaks_of_a_request_for_comments_is_no_rfc() -> None:
    document = read("The council sent out a\nRequest for Comments in 1982, and had none.\n", "a.txt")
    assert "rfc" not in document.metadata


DATA = Path(os.environ.get("HOLDWATER_DATA", Path(__file__).parents[2].parent / "shared" / "data")) / "rfc" / "txt"


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="the evaluation data is not here")
def test_real_rfcs_have_references_and_no_note_marks() -> None:
    without = []
    for path in sorted(DATA.glob("rfc8*0.txt.gz"))[:12]:
        document = read(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), path.name)
        assert not [mark for mark in document.marks if not mark.ambiguous], path.name
        assert "title" in document.metadata, path.name
        without += [path.name] if not blocks(document, BlockKind.REFERENCE) else []
    assert without == []
