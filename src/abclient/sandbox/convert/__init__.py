"""Convert Experiences REST v2, as the vendor's API behaves."""

from __future__ import annotations

import re

from starlette.responses import Response

from .._convert import signing
from ..limits import retry_after
from ..vendor import Vendor, json_response
from . import effects, store
from .auth import authenticate
from .operations import OPERATIONS
from .seeding import listing, seed_world

_FIELD = re.compile(r"(?P<field>[\w.\[\]]+) (is required|must)")


def error(status: int, message: str) -> Response:
    """The vendor's error body, with the field that is wrong if the message begins with one."""
    found = _FIELD.match(message) if status == 422 else None
    fields = {"fields": [found["field"]]} if found else {}
    return json_response({"code": status, "message": message, **fields}, status)


VENDOR = Vendor(
    name=store.NAME,
    base="/api/v2",
    operations=OPERATIONS,
    authenticate=authenticate,
    credentials={"application_id": signing.APPLICATION, "secret": signing.SECRET},
    places={"account_id": str(store.ACCOUNT)},
    error=error,
    limit_headers=retry_after,
    seed_world=seed_world,
    listing=listing,
    visit=effects.visit,
)
