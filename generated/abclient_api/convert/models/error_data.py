from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ErrorData(Model):
    """What is wrong with a request.

    Attributes:
        code: The HTTP status once more.
        message: What is wrong, as one text or as a list of texts.
        fields: Which fields are concerned, as one name or as a list of names.
        parameters: Which parameters are concerned; seen in a sample of v2's 422.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "fields": "fields",
        "parameters": "parameters",
    }

    code: int | None = None
    message: Any = None
    fields: Any = None
    parameters: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.code = get("code")
            self.message = get("message")
            self.fields = get("fields")
            self.parameters = None if (v := get("parameters")) is None else [x0 for x0 in items(v) if x0 is not None]
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
