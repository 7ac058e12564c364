"""Sources of vendors whose ids are integers, and whose experiments are listed by project."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, NamedTuple, cast

from ..bulk import Outcome, fetch_many
from ..errors import ConfigurationError
from ..paging import Pager
from ..resource import written
from ..results import ExperimentInfo, RowContext
from ..source import Group, ListedExperiment, Source
from ..vendor import Segment

_MOST_DIGITS = 19  # of 64 bits


class SegmentKey(NamedTuple):
    """Which results: of one experiment, of the visitors in a segment."""

    experiment_id: int
    segment: str


class IntIdSource(Source):
    """A key is an experiment's id, or the id and a segment."""

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments as one group."""
        found = self._looked_up(self.client.experiments.get, parse_int_ids(ids)) if ids else self._all()
        parts = {text: self._part(self.vendor.segment(text)) for text in self.scope.segments}

        async def fetch_one(key: SegmentKey) -> Any:
            return await self._results_of(key.experiment_id, parts[key.segment])

        def fetch(keys: AsyncIterator[Any]) -> AsyncIterable[Outcome[Any, Any]]:
            return fetch_many(fetch_one, keys, **self.bulk_options) if parts else self._fetch(keys)

        yield Group(self._readable(found, self._as_listed), fetch)

    @abstractmethod
    def _list_projects(self) -> Pager[Any]:
        """All projects."""

    @abstractmethod
    def _list(self, project: int) -> Pager[Any]:
        """The experiments of a project."""

    @abstractmethod
    def _fetch(self, keys: AsyncIterator[int]) -> AsyncIterable[Outcome[int, Any]]:
        """The bulk call for the results of these experiments."""

    @abstractmethod
    def _part(self, segment: Segment) -> Mapping[str, Any]:
        """The keywords of the client's calls that narrow results down to a segment."""

    @abstractmethod
    async def _results_of(self, experiment_id: int, part: Mapping[str, Any]) -> Any:
        """The results of an experiment, narrowed down by these keywords."""

    def _context_of(self, key: Any) -> RowContext:
        """What the response of a key does not say."""
        return {**self.context, "segment": key.segment} if isinstance(key, SegmentKey) else self.context

    @abstractmethod
    def _info(self, experiment: Any) -> ExperimentInfo:
        """The experiment in terms shared by all vendors."""

    async def _all(self) -> AsyncGenerator[Any]:
        async with aclosing(self._projects(self._list_projects)) as projects:
            async for project in projects:
                # An id from a response is sent unchanged.
                number = parse_project(project) if project == self.scope.project else cast("int", written(project))
                async with aclosing(self._listed(partial(self._list, number), project)) as experiments:
                    async for one in experiments:
                        yield one

    def _as_listed(self, one: Any) -> ListedExperiment:
        number = written(one.id)
        segments = {SegmentKey(number, segment): (one.id, segment) for segment in self.scope.segments}
        return ListedExperiment(self._info(one), one, segments or {number: one.id})


def parse_int_ids(ids: Iterable[str]) -> list[int]:
    """Ids of vendors with integer ids.

    Raises:
        ConfigurationError: one is not an integer.
    """
    return [_parse_int_id(one) for one in ids]


def parse_project(text: str) -> int:
    """The id of a project, of vendors with integer ids.

    Raises:
        ConfigurationError: it is not an integer, such as the name of a project.
    """
    return _parse_int_id(text, "project= (--project): ")


def _parse_int_id(text: str, what: str = "") -> int:
    if not (text.isascii() and text.isdigit()):
        raise ConfigurationError(f"{what}an id of this vendor is a whole number, not {text!r}")
    # An id with leading zeros is not the number, and is sent as it is written.
    return written(text) if text.startswith("0") or len(text) > _MOST_DIGITS else int(text)
