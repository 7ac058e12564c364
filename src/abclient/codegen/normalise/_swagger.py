"""Swagger 2.0 as OpenAPI 3.0: the same operations and schemas, where 3.0 has them."""

from __future__ import annotations

from typing import Any

from ..spec._document import METHODS, Json, is_list, is_map

_MOVED = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
_OF_SCHEMA = ("type", "format", "items", "enum", "default", "minimum", "maximum", "pattern")
_JSON = "application/json"


def from_swagger(document: dict[str, Json]) -> dict[str, Json]:
    """A document of Swagger 2.0 as one of OpenAPI 3.0."""
    moved = _moved(document)
    shared: dict[str, Json] = dict(moved.get("parameters", {}))
    scheme = next((one for one in ("https", *moved.get("schemes", ())) if one in moved.get("schemes", ["https"])), "")
    address = f"{scheme or 'https'}://{moved['host']}" if "host" in moved else ""
    return {
        "openapi": "3.0.3",
        "info": moved.get("info", {}),
        "servers": [{"url": address + moved.get("basePath", "").rstrip("/")}] if address else [],
        "security": moved.get("security", []),
        "paths": {path: _item(moved, item, shared) for path, item in moved.get("paths", {}).items()},
        "components": {
            "schemas": moved.get("definitions", {}),
            "parameters": {name: _parameter(one) for name, one in shared.items() if one.get("in") in _PLACES},
            "responses": {name: _response(moved, moved, one) for name, one in moved.get("responses", {}).items()},
            "securitySchemes": {name: _scheme(one) for name, one in moved.get("securityDefinitions", {}).items()},
        },
    }


_PLACES = ("path", "query", "header")


def _moved(node: Json) -> Any:
    """The same with references to where 3.0 has things."""
    if is_map(node):
        made = {key: _moved(inner) for key, inner in node.items()}
        ref = made.get("$ref")
        for old, new in _MOVED.items():
            if isinstance(ref, str) and ref.startswith(old):
                made["$ref"] = new + ref.removeprefix(old)
        return made
    return [_moved(inner) for inner in node] if is_list(node) else node


def _item(document: dict[str, Json], item: dict[str, Json], shared: dict[str, Json]) -> dict[str, Json]:
    around = _parameters(item.get("parameters", ()), shared)
    made: dict[str, Json] = {"parameters": [_parameter(one) for one in around if one.get("in") in _PLACES]}
    made |= {"$ref": item["$ref"]} if "$ref" in item else {}
    for method in METHODS:
        if method in item:
            made[method] = _operation(document, item[method], around, shared)
    return made


def _parameters(given: Any, shared: dict[str, Json]) -> list[dict[str, Json]]:
    """Parameters themselves: a body or a form may be shared, too, which 3.0 keeps elsewhere."""
    return [shared.get(str(one.get("$ref", "")).rpartition("/")[2], one) if "$ref" in one else one for one in given]


def _operation(
    document: dict[str, Json], node: dict[str, Json], around: list[dict[str, Json]], shared: dict[str, Json]
) -> dict[str, Json]:
    own = _parameters(node.get("parameters", ()), shared)
    kept = ("operationId", "tags", "summary", "description", "deprecated", "security")
    made: dict[str, Json] = {key: node[key] for key in kept if key in node}
    made["parameters"] = [_parameter(one) for one in own if one.get("in") in _PLACES]
    if body := _body(document, node, [*around, *own]):
        made["requestBody"] = body
    made["responses"] = {
        str(status): one if "$ref" in one else _response(document, node, one)
        for status, one in node.get("responses", {}).items()
    }
    return made


def _parameter(node: dict[str, Json]) -> dict[str, Json]:
    if "$ref" in node:
        return node
    made: dict[str, Json] = {key: node[key] for key in ("name", "in", "required", "description") if key in node}
    made["schema"] = {key: node[key] for key in _OF_SCHEMA if key in node}
    if node.get("type") == "array":
        listed = node.get("collectionFormat", "csv")
        made |= {"style": {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}.get(listed, "form")}
        made["explode"] = listed == "multi"
    return made


def _body(document: dict[str, Json], node: dict[str, Json], given: list[dict[str, Json]]) -> dict[str, Json] | None:
    kinds = node.get("consumes") or document.get("consumes") or [_JSON]
    for one in given:
        if one.get("in") == "body":
            content = {str(kind): {"schema": one.get("schema", {})} for kind in kinds}
            told = {"description": one["description"]} if "description" in one else {}
            return {"content": content, "required": bool(one.get("required")), **told}
    fields = [one for one in given if one.get("in") == "formData"]
    if not fields:
        return None
    schema: dict[str, Json] = {
        "type": "object",
        "properties": {one["name"]: _field(one) for one in fields},
        "required": [one["name"] for one in fields if one.get("required")],
    }
    forms = [kind for kind in kinds if "form" in kind]
    is_file = any(one.get("type") == "file" for one in fields)
    chosen = forms or ["multipart/form-data" if is_file else "application/x-www-form-urlencoded"]
    return {"content": {kind: {"schema": schema} for kind in chosen}, "required": bool(schema["required"])}


def _field(node: dict[str, Json]) -> dict[str, Json]:
    told = {"description": node["description"]} if "description" in node else {}
    if node.get("type") == "file":
        return {"type": "string", "format": "binary", **told}
    return {key: node[key] for key in _OF_SCHEMA if key in node} | told


def _response(document: dict[str, Json], node: dict[str, Json], response: dict[str, Json]) -> dict[str, Json]:
    made: dict[str, Json] = {"description": response.get("description", "")}
    if "schema" in response:
        kinds = node.get("produces") or document.get("produces") or [_JSON]
        file = response["schema"].get("type") == "file"
        schema = {"type": "string", "format": "binary"} if file else response["schema"]
        made["content"] = {str(kind): {"schema": schema} for kind in kinds}
    return made


def _scheme(node: dict[str, Json]) -> dict[str, Json]:
    if node.get("type") == "basic":
        return {"type": "http", "scheme": "basic"}
    if node.get("type") != "oauth2":
        return {key: node[key] for key in ("type", "name", "in", "description") if key in node}
    flow = {"accessCode": "authorizationCode", "application": "clientCredentials"}.get(node["flow"], node["flow"])
    kept = ("authorizationUrl", "tokenUrl")
    return {
        "type": "oauth2",
        "flows": {flow: {**{k: node[k] for k in kept if k in node}, "scopes": node.get("scopes", {})}},
    }
