"""What a bulk fetch and the calls that are made in it know of each other."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Literal, Protocol

BulkMode = Literal["adaptive", "fixed"]
"""``adaptive`` keeps to the sustainable rate; ``fixed`` has a given number of calls under way."""

bulk_mode: ContextVar[BulkMode | None] = ContextVar("abclient_bulk_mode", default=None)
"""None outside of bulk work. Each worker of a bulk fetch is a task of its own, and so is its value."""


class Limiter(Protocol):
    """Decides for ``concurrency="auto"`` when another call makes sense; the vendors' bulk calls bring theirs."""

    @property
    def max_concurrency(self) -> int:
        """How many calls may be in flight at most."""
        ...

    async def wait_for_capacity(self) -> None:
        """Wait until another call may begin."""

    def add_pending(self, calls: int) -> None:
        """Add calls that are still to come; a negative number for those made or given up."""
