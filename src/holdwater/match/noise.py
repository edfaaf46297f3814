"""What stands between a source's words without being said: page heads, line numbers, note digits, marks of a format.

`clean` takes it out of a stretch of raw text and brings typed signs to one form, so that two stretches that read alike
become the same words. It is asked only about the few places where a quotation and its passage differ.

    "the town\\n\\n214      THE SIEGE\\n\\ncould hold"   the town could hold
    "AT&amp;T&nbsp;Tower"  AT&T Tower         "x <= .5"  x ≤ 0.5        "1 250"  1250
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Set

from holdwater.match.furniture import NEAR, furniture_at
from holdwater.match.normalise import keys_of
from holdwater.patterns import waiting

PAGE_HEAD = 100
"""Characters: a longer line is no page head."""
REACH = 1_500
"""Characters on either side that are searched for the lines that go on with a count."""
NOTES_WITHIN = 400_000
"""Characters behind a note's digits in which its note is looked for."""

CLEANABLE = waiting(r"[\d\n\f&*_<>=+⩽⩾\[\]¼½¾⅐-⅞]")
"""A stretch without any of these has nothing to clean."""
_BREAK = waiting(r"\n[ \t]*\r?\n|\f|\x0b")
_NUMBER_LINE = waiting(
    r"\W{0,6}(?:p(?:age|\.)?\s{0,3})?(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,3}(?:of|/)\s{0,3}\d{1,4})?\W{0,6}", re.IGNORECASE
)
_NUMBERED_HEAD = waiting(
    r"(?:\[?(?:p(?:age|\.)\s{0,3})?\d{1,4}\]?(?:\s{2,}|\s\|\s|\t).*\D|.*\D(?:\s{2,}|\s\|\s|\t)\[?(?:p(?:age|\.)\s{0,3})?\d{1,4}\]?)",
    re.IGNORECASE,
)
_SMALL = frozenset("a an the of and or in on for to at by from with".split())
"""Words that titles have in small letters."""
_LINES = waiting(r"\r?\n|(?<=\f)|(?=\f)")
_SAID = waiting(r"[.!?:]['\"”’)\d\[\]]*\s*$")
_COLUMNS = waiting(r"\S\s{3,}\S|^\s{8,}\S")
_SENTENCE_END = waiting(r"[.!?:;,]\s*$")
_SPEAKING = waiting(
    r"(?<![\w-])(?:not?|never|none|nor|unless|except|if|but|must|shall|may(?!\s\d)(?<!(?-i:\d\sMAY))(?<!(?-i:\d\sMay))|should|will|can|cannot|is|are|was|were)"
    r"(?![\w-])|n['’]t\b",
    re.IGNORECASE,
)
"""What a sentence has and a running title has not; "May 2005" and "26 MAY" are dates there, and "IS-IS" a name."""
_FOOTNOTE = waiting(
    r"(?<=[\w.,;:!?'\"”’)])(\((?:[a-z]|\d{1,3})\)|\[(?:[a-z]|\d{1,3})\]|[*†‡§¶]{1,2}|(?<=[^\d\s])\d{1,3})(?=\s)"
    r"([^\0]{0,600}?)\n[ \t]*\r?\n[ \t]*\1\.?[ \t][^\n]+(?:\n[ \t]*\S[^\n]*)*(?=\n[ \t]*\r?\n)"
)
"""A note's mark and its note at the page's foot: a paragraph that begins with the same mark."""
_LINE_NUMBER = waiting(r"(?<=\n)[ \t]*(\d{1,4})[ \t]+(?=\S)")
_LOOSE_MARK = waiting(r"(?<=[.,;:!?\"'”’)])[ \u00a0](\d{1,3})(?=\s+[\"“(]?[A-Z])")
_MARKS = waiting(r"(?<=[^\W\d_][.,;:!?\"'”’)])\d{1,3}(?:[,–-]\d{1,3}){1,4}(?=\s|$)")
_PARAGRAPH = waiting(r"(?<=[.;:])\s+[(]?(\d{1,2})[.)](?=\s+[\"“(]?[A-Z])")
_GLUED_YEAR = waiting(r"\b(1\d{3}|20\d{2})[.,]\d{1,3}(?=\s+[\"“(]?[A-Z])")
_EMPHASIS = waiting(r"(\*{1,3})(?=[^\W\d])([^*\n]{2,200}?)(?<=[^\W\d])\1|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])")
_GROUPS = waiting(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?![\d.,]?\d)")
_LETTERED = waiting(
    r"(?:(?<=[^\W\d_]{3}[.,;:])|(?<=\)[.,;:])|(?<=[.,;:]['\"”’]))(?:[a-z]|[⁰¹²³⁴-⁹]{1,3})(?=\s+[\"“(]?[A-Z]|\s*$)|(?<=\d[.,;:])[⁰¹²³⁴-⁹]{1,3}(?=\s)"
)
_NOTED = waiting(
    r"\[\d{1,3}, ?pp?\. ?\d{1,4}(?:[–-]\d{1,4})?\]|\[\^[\w-]{1,20}\]"
    r"|\[(?:(?:citation|clarification|source|page|quotation) needed|(?:by )?(?:who|whom|when|where|which)\?|dubious|sic"
    r"|(?:note|notes|n\.?|nb|fn\.?|footnote|ref\.?) ?\d{1,3})\]|(?<=[.,;:!?'\"”’\]])\[[a-z]\]",
    re.IGNORECASE,
)
"""Marks that a reference work's editors put behind a statement: [citation needed], [note 3], [a], [^3]."""
_TARGET = waiting(r"(?<=\])\(https?://[^\s()]{1,300}\)")
"""Where a link of Markdown leads to: [the minutes](https://…)."""
_TAG = waiting(
    r"<(/?)(a|abbr|b|big|br|cite|em|font|hr|i|mark|p|q|s|small|span|strong|u)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
"""A tag of HTML that says how its words look."""
_LONE_TAGS = frozenset(("br", "hr"))
TAGGED = 2_000
"""Characters within which a tag has its other half; a lone <b> may stand between signs."""
_QUOTED_LINE = waiting(r"(?<=\n)[ \t]*>[> \t]*")
_QUOTE_MARK = waiting(r"[ \t]*>")
"""The mark before a line that is quoted: > …"""
_CARRIED_OVER = waiting(r"(?<=[^\W\d_])¬[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""The sign that some scanners give for a hyphen at a line's end."""
_COLUMN_HEAD = waiting(
    r"(?<=\n)[ \t]*(?:\d{1,4}[ \t]{3,}(?P<behind>\S[^\n]*?)|(?P<before>\S[^\n]*?)[ \t]{3,}\d{1,4})[ \t]*(?=\r?\n)"
)
"""A line with a number set apart at one end."""
_DATED = waiting(
    r"\[?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{4})?\]?", re.IGNORECASE
)
_IN_COLUMNS = waiting(r"\S {3,}\S")
_NOTE_AT_FOOT = waiting(r"(?<=\n)[ \t]*([*†‡§¶]{1,2}|\d{1,3})\.?[ \t][^\n]+(?:\n[ \t]*\S[^\n]*)*(?=\n[ \t]*\r?\n)")
"""A paragraph that begins with a note's mark."""
NOTE_BEFORE = 600
"""Characters before a note in which its mark stands."""
_VERSE = waiting(r"(?<=[.,;:!?'\"”’)])(\s+)((?:\d{1,3}:)?\d{1,3})(?=\s+[\"“(]?[A-Z])")
_VERSE_BESIDE = r"(?:^|\n|[.,;:!?'\"”’)]\s+){}(?=\s+[\"“(]?[A-Z])"
_VERSE_BEHIND = waiting(r"(?<=\S)[ \t]{3,}(\d{1,4})(?=[ \t]*\r?\n)")
"""A number behind a line of verse."""
_PAGE_MARK = waiting(
    r"[\[{|](?:p(?:age|g)?\.? ?)?\d{1,4}[\]}|](?!\w)"
    r"|(?<=\n)[ \t]*\((?:p|pg|page)\.? ?\d{1,4}\)[ \t]*(?=\r?\n)",
    re.IGNORECASE,
)
"""A page's number in mid-text: [p. 13], {13}, |13|; (p. 13) on a line of its own."""
_TAGGED_MARK = waiting(r"<sup>\[?\d{1,3}\]?</sup>|(?<=[^\W\d_][.,;:!?])(?:\^\d{1,3}|\(\d{1,3}\)|\{\d{1,3}\})(?=\s|$)")
_RAISED_POINT = waiting(r"(?<=\d)·(?=\d)(?!10\b)")
_VULGAR = waiting(r"(\d?)([¼½¾⅐-⅞])")
_FRACTION = waiting(r"(?<![\d.,/])(\d{1,3})/(\d{1,3})(?![\d/]|[.,]\d)")
"""Three fourths are no "3-4" and no "3, 4": the stroke is kept as a word."""
LONGEST_TAG = 60
"""Characters of `," said Mr. Aldous Wray of Marden. "`."""
_SPEECH_TAG = waiting(r"(?P<closed>[,?!])[\"”’]\s{1,3}(?P<tag>[^\"“”]{4,48})(?P<stop>[.,;])\s{1,3}[\"“‘]")
_SPEAKING_VERBS = frozenset(
    "said says replied answered added adds asked asks continued cried explained explains wrote writes declared told "
    "tells recalled recalls remembered insisted insists observed remarked noted warned warns argued argues admitted "
    "concluded complained exclaimed joked whispered muttered shouted ran runs went goes".split()
)
_BARE_POINT = waiting(r"(?<![\w.)\]])\.(?=\d)")
_DASH_MINUS = waiting(r"(?<![\w)\]])[–−](?=\.?\d)")
_RAISED = waiting(r"(?<!\w\w\w)(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TYPED = (("<=", "≤"), (">=", "≥"), ("=<", "≤"), ("⩽", "≤"), ("⩾", "≥"), ("!=", "≠"), ("+/-", "±"), ("+-", "±"))
_MAY_BE_TYPED = waiting(r"[=+⩽⩾]")
_DIGIT = waiting(r"[\d¼½¾⅐-⅞]")
_NUMBERED_NOUNS = frozenset(
    "phase type section part figure fig table level class stage step version group grade article page chapter covid "
    "note line day unit layer appendix annex protocol schedule rule form factor team route block zone model task set "
    "arm case test site item clause box slide sample study".split()
)
"""Nouns that are written together with a number of their own: Phase3, Type2."""


def clean(text: str, start: int, end: int) -> str:
    """`text[start:end]` as a reader reads it; the stretch begins and ends with words that are kept.

    Args:
        text: the whole text: whether digits count lines or notes shows in what stands around.
        start: where the stretch begins.
        end: where it ends.
    """
    raw = text[start:end]
    if "<" in raw:
        raw = _TAG.sub(lambda tag: _without_tag(tag, text, start), raw)
    if "\n" in raw:
        raw = _without_marks_of_lines(raw, text, start, end)
        raw = _FOOTNOTE.sub(r"\2", _without_line_numbers(raw, text, start, end))
        raw = _without_page_heads(raw, _known(text, start, end))
    if "&" in raw and ";" in raw:
        raw = html.unescape(raw)
    if "[" in raw:
        raw = _NOTED.sub("", raw)
    if "](" in raw:
        raw = _TARGET.sub("", raw)
    if not _DIGIT.search(raw):
        return unified(raw)
    raw = _PAGE_MARK.sub(" ", _TAGGED_MARK.sub("", raw))
    raw = _LOOSE_MARK.sub(lambda mark: "" if _has_note(text, mark[1], end) else mark[0], raw)
    raw = _PARAGRAPH.sub(lambda mark: "" if _is_counted(text, start, end, int(mark[1])) else mark[0], raw)
    raw = _VERSE.sub(lambda mark: mark[1] if _is_verse(text, start, end, mark[2]) else mark[0], raw)
    return unified(_GLUED_YEAR.sub(r"\1", _MARKS.sub("", raw)))


def _without_tag(tag: re.Match[str], text: str, start: int) -> str:
    """What stands for a tag near `start`: nothing for one of two that belong together, a blank for a line's end."""
    closing, name = tag[1], tag[2].lower()
    if name in _LONE_TAGS:
        return " "
    around = text[max(0, start - TAGGED) : start + TAGGED].lower()
    paired = f"<{name}" in around if closing else f"</{name}>" in around
    return "" if paired else tag[0]


def _without_marks_of_lines(raw: str, text: str, start: int, end: int) -> str:
    """A stretch without what stands at the beginning or end of its lines, or on a line of its own between them."""
    if "¬" in raw:
        raw = _CARRIED_OVER.sub("", raw)
    if ">" in raw and _is_quoted_line(text, start, end):
        raw = _QUOTED_LINE.sub("", raw)
    if not _DIGIT.search(raw) and not _BREAK.search(raw):
        return raw
    raw = _COLUMN_HEAD.sub(lambda line: "" if _is_column_head(line, text, start, end) else line[0], raw)
    raw = _NOTE_AT_FOOT.sub(lambda note: "" if _has_mark(text, start, note[1]) else note[0], raw)
    if not _VERSE_BEHIND.search(raw):
        return raw
    # The count is looked for in the whole text, so the marks are found there again.
    marks = {mark[1] for mark in _VERSE_BEHIND.finditer(text, start, end + 1) if _is_line_count(text, mark)}
    return _VERSE_BEHIND.sub(lambda mark: "" if mark[1] in marks else mark[0], raw)


def _is_quoted_line(text: str, start: int, end: int) -> bool:
    """Whether the lines are marked as quoted on both sides of a line's end, or again on the line behind."""
    first = text.rfind("\n", 0, start) + 1
    behind = text.find("\n", end) + 1
    return bool(_QUOTE_MARK.match(text, first) or (behind and _QUOTE_MARK.match(text, behind)))


def _is_column_head(line: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a line between lines of prose is a page's head: a number, and a title in capitals or with a date."""
    title = line["behind"] or line["before"]
    if len(line[0]) > PAGE_HEAD or _SPEAKING.search(title):
        return False
    raw = line.string
    # The lines beside it may begin before the stretch and end behind it.
    above = text[text.rfind("\n", 0, start) + 1 : start] + raw[: line.start()]
    below = raw[line.end() :] + text[end : text.find("\n", end) + 1 or len(text)]
    beside = above.rstrip().rpartition("\n")[2], below.lstrip().partition("\n")[0]
    if any(map(_IN_COLUMNS.search, beside)):
        return False
    if _IN_COLUMNS.search(title):
        return _DATED.search(title) is not None and title.lstrip("[")[:1].isupper() | title.lstrip("[")[:1].isdigit()
    return title.isupper() and len(title.split()) > 1 and not _DIGIT.search(title)


def _has_mark(text: str, start: int, mark: str) -> bool:
    """Whether a note's mark stands behind a word before `start`: `agreed* … `."""
    glued = re.compile(rf"(?<=[^\W\d_]){re.escape(mark)}(?=\s)|(?<=[^\W\d_][.,;:!?'\"”’)]){re.escape(mark)}(?=\s)")
    return glued.search(text, max(0, start - NOTE_BEFORE), start) is not None


def _is_verse(text: str, start: int, end: int, number: str) -> bool:
    """Whether the verses around are counted: the one before this and the one behind it have their numbers too."""
    chapter, _, verse = number.rpartition(":")
    around = text[max(0, start - REACH) : end + REACH]
    head = f"{chapter}:" if chapter else ""

    def stands(count: int) -> bool:
        return re.search(_VERSE_BESIDE.format(f"{head}{count}"), around) is not None

    count = int(verse)
    return (stands(count - 1) and (stands(count + 1) or stands(count - 2))) or (stands(count + 1) and stands(count + 2))


def _is_line_count(text: str, mark: re.Match[str]) -> bool:
    """Whether a number behind a line counts the lines: another one stands as many lines further on or back."""
    number, at = int(mark[1]), mark.start(1)
    low = max(0, at - REACH)
    for other in _VERSE_BEHIND.finditer(text, low, at + REACH):
        between = text[min(at, other.start(1)) : max(at, other.start(1))]
        lines = sum(map(bool, map(str.strip, between.split("\n")))) - 1
        if lines and lines == abs(number - int(other[1])):
            return True
    return False


def is_speech_tag(text: str, low: int, high: int) -> bool:
    """Whether text[low:high], between two words of one speech, only says whose it is: `," she said. "`.

    A tag behind a full stop, or one that ends in a comma behind a question, may begin what another says.
    """
    found = _SPEECH_TAG.fullmatch(text, low, high) if high - low < LONGEST_TAG else None
    if found is None or not (found["closed"] == "," or found["stop"] == "."):
        return False
    tag = keys_of(found["tag"])
    return not _SPEAKING_VERBS.isdisjoint(tag) and not _SPEAKING.search(found["tag"])


def over_a_page(text: str, start: int, end: int) -> str:
    """A stretch without the lines that stand around a form feed in it: all that code has between its words unsaid."""
    raw = text[start:end]
    return _without_page_heads(raw, _known(text, start, end)) if "\f" in raw else raw


def _known(text: str, start: int, end: int) -> frozenset[str] | None:
    """The lines at a page's end that are its foot and head because they come again; None where it has not both."""
    at = text.find("\f", max(0, start - NEAR), end + NEAR)
    if at < 0:
        return None
    found = furniture_at(text, at)
    both = any(span.end <= at for span in found) and any(span.start > at for span in found)
    return frozenset(span.of(text).strip() for span in found) if both else None


def unified(raw: str) -> str:
    """Raw text with emphasis marks taken out and typed signs and numbers in one form."""
    if _MAY_BE_TYPED.search(raw):
        for typed, sign in _TYPED:
            raw = raw.replace(typed, sign)
    if "*" in raw or "_" in raw:
        raw = _EMPHASIS.sub(r"\2", raw)
    if not _DIGIT.search(raw):
        return raw
    raw = _RAISED_POINT.sub(".", raw)
    raw = _GROUPS.sub(lambda number: "".join(filter(str.isdigit, number[0])), raw)
    raw = _VULGAR.sub(_spelt_out, raw)
    if "/" in raw:
        raw = _FRACTION.sub(r"\1 over \2", raw)
    raw = _RAISED.sub(lambda power: "^" + unicodedata.normalize("NFKC", power[0]), raw)
    return _BARE_POINT.sub("0.", _DASH_MINUS.sub("-", raw))


def _spelt_out(fraction: re.Match[str]) -> str:
    """A fraction of one sign as it is typed: "4½" as "4 1/2", "¾" as "3/4"."""
    parts = unicodedata.normalize("NFKC", fraction[2]).replace("⁄", "/")
    return f"{fraction[1]} {parts}" if fraction[1] else parts


def is_lettered_mark(text: str, start: int, end: int) -> bool:
    """Whether a single letter or raised digits glued behind a stop are a note's mark: `… at once.a The board …`."""
    return end - start <= 3 and _LETTERED.match(text, start, end + 8) is not None


def is_numbered_name(text: str, start: int, end: int) -> bool:
    """Whether the digits of `text[start:end]` are its own (Phase3, Covid19) and no note mark glued to it (alleged1).

    A note's digit is glued to a word once; a name comes with its digits again.
    """
    word = text[start:end]
    if word.rstrip("0123456789").lower() in _NUMBERED_NOUNS:
        return True
    around = text[max(0, start - REACH) : start] + text[end : end + REACH]
    return re.search(rf"\b{re.escape(word)}\b", around) is not None


def _is_counted(text: str, start: int, end: int, number: int) -> bool:
    """Whether the paragraphs around are counted: the one before this or the one behind it has its number too."""
    beside = re.compile(rf"(?:^|[.;:\s])[(]?(?:{number - 1}|{number + 1})[.)]\s")
    return beside.search(text[max(0, start - REACH) : end + REACH]) is not None


def _has_note(text: str, number: str, behind: int) -> bool:
    """Whether a line further on begins with this number, as a note does."""
    note = re.compile(rf"\n[ \t]{{0,8}}[\[(]?{number}[\]).]?[ \t]")
    return note.search(text, behind, behind + NOTES_WITHIN) is not None


def _without_line_numbers(raw: str, text: str, start: int, end: int) -> str:
    if not _DIGIT.search(raw) or not _LINE_NUMBER.search(raw):
        return raw
    around = text[max(0, start - REACH) : end + REACH]
    counted = {int(number) for number in _LINE_NUMBER.findall(f"\n{around}")}

    def taken(found: re.Match[str]) -> str:
        number = int(found[1])
        near = {number - 1, number + 1} <= counted or {number - 5, number + 5} <= counted
        edge = {number + 1, number + 2} <= counted or {number - 1, number - 2} <= counted
        return "" if near or edge else found[0]

    return _LINE_NUMBER.sub(taken, raw)


def _without_page_heads(raw: str, known: Set[str] | None = None) -> str:
    """A stretch without the lines that a page's break puts between its first and its last; `known` are all heads."""
    if not _BREAK.search(raw):
        return raw
    lines = _LINES.split(raw)
    broken = not _SAID.search(lines[0])
    kept = [lines[0]]
    numbered = any(_is_numbered(line) for line in lines[1:-1])
    for index, line in enumerate(lines[1:-1], 1):
        alone = not lines[index - 1].strip() or not lines[index + 1].strip()
        if known is not None:
            head = line.strip() in known
        else:
            head = alone and (_is_numbered(line) or _is_head(line, sure=numbered, broken=broken))
        if line.strip() and not head:
            return raw
    kept.append(lines[-1].lstrip("\f"))
    return "\n".join(kept)


def _is_numbered(line: str) -> bool:
    """Whether a line is a page's number, or has one at either end."""
    line = line.strip()
    if not line or len(line) > PAGE_HEAD:
        return False
    return bool(_NUMBER_LINE.fullmatch(line)) or bool(_NUMBERED_HEAD.fullmatch(line) and not _SPEAKING.search(line))


def _is_head(line: str, *, sure: bool, broken: bool) -> bool:
    """Whether a line is a running title: in capitals or columns, beside a page's number or in mid-sentence."""
    if len(line.strip()) > PAGE_HEAD or not (sure or broken):
        return False
    letters = [character for character in line if character.isalpha()]
    titled = sure and all(map(str.isupper, letters)) and line.rstrip().endswith(".")
    if len(letters) < 4 or (_SENTENCE_END.search(line) and not titled) or _SPEAKING.search(line):
        return False
    return all(map(str.isupper, letters)) or bool(_COLUMNS.search(line)) or (sure and _is_title(line))


def _is_title(line: str) -> bool:
    """Whether a line is written as titles are: "Rules of the Harbour"."""
    words = line.split()
    return words[0][:1].isupper() and all(word[:1].isupper() or word in _SMALL for word in words)
