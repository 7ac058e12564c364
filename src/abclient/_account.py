"""What all calls of a client have in common: whose account it is, how it proves that, and whether it is still open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from attrs import Factory, field, frozen

from ._aio import LoopBound
from ._ratelimit import RateLimiter
from .events import Hooks
from .transports import Transport


class Authorize(Protocol):
    """Gives the headers that prove who is asking; called for every attempt, so that signatures are fresh."""

    def __call__(self, method: str, url: str, body: bytes) -> tuple[tuple[str, str], ...]: ...


@runtime_checkable
class Refreshable(Authorize, Protocol):
    """An Authorize that learns from being refused."""

    def on_unauthorized(self, sent: Mapping[str, str], received: Mapping[str, str]) -> bool:
        """After a 401, from the headers of request and response (names in lower case): whether to try once more."""
        ...


@frozen(kw_only=True)
class Account:
    """What every call for one account at one host has in common, shared by a client and all its copies.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        name: the client's own name.
        base_url: what every request's path is appended to.
        transport: sends one request.
        rate_limiter: this account's rate limiter.
        authorize: gives the credentials' headers.
        secrets: the credentials themselves, to be struck out of whatever a vendor echoes.
        hooks: called after every attempt.
        limit_headers: headers of the vendor's own that announce limits; see ``Vendor``.
        request_id_keys: keys of error bodies that hold the request's id; see ``Vendor``.
        state: open, closed, and the event loop it belongs to.
    """

    vendor: str
    name: str = field(default=Factory(lambda self: self.vendor, takes_self=True))
    base_url: str
    transport: Transport
    rate_limiter: RateLimiter
    authorize: Authorize = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    hooks: Hooks = field(factory=Hooks, converter=Hooks)
    limit_headers: tuple[tuple[str, str], ...] = ()
    request_id_keys: tuple[str, ...] = ()
    state: LoopBound = field(factory=LoopBound)
