"""GrowthBook's REST API, as the vendor's servers behave. It imports nothing of the client."""

from __future__ import annotations

import math

from starlette.requests import Request
from starlette.responses import Response

from abclient.sandbox.limits import LimitState
from abclient.sandbox.vendor import TOKEN, RefusedError, Vendor, account_with, json_response

from .operations import OPERATIONS
from .seeding import listing, seed_world
from .store import NAME


def authenticate(request: Request, accounts: int) -> int:
    """By a key as bearer token."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    account = account_with(key, accounts, TOKEN) if scheme.lower() == "bearer" else 0
    if not account:
        raise RefusedError(401, "Invalid API key")
    return account


def error(status: int, message: str) -> Response:
    """The vendor's error body."""
    return json_response({"message": message}, status)


def limit_headers(state: LimitState) -> dict[str, str]:
    """The limit, what is left of it, and in how many seconds it starts anew."""
    wait = str(math.ceil(state.wait))
    headers = {
        "RateLimit-Policy": f"{state.rate.count};w={math.ceil(state.rate.seconds)}",
        "RateLimit-Limit": str(state.rate.count),
        "RateLimit-Remaining": str(state.remaining),
        "RateLimit-Reset": wait,
    }
    return headers if state.allowed else {**headers, "Retry-After": wait}


VENDOR = Vendor(
    name=NAME,
    base="/api",
    operations=OPERATIONS,
    authenticate=authenticate,
    error=error,
    limit_headers=limit_headers,
    seed_world=seed_world,
    listing=listing,
    documents_limit=True,
)
