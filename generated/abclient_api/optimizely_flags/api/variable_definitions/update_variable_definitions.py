from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number, segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.variable_definitions import VariableDefinitions

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody
    from ...models.variable_definition import VariableDefinition


def parse(response: Response) -> VariableDefinitions:
    """The result in a successful answer."""
    return read_one(response, VariableDefinitions)


def request(
    project_id: int, flag_key: str, *, body: list[PatchRequestBody]
) -> Request[VariableDefinitions, VariableDefinition]:
    """Change variables.

    ``PATCH /projects/{project_id}/flags/{flag_key}/variable_definitions``

    Changes variables of a flag by a JSON patch whose paths begin with the key of a variable.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="update_variable_definitions",
        method="PATCH",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
        items="items",
        page=VariableDefinitions,
    )
