"""Citations that reference managers and Word itself keep in fields: which works, where in them, described how."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from holdwater.document import Record, Span
from holdwater.patterns import waiting
from holdwater.read.assembly import free_id
from holdwater.read.docx.citavi import citavi_items
from holdwater.read.docx.endnote import endnote_items
from holdwater.read.docx.fields import arguments_of
from holdwater.read.docx.items import Item, located
from holdwater.read.docx.papers import papers_items

_MENDELEY = waiting(r"MENDELEY_CITATION_v[0-9]_")
_MAX_ITEMS = 500
_MAX_DEPTH = 16
_MAX_STRING = 2_000_000
_BAD = waiting(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


@dataclass(slots=True)
class Works:
    """The works that citations named so far, each with one id however often it is cited.

    `known` are Word's own sources by their tags, as CSL-JSON.
    """

    known: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _taken: Counter[str] = field(default_factory=Counter)

    def id_of(self, item: Item, at: int) -> str:
        """The id of the work that an item cites; its record is made, at offset `at`, when it is first met."""
        known = self._ids.get(item.identity)
        if known is not None:
            return known
        wanted = str(item.csl.get("citation-key") or item.csl.get("id") or "")[:100] or f"work-{len(self._ids) + 1}"
        id = self._ids[item.identity] = free_id(wanted, self._taken)  # noqa: A001 - the word of records
        if item.csl.keys() - {"id"}:
            self.records.append(Record(id, Span(at, at), {**item.csl, "id": id}))
        return id


def items_of(instruction: str, data: str, works: Works) -> list[Item]:
    """The works that a field's instruction cites; `data` is what the field carries beside it, in base64."""
    if instruction.lstrip()[:9].upper() == "CITATION ":
        return list(_word_items(instruction, works))
    if re.match(r"\s*ADDIN\s+EN\.CITE", instruction, re.I):
        return endnote_items(instruction + _decoded(data))[:_MAX_ITEMS]
    if re.match(r"\s*ADDIN\s+CitaviPlaceholder", instruction, re.I):
        found = _json(_decoded(instruction[instruction.find("{") + 1 :].rstrip().removesuffix("}")))
        return citavi_items(found)[:_MAX_ITEMS]
    if re.match(r"\s*ADDIN\s+PAPERS2_CITATIONS", instruction, re.I):
        return papers_items(instruction)[:_MAX_ITEMS]
    start = instruction.find("{")
    return _csl_items(_json(instruction[start:])) if start >= 0 else []


def items_of_tag(tag: str) -> list[Item]:
    """The works that a content control cites, by its tag; none where it is no citation."""
    head = _MENDELEY.match(tag)
    return _csl_items(_json(_decoded(tag[head.end() :]))) if head is not None else []


def is_citation_tag(tag: str) -> bool:
    """Whether a content control with this tag is a citation."""
    return _MENDELEY.match(tag) is not None


def _csl_items(found: object) -> list[Item]:
    listed = found.get("citationItems") if isinstance(found, dict) else None
    return [_csl_item(one) for one in listed[:_MAX_ITEMS] if isinstance(one, dict)] if isinstance(listed, list) else []


def _csl_item(one: dict[str, object]) -> Item:
    data = one.get("itemData")
    csl = data if isinstance(data, dict) else {}
    uris = one.get("uris")
    uri = uris[0] if isinstance(uris, list) and uris else one.get("uri")
    if not isinstance(uri, str) or not uri:
        bare = {key: value for key, value in csl.items() if key != "id"}
        uri = json.dumps(bare, sort_keys=True) if bare else str(one.get("id"))
    if "id" not in csl and one.get("id"):
        csl = {**csl, "id": one["id"]} if csl else {}
    return Item(uri, csl, located(str(one.get("label") or "page"), one.get("locator")))


def _word_items(instruction: str, works: Works) -> Iterator[Item]:
    """Word's own: `CITATION Tag \\p 4 \\m OtherTag \\p 7`."""
    arguments = arguments_of(instruction)
    tags: list[tuple[str, str, str]] = [(arguments.words[0], "", "")] if arguments.words else []
    for letter, value in arguments.switches:
        if letter == "m" and value:
            tags.append((value, "", ""))
        elif tags and letter in "pv":
            tag, page, volume = tags[-1]
            tags[-1] = (tag, value, volume) if letter == "p" else (tag, page, value)
    for tag, page, volume in tags[:_MAX_ITEMS]:
        locator = ", ".join(filter(None, (located("volume", volume), located("page", page))))
        yield Item(f"tag:{tag}", works.known.get(tag, {"id": tag}), locator)


def _decoded(data: str) -> str:
    """The text that base64 holds; "" where it is none."""
    packed = "".join(data.split())
    try:
        found = base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return ""
    return found.decode("utf-16-le" if found[1:2] == b"\0" else "utf-8", "replace").replace("\0", "")


def _json(text: str) -> object:
    """What JSON at the beginning of `text` says, cleaned; None where it is none."""
    try:
        found, _ = json.JSONDecoder(parse_constant=str).raw_decode(text.strip())
    except (ValueError, RecursionError):
        return None
    return _cleaned(found, _MAX_DEPTH)


def _cleaned(found: object, depth: int) -> object:
    """The same without control characters, half characters, and what lies too deep or runs too long."""
    if isinstance(found, str):
        return _BAD.sub(" ", found[:_MAX_STRING])
    if isinstance(found, dict) and depth:
        return {_BAD.sub(" ", key): _cleaned(value, depth - 1) for key, value in found.items()}
    if isinstance(found, list) and depth:
        return [_cleaned(value, depth - 1) for value in found]
    return found if isinstance(found, bool | int | float) else None
