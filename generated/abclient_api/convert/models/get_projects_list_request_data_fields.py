from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .tracking_script_version_filter import TrackingScriptVersionFilter


class GetProjectsListRequestDataFields(TypedDict, total=False):
    """Which projects, and which page of them.

    The fields of ``GetProjectsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "inactive"]] | None
    """The status."""
    search: str | None
    """Only those with this text."""
    legacy_script: bool | None
    """Whether the script is the one of before 2021."""
    tracking_script_release_type: Sequence[Literal["manual", "latest", "scheduled"]] | None
    """Only projects whose script is applied in one of these ways."""
    tracking_script_version: TrackingScriptVersionFilter | Model | Mapping[str, Any] | None
    """Only projects with, or without, this version of the script."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
    sort_by: Literal["id", "active_tests", "project_name", "project_type", "status", "used_visitors"] | None
    """The order of the list. The vendor's default: 'id'."""
    project_type: Sequence[Literal["web", "fullstack"]] | None
    """Whether it is for web pages or for code."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[
        Literal[
            "global_javascript",
            "domains",
            "stats.usage",
            "stats.active_experiences_count",
            "stats.active_experiments_count",
            "stats.experiences_count",
            "stats.segments_count",
            "stats.active_segments_count",
            "stats.active_goals_count",
            "stats.google_analytics",
            "stats.visitor_data",
            "stats.visitor_insights",
            "default_goals",
            "default_audiences",
            "default_locations",
            "settings.tracking_script.available_versions",
        ]
    ]
    """Fields that are left out unless they are named here."""
    expand: Sequence[Literal["default_goals", "default_audiences", "default_locations"]]
    """Fields in which objects are given in place of their ids."""
