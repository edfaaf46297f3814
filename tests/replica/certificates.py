"""Certificates of an authority of the replica's own, made for whatever name is asked for; some of them bad."""

from __future__ import annotations

import datetime
import ssl
from functools import cache
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

EXPIRED, OTHER_NAME, SELF_SIGNED, UNKNOWN = (
    "expired.example",
    "wrong-host.example",
    "self-signed.example",
    "unknown-ca.example",
)
"""Names whose certificates are bad, each in its own way."""

LONG_AGO = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)


class Certificates:
    """Gives a TLS server one certificate a name (SNI). `ca_file` is what a client has to trust."""

    def __init__(self, folder: Path) -> None:
        self._ca, self._stranger = trustme.CA(), trustme.CA()
        self.ca_file = folder / "replica-ca.pem"
        self._ca.cert_pem.write_to_path(str(self.ca_file))
        self._named = cache(self._make)

    def context(self, protocol: str) -> ssl.SSLContext:
        """A server's context that speaks `protocol`: by SNI the name's own certificate, else that of 127.0.0.1."""
        context = self._make("127.0.0.1", protocol)

        def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
            if name:
                connection.context = self._named(name, protocol)

        context.sni_callback = choose
        return context

    def _make(self, name: str, protocol: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols([protocol])
        if name == SELF_SIGNED:
            context.load_cert_chain(self._self_signed())
        else:
            self._leaf(name).configure_cert(context)
        return context

    def _leaf(self, name: str) -> trustme.LeafCert:
        if name == EXPIRED:
            return self._ca.issue_cert(name, not_before=LONG_AGO, not_after=LONG_AGO + datetime.timedelta(days=90))
        if name == OTHER_NAME:
            return self._ca.issue_cert("somebody-else.example")
        return (self._stranger if name == UNKNOWN else self._ca).issue_cert(name)

    def _self_signed(self) -> Path:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SELF_SIGNED)])
        now = datetime.datetime.now(datetime.UTC)
        made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        made = made.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=9))
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(SELF_SIGNED)]), critical=False)
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        file = self.ca_file.with_name("self-signed.pem")
        file.write_bytes(secret + made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
        return file
