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
    environment_key: str,
    *,
    limit: int | None = None,
    offset: int | None = None,
    filter: str | None = None,
    expand: str | None = None,
    lifecycle_state: str | None = None,
) -> Request[ExperimentCollectionRep, Experiment]:
    """List experiments.

    ``GET /api/v2/projects/{projectKey}/environments/{environmentKey}/experiments``

    One page of the experiments of an environment. The next page is the path in _links.next.href, relative to
    the host; the last page has none. There is no filter by time of change.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        limit: How many experiments a page may hold. The vendor's default: 20.
        offset: How many experiments to skip, counted from the first. The vendor's default: 0.
        filter: Comma-separated field:value pairs, all of which must hold. Fields are flagKey, metricKey and
            status, where a status (not_started, running, stopped) means experiments with an iteration in that
            state. Example: flagKey:my-flag,status:running.
        expand: Comma-separated fields to add to the answer. previousIterations adds all iterations before the
            current one, draftIteration the one not started yet, secondaryMetrics the metrics besides the primary
            one, treatments the treatments with their parameters. analysisConfig adds how figures are judged and
            mutableFieldsByStatus what can be changed, both since 23.0.0. None is included by default, and a
            requested field that is empty is left out.
        lifecycle_state: Comma-separated states to include, active and archived. The vendor's default: 'active'.
    """
    return Request(
        operation="getExperiments",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/environments/{segment('environment_key', environment_key)}/experiments",
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
