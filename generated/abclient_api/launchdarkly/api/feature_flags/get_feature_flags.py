from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import flag, query_string, segment, text, whole
from ...._runtime import Request, Response, read_one
from ...models.feature_flags import FeatureFlags

if TYPE_CHECKING:
    from ...models.feature_flag import FeatureFlag


def parse(response: Response) -> FeatureFlags:
    """The result in a successful answer."""
    return read_one(response, FeatureFlags)


def request(
    project_key: str,
    *,
    env: str | None = None,
    tag: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
    archived: bool | None = None,
    summary: bool | None = None,
    filter: str | None = None,
    sort: str | None = None,
    compare: bool | None = None,
    expand: str | None = None,
) -> Request[FeatureFlags, FeatureFlag]:
    """List flags.

    ``GET /api/v2/flags/{projectKey}``

    One page of the flags of a project, 20 by default. Their configuration in environments is there only with
    filterEnv in the filter.

    Args:
        project_key: The project's key.
        env: Comma-separated keys of the environments whose configuration is wanted.
        tag: Only flags with this tag.
        limit: How many items a page may hold. The vendor's default: 20.
        offset: How many items to skip, counted from the first.
        archived: Deprecated; state:archived in the filter says it today.
        summary: Whether rules and targets are left out; false with env brings them.
        filter: Comma-separated field:value pairs, all of which must hold, such as:
            query:checkout,tags:web+beta,hasExperiment:true,filterEnv:production.
        sort: Order of the items, such as name; a minus before it means descending.
        compare: Deprecated; no longer has an effect.
        expand: Comma-separated fields to add to the answer; codeReferences, evaluation and migrationSettings.
    """
    return Request(
        operation="getFeatureFlags",
        method="GET",
        path_template="/api/v2/flags/{projectKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}",
        query=query_string(
            ("env", env, text),
            ("tag", tag, text),
            ("limit", limit, whole(1)),
            ("offset", offset, whole(0)),
            ("archived", archived, flag),
            ("summary", summary, flag),
            ("filter", filter, text),
            ("sort", sort, text),
            ("compare", compare, flag),
            ("expand", expand, text),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=FeatureFlags,
    )
