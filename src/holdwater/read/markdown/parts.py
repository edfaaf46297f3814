"""Lists of notes and works that no Markdown heading opens: below a bare line "Notes", or at the end of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from holdwater.document import BlockKind, Part
from holdwater.patterns import waiting
from holdwater.read.assembly import Setting
from holdwater.read.headings import part_named
from holdwater.read.listed import cited_in, is_list_of_works, is_work
from holdwater.read.markdown.blocks import Leaf
from holdwater.read.markdown.notes import entry_at, entry_starts

DEEPEST = 7
"""The level of a part that no heading opens: any heading ends it."""

ATTRIBUTES = waiting(r"[ \t]+\{[#.-][^{}]{0,300}\}$")
"""What pandoc and others write behind a heading."""

_NAMED = waiting(r"(?:\*\*|__)?([^*_:\n]{3,60}):?(?:\*\*|__)?:?\Z")
_LONGEST_LINE = 70
_LONGEST_NAME = 40
_MOST_BELOW = 5  # blocks that may stand below a list
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A numbered line: the number, its words, and the leaf that it stands in."""

    number: int
    words: str
    leaf: int


def settle_parts(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves of a file, with bare lines that name a list as headings, and an unnamed list's leaves in its part."""
    settled = [_as_heading(leaf) if _names_list(leaves, index) else leaf for index, leaf in enumerate(leaves)]
    if any(_opens_part(leaf) for leaf in settled):
        return settled
    for index in _unnamed_list(settled):
        leaf = settled[index]
        settled[index] = replace(leaf, setting=replace(leaf.setting, part=Part.REFERENCES))
    return settled


def opened_part(leaf: Leaf) -> tuple[Part, int] | None:
    """The part that a heading, or a paragraph such as "**Sources:**", opens, and its level; None for other leaves."""
    kind = leaf.setting.kind
    if kind is BlockKind.HEADING:
        named = part_named(ATTRIBUTES.sub("", leaf.source.text).strip("*_"))
        return (named, leaf.setting.level) if named else None
    named = _named(leaf) if kind is BlockKind.PARAGRAPH else None
    return (named, DEEPEST) if named else None


def numbers_of(leaf: Leaf) -> list[int]:
    """The numbers of the entries that a leaf holds."""
    return [entry.number for entry in _entries(leaf, 0)]


def _named(leaf: Leaf) -> Part | None:
    """The part that a paragraph such as "**Sources:**" opens, which has no heading's form, or its entries after it."""
    line, _, rest = leaf.source.text[:200].partition("\n")
    below = entry_starts(rest) if rest else []
    if len(line) > _LONGEST_LINE or (rest and not below) or (line[-1:] not in ":*_" and below[:1] != [0]):
        return None
    found = _NAMED.match(line)
    return part_named(found[1]) if found else None


def _as_heading(leaf: Leaf) -> Leaf:
    return replace(leaf, setting=Setting(BlockKind.HEADING, level=DEEPEST))


def _is_plain(leaf: Leaf) -> bool:
    return leaf.note is None and not leaf.setting.quoted and leaf.syntax == "inline"


def _names_list(leaves: Sequence[Leaf], index: int) -> bool:
    """Whether a paragraph is nothing but a list's name ("Notes"), and the list follows."""
    leaf = leaves[index]
    text = leaf.source.text.strip() if leaf.setting.kind is BlockKind.PARAGRAPH and _is_plain(leaf) else ""
    if not text or len(text) > _LONGEST_NAME or index + 1 == len(leaves) or part_named(text) is None:
        return False
    following = leaves[index + 1]
    if not _is_plain(following):
        return False
    found = _entries(following, index + 1)
    if found:
        return found[0].number == 1
    return following.setting.kind is BlockKind.LIST_ITEM and is_work(following.source.text)


def _opens_part(leaf: Leaf) -> bool:
    """Whether a leaf names a part, as a heading or in bold type: the file then says where its lists are."""
    text = leaf.source.text[:200].partition("\n")[0].strip(" *_:#")
    named = leaf.setting.kind is BlockKind.HEADING or leaf.source.text[:2] in ("**", "__") or text[-1:] == ":"
    return named and len(text) < 2 * _LONGEST_NAME and part_named(text) is not None


def _unnamed_list(leaves: Sequence[Leaf]) -> range:
    """The leaves of the list of works that ends a file; none where what ends it is not plainly one."""
    last = len(leaves) - 1
    while last >= 0 and len(leaves) - last <= _MOST_BELOW + 1 and not _entries(leaves[last], last):
        last -= 1
    found: list[_Entry] = []
    first = last
    while first >= 0 and (entries := _entries(leaves[first], first)):
        found[:0] = entries
        first -= 1
        if entries[0].number == 1:
            break
    if not found:
        return range(0)
    body = [leaf.source.text for leaf in leaves[: first + 1] if leaf.setting.kind in _RUNNING and leaf.note is None]
    cited = cited_in("\n".join(body).replace("\\[", "[").replace("\\]", "]"))
    if not is_list_of_works([each.number for each in found], [each.words for each in found], cited):
        return range(0)
    return range(first + 1, last + 1)


def _entries(leaf: Leaf, index: int) -> list[_Entry]:
    """The entries that an item of a numbered list is, or the lines of a paragraph; none for any other leaf."""
    if not _is_plain(leaf) or leaf.setting.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return []
    text = leaf.source.text
    if leaf.number is not None:
        number = leaf.number.text.rstrip(".)")
        return [_Entry(int(number), text, index)] if number.isdecimal() and len(number) < 4 else []
    starts = entry_starts(text)
    if not starts or starts[0]:
        return []
    lines = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    heads = [(line, entry_at(line)) for line in lines]
    return [_Entry(head[0], line[head[1] :], index) for line, head in heads if head]
