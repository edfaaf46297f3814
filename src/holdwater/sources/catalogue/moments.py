"""Moments as the catalogue writes them, so that they sort as text; and addresses as it compares them."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urldefrag, urlsplit, urlunsplit


def written(at: datetime) -> str:
    """A moment in UTC, to the microsecond; one without a time zone is taken for UTC."""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The moment that `written` wrote. Raises ValueError."""
    return datetime.fromisoformat(text)


def utc_now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def address(url: str) -> str:
    """An address without its fragment, its scheme and host in small letters (RFC 3986, 6.2.2.1 and 3.5)."""
    try:
        parts = urlsplit(urldefrag(url.strip())[0])
        return urlunsplit(parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()))
    except ValueError:
        return url.strip()
