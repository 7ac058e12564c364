from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.custom_field import CustomField


def parse(response: Response) -> CustomField:
    """The result in a successful answer."""
    return read_one(response, CustomField)


def request(project_id: int, custom_field_id: int) -> Request[CustomField, CustomField]:
    """Unarchive a custom field.

    ``POST /projects/{project_id}/custom_fields/{id}/unarchived``

    Brings a custom field back from the archive.

    Args:
        project_id: Number of the project.
        custom_field_id: Number of the custom field.
    """
    return Request(
        operation="unarchive_custom_field",
        method="POST",
        path_template="/projects/{project_id}/custom_fields/{id}/unarchived",
        path=f"/projects/{number('project_id', project_id)}/custom_fields/{number('custom_field_id', custom_field_id)}/unarchived",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
