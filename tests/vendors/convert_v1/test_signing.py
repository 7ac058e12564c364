"""Signing of Convert's requests: vectors, properties, expiry, clock correction, secrecy."""

from __future__ import annotations

import copy
import hashlib
import pickle
import traceback
from collections.abc import Callable
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

import abclient.vendors._convert_signing as signing
from abclient.vendors._convert_signing import RequestSigner

NOW = 1_700_000_000.0
VECTORS = [
    pytest.param(
        "https://api.convert.com/api/v1/projects/",
        b"",
        "9391d76cfdaba8d93fee40a72dddb2f7c2a1910177630d08b07379b942e7ad13",
        id="no body",
    ),
    pytest.param(
        "https://api.convert.com/api/v1/goals/123",
        b'{"page":1,"results_per_page":50}',
        "ac9c733b60b59373e551743c74282ea11f52a07487287554c181fcc70a503b06",
        id="json body",
    ),
]

# Lone surrogates have no UTF-8 form, so no URL, id or secret on the wire can hold one.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def hmac_sha256_by_hand(key: bytes, message: bytes) -> str:
    """HMAC written out from its definition (RFC 2104), so that the library does not check itself."""
    key = hashlib.sha256(key).digest() if len(key) > 64 else key
    padded = key.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded) + message).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in padded) + inner).hexdigest()


def signer_at(now: float, *, lifetime: float = 30.0, secret: str = "mySecret") -> RequestSigner:
    """A signer whose clock stands still."""
    return RequestSigner("myAppId", secret, lifetime=lifetime, clock=lambda: now)


@pytest.mark.parametrize(("url", "body", "expected"), VECTORS)
def test_known_vectors_by_function(url: str, body: bytes, expected: str) -> None:
    """Both independently computed signatures come out of the functions."""
    assert signing.signature("mySecret", signing.string_to_sign("myAppId", "1700000030", url, body)) == expected


@pytest.mark.parametrize(("url", "body", "expected"), VECTORS)
def test_known_vectors_by_headers(url: str, body: bytes, expected: str) -> None:
    """Both independently computed signatures come out in the headers, which have the vendor's names and forms."""
    assert signer_at(NOW).headers(url, body) == (
        ("Convert-Application-ID", "myAppId"),
        ("Expires", "1700000030"),
        ("Authorization", f"Convert-HMAC-SHA256 Signature={expected}"),
    )


@pytest.mark.parametrize("body", [None, b""], ids=["none", "empty"])
def test_no_body_keeps_the_last_line_feed(body: bytes | None) -> None:
    """Without a body the line feed before it stays, and nothing follows it."""
    assert signing.string_to_sign("app", "12", "https://h/p", body) == b"app\n12\nhttps://h/p\n"


@given(application_id=TEXT, expires=TEXT, url=TEXT, body=st.binary())
def test_the_string_is_its_four_parts(application_id: str, expires: str, url: str, body: bytes) -> None:
    """Whatever the parts hold, they stand in the string byte for byte, in order, with three line feeds between."""
    parts = [application_id.encode(), expires.encode(), url.encode(), body]
    assert signing.string_to_sign(application_id, expires, url, body) == b"\n".join(parts)


@given(secret=TEXT, message=st.binary())
def test_signature_is_hmac_sha256(secret: str, message: bytes) -> None:
    """The signature equals HMAC-SHA256 computed by hand, for any secret (longer than a block too) and message."""
    assert signing.signature(secret, message) == hmac_sha256_by_hand(secret.encode(), message)


@given(application_id=WORD, secret=WORD, url=TEXT, body=st.none() | st.binary())
def test_headers_verify(application_id: str, secret: str, url: str, body: bytes | None) -> None:
    """A server that recomputes the signature from the headers, the URL and the raw body accepts every request."""
    headers = dict(RequestSigner(application_id, secret, clock=lambda: NOW).headers(url, body))
    message = "\n".join([headers["Convert-Application-ID"], headers["Expires"], url, ""]).encode() + (body or b"")
    expected = hmac_sha256_by_hand(secret.encode(), message)
    assert headers["Authorization"] == f"Convert-HMAC-SHA256 Signature={expected}"


