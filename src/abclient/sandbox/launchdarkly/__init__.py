"""LaunchDarkly's API for experiments and rollouts, as it behaves."""

from __future__ import annotations

import math
import re
import uuid
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from ..limits import SCOPES, LimitState
from ..vendor import RefusedError, Vendor, account_with, json_response
from . import store
from .operations import OPERATIONS
from .seeding import ENVIRONMENT, PROJECT, listing, seed_world

_CODES = {
    400: "invalid_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    422: "unprocessable",
    429: "rate_limited",
    500: "internal_server_error",
    503: "service_unavailable",
}
_BETA_ONLY = re.compile(
    r"/metrics/[^/]+/results$|/flags/[^/]+/[^/]+/experiments/"
    r"|/metric-groups\b|/environments/[^/]+/releases\b|/release-policies\b|/usage/"
)
_BETA = "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`."


def authenticate(request: Request, accounts: int) -> int:
    """The access token stands in ``Authorization`` as it is; beta operations ask for their version besides."""
    account = account_with(request.headers.get("authorization"), accounts)
    if not account:
        raise RefusedError(401, "Invalid access token")
    if "/v2/event-data-import/" in request.url.path:  # which has no versions
        return account
    version = request.headers.get("ld-api-version")
    if version != "beta" and (version != "20240415" or _BETA_ONLY.search(request.url.path)):
        raise RefusedError(403, _BETA)
    return account


def error(status: int, message: str) -> Response:
    """The vendor's error body; the one about the beta header has only a message."""
    if message == _BETA:
        return json_response({"message": message}, status)
    body = {"code": _CODES.get(status, "error"), "message": message, "id": str(uuid.uuid4())}
    return json_response(body, status)


def limit_headers(state: LimitState) -> dict[str, str]:
    """What is left of each limit that applies, and when it starts anew, in milliseconds since 1970.

    Account and route share the header of the reset, which is that of the one with less left; a token has its own.
    """
    scopes = state.scopes or {"account": state, "route": replace(state, remaining=state.route_remaining)}
    headers: dict[str, str] = {}
    for scope, name in (("account", "Global"), ("route", "Route"), ("token", "Auth-Token")):
        if one := scopes.get(scope):
            headers[f"X-Ratelimit-{name}-Limit"] = str(one.rate.count)
            headers[f"X-Ratelimit-{name}-Remaining"] = str(one.remaining)
    if token := scopes.get("token"):
        headers["X-Ratelimit-Auth-Token-Reset"] = str(round(token.reset * 1000))
    sharing = [scopes[scope] for scope in ("account", "route") if scope in scopes]
    if sharing:
        headers["X-Ratelimit-Reset"] = str(round(min(sharing, key=lambda one: one.remaining).reset * 1000))
    return headers if state.allowed else {**headers, "Retry-After": str(max(1, math.ceil(state.wait)))}


VENDOR = Vendor(
    name="launchdarkly",
    base="",
    places={"project": PROJECT, "environment": ENVIRONMENT},
    alias="/api/v2/",
    operations=OPERATIONS,
    authenticate=authenticate,
    error=error,
    limit_headers=limit_headers,
    limited=SCOPES,
    seed_world=seed_world,
    listing=listing,
    method_header="x-http-method-override",
    visit=store.visit,
)
