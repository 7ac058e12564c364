from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.custom_field import CustomField

if TYPE_CHECKING:
    from ...models.custom_field_request_body import CustomFieldRequestBody


def parse(response: Response) -> CustomField:
    """The result in a successful answer."""
    return read_one(response, CustomField)


def request(project_id: int, *, body: CustomFieldRequestBody) -> Request[CustomField, CustomField]:
    """Create a custom field.

    ``POST /projects/{project_id}/custom_fields``

    Makes a custom field.

    Args:
        project_id: Number of the project.
        body: what to send.
    """
    return Request(
        operation="create_custom_field",
        method="POST",
        path_template="/projects/{project_id}/custom_fields",
        path=f"/projects/{number('project_id', project_id)}/custom_fields",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
