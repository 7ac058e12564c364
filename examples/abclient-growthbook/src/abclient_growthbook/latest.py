"""The latest results of many experiments, a hundred per request instead of one.

Vendor document: ``listExperimentResults``. With 60 requests a minute, a thousand experiments take ten requests, and
not a quarter of an hour.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection
from contextlib import aclosing
from math import ceil
from typing import Any, NamedTuple

from abclient import ABClientError, Outcome, Outcomes, Pager

from .experiments import ExperimentResults

PAGE = 100
"""The largest page that the vendor has."""


class ResultsKey(NamedTuple):
    """Which results: of an experiment, or of one of its phases, for all units or those of a segment."""

    experiment_id: str
    phase: int | None = None
    segment: str | None = None


class LatestPages:
    """Pages of results, read one by one.

    Args:
        listing: all results, by pages of ``PAGE`` experiments.
        listed: the ids of the experiments that were listed so far; results of these that nothing waits for are dropped.

    Attributes:
        ended: whether there is nothing left to read.
        is_complete: whether everything so far could be read.
        read: how many pages were read.
    """

    def __init__(self, listing: Pager[ExperimentResults], listed: Collection[str]) -> None:
        self._pages = listing.on_unreadable("skip").pages()
        self._listed = listed
        self._arrived: dict[str, ExperimentResults] = {}
        self.ended: bool = False
        self.is_complete: bool = True
        self.read: int = 0

    def take(self, experiment_id: str) -> ExperimentResults | None:
        """The results of an experiment, if they have arrived."""
        return self._arrived.pop(experiment_id, None)

    async def next_for(self, waiting: Collection[str]) -> list[str]:
        """Read a page; returns those of the waiting experiments whose results have arrived."""
        try:
            page = await anext(self._pages)
        except StopAsyncIteration:
            self.ended = True
            return []
        except ABClientError:
            self.ended, self.is_complete = True, False
            return []
        self.read += 1
        self.is_complete = self.is_complete and not page.failures
        for one in page:
            if one.experiment_id and (one.experiment_id in waiting or one.experiment_id not in self._listed):
                self._arrived[one.experiment_id] = one
        return [one for one in waiting if one in self._arrived]

    async def aclose(self) -> None:
        """Read no more."""
        await self._pages.aclose()


async def latest_outcomes(
    keys: AsyncIterator[ResultsKey],
    listing: Pager[ExperimentResults],
    listed: Collection[str],
    one_by_one: Callable[[list[ResultsKey]], Outcomes[ResultsKey, Any]],
) -> AsyncGenerator[Outcome[ResultsKey, Any]]:
    """An outcome for each key; its value is None where the experiment has no results yet.

    Pages of experiments and of results have the same order, so that few of either wait for the others.

    Args:
        keys: of experiments, in the order in which they are listed.
        listing: all results.
        listed: the ids of the experiments that were listed so far, whether their results are wanted or not.
        one_by_one: fetches what is left if a page could not be read, or if this takes fewer requests.
    """
    waiting: dict[str, ResultsKey] = {}
    async with aclosing(LatestPages(listing, listed)) as pages:
        async for key in keys:
            if (found := pages.take(key.experiment_id)) is not None:
                yield Outcome(index=0, key=key, value=found)
                continue
            waiting[key.experiment_id] = key
            if len(waiting) >= PAGE and not pages.ended:
                for known in await pages.next_for(waiting):
                    yield Outcome(index=0, key=waiting.pop(known), value=pages.take(known))
        while not pages.ended and len(waiting) > ceil(len(listed) / PAGE) - pages.read:
            for known in await pages.next_for(waiting):
                yield Outcome(index=0, key=waiting.pop(known), value=pages.take(known))
    left = list(waiting.values())
    if pages.ended and pages.is_complete:
        for key in left:
            yield Outcome(index=0, key=key, value=None)
        return
    async with one_by_one(left) as outcomes:
        async for outcome in outcomes:
            yield outcome