@given(payload=st.text(st.characters(exclude_categories=["Cs"])))
def test_unicode_is_signed_as_its_bytes(payload: str) -> None:
    """A body of any script is signed as the UTF-8 that is sent, neither escaped nor normalised."""
    signed = signing.string_to_sign("app", "1", "https://h/", payload.encode())
    assert signed == f"app\n1\nhttps://h/\n{payload}".encode()


@pytest.mark.parametrize(
    ("url", "body"),
    [
        pytest.param("https://api.convert.com/api/v1/projects", b"{}", id="slash missing"),
        pytest.param("https://api.convert.com/api/v1/projects/?a=1", b"{}", id="query added"),
        pytest.param("http://api.convert.com/api/v1/projects/", b"{}", id="other scheme"),
        pytest.param("https://api.convert.com/api/v1/projects/", b"{ }", id="blank in the body"),
        pytest.param("https://api.convert.com/api/v1/projects/", None, id="body missing"),
    ],
)
def test_every_byte_counts(url: str, body: bytes | None) -> None:
    """Any difference in URL or body gives another signature."""
    signer = signer_at(NOW)
    assert signer.headers(url, body) != signer.headers("https://api.convert.com/api/v1/projects/", b"{}")


@pytest.mark.parametrize(
    ("now", "lifetime", "offset", "expected"),
    [
        pytest.param(NOW, 60.0, 0.0, "1700000060", id="whole second"),
        pytest.param(NOW + 0.999, 60.0, 0.0, "1700000060", id="rounded down"),
        pytest.param(NOW, 20.5, 0.0, "1700000020", id="fractional lifetime"),
        pytest.param(NOW, 60.0, 600.0, "1700000660", id="vendor ahead"),
        pytest.param(NOW, 60.0, -600.0, "1699999460", id="vendor behind"),
        pytest.param(NOW + 0.5, 60.0, -0.75, "1700000059", id="fractions add up before rounding"),
        pytest.param(0.0, 1.0, -2.0, "-1", id="before the epoch"),
    ],
)
def test_expiry(now: float, lifetime: float, offset: float, expected: str) -> None:
    """Expires is clock plus offset plus lifetime, in whole seconds, rounded down."""
    assert signing.expires_at(now, lifetime, offset) == expected


def test_default_lifetime() -> None:
    """Without further settings a request is good for a minute from now, by the machine's clock."""
    assert signing.expires_at(NOW) == "1700000060"
    assert dict(RequestSigner("a", "b", clock=lambda: NOW).headers("https://h/"))["Expires"] == "1700000060"


def test_each_call_signs_afresh() -> None:
    """A later attempt at the same request gets a later expiry and another signature."""
    times = iter([NOW, NOW + 7])
    signer = RequestSigner("a", "b", clock=lambda: next(times))
    first, second = (dict(signer.headers("https://h/")) for _ in range(2))
    assert (first["Expires"], second["Expires"]) == ("1700000060", "1700000067")
    assert first["Authorization"] != second["Authorization"]


@pytest.mark.parametrize(
    ("date", "now", "expected"),
    [
        pytest.param("Tue, 14 Nov 2023 22:13:20 GMT", NOW, 0.0, id="equal"),
        pytest.param("Tue, 14 Nov 2023 22:23:20 GMT", NOW, 600.0, id="vendor ahead"),
        pytest.param("Tue, 14 Nov 2023 22:03:20 GMT", NOW, -600.0, id="vendor behind"),
        pytest.param("Tue, 14 Nov 2023 22:13:20 GMT", NOW + 0.25, -0.25, id="fraction of a second"),
        pytest.param("Tuesday, 14-Nov-23 22:13:20 GMT", NOW, 0.0, id="RFC 850 form"),
        pytest.param("Tue Nov 14 22:13:20 2023", NOW, 0.0, id="asctime form"),
        pytest.param("Tue, 14 Nov 2023 23:13:20 +0100", NOW, 0.0, id="other zone"),
        pytest.param(None, NOW, None, id="missing"),
        pytest.param("", NOW, None, id="empty"),
        pytest.param("yesterday", NOW, None, id="not a date"),
        pytest.param("1700000000", NOW, None, id="a number"),
        pytest.param("Tue, 31 Feb 2023 22:13:20 GMT", NOW, None, id="impossible day"),
    ],
)
def test_clock_offset(date: str | None, now: float, expected: float | None) -> None:
    """The offset is the answer's date less our clock; a header that is no date says nothing."""
    assert signing.clock_offset(date, now) == expected


