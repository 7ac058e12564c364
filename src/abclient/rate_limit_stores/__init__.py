"""Where processes that use one account keep its rate limits together.

::

    store = abclient.RedisRateLimitStore("redis://localhost:6379/0")
    async with abclient.LaunchDarkly(rate_limit_store=store) as client:
        ...

What is shared, and what happens while the store cannot be reached: ``docs/rate-limits.md``.
"""

from __future__ import annotations

from .._ratelimit.shared_limits import SharedLimits, apply_exchange
from .._ratelimit.store import Exchange, RateLimitStore, Reply, StoreConnection
from ._file import FileRateLimitStore
from ._redis import RedisRateLimitStore

__all__ = [
    "Exchange",
    "FileRateLimitStore",
    "RateLimitStore",
    "RedisRateLimitStore",
    "Reply",
    "SharedLimits",
    "StoreConnection",
    "apply_exchange",
]
