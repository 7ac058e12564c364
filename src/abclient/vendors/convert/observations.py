"""Observations: what was noticed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Unpack

from abclient_api.convert import models
from abclient_api.convert.api import observations as observations_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class ObservationFilters(models.GetObservationsListRequestDataFields, PageOptions, total=False):
    """Filters of observations."""


class Observation(Deletable["Observations"], models.Observation):
    """An observation; the generated model describes its attributes."""

    __slots__ = ()


class Observations(ConvertCollection[Observation]):
    """The observations of a project. At ``observations`` of a project."""

    model = Observation
    _api = observations_api
    _named = ("observation", "observations")
    _bodies = (
        models.GetObservationsListRequestData,
        models.CreateObservationRequestData,
        models.UpdateObservationRequestData,
    )
    editable: Iterable[str] = editable_in(models.UpdateObservationRequestData)

    def list(self, **filters: Unpack[ObservationFilters]) -> Pager[Observation]:
        """The project's observations that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetObservationsListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateObservationRequestDataFields]) -> Observation:
        """Add an observation to the project."""
        return await self._add(fields)

    async def update(
        self, observation_id: int, /, **fields: Unpack[models.UpdateObservationRequestDataFields]
    ) -> Observation:
        """Change the given fields."""
        return await self._change(observation_id, fields)

    async def update_many(
        self, observation_ids: Iterable[Observation | int], status: Literal["active", "archived"]
    ) -> models.BulkSuccessData:
        """Give up to 100 observations a status; the response names those that failed."""
        return await self._in_bulk("update", observation_ids, status=status)

    async def delete_many(self, observation_ids: Iterable[Observation | int]) -> models.BulkSuccessData:
        """Remove up to 100 observations; the response names those that failed."""
        return await self._in_bulk("delete", observation_ids)
