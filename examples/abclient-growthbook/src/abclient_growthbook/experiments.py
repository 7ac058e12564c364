"""Experiments and their results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, Unpack

from abclient import BadRequestError, Pager, Resource
from abclient_api._runtime import Request, from_fields

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import experiments as api
from .rest.api import results as results_api
from .snapshots import Snapshot, Snapshots

Status: TypeAlias = Literal["draft", "running", "stopped"]

_NO_RESULTS = "No results found"
"""How the message of the vendor begins where no snapshot of an experiment has completed; the status is 400."""


class Experiment(Resource["Experiments"], models.Experiment):
    """An experiment. Its methods change it at the vendor and update the object; unsaved changes are kept."""

    __slots__ = ()

    async def start(self, *, skip_checklist: bool = False) -> Experiment:
        """Start it, or stage its start if one is scheduled.

        Args:
            skip_checklist: start it although its checklist is not complete.
        """
        return await self._change(lambda: self._collection.start(self.id, skip_checklist=skip_checklist), "status")

    async def stop(self, **conclusion: Unpack[models.ExperimentStopFields]) -> Experiment:
        """End its current phase; ``results`` is the conclusion."""
        return await self._change(lambda: self._collection.stop(self.id, **conclusion), "status", "result_summary")

    async def archive(self) -> Experiment:
        """Hide it; lists and results still have it."""
        return await self._change(lambda: self._collection.update(self.id, archived=True), "archived")

    async def unarchive(self) -> Experiment:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.update(self.id, archived=False), "archived")

    async def results(
        self, *, phase: int | None = None, dimension: str | None = None
    ) -> models.ExperimentResults | None:
        """As ``Experiments.results``."""
        return await self._collection.results(self.id, phase=phase, dimension=dimension)

    async def snapshot(self, **fields: Unpack[models.SnapshotCreateFields]) -> Snapshot:
        """Begin to compute its results anew."""
        return await self._collection.snapshots.create(self.id, **fields)


class Experiments(GrowthBookCollection[Experiment]):
    """The experiments of all projects."""

    model = Experiment
    envelope: str | None = "experiment"
    editable: Iterable[str] = (
        *("archived", "auto_refresh", "custom_fields", "description", "hash_attribute", "hypothesis", "name"),
        *("owner", "project", "status", "tags", "tracking_key"),
    )

    @property
    def snapshots(self) -> Snapshots:
        """Computations of their results."""
        return Snapshots(self._session)

    def list(
        self,
        *,
        project_id: str | None = None,
        datasource_id: str | None = None,
        tracking_key: str | None = None,
        status: Status | None = None,
        page_size: int | None = None,
        prefetch: bool = False,
    ) -> Pager[Experiment]:
        """All experiments that fit, archived ones too.

        Args:
            project_id: of a project.
            datasource_id: of a data source.
            tracking_key: with this tracking key.
            status: with this status.
            page_size: how many per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        request = api.list_experiments.request(
            limit=page_size,
            project_id=project_id,
            datasource_id=datasource_id,
            tracking_key=tracking_key,
            status=status,
        )
        return self._paged(request, prefetch=prefetch)

    async def create(self, **fields: Unpack[models.ExperimentCreateFields]) -> Experiment:
        """Make an experiment, a draft unless ``status`` says otherwise."""
        return await self._answered(api.post_experiment.request(body=from_fields(models.ExperimentCreate, fields)))

    async def update(self, experiment_id: str, **fields: Unpack[models.ExperimentUpdateFields]) -> Experiment:
        """Change what is given; lists are replaced as a whole."""
        body = from_fields(models.ExperimentUpdate, fields)
        return await self._answered(api.update_experiment.request(experiment_id, body=body))

    async def start(self, experiment_id: str, *, skip_checklist: bool = False) -> Experiment:
        """Start an experiment, or stage its start if one is scheduled."""
        body = models.ExperimentStart(skip_checklist=True) if skip_checklist else None
        return await self._answered(api.post_experiment_start.request(experiment_id, body=body))

    async def stop(self, experiment_id: str, **conclusion: Unpack[models.ExperimentStopFields]) -> Experiment:
        """End the current phase of an experiment; ``results`` is the conclusion."""
        body = from_fields(models.ExperimentStop, conclusion)
        return await self._answered(api.post_experiment_stop.request(experiment_id, body=body))

    async def results(
        self, experiment_id: str, *, phase: int | None = None, dimension: str | None = None
    ) -> models.ExperimentResults | None:
        """The latest results of an experiment; None if none have been computed yet.

        Args:
            experiment_id: of the experiment.
            phase: of which phase, from 0; by default the last one.
            dimension: for each value of a dimension: the id of a unit dimension, or ``exp:`` and the name of an
                experiment dimension. They exist only if a snapshot with this dimension was made.

        Raises:
            BadRequestError: there is no such experiment; the vendor answers with 400 instead of 404.
        """
        asked = None if phase is None else str(phase)
        request = results_api.get_experiment_results.request(experiment_id, phase=asked, dimension=dimension)
        try:
            return (await self._session.send(request)).result
        except BadRequestError as error:
            if error.message.startswith(_NO_RESULTS):
                return None
            raise

    def latest_results(
        self,
        *,
        project_id: str | None = None,
        status: Status | None = None,
        page_size: int | None = None,
        prefetch: bool = False,
    ) -> Pager[ExperimentResults]:
        """The latest results of all experiments that fit, many per request; experiments without results are left out.

        Args:
            project_id: of a project.
            status: of experiments with this status.
            page_size: of how many experiments per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        request = results_api.list_experiment_results.request(limit=page_size, project_id=project_id, status=status)
        return LatestResults(self._session).many(request, {"prefetch": prefetch})

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_experiment.request(item_id)

    async def _save(self, item: Experiment, changes: dict[str, Any]) -> Experiment:
        body = self._changed(models.ExperimentUpdate, item, changes)
        return await self._answered(api.update_experiment.request(item.id, body=body))


class ExperimentResults(Resource["LatestResults"], models.ExperimentResults):
    """The results of an experiment, as a list has them; its ``id`` is that of the snapshot."""

    __slots__ = ()


class LatestResults(GrowthBookCollection[ExperimentResults]):
    """The latest results of experiments; ``Experiments.latest_results`` lists them."""

    model = ExperimentResults
