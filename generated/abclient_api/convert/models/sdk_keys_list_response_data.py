from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SdkKeysListResponseData(Model):
    """The keys of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "list of read_sdk_key",
    }

    data: list[SdkKey] | None = None
    """What was asked for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = (
                None if (v := data.get("data")) is None else [read_sdk_key(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .sdk_key import SdkKey, read_sdk_key
