from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.observation import Observation

if TYPE_CHECKING:
    from ...models.update_observation_request_data import UpdateObservationRequestData


def parse(response: Response) -> Observation:
    """The result in a successful answer."""
    return read_one(response, Observation)


def request(
    account_id: int,
    project_id: int,
    observation_id: int,
    *,
    body: UpdateObservationRequestData,
    expand: Sequence[Literal["project", "tags"]] | None = None,
) -> Request[Observation, Observation]:
    """Change an observation.

    ``POST /accounts/{account_id}/projects/{project_id}/observations/{observation_id}/update``

    Changes the fields that are given.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        observation_id: The observation's id.
        body: what to send.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="updateObservation",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/observations/{observation_id}/update",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/observations/{number('observation_id', observation_id)}/update",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
