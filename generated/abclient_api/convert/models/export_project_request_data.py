from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExportProjectRequestData(Body):
    """What to export of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "include_project": "includeProject",
        "experiences": "experiences",
        "audiences": "audiences",
        "locations": "locations",
        "goals": "goals",
        "hypothesis": "hypothesis",
    }

    include_project: bool | Unset = UNSET
    """Whether settings of the project itself are exported. The vendor's default: True."""
    experiences: ProjectExportObject | Unset = UNSET
    """Which experiences are exported."""
    audiences: ProjectExportObject | Unset = UNSET
    """Which audiences are exported."""
    locations: ProjectExportObject | Unset = UNSET
    """Which locations are exported."""
    goals: ProjectExportObject | Unset = UNSET
    """Which goals are exported."""
    hypothesis: ProjectExportObject | Unset = UNSET
    """Which hypotheses are exported."""


from .project_export_object import ProjectExportObject
