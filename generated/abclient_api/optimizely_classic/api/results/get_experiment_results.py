from __future__ import annotations

from ...._arguments import number, query_string, text, whole
from ...._runtime import Request, Response, read_list
from ...models.result import Result


def parse(response: Response) -> list[Result]:
    """The result in a successful answer."""
    return read_list(response, Result)


def request(
    experiment_id: int,
    *,
    audience_id: int | None = None,
    dimension_id: int | None = None,
    dimension_value: str | None = None,
) -> Request[list[Result], Result]:
    """Read the results of an experiment (t-test).

    ``GET /experiments/{experiment_id}/results``

    One row for each pair of variation and goal, computed with a traditional t-test. An experiment without
    goals has no rows. Experiments started on or after 2015-01-21 are better read through
    `getExperimentStats`. Answers 503 when overloaded.

    Args:
        experiment_id: Id of the experiment.
        audience_id: Count only visitors in this audience.
        dimension_id: Count only visitors with a value of this dimension. Goes together with `dimension_value`.
        dimension_value: The value visitors must have for `dimension_id`. Goes together with it.
    """
    return Request(
        operation="getExperimentResults",
        method="GET",
        path_template="/experiments/{experiment_id}/results",
        path=f"/experiments/{number('experiment_id', experiment_id)}/results",
        query=query_string(
            ("audience_id", audience_id, whole(0)),
            ("dimension_id", dimension_id, whole(0)),
            ("dimension_value", dimension_value, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Result,
    )
