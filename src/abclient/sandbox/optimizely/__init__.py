"""Optimizely REST v2, as the vendor's API behaves."""

from __future__ import annotations

import math
import uuid

from starlette.requests import Request
from starlette.responses import Response

from ..limits import Standing
from ..vendor import RefusedError, Vendor, account_with, json_response
from . import store
from .filling import fill, listing
from .measuring import visit
from .operations import OPERATIONS


def guard(request: Request, accounts: int) -> int:
    """Every request carries a personal token, or one of OAuth 2, as a bearer token."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    account = account_with(token.strip(), accounts) if scheme.lower() == "bearer" else 0
    if not account:
        raise RefusedError(401, "Authentication failed: the token is missing or not valid")
    return account


def error(status: int, message: str) -> Response:
    """The vendor's error body; an answer below 400 that a test has ordered has none."""
    if status < 400:
        return Response(status_code=status)
    return json_response({"code": str(status), "message": message, "uuid": str(uuid.uuid4())}, status)


def limit_headers(standing: Standing) -> dict[str, str]:
    """The limit, what is left of it, and when it starts anew, in seconds since 1970."""
    headers = {
        "X-RateLimit-Limit": str(standing.rate.count),
        "X-RateLimit-Remaining": str(standing.remaining),
        "X-RateLimit-Reset": str(math.ceil(standing.reset)),
    }
    return headers if standing.allowed else {**headers, "Retry-After": str(max(1, math.ceil(standing.wait)))}


VENDOR = Vendor(
    name=store.NAME,
    base="/v2",
    alias="/v2/",
    operations=OPERATIONS,
    guard=guard,
    error=error,
    limit_headers=limit_headers,
    fill=fill,
    listing=listing,
    visit=visit,
)
