"""Convert as its documentation shows it: a transport that checks every signature and answers every documented call."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from abclient.transports import WireRequest, WireResponse
from support.fake import answer

BASE = "https://api.convert.com/api/v1"
APPLICATION, SECRET = "myAppId", "my-S3cret"
PAYLOADS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "vendors" / "convert_v1" / "payloads.json").read_text("utf-8")
)
SPEC: dict[str, Any] = json.loads(
    resources.files("abclient_api").joinpath("convert_v1", "openapi.json").read_text("utf-8")
)


class Operation(NamedTuple):
    """One operation of the spec."""

    method: str
    template: str

    def matches(self, method: str, path: str) -> bool:
        pattern = re.sub(r"\{\w+\}", "[^/]+", self.template)
        return method == self.method and re.fullmatch(pattern, path) is not None


OPERATIONS = {
    operation["operationId"]: Operation(method.upper(), template)
    for template, methods in SPEC["paths"].items()
    for method, operation in methods.items()
    if method != "parameters"
}

REPORT: dict[str, Any] = {
    "stats_methodology": "frequentist",
    "variations_data": [
        {"id": "1", "name": "Original", "is_baseline": True, "traffic_distribution": 50.0, "key": "o"},
        {"id": "2", "name": "Green", "is_baseline": False, "traffic_distribution": 50.0, "key": "g"},
    ],
    "reportData": [
        {
            "goal_id": "12",
            "srm": False,
            "srm_pvalue": 0.4,
            "variations": [
                {"id": "1", "visitors": 1000, "conversion_data": {"conversions": 50, "conversion_rate": 5.0}},
                {"id": "2", "visitors": 1010, "conversion_data": {"conversions": 71, "conversion_rate": 7.03}},
            ],
        }
    ],
}
"""A report in the shape of v2, since v1 documents none."""


def signature(request: WireRequest, secret: str = SECRET) -> str:
    """The signature of what is on the wire, by the vendor's recipe and nothing of ours."""
    headers = {name.lower(): value for name, value in request.headers}
    parts = [headers["convert-application-id"].encode(), headers["expires"].encode(), request.url.encode()]
    return hmac.new(secret.encode(), b"\n".join([*parts, request.body or b""]), hashlib.sha256).hexdigest()


def is_signed(request: WireRequest, secret: str = SECRET) -> bool:
    """Whether the request carries that signature."""
    expected = f"Convert-HMAC-SHA256 Signature={signature(request, secret)}"
    return dict(request.headers)["Authorization"] == expected


class Seen(NamedTuple):
    """One request that arrived, signed as it should be."""

    operation: str
    path: str
    body: Any


class Documented:
    """Answers each operation with its documented payload, or what ``answers`` has for it."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.seen: list[Seen] = []

    @property
    def last(self) -> Seen:
        return self.seen[-1]

    async def send(self, request: WireRequest) -> WireResponse:
        assert is_signed(request)
        path = request.url.removeprefix(BASE)
        name = next(name for name, operation in OPERATIONS.items() if operation.matches(request.method, path))
        body = json.loads(request.body) if request.body is not None else None
        self.seen.append(Seen(name, path, body))
        found: Any = self.answers.get(name, PAYLOADS[name].get("response", REPORT))
        if isinstance(found, WireResponse):
            return found
        return answer(200, found(body) if callable(found) else found)

    async def aclose(self) -> None:
        return None
