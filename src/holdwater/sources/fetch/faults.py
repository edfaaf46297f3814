"""What went wrong on the wire, in the words of a report."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import h2.exceptions
import httpcore

from holdwater.sources.fetch.network import NoSuchHostError, RefusedAddressError
from holdwater.sources.standing.model import Failure

ON_THE_WIRE = (
    RefusedAddressError,
    NoSuchHostError,
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    TimeoutError,
    h2.exceptions.H2Error,
    OSError,
)
"""What sending a request and reading its answer may raise. In the middle of a body, TLS and HTTP/2 raise their own."""

_CERTIFICATES = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by itself",
    19: "is signed by an authority that is not known",
    20: "is signed by an authority that is not known",
    21: "is signed by an authority that is not known",
    23: "was revoked",
    62: "is not the host's",
    64: "is not the host's",
}
"""X509_V_ERR_… of OpenSSL (x509_vfy.h) by their numbers."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no answer, in one line for a person, and whether asking again may help."""

    failure: Failure
    detail: str
    again: bool = False


def fault_of(error: BaseException, host: str, *, answered: bool) -> Fault:
    """What an exception of `ON_THE_WIRE` says. `answered` is whether the answer had begun."""
    match error:
        case RefusedAddressError():
            return Fault(Failure.REFUSED, str(error))
        case NoSuchHostError():
            return Fault(Failure.NO_SUCH_HOST, str(error))
        case httpcore.ConnectTimeout():
            return Fault(Failure.TIMED_OUT, f"{host} could not be connected to in time", again=True)
        case httpcore.TimeoutException() | TimeoutError():
            return Fault(Failure.TIMED_OUT, f"{host} was silent for too long", again=True)
        case httpcore.ConnectError():
            return _unconnected(error, host)
        case httpcore.RemoteProtocolError() if not answered and error.args and isinstance(error.args[0], Exception):
            # httpcore hands on what its parser raised; where the connection ended, it says so itself.
            return Fault(Failure.NOT_HTTP, f"the answer of {host} is not HTTP: {_plain(error)}")
        case _:
            return Fault(Failure.BROKEN_OFF, f"{host} broke off: {_plain(error)}", again=True)


def _unconnected(error: BaseException, host: str) -> Fault:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            what = _CERTIFICATES.get(cause.verify_code, f"is not valid ({cause.verify_message})")
            return Fault(Failure.CERTIFICATE, f"the certificate of {host} {what}")
        if isinstance(cause, ssl.SSLError):
            return Fault(Failure.NO_CONNECTION, f"{host} and this computer agree on no encryption: {_plain(cause)}")
    return Fault(Failure.NO_CONNECTION, f"{host} could not be connected to: {_plain(error)}", again=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _plain(error: BaseException) -> str:
    """An exception's own words, in one line of ASCII: a server may have put anything into them."""
    said = "".join(
        sign if sign.isascii() and sign.isprintable() else "?" for sign in str(error) or type(error).__name__
    )
    return said[:200]
