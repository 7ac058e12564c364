"""Faults: what can go wrong between a client and a vendor, applied to the next matching requests.

A rule is a JSON object::

    {"kind": "status", "status": 503, "headers": {"Retry-After": "2"}, "times": 3,
     "match": {"method": "GET", "path": "/api/v2/projects/", "regex": "offset=20"}}

``match`` narrows it: a method, the start of the path, a regular expression searched in path and query. ``times`` is how
often it is applied (1 by default; null forever), ``skip`` how many matching requests pass first. The kinds:

============  ====================================================================================================
``status``    the vendor's error for ``status``, or ``body`` as it is; the request is not carried out
``html``      a page of HTML with ``status`` (502), as a gateway in front of the vendor sends
``garbage``   status 200 and a body that is not JSON
``delay``     the normal response, ``seconds`` (1) later
``drip``      the normal response, one byte every ``seconds`` (1)
``stall``     the request is accepted and nothing is ever sent back
``truncate``  the normal response breaks off: the same as ``close`` at ``body``
``close``     the connection is closed ``at``: ``start``, ``answer`` (carried out, nothing sent), ``headers``, ``body``
``reset``     the same as ``close``, with a TCP reset
============  ====================================================================================================
"""

from __future__ import annotations

import asyncio
import math
import re
import socket
import struct
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Send

TRANSPORT = "abclient.transport"
"""The ASGI extension under which the server hands over its connection, for faults beyond HTTP."""

KINDS = frozenset({"status", "html", "garbage", "delay", "drip", "stall", "truncate", "close", "reset"})
POINTS = frozenset({"start", "answer", "headers", "body"})

_PAGE = "<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n"
_GARBAGE = b'{"items": [{"key": "half an ans'
_NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Match:
    """Which requests a rule is for; what is empty matches everything."""

    method: str = ""
    path: str = ""
    regex: str = ""

    def __post_init__(self) -> None:
        try:
            re.compile(self.regex)
        except re.error as error:
            raise ValueError(f"regex {self.regex!r} is not a regular expression: {error}") from None

    def matches(self, method: str, path: str, query: str = "") -> bool:
        """Whether a request is one of them."""
        if self.method and self.method.upper() != method:
            return False
        return path.startswith(self.path) and re.search(self.regex, f"{path}?{query}" if query else path) is not None


@dataclass
class Rule:
    """One fault that was ordered. ``times`` counts down; None never does. ``number`` is given when it is added."""

    kind: str
    match: Match = field(default_factory=Match)
    times: int | None = 1
    skip: int = 0
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: str | None = None
    seconds: float = 1.0
    at: str = "start"
    number: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(sorted(KINDS))}, not {self.kind!r}")
        if self.at not in POINTS:
            raise ValueError(f"at must be one of {', '.join(sorted(POINTS))}, not {self.at!r}")
        if self.kind == "status" and self.status is None:
            raise ValueError("a fault of the kind 'status' needs a status, such as 503")
        if self.status is not None and not 200 <= self.status <= 999:
            raise ValueError(f"status must be between 200 and 999, not {self.status}")
        if not 0 <= self.seconds < math.inf:
            raise ValueError("seconds must be a finite number of 0 or more")
        if self.skip < 0 or (self.times is not None and self.times < 1):
            raise ValueError("skip must be 0 or more, times 1 or more, or null forever")

    @classmethod
    def from_json(cls, document: object) -> Rule:
        """Read a rule.

        Raises:
            TypeError: it is not an object, or a field has the wrong type.
            ValueError: a field is unknown, missing, or has a value that cannot work.
        """
        values = _checked(document, _RULE_TYPES, "a rule")
        values["match"] = Match(**_checked(values.get("match", {}), _MATCH_TYPES, "match"))
        if "kind" not in values:
            raise ValueError("a rule needs a kind")
        headers: dict[str, str] = _checked(values.get("headers", {}), None, "headers")
        if not all(_TOKEN(name) and _ON_ONE_LINE(value) for name, value in headers.items()):
            raise ValueError("headers must be such as HTTP can carry")
        (values.get("body") or "").encode()  # half of a surrogate pair cannot be encoded
        return cls(**values)


_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
_ON_ONE_LINE = re.compile(r"(?:[!-~\x80-\xff](?:[ \t!-~\x80-\xff]*[!-~\x80-\xff])?)?").fullmatch


_MATCH_TYPES: Mapping[str, tuple[type, ...]] = {"method": (str,), "path": (str,), "regex": (str,)}
_RULE_TYPES: Mapping[str, tuple[type, ...]] = {
    "kind": (str,),
    "match": (dict,),
    "times": (int, type(None)),
    "skip": (int,),
    "status": (int, type(None)),
    "headers": (dict,),
    "body": (str, type(None)),
    "seconds": (int, float),
    "at": (str,),
}


