from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import flag, number, query_string, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.custom_fields_list import CustomFieldsList

if TYPE_CHECKING:
    from ...models.custom_field import CustomField


def parse(response: Response) -> CustomFieldsList:
    """The result in a successful answer."""
    return read_one(response, CustomFieldsList)


def request(
    project_id: int,
    *,
    per_page: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
    query: str | None = None,
    sort: Sequence[
        Literal[
            "name:asc",
            "name:desc",
            "key:asc",
            "key:desc",
            "created_time:asc",
            "created_time:desc",
            "updated_time:asc",
            "updated_time:desc",
        ]
    ]
    | None = None,
    archived: bool | None = None,
    key: str | None = None,
    entity_type: Literal["flag"] | None = None,
    field_type: Literal["text", "number", "boolean", "link", "label"] | None = None,
) -> Request[CustomFieldsList, CustomField]:
    """List custom fields.

    ``GET /projects/{project_id}/custom_fields``

    Custom fields of a project, page by page.

    Args:
        project_id: Number of the project.
        per_page: Size of the page.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        query: Only those whose name, key or description contains this text.
        sort: Order, as field and direction; the first counts most.
        archived: Only archived ones, or only others.
        key: Only the one with this key.
        entity_type: Only those of this kind of entity.
        field_type: Only those of this type.
    """
    return Request(
        operation="list_custom_fields",
        method="GET",
        path_template="/projects/{project_id}/custom_fields",
        path=f"/projects/{number('project_id', project_id)}/custom_fields",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("query", query, text),
            ("sort", sort, several(text)),
            ("archived", archived, flag),
            ("key", key, text),
            ("entity_type", entity_type, text),
            ("field_type", field_type, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=CustomFieldsList,
    )
