from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(account_id: int, project_id: int, hypothesis_id: int) -> Request[Hypothesis, Hypothesis]:
    """Remove a hypothesis.

    ``DELETE /accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/delete``

    Removes a hypothesis.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        hypothesis_id: The hypothesis' id.
    """
    return Request(
        operation="deleteHypothesis",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses/{number('hypothesis_id', hypothesis_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
