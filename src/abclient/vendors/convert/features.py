"""Features of full-stack experiences, with their variables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, Unpack

from abclient_api.convert import models
from abclient_api.convert.api import features as features_api

from ...paging import PageOptions, Pager
from ._base import ConvertCollection, Deletable, editable_in


class FeatureFilters(models.GetFeaturesListRequestDataFields, PageOptions, total=False):
    """Filters of features."""


class Feature(Deletable["Features"], models.Feature):
    """A feature; the generated model describes its attributes."""

    __slots__ = ()


class Features(ConvertCollection[Feature]):
    """The features of a project. At ``features`` of a project."""

    model = Feature
    _api = features_api
    _named = ("feature", "features")
    _bodies = (models.GetFeaturesListRequestData, models.CreateFeatureRequestData, models.UpdateFeatureRequestData)
    editable: Iterable[str] = editable_in(models.UpdateFeatureRequestData)
    optional: ClassVar[Mapping[str, Sequence[str]]] = {"include": ("stats",)}
    has_keys = True

    def list(self, **filters: Unpack[FeatureFilters]) -> Pager[Feature]:
        """The project's features that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetFeaturesListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateFeatureRequestDataFields]) -> Feature:
        """Add a feature to the project."""
        return await self._add(fields)

    async def update(self, feature_id: int, /, **fields: Unpack[models.UpdateFeatureRequestDataFields]) -> Feature:
        """Change the given fields."""
        return await self._change(feature_id, fields)

    async def update_many(
        self, feature_ids: Iterable[Feature | int], status: Literal["active", "archived"]
    ) -> models.BulkSuccessData:
        """Give up to 100 features a status; the response names those that failed."""
        return await self._in_bulk("update", feature_ids, status=status)

    async def delete_many(self, feature_ids: Iterable[Feature | int]) -> models.BulkSuccessData:
        """Remove up to 100 features; the response names those that failed."""
        return await self._in_bulk("delete", feature_ids)
