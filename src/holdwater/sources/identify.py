"""Identifiers of works in one written form each, so that two ways of writing the same one compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from holdwater.patterns import waiting

MAX_IDENTIFIER = 2_000
"""Characters; longer ones (a data: address) are never compared."""
MOST_FORMS = 8
"""How often an identifier is brought into form: what is written in percent signs may hold such signs again."""

_TRACKING = waiting(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)=", re.ASCII)
_ARCHIVED = waiting(r"/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}.+)", re.ASCII)
_DOI = waiting(r"10\.\d{4,9}/\S+", re.ASCII)
_ARXIV = waiting(r"(\d{4}\.\d{4,5}|[a-z.-]{2,20}/\d{7})(?:v\d+)?", re.ASCII | re.IGNORECASE)
_RFC_PATH = waiting(r"/(?:\w+/)?rfc0*(\d{1,5})(?:\.\w+)?/?", re.ASCII)
_RFC_HOSTS = frozenset({"rfc-editor.org", "tools.ietf.org", "datatracker.ietf.org", "ietf.org"})
_RFC_DOI = waiting(r"10\.17487/rfc0*(\d{1,5})", re.ASCII)
_ARXIV_DOI = waiting(r"10\.48550/arxiv\.(.+)", re.ASCII)
_REPORTER = waiting(r"(\d{1,4})\s+(\S.*?)\s+(\d{1,5})", re.ASCII)


def canonical(identifier: str) -> str:
    """`identifier` ("scheme:value") in the form that is compared; "" if it is malformed.

    DOIs and hosts lose their letter case, addresses their scheme, "www.", fragment, tracking parameters and trailing
    slash, ISBN-10 becomes ISBN-13, arXiv ids lose their version. An address of doi.org, arXiv or an RFC's, and an
    archived copy of one, becomes what it points to. The form of a form is itself.
    """
    for _ in range(MOST_FORMS):
        form = _in_form(identifier)
        if form in ("", identifier):
            return form
        identifier = form
    return ""


def _in_form(identifier: str) -> str:
    scheme, _, value = identifier.strip().partition(":")
    value = value.strip()
    if not value or len(value) > MAX_IDENTIFIER:
        return ""
    form = _FORMS.get(scheme.lower())
    return form(value) if form else f"{scheme.lower()}:{value}"


def comparable(identifiers: Iterable[str]) -> tuple[str, ...]:
    """All that `identifiers` say in canonical form, with the RFC or arXiv number that a DOI implies; no duplicates."""
    found: dict[str, None] = {}
    for identifier in identifiers:
        for one in _with_implied(canonical(identifier)):
            found[one] = None
    return tuple(found)


def _with_implied(identifier: str) -> Iterable[str]:
    if not identifier:
        return
    yield identifier
    value = identifier.partition(":")[2]
    if rfc := _RFC_DOI.fullmatch(value):
        yield f"rfc:{rfc[1]}"
    if arxiv := _ARXIV_DOI.fullmatch(value):
        yield f"arxiv:{arxiv[1]}"


def of_csl(csl: Mapping[str, object]) -> tuple[str, ...]:
    """The identifiers that a CSL-JSON item gives (DOI, ISBN, URL, number, archive, law report), scheme first.

    Addresses stay as written, all else is in canonical form; malformed ones are left out.
    """
    found: list[str] = []
    for field, scheme in (("DOI", "doi"), ("ISBN", "isbn"), ("arXiv", "arxiv"), ("URL", "url")):
        value = csl.get(field)
        if isinstance(value, str | int) and not isinstance(value, bool):
            found += (f"{scheme}:{one}" for one in _split(str(value), scheme))
    found += _of_number(csl)
    written = (one if one.startswith("url:http") else canonical(one) for one in found if canonical(one))
    return tuple(dict.fromkeys(written))


def _split(value: str, scheme: str) -> list[str]:
    """ISBN fields hold several numbers as often as not; other fields hold one value."""
    return re.split(r"[;,]|\s+(?=97[89])", value) if scheme == "isbn" else [value]


def _of_number(csl: Mapping[str, object]) -> Iterable[str]:
    number, archive = csl.get("number"), csl.get("archive")
    if isinstance(number, str):
        if rfc := re.fullmatch(r"RFC[\s-]?0*(\d{1,5})", number.strip(), re.ASCII | re.IGNORECASE):
            yield f"rfc:{rfc[1]}"
        if arxiv := re.fullmatch(r"arXiv:\s*(\S+)", number.strip(), re.ASCII | re.IGNORECASE):
            yield f"arxiv:{arxiv[1]}"
    location = csl.get("archive_location")
    if isinstance(archive, str) and archive.lower() == "arxiv" and isinstance(location, str):
        yield f"arxiv:{location}"
    volume, reporter, page = csl.get("volume"), csl.get("container-title"), csl.get("page")
    if csl.get("type") == "legal_case" and volume and reporter and page:
        yield f"reporter:{volume} {reporter} {str(page).partition('-')[0]}"


def _doi(value: str) -> str:
    found = _DOI.search(unquote(value))
    return f"doi:{found[0].rstrip('.,;)]}').lower()}" if found else ""


def _arxiv(value: str) -> str:
    found = _ARXIV.fullmatch(re.sub(r"^arxiv:\s*", "", value, flags=re.IGNORECASE).removesuffix(".pdf"))
    return f"arxiv:{found[1].lower()}" if found else ""


def _rfc(value: str) -> str:
    return f"rfc:{value.lstrip('0')}" if value.isascii() and value.isdigit() and value.strip("0") else ""


def _isbn(value: str) -> str:
    digits = re.sub(r"[^0-9Xx]", "", value).upper()
    if len(digits) == 10 and "X" not in digits[:9]:
        digits = f"978{digits[:9]}"
        return f"isbn:{digits}{-sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10}"
    return f"isbn:{digits}" if len(digits) == 13 and digits.isdigit() else ""


def _reporter(value: str) -> str:
    found = _REPORTER.fullmatch(" ".join(value.split()))
    if not found:
        return ""
    series = re.sub(r"\.\s+(?=[A-Z]\.)", ".", found[2])
    return f"reporter:{int(found[1])} {series} {int(found[3])}"


def _file(value: str) -> str:
    path = unquote(value).replace("\\", "/")
    return "file:" + "/".join(part for part in path.split("/") if part not in ("", "."))


def _url(value: str) -> str:
    try:
        parts = urlsplit(value if "//" in value[:8] else f"//{value}")
    except ValueError:
        return ""
    host = (parts.netloc.rpartition("@")[2]).lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    if not host:
        return ""
    return _pointed_to(host, parts) or _address(host, parts)


def _pointed_to(host: str, parts: SplitResult) -> str:
    if host in ("doi.org", "dx.doi.org"):
        return _doi(parts.path.lstrip("/"))
    if host in ("arxiv.org", "export.arxiv.org") and (found := re.match(r"/(?:abs|pdf|html)/(.+)", parts.path)):
        return _arxiv(found[1])
    if host in _RFC_HOSTS and (found := _RFC_PATH.fullmatch(parts.path.lower())):
        return f"rfc:{found[1]}"
    if host == "web.archive.org" and (found := _ARCHIVED.fullmatch(_with_query(parts))):
        return _url(re.sub(r":/{1,2}", "://", found[1], count=1))
    return ""


def _with_query(parts: SplitResult) -> str:
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _address(host: str, parts: SplitResult) -> str:
    kept = [pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair)]
    query = f"?{'&'.join(kept)}" if kept else ""
    return f"url:{host}{unquote(parts.path).rstrip('/')}{query}"


_FORMS = {
    "doi": _doi,
    "arxiv": _arxiv,
    "rfc": _rfc,
    "isbn": _isbn,
    "reporter": _reporter,
    "file": _file,
    "url": _url,
}
