"""A spec as plain data: its shape, and the walks that rules and model share. ``_file`` reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeGuard

Json: TypeAlias = Any
"""Plain JSON-like data; a spec's shape is checked by the rules, not by types."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class SpecError(Exception):
    """A spec that cannot be used at all; the message names the file."""


class UnreadableError(SpecError):
    """A file that is not a spec."""


def is_map(node: Json) -> TypeGuard[dict[str, Json]]:
    """Whether it is a mapping."""
    return isinstance(node, dict)


def is_list(node: Json) -> TypeGuard[list[Json]]:
    """Whether it is a list."""
    return isinstance(node, list)


def is_model(schema: Json) -> bool:
    """Whether a component schema becomes a class; others are maps, free-form objects, arrays or scalars."""
    return bool(schema.get("properties"))


def resolve(document: dict[str, Json], node: Json) -> Json:
    """The thing itself, if the node is a local reference to it; nothing is known of what is not there."""
    seen: set[str] = set()
    while is_map(node) and "$ref" in node:
        if str(node["$ref"]) in seen:  # a circle, which a rule names
            return {}
        seen.add(str(node["$ref"]))
        target: Json = document
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            target = target.get(part) if is_map(target) else None
        node = {} if target is None else target
    return node


def reference(schema: Json) -> str | None:
    """The name of the component schema that this refers to, if it does; ``allOf`` with one ``$ref`` does, too."""
    if len(schema.get("allOf", ())) == 1:
        schema = schema["allOf"][0]
    ref = schema.get("$ref")
    return None if ref is None else str(ref).rsplit("/", 1)[-1]


def operations(document: dict[str, Json]) -> Iterator[tuple[str, str, dict[str, Json]]]:
    """Path, method and operation of each operation, in the order of the spec."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def parameters(document: dict[str, Json], path: str, operation: dict[str, Json]) -> list[dict[str, Json]]:
    """The parameters of an operation and of its path, references resolved; an operation's own win."""
    found: dict[tuple[str, str], dict[str, Json]] = {}
    for node in [*document["paths"][path].get("parameters", []), *operation.get("parameters", [])]:
        parameter = resolve(document, node)
        found[parameter["name"], parameter["in"]] = parameter
    return list(found.values())


def contents(document: dict[str, Json], holder: Json) -> dict[str, Json]:
    """Schema by content type, of a request body or a response."""
    content = resolve(document, holder).get("content", {})
    return {content_type: media.get("schema", {}) for content_type, media in content.items()}


def schemas_within(schema: Json) -> list[Json]:
    """The schemas directly inside of a schema: of its properties, items, map values and alternatives."""
    several = [*schema.get("properties", {}).values()]
    several += [inner for key in ("allOf", "anyOf", "oneOf") for inner in schema.get(key, ())]
    return several + [schema[key] for key in ("items", "additionalProperties", "not") if is_map(schema.get(key))]


def schema_names(document: dict[str, Json], schema: Json, found: set[str]) -> None:
    """Add the names of all component schemas that can be reached from this schema."""
    waiting = [schema]  # chains of schemas are longer than Python's stack
    while waiting:
        one = waiting.pop()
        name = reference(one) if "$ref" in one else None
        if name is not None and name not in found:
            found.add(name)
            waiting.append(resolve(document, one))
        waiting.extend(schemas_within(one))


def read_and_sent(document: dict[str, Json]) -> tuple[set[str], set[str]]:
    """The names of the component schemas reachable from any response, and from any request body."""
    was_read: set[str] = set()
    sent: set[str] = set()
    for _, _, operation in operations(document):
        for schema in contents(document, operation.get("requestBody", {})).values():
            schema_names(document, schema, sent)
        for response in operation.get("responses", {}).values():
            for schema in contents(document, response).values():
                schema_names(document, schema, was_read)
    return was_read, sent


def whole_bodies(document: dict[str, Json]) -> list[str]:
    """The names of the objects with properties that are all of a request body, in the order of the spec."""
    bodies = [
        (reference(schema), resolve(document, schema))
        for _, _, operation in operations(document)
        for schema in contents(document, operation.get("requestBody", {})).values()
    ]
    return [*dict.fromkeys(name for name, target in bodies if name is not None and is_model(target))]


def sent_as_form(document: dict[str, Json]) -> set[str]:
    """The names of the objects that bodies of multipart/form-data, and nothing else, are."""
    forms: set[str] = set()
    others: set[str] = set()
    for _, _, operation in operations(document):
        for content_type, schema in contents(document, operation.get("requestBody", {})).items():
            name = reference(schema)
            if content_type == "multipart/form-data" and name and is_model(resolve(document, schema)):
                forms.add(name)
                for inner in schemas_within(resolve(document, schema)):
                    schema_names(document, inner, others)
            else:
                schema_names(document, schema, others)
        for response in operation.get("responses", {}).values():
            for schema in contents(document, response).values():
                schema_names(document, schema, others)
    return forms - others


def credentials(document: dict[str, Json], holder: dict[str, Json]) -> tuple[str, ...]:
    """What the document or one of its operations asks for, in words: alternatives, each of one scheme or several."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    return tuple(
        " and ".join(_credential(schemes.get(name, {}), name, scopes) for name, scopes in each.items()) or "nothing"
        for each in holder.get("security", ())
    )


def credential_headers(document: dict[str, Json]) -> dict[str, tuple[str, str]]:
    """For each security scheme that is a header, the header's name, and what stands before the credential there."""
    found: dict[str, tuple[str, str]] = {}
    for name, node in document.get("components", {}).get("securitySchemes", {}).items():
        match node.get("type"), node.get("scheme", node.get("in")):
            case "apiKey", "header":
                found[name] = (str(node["name"]).lower(), "")
            case "http", scheme if str(scheme).isalnum():
                found[name] = ("authorization", f"{str(scheme).capitalize()} ")
            case "oauth2" | "openIdConnect", _:
                found[name] = ("authorization", "Bearer ")
            case _:  # in the query or a cookie, which a client of its own has to write
                pass
    return found


def _credential(scheme: dict[str, Json], name: str, scopes: list[str]) -> str:
    match scheme.get("type"):
        case "apiKey":
            words = f"{scheme.get('in')} {scheme.get('name')}"
        case "http":
            words = f"HTTP {scheme.get('scheme')}"
        case kind:
            words = str(kind or name)
    return f"{words} ({', '.join(scopes)})" if scopes else words
