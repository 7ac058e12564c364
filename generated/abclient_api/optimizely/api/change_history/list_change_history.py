from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from ...._arguments import moment, query_string, several, text, whole
from ...._runtime import Request, Response, read_list
from ...models.change_history_change import ChangeHistoryChange


def parse(response: Response) -> list[ChangeHistoryChange]:
    """The result in a successful answer."""
    return read_list(response, ChangeHistoryChange)


def request(
    *,
    project_id: int,
    id: Sequence[int] | None = None,
    start_time: datetime.datetime | None = None,
    end_time: datetime.datetime | None = None,
    user: Sequence[str] | None = None,
    entity_type: Sequence[
        Literal[
            "attribute",
            "audience",
            "campaign",
            "custom_field",
            "environment",
            "event",
            "experiment",
            "extension",
            "feature",
            "flag",
            "group",
            "list_attribute",
            "metrics",
            "page",
            "project",
            "report",
            "rule",
            "ruleset",
            "section",
            "tag",
            "variation",
            "variable",
            "permission",
            "team",
            "metric",
            "metric_set",
            "experiment:a/b",
            "experiment:multiarmed_bandit",
            "experiment:multivariate",
            "experiment:personalization",
        ]
    ]
    | None = None,
    source: str | None = None,
    entity: Sequence[str] | None = None,
    page: int | None = None,
    per_page: int | None = None,
) -> Request[list[ChangeHistoryChange], ChangeHistoryChange]:
    """List the changes of a project.

    ``GET /changes``

    The history of a project, page by page; empty after the last page. No errors are declared.

    Args:
        project_id: Project whose items are listed.
        id: Only the entries with these identifiers.
        start_time: Only entries from then on, UTC.
        end_time: Only entries before then, UTC.
        user: Only entries of the users with these e-mail addresses.
        entity_type: Only entries on entities of these kinds.
        source: Only entries from there; entries have `ui` or `api`.
        entity: Only entries on these entities: kind and identifier, such as `experiment:123`.
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
    """
    return Request(
        operation="list_change_history",
        method="GET",
        path_template="/changes",
        path="/changes",
        query=query_string(
            ("project_id", project_id, whole(0)),
            ("id", id, several(whole(0))),
            ("start_time", start_time, moment),
            ("end_time", end_time, moment),
            ("user", user, several(text)),
            ("entity_type", entity_type, several(text)),
            ("source", source, text),
            ("entity", entity, several(text)),
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=ChangeHistoryChange,
    )
