"""What is known of places of publication by name: servers of preprints, and titles whose short form follows no rule."""

from __future__ import annotations

import re
from collections.abc import Mapping

from holdwater.patterns import waiting
from holdwater.sources.records.comparing.written import text_of, words_of

_SERVERS = waiting(
    r"\b(?:arxiv|e-?print|preprints?|corr|computing research repository|biorxiv|medrxiv|chemrxiv|techrxiv|psyarxiv|"
    r"socarxiv|"
    r"earth ?arxiv|edarxiv|engrxiv|africarxiv|lawarxiv|metaarxiv|sportrxiv|eartharxiv|essoar|ess open archive|"
    r"ssrn(?: electronic journal)?|social science "
    r"research network|research square|authorea|osf(?: preprints)?|repec|mpra|hal|zenodo|vixra|cogprints|"
    r"philsci-?archive|"
    r"cryptology eprint archive|iacr|eccc|working papers?|discussion papers?|nber|technical report|mimeo|"
    r"peerj preprints|"
    r"preprints\.org|manuscript|unpublished)\b",
    re.IGNORECASE,
)
"""Servers and series in which a work appears before it is published; named as their own pages name them."""
_PREPRINT_DOI = waiting(
    r"10\.(?:48550/|1101/(?:\d{4}\.\d|\d{6})|2139/ssrn|31234/|31219/|31235/|31223/|35542/|31730/|26434/|"
    r"20944/preprints|"
    r"21203/rs|36227/|22541/|1002/essoar|3386/w|5281/zenodo|64898/|33774/|7287/peerj\.preprints)",
    re.IGNORECASE,
)
"""Prefixes under which such servers register DOIs: arXiv, bioRxiv and medRxiv, SSRN, those of the OSF, ChemRxiv,
Preprints.org, Research Square, TechRxiv, Authorea, ESS Open Archive, NBER, Zenodo (Crossref's and DataCite's lists of
members give them)."""
_ARXIV_ID = waiting(
    r"\barxiv\b[\s:.]*(?:preprint\s+)?(?:arxiv[\s:.]*)?(\d{4}\.\d{4,5}|[a-z.-]{2,20}/\d{7})", re.IGNORECASE
)


def _named(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of "short name: the full one"."""
    pairs = (entry.partition(":") for entry in text.split(";"))
    return {short.strip(): words_of(full) for short, _, full in pairs}


_NAMED = _named(
    """
    neurips: advances neural information processing systems; nips: advances neural information processing systems;
    plos: public library of science; apj: astrophysical journal; apjl: astrophysical journal letters;
    epl: europhysics letters; corr: computing research repository; embo: european molecular biology organization;
    siam: society for industrial and applied mathematics; ams: american mathematical society;
    ny: new york; bmj: british medical journal; faseb: federation of american societies for experimental biology;
    jhep: journal of high energy physics;
    interspeech: annual conference of the international speech communication association; afp: agence france presse;
    ft: financial times; wsj: wall street journal; faz: frankfurter allgemeine zeitung; nzz: neue zurcher zeitung;
    sz: suddeutsche zeitung; nejm: new england journal of medicine
    """
)
"""Short names that are not the first letters of the full ones, or too short to be trusted as such."""


def is_preprint(csl: Mapping[str, object]) -> bool:
    """Whether a CSL-JSON item is of a preprint, working paper or unpublished manuscript, by where it stands."""
    if _SERVERS.search(text_of(csl, "genre")):
        return True
    if _PREPRINT_DOI.match(text_of(csl, "DOI")) or text_of(csl, "type") in ("manuscript", "preprint"):
        return True
    container = text_of(csl, "container-title") or text_of(csl, "archive")
    if container:
        return bool(_SERVERS.search(container))
    places = (text_of(csl, "publisher"), text_of(csl, "collection-title"), text_of(csl, "number"))
    return any(_SERVERS.search(place) for place in places) or "arxiv.org/" in text_of(csl, "URL")


def is_server(container: str) -> bool:
    """Whether a container's title is that of a server of preprints or a series of working papers."""
    return bool(_SERVERS.search(container))


def arxiv_of(csl: Mapping[str, object]) -> str:
    """The arXiv number that a reference gives in its container, note or number ("" if none), without its version."""
    for field in ("container-title", "number", "note", "archive_location", "publisher", "volume", "page", "eprint"):
        if found := _ARXIV_ID.search(text_of(csl, field)):
            return found[1].lower()
    return ""


def spelt_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` with short names from the table written out."""
    found: list[str] = []
    for word in words:
        found += _NAMED.get(word, (word,))
    return tuple(found)
