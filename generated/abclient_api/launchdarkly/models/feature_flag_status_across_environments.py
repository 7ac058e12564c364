from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureFlagStatusAcrossEnvironments(Model):
    """Whether a flag is in use, by environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "environments": "environments",
        "key": "key",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environments": "map of read_feature_flag_status",
        "links": "map of read_link",
    }

    environments: dict[str, FeatureFlagStatus] | None = None
    """The status by environment key."""
    key: str | None = None
    """Its key."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.environments = (
                None
                if (v := data.get("environments")) is None
                else {k0: read_feature_flag_status(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.key = data.get("key")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .feature_flag_status import FeatureFlagStatus, read_feature_flag_status
from .link import Link, read_link
