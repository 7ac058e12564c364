from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .tracking_script_version_filter import TrackingScriptVersionFilter


class GetProjectsListRequestDataFields(TypedDict, total=False):
    """Which projects, and which page of them.

    The fields of ``GetProjectsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "inactive"]] | None
    """Only projects with one of these statuses."""
    search: str | None
    """Only projects in which this text is found, of at most 200 characters."""
    legacy_script: bool | None
    """Only projects with the older tracking script; with false, only the others."""
    tracking_script_release_type: Sequence[Literal["manual", "latest", "scheduled"]] | None
    """Only projects to which new versions of the tracking script are applied in one of these ways."""
    tracking_script_version: TrackingScriptVersionFilter | Model | Mapping[str, Any] | None
    """Only projects with this version of the tracking script, or without it."""
    only: Sequence[int] | None
    """Only projects with these ids, at most 100."""
    except_: Sequence[int]
    """No projects with these ids, at most 100."""
    sort_by: Literal["id", "active_tests", "project_name", "project_type", "status", "used_visitors"] | None
    """What the list is sorted by: id, running tests, name, type, status or used visitors. The vendor's default:
    'id'."""
    project_type: Sequence[Literal["web", "fullstack"]] | None
    """Only projects for web pages (`web`), or for code (`fullstack`)."""
    page: int
    """Which page, from 1."""
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
    """Optional fields that projects are to have; all others are left out."""
    expand: Sequence[Literal["default_goals", "default_audiences", "default_locations"]]
    """Fields that are to hold objects in place of their ids."""
