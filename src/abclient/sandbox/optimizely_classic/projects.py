"""Projects: list, create, update. Reading is like everything's; deleting does not exist."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, json_bytes, json_response
from ..world import Document, World
from . import bodies, store

_CHECKS: dict[str, bodies.Check] = {
    "project_name": bodies.text,
    "project_status": bodies.one_of("Active", "Archived"),
    "include_jquery": bodies.boolean,
    "project_javascript": bodies.nullable(bodies.string),
    "enable_force_variation": bodies.boolean,
    "exclude_disabled_experiments": bodies.boolean,
    "exclude_names": bodies.nullable(bodies.boolean),
    "ip_anonymization": bodies.boolean,
    "ip_filter": bodies.nullable(bodies.string),
    "dcp_service_id": bodies.nullable(bodies.integer),
}


def list_projects(world: World, call: Call) -> Response:
    """All projects of the account."""
    body = world.memo((store.NAME, "projects"), lambda: json_bytes(store.collection(world, "project").find()))
    return Response(body, media_type="application/json")


def create_project(world: World, call: Call) -> Response:
    """A new project, which needs only a name."""
    given = bodies.read(call, _CHECKS, required=["project_name"])
    project = new_project(world, store.stamp()) | given
    store.keep(world, "project", project)
    return json_response(project, 201)


def update_project(world: World, call: Call) -> Response:
    """Change the fields that were sent."""
    project = store.named(world, call, "project")
    project |= bodies.read(call, _CHECKS)
    project["last_modified"] = store.stamp()
    store.keep(world, "project", project)
    return json_response(project, 202)


def new_project(world: World, created: str) -> Document:
    """A project as it is before anything about it is said."""
    return {
        "id": store.new_id(world),
        "account_id": store.ACCOUNT,
        "code_revision": 0,
        "project_name": "",
        "project_status": "Active",
        "created": created,
        "last_modified": created,
        "library": "jquery-1.6.4-trim",
        "include_jquery": True,
        "js_file_size": None,
        "project_javascript": None,
        "enable_force_variation": False,
        "exclude_disabled_experiments": False,
        "exclude_names": None,
        "ip_anonymization": False,
        "ip_filter": "",
        "dcp_service_id": None,
    }
