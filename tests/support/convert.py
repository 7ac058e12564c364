"""A Convert client (API v2) whose vendor is a script of responses."""

from __future__ import annotations

import json
from typing import Any

import abclient
from abclient.transports import WireResponse
from support.convert_v1 import APPLICATION, SECRET
from support.fake import Script, answer

KEY = {"key_id": "key-of-tests", "key_secret": "key-s3cret-of-tests"}
SIGN = {"application_id": APPLICATION, "secret": SECRET}
EMPTY: dict[str, Any] = {"data": [], "extra": {"pagination": {"items_count": 0, "pages_count": 0}}}


def convert(*steps: Any, credentials: Any = SIGN, **options: Any) -> tuple[Any, Script]:
    """A client, and what it sends through."""
    made: list[Any] = [one if callable(one) or isinstance(one, WireResponse) else answer(200, one) for one in steps]
    script = Script(*made)
    given: dict[str, Any] = {"account_id": 1, "retries": 0, **credentials, **options}
    return abclient.Convert(transport=script, **given), script


def sent(script: Script, place: int = -1) -> Any:
    """The JSON of a request's body."""
    return json.loads(script.requests[place].body or b"null")
