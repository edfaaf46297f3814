"""One work in a citation: what it is, and the place in it that is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_LABELS = {
    "page": ("p.", "pp."), "chapter": ("ch.", "chs."), "section": ("sec.", "secs."), "paragraph": ("para.", "paras."),
    "volume": ("vol.", "vols."), "issue": ("no.", "nos."), "figure": ("fig.", "figs."), "line": ("l.", "ll."),
    "note": ("n.", "nn."), "verse": ("v.", "vv."), "part": ("pt.", "pts."), "book": ("bk.", "bks."),
    "column": ("col.", "cols."), "folio": ("fol.", "fols."), "sub verbo": ("s.v.", "s.vv."), "opus": ("op.", "opp."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A work that is cited: what tells it from others, its CSL-JSON, and the locator as written ("p. 4")."""

    identity: str
    csl: Mapping[str, object]
    locator: str = ""


def located(label: str, place: object) -> str:
    """A locator with the short form of its label before it; "" where no place is given."""
    if not isinstance(place, str | int | float) or not str(place).strip():
        return ""
    written = " ".join(str(place)[:200].split())
    if not written[0].isdigit() and not written.isalpha() and label == "page":
        return written  # "p. 4", "§ 3": people write the label themselves
    if label == "page" and written.isalpha() and len(written) > 8:
        return written
    one, several = _LABELS.get(label, (f"{label.replace('-', ' ')}", f"{label.replace('-', ' ')}"))
    return f"{several if any(sign in written for sign in '-–,&') else one} {written}"
