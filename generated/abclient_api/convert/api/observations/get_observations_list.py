from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.observations_list_response_data import ObservationsListResponseData

if TYPE_CHECKING:
    from ...models.get_observations_list_request_data import GetObservationsListRequestData
    from ...models.observation import Observation


def parse(response: Response) -> ObservationsListResponseData:
    """The result in a successful answer."""
    return read_one(response, ObservationsListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetObservationsListRequestData | None = None
) -> Request[ObservationsListResponseData, Observation]:
    """List observations.

    ``POST /accounts/{account_id}/projects/{project_id}/observations``

    One page of the project's observations.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getObservationsList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/observations",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/observations",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=ObservationsListResponseData,
    )
