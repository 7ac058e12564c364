from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime import Request, Response, read_one
from ...models.access_roles_list_response_data import AccessRolesListResponseData

if TYPE_CHECKING:
    from ...models.access_role import AccessRole


def parse(response: Response) -> AccessRolesListResponseData:
    """The result in a successful answer."""
    return read_one(response, AccessRolesListResponseData)


def request() -> Request[AccessRolesListResponseData, AccessRole]:
    """List roles.

    ``GET /access-roles``

    The roles, and what they may do.
    """
    return Request(
        operation="getAccessRoles",
        method="GET",
        path_template="/access-roles",
        path="/access-roles",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="data",
        page=AccessRolesListResponseData,
    )
