from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.custom_field import CustomField

if TYPE_CHECKING:
    from ...models.custom_field_update_request_body import CustomFieldUpdateRequestBody


def parse(response: Response) -> CustomField:
    """The result in a successful answer."""
    return read_one(response, CustomField)


def request(
    project_id: int, custom_field_id: int, *, body: CustomFieldUpdateRequestBody
) -> Request[CustomField, CustomField]:
    """Change a custom field.

    ``PATCH /projects/{project_id}/custom_fields/{id}``

    Changes name, description or whether flags must have a value; key and type stay.

    Args:
        project_id: Number of the project.
        custom_field_id: Number of the custom field.
        body: what to send.
    """
    return Request(
        operation="update_custom_field",
        method="PATCH",
        path_template="/projects/{project_id}/custom_fields/{id}",
        path=f"/projects/{number('project_id', project_id)}/custom_fields/{number('custom_field_id', custom_field_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
