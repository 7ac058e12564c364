from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.project import Project


def parse(response: Response) -> Project:
    """The result in a successful answer."""
    return read_one(response, Project)


def request(
    account_id: int,
    project_id: int,
    *,
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
    | None = None,
    expand: Sequence[Literal["default_goals", "default_audiences", "default_locations"]] | None = None,
) -> Request[Project, Project]:
    """Get a project.

    ``GET /accounts/{account_id}/projects/{project_id}``

    Reads one project.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        include: Fields that are left out unless they are named here.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getProject",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}",
        query=query_string(
            ("include[]", include, several(text)),
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
