"""Pages that stand in for one that is not there and yet are answered with 200: soft-404s and parked domains.

By title and heading, and by where the way led; never by phrases of the text, which real pages use as well.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote

from holdwater.patterns import waiting
from holdwater.sources.standing.head import Head
from holdwater.sources.standing.phrases import parts, plain, says_no_such_page, says_sorry, status_named
from holdwater.sources.standing.route import RESOLVERS, Route, Spot, registrable, taken_apart

_ERROR_PAGE = waiting(
    r"(?:(?:page|file)?[-_]?not[-_]?found|(?:http|error|err|status|page|custom)?[-_]?404[-_]?(?:error|page|notfound)?|"
    r"pagenotfound|no[-_]such[-_]page|page[-_]introuvable|seite-nicht-gefunden|pagina-no-encontrada|notfoundpage)"
)
_NAMES_IT = waiting(
    r"404|not[-_ +]?found|introuvable|nicht[-_ ]?gefunden|no[-_ ]?encontrad|non[-_ ]?trovat|niet[-_ ]?gevonden|"
    r"n(?:ã|a)o[-_ ]?encontrad|missing|error|fehler|erreur"
)
_SUSPENDED = waiting(r"/cgi-sys/(?:suspendedpage|defaultwebpage)\.cgi$")  # cPanel's stand-ins
_LANDER = waiting(r"""(?:window\.)?location(?:\.href)?\s*=\s*["']/lander\b""")  # the usual script of a parked name
_NAME_PARAMETERS = frozenset({"d", "domain", "domainname", "domain_name", "dn"})
_SERIAL = waiting(r"\d{4}|-[^-]+-[^-]+-")
_FEW = 4  # words that a site's own name has in a title


def front_page(route: Route) -> bool:
    """Whether an address within a site led to a front page: the site's own, or, from deep within, another one's.

    A page that has moved to a site of its own leads to a front page too; it is told by not having stood deep.
    """
    if route.start.is_front or not route.strayed or not route.end.is_front or route.start.host in RESOLVERS:
        return False
    if route.start.same_site(route.end):
        return route.start.host == route.end.host or _is_deep(route.start)
    return _is_deep(route.start)


def _is_deep(spot: Spot) -> bool:
    return len(spot.segments) >= 2 and bool(_SERIAL.search("/".join(spot.segments)) or len(spot.segments) > 2)


def error_page(route: Route) -> bool:
    """Whether the way led to an address that is an error page's by its name: /404, /page-not-found."""
    if not route.strayed or _names_it(route.start):
        return False
    return any(_ERROR_PAGE.fullmatch(segment) for segment in route.end.segments[-1:])


def parked(route: Route, head: Head) -> str:
    """What shows that the name itself is parked or for sale; "" where nothing does."""
    if head.parked and not head.is_published:
        return "the page is signed as one for a parked name"
    if _SUSPENDED.search(taken_apart(route.final).path) and route.strayed:
        return "the host's own stand-in page answered"
    if route.end.segments == ("lander",) and route.start.segments != ("lander",):
        return "it leads to the page of a parked name"
    if head.words < 40 and _LANDER.search(head.inline):
        return "it leads to the page of a parked name"
    return "it leads to a page about the name itself" if _about_the_name(route) else ""


def _about_the_name(route: Route) -> bool:
    """Whether the way led to another site, at an address that names the host asked for, and not the page."""
    name = registrable(route.start.host)
    if not name or route.start.same_site(route.end):
        return False
    address = taken_apart(route.final)
    asked = taken_apart(route.asked).path.rstrip("/")
    if asked and asked in unquote(route.final):
        return False
    named = [value for key, value in parse_qsl(address.query) if key.lower() in _NAME_PARAMETERS]
    named += [segment for segment in unquote(address.path).split("/") if segment]
    return any(value.lower().removeprefix("www.") == name for value in named)


def no_such_page(route: Route, head: Head) -> str:
    """What a page says in its title and heading if that is, of both, that there is no such page; "" otherwise.

    A page whose own address speaks of such errors is about them, and so is one that somebody published.
    """
    if head.is_published or _names_it(route.start):
        return ""
    title, heading = _title_says(head, route), _heading_says(head, route)
    if title == SAYS and heading in (SAYS, SILENT):
        return _saying(head.shown_title)
    if title == SILENT and heading == SAYS:
        return _saying(next(one for one in head.headings if says_no_such_page(one)))
    return ""


def status_page(route: Route, head: Head) -> int:
    """The status that a page gives of itself, in title and heading alike, whatever status it was answered with; or 0.

    The number and the registered reason phrase, and nothing beside them: what a server writes by itself.
    """
    number = status_named(head.shown_title)
    others = [one for one in head.headings if status_named(one) != number]
    if not number or others or head.is_published or not head.words < 600:
        return 0
    return (
        0 if str(number) in route.start.path or any(str(number) in value for _, value in route.start.query) else number
    )


SAYS, SILENT, OTHER = "says so", "says nothing of it", "says something else"


def _title_says(head: Head, route: Route) -> str:
    title = head.shown_title
    if says_no_such_page(title):
        return SAYS
    pieces = parts(title)
    left = [piece for piece in pieces if not says_no_such_page(piece) and not says_sorry(piece)]
    unknown = [piece for piece in left if not _is_site_name(piece, head, route)]
    if any(says_no_such_page(piece) for piece in pieces):
        # One short piece beside it may be the site's name though the page does not say so; then the heading decides.
        alone = not unknown or (bool(head.headings) and len(unknown) == 1 and len(unknown[0].split()) <= _FEW)
        return SAYS if alone else OTHER
    site_first = bool(left) and left[0] not in unknown and len(unknown) == 1  # "The Gazette – News of the upper town"
    return SILENT if site_first or not unknown else OTHER


def _heading_says(head: Head, route: Route) -> str:
    left = [one for one in head.headings if not says_sorry(one) and not _is_site_name(one, head, route)]
    if not left:
        return SAYS if any(says_no_such_page(one) for one in head.headings) else SILENT
    return SAYS if all(says_no_such_page(one) for one in left) else OTHER


def _is_site_name(piece: str, head: Head, route: Route) -> bool:
    """Whether a piece of a title is the site's name: as the page gives it, or as its host spells it."""
    said = _letters(piece)
    if any(said == _letters(name) for name in head.site_names):
        return True
    label = re.sub(r"\W", "", registrable(route.end.host).split(".")[0])
    return said == _letters(route.end.host) or (len(said) > 2 and said in label) or (len(label) > 3 and label in said)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", plain(text))


def _names_it(spot: Spot) -> bool:
    whole = "/".join([*spot.segments, *(value for pair in spot.query for value in pair), spot.route])
    return bool(_NAMES_IT.search(whole.lower()))


def _saying(text: str) -> str:
    return " ".join(text.split())[:100]
