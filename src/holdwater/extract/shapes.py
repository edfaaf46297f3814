"""The shapes in which a note describes a work, told from prose: author, title and year, in the order of some style.

Nothing is known here of the works that there are. Who knows them can tell a bare “Tidal Mills” from prose.

    Jane Roe, “Tidal Mills of the Coast,” 2019, p. 12.      Roe J. Tidal mills of the coast. Coast Rev. 2019;4:12-20.
"""

from __future__ import annotations

import re

from holdwater.extract.titles import strictly_title_case, title_case
from holdwater.patterns import waiting

LONGEST = 600
"""Characters of one description; longer pieces are prose."""
YEAR = r"(?:1[4-9]\d\d|20\d\d)"

_SHAPES = (
    waiting(rf"^[A-ZÀ-Þ\"“‘«][^()]{{3,300}}[,.]?\s?\([^()]{{0,120}}{YEAR}[a-z]?\)"),
    waiting(rf"^[A-ZÀ-Þ][^()\"“”]{{2,200}}\(?{YEAR}[a-z]?\)?[.,:]\s"),
    waiting(r"^[A-ZÀ-Þ][^\"“”]{0,200}[,:.]?\s?[\"“‘][^\"”]{3,250}[\"”’],?\s?[A-ZÀ-Þ(]"),
    waiting(r"^[\"“‘][A-ZÀ-Þ][^\"”]{3,250}[\"”’],?\s[A-ZÀ-Þ(]"),
    waiting(rf"^[A-ZÀ-Þ][\w.'’ -]{{2,60}},\s[A-ZÀ-Þ][^.;]{{3,200}},\s(?:{YEAR}|(?:pp?\.|chap\.|vol\.|§)\s?[\divxlc]+)"),
    # place, publisher and year at the end, as in a bibliography: "Doe, Jane. Stone Bridges. London: Acme, 2014."
    waiting(
        rf"^[A-ZÀ-Þ][^\"“”]{{6,250}}[.:,]\s[A-ZÀ-Þ][\w.' -]{{1,40}}:\s[A-ZÀ-Þ][^:;.]{{1,60}},\s(?:c\.?\s?)?{YEAR}"
        r"(?=[.;]?\s*$|[,.;]\s(?:pp?\.|§|\d|[A-ZÀ-Þ]))"
    ),
)
# "Roe J, Doe KL, et al. Tidal mills of the coast. Coast Rev. 2019;4:12-20.": initials behind the names, no full stops
_VANCOUVER = waiting(
    rf"^(?:(?:(?:van|von|de|den|der|di|da|du|la|le)\s){{0,3}}[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?\s[A-ZÀ-Þ]{{1,3}}(?:,\s|\.\s)){{1,12}}(?:et\sal\.\s)?"
    rf"[A-ZÀ-Þ\d][^\"“”]{{5,300}}[.?!]\s[A-ZÀ-Þ][^\"“”;]{{1,80}}[.,]?\s{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?\s?[;:.,]"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_PLACE_OR_DATE = (
    rf"(?:{YEAR}[a-z]?|n\.\s?d\.|{_MONTH}|Spring|Summer|Autumn|Fall|Winter|"
    r"\d[\d.,:–-]{0,11}(?:st|nd|rd|th)?|[ivxlc]{1,6}|§+|(?:at|pp?|fol|ff?|nn?|chs?|chap|vol|no|paras?|secs?|art)\b\.?|"
    r"no\sdate|undated|forthcoming|in\spress|(?:unpublished|manuscript|paper|draft|typescript|MS)\b|"
    r"(?:last\s)?(?:accessed|retrieved|visited|updated|checked)|on|(?:[a-z0-9-]+\.){1,4}[a-z]{2,12}|Web)"
)
# "Jane Roe, “Tidal Mills of the Coast,” 2019, p. 12.": behind the title nothing but when, where in it, or on what site
_QUOTED_TITLE = waiting(
    rf"^(?P<who>[A-ZÀ-Þ][^\"“”]{{1,120}}[,.]\s)?[\"“‘'](?P<title>[A-ZÀ-Þ\d][^\"“”]{{3,250}}?)[\"”’']"
    rf"(?P<rest>(?:[,.;:]?\s?[(\[]?{_PLACE_OR_DATE}[)\]]?){{0,16}}+)[.,]?\s?$"
)
# "Jane Roe, “We never saw the water of it”, The Wend Gazette, 3 May 2019, p. 4": a title that reads as a sentence does.
# It ends without a stop: “We shall not come back.” can be what Roe said.
_ARTICLE = waiting(
    rf"^(?P<who>[A-ZÀ-Þ][^\"“”:;]{{1,120}}),\s[\"“‘][^\"”]{{3,250}}(?<![.!?])[\"”’],?\s"
    rf"(?P<where>[A-ZÀ-Þ][^\"“”():;.\d]{{2,80}}?),?\s(?:\d{{1,4}},?\s)?(?:no\.\s\d{{1,4}},?\s)?\(?(?:\d{{1,2}}\s)?(?:{_MONTH}\s)?"
    rf"(?:\d{{1,2}},\s)?{YEAR}\b"
)
# "Ann Poe, speech at the opening of the works, Wend, 3 May 2019."
_SPOKEN = waiting(
    rf"^(?P<who>[A-ZÀ-Þ][^\"“”:;().\d]{{2,100}}),\s(?:\w+\s)?(?:speech|address|lecture|talk|sermon|remarks|testimony|hearing|"
    rf"evidence|statement|interview|letter|memorandum|(?:press|news)\srelease)\b[^\"“”:;]{{0,200}}?"
    rf"(?:,\s|{_MONTH}\s(?:\d{{1,2}},\s)?){YEAR}"
    r"(?:,[^.;:\"“”]{1,60})?\.?$"
)
# "Office of Ferries, Annual Report 2019."
_REPORT = waiting(
    rf"^(?!(?:In|On|At|From|By|For|To)\b)(?!.*\b{_MONTH}\s{YEAR}\.?$)"
    rf"(?P<who>[A-ZÀ-Þ][^\"“”:;().\d]{{2,80}}),\s(?P<title>[A-ZÀ-Þ][^\"“”;().\d]{{3,120}})(?<!\sin)\s{YEAR}\.?$"
)
_SENTENCE = waiting(r"(?:He|She|It|They|We|I|You|This|That|These|Those|There|Here)\s[a-zß-ÿ]")
"""How prose begins: a title that began so would go on in capitals."""
_ADDRESS = waiting(r"<?https?://[^\s<>]*[^\s<>.,;:)]>?", re.IGNORECASE)
_QUOTED = waiting(r"[\"“‘]([^\"”]{3,600})[\"”’]")
_SMALL = frozenset(
    "a an the of and or in on at to for by with from as de la le du des der die das und et e y il".split()
)


def begins_as_prose(text: str) -> bool:
    """Whether a piece of a note begins as a sentence does: "They had known it." """
    return _SENTENCE.match(text) is not None


def low_share(text: str) -> float:
    """How many of the telling words begin with a small letter: most of them in prose, few in names and titles."""
    telling = _telling(text)
    return _low(telling) / max(len(telling), 1)


def looks_like_work(text: str) -> bool:
    """Whether a piece of a note has the shape of a bibliographic description, not of prose."""
    if not 8 <= len(text) <= LONGEST:
        return False
    text = _ADDRESS.sub("Web", " ".join(text.split()))  # an address is no prose, whatever words are in it
    if _SENTENCE.match(text):
        return False
    if _VANCOUVER.match(text) or _is_quoted_title(text) or _is_named_piece(text):
        return True
    shape = next((match for shape in _SHAPES if (match := shape.search(text))), None)
    quoted = _QUOTED.search(text)
    if shape is None or (quoted and quoted.start() < shape.end() and not title_case(quoted[1].rstrip(",."))):
        return False
    return _title_like(shape[0])


def _is_quoted_title(text: str) -> bool:
    """Whether a piece is a title in quotation marks with its author, or with a date, a page or a site behind it."""
    found = _QUOTED_TITLE.match(text)
    if found is None:
        return False
    title = found["title"].rstrip(",. ")
    if found["who"]:
        # “Roe wrote, …” and “Roe said in May, …” give somebody's words, a bare name with nothing behind it may.
        named = _low(_telling(found["who"])) == 0
        return named and (title_case(title) if found["rest"] else strictly_title_case(title))
    return bool(found["rest"]) and title_case(title)


def _is_named_piece(text: str) -> bool:
    """Whether a piece names somebody and, in so many words, an article, a speech or a yearly report."""
    found = _ARTICLE.match(text) or _SPOKEN.match(text) or _REPORT.match(text)
    if found is None:
        return False
    return all(_low(_telling(words)) == 0 for words in found.groupdict().values())


def _title_like(head: str) -> bool:
    telling = _telling(re.sub(r"[\"“‘][^\"”]*[\"”’]", "", head))
    return _low(telling) * 2 <= max(len(telling), 2)


def _telling(text: str) -> list[str]:
    """The words but for articles, prepositions and the like."""
    words: list[str] = re.findall(r"[^\W\d_][\w'’]*", text)
    return [word for word in words if word.lower() not in _SMALL]


def _low(words: list[str]) -> int:
    """How many begin with a small letter."""
    return sum(1 for word in words if word[:1].islower())
