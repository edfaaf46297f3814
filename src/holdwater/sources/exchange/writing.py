"""Works written as a list, in one of the formats that reference managers read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from holdwater.patterns import waiting
from holdwater.sources.catalogue.model import Work
from holdwater.sources.exchange.model import ListFormat


def write_works(
    works: Iterable[Work],
    format: ListFormat | str,  # noqa: A002 - the word of the command line
    files: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """The text of a list of works, in their order.

    CSL-JSON holds a work whole. What BibTeX and RIS have no place for is said in `exchange/bibtex.py` and
    `exchange/ris.py`.

    Args:
        works: what to write.
        format: "csl-json", "bibtex" (which BibLaTeX reads whole) or "ris".
        files: the paths of works' files, relative to where the list will stand, by the works' ids.

    Raises:
        ValueError: there is no such format.
    """
    named = files or {}
    items = [{**work.csl, "id": work.id, **_files(named.get(work.id, ()))} for work in works]
    match ListFormat(format):
        case ListFormat.CSL_JSON:
            return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"
        case ListFormat.BIBTEX:
            from holdwater.sources.exchange.bibtex import bibtex_of

            return bibtex_of([_sound(item) for item in items])
        case ListFormat.RIS:
            from holdwater.sources.exchange.ris import ris_text

            return ris_text([_sound(item) for item in items])


def _files(paths: Sequence[str]) -> dict[str, object]:
    return {"files": list(paths)} if paths else {}


_CONTROL = waiting(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef]")


def _sound(item: Mapping[str, object]) -> dict[str, object]:
    """The item without characters that no list can hold."""
    cleaned = {name: _cleaned(value) for name, value in item.items()}
    return {name: value for name, value in cleaned.items() if value is not None}


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, Mapping):
        return {name: _cleaned(one) for name, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, list) else value
