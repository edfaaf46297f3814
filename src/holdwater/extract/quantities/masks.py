"""Digits and number words that are no quantities: labels, identifiers, versions, clock times, legal citations, list
numbers, addresses, scores, and the digits of note marks that plain text has glued to the words before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from holdwater.document import Span
from holdwater.extract.quantities.intervals import opens_interval
from holdwater.extract.quantities.naming import ends_name, is_aged_name
from holdwater.extract.quantities.numerals import Form, Numeral
from holdwater.patterns import waiting

# Words before a number that make it a label.
_LABELS = frozenset(
    """s ss app bus code ordinance amendment hotline asteroid build id track line lines question port curiae section
    sections sec sect § §§ para paragraph paragraphs clause clauses article articles art arts chapter chapters
    ch chap part volume volumes vol vols no nos nr nrs figure figures fig figs table tables tbl page pages p pp line
    lines verse verses appendix annex exhibit note notes n nn footnote footnotes fn endnote step item question rule
    rules rfc rfcs iso iec ieee ansi nist ietf bcp std fyi din version versions ver v release type grade class phase
    tier category room flat apartment apt suite highway route interstate junction exit platform gate flight windows
    android ios python java html channel district precinct ward zone sector psalm title schedule resolution
    directive regulation convention protocol docket bill form box apollo voyager model boeing airbus mark mk season
    episode book scene canto war formula port error status layer draft edition codex isbn issn doi pmid arxiv id ids
    tel phone fax telephone extension ext zip postcode sheet slide plate map chart graph column row box equation eq
    theorem lemma proposition corollary definition algorithm listing example opinion op slip f.2d f.3d magnitude
    covid sars agenda expo rev revision build patch sha commit issue pr ticket bug cve http tls ssl ipv ip utf x
    player lane track no. chapter's problem case exercise pin pier motion series booth ward berth terminal dock hall
    helpline account invoice order reference ref serial roll licence license permit passport regiment regiments
    battalion squadron division brigade heat lap stage week day group team cluster study experiment trial sample site
    station block camp reactor gate mission squad plot lot locker cell wing bay shaft act cohort arm lots
    stages""".split()
)
# Of those, the ones that ordinary prose puts before a counted number ("in case 300 people …"): capitals only.
_CAPITAL_ONLY = frozenset(
    "part type form mark model gate map class grade case war book row column note notes rule issue title "
    "bill draft release status error example problem item step exercise x player lane season zone "
    "pin motion series ward hall account order reference roll licence license permit heat lap stage week day group "
    "team cluster study experiment trial sample site station block camp reactor mission squad plot lot locker cell "
    "wing bay shaft act division stages lots cohort arm dock "
    "phase tier box rev patch commit chart no p v n art sheet district ward room version sec ch".split()
)
_ABBREVIATED = waiting(r"(?:no|nos|p|pp|v|n|art|sec|ch|vol|fig|op|ver|nr|nrs|rev|ex)\.$", re.IGNORECASE)
_SHARE = waiting(r"\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_COUNTS = waiting(r"\s(?!(?:and|or|to|of|at|in|on|for|above|below|supra)\b)[a-z]{3}")
_CHAIN = waiting(
    r"\s?(?:,|;|-|–|—|and|or|&|to|through|, and|, or|, at|at)\s?(?:(?:and|or|to|pp?\.|at|n\.)\s)?|\s?[-–.:/]\s?"
    r"|\([a-z]\)[\s,]*|\sof\s"
)
_CHAIN_END = waiting(
    r"\s?(?:[,.;:)\]\-–]|and\b|or\b|of\b|\()|\s*$|\s(?:is|are|was|were|has|have|had|will|would|may|must|shall|can|in|on|at|by|for|from|with|to)\b|\s?\([a-z0-9]+\)|\s\(|\snn?\."
)

_CLOCK = waiting(
    r"(?:[:.][0-5]\d(?:[:.][0-5]\d)?)?\s?(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|\s?o['’]clock|hrs\b(?=\s(?:on|GMT|UTC)))"
    r"|:[0-5]\d(?::[0-5]\d)?(?!\d|:\d)(?:\s?(?:GMT|UTC|CET|EST|hours|hrs))?"
)
_DOTTED = waiting(r"(?:\.\d+)+(?:[-+.]?(?:alpha|beta|rc|dev|a|b)\.?\d*)?")
_REPORTER = waiting(
    r"\s(?:U\.\s?S\.|S\.\s?Ct|L\.\s?Ed|F\.\s?(?:2d|3d|4th|Supp|Cas)|Fed\."
    r"|[A-Z][a-z]{0,6}\.\s?(?:(?:[A-Z][\w']{0,5}\.?|2d|3d|4th|at|§)\s?){0,4}\s?(?=§|\d|_)"
    r"|Wall\.|Wheat\.|How\.|Pet\.|Cranch|Dall\.|Stat\.|[A-Z](?:\.\s?[A-Z])+\.?,?\s(?:\d|§|at\s\d|_)|(?:Op|Ops)\.\s"
    r"|C\.?F\.?R\.?|USC|US\s\d|Cong(?:\.|ress)|WL\s\d|ER\s\d|AC\s\d|QB\s\d|All\sER)"
)
_CITED = waiting(r"(?:[A-Z][\w’']*\.|\b[A-Z]\.|2d|3d|4th|U\.\s?S\.|Ct\.|Ed\.|Supp\.|Stat\.|Rep\.|Rev\.|at|L\.\s?J\.)$")
_PAGE_END = waiting(r"[.,;:)\]]|\s?\(|\s?[-–]\s?\d|\sof\s\d|\sn{1,2}\.|\s*$|\s[a-z]?\.\s")
_STREET = waiting(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z'’]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way"
    r"|Square|Sq|Place|Pl|Court|"
    r"Terrace|Crescent|Row|Gardens|Close|Highway|Parkway|Quay)\b"
)
_PHONE = waiting(r"[-. ]\d{2,4}[-.]\d{3,4}|-\d{4}(?![\d])")
_LEADING_ZERO = waiting(r"-0\d{3}(?!\d)")
_SCORE = waiting(r"\s?[-–]\s?(\d+)(?![\d%.,]*\d|\s?%)")
_SPORT = waiting(
    r"\b(?:won|win|wins|beat|beaten|lost|lose|drew|draw|defeat\w*|victory|goals?|score[ds]?|vote[ds]?|match|game)\b"
)
_VOTED = waiting(r"\b(?:passed|carried|rejected|approved|voted|defeated|vote\sof|beat|won|lost)\s(?:it\s|by\s)?$")
_YEARLIKE = waiting(r"(?:1[5-9]|20)\d\d[1-9]\d{0,2}$")
_LINE_START = waiting(r"(?:^|\n)[ \t>#*|-]*[(\[]?$")
_ENUMERATED = waiting(r"[.)]\s+\S|\](?:\s|$|:)|\.?\s+[A-Z]")
_NEEDLES = ("://", "www.", "doi:", "doi.org", "urn:")
_LINE_END = waiting(r"[ \t]*\n")
_COLUMN_BEHIND = waiting(r" {2,}\S| [\dxX]|\s?[}=|]|[ \t]+$| [0-9A-F]{2}\b", re.MULTILINE)
_SPACE = waiting(r"\s|$")
_OPENERS = frozenset("([{“\"‘'$€£¥₹~≈<>=≥≤+-−–—*_/|")
_DASHED = frozenset(
    "mid under over post pre non sub pro about nearly almost roughly around approx and or to of with the some "
    "another only early late every half twenty thirty forty fifty sixty seventy eighty ninety us usd eur gbp aged a an "
    "from between for by at in".split()
)


class Masks:
    """What of one text is masked: the spans that were given, web addresses, and what the words around a number say.

    `within` are the paragraphs that are read: addresses elsewhere are not looked for.
    """

    def __init__(self, text: str, spans: Iterable[Span], *, within: Sequence[Span]) -> None:
        self._text = text
        found = [(span.start, span.end) for span in spans]
        found += (address for paragraph in within for address in _addresses(text, paragraph))
        found.sort()
        self._starts = [start for start, _ in found]
        reach, self._reach = 0, []
        for _, end in found:
            reach = max(reach, end)
            self._reach.append(reach)
        self._label_end = -1
        self._dashed_end = -1

    def covered(self, start: int, end: int) -> int:
        """Where the masked span that touches start..end ends; -1 if none does."""
        index = bisect_right(self._starts, end - 1) - 1
        return self._reach[index] if index >= 0 and self._reach[index] > start else -1

    def is_label(self, numeral: Numeral, line: int) -> bool:
        """Whether the words around a numeral make it a label, an identifier, a time, a citation, a list's number.

        `line` is where the paragraph begins: nothing before it is read. A label goes on over "and", "to" and commas:
        "sections 3, 4 and 7".
        """
        if self._is_named(numeral, line) or self._goes_on(numeral):
            self._label_end = numeral.end
            return True
        if not self._is_glued(numeral, line):
            return False
        if self._text[numeral.end : numeral.end + 1] in ("-", "–"):
            # What follows the dash of a score or a telephone number is no number either.
            self._label_end = self._dashed_end = numeral.end
        return True

    def _goes_on(self, numeral: Numeral) -> bool:
        if not 0 < numeral.start - self._label_end <= 8 or numeral.form is not Form.DIGITS:
            return False
        gap = self._text[self._label_end : numeral.start]
        if gap in ("-", "–") and self._dashed_end == self._label_end:
            return True
        return _CHAIN.fullmatch(gap) is not None and _CHAIN_END.match(self._text, numeral.end) is not None

    def _is_named(self, numeral: Numeral, line: int) -> bool:
        if numeral.form is Form.DIGITS or self._text[numeral.start].isdigit():
            return (
                self._named(numeral, line)
                or self._cited(numeral, line)
                or self._in_list(numeral, line)
                or ends_name(self._text, numeral, line)
            )
        return self._named(numeral, line)

    def _is_glued(self, numeral: Numeral, line: int) -> bool:
        text, start = self._text, numeral.start
        if not text[start].isdigit() and numeral.form is not Form.DIGITS:
            return False
        previous = text[start - 1] if start else "\n"
        if previous not in " \n\u00a0" and self._glued_before(numeral, line, previous):
            return True
        follow = text[numeral.end : numeral.end + 1]
        if follow and follow not in ",;" and self._glued_behind(numeral, follow):
            return True
        return self._is_bare_clock(numeral)

    def _is_bare_clock(self, numeral: Numeral) -> bool:
        """ "at 14.30": an hour with minutes, a full stop between them."""
        text, start, end = self._text, numeral.start, numeral.end
        if (
            end - start > 5
            or text[end - 3 : end - 2] != "."
            or numeral.value >= 24
            or not text.startswith("at ", max(0, start - 3))
        ):
            return False
        follows = _PAGE_END.match(text, end) is not None or text.startswith((" in ", " on "), end)
        return text[end - 2] < "6" and follows

    def _named(self, numeral: Numeral, line: int) -> bool:
        """A word before it that makes it a label: "Section 3", "No. 12", "Chapter Two"."""
        before = self._text[max(line, numeral.start - 24) : numeral.start]
        spaced = before.rstrip('([“"#')
        stripped = spaced.rstrip()
        if spaced == stripped or not stripped:
            return False
        written = stripped[max(stripped.rfind(" "), stripped.rfind("\n")) + 1 :].lstrip("([“\"‘'—–")
        if written and written[-1] in ",;:)!?":
            return False
        word = written.rstrip(".").lower()
        if word not in _LABELS or _SHARE.match(self._text, numeral.end):
            return False
        if before[len(stripped) :].strip() == "(" and _COUNTS.match(self._text, numeral.end):
            return False  # "the sample (412 people)"
        capital = written[:1].isupper() or written[:1] == "§"
        if numeral.form is not Form.DIGITS and numeral.form is not Form.PART:
            return capital
        if word in _CAPITAL_ONLY and not capital:
            return _ABBREVIATED.search(written) is not None
        return not (written.endswith(".") and _ABBREVIATED.search(written) is None and len(word) > 5)

    def _glued_before(self, numeral: Numeral, line: int, previous: str) -> bool:
        """What stands before it without a space: the word of an identifier, or the end of a sentence with a note "
        "mark."""
        text, start = self._text, numeral.start
        if previous in "%)]”’!?;…":
            return (
                not (previous in "’" and (start < 2 or text[start - 2].isspace())) or text[start : start + 2].isdigit()
            )
        if previous in "#@_&\\" or (previous in "-–" and self.covered(start - 2, start - 1) >= 0):
            return True
        if previous in ".,:":
            return start >= 2 and not text[start - 2].isspace() and not self._abbreviated(start)
        if previous == '"':
            return start >= 2 and not (text[start - 2].isspace() or text[start - 2] in "([—–=:")
        if previous in "'‘" and text[start : start + 2].isdigit() and not text[start + 2 : start + 3].isdigit():
            return True
        left = start
        while left > line and not text[left - 1].isspace() and start - left < 30:
            left -= 1
        return self._identifier(text[left:start])

    def _abbreviated(self, start: int) -> bool:
        """Whether the stop before `start` ends an abbreviation that numbers follow: "Rs.500", "c.1200"."""
        left = max(0, start - 4)
        word = self._text[left:start].split(" ")[-1]
        return word in ("Rs.", "c.", "ca.", "U.S.") or (len(word) == 1 and word == ".")

    def _identifier(self, prefix: str) -> bool:
        """Whether the characters glued before a number make a name of it: "COVID-19", "B-52", "foo/3", "x_2"."""
        if all(char in _OPENERS for char in prefix):
            return prefix.count("/") > 0 or prefix.count(".") > 1
        bare = prefix.lstrip("([{“\"‘'").rstrip("-‐‑−–—$€£/ ")
        if prefix[-1] in "—–" and bare.isalpha() and bare.islower():
            return False
        if prefix[-1] in "$€£¥₹":
            return False
        if prefix[-1] in "-‐‑−" and bare.lower() in _DASHED:
            return False
        if prefix[-1] in "=<>≥≤~≈(" and prefix.count("=") <= 1:
            return False
        if bare.replace(",", "").replace(".", "").replace("%", "").isdigit():
            return "/" in prefix or prefix.count("-") > 1
        return bare not in ("Rs", "±")

    def _glued_behind(self, numeral: Numeral, follow: str) -> bool:
        text, end = self._text, numeral.end
        if follow == "." and (text.startswith("..", end) or _DOTTED.match(text, end)):
            return True
        if (
            numeral.value < 25
            and self._is_hour(numeral)
            and (follow in ":. " or follow in "apo")
            and _CLOCK.match(text, end)
        ):
            return True
        if follow.isalpha():
            return False  # the unit's business
        if follow == "°":
            return self._is_coordinate(text, end)
        if follow in "-–":
            return self._hyphenated(numeral)
        if follow == "/":
            return text[end + 1 : end + 2].isdigit() or text.startswith("10.", numeral.start)
        if follow in "_=@\\|":
            return follow != "=" and follow != "|"
        return False

    def _is_hour(self, numeral: Numeral) -> bool:
        """Whether digits may be an hour, or an hour and its minutes: not "2.1"."""
        _, dot, minutes = self._text[numeral.start : numeral.end].partition(".")
        return not dot or len(minutes) == 2

    @staticmethod
    def _is_coordinate(text: str, end: int) -> bool:
        return re.match(r"°\s?\d{1,2}\s?[′']", text[end : end + 8]) is not None

    def _hyphenated(self, numeral: Numeral) -> bool:
        """Telephone numbers, and scores: "3-1", but not "1-3"."""
        text = self._text
        phone = _PHONE.match(text, numeral.end)
        if phone and (phone.end() - numeral.end > 7 or "+" in text[max(0, numeral.start - 1) : numeral.start + 1]):
            return True
        if _LEADING_ZERO.match(text, numeral.end):
            return True
        match = _SCORE.match(text, numeral.end)
        if match is None or "." in text[numeral.start : numeral.end]:
            return False
        if _VOTED.search(text, max(0, numeral.start - 40), numeral.start):
            return True
        if float(match.group(1)) <= numeral.value and len(match.group(1)) <= 2:
            return not self._shortened(numeral, match.group(1))
        window = text[max(0, numeral.start - 30) : match.end() + 20]
        return numeral.value < 20 and float(match.group(1)) < 20 and _SPORT.search(window) is not None

    def _shortened(self, numeral: Numeral, second: str) -> bool:
        """ "150-60": a range whose second number leaves out its first digits."""
        return numeral.value >= 100 and len(second) == 2

    def _cited(self, numeral: Numeral, line: int) -> bool:
        """A volume or page of a legal citation: "384 U.S. 436, 444", "42 U.S.C. § 1983", "Id., at 12"."""
        text, end = self._text, numeral.end
        if not text[numeral.start : end].isdigit():
            return False
        named = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if named and (_REPORTER.match(text, end) or _STREET.match(text, end)):
            return True
        before = text[max(line, numeral.start - 26) : numeral.start].rstrip(" \n(")
        if before.endswith((" at", "supra", "ante", "post", "infra", ".,", "supra,", "ante,", "post,", "infra,")):
            paged = before.endswith((",", "a", "e", "t")) and (
                not before.endswith(" at") or before[:-3].rstrip()[-1:] in ".,_—"
            )
            return paged and _PAGE_END.match(text, end) is not None
        if before.endswith((".", "2d", "3d", "4th", "§", "§§")):
            return before.endswith("§") or self._after_reporter(before)
        return text[numeral.start : end].isdigit() and end - numeral.start == 5 and _zip(before)

    @staticmethod
    def _after_reporter(before: str) -> bool:
        return (
            re.search(
                r"(?:^|[\s(])(?:\d+|_+|-+)\s(?:[A-Z][\w’']*\.?\s?|[a-z]{1,3}\.\s?|2d|3d|4th|&\s?|\.){1,6}$", before
            )
            is not None
        )

    def _in_list(self, numeral: Numeral, line: int) -> bool:
        """A number that opens a list's item or stands alone in brackets: "2. The …", "(3)", "[12]"."""
        text, start, end = self._text, numeral.start, numeral.end
        if numeral.form is not Form.DIGITS or numeral.scaled:
            return False
        follow = text[end : end + 1]
        previous = text[start - 1] if start else ""
        if previous == "[" and not follow.isspace():
            return not opens_interval(text, start, line)
        if previous == "(" and follow == ")":
            return end - start <= 2 and not is_aged_name(text, start - 1, end + 1)
        if follow == ")" and end - start <= 2 and text[start:end].isdigit():
            return text.rfind("(", max(line, start - 120), start) <= text.rfind(")", max(line, start - 120), start)
        if follow in (".", "]", ")") or (follow == " " and "." in text[start:end]):
            tail = _ENUMERATED.match(text, end)
            return (
                tail is not None
                and end - start <= 6
                and _LINE_START.search(text, max(0, start - 12), start) is not None
            )
        return False

    def is_tabular(self, start: int, end: int) -> bool:
        """Whether a bare number stands in a column, a row of figures or code: "00 00 07", "{ hosts 2 }"."""
        text = self._text
        if text[start - 1 : start] in ("'", "‘") and text[end : end + 1] in ("'", "’"):
            return True
        if start == 0 or text[start - 1] == "\n":
            alone = _LINE_END.match(text, end) is not None and len(text) > end - start
            return alone or text.startswith("  ", end)
        behind = _COLUMN_BEHIND.match(text, end)
        before = text[max(0, start - 3) : start]
        spaced = before.endswith("  ") and "\n" not in before and before[:1] not in ".?!"
        return (
            behind is not None
            or spaced
            or (before[-1:] == " " and before[-2:-1].isdigit())
            or before in ("{ ", " { ", ". . ", " . ", "...")
        )

    def is_year_with_mark(self, numeral: Numeral) -> bool:
        """Whether bare digits look like a year with a note mark glued to it: "201867"."""
        return _YEARLIKE.fullmatch(self._text, numeral.start, numeral.end) is not None


def _addresses(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """The spans of a paragraph's web addresses and identifiers such as "doi:10.1000/1"."""
    found = []
    for needle in _NEEDLES:
        at = text.find(needle, paragraph.start, paragraph.end)
        while at >= 0:
            start = at
            while start > 0 and not text[start - 1].isspace():
                start -= 1
            behind = _SPACE.search(text, at + len(needle) + (text[at + len(needle) : at + len(needle) + 1] == " "))
            end = behind.start() if behind else len(text)
            found.append((start, end))
            at = text.find(needle, max(end, at + 1), paragraph.end)
    return found


def _zip(before: str) -> bool:
    return re.search(r",\s[A-Z]{2}$", before) is not None
