"""A server that has read one vendor's published specification, and nothing else.

It checks every request against the specification, and gives the answers that the specification allows, or forbids.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from support.clients import PACKAGES, TOKEN, vendor_of
from support.known import known
from support.samples import Sampler, Style
from support.schemas import Specification
from support.server import Peer, Server, answer

GENERATED = Path(__file__).parents[2] / "generated" / "abclient_api"

_SCALARS = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "string": ".*"}


class Operation(NamedTuple):
    """One operation of a specification; a schema is None where there is no JSON."""

    id: str
    method: str
    template: str
    parameters: list[dict[str, Any]]
    body: tuple[str, dict[str, Any]] | None
    needs_body: bool
    status: int
    content_type: str | None
    schema: dict[str, Any] | None
    errors: dict[int, dict[str, Any]]


FOREIGN: dict[str, Any] = {
    "foreign null": None,
    "foreign text": "error",
    "foreign number": 42,
    "foreign true": True,
    "foreign empty object": {},
    "foreign empty list": [],
    "foreign list": [None, 5, "x"],
    "foreign object": {"what": "ever"},
    "error with code": {"code": "unauthorized", "message": "token revoked", "uuid": "u-1"},
    "error": {"error": {"message": "gateway", "status": "UNAUTHENTICATED"}},
    "error of OAuth": {"error": "invalid_token", "error_description": "expired"},
    "errors": {"errors": [{"title": "no", "status": "401"}]},
    "problem": {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "no", "instance": "/x"},
}
"""What gateways and vendors send with a status of success although it is none."""


class Answer(NamedTuple):
    """What the server sends next."""

    status: int
    content_type: str | None
    body: bytes

    @property
    def wire(self) -> bytes:
        headers = [f"Content-Type: {self.content_type}"] if self.content_type else []
        if self.status == 204:  # of which HTTP says that it has no length either
            return b"HTTP/1.1 204 No Content\r\n\r\n"
        return answer(self.body, f"{self.status} Whatever", *headers)


class Contract:
    """One vendor's specification: its operations, samples of its answers, and the check of a request."""

    def __init__(self, package: str) -> None:
        self.vendor = vendor_of(package)
        self._specification = Specification(package)
        self._document = json.loads((GENERATED / package / "openapi.json").read_text("utf-8"))
        self.samples = Sampler(self._document)
        self.base_path: str = urlsplit(str(self._document["servers"][0]["url"])).path
        self.operations = {found.id: found for found in self._read()}
        self._routes = [
            (re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(self.base_path + one.template))), one)
            for one in sorted(self.operations.values(), key=lambda operation: operation.template.count("{"))
        ]

    def _read(self) -> Iterator[Operation]:
        for path, item in self._document["paths"].items():
            for method in sorted({"get", "post", "put", "patch", "delete"} & item.keys()):
                yield self._operation(method.upper(), path, item, item[method])

    def _operation(self, method: str, path: str, item: dict[str, Any], operation: dict[str, Any]) -> Operation:
        sent = operation.get("requestBody", {}).get("content", {})
        answers = {int(status): self.samples.resolved(one) for status, one in operation["responses"].items()}
        status = min(answers)
        received = answers[status].get("content", {})
        return Operation(
            id=operation["operationId"],
            method=method,
            template=path,
            parameters=[
                self.samples.resolved(p) for p in (*item.get("parameters", ()), *operation.get("parameters", ()))
            ],
            body=next(((kind, content["schema"]) for kind, content in sent.items()), None),
            needs_body=bool(operation.get("requestBody", {}).get("required")),
            status=status,
            content_type=next(iter(received), None),
            schema=next((one.get("schema", {}) for kind, one in received.items() if kind.endswith("json")), None),
            errors={code: _schema(one) for code, one in answers.items() if code >= 400},
        )

    def answers(self, operation: Operation) -> dict[str, Answer]:
        """Every kind of answer to the operation, by name; those of success with the documented status."""
        status, kind = operation.status, operation.content_type
        found = {
            "204": Answer(204, None, b""),
            "empty": Answer(status, kind, b""),
            "html": Answer(status, "text/html", b"<!doctype html><title>Please log in</title>"),
            "not utf-8": Answer(status, kind, b'{"name": "\xff\xfe\x00"}'),
            "nested body": Answer(status, kind, b"[" * 1000 + b"]" * 1000),
            "418": Answer(418, "text/plain", b"short and stout"),
            "520": Answer(520, "text/html", b"<html>Web server returned an unknown error</html>"),
        }
        for code, schema in operation.errors.items():
            found[f"error {code}"] = Answer(code, "application/json", _json(self.samples.sample(schema, Style())))
            found[f"error {code}, empty"] = Answer(code, None, b"")
        with_body = 200 if status == 204 else status
        found |= {name: Answer(with_body, "application/json", _json(body)) for name, body in FOREIGN.items()}
        if kind != "application/json":  # else they are the same
            found |= {f"{name}, as documented": Answer(with_body, kind, _json(body)) for name, body in FOREIGN.items()}
        found["page, as documented"] = Answer(with_body, kind, b"\r\n <!DOCTYPE html><title>Are you human?</title>")
        if operation.schema is not None:
            found |= self._json_answers(operation, operation.schema)
        return found

    def is_list(self, operation: Operation) -> bool:
        """Whether it answers with a list."""
        return self.samples.resolved(operation.schema or {}).get("type") == "array"

    def needs_nothing(self, operation: Operation) -> bool:
        """Whether it answers with an object whose fields are all optional."""
        schema = self.samples.resolved(operation.schema or {})
        return schema.get("type") == "object" and "properties" in schema and not schema.get("required")

    def is_free(self, operation: Operation) -> bool:
        """Whether it answers with an object of any fields."""
        schema = self.samples.resolved(operation.schema or {})
        return schema.get("type") == "object" and "properties" not in schema

    def is_map(self, operation: Operation) -> bool:
        """Whether it answers with things by key."""
        return isinstance(self.samples.resolved(operation.schema or {}).get("additionalProperties"), dict)

    def _json_answers(self, operation: Operation, schema: dict[str, Any]) -> dict[str, Answer]:
        full = _json(self.samples.sample(schema, Style()))
        bodies = {
            "minimal": _json(self.samples.sample(schema, Style(optional="omit"))),
            "full": full,
            "extra": _json(self.samples.sample(schema, Style(extra=True))),
            "null": _json(self.samples.sample(schema, Style(optional="null"))),
            "unknown enum": _json(self.samples.sample(schema, Style(unknown_enums=True))),
            "numbers as text": _json(self.samples.sample(schema, Style(numbers_as_text=True))),
            "duplicate keys": re.sub(rb'\{("[^"]*"): ', rb"{\1: 1, \1: null, \1: ", full),
            "nested field": re.sub(rb"\{(?=[^}])", b'{"deep": ' + b"[" * 1000 + b"]" * 1000 + b", ", full, count=1),
            "truncated": full[: len(full) // 2],
        }
        found = {name: Answer(operation.status, "application/json", body) for name, body in bodies.items()}
        return {**found, "wrong content type": Answer(operation.status, "text/html", full)}

    def check(self, request: bytes, url: str) -> Operation:
        """Which operation a request is, once it is certain that it is as documented; AssertionError if it is not."""
        head, _, body = request.partition(b"\r\n\r\n")
        line, *lines = head.decode("ascii").split("\r\n")
        method, target, _ = line.split(" ")
        pairs = [(name.lower(), value) for name, _, value in (line.partition(": ") for line in lines)]
        headers = dict(pairs)
        assert len(pairs) == len(headers), f"a header came twice: {sorted(name for name, _ in pairs)}"
        path, _, query = target.partition("?")
        operation, found = self._route(method, path)
        values: dict[tuple[str, str], list[str]] = {("path", name): [unquote(text)] for name, text in found.items()}
        values |= {("query", name): texts for name, texts in parse_qs(query, keep_blank_values=True).items()}
        known = {(p["in"], p["name"]): p for p in operation.parameters}
        values |= {key: [headers[key[1].lower()]] for key in known if key[0] == "header" and key[1].lower() in headers}
        assert values.keys() <= known.keys(), f"undocumented: {values.keys() - known.keys()}"
        for key, parameter in known.items():
            assert key in values or not parameter.get("required"), f"{key} is missing"
            self._check_parameter(parameter, values.get(key, []))
        self._check_body(operation, headers.get("content-type"), body)
        self._check_credentials(headers, f"{url}{target}", body)
        return operation

    def _route(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        found = [
            (operation, match.groupdict())
            for pattern, operation in self._routes
            if operation.method == method and (match := pattern.fullmatch(path))
        ]
        assert found, f"no operation is {method} {path}"
        # A path may have an id or a key, for which there are two operations.
        return next((route for route in found if self._fits(*route)), found[0])

    def _fits(self, operation: Operation, values: dict[str, str]) -> bool:
        kinds = {one["name"]: one["schema"].get("type") for one in operation.parameters}
        return all(kinds.get(name) != "integer" or value.isdecimal() for name, value in values.items())

    def _check_parameter(self, parameter: dict[str, Any], texts: list[str]) -> None:
        schema, where = parameter["schema"], f"parameter {parameter['name']}"
        single = schema["items"] if schema["type"] == "array" else schema
        assert len(texts) <= 1 or schema["type"] == "array", f"{where} is repeated"
        for text in texts:
            assert re.fullmatch(_SCALARS[single["type"]], text, re.DOTALL), f"{where} is {text!r}"
            assert text in single.get("enum", [text]), f"{where} is {text!r}"
            assert single.get("format") != "date-time" or re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", text), where

    def _check_body(self, operation: Operation, content_type: str | None, body: bytes) -> None:
        if operation.body is None:
            assert (content_type, body) == (None, b""), "a body that is not documented"
            return
        if not operation.needs_body and (content_type, body) == (None, b""):
            return
        assert content_type == operation.body[0], f"content-type {content_type}"
        self._specification.check(json.loads(body), operation.body[1], "body")

    def _check_credentials(self, headers: dict[str, str], url: str, body: bytes) -> None:
        if (check := known(self.vendor).check_credentials) is not None:
            check(headers, url, body)
            return
        name = next(iter(self._document["security"][0]))
        scheme = self._document["components"]["securitySchemes"][name]
        bearer = scheme.get("scheme") == "bearer"
        assert headers.get(scheme.get("name", "authorization").lower()) == ("Bearer " * bearer + TOKEN), "no credential"


class ContractServer(Server):
    """Answers every request with ``next``; a request that is not as documented is in ``complaints``, and gets a 400."""

    def __init__(self, contract: Contract) -> None:
        super().__init__(self._converse)
        self.contract = contract
        self.next = Answer(200, None, b"")
        self.complaints: list[str] = []
        self.seen: list[str] = []

    async def _converse(self, peer: Peer) -> None:
        while True:
            request = await peer.request()
            try:
                self.seen.append(self.contract.check(request, self.url).id)
                await peer.send(self.next.wire)
            except (AssertionError, KeyError, ValueError) as error:
                self.complaints.append(f"{request[:500]!r}: {error}")
                await peer.send(answer(b"not as documented", "400 Bad Request"))


@cache
def contract(package: str) -> Contract:
    """The contract of the API that a generated package is for, read once."""
    return Contract(package)


def _schema(response: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, dict[str, Any]] = response.get("content", {})
    schemas: list[dict[str, Any]] = [one["schema"] for one in content.values() if "schema" in one]
    return schemas[0] if schemas else {}


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def _figures() -> None:
    operations = answers = 0
    for package in PACKAGES:
        counts = [len(contract(package).answers(operation)) for operation in contract(package).operations.values()]
        print(f"{package:28}{len(counts):4} operations{sum(counts):6} answers")
        operations, answers = operations + len(counts), answers + sum(counts)
    print(f"{'all':28}{operations:4} operations{answers:6} answers")


if __name__ == "__main__":
    _figures()
