"""Short ways to write what goes into a transport."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import evolve

from abclient.options import Timeouts
from abclient.transports import WireRequest

LONG = Timeouts(connect=60, read=60, write=60, pool=60, total=120)
"""Limits for tests in which none is reached, however busy the machine is."""


def short(*which: Literal["connect", "read", "write", "pool"]) -> Timeouts:
    """Limits for tests in which these are reached, and no other one."""
    return evolve(LONG, **dict.fromkeys(which, 0.1))


def wire_request(
    url: str,
    *,
    method: str = "GET",
    headers: tuple[tuple[str, str], ...] = (("Accept", "*/*"),),
    body: bytes | None = None,
    timeouts: Timeouts = LONG,
    max_response_bytes: int = 1_000_000,
    sink: Callable[[bytes], object] | None = None,
) -> WireRequest:
    """A request with everything filled in."""
    return WireRequest(
        method=method,
        url=url,
        headers=headers,
        body=body,
        timeouts=timeouts,
        max_response_bytes=max_response_bytes,
        sink=sink,
    )
