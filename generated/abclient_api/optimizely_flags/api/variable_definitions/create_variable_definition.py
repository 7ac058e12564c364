from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.variable_definition import VariableDefinition

if TYPE_CHECKING:
    from ...models.variable_definition_input import VariableDefinitionInput


def parse(response: Response) -> VariableDefinition:
    """The result in a successful answer."""
    return read_one(response, VariableDefinition)


def request(
    project_id: int, flag_key: str, *, body: VariableDefinitionInput
) -> Request[VariableDefinition, VariableDefinition]:
    """Create a variable.

    ``POST /projects/{project_id}/flags/{flag_key}/variable_definitions``

    Makes a variable of a flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="create_variable_definition",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
