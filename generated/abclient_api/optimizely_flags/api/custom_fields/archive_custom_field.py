from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.custom_field import CustomField


def parse(response: Response) -> CustomField:
    """The result in a successful answer."""
    return read_one(response, CustomField)


def request(project_id: int, custom_field_id: int) -> Request[CustomField, CustomField]:
    """Archive a custom field.

    ``POST /projects/{project_id}/custom_fields/{id}/archived``

    Archives a custom field, which is then no longer required.

    Args:
        project_id: Number of the project.
        custom_field_id: Number of the custom field.
    """
    return Request(
        operation="archive_custom_field",
        method="POST",
        path_template="/projects/{project_id}/custom_fields/{id}/archived",
        path=f"/projects/{number('project_id', project_id)}/custom_fields/{number('custom_field_id', custom_field_id)}/archived",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
