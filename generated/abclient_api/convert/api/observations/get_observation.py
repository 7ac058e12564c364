from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.observation import Observation


def parse(response: Response) -> Observation:
    """The result in a successful answer."""
    return read_one(response, Observation)


def request(
    account_id: int, project_id: int, observation_id: int, *, expand: Sequence[Literal["project", "tags"]] | None = None
) -> Request[Observation, Observation]:
    """Get an observation.

    ``GET /accounts/{account_id}/projects/{project_id}/observations/{observation_id}``

    Reads one observation.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        observation_id: The observation's id.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getObservation",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/observations/{observation_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/observations/{number('observation_id', observation_id)}",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
