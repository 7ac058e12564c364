from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetProjectsListRequestData(Body):
    """Which projects, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "sort_direction": "sort_direction",
        "status": "status",
        "search": "search",
        "legacy_script": "legacy_script",
        "tracking_script_release_type": "tracking_script_release_type",
        "tracking_script_version": "tracking_script_version",
        "only": "only",
        "except_": "except",
        "sort_by": "sort_by",
        "project_type": "project_type",
        "page": "page",
        "include": "include",
        "expand": "expand",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: list[Literal["active", "inactive"]] | None | Unset = UNSET
    """Only projects with one of these statuses."""
    search: str | None | Unset = UNSET
    """Only projects in which this text is found, of at most 200 characters."""
    legacy_script: bool | None | Unset = UNSET
    """Only projects with the older tracking script; with false, only the others."""
    tracking_script_release_type: list[Literal["manual", "latest", "scheduled"]] | None | Unset = UNSET
    """Only projects to which new versions of the tracking script are applied in one of these ways."""
    tracking_script_version: TrackingScriptVersionFilter | None | Unset = UNSET
    """Only projects with this version of the tracking script, or without it."""
    only: list[int] | None | Unset = UNSET
    """Only projects with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No projects with these ids, at most 100."""
    sort_by: Literal["id", "active_tests", "project_name", "project_type", "status", "used_visitors"] | None | Unset = (
        UNSET
    )
    """What the list is sorted by: id, running tests, name, type, status or used visitors. The vendor's default:
    'id'."""
    project_type: list[Literal["web", "fullstack"]] | None | Unset = UNSET
    """Only projects for web pages (`web`), or for code (`fullstack`)."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    include: (
        list[
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
        | Unset
    ) = UNSET
    """Optional fields that projects are to have; all others are left out."""
    expand: list[Literal["default_goals", "default_audiences", "default_locations"]] | Unset = UNSET
    """Fields that are to hold objects in place of their ids."""


from .tracking_script_version_filter import TrackingScriptVersionFilter
