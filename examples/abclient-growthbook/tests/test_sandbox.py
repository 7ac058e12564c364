"""The sandbox over HTTP, without the client: its answers have the specified types, and its errors are the vendor's."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

import abclient_growthbook
from abclient.testing import InProcessSandbox, virtual_time

SPEC: dict[str, Any] = json.loads((Path(abclient_growthbook.__file__).parent / "rest" / "openapi.json").read_bytes())
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
IDS = {
    "/v1/projects/": "prj_shop",
    "/v2/features/": "checkout-0",
    "/v1/metrics/": "met_purchase",
    "/v1/fact-metrics/": "fact__cart",
    "/v1/experiments/": "exp_000001",
    "/v1/data-sources/": "ds_warehouse",
    "/v1/snapshots/": "",
}


def wrong(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """Where a value has another type than its schema says, or a word that is none of its enum."""
    if "$ref" in schema or "allOf" in schema:
        schema = SCHEMAS[schema.get("$ref", schema.get("allOf", [{}])[0].get("$ref")).rpartition("/")[2]]
    if value is None and schema.get("nullable"):
        return
    fits = isinstance(value, TYPES[schema["type"]]) and isinstance(value, bool) == (schema["type"] == "boolean")
    if not fits or value not in schema.get("enum", [value]):
        yield f"{where} is {value!r}"
    else:
        yield from wrong_inside(value, schema, where)


def wrong_inside(value: Any, schema: Mapping[str, Any], where: str) -> Iterator[str]:
    """The same for what a list or an object holds."""
    if schema["type"] == "array":
        for place, one in enumerate(value):
            yield from wrong(one, schema["items"], f"{where}/{place}")
    elif schema["type"] == "object":
        for name, one in schema.get("properties", {}).items():
            if name in value:
                yield from wrong(value[name], one, f"{where}/{name}")


def connected(sandbox: InProcessSandbox) -> httpx.AsyncClient:
    """Requests with the sandbox's key."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(sandbox.app),
        base_url="http://sandbox/growthbook/api",
        headers={"Authorization": f"Bearer {sandbox.token}"},
    )


@pytest.fixture
async def http(sandbox: InProcessSandbox) -> AsyncIterator[httpx.AsyncClient]:
    """Requests to the sandbox that the module's tests share."""
    async with connected(sandbox) as http:
        yield http


READING = [
    (
        one["operationId"],
        path.replace("{id}", IDS["/".join(path.split("/")[:3]) + "/"]) if "{id}" in path else path,
        one,
    )
    for path, operations in SPEC["paths"].items()
    for method, one in operations.items()
    if method == "get" and "snapshots" not in path
]


@pytest.mark.parametrize(("name", "path", "operation"), READING, ids=[name for name, *_ in READING])
async def test_what_it_answers_is_as_specified(
    name: str, path: str, operation: Mapping[str, Any], http: httpx.AsyncClient
) -> None:
    """Every type and every word, at any depth."""
    pages = any("limit" in one.get("name", one.get("$ref", "")).lower() for one in operation.get("parameters", ()))
    answer = await http.get(path, params={"limit": "60"} if pages else {})
    assert answer.status_code == 200, answer.text
    response = operation["responses"]["200"]
    if "$ref" in response:
        response = SPEC["components"]["responses"][response["$ref"].rpartition("/")[2]]
    assert list(wrong(answer.json(), response["content"]["application/json"]["schema"])) == []


REFUSED: list[tuple[str, str, Any, int, str]] = [
    ("GET", "/v1/projects/none", None, 400, "Could not find project with that id"),
    ("GET", "/v1/nothing", None, 404, ""),
    ("DELETE", "/v1/experiments", None, 405, ""),
    ("GET", "/v1/projects?limit=101", None, 400, "limit"),
    ("GET", "/v1/projects?offset=-1", None, 400, "offset"),
    ("POST", "/v1/projects", {}, 400, "name"),
    ("POST", "/v2/features/checkout-0/toggle", {"environments": {"moon": True}}, 400, "moon"),
    ("POST", "/v1/experiments/exp_000001/start", {}, 409, "draft"),
    ("POST", "/v1/experiments/exp_000001", {"metrics": ["none"]}, 400, "none"),
    ("GET", "/v1/experiments/exp_000001/results?phase=9", None, 400, "No results found"),
]


@pytest.mark.parametrize(("method", "path", "body", "status", "said"), REFUSED)
async def test_what_it_refuses(
    method: str, path: str, body: Any, status: int, said: str, http: httpx.AsyncClient
) -> None:
    """With a status and a message, as the vendor does."""
    answer = await http.request(method, path, json=body)
    assert (answer.status_code, said in answer.json()["message"]) == (status, True), answer.text


@pytest.mark.parametrize("key", ["", "Bearer none", "Basic sandbox-token"])
async def test_other_keys_are_refused(key: str, http: httpx.AsyncClient) -> None:
    """With 401."""
    assert (await http.get("/v1/projects", headers={"Authorization": key})).status_code == 401


async def test_limits_are_announced_as_the_vendor_does(installed: None) -> None:
    """By the headers of a draft of the IETF; what is refused says when to come back."""
    with virtual_time() as time, InProcessSandbox(experiments=1, rate_limit="2/60", virtual_time=time) as sandbox:
        async with connected(sandbox) as http:
            answers = [await http.get("/v1/projects") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["1", "0", "0"]
    assert answers[0].headers["RateLimit-Policy"] == "2;w=60"
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60
