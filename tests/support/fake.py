"""A transport that answers from a script, and a clock that moves only when somebody sleeps."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from abclient import vendor
from abclient._account import Account
from abclient._bulk_mode import BulkMode, bulk_mode
from abclient._ratelimit import RateLimiter
from abclient._session import Session
from abclient.events import Attempt
from abclient.options import CallOptions
from abclient.transports import Transport, WireRequest, WireResponse
from abclient_api._runtime import Request, Response

T = TypeVar("T")

Step = WireResponse | Exception | Callable[[WireRequest], WireResponse]


def answer(status: int = 200, body: Any = None, **headers: str) -> WireResponse:
    """An answer with a JSON body (or bytes as they are); underscores in header names become dashes."""
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return WireResponse(
        status=status, headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()), body=content
    )


class Script:
    """A transport that takes one step for each request, and the last one for ever."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.requests: list[WireRequest] = []
        self.closed = False

    async def send(self, request: WireRequest) -> WireResponse:
        self.requests.append(request)
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        if isinstance(step, Exception):
            raise step
        return step if isinstance(step, WireResponse) else step(request)

    async def aclose(self) -> None:
        self.closed = True


class Clock:
    """Seconds that pass only when somebody sleeps; sleepers take turns in the order they wake."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


LIMIT_HEADERS = vendor.get("launchdarkly").limit_headers
"""Those of the only vendor of ours that announces limits by names of its own."""


def fake_session(
    transport: Transport,
    *,
    clock: Clock | None = None,
    options: CallOptions | None = None,
    uniform: Callable[[float, float], float] = lambda low, high: high,
    documented_wait: float | None = None,
    hooks: Iterable[Callable[[Attempt], object]] = (),
) -> Session:
    """A session over a script, in virtual time; random numbers are their upper bound unless told otherwise."""
    time = clock or Clock()
    account = Account(
        vendor="acme",
        base_url="https://api.example.com/v1",
        transport=transport,
        rate_limiter=RateLimiter(clock=time, sleep=time.sleep, uniform=uniform, documented_wait=documented_wait),
        authorize=lambda method, url, body: (("authorization", "s3cret-token"),),
        secrets=("s3cret-token",),
        hooks=tuple(hooks),
        limit_headers=LIMIT_HEADERS,
        request_id_keys=("id", "uuid"),
    )
    return Session(account, options or CallOptions())


async def in_bulk(call: Awaitable[T], mode: BulkMode = "fixed") -> T:
    """What a call gives that is made within a bulk fetch."""
    token = bulk_mode.set(mode)
    try:
        return await call
    finally:
        bulk_mode.reset(token)


def json_request(method: str = "GET", *, operation: str = "getThing", items: str | None = None) -> Request[Any, Any]:
    """A request whose answer is parsed as JSON."""

    def parse(response: Response) -> Any:
        return response.json()

    return Request(
        operation=operation,
        method=method,
        path_template="/things/{id}",
        path="/things/7",
        parse=parse,
        items=items,
        body=None if method == "GET" else b"{}",
    )
