"""A project's experimentation settings: its randomization units."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import store
from .views import link

_STANDARD = frozenset({"guest", "guestTime", "organization", "request", "user", "userTime"})


def get_settings(world: World, call: Call) -> Response:
    """The settings of a project."""
    return _answer(store.project_of(world, call.path["project"]))


def put_settings(world: World, call: Call) -> Response:
    """Replace a project's randomization units."""
    project = store.project_of(world, call.path["project"])
    units = [_read_unit(item) for item in Fields(call.json()).objects("randomizationUnits")]
    if sum(unit["default"] for unit in units) != 1:
        raise RefusedError(400, "randomizationUnits must have exactly one default")
    if len({unit["randomizationUnit"] for unit in units}) < len(units):
        raise RefusedError(400, "randomizationUnits has a unit twice")
    project["units"] = units
    store.projects(world).put(project["key"], project)
    return _answer(project)


def _read_unit(fields: Fields) -> Document:
    standard = fields.text("standardRandomizationUnit")
    if standard not in _STANDARD:
        raise RefusedError(
            400, f"{fields.name('standardRandomizationUnit')} must be one of {', '.join(sorted(_STANDARD))}"
        )
    return unit_document(fields.text("randomizationUnit"), standard, default=fields.boolean("default"))


def unit_document(name: str, standard: str, *, default: bool) -> Document:
    """A randomization unit, as it is kept and shown."""
    return {
        "randomizationUnit": name,
        "standardRandomizationUnit": standard,
        "default": default,
        "_hidden": False,
        "_displayName": name.replace("-", " ").capitalize(),
    }


def _answer(project: Document) -> Response:
    key = project["key"]
    view = {
        "_projectId": project["id"],
        "_projectKey": key,
        "randomizationUnits": project["units"],
        "_creationDate": project["created"],
        "_links": {"self": link(f"/api/v2/projects/{quote(key)}/experimentation-settings")},
    }
    return json_response(view)
