"""Tags: labels of experiences and hypotheses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from abclient_api.convert import models
from abclient_api.convert.api import tags as tags_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class TagFilters(models.GetTagsListRequestDataFields, PageOptions, total=False):
    """Filters of tags."""


class Tag(Deletable["Tags"], models.Tag):
    """A tag; the generated model describes its attributes."""

    __slots__ = ()


class Tags(ConvertCollection[Tag]):
    """The tags of a project. At ``tags`` of a project."""

    model = Tag
    _api = tags_api
    _named = ("tag", "tags")
    _bodies = (models.GetTagsListRequestData, models.CreateTagRequestData, models.UpdateTagRequestData)
    editable: Iterable[str] = editable_in(models.UpdateTagRequestData)

    def list(self, **filters: Unpack[TagFilters]) -> Pager[Tag]:
        """The project's tags that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def create(self, **fields: Unpack[models.CreateTagRequestDataFields]) -> Tag:
        """Add a tag to the project."""
        return await self._add(fields)

    async def update(self, tag_id: int, /, **fields: Unpack[models.UpdateTagRequestDataFields]) -> Tag:
        """Change the given fields."""
        return await self._change(tag_id, fields)

    async def delete_many(self, tag_ids: Iterable[Tag | int]) -> models.BulkSuccessData:
        """Remove up to 100 tags; the response names those that failed."""
        return await self._in_bulk("delete", tag_ids)
