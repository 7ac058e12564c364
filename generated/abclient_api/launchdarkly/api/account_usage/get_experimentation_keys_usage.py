from __future__ import annotations

from ...._arguments import query_string, text
from ...._runtime import Request, Response, read_one
from ...models.series_list_rep import SeriesListRep


def parse(response: Response) -> SeriesListRep:
    """The result in a successful answer."""
    return read_one(response, SeriesListRep)


def request(
    *,
    from_: str | None = None,
    to: str | None = None,
    project_key: str | None = None,
    environment_key: str | None = None,
    experiment_id: str | None = None,
    group_by: str | None = None,
    aggregation_type: str | None = None,
    granularity: str | None = None,
) -> Request[SeriesListRep, SeriesListRep]:
    """Get how many keys experiments used.

    ``GET /api/v2/usage/experimentation-keys``

    How many units were in experiments, by day, hour or month.

    Args:
        from_: Start, in milliseconds since 1970, as text; by default the start of the month.
        to: End, in milliseconds since 1970, as text; by default now.
        project_key: Key of the project; may be given several times in the vendor's own address.
        environment_key: Key of the environment.
        experiment_id: Id of the experiment.
        group_by: What counts are split by; projectId, environmentId or experimentId.
        aggregation_type: Whether counts add up over the month (month_to_date) or not (incremental). The vendor's
            default: 'month_to_date'.
        granularity: Length of the steps; daily, hourly or monthly. The vendor's default: 'daily'.
    """
    return Request(
        operation="getExperimentationKeysUsage",
        method="GET",
        path_template="/api/v2/usage/experimentation-keys",
        path="/api/v2/usage/experimentation-keys",
        query=query_string(
            ("from", from_, text),
            ("to", to, text),
            ("projectKey", project_key, text),
            ("environmentKey", environment_key, text),
            ("experimentId", experiment_id, text),
            ("groupBy", group_by, text),
            ("aggregationType", aggregation_type, text),
            ("granularity", granularity, text),
        ),
        headers=(
            ("accept", "application/json"),
            ("ld-api-version", "beta"),
        ),
        parse=parse,
    )
