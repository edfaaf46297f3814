"""The words of a link: a name of what it leads to, or a part of the sentence, whose numbers are the sentence's own."""

from __future__ import annotations

from collections.abc import Iterator

from holdwater.document import Span
from holdwater.patterns import waiting

_BEFORE = 24
_NAMED_BEFORE = waiting(r"[(\[]\s*(?:see |cf\. |via |source: )?$|\b(?:[Ss]ources?|[Ss]ee|[Vv]ia|[Cc]redit)\s?:?\s*$")
_WORD = waiting(r"[^\W\d_]{3,}")
_DIGIT_OR_NUMERAL = waiting(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|half|third)\b"
)
_BARE_YEAR = waiting(
    r"(?<!\bin )(?<!\bby )(?<!\bsince )(?<!\buntil )(?<!\bfrom )(?<!\bto )(?<!\bof )(?<!\bafter )(?<!\bbefore )"
    r"(?<!\d )(?<!ary )(?<!rch )(?<!ril )(?<!May )(?<!une )(?<!uly )(?<!ust )(?<!ber )(?<!, )\b(?:1[5-9]|20)\d\d\b"
)


def says_something(text: str, link: Span) -> bool:
    """Whether a link's words are running text with a number: "It has [419,000 trees](…)", not "[Survey 12](…)"."""
    words = link.of(text)
    if not _DIGIT_OR_NUMERAL.search(words) or words.startswith(("http", "www.", "doi")):
        return False
    if _NAMED_BEFORE.search(text, max(0, link.start - _BEFORE), link.start):
        return False
    found = _WORD.findall(words)
    small = sum(one[0].islower() for one in found)
    return 2 * small > len(found) if found else not _stands_alone(text, link)


def _stands_alone(text: str, link: Span) -> bool:
    """Whether digits alone are linked as a mark is: "… of trees [12](…)" behind a sentence's end or a bracket."""
    digits = link.of(text).strip("[]()^ ")
    before = text[max(0, link.start - 2) : link.start].rstrip()[-1:]
    marked = digits.isdigit() and (len(digits) < 3 or len(digits) == len("2019"))
    return marked or digits != link.of(text).strip() or bool(before and before in '.!?,;"”’')


def unread_in(text: str, link: Span) -> Iterator[Span]:
    """What is not read of a link's words that say something: years that stand by a name ("the 2019 report")."""
    for match in _BARE_YEAR.finditer(text, link.start, link.end):
        yield Span(*match.span())
