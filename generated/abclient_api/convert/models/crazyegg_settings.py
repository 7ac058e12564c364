from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CrazyeggSettings(Model):
    """Settings for Crazy Egg."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_key": "api_key",
        "api_secret": "api_secret",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("api_secret",)

    api_key: str | None = None
    """The key at that service."""
    api_secret: str | None = None
    """The secret at that service."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.api_key = data.get("api_key")
            self.api_secret = data.get("api_secret")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_crazyegg_settings: Callable[[Any], CrazyeggSettings] = CrazyeggSettings.from_dict