def _checked(document: object, types: Mapping[str, tuple[type, ...]] | None, what: str) -> dict[str, Any]:
    """A JSON object whose fields have these types; without types, one whose values are strings."""
    if not isinstance(document, dict):
        raise TypeError(f"{what} must be an object")
    values = cast("dict[str, Any]", document)
    for name, value in values.items():
        expected = (str,) if types is None else types.get(name)
        if expected is None:
            raise ValueError(f"{what} has no field {name!r}; it has {', '.join(types or ())}")
        if isinstance(value, bool) or not isinstance(value, expected):
            raise TypeError(f"{name} of {what} has the wrong type")
    return dict(values)


class Faults:
    """The rules that are waiting, oldest first."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._count = 0
        self._applied: Counter[int] = Counter()

    def add(self, rules: list[Rule]) -> None:
        """Put rules behind those that are waiting."""
        for rule in rules:
            self._count += 1
            rule.number = self._count
        self._rules += rules

    def clear(self) -> None:
        """Forget all rules."""
        self._rules.clear()

    def remove(self, number: int) -> int:
        """Forget one rule; how many requests it was applied to."""
        self._rules = [rule for rule in self._rules if rule.number != number]
        return self._applied.pop(number, 0)

    def as_json(self) -> list[dict[str, Any]]:
        """The rules that are still to be applied."""
        return [asdict(rule) for rule in self._rules]

    def take(self, method: str, path: str, query: str = "", *, own: str = "") -> Rule | None:
        """The first rule for a request, counted as applied; None when the request may go its normal way.

        Args:
            method: the request's method.
            path: its path, as it was sent.
            query: its query.
            own: the path at the vendor, which rules may name as well.
        """
        for rule in self._rules:
            if not any(rule.match.matches(method, one, query) for one in {path, own or path}):
                continue
            if rule.skip:
                rule.skip -= 1
                continue
            if rule.times is not None:
                rule.times -= 1
                if not rule.times:
                    self._rules.remove(rule)
            self._applied[rule.number] += 1
            return rule
        return None


Answer = Callable[[], Awaitable[Response]]


async def apply_fault(
    rule: Rule, error: Callable[[int, str], Response], answer: Answer, request: Request, send: Send
) -> None:
    """Make one request fail as a rule says.

    Args:
        rule: what is to go wrong.
        error: the vendor's error response for a status and a message.
        answer: carries out the request and returns its normal response.
        request: the request.
        send: the ASGI channel to the client.
    """
    scope, receive = request.scope, request.receive
    match rule.kind:
        case "status" | "html" | "garbage":
            await _instead(rule, error)(scope, receive, send)
        case "delay":
            await asyncio.sleep(rule.seconds)
            await (await answer())(scope, receive, send)
        case "drip":
            await _drip(await answer(), rule.seconds, send)
        case "stall":
            await _until_gone(receive)
        case "truncate":
            await _break_off("body", answer, request, send, abort=False)
        case _:
            await _break_off(rule.at, answer, request, send, abort=rule.kind == "reset")


def _instead(rule: Rule, error: Callable[[int, str], Response]) -> Response:
    if rule.kind == "html":
        return Response(_PAGE, rule.status or 502, rule.headers, "text/html; charset=utf-8")
    if rule.kind == "garbage":
        return Response(_GARBAGE, rule.status or 200, rule.headers, "application/json")
    if rule.body is not None:
        media_type = None if "content-type" in {name.lower() for name in rule.headers} else "application/json"
        return Response(rule.body, rule.status or 500, rule.headers, media_type)
    response = error(rule.status or 500, "A fault ordered from the sandbox")
    response.headers.update(rule.headers)
    return response


async def _drip(response: Response, seconds: float, send: Send) -> None:
    await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
    for byte in bytes(response.body):
        await asyncio.sleep(seconds)
        await send({"type": "http.response.body", "body": bytes((byte,)), "more_body": True})
    await send({"type": "http.response.body"})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _break_off(at: str, answer: Answer, request: Request, send: Send, *, abort: bool) -> None:
    transport = cast("asyncio.Transport | None", request.scope.get("extensions", {}).get(TRANSPORT))
    if transport is None:
        # Without a real connection (an in-process ASGI client) an exception is what comes closest to its end.
        raise ConnectionResetError("a fault ordered from the sandbox")
    await request.body()  # breaking off while the request still arrives would be another fault
    response = await answer() if at != "start" else Response()
    if at == "headers":
        transport.write(f"HTTP/1.1 {response.status_code} \r\ncontent-ty".encode())
    elif at == "body":
        await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
        body = bytes(response.body)
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    if abort:
        connection = cast("socket.socket", transport.get_extra_info("socket"))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        transport.abort()
    else:
        transport.close()
    await _until_gone(request.receive)
