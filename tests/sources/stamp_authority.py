"""An authority for time stamps of the tests' own: its certificates, and replies as RFC 3161 has them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
POLICY = "1.3.6.1.4.1.99999.1"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
STAMPING = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def certificate(
    common: str, key: Key, issuer: tuple[str, Key], *, ca: bool = False, usage: x509.ExtendedKeyUsage | None = None,
    critical: bool = True, start: datetime = AT - timedelta(days=100), days: int = 1000,
) -> x509.Certificate:  # fmt: skip
    """A certificate on `common`, by an issuer's name and key."""
    made = (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(name(issuer[0]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage:
        made = made.add_extension(usage, critical=critical)
    return made.sign(issuer[1], hashes.SHA256())


def pem(*certificates: x509.Certificate) -> bytes:
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates)


@dataclass
class Authority:
    """One that stamps whatever it is asked to; `says` changes what its replies say, for the tests' sake."""

    key: Key = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    own: x509.Certificate | None = None
    others: tuple[x509.Certificate, ...] = ()
    digest: str = "sha256"
    old: bool = False
    at: datetime = AT
    says: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root_key = ec.generate_private_key(ec.SECP256R1())
        self.root = certificate("Root", self.root_key, ("Root", self.root_key), ca=True)
        if self.own is None:
            self.own = certificate("Stamps", self.key, ("Root", self.root_key), usage=STAMPING)

    def reply(self, asked: bytes) -> bytes:
        """The reply to a query."""
        query = tsp.TimeStampReq.load(asked)
        told = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": query["message_imprint"],
            "serial_number": 7,
            "gen_time": self.at,
            "nonce": query["nonce"],
        }
        token = self._signed(tsp.TSTInfo(told | self.says).dump())
        status = {"status": "granted"}
        return bytes(tsp.TimeStampResp({"status": status, "time_stamp_token": token}).dump())

    def _signed(self, content: bytes) -> dict[str, object]:
        assert self.own is not None
        own = asn1_x509.Certificate.load(self.own.public_bytes(serialization.Encoding.DER))
        attributes = cms.CMSAttributes(
            [
                {"type": "content_type", "values": ["tst_info"]},
                {"type": "message_digest", "values": [hashlib.new(self.digest, content).digest()]},
                self._named(own.dump()),
            ]
        )
        signer = {
            "version": "v1",
            "sid": {"issuer_and_serial_number": {"issuer": own.issuer, "serial_number": own.serial_number}},
            "digest_algorithm": {"algorithm": self.digest},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": self._algorithm()},
            "signature": self._signature(attributes.dump()),
        }
        others = [asn1_x509.Certificate.load(one.public_bytes(serialization.Encoding.DER)) for one in self.others]
        signed = {
            "version": "v3",
            "digest_algorithms": [{"algorithm": self.digest}],
            "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(content)},
            "certificates": [own, *others],
            "signer_infos": [signer],
        }
        return {"content_type": "signed_data", "content": cms.SignedData(signed)}

    def _named(self, certificate: bytes) -> dict[str, object]:
        if self.old:
            named = tsp.SigningCertificate({"certs": [{"cert_hash": hashlib.sha1(certificate).digest()}]})
            return {"type": "signing_certificate", "values": [named]}
        one = {
            "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
            "cert_hash": hashlib.sha256(certificate).digest(),
        }
        return {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2({"certs": [one]})]}

    def _algorithm(self) -> str:
        return "rsassa_pkcs1v15" if isinstance(self.key, rsa.RSAPrivateKey) else f"{self.digest}_ecdsa"

    def _signature(self, signed: bytes) -> bytes:
        digest = {"sha1": hashes.SHA1(), "sha256": hashes.SHA256(), "sha512": hashes.SHA512()}[self.digest]
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(signed, padding.PKCS1v15(), digest)
        return self.key.sign(signed, ec.ECDSA(digest))
