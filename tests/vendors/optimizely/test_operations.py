"""Every operation of Optimizely's spec is reached by the facade, with every parameter it documents."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

import abclient
from abclient.transports import WireRequest
from support.clients import TOKEN
from support.fake import Script, answer
from support.optimizely_calls import CALLS

SPEC: dict[str, Any] = json.loads(files("abclient_api.optimizely").joinpath("openapi.json").read_text("utf-8"))


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    """The node itself, or what it refers to."""
    while "$ref" in node:
        found: Any = SPEC
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    return node


def operations() -> dict[str, tuple[str, str, dict[str, Any], list[dict[str, Any]]]]:
    """Every operation of the spec: method, path, itself, parameters."""
    found: dict[str, tuple[str, str, dict[str, Any], list[dict[str, Any]]]] = {}
    for path, item in SPEC["paths"].items():
        for method in sorted({"get", "post", "patch", "put", "delete"} & item.keys()):
            operation = item[method]
            listed = [*item.get("parameters", []), *operation.get("parameters", [])]
            found[operation["operationId"]] = method.upper(), path, operation, [resolved(given) for given in listed]
    return found


OPERATIONS = operations()


def smallest(schema: dict[str, Any]) -> Any:
    """The smallest JSON that the schema allows."""
    schema = resolved(schema)
    if "allOf" in schema:
        return smallest(schema["allOf"][0])
    kind = schema.get("type", "object")
    if kind == "object":
        needed = schema.get("required", ())
        return {name: smallest(schema["properties"][name]) for name in needed}
    plain: dict[str, Any] = {"array": [], "integer": 2**62 + 1, "number": 0.5, "boolean": True}
    return plain.get(kind, "text")


def smallest_answer(operation: dict[str, Any]) -> Any:
    """Status and body of the first documented success, as small as it can be."""
    status = min(status for status in operation["responses"] if status.startswith("2"))
    content = resolved(operation["responses"][status]).get("content", {})
    if "application/json" in content:
        schema = content["application/json"]["schema"]
        some = list(resolved(schema).get("properties", ()))[:1]
        return answer(int(status), smallest(schema) or dict.fromkeys(some) or smallest(schema))
    return answer(int(status), b"a,b\n1,2\n" if content else None)


def test_the_table_has_every_operation_and_no_other() -> None:
    """An operation that is new in the spec fails here until the facade reaches it."""
    assert set(CALLS) == set(OPERATIONS)
    assert len(CALLS) == 105


@pytest.mark.parametrize("name", OPERATIONS)
async def test_every_operation_is_reached(name: str) -> None:
    """The documented method and path, every documented parameter, a body where there is one, and a parsed answer."""
    method, path, operation, parameters = OPERATIONS[name]
    script = Script(smallest_answer(operation))
    async with abclient.Optimizely("2:token", transport=script) as optimizely:
        for call in CALLS[name]:
            await call(optimizely)
    pattern = re.compile("/v2" + re.sub(r"\{\w+\}", r"[\\w%-]+", path))
    sent: set[str] = set()
    for request in script.requests:
        address = urlsplit(request.url)
        assert (address.netloc, request.method) == ("api.optimizely.com", method)
        assert pattern.fullmatch(address.path), address.path
        sent |= {key for key, _ in parse_qsl(address.query, keep_blank_values=True)}
        check_headers_and_body(request, "requestBody" in operation)
    assert sent == {parameter["name"] for parameter in parameters if parameter["in"] == "query"}


def check_headers_and_body(request: WireRequest, with_body: bool) -> None:
    headers = dict(request.headers)
    assert headers["authorization"] == "Bearer 2:token"
    assert (request.body is not None) == with_body
    if request.body is not None:
        assert headers["content-type"] == "application/json"
        assert isinstance(json.loads(request.body), dict | list)


@pytest.mark.parametrize("name", [name for name, found in OPERATIONS.items() if "202" in found[2]["responses"]])
async def test_no_data_yet_is_none(name: str) -> None:
    """Where the spec documents 204, the answer is None."""
    async with abclient.Optimizely(TOKEN, transport=Script(answer(204))) as optimizely:
        assert await CALLS[name][0](optimizely) is None
