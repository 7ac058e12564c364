"""Optimizely Classic as its documentation shows it: a transport that answers every documented call."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from abclient.transports import WireRequest, WireResponse
from support.fake import answer

HOST = "https://www.optimizelyapis.com/experiment/v1"
PAYLOADS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vendors" / "optimizely_classic" / "payloads.json").read_text("utf-8")
)
SPEC: dict[str, Any] = json.loads(
    resources.files("abclient_api").joinpath("optimizely_classic", "openapi.json").read_text("utf-8")
)


class Operation(NamedTuple):
    """One operation of the spec."""

    method: str
    template: str

    def matches(self, method: str, path: str) -> bool:
        pattern = re.sub(r"\{\w+\}", r"\\d+", self.template)
        return method == self.method and re.fullmatch(pattern, path) is not None


OPERATIONS = {
    operation["operationId"]: Operation(method.upper(), template)
    for template, methods in SPEC["paths"].items()
    for method, operation in methods.items()
    if method != "parameters"
}


class Seen(NamedTuple):
    """One request that arrived."""

    operation: str
    path: str
    query: str
    body: Any


class Documented:
    """Answers each operation with its documented payload; what was changed by PUT is what later reads of it say."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.changed: dict[str, dict[str, Any]] = {}

    async def send(self, request: WireRequest) -> WireResponse:
        path, _, query = request.url.removeprefix(HOST).partition("?")
        name = next(name for name, operation in OPERATIONS.items() if operation.matches(request.method, path))
        body: Any = json.loads(request.body) if request.body else None
        self.seen.append(Seen(name, path, query, body))
        documented = PAYLOADS[name]
        reply = documented["response"]
        if request.method == "PUT":
            readable = {key: value for key, value in body.items() if key != "list_content"}
            self.changed[path] = {**self.changed.get(path, {}), **readable}
        if request.method in ("GET", "PUT") and path in self.changed:
            reply = {**reply, **self.changed[path]}
        return answer(documented["status"], reply)

    async def aclose(self) -> None:
        """Nothing is open."""

    @property
    def bodies(self) -> list[tuple[str, Any]]:
        """What was sent to change something, by operation."""
        return [(seen.operation, seen.body) for seen in self.seen if seen.body is not None]
