from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.observation import Observation


def parse(response: Response) -> Observation:
    """The result in a successful answer."""
    return read_one(response, Observation)


def request(account_id: int, project_id: int, observation_id: int) -> Request[Observation, Observation]:
    """Remove an observation.

    ``DELETE /accounts/{account_id}/projects/{project_id}/observations/{observation_id}/delete``

    Removes an observation.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        observation_id: The observation's id.
    """
    return Request(
        operation="deleteObservation",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/observations/{observation_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/observations/{number('observation_id', observation_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
