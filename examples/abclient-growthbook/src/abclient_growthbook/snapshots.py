"""Snapshots: computations of results, which take a while."""

from __future__ import annotations

from typing import Any, Unpack

from abclient import Resource
from abclient_api._runtime import Request, from_fields

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import snapshots as api


class Snapshot(Resource["Snapshots"], models.Snapshot):
    """A computation of results; ``refresh`` asks how far it is.

    Once its ``status`` is ``success``, the results are those of its experiment.
    """

    __slots__ = ()


class Snapshots(GrowthBookCollection[Snapshot]):
    """Computations of results; they cannot be listed."""

    model = Snapshot
    envelope: str | None = "snapshot"

    async def create(self, experiment_id: str, **fields: Unpack[models.SnapshotCreateFields]) -> Snapshot:
        """Begin to compute the results of an experiment anew, of its last phase unless ``phase`` says otherwise."""
        body = from_fields(models.SnapshotCreate, fields) if fields else None
        return await self._answered(api.post_experiment_snapshot.request(experiment_id, body=body))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_experiment_snapshot.request(item_id)
