"""Variations: the versions of a page that an experiment shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import variations as variations_api

from ...resource import Resource
from . import _rules
from ._base import ClassicCollection

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager


class Variation(Resource["Variations"], models.Variation):
    """A variation; the generated model describes its attributes. ``weight`` is in basis points."""

    __slots__ = ()

    async def delete(self) -> None:
        """Take it out of its experiment, permanently."""
        await self._collection.delete(self._id)


class Variations(ClassicCollection[Variation]):
    """The variations of all experiments. At ``OptimizelyClassic.variations``."""

    model = Variation
    editable: Iterable[str] = models.VariationUpdate.FIELDS

    def list(self, experiment_id: int) -> Pager[Variation]:
        """All variations of an experiment; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(variations_api.list_variations.request(experiment_id))

    async def create(self, experiment_id: int, **fields: Unpack[models.VariationCreateFields]) -> Variation:
        """Add a variation to an experiment, which has two from the beginning.

        The weights of an experiment's variations should sum to 10000, so adding one means updating the others. The
        vendor warns that ``weight`` and ``is_paused`` may not always be set correctly: look at them afterwards.
        """
        body = self._new(models.VariationCreate, fields, _rules.variation)
        return await self.one(variations_api.create_variation.request(experiment_id, body=body))

    async def update(self, variation_id: int, /, **fields: Unpack[models.VariationUpdateFields]) -> Variation:
        """Change the given fields of a variation; see ``create``."""
        return await self._change(variation_id, models.VariationUpdate, fields)

    async def delete(self, variation_id: int, /) -> None:
        """Take a variation out of its experiment, permanently."""
        await self._session.send(variations_api.delete_variation.request(variation_id))

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.variation(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return variations_api.get_variation.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return variations_api.update_variation.request(item_id, body=body)
