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
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None | Unset = UNSET
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: list[Literal["active", "inactive"]] | None | Unset = UNSET
    """The status."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
    legacy_script: bool | None | Unset = UNSET
    """Whether the script is the one of before 2021."""
    tracking_script_release_type: list[Literal["manual", "latest", "scheduled"]] | None | Unset = UNSET
    """Only projects whose script is applied in one of these ways."""
    tracking_script_version: TrackingScriptVersionFilter | None | Unset = UNSET
    """Only projects with, or without, this version of the script."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
    sort_by: Literal["id", "active_tests", "project_name", "project_type", "status", "used_visitors"] | None | Unset = (
        UNSET
    )
    """The order of the list. The vendor's default: 'id'."""
    project_type: list[Literal["web", "fullstack"]] | None | Unset = UNSET
    """Whether it is for web pages or for code."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
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
    """Fields that are left out unless they are named here."""
    expand: list[Literal["default_goals", "default_audiences", "default_locations"]] | Unset = UNSET
    """Fields in which objects are given in place of their ids."""


from .tracking_script_version_filter import TrackingScriptVersionFilter
