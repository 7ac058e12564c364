"""What the tests of the sandbox's Convert share: signing, written a second time and apart from the client's."""

from __future__ import annotations

import hashlib
import hmac
import time
from typing import Any

import httpx

from abclient.testing import Sandbox

APPLICATION, SECRET = "sandbox-app", "sandbox-secret"


def signature(expires: str, url: str, body: bytes, *, application: str = APPLICATION, secret: str = SECRET) -> str:
    """The signature of a request."""
    text = f"{application}\n{expires}\n{url}\n".encode() + body
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def headers(url: str, body: bytes, expires: str = "", **changes: str) -> dict[str, str]:
    """The three headers of a request that is good for a minute."""
    expires = expires or str(int(time.time()) + 60)
    return {
        "Convert-Application-ID": changes.get("application", APPLICATION),
        "Expires": expires,
        "Authorization": f"Convert-HMAC-SHA256 Signature={signature(expires, url, body, **changes)}",
    }


class Signed(httpx.Auth):
    """Signs what httpx is about to send."""

    requires_request_body = True

    def auth_flow(self, request: httpx.Request) -> Any:
        """Add the three headers."""
        request.headers.update(headers(str(request.url), request.content))
        yield request


def connected(sandbox: Sandbox) -> Any:
    """An HTTP client that signs, at the root of the API."""
    with httpx.Client(base_url=f"{sandbox.url}/api/v1", auth=Signed(), trust_env=False) as client:
        yield client


def refusal(response: httpx.Response, status: int) -> str:
    """Check that an answer is Convert's error, and give its message."""
    body = response.json()
    assert (response.status_code, body["code"]) == (status, status), body
    assert set(body) <= {"code", "message", "fields"}
    return str(body["message"])
