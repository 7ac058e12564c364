"""``abclient record``: what a vendor answers, without what it says."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

from .._items import Key
from ..source import ListedExperiment
from ..testing import Recorder, recorder
from ._output import counted, print_line
from ._run import UsageError, exit_code_for
from ._target import Target


async def record_command(target: Target, directory: Path, limit: int) -> int:
    """Fetch experiments and results, and keep the responses; the exit code."""
    transport = _recorder(target.vendor.name, directory)
    first = _First(limit)
    async with target.open(transport=transport) as source:
        async with aclosing(source.results(wants=first.wants)) as results:
            async for result in results:
                if result.error is not None:
                    first.failures[str(result.key)] = result.error
                if first.complete(result.key):
                    break
        failures: dict[str, Exception | str] = {**source.failures, **first.failures}
        code = exit_code_for(failures, done=len(first.ids))
    of_what = counted(len(first.ids), "experiment")
    print_line(f"{directory}: {counted(transport.kept, 'new answer')} of {of_what}, without values")
    return code


class _First:
    """The first experiments with results, and what could not be fetched of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting: set[Key] = set()
        self.ids: set[str] = set()
        self.failures: dict[str, Exception] = {}

    def wants(self, key: Key, listed: ListedExperiment) -> bool:
        """Whether it is a result of one of them."""
        if len(self.ids) < self._limit:
            self.ids.add(listed.info.experiment_id)
        wanted = listed.info.experiment_id in self.ids
        if wanted:
            self._waiting.add(key)
        return wanted

    def complete(self, key: Key) -> bool:
        """Note that a result is there; whether all are."""
        self._waiting.discard(key)
        return len(self.ids) == self._limit and not self._waiting


def _recorder(vendor: str, directory: Path) -> Recorder:
    try:
        return recorder(vendor, directory)
    except OSError as error:
        raise UsageError(f"{directory} cannot be written to: {error.strerror}") from error