@given(date=st.text(), now=st.floats(0, 4e9))
def test_clock_offset_never_raises(date: str, now: float) -> None:
    """No text in the Date header can raise."""
    assert isinstance(signing.clock_offset(date, now), float | None)


@given(seconds=st.integers(0, 4_000_000_000), now=st.floats(0, 4e9))
def test_clock_offset_of_any_date(seconds: int, now: float) -> None:
    """For every date that HTTP can write, our clock plus the offset is the vendor's."""
    assert signing.clock_offset(formatdate(seconds, usegmt=True), now) == pytest.approx(seconds - now)


@pytest.mark.parametrize(
    ("vendor_ahead", "already", "corrected"),
    [
        pytest.param(600.0, 0.0, 600.0, id="ten minutes slow"),
        pytest.param(-600.0, 0.0, -600.0, id="ten minutes fast"),
        pytest.param(31.0, 0.0, 31.0, id="just over half a lifetime"),
        pytest.param(30.0, 0.0, None, id="half a lifetime is within reason"),
        pytest.param(0.0, 0.0, None, id="right clock"),
        pytest.param(601.0, 600.0, None, id="corrected before"),
        pytest.param(0.0, 600.0, 0.0, id="clock was put right meanwhile"),
        pytest.param(3600.0, 0.0, 3600.0, id="an hour slow"),
        pytest.param(-3600.0, 0.0, -3600.0, id="an hour fast"),
        pytest.param(3601.0, 0.0, None, id="more than an hour slow"),
        pytest.param(-3601.0, 600.0, None, id="more than an hour fast"),
    ],
)
def test_correct_clock(vendor_ahead: float, already: float, corrected: float | None) -> None:
    """A clock is corrected when it is off by more than half a lifetime beyond what is corrected already."""
    signer = signer_at(NOW, lifetime=60.0)
    signer.clock_offset = already
    assert signer.correct_clock(formatdate(NOW + vendor_ahead, usegmt=True)) == corrected
    assert signer.clock_offset == (already if corrected is None else corrected)


def test_corrected_clock_shows_in_expires() -> None:
    """After correction requests expire by the vendor's clock, and a second refusal does not correct again."""
    signer = signer_at(NOW, lifetime=60.0)
    refusal = formatdate(NOW + 600, usegmt=True)
    assert signer.correct_clock(refusal) == 600.0
    assert dict(signer.headers("https://h/"))["Expires"] == "1700000660"
    assert signer.correct_clock(refusal) is None


@pytest.mark.parametrize("year", ["1970", "2100", "9999"])
def test_a_wrong_date_of_the_vendor_moves_no_clock(year: str, caplog: pytest.LogCaptureFixture) -> None:
    """A signature that is good for years could be used by whoever sees it; what can be done is logged."""
    signer = signer_at(NOW, lifetime=60.0)
    sent = {name.lower(): value for name, value in signer("GET", "https://h/", b"")}
    assert not signer.on_unauthorized(sent, {"date": f"Fri, 01 Jan {year} 00:00:00 GMT"})
    assert dict(signer.headers("https://h/"))["Expires"] == "1700000060"
    assert "too much to be corrected for" in caplog.text


