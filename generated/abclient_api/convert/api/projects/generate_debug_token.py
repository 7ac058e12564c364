from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.generated_debug_token_data_response import GeneratedDebugTokenDataResponse


def parse(response: Response) -> GeneratedDebugTokenDataResponse:
    """The result in a successful answer."""
    return read_one(response, GeneratedDebugTokenDataResponse)


def request(
    account_id: int, project_id: int
) -> Request[GeneratedDebugTokenDataResponse, GeneratedDebugTokenDataResponse]:
    """Make a token of the debugger.

    ``GET /accounts/{account_id}/projects/{project_id}/generate-debug-token``

    Makes a token with which the debugger shows a project.

    Args:
        account_id: The account's id.
        project_id: The project's id.
    """
    return Request(
        operation="generateDebugToken",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/generate-debug-token",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/generate-debug-token",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
