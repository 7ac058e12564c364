"""JSON that has the shape of a schema of OpenAPI 3.0, in several styles."""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

from abclient.testing._samples import resolved

_BIG = 2**53 + 1  # an id that would be another one after a journey through a float
_TEXTS = {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02", "uri": "https://example.com/a?b=c"}
_WIRES = {
    "json-string": '["and", {"audience_id": 7}]',
    "numeric-string": "12.5",
    "epoch-seconds": 1_767_323_045,
    "epoch-milliseconds": 1_767_323_045_678,
    "base64": "Y29udGVudA==",
}


@frozen(kw_only=True)
class Style:
    """How a sample is made.

    Attributes:
        optional: whether fields that are not required are left out, filled, or null.
        extra: whether every object has a field that the schema does not know.
        unknown_enums: whether enumerations have a value that they do not list.
        numbers_as_text: whether numbers are strings.
    """

    optional: Literal["omit", "fill", "null"] = "fill"
    extra: bool = False
    unknown_enums: bool = False
    numbers_as_text: bool = False


class Sampler:
    """Makes samples of the schemas of one document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node itself, or what it refers to, or all of what it consists of."""
        return resolved(self._document, node)

    def sample(self, schema: dict[str, Any], style: Style, depth: int = 0) -> Any:
        """JSON that has the shape of the schema."""
        schema = self.resolved(schema)
        if "oneOf" in schema:
            return self._alternative(schema, style, depth)
        kind, wire = schema.get("type"), schema.get("x-wire", "")
        if kind == "object":
            return self._object(schema, style, depth)
        if kind == "array":
            return [self.sample(schema["items"], style, depth + 1)]
        if kind == "string" and "enum" in schema:
            return "a value of next year" if style.unknown_enums else schema["enum"][0]
        if kind in ("integer", "number"):
            number = schema.get("minimum", _WIRES.get(wire, _BIG if kind == "integer" else 0.25))
            return str(number) if style.numbers_as_text else number
        if kind == "string":
            return _WIRES.get(wire, _TEXTS.get(schema.get("format", ""), "text"))
        return True if kind == "boolean" else {"any": [1, "text", None]}

    def _alternative(self, schema: dict[str, Any], style: Style, depth: int) -> Any:
        """The first object, with the field that says so, as long as it is not too deep; else the first alternative."""
        discriminator = schema.get("discriminator")
        if discriminator:
            tag, ref = next(iter(discriminator["mapping"].items()))
            return {**self.sample({"$ref": ref}, style, depth), discriminator["propertyName"]: tag}
        objects = [one for one in schema["oneOf"] if self.resolved(one).get("type") == "object" and depth < 4]
        return self.sample((objects or schema["oneOf"])[0], style, depth)

    def _object(self, schema: dict[str, Any], style: Style, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, field in schema.get("properties", {}).items():
            if name in schema.get("required", ()) or (style.optional == "fill" and depth < 8):
                found[name] = self.sample(field, style, depth + 1)
            elif style.optional == "null":
                found[name] = None
        others = schema.get("additionalProperties")
        if isinstance(others, dict) and style.optional == "fill":
            found["any key"] = self.sample(others, style, depth + 1)  # pyright: ignore  # any JSON
        return {**found, "fieldOfNextYear": {"deep": [1, None]}} if style.extra and not others else found
