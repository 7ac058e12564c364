from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountFeatureSource(Model):
    """Where an option of an account comes from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    type: str | None = None
    """Kind of the source."""
    value: str | None = None
    """The source."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_feature_source: Callable[[Any], AccountFeatureSource] = AccountFeatureSource.from_dict
