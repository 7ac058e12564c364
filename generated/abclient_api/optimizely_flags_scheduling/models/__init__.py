"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .approvers_response import ApproversResponse as ApproversResponse
    from .entity_approval_settings import EntityApprovalSettings as EntityApprovalSettings
    from .entity_approval_settings_create import EntityApprovalSettingsCreate as EntityApprovalSettingsCreate
    from .entity_approval_settings_response import EntityApprovalSettingsResponse as EntityApprovalSettingsResponse
    from .environment_approval_settings import EnvironmentApprovalSettings as EnvironmentApprovalSettings
    from .environment_approval_settings_create import (
        EnvironmentApprovalSettingsCreate as EnvironmentApprovalSettingsCreate,
    )
    from .environment_approval_settings_response import (
        EnvironmentApprovalSettingsResponse as EnvironmentApprovalSettingsResponse,
    )
    from .environment_approval_settings_update import (
        EnvironmentApprovalSettingsUpdate as EnvironmentApprovalSettingsUpdate,
    )
    from .error_response import ErrorResponse as ErrorResponse
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .paginated_schedules_response import PaginatedSchedulesResponse as PaginatedSchedulesResponse
    from .schedule_action import ScheduleAction as ScheduleAction
    from .schedule_action_input import ScheduleActionInput as ScheduleActionInput
    from .schedule_subject import ScheduleSubject as ScheduleSubject
    from .schedule_subject_input import ScheduleSubjectInput as ScheduleSubjectInput
    from .scheduled_change import ScheduledChange as ScheduledChange
    from .scheduled_change_create_request import ScheduledChangeCreateRequest as ScheduledChangeCreateRequest
    from .scheduled_change_create_request_fields import (
        ScheduledChangeCreateRequestFields as ScheduledChangeCreateRequestFields,
    )
    from .scheduled_change_update_request import ScheduledChangeUpdateRequest as ScheduledChangeUpdateRequest
    from .scheduled_change_update_request_fields import (
        ScheduledChangeUpdateRequestFields as ScheduledChangeUpdateRequestFields,
    )
    from .scheduled_time import ScheduledTime as ScheduledTime
    from .scheduled_time_with_utc import ScheduledTimeWithUTC as ScheduledTimeWithUTC
    from .validation_error import ValidationError as ValidationError

_MODULES = {
    "ApproversResponse": "approvers_response",
    "EntityApprovalSettings": "entity_approval_settings",
    "EntityApprovalSettingsCreate": "entity_approval_settings_create",
    "EntityApprovalSettingsResponse": "entity_approval_settings_response",
    "EnvironmentApprovalSettings": "environment_approval_settings",
    "EnvironmentApprovalSettingsCreate": "environment_approval_settings_create",
    "EnvironmentApprovalSettingsResponse": "environment_approval_settings_response",
    "EnvironmentApprovalSettingsUpdate": "environment_approval_settings_update",
    "ErrorResponse": "error_response",
    "HTTPValidationError": "http_validation_error",
    "PaginatedSchedulesResponse": "paginated_schedules_response",
    "ScheduleAction": "schedule_action",
    "ScheduleActionInput": "schedule_action_input",
    "ScheduledChange": "scheduled_change",
    "ScheduledChangeCreateRequest": "scheduled_change_create_request",
    "ScheduledChangeCreateRequestFields": "scheduled_change_create_request_fields",
    "ScheduledChangeUpdateRequest": "scheduled_change_update_request",
    "ScheduledChangeUpdateRequestFields": "scheduled_change_update_request_fields",
    "ScheduledTime": "scheduled_time",
    "ScheduledTimeWithUTC": "scheduled_time_with_utc",
    "ScheduleSubject": "schedule_subject",
    "ScheduleSubjectInput": "schedule_subject_input",
    "ValidationError": "validation_error",
}

__all__: tuple[str, ...] = (
    "ApproversResponse",
    "EntityApprovalSettings",
    "EntityApprovalSettingsCreate",
    "EntityApprovalSettingsResponse",
    "EnvironmentApprovalSettings",
    "EnvironmentApprovalSettingsCreate",
    "EnvironmentApprovalSettingsResponse",
    "EnvironmentApprovalSettingsUpdate",
    "ErrorResponse",
    "HTTPValidationError",
    "PaginatedSchedulesResponse",
    "ScheduleAction",
    "ScheduleActionInput",
    "ScheduledChange",
    "ScheduledChangeCreateRequest",
    "ScheduledChangeCreateRequestFields",
    "ScheduledChangeUpdateRequest",
    "ScheduledChangeUpdateRequestFields",
    "ScheduledTime",
    "ScheduledTimeWithUTC",
    "ScheduleSubject",
    "ScheduleSubjectInput",
    "ValidationError",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
