"""What a run has to fetch, and what its source knows about it."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from datetime import datetime
from typing import Any, TypeAlias

from attrs import evolve

from .._items import Key, key_text
from ..results import ExperimentInfo, ExperimentKey, ResultRow
from ._manifest import CompletedKey, Manifest, is_due
from ._store import reason

_Last: TypeAlias = dict[ExperimentKey | None, str]


class Plan:
    """What a run has to fetch. ``export_rows`` makes it and passes it to its source.

    Attributes:
        resumed: whether this run continues an interrupted one.
        accept_empty: whether missing data may replace rows.
        noted: what the source noted, and why it failed.
        known: the keys that the source named, fetched or not.
    """

    def __init__(
        self,
        manifest: Manifest,
        *,
        resumed: bool,
        since: datetime | None,
        refetch_all: bool,
        accept_empty: bool = False,
    ) -> None:
        self.resumed: bool = resumed
        self.accept_empty: bool = accept_empty
        self.noted: dict[str, str] = {}
        # As it is now: what this run exports is not to make it forget what it has to fetch.
        self._manifest = evolve(manifest, done=dict(manifest.done), failures=dict(manifest.failures))
        self._since = since
        self._refetch_all = refetch_all
        self._experiments: dict[str, ExperimentInfo] = {}
        self._owned, self._owned_too = _by_experiment(manifest.done)
        self._leaving: list[tuple[set[str], frozenset[str]]] = []
        self.known: set[str] = set()
        self._shares: dict[str, tuple[Mapping[str, float] | None, str | None]] = {}

    def wants(self, key: Key, info: ExperimentInfo | None = None) -> bool:
        """Whether a key has to be fetched: see ``export_rows`` for when.

        Args:
            key: the key.
            info: its experiment as it is now, from the vendor's ``experiment_info``. Without it, every key is fetched
                once in each run.
        """
        text = key_text(key)
        self.known.add(text)
        due = is_due(self._manifest, text, info, since=self._since, refetch_all=self._refetch_all)
        if due and info is not None:
            self._experiments[text] = info
        return due

    def allocate(self, key: Key, allocation: Mapping[str, float] | Exception | None) -> None:
        """Record the intended split of traffic, so that readers of the export can test the actual one.

        Args:
            key: the key; call this before its rows are given.
            allocation: shares by variation id, from the vendor's ``allocation``. None, or the error, if they
                are unavailable this time: that is a failure, and the next run fetches the key again. Shares of an
                earlier run are not kept, because they may not apply to the new rows.
        """
        self._shares[key_text(key)] = _shares(allocation)

    def keep_only(self, info: ExperimentInfo, keys: Iterable[Key]) -> None:
        """Record all keys that an experiment has now: rows of its other keys are removed.

        Otherwise the figures of a metric that a new iteration lacks would stay and look current. Rows are removed only
        once one of these keys has rows; until then they stay, and that is a failure. Call it only if all keys of the
        experiment are known.

        Args:
            info: the experiment.
            keys: all of its keys, fetched or not.
        """
        current = frozenset(map(key_text, keys))
        self.known |= current
        experiment = info.key
        last = self._owned.get(experiment)
        if last is None or (last in current and experiment not in self._owned_too):
            return  # as most have one key
        if removed := {last, *self._owned_too.get(experiment, ())} - current:
            self._leaving.append((removed, current))

    def take_removed(self, count: Callable[[str], int]) -> frozenset[str]:
        """The keys that experiments no longer have; each is returned once.

        Args:
            count: returns the number of rows of a key.
        """
        taken = set[str]()
        for removed, current in self._leaving:
            taken |= (
                removed if self.accept_empty or any(map(count, current)) else {key for key in removed if not count(key)}
            )
        self._leaving = [(removed - taken, current) for removed, current in self._leaving if removed - taken]
        return frozenset(taken)

    def kept(self, count: Callable[[str], int]) -> dict[str, str]:
        """Why rows of keys that experiments no longer have are kept, by key."""
        return {key: _nothing_else(count(key)) for removed, _ in self._leaving for key in removed}

    def forgotten(self, given: Set[str]) -> frozenset[str]:
        """The keys that failed, were never exported, and did not occur in this whole run.

        Args:
            given: the keys of which this run had rows or an error.
        """
        if self.noted:  # they may belong to what could not be listed
            return frozenset()
        return frozenset(self._manifest.failures.keys() - self._manifest.done.keys() - self.known - given)

    def note(self, name: str, error: Exception) -> None:
        """Record a failure of something other than a key, such as a project whose experiments could not be listed.

        It is listed as a failure of the export until another run completes.
        """
        self.noted[name] = reason(error)

    def done(self, key: str, rows: list[ResultRow]) -> CompletedKey:
        """What to record about a fetched key."""
        info = self._experiments.pop(key, None)
        allocation, allocation_error = self._shares.pop(key, (None, None))
        owners = {row.experiment for row in rows} or ({info.key} if info else set())
        return CompletedKey(
            run=self._manifest.run.number,
            status=info.status if info else rows[-1].status if rows else None,
            version=info.version if info else None,
            experiment=owners.pop() if len(owners) == 1 else None,
            allocation=allocation,
            allocation_error=allocation_error,
        )


def _by_experiment(done: Mapping[str, CompletedKey]) -> tuple[_Last, dict[ExperimentKey, list[str]]]:
    """The last key that was exported of each experiment; and the others, of those that have several."""
    experiments = [one.experiment for one in done.values()]
    last: _Last = dict(zip(experiments, done, strict=True))
    others: dict[ExperimentKey, list[str]] = defaultdict(list)
    if len(last) < len(experiments):  # a list for each would take longer than all else here
        for experiment, key in zip(experiments, done, strict=True):
            if experiment is not None and last[experiment] != key:
                others[experiment].append(key)
    return last, others


def _nothing_else(count: int) -> str:
    return f"the experiment no longer has it, and has no rows but these {count}, which are kept"


def _shares(allocation: Mapping[str, float] | Exception | None) -> tuple[Mapping[str, float] | None, str | None]:
    """Shares as a manifest can hold them, or the reason that there are none."""
    if allocation is None:
        return None, "the shares are unavailable"
    if isinstance(allocation, Exception):
        return None, reason(allocation)
    given: Mapping[Any, Any] = allocation  # callers need not be typed
    for variation, share in given.items():
        if type(variation) is not str or isinstance(share, bool) or not isinstance(share, float | int):
            return None, f"the share of {variation!r} is {share!r}, not a number by the variation's id"
        if not 0 <= share <= sys.float_info.max:
            return None, f"the share of {variation!r} is {share!r}"
    return {variation: float(share) for variation, share in given.items()}, None
