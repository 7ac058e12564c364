"""Objects by their ids, many of them in one request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from ...errors import ABClientError
from .._convert_paging import DEFAULT_PAGE_SIZE

R = TypeVar("R")

IDS_AT_ONCE = DEFAULT_PAGE_SIZE
"""How many ids a request names: a filter takes more of them, but a page holds no more objects."""


class _Batch(Generic[R]):
    """Ids that are read together, and what came of it."""

    def __init__(self, ids: Sequence[int]) -> None:
        self.ids = ids
        self.lock = asyncio.Lock()  # one that is cancelled while it reads leaves the reading to the next
        self.found: Mapping[str, R] | None = None
        self.error: ABClientError | None = None


class ByIds(Generic[R]):
    """Gives objects by their ids. The first of a batch that is wanted has all of the batch read with one request.

    What the list does not have, such as what it hides because it is archived, is read alone.

    Args:
        ids: of all that will be wanted; keys among them are read one by one.
        read: reads a batch; returns what there is of it, by the text of its id.
        get: reads one.
    """

    def __init__(
        self,
        ids: Iterable[Any],
        read: Callable[[Sequence[int]], Awaitable[Mapping[str, R]]],
        get: Callable[[Any], Awaitable[R]],
    ) -> None:
        # What is text is a key, or an id that the vendor wrote as text, which a filter may not take.
        numbers: list[int] = list(dict.fromkeys(one for one in ids if type(one) is int))
        batches = (numbers[place : place + IDS_AT_ONCE] for place in range(0, len(numbers), IDS_AT_ONCE))
        self._batch_of: dict[int, _Batch[R]] = {}
        for batch in batches:
            self._batch_of |= dict.fromkeys(batch, _Batch(batch))
        self._read, self._get = read, get

    async def get(self, item_id: Any) -> R:
        """The object with that id. Raises what reading its batch raised, or reading it alone."""
        batch = self._batch_of.get(item_id) if type(item_id) is int else None
        if batch is None or len(batch.ids) == 1:
            return await self._get(item_id)
        found = (await self._found(batch)).get(str(item_id))
        return await self._get(item_id) if found is None else found

    async def _found(self, batch: _Batch[R]) -> Mapping[str, R]:
        async with batch.lock:
            if batch.error is not None:
                raise batch.error
            if batch.found is None:
                try:
                    batch.found = await self._read(batch.ids)
                except ABClientError as error:
                    batch.error = error
                    raise
            return batch.found
