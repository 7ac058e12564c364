from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import header_lines, number, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experience_daily_traffic_allocation_response_data import ExperienceDailyTrafficAllocationResponseData

if TYPE_CHECKING:
    from ...models.get_experience_daily_traffic_allocation_request_data import (
        GetExperienceDailyTrafficAllocationRequestData,
    )


def parse(response: Response) -> ExperienceDailyTrafficAllocationResponseData:
    """The result in a successful answer."""
    return read_one(response, ExperienceDailyTrafficAllocationResponseData)


def request(
    account_id: int,
    project_id: int,
    experience_id: int,
    *,
    body: GetExperienceDailyTrafficAllocationRequestData | None = None,
    report_token: str | None = None,
) -> Request[ExperienceDailyTrafficAllocationResponseData, ExperienceDailyTrafficAllocationResponseData]:
    """Get the allocation of traffic.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/daily_traffic_allocation``

    The share of traffic that each variation got, from day to day.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
        report_token: A token that stands for credentials; made by `getReportToken`.
    """
    return Request(
        operation="getExperienceDailyTrafficAllocation",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/daily_traffic_allocation",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/daily_traffic_allocation",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
            *header_lines(
                ("report_token", report_token, text),
            ),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
        reads=True,
    )
