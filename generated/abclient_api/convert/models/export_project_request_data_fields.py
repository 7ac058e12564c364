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
    """Experiences by id."""
    audiences: ProjectExportObject | Model | Mapping[str, Any]
    """Audiences by id."""
    locations: ProjectExportObject | Model | Mapping[str, Any]
    """Locations by id."""
    goals: ProjectExportObject | Model | Mapping[str, Any]
    """Goals by id."""
    hypothesis: ProjectExportObject | Model | Mapping[str, Any]
    """What may be done with hypotheses."""
