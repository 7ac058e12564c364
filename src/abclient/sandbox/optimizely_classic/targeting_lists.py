"""Targeting lists: uploads whose content is never shown again."""

from __future__ import annotations

import re
from typing import cast

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_MOST_BYTES = 5_000_000
_LONGEST_VALUE = 100
_REQUIRED = ("name", "list_type", "key_fields", "list_content", "format")


def _name(name: str, value: object) -> object:
    if not _NAME.fullmatch(cast("str", bodies.text(name, value))):
        raise RefusedError(400, f"{name} may have only letters, digits, '_' and '-'")
    return value


def _content(name: str, value: object) -> object:
    content = cast("str", bodies.string(name, value))
    if len(content.encode()) > _MOST_BYTES:
        raise RefusedError(400, f"{name} must not be larger than 5 MB")
    if any(len(one) > _LONGEST_VALUE for one in re.split(r"[,\r\n]+", content)):
        raise RefusedError(400, f"{name} must not have values of more than {_LONGEST_VALUE} characters")
    return value


_CHECKS: dict[str, bodies.Check] = {
    "name": _name,
    "description": bodies.string,
    "list_type": bodies.one_of(1, 2, 3),
    "key_fields": bodies.text,
    "list_content": _content,
    "format": bodies.one_of("csv"),
}


def create_targeting_list(world: World, call: Call) -> Response:
    """A new list, with a name of its own in its project."""
    project = store.named(world, call, "project")
    given = _read(call)
    if any(other["name"] == given["name"] for other in store.children(world, "targeting_list", project["id"])):
        raise RefusedError(400, f"name is taken by another targeting list: {given['name']}")
    made = new_targeting_list(world, project["id"]) | given
    store.keep(world, "targeting_list", made)
    return json_response(made, 201)


def update_targeting_list(world: World, call: Call) -> Response:
    """Replace a list as a whole; its name cannot change."""
    present = store.named(world, call, "targeting_list")
    given = _read(call)
    if given["name"] != present["name"]:
        raise RefusedError(400, "name cannot be changed")
    replaced = {**present, "description": "", **given}
    store.keep(world, "targeting_list", replaced)
    return json_response(replaced, 202)


def new_targeting_list(world: World, project: int) -> Document:
    """A targeting list as it is before anything about it is said."""
    return {
        "id": store.new_id(world),
        "project_id": project,
        "account_id": store.ACCOUNT,
        "name": "",
        "description": "",
        "list_type": 1,
        "key_fields": "",
        "format": "csv",
    }


def _read(call: Call) -> Document:
    given = bodies.read(call, _CHECKS, required=_REQUIRED)
    del given["list_content"]
    return given
