"""Lay a quotation in one text and say whether what is found there is its passage."""

from __future__ import annotations

from dataclasses import replace

from holdwater.match.brackets import owned_brackets, stands_literally
from holdwater.match.chance import Likeness, expected, is_found, stands_enough, tells
from holdwater.match.compose import Found, composed, score_of
from holdwater.match.foreign import is_foreign
from holdwater.match.guards.splice import LEAST as LEAST_SPLICED
from holdwater.match.likeness import likeness_of
from holdwater.match.model import Alignment, Fit
from holdwater.match.normalise import keys_of
from holdwater.match.place import Lead, Placement, placements
from holdwater.match.question import MOST_FOUND, Places, Prefer, Question, least_score
from holdwater.match.quoted import Quoted
from holdwater.match.translation import translated
from holdwater.match.words import Words

EQUALLY = 1e-9
"""Changed words: placements whose costs differ by no more than this are equally good."""


def weigh(
    question: Question, words: Words, number: int, places: Places | None, searched: int, lead: Lead | None = None
) -> None:
    """Lay a quotation in the places of a text, and keep what is good enough to be its passage.

    Args:
        question: the quotation.
        words: the text.
        number: its number.
        places: where to lay it; None for wherever it stands unaltered.
        searched: how many words all texts have together.
        lead: what follows from the places, where that is known already.
    """
    quoted, found = _laid_out(question, words, places, lead)
    if question.preset.places_only and not (found and found[0].cost <= EQUALLY):
        _render(question, words, number, searched)
        return
    for placement in _preferred(found, words, question.sought.prefer)[:MOST_FOUND]:
        score = score_of(placement, quoted.words) if quoted.words else 0.0
        enough = not question.cited or score >= least_score(quoted.words, bracketed=quoted.bracketed)
        if not quoted.words or not enough or not question.wants(score):
            continue
        alignment = _weighed(question, quoted, placement, words, number, searched)
        if alignment:
            question.take(alignment)


def _weighed(
    question: Question, quoted: Quoted, placement: Placement, words: Words, number: int, searched: int
) -> Alignment | None:
    """The alignment of a placement; None where chance, or a text of the same kind, gives it as well."""
    cited = question.cited
    likeness = likeness_of(quoted.segments, placement.laid, words, question.preset)
    chance = expected(likeness, searched)
    if not is_found(chance, cited=cited) and not (cited and placement.cost <= EQUALLY):
        question.doubtful = True
        return None
    stands = cited or stands_enough(likeness, searched)
    if not stands and likeness.lacking < LEAST_SPLICED:
        return None
    found_at = Found(number, chance)
    sought = question.sought
    alignment = composed(quoted, placement, words, sought.after, question.preset, found_at, before=sought.before)
    if not stands and not stands_enough(_with_elsewhere(likeness, alignment, question.sought.text), searched):
        return None
    if not cited and is_foreign(alignment, question.sought.text, words, quoted.words):
        return None
    # Whether another place has the words too shows when all texts have been looked through (`Question.settled`).
    short = not cited and question.is_short
    if short and (alignment.fit is Fit.ALTERED or not tells(likeness, searched, cited=False, places=1)):
        question.doubtful = True
        return None
    return alignment


def _with_elsewhere(likeness: Likeness, alignment: Alignment, quotation: str) -> Likeness:
    """The likeness, with the words that stand elsewhere in the same text."""
    return replace(likeness, elsewhere=[keys_of(stretch.of(quotation)) for stretch, _ in alignment.elsewhere])


def _render(question: Question, words: Words, number: int, searched: int) -> None:
    """Keep the passage that the quotation renders, if there is one."""
    alignment = translated(question.sought.text, words)
    chance = alignment.chance * searched / max(1, len(words))
    if alignment.spans and is_found(chance, cited=question.cited):
        question.take(replace(alignment, passage=number, chance=chance))
    question.doubtful |= alignment.fit is Fit.TOO_SHORT


def _laid_out(
    question: Question, words: Words, places: Places | None, lead: Lead | None
) -> tuple[Quoted, list[Placement]]:
    """A quotation, with its brackets told from the source's own, and its placements."""
    sought, quoted = question.sought, question.quoted
    if question.marked and stands_literally(quoted, words):
        whole = Quoted.literally(sought.text)
        return whole, placements(whole, words)
    found = placements(quoted, words, places, question.preset, lead)
    owned = owned_brackets(quoted, found[0], words) if found and "[" in sought.text else set[int]()
    if owned:
        quoted = Quoted.of(sought.text, after=sought.after, owned=owned)
        found = placements(quoted, words, places, question.preset)
    return quoted, found


def _preferred(found: list[Placement], words: Words, prefer: Prefer | None) -> list[Placement]:
    """Of the placements that are as good as the first, a preferred one to the front."""
    if prefer is None:
        return found
    for index, one in enumerate(found):
        if one.cost - found[0].cost > EQUALLY:
            break
        if prefer(words.span(one.start, one.end)):
            return [one, *found[:index], *found[index + 1 :]]
    return found