@pytest.mark.parametrize(("age", "corrected"), [("7200", False), ("x", False), ("0", True), (None, True)])
def test_the_date_of_a_cache_moves_no_clock(age: str | None, corrected: bool) -> None:
    """An answer with an age was given to somebody else, earlier; one of age 0 is as new as any."""
    signer = signer_at(NOW, lifetime=60.0)
    sent = {name.lower(): value for name, value in signer("GET", "https://h/", b"")}
    answered = {"date": formatdate(NOW - 1800, usegmt=True), **({} if age is None else {"age": age})}
    assert signer.on_unauthorized(sent, answered) is corrected
    assert signer.clock_offset == (-1800.0 if corrected else 0.0)


@pytest.mark.parametrize("date", [None, "soon"], ids=["missing", "not a date"])
def test_no_date_corrects_nothing(date: str | None) -> None:
    """Without a readable Date header the clock stays as it is."""
    signer = signer_at(NOW)
    assert signer.correct_clock(date) is None
    assert signer.clock_offset == 0.0


@pytest.mark.parametrize(
    ("application_id", "secret", "lifetime"),
    [
        pytest.param("", "s3cr3t", 60.0, id="no application id"),
        pytest.param("app", "", 60.0, id="no secret"),
        pytest.param("app", "s3cr3t", 0.0, id="no lifetime"),
        pytest.param("app", "s3cr3t", 0.5, id="less than Expires can say"),
        pytest.param("app", "s3cr3t", float("inf"), id="endless"),
        pytest.param("app", "s3cr3t", float("nan"), id="not a number"),
    ],
)
def test_bad_settings(application_id: str, secret: str, lifetime: float) -> None:
    """Settings that cannot work are refused at once, without showing the secret."""
    with pytest.raises(ValueError, match="must") as caught:
        RequestSigner(application_id, secret, lifetime=lifetime)
    assert "s3cr3t" not in str(caught.value)


def test_repr_shows_no_secret() -> None:
    """repr and str name the application and nothing that could sign."""
    signer = signer_at(NOW, secret="s3cr3t")
    assert repr(signer) == str(signer) == "RequestSigner(application_id='myAppId', lifetime=30.0)"


def test_no_attribute_holds_the_secret() -> None:
    """No attribute of a signer is the secret or shows it, so that debuggers and error reports cannot."""
    signer = signer_at(NOW, secret="s3cr3t")
    shown = [repr(getattr(signer, name)) for name in RequestSigner.__slots__]
    assert shown
    assert not any("s3cr3t" in text for text in shown)
    assert not hasattr(signer, "__dict__")


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_neither_pickled_nor_copied(duplicate: Callable[[object], object]) -> None:
    """Pickling and copying are refused with a reason, and the refusal's traceback does not show the secret."""
    signer = signer_at(NOW, secret="s3cr3t")
    with pytest.raises(TypeError, match="neither pickled nor copied") as caught:
        duplicate(signer)
    report = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "myAppId" in report
    assert "s3cr3t" not in report


@pytest.mark.parametrize(
    ("signed_at", "vendor_ahead", "again"),
    [
        pytest.param(NOW, 0.0, False, id="clock right, fresh request"),
        pytest.param(NOW, 600.0, True, id="clock wrong"),
        pytest.param(NOW - 29, 0.0, False, id="clock right, request still good"),
        pytest.param(NOW - 61, 0.0, True, id="expired while it waited"),
        pytest.param(NOW + 600, 0.0, True, id="signed before the clock was corrected"),
    ],
)
def test_a_refusal_for_time_is_worth_another_attempt(signed_at: float, vendor_ahead: float, again: bool) -> None:
    """A refused request is tried again when its time of signing can be why, and only then."""
    sent = {name.lower(): value for name, value in signer_at(signed_at, lifetime=60.0)("GET", "https://h/", b"")}
    answered = {"date": formatdate(NOW + vendor_ahead, usegmt=True)}
    assert signer_at(NOW, lifetime=60.0).on_unauthorized(sent, answered) is again


@pytest.mark.parametrize("expires", [None, "", "soon", "-5"])
def test_a_refusal_of_a_foreign_expiry_is_final(expires: str | None) -> None:
    """Where the caller's own header stood in place of ours, signing again would change nothing."""
    assert not signer_at(NOW).on_unauthorized({} if expires is None else {"expires": expires}, {})
