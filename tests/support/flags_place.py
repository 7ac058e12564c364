"""Feature Experimentation's sandbox over HTTP, without a client.

A module with the fixture ``sandbox`` takes it with ``place = pytest.fixture(at_its_beginning)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx

from abclient.testing import Sandbox

METRIC = {"aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}


class Place(NamedTuple):
    """HTTP with the sandbox, and the path of its project."""

    http: httpx.Client
    project: str
    account: int

    def json(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """What an operation answers, which must have this status."""
        target = path if path.startswith(("/flags-", "/permissions", "/v2")) else f"/flags/v1{self.project}{path}"
        answer = self.http.request(method, target, json=body)
        assert answer.status_code == status, answer.text
        if status >= 400 and target.startswith("/flags/v1") and status != 404:
            assert answer.headers["content-type"] == "application/problem+json"
        return answer.json() if answer.content else None


def at_its_beginning(sandbox: Sandbox) -> Iterator[Place]:
    """The sandbox as it was at its beginning."""
    sandbox.reset()
    world = sandbox.world()["optimizely_flags"]
    headers = {"Authorization": f"Bearer {sandbox.token}"}
    base = f"{sandbox.url}/optimizely_flags"
    with httpx.Client(base_url=base, headers=headers, trust_env=False) as http:
        yield Place(http, f"/projects/{world['projects'][0]}", world["account"])


def patch(*steps: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [{"op": op, "path": path, **({"value": more[0]} if more else {})} for op, path, *more in steps]


RULESET = "/flags/new/environments/production/ruleset"


def a_rule(**changes: Any) -> dict[str, Any]:
    variations = {
        "off": {"key": "off", "percentage_included": 5_000},
        "on": {"key": "on", "percentage_included": 5_000},
    }
    return {"key": "t", "name": "T", "type": "a/b", "variations": variations, "metrics": [METRIC], **changes}


def added(**changes: Any) -> list[dict[str, Any]]:
    return patch(("add", "/rules/t", a_rule(**changes)), ("add", "/rule_priorities/-", "t"))
