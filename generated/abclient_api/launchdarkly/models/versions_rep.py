from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VersionsRep(Model):
    """The versions of the API."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "valid_versions": "validVersions",
        "latest_version": "latestVersion",
        "current_version": "currentVersion",
        "beta": "beta",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "valid_versions": "list of scalar",
    }

    valid_versions: list[int] | None = None
    """All versions that are answered."""
    latest_version: int | None = None
    """The newest version."""
    current_version: int | None = None
    """The version that this request was answered in."""
    beta: bool | None = None
    """Whether beta resources are asked for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.valid_versions = None if (v := data.get("validVersions")) is None else without_nulls(items(v))
            self.latest_version = data.get("latestVersion")
            self.current_version = data.get("currentVersion")
            self.beta = data.get("beta")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
