from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environment(Model):
    """An environment of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "label": "label",
        "is_default": "is_default",
        "js": "js",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    label: str | None = None
    """What it is called."""
    is_default: bool | None = None
    """Whether experiences are in it unless they say otherwise."""
    js: str | None = None
    """JavaScript that runs in this environment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.label = data.get("label")
            self.is_default = data.get("is_default")
            self.js = data.get("js")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment: Callable[[Any], Environment] = Environment.from_dict
