from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SettingsResponse(Model):
    """The organization's settings, as a response has them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "settings": "settings",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "settings": "read_organization_settings",
    }

    settings: OrganizationSettings | None = None
    """How the organization analyses experiments; its other settings are not named here, and kept as they come."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.settings = None if (v := data.get("settings")) is None else read_organization_settings(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .organization_settings import OrganizationSettings, read_organization_settings
