"""The peers, each used the quickest way that it offers for many texts, on the same bytes and the same quotations.

rapidfuzz   `partial_ratio_alignment` a text at a time, its cutoff raised to the best found so far: on 25 MB twice as
            fast as one call on all texts joined.
edlib       HW mode with locations on UTF-8, a text at a time, k lowered to the best found so far.
krokai      its corpus of a folder of files, then `check` for each quotation, as its own command does.
ahocorasick exact, all unchanged quotations at once; the limit of what a scan can do.
bytes.find  exact, one unchanged quotation after another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from bench.engine.answer import Answer
from bench.engine.corpus import Corpus

LIKENESS = 66.0
"""rapidfuzz's cutoff: what a third of the letters exchanged leaves, as edlib's k allows."""


class Peer(Protocol):
    """A tool that is made ready for texts once (timed too) and then asked for one quotation after another."""

    def ready(self) -> None:
        """Whatever it does before the first quotation."""

    def find(self, quotation: str) -> Answer | None:
        """Where it says that a quotation stands."""


class RapidFuzz:
    """The best alignment of the quotation in any text."""

    def __init__(self, corpus: Corpus) -> None:
        self.texts = corpus.texts()

    def ready(self) -> None:
        """Nothing: it takes texts as they are."""

    def find(self, quotation: str) -> Answer | None:
        """The place of the highest likeness."""
        from rapidfuzz import fuzz

        best, cutoff = None, LIKENESS
        for source, text in enumerate(self.texts):
            found = fuzz.partial_ratio_alignment(quotation, text, score_cutoff=cutoff)
            # A quotation longer than the text is aligned the other way round; there is nothing to find.
            if found and found.score >= cutoff and len(quotation) <= len(text):
                best = Answer(source, ((found.dest_start, found.dest_end),))
                cutoff = found.score + 1e-9
            if cutoff > 100:
                break
        return best


class Edlib:
    """The place of the smallest edit distance in any text."""

    def __init__(self, corpus: Corpus) -> None:
        self.contents = [path.read_bytes() for path in corpus.paths]

    def ready(self) -> None:
        """Nothing: it takes bytes as they are."""

    def find(self, quotation: str) -> Answer | None:
        """The first of the places with the smallest distance."""
        import edlib

        said = quotation.encode()
        most, best = len(said) // 3, None
        for source, content in enumerate(self.contents):
            found = edlib.align(said, content, mode="HW", task="locations", k=most)
            if found["editDistance"] < 0:
                continue
            best, most = (source, found["locations"][0]), found["editDistance"] - 1
            if most < 0:
                break
        if best is None:
            return None
        source, (start, last) = best
        content = self.contents[source]
        return Answer(source, ((_letters(content, start), _letters(content, last + 1)),))


class Krokai:
    """krokai's answer: a verdict, and the file where it found the words or their beginning."""

    def __init__(self, corpus: Corpus) -> None:
        self.folder = corpus.paths[0].parent
        self.numbers = {path.name: number for number, path in enumerate(corpus.paths)}

    def ready(self) -> None:
        """Read and index the folder."""
        from krokai.corpus import Corpus as Indexed

        self.indexed = Indexed([str(self.folder)], exts=(".txt",), quiet=True)

    def find(self, quotation: str) -> Answer | None:
        """The file of its verdict, where it names one."""
        from krokai.verify import check

        _, path, _ = check(quotation, self.indexed)
        return Answer(self.numbers[Path(path).name]) if path else None


class Exact:
    """`ahocorasick_rs` with all unchanged quotations, over bytes, its implementation left to it or named."""

    def __init__(self, corpus: Corpus, implementation: str | None = None) -> None:
        self.contents = [path.read_bytes() for path in corpus.paths]
        self.implementation = implementation

    def find_all(self, quotations: Sequence[str]) -> int:
        """Build the automaton, search every text; the number of places found."""
        import ahocorasick_rs

        chosen = getattr(ahocorasick_rs.Implementation, self.implementation) if self.implementation else None
        automaton = ahocorasick_rs.BytesAhoCorasick([one.encode() for one in quotations], implementation=chosen)
        return sum(len(automaton.find_matches_as_indexes(content)) for content in self.contents)


def find_in_turn(content: bytes, quotations: Sequence[str]) -> int:
    """`bytes.find` of each unchanged quotation in all texts joined; how many are there."""
    return sum(content.find(one.encode()) >= 0 for one in quotations)


SLOW: dict[str, Callable[[Corpus], Peer]] = {"rapidfuzz": RapidFuzz, "edlib": Edlib, "krokai": Krokai}
"""The peers that locate changed quotations, by name; krokai takes all texts of the corpus's folder."""


def _letters(content: bytes, at: int) -> int:
    """The offset in characters of an offset in bytes."""
    return len(content[:at].decode("utf-8", "ignore"))
