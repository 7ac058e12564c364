from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged, without_nulls
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environment(Model):
    """An environment, in which features are on or off."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "description": "description",
        "toggle_on_list": "toggleOnList",
        "default_state": "defaultState",
        "projects": "projects",
        "parent": "parent",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "projects": "list of scalar",
    }

    id: str
    """Identifier."""
    description: str | None = None
    """What it is for."""
    toggle_on_list: bool | None = None
    """Whether lists of features have a switch for it."""
    default_state: bool | None = None
    """Whether new features are on."""
    projects: list[str] | None = None
    """Identifiers of the projects that it is for."""
    parent: str | None = None
    """Identifier of the environment that it was made from."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.description = data.get("description")
            self.toggle_on_list = data.get("toggleOnList")
            self.default_state = data.get("defaultState")
            self.projects = None if (v := data.get("projects")) is None else without_nulls(items(v))
            self.parent = data.get("parent")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment: Callable[[Any], Environment] = Environment.from_dict
