"""The Permission Service: roles for single entities, and teams."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..shapes import Shape, is_list, is_map, list_of, name_text, optional, read_new, required, text
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .pages import page

ME = "user_me"
_KINDS = {"flags": "flag", "environments": "environment"}
_ROLES = ("admin", "publish", "toggle", "edit", "view", "none")
_TEAM: Shape = {
    "name": required(name_text),
    "description": optional(text),
    "external_ref": optional(text),
    "members": optional(list_of(text), []),
}


_NOT_HERE = dict.fromkeys(("url", "count", "total_count"))
"""What pages of the flags API have, and those of this one have not."""


def _project(world: World, call: Call) -> int:
    return int(store.find(world, "project", call.path["project_id"])["id"])


def _entities(world: World, call: Call) -> list[Document]:
    kind = call.path["entity_type"]
    if kind not in ("flags", "environments", "audiences"):
        raise RefusedError(400, "entity_type must be flags, environments or audiences")
    return store.documents(world, _KINDS[kind]).find(parent=str(_project(world, call))) if kind in _KINDS else []


def _roles(world: World, project: int, kind: str, entity: object) -> Document:
    found = store.documents(world, "permission").get(store.place(project, kind, entity))
    return found or {"users": {ME: "admin"}, "teams": {}}


def list_permissions(owner: str) -> Any:
    """The roles of a user or a team for the entities of a kind."""

    def handle(world: World, call: Call) -> Response:
        who, project = call.path[f"{owner[:-1]}_id"], _project(world, call)
        shown: list[dict[str, Any]] = []
        for one in _entities(world, call):
            roles = _roles(world, project, call.path["entity_type"], one["id"])[owner]
            inherited = {"role_inherited": "admin"} if owner == "users" else {}
            shown.append(
                {"id": one["id"], "key": one["key"], "name": one["name"], "role": roles.get(who, "none"), **inherited}
            )
        return page(call, shown, lambda one: one, {**_NOT_HERE, "total": len(shown)})

    return handle


def get_entity(world: World, call: Call) -> Response:
    """The roles of users and teams for one entity."""
    project, entity = _project(world, call), _entity(world, call)
    roles = _roles(world, project, call.path["entity_type"], entity["id"])
    person = {"first_name": "Sam", "last_name": None, "role_inherited": "admin"}
    users = [
        {"user_id": user, "email": f"{user}@example.com", "role": role, **person}
        for user, role in roles["users"].items()
    ]
    teams = [
        {"team_id": team, "name": _team_name(world, team), "role": role, "external_ref": None}
        for team, role in roles["teams"].items()
    ]
    return json_response({"users": users, "teams": teams})


def _team_name(world: World, team: str) -> str:
    found = [one for one in store.documents(world, "team").find() if one["id"] == team]
    return str(found[0]["name"]) if found else team


def _entity(world: World, call: Call) -> Document:
    wanted = call.path["entity_id"]
    found = next((one for one in _entities(world, call) if wanted in (str(one["id"]), one["key"])), None)
    if found is None:
        raise RefusedError(404, "There is no such entity")
    return found


def change_permissions(world: World, call: Call) -> Response:
    """Give roles, or take them away."""
    project, entity = _project(world, call), _entity(world, call)
    kind, steps = call.path["entity_type"], call.json()
    roles = _roles(world, project, kind, entity["id"])
    if not is_list(steps) or not all(is_map(step) for step in steps):
        raise RefusedError(400, "operations must be a list")
    for step in steps:
        parts = str(step.get("path")).split("/")
        if len(parts) != 4 or parts[1] not in roles or parts[3] != "role":
            raise RefusedError(400, "path must be /users/USER/role or /teams/TEAM/role")
        if step.get("op") == "replace" and step.get("value") in _ROLES:
            roles[parts[1]][parts[2]] = step["value"]
        elif step.get("op") == "remove":
            roles[parts[1]].pop(parts[2], None)
        else:
            raise RefusedError(400, "op must be replace, with a role as its value, or remove")
    store.keep(world, "permission", store.place(project, kind, entity["id"]), roles)
    return json_response({"message": "done"})


def _team_view(document: Document, *, members: bool) -> dict[str, Any]:
    shown = {name: value for name, value in document.items() if name != "members"}
    shown["members_count"] = len(document["members"])
    if members:
        person = {"first_name": "Sam", "last_name": None, "org_role": "User", "created": document["created"]}
        shown["members"] = [{"id": one, "email": f"{one}@example.com", **person} for one in document["members"]]
    return shown


def list_teams(world: World, call: Call) -> Response:
    """The teams of an account, all at once."""
    found = store.documents(world, "team").find(parent=call.path["account_id"])
    return json_response([_team_view(one, members=False) for one in found])


def _team(world: World, call: Call) -> Document:
    return store.find(world, "team", call.path["account_id"], call.path["team_id"])


def get_team(world: World, call: Call) -> Response:
    """One team with its members."""
    return json_response(_team_view(_team(world, call), members=True))


def create_team(world: World, call: Call) -> Response:
    """Make a team."""
    document = read_new(_TEAM, call.json())
    when, identifier = store.now(), str(store.new_id(world))
    document = {"description": None, "external_ref": None, **document}
    document |= {"id": identifier, "account_id": int(call.path["account_id"]), "created": when, "last_modified": when}
    store.keep(world, "team", store.place(call.path["account_id"], identifier), document)
    return json_response({"message": "Team created", "team_id": identifier})


def update_team(world: World, call: Call) -> Response:
    """Change a team."""
    document, body = _team(world, call), call.json()
    if not is_map(body) or not body.get("name"):
        raise RefusedError(400, "name is required")
    document |= {name: body[name] for name in ("name", "description", "external_ref") if name in body}
    members = [one for one in document["members"] if one not in (body.get("members_removed") or [])]
    document["members"] = [*dict.fromkeys([*members, *(body.get("members_added") or [])])]
    document["last_modified"] = store.now()
    store.keep(world, "team", store.place(document["account_id"], document["id"]), document)
    return json_response({"message": "Team updated"})


def delete_team(world: World, call: Call) -> Response:
    """Delete a team."""
    document = _team(world, call)
    store.documents(world, "team").delete(store.place(document["account_id"], document["id"]))
    return json_response({"message": "Team deleted"})
