"""The head of a source's text: its lines up to where prose begins, on which stand its title, people, date, address.

A plain text does not say which of these lines is which: the first may be an institution, a series, a person, an
address. So the lines are kept as they stand, and a reference is laid against all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from holdwater.patterns import waiting
from holdwater.sources.words import Words, alike, is_year

_CHARACTERS = 2_000
_LINES = 14
_LONG = 300  # characters of a run of lines, over which it is prose whatever it ends with
_WIDE = 150  # and of a first line that ends in a full stop; a shorter one may be how the text wants to be cited
_WRAPPED = 50  # characters of a line that may go on in the next
_SENTENCE = 8  # words, from which on a run of lines that ends in a full stop is prose

_BEGINS = waiting(
    r"(?i:abstract|summary|introduction|contents|table of contents|preface|foreword|executive summary"
    r"|key (?:points|findings)|(?:chapter|part|section|book)\s(?:1|i|one)\b.{0,60}|[1i]\.?\s.{0,60}"
    r"|notes? to editors)\W*"
)
_SENTENCE_END = waiting(r"[.!?][”\"’')\]]?\s*\Z")
_ADDRESS = r"<?(?P<url>https?://[^\s<>]+?)>?[.,;)]?"
_ADDRESSED = waiting(
    r"(?i:(?:(?:source|original|canonical|archived|page)?\s?(?:url|link|address|web ?page|web ?site|permalink)"
    r"|source|original|from|web|(?:retrieved|downloaded|saved|taken|copied|accessed|available|archived|captured|printed|published)"
    r"(?:\sonline)?(?:\s(?:from|at|on))?)\s?:?\s)?"
    rf"{_ADDRESS}(?:[\s,;(\[]+(?i:on|retrieved|accessed|visited|\d).{{0,40}})?"
)
_DOI = waiting(r"(?:.{0,80}[\s.;,])??(?i:doi:?\s*|https?://(?:dx\.)?doi\.org/)+(?P<doi>10\.\d{4,9}/[^\s<>]+?)[.,;)]?")
_ISBN = waiting(r"(?i:e?isbn)(?:-1[03])?:?\s*(?P<isbn>(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])")
_FURNITURE = waiting(
    r"(?i:for immediate release|(?:press|news|media) (?:release|notice|statement)(?:\s[\w/.-]{1,12})?"
    r"|embargoed\b.{0,80}|for release\b.{0,60}|uncorrected transcript|draft|not for citation|confidential)\W*"
)
_OF_ANOTHER = waiting(
    r"(?i)\b(?:reviewed|book reviews?|review(?:s|ers?)? (?:of|by|essay|article)|repl(?:y|ies) to|respon(?:se|ds?) to"
    r"|comments? on|rejoinder|correction|corrigend(?:um|a)|errat(?:um|a)|retraction|obituary)\b"
)
_OF_A_PART = waiting(
    r"(?i)(?:appendix|annex|part|lecture|session)\s"
    r"(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_VISITED = waiting(
    r"(?i)\b(?:accessed|retrieved|visited|viewed|downloaded|saved|captured|archived|last (?:modified|checked)"
    r"|printed (?:from|on)\b)\b.*"
)
_PAGE = waiting(r"\[?(?i:pp?|page)\.?\s?\d{1,3}\]?")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6}|\.)?"
_DAY = waiting(
    rf"(?i)\b(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?),?\s\d{{4}}\b"
)
_NOTED = waiting(r"\[[^\[\]]{20,900}[.!?]\]")
_APART = waiting(r" {4,}|\t+")
_PAGE_MARK = waiting(r"\[?(?i:fols?|ff?|pp?|page|folio)\.?\s?\d+\s?[rv]?\]?")


def head_of(text: str) -> list[str]:
    """The lines of a text before its prose begins, at most fourteen, without the blank ones.

    What stands far apart on one line counts as two. A note in square brackets is whoever typed the text out, and the
    page below the name and day of a newspaper does not begin its prose: the headline does.
    """
    found: list[str] = []
    for whole in _runs(text[:_CHARACTERS]):
        run = _below_page(whole) if any(map(_DAY.search, found)) else whole
        if _NOTED.fullmatch(" ".join(run)) or not run:
            continue
        if found and _is_prose(run):
            break
        lines = run if found else _before_prose(run)
        found += lines
        if len(lines) < len(run) or len(found) >= _LINES:
            break
    pieces = (piece for line in found for piece in _APART.split(line))
    return [" ".join(piece.split()) for piece in pieces][:_LINES]


def _below_page(run: list[str]) -> list[str]:
    """These lines without a page that the first of them gives: below the day's date, it is that of a newspaper."""
    return run[1:] if _PAGE.fullmatch(run[0]) else run


def _before_prose(run: Sequence[str]) -> list[str]:
    """The lines that a text begins with; no blank line may stand between the last of them and its first sentence."""
    for index, (line, following) in enumerate(pairwise((*run, ""))):
        long = len(line.split()) >= _SENTENCE
        goes_on = index > 0 and following[:1].islower() and len(line) > _WRAPPED
        ends = _reads_as_sentence(line) and (index or len(line) > _WIDE)
        if len(line) > _LONG or (long and (goes_on or ends)):
            return list(run[:index])
    return list(run) if len(" ".join(run)) <= 2 * _LONG else []


