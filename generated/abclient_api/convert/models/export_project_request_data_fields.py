from collections.abc import Mapping
from typing import Any, TypedDict

from ..._models import Model
from .project_export_object import ProjectExportObject


class ExportProjectRequestDataFields(TypedDict, total=False):
    """What to export of a project.

    The fields of ``ExportProjectRequestData``, by keyword.
    """

    include_project: bool
    """Whether settings of the project itself are exported. The vendor's default: True."""
    experiences: ProjectExportObject | Model | Mapping[str, Any]
    """Which experiences are exported."""
    audiences: ProjectExportObject | Model | Mapping[str, Any]
    """Which audiences are exported."""
    locations: ProjectExportObject | Model | Mapping[str, Any]
    """Which locations are exported."""
    goals: ProjectExportObject | Model | Mapping[str, Any]
    """Which goals are exported."""
    hypothesis: ProjectExportObject | Model | Mapping[str, Any]
    """Which hypotheses are exported."""
