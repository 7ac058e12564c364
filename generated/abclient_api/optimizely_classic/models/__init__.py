"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audience import Audience as Audience
    from .audience_create import AudienceCreate as AudienceCreate
    from .audience_update import AudienceUpdate as AudienceUpdate
    from .dimension import Dimension as Dimension
    from .dimension_create import DimensionCreate as DimensionCreate
    from .dimension_update import DimensionUpdate as DimensionUpdate
    from .experiment import Experiment as Experiment
    from .experiment_create import ExperimentCreate as ExperimentCreate
    from .experiment_update import ExperimentUpdate as ExperimentUpdate
    from .goal import Goal as Goal
    from .goal_create import GoalCreate as GoalCreate
    from .goal_update import GoalUpdate as GoalUpdate
    from .project import Project as Project
    from .project_create import ProjectCreate as ProjectCreate
    from .project_update import ProjectUpdate as ProjectUpdate
    from .result import Result as Result
    from .schedule import Schedule as Schedule
    from .schedule_create import ScheduleCreate as ScheduleCreate
    from .schedule_update import ScheduleUpdate as ScheduleUpdate
    from .stat import Stat as Stat
    from .targeting_list import TargetingList as TargetingList
    from .targeting_list_create import TargetingListCreate as TargetingListCreate
    from .targeting_list_update import TargetingListUpdate as TargetingListUpdate
    from .url_condition import UrlCondition as UrlCondition
    from .url_condition_input import UrlConditionInput as UrlConditionInput
    from .variation import Variation as Variation
    from .variation_create import VariationCreate as VariationCreate
    from .variation_update import VariationUpdate as VariationUpdate

_MODULES = {
    "Audience": "audience",
    "AudienceCreate": "audience_create",
    "AudienceUpdate": "audience_update",
    "Dimension": "dimension",
    "DimensionCreate": "dimension_create",
    "DimensionUpdate": "dimension_update",
    "Experiment": "experiment",
    "ExperimentCreate": "experiment_create",
    "ExperimentUpdate": "experiment_update",
    "Goal": "goal",
    "GoalCreate": "goal_create",
    "GoalUpdate": "goal_update",
    "Project": "project",
    "ProjectCreate": "project_create",
    "ProjectUpdate": "project_update",
    "Result": "result",
    "Schedule": "schedule",
    "ScheduleCreate": "schedule_create",
    "ScheduleUpdate": "schedule_update",
    "Stat": "stat",
    "TargetingList": "targeting_list",
    "TargetingListCreate": "targeting_list_create",
    "TargetingListUpdate": "targeting_list_update",
    "UrlCondition": "url_condition",
    "UrlConditionInput": "url_condition_input",
    "Variation": "variation",
    "VariationCreate": "variation_create",
    "VariationUpdate": "variation_update",
}

__all__ = (
    "Audience",
    "AudienceCreate",
    "AudienceUpdate",
    "Dimension",
    "DimensionCreate",
    "DimensionUpdate",
    "Experiment",
    "ExperimentCreate",
    "ExperimentUpdate",
    "Goal",
    "GoalCreate",
    "GoalUpdate",
    "Project",
    "ProjectCreate",
    "ProjectUpdate",
    "Result",
    "Schedule",
    "ScheduleCreate",
    "ScheduleUpdate",
    "Stat",
    "TargetingList",
    "TargetingListCreate",
    "TargetingListUpdate",
    "UrlCondition",
    "UrlConditionInput",
    "Variation",
    "VariationCreate",
    "VariationUpdate",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
