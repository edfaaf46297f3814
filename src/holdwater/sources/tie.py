"""Ties references to the sources in hand, with the reason kept.

What a person has confirmed comes first, then identifiers, then what was proposed before, then likeness. What a person
has untied is never tied again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from holdwater.extract.csl import parse_reference
from holdwater.patterns import waiting
from holdwater.sources.catalogue.merging import nothing_parts
from holdwater.sources.dated import is_whole, volumes_in
from holdwater.sources.headed import by_head, by_title_page, slugs_of
from holdwater.sources.headed import may_name as head_may_name
from holdwater.sources.kept_ties import NO_TIES, KeptTies, Said
from holdwater.sources.likeness import likeness
from holdwater.sources.model import Source, Tie, TieStatus
from holdwater.sources.sparse import by_author_and_year
from holdwater.sources.titles import REFUSED, UNTITLED, Likeness, by_title
from holdwater.sources.words import Words
from holdwater.sources.works import ReferenceWork, SourceWork

if TYPE_CHECKING:
    from holdwater.extract.model import Reference
    from holdwater.sources.catalogue.model import KeptTie

MARGIN = 0.05
"""Two candidates closer than this are both named, and neither is taken."""

_SCHEMES = {
    "key": "citation key",
    "doi": "DOI",
    "arxiv": "arXiv number",
    "rfc": "RFC number",
    "reporter": "place in the law reports",
    "congress": "number of the report",
    "code": "section of the code",
    "isbn": "ISBN",
    "url": "address",
    "file": "file",
}
"""Kinds of identifier, the surest first, and what they are called."""

_HOLDS_WORKS = frozenset({"isbn", "file", "url"})  # identifiers of things that may hold several works
_NAMING = (by_title, by_author_and_year, by_head, by_title_page)
_RARE_WORDS = 5  # of a title, under which it is looked up
_CANDIDATES = 24  # compared in full for one reference
_COUNTED_KEY = waiting(r"(?:notes?|fn|refs?|links?|cite|entry|n|r)?[-_:~]?\d*", re.ASCII | re.IGNORECASE)


def tie(references: Sequence[Reference], sources: Mapping[str, Source], kept: KeptTies = NO_TIES) -> dict[str, Tie]:
    """Tie each reference to the source that it names.

    Args:
        references: what the document refers to.
        sources: the sources in hand, by id.
        kept: what people have said of the document's references, and what was proposed before.

    Returns:
        A tie for each reference, by its id: tied to one source; ambiguous between several, named in the reason; or
        missing, with the nearest candidate. A source that its list gives no file for is known and still missing.
    """
    return Tying(sources, kept).tie(references)


class Tying:
    """Ties references to sources in hand; what these are known by is gathered once, when it is first asked for."""

    def __init__(self, sources: Mapping[str, Source], kept: KeptTies = NO_TIES) -> None:
        self._sources, self._kept = sources, kept

    @cached_property
    def _index(self) -> _Index:
        return _Index(self._sources)

    def tie(self, references: Sequence[Reference]) -> dict[str, Tie]:
        """A tie for each reference, by its id: see `tie`."""
        works = [ReferenceWork(reference) for reference in references]
        ties = {}
        for work in works:
            said = self._kept.of(work.reference)
            ties[work.reference.id] = _with_captures(_tie_one(work, self._index, said), work, self._index, said)
        return _without_twins(ties, works, self._index)

    def names(self, reference: Reference) -> bool:
        """Whether words that have not the shape of a description name a source in hand all the same.

        They do by its identifier or file, by its title, with author or year beside it where that says little, or by
        author and year and nothing else.
        """
        if not self._sources:
            return False
        work = ReferenceWork(reference)
        if _by_identifier(work, self._index, frozenset()):
            return True
        near = [source for source in self._index.candidates(work) if _may_name(work, source)]
        if not near:
            return False
        work = ReferenceWork(replace(reference, csl=parse_reference(reference.raw)))  # ten times as much work
        return any(way(work, source).enough for source in near for way in _NAMING)


def _may_name(work: ReferenceWork, source: SourceWork) -> bool:
    if by_title(work, source).score > UNTITLED or by_author_and_year(work, source).enough:
        return True
    return head_may_name(work, source)


class _Index:
    """The sources by identifier and by the rare words of what describes them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.works = {source_id: SourceWork(source) for source_id, source in sources.items() if not source.of}
        self.captures: dict[str, list[str]] = defaultdict(list)
        self._called = {name: source.id for source in sources.values() for name in source.also_called}
        for source in sources.values():
            if source.of:
                self.captures[source.of].append(source.id)
        self.by_identifier: dict[str, list[str]] = defaultdict(list)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for work in self.works.values():
            for identifier in _keys(work):
                self.by_identifier[identifier].append(work.id)
        words = {work.id: _describing(work) for work in self.works.values()}
        frequency = Counter(word for described in words.values() for word in set(chain.from_iterable(described)))
        for source_id, described in words.items():
            for word in _rarest(described, frequency):
                self._by_word[word].append(source_id)

    def called(self, name: str) -> SourceWork | None:
        """The source that a kept tie calls by this name, if it is in hand."""
        return self.works.get(self._called.get(name, name))

    def ruled_out(self, said: Said) -> frozenset[str]:
        """The ids of the sources that a person has untied a reference from."""
        return said.untied | {self._called[name] for name in said.untied if name in self._called}

    def candidates(self, reference: ReferenceWork) -> list[SourceWork]:
        """The sources that share the rarest words with the reference, best first."""
        weights: Counter[str] = Counter()
        for word in reference.bag.union(reference.names, *(slug.texts for slug in slugs_of(reference))):
            for source_id in self._by_word.get(word, ()):
                weights[source_id] += 1_000 // len(self._by_word[word]) + 1
        best = weights.most_common(_CANDIDATES)
        return [self.works[source_id] for source_id, weight in best if weight * 12 >= best[0][1]]


