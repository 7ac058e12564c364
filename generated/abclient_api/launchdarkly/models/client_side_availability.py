from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ClientSideAvailability(Model):
    """Which client-side SDKs can see a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "using_mobile_key": "usingMobileKey",
        "using_environment_id": "usingEnvironmentId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    using_mobile_key: bool | None = None
    """Whether SDKs with a mobile key can see it."""
    using_environment_id: bool | None = None
    """Whether SDKs with a client-side id can see it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.using_mobile_key = data.get("usingMobileKey")
            self.using_environment_id = data.get("usingEnvironmentId")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_client_side_availability: Callable[[Any], ClientSideAvailability] = ClientSideAvailability.from_dict
