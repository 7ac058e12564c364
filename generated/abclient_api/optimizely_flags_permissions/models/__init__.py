"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .entity_permissions_response import EntityPermissionsResponse as EntityPermissionsResponse
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .patch_operation import PatchOperation as PatchOperation
    from .team_create_request import TeamCreateRequest as TeamCreateRequest
    from .team_create_request_fields import TeamCreateRequestFields as TeamCreateRequestFields
    from .team_create_response import TeamCreateResponse as TeamCreateResponse
    from .team_info import TeamInfo as TeamInfo
    from .team_info_response import TeamInfoResponse as TeamInfoResponse
    from .team_permission import TeamPermission as TeamPermission
    from .team_permission_item import TeamPermissionItem as TeamPermissionItem
    from .team_permissions_for_entity_type_response import (
        TeamPermissionsForEntityTypeResponse as TeamPermissionsForEntityTypeResponse,
    )
    from .team_update_request import TeamUpdateRequest as TeamUpdateRequest
    from .team_update_request_fields import TeamUpdateRequestFields as TeamUpdateRequestFields
    from .team_update_response import TeamUpdateResponse as TeamUpdateResponse
    from .team_user import TeamUser as TeamUser
    from .user_permission import UserPermission as UserPermission
    from .user_permission_item import UserPermissionItem as UserPermissionItem
    from .user_permissions_for_entity_type_response import (
        UserPermissionsForEntityTypeResponse as UserPermissionsForEntityTypeResponse,
    )
    from .validation_error import ValidationError as ValidationError

_MODULES = {
    "EntityPermissionsResponse": "entity_permissions_response",
    "HTTPValidationError": "http_validation_error",
    "PatchOperation": "patch_operation",
    "TeamCreateRequest": "team_create_request",
    "TeamCreateRequestFields": "team_create_request_fields",
    "TeamCreateResponse": "team_create_response",
    "TeamInfo": "team_info",
    "TeamInfoResponse": "team_info_response",
    "TeamPermission": "team_permission",
    "TeamPermissionItem": "team_permission_item",
    "TeamPermissionsForEntityTypeResponse": "team_permissions_for_entity_type_response",
    "TeamUpdateRequest": "team_update_request",
    "TeamUpdateRequestFields": "team_update_request_fields",
    "TeamUpdateResponse": "team_update_response",
    "TeamUser": "team_user",
    "UserPermission": "user_permission",
    "UserPermissionItem": "user_permission_item",
    "UserPermissionsForEntityTypeResponse": "user_permissions_for_entity_type_response",
    "ValidationError": "validation_error",
}

__all__: tuple[str, ...] = (
    "EntityPermissionsResponse",
    "HTTPValidationError",
    "PatchOperation",
    "TeamCreateRequest",
    "TeamCreateRequestFields",
    "TeamCreateResponse",
    "TeamInfo",
    "TeamInfoResponse",
    "TeamPermission",
    "TeamPermissionItem",
    "TeamPermissionsForEntityTypeResponse",
    "TeamUpdateRequest",
    "TeamUpdateRequestFields",
    "TeamUpdateResponse",
    "TeamUser",
    "UserPermission",
    "UserPermissionItem",
    "UserPermissionsForEntityTypeResponse",
    "ValidationError",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
