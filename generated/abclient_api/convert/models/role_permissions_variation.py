from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsVariation(Model):
    """What a role may do: variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "pauseplay": "pauseplay",
        "changebaseline": "changebaseline",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    pauseplay: bool | None = None
    """May start and pause some."""
    changebaseline: bool | None = None
    """May choose another baseline."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.pauseplay = data.get("pauseplay")
            self.changebaseline = data.get("changebaseline")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_variation: Callable[[Any], RolePermissionsVariation] = RolePermissionsVariation.from_dict
