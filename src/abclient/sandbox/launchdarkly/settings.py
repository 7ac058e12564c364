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
    return _answer(world, store.project_of(world, call.path["project"]))


def put_settings(world: World, call: Call) -> Response:
    """Replace a project's randomization units."""
    project = store.project_of(world, call.path["project"])
    units = [
        _read_unit(item, today=store.is_today(world)) for item in Fields(call.json()).objects("randomizationUnits")
    ]
    if sum(unit["default"] for unit in units) != 1:
        raise RefusedError(400, "randomizationUnits must have exactly one default")
    if len({unit["randomizationUnit"] for unit in units}) < len(units):
        raise RefusedError(400, "randomizationUnits has a unit twice")
    project["units"] = units
    store.projects(world).put(project["key"], project)
    return _answer(world, project)


def _read_unit(fields: Fields, *, today: bool) -> Document:
    standard = fields.text_or("standardRandomizationUnit", "") if today else fields.text("standardRandomizationUnit")
    if standard not in _STANDARD and not (today and not standard):
        raise RefusedError(
            400, f"{fields.name('standardRandomizationUnit')} must be one of {', '.join(sorted(_STANDARD))}"
        )
    default = fields.boolean_or("default", default=False) if today else fields.boolean("default")
    return unit_document(fields.text("randomizationUnit"), standard, default=default)


def unit_document(name: str, standard: str, *, default: bool) -> Document:
    """A randomization unit, as it is kept and shown."""
    return {
        "randomizationUnit": name,
        "standardRandomizationUnit": standard,
        "default": default,
        "_hidden": False,
        "_displayName": name.replace("-", " ").capitalize(),
    }


def _answer(world: World, project: Document) -> Response:
    key = project["key"]
    view = {
        "_projectId": project["id"],
        "_projectKey": key,
        "randomizationUnits": [
            {name: value for name, value in unit.items() if name != "standardRandomizationUnit"}
            if store.is_today(world)
            else unit
            for unit in project["units"]
        ],
        "_creationDate": project["created"],
        "_links": {"self": link(f"/api/v2/projects/{quote(key)}/experimentation-settings")},
    }
    return json_response(view)
