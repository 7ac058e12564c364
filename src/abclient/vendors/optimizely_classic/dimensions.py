"""Dimensions: attributes of visitors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import dimensions as dimensions_api

from ...resource import Resource
from ._base import ClassicCollection

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager


class Dimension(Resource["Dimensions"], models.Dimension):
    """A dimension; the generated model describes its attributes."""

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it and its results, permanently; audiences that use it get no more traffic."""
        await self._collection.delete(self._id)


class Dimensions(ClassicCollection[Dimension]):
    """The dimensions of all projects. At ``OptimizelyClassic.dimensions``."""

    model = Dimension
    editable: Iterable[str] = models.DimensionUpdate.FIELDS

    def list(self, project_id: int) -> Pager[Dimension]:
        """All dimensions of a project; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(dimensions_api.list_dimensions.request(project_id))

    async def create(self, project_id: int, **fields: Unpack[models.DimensionCreateFields]) -> Dimension:
        """Add a dimension to a project.

        Raises:
            BadRequestError: there is a dimension with this ``name`` or ``client_api_name``.
        """
        body = self._new(models.DimensionCreate, fields, self._check_update)
        return await self.one(dimensions_api.create_dimension.request(project_id, body=body))

    async def update(self, dimension_id: int, /, **fields: Unpack[models.DimensionUpdateFields]) -> Dimension:
        """Change the given fields of a dimension.

        Raises:
            BadRequestError: there is a dimension with this ``name`` or ``client_api_name``.
        """
        return await self._change(dimension_id, models.DimensionUpdate, fields)

    async def delete(self, dimension_id: int, /) -> None:
        """Delete a dimension and its results, permanently; audiences that use it get no more traffic."""
        await self._session.send(dimensions_api.delete_dimension.request(dimension_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return dimensions_api.get_dimension.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return dimensions_api.update_dimension.request(item_id, body=body)
