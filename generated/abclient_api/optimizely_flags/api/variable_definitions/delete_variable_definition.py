from __future__ import annotations

from typing import Never

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_id: int, flag_key: str, variable_definition_key: str) -> Request[None, Never]:
    """Delete a variable.

    ``DELETE /projects/{project_id}/flags/{flag_key}/variable_definitions/{variable_definition_key}``

    Deletes a variable of a flag for good.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        variable_definition_key: Key of the variable.
    """
    return Request(
        operation="delete_variable_definition",
        method="DELETE",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions/{variable_definition_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions/{segment('variable_definition_key', variable_definition_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
