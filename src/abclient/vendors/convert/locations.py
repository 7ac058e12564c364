"""Locations: pages on which experiences run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, Unpack

from abclient_api.convert import models
from abclient_api.convert.api import locations as locations_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class LocationFilters(models.GetLocationsListRequestDataFields, PageOptions, total=False):
    """Filters of locations."""


class Location(Deletable["Locations"], models.Location):
    """A location; the generated model describes its attributes."""

    __slots__ = ()


class Locations(ConvertCollection[Location]):
    """The locations of a project. At ``locations`` of a project."""

    model = Location
    _api = locations_api
    _named = ("location", "locations")
    _bodies = (models.GetLocationsListRequestData, models.CreateLocationRequestData, models.UpdateLocationRequestData)
    editable: Iterable[str] = editable_in(models.UpdateLocationRequestData)
    optional: ClassVar[Mapping[str, Sequence[str]]] = {"include": ("rules", "trigger", "stats.experiences_usage")}

    def list(self, **filters: Unpack[LocationFilters]) -> Pager[Location]:
        """The project's locations that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetLocationsListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateLocationRequestDataFields]) -> Location:
        """Add a location to the project.

        ``abclient.vendors.convert.rules`` builds its rules; mappings have the vendor's own JSON names.
        """
        return await self._add(fields)

    async def update(self, location_id: int, /, **fields: Unpack[models.UpdateLocationRequestDataFields]) -> Location:
        """Change the given fields."""
        return await self._change(location_id, fields)

    async def clone(self, location_id: int, /) -> Location:
        """Copy one."""
        return await self._clone(location_id)

    async def update_many(
        self, location_ids: Iterable[Location | int], status: Literal["active", "archived"]
    ) -> models.BulkSuccessData:
        """Give up to 100 locations a status; the response names those that failed."""
        return await self._in_bulk("update", location_ids, status=status)

    async def delete_many(self, location_ids: Iterable[Location | int]) -> models.BulkSuccessData:
        """Remove up to 100 locations; the response names those that failed."""
        return await self._in_bulk("delete", location_ids)
