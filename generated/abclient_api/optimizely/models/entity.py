from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Entity(Model):
    """What a change was made to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_url": "api_url",
        "id": "id",
        "name": "name",
        "sub_type": "sub_type",
        "type": "type",
        "ui_url": "ui_url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    api_url: str | None = None
    """Address in this API."""
    id: int | None = None
    """Identifier."""
    name: str | None = None
    """Name."""
    sub_type: str | None = None
    """Finer kind, where there is one."""
    type: str | None = None
    """Kind, as in this API."""
    ui_url: str | None = None
    """Address in the app."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.api_url = data.get("api_url")
            self.id = data.get("id")
            self.name = data.get("name")
            self.sub_type = data.get("sub_type")
            self.type = data.get("type")
            self.ui_url = data.get("ui_url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_entity: Callable[[Any], Entity] = Entity.from_dict
