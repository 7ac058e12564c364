"""What a published schema comes to, once references, ``allOf`` and null are out of the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from ..plan._types import is_json
from ..spec._document import Json, is_list, is_map
from ._refs import Node, References, refused

_KEPT = ("readOnly", "writeOnly", "deprecated", "default")


def _nodes() -> dict[str, list[Node]]:
    return {}


@define
class Flat:
    """A schema in parts.

    Attributes:
        node: where it stands; with a key if it was referred to by name and nothing was said beside that.
        types: the types that it may be of; empty for any.
        nullable: whether it may be null.
        format: as it has it.
        enum: the values that it may have; None for any.
        properties: what a property must satisfy: one schema, or several.
        required: the names of the properties that there must be.
        items: of a list; None if nothing is said.
        values: of a map; None if nothing is said.
        alternatives: the schemas of which one is meant; empty if there is no choice.
        discriminator: what is said of how these are told apart.
        description: its own.
        beside: the description that stands beside a reference to it.
        kept: what else is said of it that means something.
        merged: how many schemas it was made of by ``allOf``.
        adopted: whether the node is that of the only thing it refers to.
    """

    node: Node
    types: set[str] = field(factory=set[str])
    nullable: bool = False
    format: str = ""
    enum: list[Json] | None = None
    properties: dict[str, list[Node]] = field(factory=_nodes)
    required: set[str] = field(factory=set[str])
    items: Node | None = None
    values: Node | None = None
    alternatives: list[Node] = field(factory=list[Node])
    discriminator: dict[str, Json] = field(factory=dict[str, Any])
    description: str = ""
    beside: str = ""
    kept: dict[str, Json] = field(factory=dict[str, Any])
    merged: int = 1
    adopted: bool = False

    @property
    def structured(self) -> bool:
        """Whether anything is said beside a type."""
        return bool(self.properties or self.alternatives or self.items or self.values or self.enum)

    @property
    def type(self) -> str:
        """The type, where there is only one, or where the rest of it leaves only one."""
        if len(self.types) == 1:
            return min(self.types)
        if not self.types:
            if self.properties or self.values is not None:
                return "object"
            if self.items is not None:
                return "array"
            if self.enum:
                return _type_of(self.enum)
        return "number" if self.types == {"integer", "number"} else ""

    @property
    def is_object(self) -> bool:
        """Whether it becomes a class."""
        return bool(self.properties) and self.type == "object"


def _type_of(values: Iterable[Json]) -> str:
    kinds = {type(value).__name__ for value in values}
    if all(isinstance(value, str) for value in values):
        return "string"
    return {"int": "integer", "bool": "boolean", "float": "number"}.get(min(kinds), "") if len(kinds) == 1 else ""


def flat(references: References, node: Node, within: tuple[str, ...] = ()) -> Flat:
    """Take a schema apart.

    Raises:
        SpecError: a reference leads nowhere, or ``allOf`` contains itself.
    """
    found = references.resolved(node)
    if found.key and found.key in within:
        raise refused(node.document, str(node.value.get("$ref")), f"{found.key} consists of itself")
    within = (*within, found.key) if found.key else within
    value = found.value if is_map(found.value) else {}
    made = _own(found, value)
    for part in _schemas(found, value, "allOf"):
        _merge(made, flat(references, part, within))
    for key in ("oneOf", "anyOf"):
        _choose(references, made, _schemas(found, value, key), within)
    if is_map(node.value) and "$ref" in node.value:
        _beside(made, node.value)
    return made


def _own(node: Node, value: dict[str, Json]) -> Flat:
    given = value.get("type")
    types = {str(one) for one in given} if is_list(given) else {str(given)} if given else set[str]()
    enum: Any = [value["const"]] if "const" in value else value.get("enum")
    nullable = bool(value.get("nullable") or value.get("x-nullable")) or "null" in types
    if is_list(enum) and None in enum:
        enum, nullable = [one for one in enum if one is not None] or None, True
    others = value.get("additionalProperties")
    if not is_map(others):
        others = next(iter(_map(value, "patternProperties").values()), None)
    return Flat(
        node,
        types=types - {"null"},
        nullable=nullable,
        format=_format(value),
        enum=list(dict.fromkeys(enum))
        if is_list(enum) and all(isinstance(o, (str, int, float)) for o in enum)
        else None,
        properties={str(name): [node.inside(one)] for name, one in _map(value, "properties").items()},
        required={str(name) for name in _list(value, "required")},
        items=node.inside(value["items"]) if "items" in value else node.inside({}) if "prefixItems" in value else None,
        values=node.inside(others) if is_map(others) else None,
        discriminator=_map(value, "discriminator"),
        description=str(value.get("description") or ""),
        kept={**{key: value[key] for key in _KEPT if key in value}, **_bounds(value, types)},
    )


def _format(value: dict[str, Json]) -> str:
    """The format, also where OpenAPI 3.1 says it in other words: base64, or content that is neither text nor JSON."""
    encoding, content = str(value.get("contentEncoding", "")).lower(), str(value.get("contentMediaType", "")).lower()
    if "format" in value or not (encoding or content):
        return str(value.get("format", ""))
    if encoding:
        return "byte" if encoding == "base64" else ""
    return "" if content.startswith("text/") or is_json(content) else "binary"


def _bounds(value: dict[str, Json], types: set[str]) -> dict[str, Json]:
    """The bounds, of whole numbers also those of OpenAPI 3.1 that do not belong to what is allowed."""
    found: dict[str, Json] = {key: value[key] for key in ("minimum", "maximum") if key in value}
    for key, exclusive, step in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        bound = value.get(exclusive)
        if key not in found and isinstance(bound, (int, float)) and not isinstance(bound, bool):
            found[key] = int(bound) + step if "integer" in types and float(bound).is_integer() else bound
    return found


def _list(value: dict[str, Json], key: str) -> list[Json]:
    found = value.get(key)
    return found if is_list(found) else []


def _map(value: dict[str, Json], key: str) -> dict[str, Json]:
    found = value.get(key)
    return found if is_map(found) else {}


def _schemas(node: Node, value: dict[str, Json], key: str) -> list[Node]:
    found = value.get(key)
    return [node.inside(one) for one in found if is_map(one)] if is_list(found) else []


def _choose(references: References, made: Flat, several: list[Node], within: tuple[str, ...]) -> None:
    """Take alternatives: without null, and without those that only say what is required together."""
    meant: list[Node] = []
    for one in several:
        found = references.resolved(one).value
        if is_map(found) and (found.get("type") == "null" or found.get("enum") == [None]):
            made.nullable = True
        elif not is_map(found) or found.keys() - {"required", "description", "title", "not"}:
            meant.append(one)
    if len(meant) == 1:
        _merge(made, flat(references, meant[0], within))
    elif meant:
        made.alternatives = meant if not made.alternatives else []


def _merge(made: Flat, part: Flat) -> None:
    """Let the first satisfy the second, too."""
    if part.structured:
        if not made.node.key and not made.structured:
            made.node, made.adopted = part.node, True  # a reference, with null or a description beside it
            made.beside, made.description = made.description or part.beside, ""
        elif made.adopted:
            made.node, made.adopted = made.node.inside(made.node.value), False
            made.beside, made.description = "", made.beside or made.description
        made.merged += 1 if made.structured else 0
    made.types = (made.types & part.types or made.types) if made.types and part.types else made.types | part.types
    made.nullable = made.nullable or part.nullable
    made.format = made.format or part.format
    if part.enum is not None:
        made.enum = part.enum if made.enum is None else [one for one in made.enum if one in part.enum] or made.enum
    for name, nodes in part.properties.items():
        made.properties[name] = [*made.properties.get(name, []), *nodes]
    made.required |= part.required
    made.items = made.items or part.items
    made.values = made.values or part.values
    if not made.alternatives:
        made.alternatives, made.discriminator = part.alternatives, made.discriminator or part.discriminator
    made.description = made.description or part.description
    made.kept = {**part.kept, **made.kept}


def _beside(made: Flat, value: dict[str, Json]) -> None:
    """Take what OpenAPI 3.1 allows beside a reference."""
    made.nullable = made.nullable or bool(value.get("nullable"))
    made.beside = str(value.get("description") or "")
    made.kept |= {**{key: value[key] for key in _KEPT if key in value}, **_bounds(value, made.types)}
