"""Optimizely Feature Experimentation, as its four APIs behave: flags, scheduling, permissions, and results in v2."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from ..limits import silent
from ..optimizely import authenticate as authenticate_v2
from ..vendor import Vendor, json_bytes
from . import store
from .operations import OPERATIONS
from .pages import BASE
from .seeding import listing, seed_world, visit


def authenticate(request: Request, accounts: int) -> int:
    """The same tokens as for REST API v2."""
    return authenticate_v2(request, accounts)


def error(status: int, message: str) -> Response:
    """Problem details (RFC 9457); 404 comes without a body, as does an injected response below 400."""
    if status < 400 or status == HTTPStatus.NOT_FOUND:
        return Response(status_code=status)
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else "Error",
        "status": status,
        "detail": message,
        "uuid": str(uuid.uuid4()),
    }
    return Response(json_bytes(problem), status, media_type="application/problem+json")


VENDOR = Vendor(
    name=store.NAME,
    base=BASE,
    alias=f"{BASE}/",
    operations=OPERATIONS,
    authenticate=authenticate,
    error=error,
    limit_headers=silent,
    seed_world=seed_world,
    listing=listing,
    visit=visit,
    documents_limit=True,
)