def _runs(text: str) -> Iterator[list[str]]:
    run: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            run.append(line.strip())
        elif run:
            yield run
            run = []


def _is_prose(run: Sequence[str]) -> bool:
    text = " ".join(run)
    if _BEGINS.fullmatch(run[0]) or _PAGE_MARK.fullmatch(run[0]):
        return True
    return len(text) > _LONG or (len(text.split()) >= _SENTENCE and _reads_as_sentence(text))


def _reads_as_sentence(text: str) -> bool:
    """Whether it ends as a sentence does, and half of its words begin with a small letter."""
    words = text.split()
    small = sum(word[0].islower() for word in words)  # "Argued October 9, 1958. Decided June 4, 1959." has none
    return bool(_SENTENCE_END.search(text)) and 2 * small >= len(words)


def title_in(lines: Sequence[str], said: str) -> str:
    """What a text is called: what its reader took for its title, or the next line where that is only an address,
    a label or what every release of its kind says; "" where nothing is left."""
    wanted = " ".join(said.split())
    if not wanted or not _is_furniture(wanted):
        return wanted
    return next((line for line in lines if not _is_furniture(line) and not is_year(line)), "")


def without_visits(line: str) -> str:
    """A line without what it says of when, and by whom, the text was looked at or saved."""
    return _VISITED.sub("", line).strip(" ,;([")


def _is_furniture(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (_FURNITURE, _ADDRESSED, _DOI))


def identifiers_in(lines: Sequence[str]) -> Iterator[str]:
    """The identifiers that the head of a text gives of itself: of a kind that a line of it consists of, if it is one.

    The head of a review or a comment gives those of another work, and the address of a site is not that of a page.
    """
    if any(_OF_ANOTHER.search(line) for line in lines):
        return
    for scheme, shape in (("doi", _DOI), ("isbn", _ISBN), ("url", _ADDRESSED)):
        found = {match[scheme] for line in lines if (match := shape.fullmatch(line))}
        found = {one for one in found if scheme != "url" or _names_a_page(one)}
        if len(found) == 1:
            yield f"{scheme}:{found.pop()}"


def _names_a_page(address: str) -> bool:
    rest = address.partition("://")[2].partition("/")[2].strip("/")
    return bool(rest) and "doi.org/" not in address


@dataclass(frozen=True)
class Head:
    """The lines at the head of a text, folded; a line's end is a line break in the gaps between the words."""

    lines: tuple[str, ...]

    @cached_property
    def words(self) -> Words:
        """The words of all lines, in order."""
        return Words.of("\n".join(self.lines))

    @cached_property
    def rows(self) -> tuple[tuple[int, int], ...]:
        """Where the lines with words begin and end, as indices of `words`."""
        ends = [index + 1 for index in range(len(self.words)) if self.ends_line(index)]
        return tuple(zip((0, *ends), ends, strict=False))

    @cached_property
    def pieces(self) -> tuple[tuple[str, ...], ...]:
        """What stands on a line, between commas on one, or on two lines, each kind the longest first."""
        pairs = [(one[0], other[1]) for one, other in pairwise(self.rows)]
        ends = {0, *(end for _, end in self.rows), *(end for _, end in self.words.segments())}
        found: dict[tuple[str, ...], None] = {}
        for ranges in ([*self.rows, *pairwise(sorted(ends))], pairs):
            pieces = {self.words.texts[start:end] for start, end in ranges}
            found |= dict.fromkeys(sorted(filter(_says_something, pieces), key=lambda piece: (-len(piece), piece)))
        return tuple(found)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that stand in it."""
        return frozenset(year for year, _ in self.words.years)

    def of_another(self, said: frozenset[str]) -> bool:
        """Whether it is that of a text about another work: a review, an erratum; not where `said` says so too."""
        found = (match for line in self.lines for match in _OF_ANOTHER.finditer(line))
        return any(not Words.of(match[0]).bag & said for match in found)

    def of_a_part(self, said: frozenset[str]) -> bool:
        """Whether it is that of a part of a work, "Part 2: The Market"; not where `said` names that part.

        A chapter is no such part: whoever has the one chapter that is cited has what is to be checked.
        """
        parts = (Words.of(match[0]).texts for line in self.lines if (match := _OF_A_PART.match(line)))
        return any(not _is_named(label, number, said) for label, number in parts)

    def opens(self, index: int) -> bool:
        """Whether a title may begin at word `index`: with a line, or behind a mark that ends what stands before it."""
        before = self.words.all[index].before
        return not index or any(mark in before for mark in "\n:–—|•·?.")

    def closes(self, index: int) -> bool:
        """Whether a title may end with word `index`: with its line, or before a mark that ends it."""
        after = self.words.all[index].after
        return index + 1 == len(self.words) or any(mark in after for mark in '\n:–—|•·?.,;([”"»')

    def ends_line(self, index: int) -> bool:
        """Whether word `index` is the last of its line."""
        return index + 1 == len(self.words) or "\n" in self.words.all[index].after


def _says_something(piece: tuple[str, ...]) -> bool:
    """Whether it is more than a lone figure or letter."""
    return any(len(word) > 1 and not word.isdigit() for word in piece) or len(piece) > 2


def _is_named(label: str, number: str, said: frozenset[str]) -> bool:
    numbered = any(alike(number, word) for word in said)
    return numbered and any(word[:2] == label[:2] for word in said)
