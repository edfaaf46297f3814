"""What a page says of itself at its head: title, headings, and the marks of gates that stand before pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from holdwater.patterns import waiting

MAX_HEAD = 400_000
"""Characters of a page that are looked at. Titles and first headings stand well within them."""

MAX_LINKED = 200_000  # characters of one block of JSON-LD
MAX_NODES = 200  # of JSON-LD that are looked at
MAX_DEPTH = 300
MOST_OPEN = 4_000
MANY = 200  # elements of one kind that are looked at
FEW_WORDS = 600
"""Characters of visible text under which a page may be a mere gate."""
AT_ONCE = 5.0
"""Seconds: a refresh to another page within these is a redirect, a later one is for the reader."""

_UNSEEN = "script, style, noscript, template, svg, head"
_TYPED = "input:not([type]), input[type=text], input[type=email], input[type=search], input[type=tel], textarea, select"
_REFRESH = waiting(r"\s*(?P<seconds>\d{1,6}(?:\.\d{0,6})?)\s*[;,]?\s*(?:url\s*=)?\s*(?P<url>.*)", re.I | re.S)
_TAG = waiting(  # of elements that stay open until they are closed
    r"<(?P<end>/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|t[dhr]|d[dt]|option)\b)[a-z]",
    re.IGNORECASE,
)

Linked = Mapping[str, object]


@dataclass(frozen=True)
class Refresh:
    """An instruction to go elsewhere after so many seconds; `url` is as written."""

    seconds: float
    url: str


@dataclass(frozen=True)
class Head:
    """The head of one page. All texts are on one line; nothing of it is to be trusted."""

    title: str = ""
    headings: tuple[str, ...] = ()  # the first-level ones, or else the first of the second level
    metas: Mapping[str, str] | None = None  # by name or property, in lower case; the first of each
    linked: tuple[Linked, ...] = ()  # the JSON-LD nodes that speak of the page itself
    scripts: tuple[str, ...] = ()  # addresses of scripts and frames, as written
    inline: str = ""  # the scripts within the page
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # of form fields
    canonical: str = ""
    refresh: Refresh | None = None
    words: int = 0  # characters of visible text
    has_password: bool = False
    has_fields: bool = False  # anything that a reader types into
    has_styles: bool = False
    parked: bool = False  # the attribute that services for parked domains sign their pages with
    itemprops: tuple[tuple[str, str], ...] = ()  # isAccessibleForFree of microdata: (type of the item, value)

    def meta(self, *names: str) -> str:
        """The first of these metas that the page has, "" if none."""
        metas = self.metas or {}
        return next((metas[name] for name in names if metas.get(name)), "")

    @cached_property
    def shown_title(self) -> str:
        """The title, or else the one for sharing."""
        return self.title or self.meta("og:title", "twitter:title")

    @cached_property
    def site_names(self) -> tuple[str, ...]:
        """What the page calls its site."""
        found = (self.meta(name) for name in ("og:site_name", "application-name", "apple-mobile-web-app-title"))
        return tuple(name for name in found if name)

    @cached_property
    def is_published(self) -> bool:
        """Whether the page presents itself as a work that somebody published: with a date, or as an article."""
        if self.meta(
            "article:published_time", "citation_title", "citation_publication_date", "dc.date", "datepublished"
        ):
            return True
        if self.meta("og:type").lower().partition(".")[0] in ("article", "book", "video", "music", "profile"):
            return True
        return any("datePublished" in node for node in self.linked)

    @property
    def is_bare(self) -> bool:
        """Whether there is hardly a word for a reader, nor a style sheet, nor anything to fill in."""
        return self.words < FEW_WORDS and not self.has_styles and not self.has_fields

    @property
    def needs_a_browser(self) -> bool:
        """Whether the words come by scripts alone: none are there, scripts are."""
        return self.words < 40 and bool(self.scripts or self.inline)


@lru_cache(maxsize=4)
def head_of(page: str) -> Head:
    """The head of an HTML page, from its decoded beginning. Never raises: a page is whatever it is.

    The last ones are remembered: a page's standing, its title and where it sends on are asked for one after another.
    """
    tree = LexborHTMLParser(_shallow(page[:MAX_HEAD]))
    root = tree.root
    if root is None or not page.strip():
        return Head()
    head = Head(
        title=_title(root),
        headings=_headings(root),
        metas=_metas(root),
        linked=tuple(islice(_linked(root), MAX_NODES)),
        scripts=tuple(_sources(root)),
        inline="\n".join(node.text() for node in root.css("script:not([src])"))[:MAX_HEAD],
        ids=_values(root, "id"),
        classes=frozenset(one for value in _values(root, "class") for one in value.split()),
        names=_values(root, "name"),
        canonical=_attribute(root.css_first("link[rel=canonical]"), "href"),
        refresh=_refresh(root),
        has_password=root.css_first("input[type=password]") is not None,
        has_fields=root.css_first(_TYPED) is not None,
        has_styles=root.css_first('link[rel~="stylesheet"]') is not None,
        parked=root.css_first("html[data-adblockkey]") is not None,
        itemprops=tuple(_accessibility(root)),
    )
    return _with_words(head, root)


def _shallow(page: str) -> str:
    """The page up to where more than `MOST_OPEN` elements are open: the parser's time grows with their square."""
    depth = 0
    for tag in _TAG.finditer(page):
        depth += -1 if tag["end"] else 1
        if depth > MOST_OPEN:
            return page[: tag.start()]
    return page


