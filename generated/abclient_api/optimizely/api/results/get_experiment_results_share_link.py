from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.results_share_link import ResultsShareLink


def parse(response: Response) -> ResultsShareLink:
    """The result in a successful answer."""
    return read_one(response, ResultsShareLink)


def request(experiment_id: int) -> Request[ResultsShareLink, ResultsShareLink]:
    """Get a link to the results of an experiment.

    ``GET /experiments/{experiment_id}/results/share``

    A link with which anyone can read the results, without an account.

    Args:
        experiment_id: Identifier of the experiment.
    """
    return Request(
        operation="get_experiment_results_share_link",
        method="GET",
        path_template="/experiments/{experiment_id}/results/share",
        path=f"/experiments/{number('experiment_id', experiment_id)}/results/share",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
