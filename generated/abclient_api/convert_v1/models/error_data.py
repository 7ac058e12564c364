from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ErrorData(Model):
    """What is wrong with a request."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "fields": "fields",
        "parameters": "parameters",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "parameters": "list of scalar",
    }

    code: int | None = None
    """The HTTP status once more."""
    message: Any = None
    """What is wrong, as one text or as a list of texts."""
    fields: Any = None
    """Which fields are concerned, as one name or as a list of names."""
    parameters: list[str] | None = None
    """Which parameters are concerned; seen in a sample of v2's 422."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.message = data.get("message")
            self.fields = data.get("fields")
            self.parameters = None if (v := data.get("parameters")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