def refresh_target(head: Head, url: str) -> str:
    """Where a page sends its reader on at once, as an absolute address; "" where it does not, or to itself."""
    if head.refresh is None or head.refresh.seconds > AT_ONCE or not head.refresh.url:
        return ""
    try:
        target = urljoin(url, head.refresh.url)
        scheme = urlsplit(target).scheme
    except ValueError:
        return ""
    same = target.partition("#")[0] == url.partition("#")[0]
    return target if scheme in ("http", "https") and not same else ""


def _with_words(head: Head, root: LexborNode) -> Head:
    for node in root.css(_UNSEEN):
        node.decompose()
    body = root.css_first("body")
    return replace(head, words=len(_flat(body.text(separator=" "))) if body else 0)


def _flat(text: str) -> str:
    return " ".join(text.split())  # twenty times as fast as an expression, and pages are long


def _attribute(node: LexborNode | None, name: str) -> str:
    return _flat(node.attributes.get(name) or "") if node is not None else ""


def _within(node: LexborNode, *tags: str) -> bool:
    above = node.parent
    for _ in range(MAX_DEPTH):
        if above is None:
            return False
        if above.tag in tags:
            return True
        above = above.parent
    return True  # nested deeper than any page: not shown, for all that can be told


def _title(root: LexborNode) -> str:
    titles = (node for node in root.css("title")[:MANY] if not _within(node, "svg", "template"))
    return next((_flat(node.text())[:1_000] for node in titles), "")


def _headings(root: LexborNode) -> tuple[str, ...]:
    for level, most in (("h1", 8), ("h2", 1)):
        nodes = (node for node in root.css(level)[:MANY] if not _within(node, "template", "noscript"))
        texts = (_flat(node.text(separator=" "))[:1_000] for node in nodes)
        found = tuple(islice((text for text in texts if text), most))
        if found:
            return found
    return ()


def _metas(root: LexborNode) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.css("meta[content]")[: 10 * MANY]:
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        found.setdefault(name.strip().lower(), _flat(attributes.get("content") or "")[:2_000])
    return found


def _values(root: LexborNode, name: str) -> frozenset[str]:
    nodes = root.css(f"[{name}]")[: 100 * MANY]
    return frozenset(value for node in nodes if (value := node.attributes.get(name)))


def _sources(root: LexborNode) -> Iterator[str]:
    for node in root.css("script[src], iframe[src]")[:MANY]:
        yield _attribute(node, "src")


def _refresh(root: LexborNode) -> Refresh | None:
    for node in root.css("meta[http-equiv]")[:MANY]:
        if _attribute(node, "http-equiv").lower() != "refresh" or _within(node, "noscript"):
            continue
        found = _REFRESH.fullmatch(_attribute(node, "content"))
        if found:
            return Refresh(float(found["seconds"]), found["url"].strip("\"' "))
    return None


def _accessibility(root: LexborNode) -> Iterator[tuple[str, str]]:
    for node in root.css("[itemprop=isAccessibleForFree]")[:MANY]:
        item = node.parent
        for _ in range(MAX_DEPTH):
            if item is None or "itemtype" in item.attributes:
                break
            item = item.parent
        kind = _attribute(item, "itemtype").rpartition("/")[2]
        yield kind, _attribute(node, "content") or _flat(node.text())


def _linked(root: LexborNode) -> Iterator[Linked]:
    """The JSON-LD nodes at the top: each object, those of a list or a graph, and the page's main entity."""
    for script in root.css('script[type="application/ld+json"]')[:MANY]:
        try:
            found = json.loads(script.text()[:MAX_LINKED])
        except (ValueError, RecursionError):
            continue
        yield from _nodes(found)


def _nodes(found: object) -> Iterator[Linked]:
    if isinstance(found, list):
        for one in found:
            yield from _top(one)
    else:
        yield from _top(found)


def _top(found: object) -> Iterator[Linked]:
    if not isinstance(found, dict):
        return
    yield found
    graph = found.get("@graph")
    for one in graph if isinstance(graph, list) else ():
        if isinstance(one, dict):
            yield one
    main = found.get("mainEntity")
    if isinstance(main, dict):
        yield main


def types_of(node: Linked) -> Sequence[str]:
    """The schema.org types of a JSON-LD node, without their namespace."""
    kinds = node.get("@type")
    found = kinds if isinstance(kinds, list) else [kinds]
    return [str(kind).rpartition("/")[2].rpartition(":")[2] for kind in found if isinstance(kind, str)]
