"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audience import Audience as Audience
    from .audience_create import AudienceCreate as AudienceCreate
    from .audience_create_fields import AudienceCreateFields as AudienceCreateFields
    from .audience_update import AudienceUpdate as AudienceUpdate
    from .audience_update_fields import AudienceUpdateFields as AudienceUpdateFields
    from .dimension import Dimension as Dimension
    from .dimension_create import DimensionCreate as DimensionCreate
    from .dimension_create_fields import DimensionCreateFields as DimensionCreateFields
    from .dimension_update import DimensionUpdate as DimensionUpdate
    from .dimension_update_fields import DimensionUpdateFields as DimensionUpdateFields
    from .experiment import Experiment as Experiment
    from .experiment_create import ExperimentCreate as ExperimentCreate
    from .experiment_create_fields import ExperimentCreateFields as ExperimentCreateFields
    from .experiment_update import ExperimentUpdate as ExperimentUpdate
    from .experiment_update_fields import ExperimentUpdateFields as ExperimentUpdateFields
    from .goal import Goal as Goal
    from .goal_create import GoalCreate as GoalCreate
    from .goal_create_fields import GoalCreateFields as GoalCreateFields
    from .goal_update import GoalUpdate as GoalUpdate
    from .goal_update_fields import GoalUpdateFields as GoalUpdateFields
    from .project import Project as Project
    from .project_create import ProjectCreate as ProjectCreate
    from .project_create_fields import ProjectCreateFields as ProjectCreateFields
    from .project_update import ProjectUpdate as ProjectUpdate
    from .project_update_fields import ProjectUpdateFields as ProjectUpdateFields
    from .result import Result as Result
    from .schedule import Schedule as Schedule
    from .schedule_create import ScheduleCreate as ScheduleCreate
    from .schedule_create_fields import ScheduleCreateFields as ScheduleCreateFields
    from .schedule_update import ScheduleUpdate as ScheduleUpdate
    from .schedule_update_fields import ScheduleUpdateFields as ScheduleUpdateFields
    from .stat import Stat as Stat
    from .targeting_list import TargetingList as TargetingList
    from .targeting_list_create import TargetingListCreate as TargetingListCreate
    from .targeting_list_create_fields import TargetingListCreateFields as TargetingListCreateFields
    from .targeting_list_update import TargetingListUpdate as TargetingListUpdate
    from .targeting_list_update_fields import TargetingListUpdateFields as TargetingListUpdateFields
    from .url_condition import UrlCondition as UrlCondition
    from .url_condition_input import UrlConditionInput as UrlConditionInput
    from .variation import Variation as Variation
    from .variation_create import VariationCreate as VariationCreate
    from .variation_create_fields import VariationCreateFields as VariationCreateFields
    from .variation_update import VariationUpdate as VariationUpdate
    from .variation_update_fields import VariationUpdateFields as VariationUpdateFields

_MODULES = {
    "Audience": "audience",
    "AudienceCreate": "audience_create",
    "AudienceCreateFields": "audience_create_fields",
    "AudienceUpdate": "audience_update",
    "AudienceUpdateFields": "audience_update_fields",
    "Dimension": "dimension",
    "DimensionCreate": "dimension_create",
    "DimensionCreateFields": "dimension_create_fields",
    "DimensionUpdate": "dimension_update",
    "DimensionUpdateFields": "dimension_update_fields",
    "Experiment": "experiment",
    "ExperimentCreate": "experiment_create",
    "ExperimentCreateFields": "experiment_create_fields",
    "ExperimentUpdate": "experiment_update",
    "ExperimentUpdateFields": "experiment_update_fields",
    "Goal": "goal",
    "GoalCreate": "goal_create",
    "GoalCreateFields": "goal_create_fields",
    "GoalUpdate": "goal_update",
    "GoalUpdateFields": "goal_update_fields",
    "Project": "project",
    "ProjectCreate": "project_create",
    "ProjectCreateFields": "project_create_fields",
    "ProjectUpdate": "project_update",
    "ProjectUpdateFields": "project_update_fields",
    "Result": "result",
    "Schedule": "schedule",
    "ScheduleCreate": "schedule_create",
    "ScheduleCreateFields": "schedule_create_fields",
    "ScheduleUpdate": "schedule_update",
    "ScheduleUpdateFields": "schedule_update_fields",
    "Stat": "stat",
    "TargetingList": "targeting_list",
    "TargetingListCreate": "targeting_list_create",
    "TargetingListCreateFields": "targeting_list_create_fields",
    "TargetingListUpdate": "targeting_list_update",
    "TargetingListUpdateFields": "targeting_list_update_fields",
    "UrlCondition": "url_condition",
    "UrlConditionInput": "url_condition_input",
    "Variation": "variation",
    "VariationCreate": "variation_create",
    "VariationCreateFields": "variation_create_fields",
    "VariationUpdate": "variation_update",
    "VariationUpdateFields": "variation_update_fields",
}

__all__: tuple[str, ...] = (
    "Audience",
    "AudienceCreate",
    "AudienceCreateFields",
    "AudienceUpdate",
    "AudienceUpdateFields",
    "Dimension",
    "DimensionCreate",
    "DimensionCreateFields",
    "DimensionUpdate",
    "DimensionUpdateFields",
    "Experiment",
    "ExperimentCreate",
    "ExperimentCreateFields",
    "ExperimentUpdate",
    "ExperimentUpdateFields",
    "Goal",
    "GoalCreate",
    "GoalCreateFields",
    "GoalUpdate",
    "GoalUpdateFields",
    "Project",
    "ProjectCreate",
    "ProjectCreateFields",
    "ProjectUpdate",
    "ProjectUpdateFields",
    "Result",
    "Schedule",
    "ScheduleCreate",
    "ScheduleCreateFields",
    "ScheduleUpdate",
    "ScheduleUpdateFields",
    "Stat",
    "TargetingList",
    "TargetingListCreate",
    "TargetingListCreateFields",
    "TargetingListUpdate",
    "TargetingListUpdateFields",
    "UrlCondition",
    "UrlConditionInput",
    "Variation",
    "VariationCreate",
    "VariationCreateFields",
    "VariationUpdate",
    "VariationUpdateFields",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
