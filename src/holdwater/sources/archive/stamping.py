"""Time stamps of an authority (RFC 3161) on files: proof that these very bytes were there at that time.

The request holds nothing but the file's digest. The reply is kept beside the file as it came (`case.wacz.tsr`), so that
anybody can check it: `openssl ts -verify -data case.wacz -in case.wacz.tsr -CAfile authority.pem`.

An optional extra: `pip install holdwater[stamp]` (asn1crypto reads the reply, cryptography checks its signature).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdwater.errors import ArchiveError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

QUERY_TYPE = "application/timestamp-query"
"""The media type over HTTP (RFC 3161, 3.4)."""

SUFFIX = ".tsr"
MAX_REPLY = 2**18
"""Bytes of a reply: a signature and a few certificates, a fortieth of that."""

MAX_CHAIN = 8
_STEP = 2**20
_DIGESTS = ("sha256", "sha384", "sha512")  # those that a signature may rest on; SHA-1 is no longer safe


@dataclass(frozen=True)
class Stamp:
    """What a reply says, its digest and its signature checked.

    Attributes:
        at: the time that the authority vouches for, UTC.
        authority: the subject of the certificate that signed it.
        serial: the authority's number for the stamp.
        policy: the object identifier of the rules that it was given by.
        sha256: the digest of the bytes that were there.
        trusted: whether the certificate leads to one that the caller trusts. Without, the stamp shows no more than that
            somebody of that name has signed it.
    """

    at: datetime
    authority: str
    serial: int
    policy: str
    sha256: str
    trusted: bool


def stamp_file(path: Path, send: Callable[[bytes], bytes], trusted: bytes = b"") -> tuple[Stamp, Path]:
    """Have a file stamped, and keep the reply beside it.

    Args:
        path: the file; only its digest is sent.
        send: hands a query (`QUERY_TYPE`) to an authority and returns its reply's bytes.
        trusted: certificates in PEM, as in `read_stamp`.

    Returns:
        The stamp, and the file of the reply: the path with `.tsr` behind it.

    Raises:
        ArchiveError: the file cannot be read, the reply is none or is not to this query, or it cannot be written.
    """
    digest = digest_of(path)
    nonce = secrets.randbits(63) | 1 << 63  # of full length, so that every one is encoded in as many bytes
    reply = send(query(digest, nonce))
    stamp = read_stamp(reply, digest, nonce=nonce, trusted=trusted)
    kept = stamp_beside(path)
    part = kept.with_name(f".{kept.name}.{secrets.token_hex(4)}.part")
    try:
        part.write_bytes(reply)
        part.replace(kept)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ArchiveError(f"cannot be written: {error.strerror}", where=str(kept)) from error
    return stamp, kept


def stamp_beside(path: Path) -> Path:
    """Where the stamp of a file is kept."""
    return path.with_name(path.name + SUFFIX)


def require_extra() -> None:
    """Raises ArchiveError where what reads and checks stamps is not installed."""
    with _needing_extra():
        import asn1crypto  # noqa: F401


def check_stamp(path: Path, trusted: bytes = b"") -> Stamp:
    """The stamp beside a file, checked against it. Raises ArchiveError where there is none or it does not hold."""
    kept = stamp_beside(path)
    try:
        with kept.open("rb") as file:
            reply = file.read(MAX_REPLY + 1)
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(kept)) from error
    return read_stamp(reply, digest_of(path), trusted=trusted)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal. Raises ArchiveError where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_STEP):
                digest.update(piece)
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}", where=str(path)) from error
    return digest.hexdigest()


def query(sha256: str, nonce: int) -> bytes:
    """A query for a stamp on a digest (RFC 3161, 2.4.1), in DER; it asks for the authority's certificate, too."""
    with _needing_extra():
        from asn1crypto import tsp
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes.fromhex(sha256)}
    asked = {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    encoded: bytes = tsp.TimeStampReq(asked).dump()
    return encoded


def read_stamp(reply: bytes, sha256: str, *, nonce: int | None = None, trusted: bytes = b"") -> Stamp:
    """What an authority's reply says, if it is one on this digest (RFC 3161, 2.4.2; RFC 5816).

    Args:
        reply: as it came, in DER.
        sha256: the digest that was to be stamped, hexadecimal.
        nonce: that of the query, if this is the reply to it just now.
        trusted: certificates in PEM; one of them must have issued that of the authority, be it through others.

    Raises:
        ArchiveError: it is no reply, or a refusal; it is on other bytes or to another query; its signature does not
            hold; or certificates were given and none of them stands behind it.
    """
    with _needing_extra():
        from asn1crypto import cms, core, tsp
        from cryptography import x509
        from cryptography.exceptions import UnsupportedAlgorithm
    foreign = (x509.DuplicateExtension, x509.InvalidVersion, x509.UnsupportedGeneralNameType, UnsupportedAlgorithm)
    if len(reply) > MAX_REPLY:
        raise _refusal("too long to be one")
    try:
        # A refusal has no token, which asn1crypto would not have as a reply; so its status is looked at first.
        status = tsp.PKIStatusInfo.load(core.Sequence.load(reply, strict=True)[0].dump())["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise _refusal(f"the authority has refused it ({status})")
        signed = tsp.TimeStampResp.load(reply, strict=True)["time_stamp_token"]["content"]
        if not isinstance(signed, cms.SignedData) or len(signed["signer_infos"]) != 1:
            raise _refusal("it is not signed by one authority")
        content = signed["encap_content_info"]["content"]
        told = content.parsed
        if signed["encap_content_info"]["content_type"].native != "tst_info" or not isinstance(told, tsp.TSTInfo):
            raise _refusal("it holds no time")
        _check_subject(told, sha256, nonce)
        at = told["gen_time"].native.astimezone(UTC)
        signer = _check_signature(signed, bytes(content), at)
        issued = _is_issued(signer, _certificates(signed), trusted, at)
        policy = told["policy"].dotted
        return Stamp(at, signer.subject.rfc4514_string(), int(told["serial_number"].native), policy, sha256, issued)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, *foreign) as fault:
        raise _refusal("damaged") from fault


def _check_subject(told: Any, sha256: str, nonce: int | None) -> None:
    imprint = told["message_imprint"]
    if imprint["hash_algorithm"]["algorithm"].native != "sha256":
        raise _refusal("it is on a digest of another kind")
    if imprint["hashed_message"].native.hex() != sha256:
        raise _refusal("it is on other bytes")
    if nonce is not None and told["nonce"].native != nonce:
        raise _refusal("it is the reply to another query")


def _check_signature(signed: Any, content: bytes, at: datetime) -> Certificate:
    """The certificate by which the content was signed (RFC 5652, 5.4). Raises ArchiveError where it was not."""
    signer = signed["signer_infos"][0]
    algorithm = signer["digest_algorithm"]["algorithm"].native
    if algorithm not in _DIGESTS:
        raise _refusal(f"its signature rests on {algorithm}")
    told = {one["type"].native: one["values"] for one in signer["signed_attrs"]}
    if told["content_type"][0].native != "tst_info":
        raise _refusal("what it signs is no time")
    if told["message_digest"][0].native != hashlib.new(algorithm, content).digest():
        raise _refusal("its time was changed after it was signed")
    certificate = _signing_certificate(signed, told)
    _check_purpose(certificate, at)
    encoded = signer["signed_attrs"].dump()
    # They are signed as the SET that they are, not under the tag that they have within the message (RFC 5652, 5.4).
    _verify(certificate, signer, b"\x31" + encoded[1:], algorithm)
    return certificate


def _signing_certificate(signed: Any, told: dict[str, Any]) -> Certificate:
    """The certificate that the signature itself names by its digest (RFC 5035; by SHA-1 in the older RFC 2634)."""
    if "signing_certificate_v2" in told:
        named = told["signing_certificate_v2"][0]["certs"][0]
        algorithm = named["hash_algorithm"]["algorithm"].native
    else:
        named, algorithm = told["signing_certificate"][0]["certs"][0], "sha1"
    digest = named["cert_hash"].native
    for certificate in _certificates(signed):
        if hashlib.new(algorithm, _encoded(certificate)).digest() == digest:
            return certificate
    raise _refusal("it lacks the certificate that signed it")


def _certificates(signed: Any) -> tuple[Certificate, ...]:
    from cryptography import x509

    found = signed["certificates"]
    return tuple(x509.load_der_x509_certificate(one.chosen.dump()) for one in found if one.name == "certificate")


def _encoded(certificate: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _check_purpose(certificate: Certificate, at: datetime) -> None:
    """Whether it may sign stamps, and no more than these (RFC 3161, 2.3), and was valid then."""
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        raise _refusal("its certificate is none for time stamps") from None
    if list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING] or not usage.critical:
        raise _refusal("its certificate is none for time stamps alone")
    _check_validity(certificate, at)


def _check_validity(certificate: Certificate, at: datetime) -> None:
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise _refusal("a certificate was not valid at that time")


def _verify(certificate: Certificate, signer: Any, signed: bytes, algorithm: str) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    digest = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[algorithm]
    key, signature = certificate.public_key(), signer["signature"].native
    try:
        if isinstance(key, rsa.RSAPublicKey) and signer["signature_algorithm"].signature_algo != "rsassa_pss":
            key.verify(signature, signed, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(digest))
        else:
            raise _refusal("it is signed in a way that is not known here")
    except InvalidSignature:
        raise _refusal("its signature does not hold") from None


def _is_issued(signer: Certificate, given: tuple[Certificate, ...], trusted: bytes, at: datetime) -> bool:
    """Whether a certificate leads to one of the trusted ones, which there are; False where there are none.

    Raises ArchiveError where it does not.
    """
    from cryptography import x509

    if not trusted:
        return False
    try:
        roots = x509.load_pem_x509_certificates(trusted)
    except ValueError as fault:
        raise ArchiveError("the certificates to trust are no PEM") from fault
    certificate = signer
    for _ in range(MAX_CHAIN):
        if certificate in roots or any(_issued(certificate, root, at) for root in roots):
            return True
        issuer = next((one for one in given if one != certificate and _issued(certificate, one, at)), None)
        if issuer is None:
            break
        certificate = issuer
    raise _refusal("none of the trusted certificates stands behind it")


def _issued(certificate: Certificate, issuer: Certificate, at: datetime) -> bool:
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        certificate.verify_directly_issued_by(issuer)
        constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, x509.ExtensionNotFound):
        return False
    return constraints.value.ca and issuer.not_valid_before_utc <= at <= issuer.not_valid_after_utc


def _refusal(what: str) -> ArchiveError:
    return ArchiveError(f"no time stamp: {what}")


@contextmanager
def _needing_extra() -> Iterator[None]:
    try:
        import cryptography  # noqa: F401 - so that it is told before anything is sent

        yield
    except ImportError:
        mend = "install it with `pip install holdwater[stamp]`"
        raise ArchiveError("time stamps need an extra that is not installed", mend=mend) from None
