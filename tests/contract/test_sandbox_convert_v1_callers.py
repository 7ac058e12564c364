"""What the one public caller of Convert's API v1 that signs its requests sends, and what it reads of the responses."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox
from support.sandbox_convert_v1 import headers

sandbox = pytest.fixture(scope="module")(running_sandbox)

Send = Callable[..., Any]


@pytest.fixture
def send(sandbox: Sandbox) -> Iterator[Send]:
    """Sends a request: signed for five minutes and a fraction of a second, and without a body unless one is given."""
    with httpx.Client(trust_env=False) as http:

        def request(method: str, path: str, body: Any = None) -> Any:
            url = f"{sandbox.url}/convert_v1/api/v1/{path}"
            content = b"" if body is None else json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
            kind = {} if body is None else {"Content-Type": "application/json"}
            signed = headers(url, content, str(time.time() + 300))
            response = http.request(method, url, content=content, headers={**kind, **signed})
            assert response.status_code in {200, 201}, response.text
            return response.json()

        yield request


def test_projects_are_listed_without_a_body(send: Send) -> None:
    """As the vendor's help pages do, too: the trailing slash is signed, and the response is a list."""
    found = send("GET", "projects/")
    assert found
    assert all({"id", "name"} <= one.keys() for one in found)


def test_audiences_are_listed_made_and_copied(send: Send) -> None:
    """A copy is what was read without its id, sent to an address with two slashes."""
    project = send("GET", "projects/")[0]["id"]
    listed = send("POST", f"audiences/{project}")
    assert all({"audience_id", "audience_name", "firing_rule"} <= one.keys() for one in listed)
    made = send("POST", f"audiences/add/{project}", {"audience_name": "Luke Test Audience", "is_segment": False})
    assert made["audience_name"] == "Luke Test Audience"
    original = send("GET", f"audiences/get/{project}/{listed[0]['audience_id']}")
    copy = {name: value for name, value in original.items() if name != "audience_id"}
    copied = send("POST", f"/audiences/add/{project}", {**copy, "audience_name": f"{copy['audience_name']} clone"})
    assert copied["audience_id"] != original["audience_id"]
    assert copied["firing_rule"] == original["firing_rule"]


def test_goals_are_listed_at_an_address_with_two_slashes(send: Send) -> None:
    """Their names are looked through by the caller."""
    project = send("GET", "projects/")[0]["id"]
    assert all(isinstance(one["goal_name"], str) for one in send("POST", f"/goals/{project}"))
