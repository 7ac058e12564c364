"""JSON that is valid by a schema of OpenAPI 3.0: the same for the same schema, every time."""

from __future__ import annotations

import math
import re
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any, cast

_TEXTS = ("text", "a1", "https://example.com/", "1")
"""Texts to choose from where a pattern is given; the first one otherwise."""
_FORMATS = {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02", "uri": "https://example.com/"}
_WIRES: dict[str, Any] = {
    "json-string": "[]",
    "numeric-string": "0.5",
    "epoch-seconds": 1_767_323_045,
    "epoch-milliseconds": 1_767_323_045_000,
    "base64": "Y29udGVudA==",
}
_KEY = "key"
"""The key of the only entry of a map."""


def resolved(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """A node of a document itself, or what it refers to, or all of what it consists of."""
    while "$ref" in node:
        found: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    if "allOf" not in node:
        return node
    parts = [resolved(document, part) for part in node["allOf"]]
    fields = {name: field for part in parts for name, field in part.get("properties", {}).items()}
    required = [name for part in parts for name in part.get("required", ())]
    return {**parts[0], "properties": fields, "required": required}


class Sampler:
    """Makes samples of the schemas of one document.

    Args:
        document: the OpenAPI document.
        complete: whether fields that are not required are filled, too, down to the depth at which a schema would hold
            itself.
    """

    def __init__(self, document: dict[str, Any], *, complete: bool = False) -> None:
        self._document = document
        self._complete = complete
        self._within: list[str] = []

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node itself, or what it refers to, or all of what it consists of."""
        return resolved(self._document, node)

    def named(self, node: dict[str, Any]) -> str:
        """The name of the schema that a node refers to, directly or beside a description; empty if it has none."""
        (part,) = node.get("allOf", [node])[:1]
        return str(part.get("$ref", "")).rpartition("/")[2]

    def sample(self, schema: dict[str, Any]) -> Any:
        """JSON that is valid by the schema."""
        with self.inside(self.named(schema)):
            return self._sample(self.resolved(schema))

    @contextmanager
    def inside(self, name: str) -> Generator[None]:
        """While a sample of the schema of that name is made."""
        self._within.append(name)
        try:
            yield
        finally:
            self._within.pop()

    def _sample(self, schema: dict[str, Any]) -> Any:
        if "oneOf" in schema:
            alternative, tag = self.alternative(schema)
            return {**self.sample(alternative), **tag} if tag else self.sample(alternative)
        kind = schema.get("type")
        if kind == "object":
            return self._object(schema)
        if kind == "array":
            return [self.sample(schema["items"]) for _ in range(self.length(schema))]
        return scalar(schema)

    def alternative(self, schema: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str | int]]:
        """One of the alternatives of a ``oneOf``, and the field that says which one it is, if there is such a field."""
        if discriminator := schema.get("discriminator"):
            tag, reference = next(iter(discriminator["mapping"].items()))
            key, alternative = discriminator["propertyName"], {"$ref": reference}
            field = self.resolved(alternative).get("properties", {}).get(key, {})
            whole = self.resolved(field).get("type") == "integer" and tag.removeprefix("-").isdecimal()
            return alternative, {key: int(tag) if whole else tag}
        return schema["oneOf"][0], {}

    def fields(self, schema: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
        """The fields of an object that a sample has."""
        required = {*schema.get("required", ()), *_at_least(schema)}
        for name, field in schema.get("properties", {}).items():
            if name in required or (self._complete and not self._is_within(field)):
                yield name, field

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        found = {name: self.sample(field) for name, field in self.fields(schema)}
        return {**found, **{key: self.sample(schema["additionalProperties"]) for key in self.keys(schema)}}

    def length(self, schema: dict[str, Any]) -> int:
        """How many items a list has."""
        least: int = schema.get("minItems", 0)
        return max(least, int(self._complete and not self._is_within(schema["items"])))

    def keys(self, schema: dict[str, Any]) -> list[str]:
        """The keys of an object of which the schema does not name the fields."""
        others = schema.get("additionalProperties")
        wanted = isinstance(others, dict) and self._complete and not self._is_within(cast("dict[str, Any]", others))
        return [_KEY] if wanted else []

    def _is_within(self, schema: dict[str, Any]) -> bool:
        """Whether a sample of the schema would hold itself."""
        name = self.named(schema)
        inner = schema.get("items", schema.get("additionalProperties"))
        if bool(name) and name in self._within:
            return True
        return isinstance(inner, dict) and self._is_within(cast("dict[str, Any]", inner))


def _at_least(schema: dict[str, Any]) -> list[str]:
    """The fields that fill an object which must not be empty, but requires none of them."""
    return list(schema.get("properties", {}))[: schema.get("minProperties", 0)]


def scalar(schema: dict[str, Any]) -> Any:
    """A single value that is valid by a schema without references."""
    if "enum" in schema:
        return schema["enum"][0]
    kind, wire = schema.get("type"), schema.get("x-wire", "")
    if wire in _WIRES:
        return _WIRES[wire]
    if kind in ("integer", "number"):
        number = max(1 if kind == "integer" else 0.5, schema.get("minimum", -math.inf))
        return min(number, schema.get("maximum", math.inf))
    if kind == "string":
        return _text(schema)
    return True if kind == "boolean" else {}


def _text(schema: dict[str, Any]) -> str:
    usual = _FORMATS.get(schema.get("format", ""), _TEXTS[0])
    fits = re.compile(schema.get("pattern", "")).search
    found = next((text for text in (usual, *_TEXTS) if fits(text)), None)
    if found is None:
        raise ValueError(f"no text is known that matches {schema['pattern']!r}: give that field")
    return found[: schema.get("maxLength", len(found))]
