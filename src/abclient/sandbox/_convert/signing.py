"""Checking signatures: who sent a request, until when it is good, and that it arrived as it was sent."""

from __future__ import annotations

import hashlib
import hmac
import math
import time

from starlette.requests import Request

from ..vendor import RefusedError, account_with

APPLICATION = "sandbox-app"
SECRET = "sandbox-secret"  # noqa: S105 (not a secret: the documented credential of a local server)
_SCHEME = "Convert-HMAC-SHA256 Signature="


def signature(application: str, secret: str, expires: str, url: str, body: bytes) -> str:
    """The signature of a request, in lowercase hexadecimal.

    Args:
        application: the application's id.
        secret: the application's secret.
        expires: the text of the ``Expires`` header, as it was sent.
        url: the whole URL, as it was requested.
        body: the bytes of the body.
    """
    signed = "\n".join((application, expires, url, "")).encode("latin-1", "surrogateescape") + body
    return hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def requested_url(request: Request) -> str:
    """The URL as it stood in the request, with nothing decoded or put in order."""
    path = request.scope.get("raw_path") or request.scope["path"].encode()
    query: bytes = request.scope["query_string"]
    target = path + b"?" + query if query else path
    return f"{request.url.scheme}://{request.headers.get('host', '')}{target.decode('latin-1')}"


def check_headers(request: Request, accounts: int) -> int:
    """The number of the account; 401 where a header is missing or the application is unknown, or it has expired."""
    headers = request.headers
    account = account_with(headers.get("convert-application-id"), accounts, APPLICATION)
    if not account:
        raise RefusedError(401, "The application id is missing or unknown")
    if not headers.get("authorization", "").startswith(_SCHEME):
        raise RefusedError(401, "The signature is missing")
    try:
        expires = float(headers.get("expires", ""))
    except ValueError:
        raise RefusedError(401, "The Expires header must be a Unix time in seconds") from None
    if not math.isfinite(expires) or expires < time.time():
        raise RefusedError(401, "The request has expired: look at the clock of the machine that sent it")
    return account


def check_signature(request: Request, body: bytes) -> None:
    """Refuse with 401 what is not signed with the application's secret, exactly as it arrived."""
    application = request.headers["convert-application-id"]
    secret = SECRET + application.removeprefix(APPLICATION)
    expected = signature(application, secret, request.headers["expires"], requested_url(request), body)
    sent = request.headers["authorization"].removeprefix(_SCHEME)
    if not hmac.compare_digest(sent.encode(), expected.encode()):
        raise RefusedError(401, "The signature does not match the request")
