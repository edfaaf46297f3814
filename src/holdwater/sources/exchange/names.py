"""CSL names as lists write them in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from holdwater.read.personal_names import particles_apart, person

_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name: a person's parts, or an institution's (or anybody's) name in one piece."""

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def full_family(self) -> str:
        """The family name with the particle that stays with it: "van der Roe", "d'Artagnan"."""
        between = "" if not self.particle or self.particle[-1] in "'’-" else " "
        return f"{self.particle}{between}{self.family}"

    @property
    def full_given(self) -> str:
        """The given name with the particle that is dropped: "Ludwig van"."""
        return f"{self.given} {self.dropping}".strip()


def names_of(value: object) -> list[Name]:
    """The names in a CSL-JSON list of names; what is no name is passed over."""
    found = [_name(one) for one in value[:_MOST] if isinstance(one, Mapping)] if isinstance(value, list) else []
    return [name for name in found if name != Name()]


def _name(one: Mapping[object, object]) -> Name:
    def said(part: str) -> str:
        value = one.get(part)
        return " ".join(value.split()) if isinstance(value, str) else ""

    family = said("family")
    if not family:
        return Name(literal=said("literal") or said("given"))
    return Name(family, said("given"), said("non-dropping-particle"), said("dropping-particle"), said("suffix"))


def bibtex_name(name: Name, tex: Callable[[str], str]) -> str:
    """A name as BibTeX has it: "van der Roe, Jr., Richard", "{Ministry of Water}"; `tex` escapes words.

    Braces keep together what BibTeX would take apart.
    """
    if name.literal or (" " in name.full_family and not name.full_given and not name.particle):
        return f"{{{tex(name.literal or name.full_family)}}}"
    apart = particles_apart(name.full_family) == person(name.family, particle=name.particle)
    family = _held(name.full_family, tex, whole=not apart)
    if not name.full_given:
        return f"{family}, {_held(name.suffix, tex)}," if name.suffix else family
    apart = particles_apart("", name.full_given) == person("", name.given, dropping=name.dropping)
    parts = [family, *([_held(name.suffix, tex)] if name.suffix else []), _held(name.full_given, tex, whole=not apart)]
    return ", ".join(parts)


def _held(words: str, tex: Callable[[str], str], *, whole: bool = False) -> str:
    splits = "," in words or {"and", "others"} & set(words.split()) or "=" in words
    return f"{{{tex(words)}}}" if whole or splits else tex(words)


def ris_name(name: Name) -> str:
    """A name as RIS has it: "van der Roe, Richard, Jr."; an institution in one piece, without a comma.

    A family name that stands alone has a comma after it.
    """
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.full_family, name.full_given, name.suffix) if part) + (
        "" if name.full_given else ","
    )


def name_of_ris(written: str) -> dict[str, object]:
    """The CSL name that an author tag of RIS says; empty if it says none."""
    parts = [part.strip() for part in written.split(",")]
    if not any(parts):
        return {}
    if len(parts) == 1 or len(parts) > 3 or not parts[0]:
        return {"literal": " ".join(written.split())}
    if not any(parts[1:]):  # reference managers write institutions so: "Ministry of Water,"
        alone = particles_apart(parts[0])
        return {"literal": parts[0]} if " " in str(alone.get("family", "")) else alone
    return particles_apart(parts[0], parts[1]) | person("", suffix=parts[2] if len(parts) == 3 else "")
