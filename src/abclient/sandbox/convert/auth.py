"""Both kinds of credentials: signed requests, and a key that is sent."""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import Response

from .._convert import signing
from ..vendor import Call, Handler, RefusedError, account_with
from ..world import World

KEY_ID = "sandbox-key"
KEY_SECRET = "sandbox-key-secret"  # noqa: S105 (not a secret: the documented credential of a local server)
_SCHEME = "Bearer "


def authenticate(request: Request, accounts: int) -> int:
    """The number of the account; 401 where credentials are missing, unknown or expired."""
    authorization = request.headers.get("authorization", "")
    if not authorization.startswith(_SCHEME):
        return signing.check_headers(request, accounts)
    name, _, secret = authorization.removeprefix(_SCHEME).partition(":")
    account = account_with(name, accounts, KEY_ID)
    if not account:
        raise RefusedError(401, "The key is unknown")
    expected = KEY_SECRET + name.removeprefix(KEY_ID)
    if not hmac.compare_digest(secret.encode(), expected.encode()):
        raise RefusedError(401, "The secret of the key is wrong")
    return account


def checked(handle: Handler) -> Handler:
    """Let a handler see only requests whose signature, if they are signed, matches what arrived."""

    def check(world: World, call: Call) -> Response:
        if not call.headers.get("authorization", "").startswith(_SCHEME):
            signing.check_signature(call.request, call.body)
        return handle(world, call)

    return check
