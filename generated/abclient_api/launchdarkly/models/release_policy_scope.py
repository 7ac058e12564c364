from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePolicyScope(Model):
    """What a release policy applies to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "environment_keys": "environmentKeys",
        "flag_tag_keys": "flagTagKeys",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environment_keys": "list of scalar",
        "flag_tag_keys": "list of scalar",
    }

    environment_keys: list[str] | None = None
    """Keys of the environments that it applies to."""
    flag_tag_keys: list[str] | None = None
    """Tags of the flags that it applies to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.environment_keys = None if (v := data.get("environmentKeys")) is None else without_nulls(items(v))
            self.flag_tag_keys = None if (v := data.get("flagTagKeys")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_policy_scope: Callable[[Any], ReleasePolicyScope] = ReleasePolicyScope.from_dict
