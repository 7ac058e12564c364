from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData

if TYPE_CHECKING:
    from ...models.trigger_experience_screenshots_request_data import TriggerExperienceScreenshotsRequestData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(
    account_id: int, project_id: int, experience_id: int, *, body: TriggerExperienceScreenshotsRequestData | None = None
) -> Request[SuccessData, SuccessData]:
    """Take screenshots.

    ``POST /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/trigger-screenshots``

    Has screenshots of variations taken.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        body: what to send.
    """
    return Request(
        operation="triggerExperienceScreenshots",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/trigger-screenshots",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/trigger-screenshots",
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
