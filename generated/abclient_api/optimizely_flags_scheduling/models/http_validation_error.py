from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class HTTPValidationError(Model):
    """What is wrong with the request."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "detail": "detail",
        "status": "status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "detail": "list of read_validation_error",
    }

    detail: list[ValidationError] | None = None
    """What is wrong, one by one."""
    status: int | None = None
    """HTTP status."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.detail = (
                None
                if (v := data.get("detail")) is None
                else [read_validation_error(x0) for x0 in items(v) if x0 is not None]
            )
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .validation_error import ValidationError, read_validation_error
