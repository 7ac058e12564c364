from __future__ import annotations

from typing import TYPE_CHECKING, Any, Never

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_object

if TYPE_CHECKING:
    from ...models.export_project_request_data import ExportProjectRequestData


def parse(response: Response) -> dict[str, Any]:
    """The result in a successful answer."""
    return read_object(response)


def request(account_id: int, project_id: int, *, body: ExportProjectRequestData) -> Request[dict[str, Any], Never]:
    """Export a project.

    ``POST /accounts/{account_id}/projects/{project_id}/export``

    A project and what it holds, to be imported elsewhere.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="exportProject",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/export",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/export",
        headers=(
            ("accept", "download/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
