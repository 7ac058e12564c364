from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ResourceAccess(Model):
    """An action on a resource."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "resource": "resource",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    action: str | None = None
    """The action, such as updateOn."""
    resource: str | None = None
    """Resource specifier."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.action = data.get("action")
            self.resource = data.get("resource")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_resource_access: Callable[[Any], ResourceAccess] = ResourceAccess.from_dict
