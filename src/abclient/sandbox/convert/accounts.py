"""The account that credentials reach, and what the vendor itself brings."""

from __future__ import annotations

import time
from typing import Any

from starlette.responses import Response

from ..shapes import Shape, anything, boolean, integer, list_of, one_of, optional, text
from ..vendor import Call, json_response
from ..world import World
from . import kinds, store
from .lists import body_of, in_fields, paged
from .views import asked_in_url, view


def _account() -> dict[str, Any]:
    return {
        "id": store.ACCOUNT,
        "accountType": "main",
        "name": "Sandbox",
        "accessRole": "account_manager",
        "access_all_projects": True,
    }


def accounts(world: World, call: Call) -> Response:
    """The one account there is."""
    return json_response({"data": [_account()]})


def details(world: World, call: Call) -> Response:
    """The account with its settings."""
    store.check_account(call.path)
    shown: dict[str, Any] = {**_account(), "settings": {"blocked_ips": {"single": [], "range": []}}}
    if "stats" in asked_in_url(call, "include"):
        running = [one for one in store.documents(world, "experience").find() if one["status"] == "active"]
        shown["stats"] = {
            "active_projects_count": store.documents(world, "project").count(),
            "experiences_count": store.documents(world, "experience").count(),
            "active_experiences_count": len(running),
        }
    return json_response({"data": shown})


_FILTERS: Shape = {
    **{name: optional(integer) for name in ("page", "results_per_page")},
    **{name: optional(list_of(anything)) for name in ("projects", "type", "include", "expand")},
    "onlyCount": optional(boolean),
    "search": optional(text),
    "sort_by": optional(text),
    "sort_direction": optional(one_of("asc", "desc")),
}
_SIFT = in_fields(projects="_project", type="type")


def experiences(world: World, call: Call) -> Response:
    """The active and completed experiences of all projects."""
    store.check_account(call.path)
    asked = body_of(call, _FILTERS)
    found = [
        one
        for one in store.documents(world, "experience").find()
        if one["status"] in {"active", "completed"} and _SIFT(world, one, asked)
    ]
    include: list[str] = asked.get("include") or []
    expand: list[str] = asked.get("expand") or []
    return paged(kinds.EXPERIENCE, found, asked, lambda one: view(world, kinds.EXPERIENCE, one, include, expand))


def debug_token(world: World, call: Call) -> Response:
    """A token of the debugger."""
    project = store.project_of(world, call.path)
    return json_response(
        {"data": {"value": f"debug-{project['id']}-{store.new_id(world)}", "ttl": int(time.time()) + 3600}}
    )


def _preset(number: int, name: str, rule_type: str, value: Any) -> dict[str, Any]:
    rule = {"rule_type": rule_type, "matching": {"match_type": "equals", "negated": False}, "value": value}
    return {
        "id": number,
        "name": name,
        "description": name,
        "stats": {"experiences_usage": 0},
        "rules": {"OR": [{"AND": [{"OR_WHEN": [rule]}]}]},
    }


def audience_presets(world: World, call: Call) -> Response:
    """Audiences of the vendor's."""
    store.project_of(world, call.path)
    return json_response(
        {"data": [_preset(1, "New visitors", "visitor_type", "new"), _preset(2, "Mobile", "is_mobile", True)]}
    )


def location_presets(world: World, call: Call) -> Response:
    """Locations of the vendor's."""
    store.project_of(world, call.path)
    return json_response({"data": [_preset(3, "All pages", "url", "/")]})
