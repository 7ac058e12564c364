"""Reading request bodies field by field, so that a refusal names the field."""

from __future__ import annotations

from typing import Any, cast

from .vendor import RefusedError


class Fields:
    """One JSON object of a request body.

    Every method reads one field and raises :class:`RefusedError` with 400 and the field's whole name, such as
    ``iteration.metrics[0].key``, when it is missing or of another type. Other fields are ignored.

    Args:
        value: what the JSON has at this place.
        where: the name of this place in the body; empty for the body itself.
    """

    def __init__(self, value: object, where: str = "") -> None:
        if not isinstance(value, dict):
            raise RefusedError(400, f"{where or 'The request body'} must be an object")
        self._values = cast("dict[str, Any]", value)
        self._where = where

    @property
    def whole(self) -> dict[str, Any]:
        """All that is there."""
        return self._values

    def name(self, field: str) -> str:
        """The field's whole name in the body."""
        return f"{self._where}.{field}" if self._where else field

    def text(self, field: str) -> str:
        """A required string that is not empty."""
        value = self._required(field, str, "a string")
        if not value:
            raise RefusedError(400, f"{self.name(field)} must not be empty")
        return cast("str", value)

    def text_or(self, field: str, default: str) -> str:
        """An optional string."""
        return cast("str", self._optional(field, str, "a string", default))

    def boolean(self, field: str) -> bool:
        """A required boolean."""
        return cast("bool", self._required(field, bool, "a boolean"))

    def boolean_or(self, field: str, *, default: bool) -> bool:
        """An optional boolean."""
        return cast("bool", self._optional(field, bool, "a boolean", default))

    def integer(self, field: str) -> int:
        """A required integer."""
        value = self._required(field, int, "an integer")
        if isinstance(value, bool):
            raise RefusedError(400, f"{self.name(field)} must be an integer")
        return cast("int", value)

    def integer_or(self, field: str, default: int) -> int:
        """An optional integer."""
        return default if self._values.get(field) is None else self.integer(field)

    def texts_or(self, field: str, default: list[str]) -> list[str]:
        """An optional list of strings."""
        items = cast("list[object]", self._optional(field, list, "a list", default))
        if not all(isinstance(item, str) for item in items):
            raise RefusedError(400, f"{self.name(field)} must be a list of strings")
        return cast("list[str]", items)

    def object_or(self, field: str, default: dict[str, Any]) -> dict[str, Any]:
        """An optional object, as it is."""
        return cast("dict[str, Any]", self._optional(field, dict, "an object", default))

    def values(self, field: str) -> list[Any]:
        """A required list of whatever is there."""
        return cast("list[Any]", self._required(field, list, "a list"))

    def value(self, field: str) -> Any:
        """Whatever is there; None if nothing is."""
        return self._values.get(field)

    def objects(self, field: str) -> list[Fields]:
        """A required list of objects."""
        items = cast("list[object]", self._required(field, list, "a list"))
        return [Fields(item, f"{self.name(field)}[{index}]") for index, item in enumerate(items)]

    def nested(self, field: str) -> Fields:
        """A required object."""
        return Fields(self._required(field, dict, "an object"), self.name(field))

    def mapping(self, field: str) -> dict[str, Fields]:
        """A required object whose keys are data and whose values are objects."""
        items = cast("dict[str, object]", self._required(field, dict, "an object"))
        return {key: Fields(item, f"{self.name(field)}.{key}") for key, item in items.items()}

    def _required(self, field: str, kind: type, called: str) -> object:
        if self._values.get(field) is None:
            raise RefusedError(400, f"{self.name(field)} is required")
        return self._optional(field, kind, called, None)

    def _optional(self, field: str, kind: type, called: str, default: object) -> object:
        value = self._values.get(field)
        if value is None:
            return default
        if not isinstance(value, kind):
            raise RefusedError(400, f"{self.name(field)} must be {called}")
        return value
