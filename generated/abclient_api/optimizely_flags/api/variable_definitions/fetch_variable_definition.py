from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.variable_definition import VariableDefinition


def parse(response: Response) -> VariableDefinition:
    """The result in a successful answer."""
    return read_one(response, VariableDefinition)


def request(
    project_id: int, flag_key: str, variable_definition_key: str
) -> Request[VariableDefinition, VariableDefinition]:
    """Get a variable.

    ``GET /projects/{project_id}/flags/{flag_key}/variable_definitions/{variable_definition_key}``

    One variable of a flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        variable_definition_key: Key of the variable.
    """
    return Request(
        operation="fetch_variable_definition",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions/{variable_definition_key}",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions/{segment('variable_definition_key', variable_definition_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
