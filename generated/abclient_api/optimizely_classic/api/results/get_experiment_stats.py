from __future__ import annotations

from ...._arguments import number, query_string, text, whole
from ...._runtime import Request, Response, read_list
from ...models.stat import Stat


def parse(response: Response) -> list[Stat]:
    """The result in a successful answer."""
    return read_list(response, Stat)


def request(
    experiment_id: int,
    *,
    audience_id: int | None = None,
    dimension_id: int | None = None,
    dimension_value: str | None = None,
) -> Request[list[Stat], Stat]:
    """Read the results of an experiment (Stats Engine).

    ``GET /experiments/{experiment_id}/stats``

    One row for each pair of variation and goal, computed by Stats Engine. Only experiments started on or
    after 2015-01-21 have them. An experiment without goals has no rows. Answers 503 when overloaded.

    Args:
        experiment_id: Id of the experiment.
        audience_id: Count only visitors in this audience.
        dimension_id: Count only visitors with a value of this dimension. Goes together with `dimension_value`.
        dimension_value: The value visitors must have for `dimension_id`. Goes together with it.
    """
    return Request(
        operation="getExperimentStats",
        method="GET",
        path_template="/experiments/{experiment_id}/stats",
        path=f"/experiments/{number('experiment_id', experiment_id)}/stats",
        query=query_string(
            ("audience_id", audience_id, whole(0)),
            ("dimension_id", dimension_id, whole(0)),
            ("dimension_value", dimension_value, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Stat,
    )
