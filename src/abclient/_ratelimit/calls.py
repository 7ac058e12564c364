"""Which kinds of calls are made now: single ones while bulk work with a fixed concurrency is under way."""

from __future__ import annotations

import math

# Beside each value: what else was tried. See docs/rate-limits.md#parameters.
_BULK_ACTIVE_SECONDS = 5.0  # not simulated: a call between two bulk fetches runs during neither of them
_SINGLE_CALLS_SECONDS = 30.0  # people call every few seconds; 0.3: their calls take 0.30 s for 0.22; 300: the same


class RecentCalls:
    """When the last call of bulk work with a fixed concurrency was made, and the last single one during such work."""

    __slots__ = ("_bulk_at", "_single_at")

    def __init__(self) -> None:
        self._bulk_at = self._single_at = -math.inf

    def record(self, now: float, *, bulk: bool) -> None:
        """A call is made that is not adaptive."""
        if bulk:
            self._bulk_at = now
        elif self.has_bulk(now):
            self._single_at = now

    def has_bulk(self, now: float) -> bool:
        """Whether such bulk work is under way."""
        return self._bulk_at > now - _BULK_ACTIVE_SECONDS

    def has_single(self, now: float) -> bool:
        """Whether single calls were made lately during such bulk work, which then learns the rate, too."""
        return self._single_at > now - _SINGLE_CALLS_SECONDS
