from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.file_data import FileData


def parse(response: Response) -> FileData:
    """The result in a successful answer."""
    return read_one(response, FileData)


def request(account_id: int, project_id: int, file_key: str) -> Request[FileData, FileData]:
    """Get a file.

    ``GET /accounts/{account_id}/projects/{project_id}/files/{file_key}``

    A stored file with its content.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        file_key: The file's key.
    """
    return Request(
        operation="getFile",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/files/{file_key}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/files/{segment('file_key', file_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
