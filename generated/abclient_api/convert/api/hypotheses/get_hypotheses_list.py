from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.hypotheses_list_response_data import HypothesesListResponseData

if TYPE_CHECKING:
    from ...models.get_hypotheses_list_request_data import GetHypothesesListRequestData
    from ...models.hypothesis import Hypothesis


def parse(response: Response) -> HypothesesListResponseData:
    """The result in a successful answer."""
    return read_one(response, HypothesesListResponseData)


def request(
    account_id: int, project_id: int, *, body: GetHypothesesListRequestData | None = None
) -> Request[HypothesesListResponseData, Hypothesis]:
    """List hypotheses.

    ``POST /accounts/{account_id}/projects/{project_id}/hypotheses``

    One page of the project's hypotheses.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="getHypothesesList",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
        items="data",
        page=HypothesesListResponseData,
    )
