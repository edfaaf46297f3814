"""Works of several volumes, cited by volume and page: "2 vols. (London: Acme, 1892), 1:9", then "Report, 2:188".

Each volume that notes cite is a reference of its own, so that each can lead to its own file. A work counts as one of
several volumes where its description says so; elsewhere "12:3" is what the rest of the note makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from holdwater.document import Span
from holdwater.extract.ibidem import again_in
from holdwater.extract.model import Locator, Reference
from holdwater.extract.note_memory import NamedWork
from holdwater.extract.register import Register
from holdwater.patterns import waiting

_ROMAN = {
    numeral: number for number, numeral in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split(), 1)
}
_COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve"
_VOLUMES = waiting(rf"(?i),?\s(?:in\s)?(?:{_COUNT})\s(?:vols?\b\.?|volumes\b)")
_ONE_VOLUME = waiting(r"(?i),\svol(?:ume|\.)\s?(\d{1,2}|[ivx]{1,5})\b")
_PAGES = r"(?P<page>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)"
_CITED = waiting(rf",[”\"’']?\s(?P<volume>\d{{1,2}}|[IVX]{{1,5}}):{_PAGES}(?=\s?(?:[,;.)\]]|$|\((?!\d{{4}})))")
_NAMED = waiting(
    rf",[”\"’']?\s(?:vol\.|volume)\s(?P<volume>\d{{1,2}}|[ivxIVX]{{1,5}}),\s(?:pp?\.\s?)?{_PAGES}(?=\s?(?:[,;.)\]]|$))"
)


@dataclass
class _Work:
    """A work of several volumes: its description, the reference to the whole ("" until there is one), the volumes."""

    described: Reference
    whole: str
    volumes: dict[int, str] = field(default_factory=dict)


class NoteVolumes:
    """Keeps the volumes of each work that notes have cited."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._works: dict[str, _Work] = {}  # by the id of any reference to the work

    def of(self, named: NamedWork, text: str) -> Iterator[NamedWork]:
        """The volumes that a piece of a note cites of the work it names; the work as it is where it cites none."""
        cited = [*_CITED.finditer(text), *_NAMED.finditer(text)]
        work = self._works.get(named.reference)
        if work is None and cited:
            work = self._first(named)
        if work is None or (not cited and again_in(text)):
            yield named
        elif not cited:
            yield replace(named, reference=self._whole(work))
        for each in cited if work else ():
            volume = self._volume(work, _number(each["volume"]), named.span) if work else ""
            yield NamedWork(volume, named.span, Locator("page", each["page"]))

    def _first(self, named: NamedWork) -> _Work | None:
        """The work, cited by volume for the first time; None of one that is not said to have several volumes."""
        described = self._register.get(named.reference)
        one = _ONE_VOLUME.search(described.raw)
        if not one and not _VOLUMES.search(described.raw):
            return None
        new = not one and described.span.overlaps(named.span)
        work = _Work(described, "" if one or new else described.id)
        if one:
            work.volumes[_number(one[1])] = described.id
        self._works[described.id] = work
        return work

    def _whole(self, work: _Work) -> str:
        if not work.whole and _VOLUMES.search(work.described.raw):
            work.whole = self._register.add_part(work.described)
            self._works[work.whole] = work
        return work.whole or work.described.id

    def _volume(self, work: _Work, volume: int, span: Span) -> str:
        if volume not in work.volumes:
            reference = _of_volume(work.described, span, volume)
            if work.whole or work.volumes:
                made = self._register.add_part(reference)
            else:  # the description is this volume's, until the whole is cited
                made = self._register.restate(reference)
            work.volumes[volume] = made
            self._works[made] = work
        return work.volumes[volume]


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _ROMAN.get(written.lower(), 0)


def _of_volume(whole: Reference, span: Span, volume: int) -> Reference:
    """The reference to one volume: the description of the whole, with that volume in place of how many there are."""
    raw = _CITED.sub("", whole.raw)
    raw = _VOLUMES.sub(f", vol. {volume}", _ONE_VOLUME.sub(f", vol. {volume}", raw, count=1), count=1)
    csl = {name: value for name, value in whole.csl.items() if name not in ("locator", "page")}
    return replace(whole, span=span, raw=raw, csl={**csl, "volume": str(volume)})
