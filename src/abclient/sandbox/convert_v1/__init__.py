"""Convert Experiences REST v1, as the vendor's API behaves."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from .._convert import signing
from ..limits import retry_after
from ..vendor import Vendor, json_response
from . import effects, store
from .operations import OPERATIONS
from .seeding import listing, seed_world

_FIELD = re.compile(r"(?P<field>[\w.\[\]]+) (is required|must)")


def authenticate(request: Request, accounts: int) -> int:
    """Every request is signed; what needs the body for it is checked by :func:`.operations.signed`."""
    return signing.check_headers(request, accounts)


def error(status: int, message: str) -> Response:
    """The vendor's error body, with the field that is wrong if the message begins with one."""
    found = _FIELD.match(message) if status == 422 else None
    fields = {"fields": [found["field"]]} if found else {}
    return json_response({"code": status, "message": message, **fields}, status)


VENDOR = Vendor(
    name=store.NAME,
    base="/api/v1",
    alias="/api/v1/",
    operations=OPERATIONS,
    authenticate=authenticate,
    credentials={"application_id": signing.APPLICATION, "secret": signing.SECRET},
    error=error,
    limit_headers=retry_after,
    seed_world=seed_world,
    listing=listing,
    visit=effects.visit,
    merges_slashes=True,  # as its public caller writes some addresses
)
