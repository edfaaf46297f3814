"""Time stamps: what is asked for, what a reply proves, and every way in which it may not."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from stamp_authority import AT, POLICY, STAMPING, Authority, certificate, pem

from holdwater.errors import ArchiveError
from holdwater.sources.archive.stamping import MAX_REPLY, Stamp, check_stamp, query, read_stamp, stamp_file

DIGEST = hashlib.sha256(b"The mill stood by the weir.").hexdigest()
OTHER = hashlib.sha256(b"The mill stood by the dam.").hexdigest()
OPENSSL = shutil.which("openssl")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.wacz"
    path.write_bytes(b"The mill stood by the weir.")
    return path


def refusal(reply: bytes, *, sha256: str = DIGEST, nonce: int | None = None, trusted: bytes = b"") -> str:
    with pytest.raises(ArchiveError) as refused:
        read_stamp(reply, sha256, nonce=nonce, trusted=trusted)
    return str(refused.value)


def test_a_query_holds_the_digest_and_nothing_else_of_the_file() -> None:
    asked = tsp.TimeStampReq.load(query(DIGEST, 12345))
    assert asked["message_imprint"]["hashed_message"].native.hex() == DIGEST
    assert (asked["nonce"].native, asked["cert_req"].native) == (12345, True)
    assert len(query(DIGEST, 12345)) < 80


def test_a_stamp_is_kept_beside_its_file_and_holds(case: Path, authority: Authority) -> None:
    stamp, kept = stamp_file(case, authority.reply, pem(authority.root))
    assert stamp == Stamp(AT, "CN=Stamps", 7, POLICY, DIGEST, trusted=True)
    assert kept == case.with_name("case.wacz.tsr")
    assert check_stamp(case, pem(authority.root)) == stamp
    assert [path.name for path in case.parent.iterdir()] == ["case.wacz", "case.wacz.tsr"]


def test_without_certificates_to_trust_a_stamp_says_so(case: Path, authority: Authority) -> None:
    stamp, _ = stamp_file(case, authority.reply)
    assert not stamp.trusted


def test_every_query_is_another(case: Path, authority: Authority) -> None:
    asked: list[bytes] = []
    for _ in range(2):
        stamp_file(case, lambda one: asked.append(one) or authority.reply(one))  # type: ignore[func-returns-value]
    assert asked[0] != asked[1]


def test_a_file_that_was_changed_afterwards_is_not_the_one_that_was_stamped(case: Path, authority: Authority) -> None:
    stamp_file(case, authority.reply)
    case.write_bytes(b"The mill stood by the dam.")
    with pytest.raises(ArchiveError, match="no time stamp: it is on other bytes"):
        check_stamp(case)


def test_a_file_without_a_stamp_has_none(case: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be read: No such file"):
        check_stamp(case)


def test_nothing_is_kept_of_a_reply_that_is_none(case: Path) -> None:
    with pytest.raises(ArchiveError, match="damaged"):
        stamp_file(case, lambda _: b"<html>busy</html>")
    assert [path.name for path in case.parent.iterdir()] == ["case.wacz"]


@pytest.mark.parametrize(
    "made",
    [
        lambda: Authority(key=rsa.generate_private_key(65537, 2048)),
        lambda: Authority(key=ec.generate_private_key(ec.SECP384R1()), digest="sha512"),
        lambda: Authority(old=True),
        lambda: Authority(at=AT + timedelta(microseconds=250_000)),
    ],
    ids=["RSA", "SHA-512", "RFC 2634", "fractions of seconds"],
)
def test_stamps_of_every_usual_kind_are_read(made: Callable[[], Authority]) -> None:
    authority = made()
    stamp = read_stamp(authority.reply(query(DIGEST, 5)), DIGEST, nonce=5, trusted=pem(authority.root))
    assert (stamp.at, stamp.trusted) == (authority.at, True)


def test_a_chain_through_another_authority_is_followed() -> None:
    key, middle_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = certificate("Root", root_key, ("Root", root_key), ca=True)
    middle = certificate("Middle", middle_key, ("Root", root_key), ca=True)
    own = certificate("Stamps", key, ("Middle", middle_key), usage=STAMPING)
    with_middle = Authority(key=key, own=own, others=(middle,)).reply(query(DIGEST, 5))
    assert read_stamp(with_middle, DIGEST, trusted=pem(root)).trusted
    assert read_stamp(with_middle, DIGEST, trusted=pem(own)).trusted
    without = Authority(key=key, own=own).reply(query(DIGEST, 5))
    assert "none of the trusted certificates stands behind it" in refusal(without, trusted=pem(root))


def test_a_certificate_that_may_not_issue_others_vouches_for_none() -> None:
    key, false_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = certificate("Root", root_key, ("Root", root_key), ca=True)
    false = certificate("Page", false_key, ("Root", root_key), ca=False)
    own = certificate("Stamps", key, ("Page", false_key), usage=STAMPING)
    reply = Authority(key=key, own=own, others=(false,)).reply(query(DIGEST, 5))
    assert "none of the trusted certificates" in refusal(reply, trusted=pem(root))


def test_certificates_that_go_round_in_a_circle_come_to_an_end() -> None:
    key, other_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    one = certificate("One", other_key, ("Two", key), ca=True)
    two = certificate("Two", key, ("One", other_key), ca=True)
    own = certificate("Stamps", key, ("Two", key), usage=STAMPING)
    reply = Authority(key=key, own=own, others=(one, two)).reply(query(DIGEST, 5))
    assert "none of the trusted certificates" in refusal(reply, trusted=pem(Authority().root))


def test_a_reply_to_another_query_is_refused(authority: Authority) -> None:
    reply = authority.reply(query(DIGEST, 5))
    assert "it is the reply to another query" in refusal(reply, nonce=6)
    assert "it is on other bytes" in refusal(reply, sha256=OTHER)


def sha1_of(authority: Authority) -> dict[str, object]:
    return {"message_imprint": {"hash_algorithm": {"algorithm": "sha1"}, "hashed_message": b"\0" * 20}}


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (lambda: Authority(digest="sha1"), "its signature rests on sha1"),
        (lambda: Authority(says=sha1_of(Authority())), "it is on a digest of another kind"),
        (lambda: with_usage(None), "its certificate is none for time stamps"),
        (lambda: with_usage(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])), "none for time stamps alone"),
        (lambda: with_usage(STAMPING, critical=False), "none for time stamps alone"),
        (lambda: with_usage(STAMPING, days=5), "a certificate was not valid at that time"),
        (lambda: with_usage(STAMPING, start=AT + timedelta(days=1)), "a certificate was not valid at that time"),
        (lambda: signed_with_another_key(), "its signature does not hold"),
    ],
    ids=["SHA-1", "SHA-1 imprint", "no usage", "other usage", "not critical", "ended", "not begun", "other key"],
)
def test_a_stamp_that_proves_nothing_is_refused(made: Callable[[], Authority], what: str) -> None:
    assert what in refusal(made().reply(query(DIGEST, 5)))


def with_usage(usage: x509.ExtendedKeyUsage | None, **changes: object) -> Authority:
    key, root_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    return Authority(key=key, own=certificate("Stamps", key, ("Root", root_key), usage=usage, **changes))  # type: ignore[arg-type]


def signed_with_another_key() -> Authority:
    key, another = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    return Authority(key=another, own=certificate("Stamps", key, ("Root", another), usage=STAMPING))


def test_an_authority_that_refuses_is_told_of() -> None:
    reply = bytes.fromhex("3005 3003 0201 02")  # a status of 2, and no token
    assert "the authority has refused it (rejection)" in refusal(reply)


def test_a_time_that_was_changed_after_it_was_signed_is_told_of(authority: Authority) -> None:
    reply = authority.reply(query(DIGEST, 5)).replace(b"20260304050607Z", b"20160304050607Z")
    assert "its time was changed after it was signed" in refusal(reply)


def test_a_stamp_without_its_certificate_is_refused(authority: Authority) -> None:
    answer = tsp.TimeStampResp.load(authority.reply(query(DIGEST, 5)))
    answer["time_stamp_token"]["content"]["certificates"] = []
    assert "it lacks the certificate that signed it" in refusal(answer.dump(force=True))


def test_certificates_to_trust_that_are_none_are_told_of(authority: Authority) -> None:
    assert "the certificates to trust are no PEM" in refusal(authority.reply(query(DIGEST, 5)), trusted=b"x")


def test_a_reply_without_measure_is_refused() -> None:
    assert "too long to be one" in refusal(b"\x30" * (MAX_REPLY + 1))


def test_whatever_becomes_of_a_replys_bytes_no_other_time_comes_out(authority: Authority) -> None:
    sound = authority.reply(query(DIGEST, 5))
    expected = read_stamp(sound, DIGEST, trusted=pem(authority.root))
    chance = random.Random(6)
    told: list[str] = []
    for number in range(600):
        data = bytearray(sound)
        if number % 5:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            del data[chance.randrange(len(data)) :]
        try:
            assert read_stamp(bytes(data), DIGEST, trusted=pem(authority.root)) == expected
        except ArchiveError as error:
            told.append(str(error))
    assert len(told) > 500
    assert not any("\n" in one for one in told)


def test_where_the_extra_is_lacking_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asn1crypto", None)
    with pytest.raises(ArchiveError, match=r"install it with `pip install holdwater\[stamp\]`"):
        query(DIGEST, 5)


needs_openssl = pytest.mark.skipif(not OPENSSL, reason="openssl is not installed, so nobody else can judge the stamps")


def openssl(*words: str | Path) -> str:
    done = subprocess.run([str(OPENSSL), "ts", *map(str, words)], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@needs_openssl
def test_openssl_reads_our_query_and_our_reader_its_reply(tmp_path: Path, case: Path) -> None:
    authority = Authority()
    assert authority.own is not None
    (tmp_path / "own.pem").write_bytes(pem(authority.own))
    (tmp_path / "key.pem").write_bytes(
        authority.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (tmp_path / "ts.cnf").write_text(
        f"[tsa]\ndefault_tsa = it\n[it]\nserial = {tmp_path}/serial\nsigner_cert = {tmp_path}/own.pem\n"
        f"signer_key = {tmp_path}/key.pem\nsigner_digest = sha256\ndefault_policy = {POLICY}\ndigests = sha256\n"
        "accuracy = secs:1\nordering = yes\ntsa_name = yes\ness_cert_id_chain = no\n"
    )

    def send(asked: bytes) -> bytes:
        (tmp_path / "asked.tsq").write_bytes(asked)
        assert "Hash Algorithm: sha256" in openssl("-query", "-in", tmp_path / "asked.tsq", "-text")
        out = tmp_path / "reply.tsr"
        told = openssl("-reply", "-config", tmp_path / "ts.cnf", "-queryfile", tmp_path / "asked.tsq", "-out", out)
        assert out.exists(), told
        return out.read_bytes()

    stamp, _ = stamp_file(case, send, pem(authority.root))
    assert (stamp.authority, stamp.policy, stamp.trusted) == ("CN=Stamps", POLICY, True)


@needs_openssl
def test_openssl_accepts_a_kept_stamp_as_the_page_says(tmp_path: Path, case: Path, authority: Authority) -> None:
    _, kept = stamp_file(case, authority.reply)
    (tmp_path / "authority.pem").write_bytes(pem(authority.root))
    told = openssl("-verify", "-data", case, "-in", kept, "-CAfile", tmp_path / "authority.pem")
    assert "Verification: OK" in told
