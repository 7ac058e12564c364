"""A sandbox for tests, and the few things tests want of it.

A module takes it with ``sandbox = pytest.fixture(scope="module")(running_sandbox)``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx

from abclient.testing import Sandbox

TODAY = date(2024, 6, 1)
PROJECT, ENVIRONMENT = "sandbox", "production"
EXPERIMENTS = f"/api/v2/projects/{PROJECT}/environments/{ENVIRONMENT}/experiments"
SETTINGS = f"/api/v2/projects/{PROJECT}/experimentation-settings"
HEADERS = {"Authorization": Sandbox.token, "LD-API-Version": "beta"}
SEMANTIC_PATCH = "application/json; domain-model=launchdarkly.semanticpatch"


def running_sandbox() -> Iterator[Sandbox]:
    """A sandbox with 60 experiments from seed 1, as it was on the first of June 2024, and with ids beyond 2**53."""
    with Sandbox(experiments=60, seed=1, today=TODAY, large_ids=True) as sandbox:
        yield sandbox


def connected(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """An HTTP client with LaunchDarkly's credentials."""
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client:
        yield client


def refusal(response: httpx.Response, status: int, code: str) -> str:
    """Check that an answer is LaunchDarkly's error, and give its message."""
    body = response.json()
    assert (response.status_code, body["code"]) == (status, code)
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", body["id"])
    return str(body["message"])


def iteration_body(**changes: Any) -> dict[str, Any]:
    """An iteration of the documentation's example flag and metric, as it is sent to LaunchDarkly."""
    flag, variation = "example-flag-for-experiment", "e432f62b-55f6-49dd-a02f-eb24acf39d05"
    parameters = [{"flagKey": flag, "variationId": variation}]
    body = {
        "hypothesis": "Example hypothesis, the new button placement will increase conversion",
        "canReshuffleTraffic": True,
        "metrics": [{"key": "metric-key-123abc", "primary": True}],
        "treatments": [
            {"name": "Treatment 1", "baseline": True, "allocationPercent": "10", "parameters": parameters},
            {"name": "Treatment 2", "baseline": False, "allocationPercent": "90", "parameters": parameters},
        ],
        "flags": {flag: {"ruleId": "fallthrough", "flagConfigVersion": 12}},
        "randomizationUnit": "user",
    }
    return {**body, **changes}


def experiment_body(**changes: Any) -> dict[str, Any]:
    """A new experiment with a key of its own, as it is sent to LaunchDarkly."""
    body = {
        "name": "Example experiment",
        "description": "An example experiment, used in testing",
        "maintainerId": "12ab3c45de678910fgh12345",
        "key": f"experiment-{uuid.uuid4().hex}",
        "iteration": iteration_body(),
    }
    return {**body, **changes}
