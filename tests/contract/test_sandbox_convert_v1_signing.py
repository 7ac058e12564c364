"""Convert as the sandbox plays it, over real sockets: whose requests are let in."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

import httpx
import pytest

from abclient.sandbox._convert import signing
from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_convert_v1 import headers, refusal

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.mark.parametrize(
    ("url", "body", "expected"),
    [
        (
            "https://api.convert.com/api/v1/projects/",
            b"",
            "9391d76cfdaba8d93fee40a72dddb2f7c2a1910177630d08b07379b942e7ad13",
        ),
        (
            "https://api.convert.com/api/v1/goals/123",
            b'{"page":1,"results_per_page":50}',
            "ac9c733b60b59373e551743c74282ea11f52a07487287554c181fcc70a503b06",
        ),
    ],
)
def test_signature_vectors(url: str, body: bytes, expected: str) -> None:
    """The sandbox computes the two signatures that were computed by hand."""
    assert signing.signature("myAppId", "mySecret", "1700000030", url, body) == expected


def sent(
    sandbox: Sandbox, signed: dict[str, str], *, path: str = "/api/v1/projects/", body: bytes = b""
) -> httpx.Response:
    """The answer to a request with these headers."""
    return httpx.request("GET", sandbox.url + path, headers=signed, content=body, trust_env=False)


@pytest.mark.parametrize("seconds", ["{}", "{}.25", "{}.123456789", "{}e0"])
def test_expires_is_compared_as_it_was_written(sandbox: Sandbox, seconds: str) -> None:
    """A time with a fraction, in any notation, is part of the signature as text."""
    expires = seconds.format(int(time.time()) + 20)
    assert sent(sandbox, headers(f"{sandbox.url}/api/v1/projects/", b"", expires)).status_code == 200


@pytest.mark.parametrize("expires", ["0", "1700000030", "-5", "soon", "nan", "inf"])
def test_expired_or_no_time(sandbox: Sandbox, expires: str) -> None:
    """A request whose time is over, or is none, is unauthorized, though its signature is right."""
    message = refusal(sent(sandbox, headers(f"{sandbox.url}/api/v1/projects/", b"", expires)), 401)
    assert "xpire" in message


@pytest.mark.parametrize("missing", ["Convert-Application-ID", "Expires", "Authorization"])
def test_every_header_is_needed(sandbox: Sandbox, missing: str) -> None:
    """Without one of the three headers a request is unauthorized."""
    signed = headers(f"{sandbox.url}/api/v1/projects/", b"")
    del signed[missing]
    refusal(sent(sandbox, signed), 401)


@pytest.mark.parametrize("changes", [{"secret": "other"}, {"application": "other"}])
def test_wrong_credentials(sandbox: Sandbox, changes: dict[str, str]) -> None:
    """Another secret or application is unauthorized."""
    refusal(sent(sandbox, headers(f"{sandbox.url}/api/v1/projects/", b"", **changes)), 401)


@pytest.mark.parametrize(
    ("signed_url", "signed_body", "path", "body"),
    [
        ("/api/v1/projects/", b'{"page": 1}', "/api/v1/projects/", b'{"page":1}'),
        ("/api/v1/projects/", b"", "/api/v1/projects/?a=1", b""),
        ("/api/v1/projects/?a=1&b=2", b"", "/api/v1/projects/?b=2&a=1", b""),
        ("/api/v1/projects", b"", "/api/v1/projects/", b""),
        ("/api/v1/projects/get/a b", b"", "/api/v1/projects/get/a%20b", b""),
    ],
)
def test_what_was_signed_is_what_arrives(
    sandbox: Sandbox, signed_url: str, signed_body: bytes, path: str, body: bytes
) -> None:
    """A body that was written anew, or an address that differs in a character, is unauthorized."""
    signed = headers(sandbox.url + signed_url, signed_body)
    assert "signature" in refusal(sent(sandbox, signed, path=path, body=body), 401)


@pytest.mark.parametrize("path", ["?a=1&b=%C3%A9&c=%2F", "?q=a+b&empty="])
def test_query_is_part_of_the_signature(sandbox: Sandbox, path: str) -> None:
    """A query that was signed as it is sent is accepted, however it is encoded."""
    path = f"/api/v1/projects/{path}"
    assert sent(sandbox, headers(sandbox.url + path, b""), path=path).status_code == 200


def test_date_header_tells_the_time(sandbox: Sandbox) -> None:
    """Every answer tells the sandbox's time, a refusal too, so that a wrong clock can be put right."""
    for signed in ({}, headers(f"{sandbox.url}/api/v1/projects/", b"")):
        date = parsedate_to_datetime(sent(sandbox, signed).headers["date"])
        assert abs(date.timestamp() - time.time()) < 60
