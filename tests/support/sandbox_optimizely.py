"""What the tests of the sandbox's Optimizely v2 share: a client, its errors, and the published specification."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx

from abclient.testing import Sandbox
from support.schemas import Specification

SPEC = Specification("optimizely")
HEADERS = {"Authorization": f"Bearer {Sandbox.token}"}


def connected(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """An HTTP client with a token, at the root of the API."""
    with httpx.Client(base_url=f"{sandbox.url}/v2", headers=HEADERS, trust_env=False) as client:
        yield client


def refusal(response: httpx.Response, status: int) -> str:
    """Check that an answer is Optimizely's error, and give its message."""
    body = response.json()
    assert (response.status_code, body["code"]) == (status, str(status)), body
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", body["uuid"])
    return str(body["message"])


def made(http: httpx.Client, path: str, **body: Any) -> dict[str, Any]:
    """Create something; the body travels as the vendor's own scripts send it, without a Content-Type."""
    response = http.post(path, content=json.dumps(body))
    assert response.status_code == 201, response.text
    return dict(response.json())


def changed(http: httpx.Client, path: str, **body: Any) -> dict[str, Any]:
    """Change something."""
    response = http.patch(path, content=json.dumps(body))
    assert response.status_code == 200, response.text
    return dict(response.json())
