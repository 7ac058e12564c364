"""Plain HTTP with the sandbox's Optimizely Classic, for the tests of what it does and refuses.

A module takes the fixtures with ``http = pytest.fixture(scope="module")(plain_http)`` and so on.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import httpx

from abclient.testing import Sandbox

BASE = "/experiment/v1/"
PAGE = "https://mysite.com/products/"
EVENT = {"title": "Sign-ups", "goal_type": 1, "event": "sign_up"}
CLICK = {"title": "Clicks", "goal_type": 0, "selector": "a", "target_to_experiments": True}
UPLOAD = {"name": "customers", "list_type": 2, "key_fields": "id", "list_content": "1\n2", "format": "csv"}


def plain_http(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A plain HTTP client with a legacy token."""
    with httpx.Client(base_url=sandbox.url + BASE, headers={"Token": sandbox.token}) as client:
        yield client


def empty_project(http: httpx.Client) -> int:
    """The id of a project without anything."""
    return int(made(http, "projects", {"project_name": "A project"})["id"])


def fresh_experiment(http: httpx.Client, project: int) -> dict[str, Any]:
    """A new experiment in that project."""
    return made(http, f"projects/{project}/experiments", {"description": "An experiment", "edit_url": PAGE})


def made(http: httpx.Client, path: str, body: object) -> dict[str, Any]:
    """What a POST created."""
    response = http.post(path, json=body)
    assert response.status_code == 201, response.text
    document: dict[str, Any] = response.json()
    return document


def changed(http: httpx.Client, path: str, body: object) -> dict[str, Any]:
    """What a PUT changed."""
    response = http.put(path, json=body)
    assert response.status_code == 202, response.text
    document: dict[str, Any] = response.json()
    return document


def got(http: httpx.Client, path: str, **query: Any) -> Any:
    """What a GET reads."""
    response = http.get(path, params=query)
    assert response.status_code == 200, response.text
    return response.json()


def deleted(http: httpx.Client, path: str) -> None:
    """Delete, and see that the answer is empty and that it is gone."""
    response = http.delete(path)
    assert (response.status_code, response.content) == (204, b"")
    assert http.get(path).status_code == 404


def refusal(response: httpx.Response, status: int) -> str:
    """The message of an error answer of this status, which has the vendor's form."""
    assert response.status_code == status, response.text
    body = response.json()
    assert body.keys() == {"message", "status", "uuid"}
    assert (body["status"], uuid.UUID(body["uuid"]).version) == (status, 4)
    return str(body["message"])


def listed(sandbox: Sandbox, kind: str) -> list[int]:
    """The ids of a kind that the world lists."""
    ids: list[int] = sandbox.world()["optimizely_classic"][kind]
    return ids
