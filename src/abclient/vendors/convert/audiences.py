"""Audiences: groups of visitors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, Unpack

from abclient_api.convert import models
from abclient_api.convert.api import audiences as audiences_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class AudienceFilters(models.GetAudiencesListRequestDataFields, PageOptions, total=False):
    """Filters of audiences."""


class Audience(Deletable["Audiences"], models.Audience):
    """An audience; the generated model describes its attributes."""

    __slots__ = ()


class Audiences(ConvertCollection[Audience]):
    """The audiences of a project. At ``audiences`` of a project."""

    model = Audience
    _api = audiences_api
    _named = ("audience", "audiences")
    _bodies = (models.GetAudiencesListRequestData, models.CreateAudienceRequestData, models.UpdateAudienceRequestData)
    editable: Iterable[str] = editable_in(models.UpdateAudienceRequestData)
    optional: ClassVar[Mapping[str, Sequence[str]]] = {"include": ("rules", "stats.experiences_usage")}

    def list(self, **filters: Unpack[AudienceFilters]) -> Pager[Audience]:
        """The project's audiences that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetAudiencesListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateAudienceRequestDataFields]) -> Audience:
        """Add an audience to the project.

        ``abclient.vendors.convert.rules`` builds its rules; mappings have the vendor's own JSON names.
        """
        return await self._add(fields)

    async def update(self, audience_id: int, /, **fields: Unpack[models.UpdateAudienceRequestDataFields]) -> Audience:
        """Change the given fields."""
        return await self._change(audience_id, fields)

    async def clone(self, audience_id: int, /) -> Audience:
        """Copy one."""
        return await self._clone(audience_id)

    async def update_many(
        self, audience_ids: Iterable[Audience | int], status: Literal["active", "archived"]
    ) -> models.BulkSuccessData:
        """Give up to 100 audiences a status; the response names those that failed."""
        return await self._in_bulk("update", audience_ids, status=status)

    async def delete_many(self, audience_ids: Iterable[Audience | int]) -> models.BulkSuccessData:
        """Remove up to 100 audiences; the response names those that failed."""
        return await self._in_bulk("delete", audience_ids)