def _keys(work: SourceWork) -> Iterable[str]:
    yield f"key:{work.id.lower()}"
    for identifier in work.identifiers:
        yield identifier
        if identifier.startswith("file:") and "/" in identifier:
            yield "file:" + identifier.rpartition("/")[2]


def _describing(work: SourceWork) -> list[tuple[str, ...]]:
    """The words a source can be found by: of its titles, its people, year, file's name and the head of its text."""
    people = tuple(word for person in (work.people or work.byline)[:3] for word in person.words)
    dated = work.year or work.byline_year
    year = (str(dated),) if dated else ()
    name = work.name.texts or work.dated_name.texts
    head = (one.words.texts[start:end] for one in (work.head, work.title_page) for start, end in one.rows)
    return [*(title.words.texts for title in work.titles), people, year, name, work.opening.texts[:40], *head]


def _rarest(described: list[tuple[str, ...]], frequency: Counter[str]) -> set[str]:
    chosen = (sorted(set(words), key=lambda word: (frequency[word], word))[:_RARE_WORDS] for words in described)
    return set(chain.from_iterable(chosen))


def _tie_one(work: ReferenceWork, index: _Index, said: Said) -> Tie:
    if said.confirmed:
        return _confirmed(work, said.confirmed, index)
    ruled_out = index.ruled_out(said)
    by_identifier = _by_identifier(work, index, ruled_out)
    if by_identifier:
        return by_identifier
    proposed = index.called(said.proposed.work) if said.proposed else None
    if said.proposed and proposed and proposed.id not in ruled_out:
        return _tied(work, proposed, said.proposed.score, said.proposed.why)
    return _by_likeness(work, index, ruled_out)


def _confirmed(work: ReferenceWork, said: KeptTie, index: _Index) -> Tie:
    reason = f"{said.who or 'a person'} tied it" + (f": {said.why}" if said.why else "")
    source = index.called(said.work)
    if source is None:
        reason = f"{reason}, and nothing is in hand of “{said.work}”"
        return Tie(work.reference.id, TieStatus.MISSING, reason=reason)
    return _tied(work, source, 1.0, reason)


def _by_identifier(work: ReferenceWork, index: _Index, ruled_out: frozenset[str]) -> Tie | None:
    for scheme, name in _SCHEMES.items():
        shared = [one for one in _identifiers(work) if one.startswith(f"{scheme}:") and index.by_identifier.get(one)]
        bearers = (source_id for one in shared for source_id in index.by_identifier[one])
        found = [source_id for source_id in dict.fromkeys(bearers) if source_id not in ruled_out]
        if len(found) == 1:
            reason = f"the same {name}: {shared[0].partition(':')[2]}"
            return _tied(work, index.works[found[0]], 1.0, reason)
        if found:
            return _among(work, [index.works[source_id] for source_id in found], scheme)
    return None


def _identifiers(work: ReferenceWork) -> Iterable[str]:
    """The reference's identifiers, with the citation key that the format itself gives."""
    csl_key = work.reference.csl.get("citation-key") or work.reference.csl.get("id")
    own = work.reference.id.partition("~")[0]
    for key in (csl_key, own, own.partition(":")[2]):
        if isinstance(key, str) and key and not _COUNTED_KEY.fullmatch(key):
            yield f"key:{key.lower()}"
    yield from work.identifiers


def _among(work: ReferenceWork, candidates: list[SourceWork], scheme: str) -> Tie:
    """Several sources with one identifier: opinions in one case, captures of one page, chapters of one book.

    Together they are the work. Of chapters, the one that the reference describes is taken.
    """
    shared = f"the same {_SCHEMES[scheme]}"
    if scheme in _HOLDS_WORKS:
        alike = [(likeness(work, source), source) for source in candidates]
        enough = [(how, source) for how, source in alike if how.enough]
        if len(enough) == 1:
            how, source = enough[0]
            return _tied(work, source, 1.0, f"{shared}, {how.reason}")
    first, *others = sorted(candidates, key=lambda source: -likeness(work, source).score)
    tied = _tied(work, first, 1.0, f"{shared}, with {', '.join(other.id for other in others[:4])}")
    return replace(tied, also=tuple(other.id for other in others if other.in_hand))


