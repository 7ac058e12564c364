"""Rules without which no other rule, and no generator, can read a spec."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from ._document import Json, is_list, is_map
from ._rules import Place, Trouble, all_nodes, all_operations, all_schemas, rule

# jsonschema can do without this module, and then does not know the format of international addresses, which no spec
# here has. With it, each process compiles their grammar for 1.7 seconds: most of the time that checking a spec takes.
_left_out: dict[str, Any] = {"rfc3987_syntax": None}
sys.modules.update(_left_out)
from openapi_spec_validator import OpenAPIV2SpecValidator, OpenAPIV30SpecValidator  # noqa: E402  # see above

del sys.modules["rfc3987_syntax"]

_LONGEST = 200
"""Characters of a message of the validator, which quotes what it is about at any length."""


@rule("openapi-version")
def openapi_version(document: dict[str, Json]) -> Iterator[Trouble]:
    """The spec is OpenAPI 3.0.3."""
    if document.get("openapi") != "3.0.3":
        yield ("openapi",), f"must be 3.0.3, is {document.get('openapi')}"


@rule("local-reference")
def local_reference(document: dict[str, Json]) -> Iterator[Trouble]:
    """Every $ref names something in this file, of the kind that its place needs."""
    for place, node in all_nodes(document):
        ref = node.get("$ref")
        if not isinstance(ref, str):
            continue
        if not ref.startswith("#/components/"):
            yield (*place, "$ref"), f"{ref} is not in this file's components; `abclient normalise` brings it there"
        elif not _exists(document, ref):
            yield (*place, "$ref"), f"{ref} does not exist"
        elif _leads_back(document, ref):
            yield (*place, "$ref"), f"{ref} refers to itself in the end"
        elif ref.split("/")[2:-1] not in ([kind] for kind in _kinds(place)):
            wanted = f"#/components/{_kinds(place)[0]}/"
            yield (*place, "$ref"), f"{ref} is not in {wanted}, where this place needs it"


def _kinds(place: Place) -> tuple[str, ...]:
    """The components that a reference in a place may be to, the likeliest first."""
    if len(place) == 3 and place[0] == "components":
        return (str(place[1]),)
    if place[0] == "paths" and place[3:] == ("requestBody",):
        return ("requestBodies",)
    if place[0] == "paths" and place[3:4] == ("responses",) and len(place) == 5:
        return ("responses",)
    if place[-2:-1] == ("parameters",) and isinstance(place[-1], int):
        return ("parameters",)
    return ("schemas", *({*map(str, place[-2:-1])} & {"callbacks", "examples", "headers", "links"}))


def _leads_back(document: dict[str, Json], ref: str) -> bool:
    seen: list[str] = []
    while ref not in seen and _exists(document, ref):
        seen.append(ref)
        node: Any = document
        for part in ref.removeprefix("#/").split("/"):
            node = node[part]
        ref = str(node.get("$ref", "")) if is_map(node) else ""
    return ref in seen


def _exists(document: dict[str, Json], ref: str) -> bool:
    node: Json = document
    for part in ref.removeprefix("#/").split("/"):
        if not is_map(node) or part not in node:
            return False
        node = node[part]
    return ref.startswith("#/")


@rule("quoted-status")
def quoted_status(document: dict[str, Json]) -> Iterator[Trouble]:
    """Status codes are text."""
    for place, operation in all_operations(document):
        for status in operation.get("responses", {}):
            if not isinstance(status, str):
                yield (*place, "responses", status), f'write "{status}" in quotes'


@rule("openapi")
def openapi(document: dict[str, Json]) -> Iterator[Trouble]:
    """The spec is valid OpenAPI."""
    errors: Any = OpenAPIV30SpecValidator(_plain(document, document)).iter_errors()
    for error in errors:
        place: Place = tuple(error.absolute_path)
        if place == ("openapi",):
            continue  # openapi-version says so in plainer words
        # The validator checks each schema on its own, and then counts from there.
        if not set(place[:1]) & document.keys():
            place = _first_like(document, error.instance)
        # Where several forms are allowed, what the likeliest one lacks says more than that there is none.
        yield place, _missing(document, place) or _shortened(str(_likeliest(error).message))


def fault_of_swagger(document: dict[str, Json]) -> Trouble | None:
    """Where a document is not what Swagger 2.0 allows, and why; None if it is."""
    for error in OpenAPIV2SpecValidator(document).iter_errors():
        return tuple(error.absolute_path), _shortened(str(_likeliest(error).message))
    return None


def _likeliest(error: Any) -> Any:
    """What is wrong with the form that was probably meant, of several: not a reference, and gone wrong far inside."""
    while error.context:
        meant = [one for one in error.context if "'$ref'" not in one.message] or error.context
        error = max(meant, key=lambda one: len(one.absolute_path))
    return error


def _missing(document: dict[str, Json], place: Place) -> str:
    """What a response or a parameter lacks, where the validator only says that it has none of several forms."""
    around, instance = place[-2] if len(place) > 1 else "", _at(document, place)
    if not is_map(instance) or "$ref" in instance:
        return ""
    if around == "responses" and "description" not in instance:
        return "the response has no description"
    if around == "parameters" and instance.get("in") not in {"path", "query", "header", "cookie"}:
        return f"a parameter is in path, query, header or cookie, not in {instance.get('in')}"
    if around == "parameters" and not {"schema", "content"} & instance.keys():
        return "the parameter has neither a schema nor content"
    return ""


def _at(document: Json, place: Place) -> Json:
    """What stands at a place; nothing if there is no such place."""
    node: Any = document
    for step in place:
        if is_map(node):
            node = node.get(str(step))  # one kind of validator takes statuses for numbers
        elif is_list(node) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def _shortened(message: str) -> str:
    line = " ".join(message.partition("\n")[0].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"


@rule("array-items")
def array_items(document: dict[str, Json]) -> Iterator[Trouble]:
    """An array says what its items are, which OpenAPI demands and its schema does not check."""
    for place, schema in all_schemas(document):
        if schema.get("type") == "array" and "items" not in schema:
            yield place, "is an array without items; write items: {} for any JSON"


def _first_like(document: dict[str, Json], value: Json) -> Place:
    places = ((*place, key) for place, node in all_nodes(document) for key, inner in node.items() if inner == value)
    return next(places, ())


def _is_left_out(document: dict[str, Json], ref: str) -> bool:
    # The validator gives up at a reference that leads nowhere, which has been told already, and in chains of schemas
    # that are longer than Python's stack; it looks at each schema in its own place, too.
    return ref.startswith("#/components/schemas/") or not _exists(document, ref) or _leads_back(document, ref)


def _plain(document: dict[str, Json], node: Json) -> Json:
    # The validator compares types exactly, and takes the YAML reader's own kinds of text for no text.
    if is_map(node):
        ref = node.get("$ref")
        if isinstance(ref, str) and _is_left_out(document, ref):
            return {}
        return {str(key): _plain(document, inner) for key, inner in node.items()}
    if isinstance(node, list):
        return [_plain(document, inner) for inner in node]  # pyright: ignore[reportUnknownVariableType]  # any YAML
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node if node is None else str(node)
