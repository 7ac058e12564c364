"""Ending tasks for certain."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any


async def end(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they are gone; what became of them is of no interest.

    Whoever is cancelled while waiting is told so in the end, when nothing is left that goes on by itself.
    """
    gone = asyncio.gather(*tasks, return_exceptions=True)
    cancelled: asyncio.CancelledError | None = None
    while not gone.done():
        for task in tasks:
            task.cancel()
        try:
            await asyncio.wait([gone])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
