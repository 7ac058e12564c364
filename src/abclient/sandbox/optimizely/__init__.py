"""Optimizely REST v2, as the vendor's API behaves."""

from __future__ import annotations

import math
import uuid

from starlette.requests import Request
from starlette.responses import Response

from ..limits import LimitState
from ..vendor import RefusedError, Vendor, account_with, json_response
from . import store
from .measuring import visit
from .operations import OPERATIONS
from .seeding import listing, seed_world


def authenticate(request: Request, accounts: int) -> int:
    """Every request carries a personal token, or one of OAuth 2, as a bearer token."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    account = account_with(token.strip(), accounts) if scheme.lower() == "bearer" else 0
    if not account:
        raise RefusedError(401, "Authentication failed: the token is missing or not valid")
    return account


def error(status: int, message: str) -> Response:
    """The vendor's error body; an injected response below 400 has none."""
    if status < 400:
        return Response(status_code=status)
    return json_response({"code": str(status), "message": message, "uuid": str(uuid.uuid4())}, status)


def limit_headers(state: LimitState) -> dict[str, str]:
    """The limit, what is left of it, and when it starts anew, in seconds since 1970."""
    headers = {
        "X-RateLimit-Limit": str(state.rate.count),
        "X-RateLimit-Remaining": str(state.remaining),
        "X-RateLimit-Reset": str(math.ceil(state.reset)),
    }
    return headers if state.allowed else {**headers, "Retry-After": str(max(1, math.ceil(state.wait)))}


VENDOR = Vendor(
    name=store.NAME,
    base="/v2",
    alias="/v2/",
    operations=OPERATIONS,
    authenticate=authenticate,
    error=error,
    limit_headers=limit_headers,
    seed_world=seed_world,
    listing=listing,
    visit=visit,
)