def _by_likeness(work: ReferenceWork, index: _Index, ruled_out: frozenset[str]) -> Tie:
    candidates = (source for source in index.candidates(work) if source.id not in ruled_out)
    alike = [(likeness(work, source), source) for source in candidates]
    alike.sort(key=lambda pair: (pair[0].enough, pair[0].score), reverse=True)
    if not alike or alike[0][0].score == 0:
        return Tie(work.reference.id, TieStatus.MISSING, reason="no source in hand is like it")
    best, source = alike[0]
    if not best.enough:
        return _missing(work, source, best)
    rivals = [other for how, other in alike if how.enough and best.score - how.score < MARGIN]
    if len({rival.source.file for rival in rivals}) > 1:
        if _is_one_work(rivals) or _are_volumes(work, rivals):
            return replace(_tied(work, source, best.score, best.reason), also=tuple(one.id for one in rivals[1:]))
        return _ambiguous(work, rivals, f"{best.reason}, and as much so")
    if is_whole(work.reference.raw) and volumes_in("\n".join(source.head.lines)):
        return _missing(work, source, Likeness(REFUSED, "only one of its volumes is in hand"))
    return _tied(work, source, best.score, best.reason)


def _is_one_work(rivals: Sequence[SourceWork]) -> bool:
    """Whether two sources that a reference is equally like are a file and a capture of one work, for all they say."""
    if len(rivals) != 2 or len({rival.source.captured is None for rival in rivals}) != 2:
        return False
    first, second = rivals
    return nothing_parts(first.source.csl, first.identifiers, second.source.csl, second.identifiers)


def _are_volumes(work: ReferenceWork, rivals: Sequence[SourceWork]) -> bool:
    """Whether rivals are the volumes, one each, of a work that a reference names as a whole."""
    numbers = [frozenset(volumes_in("\n".join(rival.head.lines))) for rival in rivals]
    return is_whole(work.reference.raw) and all(numbers) and len(set(numbers)) == len(numbers)


def _with_captures(tie: Tie, work: ReferenceWork, index: _Index, said: Said) -> Tie:
    """The tie with all that is in hand of its work: other captures, and the file that the reference is like.

    A capture of the address that a reference gives may be a page about the work; the work itself may lie in a file
    that has no identifier to be known by.
    """
    if tie.status is not TieStatus.TIED:
        return tie
    also = list(tie.also)
    if index.works[tie.source].source.captured and not said.confirmed:
        beside = _by_likeness(work, index, index.ruled_out(said) | set(tie.leads_to))
        also += [beside.source] if beside.status is TieStatus.TIED and not _is_captured(index, beside) else []
    captures = [one for source_id in (tie.source, *also) for one in index.captures.get(source_id, ())]
    return replace(tie, also=tuple(dict.fromkeys((*also, *captures))))


def _is_captured(index: _Index, tie: Tie) -> bool:
    return index.works[tie.source].source.captured is not None


def _tied(work: ReferenceWork, source: SourceWork, score: float, reason: str) -> Tie:
    if not source.in_hand:
        reason = f"the list of sources has it, but names no file for it ({reason})"
        return Tie(work.reference.id, TieStatus.MISSING, "", reason, 0.0, source.id, score)
    return Tie(work.reference.id, TieStatus.TIED, source.id, reason, score)


def _ambiguous(work: ReferenceWork, sources: Sequence[SourceWork], reason: str) -> Tie:
    names = ", ".join(source.id for source in sources[:4]) + (", …" if len(sources) > 4 else "")
    return Tie(work.reference.id, TieStatus.AMBIGUOUS, "", f"{reason}: {names}", 0.0, sources[0].id, 1.0)


def _missing(work: ReferenceWork, nearest: SourceWork, how: Likeness) -> Tie:
    reason = f"the nearest is “{nearest.source.title}” ({how.score:.2f}): {how.reason}"
    return Tie(work.reference.id, TieStatus.MISSING, "", reason, 0.0, nearest.id, how.score, lacking=how.reason)


def _without_twins(ties: dict[str, Tie], works: Sequence[ReferenceWork], index: _Index) -> dict[str, Tie]:
    """A file known by author and year only cannot stand for two references of that author and year."""
    thin: dict[str, list[ReferenceWork]] = defaultdict(list)
    for work in works:
        made = ties[work.reference.id]
        if made.status is TieStatus.TIED and made.score < 1 and likeness(work, index.works[made.source]).thin:
            thin[made.source].append(work)
    for source_id, rivals in thin.items():
        if len({_title(work) for work in rivals}) > 1:
            for work in rivals:
                reason = "the file's name fits several references of this author and year"
                ties[work.reference.id] = _ambiguous(work, [index.works[source_id]], reason)
    return ties


def _title(work: ReferenceWork) -> Words:
    return work.title.words if work.title else work.raw
