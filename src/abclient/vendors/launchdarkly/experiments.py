"""Experiments: listing, changing, iterating, and their results."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict, TypeGuard, Unpack, cast

from abclient_api._runtime import from_fields
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import experiments as api

from ..._aio import Failed, Restartable
from ...bulk import BulkOptions, Outcomes, fetch_many
from ...errors import ABClientError
from ...events import LOGGER
from ...paging import PageOptions, Pager, keys_in
from ...resource import Collection as _Collection
from .._paging import checked_page_size
from .._wrong_use import check_words, checked
from . import _arguments
from ._gone import Offered
from ._paging import BY_LINK
from ._patches import with_texts
from .experiment import Experiment

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session
    from ...paging import Pagination


Expand = Literal[
    "previousIterations",
    "draftIteration",
    "secondaryMetrics",
    "treatments",
    "analysisConfig",
    "mutableFieldsByStatus",
]
Status = Literal["not_started", "running", "stopped"]
LifecycleState = Literal["active", "archived"]


class ResultKey(NamedTuple):
    """Which results: of one experiment, for one metric."""

    experiment_key: str
    metric_key: str


class Experiments(_Collection[Experiment, str]):
    """The experiments of an environment. Made by ``LaunchDarkly.experiments``."""

    model = Experiment
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("name", "description")

    def __init__(
        self,
        session: Session,
        project_key: str,
        environment_key: str,
        expand: str | None = None,
        *,
        as_today: bool = False,
    ) -> None:
        super().__init__(session)
        self.project_key = project_key
        self.environment_key = environment_key
        self._expand = expand
        self._as_today = as_today

    def of(self, experiment: Experiment) -> Experiments:
        """The collection through which an experiment is changed and loaded."""
        return self

    def list(
        self,
        *,
        status: Status | str | None = None,
        flag_key: str | None = None,
        metric_key: str | None = None,
        lifecycle_state: LifecycleState | Collection[LifecycleState] = (),
        expand: Expand | Collection[Expand] = (),
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Experiment]:
        """The experiments that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            status: of any of the experiment's iterations.
            flag_key: of a flag the experiment uses.
            metric_key: of a metric the experiment uses.
            lifecycle_state: which to include; the vendor's default is active ones only.
            expand: what to include beyond the current iteration and its primary metric.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        there = self._expanding(expand)
        parameters = list_parameters(status, flag_key, metric_key, lifecycle_state)
        request = api.get_experiments.request(
            self.project_key,
            self.environment_key,
            expand=there._expand,
            limit=checked_page_size(paging),
            offset=offset,
            **parameters,
        )
        return there.many(request, paging)

    async def get(self, experiment_key: str, /, *, expand: Expand | Collection[Expand] = ()) -> Experiment:
        """One experiment.

        Args:
            experiment_key: which.
            expand: what to include beyond the current iteration and its primary metric.
        """
        there = self._expanding(expand)
        return await there.one(there._get_request(experiment_key))

    async def create(self, **fields: Unpack[models.ExperimentPostFields]) -> Experiment:
        """Create an experiment with its first iteration, which is not started yet: see ``start_iteration``.

        Mappings have the vendor's own JSON names.

        Raises:
            ConflictError: there is an experiment with this key.
        """
        body = from_fields(models.ExperimentPost, fields, creating=True)
        body.iteration = _arguments.iteration_body(body.iteration)
        request = api.create_experiment.request(self.project_key, self.environment_key, body=checked(body))
        return await self.one(request)

    async def create_iteration(
        self, experiment_key: str, iteration: models.IterationInput | Mapping[str, Any]
    ) -> models.IterationRep:
        """Create the experiment's next iteration, not started yet; a mapping has the vendor's own JSON names.

        Deprecated by the vendor in favor of ``Experiment.update_fields`` and ``save_and_start_new_iteration``.
        """
        return await self._session.send(
            api.create_iteration.request(
                self.project_key, self.environment_key, experiment_key, body=_arguments.iteration_body(iteration)
            )
        )

    async def patch(
        self, experiment_key: str, instructions: Sequence[Mapping[str, Any]], *, comment: str | None = None
    ) -> Experiment:
        """Apply the vendor's semantic-patch instructions, all or none.

        Expanded parts take a second request, because the response to a patch has none of them. If that one fails, the
        change has still been made: the log has a warning, and the experiment lacks the expanded parts, which
        ``refresh`` loads.

        Args:
            experiment_key: which experiment.
            instructions: such as ``[{"kind": "updateName", "value": "…"}]``. The methods of ``Experiment`` cover every
                kind that is documented; this is for the rest, and for several at once.
            comment: for the audit log.

        Raises:
            TypeError: ``instructions`` is a single one, or one of them is not a mapping.
        """
        body = models.ExperimentPatchInput(instructions=_arguments.instructions_sent(instructions))
        with_texts(body, comment=comment)
        request = api.patch_experiment.request(self.project_key, self.environment_key, experiment_key, body=body)
        patched = await self.one(request)
        if not self._expand:
            return patched
        try:
            return await self.reload(patched)
        except ABClientError as error:  # raised, it would ask for a change again that was made
            LOGGER.warning(
                "launchdarkly made the change to experiment %r, but loading it again failed (%s): what it was expanded"
                " by is missing until it is refreshed",
                experiment_key,
                type(error).__name__,
            )
            return patched

    async def results(
        self, experiment_key: str, metric_key: str, *, iteration_id: str | None = None
    ) -> models.ExperimentBayesianResultsRep:
        """The results of an experiment for one metric: per treatment the mean, its interval and chance to be best.

        LaunchDarkly's API has not offered them since October 2025, unless your server still answers: see
        ``Experiment.analyse``.

        Args:
            experiment_key: which experiment.
            metric_key: which of its metrics.
            iteration_id: which of its iterations; the current one by default.
        """
        request = api.get_experiment_results.request(
            self.project_key, self.environment_key, experiment_key, metric_key, iteration_id=iteration_id
        )
        with Offered():
            return await self._session.send(request)

    def fetch_results(
        self, wanted: _Wanted | None = None, **options: Unpack[BulkOptions]
    ) -> Outcomes[ResultKey, models.ExperimentBayesianResultsRep]:
        """The results of many experiments, concurrently; one outcome for each experiment and metric.

        Args:
            wanted: ``(experiment_key, metric_key)`` pairs; or experiments, for all metrics of their current iteration
                that were loaded (``expand="secondaryMetrics"`` loads more than the primary one); or experiment keys,
                which are looked up first. May be mixed. None means every experiment of the environment, archived ones
                too.
            **options: as ``BulkOptions`` describes.

        Raises:
            TypeError: ``wanted`` is one pair or one key, or holds something else.
        """
        if wanted is not None:
            _arguments.check_wanted(wanted)

        async def fetch(key: ResultKey) -> Callable[[], _Results]:
            with Offered():
                return await self._session.send_lazily(
                    api.get_experiment_results.request(self.project_key, self.environment_key, *key)
                )

        if wanted is None:
            wanted = self.list(lifecycle_state=("active", "archived"), expand="secondaryMetrics")
        return self._bulk(fetch, self._result_keys(wanted, options.get("concurrency", "auto")), options)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_experiment.request(self.project_key, self.environment_key, item_id, expand=self._expand)

    async def _save(self, item: Experiment, changes: dict[str, Any]) -> Experiment:
        return await self.patch(item.key, self.updates(changes))

    def updates(self, changes: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
        """The instructions that change name and description, in the words of the version that is asked for."""
        if self._as_today:
            value = {name: {"operation": "update", "value": value or ""} for name, value in changes.items()}
            return [{"kind": "updateExperimentFields", "value": value}]
        return [{"kind": f"update{name.title()}", "value": value or ""} for name, value in changes.items()]

    def _expanding(self, expand: Expand | Collection[Expand]) -> Experiments:
        words = _arguments.commas("expand", expand, Expand)
        return Experiments(self._session, self.project_key, self.environment_key, words, as_today=self._as_today)

    def _result_keys(self, wanted: _Wanted, concurrency: int | Literal["auto"]) -> Restartable[ResultKey]:
        """A key for each experiment and metric; for an experiment that cannot be read or looked up, why."""
        if _ready(wanted):
            return keys_in(wanted, self._keys_of, _no_metric)
        return Restartable(wanted, lambda: self._looked_up_keys(wanted, concurrency))

    def _keys_of(self, item: Experiment | tuple[str, str]) -> Iterable[ResultKey]:
        """The keys of an experiment's results; for one of another environment, where its key is another's, why."""
        environment = item.loaded_environment() if isinstance(item, Experiment) else None
        if isinstance(item, Experiment) and environment not in (None, self.environment_key):
            error = ValueError(
                f"experiment {item.key!r} is in environment {environment!r}, not in {self.environment_key!r}"
            )
            return [cast("ResultKey", Failed(_no_metric(item.key), error))]
        return _keys_of(item)

    async def _looked_up_keys(
        self, wanted: _Wanted, concurrency: int | Literal["auto"]
    ) -> AsyncGenerator[ResultKey, None]:
        async def experiment_of(item: Experiment | str | tuple[str, str]) -> Experiment | tuple[str, str]:
            _arguments.check_wanted_one(item)
            return await self.get(item, expand="secondaryMetrics") if isinstance(item, str) else item

        lookups = fetch_many(
            experiment_of, wanted, concurrency=concurrency, limiter=self._session.limiter, ordered=True
        )
        async with lookups:
            async for lookup in lookups:
                if lookup.error is not None:
                    yield cast("ResultKey", Failed(_no_metric(lookup.key), lookup.error))
                    continue
                for key in self._keys_of(lookup.value):
                    yield key


class ListParameters(TypedDict):
    """What lists of experiments can be filtered by, as it is sent."""

    filter: str | None
    lifecycle_state: str | None


def list_parameters(
    status: str | None,
    flag_key: str | None,
    metric_key: str | None,
    lifecycle_state: LifecycleState | Collection[LifecycleState],
) -> ListParameters:
    """Filters of a list of experiments, as they are sent. Raises as ``check_words``."""
    check_words("status", status, Status)
    return {
        "filter": _arguments.filter_expression(flagKey=flag_key, metricKey=metric_key, status=status),
        "lifecycle_state": _arguments.commas("lifecycle_state", lifecycle_state, LifecycleState),
    }


def _no_metric(experiment: object) -> ResultKey:
    """The key of an experiment with unknown metrics."""
    return ResultKey(str(experiment), "")


def _ready(wanted: _Wanted) -> TypeGuard[_Ready]:
    """Whether none of it has to be looked up, as far as can be told without drawing from it."""
    if isinstance(wanted, Collection):
        return not any(isinstance(item, str) for item in wanted)
    return isinstance(wanted, Pager)


def _keys_of(item: Experiment | tuple[str, str]) -> Iterable[ResultKey]:
    """The keys of an experiment's results, and of metrics that are not known one that stands for why."""
    if not isinstance(item, Experiment):
        _arguments.check_wanted_one(item)
        return (ResultKey(*item),)
    missing = [Failed(ResultKey(item.key, name), error) for name, error in item.unmeasured.items()]
    known = (ResultKey(item.key, metric_key) for metric_key in item.metric_keys)
    return [*known, *cast("list[ResultKey]", missing)]


_Wanted = (
    Iterable[Experiment | str | tuple[str, str]]
    | AsyncIterable[Experiment]
    | AsyncIterable[Experiment | str | tuple[str, str]]
)

_Results = models.ExperimentBayesianResultsRep
_Ready = Collection[Experiment | tuple[str, str]] | Pager[Experiment]
