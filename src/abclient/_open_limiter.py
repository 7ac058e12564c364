"""The rate limiter of a client: its own, or one that shares the account's limits with other processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ._ratelimit import RateLimiter
from .options import checked_rate, checked_share, from_environment
from .vendor import Vendor

if TYPE_CHECKING:
    from .rate_limit_stores import RateLimitStore

_MOST_IN_BULK = 100


def open_limiter(
    vendor: Vendor,
    secrets: tuple[str, ...],
    store: str | RateLimitStore | None,
    max_rate: float | None,
    share: float,
    max_connections: int,
    url: str,
    advised_rate: float | None,
    pace: float | None = None,
) -> RateLimiter:
    """The rate limiter of one account at one URL, from a client's options.

    Args:
        vendor: whose description says how long to wait, and what to begin with.
        secrets: the account's credentials.
        store: where several processes keep the limits together; by default what ``ABCLIENT_RATE_LIMIT_STORE`` names.
        max_rate: as for ``RateLimiter``.
        share: the same.
        max_connections: in flight.
        url: the base URL.
        advised_rate: as for ``RateLimiter``.
        pace: the same; ``max_rate`` replaces it.

    Raises:
        ConfigurationError: one of them is invalid.
    """
    limiter: Callable[..., RateLimiter] = RateLimiter
    pace = pace if max_rate is None else None
    store = store or from_environment("ABCLIENT_RATE_LIMIT_STORE")
    if store is not None:
        from functools import partial

        from ._ratelimit.shared import SharedRateLimiter
        from .rate_limit_stores._open import account_key, as_store

        limiter = partial(SharedRateLimiter, as_store(store).connect(account_key(vendor.name, url, secrets)))
    return limiter(
        documented_wait=vendor.documented_wait,
        max_rate=checked_rate(max_rate),
        advised_rate=advised_rate,
        initial_rate=vendor.initial_rate or pace,
        pace=pace,
        share=checked_share(share),
        max_concurrency=min(_MOST_IN_BULK, max_connections),
    )
