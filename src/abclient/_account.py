"""The account of a client and its copies: where it is, its credentials, its connections and its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeAlias, runtime_checkable

from attrs import Factory, evolve, field, frozen

from ._aio import Deadlines, LoopBound
from ._ratelimit import RateLimiter
from .events import Attempt, Hook, Hooks
from .transports import Transport


class Authorize(Protocol):
    """Returns the headers with the credentials; called for every attempt, so that signatures are fresh."""

    def __call__(self, method: str, url: str, body: bytes) -> tuple[tuple[str, str], ...]: ...


@runtime_checkable
class Refreshable(Authorize, Protocol):
    """An Authorize that can correct its credentials after a 401."""

    def on_unauthorized(self, sent: Mapping[str, str], received: Mapping[str, str]) -> bool:
        """After a 401, from the headers of request and response (names in lower case): whether to try once more."""
        ...


def _hooks(hooks: Iterable[Hook]) -> Hooks[Attempt]:
    return Hooks(hooks)


@frozen(kw_only=True)
class Account:
    """One account at one host, shared by a client and all its copies.

    Attributes:
        vendor: the vendor's module name, such as ``"launchdarkly"``.
        name: the client's own name.
        base_url: every request's path is appended to it.
        transport: sends one request.
        rate_limiter: this account's rate limiter.
        authorize: gives the credentials' headers.
        secrets: the credentials themselves, to be redacted wherever a vendor echoes them.
        hooks: called after every attempt.
        limit_headers: headers of the vendor's own that announce limits; see ``Vendor``.
        request_id_keys: keys of error bodies that hold the request's id; see ``Vendor``.
        state: open, closed, and the event loop it belongs to.
        deadlines: of all calls.
    """

    vendor: str
    name: str = field(default=Factory(lambda self: self.vendor, takes_self=True))
    base_url: str
    transport: Transport
    rate_limiter: RateLimiter
    authorize: Authorize = field(repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    hooks: Hooks[Attempt] = field(factory=Hooks[Attempt], converter=_hooks)
    limit_headers: tuple[tuple[str, str], ...] = ()
    request_id_keys: tuple[str, ...] = ()
    state: LoopBound = field(factory=LoopBound)
    deadlines: Deadlines = field(factory=Deadlines, repr=False)


OtherAPI: TypeAlias = tuple[str, float | None]
"""A further API of a vendor: its base URL, and the ``advised_rate`` if its limits are not those of the main API."""


def other_accounts(
    account: Account,
    apis: Mapping[str, OtherAPI] | None,
    address: Callable[[str], str],
    limiter: Callable[[str, float], RateLimiter] | None,
) -> dict[str, Account]:
    """The same account at the vendor's further APIs, which take the same credentials over the same connections.

    Args:
        account: at the main API.
        apis: by the generated package that has their operations.
        address: checks a base URL.
        limiter: makes the rate limiter of an API with limits of its own; None if one limit is for all of them.
    """
    return {
        package: evolve(
            account,
            base_url=address(url),
            rate_limiter=account.rate_limiter if rate is None or limiter is None else limiter(address(url), rate),
        )
        for package, (url, rate) in (apis or {}).items()
    }
