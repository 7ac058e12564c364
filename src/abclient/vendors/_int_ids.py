"""Sources of vendors whose ids are integers, and whose experiments are listed by project."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, cast

from ..bulk import Outcome
from ..errors import ConfigurationError
from ..paging import Pager
from ..resource import written
from ..results import ExperimentInfo
from ..source import Group, ListedExperiment, Source

_MOST_DIGITS = 19  # of 64 bits


class IntIdSource(Source):
    """A key is an experiment's id."""

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """All experiments as one group."""
        found = self._looked_up(self.client.experiments.get, parse_int_ids(ids)) if ids else self._all()
        yield Group(self._readable(found, self._as_listed), self._fetch)

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
    def _info(self, experiment: Any) -> ExperimentInfo:
        """The experiment in terms shared by all vendors."""

    async def _all(self) -> AsyncGenerator[Any]:
        async with aclosing(self._projects(self._list_projects)) as projects:
            async for project in projects:
                # An id from a response is sent unchanged.
                number = _parse_int_id(project) if project == self.scope.project else cast("int", written(project))
                async with aclosing(self._listed(partial(self._list, number), project)) as experiments:
                    async for one in experiments:
                        yield one

    def _as_listed(self, one: Any) -> ListedExperiment:
        return ListedExperiment(self._info(one), one, {written(one.id): one.id})


def parse_int_ids(ids: Iterable[str]) -> list[int]:
    """Ids of vendors with integer ids.

    Raises:
        ConfigurationError: one is not an integer.
    """
    return [_parse_int_id(one) for one in ids]


def _parse_int_id(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ConfigurationError(f"an id of this vendor is a whole number, not {text!r}")
    # An id with leading zeros is not the number, and is sent as it is written.
    return written(text) if text.startswith("0") or len(text) > _MOST_DIGITS else int(text)
