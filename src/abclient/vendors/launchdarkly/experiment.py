"""An experiment, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from abclient_api._arguments import text
from abclient_api.launchdarkly import models

from ...resource import Resource
from . import _arguments, _metrics
from ._patches import given, instruction

if TYPE_CHECKING:
    from ...analysis import Compare
    from ...errors import DecodeError
    from ...results import ResultRow
    from .experiments import Experiments


class FieldChange(TypedDict, total=False):
    """A change of one field of an experiment, with the vendor's own names."""

    operation: Required[Literal["add", "update", "remove"]]
    """What to do with the field."""
    value: Any
    """What to put there or to add; as JSON. Not for ``remove`` of the whole field."""


class Experiment(Resource["Experiments"], models.Experiment):
    """An experiment; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response. Expanded parts are loaded again after
    each change; see ``Experiments.patch`` for when that fails.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    @property
    def _collection(self) -> Experiments:
        return super()._collection.of(self)

    @property
    def metric_keys(self) -> tuple[str, ...]:
        """Keys of the metrics of the current iteration that were loaded, the primary one first.

        Of groups of metrics these are the metrics in them; see ``metric_group_keys``.
        """
        return _metrics.metric_keys(self.current_iteration)

    @property
    def metric_group_keys(self) -> tuple[str, ...]:
        """Keys of the groups of metrics of the current iteration that were loaded, such as funnels."""
        return _metrics.group_keys(self.current_iteration)

    @property
    def unmeasured(self) -> dict[str, DecodeError]:
        """Why results of it cannot be asked for, although it was started.

        By the key of a group of metrics whose metrics the response does not name; by empty text if no metric of it is
        known. Empty where all are, and before an iteration was started, when there are no results yet.
        """
        return _metrics.unmeasured(self.key, self.current_iteration)

    def loaded_environment(self) -> str | None:
        """The key of the environment that it was loaded from; of a whole project's, or a copy, what the vendor said."""
        try:
            own = getattr(self._collection, "environment_key", None)
        except RuntimeError:  # a copy has no collection
            own = None
        return own or self.environment_key

    async def results(self, metric_key: str, *, iteration_id: str | None = None) -> models.ExperimentBayesianResultsRep:
        """The results for one metric: per treatment the mean, its interval and its chance to be best.

        LaunchDarkly's API has not offered them since October 2025, unless your server still answers: see ``analyse``.

        Args:
            metric_key: which metric.
            iteration_id: of which iteration, such as one of ``previous_iterations``; the current one by default.
        """
        return await self._collection.results(self.key, metric_key, iteration_id=iteration_id)

    async def create_iteration(self, iteration: models.IterationInput | Mapping[str, Any]) -> models.IterationRep:
        """Create the next iteration, not started yet; a mapping has the vendor's own JSON names.

        The vendor deprecates this in favor of ``update_fields`` and ``save_and_start_new_iteration``.
        """
        return await self._collection.create_iteration(self.key, iteration)

    async def start_iteration(self, *, change_justification: str | None = None) -> Experiment:
        """Start the iteration that was created last.

        Args:
            change_justification: why; the vendor requires it if the experiment is running already.
        """
        return await self._apply(instruction("startIteration", **given(changeJustification=change_justification)))

    async def stop_iteration(
        self, *, winning_treatment_id: str | None = None, winning_reason: str | None = None
    ) -> Experiment:
        """Stop the current iteration, with the winning treatment and the reason, if there is one."""
        winner = given(winningTreatmentId=winning_treatment_id, winningReason=winning_reason)
        return await self._apply(instruction("stopIteration", **winner))

    async def archive(self) -> Experiment:
        """Hide it; no iteration can be started until it is restored."""
        return await self._apply({"kind": "archiveExperiment"})

    async def restore(self) -> Experiment:
        """Undo ``archive``."""
        return await self._apply({"kind": "restoreExperiment"})

    async def rename(self, name: str) -> Experiment:
        """Give it another name; the key stays."""
        return await self._update("name", text("name", name))

    async def describe(self, description: str) -> Experiment:
        """Give it another description."""
        return await self._update("description", text("description", description))

    async def update_fields(self, changes: Mapping[str, FieldChange]) -> Experiment:
        """Change fields of it and of its draft iteration; in the vendor's document since 23.0.0.

        Args:
            changes: by the vendor's name of the field, such as ``{"tags": {"operation": "add", "value": ["web"]}}``.
                ``mutable_fields_by_status`` says which are possible, if it was loaded.

        Raises:
            ValueError: there are none, or an operation is unknown or lacks its value; nothing was sent.
        """
        value = _arguments.field_changes(changes)
        return await self._apply({"kind": "updateExperimentFields", "value": value}, *_confirmed(value))

    async def save_and_start_new_iteration(
        self, changes: Mapping[str, FieldChange] | None = None, *, change_justification: str | None = None
    ) -> Experiment:
        """Change fields that cannot be changed while an iteration runs, and start a new iteration with them.

        In the vendor's document since 23.0.0.

        Args:
            changes: as for ``update_fields``; None for a new iteration like the one that runs.
            change_justification: why.
        """
        value = None if changes is None else _arguments.field_changes(changes)
        one = instruction("saveAndStartNewIteration", **given(changeJustification=change_justification))
        return await self._apply({**one, **given(value=value)}, *_confirmed(value or {}))

    def analyse(
        self,
        counts: Iterable[Mapping[str, Any]],
        *,
        compare: Compare | None = None,
        iteration: models.IterationRep | None = None,
        fetched_at: datetime | None = None,
    ) -> list[ResultRow]:
        """Result rows of your own counts, with what this experiment says of its treatments and metrics.

        LaunchDarkly's API has had no results since October 2025. Counts come from its Data Export in a warehouse, from
        the events of metrics, or from your own tables; count each unit once, from its first exposure on. The experiment
        must be loaded with ``expand=["treatments", "secondaryMetrics", "analysisConfig"]``. Needs the extra
        ``analysis``.

        Without ``compare``, the comparison is the vendor's as far as it is documented: Bayesian with a prior around the
        control, or frequentist by the relative difference, at the experiment's own threshold. Corrections for several
        comparisons are not applied (see ``abclient.analysis.correct_rows``), nor are covariates.

        Args:
            counts: lines in any order, each of a treatment and a metric. ``variation_id`` (the treatment's id, or that
                of its flag variation) or ``variation_name`` (the treatment's name) says which treatment,
                ``metric_id`` which metric: its key. Counts are ``units`` and ``conversions``; or ``units``, ``value``
                and ``squares``; or ``units``, ``mean`` and ``variance``: see ``abclient.analysis.rows_from_counts``.
            compare: how, instead; such as ``functools.partial(bayesian, prior="flat")``.
            iteration: which iteration was counted; the current one by default.
            fetched_at: when it was counted; now by default.

        Raises:
            TypeError: a line is not a mapping, such as where a data frame itself is given.
            ValueError: a treatment or metric is unknown, a count cannot be, treatments were not loaded, it is a bandit,
                or its test is one that the vendor does not document; the message says which.
        """
        from ._counts import rows_of_counts

        own = self._collection
        return rows_of_counts(
            self,
            counts,
            project=own.project_key,
            environment=own.environment_key,
            compare=compare,
            iteration=iteration,
            fetched_at=fetched_at,
        )

    async def _update(self, name: str, value: str) -> Experiment:
        collection = self._collection
        return await self._change(lambda: collection.patch(self.key, collection.updates({name: value})), name)

    async def _apply(self, one: Mapping[str, Any], *confirmed: str) -> Experiment:
        return await self._change(lambda: self._collection.patch(self.key, [one]), *confirmed)


def _confirmed(changes: Mapping[str, Any]) -> list[str]:
    """The attributes that a response confirms."""
    return [name for name, key in models.Experiment.FIELDS.items() if key in changes]
