"""What a rule is, and how rules walk a spec. The rules are in _rules_*.py, the reasons in specs/README.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from ._document import Json, is_list, is_map, operations, resolve

Place: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the root of a document to a node."""

Trouble: TypeAlias = tuple[Place, str]
"""Where, and what is wrong there."""


@frozen
class Rule:
    """A named rule.

    Attributes:
        name: as in specs/README.md.
        find: yields what breaks it in a document.
        ours: whether it is about what the specs of this project say, and not about what can be generated.
    """

    name: str
    find: Callable[[dict[str, Json]], Iterator[Trouble]]
    ours: bool = False


RULES: list[Rule] = []
"""All rules, in the order of the modules that define them."""

Find: TypeAlias = Callable[[dict[str, Json]], Iterator[Trouble]]


def rule(name: str, *, ours: bool = False) -> Callable[[Find], Find]:
    """Register a function as the rule of this name."""

    def register(find: Find) -> Find:
        RULES.append(Rule(name, find, ours))
        return find

    return register


def inside(node: Any, step: str | int) -> Any:
    """One step of a place."""
    return node[step]


def all_nodes(node: Json, place: Place = ()) -> Iterator[tuple[Place, Json]]:
    """Every mapping in the document with its place, examples left out."""
    if is_map(node):
        yield place, node
        for key, inner in node.items():
            if key not in {"example", "examples", "x-default"}:
                yield from all_nodes(inner, (*place, key))
    elif is_list(node):
        for index, inner in enumerate(node):
            yield from all_nodes(inner, (*place, index))


def components(document: dict[str, Json], kind: str) -> Iterator[tuple[Place, Json]]:
    """The components of a kind, such as ``schemas``."""
    for name, node in document.get("components", {}).get(kind, {}).items():
        yield ("components", kind, name), node


def all_operations(document: dict[str, Json]) -> Iterator[tuple[Place, dict[str, Json]]]:
    """Every operation with its place."""
    for path, method, operation in operations(document):
        yield ("paths", path, method), operation


def all_parameters(document: dict[str, Json]) -> Iterator[tuple[Place, dict[str, Json]]]:
    """Every parameter where it is written, references left out."""
    yield from components(document, "parameters")
    for path, item in document.get("paths", {}).items():
        for index, parameter in enumerate(item.get("parameters", [])):
            yield ("paths", path, "parameters", index), parameter
    for place, operation in all_operations(document):
        for index, parameter in enumerate(operation.get("parameters", [])):
            yield (*place, "parameters", index), parameter


def own_parameters(document: dict[str, Json]) -> Iterator[tuple[Place, dict[str, Json]]]:
    """Every parameter that is not a reference."""
    return ((place, parameter) for place, parameter in all_parameters(document) if "$ref" not in parameter)


def all_responses(document: dict[str, Json]) -> Iterator[tuple[Place, str, dict[str, Json]]]:
    """Every response of every operation with its status, references resolved."""
    for place, operation in all_operations(document):
        for status, response in operation.get("responses", {}).items():
            yield (*place, "responses", status), str(status), resolve(document, response)


def all_schemas(document: dict[str, Json]) -> Iterator[tuple[Place, Json]]:
    """Every schema, also those inside of others."""
    for place, schema in components(document, "schemas"):
        yield from _nested(schema, place)
    for place, node in all_nodes(document):
        if is_map(node.get("schema")) and "schemas" not in place[:2]:
            yield from _nested(node["schema"], (*place, "schema"))


def _nested(schema: Json, place: Place) -> Iterator[tuple[Place, Json]]:
    yield place, schema
    for name, inner in schema.get("properties", {}).items():
        yield from _nested(inner, (*place, "properties", name))
    for key in ("items", "additionalProperties", "not"):
        if is_map(schema.get(key)):
            yield from _nested(schema[key], (*place, key))
    for key in ("allOf", "anyOf", "oneOf"):
        for index, inner in enumerate(schema.get(key, [])):
            yield from _nested(inner, (*place, key, index))


def all_properties(document: dict[str, Json]) -> Iterator[tuple[Place, str, Json]]:
    """Every property of every schema in components, with its name."""
    for place, schema in components(document, "schemas"):
        for name, inner in schema.get("properties", {}).items():
            yield (*place, "properties", name), name, inner
