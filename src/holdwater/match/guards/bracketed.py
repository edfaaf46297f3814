"""What the author's own words in brackets change of what the source says in their place.

    source     He said that they might sell.    Customers in Zone 2 should boil it.
    quotation  [Vane] said that they [will] sell.    [All c]ustomers in Zone 2 should boil it.

A bracket owns up to being the author's; it is faithful where it says no more than the source, of no other person, and
no less.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdwater.match import lexicon
from holdwater.match.guards.antecedents import misnamed
from holdwater.match.guards.assertions import asserted, denied_anew, widened
from holdwater.match.guards.breaks import paused
from holdwater.match.guards.hidden import denied_in_a_bracket
from holdwater.match.guards.meaning import explained, turned
from holdwater.match.model import Change
from holdwater.match.names import is_other_name
from holdwater.match.quoted import BRACKET, Element, Quoted
from holdwater.match.words import Words

AROUND = 20
"""Words on either side of a bracket in which the source may say itself what is put in."""

_LINKS = frozenset("and or".split())
_OPENING = frozenset("and but while whereas though although that".split())


def bracket_change(elements: Sequence[Element], start: int, end: int, quoted: Quoted, words: Words) -> Change:
    """What a bracket that stands for source words start..end does; MARKED if it only owns up to its change.

    Args:
        elements: the bracket, and what stands for the same words with it.
        start: the first of the words.
        end: the word behind the last; the same where it stands for none.
        quoted: the quotation.
        words: the source.
    """
    passage = [key.strip("[]") for key in words.keys[start:end]]
    own = [key for element in elements for key in element.key.split()]
    if own == passage:
        return Change.NONE if _in_brackets(start, words) else Change.MARKED
    if passage and all(key.isdigit() for key in own + passage):
        return Change.NUMBER
    found = _said_otherwise(elements, own, (start, end), quoted, words)
    if found:
        return found
    if not passage:
        # A bracket that opens a segment belongs to what is behind it; another one may end a sentence.
        before = start if not start or any(elements[0] is segment[0] for segment in quoted.segments) else start - 1
        return _put_in(own, words, before, start) or Change.MARKED
    source = words.span(start, end).of(words.text)
    change = turned(own, passage, (start, end), words)
    if change:
        return change
    if denied_in_a_bracket(own, passage, words, start):
        return Change.NEGATION
    if len(own) == len(passage) == 1 and renames(elements[0], start, quoted, words):
        return Change.NAME
    literal = "[" in source and len(passage) > len(own) and own in (passage[: len(own)], passage[-len(own) :])
    return Change.OMISSION if literal else Change.MARKED


def partial_change(element: Element, words: Words, at: int) -> Change:
    """What whole words in a bracket that ends within a word put in before source word `at`: "[All c]ustomers"."""
    own = element.key.split()[:-1]
    return (own and _put_in(own, words, at, at)) or Change.MARKED


def joined(left: Sequence[Element], right: Sequence[Element], words: Words, start: int, end: int) -> Change | None:
    """Whether an "[and]" behind an ellipsis adds to the left half what is the subject of a clause of its own.

    source     It makes ships and rope; the glass-works, once famous, were closed.
    quotation  It makes ships … [and] the glass-works, once famous.

    Args:
        left: the elements of the left segment.
        right: the elements of the right segment.
        words: the source.
        start: the first word on which the right segment stands.
        end: the word behind its last.
    """
    key = right[0].key if right[0].kind is BRACKET else left[-1].key if left[-1].kind is BRACKET else ""
    if key.split(" ")[0] not in _LINKS or not 0 < start < end < len(words):
        return None
    between = words.text[words.ends[end - 1] : words.starts[end]].strip()
    verb = words.keys[end] in lexicon.COPULAS or (lexicon.is_finite(words.keys[end]) and between == "")
    if not verb or between not in ("", ",") or not any(lexicon.is_finite(element.key) for element in left):
        return None
    subject = words.keys[start - 1] in _OPENING or paused(words, start)
    predicated = any(key in lexicon.COPULAS or key in lexicon.MODALS for key in words.keys[start:end])
    return Change.CONJUNCTION if subject and not predicated else None


def renames(bracket: Element, index: int, quoted: Quoted, words: Words) -> bool:
    """Whether a bracket puts one name for another: "Dr [Marsh]" for "Dr Lunn"."""
    written = bracket.span.of(quoted.text).strip("[]")
    # "The [Commission]" for "the Board" says what is meant.
    if bracket.key in lexicon.OPENERS | lexicon.PRONOUNS or not index or words.keys[index - 1] in lexicon.OPENERS:
        return False
    return bracket.kind is BRACKET and is_other_name([written], words, index)


def _said_otherwise(
    elements: Sequence[Element], own: list[str], place: tuple[int, int], quoted: Quoted, words: Words
) -> Change | None:
    """Whether a bracket names another person than the source, or asserts what it only reports or supposes."""
    opens = any(elements[0] is segment[0] for segment in quoted.segments)
    inside = elements[0].span.of(quoted.text)[1:-1]
    if len(elements) == 1 and misnamed(inside, words, *place, opens=opens):
        return Change.NAME
    shown = {element.key for segment in quoted.segments for element in segment}
    return asserted(own, words, *place, shown, opens=opens)


def _put_in(own: list[str], words: Words, before: int, at: int) -> Change | None:
    """What words of the author's change that are put in at source word `at` and stand for none of its own.

    Args:
        own: the words.
        words: the source.
        before: the word at which the sentence is looked for that they belong to, together with `at`.
        at: the word before which they are put in.
    """
    if denied_anew(own, words, before, at + 1) or denied_in_a_bracket(own, [], words, at):
        return Change.NEGATION
    if widened(own, words, before, at + 1):
        return Change.QUANTIFIER
    return explained(own, words.keys[max(0, at - AROUND) : at + AROUND])


def _in_brackets(start: int, words: Words) -> bool:
    """Whether the source has a bracket around its words too."""
    at = words.starts[start]
    return words.text[at] == "[" or words.text[max(0, at - 3) : at].rstrip().endswith("[")
