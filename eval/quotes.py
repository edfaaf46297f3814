"""How well quotations are judged: court opinions, RFC errata, RFC quotations, clean documents.

    scripts/eval quotes              every measure, its floor, and each miss with its reason
    scripts/eval quotes --quiet      without the misses
    scripts/eval quotes faithful     only the measures named

Labels that we dispute are listed with the reason in eval/disputed.md; they are counted all the same.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

from eval import clean, data
from eval.measure import Measure, Miss, conclude
from eval.trial import Outcome, paged, put
from holdwater.document import Document, Span
from holdwater.read import read_file

COURT = ("scotus/quotes*.jsonl.gz", "scotus/perturbed*.jsonl.gz", "scotus/opinions*.jsonl.gz")
RFC = ("rfc/errata_pairs*.jsonl.gz", "rfc/quotes*.jsonl.gz", "rfc/index.csv")

_opinion_documents: dict[str, Document] = {}
_rfc_documents: dict[int, Document] = {}


def opinion(opinion_id: str) -> Document:
    """An opinion as a source, with its printed pages."""
    if opinion_id not in _opinion_documents:
        row = data.opinions()[opinion_id]
        _opinion_documents[opinion_id] = paged(opinion_id, row["text"], row["pages"])
    return _opinion_documents[opinion_id]


def opinions_of(case: str) -> list[str]:
    """The ids of all opinions in a case, "478 U.S. 30"."""
    volume, page = case.split()[0], case.split()[-1]
    return [row["id"] for row in data.by_case().get((volume, page), [])]


def rfc(number: int) -> Document:
    """An RFC as a source, read from its file as a user's would be."""
    if number not in _rfc_documents:
        _rfc_documents[number] = read_file(data.root() / "rfc" / "txt" / f"rfc{number}.txt.gz")
    return _rfc_documents[number]


def court_quotations() -> tuple[Measure, Measure, Measure]:
    """Quotations of precedent: those labelled faithful, and those with a silent change.

    A faithful quotation may still raise a finding: of a page that is not the one given, or of a condition with which
    the source goes on. Those are measured apart.
    """
    faithful = Measure("faithful", "court quotations labelled faithful: verified, at the right passage")
    beside = Measure("beside", "faithful court quotations verified, and yet a finding made", ceiling=True)
    silent = Measure("silent", "court quotations with a silent change: flagged")
    for row in data.rows("scotus", "quotes"):
        if row["label"] not in ("faithful", "silent_change"):
            continue
        measure = faithful if row["label"] == "faithful" else silent
        if row["source"] not in data.opinions():
            measure.excluded["the cited opinion is not in the data"] += 1
            continue
        pin = row["pin"] if row.get("pin_matches") else None
        outcome = put(row["quote"], {row["source"]: opinion(row["source"])}, pages=pin, after=row["after"])
        if measure is silent:
            silent.count(outcome.flagged, Miss(row["id"], outcome.said, row["quote"]))
        elif not outcome.verified:
            faithful.count(False, Miss(row["id"], outcome.said, row["quote"]))
        else:
            faithful.count(_right_passage(row, outcome), Miss(row["id"], "another passage", row["quote"]))
            beside.count(not outcome.flagged, Miss(row["id"], outcome.said, row["quote"]))
    return faithful, beside, silent


def _right_passage(row: data.Row, outcome: Outcome) -> bool:
    """Whether the passage shown is the labelled one, or has the same words: a sentence may stand twice in a case."""
    evidence = outcome.verdict.evidence[0]
    labelled = [Span(start, end) for start, end in row["source_spans"]]
    spans = evidence.alignment.spans if evidence.alignment else ()
    if any(span.overlaps(other) for span in spans for other in labelled):
        return True
    text = opinion(row["source"]).text
    passages = [" ".join(span.of(text).lower().split()) for span in spans]
    return all(any(" ".join(one.of(text).lower().split()) in passage for passage in passages) for one in labelled)


def court_changes() -> tuple[Measure, Measure]:
    """Quotations that were changed on purpose: corruptions to be caught, harmless edits to be let pass."""
    corrupt = Measure("corrupt", "corruptions of court quotations: caught")
    harmless = Measure("harmless", "harmless edits of court quotations: flagged", ceiling=True)
    for row in data.rows("scotus", "perturbed"):
        measure = corrupt if row["label"] == "corrupt" else harmless
        cited = [row["source"]] if row["source"] in data.opinions() else opinions_of(row["cited_case"])
        if not cited:
            measure.excluded["the cited opinion is not in the data"] += 1
            continue
        if row["kind"] == "wrong_pin" and not all(data.opinions()[one]["pages"] for one in cited):
            measure.excluded["the source shows no pages"] += 1
            continue
        pin = row["pin"] if row["kind"] == "wrong_pin" else None
        outcome = put(row["quote"], {one: opinion(one) for one in cited}, pages=pin)
        right = outcome.flagged if measure is corrupt else not outcome.flagged and outcome.verified
        measure.count(right, Miss(row["id"], f"{row['kind']}: {outcome.said}", row["quote"]))
    return corrupt, harmless


def errata() -> tuple[Measure, Measure]:
    """Sentences of RFCs beside near-twins that are not in them."""
    true = Measure("errata_true", "errata: the true sentence verified")
    twin = Measure("errata_twin", "errata: the near-twin flagged")
    for row in data.rows("rfc", "errata_pairs"):
        source = {"rfc": rfc(row["rfc"])}
        outcome = put(row["orig_text"], source)
        true.count(outcome.verified and not outcome.flagged, Miss(row["id"], outcome.said, row["orig_text"]))
        outcome = put(row["correct_text"], source)
        twin.count(outcome.flagged, Miss(row["id"], outcome.said, row["correct_text"]))
    return true, twin


def rfc_quotations() -> tuple[Measure]:
    """Inline quotations of one RFC in another that are labelled exact."""
    exact = Measure("rfc_quotes", "RFC inline quotations labelled exact: verified")
    for row in data.rows("rfc", "quotes"):
        if row["match"] == "exact":
            outcome = put(row["quote"], {"rfc": rfc(row["cited"])})
            exact.count(outcome.verified and not outcome.flagged, Miss(row["id"], outcome.said, row["quote"]))
    return (exact,)


PARTS: dict[Callable[[], tuple[Measure, ...]], tuple[str, ...]] = {
    court_quotations: ("faithful", "beside", "silent"),
    court_changes: ("corrupt", "harmless"),
    errata: ("errata_true", "errata_twin"),
    rfc_quotations: ("rfc_quotes",),
    clean.clean_documents: ("clean",),
}


def measured(wanted: set[str]) -> Iterator[Measure]:
    """The measures with these names, or all of them."""
    for part, names in PARTS.items():
        if not wanted or wanted & set(names):
            yield from part()


def main(arguments: list[str]) -> int:
    """Print the measures and their misses; 1 if one is below its floor."""
    wanted = {argument for argument in arguments if not argument.startswith("-")}
    began = time.monotonic()
    measures = list(measured(wanted))
    about = f"data: court {data.digest(*COURT)}, RFC {data.digest(*RFC)}; {time.monotonic() - began:.0f} s"
    return 0 if conclude(measures, "quotes", about, quiet="--quiet" in arguments) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
