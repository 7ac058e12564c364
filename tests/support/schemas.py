"""Checking answers against a published specification."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


class Specification:
    """The specification of a vendor, as it is published beside the generated code.

    Args:
        vendor: the vendor's module name.
        document: the specification, if it is not the published one.

    Attributes:
        schemas: the schemas by name.
        operations: the operations by id, each with its method and path.
    """

    def __init__(self, vendor: str, document: Any = None) -> None:
        file = Path(__file__).parents[2] / "generated/abclient_api" / vendor / "openapi.json"
        document = document or json.loads(file.read_text())
        self.schemas: dict[str, Any] = document["components"]["schemas"]
        self.operations: dict[str, dict[str, Any]] = {
            operation["operationId"]: {"method": method.upper(), "path": path, **operation}
            for path, operations in document["paths"].items()
            for method, operation in operations.items()
            if method != "parameters"
        }

    def check(self, value: Any, schema: Any, where: str = "answer") -> None:
        """Check that a value is what a schema says, and has no field that the schema does not know."""
        if "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        if value is None and schema.get("nullable"):
            return
        for part in schema.get("allOf", []):
            self.check(value, part, where)
        if value is None and ("type" in schema or "oneOf" in schema):
            assert schema.get("nullable"), f"{where} is null"
            return
        if "oneOf" in schema:
            self.check(value, self._alternative(value, schema, where), where)
        if "type" not in schema:
            return
        assert isinstance(value, _TYPES[schema["type"]]), f"{where} is {value!r}"
        assert isinstance(value, bool) <= (schema["type"] == "boolean"), f"{where} is {value!r}"
        assert value in schema.get("enum", [value]), f"{where} is {value!r}"
        if schema["type"] == "array":
            for index, item in enumerate(cast("list[Any]", value)):
                self.check(item, schema["items"], f"{where}[{index}]")
        if schema["type"] == "object":
            self._check_fields(cast("dict[str, Any]", value), schema, where)

    def _alternative(self, value: Any, schema: dict[str, Any], where: str) -> Any:
        """The alternative that a value is meant to be: by its tag, or by being of the type."""
        if "discriminator" in schema:
            tag = value[schema["discriminator"]["propertyName"]]
            assert tag in schema["discriminator"]["mapping"], f"{where} is of kind {tag!r}"
            return {"$ref": schema["discriminator"]["mapping"][tag]}
        for one in schema["oneOf"]:
            target = self.schemas[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
            if isinstance(value, _TYPES[target["type"]]) and isinstance(value, bool) <= (target["type"] == "boolean"):
                return one
        raise AssertionError(f"{where} is {value!r}")

    def _check_fields(self, value: dict[str, Any], schema: dict[str, Any], where: str) -> None:
        properties: dict[str, Any] = schema.get("properties", {})
        others: Any = schema.get("additionalProperties")
        assert set(schema.get("required", [])) <= set(value), f"{where} lacks a field"
        for name, item in value.items():
            if name in properties:
                self.check(item, properties[name], f"{where}.{name}")
            elif isinstance(others, dict):
                self.check(item, others, f"{where}.{name}")
            else:
                assert not properties or others, f"{where}.{name} is not specified"
