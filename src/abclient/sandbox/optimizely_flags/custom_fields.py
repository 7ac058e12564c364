"""Custom fields."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..shapes import is_map, read_changes, read_new
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .flags import project_of
from .pages import matching, page


def field_view(document: Document) -> dict[str, Any]:
    """A custom field with links."""
    url = f"/projects/{document['project_id']}/custom_fields/{document['id']}"
    mark = "unarchive" if document["archived"] else "archive"
    return store.view(document) | {"url": url, "update_url": url, f"{mark}_url": f"{url}/{mark}d"}


def list_fields(world: World, call: Call) -> Response:
    """The custom fields of a project; the link to the next page is a single one here."""
    found = matching(call, store.documents(world, "custom_field").find(parent=str(project_of(world, call))))
    for name in ("key", "field_type", "entity_type"):
        if name in call.query:
            found = [one for one in found if one[name] == call.query[name]]
    return page(call, found, field_view, single_link=True)


def create_field(world: World, call: Call) -> Response:
    """Make a custom field."""
    project, when = project_of(world, call), store.now()
    document = read_new(shape.CUSTOM_FIELD, call.json())
    if any(one["key"] == document["key"] for one in store.documents(world, "custom_field").find(parent=str(project))):
        raise RefusedError(400, f"Key {document['key']} already exists")
    identifier = store.new_id(world)
    document |= {"id": identifier, "project_id": project, "archived": False, "created_time": when, "updated_time": when}
    store.keep(world, "custom_field", store.place(project, identifier), document)
    return json_response(field_view(document), 201)


def _field(world: World, call: Call) -> Document:
    return store.find(world, "custom_field", project_of(world, call), call.path["id"])


def update_field(world: World, call: Call) -> Response:
    """Change name, description or whether a value is needed."""
    document = _field(world, call)
    body: Any = call.json()
    wanted = {n: v for n, v in body.items() if n in ("name", "description", "required")} if is_map(body) else body
    return _kept_field(world, document | read_changes(shape.CUSTOM_FIELD, wanted))


def archive_field(*, archived: bool) -> Handler:
    """Archive a custom field, which then is not required any more, or bring it back."""

    def handle(world: World, call: Call) -> Response:
        document = _field(world, call)
        required = document["required"] and not archived
        return _kept_field(world, document | {"archived": archived, "required": required})

    return handle


def _kept_field(world: World, document: Document) -> Response:
    document["updated_time"] = store.now()
    store.keep(world, "custom_field", store.place(document["project_id"], document["id"]), document)
    return json_response(field_view(document))
