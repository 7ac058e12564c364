from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SdkKey(Model):
    """A key of the SDKs."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "sdk_key": "sdk_key",
        "sdk_secret": "sdk_secret",
        "environment": "environment",
        "status": "status",
        "selected_default": "selected_default",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("sdk_secret",)

    name: str | None = None
    """What it is called."""
    sdk_key: str
    """The key."""
    sdk_secret: str | None = None
    """The secret, whole only in the answer that creates the key. Read-only."""
    environment: str | None = None
    """The environment of the project that it is for."""
    status: Literal["enabled", "disabled"] | str | None = None
    """The status."""
    selected_default: bool | None = None
    """Whether it is the key that is shown first."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.sdk_key = data["sdk_key"]
            self.sdk_secret = data.get("sdk_secret")
            self.environment = data.get("environment")
            self.status = data.get("status")
            self.selected_default = data.get("selected_default")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_sdk_key: Callable[[Any], SdkKey] = SdkKey.from_dict
