from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.experiment_collection_rep import ExperimentCollectionRep

if TYPE_CHECKING:
    from ...models.experiment import Experiment


def parse(response: Response) -> ExperimentCollectionRep:
    """The result in a successful answer."""
    return read_one(response, ExperimentCollectionRep)


def request(
    project_key: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    filter: str | None = None,
    expand: str | None = None,
    lifecycle_state: str | None = None,
) -> Request[ExperimentCollectionRep, Experiment]:
    """List experiments of a project.

    ``GET /api/v2/projects/{projectKey}/experiments``

    One page of the experiments of all environments of a project; each tells its environmentKey. In the
    vendor's document since 23.0.0.

    Args:
        project_key: The project's key.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        filter: Comma-separated field:value pairs, all of which must hold. Fields are flagKey, metricKey and
            status, where a status (not_started, running, stopped) means experiments with an iteration in that
            state.
        expand: Comma-separated fields to add to the answer. previousIterations adds all iterations before the
            current one, draftIteration the one not started yet, secondaryMetrics the metrics besides the primary
            one, treatments the treatments with their parameters. analysisConfig adds how figures are judged and
            mutableFieldsByStatus what can be changed, both since 23.0.0. None is included by default, and a
            requested field that is empty is left out.
        lifecycle_state: Comma-separated states to include, active and archived. The vendor's default: 'active'.
    """
    return Request(
        operation="getExperimentsAnyEnv",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/experiments",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/experiments",
        query=query_string(
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("filter", filter, text),
            ("expand", expand, text),
            ("lifecycleState", lifecycle_state, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=ExperimentCollectionRep,
    )
