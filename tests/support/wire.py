"""Short ways to write what goes into a transport."""

from __future__ import annotations

from collections.abc import Callable

from abclient.options import Timeouts
from abclient.transports import WireRequest

SHORT = Timeouts(connect=0.3, read=0.3, write=0.3, pool=0.3, total=5)
"""Limits for tests in which a limit is reached."""

LONG = Timeouts(connect=5, read=5, write=5, pool=5, total=10)
"""Limits for tests in which none is."""


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
